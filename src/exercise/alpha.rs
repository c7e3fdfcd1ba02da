//! Krippendorff's alpha for words: how much more people say the same than chance alone would bring about.
//!
//! Knows units (what is judged) and values (what somebody said about it); people may pass over a unit. Refuses to say
//! anything about one unit, or where everybody always says the same thing: there is then nothing to compare with.
//!
//! Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
//! <https://repository.upenn.edu/asc_papers/43>.

use std::collections::BTreeMap;

/// Alpha over units, each with everything that was said about it. 1 is: always the same. 0 is: as by chance. Below 0 is:
/// less alike than by chance. Nothing when fewer than two units were judged by two people, or nothing varies.
#[must_use]
pub fn alpha<T: Ord>(units: &[Vec<T>]) -> Option<f64> {
    // What only one person judged can be laid beside nothing.
    let pairable: Vec<&Vec<T>> = units.iter().filter(|unit| unit.len() >= 2).collect();
    if pairable.len() < 2 {
        return None;
    }
    let mut said: BTreeMap<&T, usize> = BTreeMap::new();
    let mut observed = 0.0;
    for unit in &pairable {
        let counts = counted(unit);
        observed += apart(&counts) / real(unit.len() - 1);
        for (value, count) in counts {
            *said.entry(value).or_default() += count;
        }
    }
    let all: usize = said.values().sum();
    let expected = apart(&said) / real(all - 1);
    (said.len() >= 2).then(|| 1.0 - observed / expected)
}

fn counted<T: Ord>(values: &[T]) -> BTreeMap<&T, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts
}

/// How many ordered pairs of these values differ.
fn apart<T>(counts: &BTreeMap<&T, usize>) -> f64 {
    let all: usize = counts.values().sum();
    real(counts.values().map(|count| count * (all - count)).sum())
}

#[expect(clippy::cast_precision_loss, reason = "a class has fewer pairs than a float has whole numbers")]
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::alpha;

    /// Observers in rows, units in columns; a dot is nothing said.
    fn over(observers: &[&str]) -> Option<f64> {
        let of = |unit: usize| observers.iter().filter_map(move |row| row.chars().nth(unit));
        let units =
            (0..observers.first().unwrap().len()).map(|unit| of(unit).filter(|c| *c != '.').collect());
        alpha(&units.collect::<Vec<Vec<char>>>())
    }

    fn to_three_places(alpha: Option<f64>) -> String {
        format!("{:.3}", alpha.unwrap())
    }

    #[test]
    fn it_comes_to_the_published_values() {
        // Krippendorff, Content Analysis (2004), section 11.3.1: binary data, two observers, ten units.
        assert_eq!(to_three_places(over(&["1100000000", "0110010100"])), "0.095");
        // Krippendorff (2011), example A: the same, other data.
        assert_eq!(to_three_places(over(&["0100000010", "1110010000"])), "0.095");
        // Example B: nominal data, two observers, twelve units.
        assert_eq!(to_three_places(over(&["aabbdcccedda", "babbbccceddd"])), "0.692");
        // Example C: nominal data, four observers, twelve units, some passed over; the last was judged by one.
        let four = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];
        assert_eq!(to_three_places(over(&four)), "0.743");
        // Hayes and Krippendorff, "Answering the Call for a Standard Reliability Measure" (2007), table 1: five
        // observers, forty units, taken as words.
        let five = [
            "112.001122.01311211000201001111223222221",
            "1130000.21102311121000302102111122222221",
            "203000222100221123001.30.1012202.2232.21",
            ".13....0.10022...31.103021122..122...12.",
            "2..0001.2....3112..0.0..2.0..20.2.2222.1",
        ];
        assert_eq!(to_three_places(over(&five)), "0.477");
        // The computational example of the encyclopedia's article: three observers, fifteen units.
        let three =
            [".....3412113 3.3", "1.21334 3.......", "..21344.2113 3.4"].map(|row| row.replace(' ', ""));
        assert_eq!(to_three_places(over(&three.each_ref().map(String::as_str))), "0.691");
    }

    #[test]
    fn it_says_nothing_about_one_unit_or_where_nothing_varies_or_was_judged_by_one() {
        assert_eq!(over(&["a", "b", "a"]), None);
        assert_eq!(over(&["aaa", "aaa"]), None);
        assert_eq!(over(&["ab.", "a.b"]), None);
        assert_eq!(alpha::<char>(&[]), None);
    }

    #[test]
    fn always_the_same_is_one_and_always_otherwise_is_below_chance() {
        assert_eq!(over(&["abc", "abc"]), Some(1.0));
        assert!(over(&["ab", "ba"]).unwrap() < 0.0);
    }
}
