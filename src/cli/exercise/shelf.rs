//! Where exercises stand: in the program, in a folder of the trainer's own, or in a file that is named.
//!
//! Knows texts by their names. Refuses to read what is in them.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::batch::paths;
use crate::case::answer_file::LARGEST;
use crate::cli::args::Shared;
use crate::cli::failure::Failure;
use crate::content::nearest::nearest;
use crate::content::store::read_text;
use crate::exercise::embedded::EXERCISES;
use crate::model::problem::{Code, Problem};
use crate::ui::lang::Lang;
use crate::ui::messages::{answers, command, evaluate, training as say};

/// One exercise as it stands on the shelf.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Volume {
    /// Its file, or its name when it is built in.
    pub(in crate::cli) file: String,
    /// The name of the file without its ending.
    pub(in crate::cli) stem: String,
    /// Whether it is built in.
    pub(in crate::cli) built_in: bool,
    /// Its text.
    pub(in crate::cli) text: Cow<'static, str>,
}

/// Every exercise that is built in.
pub(in crate::cli) fn built_in() -> Vec<Volume> {
    let volume = |(name, text): &(&'static str, &'static str)| Volume {
        file: format!("{name}.toml"),
        stem: (*name).to_owned(),
        built_in: true,
        text: Cow::Borrowed(text),
    };
    EXERCISES.iter().map(volume).collect()
}

/// The exercises at these paths, and why others cannot be read.
pub(in crate::cli) fn at(paths: &[PathBuf], lang: Lang) -> (Vec<Volume>, Vec<Problem>) {
    let (mut volumes, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let found = paths::found(path);
        for (folder, why) in &found.closed {
            let name = folder.display().to_string();
            problems.push(unreadable(&name, &command::why(lang, why), lang));
        }
        if found.files.is_empty() && found.closed.is_empty() {
            let name = path.display().to_string();
            let problem = Problem::at(Code::Unreadable, &name, None, evaluate::EMPTY_DIRECTORY.to(lang));
            problems.push(problem.help(evaluate::EMPTY_DIRECTORY_HELP.to(lang)));
        }
        for file in &found.files {
            match volume(file) {
                Ok(volume) => volumes.push(volume),
                Err(why) => {
                    let name = file.display().to_string();
                    problems.push(unreadable(&name, &command::why(lang, &why), lang));
                }
            }
        }
    }
    (volumes, problems)
}

/// The exercises of a folder of one's own, and those that are built in.
pub(in crate::cli) fn all(own: Option<&Path>, lang: Lang) -> (Vec<Volume>, Vec<Problem>) {
    let own: Vec<PathBuf> = own.map(Path::to_owned).into_iter().collect();
    let (mut volumes, problems) = at(&own, lang);
    volumes.extend(built_in());
    (volumes, problems)
}

/// The exercise of this name, first in one's own folder; or that in this file.
pub(in crate::cli) fn find(asked: &str, own: Option<&Path>, shared: &Shared) -> Result<Volume, Failure> {
    let lang = shared.lang;
    let path = Path::new(asked);
    let is_path = path.extension().is_some() || path.components().count() > 1;
    if is_path {
        return volume(path).map_err(|why| {
            let says = command::unreadable(lang, asked, &command::why(lang, &why));
            Failure::Input(says, say::known_exercises(lang, None))
        });
    }
    let (volumes, _) = all(own, lang);
    if let Some(found) = volumes.iter().find(|one| one.stem == asked) {
        return Ok(found.clone());
    }
    let near = nearest(asked, volumes.iter().map(|one| one.stem.as_str()));
    Err(Failure::Usage(say::unknown_exercise(lang, asked), say::known_exercises(lang, near)))
}

fn volume(path: &Path) -> Result<Volume, crate::model::unreadable::Unreadable> {
    Ok(Volume {
        file: path.display().to_string(),
        stem: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        built_in: false,
        text: Cow::Owned(read_text(path, LARGEST)?),
    })
}

fn unreadable(file: &str, why: &str, lang: Lang) -> Problem {
    let says = command::unreadable(lang, file, why);
    Problem::at(Code::Unreadable, file, None, says).help(answers::EXAMPLE.to(lang))
}
