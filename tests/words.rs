//! The words of the results: what is never said, and what fits on the first screen.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod book;
mod program;

use std::sync::LazyLock;

use book::exercises;
use program::run;

/// The text result of every exercise, with its name.
static RESULTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let result = |exercise: book::Exercise| {
        let ran = run(&["check", "--answers", exercise.path.to_str().unwrap()], b"");
        assert!([0, 5, 6].contains(&ran.code), "{}: {}", exercise.path.display(), ran.err);
        (exercise.text("id").to_owned(), ran.out)
    };
    exercises().into_iter().map(result).collect()
});

/// A text in one line and in small letters, so that wrapping hides nothing.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Everywhere that a word stands in a text, with some words around it.
fn around<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let near = |at: usize| {
        let from = (0..=at.saturating_sub(40)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
        let to = (at + word.len() + 40..text.len()).find(|to| text.is_char_boundary(*to));
        text.get(from..to.unwrap_or(text.len())).unwrap_or_default()
    };
    text.match_indices(word).map(|(at, _)| near(at)).collect()
}

#[test]
fn no_result_says_what_the_program_may_not_say() {
    // The law gives a right; nobody is labelled; nothing is counted; no result puts anyone at rest.
    const NEVER: [&str; 19] = [
        "wettelijk verplicht",
        "meldplicht",
        "niets aan de hand",
        "u hoeft niets te doen",
        "dader",
        "pleger",
        "mishandelaar",
        "slachtofferrol",
        "probleemgezin",
        "%",
        "procent",
        "score",
        "risiconiveau",
        "waarschijnlijkheid",
        "vals alarm",
        "loos alarm",
        "uw schuld",
        "u had moeten",
        "gerust zijn",
    ];
    let mut said = Vec::new();
    for (name, text) in RESULTS.iter() {
        let text = flat(text);
        for word in NEVER {
            said.extend(around(&text, word).iter().map(|near| format!("{name}: `{word}` in ...{near}...")));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn proof_is_only_named_as_something_that_nobody_waits_for_or_looks_for() {
    const ALLOWED: [&str; 4] = [
        "wacht niet op een collega, op bewijs of op een gesprek.",
        "bewijs zoeken is niet uw taak.",
        "bewijs hoeft niet.",
        "het gaat om uw schatting, niet om bewijs.",
    ];
    let mut said = Vec::new();
    for (name, text) in RESULTS.iter() {
        let mut text = flat(text);
        for allowed in ALLOWED {
            text = text.replace(allowed, "");
        }
        said.extend(around(&text, "bewijs").iter().map(|near| format!("{name}: ...{near}...")));
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

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
