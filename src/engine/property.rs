//! Part (c) of the proof: safety properties, checked against every possible result.

use crate::model::advice::{Advice, Report, Way};
use crate::model::duty::{Duty, Meets};
use crate::model::guide::Guide;
use crate::model::property::{OutlookWord, Property, Words};
use crate::model::question::{Finding, Guard};
use crate::model::register::Set;

use super::conclude::{Concluded, Outlook, conclude};
use super::explore::{Seen, TooManyStates, walk};
use super::frontier::Frontier;
use super::plan;
use super::slice::Slice;

/// What the check of one property found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds for every result; so many states were needed, and so many ends were about it.
    Holds {
        /// States of the slice.
        states: usize,
        /// Ends that the property is about.
        about: usize,
    },
    /// It does not hold: the findings of one result that breaks it, and that result in words.
    Broken {
        /// Findings of the result.
        findings: Set<Finding>,
        /// Its outlook.
        outlook: OutlookWord,
    },
    /// It is about no result at all.
    Idle,
    /// Too many states.
    TooManyStates,
}

/// Checks one property against every possible result of the guide, one direction at a time: which way a result points
/// does not depend on what holds it back, so a walk need not carry what only the other ways wait for.
#[must_use]
pub fn check(guide: &Guide, property: &Property) -> Verdict {
    let (mut states, mut about) = (0, 0);
    for ways in directions(&property.given) {
        match check_one(guide, property, ways) {
            Verdict::Holds { states: more, about: ends } => {
                states += more;
                about += ends;
            }
            Verdict::Idle => {}
            verdict => return verdict,
        }
    }
    if about == 0 { Verdict::Idle } else { Verdict::Holds { states, about } }
}

fn check_one(guide: &Guide, property: &Property, ways: &[Way]) -> Verdict {
    let lifting = guide.lifting();
    let mut about = 0;
    let mut broken = None;
    let start = vec![Frontier::start(guide)];
    let walked = walk(guide, slice(guide, property, ways), start, |seen| {
        let frontier = match seen {
            Seen::Question(_) => return,
            Seen::Left(_) => return about += 1,
            Seen::End(frontier, _) => frontier,
        };
        let concluded = conclude(guide, lifting, frontier);
        // What points no way, such as another door, is looked at together with reports.
        let way = concluded.outlook.advice(guide).map_or(Way::Report, Advice::way);
        if !ways.contains(&way) || !concerns(guide, property, &concluded) {
            return;
        }
        about += 1;
        if !satisfied(guide, property, &concluded) && broken.is_none() {
            broken = Some((concluded.state.records, concluded.outlook.word()));
        }
    });
    match (walked, broken) {
        (Err(TooManyStates), _) => Verdict::TooManyStates,
        (Ok(_), Some((findings, outlook))) => Verdict::Broken { findings, outlook },
        (Ok(_), None) if about == 0 => Verdict::Idle,
        (Ok(states), None) => Verdict::Holds { states, about },
    }
}

/// Whether the property is about this result.
#[must_use]
pub fn concerns(guide: &Guide, property: &Property, concluded: &Concluded<'_>) -> bool {
    meets(guide, concluded, &property.given)
        && !property.unless.as_ref().is_some_and(|unless| meets(guide, concluded, unless))
}

/// Whether a result that the property is about satisfies it.
#[must_use]
pub fn satisfied(guide: &Guide, property: &Property, concluded: &Concluded<'_>) -> bool {
    property.require.as_ref().is_none_or(|words| meets(guide, concluded, words))
        && !property.forbid.as_ref().is_some_and(|words| meets(guide, concluded, words))
}

/// Whether a result meets all the words that are said.
fn meets(guide: &Guide, concluded: &Concluded<'_>, words: &Words) -> bool {
    let Concluded { outlook, holds, state, open, done, .. } = concluded;
    let advice = outlook.advice(guide);
    let one_of = |wanted: &[Meets]| {
        wanted.is_empty() || plan::meets(guide, concluded).iter().any(|m| wanted.contains(m))
    };
    (words.outlook.is_empty() || words.outlook.contains(&outlook.word()))
        && (words.report.is_empty() || advice.is_some_and(|advice| words.report.contains(&advice.report)))
        && (words.help.is_empty() || advice.is_some_and(|advice| words.help.contains(&advice.help)))
        && state.records.covers(words.findings)
        && (words.any_finding.is_empty() || !state.records.and(words.any_finding).is_empty())
        && (words.held_by.is_empty() || !holds.and(words.held_by).is_empty())
        && words.held_by_other_than.is_none_or(|these| !holds.minus(these).is_empty())
        && done.covers(words.done)
        && (words.any_open.is_empty() || !open.and(words.any_open).is_empty())
        && one_of(&words.meets)
        && words.held.is_none_or(|held| held != holds.is_empty())
        && words.acts.is_none_or(|acts| acts == acts_on(guide, concluded))
        && words.way_out.is_none_or(|way_out| way_out == has_way_out(guide, outlook))
}

/// Whether the result says what to do. The emergency card always does; an open question asks.
fn acts_on(guide: &Guide, concluded: &Concluded<'_>) -> bool {
    match concluded.outlook {
        Outlook::Emergency { .. } | Outlook::Ask(_) => true,
        _ => plan::says_what_to_do(guide, concluded),
    }
}

/// Whether Veilig Thuis is the contact and something is said for when the first thing fails.
fn has_way_out(guide: &Guide, outlook: &Outlook<'_>) -> bool {
    match outlook {
        Outlook::NotYet(not_yet) => {
            not_yet.contact == guide.veilig_thuis && !not_yet.first.is_empty() && !not_yet.fallback.is_empty()
        }
        _ => false,
    }
}

/// What the property reads: whatever the decisions it is about wait for, and what it names itself.
fn slice(guide: &Guide, property: &Property, ways: &[Way]) -> Slice {
    let about =
        Slice { about: property.given.findings, about_any: property.given.any_finding, ..Slice::default() };
    let mut slice = Slice::holding(guide, ways).and(about);
    let said = [
        Some(&property.given),
        property.unless.as_ref(),
        property.require.as_ref(),
        property.forbid.as_ref(),
    ];
    for words in said.into_iter().flatten() {
        slice = slice.and(Slice {
            findings: words.findings.or(words.any_finding),
            duties: words.any_open.or(words.held_by).or(words.done),
            done: words.done,
            ..Slice::default()
        });
        if !words.meets.is_empty() {
            slice = slice.and(read_by_texts(guide, words));
        }
    }
    // A property that only forbids texts cannot be broken once none of them can be said any more.
    if property.require.is_none() && property.forbid.as_ref().is_some_and(Words::is_only_about_texts) {
        return slice;
    }
    Slice { texts: None, ..slice }
}

/// The ways that the results it is about can go, in groups that are looked at one by one.
fn directions(given: &Words) -> Vec<&'static [Way]> {
    let way =
        |way: &[Report]| given.report.is_empty() || given.report.iter().any(|report| way.contains(report));
    let mut groups: Vec<&'static [Way]> = Vec::new();
    if way(&[Report::No, Report::Made]) {
        groups.extend([[Way::Close].as_slice(), [Way::Help].as_slice(), [Way::Made].as_slice()]);
    }
    if way(&[Report::Undecided]) {
        groups.push(&[Way::Undecided]);
    }
    if way(&[Report::Yes, Report::Again]) {
        groups.push(&[Way::Report]);
    }
    groups
}

/// What the choice of actions and notices reads, as far as the words can tell them apart.
fn read_by_texts(guide: &Guide, words: &Words) -> Slice {
    let about = |meets: Option<Meets>| meets.is_some_and(|meets| words.meets.contains(&meets));
    let actions = guide.actions.iter().filter(|(_, action)| about(action.meets));
    let notices = guide.notices.iter().filter(|notice| about(notice.meets)).map(|notice| notice.guard);
    let guards: Vec<Guard> = actions.clone().map(|(_, action)| action.guard).chain(notices).collect();
    let findings = guards.iter().fold(Set::EMPTY, |set, guard| set.or(guard.reads()));
    let chosen: Vec<_> = actions.map(|(at, _)| at).collect();
    let has = |duty: &Duty| duty.actions.iter().any(|at| chosen.contains(at));
    let duties = guide.duties.iter().filter(|(_, duty)| has(duty)).map(|(at, _)| at).collect();
    Slice { findings, duties, texts: Some(guards), ..Slice::default() }
}
