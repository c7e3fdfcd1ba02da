//! What is due when a case is taken up again: the danger, the duty that held, the doubt, the question for later.
//!
//! Knows which question shows that it was done, and which day the professional named for it. Refuses to know whether
//! that day has come: what happened earlier than agreed counts too.

use jiff::civil::Date;

use crate::model::duty::Duty;
use crate::model::question::{Choice, Occasion, Question};
use crate::model::register::{Ref, Set};

use super::answers::{Answers, Given};
use super::evaluate::Evaluation;
use super::frontier::Doubt;
use super::outlook::{Because, Outlook};

/// Why something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// There was danger.
    Danger,
    /// A question was left open.
    Open,
    /// A duty that held the decision back.
    Duty(Ref<Duty>),
    /// A doubt, or something that was not settled.
    Doubt,
    /// A question for a later occasion.
    Later(Ref<Occasion>),
}

/// Something that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Why.
    pub why: Why,
    /// The question to ask first; nothing when no question on the path can show that it was done.
    pub question: Option<Ref<Question>>,
    /// The day that the professional named for it.
    pub day: Option<Date>,
}

/// Everything that is due, in the order of the walk.
#[must_use]
pub fn due(evaluation: &Evaluation<'_>, answers: &Answers) -> Vec<Due> {
    let guide = evaluation.guide;
    let day = |question: Option<Ref<Question>>| match answers.get(question?) {
        Some(Given::Day(date)) => Some(date),
        _ => None,
    };
    let unnamed = |why, question| Due { why, question, day: None };
    let mut all = match evaluation.outlook() {
        Outlook::Emergency { .. } => {
            vec![unnamed(Why::Danger, evaluation.path.last().map(|(at, _)| *at))]
        }
        Outlook::Leave(_) | Outlook::Advise { next: None, .. } => Vec::new(),
        Outlook::Ask(question) => vec![unnamed(Why::Open, Some(*question))],
        Outlook::Advise { next: Some(next), .. } => {
            let day = day(guide.occasions.get(next.occasion).day);
            vec![Due { why: Why::Later(next.occasion), question: Some(next.question), day }]
        }
        Outlook::NotYet(not_yet) => {
            let held = evaluation.concluded.holds.iter().map(|duty| {
                let day = day(guide.duties.get(duty).day);
                Due { why: Why::Duty(duty), question: shows(evaluation, duty), day }
            });
            let doubted = evaluation.doubts.iter().filter_map(|doubt| said(evaluation, answers, *doubt));
            let unsettled = (not_yet.because == Because::Row).then(|| draws(evaluation)).flatten();
            let doubts = doubted.chain(unsettled).map(|at| unnamed(Why::Doubt, Some(at)));
            held.chain(doubts).collect()
        }
    };
    all.sort_by_key(|one| (one.question.is_none(), one.question));
    all
}

/// The last question on the path that can show that a duty was done; or that leads to one that can; or else that can show
/// that it does not apply.
fn shows(evaluation: &Evaluation<'_>, duty: Ref<Duty>) -> Option<Ref<Question>> {
    let questions = &evaluation.guide.questions;
    let last = |can: &dyn Fn(&Choice) -> bool| {
        let on_path = evaluation.path.iter().rev().map(|(at, _)| *at);
        on_path.into_iter().find(|at| questions.get(*at).choices.iter().any(can))
    };
    let done = |choice: &Choice| choice.effects.fulfils.has(duty);
    let elsewhere = questions.iter().filter(|(_, question)| question.choices.iter().any(done));
    let leads = elsewhere.fold(Set::EMPTY, |all, (_, question)| all.or(question.guard.only_if));
    let leads = leads.minus(evaluation.concluded.state.records);
    last(&done)
        .or_else(|| last(&|choice| !choice.effects.records.and(leads).is_empty()))
        .or_else(|| last(&|choice| choice.effects.excuses.has(duty)))
}

/// The question at which a doubt was said: its own, or the one whose answer made it known without asking.
fn said(evaluation: &Evaluation<'_>, answers: &Answers, (at, choice): Doubt) -> Option<Ref<Question>> {
    if answers.get(at).is_some() {
        return Some(at);
    }
    let known_if = evaluation.guide.questions.get(at).choices.get(choice)?.known_if;
    chosen(evaluation, |choice| !choice.effects.records.and(known_if).is_empty())
}

/// The last question whose answer drew what the norm leaves open.
fn draws(evaluation: &Evaluation<'_>) -> Option<Ref<Question>> {
    let row = evaluation.outlook().row();
    let open = row.map_or(Set::EMPTY, |row| evaluation.guide.rows.get(row).when);
    chosen(evaluation, |choice| !choice.effects.draws.and(open).is_empty())
}

/// The last question on the path at which such a choice was made.
fn chosen(evaluation: &Evaluation<'_>, such: impl Fn(&Choice) -> bool) -> Option<Ref<Question>> {
    let made = |(at, given): &(Ref<Question>, Given)| {
        let choices = &evaluation.guide.questions.get(*at).choices;
        given.choices().filter_map(|index| choices.get(index)).any(&such)
    };
    evaluation.path.iter().rev().find(|step| made(step)).map(|(at, _)| *at)
}
