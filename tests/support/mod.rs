//! Answers for tests, written as ids.
//!
//! Knows which ids a guide has. Refuses to judge what they come to.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::proven::Proven;
use meldcode::model::guide::Guide;
use meldcode::model::question::Kind;

/// Answers as a trainer types them: a question, and what was chosen. A day is answered with a day.
pub(crate) type Said = BTreeMap<String, Vec<String>>;

/// The published guide of a profession, proved once in a test program.
pub(crate) fn proven(profession: &str) -> &'static Proven {
    static PUBLISHED: LazyLock<BTreeMap<&str, Proven>> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode");
        ["algemeen", "leraar"].into_iter().map(|name| (name, proven_in(&root, name))).collect()
    });
    &PUBLISHED[profession]
}

/// The guide of a profession in a directory of content.
pub(crate) fn proven_in(root: &Path, profession: &str) -> Proven {
    let (store, problems) = Store::directory(root).unwrap();
    let library = Library::read(&store, problems).unwrap();
    prove(&library, profession, date(2026, 11, 22)).unwrap()
}

/// The same answers, as the engine takes them.
pub(crate) fn answers(guide: &Guide, said: &Said) -> Answers {
    let mut answers = Answers::none(guide);
    for (id, chosen) in said {
        let at = guide.questions.find(id).unwrap();
        let question = guide.questions.get(at);
        let index =
            |id: &String| question.choices.iter().position(|choice| choice.id.as_str() == id).unwrap();
        let given = match question.kind {
            Kind::One => Given::One(index(&chosen[0])),
            Kind::Many => Given::many(chosen.iter().map(index)),
            Kind::Date => Given::Day(chosen[0].parse().unwrap()),
        };
        answers.set(at, given);
    }
    answers
}
