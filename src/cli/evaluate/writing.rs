//! What `evaluate` writes, in order: records on the one side, problems on the other, and the count at the end.
//!
//! Knows whose turn it is. Refuses to hold more than a first part of a table, or one suite.

use std::io::Write;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::batch::cells;
use crate::batch::junit::Suites;
use crate::batch::spare::Spare;
use crate::report::table::{Columns, Table};
use crate::ui::messages::{command, evaluate as say};

use super::super::args::Shared;
use super::super::exit::Exit;
use super::super::shape::BatchFormat;
use super::forms::COLUMNS;
use super::progress::Progress;
use super::records::{MOST_DRAWN, Records, Row, Tally};

/// So many lines set the columns of a table; those that follow are set below them.
const SET_BY: usize = 500;
/// So many bytes in those lines, too.
const LARGEST: usize = 256 * 1024;

/// A table as far as it was written.
enum Grid {
    /// Its columns are not set yet.
    Begun(Table<6>, usize),
    /// They are.
    Set(Columns<6>),
}

/// Everything that was written so far, and how it came out.
pub(super) struct Writing<'a> {
    out: &'a mut (dyn Write + Send),
    err: &'a mut (dyn Write + Send),
    shared: &'a Shared,
    format: BatchFormat,
    grid: Grid,
    suites: Suites,
    tally: Tally,
    drawn: &'a AtomicUsize,
    spare: &'a Spare,
    progress: Progress<'a>,
}

impl<'a> Writing<'a> {
    pub(super) fn new(
        (out, err): (&'a mut (dyn Write + Send), &'a mut (dyn Write + Send)),
        shared: &'a Shared,
        format: BatchFormat,
        (drawn, spare): (&'a AtomicUsize, &'a Spare),
        progress: Progress<'a>,
    ) -> Self {
        let table = Table::new(["", "id", "outlook", "report", "help", "row"]);
        let (grid, suites, tally) = (Grid::Begun(table, 0), Suites::default(), Tally::default());
        Self { out, err, shared, format, grid, suites, tally, drawn, spare, progress }
    }

    /// What stands before the first record.
    pub(super) fn begin(&mut self) -> anyhow::Result<()> {
        match self.format {
            BatchFormat::Csv => self.print(cells::row(COLUMNS).as_bytes()),
            BatchFormat::Junit => self.print(Suites::HEAD.as_bytes()),
            BatchFormat::Table | BatchFormat::Text | BatchFormat::Jsonl => Ok(()),
        }
    }

    /// Writes what a piece of work came to.
    pub(super) fn take(&mut self, records: Records<'a>) -> anyhow::Result<ControlFlow<()>> {
        self.tally.add(records.tally);
        self.problems(&records.drawn, records.tally.unusable);
        self.print(&records.out)?;
        self.spare.give(records.out);
        for row in records.rows {
            self.row(row)?;
        }
        for case in records.cases {
            if let Some(suite) = self.suites.add(case) {
                self.print(suite.as_bytes())?;
            }
        }
        if let Some(failure) = records.failure {
            self.progress.clear(self.err);
            return Err(failure.into());
        }
        self.progress.show(self.err, records.read, self.tally, self.shared.lang);
        Ok(if records.stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }

    fn print(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        if !bytes.is_empty() {
            self.out.write_all(bytes)?;
            self.out.flush()?;
        }
        Ok(())
    }

    /// Tells the first problems, and then no more: whoever feeds in something else wants to know that once. When stderr is
    /// closed nobody is told, and the records are still written.
    fn problems(&mut self, drawn: &[String], unusable: usize) {
        if unusable == 0 {
            return;
        }
        self.progress.clear(self.err);
        let before = self.drawn.load(Ordering::Relaxed);
        for text in drawn.iter().take(MOST_DRAWN.saturating_sub(before)) {
            let _ = self.err.write_all(text.as_bytes());
        }
        let after = before.saturating_add(unusable);
        self.drawn.store(after, Ordering::Relaxed);
        if before <= MOST_DRAWN && after > MOST_DRAWN {
            let _ = writeln!(self.err, "{}\n", say::MORE_UNUSABLE.to(self.shared.lang));
        }
    }

    fn row(&mut self, (cells, notes): Row) -> anyhow::Result<()> {
        let text = match &mut self.grid {
            Grid::Begun(table, size) => {
                *size += cells.iter().chain(&notes).map(String::len).sum::<usize>();
                table.push(cells, notes);
                if table.len() < SET_BY && *size < LARGEST {
                    return Ok(());
                }
                let (text, columns) = table.clone().begin();
                self.grid = Grid::Set(columns);
                text
            }
            Grid::Set(columns) => columns.line(&cells, &notes),
        };
        self.print(text.as_bytes())
    }

    /// Writes what comes last, and picks the exit code. What could not be judged outweighs what came out otherwise.
    pub(super) fn finish(mut self) -> anyhow::Result<Exit> {
        self.progress.clear(self.err);
        let lang = self.shared.lang;
        let Tally { same, acceptable, different, no_key, unusable } = self.tally;
        match self.format {
            BatchFormat::Table if self.tally.written() > 0 => {
                let tally = say::tally(lang, [same, acceptable, different, no_key, unusable]);
                let rest = match &self.grid {
                    Grid::Begun(table, _) => table.clone().finish(),
                    Grid::Set(_) => String::new(),
                };
                self.print(format!("{rest}\n{tally}\n").as_bytes())?;
            }
            BatchFormat::Junit => {
                let last = self.suites.suite() + Suites::FOOT;
                self.print(last.as_bytes())?;
            }
            BatchFormat::Table | BatchFormat::Text | BatchFormat::Jsonl | BatchFormat::Csv => {}
        }
        if unusable > 0 {
            let says = say::unusable(lang, unusable, self.tally.written() + unusable);
            let _ = writeln!(self.err, "{}: {says}", command::ERROR.to(lang));
            return Ok(Exit::Input);
        }
        Ok(if different > 0 { Exit::Different } else { Exit::Done })
    }
}
