//! Checking a property without knowing every duty: less is kept of each state, and more is thought possible.
//!
//! Refuses to decide against a property: what is possible here need not be so in the guide.
//!
//! Why it is sound. A narrow slice keeps the conclusions, what routing reads, whether a report is lifted, and the duties
//! that the property itself names. So of every reading it knows the end, the row, the way it points, and every duty that
//! is named; it does not know which *other* duties hold that reading back. Conclusions and properties look at those in
//! one manner only: whether there are any (the strongest reading, the outlook, `held`, `held_by_other_than` whose list is
//! kept). Which of them comes first chooses a text, and of texts a property reads only that they are not empty
//! (`way_out`); where a text of the guide is empty there is no narrow check. So one duty that is not kept stands in for
//! all of them.
//!
//! Which readings it holds back is tried as far as it matters. A narrow reading stands for one or more real ones: all
//! free of it, all held by it, or some of each (split). What comes of that is one winner, and whether anything unknown
//! holds. How protective a reading is (`points`) does not depend on what holds it back, so the winner is among those
//! that are most so: of these the strongest that nothing holds, and else the strongest of all. Nothing unknown at all:
//! all free. No winner without holds, and something unknown: all held. Some of them without holds, and something
//! unknown: let L be the strongest of these; then L wins too when L is split and all others are held, for those that
//! cannot be held were no stronger. For a report only the winner's own holds count, and those may be named duties alone
//! while others have unknown ones: then L is free and all others are held. Of readings that are equally strong the last
//! one wins, and their order rests on what is not kept: so each that can win is also tried as the last. These are all
//! cases, so every result of the guide is among what is tried, on every word that the property reads: what holds for
//! all that is tried holds for every result, and what is about nothing there is about nothing.

use smallvec::SmallVec;

use crate::model::advice::Way;
use crate::model::duty::{Duty, Pending, Variants};
use crate::model::guide::Guide;
use crate::model::property::{Property, Words};
use crate::model::register::{Ref, Set};

use super::check::directions;
use super::conclude::{Concluded, Ends};
use super::decide::{Decided, points};
use super::routes::Routes;
use super::slice::Slice;

/// The ways that something can hold back.
const HELD: [Way; 3] = [Way::Close, Way::Help, Way::Report];

/// A narrow check of one property.
pub(super) struct Narrow {
    /// For each way that can be held back, a duty that is not kept.
    stand_ins: Vec<(Way, Ref<Duty>)>,
}

impl Narrow {
    /// The narrow check and its slice, from what the property reads; nothing where none is sound.
    pub(super) fn new(guide: &Guide, property: &Property, reads: Slice) -> Option<(Self, Slice)> {
        let said = [
            Some(&property.given),
            property.unless.as_ref(),
            property.require.as_ref(),
            property.forbid.as_ref(),
        ];
        let reads_texts = |words: &Words| words.way_out.is_some();
        if said.into_iter().flatten().any(reads_texts) && !every_pending_says_something(guide) {
            return None;
        }
        let other = |way: Way| {
            let unknown = |(at, duty): &(Ref<Duty>, &Duty)| duty.holds(way) && !reads.duties.has(*at);
            guide.duties.iter().find(unknown).map(|(at, _)| (way, at))
        };
        let stand_ins = HELD.into_iter().filter_map(other).collect();
        // What lifts a report matters to results that point to one.
        let reports = directions(&property.given).iter().any(|direction| direction.way == Way::Report);
        let any_of = if reports { guide.lifting() } else { Set::EMPTY };
        let slice = Slice { any_of, ..reads };
        Some((Self { stand_ins }, slice))
    }

    /// What a narrow end can come to, as far as the property can tell.
    pub(super) fn each_possible<'g>(
        &self,
        guide: &'g Guide,
        routes: &Routes,
        ends: &Ends<'_>,
        mut see: impl FnMut(&Concluded<'g>),
    ) {
        let held = |one: &Decided| {
            let (_, duty) = self.stand_ins.iter().find(|(held, _)| *held == one.way && one.can_wait)?;
            Some(Decided { holds: one.holds.with(*duty), ..*one })
        };
        see(&ends.conclude(guide, routes, &ends.decided));
        let most = ends.decided.iter().map(|one| points(routes, one)).max();
        let unknown = ends.decided.iter().any(|one| held(one).is_some());
        let mut so: SmallVec<[Decided; 8]> = SmallVec::new();
        for (last, winner) in ends.decided.iter().enumerate() {
            if Some(points(routes, winner)) != most {
                continue;
            }
            let others = ends.decided.iter().enumerate().filter(|(at, _)| *at != last);
            let others = others.map(|(_, one)| held(one).unwrap_or(*one));
            let mut tried = |winner: &[Decided]| {
                so.clear();
                so.extend(others.clone());
                so.extend_from_slice(winner);
                see(&ends.conclude(guide, routes, &so));
            };
            if unknown || ends.decided.len() > 1 {
                tried(&[*winner]);
            }
            // Where nothing unknown can hold the winner back, there is one way to try it.
            if let Some(held) = held(winner) {
                tried(&[*winner, held]);
                tried(&[held]);
            }
        }
    }
}

/// Whether nothing that a "not yet" could say is empty.
#[must_use]
pub fn every_pending_says_something(guide: &Guide) -> bool {
    let says = |text: &Variants| {
        !text.otherwise.is_empty() && text.guarded.iter().all(|(_, guarded)| !guarded.is_empty())
    };
    let choices = guide.questions.iter().flat_map(|(_, question)| &question.choices);
    let duties = guide.duties.iter().filter_map(|(_, duty)| duty.pending.as_ref());
    let rows = guide.rows.iter().filter_map(|(_, row)| row.pending.as_ref());
    let mut all = choices.filter_map(|choice| choice.doubt.as_ref()).chain(duties).chain(rows);
    all.all(|Pending { first, fallback }| says(first) && says(fallback))
        && !guide.actions.get(guide.ask_advice).text.is_empty()
}
