//! The answers to one question that lead to different states, worked out for the readings that wait at it.
//!
//! Choices of a many-choice question are taken one by one, and what comes to the same is kept once after each: effects
//! only grow, so what is the same now stays the same whatever else is chosen. That takes as many steps as there are
//! different outcomes, not as there are combinations of choices. Knows no arrows: what is the same here, for all that
//! anything later reads, leads to the same place.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::model::guide::Guide;
use crate::model::question::{Effects, Guard, Kind, Question};
use crate::model::register::Ref;

use super::answers::Given;
use super::explore::MOST_AT_ONCE;
use super::frontier::Branch;
use super::slice::Projection;

/// Of more different outcomes than this, for the same readings, none is looked at.
const MOST_OUTCOMES: usize = 1 << MOST_AT_ONCE;

/// What one question can be answered with, as far as a slice can see.
pub(super) struct Combine {
    /// Answers that go with no other.
    alone: Vec<Given>,
    /// Choices that can be combined, those that do the same together.
    classes: Vec<Class>,
}

struct Class {
    effects: Effects,
    guard: Guard,
    choices: Vec<usize>,
}

/// What a combination of choices makes of one reading; nothing when none of them is offered there. Without that
/// difference a reading may have nothing to choose from.
type Outcome = Option<Effects>;

impl Combine {
    /// The answers to a question, or those of them that are allowed.
    pub(super) fn new(
        guide: &Guide,
        projection: &Projection,
        at: Ref<Question>,
        allowed: Option<&[usize]>,
    ) -> Self {
        let question = guide.questions.get(at);
        let is_allowed = |index: &usize| allowed.is_none_or(|choices| choices.contains(index));
        let mut combine = Self { alone: Vec::new(), classes: Vec::new() };
        if question.kind != Kind::Many {
            combine.alone = (0..question.choices.len()).filter(is_allowed).map(Given::One).collect();
            return combine;
        }
        for (index, choice) in question.choices.iter().enumerate().filter(|(index, _)| is_allowed(index)) {
            // What a choice does is seen from the question itself: all that anything later reads is kept.
            let (effects, guard) = (projection.keep(choice.effects, Some(at)), choice.guard);
            if choice.alone {
                combine.alone.push(Given::many([index]));
                continue;
            }
            match combine.classes.iter_mut().find(|known| known.effects == effects && known.guard == guard) {
                // Choices that do the same do so together too. Those that ask for nothing come along, so that the one
                // walk that is kept for a state leaves as little open as it can.
                Some(known) if choice.effects.imposes.is_empty() => known.choices.push(index),
                Some(_) => {}
                None => combine.classes.push(Class { effects, guard, choices: vec![index] }),
            }
        }
        combine
    }

    /// The answers that differ for these readings, which wait at the question. Nothing when there are too many to look
    /// at all of them: a part would prove nothing.
    pub(super) fn answers<'b>(
        &self,
        projection: &Projection,
        readings: impl Iterator<Item = &'b Branch> + Clone,
    ) -> Option<Cow<'_, [Given]>> {
        if self.classes.is_empty() {
            return Some(Cow::Borrowed(&self.alone));
        }
        // For each outcome the fullest combination that leads to it, one bit for each class.
        let mut known: FxHashMap<Vec<Outcome>, u64> = FxHashMap::default();
        known.insert(readings.clone().map(|_| None).collect(), 0);
        for (bit, class) in self.classes.iter().enumerate() {
            let before: Vec<_> = known.iter().map(|(outcomes, chosen)| (outcomes.clone(), *chosen)).collect();
            for (mut outcomes, chosen) in before {
                for (outcome, reading) in outcomes.iter_mut().zip(readings.clone()) {
                    if class.guard.opens(reading.state.records) {
                        let state = outcome.unwrap_or(reading.state).and(class.effects);
                        *outcome = Some(projection.keep(state, Some(reading.at)));
                    }
                }
                let fullest = known.entry(outcomes).or_default();
                *fullest = (*fullest).max(chosen | 1 << bit);
            }
            if known.len() > MOST_OUTCOMES {
                return None;
            }
        }
        // What is offered to nobody is no answer.
        known.retain(|outcomes, _| outcomes.iter().any(Option::is_some));
        let mut combinations: Vec<u64> = known.into_values().collect();
        combinations.sort_unstable_by(|one, other| other.cmp(one));
        let combinations = combinations.into_iter().map(|chosen| self.given(chosen));
        Some(self.alone.iter().copied().chain(combinations).collect())
    }

    fn given(&self, chosen: u64) -> Given {
        let members = self.classes.iter().enumerate().filter(|(bit, _)| chosen & (1 << bit) != 0);
        Given::many(members.flat_map(|(_, class)| class.choices.iter().copied()))
    }
}
