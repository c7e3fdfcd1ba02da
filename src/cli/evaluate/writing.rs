//! What `evaluate` writes: the table, whole texts or lines of JSON on the one side, problems on the other, and the count.

use std::path::Path;

use serde_json::{Value, json};

use crate::case::answer_file::AnswerFile;
use crate::engine::conclude::Outlook;
use crate::exercise::judge::{Difference, Judged, Verdict, decided};
use crate::model::problem::{Code, Problem};
use crate::model::unreadable::Unreadable;
use crate::report::json::value;
use crate::report::result::Told;
use crate::report::table::Table;
use crate::ui::excerpt;
use crate::ui::lang::Lang;
use crate::ui::layout::clean_line;
use crate::ui::messages::{answers, command, evaluate as say};

use super::super::args::Shared;
use super::super::check::setting;
use super::super::exit::Exit;
use super::super::shape::BatchFormat;
use super::super::world::World;

/// So many problems of one answer set are told; what is no answer file at all has one in every line.
const MOST_PROBLEMS: usize = 5;
/// The number of the format of a line. It rises when a reader of the old format would misread the new one.
const FORMAT: u32 = 1;

/// One answer set, where it was written.
pub(super) struct Set<'a> {
    /// The file, or `-`.
    pub(super) file: &'a str,
    /// The line, in a file with a set on each line.
    pub(super) line: Option<usize>,
    /// Everything in the file.
    pub(super) text: &'a str,
}

impl Set<'_> {
    /// The file, and the line if that is needed to find it.
    pub(super) fn place(&self) -> String {
        self.line.map_or_else(|| self.file.to_owned(), |line| format!("{}:{line}", self.file))
    }

    /// The name of the exercise, or else of the file without its ending.
    pub(super) fn name(&self, written: &AnswerFile) -> String {
        let stem = || {
            let stem = Path::new(self.file).file_stem().unwrap_or_default().to_string_lossy();
            self.line.map_or_else(|| stem.to_string(), |line| format!("{stem}:{line}"))
        };
        written.id.clone().unwrap_or_else(stem)
    }
}

/// What was written so far, and how it came out.
pub(super) struct Writing<'a> {
    format: BatchFormat,
    shared: &'a Shared,
    table: Table<6>,
    same: usize,
    acceptable: usize,
    different: usize,
    no_key: usize,
    unusable: usize,
}

impl<'a> Writing<'a> {
    pub(super) fn new(format: BatchFormat, shared: &'a Shared) -> Self {
        let table = Table::new(["", "id", "outlook", "report", "help", "row"]);
        Self { format, shared, table, same: 0, acceptable: 0, different: 0, no_key: 0, unusable: 0 }
    }

    pub(super) fn result(
        &mut self,
        world: &mut World<'_>,
        set: &Set<'_>,
        name: &str,
        told: &Told<'_>,
        judged: Option<&Judged>,
    ) -> anyhow::Result<()> {
        match judged.map(|judged| judged.verdict) {
            None => self.no_key += 1,
            Some(Verdict::AsTheKey) => self.same += 1,
            Some(Verdict::Acceptable) => self.acceptable += 1,
            Some(Verdict::Different | Verdict::Never) => self.different += 1,
        }
        let lang = self.shared.lang;
        match self.format {
            BatchFormat::Table => {
                self.table.push(cells(name, told, judged, lang), notes(judged, lang));
                Ok(())
            }
            BatchFormat::Text => {
                let heading = self.shared.style.heading(&format!("=== {}", clean_line(&set.place())));
                let verdict = verdict(judged, lang);
                world.print(&format!("{heading}\n{verdict}\n{}\n", told.text(setting(self.shared))))
            }
            BatchFormat::Jsonl => {
                let line = json!({
                    "format": FORMAT,
                    "file": set.file,
                    "line": set.line,
                    "id": name,
                    "as_expected": judged.map(|judged| judged.verdict.is_right()),
                    "verdict": judged.map(|judged| judged.verdict),
                    "differences": differences(judged).iter().map(|one| json!({
                        "key": one.what, "expected": one.expected, "found": one.found,
                    })).collect::<Vec<_>>(),
                    "result": value(told),
                });
                world.print(&format!("{line}\n"))
            }
        }
    }

    pub(super) fn unreadable(
        &mut self,
        world: &mut World<'_>,
        file: &str,
        why: &Unreadable,
    ) -> anyhow::Result<()> {
        let lang = self.shared.lang;
        let says = command::unreadable(lang, file, &command::why(lang, why));
        let problem = Problem::at(Code::Unreadable, file, None, says).help(answers::EXAMPLE.to(lang));
        self.unusable(world, &[problem], None)
    }

    pub(super) fn unusable(
        &mut self,
        world: &mut World<'_>,
        problems: &[Problem],
        text: Option<&str>,
    ) -> anyhow::Result<()> {
        self.unusable += 1;
        for problem in problems.iter().take(MOST_PROBLEMS) {
            let drawn = excerpt::draw(problem, text, self.shared.lang, self.shared.style.colour);
            writeln!(world.err, "{drawn}\n")?;
        }
        if let Some(more @ 1..) = problems.len().checked_sub(MOST_PROBLEMS) {
            writeln!(world.err, "{}\n", say::more_problems(self.shared.lang, more))?;
        }
        Ok(())
    }

    /// Writes what comes last, and picks the exit code. What could not be judged outweighs what came out otherwise.
    pub(super) fn finish(self, world: &mut World<'_>) -> anyhow::Result<Exit> {
        let Self { same, acceptable, different, no_key, unusable, .. } = self;
        let lang = self.shared.lang;
        let written = same + acceptable + different + no_key;
        if self.format == BatchFormat::Table && written > 0 {
            let tally = say::tally(lang, [same, acceptable, different, no_key, unusable]);
            world.print(&format!("{}\n{tally}\n", self.table.finish()))?;
        }
        if unusable > 0 {
            let says = say::unusable(lang, unusable, written + unusable);
            writeln!(world.err, "{}: {says}", command::ERROR.to(lang))?;
            return Ok(Exit::Input);
        }
        Ok(if different > 0 { Exit::Different } else { Exit::Done })
    }
}

/// A line of the table. Without a row, the last column says which way out, or which question.
fn cells(name: &str, told: &Told<'_>, judged: Option<&Judged>, lang: Lang) -> [String; 6] {
    let guide = told.guide();
    let outlook = told.evaluation.outlook();
    let verdict = match judged.map(|judged| judged.verdict) {
        None => "-",
        Some(Verdict::AsTheKey) => say::SAME.to(lang),
        Some(Verdict::Acceptable) => say::ALSO_RIGHT.to(lang),
        Some(Verdict::Different) => say::DIFFERS.to(lang),
        Some(Verdict::Never) => say::NEVER.to(lang),
    };
    let row = match outlook {
        Outlook::Leave(door) => format!("door {}", guide.doors.get(*door).id),
        Outlook::Ask(question) => format!("question {}", guide.questions.get(*question).id),
        _ => outlook.row().map_or_else(String::new, |row| guide.rows.get(row).id.to_string()),
    };
    let advice = decided(&told.evaluation);
    let (report, help) = (word(&json!(advice.report)), word(&json!(advice.help)));
    [verdict.to_owned(), name.to_owned(), outlook.word().word().to_owned(), report, help, row]
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn differences(judged: Option<&Judged>) -> &[Difference] {
    judged.map(|judged| judged.differences.as_slice()).unwrap_or_default()
}

/// What differs, below why that is right too or never right.
fn notes(judged: Option<&Judged>, lang: Lang) -> Vec<String> {
    let shown = |value: &Value| match value {
        Value::Null => say::NOTHING.to(lang).to_owned(),
        value => value.to_string(),
    };
    let note = |one: &Difference| say::difference(lang, one.what, &shown(&one.expected), &shown(&one.found));
    let why = judged.and_then(|judged| judged.why.as_deref()).map(clean_line);
    why.into_iter().chain(differences(judged).iter().map(note)).collect()
}

/// What stands above a result in text, with a line end after each line.
fn verdict(judged: Option<&Judged>, lang: Lang) -> String {
    let says = match judged.map(|judged| judged.verdict) {
        None => return String::new(),
        Some(Verdict::AsTheKey) => say::AS_EXPECTED,
        Some(Verdict::Acceptable) => say::ALSO_AS_EXPECTED,
        Some(Verdict::Different) => say::NOT_AS_EXPECTED,
        Some(Verdict::Never) => say::NEVER_EXPECTED,
    };
    let notes = notes(judged, lang);
    let notes = notes.iter().map(|note| format!(" - {}\n", clean_line(note)));
    format!("{}\n{}", says.to(lang), notes.collect::<String>())
}
