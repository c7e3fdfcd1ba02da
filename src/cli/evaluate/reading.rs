//! What is read, one piece of work at a time: files, lines and rows, wherever they lie.
//!
//! Knows where answer sets come from. Refuses to understand one, and to hold more than a piece.

use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::vec;

use serde_json::Value;

use crate::batch::lines::{self, Cut, Cutter};
use crate::batch::paths::{self, Shape};
use crate::batch::pool::Piece;
use crate::batch::rows::Header;
use crate::batch::spare::Spare;
use crate::case::answer_file;
use crate::content::raw::Vocabulary;
use crate::content::store::{self, bounded, read_text};
use crate::model::problem::{Code, Problem};
use crate::model::unreadable::Unreadable;
use crate::ui::lang::Lang;
use crate::ui::messages::{answers, command, evaluate as say};

/// After so many bytes or files there is work for more than one thread.
const PLENTY: usize = 32 * 1024;
/// A file is as much work as so many bytes of lines: it is opened, and its guide may be new.
const FILE: usize = 4 * 1024;
/// So far is looked for the first byte of the input that is not blank.
const BLANK: usize = 64 * 1024;

/// A file, or the input.
#[derive(Debug)]
pub(super) struct Source {
    /// Its name, or `-`.
    pub(super) file: String,
    /// Whether it is the input, of which a part is as good as the whole: nothing is said of places in it.
    pub(super) is_input: bool,
    pub(super) shape: Shape,
    /// Its name as a record begins with it.
    pub(super) said: String,
    /// What the columns mean, in rows.
    header: Option<Header>,
}

impl Source {
    pub(super) fn header(&self) -> Option<&Header> {
        self.header.as_ref()
    }
}

/// A piece of work.
pub(super) struct Job {
    pub(super) source: Arc<Source>,
    pub(super) what: What,
    /// So many bytes of the input were read for it.
    pub(super) size: usize,
}

/// What there is to do.
pub(super) enum What {
    /// One answer set.
    Whole(String),
    /// An answer set on each line, from the line with this number.
    Lines(usize, Vec<u8>),
    /// Something that cannot be used, and why.
    Unusable(Option<usize>, Vec<Problem>),
}

/// Everything there is to read.
pub(super) struct Reading<'a> {
    paths: vec::IntoIter<PathBuf>,
    files: vec::IntoIter<(PathBuf, bool)>,
    /// Directories that could not be listed, and what else is to be told before the files.
    told: vec::IntoIter<Problem>,
    open: Option<Open<'a>>,
    input: Option<&'a mut (dyn Read + Send)>,
    spare: &'a Spare,
    settings: Settings<'a>,
    given: usize,
}

/// How it is read.
#[derive(Clone, Copy)]
pub(super) struct Settings<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) lang: Lang,
    /// How answer sets lie in what has no name that says so.
    pub(super) shape: Option<Shape>,
    /// Whether an input without anything in it is a stream that has ended, and no mistake.
    pub(super) may_be_empty: bool,
}

struct Open<'a> {
    source: Arc<Source>,
    cutter: Cutter<Box<dyn Read + Send + 'a>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        paths: Vec<PathBuf>,
        (input, spare): (&'a mut (dyn Read + Send), &'a Spare),
        settings: Settings<'a>,
    ) -> Self {
        Self {
            paths: paths.into_iter(),
            files: Vec::new().into_iter(),
            told: Vec::new().into_iter(),
            open: None,
            input: Some(input),
            spare,
            settings,
            given: 0,
        }
    }

    /// The next piece of work; nothing at the end.
    pub(super) fn next(&mut self) -> Option<Piece<Job>> {
        let job = loop {
            if let Some(open) = &mut self.open {
                match next_of(open, self.spare, self.settings) {
                    Some(job) => break job,
                    None => self.open = None,
                }
            }
            if let Some(problem) = self.told.next() {
                let name = problem.file.clone();
                break unusable(source(&name, Shape::Whole), vec![problem]);
            }
            if let Some((file, by_name)) = self.files.next() {
                if let Some(job) = self.file(&file, by_name) {
                    break job;
                }
                continue;
            }
            let path = self.paths.next()?;
            self.path(path);
        };
        // From a file the rest is there; the input gives much only when more is waiting.
        let weight = match job.what {
            What::Lines(..) => job.size,
            What::Whole(..) | What::Unusable(..) => FILE,
        };
        self.given = if job.source.is_input { weight } else { self.given + weight };
        Some(Piece { job, plenty: self.given >= PLENTY })
    }

    fn path(&mut self, path: PathBuf) {
        let lang = self.settings.lang;
        if path.as_os_str() == "-" {
            self.files = vec![(path, true)].into_iter();
            return;
        }
        let found = paths::found(&path);
        let mut told: Vec<_> = found
            .closed
            .iter()
            .map(|(folder, why)| unreadable(&folder.display().to_string(), why, lang))
            .collect();
        if found.files.is_empty() && told.is_empty() {
            let says = say::EMPTY_DIRECTORY.to(lang);
            let problem = Problem::at(Code::Unreadable, &path.display().to_string(), None, says);
            told.push(problem.help(say::EMPTY_DIRECTORY_HELP.to(lang)));
        }
        self.told = told.into_iter();
        let by_name = found.files.len() == 1 && found.files.first() == Some(&path);
        self.files = found.files.into_iter().map(|file| (file, by_name)).collect::<Vec<_>>().into_iter();
    }

    /// A file as one piece of work, or opened.
    fn file(&mut self, path: &Path, by_name: bool) -> Option<Job> {
        if path.as_os_str() == "-" {
            return self.standard_input();
        }
        let name = path.display().to_string();
        let shape = paths::shape(path).or(self.settings.shape.filter(|_| by_name)).unwrap_or(Shape::Whole);
        let lang = self.settings.lang;
        let opened = match shape {
            Shape::Whole => match read_text(path, answer_file::LARGEST) {
                Ok(text) => return Some(whole(source(&name, shape), text)),
                Err(why) => Err(why),
            },
            Shape::Lines | Shape::Rows => store::open(path),
        };
        match opened {
            Ok(file) => {
                let cutter = Cutter::new(Box::new(file) as Box<dyn Read + Send>);
                self.open = Some(Open { source: Arc::new(source(&name, shape)), cutter });
                None
            }
            Err(why) => Some(unusable(source(&name, shape), vec![unreadable(&name, &why, lang)])),
        }
    }

    /// The input. What it begins with says how answer sets lie in it, unless a flag did: a brace begins a line of JSON.
    fn standard_input(&mut self) -> Option<Job> {
        let Settings { lang, shape, may_be_empty, .. } = self.settings;
        let source = |shape| Source { is_input: true, ..source("-", shape) };
        let mut input: Box<dyn Read + Send + 'a> = match self.input.take() {
            Some(input) => Box::new(input),
            None => Box::new(io::empty()),
        };
        let begun = match beginning(&mut input) {
            Ok(begun) => begun,
            Err(why) => {
                let problem = unreadable("-", &store::reason(&why), lang);
                return Some(unusable(source(Shape::Whole), vec![problem]));
            }
        };
        let first = begun.iter().find(|byte| !byte.is_ascii_whitespace()).copied();
        let in_lines = first == Some(b'{') || (first.is_none() && (may_be_empty || !begun.is_empty()));
        let shape = shape.unwrap_or(if in_lines { Shape::Lines } else { Shape::Whole });
        let input = Cursor::new(begun).chain(input);
        if shape != Shape::Whole {
            let cutter = Cutter::new(Box::new(input) as Box<dyn Read + Send + 'a>);
            self.open = Some(Open { source: Arc::new(source(shape)), cutter });
            return None;
        }
        Some(match bounded(input, answer_file::LARGEST) {
            Ok(text) => whole(source(shape), text),
            Err(why) => unusable(source(shape), vec![unreadable("-", &why, lang)]),
        })
    }
}

fn source(name: &str, shape: Shape) -> Source {
    let said = format!("\"file\":{},\"line\":", Value::from(name));
    Source { file: name.to_owned(), is_input: false, shape, said, header: None }
}

fn whole(source: Source, text: String) -> Job {
    Job { source: Arc::new(source), size: text.len(), what: What::Whole(text) }
}

fn unusable(source: Source, problems: Vec<Problem>) -> Job {
    Job { source: Arc::new(source), size: 0, what: What::Unusable(None, problems) }
}

fn unreadable(name: &str, why: &Unreadable, lang: Lang) -> Problem {
    let says = command::unreadable(lang, name, &command::why(lang, why));
    Problem::at(Code::Unreadable, name, None, says).help(answers::EXAMPLE.to(lang))
}

/// The first bytes of a stream, up to and including one that is not blank.
fn beginning(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut begun = Vec::new();
    while begun.len() < BLANK && begun.iter().all(u8::is_ascii_whitespace) {
        let old = begun.len();
        begun.resize(old + BLANK, 0);
        let read = match input.read(begun.get_mut(old..).unwrap_or_default()) {
            Err(why) if why.kind() == io::ErrorKind::Interrupted => Ok(None),
            read => read.map(Some),
        };
        begun.truncate(old + read.as_ref().map_or(0, |count| count.unwrap_or(0)));
        if read? == Some(0) {
            break;
        }
    }
    Ok(begun)
}

fn next_of(open: &mut Open<'_>, spare: &Spare, settings: Settings<'_>) -> Option<Job> {
    let lang = settings.lang;
    let file = open.source.file.clone();
    loop {
        let (what, size) = match open.cutter.cut(spare.take()) {
            Ok(None) => return None,
            Ok(Some(Cut::Lines { first, bytes })) => {
                if open.source.shape == Shape::Rows && open.source.header.is_none() {
                    match header(&file, first, &bytes, settings) {
                        None => continue,
                        Some((line, Err(problems))) => {
                            // Without a header no row means anything.
                            open.cutter.close();
                            (What::Unusable(Some(line), problems), 0)
                        }
                        Some((line, Ok(header))) => {
                            let Source { is_input, shape, .. } = *open.source;
                            let known = Source { header: Some(header), is_input, ..source(&file, shape) };
                            open.source = Arc::new(known);
                            let rest = lines::after(first, line, bytes);
                            let size = rest.len();
                            (What::Lines(line + 1, rest), size)
                        }
                    }
                } else {
                    let size = bytes.len();
                    (What::Lines(first, bytes), size)
                }
            }
            Ok(Some(Cut::TooLong(line))) => {
                (What::Unusable(Some(line), vec![too_long(&file, line, lang)]), lines::LONGEST)
            }
            Err(why) => {
                open.cutter.close();
                (What::Unusable(None, vec![unreadable(&file, &store::reason(&why), lang)]), 0)
            }
        };
        return Some(Job { source: Arc::clone(&open.source), what, size });
    }
}

/// A line that is too long to be answers.
pub(super) fn too_long(file: &str, line: usize, lang: Lang) -> Problem {
    let place = format!("{file}:{line}");
    let says = say::line_too_long(lang, lines::LONGEST);
    Problem::at(Code::Unreadable, &place, None, says).help(answers::EXAMPLE.to(lang))
}

/// A line that is not text.
pub(super) fn not_text(file: &str, line: usize, byte: usize, lang: Lang) -> Problem {
    let place = format!("{file}:{line}");
    let says = say::line_not_text(lang, byte);
    Problem::at(Code::Unreadable, &place, None, says).help(say::UTF_8.to(lang))
}

/// The header of a file with rows, with the number of its line: the first that is not blank.
fn header(
    file: &str,
    first: usize,
    bytes: &[u8],
    settings: Settings<'_>,
) -> Option<(usize, Result<Header, Vec<Problem>>)> {
    let Settings { vocabulary, lang, .. } = settings;
    let (line, text) = lines::lines(first, bytes).next()?;
    let place = format!("{file}:{line}");
    let read = match std::str::from_utf8(text) {
        Ok(text) if !lines::is_too_long(text.as_bytes()) => Header::read(&place, text, vocabulary, lang),
        Ok(_) => Err(vec![too_long(file, line, lang)]),
        Err(why) => Err(vec![not_text(file, line, why.valid_up_to() + 1, lang)]),
    };
    Some((line, read))
}
