//! The professional: what applies to this profession, and how its people speak.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::id::Id;
use super::source::Cite;

/// What is known of a weighing framework of the profession's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnFramework {
    /// The profession has none of its own; the one that is linked applies to everybody.
    None,
    /// It exists, or may exist, but its text was not seen: another is shown instead, and says so.
    NotSeen,
    /// It is the one that is linked.
    Linked,
}

/// The field in which a profession works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sector {
    /// Health care.
    Zorg,
    /// Schools and leerplicht.
    Onderwijs,
    /// Childcare.
    Kinderopvang,
    /// Youth care and child protection.
    Jeugd,
    /// Social work and local teams.
    SociaalDomein,
    /// Probation and custody.
    Justitie,
    /// Shelter.
    Opvang,
    /// Everybody else.
    Overig,
}

impl Sector {
    /// Its word in TOML and JSON, and for whoever types it instead of its number: the same in each language.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zorg => "zorg",
            Self::Onderwijs => "onderwijs",
            Self::Kinderopvang => "kinderopvang",
            Self::Jeugd => "jeugd",
            Self::SociaalDomein => "sociaal-domein",
            Self::Justitie => "justitie",
            Self::Opvang => "opvang",
            Self::Overig => "overig",
        }
    }
}

/// A check that looks beyond the person it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Are there children, or is there a pregnancy, and are they safe?
    Kindcheck,
    /// Who depends on whose care, and can the carer manage?
    Mantelzorgcheck,
}

/// A text with its ground.
#[derive(Debug, Clone)]
pub struct Said {
    /// What it says.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}

/// One profession on one date.
#[derive(Debug, Clone)]
pub struct Profession {
    /// Its name, as typed.
    pub id: Id,
    /// Its name, as read.
    pub label: String,
    /// Other words for it.
    pub aliases: Vec<String>,
    /// Where it works.
    pub sector: Sector,
    /// What is known of its own framework.
    pub own_framework: OwnFramework,
    /// What the reader must know about that, in one line.
    pub framework_note: Option<String>,
    /// Why these documents apply.
    pub cite: Cite,
    /// The first day of its newest row. Who is bound, decides, reports and supervises is written as of then, and not by
    /// date.
    pub newest: Date,
    /// Who has to have a meldcode, and by which article.
    pub bound: Said,
    /// Who decides about a report.
    pub decides: Option<Said>,
    /// Who makes it.
    pub reports: Option<Said>,
    /// Who supervises, as far as that was established.
    pub supervisor: Option<Said>,
    /// When it does the kindcheck or the mantelzorgcheck.
    pub triggers: Vec<(Check, Said)>,
    /// Words that texts borrow: `collega`, `beslisser`, `organisatie`, `beroep`.
    pub terms: BTreeMap<String, String>,
}

/// A profession for which there is no meldcode here, and what its people can do.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// Its name, as typed.
    pub id: Id,
    /// Its name, as read.
    pub label: String,
    /// Why.
    pub says: String,
    /// Whom to reach.
    pub contacts: Vec<Contact>,
}

#[cfg(test)]
mod tests {
    use super::Sector;

    #[test]
    fn a_sector_is_typed_as_it_is_written_in_the_documents() {
        for word in
            ["zorg", "onderwijs", "kinderopvang", "jeugd", "sociaal-domein", "justitie", "opvang", "overig"]
        {
            let sector: Sector = serde_json::from_value(word.into()).unwrap();
            assert_eq!(sector.word(), word);
        }
    }
}
