//! What would change the result: every other answer to one question, all else kept.

use crate::model::advice::Advice;
use crate::model::property::OutlookWord;
use crate::model::question::{Kind, Question};
use crate::model::register::Ref;

use super::answers::{Answers, Given};
use super::evaluate::{Evaluation, evaluate};
use super::proven::Proven;

/// One other answer, and what it would lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: Ref<Question>,
    /// The other choice.
    pub choice: usize,
    /// The outlook it leads to.
    pub outlook: OutlookWord,
    /// The two decisions of that advice or direction.
    pub advice: Option<Advice>,
}

/// Every other answer to a one-choice question on the path that leads to another, known result.
#[must_use]
pub fn changes(proven: &Proven, answers: &Answers, result: &Evaluation<'_>) -> Vec<Change> {
    let guide = proven.guide();
    let now = (result.outlook().word(), result.outlook().advice(guide));
    let mut changes = Vec::new();
    for (question, given) in &result.path {
        let Given::One(chosen) = given else { continue };
        let about = guide.questions.get(*question);
        if about.kind != Kind::One {
            continue;
        }
        for choice in (0..about.choices.len()).filter(|other| other != chosen) {
            let mut other = answers.clone();
            other.set(*question, Given::One(choice));
            let then = evaluate(proven, &other);
            let what = (then.outlook().word(), then.outlook().advice(guide));
            if what != now && what.0 != OutlookWord::Ask {
                changes.push(Change { question: *question, choice, outlook: what.0, advice: what.1 });
            }
        }
    }
    changes
}
