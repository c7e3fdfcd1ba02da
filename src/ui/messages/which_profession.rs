//! What is said while a professional says which profession they have, in both languages.
//!
//! Refuses to know any profession.

use crate::ui::lang::{Lang, Words};

words! {
    /// Which profession.
    WHICH_PROFESSION = "Wat is uw beroep?", "What is your profession?";
    /// The first question: where somebody works.
    WHICH_SECTOR = "Wat is uw beroep, of waar werkt u?", "What is your profession, or where do you work?";
    /// What to choose when one's profession is not there.
    PROFESSION_HELP = "Typ uw beroep of een deel ervan, of kies waar u werkt. Staat het er niet bij? Kies dan 'iets anders', en daarna 'professional'.",
                      "Type your profession or part of it, or choose where you work. Is it not listed? Then choose 'something else', and then 'professional'.";
    /// Heading of the first choice.
    BEGIN = "eerst", "first";
}

/// No profession has this in one of its names.
#[must_use]
pub fn no_such_profession(lang: Lang, word: &str, near: Option<&str>) -> String {
    let then = near.map_or_else(String::new, |near| match lang {
        Lang::Nl => format!(" Bedoelde u `{near}`?"),
        Lang::En => format!(" Did you mean `{near}`?"),
    });
    match lang {
        Lang::Nl => format!("Geen beroep heet `{word}`.{then} Kies waar u werkt, of typ een ander woord."),
        Lang::En => {
            format!("No profession is called `{word}`.{then} Choose where you work, or type another word.")
        }
    }
}
