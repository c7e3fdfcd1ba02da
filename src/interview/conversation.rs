//! The conversation: asks what the evaluation asks, until it asks nothing more.
//!
//! Holds no state of its own but the answers and their order: going back is retracting the last one.

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::model::guide::Guide;
use crate::model::question::{Choice, Kind, Question};
use crate::model::register::{Ref, Set};
use crate::ui::lang::Lang;
use crate::ui::messages::command as say;
use crate::ui::messages::result::{step, step_title};

use super::prompt::{Broken, Form, Prompt, Prompter, Reply, Shown, Wish};

/// How a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// There is nothing more to ask.
    Whole(Answers),
    /// The professional stopped. What was answered is kept.
    Stopped(Answers),
}

/// A conversation that broke off, with what was answered until then.
#[derive(Debug)]
pub struct BrokeOff {
    /// Why.
    pub why: Broken,
    /// What was answered.
    pub answers: Answers,
}

/// Asks until the answers come to a result.
///
/// # Errors
/// When no reply can come any more.
pub fn converse(
    proven: &Proven,
    prompter: &mut impl Prompter,
    card: &str,
    lang: Lang,
) -> Result<Ended, BrokeOff> {
    let mut conversation = Conversation {
        proven,
        card,
        lang,
        answers: Answers::none(proven.guide()),
        history: Vec::new(),
        passed: Set::EMPTY,
    };
    match conversation.run(prompter) {
        Ok(true) => Ok(Ended::Whole(conversation.answers)),
        Ok(false) => Ok(Ended::Stopped(conversation.answers)),
        Err(why) => Err(BrokeOff { why, answers: conversation.answers }),
    }
}

struct Conversation<'a> {
    proven: &'a Proven,
    card: &'a str,
    lang: Lang,
    answers: Answers,
    /// Answered questions, in the order of answering.
    history: Vec<Ref<Question>>,
    /// Date questions to which the day is not known yet.
    passed: Set<Question>,
}

impl Conversation<'_> {
    /// Whether the conversation came to its end.
    fn run(&mut self, prompter: &mut impl Prompter) -> Result<bool, Broken> {
        while let Some(at) = self.next() {
            let guide = self.proven.guide();
            let offered = self.offered(at);
            let prompt = self.prompt(guide, at, &offered);
            match prompter.ask(&prompt)? {
                Reply::One(index) => self.answer(at, offered.get(index).map(|choice| Given::One(*choice))),
                Reply::Many(indexes) => {
                    let chosen = indexes.iter().filter_map(|index| offered.get(*index)).copied();
                    self.answer(at, Some(Given::many(chosen)));
                }
                Reply::Day(date) => self.answer(at, Some(Given::Day(date))),
                Reply::DayUnknown => {
                    self.history.push(at);
                    self.passed.insert(at);
                }
                Reply::Wish(Wish::Stop) => return Ok(false),
                Reply::Wish(Wish::Back) => {
                    if !self.back() {
                        prompter.tell(say::FIRST_QUESTION.to(self.lang))?;
                    }
                }
                Reply::Wish(Wish::Explain) => prompter.tell(&prompt.explain)?,
                Reply::Wish(Wish::Overview) => prompter.tell(&self.overview())?,
                Reply::Wish(Wish::Emergency) => prompter.tell(self.card)?,
            }
        }
        Ok(true)
    }

    /// The question that is open, or a day that belongs to the result and was not asked for yet.
    fn next(&self) -> Option<Ref<Question>> {
        let evaluation = evaluate(self.proven, &self.answers);
        let open = |at: &Ref<Question>| self.answers.get(*at).is_none() && !self.passed.has(*at);
        evaluation.asks().or_else(|| evaluation.days_to_ask().into_iter().find(open))
    }

    fn offered(&self, at: Ref<Question>) -> Vec<usize> {
        let findings = evaluate(self.proven, &self.answers).concluded.state.records;
        let choices = self.proven.guide().questions.get(at).choices.iter().enumerate();
        choices.filter(|(_, choice)| choice.guard.opens(findings)).map(|(index, _)| index).collect()
    }

    fn answer(&mut self, at: Ref<Question>, given: Option<Given>) {
        if let Some(given) = given {
            self.answers.set(at, given);
            self.history.push(at);
        }
    }

    fn back(&mut self) -> bool {
        let Some(last) = self.history.pop() else { return false };
        self.answers.retract(last);
        self.passed = self.passed.minus(Set::EMPTY.with(last));
        true
    }

    fn prompt(&self, guide: &Guide, at: Ref<Question>, offered: &[usize]) -> Prompt {
        let question = guide.questions.get(at);
        let form = match question.kind {
            Kind::One => Form::One,
            Kind::Many => Form::Many,
            Kind::Date => Form::Day { from: guide.date },
        };
        let choices = offered.iter().filter_map(|index| question.choices.get(*index));
        Prompt {
            id: question.id.to_string(),
            heading: heading(question, self.lang),
            answered: self.history.len(),
            ask: self.lang.norm(&question.ask),
            explain: self.lang.norm(&question.explain),
            form,
            options: choices.map(shown).collect(),
            lang: self.lang,
        }
    }

    fn overview(&self) -> String {
        let guide = self.proven.guide();
        let lines: Vec<String> = self.history.iter().map(|at| self.answered(guide, *at)).collect();
        if lines.is_empty() {
            return say::NOTHING_ANSWERED.to(self.lang).to_owned();
        }
        format!("{}\n{}", say::YOUR_ANSWERS.to(self.lang), lines.join("\n"))
    }

    fn answered(&self, guide: &Guide, at: Ref<Question>) -> String {
        let question = guide.questions.get(at);
        let words = match self.answers.get(at) {
            Some(Given::Day(date)) => date.to_string(),
            Some(given) => {
                let chosen = given.choices().filter_map(|index| question.choices.get(index));
                chosen.map(|choice| choice.short.as_str()).collect::<Vec<_>>().join(" + ")
            }
            None => say::DAY_NOT_KNOWN.to(self.lang).to_owned(),
        };
        format!("  {} {words}", self.lang.norm(&question.ask))
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
