//! Part (c) of the proof: safety properties, checked against every possible result.

use std::cell::Cell;

use crate::model::advice::{Advice, Report, Way};
use crate::model::guide::Guide;
use crate::model::property::{OutlookWord, Property, Words};
use crate::model::question::Finding;
use crate::model::register::Set;

use super::conclude::{Concluded, Ends, conclude};
use super::explore::{Course, MOST_STATES, OneWay, Seen, TooManyStates, walk};
use super::frontier::Leaf;
use super::narrow::Narrow;
use super::property::{concerns, reads, satisfied};
use super::routes::Routes;
use super::slice::Slice;
use super::trail::{Extent, lead, settled};

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
pub fn check(guide: &Guide, routes: &Routes, property: &Property) -> Verdict {
    together(parts(property).iter().map(|part| check_part(guide, routes, part)))
}

fn check_part(guide: &Guide, routes: &Routes, property: &Property) -> Verdict {
    let Some((narrow, slice)) = Narrow::new(guide, property, reads(guide, property)) else {
        return check_in_full(guide, routes, property);
    };
    let (mut about, mut in_doubt, mut real) = (0, false, Real::default());
    let mut leaves: Vec<Leaf> = Vec::new();
    let walked = walk(guide, routes, Course::whole(routes, slice), |seen| match seen {
        Seen::At(..) => {}
        Seen::Left(way) => {
            about += 1;
            real.look_once(guide, routes, property, way);
        }
        Seen::End(state, _) => {
            let way = state.way;
            leaves.clear();
            leaves.extend(state.leaves().copied());
            let (mut of, mut bad) = (0, 0);
            let ends = Ends::of(routes, &leaves, state.doubts());
            narrow.each_possible(guide, routes, &ends, |so| {
                if concerns(guide, property, so) {
                    of += 1;
                    bad += usize::from(!satisfied(guide, property, so));
                }
            });
            if of == 0 {
                return;
            }
            about += 1;
            if bad == 0 {
                real.look_once(guide, routes, property, way);
            } else {
                in_doubt = true;
                real.look(guide, routes, property, way);
            }
        }
    });
    match (walked, real.broken) {
        (_, Some(Example { findings, outlook })) => Verdict::Broken { findings, outlook },
        (Ok(_), None) if about == 0 => Verdict::Idle,
        (Ok(states), None) if real.used && !in_doubt => Verdict::Holds { states, about },
        (walked, None) => match check_in_full(guide, routes, property) {
            Verdict::Holds { states, about } => {
                Verdict::Holds { states: states + walked.unwrap_or(MOST_STATES), about }
            }
            // Nothing that is possible breaks it. Whether it is about anything here could not be seen, and counts as not.
            Verdict::TooManyStates if walked.is_ok() && !in_doubt => Verdict::Idle,
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
    fn look_once(&mut self, guide: &Guide, routes: &Routes, property: &Property, way: OneWay<'_>) {
        if !self.used {
            self.look(guide, routes, property, way);
        }
    }

    /// Looks at the answers as they were met, and at the same with everything else done that can be.
    fn look(&mut self, guide: &Guide, routes: &Routes, property: &Property, way: OneWay<'_>) {
        let answers = way.answers(guide);
        // The last may leave the walk that was met: what comes of it is a result all the same.
        let others = [Extent::Silent, Extent::All].map(|extent| settled(guide, &answers, extent));
        for answers in [answers].iter().chain(&others) {
            let frontier = lead(guide, routes, answers);
            let concluded = conclude(guide, routes, &frontier);
            if !concerns(guide, property, &concluded) {
                continue;
            }
            self.used = true;
            if !satisfied(guide, property, &concluded) {
                self.broken = Example::plainer(self.broken, Example::of(&concluded));
            }
        }
    }
}

/// Checks one property with everything that a result can wait for, one direction at a time: which way a result points
/// does not depend on what holds it back, so a walk need not carry what only the other ways wait for.
#[must_use]
pub fn check_in_full(guide: &Guide, routes: &Routes, property: &Property) -> Verdict {
    together(
        directions(&property.given)
            .into_iter()
            .map(|direction| check_one(guide, routes, property, direction)),
    )
}

fn check_one(guide: &Guide, routes: &Routes, property: &Property, direction: Direction) -> Verdict {
    let (left, about, broken) = (Cell::new(0), Cell::new(0), Cell::new(None));
    let mut see = |seen: Seen<'_>| {
        let frontier = match seen {
            Seen::At(..) => return,
            Seen::Left(_) => return left.set(left.get() + 1),
            Seen::End(state, _) => state.frontier(),
        };
        // Of equally strong readings the last one wins, and their order rests on what is not kept: each is tried as last.
        let results = frontier.each_as_last().map(|so| conclude(guide, routes, &so));
        // What points no way, such as another door, is looked at together with reports.
        let way = |so: &Concluded<'_>| so.outlook.advice(guide).map_or(Way::Report, Advice::way);
        let of: Vec<_> =
            results.filter(|so| way(so) == direction.way && concerns(guide, property, so)).collect();
        about.set(about.get() + usize::from(!of.is_empty()));
        for so in of.iter().filter(|so| !satisfied(guide, property, so)) {
            broken.set(Example::plainer(broken.get(), Example::of(so)));
        }
    };
    let slice = Slice::holding(guide, direction.waits).and(reads(guide, property));
    let mut walked = walk(guide, routes, Course::whole(routes, slice.clone()), &mut see);
    if about.get() == 0 && left.get() > 0 {
        // Nothing can break it; whether it is about anything at all shows only when no walk is left before its end.
        walked = walk(guide, routes, Course::whole(routes, Slice { texts: None, ..slice }), &mut see);
    }
    match (walked, broken.get()) {
        (Err(TooManyStates), _) => Verdict::TooManyStates,
        (Ok(_), Some(Example { findings, outlook })) => Verdict::Broken { findings, outlook },
        (Ok(_), None) if about.get() == 0 => Verdict::Idle,
        (Ok(states), None) => Verdict::Holds { states, about: about.get() + left.get() },
    }
}

/// One way that results can go, and whose duties they can wait for.
#[derive(Clone, Copy)]
pub(super) struct Direction {
    pub(super) way: Way,
    waits: &'static [Way],
}

/// The ways that the results it is about can go, looked at one by one. What is cheap to hold back waits for the duties of
/// every weaker reading too, and closing after a report also for those of helping; a report, made or not, for its own
/// alone.
pub(super) fn directions(given: &Words) -> Vec<Direction> {
    let all = [
        (Way::Close, [Report::No, Report::Made], [Way::Close, Way::Help].as_slice()),
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
