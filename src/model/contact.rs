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
    /// The first day on which this is true; nothing when it always was, as far as we know.
    pub from: Option<Date>,
    /// The last day on which it is true; nothing when no end is known.
    pub until: Option<Date>,
    /// The number as printed, if there is one that was verified.
    pub number: Option<String>,
    /// The site, if that is how one reaches it.
    pub site: Option<String>,
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
    /// The day until which that check counts. After it the number is still shown, with a warning.
    pub check_by: Date,
    /// The ground.
    pub cite: Cite,
}

impl Keyed for Contact {
    fn id(&self) -> &Id {
        &self.id
    }
}

impl Contact {
    /// How to reach it: the number, or else the site.
    #[must_use]
    pub fn reach(&self) -> &str {
        self.number.as_deref().or(self.site.as_deref()).unwrap_or_default()
    }

    /// Whether it was true on the date.
    #[must_use]
    pub fn counts_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}
