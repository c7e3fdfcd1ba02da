//! One result in the shapes that a record can have.
//!
//! Knows columns and cells. Refuses to count.

use serde_json::{Value, json};

use crate::batch::cells;
use crate::batch::short::{At, Short, names};
use crate::exercise::judge::{Difference, Judged, Verdict};
use crate::ui::lang::Lang;
use crate::ui::layout::clean_line;
use crate::ui::messages::evaluate as say;

use super::records::{Come, Set};

/// The columns of a row of CSV.
pub(super) const COLUMNS: [&str; 14] = [
    "file",
    "line",
    "id",
    "outlook",
    "report",
    "help",
    "row",
    "door",
    "question",
    "urgency",
    "holds",
    "as_expected",
    "differences",
    "error",
];

pub(super) fn difference(one: &Difference) -> Value {
    json!({ "key": one.what, "expected": one.expected, "found": one.found })
}

pub(super) fn csv(set: &Set<'_>, id: Option<&str>, come: &Come<'_>, judged: Option<&Judged>) -> String {
    let Come { guide, short, .. } = come;
    let line = set.line.map(|line| line.to_string()).unwrap_or_default();
    let id = id.map_or_else(|| if set.line.is_none() { set.stem() } else { String::new() }, str::to_owned);
    let (row, door, question) = at(come);
    let holds = names(&guide.duties, short.holds).collect::<Vec<_>>().join(" ");
    let as_expected = judged.map_or("", |judged| if judged.verdict.is_right() { "true" } else { "false" });
    let shown: Vec<String> = differences(judged)
        .iter()
        .map(|one| format!("{}: {} / {}", one.what, one.expected, one.found))
        .collect();
    cells::row([
        set.source.file.as_str(),
        &line,
        &id,
        short.outlook.word(),
        short.advice.report.word(),
        short.advice.help.word(),
        row,
        door,
        question,
        short.urgency.word(),
        &holds,
        as_expected,
        &shown.join(" | "),
        "",
    ])
}

/// The row, the way out or the question at which a result stands.
fn at<'g>(come: &Come<'g>) -> (&'g str, &'g str, &'g str) {
    let guide = come.guide;
    match come.short.at {
        At::Row(row) => (guide.rows.ids().nth(row).unwrap_or_default(), "", ""),
        At::Door(door) => ("", guide.doors.get(door).id.as_str(), ""),
        At::Question(question) => ("", "", guide.questions.get(question).id.as_str()),
    }
}

/// A line of the table. Without a row, the last column says which way out, or which question.
pub(super) fn table(name: &str, come: &Come<'_>, judged: Option<&Judged>, lang: Lang) -> [String; 6] {
    let verdict = match judged.map(|judged| judged.verdict) {
        None => "-",
        Some(Verdict::AsTheKey) => say::SAME.to(lang),
        Some(Verdict::Acceptable) => say::ALSO_RIGHT.to(lang),
        Some(Verdict::Different) => say::DIFFERS.to(lang),
        Some(Verdict::Never) => say::NEVER.to(lang),
    };
    let row = match at(come) {
        ("", "", question) => format!("question {question}"),
        ("", door, _) => format!("door {door}"),
        (row, ..) => row.to_owned(),
    };
    let Short { outlook, advice, .. } = come.short;
    [verdict, name, outlook.word(), advice.report.word(), advice.help.word(), &row].map(str::to_owned)
}

fn differences(judged: Option<&Judged>) -> &[Difference] {
    judged.map(|judged| judged.differences.as_slice()).unwrap_or_default()
}

/// What differs, below why that is right too or never right.
pub(super) fn notes(judged: Option<&Judged>, lang: Lang) -> Vec<String> {
    let shown = |value: &Value| match value {
        Value::Null => say::NOTHING.to(lang).to_owned(),
        value => value.to_string(),
    };
    let note = |one: &Difference| say::difference(lang, one.what, &shown(&one.expected), &shown(&one.found));
    let why = judged.and_then(|judged| judged.why.as_deref()).map(clean_line);
    why.into_iter().chain(differences(judged).iter().map(note)).collect()
}

/// What stands above a result in text, with a line end after each line.
pub(super) fn verdict(judged: Option<&Judged>, lang: Lang) -> String {
    let says = match judged.map(|judged| judged.verdict) {
        None => return String::new(),
        Some(Verdict::AsTheKey) => say::AS_EXPECTED,
        Some(Verdict::Acceptable) => say::ALSO_AS_EXPECTED,
        Some(Verdict::Different) => say::NOT_AS_EXPECTED,
        Some(Verdict::Never) => say::NEVER_EXPECTED,
    };
    let notes = notes(judged, lang);
    let notes = notes.iter().map(|note| format!(" - {}\n", clean_line(note)));
    format!("{}\n{}", says.to(lang), notes.collect::<String>())
}
