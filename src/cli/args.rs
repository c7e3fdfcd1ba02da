//! The command line: flags and commands by clap, words from `ui::messages::command` in the reader's language.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::case::answer_file::day;
use crate::ui::lang::Lang;
use crate::ui::messages::command as say;
use crate::ui::style::Style;

use super::shape::{BatchFormat, Format, ResultFormat, SheetName, ViewFormat};
use super::usage::usage;

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
    Check(Check),
    Diff(Diff),
    Emergency,
    Evaluate(Evaluate),
    Lint(Lint),
    Show(Show),
}

impl Command {
    /// The shape of what it prints where one result is asked for.
    #[must_use]
    pub fn shape(&self) -> ResultFormat {
        match self {
            Self::Check(check) => check.format,
            Self::Diff(diff) => diff.format.into(),
            Self::Show(show) => show.format.into(),
            Self::Emergency | Self::Evaluate(_) | Self::Lint(_) => ResultFormat::Text,
        }
    }
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

/// The command with help in the reader's language.
fn worded(command: clap::Command, lang: Lang) -> clap::Command {
    let name = command.get_name().to_owned();
    let about = |name: &str| say::help(name).map(|words| words.to(lang));
    let headings = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}", say::USAGE.to(lang),);
    let flag = |id: &'static str, long: &'static str, short: char, action| {
        let arg = Arg::new(id).long(long).short(short).action(action).help(about(id).unwrap_or_default());
        arg.help_heading(say::OPTIONS.to(lang))
    };
    let top = name == "meldcode";
    let mut command = command
        .help_template(headings)
        .subcommand_help_heading(say::COMMANDS.to(lang))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(flag("help", "help", 'h', ArgAction::Help));
    if top {
        command = command.arg(flag("version", "version", 'V', ArgAction::Version));
    }
    // A view and a flag can share their name: the view then has words of its own.
    if let Some(about) = about(&format!("show {name}")).or_else(|| about(&name)) {
        command = command.about(about);
    }
    let command = command.mut_args(|arg| {
        let heading = if arg.is_positional() { say::ARGUMENTS } else { say::OPTIONS };
        let help = about(arg.get_id().as_str()).unwrap_or_default();
        let takes = arg.get_action().takes_values();
        let arg = arg.help(help).help_heading(heading.to(lang));
        // What is possible stands in the help text itself, in the reader's language.
        if takes { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    });
    command.mut_subcommands(|sub| worded(sub, lang))
}

#[cfg(test)]
mod tests {
    use super::{Arguments, language, worded};
    use crate::ui::lang::Lang;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound_in_both_languages_and_every_flag_has_its_words() {
        for lang in [Lang::Nl, Lang::En] {
            let command = worded(Arguments::command(), lang);
            command.clone().debug_assert();
            let mut all = vec![command];
            while let Some(command) = all.pop() {
                assert!(command.get_about().is_some(), "{} has no words", command.get_name());
                for arg in command.get_arguments() {
                    assert!(
                        arg.get_help().is_some_and(|help| !help.to_string().is_empty()),
                        "{}",
                        arg.get_id()
                    );
                }
                all.extend(command.get_subcommands().cloned());
            }
        }
    }

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
