//! Every text of the program itself, Dutch and English side by side, one file per speaker.

pub mod answers;
pub mod command;
pub mod emergency;
pub mod interview;
pub mod result;
