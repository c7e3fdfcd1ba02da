//! Answers for tests: written as ids, drawn at random, shown as TOML.
//!
//! Knows which ids a guide has. Refuses to judge what they come to.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::proven::Proven;
use meldcode::model::guide::Guide;
use meldcode::model::question::{Kind, Question, Target};
use proptest::prelude::{BoxedStrategy, Just, Strategy};
use proptest::sample::subsequence;

/// Answers as a trainer types them: a question, and what was chosen. A day is answered with a day.
pub(crate) type Said = BTreeMap<String, Vec<String>>;

/// The published guide of a profession.
pub(crate) fn proven(profession: &str) -> Proven {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode");
    let (store, problems) = Store::directory(&root).unwrap();
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

/// The answers as they stand in a file.
pub(crate) fn as_toml(said: &Said) -> String {
    let lines = said.iter().map(|(id, chosen)| match chosen.as_slice() {
        [one] => format!("{id} = \"{one}\"\n"),
        many => format!("{id} = {many:?}\n"),
    });
    format!("[answers]\n{}", lines.collect::<String>())
}

/// Any answers at all: on the path and off it, offered and not offered, and questions without an answer.
pub(crate) fn any_answers(guide: &Guide) -> BoxedStrategy<Said> {
    let each = guide.questions.iter().map(|(_, question)| {
        let id = question.id.to_string();
        proptest::option::weighted(0.93, any_answer(question)).prop_map(move |chosen| (id.clone(), chosen))
    });
    let each: Vec<_> = each.collect();
    let said = each.prop_map(|all| all.into_iter().filter_map(|(id, chosen)| Some((id, chosen?))).collect());
    said.boxed()
}

fn any_answer(question: &Question) -> BoxedStrategy<Vec<String>> {
    let ids: Vec<String> = question.choices.iter().map(|choice| choice.id.to_string()).collect();
    match question.kind {
        Kind::Date => Just(vec!["2026-12-01".to_owned()]).boxed(),
        Kind::Many => {
            let some = subsequence(ids.clone(), 1..=3);
            let any = subsequence(ids.clone(), 1..=ids.len());
            proptest::prop_oneof![3 => some, 1 => any].boxed()
        }
        Kind::One => {
            // A walk that ends at once shows little: most walks go on.
            let goes_on = question.choices.iter().map(|choice| {
                let ends = matches!(choice.to, Some(Target::Emergency(_) | Target::Door(_)));
                (if ends { 1 } else { 12 }, Just(vec![choice.id.to_string()]))
            });
            proptest::strategy::Union::new_weighted(goes_on.collect()).boxed()
        }
    }
}
