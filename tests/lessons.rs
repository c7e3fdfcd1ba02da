//! The lessons from practice keep their word: what `docs/lessons.md` names exists, is reached, and runs.
//!
//! Knows the shape of that page. Refuses to know what a lesson says.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

mod book;
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use toml::Table;

use book::{Exercise, exercises};

/// Names by their kind, as in "duties `gesprek`, `overleg`; notices `stilstaan`".
type Named = BTreeMap<String, BTreeSet<String>>;

/// One section of the page.
struct Lesson {
    number: String,
    content: Named,
    shown: Named,
    commands: Vec<String>,
}

static LESSONS: LazyLock<Vec<Lesson>> = LazyLock::new(|| {
    let page = fs::read_to_string(root("docs/lessons.md")).unwrap();
    page.split("\n## ").skip(1).map(lesson).collect()
});

fn root(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

fn lesson(section: &str) -> Lesson {
    Lesson {
        number: section.split('.').next().unwrap().to_owned(),
        content: named(section, "**Content:**"),
        shown: named(section, "**Shown by:**"),
        commands: section.lines().filter_map(|line| line.strip_prefix("$ ")).map(str::to_owned).collect(),
    }
}

/// What a paragraph names, by kind.
fn named(section: &str, heading: &str) -> Named {
    let Some((_, after)) = section.split_once(heading) else { panic!("no {heading} in:\n{section}") };
    let paragraph = after.split("\n\n").next().unwrap();
    let mut all = Named::new();
    for part in paragraph.split(';') {
        let kind = part.split_whitespace().next().unwrap_or_default().to_owned();
        let names = part.split('`').skip(1).step_by(2).map(str::to_owned);
        all.entry(kind).or_default().extend(names);
    }
    all
}

/// The documents below a folder of the content, as written.
fn documents(folder: &Path, found: &mut Vec<Table>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            documents(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(fs::read_to_string(path).unwrap().parse().unwrap());
        }
    }
}

fn tables<'d>(document: &'d Table, key: &str) -> impl Iterator<Item = &'d Table> {
    document.get(key).and_then(toml::Value::as_array).into_iter().flatten().filter_map(toml::Value::as_table)
}

fn id(table: &Table) -> String {
    table.get("id").and_then(toml::Value::as_str).unwrap_or_default().to_owned()
}

/// Every name that the content has, by kind.
fn published() -> Named {
    let mut all = Vec::new();
    for folder in
        ["steps", "flows", "themes", "afwegingskader", "doors", "professions", "law", "practice", "measures"]
    {
        documents(&root("meldcode").join(folder), &mut all);
    }
    let mut known = Named::new();
    for document in &all {
        known.entry("documents".to_owned()).or_default().insert(id(document));
        for (one, many) in [
            ("duty", "duties"),
            ("action", "actions"),
            ("notice", "notices"),
            ("row", "rows"),
            ("door", "doors"),
        ] {
            known.entry(many.to_owned()).or_default().extend(tables(document, one).map(id));
        }
        for question in tables(document, "question") {
            let choices =
                tables(question, "choice").map(|choice| format!("{} = {}", id(question), id(choice)));
            known.entry("choices".to_owned()).or_default().extend(choices);
            known.entry("questions".to_owned()).or_default().insert(id(question));
        }
    }
    known
}

/// Every name by which something can be shown, by kind.
fn showing() -> Named {
    let properties: Table = fs::read_to_string(root("meldcode/properties.toml")).unwrap().parse().unwrap();
    let mut known = Named::new();
    known.insert("exercises".to_owned(), exercises().iter().map(|one| one.text("id").to_owned()).collect());
    known.insert("properties".to_owned(), tables(&properties, "property").map(id).collect());
    known.insert(
        "tests".to_owned(),
        [root("tests"), root("src")].iter().flat_map(|at| tests_below(at)).collect(),
    );
    known
}

fn tests_below(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(tests_below(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let name = |after: &str| Some(after.split_once("fn ")?.1.split('(').next()?.to_owned());
            names.extend(text.split("#[test]").skip(1).filter_map(name));
        }
    }
    names
}

/// What is named and does not exist.
fn unknown<'l>(lesson: &'l Lesson, said: &'l Named, known: &'l Named) -> impl Iterator<Item = String> + 'l {
    said.iter().flat_map(move |(kind, names)| {
        let of_kind = known.get(kind).unwrap_or_else(|| panic!("lesson {}: no kind `{kind}`", lesson.number));
        names.difference(of_kind).map(move |name| format!("lesson {}: {kind} `{name}`", lesson.number))
    })
}

#[test]
fn every_lesson_is_there_exactly_once_and_in_order() {
    let found: Vec<&str> = LESSONS.iter().map(|lesson| lesson.number.as_str()).collect();
    let mut expected: Vec<String> = (1..=25).map(|number: u32| number.to_string()).collect();
    expected.insert(4, "4b".to_owned());
    assert_eq!(found, expected);
}

#[test]
fn everything_that_a_lesson_names_exists() {
    let (published, showing) = (published(), showing());
    let mut wrong = Vec::new();
    for lesson in LESSONS.iter() {
        wrong.extend(unknown(lesson, &lesson.content, &published));
        wrong.extend(unknown(lesson, &lesson.shown, &showing));
        if lesson.content.values().all(BTreeSet::is_empty) {
            wrong.push(format!("lesson {} names no content", lesson.number));
        }
        if lesson.shown.get("exercises").is_none_or(BTreeSet::is_empty) {
            wrong.push(format!("lesson {} has no exercise", lesson.number));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Everything that the result of an exercise came by, by kind.
fn came_by(exercise: &Exercise) -> Named {
    let path = exercise.path.to_str().unwrap();
    let ran = program::run(&["check", "--answers", path, "--format", "json"], b"");
    let result: Value =
        serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{path}: {why}\n{}", ran.err));
    let mut all = Named::new();
    let mut put = |kind: &str, name: &Value| {
        all.entry(kind.to_owned()).or_default().extend(name.as_str().map(str::to_owned));
    };
    for step in result["path"].as_array().unwrap() {
        put("questions", &step["question"]);
        let chosen = match &step["answer"] {
            Value::Array(several) => several.clone(),
            one => vec![one.clone()],
        };
        for choice in chosen {
            let words = format!("{} = {}", step["question"].as_str().unwrap(), choice.as_str().unwrap());
            put("choices", &Value::String(words));
        }
    }
    for kind in ["duties", "actions", "notices"] {
        result[kind].as_array().unwrap().iter().for_each(|one| put(kind, &one["id"]));
    }
    result["stamp"]["documents"].as_array().unwrap().iter().for_each(|one| put("documents", &one["id"]));
    put("rows", &result["row"]);
    put("doors", &result["door"]["id"]);
    // A day that was given and used is an appointment, and no step of the path.
    let unused = result["unused"].as_array().unwrap();
    let given = exercise.all["answers"].as_table().unwrap().keys().map(|id| Value::String(id.clone()));
    given.filter(|id| !unused.contains(id)).for_each(|id| put("questions", &id));
    all
}

#[test]
fn the_exercises_of_a_lesson_come_by_everything_that_it_names() {
    let of_lessons: BTreeSet<&String> =
        LESSONS.iter().flat_map(|lesson| &lesson.shown["exercises"]).collect();
    let results: BTreeMap<String, Named> = exercises()
        .iter()
        .filter(|exercise| of_lessons.iter().any(|id| *id == exercise.text("id")))
        .map(|exercise| (exercise.text("id").to_owned(), came_by(exercise)))
        .collect();
    let mut wrong = Vec::new();
    for lesson in LESSONS.iter() {
        let own = || lesson.shown["exercises"].iter().filter_map(|id| results.get(id));
        for (kind, names) in &lesson.content {
            let met = |name: &&String| own().any(|all| all.get(kind).is_some_and(|of| of.contains(*name)));
            let missed = names.iter().filter(|name| !met(name));
            wrong.extend(missed.map(|name| format!("lesson {}: {kind} `{name}`", lesson.number)));
        }
    }
    assert!(wrong.is_empty(), "no exercise of the lesson comes by:\n{}", wrong.join("\n"));
}

#[test]
fn every_command_of_a_lesson_runs_one_of_its_exercises_and_comes_out_as_expected() {
    let mut wrong = Vec::new();
    for lesson in LESSONS.iter() {
        if lesson.commands.is_empty() {
            wrong.push(format!("lesson {} runs nothing", lesson.number));
        }
        for command in &lesson.commands {
            let words: Vec<&str> = command.split_whitespace().collect();
            let exercises = words.iter().filter_map(|word| word.strip_prefix("meldcode/exercises/"));
            let own =
                exercises.map(|file| lesson.shown["exercises"].contains(file.trim_end_matches(".toml")));
            if words.first() != Some(&"meldcode") || !own.reduce(|all, one| all && one).unwrap_or_default() {
                wrong.push(format!("lesson {}: not an exercise of its own: {command}", lesson.number));
                continue;
            }
            let ran = program::run(&[&["--lang", "en"], &words[1..]].concat(), b"");
            if ran.code != 0 || !ran.out.contains("as expected") {
                wrong.push(format!(
                    "lesson {}: {command}\n? {}\n{}{}",
                    lesson.number, ran.code, ran.out, ran.err
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_result_of_a_past_day_names_the_day_the_profession_and_every_document() {
    let ran = program::run(&["check", "--answers", "meldcode/exercises/de-norm-van-toen.toml"], b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let text = without_spaces(&ran.out);
    for words in [
        "Norm van toen",
        "2021-03-15 · leraar",
        "afwegingskader/onderwijs 2018-07-02",
        "law/besluit 2020-10-01",
    ] {
        assert!(text.contains(&without_spaces(words)), "{words} is not in:\n{}", ran.out);
    }
}
