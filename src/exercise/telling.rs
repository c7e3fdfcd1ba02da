//! What a key expects, in the words in which it is written.
//!
//! The way back from what is known to what can be shown. Refuses to judge.

use serde_json::{Map, Value, json};

use crate::model::guide::Guide;
use crate::model::register::{Keyed, Register, Set};

use super::key::{Decisions, Expected};

/// The word of a key and its value.
#[must_use]
pub fn told(guide: &Guide, expected: &Expected) -> (&'static str, Value) {
    match expected {
        Expected::Outlook(word) => ("outlook", json!(word)),
        Expected::Report(report) => ("report", json!(report)),
        Expected::Help(help) => ("help", json!(help)),
        Expected::Direction(wanted) => ("direction", decisions(*wanted)),
        Expected::Advice(wanted) => ("advice", decisions(*wanted)),
        Expected::Row(id) => ("row", json!(id)),
        Expected::Duties(wanted) => ("duties", names(*wanted, &guide.duties)),
        Expected::Holds(wanted) => ("holds", names(*wanted, &guide.duties)),
        Expected::Door(door) => ("door", json!(guide.doors.get(*door).id.as_str())),
        Expected::Question(question) => ("question", json!(guide.questions.get(*question).id.as_str())),
        Expected::Missing(wanted) => ("missing", names(*wanted, &guide.questions)),
    }
}

/// Everything that is expected, on a line.
#[must_use]
pub fn line(guide: &Guide, expected: &[Expected]) -> String {
    let words = expected.iter().map(|one| told(guide, one));
    words.map(|(word, value)| format!("{word} = {value}")).collect::<Vec<_>>().join(", ")
}

fn decisions(wanted: Decisions) -> Value {
    let mut value = Map::new();
    value.extend(wanted.report.map(|report| ("report".to_owned(), json!(report))));
    value.extend(wanted.help.map(|help| ("help".to_owned(), json!(help))));
    Value::Object(value)
}

fn names<T: Keyed>(set: Set<T>, register: &Register<T>) -> Value {
    json!(set.iter().map(|at| register.get(at).id().as_str()).collect::<Vec<_>>())
}
