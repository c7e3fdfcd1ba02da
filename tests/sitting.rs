//! An exercise that is done, put on paper, and counted: by lines on a pipe, in both languages.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;
mod trainer;

use std::fs;

use meldcode::exercise::embedded::EXERCISES;
use program::{Ran, run};
use serde_json::Value;
use trainer::{WHOLE, written};

/// The first phase up to the weighing.
const BEGINS: &str = "nee\nthuis\nkind-tot-12\ngeen-van-deze\nzelf-gezien\nfeiten,collega\nnog-niet\nja\n";
/// After the talk: what was done, and that the answers are right.
const AFTER: &str = "feiten,collega,ouders-gesproken\n1\n";

/// Does the whole exercise with these lines.
fn sits(name: &str, lines: &str, flags: &[&str]) -> Ran {
    let path = written(&format!("{name}/na-het-gesprek.toml"), WHOLE);
    run(&[&["exercise", "run", path.to_str().unwrap()], flags].concat(), lines.as_bytes())
}

#[test]
fn the_story_comes_first_and_nobody_is_asked_what_they_are() {
    let ran = sits("story", "", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (5, ""), "a pipe that ends is no answer");
    let (story, question) =
        (ran.err.find("Een leerling van acht").unwrap(), ran.err.find("Is er nu gevaar").unwrap());
    assert!(story < question && ran.err.contains("Dit is een oefening"), "{}", ran.err);
    assert!(!ran.err.contains("beroep?"), "{}", ran.err);
}

#[test]
fn whoever_does_as_the_model_hears_so_for_each_phase_and_ends_with_0() {
    for (lang, says) in [("nl", "Zoals de sleutel"), ("en", "As the key")] {
        let ran = sits("model", &format!("{BEGINS}structureel\n0\n1\n{AFTER}"), &["--lang", lang]);
        assert_eq!(ran.code, 0, "{}\n{}", ran.out, ran.err);
        assert_eq!(ran.out.matches(says).count(), 2, "{}", ran.out);
        assert!(
            !ran.out.contains("Hier ging het anders") && !ran.out.contains("Here it went"),
            "{}",
            ran.out
        );
    }
}

#[test]
fn whoever_goes_another_way_hears_where_what_the_norm_says_and_a_better_way() {
    let ran = sits("other", &format!("{BEGINS}geen\nja\n0\n1\n{AFTER}"), &[]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let (first, second) = ran.out.split_once("Zoals de sleutel").unwrap();
    for part in [
        "Anders dan de sleutel.",
        "Hier ging het anders",
        "Hoe onveilig is het",
        "Geen van beide",
        "Structureel onveilig",
        "De norm",
        "norm van beroepen",
        "Een betere weg vanaf hier",
        "Al weken slecht eruitzien is een patroon.",
    ] {
        assert!(first.replace("\n            ", " ").contains(part), "{part}\n{first}");
    }
    assert!(!second.contains("Hier ging het anders"), "the second phase began anew: {second}");
}

#[test]
fn in_an_exam_there_are_no_hints_and_nothing_is_said_before_the_end() {
    let hints = BEGINS.replacen("nee\n", "uitleg\nwat nu\nnee\n", 1);
    let again = "nee\nthuis\nkind-tot-12\ngeen-van-deze\nzelf-gezien\nfeiten,collega,ouders-gesproken\nja\ngeen\nja\nja\n1\n";
    let ran = sits("exam", &format!("{hints}geen\nja\n0\n1\n{again}"), &["--exam"]);
    assert_eq!(ran.err.matches("In een toets is er geen uitleg.").count(), 2, "{}", ran.err);
    assert!(ran.err.contains("elke vraag komt opnieuw"), "{}", ran.err);
    assert_eq!(ran.code, 1, "{}\n{}", ran.out, ran.err);
    let stopped = sits("exam", &format!("{BEGINS}geen\nja\n0\n1\nstop\n"), &["--exam"]);
    assert_eq!(stopped.code, 5);
    assert!(
        ran.out.matches("dan de sleutel").count() + ran.out.matches("nooit uitkomen").count() >= 2,
        "{}",
        ran.out
    );
}

#[test]
fn a_record_has_a_line_for_each_phase_and_is_an_answer_set_like_any_other() {
    let folder = written("record/na-het-gesprek.toml", WHOLE).parent().unwrap().to_owned();
    let record = folder.join("blauw.jsonl");
    let _ = fs::remove_file(&record);
    let name = record.to_str().unwrap();
    let lines = format!("{BEGINS}geen\nja\n0\n1\n{AFTER}");
    assert_eq!(sits("record", &lines, &["--record", name]).code, 1);
    let text = fs::read_to_string(&record).unwrap();
    let all: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(all.len(), 2);
    for (index, line) in all.iter().enumerate() {
        assert_eq!(
            (&line["exercise"], &line["phase"]),
            (&Value::from("na-het-gesprek"), &Value::from(index + 1))
        );
        assert!(line.get("participant").is_none(), "no name is asked for");
    }
    assert_eq!(all[0]["answers"]["onveiligheid"], "geen");
    let evaluated = run(&["evaluate", name, "--format", "jsonl"], b"");
    assert_eq!((evaluated.code, evaluated.out.lines().count()), (0, 2), "{}", evaluated.err);
    let again = sits("record", &lines, &["--record", name]);
    assert_eq!((again.code, again.out.as_str()), (2, ""), "never over a record that is there");
    assert_eq!(fs::read_to_string(&record).unwrap(), text);
}

#[test]
fn an_exercise_is_found_by_its_name_and_a_name_that_is_nearly_right_is_told() {
    let ran = run(&["exercise", "run", "een-codewoord"], b"");
    assert!(ran.code == 5 && ran.err.contains("Dit is een oefening"), "{}", ran.err);
    let ran = run(&["exercise", "run", "een-codewoor"], b"");
    assert!(ran.code == 2 && ran.err.contains("`een-codewoord`"), "{}", ran.err);
    let own = written("shelf/na-het-gesprek.toml", WHOLE);
    let own = own.parent().unwrap().to_str().unwrap();
    let ran = run(&["exercise", "run", "na-het-gesprek", "--exercises", own], b"");
    assert!(ran.err.contains("Een leerling van acht"), "{}", ran.err);
    let ran = run(&["exercise", "run", "nergens.toml"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
}

#[test]
fn a_handout_gives_nothing_of_the_key_away_unless_it_is_asked_for() {
    let path = written("handout/na-het-gesprek.toml", WHOLE);
    let path = path.to_str().unwrap();
    let key = [
        "Al weken slecht eruitzien",
        "Wie al met de ouders sprak",
        "De zorg is niet weg.",
        "Een melding wacht",
        "norm van beroepen",
        "not-yet",
    ];
    for format in ["text", "markdown", "html"] {
        let without = run(&["exercise", "handout", path, "--format", format], b"");
        let with = run(&["exercise", "handout", path, "--key", "--format", format], b"");
        assert_eq!((without.code, with.code), (0, 0), "{}", without.err);
        for words in ["Een leerling van acht", "Na het gesprek", "Hoe onveilig is het", "☐", "Wat besluit u?"]
        {
            assert!(without.out.contains(words), "{format} {words}: {}", without.out);
        }
        for words in key {
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            assert!(!flat(&without.out).contains(&words.to_lowercase()), "{format} gives away {words}");
            assert!(flat(&with.out).contains(&words.to_lowercase()), "{format} {words}: {}", with.out);
        }
    }
}

#[test]
fn a_handout_asks_what_another_answer_brings_up_and_offers_only_what_the_interview_does() {
    let path = written("handout-asks/na-het-gesprek.toml", WHOLE);
    let ran = run(&["exercise", "handout", path.to_str().unwrap()], b"");
    assert!(ran.out.contains("Kan er hulp komen"), "whoever finds it safe is asked about help: {}", ran.out);
    assert!(!ran.out.contains("Met de volwassene zelf gepraat"), "that is about somebody else: {}", ran.out);
}

#[test]
fn every_built_in_exercise_can_be_put_on_paper_with_its_key() {
    // One of each profession: the guides differ, the way of writing does not.
    for (name, _) in EXERCISES.iter().step_by(40) {
        let ran = run(&["exercise", "handout", name, "--key", "--format", "html"], b"");
        assert!(ran.code == 0 && ran.out.contains("Sleutel: "), "{name}: {}", ran.err);
    }
}

#[test]
fn the_report_names_what_is_not_reached_with_the_reason() {
    let own = written("report/na-het-gesprek.toml", WHOLE);
    let own = own.parent().unwrap().to_str().unwrap();
    let ran = run(&["exercise", "report", "--exercises", own, "--format", "json"], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["exercises"], 1);
    let things = |document: &str| {
        let all = report["documents"].as_array().unwrap();
        let found = all.iter().find(|one| one["document"] == document).unwrap();
        found["things"].as_array().unwrap().clone()
    };
    let of =
        |document: &str, name: &str| things(document).into_iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(of("steps/algemeen", "gevaar-nu = nee")["exercises"][0], "na-het-gesprek");
    assert_eq!(of("steps/algemeen", "gesprek")["exercises"][0], "na-het-gesprek");
    assert_eq!(of("steps/algemeen", "gevaar-nu = nu")["not_reached"], "not-on-any-way");
    assert_eq!(of("afwegingskader/knmg", "vermoeden = ja")["not_reached"], "no-exercise");
    let text = run(&["exercise", "report", "--exercises", own, "--lang", "en"], b"");
    assert!(
        text.out.contains("no exercise uses this document") && text.out.contains("no exercise comes by here")
    );
    let html = run(&["exercise", "report", "--exercises", own, "--format", "html"], b"");
    assert!(html.out.starts_with("<!DOCTYPE html>"), "{}", html.out);
}
