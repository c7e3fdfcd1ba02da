//! Rows of CSV: a header that names questions, and an answer set on each line below it.
//!
//! Knows cells. A row is one line: no answer holds a line end, so a quote that is not closed spoils its own row and no
//! other. Refuses to guess what a column means.

use std::iter;

use csv_core::{ReadRecordResult, ReaderBuilder};

use crate::case::answer_file::{AnswerFile, day};
use crate::case::node::{Node, Value};
use crate::content::nearest::nearest;
use crate::content::raw::Vocabulary;
use crate::model::problem::{Code, Problem};
use crate::ui::lang::Lang;
use crate::ui::messages::{answers as say, evaluate as words};

/// Columns that are no question.
const OWN: [&str; 6] = ["id", "exercise", "participant", "phase", "profession", "date"];
/// What can stand between cells: where a comma is the decimal mark, spreadsheets write a semicolon.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// What the columns mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    between: u8,
    columns: Vec<String>,
}

impl Header {
    /// Reads the first line.
    ///
    /// # Errors
    /// Every column that is not known, with the nearest that is.
    pub fn read(place: &str, line: &str, vocabulary: &Vocabulary, lang: Lang) -> Result<Self, Vec<Problem>> {
        let count = |between: &u8| line.bytes().filter(|byte| byte == between).count();
        // Of several the one that stands there most; a header of one column has none.
        let between = BETWEEN.into_iter().rev().max_by_key(count).unwrap_or(b',');
        let columns = cells(line, between).ok_or_else(|| vec![unclosed(place, lang)])?;
        let known =
            || OWN.into_iter().chain(vocabulary.question.iter().map(|term| term.id.get_ref().as_str()));
        let mut problems = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            let bad = |says: String, help: String| Problem::at(Code::BadAnswer, place, None, says).help(help);
            if columns.iter().take(index).any(|earlier| earlier == column) {
                problems.push(bad(say::twice(lang, column), say::ONCE.to(lang).to_owned()));
            } else if !known().any(|known| known == column) {
                let near = nearest(column, known()).map(|near| say::did_you_mean(lang, near));
                let help = near.unwrap_or_else(|| words::COLUMNS_HELP.to(lang).to_owned());
                problems.push(bad(words::unknown_column(lang, column), help));
            }
        }
        if problems.is_empty() { Ok(Self { between, columns }) } else { Err(problems) }
    }

    /// Reads a row: what an answer file with the same answers would say. Nothing for a row without anything in it.
    /// Problems have no place in it: which cell is meant stands in their words.
    ///
    /// # Errors
    /// Everything in it that cannot be read.
    pub fn row(&self, place: &str, line: &str, lang: Lang) -> Result<Option<AnswerFile>, Vec<Problem>> {
        let cells = cells(line, self.between).ok_or_else(|| vec![unclosed(place, lang)])?;
        if cells.iter().all(String::is_empty) {
            return Ok(None);
        }
        if cells.len() != self.columns.len() {
            let says = words::other_cells(lang, cells.len(), self.columns.len());
            let problem = Problem::at(Code::BadAnswer, place, None, says);
            return Err(vec![problem.help(words::CELLS_HELP.to(lang))]);
        }
        let mut found = AnswerFile::default();
        for (column, cell) in iter::zip(&self.columns, cells).filter(|(_, cell)| !cell.is_empty()) {
            match column.as_str() {
                "id" => found.id = Some(cell),
                "exercise" => found.exercise = Some((cell, 0..0)),
                "participant" => found.participant = Some((cell, 0..0)),
                "phase" => match cell.parse() {
                    Ok(number @ 1..) => found.phase = Some((number, 0..0)),
                    _ => {
                        let problem =
                            Problem::at(Code::BadAnswer, place, None, say::wrong_type(lang, column));
                        return Err(vec![problem.help(say::PHASE_HELP.to(lang))]);
                    }
                },
                "profession" => found.profession = Some((cell, 0..0)),
                "date" => match day(&cell) {
                    Some(date) => found.date = Some((date, 0..0)),
                    None => {
                        let problem = Problem::at(Code::BadAnswer, place, None, say::not_a_day(lang, &cell));
                        return Err(vec![problem.help(say::DAY_HELP.to(lang))]);
                    }
                },
                question => found.answers.push((question.to_owned(), 0..0, answer(&cell))),
            }
        }
        Ok(Some(found))
    }
}

/// One answer, or several with spaces between them.
fn answer(cell: &str) -> Node {
    let text = |word: &str| Value::Text(word.to_owned());
    let node = |value| Node { place: 0..0, value };
    let mut words = cell.split_whitespace();
    match (words.next(), words.next()) {
        (Some(_), Some(_)) => {
            node(Value::List(cell.split_whitespace().map(|word| node(text(word))).collect()))
        }
        _ => node(text(cell)),
    }
}

fn unclosed(place: &str, lang: Lang) -> Problem {
    let problem = Problem::at(Code::Syntax, place, None, words::UNCLOSED.to(lang));
    problem.help(words::UNCLOSED_HELP.to(lang))
}

/// The cells of a line, without space around them; nothing when a quote is not closed.
fn cells(line: &str, between: u8) -> Option<Vec<String>> {
    let mut reader = ReaderBuilder::new().delimiter(between).build();
    let (mut text, mut ends) = (vec![0; line.len() + 1], vec![0; line.len() + 2]);
    let whole = [line.as_bytes(), b"\n"].concat();
    let (result, _, _, count) = reader.read_record(&whole, &mut text, &mut ends);
    if result != ReadRecordResult::Record {
        return None;
    }
    let mut from = 0;
    let cell = |end: &usize| {
        let cell = String::from_utf8_lossy(text.get(from..*end)?).trim().to_owned();
        from = *end;
        Some(cell)
    };
    ends.get(..count)?.iter().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_are_what_spreadsheets_write() {
        let found = |line, between| cells(line, between).map(|cells| cells.join("|"));
        assert_eq!(found("a,b,,\"c,d\", e ", b',').as_deref(), Some("a|b||c,d|e"));
        assert_eq!(found("a;\"b \"\"c\"\"\";", b';').as_deref(), Some("a|b \"c\"|"));
        assert_eq!(found("a,b\r", b',').as_deref(), Some("a|b"));
        assert_eq!(found("één", b',').as_deref(), Some("één"));
        assert_eq!(found("a,\"b", b','), None);
    }
}
