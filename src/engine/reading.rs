//! One reading of the answers: where an answer leads from where it waits.
//!
//! Knows guards, effects and arrows. What a reading established grows in place, for nothing is ever taken back on the way.
//! Refuses to know other readings: what a doubt stands for is for the frontier to follow.

use crate::model::question::{Effects, Finding, Kind, Occasion, Question, Target};
use crate::model::register::{Ref, Set, members};

use super::frontier::{Doubt, End, Next};
use super::routes::{Routes, Turn};

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

    /// Where the chosen choices lead, one bit each, and whether any could be used: what is not offered here counts as not
    /// chosen.
    #[inline(always)]
    pub(super) fn answer(
        &self,
        at: Ref<Question>,
        later: Option<Ref<Occasion>>,
        chosen: u64,
        state: &mut Effects,
    ) -> (Onward, bool) {
        let node = self.node(at);
        let before = state.records;
        let offered = |index: usize| node.turn(index).filter(|turn| turn.guard.opens(before));
        // Of one choice there is one bit.
        let index = chosen.trailing_zeros() as usize;
        if let (Kind::One, Some(turn)) = (node.kind, offered(index)) {
            return (self.take(at, index, turn, state), true);
        }
        let chosen = members(chosen).map(usize::from).filter_map(|index| Some((index, offered(index)?)));
        let mut heard = false;
        for (index, turn) in chosen {
            if node.kind != Kind::Many {
                return (self.take(at, index, turn, state), true);
            }
            state.add(&turn.effects);
            heard = true;
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

    /// Where a choice leads, or the doubt that it is. What it does is done.
    #[inline(always)]
    fn take(&self, at: Ref<Question>, index: usize, turn: &Turn, state: &mut Effects) -> Onward {
        state.add(&turn.effects);
        if turn.readings.is_empty() { self.follow(turn.to, state) } else { Onward::Doubts((at, index)) }
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
