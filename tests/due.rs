//! What is due, for every exercise: nothing that holds is forgotten, and taking up a case changes nothing by itself.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod book;
#[path = "support/mod.rs"]
mod support;

use book::exercises;
use meldcode::engine::answers::Answers;
use meldcode::engine::due::{Due, Why, due};
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::outcome::{Outcome, Part};
use meldcode::engine::outlook::{Because, Outlook};
use meldcode::engine::proven::Proven;
use meldcode::interview::bounds::{Asides, Begin, Ended};
use meldcode::interview::conversation::converse_from;
use meldcode::interview::scripted::Scripted;
use meldcode::model::register::Set;
use meldcode::ui::lang::Lang;
use support::{Said, answers, proven, proven_on};
use toml::Value;

const ASIDES: Asides<'static> =
    Asides { card: "the card", now: &|_| String::new(), ground: &|_| String::new() };

/// Every exercise with its guide, its answers and what is due.
fn each(check: impl Fn(&str, &'static Proven, &Answers, &[Due])) {
    for exercise in exercises() {
        let day = exercise.all.get("date").and_then(Value::as_datetime).unwrap().to_string();
        let proven = proven_on(exercise.text("profession"), day.parse().unwrap());
        let words = |value: &Value| match value {
            Value::String(one) => vec![one.clone()],
            Value::Array(many) => many.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            other => vec![other.to_string()],
        };
        let said = exercise.all.get("answers").and_then(Value::as_table).unwrap().iter();
        let said: Said = said.map(|(id, value)| (id.clone(), words(value))).collect();
        let given = answers(proven.guide(), &said);
        let due = due(&evaluate(proven, &given), &given);
        check(&exercise.path.display().to_string(), proven, &given, &due);
    }
}

#[test]
fn whatever_holds_or_is_doubted_or_comes_later_is_due_and_nothing_else() {
    each(|name, proven, given, due| {
        let evaluation = evaluate(proven, given);
        let because = |why: &dyn Fn(Why) -> bool| due.iter().any(|one| why(one.why));
        match evaluation.outlook() {
            Outlook::Emergency { .. } => assert!(because(&|why| why == Why::Danger), "{name}"),
            Outlook::Ask(_) => assert!(because(&|why| why == Why::Open), "{name}"),
            Outlook::Advise { next: Some(next), .. } => {
                assert!(because(&|why| why == Why::Later(next.occasion)), "{name}");
            }
            Outlook::Advise { next: None, .. } | Outlook::Leave(_) => assert!(due.is_empty(), "{name}"),
            Outlook::NotYet(not_yet) => {
                for duty in evaluation.concluded.holds.iter() {
                    let held = due.iter().find(|one| one.why == Why::Duty(duty));
                    assert!(
                        held.is_some_and(|one| one.question.is_some()),
                        "{name}: nothing can show that it was done"
                    );
                }
                let doubted = matches!(not_yet.because, Because::Doubt(_) | Because::Row);
                assert!(!doubted || because(&|why| why == Why::Doubt), "{name}");
                assert!(!due.is_empty(), "{name}: not decided, and nothing is due");
            }
        }
        let places: Vec<_> = due.iter().filter_map(|one| one.question).collect();
        assert!(places.is_sorted(), "{name}: not in the order of the walk");
    });
}

#[test]
fn who_takes_up_a_case_and_leaves_all_as_it_was_comes_to_the_same() {
    each(|name, proven, given, due| {
        let before = Outcome::of(&evaluate(proven, given));
        let mut first: Vec<_> =
            due.iter().filter(|one| one.why != Why::Open).filter_map(|one| one.question).collect();
        first.dedup();
        let back = first.iter().map(|at| (proven.guide().questions.get(*at).id.to_string(), "terug"));
        let mut replies: Vec<(String, &str)> = back.collect();
        let days = evaluate(proven, given).days_to_ask().into_iter().filter(|at| given.get(*at).is_none());
        replies.extend(days.map(|at| (proven.guide().questions.get(at).id.to_string(), "0")));
        let mut script = Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), *reply)));
        let kept = &mut |_: &Answers| -> Option<String> { panic!("{name}: an answer changed") };
        let begin = Begin { answers: given.clone(), due: first.clone(), later: Set::EMPTY, keep: kept };
        match converse_from(proven, &mut script, &ASIDES, begin, Lang::Nl) {
            Ok(Ended::Whole(answers)) => {
                assert_eq!(Outcome::of(&evaluate(proven, &answers)), before, "{name}");
                assert_eq!(script.left(), 0, "{name}: something due was not asked\n{script}");
            }
            Ok(Ended::Stopped(_)) => panic!("{name} stopped"),
            // Where a question is open, exactly that one is asked.
            Err(off) => {
                let open = before.one(Part::Question).map(str::to_owned);
                assert_eq!(
                    script.asked().last().map(|id| (*id).to_owned()),
                    open,
                    "{name}: {}\n{script}",
                    off.why
                );
            }
        }
        let asked = script.asked();
        let in_front: Vec<_> = first.iter().map(|at| proven.guide().questions.get(*at).id.as_str()).collect();
        assert!(asked.starts_with(&in_front), "{name}: {asked:?} does not begin with {in_front:?}");
    });
}

#[test]
fn nothing_is_due_before_the_first_question_but_that_question() {
    let proven = proven("leraar");
    let none = Answers::none(proven.guide());
    let due = due(&evaluate(proven, &none), &none);
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].why, due[0].question), (Why::Open, Some(proven.guide().entry)));
}
