//! One result in the shapes that a record can have.
//!
//! Knows columns and cells. Refuses to count.

use serde_json::{Value, json};

use crate::batch::cells;
use crate::batch::short::{At, Short, names};
use crate::exercise::judge::Difference;
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

pub(super) fn csv(
    set: &Set<'_>,
    id: Option<&str>,
    come: &Come<'_>,
    differences: Option<&[Difference]>,
) -> String {
    let Come { guide, short, .. } = come;
    let line = set.line.map(|line| line.to_string()).unwrap_or_default();
    let id = id.map_or_else(|| if set.line.is_none() { set.stem() } else { String::new() }, str::to_owned);
    let (row, door, question) = at(come);
    let holds = names(&guide.duties, short.holds).collect::<Vec<_>>().join(" ");
    let as_expected = differences.map_or("", |all| if all.is_empty() { "true" } else { "false" });
    let shown: Vec<String> = differences
        .unwrap_or_default()
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
pub(super) fn table(
    name: &str,
    come: &Come<'_>,
    differences: Option<&[Difference]>,
    lang: Lang,
) -> [String; 6] {
    let verdict = match differences {
        None => "-",
        Some([]) => say::SAME.to(lang),
        Some(_) => say::DIFFERS.to(lang),
    };
    let row = match at(come) {
        ("", "", question) => format!("question {question}"),
        ("", door, _) => format!("door {door}"),
        (row, ..) => row.to_owned(),
    };
    let Short { outlook, advice, .. } = come.short;
    [verdict, name, outlook.word(), advice.report.word(), advice.help.word(), &row].map(str::to_owned)
}

pub(super) fn notes(differences: Option<&[Difference]>, lang: Lang) -> Vec<String> {
    let shown = |value: &Value| match value {
        Value::Null => say::NOTHING.to(lang).to_owned(),
        value => value.to_string(),
    };
    let note = |one: &Difference| say::difference(lang, one.what, &shown(&one.expected), &shown(&one.found));
    differences.unwrap_or_default().iter().map(note).collect()
}

/// What stands above a result in text, with a line end after each line.
pub(super) fn verdict(differences: Option<&[Difference]>, lang: Lang) -> String {
    match differences {
        None => String::new(),
        Some([]) => format!("{}\n", say::AS_EXPECTED.to(lang)),
        Some(_) => {
            let notes = notes(differences, lang);
            let notes = notes.iter().map(|note| format!(" - {}\n", clean_line(note)));
            format!("{}\n{}", say::NOT_AS_EXPECTED.to(lang), notes.collect::<String>())
        }
    }
}
