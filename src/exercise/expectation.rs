//! Everything that is expected of one phase: the key, what is right too, and what is never right.
//!
//! Knows the three of them. Refuses to weigh one against another: `judge` lays a result beside them.

use std::ops::Range;

use crate::case::answer_file::AnswerFile;
use crate::model::guide::Guide;
use crate::model::problem::Problem;
use crate::ui::lang::Lang;

use super::key::{self, Expected};
use super::reading;
use super::written::Other;

/// What is expected of one phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectation {
    /// The key; without words nothing is expected.
    pub key: Vec<Expected>,
    /// Other outcomes that are right too.
    pub acceptable: Vec<Outcome>,
    /// Outcomes that are never right.
    pub never: Vec<Outcome>,
}

/// Another outcome than that of the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Where it is written.
    pub place: Range<usize>,
    /// Why it is right too, or never right.
    pub why: String,
    /// A result has this outcome when it has all of these.
    pub words: Vec<Expected>,
}

impl Expectation {
    /// Whether nothing is expected.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.key.is_empty() && self.acceptable.is_empty() && self.never.is_empty()
    }
}

/// Reads what an answer file expects of its first phase, against the guide that its answers were read with.
///
/// # Errors
/// Every word that a result can never say, with its place and the nearest that it can.
pub fn read(
    file: &str,
    written: &AnswerFile,
    guide: &Guide,
    lang: Lang,
) -> Result<Expectation, Vec<Problem>> {
    let key = key::read(file, written, guide, lang);
    let others = |key| {
        let others = reading::others(file, written, key, lang)?;
        outcomes(file, &others, guide, lang)
    };
    whole(key, others("acceptable"), others("never"))
}

/// The other outcomes as they are meant against a guide.
pub(super) fn outcomes(
    file: &str,
    written: &[Other],
    guide: &Guide,
    lang: Lang,
) -> Result<Vec<Outcome>, Vec<Problem>> {
    let mut outcomes = Vec::new();
    let mut problems = Vec::new();
    for Other { place, why, words } in written {
        match key::words(file, words, guide, lang) {
            Ok(words) => outcomes.push(Outcome { place: place.clone(), why: why.clone(), words }),
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(outcomes) } else { Err(problems) }
}

/// The three together, or everything that is wrong with any of them.
pub(super) fn whole(
    key: Result<Vec<Expected>, Vec<Problem>>,
    acceptable: Result<Vec<Outcome>, Vec<Problem>>,
    never: Result<Vec<Outcome>, Vec<Problem>>,
) -> Result<Expectation, Vec<Problem>> {
    match (key, acceptable, never) {
        (Ok(key), Ok(acceptable), Ok(never)) => Ok(Expectation { key, acceptable, never }),
        (key, acceptable, never) => {
            let all = [key.err(), acceptable.err(), never.err()];
            Err(all.into_iter().flatten().flatten().collect())
        }
    }
}
