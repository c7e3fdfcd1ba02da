//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::guide::Guide;
use crate::model::question::{Effects, Guard, Kind, Question};
use crate::model::register::Ref;

use super::answers::Given;
use super::frontier::Frontier;
use super::slice::{Projection, Slice};

/// A proof that needs more states than this is a fault in the content or in the proof.
pub const MOST_STATES: usize = 100_000;
/// Every combination of this many different things is looked at; of more, none.
pub(super) const MOST_AT_ONCE: usize = 14;

/// More states than a proof may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyStates;

/// How many questions were asked before the first advice; nothing once a later question was answered.
pub type Asked = Option<usize>;

/// What a walk comes across.
#[derive(Debug)]
pub enum Seen<'w> {
    /// A question that is reached.
    Question(Ref<Question>),
    /// An end, once, with the most questions it took.
    End(&'w Frontier, Asked),
    /// Walks that were left: whatever comes, they can no longer break what is asked about.
    Left(&'w Frontier),
}

/// Walks every answer from the given starts, and shows what it comes across.
///
/// # Errors
/// When the projection has more than `MOST_STATES` states.
pub fn walk(
    guide: &Guide,
    slice: Slice,
    starts: Vec<Frontier>,
    mut see: impl FnMut(Seen<'_>),
) -> Result<usize, TooManyStates> {
    let mut layers: BTreeMap<Ref<Question>, HashMap<Frontier, Asked>> = BTreeMap::new();
    let mut ends: HashMap<Frontier, Asked> = HashMap::new();
    let mut states = 0;
    let projection = Projection::new(guide, slice);
    let put = |frontier: Frontier,
               asked: Asked,
               layers: &mut BTreeMap<_, HashMap<_, _>>,
               ends: &mut HashMap<_, _>,
               see: &mut dyn FnMut(Seen<'_>)| {
        if !projection.can_matter(&frontier) {
            return;
        }
        if !projection.can_still_say(&frontier) {
            see(Seen::Left(&frontier));
            return;
        }
        let frontier = frontier.map(|state, at| projection.keep(state, at));
        let place = match frontier.next() {
            Some(question) => layers.entry(question).or_default(),
            None => ends,
        };
        let most = place.entry(frontier).or_insert(asked);
        *most = (*most).max(asked);
    };
    for start in starts {
        put(start, Some(0), &mut layers, &mut ends, &mut see);
    }
    while let Some((question, frontiers)) = layers.pop_first() {
        see(Seen::Question(question));
        states += frontiers.len();
        if states + ends.len() > MOST_STATES {
            return Err(TooManyStates);
        }
        let answers = distinct_answers(guide, &projection, question).ok_or(TooManyStates)?;
        for (frontier, asked) in frontiers {
            let later = frontier.is_for_later(question);
            let answered = if later { None } else { asked.map(|asked| asked + 1) };
            for given in &answers {
                let mut after = frontier.clone();
                if after.read(guide, question, Some(*given)) {
                    put(after, answered, &mut layers, &mut ends, &mut see);
                }
            }
            if later {
                let mut after = frontier;
                after.read(guide, question, None);
                put(after, asked, &mut layers, &mut ends, &mut see);
            }
        }
    }
    states += ends.len();
    if states > MOST_STATES {
        return Err(TooManyStates);
    }
    for (frontier, asked) in &ends {
        see(Seen::End(frontier, *asked));
    }
    Ok(states)
}

/// Answers that differ in what the slice can see. Choices of a many-choice question that do the same count once.
/// Nothing when there are too many to look at all of them: a part would prove nothing.
fn distinct_answers(guide: &Guide, projection: &Projection, at: Ref<Question>) -> Option<Vec<Given>> {
    let question = guide.questions.get(at);
    if question.kind != Kind::Many {
        return Some((0..question.choices.len()).map(Given::One).collect());
    }
    let mut classes: Vec<(Effects, Guard, usize)> = Vec::new();
    let mut answers = Vec::new();
    for (index, choice) in question.choices.iter().enumerate() {
        // What a choice does is seen from the question itself: all that anything later reads is kept.
        let effects = projection.keep(choice.effects, Some(at));
        if choice.alone {
            answers.push(Given::many([index]));
        } else if !classes.iter().any(|(known, guard, _)| *known == effects && *guard == choice.guard) {
            classes.push((effects, choice.guard, index));
        }
    }
    if classes.len() > MOST_AT_ONCE {
        return None;
    }
    // Of combinations that do the same together, one is enough.
    let mut known: HashSet<(Effects, Vec<usize>)> = HashSet::new();
    for subset in 1u64..(1u64 << classes.len()) {
        let members = || (0..classes.len()).zip(&classes).filter(|(bit, _)| subset & (1u64 << bit) != 0);
        let together = members().fold(Effects::default(), |all, (_, (effects, ..))| all.and(*effects));
        let guarded = members().filter(|(_, (_, guard, _))| !guard.is_free()).map(|(bit, _)| bit).collect();
        if known.insert((projection.keep(together, Some(at)), guarded)) {
            answers.push(Given::many(members().map(|(_, (_, _, index))| *index)));
        }
    }
    Some(answers)
}
