//! `meldcode check`: one case, by questions or from an answer file, to an advice with its next action.

use std::path::Path;

use jiff::civil::Date;

use crate::case::disk::NotKept;
use crate::case::record::Record;
use crate::case::saved::Saved;
use crate::case::{answer_file, disk};
use crate::engine::answers::Answers;
use crate::engine::evaluate::evaluate;
use crate::engine::outlook::Outlook;
use crate::engine::proven::Proven;
use crate::report::json;
use crate::report::page::Setting;
use crate::report::paper::{Paper, Sheet};
use crate::report::result::Told;
use crate::ui::layout::line_width;
use crate::ui::messages::{command as say, paper};

use super::answered::{self, Flags};
use super::args::{Check, Shared};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::shape::ResultFormat;
use super::world::World;
use super::{interview, keeping};

/// How a page is set for this command.
pub(super) fn setting(shared: &Shared) -> Setting {
    let columns = crate::interview::terminal::size().map_or(80, |size| usize::from(size.columns));
    Setting { lang: shared.lang, style: shared.style, width: line_width(columns.min(80)) }
}

pub(super) fn run(world: &mut World<'_>, shared: &Shared, check: &Check) -> anyhow::Result<Exit> {
    // The arguments are judged before anything is read or asked.
    let date = check.date.map(|date| not_after(date, world.today, shared)).transpose()?;
    if check.format == ResultFormat::Json && check.sheet.is_some() {
        let says = say::bad_value(shared.lang, "--sheet", "--format json");
        return Err(Failure::Usage(says, paper::SHEET_IS_FOR_PEOPLE.to(shared.lang).to_owned()).into());
    }
    if let Some(path) = &check.receipt {
        let free = disk::Keeper::new(path).map(drop);
        let free = if check.save.as_ref() == Some(path) { Err(NotKept::Exists) } else { free };
        free.map_err(|why| keeping::refused(path, &why, shared.lang))?;
    }
    match &check.answers {
        Some(path) => from_file(world, shared, check, path, date),
        None => interview::by_questions(world, shared, check, date.unwrap_or(world.today)),
    }
}

pub(super) fn not_after(date: Date, today: Date, shared: &Shared) -> Result<Date, Failure> {
    if date <= today {
        return Ok(date);
    }
    let lang = shared.lang;
    Err(Failure::Usage(say::bad_value(lang, &date.to_string(), "--date"), say::FUTURE.to(lang).to_owned()))
}

fn from_file(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
    path: &Path,
    date: Option<Date>,
) -> anyhow::Result<Exit> {
    let name = path.display().to_string();
    let text = read(world, path, shared)?;
    let troubled = |problems| Failure::Problems {
        exit: Exit::Input,
        problems,
        texts: [(name.clone(), text.clone().into())].into(),
        colour: shared.style.colour,
    };
    let file = answer_file::read(&name, &text, shared.lang).map_err(troubled)?;
    let flags = Flags { profession: check.profession.as_deref(), date };
    let date = flags.date(&file, &name, world.today, shared.lang).map_err(|late| troubled(vec![late]))?;
    let profession = flags.profession(&file).ok_or_else(|| {
        let (says, help) = say::which_profession(shared.lang);
        Failure::Input(says, help)
    })?;
    let content = Content::open_for(shared, profession, date)?;
    let proven = content.prove(shared, profession, date).map_err(|why| {
        flags.of_file(why, &file, &name).map_or_else(|why| why, |unknown| troubled(vec![unknown]))
    })?;
    let fitted = content.fit(&name, &file, proven.guide(), shared.lang).map_err(troubled)?;
    let is_case = !file.record.is_empty();
    let record = is_case.then(|| Record::read(&name, &file, shared.lang)).transpose().map_err(troubled)?;
    let decision = record.and_then(|record| record.decision);
    let mut told = told(world, &content, &proven, &fitted.answers);
    told.not_in_this_norm = fitted.not_in_this_norm;
    told.decision = decision;
    print(world, shared, check, &told)?;
    let saved =
        Saved { proven: &proven, answers: &fitted.answers, aside: &[], decision: told.decision.as_ref() };
    receipt(check, shared, &saved)?;
    Ok(exit(&told))
}

/// Writes the receipt that was asked for.
pub(super) fn receipt(check: &Check, shared: &Shared, saved: &Saved<'_>) -> Result<(), Failure> {
    let Some(path) = &check.receipt else { return Ok(()) };
    disk::write_new(path, &saved.receipt()).map_err(|why| keeping::refused(path, &why, shared.lang))
}

pub(super) fn read(world: &mut World<'_>, path: &Path, shared: &Shared) -> Result<String, Failure> {
    answered::text(world, path, answer_file::LARGEST).map_err(|why| {
        let says = say::unreadable(shared.lang, &path.display().to_string(), &say::why(shared.lang, &why));
        Failure::Input(says, crate::ui::messages::answers::EXAMPLE.to(shared.lang).to_owned())
    })
}

/// A result, ready to be told.
pub(super) fn told<'g>(
    world: &World<'_>,
    content: &Content,
    proven: &'g Proven,
    answers: &Answers,
) -> Told<'g> {
    let mut told = Told::new(proven, answers, evaluate(proven, answers), world.today);
    told.own_content = content.is_own();
    told
}

/// Prints a result in the shape that was asked for.
pub(super) fn print(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
    told: &Told<'_>,
) -> anyhow::Result<()> {
    let paper = || Paper::of(told, check.sheet.map(Sheet::from), setting(shared));
    let text = match (check.format, check.sheet) {
        (ResultFormat::Text, None) => told.text(setting(shared)),
        (ResultFormat::Text, Some(_)) => paper().text(),
        (ResultFormat::Json, _) => format!("{:#}\n", json::value(told)),
        (ResultFormat::Markdown, _) => paper().markdown(),
        (ResultFormat::Html, _) => paper().html(),
    };
    world.print(&text)
}

/// What a result ends with.
pub(super) fn exit(told: &Told<'_>) -> Exit {
    match told.evaluation.outlook() {
        Outlook::Emergency { .. } | Outlook::Advise { .. } => Exit::Done,
        Outlook::Leave(_) => Exit::OtherDoor,
        Outlook::Ask(_) | Outlook::NotYet(_) => Exit::Undecided,
    }
}
