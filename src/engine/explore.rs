//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::collections::BTreeMap;

use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::Ref;

use super::answers::{Answers, Given};
use super::combine::Combine;
use super::frontier::Frontier;
use super::quick::Map;
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
#[derive(Debug)]
pub enum Seen<'w> {
    /// A state in which a question is asked.
    At(Ref<Question>, &'w Frontier, OneWay<'w>),
    /// An end, once, with the most questions it took.
    End(&'w Frontier, Asked, OneWay<'w>),
    /// Walks that were left: whatever comes, they can no longer break what is asked about.
    Left(OneWay<'w>),
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
    let mut layers: BTreeMap<Ref<Question>, Map<Frontier, Met>> = BTreeMap::new();
    let mut ends: Map<Frontier, Met> = Map::default();
    let mut trails = Trails::default();
    let mut states = 0;
    let Course { slice, starts, common, until } = course;
    let projection = Projection::new(guide, slice);
    let put = |frontier: Frontier,
               asked: Asked,
               before: Trail,
               step: Option<(Ref<Question>, Given)>,
               (layers, ends): (&mut BTreeMap<_, Map<_, _>>, &mut Map<_, _>),
               trails: &mut Trails,
               see: &mut dyn FnMut(Seen<'_>)| {
        if !projection.can_matter(&frontier) {
            return;
        }
        let mut follow = || step.map_or(before, |(question, given)| trails.then(before, question, given));
        if !projection.can_still_say(&frontier) {
            let trail = follow();
            see(Seen::Left(OneWay { trails, trail }));
            return;
        }
        let frontier = frontier.map(|state, at| projection.keep(state, at));
        let place = match frontier.next() {
            Some(question) => layers.entry(question).or_default(),
            None => ends,
        };
        let met = place.entry(frontier).or_insert_with(|| Met { asked, trail: follow() });
        met.asked = met.asked.max(asked);
    };
    for start in starts {
        put(start, Some(0), None, None, (&mut layers, &mut ends), &mut trails, &mut see);
    }
    while let Some((question, frontiers)) = layers.pop_first() {
        states += frontiers.len();
        if states + ends.len() > MOST_STATES {
            return Err(TooManyStates);
        }
        for (frontier, met) in &frontiers {
            see(Seen::At(question, frontier, OneWay { trails: &trails, trail: met.trail }));
        }
        if until.is_some_and(|last| question >= last) {
            return Ok(states);
        }
        let allowed = guide.common.get(&question).filter(|_| common).map(Vec::as_slice);
        let combine = Combine::new(guide, &projection, question, allowed);
        for (frontier, Met { asked, trail }) in frontiers {
            let later = frontier.is_for_later(question);
            let answered = if later { None } else { asked.map(|asked| asked + 1) };
            let here = frontier.open.iter().filter(|branch| branch.at == question);
            for given in combine.answers(&projection, here).ok_or(TooManyStates)? {
                let mut after = frontier.clone();
                if after.read(routes, question, Some(given)) {
                    let step = Some((question, given));
                    put(after, answered, trail, step, (&mut layers, &mut ends), &mut trails, &mut see);
                }
            }
            if later {
                let mut after = frontier;
                after.read(routes, question, None);
                put(after, asked, trail, None, (&mut layers, &mut ends), &mut trails, &mut see);
            }
        }
    }
    states += ends.len();
    if states > MOST_STATES {
        return Err(TooManyStates);
    }
    for (frontier, Met { asked, trail }) in &ends {
        see(Seen::End(frontier, *asked, OneWay { trails: &trails, trail: *trail }));
    }
    Ok(states)
}
