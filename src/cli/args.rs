//! The command line: flags and commands by clap, words from `ui::messages::command` in the reader's language.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::case::answer_file::day;
use crate::ui::lang::Lang;
use crate::ui::style::Style;

use super::exercise::args::Exercise;
use super::shape::{BatchFormat, Format, InputFormat, ResultFormat, SheetName, ViewFormat};
use super::usage::usage;
use super::worded::worded;

/// What was asked for.
#[derive(Debug)]
pub enum Asked {
    /// Help or the version, as text.
    Help(String),
    /// A command.
    Command(Arguments),
}

#[derive(Debug, Parser)]
#[command(name = "meldcode", version, disable_help_subcommand = true, arg_required_else_help = true)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Arguments {
    #[arg(long, global = true, value_name = "LANG", value_parser = PossibleValuesParser::new(["nl", "en"]))]
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "DIR")]
    pub content: Option<PathBuf>,
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub enum Command {
    Cases(Cases),
    Check(Check),
    Diff(Diff),
    Emergency,
    Evaluate(Evaluate),
    Exercise(Exercise),
    Lint(Lint),
    Replay(Replay),
    Show(Show),
}

impl Command {
    /// The shape of what it prints where one result is asked for.
    #[must_use]
    pub fn shape(&self) -> ResultFormat {
        match self {
            Self::Cases(cases) => cases.format.into(),
            Self::Check(check) => check.format,
            Self::Diff(diff) => diff.format.into(),
            Self::Replay(replay) => replay.format.into(),
            Self::Show(show) => show.format.into(),
            Self::Emergency | Self::Evaluate(_) | Self::Exercise(_) | Self::Lint(_) => ResultFormat::Text,
        }
    }
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Cases {
    #[arg(id = "cases-dir", value_name = "DIR", required = true)]
    pub dir: PathBuf,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Replay {
    #[arg(id = "replayed", value_name = "RECEIPT", required = true)]
    pub receipt: PathBuf,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Check {
    #[arg(long, value_name = "ID")]
    pub profession: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    pub date: Option<Date>,
    #[arg(long, value_name = "FILE", conflicts_with = "plain")]
    pub answers: Option<PathBuf>,
    #[arg(long)]
    pub plain: bool,
    #[arg(long, value_name = "CASE", conflicts_with = "answers")]
    pub save: Option<PathBuf>,
    #[arg(long, value_name = "CASE", conflicts_with_all = ["answers", "profession"])]
    pub resume: Option<PathBuf>,
    #[arg(long, conflicts_with = "answers")]
    pub decide: bool,
    #[arg(long, value_name = "FILE")]
    pub receipt: Option<PathBuf>,
    #[arg(id = "result-format", long = "format", value_name = "FORMAT", value_enum, default_value_t = ResultFormat::Text)]
    pub format: ResultFormat,
    #[arg(long, value_name = "SHEET", value_enum)]
    pub sheet: Option<SheetName>,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Diff {
    #[arg(value_name = "A")]
    pub one: String,
    #[arg(value_name = "B")]
    pub other: String,
    #[arg(long, value_name = "ID", default_value = "algemeen")]
    pub profession: String,
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    pub date: Option<Date>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Evaluate {
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub profession: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = read_day)]
    pub date: Option<Date>,
    #[arg(id = "batch-format", long = "format", value_name = "FORMAT", value_enum, default_value_t = BatchFormat::Table)]
    pub format: BatchFormat,
    #[arg(long)]
    pub full: bool,
    #[arg(id = "input-format", long = "input", value_name = "FORMAT", value_enum)]
    pub input: Option<InputFormat>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Lint {
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long)]
    pub lock: bool,
}

#[derive(Debug, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Show {
    #[command(subcommand)]
    pub view: View,
    #[arg(long, global = true, value_name = "ID", default_value = "algemeen")]
    pub profession: String,
    #[arg(long, global = true, value_name = "DATE", value_parser = read_day)]
    pub date: Option<Date>,
    #[arg(id = "view-format", long = "format", global = true, value_name = "FORMAT", value_enum, default_value_t = ViewFormat::Text)]
    pub format: ViewFormat,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub enum View {
    Steps,
    Law,
    Afwegingskader(Sheet),
    Questions,
    Signals(Signals),
    Themes(Themes),
    Doors,
    Contacts,
    Sources,
    Profession,
    Professions,
    Editions,
    Schema,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Sheet {
    #[arg(value_name = "NAME")]
    pub framework: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Signals {
    #[arg(long, value_name = "ID")]
    pub who: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[expect(missing_docs, reason = "help texts stand in both languages in `ui::messages::command`")]
pub struct Themes {
    #[arg(value_name = "ID")]
    pub themes: Vec<String>,
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal that can.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What every command shares.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The language.
    pub lang: Lang,
    /// Colour or not.
    pub style: Style,
    /// The content directory, if not the built-in content.
    pub content: Option<PathBuf>,
    /// The day.
    pub today: Date,
}

fn read_day(text: &str) -> Result<Date, String> {
    day(text).ok_or_else(String::new)
}

/// The language, before anything else is understood: help and errors are in it too.
#[must_use]
pub fn language(arguments: &[String], environment: Option<&str>) -> Lang {
    let after_flag = arguments.iter().position(|word| word == "--lang").and_then(|at| arguments.get(at + 1));
    let joined = arguments.iter().find_map(|word| word.strip_prefix("--lang="));
    match after_flag.map(String::as_str).or(joined).or(environment) {
        Some("en") => Lang::En,
        _ => Lang::Nl,
    }
}

/// Reads the command line.
///
/// # Errors
/// A usage failure in the reader's language.
pub fn parse(arguments: &[String], lang: Lang) -> anyhow::Result<Asked> {
    let command = worded(Arguments::command(), lang);
    let read = command
        .try_get_matches_from(arguments)
        .and_then(|mut found| Arguments::from_arg_matches_mut(&mut found));
    match read {
        Ok(arguments) => Ok(Asked::Command(arguments)),
        Err(why) if why.use_stderr() && why.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Err(usage(&why, arguments, lang).into())
        }
        Err(why) => Ok(Asked::Help(why.render().to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::language;
    use crate::ui::lang::Lang;

    #[test]
    fn the_language_is_known_before_anything_else_and_the_flag_beats_the_environment() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(language(&words(&["meldcode", "--lang", "en", "--wrong"]), None), Lang::En);
        assert_eq!(language(&words(&["meldcode", "--lang=en"]), Some("nl")), Lang::En);
        assert_eq!(language(&words(&["meldcode", "--lang", "nl"]), Some("en")), Lang::Nl);
        assert_eq!(language(&words(&["meldcode"]), Some("en")), Lang::En);
        assert_eq!(language(&words(&["meldcode"]), None), Lang::Nl);
    }
}
