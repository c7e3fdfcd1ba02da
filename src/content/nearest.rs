//! The known word nearest to a mistyped one.

/// The nearest of the known words, when it is near enough to be a slip of the fingers.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count().min(12) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_fingers_finds_its_word_and_nonsense_finds_none() {
        let known = ["twijfel", "ja", "nee", "weet-niet"];
        assert_eq!(nearest("twijfle", known), Some("twijfel"));
        assert_eq!(nearest("weetniet", known), Some("weet-niet"));
        assert_eq!(nearest("olifant", known), None);
    }
}
