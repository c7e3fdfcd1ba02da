//! One reading of the answers: where an answer leads from where it waits.
//!
//! Knows guards, effects and arrows. Refuses to know other readings: what a doubt stands for is for the frontier to follow.

use crate::model::question::{Effects, Finding, Kind, Question, Target};
use crate::model::register::{Ref, Set};

use super::answers::Given;
use super::frontier::{Branch, Doubt, End, Leaf, Next};
use super::routes::Routes;

/// Where a reading goes on to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Onward {
    /// To a question that is asked.
    Waits(Branch),
    /// To its end.
    Ends(Leaf),
    /// To a doubt: it stands for several readings, which go on from here.
    Doubts(Doubt, Effects),
}

impl Routes {
    /// Where a walk begins.
    pub(super) fn start(&self) -> Onward {
        self.follow(Target::Question(self.entry), self.before_any_answer)
    }

    /// Where the weighing begins, when this was established.
    pub(super) fn weighing(&self, established: Set<Finding>) -> Onward {
        self.follow(Target::Question(self.weighing), Effects { records: established, ..Effects::default() })
    }

    /// Where an answer leads, and whether it could be used. An answer that is not offered here counts as not given.
    pub(super) fn answer(&self, branch: &Branch, given: Option<Given>) -> (Onward, bool) {
        let node = self.node(branch.at);
        let offered =
            |index: &usize| node.turn(*index).is_some_and(|turn| turn.guard.opens(branch.state.records));
        let mut chosen = given.into_iter().flat_map(Given::choices).filter(offered);
        let Some(first) = chosen.next() else {
            let end = match branch.later {
                Some(occasion) => End::Closed(Some(Next { question: branch.at, occasion })),
                None => End::Open(branch.at),
            };
            return (Onward::Ends(Leaf { end, state: branch.state }), false);
        };
        if node.kind == Kind::Many {
            let all = std::iter::once(first).chain(chosen).filter_map(|index| node.turn(index));
            let state = all.fold(branch.state, |state, turn| state.and(turn.effects));
            return (self.follow(node.to, state), true);
        }
        (self.choose(branch.at, first, branch.state), true)
    }

    /// Goes on from one choice, as far as one reading can.
    fn choose(&self, at: Ref<Question>, index: usize, state: Effects) -> Onward {
        match self.take(at, index, state) {
            Ok((target, state)) => self.follow(target, state),
            Err(doubts) => doubts,
        }
    }

    /// What a choice makes of a state and where it leads, or the doubt that it is.
    fn take(&self, at: Ref<Question>, index: usize, state: Effects) -> Result<(Target, Effects), Onward> {
        let node = self.node(at);
        let Some(turn) = node.turn(index) else { return Ok((node.to, state)) };
        let state = state.and(turn.effects);
        if turn.readings.is_empty() { Ok((turn.to, state)) } else { Err(Onward::Doubts((at, index), state)) }
    }

    /// Goes where a target leads, past every question whose guard is closed and through those that are answered by
    /// what is known already.
    pub(super) fn follow(&self, mut target: Target, mut state: Effects) -> Onward {
        loop {
            let (at, later) = match target {
                Target::Question(at) => (at, None),
                Target::Later(at, occasion) => (at, Some(occasion)),
                Target::Close => return Onward::Ends(Leaf { end: End::Closed(None), state }),
                Target::Door(door) => return Onward::Ends(Leaf { end: End::Door(door), state }),
                Target::Emergency(danger) => {
                    return Onward::Ends(Leaf { end: End::Emergency(danger), state });
                }
            };
            let node = self.node(at);
            if !node.guard.opens(state.records) {
                target = node.to;
                continue;
            }
            let Some(known) = node.known(state.records) else {
                return Onward::Waits(Branch { at, later, state });
            };
            match self.take(at, known, state) {
                Ok(onward) => (target, state) = onward,
                Err(doubts) => return doubts,
            }
        }
    }
}
