//! The proofs against plain enumeration: on small guides, every walk is looked at one by one.
//!
//! Knows no slice. Refuses to be quick.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/small.rs"]
mod small;

use std::collections::BTreeSet;

use meldcode::engine::answers::Given;
use meldcode::engine::check::{Verdict, check, check_in_full};
use meldcode::engine::conclude::{Concluded, conclude};
use meldcode::engine::frontier::{End, Frontier};
use meldcode::engine::passable::Passable;
use meldcode::engine::plan;
use meldcode::engine::property::{concerns, satisfied};
use meldcode::engine::routes::Routes;
use meldcode::engine::worth::worth;
use meldcode::model::guide::Guide;
use meldcode::model::property::Property;
use meldcode::model::question::{Finding, Kind, Question};
use meldcode::model::register::{Ref, Set};

/// Every answer that a menu lets somebody give.
fn answers(question: &Question) -> Vec<Given> {
    let choices = question.choices.len();
    if question.kind == Kind::One {
        return (0..choices).map(Given::One).collect();
    }
    let members = |bits: u64| (0..choices).filter(move |index| bits & (1 << index) != 0);
    let alone = |bits: u64| members(bits).any(|index| question.choices[index].alone);
    let sets = 1..(1u64 << choices);
    sets.filter(|bits| bits.count_ones() == 1 || !alone(*bits))
        .map(|bits| Given::many(members(bits)))
        .collect()
}

/// Where an answer leads, if somebody who waits for it can use it.
fn read(routes: &Routes, frontier: &Frontier, at: Ref<Question>, given: Given) -> Option<Frontier> {
    let mut after = frontier.clone();
    after.read(routes, at, Some(given)).then_some(after)
}

/// Every end and every state on the way.
fn every_state(guide: &Guide) -> (Vec<Frontier>, Vec<Frontier>) {
    let routes = Routes::of(guide);
    let (mut waiting, mut asked, mut ends) = (vec![Frontier::start(&routes)], Vec::new(), Vec::new());
    while let Some(frontier) = waiting.pop() {
        let Some(at) = frontier.next() else {
            ends.push(frontier);
            continue;
        };
        waiting.extend(
            answers(guide.questions.get(at)).into_iter().filter_map(|g| read(&routes, &frontier, at, g)),
        );
        asked.push(frontier);
    }
    (asked, ends)
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    Holds,
    Broken,
    Idle,
}

fn found(verdict: &Verdict) -> Found {
    match verdict {
        Verdict::Holds { .. } => Found::Holds,
        Verdict::Broken { .. } => Found::Broken,
        Verdict::Idle => Found::Idle,
        Verdict::TooManyStates => panic!("a small guide has few states"),
    }
}

#[test]
fn a_property_is_judged_as_if_every_result_were_looked_at() {
    let mut seen = [0; 3];
    for seed in 1..=400 {
        let mut draw = small::Draw::new(seed);
        let guide = small::guide(&mut draw, 4);
        let routes = Routes::of(&guide);
        let (_, ends) = every_state(&guide);
        let results: Vec<_> = ends.iter().map(|end| conclude(&guide, &routes, end)).collect();
        for _ in 0..12 {
            let property = small::property(&mut draw, &guide);
            let about: Vec<_> = results.iter().filter(|result| concerns(&guide, &property, result)).collect();
            let expected = match about.iter().all(|result| satisfied(&guide, &property, result)) {
                _ if about.is_empty() => Found::Idle,
                true => Found::Holds,
                false => Found::Broken,
            };
            let (first, full) =
                (check(&guide, &routes, &property), check_in_full(&guide, &routes, &property));
            assert_eq!(found(&first), expected, "seed {seed}: {property:#?}");
            assert_eq!(found(&full), expected, "in full, seed {seed}: {property:#?}");
            seen[expected as usize] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 200), "every verdict is tried: {seen:?}");
}

/// What a property names, unless it looks at texts.
fn named(property: &Property) -> Option<Set<Finding>> {
    let Property { given, unless, require, forbid, .. } = property;
    let said = [Some(given), unless.as_ref(), require.as_ref(), forbid.as_ref()].into_iter().flatten();
    said.clone()
        .all(|words| words.meets.is_empty())
        .then(|| said.map(|words| words.findings.or(words.any_finding)).fold(Set::EMPTY, Set::or))
}

#[test]
fn guides_that_differ_in_nothing_that_makes_a_difference_get_the_same_verdicts() {
    let (mut same, mut other) = ([0; 3], 0);
    for seed in 1..=2000 {
        let mut draw = small::Draw::new(seed);
        let guide = small::guide(&mut draw, 4);
        let another = small::for_another(&mut draw, &guide);
        let property = small::property(&mut draw, &guide);
        let Some(named) = named(&property).filter(|_| guide.given != another.given) else { continue };
        let passable = |guide: &Guide| Passable::new(Routes::of(guide), named);
        if passable(&guide) != passable(&another) {
            other += 1;
            continue;
        }
        let verdict = |guide: &Guide| found(&check(guide, &Routes::of(guide), &property));
        let (one, two) = (verdict(&guide), verdict(&another));
        assert_eq!(one, two, "seed {seed}: {property:#?}");
        same[one as usize] += 1;
    }
    assert!(same.iter().all(|count| *count > 20) && other > 100, "{same:?} alike, {other} not");
}

#[test]
fn a_choice_that_is_never_offered_makes_a_difference_only_where_a_doubt_stands_for_it_or_it_can_be_known() {
    let mut seen = [0; 3];
    for seed in 1..=200 {
        let guide = small::guide(&mut small::Draw::new(seed), 4);
        let (finding, _) = guide.findings.iter().next().unwrap();
        let guide = Guide { given: guide.given.with(finding), ..guide };
        let passable = |guide: &Guide| Passable::new(Routes::of(guide), Set::EMPTY);
        for (place, (_, question)) in guide.questions.iter().enumerate() {
            for index in 0..question.choices.len() {
                // What is given shuts it; beyond that the two guides differ in what it does.
                let of = |excuses, known_if| {
                    small::with_choice(&guide, (place, index), |choice| {
                        choice.guard.unless = choice.guard.unless.with(finding);
                        (choice.effects.excuses, choice.known_if) = (excuses, known_if);
                    })
                };
                let all = guide.duties.iter().map(|(at, _)| at).collect();
                let differ = |known_if| passable(&of(Set::EMPTY, known_if)) != passable(&of(all, known_if));
                let stood_for = question.choices.iter().any(|choice| choice.readings.contains(&index));
                assert_eq!(differ(Set::EMPTY), stood_for, "seed {seed}: {} {index}", question.id);
                assert!(differ(Set::EMPTY.with(finding)), "seed {seed}: {} {index}", question.id);
                seen[usize::from(stood_for)] += 1;
                seen[2] += 1;
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}

/// Everything that a result says, texts and all.
fn says<'g>(guide: &'g Guide, frontier: &Frontier) -> impl PartialEq + use<'g> {
    let concluded: Concluded<'g> = conclude(guide, &Routes::of(guide), frontier);
    let actions = plan::actions(guide, &concluded);
    let notices: Vec<_> = plan::notices(guide, &concluded).into_iter().map(|notice| &notice.id).collect();
    let because =
        concluded.outlook.row().map(|row| guide.rows.get(row).because.text(concluded.state.records));
    let Concluded { outlook, holds, open, done, rows, .. } = concluded;
    (outlook, holds, open, done, rows, actions, notices, because)
}

/// Whether the same later answers lead two walks to different results.
fn differ(guide: &Guide, one: &Frontier, other: &Frontier) -> bool {
    if one == other {
        return false;
    }
    let Some(at) = one.next().into_iter().chain(other.next()).min() else {
        return says(guide, one) != says(guide, other);
    };
    let routes = Routes::of(guide);
    let step = |frontier: &Frontier, given| {
        let mut after = frontier.clone();
        if frontier.open.iter().any(|branch| branch.at == at) {
            after.read(&routes, at, Some(given));
        }
        usable(&after).then_some(after)
    };
    answers(guide.questions.get(at)).into_iter().any(|given| match (step(one, given), step(other, given)) {
        (Some(one), Some(other)) => differ(guide, &one, &other),
        _ => false,
    })
}

/// Whether two answers to the question that comes next can lead to different results.
fn is_useful(guide: &Guide, frontier: &Frontier) -> bool {
    let at = frontier.next().unwrap();
    let after = answers(guide.questions.get(at)).into_iter();
    let routes = Routes::of(guide);
    let after: Vec<_> = after.filter_map(|given| read(&routes, frontier, at, given)).filter(usable).collect();
    after.iter().skip(1).any(|other| differ(guide, &after[0], other))
}

fn usable(frontier: &Frontier) -> bool {
    !frontier.leaves.iter().any(|leaf| matches!(leaf.end, End::Open(_)))
}

#[test]
fn a_question_is_idle_where_no_two_answers_differ() {
    let mut idle_ones = 0;
    for seed in 1..=500 {
        let mut draw = small::Draw::new(seed);
        let guide = small::guide(&mut draw, 16);
        let guide = small::with_notices(&mut draw, guide);
        let (asked, _) = every_state(&guide);
        let mut expected = BTreeSet::new();
        for frontier in asked.iter().filter(|frontier| usable(frontier)) {
            let at = frontier.next().unwrap();
            let alone = frontier.open.iter().filter(|branch| branch.at == at);
            let alone =
                alone.map(|one| Frontier { open: [*one].into_iter().collect(), ..Frontier::default() });
            if ![frontier.clone()].into_iter().chain(alone).any(|readings| is_useful(&guide, &readings)) {
                expected.insert(at);
            }
        }
        let found: BTreeSet<_> = worth(&guide).unwrap().idle.iter().map(|idle| idle.question).collect();
        assert_eq!(found, expected, "seed {seed}");
        idle_ones += expected.len();
    }
    assert!(idle_ones > 30, "some questions are idle: {idle_ones}");
}
