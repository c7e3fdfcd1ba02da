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
    /// What is established before the first answer.
    pub(crate) given: BTreeSet<String>,
    pub(crate) acute: String,
    pub(crate) ask_advice: String,
    pub(crate) accompany: Vec<String>,
    /// Actions of measures, before all others that are due as soon.
    pub(crate) first: Vec<String>,
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

fn parse(path: &Path) -> Table {
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// A day as it is written: days compare like their texts. Nothing when it is not said.
fn day(table: &Table, key: &str) -> Option<String> {
    table.get(key).and_then(Value::as_datetime).map(ToString::to_string)
}

/// Whether the day lies between the first and the last that are said.
fn counts(table: &Table, first: &str, last: &str, date: &str) -> bool {
    day(table, first).is_none_or(|first| first.as_str() <= date)
        && day(table, last).is_none_or(|last| date <= last.as_str())
}

/// The document of a folder that had begun last.
fn read_on(root: &Path, name: &str, date: &str) -> Table {
    begun(root, name, date).unwrap()
}

/// The same, where there need not be one on that day.
fn begun(root: &Path, name: &str, date: &str) -> Option<Table> {
    let files = fs::read_dir(root.join(name)).unwrap().map(|entry| parse(&entry.unwrap().path()));
    let begun = files.filter(|document| counts(document, "valid_from", "", date));
    begun.max_by_key(|document| day(document, "valid_from"))
}

/// What lies in a folder that need not be there, by name, as far as it hangs on one of the slots.
fn hanging(root: &Path, folder: &str, slots: &[Table], date: &str) -> Vec<Table> {
    let all = all_on(root, folder, date).into_iter();
    all.filter(|one| slots.iter().any(|slot| text(slot, "id") == text(one, "slot"))).collect()
}

/// What lies in a folder that need not be there, by name.
fn all_on(root: &Path, folder: &str, date: &str) -> Vec<Table> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Vec::new() };
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names.iter().filter_map(|name| begun(&root.join(folder), name.to_str().unwrap(), date)).collect()
}

/// The measures of the day, each with the parts that count that day.
fn measures_on(root: &Path, date: &str) -> Vec<Table> {
    let Ok(entries) = fs::read_dir(root.join("measures")) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut all: Vec<Table> = paths.iter().map(|path| parse(path)).collect();
    all.retain(|measure| counts(measure, "valid_from", "last_day", date));
    for measure in &mut all {
        for key in ["notice", "establishes"] {
            let parts: Vec<Value> = tables(measure, key)
                .into_iter()
                .filter(|part| counts(part, "from", "until", date))
                .map(Value::Table)
                .collect();
            measure.insert(key.to_owned(), Value::Array(parts));
        }
    }
    all
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
    /// What applies to a profession on a day, in a directory of content.
    pub(crate) fn of(root: &Path, profession: &str, date: &str) -> Self {
        let profession = parse(&root.join("professions").join(format!("{profession}.toml")));
        let rows = tables(&profession, "row").into_iter();
        let row = rows.rev().find(|row| counts(row, "from", "", date)).unwrap();
        let steps = read_on(root, text(&row, "steps"), date);
        let weighing = read_on(root, text(&row, "afwegingskader"), date);
        let door_documents: Vec<Table> =
            list(&profession, "doors").map(|name| read_on(root, name, date)).collect();
        // The first document that has a door is the one that counts.
        let mut doors: Vec<Table> = Vec::new();
        for door in door_documents.iter().flat_map(|document| tables(document, "door")) {
            if !doors.iter().any(|known| text(known, "id") == text(&door, "id")) {
                doors.push(door);
            }
        }
        let vocabulary = parse(&root.join("vocabulary.toml"));
        let slots = tables(&steps, "slot");
        let flows = hanging(root, "flows", &slots, date);
        let themes = hanging(root, "themes", &slots, date);
        let mut given: BTreeSet<String> = list(&row, "establishes").map(str::to_owned).collect();
        let (mut practice, measures) = (all_on(root, "practice", date), measures_on(root, date));
        practice.retain(|one| list(one, "only_if").all(|finding| given.contains(finding)));
        let brought = measures.iter().flat_map(|measure| tables(measure, "establishes"));
        let own = given.clone();
        let brought = brought.filter(|part| list(part, "only_if").all(|finding| own.contains(finding)));
        given.extend(brought.map(|part| text(&part, "finding").to_owned()).collect::<Vec<_>>());
        let with_steps: Vec<&Table> = [&steps].into_iter().chain(&flows).collect();
        let besides: Vec<&Table> = practice.iter().chain(&measures).collect();
        let everywhere: Vec<&Table> = with_steps
            .iter()
            .copied()
            .chain([&weighing])
            .chain(besides.iter().copied())
            .chain(&door_documents)
            .collect();
        let duties = gathered(&with_steps, "duty");
        let lifts = |finding: &Table| finding.get("lifts").and_then(Value::as_bool) == Some(true);
        let own = row.get("duties").and_then(Value::as_table);
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
            notices: gathered(
                &with_steps.iter().copied().chain(practice.iter()).collect::<Vec<_>>(),
                "notice",
            )
            .into_iter()
            .chain(gathered(&measures.iter().collect::<Vec<_>>(), "notice"))
            .chain(themes.iter().flat_map(of_theme))
            .collect(),
            doors,
            occasions: gathered(&everywhere, "occasion"),
            lifting: ids(tables(&vocabulary, "finding").into_iter().filter(lifts).collect()),
            always: ids(duties.iter().filter(stands).cloned().collect()),
            acute: text(&weighing, "acute").to_owned(),
            ask_advice: text(&steps, "ask_advice").to_owned(),
            first: measures.iter().flat_map(|one| list(one, "first")).map(str::to_owned).collect(),
            accompany: [&steps]
                .into_iter()
                .chain(&flows)
                .chain(&practice)
                .flat_map(|one| list(one, "accompany"))
                .map(str::to_owned)
                .collect(),
            given,
            weigh_again: text(&weighing, "weigh_again").to_owned(),
            duties,
            flows,
        }
    }
}
