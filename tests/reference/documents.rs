//! The documents of one profession as they are written, laid in the order in which a reader goes through them.
//!
//! Knows TOML tables, and where flows and themes hang. Refuses every type of the program, and to judge an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml::{Table, Value};

pub(crate) type Words<'d> = BTreeSet<&'d str>;

/// The documents of one profession, as written.
pub(crate) struct Documents {
    /// The steps, with the flows at their slots, and then the weighing.
    pub(crate) questions: Vec<Table>,
    pub(crate) rows: Vec<Table>,
    pub(crate) duties: Vec<Table>,
    /// By name: they are looked up more often than anything else.
    pub(crate) actions: BTreeMap<String, Table>,
    /// Of steps and flows, and of themes with the guard of the theme.
    pub(crate) notices: Vec<Table>,
    pub(crate) doors: Vec<Table>,
    pub(crate) occasions: Vec<Table>,
    pub(crate) flows: Vec<Table>,
    pub(crate) lifting: BTreeSet<String>,
    pub(crate) always: BTreeSet<String>,
    pub(crate) acute: String,
    pub(crate) ask_advice: String,
    pub(crate) accompany: Vec<String>,
    pub(crate) weigh_again: String,
}

pub(crate) fn list<'d>(table: &'d Table, key: &str) -> impl Iterator<Item = &'d str> {
    table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
pub(crate) fn text<'d>(table: &'d Table, key: &str) -> &'d str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}
pub(crate) fn tables(document: &Table, key: &str) -> Vec<Table> {
    let items = document.get(key).and_then(Value::as_array).into_iter().flatten();
    items.filter_map(Value::as_table).cloned().collect()
}
pub(crate) fn named<'d>(tables: &'d [Table], id: &str) -> &'d Table {
    tables.iter().find(|table| text(table, "id") == id).unwrap()
}
pub(crate) fn opens(guarded: &Table, findings: &Words<'_>) -> bool {
    list(guarded, "only_if").all(|f| findings.contains(f))
        && !list(guarded, "unless").any(|f| findings.contains(f))
}

/// The newest document in a folder, or a file.
fn read(root: &Path, name: &str) -> Table {
    let mut path = root.join(name);
    if path.is_dir() {
        path = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    }
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// What lies in a folder that need not be there, by name, as far as it hangs on one of the slots.
fn hanging(root: &Path, folder: &str, slots: &[Table]) -> Vec<Table> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let all = names.iter().map(|name| read(&root.join(folder), name.to_str().unwrap()));
    all.filter(|one| slots.iter().any(|slot| text(slot, "id") == text(one, "slot"))).collect()
}

/// The questions of the steps; before each those of the flows whose slot stands there, the rest at the end.
fn with_flows(steps: &Table, flows: &[Table]) -> Vec<Table> {
    let mut all = Vec::new();
    let hang = |before: &str, all: &mut Vec<Table>| {
        for slot in tables(steps, "slot").iter().filter(|slot| text(slot, "before") == before) {
            for flow in flows.iter().filter(|flow| text(flow, "slot") == text(slot, "id")) {
                all.extend(tables(flow, "question"));
            }
        }
    };
    for question in tables(steps, "question") {
        hang(text(&question, "id"), &mut all);
        all.push(question);
    }
    hang("", &mut all);
    all
}

/// The notices of a theme, each for the findings of the theme besides its own.
fn of_theme(theme: &Table) -> Vec<Table> {
    let mut notices = tables(theme, "notice");
    for notice in &mut notices {
        let both = list(theme, "only_if").chain(list(notice, "only_if"));
        let both: Vec<Value> = both.map(|finding| Value::String(finding.to_owned())).collect();
        notice.insert("only_if".to_owned(), Value::Array(both));
    }
    notices
}

/// The tables under one key, document after document.
fn gathered(documents: &[&Table], key: &str) -> Vec<Table> {
    documents.iter().flat_map(|document| tables(document, key)).collect()
}

impl Documents {
    /// What applies to a profession, in a directory of content.
    pub(crate) fn of(root: &Path, profession: &str) -> Self {
        let profession = read(root, &format!("professions/{profession}"));
        let steps = read(root, text(&profession, "steps"));
        let weighing = read(root, text(&profession, "afwegingskader"));
        let doors = read(root, text(&profession, "doors"));
        let vocabulary = read(root, "vocabulary.toml");
        let slots = tables(&steps, "slot");
        let flows = hanging(root, "flows", &slots);
        let themes = hanging(root, "themes", &slots);
        let with_steps: Vec<&Table> = [&steps].into_iter().chain(&flows).collect();
        let everywhere: Vec<&Table> = with_steps.iter().copied().chain([&weighing, &doors]).collect();
        let duties = gathered(&with_steps, "duty");
        let lifts = |finding: &Table| finding.get("lifts").and_then(Value::as_bool) == Some(true);
        let own = profession.get("duties").and_then(Value::as_table);
        let level = |duty: &Table| {
            let own = own.and_then(|own| own.get(text(duty, "id"))).and_then(Value::as_str);
            own.unwrap_or(text(duty, "level")).to_owned()
        };
        let stands = |duty: &&Table| ["always", "unless-motivated"].contains(&level(duty).as_str());
        let ids = |tables: Vec<Table>| tables.iter().map(|table| text(table, "id").to_owned()).collect();
        Self {
            questions: with_flows(&steps, &flows).into_iter().chain(tables(&weighing, "question")).collect(),
            rows: tables(&weighing, "row"),
            actions: gathered(&everywhere, "action")
                .into_iter()
                .map(|action| (text(&action, "id").to_owned(), action))
                .collect(),
            notices: gathered(&with_steps, "notice")
                .into_iter()
                .chain(themes.iter().flat_map(of_theme))
                .collect(),
            doors: tables(&doors, "door"),
            occasions: gathered(&everywhere, "occasion"),
            lifting: ids(tables(&vocabulary, "finding").into_iter().filter(lifts).collect()),
            always: ids(duties.iter().filter(stands).cloned().collect()),
            acute: text(&weighing, "acute").to_owned(),
            ask_advice: text(&steps, "ask_advice").to_owned(),
            accompany: with_steps.iter().flat_map(|one| list(one, "accompany")).map(str::to_owned).collect(),
            weigh_again: text(&weighing, "weigh_again").to_owned(),
            duties,
            flows,
        }
    }
}
