//! The conversation: asks what the evaluation asks, until it asks nothing more and the answers were looked at.
//!
//! Holds no state of its own but the answers and their order: going back is retracting the last one, and
//! changing one leaves all others as they are. Refuses to know what a result says: that is handed in.

use std::collections::VecDeque;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, evaluate};
use crate::engine::outlook::Outlook;
use crate::engine::proven::Proven;
use crate::model::question::{Choice, Effects, Kind, Question, Target};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;
use crate::ui::lang::Lang;
use crate::ui::messages::{case, command, overview as say};

use super::asking::Asking;
use super::bounds::{Asides, Begin, BrokeOff, Ended};
use super::overview::Overview;
use super::prompt::{Broken, Prompt, Prompter, Reply, Wish};

/// Asks until the answers come to a result.
///
/// # Errors
/// When no reply can come any more.
pub fn converse(
    proven: &Proven,
    prompter: &mut impl Prompter,
    asides: &Asides<'_>,
    lang: Lang,
) -> Result<Ended, BrokeOff> {
    let answers = Answers::none(proven.guide());
    converse_from(
        proven,
        prompter,
        asides,
        Begin { answers, due: Vec::new(), later: Set::EMPTY, keep: &mut |_| None },
        lang,
    )
}

/// The same, from answers that were given before.
///
/// # Errors
/// When no reply can come any more.
pub fn converse_from(
    proven: &Proven,
    prompter: &mut impl Prompter,
    asides: &Asides<'_>,
    begin: Begin<'_>,
    lang: Lang,
) -> Result<Ended, BrokeOff> {
    let Begin { answers, due, later, keep } = begin;
    let questions = proven.guide().questions.iter().map(|(at, _)| at);
    let history = questions.filter(|at| answers.get(*at).is_some()).collect();
    let due = due.into();
    let kept = answers.clone();
    let mut conversation =
        Conversation { proven, asides, lang, answers, kept, due, later, keep, history, passed: Set::EMPTY };
    match conversation.run(prompter) {
        Ok(true) => Ok(Ended::Whole(conversation.answers)),
        Ok(false) => Ok(Ended::Stopped(conversation.answers)),
        Err(why) => Err(BrokeOff { why, answers: conversation.answers }),
    }
}

struct Conversation<'a> {
    proven: &'a Proven,
    asides: &'a Asides<'a>,
    lang: Lang,
    answers: Answers,
    /// The answers as they were last kept.
    kept: Answers,
    /// Questions that come first, because they were due.
    due: VecDeque<Ref<Question>>,
    later: Set<Question>,
    keep: &'a mut dyn FnMut(&Answers) -> Option<String>,
    /// Answered questions, each once, in the order of answering.
    history: Vec<Ref<Question>>,
    /// Date questions to which the day is not known yet.
    passed: Set<Question>,
}

/// What comes after a reply.
enum Then {
    /// Whatever the evaluation asks.
    Onward,
    /// The same again.
    Again,
    /// This answer is to be changed.
    Change(Ref<Question>),
    /// The result.
    Result,
    /// Nothing: the professional stops.
    Stop,
}

/// The question that an advice leaves for later.
fn later(evaluation: &Evaluation<'_>) -> Option<Ref<Question>> {
    match evaluation.outlook() {
        Outlook::Advise { next: Some(next), .. } => Some(next.question),
        _ => None,
    }
}

impl Conversation<'_> {
    /// Whether the conversation came to its end.
    fn run(&mut self, prompter: &mut impl Prompter) -> Result<bool, Broken> {
        let mut changing = None;
        loop {
            let due = if changing.is_none() { self.due() } else { None };
            let then = match changing.or(due).or_else(|| self.next()) {
                Some(at) => self.put(prompter, at, changing.or(due).is_some())?,
                None if self.cannot_wait() => Then::Result,
                None => self.review(prompter)?,
            };
            if self.answers != self.kept {
                self.kept = self.answers.clone();
                if let Some(says) = (self.keep)(&self.answers) {
                    prompter.tell(&says)?;
                }
            }
            match then {
                Then::Onward if due.is_some() => {
                    self.due.pop_front();
                }
                Then::Onward => changing = None,
                Then::Again => {}
                Then::Change(at) => changing = Some(at),
                Then::Result => return Ok(true),
                Then::Stop => return Ok(false),
            }
        }
    }

    /// What was due and still comes up: an answer that counts, or the question that an advice left for later.
    fn due(&mut self) -> Option<Ref<Question>> {
        let evaluation = evaluate(self.proven, &self.answers);
        let later = later(&evaluation);
        let counts = |at: Ref<Question>| evaluation.path.iter().any(|(on, _)| *on == at);
        let past = |at: Ref<Question>| later != Some(at) && !counts(at);
        while self.due.front().is_some_and(|at| past(*at)) {
            self.due.pop_front();
        }
        self.due.front().copied()
    }

    /// The question that is open, or a day that belongs to the result and was not asked for yet; or a question for later
    /// whose time has come.
    fn next(&self) -> Option<Ref<Question>> {
        let evaluation = evaluate(self.proven, &self.answers);
        let open = |at: &Ref<Question>| self.answers.get(*at).is_none() && !self.passed.has(*at);
        let day = || evaluation.days_to_ask().into_iter().find(open);
        let later = || self.later.iter().filter(open).find(|at| self.would_count(*at));
        evaluation.asks().or_else(day).or_else(later)
    }

    /// Whether an answer to a question would be used.
    fn would_count(&self, at: Ref<Question>) -> bool {
        let mut answers = self.answers.clone();
        let given = match self.proven.guide().questions.get(at).kind {
            Kind::One => Given::One(0),
            Kind::Many => Given::many([0]),
            Kind::Date => return false,
        };
        answers.set(at, given);
        evaluate(self.proven, &answers).path.iter().any(|(on, _)| *on == at)
    }

    /// Puts one question, once.
    fn put(&mut self, prompter: &mut impl Prompter, at: Ref<Question>, change: bool) -> Result<Then, Broken> {
        let asking = Asking::of(self.proven, &self.answers, at);
        let counted = self.overview().questions();
        let before = counted.iter().position(|other| change && *other == at).unwrap_or(counted.len());
        let mut prompt = asking.prompt(self.proven, self.lang, before);
        prompt.explain = format!("{}\n\n{}", prompt.explain, (self.asides.ground)(at)).trim_end().to_owned();
        let is_answered = self.answers.get(at).is_some() || self.passed.has(at);
        if change && is_answered {
            prompt.earlier = asking.reply(self.answers.get(at));
            prompt.back = true;
        }
        let reply = prompter.ask(&prompt)?;
        match reply {
            Reply::Wish(Wish::Back) if change => {
                let says = if is_answered { say::UNCHANGED } else { case::STAYS_OPEN };
                prompter.tell(says.to(self.lang))?;
                Ok(Then::Onward)
            }
            Reply::Wish(Wish::Now) => {
                // An answer that is being changed is open again.
                let mut so_far = self.answers.clone();
                so_far.retract(at);
                prompter.tell(&(self.asides.now)(&so_far))?;
                Ok(Then::Again)
            }
            Reply::Wish(wish) => self.grant(prompter, wish, &prompt),
            Reply::DayUnknown => Ok(self.answer(at, None)),
            answer => match asking.given(&answer) {
                Some(given) => Ok(self.answer(at, Some(given))),
                None => Ok(Then::Again),
            },
        }
    }

    /// Shows the answers before the result. This is no question: where no reply comes, the answers are complete.
    fn review(&mut self, prompter: &mut impl Prompter) -> Result<Then, Broken> {
        let overview = self.overview();
        prompter.tell(&overview.to_review(prompter.hears_numbers()))?;
        let prompt = overview.review();
        loop {
            let then = match prompter.ask(&prompt) {
                Err(Broken::EndOfInput) => Then::Result,
                Err(broken) => return Err(broken),
                Ok(Reply::One(0) | Reply::Wish(Wish::Now)) => Then::Result,
                Ok(Reply::Wish(wish)) => self.grant(prompter, wish, &prompt)?,
                Ok(_) => self.look(prompter)?,
            };
            if !matches!(then, Then::Again) {
                return Ok(then);
            }
        }
    }

    /// What is the same at every question and at the review.
    fn grant(&mut self, prompter: &mut impl Prompter, wish: Wish, prompt: &Prompt) -> Result<Then, Broken> {
        match wish {
            Wish::Stop => return Ok(Then::Stop),
            Wish::Overview => return self.look(prompter),
            Wish::Back if self.back() => return Ok(Then::Onward),
            Wish::Back => prompter.tell(command::FIRST_QUESTION.to(self.lang))?,
            Wish::Explain => prompter.tell(&prompt.explain)?,
            Wish::Emergency => prompter.tell(self.asides.card)?,
            Wish::Now => prompter.tell(&(self.asides.now)(&self.answers))?,
            Wish::Change(number) => {
                let overview = self.overview();
                if let Some(at) = overview.numbered(number) {
                    return Ok(Then::Change(at));
                }
                let last = overview.questions().len();
                prompter.tell(&say::no_such_answer(self.lang, number, last))?;
            }
        }
        Ok(Then::Again)
    }

    /// Shows the answers. Where none can be named by number, they are put up to choose from.
    fn look(&mut self, prompter: &mut impl Prompter) -> Result<Then, Broken> {
        let overview = self.overview();
        let questions = overview.questions();
        if prompter.hears_numbers() || questions.is_empty() {
            prompter.tell(&overview.text(true))?;
            return Ok(Then::Again);
        }
        if let Some(kept) = overview.kept() {
            prompter.tell(&kept)?;
        }
        let prompt = overview.which();
        loop {
            // A number that is typed here is the number of what is listed here.
            let chosen = match prompter.ask(&prompt)? {
                Reply::One(index) => index,
                Reply::Wish(Wish::Change(number)) => number.saturating_sub(1),
                Reply::Wish(wish @ (Wish::Stop | Wish::Explain | Wish::Emergency | Wish::Now)) => {
                    match self.grant(prompter, wish, &prompt)? {
                        Then::Again => continue,
                        then => return Ok(then),
                    }
                }
                _ => 0,
            };
            let at = chosen.checked_sub(1).and_then(|index| questions.get(index));
            return Ok(at.map_or(Then::Again, |at| Then::Change(*at)));
        }
    }

    fn answer(&mut self, at: Ref<Question>, given: Option<Given>) -> Then {
        self.forget(at);
        match given {
            Some(given) => self.answers.set(at, given),
            None => self.passed.insert(at),
        }
        self.history.push(at);
        Then::Onward
    }

    /// Retracts the last answer that counts. Answers that are only kept stay kept.
    fn back(&mut self) -> bool {
        let counted = self.overview().questions();
        let last = self.history.iter().rfind(|at| counted.contains(at)).copied();
        last.map(|last| self.forget(last)).is_some()
    }

    fn forget(&mut self, at: Ref<Question>) {
        self.answers.retract(at);
        self.passed = self.passed.minus(Set::EMPTY.with(at));
        self.history.retain(|other| *other != at);
    }

    /// Whether an answer said that there is danger: one that opens the card, or one that establishes the same at
    /// once. Nothing stands between that answer and the result.
    fn cannot_wait(&self) -> bool {
        let guide = self.proven.guide();
        let choices = guide.questions.iter().flat_map(|(_, question)| &question.choices);
        let opens_card = |choice: &Choice| matches!(choice.to, Some(Target::Emergency(_)));
        let cards = choices.filter(|choice| opens_card(choice));
        let danger = cards.fold(Set::EMPTY, |danger, choice| danger.or(choice.effects.records));
        let says_so = |choice: &Choice| {
            let Effects { records, raises, .. } = choice.effects;
            opens_card(choice) || (raises == Urgency::Now && !records.and(danger).is_empty())
        };
        let evaluation = evaluate(self.proven, &self.answers);
        let chosen = evaluation.path.iter().flat_map(|(at, given)| {
            let choices = &guide.questions.get(*at).choices;
            given.choices().filter_map(|index| choices.get(index))
        });
        matches!(evaluation.outlook(), Outlook::Emergency { .. }) || chosen.into_iter().any(says_so)
    }

    fn overview(&self) -> Overview<'_> {
        Overview::of(self.proven, &self.answers, self.passed, self.lang)
    }
}
