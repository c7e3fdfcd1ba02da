//! One walk to each state of a projection: the answers that were met first on the way there.
//!
//! Knows which answers those are, so that whoever doubts a projected end can give them to the whole engine. Refuses
//! to say that no other answers lead there.

use crate::model::guide::Guide;
use crate::model::question::{Choice, Effects, Kind, Question};
use crate::model::register::{Ref, Set};

use super::answers::{Answers, Given};
use super::frontier::Frontier;
use super::routes::Routes;
use super::slice::guards;

/// Where one walk stands; nothing before the first answer.
pub type Trail = Option<usize>;

/// Every step that was taken, each with the step before it.
#[derive(Debug, Clone, Default)]
pub struct Trails {
    steps: Vec<(Trail, Ref<Question>, Given)>,
}

impl Trails {
    /// The walk with one answer more.
    pub(super) fn then(&mut self, before: Trail, question: Ref<Question>, given: Given) -> Trail {
        self.steps.push((before, question, given));
        Some(self.steps.len() - 1)
    }

    /// The answers of one walk.
    #[must_use]
    pub fn answers(&self, guide: &Guide, trail: Trail) -> Answers {
        let mut answers = Answers::none(guide);
        let mut at = trail;
        while let Some((before, question, given)) = at.and_then(|step| self.steps.get(step)) {
            answers.set(*question, *given);
            at = *before;
        }
        answers
    }
}

/// Where answers lead in the guide itself, nothing forgotten. An open question takes the first choice that is offered,
/// so that every walk comes to an end; one for later stays open.
pub(super) fn lead(guide: &Guide, routes: &Routes, answers: &Answers) -> Frontier {
    let mut frontier = Frontier::start(routes);
    while let Some(at) = frontier.next() {
        let question = guide.questions.get(at);
        let offered = |index: &usize| {
            let guard = question.choices.get(*index).map(|choice| choice.guard).unwrap_or_default();
            let mut here = frontier.open.iter().filter(|branch| branch.at == at);
            here.all(|branch| guard.opens(branch.state.records))
        };
        let given = answers.get(at).or_else(|| {
            let first = (0..question.choices.len()).find(offered);
            first.filter(|_| !frontier.is_for_later(at)).map(|index| Given::many([index]))
        });
        frontier.read(routes, at, given);
    }
    frontier
}

/// Which choices are added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Those after which the walk goes on as before.
    Silent,
    /// Also those that lead to a question more.
    All,
}

/// The same answers with choices added that only show something to be done: what a projection forgets is then not in the
/// way.
pub(super) fn settled(guide: &Guide, answers: &Answers, extent: Extent) -> Answers {
    let read = guide.questions.iter().flat_map(|(_, question)| guards(question)).fold(Set::EMPTY, Set::or);
    let mut settled = answers.clone();
    for (at, question) in guide.questions.iter().filter(|(_, question)| question.kind == Kind::Many) {
        let Some(given) = answers.get(at) else { continue };
        let does = |choice: &Choice| {
            let Effects { records, draws, imposes, .. } = choice.effects;
            let silent = extent == Extent::All || records.and(read).is_empty();
            !choice.alone && silent && draws.is_empty() && imposes.is_empty()
        };
        if given.choices().filter_map(|index| question.choices.get(index)).any(|choice| choice.alone) {
            continue;
        }
        let done = question.choices.iter().enumerate().filter(|(_, choice)| does(choice));
        settled.set(at, Given::many(given.choices().chain(done.map(|(index, _)| index))));
    }
    settled
}

/// Where answers lead in the guide itself as far as a question, nothing forgotten.
pub(super) fn walked(routes: &Routes, answers: &Answers, until: Ref<Question>) -> Frontier {
    let mut frontier = Frontier::start(routes);
    while let Some(at) = frontier.next().filter(|at| *at < until) {
        frontier.read(routes, at, answers.get(at));
    }
    frontier
}
