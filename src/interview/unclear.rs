//! Why a typed line is no answer, and the words that help to give one.
//!
//! Knows what was wrong with the line. Refuses to blame: every text says what would work.

use crate::interview::prompt::{Form, Prompt};
use crate::ui::layout::shorten;
use crate::ui::messages::interview as say;

/// The most of a typed text that is repeated to the reader.
const REPEATED: usize = 40;

/// A line that is no answer to the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unclear {
    /// An empty line; never an answer.
    Nothing,
    /// Text that fits no choice, and the nearest thing that would.
    Unknown {
        /// What was typed.
        said: String,
        /// The nearest id or label.
        nearest: Option<String>,
    },
    /// A number without a choice.
    NoSuchNumber {
        /// What was typed.
        said: String,
    },
    /// The beginning of several choices.
    Ambiguous {
        /// What was typed.
        said: String,
        /// The choices that it fits.
        choices: Vec<usize>,
    },
    /// Several answers to a question that takes one.
    OnlyOne,
    /// A choice that excludes all others, given together with others.
    Alone {
        /// The choice that excludes the others.
        choice: usize,
    },
    /// Text that is no day.
    NotADay {
        /// What was typed.
        said: String,
    },
    /// A day before the first that can be given.
    TooEarly {
        /// What was typed.
        said: String,
    },
    /// A key that moves, where nothing moves.
    Arrow,
    /// A line that is no text.
    Unreadable,
    /// A line that is too long to be an answer.
    TooLong,
}

impl Unclear {
    /// What to tell the reader.
    #[must_use]
    pub fn words(&self, prompt: &Prompt) -> String {
        let lang = prompt.lang;
        let said = |text: &str| shorten(text, REPEATED);
        let name = |index: &usize| {
            let shown = prompt.options.get(*index);
            shown.map_or("", |shown| shown.name(REPEATED)).to_owned()
        };
        match self {
            Self::Nothing => say::NOTHING_SAID.to(lang).to_owned(),
            Self::Unknown { said: text, nearest } => say::unknown(lang, &said(text), nearest.as_deref()),
            Self::NoSuchNumber { said: text } => say::no_such_number(lang, &said(text), prompt.options.len()),
            Self::Ambiguous { said: text, choices } => {
                let names: Vec<String> = choices
                    .iter()
                    .map(|index| format!("{} {}", index.saturating_add(1), name(index)))
                    .collect();
                say::ambiguous(lang, &said(text), &names.join(", "))
            }
            Self::OnlyOne => say::only_one(lang),
            Self::Alone { choice } => say::alone(lang, &name(choice)),
            Self::NotADay { said: text } | Self::TooEarly { said: text } => {
                let Form::Day { from } = prompt.form else {
                    return say::UNREADABLE.to(lang).to_owned();
                };
                if matches!(self, Self::TooEarly { .. }) {
                    say::too_early(lang, &said(text), from)
                } else {
                    say::not_a_day(lang, &said(text), from)
                }
            }
            Self::Arrow => say::NO_ARROWS.to(lang).to_owned(),
            Self::Unreadable => say::UNREADABLE.to(lang).to_owned(),
            Self::TooLong => say::TOO_LONG.to(lang).to_owned(),
        }
    }
}
