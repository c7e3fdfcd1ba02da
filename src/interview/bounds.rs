//! What a conversation is given at its beginning, and how it ends.
//!
//! Knows what is handed in. Refuses to ask anything.

use std::fmt;

use crate::engine::answers::Answers;
use crate::model::question::Question;
use crate::model::register::{Ref, Set};

use super::prompt::Broken;

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

/// Texts that can be asked for at any question, handed in by who can write them.
pub struct Asides<'a> {
    /// The emergency card.
    pub card: &'a str,
    /// What to do now, with the answers so far.
    pub now: &'a dyn Fn(&Answers) -> String,
    /// Where a question comes from; said with its explanation.
    pub ground: &'a dyn Fn(Ref<Question>) -> String,
}

impl fmt::Debug for Asides<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asides").field("card", &self.card).finish_non_exhaustive()
    }
}

/// Where a conversation begins, and who wants to know of each answer.
pub struct Begin<'a> {
    /// What was answered before.
    pub answers: Answers,
    /// What was due: asked first, in this order, as far as it still comes up.
    pub due: Vec<Ref<Question>>,
    /// Questions for later that are asked as soon as an advice leaves them: in an exercise the later day is told.
    pub later: Set<Question>,
    /// Learns the answers each time they change. What it returns is told.
    pub keep: &'a mut dyn FnMut(&Answers) -> Option<String>,
}

impl fmt::Debug for Begin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Begin")
            .field("answers", &self.answers)
            .field("due", &self.due)
            .field("later", &self.later)
            .finish_non_exhaustive()
    }
}
