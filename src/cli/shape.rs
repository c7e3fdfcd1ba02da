//! The shapes that a result can have, as they are typed.

use clap::ValueEnum;

use crate::report::paper::Sheet;

/// The shape of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The shape of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ResultFormat {
    /// For people, on a screen.
    Text,
    /// For programs.
    Json,
    /// For one's own record.
    Markdown,
    /// To print, or to read on a telephone.
    Html,
}

/// The shape of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ViewFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// For paper: to be printed, laid beside an original, and signed.
    Markdown,
}

/// The shape of many results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BatchFormat {
    /// A line for each, for people.
    Table,
    /// Each in full, for people.
    Text,
    /// A line of JSON for each, for programs.
    Jsonl,
    /// A row for each, for spreadsheets.
    Csv,
    /// A case for each that has a key, for build servers.
    Junit,
}

/// How answer sets are written where no name says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// One, in TOML.
    Toml,
    /// One, in JSON.
    Json,
    /// One on each line, in JSON.
    Jsonl,
    /// One on each line, below a header.
    Csv,
}

/// The shape of a graded class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GradeFormat {
    /// For people, on a screen.
    Text,
    /// A row for each participant and phase, for a spreadsheet.
    Csv,
    /// Everything at once, for programs.
    Json,
    /// A line for each participant and phase, for programs.
    Jsonl,
    /// For build servers.
    Junit,
    /// To look at together, and to print.
    Html,
}

/// A sheet, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SheetName {
    /// The result.
    Result,
    /// For the telephone call.
    Call,
    /// For the talk of step 3.
    Talk,
}

impl From<SheetName> for Sheet {
    fn from(name: SheetName) -> Self {
        match name {
            SheetName::Result => Self::Result,
            SheetName::Call => Self::Call,
            SheetName::Talk => Self::Talk,
        }
    }
}

impl From<Format> for ResultFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
        }
    }
}

impl From<ViewFormat> for ResultFormat {
    fn from(format: ViewFormat) -> Self {
        match format {
            ViewFormat::Text => Self::Text,
            ViewFormat::Json => Self::Json,
            ViewFormat::Markdown => Self::Markdown,
        }
    }
}
