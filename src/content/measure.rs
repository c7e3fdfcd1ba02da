//! What of a measure counts on a day: the measure as a whole, and parts that count for a part of its time.
//!
//! Knows days. Refuses to resolve a name.

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use super::library::{Temporary, to_date};
use super::raw;

/// Which lines of a measure are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Parts {
    /// Those of the day.
    #[default]
    OfTheDay,
    /// All of them at once. Properties look at lines only to see whom they send the professional to, and fewer lines send
    /// to fewer people: what holds when all is said holds for each day.
    All,
}

impl Temporary {
    /// Whether it counts on the date.
    #[must_use]
    pub fn counts_on(&self, date: Date) -> bool {
        self.first_day <= date && date <= self.last_day
    }

    /// The lines that count on the date; or, for a proof, every line that counts while the measure does.
    pub fn notices_on(&self, date: Date, parts: Parts) -> impl Iterator<Item = &raw::MeasureNotice> {
        let counts = self.counts_on(date);
        let all = parts == Parts::All;
        self.filed
            .raw
            .notice
            .iter()
            .filter(move |part| counts && (all || within(&part.from, &part.until, date)))
    }

    /// The findings that come with it on the date, for a profession with these of its own.
    pub fn established_on<'a>(
        &'a self,
        date: Date,
        own: &'a [raw::Name],
    ) -> impl Iterator<Item = &'a raw::Name> {
        let counts = self.counts_on(date);
        let has = move |name: &raw::Name| own.iter().any(|one| one.get_ref() == name.get_ref());
        let parts = self.filed.raw.establishes.iter().filter(move |part| part.only_if.iter().all(has));
        parts.filter(move |part| counts && within(&part.from, &part.until, date)).map(|part| &part.finding)
    }

    /// Every day on which something of it begins, or the day after something ended.
    #[must_use]
    pub fn turning_days(&self) -> Vec<Date> {
        let raw = &self.filed.raw;
        let notices = raw.notice.iter().map(|part| (&part.from, &part.until));
        let parts = notices.chain(raw.establishes.iter().map(|part| (&part.from, &part.until)));
        let mut days = vec![self.first_day];
        days.extend(self.last_day.tomorrow());
        for (from, until) in parts {
            days.extend(day(from));
            days.extend(day(until).and_then(|last| last.tomorrow().ok()));
        }
        days
    }
}

fn day(written: &Option<Spanned<Datetime>>) -> Option<Date> {
    written.as_ref().and_then(|written| to_date(written.get_ref()))
}

fn within(from: &Option<Spanned<Datetime>>, until: &Option<Spanned<Datetime>>, date: Date) -> bool {
    day(from).is_none_or(|from| from <= date) && day(until).is_none_or(|until| date <= until)
}
