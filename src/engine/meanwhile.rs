//! What can already be done while a question is open. Decides nothing, and says nothing that a later answer
//! could take back.
//!
//! Findings only grow, so a text whose guard only asks for findings stays fitting. A text that sends the
//! professional to the family, the child or the client waits until the questions are answered: the next answer may
//! be the one that makes it dangerous. While another door is still ahead, only advice of Veilig Thuis is named:
//! nobody is sent to a colleague before it is known whether the concern is about a colleague.

use crate::model::duty::{Action, Before, Meets, Notice, Place, With};
use crate::model::guide::Guide;
use crate::model::question::{Guard, Question, Target};
use crate::model::register::Ref;

use super::conclude::Concluded;

/// What can already be done.
#[derive(Debug, Clone)]
pub struct Meanwhile<'g> {
    /// Actions, by when. The first of those for today is advice of Veilig Thuis.
    pub actions: Vec<Ref<Action>>,
    /// When not to wait for the rest of the questions.
    pub do_not_wait: Vec<&'g Notice>,
}

/// What can already be done while this question is open.
#[must_use]
pub(super) fn meanwhile<'g>(
    guide: &'g Guide,
    concluded: &Concluded<'_>,
    open: Ref<Question>,
) -> Meanwhile<'g> {
    let mut actions = vec![guide.ask_advice];
    if door_ahead(guide, open) {
        return Meanwhile { actions, do_not_wait: Vec::new() };
    }
    let findings = concluded.state.records;
    let safe = |guard: Guard, meets: Option<Meets>| meets.is_none() && guard.opens(findings);
    // What has to be done before any decision at all; the rest depends on which decision it will be.
    let first = |before: &Before| before.holds().is_some();
    let duties = concluded.open.iter().map(|duty| guide.duties.get(duty));
    let duties = duties.filter(|duty| duty.before.iter().any(first)).flat_map(|duty| &duty.actions);
    for at in guide.accompany.iter().chain(duties) {
        let action = guide.actions.get(*at);
        let stays = action.guard.unless.is_empty();
        if stays && safe(action.guard, action.meets) && !actions.contains(at) {
            actions.push(*at);
        }
    }
    actions.sort_by_key(|at| guide.actions.get(*at).when);
    let fits = |notice: &&Notice| {
        notice.place == Place::DoNotWait
            && notice.with.contains(&With::NotYet)
            && safe(notice.guard, notice.meets)
    };
    Meanwhile { actions, do_not_wait: guide.notices.iter().filter(fits).collect() }
}

/// Whether an answer to this question or to a later one can still lead out of the meldcode.
fn door_ahead(guide: &Guide, open: Ref<Question>) -> bool {
    let ahead = guide.questions.iter().filter(|(at, _)| *at >= open).map(|(_, question)| question);
    let leaves = |target: &Target| matches!(target, Target::Door(_));
    ahead
        .flat_map(|question| {
            question.choices.iter().filter_map(|choice| choice.to.as_ref()).chain([&question.to])
        })
        .any(leaves)
}
