//! A day, from what a person types.
//!
//! Knows the ways in which people write a day, given the day it is. Refuses to invent a day: what
//! could be meant in two ways is asked again.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ui::messages::interview::{DAY_UNKNOWN, MONTHS};

/// A typed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDay {
    /// A day that can be given.
    On(Date),
    /// The day is not known yet.
    Unknown,
    /// A day before the first that can be given.
    TooEarly,
    /// No day at all, or one that the calendar does not have.
    NotADay,
}

/// A day without a year further ahead than this was more likely meant as one gone by.
const DAYS_AHEAD: i32 = 183;

/// Reads a day; `from` is the day it is, and the first that can be given.
#[must_use]
pub fn read(text: &str, from: Date) -> TypedDay {
    let text = text.trim().to_lowercase();
    let ahead = match text.as_str() {
        "vandaag" | "today" => Some(0),
        "morgen" | "tomorrow" => Some(1),
        "overmorgen" => Some(2),
        _ => None,
    };
    if let Some(days) = ahead {
        return from.checked_add(days.days()).map_or(TypedDay::NotADay, TypedDay::On);
    }
    if is_unknown(&text) {
        return TypedDay::Unknown;
    }
    let parts: Vec<&str> = text
        .split(|c: char| c == '-' || c == '/' || c == '.' || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        // A year is four digits: in `25-11-26` either end could be the year.
        [year, month, day] if is_year(year) => full(year, month, day, from),
        [day, month, year] if is_year(year) => full(year, month, day, from),
        [day, month] => coming(month, day, from),
        _ => TypedDay::NotADay,
    }
}

fn is_unknown(text: &str) -> bool {
    let plain = text.replace(['-', '_'], " ").replace('\u{2019}', "'");
    matches!(
        plain.as_str(),
        "0" | "w" | "weet niet" | "weet ik niet" | "weet ik nog niet" | "onbekend" | "unknown"
    ) || matches!(plain.as_str(), "don't know" | "dont know")
        || plain == DAY_UNKNOWN.nl
        || plain == DAY_UNKNOWN.en
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())
}

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    let digits = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn month(text: &str) -> Option<i8> {
    if let Some(month) = number(text) {
        return Some(month);
    }
    if text == "mrt" {
        return Some(3);
    }
    if text.chars().count() < 3 {
        return None;
    }
    let index = MONTHS.iter().position(|month| {
        month.nl.to_lowercase().starts_with(text) || month.en.to_lowercase().starts_with(text)
    })?;
    i8::try_from(index.saturating_add(1)).ok()
}

fn full(year: &str, month_text: &str, day: &str, from: Date) -> TypedDay {
    let date = number::<i16>(year)
        .zip(month(month_text))
        .zip(number::<i8>(day))
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    match date {
        Some(date) if date < from => TypedDay::TooEarly,
        Some(date) => TypedDay::On(date),
        None => TypedDay::NotADay,
    }
}

/// A day without a year: the next one, when that is near enough to be meant.
fn coming(month_text: &str, day: &str, from: Date) -> TypedDay {
    let Some((month, day)) = month(month_text).zip(number::<i8>(day)) else {
        return TypedDay::NotADay;
    };
    let this_year = Date::new(from.year(), month, day).ok();
    let next_year = Date::new(from.year().saturating_add(1), month, day).ok();
    let furthest = from.saturating_add(DAYS_AHEAD.days());
    match (this_year, next_year) {
        (Some(date), _) if date >= from => TypedDay::On(date),
        (_, Some(date)) if date <= furthest => TypedDay::On(date),
        (Some(_), _) => TypedDay::TooEarly,
        _ => TypedDay::NotADay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn the_ways_people_write_a_day_give_the_same_day() {
        for text in [
            "2026-11-25",
            "25-11-2026",
            "25-11",
            "25/11",
            "25.11.2026",
            "25 november",
            "25 nov 2026",
            " 25 November ",
        ] {
            assert_eq!(read(text, TODAY), TypedDay::On(date(2026, 11, 25)), "{text}");
        }
    }

    #[test]
    fn words_for_near_days_count_from_the_reference_date() {
        assert_eq!(read("vandaag", TODAY), TypedDay::On(TODAY));
        assert_eq!(read("Today", TODAY), TypedDay::On(TODAY));
        assert_eq!(read("morgen", TODAY), TypedDay::On(date(2026, 11, 23)));
        assert_eq!(read("tomorrow", TODAY), TypedDay::On(date(2026, 11, 23)));
    }

    #[test]
    fn a_day_that_is_not_known_can_be_said_in_words() {
        for text in ["0", "weet niet", "weet-niet", "Nog niet bekend", "not known yet", "w"] {
            assert_eq!(read(text, TODAY), TypedDay::Unknown, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_goes_over_the_turn_of_the_year() {
        assert_eq!(read("5-1", TODAY), TypedDay::On(date(2027, 1, 5)));
    }

    #[test]
    fn a_day_that_has_just_gone_by_is_not_moved_to_next_year() {
        assert_eq!(read("21-11", TODAY), TypedDay::TooEarly);
        assert_eq!(read("2026-11-21", TODAY), TypedDay::TooEarly);
    }

    #[test]
    fn days_that_do_not_exist_or_could_mean_two_things_are_refused() {
        for text in
            ["31-2-2027", "30-2", "25-11-26", "25", "25-13", "1-2-3-4", "", "-", "99999-1-1", "wo", "²-11"]
        {
            assert_eq!(read(text, TODAY), TypedDay::NotADay, "{text}");
        }
    }

    #[test]
    fn the_end_of_the_calendar_is_no_accident() {
        assert_eq!(read("morgen", Date::MAX), TypedDay::NotADay);
        assert_eq!(read("1-1", Date::MAX), TypedDay::TooEarly);
    }
}
