//! Where a line of content comes from, what it is, and how well it is known.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::register::{Keyed, Ref};

/// Something that was read: a law text, a norm, a page.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its name in the content.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Date of the text that was read, as far as known.
    pub dated: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The day on which this entry was last checked.
    pub checked_on: Date,
    /// What a reader must know about it, for example that an older text was read.
    pub note: Option<String>,
}

impl Keyed for Source {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// What a line of content is. Law gives a right to report; it is professional norms that ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A statute or decree.
    Law,
    /// What a profession asks of its members.
    ProfessionalNorm,
    /// What experienced people do and advise.
    Practice,
}

/// How well a line of content is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the text of the source itself.
    Verified,
    /// Somebody else says that the source says so.
    SecondHand,
    /// Not settled. Never acts as a rule.
    Open,
}

/// The ground under one line of content.
#[derive(Debug, Clone)]
pub struct Cite {
    /// What was read.
    pub source: Ref<Source>,
    /// The place in it: an article, a step, a question.
    pub at: String,
    /// What it is.
    pub kind: Kind,
    /// How well it is known.
    pub confidence: Confidence,
}
