//! The conversation: the same questions and the same result as an answer file, in scripts and in lines;
//! going back, explanation, overview, card and stop at every question.
//!
//! Knows the exercises as answers only. What they should come to is tested elsewhere.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::proven::Proven;
use meldcode::interview::bounds::{Asides, Begin, Ended};
use meldcode::interview::conversation::{converse, converse_from};
use meldcode::interview::lines::Lines;
use meldcode::interview::prompt::Broken;
use meldcode::interview::scripted::Scripted;
use meldcode::report::json;
use meldcode::report::result::Told;
use meldcode::ui::lang::Lang;
use support::{Said, answers, proven, proven_on};
use toml::{Table, Value};

const CARD: &str = "the card";
const ASIDES: Asides<'static> = Asides { card: CARD, now: &|_| "now".to_owned(), ground: &|_| String::new() };

/// Every exercise with its guide and its answers.
fn exercises() -> Vec<(String, &'static Proven, Said)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode/exercises");
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let table: Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        let words = |value: &Value| match value {
            Value::String(one) => vec![one.clone()],
            Value::Array(many) => many.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Value::Datetime(day) => vec![day.to_string()],
            _ => panic!("{}", path.display()),
        };
        let said: Said =
            table["answers"].as_table().unwrap().iter().map(|(id, v)| (id.clone(), words(v))).collect();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let day = table["date"].as_datetime().unwrap().to_string().parse().unwrap();
        all.push((name, proven_on(table["profession"].as_str().unwrap(), day), said));
    }
    all.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    assert!(!all.is_empty());
    all
}

/// The result of a set of answers, without what was given but not used.
fn result(proven: &Proven, given: &Answers) -> String {
    let today = proven.guide().date;
    let told = Told::new(proven, given, evaluate(proven, given), today);
    let mut value = json::value(&told);
    value.as_object_mut().unwrap().remove("unused");
    value.to_string()
}

/// What a person would say: the answers of the exercise, and "not known yet" to every day it does not give, or that
/// has gone by: such a day was agreed in an earlier sitting.
fn replies(said: &Said) -> BTreeMap<String, String> {
    let gone = |word: &String| word.parse::<Date>().is_ok_and(|day| day < date(2026, 11, 22));
    let still = said.iter().filter(|(_, words)| !words.iter().any(gone));
    let mut replies: BTreeMap<String, String> =
        still.map(|(id, words)| (id.clone(), words.join(","))).collect();
    replies.entry("gesprek-op".to_owned()).or_insert_with(|| "0".to_owned());
    replies
}

#[test]
fn a_scripted_conversation_comes_to_the_result_of_the_file() {
    for (name, proven, said) in exercises() {
        let replies = replies(&said);
        let mut script =
            Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), reply.as_str())));
        let from_file = answers(proven.guide(), &said);
        match converse(proven, &mut script, &ASIDES, Lang::Nl) {
            Ok(Ended::Whole(given)) => {
                // Questions for later are not asked in the same sitting: compare with the file without them.
                let mut first = from_file.clone();
                for (at, _) in proven.guide().questions.iter() {
                    if given.get(at).is_none() {
                        first.retract(at);
                    }
                }
                assert_eq!(result(proven, &given), result(proven, &first), "{name}\n{script}");
            }
            Ok(Ended::Stopped(_)) => panic!("{name} stopped"),
            // An exercise may leave a question open on purpose: the conversation then asks exactly that question.
            Err(off) => {
                assert!(matches!(off.why, Broken::EndOfInput), "{name}: {}", off.why);
                let open = evaluate(proven, &from_file).asks();
                let asked = script.asked().last().map(|id| (*id).to_owned());
                assert_eq!(
                    open.map(|at| proven.guide().questions.get(at).id.to_string()),
                    asked,
                    "{name}\n{script}"
                );
            }
        }
    }
}

#[test]
fn whoever_is_told_of_the_later_day_is_asked_about_it_and_comes_to_the_result_of_the_file() {
    let mut asked_later = 0;
    for (name, proven, said) in exercises() {
        let replies = replies(&said);
        let mut script =
            Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), reply.as_str())));
        let from_file = answers(proven.guide(), &said);
        let questions = proven.guide().questions.iter().map(|(at, _)| at);
        let later = questions.filter(|at| from_file.get(*at).is_some()).collect();
        let none = Answers::none(proven.guide());
        let begin = Begin { answers: none, due: Vec::new(), later, keep: &mut |_| None };
        let Ok(Ended::Whole(given)) = converse_from(proven, &mut script, &ASIDES, begin, Lang::Nl) else {
            continue;
        };
        let (found, expected) = (evaluate(proven, &given), evaluate(proven, &from_file));
        assert_eq!(found.concluded, expected.concluded, "{name}\n{script}");
        let Ok(Ended::Whole(first)) = converse(
            proven,
            &mut Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), reply.as_str()))),
            &ASIDES,
            Lang::Nl,
        ) else {
            continue;
        };
        asked_later += usize::from(first != given);
    }
    assert!(asked_later > 50, "only {asked_later} exercises have a question for later");
}

#[test]
fn lines_and_script_ask_the_same_and_come_to_the_same() {
    for (name, proven, said) in exercises() {
        let replies = replies(&said);
        let mut script =
            Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), reply.as_str())));
        let Ok(Ended::Whole(by_script)) = converse(proven, &mut script, &ASIDES, Lang::Nl) else { continue };
        let typed: String = script
            .asked()
            .iter()
            .filter_map(|id| replies.get(*id))
            .map(|reply| format!("{reply}\n"))
            .collect();
        let mut shown = Vec::new();
        let mut lines = Lines::new(typed.as_bytes(), &mut shown, 79);
        let Ok(Ended::Whole(by_lines)) = converse(proven, &mut lines, &ASIDES, Lang::Nl) else {
            panic!("{name}")
        };
        assert_eq!(by_script, by_lines, "{name}");
        assert!(!shown.contains(&0x1b), "{name}: lines have no escape codes");
    }
}

#[test]
fn at_every_question_one_can_look_around_and_go_back_without_losing_anything() {
    let (_, proven, said) = exercises().into_iter().max_by_key(|(.., said)| said.len()).unwrap();
    let replies = replies(&said);
    let mut plain = Scripted::by_question(replies.iter().map(|(id, reply)| (id.as_str(), reply.as_str())));
    let Ok(Ended::Whole(expected)) = converse(proven, &mut plain, &ASIDES, Lang::Nl) else {
        panic!("{plain}")
    };
    let asked = plain.asked().into_iter().filter(|id| *id != "review").map(str::to_owned);
    let asked: Vec<String> = asked.collect();

    // At each question: explanation, overview, card, back, the question before again, and then the answer.
    let mut order: Vec<&str> = Vec::new();
    for (number, id) in asked.iter().enumerate() {
        order.extend(["uitleg", "overzicht", "112", "terug"]);
        if let Some(before) = number.checked_sub(1).and_then(|before| asked.get(before)) {
            order.push(replies.get(before).unwrap());
        }
        order.push(replies.get(id).unwrap());
    }
    let mut wandering = Scripted::in_order(order.iter().copied());
    let Ok(Ended::Whole(given)) = converse(proven, &mut wandering, &ASIDES, Lang::Nl) else {
        panic!("{wandering}")
    };
    assert_eq!(given, expected);
    let told = wandering.told();
    assert_eq!(
        told.iter().filter(|text| text.contains(CARD)).count(),
        asked.len(),
        "the card came each time"
    );
    for id in &asked {
        let at = proven.guide().questions.find(id).unwrap();
        let explain = &proven.guide().questions.get(at).explain;
        assert!(told.iter().any(|text| text.contains(explain.as_str())), "{id} was explained");
    }
    assert!(
        told.iter().any(|text| text.contains("eerste vraag")),
        "before the first question there is nothing"
    );
}

#[test]
fn stopping_keeps_what_was_answered_and_gives_no_advice() {
    let proven = proven("leraar");
    let mut script = Scripted::in_order(["nee", "thuis", "stop"]);
    let Ok(Ended::Stopped(given)) = converse(proven, &mut script, &ASIDES, Lang::Nl) else {
        panic!("{script}")
    };
    let gevaar = proven.guide().questions.find("gevaar-nu").unwrap();
    assert!(given.get(gevaar).is_some());
    assert!(evaluate(proven, &given).asks().is_some());
}

#[test]
fn danger_ends_the_conversation_at_once() {
    for danger in ["nu", "komende-dagen"] {
        let proven = proven("leraar");
        let mut script = Scripted::in_order([danger]);
        assert!(matches!(converse(proven, &mut script, &ASIDES, Lang::Nl), Ok(Ended::Whole(_))), "{script}");
        assert_eq!(script.asked(), ["gevaar-nu"]);
    }
}
