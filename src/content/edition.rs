//! Which document of a name is in force on a date.
//!
//! Never falls back to an older one that ended, and never looks ahead.

use jiff::civil::Date;

/// A dated document.
pub trait Dated {
    /// Its name without the date.
    fn name(&self) -> &str;
    /// The first day on which it counts.
    fn valid_from(&self) -> Date;
    /// The last day on which it counts, when it ended without a successor.
    fn last_day(&self) -> Option<Date>;
}

/// The document of that name in force on the date: the last one that had begun, unless it ended.
#[must_use]
pub fn in_force<'a, D: Dated>(documents: &'a [D], name: &str, date: Date) -> Option<&'a D> {
    documents
        .iter()
        .filter(|document| document.name() == name && document.valid_from() <= date)
        .max_by_key(|document| document.valid_from())
        .filter(|document| document.last_day().is_none_or(|last| date <= last))
}

#[cfg(test)]
mod tests {
    use super::{Dated, in_force};
    use jiff::civil::{Date, date};

    struct Paper(Date, Option<Date>);
    impl Dated for Paper {
        fn name(&self) -> &'static str {
            "paper"
        }
        fn valid_from(&self) -> Date {
            self.0
        }
        fn last_day(&self) -> Option<Date> {
            self.1
        }
    }

    #[test]
    fn the_last_document_that_has_begun_counts_and_an_ended_one_has_no_stand_in() {
        let papers = [Paper(date(2013, 7, 31), None), Paper(date(2019, 1, 1), Some(date(2020, 1, 1)))];
        let on = |day| in_force(&papers, "paper", day).map(|paper| paper.0);
        assert_eq!(on(date(2013, 7, 30)), None);
        assert_eq!(on(date(2018, 12, 31)), Some(date(2013, 7, 31)));
        assert_eq!(on(date(2019, 1, 1)), Some(date(2019, 1, 1)));
        assert_eq!(on(date(2020, 1, 2)), None, "an ended document is not replaced by an older one");
    }
}
