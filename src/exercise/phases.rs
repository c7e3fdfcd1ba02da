//! An exercise against its guides: for each phase the answers of the model, what is expected, and what is said to a choice.
//!
//! Knows one guide for each phase, for a later phase may be of another date. Refuses to pick these guides.

use std::ops::Range;

use jiff::civil::Date;

use crate::case::answer_file::Entry;
use crate::case::fit::fit_entries;
use crate::content::nearest::nearest;
use crate::content::raw::Vocabulary;
use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::Evaluation;
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::question::Question;
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::answers as say;

use super::expectation::{Expectation, outcomes, whole};
use super::key;
use super::written::{Head, Said, Says, Written, WrittenPhase};

/// An exercise, ready to be done.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// What it says of itself.
    pub head: Head,
    /// Its phases, in order; the first is the exercise itself.
    pub phases: Vec<Phase>,
}

/// One phase of an exercise.
#[derive(Debug, Clone)]
pub struct Phase {
    /// Its title; that of the first is the title of the exercise.
    pub title: String,
    /// What is known now.
    pub vignette: Said,
    /// The date that picks the norm, if one was said in this phase or before.
    pub date: Option<Date>,
    /// The answers of the model.
    pub answers: Answers,
    /// Where its key is written.
    pub key: Range<usize>,
    /// Answers of the model that are not part of this norm.
    pub not_in_this_norm: Vec<String>,
    /// What is expected.
    pub expectation: Expectation,
    /// What is said to a choice, in the order of the file.
    pub feedback: Vec<Feedback>,
}

/// What is said to one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Where it is written.
    pub place: Range<usize>,
    /// The question.
    pub question: Ref<Question>,
    /// The choice, by its index.
    pub choice: usize,
    /// What is said.
    pub says: String,
}

impl Phase {
    /// What is said to the choices that count in a result, in the order of the walk.
    #[must_use]
    pub fn said_to(&self, evaluation: &Evaluation<'_>) -> Vec<&Feedback> {
        let chose = |given: Given, choice: usize| given.choices().any(|chosen| chosen == choice);
        let to = |(at, given): &(Ref<Question>, Given)| {
            let (at, given) = (*at, *given);
            self.feedback.iter().filter(move |one| one.question == at && chose(given, one.choice))
        };
        evaluation.path.iter().flat_map(to).collect()
    }
}

/// Reads an exercise against the guide of each of its phases, in their order.
///
/// # Errors
/// Everything in it that fits none of them, with its place and the nearest known word.
pub fn read(
    file: &str,
    written: &Written,
    guides: &[&Guide],
    vocabulary: &Vocabulary,
    lang: Lang,
) -> Result<Exercise, Vec<Problem>> {
    let mut phases = Vec::new();
    let mut problems = Vec::new();
    for (phase, guide) in written.phases.iter().zip(guides) {
        match self::phase(file, phase, guide, vocabulary, lang) {
            Ok(phase) => phases.push(phase),
            Err(more) => problems.extend(more),
        }
    }
    if !problems.is_empty() {
        // What stands in one phase stands in those after it too, and is told once.
        let mut told = Vec::new();
        problems.retain(|problem| {
            let new = !told.contains(problem);
            told.push(problem.clone());
            new
        });
        return Err(problems);
    }
    Ok(Exercise { head: written.head.clone(), phases })
}

fn phase(
    file: &str,
    written: &WrittenPhase,
    guide: &Guide,
    vocabulary: &Vocabulary,
    lang: Lang,
) -> Result<Phase, Vec<Problem>> {
    let fitted = fit_entries(file, &written.answers, guide, vocabulary, lang);
    let expectation = expectation(file, written, guide, lang);
    let feedback = feedback(file, &written.feedback, guide, lang);
    match (fitted, expectation, feedback) {
        (Ok(fitted), Ok(expectation), Ok(feedback)) => Ok(Phase {
            title: written.title.clone(),
            vignette: written.vignette.clone(),
            date: written.date.as_ref().map(|(date, _)| *date),
            answers: fitted.answers,
            key: written.expect.first().map_or(0..0, |(_, place, _)| place.clone()),
            not_in_this_norm: fitted.not_in_this_norm,
            expectation,
            feedback,
        }),
        (fitted, expectation, feedback) => {
            let all = [fitted.err(), expectation.err(), feedback.err()];
            Err(all.into_iter().flatten().flatten().collect())
        }
    }
}

fn expectation(
    file: &str,
    written: &WrittenPhase,
    guide: &Guide,
    lang: Lang,
) -> Result<Expectation, Vec<Problem>> {
    let words = |entries: &[Entry]| key::words(file, entries, guide, lang);
    let others = |others: &[_]| outcomes(file, others, guide, lang);
    whole(words(&written.expect), others(&written.acceptable), others(&written.never))
}

/// The feedback with its questions and choices. What this norm does not ask nobody can answer.
fn feedback(file: &str, written: &[Says], guide: &Guide, lang: Lang) -> Result<Vec<Feedback>, Vec<Problem>> {
    let mut feedback = Vec::new();
    let mut problems = Vec::new();
    let mut bad = |said: &Said, says: String, known: &[&str], otherwise: String| {
        let near = nearest(&said.text, known.iter().copied()).map(|near| say::did_you_mean(lang, near));
        let problem = Problem::at(Code::BadAnswer, file, Some(said.place.clone()), says);
        problems.push(problem.help(near.unwrap_or(otherwise)));
    };
    for Says { question, choice, says } in written {
        let Some(at) = guide.questions.find(&question.text) else {
            let known: Vec<&str> = guide.questions.ids().collect();
            let help = say::SEE_QUESTIONS.to(lang).to_owned();
            bad(question, say::unknown_question(lang, &question.text), &known, help);
            continue;
        };
        let choices = &guide.questions.get(at).choices;
        let known: Vec<&str> = choices.iter().map(|known| known.id.as_str()).collect();
        match known.iter().position(|known| *known == choice.text) {
            Some(index) => feedback.push(Feedback {
                place: question.place.clone(),
                question: at,
                choice: index,
                says: says.clone(),
            }),
            None => {
                let says = say::unknown_choice(lang, &choice.text, &question.text);
                bad(choice, says, &known, say::one_of(lang, &known));
            }
        }
    }
    if problems.is_empty() { Ok(feedback) } else { Err(problems) }
}
