//! Every text of the program itself, Dutch and English side by side, one file per speaker.

/// Texts in both languages, a line each: `NAME = "Dutch", "English";`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Words = Words::new($nl, $en);)*
    };
}

pub mod answers;
pub mod case;
pub mod class;
pub mod command;
pub mod coverage;
pub mod decision;
pub mod diff;
pub mod discussion;
pub mod emergency;
pub mod evaluate;
pub mod framework;
pub mod ground;
pub mod handout;
pub mod interview;
pub mod law;
pub mod overview;
pub mod paper;
pub mod result;
pub mod sheet;
pub mod show;
pub mod template;
pub mod training;
pub mod usage;
pub mod which_profession;
