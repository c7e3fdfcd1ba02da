//! What the program says and how it looks: words in both languages, style, layout.
//!
//! Knows no norm: texts about the meldcode itself come from the content documents.

pub mod excerpt;
pub mod lang;
pub mod layout;
pub mod messages;
pub mod style;
