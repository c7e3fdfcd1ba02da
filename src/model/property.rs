//! Safety properties: statements about every possible result, kept as data and proved.
//!
//! A property reads a result and nothing else. It has a closed set of words; there is no language in it.

use serde::{Deserialize, Serialize};

use super::advice::{Help, Report};
use super::duty::{Duty, Meets};
use super::id::Id;
use super::question::Finding;
use super::register::{Keyed, Set};

/// The word for an outlook, as in answer files and results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutlookWord {
    /// Danger: the card.
    Emergency,
    /// Another door.
    Leave,
    /// A question is open.
    Ask,
    /// Not yet decided, with a direction.
    NotYet,
    /// An advice.
    Advise,
}

impl OutlookWord {
    /// Every word there is.
    pub const ALL: [Self; 5] = [Self::Emergency, Self::Leave, Self::Ask, Self::NotYet, Self::Advise];

    /// The word as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::Leave => "leave",
            Self::Ask => "ask",
            Self::NotYet => "not-yet",
            Self::Advise => "advise",
        }
    }
}

/// Words that a result can meet. Everything said must hold; a list holds when one of it does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The outlook is one of these.
    pub outlook: Vec<OutlookWord>,
    /// The report decision (of the advice, or of the direction) is one of these.
    pub report: Vec<Report>,
    /// The help decision is one of these.
    pub help: Vec<Help>,
    /// All of these findings were established.
    pub findings: Set<Finding>,
    /// At least one of these findings was established.
    pub any_finding: Set<Finding>,
    /// At least one of these duties holds the decision back.
    pub held_by: Set<Duty>,
    /// A duty outside this list holds the decision back.
    pub held_by_other_than: Option<Set<Duty>>,
    /// All of these duties are done.
    pub done: Set<Duty>,
    /// At least one of these duties is open.
    pub any_open: Set<Duty>,
    /// A text of the result sends the professional to one of these.
    pub meets: Vec<Meets>,
    /// Something holds the decision back.
    pub held: Option<bool>,
    /// There is at least one action, with its source.
    pub acts: Option<bool>,
    /// Veilig Thuis is the contact, and there is a way out when the first thing fails.
    pub way_out: Option<bool>,
}

impl Words {
    /// Whether nothing is said but whom texts send the professional to.
    #[must_use]
    pub fn is_only_about_texts(&self) -> bool {
        let silent = Self { meets: Vec::new(), ..self.clone() };
        !self.meets.is_empty() && silent == Self::default()
    }
}

/// One statement about every result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its name.
    pub id: Id,
    /// What it protects, in one sentence.
    pub says: String,
    /// For which results.
    pub given: Words,
    /// Except these.
    pub unless: Option<Words>,
    /// What must then be so.
    pub require: Option<Words>,
    /// What may then not be so.
    pub forbid: Option<Words>,
}

impl Keyed for Property {
    fn id(&self) -> &Id {
        &self.id
    }
}
