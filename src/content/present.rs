//! Which row of a contact counts: each is true for some days.
//!
//! Knows days. Refuses to look back before the day on which the rows were checked: somebody calls today, and a clock that
//! runs behind must not bring an old number back.

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use super::library::to_date;
use super::raw::{Contact, Contacts};

/// The day for which contacts are chosen: today, or the last day on which one was checked if that is later.
#[must_use]
pub fn day(contacts: &Contacts, today: Date) -> Date {
    let checked = contacts.contact.iter().filter_map(|row| to_date(row.checked_on.get_ref()));
    checked.fold(today, Date::max)
}

/// The row of that name that counts today.
#[must_use]
pub fn present<'a>(contacts: &'a Contacts, id: &str, today: Date) -> Option<&'a Contact> {
    let day = day(contacts, today);
    contacts.contact.iter().find(|row| row.id.get_ref() == id && Days::of(row).hold(day))
}

/// The days of a row, the first and the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first; the first of all days when none is written.
    pub first: Date,
    /// The last; the last of all days when none is written.
    pub last: Date,
}

impl Days {
    /// Those of a row. What is no date does not bound it: that is told elsewhere.
    #[must_use]
    pub fn of(row: &Contact) -> Self {
        let day =
            |written: &Option<Spanned<Datetime>>| written.as_ref().and_then(|day| to_date(day.get_ref()));
        Self { first: day(&row.from).unwrap_or(Date::MIN), last: day(&row.until).unwrap_or(Date::MAX) }
    }

    /// Whether the row is true on the day.
    #[must_use]
    pub fn hold(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether there is a day on which both are true.
    #[must_use]
    pub fn meet(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the other begins on the day after this one ends.
    #[must_use]
    pub fn lead_to(self, other: Self) -> bool {
        self.last.tomorrow().is_ok_and(|next| next == other.first)
    }
}

#[cfg(test)]
mod tests {
    use super::{Contacts, present};
    use jiff::civil::{Date, date};

    const ROWS: &str = r#"
schema = 1
[[contact]]
id = "lijn"
name = "oud"
number = "0800-1111"
until = 2026-12-31
for_whom = "iedereen"
purpose = "advies"
checked_on = 2026-11-22
check_by = 2027-11-22
cite = { source = "kader", at = "advies", kind = "practice", confidence = "verified" }
[[contact]]
id = "lijn"
name = "nieuw"
number = "0800-2222"
from = 2027-01-01
for_whom = "iedereen"
purpose = "advies"
checked_on = 2026-11-22
check_by = 2027-11-22
cite = { source = "kader", at = "advies", kind = "practice", confidence = "verified" }
"#;

    #[test]
    fn a_new_number_counts_from_its_first_day_and_a_clock_that_runs_behind_does_not_hide_the_present_one() {
        let contacts: Contacts = toml::from_str(ROWS).unwrap();
        let number = |today| present(&contacts, "lijn", today).and_then(|row| row.number.as_deref());
        assert_eq!(number(date(2026, 12, 31)), Some("0800-1111"));
        assert_eq!(number(date(2027, 1, 1)), Some("0800-2222"));
        assert_eq!(number(Date::MIN), Some("0800-1111"));
        assert_eq!(number(date(2010, 1, 1)), Some("0800-1111"));
    }
}
