//! How much people say the same: the share of pairs of people who do.
//!
//! Counts pairs, so that nobody's answer is the measure of another's. Refuses to say who is right: people can agree on
//! what is wrong.

use std::cmp::Ordering;
use std::fmt;

/// Pairs of people who say the same, among all pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Pairs that say the same.
    pub same: usize,
    /// All pairs.
    pub pairs: usize,
}

impl Share {
    /// The pairs of what these people said; nothing when fewer than two people said something.
    #[must_use]
    pub fn of<T: Eq>(said: &[T]) -> Option<Self> {
        let each = said.iter().enumerate();
        let pairs = each.flat_map(|(index, one)| said.iter().skip(index + 1).map(move |other| one == other));
        let (same, pairs) = pairs.fold((0, 0), |(same, all), alike| (same + usize::from(alike), all + 1));
        (pairs > 0).then_some(Self { same, pairs })
    }

    /// In hundredths. Only where everybody says the same is it 100, and only where nobody does is it 0.
    #[must_use]
    pub fn hundredths(self) -> usize {
        let rounded = (self.same * 200 + self.pairs) / (self.pairs * 2).max(1);
        match (self.same, self.pairs - self.same) {
            (0, _) => 0,
            (_, 0) => 100,
            _ => rounded.clamp(1, 99),
        }
    }

    /// Whether nobody differs.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.same == self.pairs
    }

    /// Which of two is less alike. Exact, where rounded numbers could be the same.
    #[must_use]
    pub fn against(self, other: Self) -> Ordering {
        (self.same * other.pairs).cmp(&(other.same * self.pairs))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.hundredths())
    }
}

/// The place of what divides people most: the least agreement, the first of equals. Nothing when nobody differs.
#[must_use]
pub fn divides_most(shares: &[Option<Share>]) -> Option<usize> {
    let judged = shares.iter().enumerate().filter_map(|(index, share)| Some((index, (*share)?)));
    let divided = judged.filter(|(_, share)| !share.is_whole());
    divided.min_by(|(_, one), (_, other)| one.against(*other)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::{Share, divides_most};

    #[test]
    fn pairs_are_counted_and_one_person_is_no_pair() {
        assert_eq!(Share::of(&['a', 'a', 'b']), Some(Share { same: 1, pairs: 3 }));
        assert_eq!(Share::of(&['a']), None);
        assert_eq!(Share::of::<char>(&[]), None);
    }

    #[test]
    fn only_everybody_is_a_hundred_and_only_nobody_is_none() {
        let said = |same, pairs| Share { same, pairs }.to_string();
        assert_eq!([said(1, 3), said(2, 3), said(1, 2)], ["33%", "67%", "50%"]);
        assert_eq!([said(999, 1000), said(1, 1000)], ["99%", "1%"]);
        assert_eq!([said(0, 9), said(9, 9)], ["0%", "100%"]);
    }

    #[test]
    fn the_least_agreement_divides_most_the_first_of_equals_and_nothing_where_nobody_differs() {
        let share = |same, pairs| Some(Share { same, pairs });
        assert_eq!(divides_most(&[share(3, 3), None, share(2, 6), share(1, 3)]), Some(2));
        assert_eq!(divides_most(&[share(500, 1001), share(500, 1002)]), Some(1));
        assert_eq!(divides_most(&[share(3, 3), None]), None);
    }
}
