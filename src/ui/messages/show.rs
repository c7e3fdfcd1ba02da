//! What the views of the content say around the texts of the norm.

use crate::model::advice::{Advice, Help, Report};
use crate::ui::lang::{Lang, Words};

words! {
    /// Heading of the right to report.
    RIGHT_TO_REPORT = "meldrecht", "right to report";
    /// Heading of the rows.
    DECISION_TABLE = "BESLISTABEL", "DECISION TABLE";
    /// Before the id of a question.
    QUESTION = "vraag", "question";
    /// Takes one choice.
    ONE_ANSWER = "(één antwoord)", "(one answer)";
    /// Takes several choices.
    SEVERAL_ANSWERS = "(meer antwoorden)", "(several answers)";
    /// Takes a day.
    A_DAY = "(een dag, 2026-11-22)", "(a day, 2026-11-22)";
    /// An arrow to the closing point.
    THE_END = "einde", "end";
    /// An arrow to the emergency card.
    THE_CARD = "112-kaart", "112 card";
}

/// The two decisions of a row.
#[must_use]
pub fn decisions(lang: Lang, advice: Advice) -> String {
    let report = match advice.report {
        Report::No => Words::new("nee", "no"),
        Report::Made => Words::new("al gedaan", "made"),
        Report::Undecided => Words::new("nog niet te zeggen", "undecided"),
        Report::Yes => Words::new("ja", "yes"),
        Report::Again => Words::new("ja, opnieuw", "yes, again"),
    };
    let help = match advice.help {
        Help::None => Words::new("geen", "none"),
        Help::Undecided => Words::new("nog niet te zeggen", "undecided"),
        Help::Own => Words::new("zelf geven of regelen", "given or arranged by you"),
        Help::WithVeiligThuis => Words::new("samen met Veilig Thuis", "together with Veilig Thuis"),
    };
    match lang {
        Lang::Nl => format!("melden: {}; hulp: {}", report.to(lang), help.to(lang)),
        Lang::En => format!("report: {}; help: {}", report.to(lang), help.to(lang)),
    }
}

/// The day on which a number was checked.
#[must_use]
pub fn checked(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Nl => format!("nagelopen op {day}; bel zelf na voor een uitgave"),
        Lang::En => format!("gone through on {day}; call it before a release"),
    }
}

/// Other words for a profession.
#[must_use]
pub fn aliases(lang: Lang, words: &str) -> String {
    match lang {
        Lang::Nl => format!("ook: {words}"),
        Lang::En => format!("also: {words}"),
    }
}
