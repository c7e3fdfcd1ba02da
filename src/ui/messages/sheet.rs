//! What stands on a sheet that a professional lays beside the original.

use crate::ui::lang::{Lang, Words};

words! {
    /// How to use it.
    HOW = "Leg dit blad naast de oorspronkelijke tekst. Zet een kruis in het vakje als de regel klopt. Klopt iets niet, of staat het er niet? Schrijf het onder de regel. Een regel die u niet kon nalopen, laat u open.",
          "Lay this sheet beside the original text. Tick the box when the line is right. Is something wrong, or not there? Write it below the line. Leave a line open that you could not check.";
    /// Heading of the weighing questions.
    QUESTIONS = "WEEGVRAGEN", "WEIGHING QUESTIONS";
    /// Before the reasons of a row.
    BECAUSE = "waarom", "why";
    /// Before what comes first.
    FIRST = "doe eerst", "first";
    /// Before what to do when that fails.
    FALLBACK = "lukt dat niet", "if that fails";
    /// Room for a remark.
    REMARK = "Opmerking: ______________________________", "Remark: ______________________________";
    /// Heading of the signature.
    SIGNATURE = "ONDERTEKENING", "SIGNATURE";
    /// What the signature says.
    SIGN = "Ik heb elke aangekruiste regel naast de oorspronkelijke tekst gelegd. Functie: ____________ Datum: ____________ (geen naam nodig). Zet daarna dit in `reviews.toml`:",
           "The documents are Dutch, and so is what a signature is for: print this sheet without `--lang en`, and sign that one. I laid every ticked line beside the original text. Function: ____________ Date: ____________ (no name needed). Then put this in `reviews.toml`:";
}

/// Which rendering it is.
#[must_use]
pub fn stand(lang: Lang, revision: u32, digest: &str, review: &str) -> String {
    match lang {
        Lang::Nl => format!("Onze weergave {revision} · {digest} · {review}"),
        Lang::En => format!("Our rendering {revision} · {digest} · {review}"),
    }
}

/// The step of a question.
#[must_use]
pub fn step(lang: Lang, step: u8) -> String {
    match lang {
        Lang::Nl => format!("stap {step}"),
        Lang::En => format!("step {step}"),
    }
}

/// The conclusions of a row.
#[must_use]
pub fn when(lang: Lang, conclusions: &str) -> String {
    match lang {
        Lang::Nl => format!("bij {conclusions}"),
        Lang::En => format!("at {conclusions}"),
    }
}

/// The readings of a doubt.
#[must_use]
pub fn stands_for(lang: Lang, readings: &str) -> String {
    match lang {
        Lang::Nl => format!("telt als elk van: {readings}"),
        Lang::En => format!("counts as each of: {readings}"),
    }
}

/// The next question.
#[must_use]
pub fn onward(lang: Lang, question: &str) -> String {
    match lang {
        Lang::Nl => format!("verder naar {question}"),
        Lang::En => format!("on to {question}"),
    }
}

/// A question for later.
#[must_use]
pub fn later(lang: Lang, question: &str, when: &str) -> String {
    match lang {
        Lang::Nl => format!("later {question}, {when}"),
        Lang::En => format!("later {question}, {when}"),
    }
}

/// For which findings a line is said.
#[must_use]
pub fn only_if(lang: Lang, findings: &str) -> String {
    match lang {
        Lang::Nl => format!("alleen bij {findings}"),
        Lang::En => format!("only with {findings}"),
    }
}

/// For which findings a line is not said.
#[must_use]
pub fn unless(lang: Lang, findings: &str) -> String {
    match lang {
        Lang::Nl => format!("niet bij {findings}"),
        Lang::En => format!("not with {findings}"),
    }
}
