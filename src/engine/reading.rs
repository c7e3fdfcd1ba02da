//! One reading of the answers: where an answer leads from where it waits.
//!
//! Knows guards, effects and arrows. Refuses to know other readings: what a doubt stands for is for the frontier to follow.

use crate::model::question::{Effects, Finding, Kind, Occasion, Question, Target};
use crate::model::register::{Ref, Set, members};

use super::answers::Given;
use super::frontier::{Doubt, End, Next};
use super::routes::Routes;

/// Where a reading goes on to. What it established by then stands beside it, for one reading is walked in place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Onward {
    /// To a question that is asked, and the occasion when it is for later.
    Waits(Ref<Question>, Option<Ref<Occasion>>),
    /// To its end.
    Ends(End),
    /// To a doubt: it stands for several readings, which go on from here.
    Doubts(Doubt),
}

// What a reading goes on to is small. In one piece with its caller it stays in registers; returned, it is written in small
// parts and read in large ones, which a processor waits for.
impl Routes {
    /// Where a walk begins.
    pub(super) fn start(&self, state: &mut Effects) -> Onward {
        *state = self.before_any_answer;
        self.follow(Target::Question(self.entry), state)
    }

    /// Where the weighing begins, when this was established.
    pub(super) fn weighing(&self, established: Set<Finding>, state: &mut Effects) -> Onward {
        *state = Effects { records: established, ..Effects::default() };
        self.follow(Target::Question(self.weighing), state)
    }

    /// Where an answer leads, and whether it could be used. An answer that is not offered here counts as not given.
    #[inline(always)]
    pub(super) fn answer(
        &self,
        at: Ref<Question>,
        later: Option<Ref<Occasion>>,
        given: Option<Given>,
        state: &mut Effects,
    ) -> (Onward, bool) {
        let node = self.node(at);
        let findings = state.records;
        let offered = |index: &usize| node.turn(*index).is_some_and(|turn| turn.guard.opens(findings));
        let mut chosen = members(given.map_or(0, Given::bits)).map(usize::from).filter(offered);
        let Some(first) = chosen.next() else {
            let end = match later {
                Some(occasion) => End::Closed(Some(Next { question: at, occasion })),
                None => End::Open(at),
            };
            return (Onward::Ends(end), false);
        };
        if node.kind == Kind::Many {
            for turn in std::iter::once(first).chain(chosen).filter_map(|index| node.turn(index)) {
                *state = state.and(turn.effects);
            }
            return (self.follow(node.to, state), true);
        }
        let onward = match self.take(at, first, state) {
            Ok(target) => self.follow(target, state),
            Err(doubt) => Onward::Doubts(doubt),
        };
        (onward, true)
    }

    /// What a choice makes of a state and where it leads, or the doubt that it is.
    #[inline(always)]
    fn take(&self, at: Ref<Question>, index: usize, state: &mut Effects) -> Result<Target, Doubt> {
        let node = self.node(at);
        let Some(turn) = node.turn(index) else { return Ok(node.to) };
        *state = state.and(turn.effects);
        if turn.readings.is_empty() { Ok(turn.to) } else { Err((at, index)) }
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
            let Some(known) = node.known(state.records) else { return Onward::Waits(at, later) };
            match self.take(at, known, state) {
                Ok(onward) => target = onward,
                Err(doubt) => return Onward::Doubts(doubt),
            }
        }
    }
}
