//! What is said about what exercises reach of the norm.

use crate::ui::lang::{Lang, Words};

words! {
    /// Something that no exercise reaches.
    MISSING = "Niet bereikt", "Not reached";
    /// Questions.
    QUESTIONS = "vragen", "questions";
    /// Choices.
    CHOICES = "keuzes", "choices";
    /// Days.
    DAYS = "dagen", "days";
    /// Rows.
    ROWS = "rijen", "rows";
    /// Duties that hold a decision back.
    DUTIES = "wat een besluit tegenhoudt", "what holds a decision back";
    /// The emergency card.
    EMERGENCY = "112-kaart", "emergency card";
    /// Ways out.
    DOORS = "andere wegen", "other routes";
    /// Safety properties.
    PROPERTIES = "veiligheidseisen", "safety properties";
    /// No exercise uses the document.
    NO_EXERCISE = "geen oefening gebruikt dit document", "no exercise uses this document";
    /// No exercise comes there.
    NOT_ON_ANY_WAY = "geen oefening komt hier langs", "no exercise comes by here";
}

/// How many exercises were looked at.
#[must_use]
pub fn headline(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "Wat 1 oefening bereikt".to_owned(),
        (Lang::Nl, _) => format!("Wat {count} oefeningen samen bereiken"),
        (Lang::En, 1) => "What 1 exercise reaches".to_owned(),
        (Lang::En, _) => format!("What {count} exercises together reach"),
    }
}

/// How much is not reached.
#[must_use]
pub fn not_reached(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 0) => "Alles wordt bereikt.".to_owned(),
        (Lang::Nl, _) => format!("Niet bereikt: {count}. Elk staat hieronder, met de reden."),
        (Lang::En, 0) => "Everything is reached.".to_owned(),
        (Lang::En, _) => format!("Not reached: {count}. Each stands below, with the reason."),
    }
}

/// How much of a sort is reached.
#[must_use]
pub fn reached(lang: Lang, sort: &str, reached: usize, all: usize) -> String {
    match lang {
        Lang::Nl => format!("{sort}: {reached} van {all}"),
        Lang::En => format!("{sort}: {reached} of {all}"),
    }
}
