//! How often each source is cited, counted in the documents as they are written.
//!
//! Knows what a cite looks like, whatever stands around it. Refuses to know the kinds of document.

use std::collections::BTreeMap;

use toml::{Table, Value};

/// The number of cites of each source in these texts. A text that is no TOML has none.
#[must_use]
pub fn cited<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for text in texts {
        if let Ok(table) = text.parse::<Table>() {
            count(&Value::Table(table), &mut counts);
        }
    }
    counts
}

fn count(value: &Value, counts: &mut BTreeMap<String, usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| count(item, counts)),
        Value::Table(table) => {
            if let (Some(Value::String(source)), true) =
                (table.get("source"), table.contains_key("confidence"))
            {
                *counts.entry(source.clone()).or_default() += 1;
            }
            table.values().for_each(|item| count(item, counts));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::cited;

    #[test]
    fn a_cite_is_counted_wherever_it_stands() {
        let text = "cite = { source = \"a\", confidence = \"open\" }\n[[rule]]\ncites = [{ source = \"a\", confidence = \"open\" }, { source = \"b\", confidence = \"open\" }]";
        let counts = cited([text, "not toml"]);
        assert_eq!((counts.get("a"), counts.get("b"), counts.len()), (Some(&2), Some(&1), 2));
    }
}
