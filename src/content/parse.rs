//! One document from text to its raw shape: first the version of the shape, then the whole.
//!
//! Refuses to look at another document.

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::library::SCHEMA;
use super::plain;
use crate::model::problem::{Code, Problem};

/// Only the version of the shape: an older program can then explain a newer document.
#[derive(Deserialize)]
struct SchemaOnly {
    schema: Option<Spanned<i64>>,
}

/// The document, or what keeps it from being read: every place that is not TOML, or the first that does not fit.
pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(syntax(file, text, &errors));
    }
    let problem = |why: toml::de::Error| shape(file, text, &why);
    // The version is looked up in what was parsed; only a document without a plain one is read again for what to say.
    let written = table.get_ref().get("schema").map(Spanned::get_ref);
    let ours = matches!(written, Some(DeValue::Integer(number)) if number.as_str() == SCHEMA.to_string());
    if !ours {
        let head: SchemaOnly = toml::from_str(text).map_err(|why| vec![problem(why)])?;
        if let Some(problem) = other_schema(file, &head) {
            return Err(vec![problem]);
        }
    }
    T::deserialize(Deserializer::from(table)).map_err(|why| vec![problem(why)])
}

/// What is wrong with the version of the shape, if anything.
fn other_schema(file: &str, head: &SchemaOnly) -> Option<Problem> {
    let Some(schema) = &head.schema else {
        let says = "the document does not say for which shape it was written";
        let problem = Problem::at(Code::Schema, file, None, says);
        return Some(problem.help(format!("begin with `schema = {SCHEMA}`")));
    };
    let other = *schema.get_ref() != i64::from(SCHEMA);
    other.then(|| {
        let says = format!("this document has shape {}; this program reads shape {SCHEMA}", schema.get_ref());
        let problem = Problem::at(Code::Schema, file, Some(schema.span()), says);
        problem.help("use the program that belongs to the document")
    })
}

/// Where the text is not TOML: once for each line, because one slip makes the parser stumble more than once.
fn syntax(file: &str, text: &str, errors: &[toml::de::Error]) -> Vec<Problem> {
    let mut lines = Vec::new();
    let mut problems = Vec::new();
    for why in errors {
        let start = why.span().map_or(0, |span| span.start);
        let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count();
        if !lines.contains(&line) {
            lines.push(line);
            let says = plain::syntax(why.message());
            let problem = Problem::at(Code::Syntax, file, why.span(), says);
            problems.push(
                problem.help("a text stands in double quotes, a list in square brackets, a table in braces"),
            );
        }
    }
    problems
}

fn shape(file: &str, text: &str, why: &toml::de::Error) -> Problem {
    let (says, help) = plain::shape(why.message());
    // What the document as a whole lacks has no place of its own.
    let place = why.span().filter(|span| span.end > 0).map(|span| first_line(text, span));
    let problem = Problem::at(Code::Shape, file, place, says);
    match help {
        Some(help) => problem.help(help),
        None => problem,
    }
}

/// A table as a whole is shown by its first line.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let inside = text.get(span.clone()).unwrap_or_default();
    span.start..span.start + inside.find('\n').unwrap_or(inside.len())
}
