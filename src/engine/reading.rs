//! One reading of the answers: where an answer leads from where it waits.
//!
//! Knows guards, effects and arrows. What a reading established grows in place, for nothing is ever taken back on the way.
//! Refuses to know other readings: what a doubt stands for is for the frontier to follow.

use crate::model::question::{Effects, Finding, Kind, Occasion, Question, Target};
use crate::model::register::{Ref, Set};

use super::answers::Given;
use super::frontier::{Doubt, End, Next};
use super::routes::Routes;

/// Where a reading goes on to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Onward {
    /// To a question that is asked, perhaps on a later occasion.
    Waits(Ref<Question>, Option<Ref<Occasion>>),
    /// To its end.
    Ends(End),
    /// To a doubt: it stands for several readings, which go on from here.
    Doubts(Doubt),
}

// What a reading goes on to is small. In one piece with its caller it stays in registers; returned, it is written in small
// parts and read in large ones, which a processor waits for.
impl Routes {
    /// Where a walk begins, and what stands before its first answer.
    pub(super) fn start(&self) -> (Target, Effects) {
        (Target::Question(self.entry), self.before_any_answer)
    }

    /// Where the weighing begins, when this was established.
    pub(super) fn weighing(&self, established: Set<Finding>) -> (Target, Effects) {
        (Target::Question(self.weighing), Effects { records: established, ..Effects::default() })
    }

    /// Where an answer leads, and whether it could be used. An answer that is not offered here counts as not given. It is
    /// looked at where it lies: moved, it would be taken apart and put together again.
    #[inline(always)]
    pub(super) fn answer(
        &self,
        at: Ref<Question>,
        later: Option<Ref<Occasion>>,
        given: Option<&Given>,
        state: &mut Effects,
    ) -> (Onward, bool) {
        let node = self.node(at);
        let before = state.records;
        let offered = |index: usize| Some((index, node.turn(index).filter(|turn| turn.guard.opens(before))?));
        let chosen = || given.into_iter().flat_map(|given| given.choices());
        let taken = match (node.kind, given) {
            (Kind::One, Some(Given::One(index))) => offered(*index),
            (Kind::Many, _) => None,
            _ => chosen().find_map(offered),
        };
        if let Some((index, turn)) = taken {
            state.add(&turn.effects);
            let doubts = !turn.readings.is_empty();
            return (if doubts { Onward::Doubts((at, index)) } else { self.follow(turn.to, state) }, true);
        }
        let mut heard = false;
        if node.kind == Kind::Many {
            for (_, turn) in chosen().filter_map(offered) {
                state.add(&turn.effects);
                heard = true;
            }
        }
        if heard {
            return (self.follow(node.to, state), true);
        }
        let end = match later {
            Some(occasion) => End::Closed(Some(Next { question: at, occasion })),
            None => End::Open(at),
        };
        (Onward::Ends(end), false)
    }

    /// Goes where a target leads, past every question whose guard is closed and through those that are answered by
    /// what is known already.
    #[inline(always)]
    pub(super) fn follow(&self, mut target: Target, state: &mut Effects) -> Onward {
        loop {
            let (at, later) = match target {
                Target::Question(at) => (at, None),
                Target::Later(at, occasion) => (at, Some(occasion)),
                Target::Close => return Onward::Ends(End::Closed(None)),
                Target::Door(door) => return Onward::Ends(End::Door(door)),
                Target::Emergency(danger) => return Onward::Ends(End::Emergency(danger)),
            };
            let node = self.node(at);
            if !node.guard.opens(state.records) {
                target = node.to;
                continue;
            }
            let known = node.known(state.records);
            let Some((index, turn)) = known.and_then(|index| Some((index, node.turn(index)?))) else {
                return Onward::Waits(at, later);
            };
            state.add(&turn.effects);
            if !turn.readings.is_empty() {
                return Onward::Doubts((at, index));
            }
            target = turn.to;
        }
    }
}
