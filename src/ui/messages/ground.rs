//! What is said about the ground of a line: what it is, how well it is known, and what the law gives and does not ask.

use crate::model::source::{Confidence, Kind};
use crate::ui::lang::{Lang, Words};

words! {
    /// A short law note for verified kinds.
    LAW = "wet", "law";
    /// A professional norm.
    NORM = "norm van beroepen", "professional norm";
    /// Practice.
    PRACTICE = "praktijk", "practice";
    /// Read at the source.
    VERIFIED = "zelf gelezen", "read at the source";
    /// Read through somebody else.
    VIA = "via een ander gelezen", "read second-hand";
    /// Not settled.
    UNSETTLED = "niet uitgemaakt", "not settled";
}

/// The right to report, with its articles, and whether it is a norm that asks for it here.
#[must_use]
pub fn right(lang: Lang, articles: &str, norm: bool) -> String {
    let articles = if articles.is_empty() { String::new() } else { format!(" ({articles})") };
    match (lang, norm) {
        (Lang::Nl, false) => {
            format!(
                "De wet geeft professionals het recht om te melden, zonder toestemming{articles}. De wet verplicht u er niet toe."
            )
        }
        (Lang::Nl, true) => format!(
            "De wet geeft professionals het recht om te melden, zonder toestemming{articles}. De wet verplicht u er niet toe; melden is hier een norm van beroepen."
        ),
        (Lang::En, false) => {
            format!(
                "The law gives professionals the right to report, without consent{articles}. It does not oblige you to."
            )
        }
        (Lang::En, true) => format!(
            "The law gives professionals the right to report, without consent{articles}. It does not oblige you to; reporting is a professional norm here."
        ),
    }
}

/// What a ground is.
#[must_use]
pub const fn kind(kind: Kind) -> Words {
    match kind {
        Kind::Law => LAW,
        Kind::ProfessionalNorm => NORM,
        Kind::Practice => PRACTICE,
    }
}

/// How well a ground is known.
#[must_use]
pub const fn confidence(confidence: Confidence) -> Words {
    match confidence {
        Confidence::Verified => VERIFIED,
        Confidence::SecondHand => VIA,
        Confidence::Open => UNSETTLED,
    }
}
