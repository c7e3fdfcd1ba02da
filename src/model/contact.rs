//! Whom to reach, and how. Numbers live here and nowhere else.

use jiff::civil::Date;

use super::id::Id;
use super::register::Keyed;
use super::source::Cite;

/// One telephone number with what it is for.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Its name in the content.
    pub id: Id,
    /// Its name as people know it.
    pub name: String,
    /// The number as printed.
    pub number: String,
    /// When it can be reached, if that was verified.
    pub hours: Option<String>,
    /// What a call costs, if that was verified.
    pub costs: Option<String>,
    /// Who may call.
    pub for_whom: String,
    /// What for.
    pub purpose: String,
    /// What to look out for.
    pub warning: Option<String>,
    /// The day on which the number was last checked.
    pub checked_on: Date,
    /// The ground.
    pub cite: Cite,
}

impl Keyed for Contact {
    fn id(&self) -> &Id {
        &self.id
    }
}
