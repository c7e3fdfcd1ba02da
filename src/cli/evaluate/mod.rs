//! `meldcode evaluate`: many answer sets, each to its result, and beside its key when it has one.
//!
//! What fits is always written; what does not fit is told, and the exit code says so. One guide is proved once.

mod writing;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;

use crate::batch::{lines, paths};
use crate::case::answer_file::{self, AnswerFile};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::exercise::expectation;
use crate::exercise::judge::verdict;
use crate::model::problem::{Code, Problem};
use crate::report::refusal;
use crate::report::result::Told;
use crate::ui::messages::{command, evaluate as say};

use super::answered::{self, Flags};
use super::args::{Evaluate, Shared};
use super::check::not_after;
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::world::World;
use writing::{Set, Writing};

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Evaluate) -> anyhow::Result<Exit> {
    // The arguments are judged before anything is read.
    let date = asked.date.map(|date| not_after(date, world.today, shared)).transpose()?;
    let content = Content::open(shared)?;
    let flags = Flags { profession: asked.profession.as_deref(), date };
    let mut guides = Guides { content: &content, shared, proven: BTreeMap::new() };
    if let Some(profession) = flags.profession
        && let Err(why @ Failure::Usage(..)) = guides.get(profession, date.unwrap_or(world.today))
    {
        return Err(why.into());
    }
    let mut writing = Writing::new(asked.format, shared);
    for path in &asked.paths {
        let found = paths::found(path);
        for (folder, why) in &found.closed {
            writing.unreadable(world, &folder.display().to_string(), why)?;
        }
        if found.files.is_empty() && found.closed.is_empty() {
            let name = path.display().to_string();
            let says = say::EMPTY_DIRECTORY.to(shared.lang);
            let problem = Problem::at(Code::Unreadable, &name, None, says);
            writing.unusable(world, &[problem.help(say::EMPTY_DIRECTORY_HELP.to(shared.lang))], None)?;
        }
        for file in &found.files {
            one_file(world, file, flags, &mut guides, &mut writing)?;
        }
    }
    writing.finish(world)
}

/// Every guide that was asked for, proved once.
struct Guides<'a> {
    content: &'a Content,
    shared: &'a Shared,
    proven: BTreeMap<(String, Date), Proven>,
}

impl Guides<'_> {
    fn get(&mut self, profession: &str, date: Date) -> Result<&Proven, Failure> {
        match self.proven.entry((profession.to_owned(), date)) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(new) => Ok(new.insert(self.content.prove(self.shared, profession, date)?)),
        }
    }
}

fn one_file(
    world: &mut World<'_>,
    path: &Path,
    flags: Flags<'_>,
    guides: &mut Guides<'_>,
    writing: &mut Writing<'_>,
) -> anyhow::Result<()> {
    let file = path.display().to_string();
    let lang = guides.shared.lang;
    let in_lines = lines::are_in(path);
    let largest = if in_lines { lines::LARGEST } else { answer_file::LARGEST };
    let text = match answered::text(world, path, largest) {
        Ok(text) => text,
        Err(why) => return writing.unreadable(world, &file, &why),
    };
    let whole = Set { file: &file, line: None, text: &text };
    if !in_lines || text.trim().is_empty() {
        let read = answer_file::read(&file, &text, lang);
        return one_set(world, &whole, read, flags, guides, writing);
    }
    for (number, place) in lines::lines(&text) {
        let read = answer_file::read_line(&file, &text, place, lang);
        one_set(world, &Set { line: Some(number), ..whole }, read, flags, guides, writing)?;
    }
    Ok(())
}

/// Evaluates one answer set. Only what would keep every other set from being evaluated too is an error.
fn one_set(
    world: &mut World<'_>,
    set: &Set<'_>,
    read: Result<AnswerFile, Vec<Problem>>,
    flags: Flags<'_>,
    guides: &mut Guides<'_>,
    writing: &mut Writing<'_>,
) -> anyhow::Result<()> {
    let written = match read {
        Ok(written) => written,
        Err(problems) => return writing.unusable(world, &problems, Some(set.text)),
    };
    let (lang, content) = (guides.shared.lang, guides.content);
    let proven = match guide(set, &written, flags, guides, world.today)? {
        Ok(proven) => proven,
        Err(problem) => return writing.unusable(world, &[problem], Some(set.text)),
    };
    let fitted = content.fit(set.file, &written, proven.guide(), lang);
    let expected = expectation::read(set.file, &written, proven.guide(), lang);
    let (fitted, expected) = match (fitted, expected) {
        (Ok(fitted), Ok(expected)) => (fitted, expected),
        (fitted, expected) => {
            let problems = [fitted.err(), expected.err()].into_iter().flatten().flatten();
            return writing.unusable(world, &problems.collect::<Vec<_>>(), Some(set.text));
        }
    };
    let evaluation = evaluate(proven, &fitted.answers);
    let judged = (!expected.is_nothing()).then(|| verdict(&expected, &evaluation, &fitted.answers));
    let mut told = Told::new(proven, &fitted.answers, evaluation, world.today);
    told.not_in_this_norm = fitted.not_in_this_norm;
    told.own_content = content.is_own();
    writing.result(world, set, &set.name(&written), &told, judged.as_ref())
}

/// The guide for an answer set. The inner problem is one of this set; the outer failure is one of the content.
fn guide<'g>(
    set: &Set<'_>,
    written: &AnswerFile,
    flags: Flags<'_>,
    guides: &'g mut Guides<'_>,
    today: Date,
) -> Result<Result<&'g Proven, Problem>, Failure> {
    let lang = guides.shared.lang;
    let date = match flags.date(written, set.file, today, lang) {
        Ok(date) => date,
        Err(late) => return Ok(Err(late)),
    };
    let Some(profession) = flags.profession(written) else {
        let (says, help) = command::which_profession(lang);
        return Ok(Err(Problem::at(Code::Shape, &set.place(), None, says).help(help)));
    };
    // A problem of the date or the profession is shown where the file says it, unless a flag did.
    let problem = |code, written: Option<&Range<usize>>, says: String, help: String| {
        let file = if written.is_some() { set.file.to_owned() } else { set.place() };
        Ok(Err(Problem::at(code, &file, written.cloned(), says).help(help)))
    };
    match guides.get(profession, date) {
        Ok(proven) => Ok(Ok(proven)),
        Err(Failure::Input(says, help)) => {
            let place = written.date.as_ref().filter(|_| flags.date.is_none());
            problem(Code::NotInForce, place.map(|(_, place)| place), says, help)
        }
        // Other sets may be of another profession, and are still evaluated.
        Err(Failure::Refused(refused)) => {
            let place = written.profession.as_ref().filter(|_| flags.profession.is_none());
            let says = command::refused(lang, refused.id.as_str());
            problem(Code::BadAnswer, place.map(|(_, place)| place), says, refusal::line(&refused))
        }
        Err(why) => flags.of_file(why, written, set.file).map(Err),
    }
}
