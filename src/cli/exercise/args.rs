//! The command line of `exercise`: its commands and their flags.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand, ValueEnum};

use crate::cli::shape::{Format, GradeFormat};

/// Training.
#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct Exercise {
    #[arg(long, global = true, value_name = "DIR")]
    pub exercises: Option<PathBuf>,
    #[command(subcommand)]
    pub what: What,
}

/// What to do with exercises.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub enum What {
    List(List),
    Run(Run),
    New(New),
    Lint(Lint),
    Grade(Grade),
    Handout(Handout),
    Report(Report),
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct List {
    #[arg(id = "of-profession", long = "profession", value_name = "ID")]
    pub profession: Option<String>,
    #[arg(long, value_name = "WORD", value_parser = PossibleValuesParser::new(["basic", "practised", "hard"]))]
    pub difficulty: Option<String>,
    #[arg(long, value_name = "WORD", value_parser = PossibleValuesParser::new(["emergency", "leave", "ask", "not-yet", "advise"]))]
    pub outlook: Option<String>,
    #[arg(long, value_name = "WORD")]
    pub text: Option<String>,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct Run {
    #[arg(id = "exercise-id", value_name = "ID", required = true)]
    pub id: String,
    #[arg(long)]
    pub exam: bool,
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    #[arg(long)]
    pub plain: bool,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct New {
    #[arg(id = "new-file", value_name = "FILE", required = true)]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct Lint {
    #[arg(id = "exercise-paths", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::class`")]
pub struct Grade {
    #[arg(id = "answer-sets", long = "answers", value_name = "PATH", required = true, num_args = 1..)]
    pub sets: Vec<PathBuf>,
    #[arg(id = "graded-exercise", long = "exercise", value_name = "ID|FILE")]
    pub exercise: Option<String>,
    #[arg(id = "grade-format", long = "format", value_name = "FORMAT", value_enum, default_value_t = GradeFormat::Text)]
    pub format: GradeFormat,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct Handout {
    #[arg(id = "exercise-id", value_name = "ID", required = true)]
    pub id: String,
    #[arg(long)]
    pub key: bool,
    #[arg(id = "paper-format", long = "format", value_name = "FORMAT", value_enum, default_value_t = PaperFormat::Text)]
    pub format: PaperFormat,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::training`")]
pub struct Report {
    #[arg(id = "report-format", long = "format", value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
}

/// The shape of an exercise on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperFormat {
    /// For people, on a screen.
    Text,
    /// For one's own lesson.
    Markdown,
    /// To print.
    Html,
}

/// The shape of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, on a screen.
    Text,
    /// For programs.
    Json,
    /// To print.
    Html,
}
