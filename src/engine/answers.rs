//! What was answered, question by question. Not said is not "not done".

use jiff::civil::Date;

use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::{Ref, members};

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Given {
    /// One choice, by its index.
    One(usize),
    /// One or more choices, one bit each.
    Many(u64),
    /// A day.
    Day(Date),
}

impl Given {
    /// The indexes of the chosen choices, rising; none for a day.
    pub fn choices(self) -> impl Iterator<Item = usize> {
        members(self.bits()).map(usize::from)
    }

    /// The chosen choices, one bit each; none for a day.
    fn bits(self) -> u64 {
        match self {
            Self::One(index) if index < 64 => 1 << index,
            Self::One(_) => 0,
            Self::Many(bits) => bits,
            Self::Day(_) => 0,
        }
    }

    /// Several choices together.
    #[must_use]
    pub fn many(indexes: impl IntoIterator<Item = usize>) -> Self {
        Self::Many(
            indexes.into_iter().filter(|index| *index < 64).fold(0, |bits, index| bits | (1u64 << index)),
        )
    }
}

/// The answers to a guide. Retracting an answer is all that going back takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    given: Vec<Option<Given>>,
}

impl Answers {
    /// No answers yet.
    #[must_use]
    pub fn none(guide: &Guide) -> Self {
        Self { given: vec![None; guide.questions.len()] }
    }

    /// Takes every answer back, for a guide with so many questions. Keeps the memory: for many answer sets in a row.
    pub fn clear(&mut self, questions: usize) {
        self.given.resize(questions, None);
        self.given.fill(None);
    }

    /// The answer to a question, if there is one.
    #[must_use]
    pub fn get(&self, question: Ref<Question>) -> Option<Given> {
        self.given.get(question.index()).copied().flatten()
    }

    /// The same where it lies.
    pub(super) fn given(&self, question: Ref<Question>) -> Option<&Given> {
        self.given.get(question.index()).and_then(Option::as_ref)
    }

    /// Gives or changes an answer.
    pub fn set(&mut self, question: Ref<Question>, given: Given) {
        if let Some(place) = self.given.get_mut(question.index()) {
            *place = Some(given);
        }
    }

    /// Takes an answer back.
    pub fn retract(&mut self, question: Ref<Question>) {
        if let Some(place) = self.given.get_mut(question.index()) {
            *place = None;
        }
    }
}
