//! JSON Lines: one answer set on each line that is not blank.

use std::ops::Range;
use std::path::Path;

/// Larger files are refused for now: they are read as a whole.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// Whether a file holds one answer set on each line.
#[must_use]
pub fn are_in(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("jsonl"))
}

/// Every line that is not blank: its number, counted from one, and its bytes.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    let placed = text.split_inclusive('\n').enumerate().map(move |(index, line)| {
        let from = start;
        start += line.len();
        (index + 1, from..from + line.trim_end().len(), line.trim().is_empty())
    });
    placed.filter(|(.., blank)| !blank).map(|(number, place, _)| (number, place))
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn each_line_has_its_number_and_its_bytes_and_blank_ones_are_passed_over() {
        let found: Vec<_> = lines("{}\n\n \r\n{\"é\":1}\r\nx").collect();
        assert_eq!(found, [(1, 0..2), (4, 7..15), (5, 17..18)]);
        assert_eq!(lines("").count(), 0);
    }
}
