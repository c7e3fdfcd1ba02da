//! Part (c) of the proof: safety properties, checked against every possible result.

use std::cell::Cell;

use crate::model::advice::{Advice, Report, Way};
use crate::model::duty::{Duty, Meets};
use crate::model::guide::Guide;
use crate::model::property::{OutlookWord, Property, Words};
use crate::model::question::{Finding, Guard};
use crate::model::register::Set;

use super::conclude::{Concluded, Outlook, conclude};
use super::explore::{MOST_STATES, OneWay, Seen, TooManyStates, walk};
use super::frontier::Frontier;
use super::narrow::Narrow;
use super::plan;
use super::slice::Slice;
use super::trail::lead;

/// What the check of one property found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds for every result; so many states were needed, and so many of their ends are or may be about it.
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

/// Checks one property against every possible result of the guide: narrowly first, and in full only where that decides
/// nothing.
#[must_use]
pub fn check(guide: &Guide, property: &Property) -> Verdict {
    together(parts(property).iter().map(|part| check_part(guide, part)))
}

fn check_part(guide: &Guide, property: &Property) -> Verdict {
    let Some((narrow, slice)) = Narrow::new(guide, property, reads(guide, property)) else {
        return check_in_full(guide, property);
    };
    let lifting = guide.lifting();
    let (mut about, mut in_doubt, mut real) = (0, false, Real::default());
    let start = vec![Frontier::start(guide)];
    let walked = walk(guide, slice, start, |seen| match seen {
        Seen::Question(_) => {}
        Seen::Left(way) => {
            about += 1;
            real.look_once(guide, property, way);
        }
        Seen::End(frontier, _, way) => {
            let possible = narrow.possible(guide, frontier);
            let results = possible.iter().map(|so| conclude(guide, lifting, so));
            let of: Vec<_> = results.filter(|so| concerns(guide, property, so)).collect();
            if of.is_empty() {
                return;
            }
            about += 1;
            if of.iter().all(|so| satisfied(guide, property, so)) {
                real.look_once(guide, property, way);
            } else {
                in_doubt = true;
                real.look(guide, property, way);
            }
        }
    });
    match (walked, real.broken) {
        (_, Some(Example { findings, outlook })) => Verdict::Broken { findings, outlook },
        (Ok(_), None) if about == 0 => Verdict::Idle,
        (Ok(states), None) if real.used && !in_doubt => Verdict::Holds { states, about },
        (walked, None) => match check_in_full(guide, property) {
            Verdict::Holds { states, about } => {
                Verdict::Holds { states: states + walked.unwrap_or(MOST_STATES), about }
            }
            verdict => verdict,
        },
    }
}

/// A property that forbids nothing but open duties says so of each of them: less is kept for one at a time.
fn parts(property: &Property) -> Vec<Property> {
    let only_open = |words: &Words| {
        let silent = Words { any_open: Set::EMPTY, ..words.clone() };
        silent == Words::default() && words.any_open.len() > 1
    };
    let Some(forbid) = property.forbid.as_ref().filter(|words| only_open(words)) else {
        return vec![property.clone()];
    };
    let part = |duty| Property {
        forbid: Some(Words { any_open: Set::EMPTY.with(duty), ..Words::default() }),
        ..property.clone()
    };
    forbid.any_open.iter().map(part).collect()
}

/// The verdict on a whole, from those on its parts. What breaks one part breaks the whole.
fn together(parts: impl Iterator<Item = Verdict>) -> Verdict {
    let (mut states, mut about) = (0, 0);
    for verdict in parts {
        match verdict {
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

/// What whole walks through the guide, nothing forgotten, say about a property. Their results are real ones.
#[derive(Default)]
struct Real {
    used: bool,
    broken: Option<Example>,
}

/// A result that breaks a property. Of several, the one with the fewest findings is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Example {
    outlook: OutlookWord,
    findings: Set<Finding>,
}

impl Example {
    fn of(concluded: &Concluded<'_>) -> Self {
        Self { findings: concluded.state.records, outlook: concluded.outlook.word() }
    }

    fn plainer(one: Option<Self>, other: Self) -> Option<Self> {
        one.into_iter().chain([other]).min_by_key(|example| (example.findings.len(), *example))
    }
}

impl Real {
    fn look_once(&mut self, guide: &Guide, property: &Property, way: OneWay<'_>) {
        if !self.used {
            self.look(guide, property, way);
        }
    }

    fn look(&mut self, guide: &Guide, property: &Property, way: OneWay<'_>) {
        let frontier = lead(guide, &way.answers(guide));
        let concluded = conclude(guide, guide.lifting(), &frontier);
        if !concerns(guide, property, &concluded) {
            return;
        }
        self.used = true;
        if !satisfied(guide, property, &concluded) {
            self.broken = Example::plainer(self.broken, Example::of(&concluded));
        }
    }
}

/// Checks one property with everything that a result can wait for, one direction at a time: which way a result points
/// does not depend on what holds it back, so a walk need not carry what only the other ways wait for.
#[must_use]
pub fn check_in_full(guide: &Guide, property: &Property) -> Verdict {
    together(directions(&property.given).into_iter().map(|direction| check_one(guide, property, direction)))
}

fn check_one(guide: &Guide, property: &Property, direction: Direction) -> Verdict {
    let lifting = guide.lifting();
    let (left, about, broken) = (Cell::new(0), Cell::new(0), Cell::new(None));
    let mut see = |seen: Seen<'_>| {
        let frontier = match seen {
            Seen::Question(_) => return,
            Seen::Left(_) => return left.set(left.get() + 1),
            Seen::End(frontier, ..) => frontier,
        };
        let concluded = conclude(guide, lifting, frontier);
        // What points no way, such as another door, is looked at together with reports.
        let way = concluded.outlook.advice(guide).map_or(Way::Report, Advice::way);
        if direction.way != way || !concerns(guide, property, &concluded) {
            return;
        }
        about.set(about.get() + 1);
        if !satisfied(guide, property, &concluded) {
            broken.set(Example::plainer(broken.get(), Example::of(&concluded)));
        }
    };
    let start = || vec![Frontier::start(guide)];
    let slice = Slice::holding(guide, direction.waits).and(reads(guide, property));
    let mut walked = walk(guide, slice.clone(), start(), &mut see);
    if about.get() == 0 && left.get() > 0 {
        // Nothing can break it; whether it is about anything at all shows only when no walk is left before its end.
        walked = walk(guide, Slice { texts: None, ..slice }, start(), &mut see);
    }
    match (walked, broken.get()) {
        (Err(TooManyStates), _) => Verdict::TooManyStates,
        (Ok(_), Some(Example { findings, outlook })) => Verdict::Broken { findings, outlook },
        (Ok(_), None) if about.get() == 0 => Verdict::Idle,
        (Ok(states), None) => Verdict::Holds { states, about: about.get() + left.get() },
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

/// What the property reads by itself.
fn reads(guide: &Guide, property: &Property) -> Slice {
    let (about, about_any) = (property.given.findings, property.given.any_finding);
    let mut slice = Slice { about, about_any, ..Slice::default() };
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

/// One way that results can go, and whose duties they can wait for.
#[derive(Clone, Copy)]
pub(super) struct Direction {
    pub(super) way: Way,
    waits: &'static [Way],
}

/// The ways that the results it is about can go, looked at one by one. What is cheap to hold back waits for the duties of
/// every weaker reading too; a report, made or not, for its own alone.
pub(super) fn directions(given: &Words) -> Vec<Direction> {
    let all = [
        (Way::Close, [Report::No, Report::Made], [Way::Close].as_slice()),
        (Way::Help, [Report::No, Report::No], &[Way::Close, Way::Help]),
        (Way::Undecided, [Report::Undecided, Report::Undecided], &[Way::Close, Way::Help]),
        (Way::Made, [Report::Made, Report::Made], &[]),
        (Way::Report, [Report::Yes, Report::Again], &[Way::Report]),
    ];
    let fits = |reports: &[Report]| {
        given.report.is_empty() || given.report.iter().any(|report| reports.contains(report))
    };
    let chosen = all.into_iter().filter(|(way, reports, _)| {
        // Whether help is decided makes a way undecided too.
        fits(reports) || *way == Way::Undecided && fits(&[Report::No, Report::Made])
    });
    chosen.map(|(way, _, waits)| Direction { way, waits }).collect()
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
