//! The conversation with the professional, behind one trait.
//!
//! Knows how to put a question and how to hear an answer. Refuses to know what an answer means.

pub mod prompt;
