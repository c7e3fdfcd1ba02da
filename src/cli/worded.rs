//! The command line in the reader's language: help and headings from `ui::messages`, around the shape in `args`.
//!
//! Knows how clap lays out help. Refuses to know what any command does.

use clap::{Arg, ArgAction};

use crate::ui::lang::Lang;
use crate::ui::messages::command as say;

/// The command with help in the reader's language.
pub(super) fn worded(command: clap::Command, lang: Lang) -> clap::Command {
    below("", command, lang)
}

/// A command that stands under another.
fn below(parent: &str, command: clap::Command, lang: Lang) -> clap::Command {
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
    // What stands under another command can share its name with a flag or a command: it then has words of its own.
    if let Some(about) = about(&format!("{parent} {name}")).or_else(|| about(&name)) {
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
    command.mut_subcommands(|sub| below(&name, sub, lang))
}

#[cfg(test)]
mod tests {
    use super::worded;
    use crate::cli::args::Arguments;
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
}
