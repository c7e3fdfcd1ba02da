//! Every exercise comes out as its key says, and together they reach everything that the content can do.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod book;
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use serde_json::Value;

use book::{Exercise, exercises};
use meldcode::content::library::Library;
use meldcode::content::link::link;
use meldcode::content::store::Store;
use meldcode::model::door::Door;
use meldcode::model::guide::Guide;
use meldcode::model::question::Kind;

/// Exercises whose key follows from the norm while the program does not come to it yet, each with the ground of the
/// key. An entry that the program has come to meet fails the test and is struck out.
const DISPUTED: &[(&str, &str)] = &[];

/// What nothing reaches, each with its reason. The aim is none.
const UNREACHED: &[(&str, &str)] = &[];

/// Every exercise with what the shipped command makes of it, run once.
static RESULTS: LazyLock<Vec<(Exercise, Value)>> = LazyLock::new(|| {
    let ran = program::run(&["evaluate", "meldcode/exercises", "--format", "jsonl", "--full"], b"");
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

/// The document of a guide whose id begins so: things are reached per document, not per profession.
fn document(guide: &Guide, kind: &str) -> String {
    guide.documents.iter().find(|document| document.id.starts_with(kind)).unwrap().id.clone()
}

/// A door in the words of its document: sectors have doors of their own under one name.
fn named(door: &Door) -> String {
    format!("door {}: {}", door.id, door.because)
}

/// Everything that the content of one profession can do, as words.
fn reachable(guide: &Guide) -> BTreeSet<String> {
    let weighing = document(guide, "afwegingskader/");
    let steps = document(guide, "steps/");
    let mut all = BTreeSet::new();
    for (at, question) in guide.questions.iter() {
        let home = if at >= guide.weighing { &weighing } else { &steps };
        if question.kind == Kind::Date {
            all.insert(format!("{home}: {} on a day", question.id));
        }
        for choice in &question.choices {
            all.insert(format!("{home}: {} = {}", question.id, choice.id));
        }
    }
    all.extend(guide.rows.iter().map(|(_, row)| format!("{weighing}: row {}", row.id)));
    all.extend(guide.doors.iter().map(|(_, door)| named(door)));
    let holding =
        guide.duties.iter().filter(|(_, duty)| duty.before.iter().any(|before| before.holds().is_some()));
    all.extend(holding.map(|(_, duty)| format!("{steps}: {} holds", duty.id)));
    all.extend(["nu", "komende-dagen"].map(|danger| format!("{steps}: emergency {danger}")));
    all
}

/// Everything that one result came by, in the same words.
fn reached(guide: &Guide, result: &Value) -> BTreeSet<String> {
    let weighing = document(guide, "afwegingskader/");
    let steps = document(guide, "steps/");
    let home = |question: &str| {
        let at = guide.questions.find(question).unwrap();
        if at >= guide.weighing { &weighing } else { &steps }
    };
    let mut all = BTreeSet::new();
    for step in result["path"].as_array().unwrap() {
        let question = step["question"].as_str().unwrap();
        let chosen = match &step["answer"] {
            Value::Array(several) => several.clone(),
            one => vec![one.clone()],
        };
        for choice in chosen {
            let choice = choice.as_str().unwrap();
            all.insert(format!("{}: {question} = {choice}", home(question)));
            if question == "gevaar-nu" && result["outlook"] == "emergency" {
                all.insert(format!("{steps}: emergency {choice}"));
            }
        }
    }
    if let Some(row) = result["row"].as_str() {
        all.insert(format!("{weighing}: row {row}"));
    }
    if let Some(door) = result["door"]["id"].as_str() {
        all.insert(named(guide.doors.get(guide.doors.find(door).unwrap())));
    }
    for duty in result["duties"].as_array().unwrap() {
        let id = duty["id"].as_str().unwrap();
        if duty["standing"] == "holds" {
            all.insert(format!("{steps}: {id} holds"));
        }
        let day = guide.duties.find(id).and_then(|at| guide.duties.get(at).day);
        if let (Some(question), true) = (day, duty["day"].is_string()) {
            let question = guide.questions.get(question).id.as_str();
            all.insert(format!("{}: {question} on a day", home(question)));
        }
    }
    if result["next"]["day"].is_string() {
        let occasion = guide.occasions.find(result["next"]["occasion"].as_str().unwrap()).unwrap();
        let question = guide.questions.get(guide.occasions.get(occasion).day.unwrap()).id.as_str();
        all.insert(format!("{}: {question} on a day", home(question)));
    }
    all
}

#[test]
fn the_exercises_together_reach_every_row_doubt_holding_duty_door_and_choice() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let today = jiff::civil::date(2026, 11, 22);
    let mut guides: BTreeMap<(String, Date), Guide> = BTreeMap::new();
    for profession in library.professions.iter().filter(|one| one.filed.raw.refuses.is_none()) {
        let guide = link(&library, &profession.name, today).unwrap();
        guides.insert((profession.name.clone(), today), guide);
    }
    // What counted only for a time is reached on a day of that time.
    for (profession, day) in [("algemeen", (2018, 6, 1)), ("apotheker", (2020, 5, 4))] {
        let day = jiff::civil::date(day.0, day.1, day.2);
        guides.insert((profession.to_owned(), day), link(&library, profession, day).unwrap());
    }
    let mut missing: BTreeSet<String> = guides.values().flat_map(reachable).collect();
    for (exercise, line) in RESULTS.iter() {
        let day: Date = line["result"]["stamp"]["date"].as_str().unwrap().parse().unwrap();
        let profession = exercise.text("profession");
        let known = guides.entry((profession.to_owned(), day));
        let guide = known.or_insert_with(|| link(&library, profession, day).unwrap());
        for what in reached(guide, &line["result"]) {
            missing.remove(&what);
        }
    }
    let excused: BTreeSet<String> = UNREACHED.iter().map(|(what, _)| (*what).to_owned()).collect();
    let missing: Vec<_> = missing.symmetric_difference(&excused).collect();
    assert!(missing.is_empty(), "not reached, or excused without need:\n{missing:#?}");
}
