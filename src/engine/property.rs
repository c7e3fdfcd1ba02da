//! What a safety property says about one result, and what of a state it reads.
//!
//! Refuses to say whether it holds for every result: `check` walks through them.

use crate::model::advice::{Advice, Row};
use crate::model::duty::{Duty, Meets};
use crate::model::guide::Guide;
use crate::model::property::{Property, Words};
use crate::model::question::Guard;
use crate::model::register::Set;

use super::conclude::Concluded;
use super::outlook::Outlook;
use super::plan;
use super::slice::Slice;

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

/// What the property reads by itself.
pub(super) fn reads(guide: &Guide, property: &Property) -> Slice {
    let (about, about_any) = (property.given.findings, property.given.any_finding);
    let mut slice = Slice { about, about_any, rows: rows(guide, &property.given), ..Slice::default() };
    let said = [
        Some(&property.given),
        property.unless.as_ref(),
        property.require.as_ref(),
        property.forbid.as_ref(),
    ];
    for words in said.into_iter().flatten() {
        let other_than = words.held_by_other_than.unwrap_or_default();
        slice = slice.and(Slice {
            findings: words.findings.or(words.any_finding),
            duties: words.any_open.or(words.held_by).or(words.done).or(other_than),
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

/// The rows that a result can have of which a property says something; nothing when that is any.
fn rows(guide: &Guide, given: &Words) -> Option<Set<Row>> {
    let fits = |advice: Advice| {
        (given.report.is_empty() || given.report.contains(&advice.report))
            && (given.help.is_empty() || given.help.contains(&advice.help))
    };
    let fitting = guide.rows.iter().filter(|(_, row)| fits(row.advice)).map(|(at, _)| at).collect();
    (!given.report.is_empty() || !given.help.is_empty()).then_some(fitting)
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
