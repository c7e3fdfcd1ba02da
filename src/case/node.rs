//! A written value with its place, whether it came from TOML or from JSON.

use std::ops::Range;

use jiff::civil::Date;

/// A value and the bytes it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub place: Range<usize>,
    /// What it is.
    pub value: Value,
}

/// What was written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A table: every key with its place and its value, in the order of writing.
    Table(Vec<(String, Range<usize>, Node)>),
    /// A day without a time.
    Day(Date),
    /// A whole number.
    Whole(i64),
    /// Anything else.
    Other,
}
