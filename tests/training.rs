//! Exercises as a trainer writes them: what is read of them, what is refused with its place, and how one comes out.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;
mod trainer;

use serde_json::Value;

use program::run;
use trainer::{WHOLE, written};

/// One evaluation of this text: the line of JSON, and the exit code.
fn evaluated(name: &str, text: &str) -> (Value, i32) {
    let path = written(name, text);
    let ran = run(&["evaluate", path.to_str().unwrap(), "--format", "jsonl"], b"");
    assert_eq!(ran.err, "");
    (serde_json::from_str(&ran.out).unwrap(), ran.code)
}

/// The same text with one part of it changed.
fn changed(old: &str, new: &str) -> String {
    assert!(WHOLE.contains(old), "{old}");
    WHOLE.replacen(old, new, 1)
}

#[test]
fn an_exercise_with_everything_in_it_is_still_an_answer_file() {
    let path = written("whole.toml", WHOLE);
    let ran = run(&["check", "--answers", path.to_str().unwrap(), "--format", "json"], b"");
    assert_eq!((ran.code, ran.err.as_str()), (5, ""));
    assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap()["outlook"], "not-yet");
}

#[test]
fn somebodys_answers_to_an_exercise_are_an_answer_file_too() {
    let text = "schema = 1\nprofession = \"leraar\"\nexercise = \"na-het-gesprek\"\nparticipant = \"blauw\"\n\
                phase = 2\n[answers]\ngevaar-nu = \"nu\"\n";
    assert_eq!(evaluated("participant.toml", text).1, 0);
    let path = written("no-phase.toml", &text.replace("phase = 2", "phase = 0"));
    let ran = run(&["evaluate", path.to_str().unwrap()], b"");
    assert!(ran.code == 4 && ran.err.contains("no-phase.toml:5:"), "{}", ran.err);
}

#[test]
fn the_first_phase_has_four_verdicts_and_only_what_is_right_is_as_expected() {
    let words = |(line, code): (Value, i32)| {
        (line["verdict"].as_str().unwrap().to_owned(), line["as_expected"].as_bool().unwrap(), code)
    };
    assert_eq!(words(evaluated("same.toml", WHOLE)), ("as-the-key".to_owned(), true, 0));
    // Whoever already spoke with the parents comes to an advice; the key of this exercise allows it.
    let spoken = changed(
        "gedaan = [\"feiten\", \"collega\"]\ngeen-gesprek = \"nog-niet\"",
        "gedaan = [\"feiten\", \"collega\", \"ouders-gesproken\"]",
    );
    assert_eq!(words(evaluated("also.toml", &spoken)), ("acceptable".to_owned(), true, 0));
    let danger = changed("gevaar-nu = \"nee\"", "gevaar-nu = \"nu\"");
    assert_eq!(words(evaluated("other.toml", &danger)), ("different".to_owned(), false, 1));
    let closed = spoken.replacen(
        "onveiligheid = \"structureel\"",
        "onveiligheid = \"geen\"\nhulp = \"ja\"\naanvaarden = \"ja\"",
        1,
    );
    assert_eq!(words(evaluated("never.toml", &closed)), ("never".to_owned(), false, 1));
}

#[test]
fn what_must_never_come_out_outweighs_a_key_that_does_not_speak_of_it() {
    let text = changed("outlook = \"not-yet\"\nholds = [\"gesprek\"]", "question = \"gevaar-nu\"")
        .replacen("[expect]\nquestion = \"gevaar-nu\"", "[expect]\noutlook = \"not-yet\"", 1)
        .replacen("report = \"no\"", "outlook = \"not-yet\"", 1);
    assert_eq!(evaluated("outweighs.toml", &text).0["verdict"], "never");
}

#[test]
fn an_outcome_that_is_right_too_is_told_with_its_reason_in_both_languages() {
    let spoken = changed(
        "gedaan = [\"feiten\", \"collega\"]",
        "gedaan = [\"feiten\", \"collega\", \"ouders-gesproken\"]",
    );
    let path = written("told.toml", &spoken);
    let path = path.to_str().unwrap();
    for (lang, word) in [("nl", "ook goed"), ("en", "right")] {
        for format in ["table", "text"] {
            let ran = run(&["evaluate", path, "--lang", lang, "--format", format], b"");
            assert!(ran.code == 0 && ran.out.contains(word), "{}", ran.out);
            assert!(ran.out.contains("Wie al met de ouders sprak, kan nu wegen."), "{}", ran.out);
        }
    }
}

#[test]
fn a_word_that_no_result_says_is_refused_in_what_is_right_too_as_in_the_key() {
    for (name, old, new, line, near) in [
        ("acceptable.toml", "outlook = \"advise\"", "outlook = \"advice\"", "31", "advise"),
        ("no-word.toml", "outlook = \"advise\"\n", "", "28", "why"),
        ("no-why.toml", "why = \"Wie al met de ouders sprak, kan nu wegen.\"\n", "", "28", "exercise new"),
        ("never-word.toml", "report = \"no\"", "reprot = \"no\"", "35", "report"),
        ("difficulty.toml", "difficulty = \"basic\"", "difficulty = 1", "8", "difficulty"),
    ] {
        let path = written(name, &changed(old, new));
        let ran = run(&["evaluate", path.to_str().unwrap()], b"");
        assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{name}: {}", ran.err);
        let place = format!("{name}:{line}:");
        assert!(ran.err.contains(&place) && ran.err.contains(near), "{place} {near}\n{}", ran.err);
    }
}
