//! The words of a guide in small tables: question and choice ids to the codes that the engine reads.
//!
//! Knows spelling. Refuses to judge: a word that is not here may still be one of another norm, or a slip of the fingers.

use crate::model::guide::Guide;
use crate::model::question::{Kind, Question};
use crate::model::register::Ref;

/// A question as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question in the guide.
    pub at: Ref<Question>,
    /// The shape of its answer.
    pub kind: Kind,
    id: Box<str>,
    choices: Box<[Box<str>]>,
    /// The choices that exclude every other, one bit each.
    alone: u64,
}

impl Asked {
    /// The code of a choice.
    #[must_use]
    pub fn choice(&self, word: &str) -> Option<usize> {
        self.choices.iter().position(|known| **known == *word)
    }

    /// Whether these choices go together, one bit each: there is one, and none that excludes another.
    #[must_use]
    pub fn together(&self, bits: u64) -> bool {
        bits != 0 && (bits & self.alone == 0 || bits.is_power_of_two())
    }
}

/// Every question of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lookup {
    asked: Box<[Asked]>,
}

impl Lookup {
    /// The tables of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let asked = |(at, question): (Ref<Question>, &Question)| {
            let alone = question.choices.iter().zip(0u32..).filter(|(choice, _)| choice.alone);
            Asked {
                at,
                kind: question.kind,
                id: question.id.as_str().into(),
                choices: question.choices.iter().map(|choice| choice.id.as_str().into()).collect(),
                alone: alone.fold(0, |bits, (_, index)| bits | 1u64.checked_shl(index).unwrap_or(0)),
            }
        };
        Self { asked: guide.questions.iter().map(asked).collect() }
    }

    /// A question by its number.
    #[must_use]
    pub fn get(&self, number: usize) -> Option<&Asked> {
        self.asked.get(number)
    }

    /// The number of a question. Where it is likely to be is looked first.
    #[must_use]
    pub fn find(&self, word: &str, likely: usize) -> Option<usize> {
        let is = |asked: &Asked| *asked.id == *word;
        if self.asked.get(likely).is_some_and(is) {
            return Some(likely);
        }
        self.asked.iter().position(is)
    }

    /// How many questions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// Whether there is no question.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }
}

impl AsRef<Self> for Lookup {
    fn as_ref(&self) -> &Self {
        self
    }
}
