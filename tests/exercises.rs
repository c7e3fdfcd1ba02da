//! Every exercise comes out as its key says, and together they reach everything that the content can do.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod book;
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::Value;

use book::{Exercise, exercises};
use meldcode::audit::prove;
use meldcode::case::answer_file;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::proven::Proven;
use meldcode::exercise::coverage::{Coverage, Why};
use meldcode::exercise::embedded::EXERCISES;
use meldcode::exercise::written::WrittenPhase;
use meldcode::exercise::{phases, reading};
use meldcode::ui::lang::Lang;

/// Exercises whose key follows from the norm while the program does not come to it yet, each with the ground of the
/// key. An entry that the program has come to meet fails the test and is struck out.
const DISPUTED: &[(&str, &str)] = &[];

/// What nothing reaches, each with its reason. The aim is none.
const UNREACHED: &[(&str, &str)] = &[];

/// Every exercise with what the shipped command makes of it, run once.
static RESULTS: LazyLock<Vec<(Exercise, Value)>> = LazyLock::new(|| {
    let ran = program::run(&["evaluate", "meldcode/exercises", "--format", "jsonl"], b"");
    assert!([0, 1].contains(&ran.code), "{}", ran.err);
    let lines = ran.out.lines().map(|line| serde_json::from_str(line).unwrap());
    let all: Vec<(Exercise, Value)> = exercises().into_iter().zip(lines).collect();
    assert_eq!(all.len(), ran.out.lines().count());
    for (exercise, line) in &all {
        assert!(exercise.path.ends_with(line["file"].as_str().unwrap()), "{}", line["file"]);
    }
    all
});

fn name(exercise: &Exercise) -> &str {
    exercise.text("id")
}

#[test]
fn every_exercise_comes_out_as_its_key_says() {
    let mut wrong = Vec::new();
    for (exercise, line) in RESULTS.iter() {
        let disputed = DISPUTED.iter().any(|(id, _)| *id == name(exercise));
        match (line["as_expected"].as_bool().unwrap(), disputed) {
            (true, true) => {
                wrong.push(format!("{} is no longer disputed: strike it from the list", name(exercise)));
            }
            (false, false) => wrong.push(format!("{}: {}", name(exercise), line["differences"])),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn check_says_the_same_of_one_exercise_and_ends_with_the_code_of_its_outlook() {
    let mut seen = BTreeSet::new();
    for (exercise, line) in RESULTS.iter() {
        let outlook = line["result"]["outlook"].as_str().unwrap();
        if !seen.insert(outlook) {
            continue;
        }
        let path = exercise.path.to_str().unwrap();
        let ran = program::run(&["check", "--answers", path, "--format", "json"], b"");
        let contract = match outlook {
            "advise" | "emergency" => 0,
            "not-yet" | "ask" => 5,
            _ => 6,
        };
        assert_eq!(ran.code, contract, "{path}");
        assert_eq!(serde_json::from_str::<Value>(&ran.out).unwrap(), line["result"], "{path}");
    }
    assert_eq!(seen.len(), 5, "an exercise for each outlook: {seen:?}");
}

#[test]
fn every_disputed_exercise_exists() {
    let known: BTreeSet<&str> = RESULTS.iter().map(|(exercise, ..)| name(exercise)).collect();
    let gone: Vec<_> = DISPUTED.iter().filter(|(id, _)| !known.contains(*id)).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn every_exercise_tells_an_invented_situation_in_a_few_sentences_and_what_one_learns() {
    let mut wrong = Vec::new();
    for (exercise, ..) in RESULTS.iter() {
        let vignette = exercise.text("vignette");
        let sentences = vignette.matches(['.', '?', '!']).count();
        let file = exercise.path.file_stem().unwrap().to_str().unwrap();
        let checks = [
            (name(exercise) == file, "the id is the name of the file"),
            (!exercise.text("title").is_empty(), "it has a title"),
            ((2..=5).contains(&sentences), "the vignette has two to five sentences"),
            (
                !exercise.text("goal").is_empty() && !exercise.text("goal").contains('\n'),
                "the goal is a line",
            ),
            (!exercise.text("profession").is_empty(), "it names a profession"),
            (exercise.all["expect"].as_table().is_some_and(|key| !key.is_empty()), "it has a key"),
        ];
        wrong.extend(
            checks
                .iter()
                .filter(|(holds, _)| !holds)
                .map(|(_, rule)| format!("{}: {rule}", exercise.path.display())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_exercises_together_reach_every_row_doubt_holding_duty_door_choice_and_property() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let today = jiff::civil::date(2026, 11, 22);
    let mut guides: BTreeMap<(String, Date), Proven> = BTreeMap::new();
    let mut guide = |profession: &str, day: Date| {
        let known = guides.entry((profession.to_owned(), day));
        known.or_insert_with(|| prove(&library, profession, day).unwrap()).clone()
    };
    let mut coverage = Coverage::default();
    for profession in library.professions.iter().filter(|one| one.filed.raw.refuses.is_none()) {
        coverage.expect(guide(&profession.name, today).guide());
    }
    // What counted only for a time is reached on a day of that time.
    for (profession, day) in [("algemeen", (2018, 6, 1)), ("apotheker", (2020, 5, 4))] {
        coverage.expect(guide(profession, jiff::civil::date(day.0, day.1, day.2)).guide());
    }
    for (name, text) in EXERCISES {
        let file = answer_file::read(name, text, Lang::Nl).unwrap();
        let written = reading::read(name, &file, Lang::Nl).unwrap();
        let day = |phase: &WrittenPhase| phase.date.as_ref().map_or(today, |(day, _)| *day);
        let proven: Vec<Proven> =
            written.phases.iter().map(|phase| guide(&written.head.profession.text, day(phase))).collect();
        let met: Vec<_> = proven.iter().map(Proven::guide).collect();
        let exercise = phases::read(name, &written, &met, &library.vocabulary.raw, Lang::Nl).unwrap();
        for (phase, proven) in exercise.phases.iter().zip(&proven) {
            coverage.add(name, &evaluate(proven, &phase.answers), &phase.answers);
        }
    }
    let missing = coverage.missing().into_iter();
    let missing: BTreeSet<String> =
        missing.map(|(thing, _)| format!("{} {:?} {}", thing.document, thing.sort, thing.name)).collect();
    let excused: BTreeSet<String> = UNREACHED.iter().map(|(what, _)| (*what).to_owned()).collect();
    let wrong: Vec<_> = missing.symmetric_difference(&excused).collect();
    assert!(wrong.is_empty(), "not reached, or excused without need:\n{wrong:#?}");
}

#[test]
fn without_its_last_exercise_something_is_no_longer_reached() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let proven = prove(&library, "algemeen", jiff::civil::date(2026, 11, 22)).unwrap();
    let mut coverage = Coverage::default();
    coverage.expect(proven.guide());
    assert!(coverage.missing().iter().all(|(_, why)| *why == Why::NoExercise));
    let nothing = Answers::none(proven.guide());
    coverage.add("nothing", &evaluate(&proven, &nothing), &nothing);
    let missing = coverage.missing();
    let named = |name: &str| missing.iter().find(|(thing, _)| thing.name == name).map(|(_, why)| *why);
    assert_eq!(named("gevaar-nu"), None, "the first question is asked");
    assert_eq!(named("gevaar-nu = nee"), Some(Why::NotOnAnyWay));
}
