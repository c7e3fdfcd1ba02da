//! What one piece of work comes to: records in the shape that was asked for, problems, and the count.
//!
//! Knows every shape of a record. Refuses to write: whose turn it is, is for `writing` to say.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::batch::cells;
use crate::batch::junit::{Came, Case};
use crate::batch::short::{Pieces, Short};
use crate::exercise::judge::{Judged, Verdict};
use crate::model::guide::Guide;
use crate::model::problem::Problem;
use crate::report::json::value;
use crate::report::result::Told;
use crate::ui::excerpt;
use crate::ui::layout::clean_line;
use crate::ui::messages::evaluate as say;

use super::super::args::Shared;
use super::super::check::setting;
use super::super::failure::Failure;
use super::super::shape::BatchFormat;
use super::forms::{csv, difference, notes, table, verdict};
use super::reading::Source;

/// So many problems of one answer set are told; what is no answer file at all has one in every line.
const MOST_PROBLEMS: usize = 5;
/// Of so many answer sets that cannot be used the problems are drawn; after that they are only counted.
pub(super) const MOST_DRAWN: usize = 20;
/// What every record begins with.
const BEGIN: &str = "{\"format\":2,";

/// One answer set, where it was written.
pub(super) struct Set<'a> {
    pub(super) source: &'a Source,
    /// The line, in a file with a set on each line.
    pub(super) line: Option<usize>,
    /// Everything in the file, or the line.
    pub(super) text: Option<&'a str>,
}

impl Set<'_> {
    /// The file, and the line if that is needed to find it.
    pub(super) fn place(&self) -> String {
        self.line.map_or_else(|| self.source.file.clone(), |line| format!("{}:{line}", self.source.file))
    }

    pub(super) fn stem(&self) -> String {
        Path::new(&self.source.file).file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// The name of the exercise, or else of the file without its ending.
    fn name(&self, id: Option<&str>) -> String {
        let stem = || self.line.map_or_else(|| self.stem(), |line| format!("{}:{line}", self.stem()));
        id.map_or_else(stem, str::to_owned)
    }

    /// The line and the column of a problem in the file; the column counts characters.
    fn at(&self, problem: &Problem) -> (Option<usize>, Option<usize>) {
        let place = problem.place.filter(|_| !self.is_row()).zip(self.text);
        let place =
            place.and_then(|((start, _), text)| Some((excerpt::line_of(text, start), text.get(..start)?)));
        let line = place.map(|(line, _)| line + self.line.unwrap_or(1) - 1).or(self.line);
        let column = place.map(|(_, before)| before.chars().rev().take_while(|c| *c != '\n').count() + 1);
        (line, column)
    }
}

/// What an answer set came to.
pub(super) struct Come<'g> {
    pub(super) guide: &'g Guide,
    pub(super) pieces: &'g Pieces,
    pub(super) short: Short,
}

/// A line of the table, with the notes below it.
pub(super) type Row = ([String; 6], Vec<String>);

/// How many answer sets came out how.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) same: usize,
    pub(super) acceptable: usize,
    pub(super) different: usize,
    pub(super) no_key: usize,
    pub(super) unusable: usize,
}

impl Tally {
    pub(super) fn add(&mut self, more: Self) {
        self.same += more.same;
        self.acceptable += more.acceptable;
        self.different += more.different;
        self.no_key += more.no_key;
        self.unusable += more.unusable;
    }

    pub(super) fn written(self) -> usize {
        self.same + self.acceptable + self.different + self.no_key
    }
}

/// Everything that a piece of work comes to.
pub(super) struct Records<'a> {
    format: BatchFormat,
    shared: &'a Shared,
    /// How many answer sets had their problems drawn already, by any thread.
    drawn_before: &'a AtomicUsize,
    /// So many bytes were read for it.
    pub(super) read: usize,
    /// What is written as it is.
    pub(super) out: Vec<u8>,
    /// Lines of the table.
    pub(super) rows: Vec<Row>,
    /// Cases of a suite.
    pub(super) cases: Vec<Case>,
    /// Problems as they are drawn, for each answer set that cannot be used, as far as anybody will see them.
    pub(super) drawn: Vec<String>,
    pub(super) tally: Tally,
    /// Nothing is to be evaluated after this.
    pub(super) stop: bool,
    /// Nothing can be evaluated after this.
    pub(super) failure: Option<Failure>,
}

impl<'a> Records<'a> {
    pub(super) fn new(format: BatchFormat, shared: &'a Shared, drawn_before: &'a AtomicUsize) -> Self {
        Self {
            format,
            shared,
            drawn_before,
            read: 0,
            out: Vec::new(),
            rows: Vec::new(),
            cases: Vec::new(),
            drawn: Vec::new(),
            tally: Tally::default(),
            stop: false,
            failure: None,
        }
    }

    /// Writes into a buffer that was used before.
    pub(super) fn reuse(&mut self, buffer: Vec<u8>) {
        self.out = buffer;
    }

    pub(super) fn result(
        &mut self,
        set: &Set<'_>,
        id: Option<&str>,
        come: &Come<'_>,
        judged: Option<&Judged>,
        told: Option<&Told<'_>>,
    ) {
        match judged.map(|judged| judged.verdict) {
            None => self.tally.no_key += 1,
            Some(Verdict::AsTheKey) => self.tally.same += 1,
            Some(Verdict::Acceptable) => self.tally.acceptable += 1,
            Some(Verdict::Different | Verdict::Never) => self.tally.different += 1,
        }
        let lang = self.shared.lang;
        match self.format {
            BatchFormat::Table => {
                self.rows.push((table(&set.name(id), come, judged, lang), notes(judged, lang)));
            }
            BatchFormat::Text => {
                let heading = self.shared.style.heading(&format!("=== {}", clean_line(&set.place())));
                let text = told.map(|told| told.text(setting(self.shared))).unwrap_or_default();
                let text = format!("{heading}\n{}\n{text}\n", verdict(judged, lang));
                self.out.extend_from_slice(text.as_bytes());
            }
            BatchFormat::Jsonl => {
                self.begin(set, id);
                come.pieces.write(&come.short, &mut self.out);
                if let Some(Judged { verdict, differences, .. }) = judged {
                    let all = json!(differences.iter().map(difference).collect::<Vec<_>>());
                    let (right, word) = (verdict.is_right(), verdict.word());
                    let verdict = format!(",\"as_expected\":{right},\"verdict\":\"{word}\"");
                    self.extend(&format!("{verdict},\"differences\":{all}"));
                }
                if let Some(told) = told {
                    self.extend(&format!(",\"result\":{}", value(told)));
                }
                self.extend("}\n");
            }
            BatchFormat::Csv => {
                let row = csv(set, id, come, judged);
                self.out.extend_from_slice(row.as_bytes());
            }
            BatchFormat::Junit => {
                let came = match judged.map(|judged| judged.verdict.is_right()) {
                    None => return,
                    Some(true) => Came::Same,
                    Some(false) => Came::Different,
                };
                self.cases.push(Case::new(&set.place(), &set.name(id), came, &notes(judged, lang)));
            }
        }
    }

    pub(super) fn unusable(&mut self, set: &Set<'_>, problems: &[Problem]) {
        self.tally.unusable += 1;
        if self.drawn.len() < MOST_DRAWN && self.drawn_before.load(Ordering::Relaxed) < MOST_DRAWN {
            self.drawn.push(self.draw(set, problems));
        }
        let sentences = || {
            let each = problems.iter().map(|problem| match &problem.help {
                Some(help) => format!("{}; {help}", problem.says),
                None => problem.says.clone(),
            });
            each.collect::<Vec<_>>()
        };
        match self.format {
            BatchFormat::Table | BatchFormat::Text => {}
            BatchFormat::Jsonl => {
                let each = problems.iter().take(MOST_PROBLEMS).map(|problem| {
                    let (line, column) = set.at(problem);
                    // A record of the input says nothing of where it stood: it is the same wherever it stands.
                    let line = line.filter(|_| !set.source.is_input || set.line.is_none());
                    json!({
                        "code": problem.code.word(), "line": line, "column": column,
                        "message": problem.says, "help": problem.help,
                    })
                });
                let error = json!(each.collect::<Vec<_>>());
                self.begin(set, None);
                self.extend(&format!("\"error\":{error}}}\n"));
            }
            BatchFormat::Csv => {
                let line = set.line.map(|line| line.to_string()).unwrap_or_default();
                let error = sentences().join(" | ");
                let row =
                    [set.source.file.as_str(), &line, "", "", "", "", "", "", "", "", "", "", "", &error];
                self.out.extend_from_slice(cells::row(row).as_bytes());
            }
            BatchFormat::Junit => {
                let case = Case::new(&set.place(), &set.name(None), Came::Unusable, &sentences());
                self.cases.push(case);
            }
        }
    }

    fn extend(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    /// The beginning of a record: where it was written, unless it comes from the input, and what it is called.
    fn begin(&mut self, set: &Set<'_>, id: Option<&str>) {
        self.extend(BEGIN);
        if !set.source.is_input {
            self.extend(&set.source.said);
            // Writing to memory does not fail.
            let _ = match set.line {
                Some(line) => write!(self.out, "{line}"),
                None => write!(self.out, "null"),
            };
            self.extend(",");
        }
        self.extend("\"id\":");
        // A file has a name to go by; a line that has none of its own is known by its number.
        let _ = match id {
            Some(id) => serde_json::to_writer(&mut self.out, id),
            None if set.source.is_input || set.line.is_some() => serde_json::to_writer(&mut self.out, &()),
            None => serde_json::to_writer(&mut self.out, &set.stem()),
        };
        self.extend(",");
    }

    fn draw(&self, set: &Set<'_>, problems: &[Problem]) -> String {
        let Shared { lang, style, .. } = self.shared;
        let from = set.line.unwrap_or(1);
        let mut text = String::new();
        for problem in problems.iter().take(MOST_PROBLEMS) {
            // The place of a row is its line: its cells are told by their names.
            let mut problem = problem.clone();
            if set.is_row() {
                problem.place = None;
                problem.file = set.place();
            }
            let drawn = excerpt::draw_from(&problem, set.text, from, *lang, style.colour);
            text.push_str(&format!("{drawn}\n\n"));
        }
        if let Some(more @ 1..) = problems.len().checked_sub(MOST_PROBLEMS) {
            text.push_str(&format!("{}\n\n", say::more_problems(*lang, more)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::BEGIN;
    use crate::batch::short::FORMAT;

    #[test]
    fn every_record_begins_with_the_number_of_its_format() {
        assert_eq!(BEGIN, format!("{{\"format\":{FORMAT},"));
    }
}
