//! Readings by number: where a reading leads for an answer is worked out once, however many walks it is part of.
//!
//! A walk under doubt is a handful of readings, and the same few come back in ever other company. Knows which readings
//! were met, and makes a number of each. Refuses to know which walks there are.

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;

use crate::model::question::{Finding, Question};
use crate::model::register::{Ref, Set};

use super::answers::Given;
use super::frontier::{Branch, Doubt, Frontier, Leaf};
use super::routes::Routes;
use super::slice::Projection;

/// A reading. Those that wait sort by the question they wait at, and those that ended come last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Number(u64);

/// What stands in the place of a question in the number of a reading that ended.
const ENDED: u64 = u16::MAX as u64;

/// All readings of some answers, sorted, and the list of doubts that were met.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Numbers {
    readings: SmallVec<[Number; 4]>,
    doubts: usize,
}

/// Where one reading leads for one answer.
#[derive(Debug, Clone)]
struct Step {
    to: SmallVec<[Number; 2]>,
    doubts: SmallVec<[Doubt; 1]>,
    used: bool,
}

/// Things by number: the place at which each was met first.
type Things<T> = IndexSet<T, FxBuildHasher>;

/// Every reading that was met.
pub(super) struct Readings<'w> {
    routes: &'w Routes,
    projection: &'w Projection,
    waiting: Things<Branch>,
    ended: Things<Leaf>,
    doubts: Things<SmallVec<[Doubt; 2]>>,
    /// Where the readings lead that wait at the question that is read now.
    steps: FxHashMap<(Number, Option<Given>), Step>,
}

impl Number {
    fn new(place: u64, index: usize) -> Self {
        Self(place << 48 | index as u64)
    }

    fn place(self) -> u64 {
        self.0 >> 48
    }

    fn index(self) -> usize {
        (self.0 & (u64::MAX >> 16)) as usize
    }
}

impl Numbers {
    /// Those that wait at the question, which comes before all others that some reading waits at.
    pub(super) fn at(&self, question: Ref<Question>) -> &[Number] {
        let place = question.index() as u64;
        let here = self.readings.iter().take_while(|number| number.place() == place).count();
        self.readings.split_at(here).0
    }
}

impl<'w> Readings<'w> {
    pub(super) fn new(routes: &'w Routes, projection: &'w Projection) -> Self {
        let (waiting, ended, doubts) = (Things::default(), Things::default(), Things::default());
        Self { routes, projection, waiting, ended, doubts, steps: FxHashMap::default() }
    }

    /// The readings of a walk, as far as they are kept.
    pub(super) fn number(&mut self, frontier: Frontier) -> Numbers {
        let Frontier { open, leaves, doubts } = frontier.map(|state, at| self.projection.keep(state, at));
        let open = open.into_iter().map(|branch| waits(&mut self.waiting, branch));
        let mut readings: SmallVec<[Number; 4]> = open.collect();
        readings.extend(leaves.into_iter().map(|leaf| ends(&mut self.ended, leaf)));
        readings.sort_unstable();
        Numbers { readings, doubts: self.doubts.insert_full(doubts).0 }
    }

    /// The walk that has these readings.
    pub(super) fn frontier(&self, numbers: &Numbers) -> Frontier {
        let mut frontier =
            Frontier { doubts: thing(&self.doubts, numbers.doubts).clone(), ..Frontier::default() };
        frontier.open.extend(self.open(numbers).copied());
        frontier.leaves.extend(self.leaves(numbers).copied());
        frontier.tidy();
        frontier
    }

    /// The readings that wait.
    pub(super) fn open<'n>(&'n self, numbers: &'n Numbers) -> impl Iterator<Item = &'n Branch> + Clone {
        let open = numbers.readings.iter().filter(|number| number.place() != ENDED);
        open.map(|number| thing(&self.waiting, number.index()))
    }

    /// The readings that ended.
    pub(super) fn leaves<'n>(&'n self, numbers: &'n Numbers) -> impl Iterator<Item = &'n Leaf> + Clone {
        let ended = numbers.readings.iter().filter(|number| number.place() == ENDED);
        ended.map(|number| thing(&self.ended, number.index()))
    }

    /// The doubts that were met, in the order of the walk.
    pub(super) fn doubts(&self, numbers: &Numbers) -> &[Doubt] {
        thing(&self.doubts, numbers.doubts).as_slice()
    }

    /// The next question that some reading waits at.
    pub(super) fn next(&self, numbers: &Numbers) -> Option<Ref<Question>> {
        self.open(numbers).next().map(|branch| branch.at)
    }

    /// Everything that some reading established.
    pub(super) fn established(&self, numbers: &Numbers) -> Set<Finding> {
        let open = self.open(numbers).map(|branch| branch.state.records);
        open.chain(self.leaves(numbers).map(|leaf| leaf.state.records)).fold(Set::EMPTY, Set::or)
    }

    /// Whether every reading that waits at the question meets it on a later occasion.
    pub(super) fn is_for_later(&self, numbers: &Numbers, question: Ref<Question>) -> bool {
        self.open(numbers).filter(|branch| branch.at == question).all(|branch| branch.later.is_some())
    }

    /// Forgets where readings lead: no walk waits at that question any more.
    pub(super) fn next_question(&mut self) {
        self.steps.clear();
    }

    /// Where an answer to the question that comes next leads, and whether any reading could use it.
    pub(super) fn read(
        &mut self,
        numbers: &Numbers,
        question: Ref<Question>,
        given: Option<Given>,
    ) -> (Numbers, bool) {
        let here = numbers.at(question);
        let mut after =
            Numbers { readings: numbers.readings.split_at(here.len()).1.into(), doubts: numbers.doubts };
        let mut used = false;
        for number in here {
            let Self { routes, projection, waiting, ended, .. } = self;
            let step = self.steps.entry((*number, given)).or_insert_with(|| {
                let mut alone = Frontier::default();
                alone.open.push(*thing(waiting, number.index()));
                let used = alone.read(routes, question, given);
                let Frontier { open, leaves, doubts } = alone.map(|state, at| projection.keep(state, at));
                let mut to: SmallVec<[Number; 2]> =
                    open.into_iter().map(|branch| waits(waiting, branch)).collect();
                to.extend(leaves.into_iter().map(|leaf| ends(ended, leaf)));
                Step { to, doubts: doubts.into_iter().collect(), used }
            });
            used |= step.used;
            after.readings.extend_from_slice(&step.to);
            for doubt in &step.doubts {
                let known = thing(&self.doubts, after.doubts);
                if !known.contains(doubt) {
                    let mut more = known.clone();
                    more.push(*doubt);
                    after.doubts = self.doubts.insert_full(more).0;
                }
            }
        }
        after.readings.sort_unstable();
        after.readings.dedup();
        (after, used)
    }
}

fn thing<T>(things: &Things<T>, number: usize) -> &T {
    &things[number]
}

fn waits(waiting: &mut Things<Branch>, branch: Branch) -> Number {
    Number::new(branch.at.index() as u64, waiting.insert_full(branch).0)
}

fn ends(ended: &mut Things<Leaf>, leaf: Leaf) -> Number {
    Number::new(ENDED, ended.insert_full(leaf).0)
}
