//! A command line that cannot be read, in our own words: what, and what would help.
//!
//! Knows the errors of clap. Refuses to guess which command was meant.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::case::answer_file::day;
use crate::ui::lang::Lang;
use crate::ui::messages::answers::did_you_mean;
use crate::ui::messages::{command, usage as say};

use super::failure::Failure;

/// Commands with `--profession` and `--date`.
const TAKE_A_PROFESSION: [&str; 3] = ["check", "diff", "show"];

/// A usage error in our own words: what, and what would help.
pub(super) fn usage(why: &clap::Error, arguments: &[String], lang: Lang) -> Failure {
    let text = |kind| match why.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(list)) => Some(list.join(", ")),
        _ => None,
    };
    let argument =
        text(ContextKind::InvalidArg).or_else(|| text(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let near = text(ContextKind::SuggestedArg)
        .or_else(|| text(ContextKind::SuggestedSubcommand))
        .or_else(|| text(ContextKind::SuggestedValue))
        .map(|near| did_you_mean(lang, &near));
    // A word too many is no option: somebody took a profession or a day for an argument.
    let too_many = why.kind() == ErrorKind::UnknownArgument && !argument.starts_with('-');
    let takes_both = arguments.iter().any(|word| TAKE_A_PROFESSION.contains(&word.as_str()));
    let instead = (too_many && takes_both).then(|| say::instead(lang, &argument, day(&argument).is_some()));
    let says = match why.kind() {
        _ if too_many => say::too_many(lang, &argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            command::bad_value(lang, &value, &argument)
        }
        ErrorKind::UnknownArgument => format!("{}: `{argument}`", say::UNKNOWN_ARGUMENT.to(lang)),
        ErrorKind::InvalidSubcommand => format!("{}: `{argument}`", say::UNKNOWN_COMMAND.to(lang)),
        ErrorKind::ArgumentConflict => {
            let other = text(ContextKind::PriorArg).unwrap_or_default();
            format!("{}: `{argument}`, `{other}`", say::CONFLICT.to(lang))
        }
        _ => format!("{}: `{argument}`", say::MISSING.to(lang)),
    };
    let valid = text(ContextKind::ValidValue).filter(|valid| !valid.is_empty());
    let help =
        instead.or(near).or_else(|| valid.map(|valid| format!("{valid}. {}", command::SEE_HELP.to(lang))));
    Failure::Usage(says, help.unwrap_or_else(|| command::SEE_HELP.to(lang).to_owned()))
}
