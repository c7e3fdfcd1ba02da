//! The first wrong turn: the answer from which a participant's way no longer came out right.
//!
//! Pure: lays a participant's answers over the model's, one by one, and asks after each whether it still comes out right.
//! Refuses to know what right is: that is handed in, and is a matter of keys.

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, evaluate};
use crate::engine::proven::Proven;
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::Ref;

/// A question that was answered so that the rest could no longer come out right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The question.
    pub question: Ref<Question>,
    /// What the participant answered; nothing when they stopped there.
    pub given: Option<Given>,
    /// What the model answers; nothing when its way does not come there.
    pub model: Option<Given>,
}

/// The first wrong turn of a participant; nothing when their answers come out right.
///
/// The walk goes along the participant's path, and then past every other question, in order: also what was left
/// unanswered can be the turn, such as a day that was to be agreed on. At each question the participant's answers as far
/// as here are taken, and the model's for everything else. The last of these is the participant's own set, so that
/// whatever comes out wrong has a turn. Answers that are wrong together and right each by itself have theirs at the last.
pub fn first_wrong_turn(
    proven: &Proven,
    model: &Answers,
    participant: &Answers,
    right: impl Fn(&Evaluation<'_>, &Answers) -> bool,
) -> Option<Turn> {
    let whole = evaluate(proven, participant);
    if right(&whole, participant) {
        return None;
    }
    let guide = proven.guide();
    let path: Vec<Ref<Question>> = whole.path.iter().map(|(question, _)| *question).collect();
    let beside = guide.questions.iter().map(|(at, _)| at).filter(|at| !path.contains(at));
    let mut answers = model.clone();
    for question in path.iter().copied().chain(beside) {
        let (given, of_model) = (participant.get(question), model.get(question));
        put(&mut answers, question, given);
        if given != of_model && !comes_out_right(proven, &answers, participant, &right) {
            return Some(Turn { question, given, model: of_model });
        }
    }
    None
}

/// Whether these answers come out right. Where the walk stands still at a question that the model never came to, the
/// participant's own answer takes it further: a question more is no mistake by itself.
fn comes_out_right(
    proven: &Proven,
    answers: &Answers,
    participant: &Answers,
    right: impl Fn(&Evaluation<'_>, &Answers) -> bool,
) -> bool {
    let mut answers = answers.clone();
    loop {
        let evaluation = evaluate(proven, &answers);
        if right(&evaluation, &answers) {
            return true;
        }
        let more = evaluation.asks().and_then(|open| Some((open, participant.get(open)?)));
        let Some((open, given)) = more.filter(|(open, _)| answers.get(*open).is_none()) else { return false };
        answers.set(open, given);
    }
}

fn put(answers: &mut Answers, question: Ref<Question>, given: Option<Given>) {
    match given {
        Some(given) => answers.set(question, given),
        None => answers.retract(question),
    }
}

/// An answer as an answer file writes it: the names of its choices, or the day.
#[must_use]
pub fn words(guide: &Guide, question: Ref<Question>, given: Given) -> Vec<String> {
    if let Given::Day(day) = given {
        return vec![day.to_string()];
    }
    let choices = &guide.questions.get(question).choices;
    given.choices().filter_map(|index| choices.get(index)).map(|choice| choice.id.to_string()).collect()
}
