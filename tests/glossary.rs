//! `GLOSSARY.md` against the program: every name exists, every source is registered, no mark is higher than the reading.
//!
//! Reads source text and documents. Refuses to judge what a term means.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is what a test is for")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

const PAGE: &str = "meldcode/GLOSSARY.md";

/// Dutch terms that the design keeps everywhere alike, and those that a newcomer asks about first.
const TERMS: [&str; 38] = [
    "aandachtsfunctionaris",
    "achterlating",
    "acute onveiligheid",
    "advies",
    "adviespunt",
    "afweegkader",
    "afwegingskader",
    "AMHK",
    "AMK",
    "codewoord",
    "eergerelateerd geweld",
    "gezag",
    "huiselijk geweld",
    "huiselijke kring",
    "huisverbod",
    "intieme terreur",
    "kindcheck",
    "kindermishandeling",
    "KMdF",
    "letselduiding",
    "maatregel",
    "mantelzorgcheck",
    "mantelzorger",
    "mantelzorgverleningscheck",
    "melding",
    "meldnorm",
    "meldrecht",
    "noodopvang",
    "onthulling",
    "Raad voor de Kinderbescherming",
    "radarfunctie",
    "Steunpunt Huiselijk Geweld",
    "structurele onveiligheid",
    "Veilig Thuis",
    "veiligheidsbeoordeling",
    "vertrouwensarts",
    "vertrouwensinspecteur",
    "zorgafhankelijk",
];

/// Words of the structure that the design fixes.
const WORDS: [&str; 28] = [
    "advice",
    "answer",
    "case",
    "choice",
    "conclusion",
    "direction",
    "door",
    "duty",
    "exercise",
    "finding",
    "flow",
    "guide",
    "measure",
    "news",
    "next action",
    "notice",
    "occasion",
    "outlook",
    "practice",
    "question",
    "reading",
    "refusal",
    "release",
    "slice",
    "slot",
    "step",
    "theme",
    "translation",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with that ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let (mut folders, mut found) = (vec![root().join(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

// ---------------------------------------------------------------- the page

/// One entry of the glossary.
struct Entry {
    /// The term without what stands behind it in parentheses.
    term: String,
    names: Vec<String>,
    meaning: String,
    /// Sources with the mark; nothing for words of the program.
    ground: Option<(Vec<String>, String)>,
}

/// The names in backticks of a cell; a dash says that there is none.
fn names(cell: &str) -> Vec<String> {
    if cell == "–" {
        return Vec::new();
    }
    let names: Vec<String> = cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!names.is_empty(), "{PAGE}: `{cell}` is neither a dash nor a name in backticks");
    names
}

/// The entries under a heading.
fn entries(heading: &str) -> Vec<Entry> {
    let text = fs::read_to_string(root().join(PAGE)).unwrap().replace("\r\n", "\n");
    let section = text.split(&format!("\n## {heading}\n")).nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| ")).skip(1);
    let entry = |row: &str| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let (term, name, meaning, ground) = match cells.as_slice() {
            [term, name, meaning] => (term, name, meaning, None),
            [term, name, meaning, source, known] => {
                (term, name, meaning, Some((names(source), (*known).to_owned())))
            }
            _ => panic!("{PAGE}, {heading}: a row with {} cells: {row}", cells.len()),
        };
        let term = term.split(" (").next().unwrap().to_owned();
        Entry { term, names: names(name), meaning: (*meaning).to_owned(), ground }
    };
    rows.map(entry).collect()
}

fn terms() -> Vec<Entry> {
    entries("Terms of art")
}

fn words() -> Vec<Entry> {
    entries("Words of the program")
}

// ---------------------------------------------------------------- the program

/// Every word of the code: without comments, and without what stands in quotation marks.
fn identifiers() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for path in files("src", "rs") {
        let text = fs::read_to_string(path).unwrap();
        for line in text.lines() {
            let code: String = line.split("//").next().unwrap().split('"').step_by(2).collect();
            let split = code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            words.extend(split.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
    words
}

/// Every name that a document gives: ids, what a provision is about, choices and borrowed words.
fn names_of_content() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let exercises = root().join("meldcode/exercises");
    for path in files("meldcode", "toml").into_iter().filter(|path| !path.starts_with(&exercises)) {
        let document: Table = fs::read_to_string(path).unwrap().parse().unwrap();
        collect(&document, &mut found);
    }
    found
}

fn collect(table: &Table, found: &mut BTreeSet<String>) {
    for (key, value) in table {
        match value {
            Value::String(name) if ["id", "about"].contains(&key.as_str()) => {
                found.insert(name.clone());
            }
            Value::Table(inner) => {
                if ["choices", "terms"].contains(&key.as_str()) {
                    found.extend(inner.keys().cloned());
                }
                collect(inner, found);
            }
            Value::Array(list) => {
                list.iter().filter_map(Value::as_table).for_each(|inner| collect(inner, found));
            }
            _ => {}
        }
    }
}

/// Every source with how much of it was read.
fn sources() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("meldcode/sources.toml")).unwrap();
    let document: Table = text.parse().unwrap();
    let text = |source: &Value, key: &str| source.get(key).and_then(Value::as_str).unwrap().to_owned();
    let list = document.get("source").and_then(Value::as_array).unwrap();
    list.iter().map(|source| (text(source, "id"), text(source, "read"))).collect()
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

// ---------------------------------------------------------------- the page is true

#[test]
fn every_name_is_a_folder_a_word_of_the_code_or_a_name_in_a_document() {
    let (code, content) = (identifiers(), names_of_content());
    let exists = |name: &str| {
        if name.contains('/') {
            root().join(name).exists()
        } else {
            code.contains(name) || content.contains(name)
        }
    };
    let mut wrong = Vec::new();
    for Entry { term, names, .. } in terms().into_iter().chain(words()) {
        let gone = names.into_iter().filter(|name| !exists(name));
        wrong.extend(
            gone.map(|name| format!("{PAGE}, {term}: there is no `{name}` in the code or the content")),
        );
    }
    none(&wrong);
}

#[test]
fn every_source_is_registered_and_no_mark_is_higher_than_what_was_read() {
    let read = sources();
    let mut wrong = Vec::new();
    for Entry { term, ground, .. } in terms() {
        let Some((sources, known)) = ground else {
            wrong.push(format!("{PAGE}, {term}: five cells belong here"));
            continue;
        };
        let unknown = sources.iter().filter(|source| !read.contains_key(*source));
        wrong.extend(unknown.map(|source| format!("{PAGE}, {term}: there is no source `{source}`")));
        let at_first_hand =
            sources.iter().any(|source| read.get(source).is_some_and(|how| how != "second-hand"));
        match known.as_str() {
            "verified" if !at_first_hand => {
                wrong.push(format!("{PAGE}, {term}: is `verified`, while nothing was read at first hand"));
            }
            "second-hand" if sources.is_empty() => {
                wrong.push(format!("{PAGE}, {term}: has no source, so it is `open`"));
            }
            "verified" | "second-hand" | "open" => {}
            other => wrong.push(format!("{PAGE}, {term}: `{other}` is not a mark")),
        }
    }
    none(&wrong);
}

#[test]
fn every_term_of_the_design_is_there_with_a_meaning() {
    let mut wrong = Vec::new();
    for (entries, wanted) in [(terms(), TERMS.as_slice()), (words(), WORDS.as_slice())] {
        for entry in entries.iter().filter(|entry| !entry.meaning.ends_with('.')) {
            wrong.push(format!("{PAGE}, {}: the meaning is not a sentence", entry.term));
        }
        let there = |term: &str| entries.iter().any(|entry| entry.term == term);
        let missing = wanted.iter().filter(|term| !there(term));
        wrong.extend(missing.map(|term| format!("{PAGE}: `{term}` is missing")));
    }
    none(&wrong);
}

#[test]
fn terms_stand_in_alphabetical_order_each_once() {
    let mut wrong = Vec::new();
    for entries in [terms(), words()] {
        let names: Vec<String> =
            entries.iter().map(|entry| entry.term.to_lowercase().replace('ë', "e")).collect();
        let late = names.iter().zip(names.iter().skip(1)).filter(|(before, after)| before >= after);
        wrong.extend(late.map(|(before, after)| format!("{PAGE}: `{after}` stands behind `{before}`")));
    }
    none(&wrong);
}
