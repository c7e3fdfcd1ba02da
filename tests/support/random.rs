//! Answers drawn at random, and shown as TOML when a test fails.
//!
//! Knows which ids a guide has. Refuses to judge what they come to.

use meldcode::model::guide::Guide;
use meldcode::model::question::{Kind, Question, Target};
use proptest::prelude::{BoxedStrategy, Just, Strategy};
use proptest::sample::subsequence;

use crate::support::Said;

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
