//! Answers for tests, written as ids.
//!
//! Knows which ids a guide has. Refuses to judge what they come to.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

use jiff::civil::{Date, date};
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
    proven_on(profession, date(2026, 11, 22))
}

/// The published guide of a profession on a day, proved once in a test program.
pub(crate) fn proven_on(profession: &str, day: Date) -> &'static Proven {
    static LIBRARY: LazyLock<Library> =
        LazyLock::new(|| Library::read(&Store::embedded(), Vec::new()).unwrap());
    static PUBLISHED: Mutex<BTreeMap<(String, Date), &'static Proven>> = Mutex::new(BTreeMap::new());
    let mut published = PUBLISHED.lock().unwrap();
    let known = published.entry((profession.to_owned(), day));
    known.or_insert_with(|| Box::leak(Box::new(prove(&LIBRARY, profession, day).unwrap())))
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
