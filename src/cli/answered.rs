//! What the flags say and what an answer file says, together: which text, which profession, which date.
//!
//! Knows who wins: a flag. Refuses to look at the answers themselves.

use std::path::Path;

use jiff::civil::Date;

use crate::case::answer_file::AnswerFile;
use crate::content::store::{bounded, read_text};
use crate::model::problem::{Code, Problem};
use crate::model::unreadable::Unreadable;
use crate::ui::lang::Lang;
use crate::ui::messages::command as say;

use super::failure::Failure;
use super::world::World;

/// What the command line says about every answer set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flags<'a> {
    /// `--profession`.
    pub(super) profession: Option<&'a str>,
    /// `--date`.
    pub(super) date: Option<Date>,
}

impl Flags<'_> {
    /// The date of the flag, or of the file, or today.
    pub(super) fn date(
        &self,
        file: &AnswerFile,
        name: &str,
        today: Date,
        lang: Lang,
    ) -> Result<Date, Problem> {
        match (self.date, &file.date) {
            (Some(date), _) => Ok(date),
            (None, Some((written, place))) if *written > today => {
                let says = say::bad_value(lang, &written.to_string(), "date");
                let problem = Problem::at(Code::BadAnswer, name, Some(place.clone()), says);
                Err(problem.help(say::FUTURE.to(lang)))
            }
            (None, Some((written, _))) => Ok(*written),
            (None, None) => Ok(today),
        }
    }

    /// The profession of the flag, or of the file.
    pub(super) fn profession<'b>(&'b self, file: &'b AnswerFile) -> Option<&'b str> {
        self.profession.or_else(|| file.profession.as_ref().map(|(name, _)| name.as_str()))
    }

    /// In a file an unknown profession is an answer that does not fit, with its line. Anything else stays what it was.
    pub(super) fn of_file(&self, why: Failure, file: &AnswerFile, name: &str) -> Result<Problem, Failure> {
        match (why, &file.profession) {
            (Failure::Usage(says, help), Some((_, place))) if self.profession.is_none() => {
                Ok(Problem::at(Code::BadAnswer, name, Some(place.clone()), says).help(help))
            }
            (other, _) => Err(other),
        }
    }
}

/// The text of a file, or of the input for `-`.
pub(super) fn text(world: &mut World<'_>, path: &Path, largest: u64) -> Result<String, Unreadable> {
    if path.as_os_str() == "-" { bounded(&mut world.input, largest) } else { read_text(path, largest) }
}
