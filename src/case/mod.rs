//! Answers on paper: files in TOML or JSON, and how they fit a guide.
//!
//! Knows ids and days, and nothing else: a name or a free text about a case has no place here.

pub mod answer_file;
pub mod fit;
mod json;
pub mod node;
mod toml_text;
