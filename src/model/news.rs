//! Announced law and policy: dated news, never a rule.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::source::Cite;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A government said that it will come.
    Announced,
    /// A bill is before parliament.
    Bill,
    /// A government thinks about it.
    Considered,
    /// A political party or an organisation asks for it.
    Proposal,
    /// A programme of policy.
    Programme,
    /// It will not come.
    Abandoned,
}

/// One piece of news.
#[derive(Debug, Clone)]
pub struct News {
    /// Its name.
    pub id: Id,
    /// The day of the news.
    pub on: Date,
    /// How far it has come.
    pub status: Status,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub says: String,
    /// The ground.
    pub cite: Cite,
}
