//! Every text of the program itself, Dutch and English side by side, one file per speaker.

pub mod interview;
