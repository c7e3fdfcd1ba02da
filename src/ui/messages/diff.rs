//! What a comparison of two guides says around the texts of the norms.

use crate::model::property::OutlookWord;
use crate::ui::lang::{Lang, Words};

words! {
    /// Heading of what the law says otherwise.
    LAW = "WAT DE WET ANDERS ZEGT", "WHAT THE LAW SAYS OTHERWISE";
    /// Heading of the differences.
    ADVICE = "WAT ER ANDERS UITKOMT", "WHAT COMES OUT OTHERWISE";
    /// Nothing differs.
    NOTHING = "Voor deze antwoorden komt overal hetzelfde uit.", "For these answers everything comes out the same.";
    /// How it was looked for.
    HOW = "Bekeken: elke weg door het wegen; in de stappen de gewone antwoorden, en elk ander antwoord één keer.",
          "Looked at: every way through the weighing; in the steps the usual answers, and every other answer once.";
    /// A difference in what is asked for besides.
    SAME_ADVICE = "zelfde besluit, andere plichten", "same decision, other duties";
    /// Before the example.
    EXAMPLE = "voorbeeld", "example";
    /// Nothing differs but for answers that one side does not know.
    NOTHING_ELSE = "Voor antwoorden die A en B allebei kennen, komt overal hetzelfde uit.",
                   "For answers that A and B both know everything comes out the same.";
    /// Heading of the answers that one side does not know.
    UNKNOWN = "ANTWOORDEN DIE MAAR ÉÉN VAN BEIDE KENT", "ANSWERS THAT ONLY ONE OF THEM KNOWS";
    /// What can be compared.
    WRITE = "schrijf bijvoorbeeld 2018-06-01, leraar, leraar@2018-06-01 of afwegingskader/knmg",
            "write for example 2018-06-01, leraar, leraar@2018-06-01 or afwegingskader/knmg";
    /// How a day is written.
    WRITE_A_DAY = "schrijf een dag die bestaat, zoals 2018-06-01", "write a day that exists, such as 2018-06-01";
}

/// The word for an outlook.
#[must_use]
pub const fn outlook(word: OutlookWord) -> Words {
    match word {
        OutlookWord::Emergency => Words::new("nu bellen", "call now"),
        OutlookWord::Leave => Words::new("andere weg", "another door"),
        OutlookWord::Ask => Words::new("vraagt nog", "still asks"),
        OutlookWord::NotYet => Words::new("nog niet", "not yet"),
        OutlookWord::Advise => Words::new("advies", "advice"),
    }
}

/// What a decision waits for.
#[must_use]
pub fn waits(lang: Lang, duties: &str) -> String {
    match lang {
        Lang::Nl => format!("wacht op {duties}"),
        Lang::En => format!("waits for {duties}"),
    }
}

/// What is still open beside it.
#[must_use]
pub fn open(duties: &str) -> String {
    format!("open: {duties}")
}

/// How many answer sets show a difference.
#[must_use]
pub fn sets(lang: Lang, sets: usize, compared: usize) -> String {
    match lang {
        Lang::Nl => format!("{sets} van {compared} antwoordsets"),
        Lang::En => format!("{sets} of {compared} answer sets"),
    }
}

/// How many differences are not shown.
#[must_use]
pub fn more(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "Er is nog 1 verschil. Met `--all` of `--format json` ziet u het.".to_owned(),
        (Lang::Nl, _) => {
            format!("Er zijn nog {count} verschillen. Met `--all` of `--format json` ziet u ze allemaal.")
        }
        (Lang::En, 1) => "There is 1 difference more. `--all` or `--format json` shows it.".to_owned(),
        (Lang::En, _) => {
            format!("There are {count} differences more. `--all` or `--format json` shows them all.")
        }
    }
}

/// One side does not know an answer.
#[must_use]
pub fn does_not_know(lang: Lang, side: &str) -> String {
    match lang {
        Lang::Nl => format!("{side} kent dit antwoord niet"),
        Lang::En => format!("{side} does not know this answer"),
    }
}

/// Nothing of that name to compare.
#[must_use]
pub fn unknown(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("`{given}` is geen datum, beroep of afwegingskader"),
        Lang::En => format!("`{given}` is no date, profession or afwegingskader"),
    }
}

/// No such day.
#[must_use]
pub fn no_day(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("de dag `{given}` bestaat niet"),
        Lang::En => format!("there is no day `{given}`"),
    }
}

/// A day that has yet to come.
#[must_use]
pub fn after_today(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("`{given}` is na vandaag"),
        Lang::En => format!("`{given}` is after today"),
    }
}
