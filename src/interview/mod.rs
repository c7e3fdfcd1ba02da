//! The conversation with the professional, behind one trait.
//!
//! Knows how to put a question and how to hear an answer. Refuses to know what an answer means.

pub mod accepting;
mod asking;
pub mod block;
pub mod bounds;
mod choosing;
pub mod command;
pub mod conversation;
pub mod day;
pub mod deciding;
pub mod guard;
mod keys;
pub mod lines;
pub mod menu;
mod overview;
mod page;
pub mod prompt;
#[cfg(test)]
pub(crate) mod sample;
pub mod scripted;
pub mod terminal;
pub mod typed;
pub mod unclear;
