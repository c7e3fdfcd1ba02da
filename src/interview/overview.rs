//! The answers so far, to look at and to choose from.
//!
//! Knows which answers count and which are kept without counting. Refuses to change any.

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;
use crate::ui::lang::{Lang, Words};
use crate::ui::layout::shorten;
use crate::ui::messages::command::{DAY_NOT_KNOWN, NOTHING_ANSWERED, YOUR_ANSWERS};
use crate::ui::messages::interview::day;
use crate::ui::messages::overview as say;

use super::prompt::{Form, Prompt, Shown};

/// So many columns of a question are enough to recognise it by.
const RECOGNISED: usize = 40;

/// The answers so far.
#[derive(Debug)]
pub(super) struct Overview<'g> {
    guide: &'g Guide,
    lang: Lang,
    /// Questions whose answers count, in the order of the walk, each with its line.
    lines: Vec<(Ref<Question>, String)>,
    /// Questions whose answers are kept, and count again when the walk comes back to them.
    kept: Vec<Ref<Question>>,
    urgency: Urgency,
}

impl<'g> Overview<'g> {
    /// The answers; `passed` are days that were said not to be known yet.
    pub(super) fn of(proven: &'g Proven, answers: &Answers, passed: Set<Question>, lang: Lang) -> Self {
        let guide = proven.guide();
        let evaluation = evaluate(proven, answers);
        let days = evaluation.days_to_ask();
        let counts = |at: &Ref<Question>| match answers.get(*at) {
            Some(_) => !evaluation.unused.contains(at),
            None => passed.has(*at) && days.contains(at),
        };
        let questions = guide.questions.iter().map(|(at, _)| at).filter(counts);
        let lines = questions.map(|at| (at, line(guide, at, answers.get(at), lang))).collect();
        let urgency = evaluation.urgency();
        Self { guide, lang, lines, kept: evaluation.unused, urgency }
    }

    /// The questions whose answers count, in the order in which they are numbered.
    pub(super) fn questions(&self) -> Vec<Ref<Question>> {
        self.lines.iter().map(|(at, _)| *at).collect()
    }

    /// The question whose answer has this number; the first is 1.
    pub(super) fn numbered(&self, number: usize) -> Option<Ref<Question>> {
        self.lines.get(number.checked_sub(1)?).map(|(at, _)| *at)
    }

    /// The answers as numbered lines; with `how`, also how one is changed by typing.
    pub(super) fn text(&self, how: bool) -> String {
        if self.lines.is_empty() {
            return NOTHING_ANSWERED.to(self.lang).to_owned();
        }
        let lines = self.lines.iter().enumerate();
        let lines = lines.map(|(index, (_, line))| format!(" {:>2}  {line}", index.saturating_add(1)));
        let mut text: Vec<String> = vec![YOUR_ANSWERS.to(self.lang).to_owned()];
        text.extend(lines);
        text.extend(self.kept());
        if how {
            text.push(say::HOW_TO_CHANGE.to(self.lang).to_owned());
        }
        text.join("\n")
    }

    /// One line with the answers that are kept but do not count now; nothing when there are none.
    pub(super) fn kept(&self) -> Option<String> {
        let ask = |at: &Ref<Question>| shorten(&self.guide.questions.get(*at).ask, RECOGNISED);
        let asks: Vec<String> = self.kept.iter().map(ask).collect();
        (!asks.is_empty()).then(|| say::kept(self.lang, &asks.join(" · ")))
    }

    /// Asks which answer to change: first of all none, then each of them.
    pub(super) fn which(&self) -> Prompt {
        let none = option("niets", say::CHANGE_NOTHING.to(self.lang));
        let each =
            self.lines.iter().map(|(at, line)| option(self.guide.questions.get(*at).id.as_str(), line));
        let options = std::iter::once(none).chain(each).collect();
        self.beside("which-answer", YOUR_ANSWERS.to(self.lang), say::WHICH, options)
    }

    /// Asks whether the answers are right, before the result is shown.
    pub(super) fn review(&self) -> Prompt {
        let options = vec![
            option("ja", say::SHOW_RESULT.to(self.lang)),
            option("nee", say::CHANGE_SOMETHING.to(self.lang)),
        ];
        self.beside("review", say::REVIEW.to(self.lang), say::IS_IT_RIGHT, options)
    }

    /// The answers as they are shown for review. When something cannot wait, whom to call stands above them.
    pub(super) fn to_review(&self, how: bool) -> String {
        let text = self.text(how);
        if self.urgency != Urgency::Now {
            return text;
        }
        let number = |at| self.guide.contacts.get(at).reach();
        let call =
            say::do_not_wait(self.lang, number(self.guide.veilig_thuis), number(self.guide.emergency_number));
        format!("{call}\n\n{text}")
    }

    fn beside(&self, id: &str, heading: &str, ask: Words, options: Vec<Shown>) -> Prompt {
        Prompt {
            id: id.to_owned(),
            heading: heading.to_owned(),
            answered: None,
            back: false,
            ask: ask.to(self.lang).to_owned(),
            explain: say::EXPLAIN.to(self.lang).to_owned(),
            form: Form::One,
            options,
            earlier: None,
            marked: Some(0),
            lang: self.lang,
        }
    }
}

fn option(id: &str, label: &str) -> Shown {
    Shown { id: id.to_owned(), label: label.to_owned(), short: label.to_owned(), alone: false }
}

/// A question, short, and what was answered.
fn line(guide: &Guide, at: Ref<Question>, given: Option<Given>, lang: Lang) -> String {
    let question = guide.questions.get(at);
    let words = match given {
        Some(Given::Day(date)) => day(lang, date),
        Some(given) => {
            let chosen = given.choices().filter_map(|index| question.choices.get(index));
            chosen.map(|choice| choice.short.as_str()).collect::<Vec<_>>().join(" + ")
        }
        None => DAY_NOT_KNOWN.to(lang).to_owned(),
    };
    format!("{} · {words}", shorten(&question.ask, RECOGNISED))
}
