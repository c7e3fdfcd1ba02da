//! Evaluation: answers in, result out. Total and pure: it cannot fail, holds no state, and forgets nothing.

use crate::model::advice::{Advice, Way};
use crate::model::duty::{Action, Duty, Notice};
use crate::model::guide::Guide;
use crate::model::question::{Effects, Finding, Question, Target};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;

use super::answers::{Answers, Given};
use super::conclude::{Concluded, conclude, of_one};
use super::frontier::{Doubt, Frontier, Leaf};
use super::meanwhile::{Meanwhile, meanwhile};
use super::outlook::Outlook;
use super::plan;
use super::proven::Proven;
use super::reading::Onward;

/// The result of one set of answers.
#[derive(Debug, Clone)]
pub struct Evaluation<'g> {
    /// The guide it was made with.
    pub guide: &'g Guide,
    /// What the answers come to.
    pub concluded: Concluded<'g>,
    /// The answers that were used, in the order of the walk.
    pub path: Vec<(Ref<Question>, Given)>,
    /// Questions whose answers lie off the path: kept, listed, and without effect.
    pub unused: Vec<Ref<Question>>,
    /// Doubts on the path.
    pub doubts: Vec<Doubt>,
    /// What to do, in order.
    pub actions: Vec<Ref<Action>>,
    /// What goes with it.
    pub notices: Vec<&'g Notice>,
}

/// Where a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Done.
    Done,
    /// Open, and the decision waits for it.
    Holds,
    /// Open; nothing waits for it.
    Open,
    /// No longer asked for, because of an answer.
    Excused,
}

/// Room for one evaluation after another: what the last walk used, for as long as no other begins.
#[derive(Debug, Clone, Default)]
pub struct Room {
    frontier: Frontier,
    path: Vec<Ref<Question>>,
}

impl Room {
    /// The questions whose answers the last walk used, in its order.
    #[must_use]
    pub fn path(&self) -> &[Ref<Question>] {
        &self.path
    }
}

/// What the answers come to, as far as decisions go: no list of what to do is made. For many answer sets in a row, for
/// it allocates nothing once the room is there.
#[must_use]
pub fn evaluate_into<'g>(proven: &'g Proven, answers: &Answers, room: &mut Room) -> Concluded<'g> {
    walk_from(proven.routes().start(), proven, answers, room)
}

/// What the answers come to in the weighing document alone, for somebody of whom the steps established this. Nothing that
/// a step asks for is open, so nothing holds a decision back but a doubt or the norm itself.
#[must_use]
pub fn weigh_into<'g>(
    proven: &'g Proven,
    established: Set<Finding>,
    answers: &Answers,
    room: &mut Room,
) -> Concluded<'g> {
    walk_from(proven.routes().weighing(established), proven, answers, room)
}

fn walk_from<'g>(
    (target, mut state): (Target, Effects),
    proven: &'g Proven,
    answers: &Answers,
    room: &mut Room,
) -> Concluded<'g> {
    let (guide, routes) = (proven.guide(), proven.routes());
    let Room { frontier, path } = room;
    path.clear();
    frontier.clear();
    // One reading walks by itself; only a doubt makes more of it.
    let mut onward = routes.follow(target, &mut state);
    while let Onward::Waits(at, later) = onward {
        let (next, used) = routes.answer(at, later, answers.given(at), &mut state);
        if used {
            path.push(at);
        }
        onward = next;
    }
    if let Onward::Ends(end) = onward {
        return of_one(guide, routes, &Leaf { end, state });
    }
    frontier.go(routes, onward, state);
    while let Some(question) = frontier.next() {
        if frontier.hear(routes, question, answers.given(question)) {
            path.push(question);
        }
    }
    conclude(guide, routes, frontier)
}

/// What the answers come to.
#[must_use]
pub fn evaluate<'g>(proven: &'g Proven, answers: &Answers) -> Evaluation<'g> {
    let guide = proven.guide();
    let mut room = Room::default();
    let concluded = evaluate_into(proven, answers, &mut room);
    let Room { frontier, path } = room;
    let used: Set<Question> = path.iter().copied().collect();
    let path = path.into_iter().filter_map(|question| Some((question, answers.get(question)?))).collect();
    let appointments = appointments(guide, &concluded);
    let answered =
        |at: &Ref<Question>| answers.get(*at).is_some() && !used.has(*at) && !appointments.contains(at);
    let unused = guide.questions.iter().map(|(at, _)| at).filter(answered).collect();
    let actions = plan::actions(guide, &concluded);
    let notices = plan::notices(guide, &concluded);
    Evaluation { guide, concluded, path, unused, doubts: frontier.doubts.into_vec(), actions, notices }
}

/// The date questions that a result gives occasion for: the day of the talk, the day to look again.
#[must_use]
pub fn appointments(guide: &Guide, concluded: &Concluded<'_>) -> Vec<Ref<Question>> {
    let for_later = match concluded.outlook {
        Outlook::Advise { next: Some(next), .. } => guide.occasions.get(next.occasion).day,
        _ => None,
    };
    days_of_duties(guide, concluded).chain(for_later).collect()
}

/// The date questions of duties that hold the decision back.
pub(super) fn days_of_duties(
    guide: &Guide,
    concluded: &Concluded<'_>,
) -> impl Iterator<Item = Ref<Question>> {
    // Where nothing is settled no duty holds anything back; the talk that would settle it is still to be planned.
    let unsettled = concluded.outlook.advice(guide).map(Advice::way) == Some(Way::Undecided);
    let waiting = if unsettled { concluded.open } else { concluded.holds };
    let asked = |at: &Ref<Question>| guide.questions.get(*at).guard.opens(concluded.state.records);
    waiting.iter().filter_map(|duty| guide.duties.get(duty).day).filter(asked)
}

impl<'g> Evaluation<'g> {
    /// The outlook.
    #[must_use]
    pub fn outlook(&self) -> &Outlook<'g> {
        &self.concluded.outlook
    }

    /// How soon the next action is due.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        self.concluded.urgency()
    }

    /// The next question, when one is open.
    #[must_use]
    pub fn asks(&self) -> Option<Ref<Question>> {
        match self.concluded.outlook {
            Outlook::Ask(question) => Some(question),
            _ => None,
        }
    }

    /// What can already be done while a question is open; nothing when none is.
    #[must_use]
    pub fn meanwhile(&self) -> Option<Meanwhile<'g>> {
        self.asks().map(|open| meanwhile(self.guide, &self.concluded, open))
    }

    /// Every duty that was asked for, and where it stands.
    #[must_use]
    pub fn duties(&self) -> Vec<(Ref<Duty>, Standing)> {
        let Concluded { state, open, holds, .. } = &self.concluded;
        let asked = state.imposes;
        let standing = |duty: Ref<Duty>| {
            if holds.has(duty) {
                Standing::Holds
            } else if open.has(duty) {
                Standing::Open
            } else if state.fulfils.has(duty) {
                Standing::Done
            } else {
                Standing::Excused
            }
        };
        asked.iter().map(|duty| (duty, standing(duty))).collect()
    }

    /// The date questions that are worth asking before the result is shown: a decision waits for that day.
    #[must_use]
    pub fn days_to_ask(&self) -> Vec<Ref<Question>> {
        days_of_duties(self.guide, &self.concluded).collect()
    }

    /// The date questions of this result.
    #[must_use]
    pub fn appointments(&self) -> Vec<Ref<Question>> {
        appointments(self.guide, &self.concluded)
    }
}
