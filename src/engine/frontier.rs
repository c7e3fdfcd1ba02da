//! The walk: where the answers lead, under every reading of every doubt at once.
//!
//! Questions are visited in the order of the guide, and arrows point forward only, so one sweep is enough
//! and every walk ends. A doubt splits the walk; the same answers are then read by each branch.

use crate::model::door::Door;
use crate::model::guide::Guide;
use crate::model::question::{Effects, Finding, Kind, Occasion, Question, Target};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Danger;

use super::answers::Given;

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

/// All readings of the answers so far.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Frontier {
    /// Readings that wait at a question.
    pub open: Vec<Branch>,
    /// Readings that ended.
    pub leaves: Vec<Leaf>,
    /// Doubts that were met, in the order of the walk.
    pub doubts: Vec<Doubt>,
}

impl Frontier {
    /// The walk before its first question.
    #[must_use]
    pub fn start(guide: &Guide) -> Self {
        let mut frontier = Self { open: Vec::new(), leaves: Vec::new(), doubts: Vec::new() };
        let imposes = guide.duties_from_the_start();
        let state = Effects { imposes, records: guide.given, ..Effects::default() };
        frontier.follow(guide, &Target::Question(guide.entry), state);
        frontier
    }

    /// The walk before the weighing document, for a state that the steps could have left.
    #[must_use]
    pub fn at_the_weighing(guide: &Guide, state: Effects) -> Self {
        let mut frontier = Self { open: Vec::new(), leaves: Vec::new(), doubts: Vec::new() };
        frontier.follow(guide, &Target::Question(guide.weighing), state);
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
    pub fn read(&mut self, guide: &Guide, at: Ref<Question>, given: Option<Given>) -> bool {
        let mut used = false;
        let (here, elsewhere): (Vec<_>, Vec<_>) = self.open.drain(..).partition(|branch| branch.at == at);
        self.open = elsewhere;
        for branch in here {
            used |= self.read_in(guide, branch, given);
        }
        self.tidy();
        used
    }

    fn read_in(&mut self, guide: &Guide, branch: Branch, given: Option<Given>) -> bool {
        let question = guide.questions.get(branch.at);
        // An answer that is not offered here counts as not given.
        let offered = |index: &usize| {
            question.choices.get(*index).is_some_and(|choice| choice.guard.opens(branch.state.records))
        };
        let chosen: Vec<usize> = given.into_iter().flat_map(Given::choices).filter(offered).collect();
        let Some((&first, _)) = chosen.split_first() else {
            let end = match branch.later {
                Some(occasion) => End::Closed(Some(Next { question: branch.at, occasion })),
                None => End::Open(branch.at),
            };
            self.leaves.push(Leaf { end, state: branch.state });
            return false;
        };
        let apply = |state: Effects, index: usize| {
            question.choices.get(index).map_or(state, |choice| state.and(choice.effects))
        };
        if question.kind == Kind::Many {
            let state = chosen.iter().fold(branch.state, |state, index| apply(state, *index));
            self.follow(guide, &question.to, state);
            return true;
        }
        self.choose(guide, branch.at, first, branch.state);
        true
    }

    /// Goes on from one choice, or from each of its readings when it is a doubt.
    fn choose(&mut self, guide: &Guide, at: Ref<Question>, index: usize, state: Effects) {
        let question = guide.questions.get(at);
        let Some(choice) = question.choices.get(index) else { return };
        let state = state.and(choice.effects);
        if choice.readings.is_empty() {
            self.follow(guide, choice.to.as_ref().unwrap_or(&question.to), state);
            return;
        }
        if !self.doubts.contains(&(at, index)) {
            self.doubts.push((at, index));
        }
        for reading in choice.readings.iter().filter_map(|reading| question.choices.get(*reading)) {
            self.follow(guide, reading.to.as_ref().unwrap_or(&question.to), state.and(reading.effects));
        }
    }

    /// Goes where a target leads, past every question whose guard is closed and through those that are answered by
    /// what is known already.
    fn follow(&mut self, guide: &Guide, target: &Target, state: Effects) {
        let mut target = target;
        loop {
            let (at, later) = match target {
                Target::Question(at) => (*at, None),
                Target::Later(at, occasion) => (*at, Some(*occasion)),
                Target::Close => return self.leaves.push(Leaf { end: End::Closed(None), state }),
                Target::Door(door) => return self.leaves.push(Leaf { end: End::Door(*door), state }),
                Target::Emergency(danger) => {
                    return self.leaves.push(Leaf { end: End::Emergency(*danger), state });
                }
            };
            let question = guide.questions.get(at);
            if question.guard.opens(state.records) {
                if let Some(known) = question.known(state.records) {
                    return self.choose(guide, at, known, state);
                }
                return self.open.push(Branch { at, later, state });
            }
            target = &question.to;
        }
    }

    /// Equal readings are one reading.
    fn tidy(&mut self) {
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
