//! Laws of evaluation that hold for any answers whatever the norm says.
//!
//! Knows the engine alone. Refuses to say what the right advice is.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

#[path = "laws/hanging.rs"]
mod hanging;
#[path = "support/random.rs"]
mod random;
#[path = "support/mod.rs"]
mod support;

use std::cell::RefCell;

use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::conclude::{Concluded, conclude};
use meldcode::engine::evaluate::{Evaluation, Room, Standing, evaluate, evaluate_into, weigh_into};
use meldcode::engine::frontier::{Doubt, Frontier};
use meldcode::engine::outlook::{Because, Outlook};
use meldcode::engine::property::{concerns, satisfied};
use meldcode::engine::proven::Proven;
use meldcode::engine::survey::MOST_QUESTIONS;
use meldcode::model::advice::{Advice, Report, Way};
use meldcode::model::duty::{Action, Duty};
use meldcode::model::property::OutlookWord;
use meldcode::model::question::{Effects, Kind, Question};
use meldcode::model::register::Ref;
use meldcode::model::urgency::Urgency;
use proptest::prelude::{Just, Strategy};
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use random::{any_answers, as_toml};
use support::{Said, answers, proven};

/// Shows the answers that break a law.
fn holds_for_any_answers(cases: u32, law: impl Fn(&Proven, &Answers) -> Result<(), String>) {
    let proven = proven("algemeen");
    let guide = proven.guide();
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    let run = runner.run(&any_answers(guide), |said| {
        law(proven, &answers(guide, &said))
            .map_err(|why| TestCaseError::fail(format!("{why}\n{}", as_toml(&said))))
    });
    if let Err(TestError::Fail(why, _) | TestError::Abort(why)) = run {
        panic!("{why}");
    }
}

fn must(so: bool, why: impl FnOnce() -> String) -> Result<(), String> {
    if so { Ok(()) } else { Err(why()) }
}

/// Everything of a result but the answers that were not used.
#[derive(Debug, PartialEq, Eq)]
struct Whole<'g> {
    concluded: Concluded<'g>,
    path: Vec<(Ref<Question>, Given)>,
    doubts: Vec<Doubt>,
    actions: Vec<Ref<Action>>,
    notices: Vec<&'g str>,
    duties: Vec<(Ref<Duty>, Standing)>,
    urgency: Urgency,
}

fn whole<'g>(proven: &'g Proven, answers: &Answers) -> Whole<'g> {
    let found: Evaluation<'g> = evaluate(proven, answers);
    Whole {
        duties: found.duties(),
        urgency: found.urgency(),
        notices: found.notices.iter().map(|notice| notice.id.as_str()).collect(),
        concluded: found.concluded,
        path: found.path,
        doubts: found.doubts,
        actions: found.actions,
    }
}

fn without(answers: &Answers, question: Ref<Question>) -> Answers {
    let mut fewer = answers.clone();
    fewer.retract(question);
    fewer
}

fn with(answers: &Answers, question: Ref<Question>, given: Given) -> Answers {
    let mut more = answers.clone();
    more.set(question, given);
    more
}

fn way(proven: &Proven, found: &Evaluation<'_>) -> Option<Way> {
    found.outlook().advice(proven.guide()).map(Advice::way)
}

#[test]
fn evaluating_again_gives_the_same() {
    holds_for_any_answers(9_000, |proven, answers| {
        must(whole(proven, answers) == whole(proven, answers), || "not the same twice".to_owned())
    });
}

#[test]
fn the_order_of_giving_answers_does_not_matter() {
    let proven = proven("algemeen");
    let guide = proven.guide();
    let ordered = any_answers(guide).prop_flat_map(|said: Said| {
        let order: Vec<String> = said.keys().cloned().collect();
        (Just(said), Just(order).prop_shuffle())
    });
    let mut runner = TestRunner::new(Config { cases: 3_000, failure_persistence: None, ..Config::default() });
    let run = runner.run(&ordered, |(said, order)| {
        let at_once = answers(guide, &said);
        let mut one_by_one = Answers::none(guide);
        for id in order {
            let at = guide.questions.find(&id).unwrap();
            // First another answer, then the one that counts.
            one_by_one.set(at, Given::One(0));
            one_by_one.set(at, at_once.get(at).unwrap());
        }
        let same = whole(proven, &at_once) == whole(proven, &one_by_one)
            && evaluate(proven, &at_once).unused == evaluate(proven, &one_by_one).unused;
        if same { Ok(()) } else { Err(TestCaseError::fail(as_toml(&said))) }
    });
    if let Err(TestError::Fail(why, _) | TestError::Abort(why)) = run {
        panic!("{why}");
    }
}

#[test]
fn answers_off_the_path_change_nothing_and_are_listed() {
    holds_for_any_answers(9_000, |proven, answers| {
        let guide = proven.guide();
        let found = evaluate(proven, answers);
        let days = found.appointments();
        let used = |at| found.path.iter().any(|(on, _)| *on == at) || days.contains(&at);
        for (at, question) in guide.questions.iter() {
            let listed = found.unused.contains(&at);
            let expected = answers.get(at).is_some() && !used(at);
            must(listed == expected, || format!("`{}` unused: {listed}", question.id))?;
            if listed {
                let fewer = without(answers, at);
                must(whole(proven, &fewer) == whole(proven, answers), || {
                    format!("`{}` is unused, and counts", question.id)
                })?;
                must(!evaluate(proven, &fewer).unused.contains(&at), || {
                    "listed without an answer".to_owned()
                })?;
            }
        }
        Ok(())
    });
}

#[test]
fn taking_back_the_last_answer_is_going_back() {
    holds_for_any_answers(4_500, |proven, answers| {
        let mut said = Answers::none(proven.guide());
        for (at, given) in evaluate(proven, answers).path {
            let before = whole(proven, &said);
            let after = with(&said, at, given);
            must(whole(proven, &without(&after, at)) == before, || "going back leads elsewhere".to_owned())?;
            said = after;
        }
        must(whole(proven, &said) == whole(proven, answers), || "the path alone leads elsewhere".to_owned())
    });
}

#[test]
fn every_prefix_of_a_path_asks_its_next_question() {
    holds_for_any_answers(6_000, |proven, answers| {
        let guide = proven.guide();
        let mut said = Answers::none(guide);
        let mut frontier = Frontier::start(proven.routes());
        for (at, given) in evaluate(proven, answers).path {
            // Questions without a usable answer stand between: those are asked first.
            while frontier.next().is_some_and(|next| next < at) {
                let open = frontier.next().unwrap();
                frontier.read(proven.routes(), open, None);
            }
            let found = evaluate(proven, &said);
            let id = |at| guide.questions.get(at).id.as_str();
            match found.asks() {
                Some(asked) => must(asked <= at, || format!("asks `{}`, not `{}`", id(asked), id(at)))?,
                None => must(frontier.is_for_later(at), || format!("does not ask `{}`", id(at)))?,
            }
            if evaluate(proven, answers).asks().is_none() {
                must(found.asks().is_none_or(|asked| asked == at), || format!("skips `{}`", id(at)))?;
            }
            frontier.read(proven.routes(), at, Some(given));
            said.set(at, given);
        }
        Ok(())
    });
}

#[test]
fn a_conversation_asks_only_what_is_open_and_ends_in_time() {
    holds_for_any_answers(9_000, |proven, answers| {
        let guide = proven.guide();
        let mut said = Answers::none(guide);
        let mut asked = Vec::new();
        while let Some(at) = evaluate(proven, &said).asks() {
            let question = guide.questions.get(at);
            must(said.get(at).is_none() && !asked.contains(&at), || {
                format!("`{}` is asked twice", question.id)
            })?;
            must(question.kind != Kind::Date, || format!("`{}` is asked on the way", question.id))?;
            asked.push(at);
            let established = evaluate(proven, &said).concluded.state.records;
            let offered = |index: &usize| question.choices[*index].guard.opens(established);
            let wanted = answers.get(at).into_iter().flat_map(Given::choices).filter(offered);
            let mut chosen: Vec<usize> = wanted.collect();
            if chosen.is_empty() {
                chosen.extend((0..question.choices.len()).find(offered));
            }
            let given = if question.kind == Kind::Many { Given::many(chosen) } else { Given::One(chosen[0]) };
            said.set(at, given);
        }
        let end = evaluate(proven, &said);
        let used: Vec<_> = end.path.iter().map(|(at, _)| *at).collect();
        must(used == asked, || "a question was asked for nothing, or out of order".to_owned())?;
        must(end.unused.is_empty(), || "an answer to a question that was asked is unused".to_owned())?;
        // The day of a later question is agreed once the advice is there.
        let most = asked.len() + end.days_to_ask().len();
        must(most <= MOST_QUESTIONS, || format!("{most} questions to a first advice"))
    });
}

#[test]
fn a_question_for_later_is_never_an_open_question() {
    holds_for_any_answers(9_000, |proven, answers| {
        let guide = proven.guide();
        if evaluate(proven, answers).asks().is_some() {
            return Ok(());
        }
        let mut frontier = Frontier::start(proven.routes());
        let mut fewer = answers.clone();
        while let Some(at) = frontier.next() {
            let later = frontier.is_for_later(at);
            frontier.read(proven.routes(), at, answers.get(at));
            if later {
                fewer.retract(at);
                let asks = evaluate(proven, &fewer).asks();
                must(asks.is_none(), || format!("without `{}` it asks", guide.questions.get(at).id))?;
            }
        }
        Ok(())
    });
}

/// The doubts on the path, each with the results under its readings.
fn readings<'g>(
    proven: &'g Proven,
    answers: &Answers,
    doubts: &[Doubt],
) -> Vec<(Doubt, Vec<Evaluation<'g>>)> {
    let choices = |at| &proven.guide().questions.get(at).choices;
    let under = |at, reading: &usize| evaluate(proven, &with(answers, at, Given::One(*reading)));
    let of = |(at, choice): Doubt| choices(at)[choice].readings.iter().map(|r| under(at, r)).collect();
    doubts.iter().map(|doubt| (*doubt, of(*doubt))).collect()
}

#[test]
fn a_doubt_points_at_least_as_far_as_each_of_its_readings() {
    holds_for_any_answers(18_000, |proven, answers| {
        let doubtful = evaluate(proven, answers);
        let Some(found) = way(proven, &doubtful) else { return Ok(()) };
        for ((at, _), readings) in readings(proven, answers, &doubtful.doubts) {
            let id = &proven.guide().questions.get(at).id;
            for reading in &readings {
                let certain = way(proven, reading);
                // Once a report was made, a reading in which none was made has no say about less than a report.
                let made =
                    doubtful.outlook().row().is_some_and(|row| proven.guide().rows.get(row).after_report);
                let far_enough = certain <= Some(found) || made && certain < Some(Way::Report);
                must(far_enough, || {
                    format!("doubt at `{id}` points to {found:?}, a reading to {certain:?}")
                })?;
                let leaves = matches!(reading.outlook().word(), OutlookWord::Leave | OutlookWord::Ask);
                must(!leaves, || format!("a reading of `{id}` is not decided, and the doubt is"))?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_doubt_that_changes_nothing_gives_the_advice_of_its_readings() {
    holds_for_any_answers(18_000, |proven, answers| {
        let guide = proven.guide();
        let doubtful = evaluate(proven, answers);
        for ((at, choice), readings) in readings(proven, answers, &doubtful.doubts) {
            let question = guide.questions.get(at);
            let decided = |found: &Evaluation<'_>| match found.outlook() {
                Outlook::Advise { row, .. } => Some(guide.rows.get(*row).advice),
                _ => None,
            };
            let first = readings.first().and_then(decided);
            // A doubt that asks for something of its own may be held back by that.
            let own = question.choices[choice].effects;
            if first.is_some() && own.imposes.is_empty() && readings.iter().all(|r| decided(r) == first) {
                must(decided(&doubtful) == first, || {
                    format!(
                        "every reading of `{}` gives {first:?}, the doubt {:?}",
                        question.id,
                        doubtful.outlook()
                    )
                })?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_doubt_never_closes_a_case_that_a_reading_would_report() {
    holds_for_any_answers(18_000, |proven, answers| {
        let doubtful = evaluate(proven, answers);
        let decided = doubtful.outlook().word() == OutlookWord::Advise;
        let closes = doubtful.outlook().advice(proven.guide()).is_some_and(|a| a.report == Report::No);
        for ((at, _), readings) in readings(proven, answers, &doubtful.doubts) {
            let reports = readings.iter().any(|reading| way(proven, reading) == Some(Way::Report));
            must(!(decided && closes && reports), || {
                format!("doubt at `{}` counts as no", proven.guide().questions.get(at).id)
            })?;
        }
        Ok(())
    });
}

#[test]
fn not_yet_says_where_it_points_what_comes_first_and_whom_to_call() {
    holds_for_any_answers(12_000, |proven, answers| {
        let guide = proven.guide();
        let found = evaluate(proven, answers);
        let Outlook::NotYet(not_yet) = found.outlook() else { return Ok(()) };
        must(!not_yet.first.trim().is_empty(), || "nothing comes first".to_owned())?;
        must(!not_yet.fallback.trim().is_empty(), || "nothing is said for when that fails".to_owned())?;
        must(guide.contacts.get(not_yet.contact).id.as_str() == "veilig-thuis", || {
            "another contact".to_owned()
        })?;
        must(found.actions.contains(&guide.ask_advice), || "does not ask for advice".to_owned())?;
        must(found.actions.contains(&guide.weigh_again), || "does not weigh again".to_owned())?;
        must(found.urgency() >= Urgency::Today, || "can wait until tomorrow".to_owned())?;
        let held = match not_yet.because {
            Because::Duty(duty) => found.concluded.holds.has(duty),
            Because::Doubt(doubt) => found.doubts.contains(&doubt),
            Because::Row => way(proven, &found) == Some(Way::Undecided),
        };
        must(held, || format!("{:?} does not leave it open", not_yet.because))
    });
}

#[test]
fn every_safety_property_holds_for_whole_results_too() {
    holds_for_any_answers(10_000, |proven, answers| {
        let guide = proven.guide();
        let concluded = evaluate(proven, answers).concluded;
        for property in &guide.properties {
            let broken = concerns(guide, property, &concluded) && !satisfied(guide, property, &concluded);
            must(!broken, || format!("`{}`: {:?}", property.id, concluded.outlook))?;
        }
        Ok(())
    });
}

#[test]
fn room_that_was_used_before_changes_nothing() {
    let room = RefCell::new(Room::default());
    holds_for_any_answers(6_000, |proven, answers| {
        let mut room = room.borrow_mut();
        let concluded = evaluate_into(proven, answers, &mut room);
        let found = evaluate(proven, answers);
        let path = found.path.iter().map(|(question, _)| question);
        must(concluded == found.concluded && room.path().iter().eq(path), || "another result".to_owned())
    });
}

#[test]
fn the_weighing_alone_is_the_walk_from_its_first_question() {
    let room = RefCell::new(Room::default());
    holds_for_any_answers(6_000, |proven, answers| {
        let (guide, routes) = (proven.guide(), proven.routes());
        let established = evaluate(proven, answers).concluded.state.records;
        let state = Effects { records: established, ..Effects::default() };
        let mut frontier = Frontier::at_the_weighing(routes, state);
        while let Some(question) = frontier.next() {
            frontier.read(routes, question, answers.get(question));
        }
        let weighed = weigh_into(proven, established, answers, &mut room.borrow_mut());
        must(weighed == conclude(guide, routes, &frontier), || "another result".to_owned())
    });
}
