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
pub fn open(lang: Lang, duties: &str) -> String {
    match lang {
        Lang::Nl => format!("open: {duties}"),
        Lang::En => format!("open: {duties}"),
    }
}

/// How many answer sets show a difference.
#[must_use]
pub fn sets(lang: Lang, sets: usize, compared: usize) -> String {
    match lang {
        Lang::Nl => format!("{sets} van {compared} antwoordsets"),
        Lang::En => format!("{sets} of {compared} answer sets"),
    }
}

/// Nothing of that name to compare.
#[must_use]
pub fn unknown(lang: Lang, given: &str) -> (String, String) {
    match lang {
        Lang::Nl => (
            format!("`{given}` is geen datum, beroep of afwegingskader"),
            "schrijf bijvoorbeeld 2018-06-01, leraar, leraar@2018-06-01 of afwegingskader/knmg".to_owned(),
        ),
        Lang::En => (
            format!("`{given}` is no date, profession or afwegingskader"),
            "write for example 2018-06-01, leraar, leraar@2018-06-01 or afwegingskader/knmg".to_owned(),
        ),
    }
}
