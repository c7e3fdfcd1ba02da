//! The first screen of every result: what fits on it, and what always stands on it. What is never said: `tone`.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;
mod told;

use std::sync::LazyLock;

use told::told;

/// The text result of every exercise, with its name.
static RESULTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| told("nl"));

#[test]
fn every_first_screen_has_at_most_24_lines_of_80_columns() {
    let mut wrong = Vec::new();
    for (name, text) in RESULTS.iter() {
        let lines: Vec<&str> = text.lines().take_while(|line| !line.starts_with("-----")).collect();
        if lines.len() == text.lines().count() {
            wrong.push(format!("{name}: no rule below the first screen"));
        }
        if lines.len() > 24 {
            wrong.push(format!("{name}: {} lines", lines.len()));
        }
        let wide = text.lines().filter(|line| unicode_width::UnicodeWidthStr::width(*line) > 80);
        wrong.extend(wide.map(|line| format!("{name}: too wide: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_first_screen_has_the_numbers_of_veilig_thuis_and_of_danger_now() {
    let mut wrong = Vec::new();
    for (name, text) in RESULTS.iter() {
        let first = text.split("\n-----").next().unwrap();
        if !(first.contains("0800-2000") && first.contains("112")) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
