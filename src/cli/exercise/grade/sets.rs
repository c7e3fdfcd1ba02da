//! What the participants handed in: answer sets from files and directories, each with its place.
//!
//! Knows files and lines. Refuses to know which exercises there are, and what an answer means.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::batch::paths::{self, Shape};
use crate::batch::rows::Header;
use crate::case::answer_file::{self, AnswerFile};
use crate::cli::answered;
use crate::cli::args::Shared;
use crate::cli::content::Content;
use crate::cli::world::World;
use crate::model::problem::{Code, Problem};
use crate::ui::excerpt;
use crate::ui::layout::clean_line;
use crate::ui::messages::{answers, command, evaluate as say};

/// So many problems of one set are told; what is no answer file at all has one in every line.
const MOST_PROBLEMS: usize = 5;
/// A file with a set on each line is read as a whole.
const LARGEST: u64 = 16 * 1024 * 1024;

/// One answer set, where it was written.
pub(super) struct Set {
    /// The file, or `-`.
    pub(super) file: String,
    /// The line, in a file with a set on each line.
    pub(super) line: Option<usize>,
    /// Whether it is a row; what is wrong in it then stands on its line, and nowhere in it.
    in_rows: bool,
    /// Everything in the file.
    pub(super) text: Rc<str>,
    /// What it says.
    pub(super) written: AnswerFile,
}

impl Set {
    /// The file, and the line if that is needed to find it.
    pub(super) fn place(&self) -> String {
        self.line.map_or_else(|| self.file.clone(), |line| format!("{}:{line}", self.file))
    }

    /// Who it is from; without a name of its own, that of the file. Nothing in it that a reader cannot see.
    pub(super) fn participant(&self) -> String {
        let stem = || {
            let stem = Path::new(&self.file).file_stem().unwrap_or_default().to_string_lossy();
            self.line.map_or_else(|| stem.to_string(), |line| format!("{stem}:{line}"))
        };
        let own = self.written.participant.as_ref().map(|(name, _)| name.trim().to_owned());
        clean_line(&own.filter(|name| !name.is_empty()).unwrap_or_else(stem))
    }

    /// The set with what keeps it from being graded.
    pub(super) fn unusable(&self, problems: Vec<Problem>) -> Unusable {
        let place = self.place();
        let on_its_line = |problem| Problem { file: place.clone(), place: None, ..problem };
        let problems = if self.in_rows { problems.into_iter().map(on_its_line).collect() } else { problems };
        Unusable { place, text: Some(Rc::clone(&self.text)), problems }
    }
}

/// A set that cannot be graded, and why.
pub(super) struct Unusable {
    /// The file, and the line.
    pub(super) place: String,
    /// What the problems point into.
    pub(super) text: Option<Rc<str>>,
    /// The problems.
    pub(super) problems: Vec<Problem>,
}

impl Unusable {
    pub(super) fn tell(&self, world: &mut World<'_>, shared: &Shared) -> anyhow::Result<()> {
        for problem in self.problems.iter().take(MOST_PROBLEMS) {
            let drawn = excerpt::draw(problem, self.text.as_deref(), shared.lang, shared.style.colour);
            writeln!(world.err, "{drawn}\n")?;
        }
        if let Some(more @ 1..) = self.problems.len().checked_sub(MOST_PROBLEMS) {
            writeln!(world.err, "{}\n", say::more_problems(shared.lang, more))?;
        }
        Ok(())
    }
}

/// Everything that was handed in.
#[derive(Default)]
pub(super) struct Read {
    /// What can be read.
    pub(super) sets: Vec<Set>,
    /// What cannot.
    pub(super) unusable: Vec<Unusable>,
}

/// Reads every set at these paths.
pub(super) fn read(
    world: &mut World<'_>,
    shared: &Shared,
    content: &Content,
    paths: &[PathBuf],
) -> anyhow::Result<Read> {
    let lang = shared.lang;
    let mut read = Read::default();
    for path in paths {
        let found = paths::found(path);
        for (folder, why) in &found.closed {
            let name = folder.display().to_string();
            let says = command::unreadable(lang, &name, &command::why(lang, why));
            read.nothing(&name, says, answers::EXAMPLE.to(lang));
        }
        if found.files.is_empty() && found.closed.is_empty() {
            let (says, help) = (say::EMPTY_DIRECTORY.to(lang), say::EMPTY_DIRECTORY_HELP.to(lang));
            read.nothing(&path.display().to_string(), says.to_owned(), help);
        }
        for file in &found.files {
            let name = file.display().to_string();
            match answered::text(world, file, LARGEST) {
                Ok(text) => read.file(file, &name, &Rc::from(text), content, shared),
                Err(why) => {
                    let says = command::unreadable(lang, &name, &command::why(lang, &why));
                    read.nothing(&name, says, answers::EXAMPLE.to(lang));
                }
            }
        }
    }
    Ok(read)
}

impl Read {
    fn nothing(&mut self, name: &str, says: String, help: &str) {
        let problems = vec![Problem::at(Code::Unreadable, name, None, says).help(help)];
        self.unusable.push(Unusable { place: name.to_owned(), text: None, problems });
    }

    fn one(
        &mut self,
        file: &str,
        line: Option<usize>,
        text: &Rc<str>,
        read: Result<AnswerFile, Vec<Problem>>,
    ) {
        match read {
            Ok(written) => {
                let in_rows = paths::shape(Path::new(file)) == Some(Shape::Rows);
                self.sets.push(Set { file: file.to_owned(), line, in_rows, text: Rc::clone(text), written });
            }
            Err(problems) => {
                let place = line.map_or_else(|| file.to_owned(), |line| format!("{file}:{line}"));
                self.unusable.push(Unusable { place, text: Some(Rc::clone(text)), problems });
            }
        }
    }

    fn file(&mut self, path: &Path, file: &str, text: &Rc<str>, content: &Content, shared: &Shared) {
        let lang = shared.lang;
        let shape = paths::shape(path).filter(|_| !text.trim().is_empty()).unwrap_or(Shape::Whole);
        if shape == Shape::Whole {
            return self.one(file, None, text, answer_file::read(file, text, lang));
        }
        let mut header = None;
        let mut from = 0;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            let place = from..from + line.trim_end().len();
            from += line.len();
            if line.trim().is_empty() {
                continue;
            }
            if shape == Shape::Lines {
                self.one(file, Some(number), text, answer_file::read_line(file, text, place, lang));
                continue;
            }
            let at = format!("{file}:{number}");
            let Some(header) = &header else {
                let line = line.trim_start_matches('\u{feff}').trim_end();
                match Header::read(&at, line, &content.library.vocabulary.raw, lang) {
                    Ok(read) => header = Some(read),
                    // Without its header a file says nothing.
                    Err(problems) => return self.one(file, None, text, Err(problems)),
                }
                continue;
            };
            if let Some(read) = header.row(&at, line.trim_end(), lang).transpose() {
                self.one(file, Some(number), text, read);
            }
        }
    }
}
