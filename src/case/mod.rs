//! Answers on paper: files in TOML or JSON, how they fit a guide, and cases and receipts that are saved.
//!
//! Knows ids and days, and nothing else: a name or a free text about a case has no place here.

pub mod answer_file;
pub mod disk;
pub mod fit;
mod json;
pub mod node;
pub mod record;
pub mod saved;
pub mod seal;
mod toml_text;
