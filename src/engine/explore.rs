//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use smallvec::SmallVec;

use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::Ref;

use super::answers::{Answers, Given};
use super::combine::Combine;
use super::frontier::{Doubt, Frontier, Leaf};
use super::numbered::{Number, Numbers, Readings};
use super::routes::Routes;
use super::slice::{Projection, Slice};
use super::trail::{Trail, Trails};

/// A proof that needs more states than this is a fault in the content or in the proof.
pub const MOST_STATES: usize = 100_000;
/// Every combination of this many independent things is looked at; of more, none.
pub(super) const MOST_AT_ONCE: usize = 14;

/// More states than a proof may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyStates;

/// How many questions were asked before the first advice; nothing once a later question was answered.
pub type Asked = Option<usize>;

/// How a state was met: the most questions it took, and one walk there.
#[derive(Debug, Clone, Copy)]
struct Met {
    asked: Asked,
    trail: Trail,
}

/// Which walks there are.
#[derive(Debug, Clone)]
pub struct Course {
    /// What is kept of a state.
    pub slice: Slice,
    /// Where they begin.
    pub starts: Vec<Frontier>,
    /// Whether they keep to the answers of the common path.
    pub common: bool,
    /// The last question whose states are shown; nothing when they go on to the end.
    pub until: Option<Ref<Question>>,
}

impl Course {
    /// Every walk from the beginning to the end.
    #[must_use]
    pub fn whole(routes: &Routes, slice: Slice) -> Self {
        Self { slice, starts: vec![Frontier::start(routes)], common: false, until: None }
    }
}

/// What a walk comes across.
pub enum Seen<'w> {
    /// A state in which a question is asked.
    At(Ref<Question>, State<'w>),
    /// An end, once, with the most questions it took.
    End(State<'w>, Asked),
    /// Walks that were left: whatever comes, they can no longer break what is asked about.
    Left(OneWay<'w>),
}

/// A state that was met.
#[derive(Clone, Copy)]
pub struct State<'w> {
    readings: &'w Readings<'w>,
    numbers: &'w Numbers,
    /// One walk there.
    pub way: OneWay<'w>,
}

impl State<'_> {
    /// All readings of the answers.
    #[must_use]
    pub fn frontier(&self) -> Frontier {
        self.readings.frontier(self.numbers)
    }

    /// The doubts that were met, in the order of the walk.
    #[must_use]
    pub fn doubts(&self) -> &[Doubt] {
        self.readings.doubts(self.numbers)
    }

    /// Those of them that ended.
    pub fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        self.readings.leaves(self.numbers)
    }
}

/// One walk that leads somewhere.
#[derive(Debug, Clone, Copy)]
pub struct OneWay<'w> {
    trails: &'w Trails,
    trail: Trail,
}

impl OneWay<'_> {
    /// Its answers.
    #[must_use]
    pub fn answers(self, guide: &Guide) -> Answers {
        self.trails.answers(guide, self.trail)
    }
}

/// States of one question, or ends, in the order in which they were met, and how.
type Layer = IndexMap<Numbers, Met, FxBuildHasher>;

/// States that were met and are still to be looked at.
struct Ahead<'w> {
    projection: &'w Projection,
    layers: BTreeMap<Ref<Question>, Layer>,
    ends: Layer,
    trails: Trails,
}

impl Ahead<'_> {
    /// Takes in where a walk went on to, unless nothing that matters can come of it.
    fn put(
        &mut self,
        readings: &Readings<'_>,
        numbers: Numbers,
        (asked, before): (Asked, Trail),
        step: Option<(Ref<Question>, Given)>,
        see: &mut impl FnMut(Seen<'_>),
    ) {
        let next = readings.next(&numbers);
        let place = match next {
            Some(question) => self.layers.entry(question).or_default(),
            None => &mut self.ends,
        };
        if let Some(met) = place.get_mut(&numbers) {
            met.asked = met.asked.max(asked);
            return;
        }
        let established = readings.established(&numbers);
        let (open, leaves) = (readings.open(&numbers), readings.leaves(&numbers));
        if !self.projection.can_matter(next, established, open, leaves) {
            return;
        }
        let trail = step.map_or(before, |(question, given)| self.trails.then(before, question, given));
        if self.projection.can_still_say(next, established) {
            place.insert(numbers, Met { asked, trail });
        } else {
            see(Seen::Left(OneWay { trails: &self.trails, trail }));
        }
    }
}

/// Walks every answer of a course, and shows what it comes across.
///
/// # Errors
/// When the projection has more than `MOST_STATES` states.
pub fn walk(
    guide: &Guide,
    routes: &Routes,
    course: Course,
    mut see: impl FnMut(Seen<'_>),
) -> Result<usize, TooManyStates> {
    let Course { slice, starts, common, until } = course;
    let projection = &Projection::new(guide, slice);
    let mut readings = Readings::new(routes, projection);
    let (layers, ends, trails) = (BTreeMap::new(), Layer::default(), Trails::default());
    let mut ahead = Ahead { projection, layers, ends, trails };
    let mut states = 0;
    for start in starts {
        let numbers = readings.number(start);
        ahead.put(&readings, numbers, (Some(0), None), None, &mut see);
    }
    while let Some((question, here)) = ahead.layers.pop_first() {
        states += here.len();
        if states + ahead.ends.len() > MOST_STATES {
            return Err(TooManyStates);
        }
        for (numbers, met) in &here {
            let way = OneWay { trails: &ahead.trails, trail: met.trail };
            see(Seen::At(question, State { readings: &readings, numbers, way }));
        }
        if until.is_some_and(|last| question >= last) {
            return Ok(states);
        }
        readings.next_question();
        let allowed = guide.common.get(&question).filter(|_| common).map(Vec::as_slice);
        let combine = Combine::new(guide, projection, question, allowed);
        // The same readings wait here in ever other company, and are answered alike.
        let mut combined: FxHashMap<SmallVec<[Number; 4]>, Cow<'_, [Given]>> = FxHashMap::default();
        for (numbers, Met { asked, trail }) in here {
            let later = readings.is_for_later(&numbers, question);
            let answered = if later { None } else { asked.map(|asked| asked + 1) };
            let answers = match combined.entry(numbers.at(question).into()) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => {
                    let waiting = readings.open(&numbers).filter(|branch| branch.at == question);
                    new.insert(combine.answers(projection, waiting).ok_or(TooManyStates)?)
                }
            };
            for given in answers.iter().copied() {
                let (after, used) = readings.read(&numbers, question, Some(given));
                if used {
                    ahead.put(&readings, after, (answered, trail), Some((question, given)), &mut see);
                }
            }
            if later {
                let (after, _) = readings.read(&numbers, question, None);
                ahead.put(&readings, after, (asked, trail), None, &mut see);
            }
        }
    }
    states += ahead.ends.len();
    if states > MOST_STATES {
        return Err(TooManyStates);
    }
    for (numbers, Met { asked, trail }) in &ahead.ends {
        let way = OneWay { trails: &ahead.trails, trail: *trail };
        see(Seen::End(State { readings: &readings, numbers, way }, *asked));
    }
    Ok(states)
}
