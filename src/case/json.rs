//! JSON into nodes. Places come from where each value stands in the text.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::model::problem::{Code, Problem};

use super::node::{Node, Value};

/// Answer files are two levels deep; anything deeper is not looked into.
const DEEPEST: usize = 4;

/// The document in a part of a text as a node. Places are those in the text as a whole.
///
/// # Errors
/// The first place where the part is not JSON.
pub(super) fn read(file: &str, text: &str, part: Range<usize>) -> Result<Node, Vec<Problem>> {
    let start = part.start;
    let part = text.get(part).unwrap_or_default();
    match serde_json::from_str::<&RawValue>(part) {
        Ok(raw) => Ok(node(raw, text, DEEPEST)),
        Err(why) => {
            let at = start + byte_of(part, why.line(), why.column());
            let says = why.to_string();
            let says = says.split(" at line").next().unwrap_or(&says);
            Err(vec![Problem::at(Code::Syntax, file, Some(at..at), says)])
        }
    }
}

fn node(raw: &RawValue, text: &str, depth: usize) -> Node {
    let written = raw.get();
    let place = place(written, text);
    let value = match (written.as_bytes().first(), depth) {
        (Some(b'"'), _) => serde_json::from_str(written).map_or(Value::Other, Value::Text),
        (Some(b'['), 1..) => serde_json::from_str::<Vec<&RawValue>>(written).map_or(Value::Other, |items| {
            Value::List(items.into_iter().map(|item| node(item, text, depth - 1)).collect())
        }),
        (Some(b'{'), 1..) => serde_json::from_str::<Entries<'_>>(written).map_or(Value::Other, |entries| {
            let entry = |(key, raw): (String, &RawValue)| {
                let value = node(raw, text, depth - 1);
                (key, value.place.clone(), value)
            };
            Value::Table(entries.0.into_iter().map(entry).collect())
        }),
        _ => serde_json::from_str(written).map_or(Value::Other, Value::Whole),
    };
    Node { place, value }
}

/// The bytes of a part of the text.
fn place(part: &str, text: &str) -> Range<usize> {
    let start = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + part.len()
}

fn byte_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let at = (before + column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The entries of an object, in order, doubles included: a map would lose them silently.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Each)
    }
}
