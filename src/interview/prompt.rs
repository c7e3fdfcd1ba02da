//! One question as it is put to a person, and what the person can say back.
//!
//! Knows nothing of guides, norms or advice: the conversation translates both ways.

use jiff::civil::Date;

use crate::ui::lang::Lang;
use crate::ui::layout::columns;

/// A question, ready to be shown.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// The id of the question, as trainers type it in an answer file.
    pub id: String,
    /// Where the reader is, for example "Stap 3 · gesprek".
    pub heading: String,
    /// How many questions were answered before this one; nothing beside the questions of the norm.
    pub answered: Option<usize>,
    /// Whether there is a question to go back to.
    pub back: bool,
    /// The question itself.
    pub ask: String,
    /// The explanation, printed when the reader asks for it.
    pub explain: String,
    /// What can be answered.
    pub form: Form,
    /// The choices, in order; empty for a date.
    pub options: Vec<Shown>,
    /// What was answered before, when an answer is being changed.
    pub earlier: Option<Reply>,
    /// The option that a menu marks beforehand. Never at a question of the norm.
    pub marked: Option<usize>,
    /// The language of the program's own words.
    pub lang: Lang,
}

/// The shape of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Exactly one option.
    One,
    /// Exactly one option, or a word of the reader's own for something that is not among them.
    OneOrWord,
    /// One or more options; never none.
    Many,
    /// A day on the calendar, not before the date given here; the reader may say "not known yet".
    Day {
        /// The first day that can be given.
        from: Date,
    },
}

/// One option of a question.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The id, as trainers type it.
    pub id: String,
    /// The whole label; may be long, is printed wrapped.
    pub label: String,
    /// A label of a few words for a menu line.
    pub short: String,
    /// Whether this option excludes all others, such as "geen van deze".
    pub alone: bool,
}

impl Shown {
    /// The label where it fits in this many columns, the short one elsewhere.
    #[must_use]
    pub fn name(&self, room: usize) -> &str {
        if columns(&self.label) <= room { &self.label } else { &self.short }
    }
}

/// What the person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// One option, by its index.
    One(usize),
    /// One or more options, by index, rising.
    Many(Vec<usize>),
    /// A word that is none of the options.
    Word(String),
    /// A day.
    Day(Date),
    /// The day is not known yet.
    DayUnknown,
    /// Something other than an answer.
    Wish(Wish),
}

/// What can be asked at any question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Back to the question before.
    Back,
    /// Explain this question.
    Explain,
    /// Show what was answered so far.
    Overview,
    /// Change the answer with this number in the overview; the first is 1.
    Change(usize),
    /// What to do now, with what is known so far.
    Now,
    /// Show the emergency card.
    Emergency,
    /// Stop here.
    Stop,
}

/// Why no reply came.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// Ctrl-C, or a signal that asks to stop.
    #[error("interrupted")]
    Interrupted,
    /// The input ended before the question was answered.
    #[error("the input ended")]
    EndOfInput,
    /// The terminal or pipe failed.
    #[error("the terminal could not be read or written: {0}")]
    Io(#[from] std::io::Error),
}

/// Puts a question to a person, or to something that answers like one.
pub trait Prompter {
    /// Puts the question and waits for a reply.
    ///
    /// # Errors
    /// When no reply can come any more.
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken>;

    /// Shows text between questions: an explanation, an overview, the emergency card.
    ///
    /// # Errors
    /// When the text cannot be written.
    fn tell(&mut self, text: &str) -> Result<(), Broken>;

    /// Whether a command with a number can be said, such as `wijzig 3`. Where it cannot, the answers
    /// are put up to choose from.
    fn hears_numbers(&self) -> bool {
        true
    }
}
