//! TOML into nodes, with every syntax problem at once.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::library::to_date;
use crate::model::problem::{Code, Problem};

use super::node::{Node, Value};

/// The document as a table.
///
/// # Errors
/// Every place where the text is not TOML.
pub(super) fn read(file: &str, text: &str) -> Result<Node, Vec<Problem>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node { place: document.span(), value: table(document.get_ref()) });
    }
    let problem = |why: &toml::de::Error| Problem::at(Code::Syntax, file, why.span(), why.message());
    Err(errors.iter().map(problem).collect())
}

fn table(written: &DeTable<'_>) -> Value {
    let mut entries: Vec<_> =
        written.iter().map(|(key, value)| (key.get_ref().to_string(), key.span(), node(value))).collect();
    entries.sort_by_key(|(_, place, _)| place.start);
    Value::Table(entries)
}

fn node(written: &Spanned<DeValue<'_>>) -> Node {
    let value = match written.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(inner) => table(inner),
        DeValue::Datetime(day) => to_date(day).map_or(Value::Other, Value::Day),
        DeValue::Integer(whole) => {
            i64::from_str_radix(whole.as_str(), whole.radix()).map_or(Value::Other, Value::Whole)
        }
        DeValue::Float(_) | DeValue::Boolean(_) => Value::Other,
    };
    Node { place: written.span(), value }
}
