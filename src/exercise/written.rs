//! An exercise as it is written: what it tells, and the phases it has, before it meets a guide.
//!
//! Knows the shape of an exercise. Refuses to know what an answer or a word of a key means: that is for `phases` to say.

use std::ops::Range;

use jiff::civil::Date;

use crate::case::answer_file::Entry;

use super::difficulty::Difficulty;

/// What stands in `[[acceptable]]` and `[[never]]`, beside the words of a key.
pub const OTHER: [&str; 1] = ["why"];
/// What stands in `[[feedback]]`.
pub const FEEDBACK: [&str; 3] = ["question", "choice", "says"];
/// What stands in `[[phase]]`.
pub const PHASE: [&str; 8] =
    ["title", "vignette", "date", "answers", "expect", "acceptable", "never", "feedback"];

/// A text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Range<usize>,
}

/// What an exercise says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its name, also that of its file.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What one learns.
    pub goal: Said,
    /// How hard it is, if that was said.
    pub difficulty: Option<Difficulty>,
    /// What the situation leans on, if that was said.
    pub source: Option<String>,
    /// Whose it is.
    pub profession: Said,
    /// The date of the first phase, with its place; today when it was not said.
    pub date: Option<(Date, Range<usize>)>,
}

/// An exercise as it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// What it says of itself.
    pub head: Head,
    /// Its phases; the first is the file itself.
    pub phases: Vec<WrittenPhase>,
}

/// One phase as it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct WrittenPhase {
    /// Its title; that of the first is the title of the exercise.
    pub title: String,
    /// What is known now.
    pub vignette: Said,
    /// The date; that of the phase before when it was not said.
    pub date: Option<(Date, Range<usize>)>,
    /// Every answer of the model that stands now.
    pub answers: Vec<Entry>,
    /// The key.
    pub expect: Vec<Entry>,
    /// Other outcomes that are right too.
    pub acceptable: Vec<Other>,
    /// Outcomes that are never right.
    pub never: Vec<Other>,
    /// What is said to a choice.
    pub feedback: Vec<Says>,
}

/// Another outcome: the words of a key, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Other {
    /// Where it stands.
    pub place: Range<usize>,
    /// Why.
    pub why: String,
    /// The words of a key.
    pub words: Vec<Entry>,
}

/// What is said to one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Says {
    /// The question.
    pub question: Said,
    /// The choice.
    pub choice: Said,
    /// What is said.
    pub says: String,
}
