//! Answers from a file against a guide: unknown words are problems, words of another norm are set aside.

use std::ops::Range;

use crate::content::nearest::nearest;
use crate::content::raw::Vocabulary;
use crate::engine::answers::{Answers, Given};
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Kind, Question};
use crate::ui::lang::Lang;
use crate::ui::messages::answers as say;

use super::answer_file::{AnswerFile, Entry, day};
use super::node::{Node, Value};

/// Answers that fit, and what was set aside.
#[derive(Debug, Clone)]
pub struct Fitted {
    /// The answers.
    pub answers: Answers,
    /// Questions and choices that exist, but are not part of this norm: `question` or `question = choice`.
    pub not_in_this_norm: Vec<String>,
}

/// Fits the answers of a file to a guide.
///
/// # Errors
/// Every answer that does not fit, with its place and the nearest known word.
pub fn fit(
    file: &str,
    written: &AnswerFile,
    guide: &Guide,
    vocabulary: &Vocabulary,
    lang: Lang,
) -> Result<Fitted, Vec<Problem>> {
    fit_entries(file, &written.answers, guide, vocabulary, lang)
}

/// The same for answers that stand elsewhere in a file, such as those of a later phase of an exercise.
///
/// # Errors
/// Every answer that does not fit, with its place and the nearest known word.
pub fn fit_entries(
    file: &str,
    written: &[Entry],
    guide: &Guide,
    vocabulary: &Vocabulary,
    lang: Lang,
) -> Result<Fitted, Vec<Problem>> {
    let mut fitting = Fitting { file, vocabulary, lang, problems: Vec::new(), aside: Vec::new() };
    let mut answers = Answers::none(guide);
    for (id, place, node) in written {
        match guide.questions.find(id) {
            Some(at) => {
                if let Some(given) = fitting.answer(guide.questions.get(at), node) {
                    answers.set(at, given);
                }
            }
            None => fitting.unknown_question(id, place),
        }
    }
    if fitting.problems.is_empty() {
        Ok(Fitted { answers, not_in_this_norm: fitting.aside })
    } else {
        Err(fitting.problems)
    }
}

struct Fitting<'a> {
    file: &'a str,
    vocabulary: &'a Vocabulary,
    lang: Lang,
    problems: Vec<Problem>,
    aside: Vec<String>,
}

impl Fitting<'_> {
    fn bad(&mut self, place: &Range<usize>, says: String, help: String) {
        self.problems.push(Problem::at(Code::BadAnswer, self.file, Some(place.clone()), says).help(help));
    }

    fn unknown_question(&mut self, id: &str, place: &Range<usize>) {
        if self.vocabulary.question.iter().any(|term| term.id.get_ref() == id) {
            self.aside.push(id.to_owned());
            return;
        }
        let known = self.vocabulary.question.iter().map(|term| term.id.get_ref().as_str());
        let help = self.near(id, known).unwrap_or_else(|| say::SEE_QUESTIONS.to(self.lang).to_owned());
        self.bad(place, say::unknown_question(self.lang, id), help);
    }

    fn near<'a>(&self, word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
        nearest(word, known).map(|near| say::did_you_mean(self.lang, near))
    }

    fn answer(&mut self, question: &Question, node: &Node) -> Option<Given> {
        match (question.kind, &node.value) {
            (Kind::One, Value::Text(choice)) => self.choice(question, choice, &node.place).map(Given::One),
            (Kind::One, Value::List(list)) => {
                let says = say::one_answer_only(self.lang, question.id.as_str(), list.len());
                self.bad(&node.place, says, say::one_of(self.lang, &ids(question)));
                None
            }
            (Kind::Many, Value::Text(choice)) => {
                self.choice(question, choice, &node.place).map(|index| Given::many([index]))
            }
            (Kind::Many, Value::List(list)) => self.list(question, list, &node.place),
            (Kind::Date, Value::Day(date)) => Some(Given::Day(*date)),
            (Kind::Date, Value::Text(text)) => {
                let date = day(text);
                if date.is_none() {
                    self.bad(
                        &node.place,
                        say::not_a_day(self.lang, text),
                        say::DAY_HELP.to(self.lang).to_owned(),
                    );
                }
                date.map(Given::Day)
            }
            (Kind::Date, _) => {
                let says = say::wrong_type(self.lang, question.id.as_str());
                self.bad(&node.place, says, say::DAY_HELP.to(self.lang).to_owned());
                None
            }
            (Kind::One | Kind::Many, _) => {
                let says = say::wrong_type(self.lang, question.id.as_str());
                self.bad(&node.place, says, say::one_of(self.lang, &ids(question)));
                None
            }
        }
    }

    fn list(&mut self, question: &Question, list: &[Node], place: &Range<usize>) -> Option<Given> {
        if list.is_empty() {
            let says = say::nothing_chosen(self.lang, question.id.as_str());
            self.bad(place, says, say::LEAVE_OUT.to(self.lang).to_owned());
        }
        let mut chosen: Vec<usize> = Vec::new();
        for node in list {
            let Value::Text(choice) = &node.value else {
                let says = say::wrong_type(self.lang, question.id.as_str());
                self.bad(&node.place, says, say::one_of(self.lang, &ids(question)));
                continue;
            };
            let Some(index) = self.choice(question, choice, &node.place) else { continue };
            if chosen.contains(&index) {
                self.bad(&node.place, say::twice(self.lang, choice), say::ONCE.to(self.lang).to_owned());
            }
            chosen.push(index);
        }
        let alone =
            chosen.iter().filter_map(|index| question.choices.get(*index)).find(|choice| choice.alone);
        if let (Some(alone), 2..) = (alone, chosen.len()) {
            let says = say::alone(self.lang, alone.id.as_str());
            self.bad(place, says, say::ALONE_HELP.to(self.lang).to_owned());
        }
        (!chosen.is_empty()).then(|| Given::many(chosen))
    }

    fn choice(&mut self, question: &Question, choice: &str, place: &Range<usize>) -> Option<usize> {
        let found = question.choices.iter().position(|known| known.id.as_str() == choice);
        if found.is_some() {
            return found;
        }
        let term = self.vocabulary.question.iter().find(|term| term.id.get_ref() == question.id.as_str());
        if term.is_some_and(|term| term.choices.contains_key(choice)) {
            self.aside.push(format!("{} = {choice}", question.id));
            return None;
        }
        let help = self.near(choice, question.choices.iter().map(|known| known.id.as_str()));
        let help = help.unwrap_or_else(|| say::one_of(self.lang, &ids(question)));
        self.bad(place, say::unknown_choice(self.lang, choice, question.id.as_str()), help);
        None
    }
}

fn ids(question: &Question) -> Vec<&str> {
    question.choices.iter().map(|choice| choice.id.as_str()).collect()
}
