//! What is said about a command line that cannot be read.

use crate::ui::lang::{Lang, Words};

words! {
    /// An unknown flag.
    UNKNOWN_ARGUMENT = "deze optie is er niet", "there is no such option";
    /// An unknown command.
    UNKNOWN_COMMAND = "deze opdracht is er niet", "there is no such command";
    /// A missing value.
    MISSING = "er ontbreekt iets op de opdrachtregel", "something is missing on the command line";
    /// Flags that exclude each other.
    CONFLICT = "deze opties gaan niet samen", "these options do not go together";
}

/// A word where none belongs.
#[must_use]
pub fn too_many(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Nl => format!("`{word}` hoort hier niet"),
        Lang::En => format!("`{word}` does not belong here"),
    }
}

/// What to type for a profession or a day that stands without its flag.
#[must_use]
pub fn instead(lang: Lang, word: &str, is_day: bool) -> String {
    match (lang, is_day) {
        (Lang::Nl, true) => format!("bedoelt u `--date {word}`?"),
        (Lang::En, true) => format!("do you mean `--date {word}`?"),
        (Lang::Nl, false) => {
            format!("is het een beroep? Typ `--profession {word}`. Een dag geeft u met `--date`")
        }
        (Lang::En, false) => {
            format!("is it a profession? Type `--profession {word}`. A day is given with `--date`")
        }
    }
}
