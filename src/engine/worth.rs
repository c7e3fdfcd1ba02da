//! Whether each question that is asked can change something, in every state in which it is asked.
//!
//! A question is worth asking in a state when two of its answers, with the same answers to all that comes later, lead to
//! another outlook, direction or row, to another duty being open, or, as the weakest ground, to another text being said.
//! Under a doubt it is enough that it is so for one of the readings, taken alone: a doubt is there to be resolved, and
//! the other answers stay. Refuses to weigh how much is changed. Days are appointments and decide nothing: they are
//! exempt.
//!
//! Slices make it exact and small. What a slice says differs, differs in the guide too: it compares only what the slice
//! knows. So a question that is worth it in a slice of a state is worth it in the state, and slices that keep more are
//! needed only for the questions that were not settled: first routing alone, then the duties and findings that the
//! choices touch. Against a question counts only a whole walk, nothing forgotten. Where that walk finds a difference
//! that the slice did not see, everything is kept.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use smallvec::smallvec;

use crate::model::advice::{Advice, Way};
use crate::model::duty::{Duty, Notice, With};
use crate::model::guide::Guide;
use crate::model::property::OutlookWord;
use crate::model::question::{Finding, Kind, Question};
use crate::model::register::{Ref, Set};

use super::answers::{Answers, Given};
use super::combine::Combine;
use super::conclude::{Concluded, conclude};
use super::explore::{Course, Seen, TooManyStates, walk};
use super::frontier::{Branch, Doubt, End, Frontier};
use super::outlook::{Because, Outlook};
use super::plan;
use super::routes::Routes;
use super::slice::{Projection, Slice};
use super::trail::walked;

/// A question that is asked where it can change nothing.
#[derive(Debug, Clone)]
pub struct Idle {
    /// The question.
    pub question: Ref<Question>,
    /// Answers that lead to it.
    pub answers: Answers,
}

/// What looking at every question found.
#[derive(Debug, Clone, Default)]
pub struct Worth {
    /// How many states were looked at.
    pub states: usize,
    /// Questions that are asked for nothing.
    pub idle: Vec<Idle>,
}

/// Looks at every question in every state in which it is asked.
///
/// # Errors
/// When that takes too many states.
pub fn worth(guide: &Guide) -> Result<Worth, TooManyStates> {
    let routes = Routes::of(guide);
    let mut unsettled = Set::EMPTY;
    let mut judge = Judge::new(guide, &routes, Slice::default());
    let states = walk(guide, &routes, Course::whole(&routes, Slice::default()), |seen| {
        if let Seen::At(at, state) = seen
            && !unsettled.has(at)
            && let frontier = state.frontier()
            && !waits_elsewhere(&frontier)
            && !judge.is_worth_asking(at, &frontier)
        {
            unsettled.insert(at);
        }
    })?;
    let mut worth = Worth { states, idle: Vec::new() };
    for at in unsettled.iter().filter(|at| guide.questions.get(*at).kind != Kind::Date) {
        let slices = [Slice::touched(guide, at), Slice::told(guide, at), Slice::everything(guide)];
        worth.look_again(guide, &routes, at, slices)?;
    }
    Ok(worth)
}

impl Worth {
    /// Looks at one question, in one slice after the other, until it is settled.
    fn look_again(
        &mut self,
        guide: &Guide,
        routes: &Routes,
        at: Ref<Question>,
        slices: [Slice; 3],
    ) -> Result<(), TooManyStates> {
        let mut whole = Judge::new(guide, routes, Slice::everything(guide));
        for slice in slices {
            let mut judge = Judge::new(guide, routes, slice.clone());
            let (mut settled, mut idle) = (true, None);
            let course = Course { until: Some(at), ..Course::whole(routes, slice) };
            self.states += walk(guide, routes, course, |seen| {
                let Seen::At(here, state) = seen else { return };
                if here != at || idle.is_some() {
                    return;
                }
                let frontier = state.frontier();
                if waits_elsewhere(&frontier) || judge.is_worth_asking(at, &frontier) {
                    return;
                }
                settled = false;
                let answers = state.way.answers(guide);
                if !whole.is_worth_asking(at, &walked(routes, &answers, at)) {
                    idle = Some(Idle { question: at, answers: whole.plainest(at, answers) });
                }
            })?;
            let found = idle.is_some();
            self.idle.extend(idle);
            if settled || found {
                break;
            }
        }
        Ok(())
    }
}

/// Whether a reading stayed behind at an earlier question: its answer is not offered there. That one is asked first.
fn waits_elsewhere(frontier: &Frontier) -> bool {
    frontier.leaves.iter().any(|leaf| matches!(leaf.end, End::Open(_)))
}

/// Compares answers as far as one slice knows.
struct Judge<'g> {
    guide: &'g Guide,
    routes: &'g Routes,
    projection: Projection,
    duties: Set<Duty>,
    findings: Set<Finding>,
    knows_lifting: bool,
    /// The answers to each question that can differ.
    combines: FxHashMap<Ref<Question>, Combine>,
    /// Pairs of walks that were compared.
    known: FxHashMap<(Frontier, Frontier), bool>,
}

impl<'g> Judge<'g> {
    fn new(guide: &'g Guide, routes: &'g Routes, slice: Slice) -> Self {
        let lifting = guide.lifting();
        Self {
            guide,
            duties: slice.duties,
            findings: slice.findings,
            routes,
            knows_lifting: slice.findings.or(slice.any_of).covers(lifting),
            projection: Projection::new(guide, slice),
            combines: FxHashMap::default(),
            known: FxHashMap::default(),
        }
    }

    /// Whether two answers that are offered here surely differ in what they can lead to, under all readings or one.
    fn is_worth_asking(&mut self, at: Ref<Question>, frontier: &Frontier) -> bool {
        let here = frontier.open.iter().filter(|branch| branch.at == at);
        let alone = |branch: &Branch| Frontier { open: smallvec![*branch], ..Frontier::default() };
        let alone =
            here.map(alone).filter(|alone| alone.open != frontier.open || !frontier.leaves.is_empty());
        // One reading alone is looked through sooner, and mostly it is enough.
        alone.chain([frontier.clone()]).any(|readings| self.can_differ(at, &readings))
    }

    fn can_differ(&mut self, at: Ref<Question>, frontier: &Frontier) -> bool {
        let question = self.guide.questions.get(at);
        let alone = (0..question.choices.len()).map(|index| Given::many([index])).collect();
        if self.some_differ(at, frontier, alone) {
            return true;
        }
        // Choices that change nothing alone may do so together.
        question.kind == Kind::Many && {
            let together = self.answers(at, frontier.open.iter());
            self.some_differ(at, frontier, together)
        }
    }

    /// The answers that differ for readings that wait at the question. Where those are too many, each choice alone and
    /// all together: what differs then does differ, and a question that seems idle is told rather than passed over.
    fn answers<'b>(
        &mut self,
        at: Ref<Question>,
        readings: impl Iterator<Item = &'b Branch> + Clone,
    ) -> Vec<Given> {
        let (guide, projection) = (self.guide, &self.projection);
        let combine = self.combines.entry(at).or_insert_with(|| Combine::new(guide, projection, at, None));
        let here = readings.filter(|branch| branch.at == at);
        combine.answers(projection, here).map(Cow::into_owned).unwrap_or_else(|| {
            let choices = guide.questions.get(at).choices.iter().enumerate();
            let together = choices.clone().filter(|(_, choice)| !choice.alone).map(|(index, _)| index);
            let alone = choices.map(|(index, _)| Given::many([index]));
            alone.chain([Given::many(together)]).collect()
        })
    }

    /// The same answers with fewer choices, as long as they lead to the question and it is idle there.
    fn plainest(&mut self, at: Ref<Question>, mut answers: Answers) -> Answers {
        let guide = self.guide;
        for (before, _) in guide.questions.iter().filter(|(before, _)| *before < at) {
            for index in answers.get(before).into_iter().flat_map(Given::choices) {
                let chosen: Vec<_> = answers.get(before).into_iter().flat_map(Given::choices).collect();
                if chosen.len() < 2 {
                    continue;
                }
                let mut fewer = answers.clone();
                fewer.set(before, Given::many(chosen.into_iter().filter(|other| *other != index)));
                let frontier = walked(self.routes, &fewer, at);
                let asked = frontier.next() == Some(at) && !waits_elsewhere(&frontier);
                if asked && !self.is_worth_asking(at, &frontier) {
                    answers = fewer;
                }
            }
        }
        answers
    }

    fn some_differ(&mut self, at: Ref<Question>, frontier: &Frontier, answers: Vec<Given>) -> bool {
        let after: Vec<_> =
            answers.into_iter().filter_map(|given| self.read(frontier, at, Some(given))).collect();
        let Some((first, others)) = after.split_first() else { return false };
        others.iter().any(|other| self.differ(first, other))
    }

    /// Where an answer leads; nothing when a reading that waits for it cannot use it.
    fn read(&self, frontier: &Frontier, at: Ref<Question>, given: Option<Given>) -> Option<Frontier> {
        let mut after = frontier.clone();
        if after.open.iter().any(|branch| branch.at == at) {
            after.read(self.routes, at, given);
        }
        (!waits_elsewhere(&after)).then(|| after.map(|state, at| self.projection.keep(state, at)))
    }

    /// Whether some answers to all that comes later, the same for both, surely lead to different results.
    fn differ(&mut self, one: &Frontier, other: &Frontier) -> bool {
        if one == other {
            return false;
        }
        let Some(at) = one.next().into_iter().chain(other.next()).min() else {
            return self.results_differ(one, other);
        };
        let pair = (one.clone(), other.clone());
        if let Some(known) = self.known.get(&pair) {
            return *known;
        }
        // A question for later may also stay without an answer.
        let mut answers =
            self.answers(at, one.open.iter().chain(&other.open)).into_iter().map(Some).chain([None]);
        let differ = answers.any(|given| match (self.read(one, at, given), self.read(other, at, given)) {
            (Some(one), Some(other)) => self.differ(&one, &other),
            _ => false,
        });
        self.known.insert(pair, differ);
        differ
    }

    fn results_differ(&self, one: &Frontier, other: &Frontier) -> bool {
        let guide = self.guide;
        let (a, b) = (conclude(guide, self.routes, one), conclude(guide, self.routes, other));
        let way = |of: &Concluded<'_>| of.outlook.advice(guide).map(Advice::way);
        if sort(&a) != sort(&b) || way(&a) != way(&b) || a.rows != b.rows {
            return true;
        }
        if a.open.and(self.duties) != b.open.and(self.duties) {
            return true;
        }
        let held = |of: &Concluded<'_>| (of.outlook.word(), of.outlook.row());
        let settled = way(&a).is_some_and(|way| self.knows_what_holds(way));
        if settled && held(&a) != held(&b) {
            return true;
        }
        let notices =
            guide.notices.iter().filter(|notice| goes_with(notice, way(&a))).map(|notice| notice.guard);
        let row = a.outlook.row().filter(|_| settled && a.outlook.word() == OutlookWord::Advise);
        let by_row = row.into_iter().flat_map(|row| &guide.rows.get(row).actions);
        let always = guide.accompany.iter().filter(|_| sort(&a).0.is_none());
        let actions = by_row.chain(always).map(|action| guide.actions.get(*action).guard);
        let mut known = notices.chain(actions).filter(|guard| self.findings.covers(guard.reads()));
        if known.any(|guard| guard.opens(a.state.records) != guard.opens(b.state.records)) {
            return true;
        }
        self.keeps_all() && says(guide, &a) != says(guide, &b)
    }

    /// Whether every duty is known that decisions of this way can wait for.
    fn knows_what_holds(&self, way: Way) -> bool {
        let waits: &[Way] = match way {
            Way::Made => &[],
            Way::Report => &[Way::Report],
            Way::Close | Way::Help | Way::Undecided => &[Way::Close, Way::Help],
        };
        let mut holding =
            self.guide.duties.iter().filter(|(_, duty)| waits.iter().any(|way| duty.holds(*way)));
        holding.all(|(at, _)| self.duties.has(at)) && (way != Way::Report || self.knows_lifting)
    }

    fn keeps_all(&self) -> bool {
        self.findings.len() == self.guide.findings.len() && self.duties.len() == self.guide.duties.len()
    }
}

/// Whether a notice goes with a result of this way, held back or not.
fn goes_with(notice: &Notice, way: Option<Way>) -> bool {
    let with = match way {
        Some(Way::Report) => With::Report,
        Some(Way::Made) => With::Made,
        Some(Way::Help) => With::Help,
        Some(Way::Close) => With::Close,
        Some(Way::Undecided) => With::NotYet,
        None => return false,
    };
    [With::NotYet, with].iter().all(|with| notice.with.contains(with))
}

/// The outlook as far as no duty decides it: what ends the walk, and the doubt that leaves it open.
fn sort<'a, 'g>(concluded: &'a Concluded<'g>) -> (Option<&'a Outlook<'g>>, Option<Doubt>) {
    match &concluded.outlook {
        Outlook::NotYet(not_yet) => match not_yet.because {
            Because::Doubt(doubt) => (None, Some(doubt)),
            Because::Duty(_) | Because::Row => (None, None),
        },
        Outlook::Advise { .. } => (None, None),
        outlook => (Some(outlook), None),
    }
}

/// Everything a result says, when nothing was forgotten.
fn says<'g>(guide: &'g Guide, concluded: &Concluded<'g>) -> impl PartialEq + use<'g> {
    let Concluded { outlook, holds, open, done, state, .. } = concluded;
    let actions = plan::actions(guide, concluded);
    let notices: Vec<_> = plan::notices(guide, concluded).into_iter().map(|notice| &notice.id).collect();
    let because = outlook.row().map(|row| guide.rows.get(row).because.text(state.records));
    (outlook.clone(), *holds, *open, *done, actions, notices, because)
}
