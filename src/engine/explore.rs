//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::collections::BTreeMap;

use crate::model::guide::Guide;
use crate::model::question::{Effects, Guard, Kind, Question};
use crate::model::register::Ref;

use super::answers::{Answers, Given};
use super::frontier::Frontier;
use super::quick::{Map, States};
use super::slice::{Projection, Slice};
use super::trail::{Trail, Trails};

/// A proof that needs more states than this is a fault in the content or in the proof.
pub const MOST_STATES: usize = 100_000;
/// Every combination of this many different things is looked at; of more, none.
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
    pub fn whole(guide: &Guide, slice: Slice) -> Self {
        Self { slice, starts: vec![Frontier::start(guide)], common: false, until: None }
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
pub fn walk(guide: &Guide, course: Course, mut see: impl FnMut(Seen<'_>)) -> Result<usize, TooManyStates> {
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
        let answers = distinct_answers(guide, &projection, question, allowed).ok_or(TooManyStates)?;
        for (frontier, Met { asked, trail }) in frontiers {
            let later = frontier.is_for_later(question);
            let answered = if later { None } else { asked.map(|asked| asked + 1) };
            for given in &answers {
                let mut after = frontier.clone();
                if after.read(guide, question, Some(*given)) {
                    let step = Some((question, *given));
                    put(after, answered, trail, step, (&mut layers, &mut ends), &mut trails, &mut see);
                }
            }
            if later {
                let mut after = frontier;
                after.read(guide, question, None);
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

/// Answers that differ in what the slice can see. Choices of a many-choice question that do the same count once.
/// Nothing when there are too many to look at all of them: a part would prove nothing.
pub(super) fn distinct_answers(
    guide: &Guide,
    projection: &Projection,
    at: Ref<Question>,
    allowed: Option<&[usize]>,
) -> Option<Vec<Given>> {
    let question = guide.questions.get(at);
    let is_allowed = |index: &usize| allowed.is_none_or(|choices| choices.contains(index));
    if question.kind != Kind::Many {
        return Some((0..question.choices.len()).filter(is_allowed).map(Given::One).collect());
    }
    let mut classes: Vec<(Effects, Guard, Vec<usize>)> = Vec::new();
    let mut answers = Vec::new();
    for (index, choice) in question.choices.iter().enumerate().filter(|(index, _)| is_allowed(index)) {
        // What a choice does is seen from the question itself: all that anything later reads is kept.
        let effects = projection.keep(choice.effects, Some(at));
        if choice.alone {
            answers.push(Given::many([index]));
            continue;
        }
        match classes.iter_mut().find(|(known, guard, _)| *known == effects && *guard == choice.guard) {
            // Choices that do the same do so together too. Those that ask for nothing come along, so that the one walk
            // that is kept for a state leaves as little open as it can.
            Some((.., members)) if choice.effects.imposes.is_empty() => members.push(index),
            Some(_) => {}
            None => classes.push((effects, choice.guard, vec![index])),
        }
    }
    if classes.len() > MOST_AT_ONCE {
        return None;
    }
    // Of combinations that do the same together, one is enough: the fullest. Whether one of them is offered to everybody
    // makes a difference: without it a reading may have nothing to choose from.
    let mut known: States<(Effects, Vec<usize>, bool)> = States::default();
    for subset in (1u64..(1u64 << classes.len())).rev() {
        let members = || (0..classes.len()).zip(&classes).filter(|(bit, _)| subset & (1u64 << bit) != 0);
        let together = members().fold(Effects::default(), |all, (_, (effects, ..))| all.and(*effects));
        let guarded: Vec<_> =
            members().filter(|(_, (_, guard, _))| !guard.is_free()).map(|(bit, _)| bit).collect();
        let free = guarded.len() < members().count();
        if known.insert((projection.keep(together, Some(at)), guarded, free)) {
            answers.push(Given::many(members().flat_map(|(_, (_, _, indexes))| indexes.iter().copied())));
        }
    }
    Some(answers)
}
