//! The command line of `exercise`: its commands and their flags.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Subcommand};

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
    New(New),
    Lint(Lint),
    Grade(Grade),
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
