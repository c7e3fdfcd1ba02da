//! The walk: where the answers lead, under every reading of every doubt at once.
//!
//! Questions are visited in the order of the guide, and arrows point forward only, so one sweep is enough
//! and every walk ends. A doubt splits the walk; the same answers are then read by each branch.

use smallvec::SmallVec;

use crate::model::door::Door;
use crate::model::question::{Effects, Finding, Occasion, Question, Target};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Danger;

use super::answers::Given;
use super::reading::Onward;
use super::routes::Routes;

/// One reading of the answers, waiting at a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Branch {
    /// The question that comes next. Its guard is open.
    pub at: Ref<Question>,
    /// The occasion, when the question is for later: without an answer the walk then closes.
    pub later: Option<Ref<Occasion>>,
    /// What was established so far.
    pub state: Effects,
}

/// How one reading of the answers ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// At danger.
    Emergency(Danger),
    /// At a way out.
    Door(Ref<Door>),
    /// At a question without an answer.
    Open(Ref<Question>),
    /// At a closing point, perhaps with a question for later.
    Closed(Option<Next>),
}

/// A question for a later occasion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Next {
    /// The question.
    pub question: Ref<Question>,
    /// When it comes up.
    pub occasion: Ref<Occasion>,
}

/// One reading of the answers, at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Leaf {
    /// How it ended.
    pub end: End,
    /// What was established.
    pub state: Effects,
}

/// A doubt that was met: which question, which choice.
pub type Doubt = (Ref<Question>, usize);

/// All readings of the answers so far. Most walks meet one doubt at most: two readings need no memory of their own.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Frontier {
    /// Readings that wait at a question.
    pub open: SmallVec<[Branch; 2]>,
    /// Readings that ended.
    pub leaves: SmallVec<[Leaf; 2]>,
    /// Doubts that were met, in the order of the walk.
    pub doubts: SmallVec<[Doubt; 2]>,
}

impl Frontier {
    /// The walk before its first question.
    #[must_use]
    pub fn start(routes: &Routes) -> Self {
        let mut frontier = Self::default();
        let (target, state) = routes.start();
        frontier.follow(routes, target, state);
        frontier
    }

    /// Forgets every reading, and keeps the room.
    pub(super) fn clear(&mut self) {
        self.open.clear();
        self.leaves.clear();
        self.doubts.clear();
    }

    /// The walk before the weighing document, for a state that the steps could have left.
    #[must_use]
    pub fn at_the_weighing(routes: &Routes, state: Effects) -> Self {
        let mut frontier = Self::default();
        frontier.follow(routes, Target::Question(routes.weighing), state);
        frontier
    }

    /// The next question that some reading waits at.
    #[must_use]
    pub fn next(&self) -> Option<Ref<Question>> {
        self.open.iter().map(|branch| branch.at).min()
    }

    /// Whether every reading that waits at the question meets it on a later occasion.
    #[must_use]
    pub fn is_for_later(&self, question: Ref<Question>) -> bool {
        self.open.iter().filter(|branch| branch.at == question).all(|branch| branch.later.is_some())
    }

    /// Reads the answer to a question in every reading that waits at it. Says whether any could use it.
    pub fn read(&mut self, routes: &Routes, at: Ref<Question>, given: Option<Given>) -> bool {
        self.hear(routes, at, given.as_ref())
    }

    /// The same for an answer where it lies.
    pub(super) fn hear(&mut self, routes: &Routes, at: Ref<Question>, given: Option<&Given>) -> bool {
        let mut used = false;
        let mut here = 0;
        // Arrows point forward only: what a reading goes on to never waits here again.
        while let Some(branch) = self.open.get_mut(here) {
            if branch.at != at {
                here += 1;
                continue;
            }
            // A reading that goes on to one question stays where it is.
            let (onward, heard) = routes.answer(at, branch.later, given, &mut branch.state);
            used |= heard;
            if let Onward::Waits(next, later) = onward {
                (branch.at, branch.later) = (next, later);
                here += 1;
            } else {
                let Branch { state, .. } = self.open.swap_remove(here);
                self.go(routes, onward, state);
            }
        }
        self.tidy();
        used
    }

    /// Goes where a target leads.
    pub(super) fn follow(&mut self, routes: &Routes, target: Target, mut state: Effects) {
        let onward = routes.follow(target, &mut state);
        self.go(routes, onward, state);
    }

    /// Takes in where a reading went on to; a doubt becomes as many readings as it stands for.
    pub(super) fn go(&mut self, routes: &Routes, onward: Onward, state: Effects) {
        match onward {
            Onward::Waits(at, later) => self.open.push(Branch { at, later, state }),
            Onward::Ends(end) => self.leaves.push(Leaf { end, state }),
            Onward::Doubts(doubt) => {
                if !self.doubts.contains(&doubt) {
                    self.doubts.push(doubt);
                }
                let node = routes.node(doubt.0);
                let readings = node.turn(doubt.1).map_or(&[][..], |turn| &turn.readings);
                for reading in readings.iter().filter_map(|reading| node.turn(*reading)) {
                    self.follow(routes, reading.to, state.and(reading.effects));
                }
            }
        }
    }

    /// Equal readings are one reading.
    pub(super) fn tidy(&mut self) {
        if self.open.len() > 1 {
            self.open.sort_unstable();
            self.open.dedup();
        }
        if self.leaves.len() > 1 {
            self.leaves.sort_unstable();
            self.leaves.dedup();
        }
    }

    /// The same walk with every state changed, for projections. The change learns where the reading waits.
    #[must_use]
    pub fn map(mut self, change: impl Fn(Effects, Option<Ref<Question>>) -> Effects) -> Self {
        for branch in &mut self.open {
            branch.state = change(branch.state, Some(branch.at));
        }
        for leaf in &mut self.leaves {
            leaf.state = change(leaf.state, None);
        }
        self.tidy();
        self
    }

    /// The same end with its readings in other orders: each of them once as the last.
    pub(super) fn each_as_last(&self) -> impl Iterator<Item = Self> + '_ {
        (0..self.leaves.len()).map(|last| {
            let mut so = self.clone();
            let leaf = so.leaves.remove(last);
            so.leaves.push(leaf);
            so
        })
    }

    /// Everything that some reading established.
    #[must_use]
    pub fn established(&self) -> Set<Finding> {
        let open = self.open.iter().map(|branch| branch.state.records);
        open.chain(self.leaves.iter().map(|leaf| leaf.state.records)).fold(Set::EMPTY, Set::or)
    }
}
