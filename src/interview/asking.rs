//! A question of the guide as it is put to a person, and a reply as an answer of the guide.
//!
//! Knows which choices are offered after the answers so far. Refuses to know which question comes next.

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::model::question::{Choice, Kind, Question};
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::result::{step, step_title};

use super::prompt::{Form, Prompt, Reply, Shown};

/// A question with the choices that are offered now, by their index in the guide.
#[derive(Debug)]
pub(super) struct Asking<'g> {
    question: &'g Question,
    offered: Vec<usize>,
}

impl<'g> Asking<'g> {
    /// The question after the answers so far. Its own answer has no say in what it offers.
    pub(super) fn of(proven: &'g Proven, answers: &Answers, at: Ref<Question>) -> Self {
        let mut before = answers.clone();
        before.retract(at);
        let findings = evaluate(proven, &before).concluded.state.records;
        let question = proven.guide().questions.get(at);
        let offered = question.choices.iter().enumerate().filter(|(_, choice)| choice.guard.opens(findings));
        Self { question, offered: offered.map(|(index, _)| index).collect() }
    }

    /// The question as it is put; `answered` are the questions before it.
    pub(super) fn prompt(&self, proven: &Proven, lang: Lang, answered: usize) -> Prompt {
        let question = self.question;
        let form = match question.kind {
            Kind::One => Form::One,
            Kind::Many => Form::Many,
            Kind::Date => Form::Day { from: proven.guide().date },
        };
        let choices = self.offered.iter().filter_map(|index| question.choices.get(*index));
        Prompt {
            id: question.id.to_string(),
            heading: heading(question, lang),
            answered: Some(answered),
            back: answered > 0,
            ask: question.ask.clone(),
            explain: question.explain.clone(),
            form,
            options: choices.map(shown).collect(),
            earlier: None,
            marked: None,
            lang,
        }
    }

    /// The answer that a reply gives; nothing for a day that is not known, or no answer at all.
    pub(super) fn given(&self, reply: &Reply) -> Option<Given> {
        let offered = |index: &usize| self.offered.get(*index).copied();
        match reply {
            Reply::One(index) => offered(index).map(Given::One),
            Reply::Many(indexes) => Some(Given::many(indexes.iter().filter_map(offered))),
            Reply::Day(date) => Some(Given::Day(*date)),
            Reply::DayUnknown | Reply::Word(_) | Reply::Wish(_) => None,
        }
    }

    /// The reply that gave this answer, as far as it is still offered. No answer is a day not known.
    pub(super) fn reply(&self, given: Option<Given>) -> Option<Reply> {
        let shown = |choice: usize| self.offered.iter().position(|offered| *offered == choice);
        match given {
            None => Some(Reply::DayUnknown),
            Some(Given::Day(date)) => Some(Reply::Day(date)),
            Some(Given::One(choice)) => shown(choice).map(Reply::One),
            Some(given @ Given::Many(_)) => {
                let chosen: Vec<usize> = given.choices().filter_map(shown).collect();
                (!chosen.is_empty()).then_some(Reply::Many(chosen))
            }
        }
    }
}

fn heading(question: &Question, lang: Lang) -> String {
    let title = step_title(question.step).to(lang);
    if question.step == 0 { title.to_owned() } else { format!("{} · {title}", step(lang, question.step)) }
}

fn shown(choice: &Choice) -> Shown {
    Shown {
        id: choice.id.to_string(),
        label: choice.label.clone(),
        short: choice.short.clone(),
        alone: choice.alone,
    }
}
