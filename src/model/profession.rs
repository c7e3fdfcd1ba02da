//! The professional: what applies to this profession, and how its people speak.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::Id;

/// What is known of a weighing framework of the profession's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnFramework {
    /// The profession has none of its own; the generic one applies.
    None,
    /// It exists, but its text was not seen: the generic one is shown instead, and says so.
    NotSeen,
    /// It is the one that is linked.
    Linked,
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
    /// What is known of its own framework.
    pub own_framework: OwnFramework,
    /// What the reader must know about that, in one line.
    pub framework_note: Option<String>,
    /// Words that texts borrow: `collega`, `beslisser`, `organisatie`, `beroep`.
    pub terms: BTreeMap<String, String>,
}
