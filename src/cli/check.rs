//! `meldcode check`: one case, by questions or from an answer file, to an advice with its next action.

use std::io;
use std::path::Path;

use jiff::civil::Date;

use crate::case::answer_file;
use crate::case::fit::fit;
use crate::engine::answers::Answers;
use crate::engine::conclude::Outlook;
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::interview::conversation::{Asides, Ended, converse};
use crate::interview::lines::Lines;
use crate::interview::menu::Menu;
use crate::interview::prompt::{Broken, Prompter};
use crate::interview::terminal::{Facts, Manner};
use crate::model::urgency::Danger;
use crate::report::card::Card;
use crate::report::json;
use crate::report::page::{Page, Setting};
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
    match &check.answers {
        Some(path) => from_file(world, shared, check, path, date),
        None => by_questions(world, shared, check, date.unwrap_or(world.today)),
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
        texts: [(name.clone(), text.clone())].into(),
        colour: shared.style.colour,
    };
    let file = answer_file::read(&name, &text, shared.lang).map_err(troubled)?;
    let flags = Flags { profession: check.profession.as_deref(), date };
    let date = flags.date(&file, &name, world.today, shared.lang).map_err(|late| troubled(vec![late]))?;
    let content = Content::open(shared)?;
    let profession = flags.profession(&file).ok_or_else(|| {
        let (says, help) = say::which_profession(shared.lang);
        Failure::Input(says, help)
    })?;
    let proven = content.prove(shared, profession, date).map_err(|why| {
        flags.of_file(why, &file, &name).map_or_else(|why| why, |unknown| troubled(vec![unknown]))
    })?;
    let fitted =
        fit(&name, &file, proven.guide(), &content.library.vocabulary.raw, shared.lang).map_err(troubled)?;
    tell(world, shared, check, &content, &proven, &fitted.answers, fitted.not_in_this_norm)
}

fn read(world: &mut World<'_>, path: &Path, shared: &Shared) -> Result<String, Failure> {
    answered::text(world, path, answer_file::LARGEST).map_err(|why| {
        let says = say::unreadable(shared.lang, &path.display().to_string(), &say::why(shared.lang, &why));
        Failure::Input(says, crate::ui::messages::answers::EXAMPLE.to(shared.lang).to_owned())
    })
}

fn by_questions(world: &mut World<'_>, shared: &Shared, check: &Check, date: Date) -> anyhow::Result<Exit> {
    let facts = Facts::here(world.term.as_deref(), world.accessible, check.plain);
    let manner = facts.manner();
    if manner == Manner::NoTerminal {
        let lang = shared.lang;
        let (says, help) = (say::NO_TERMINAL.to(lang), say::NO_TERMINAL_HELP.to(lang));
        return Err(Failure::Usage(says.to_owned(), help.to_owned()).into());
    }
    let content = Content::open(shared)?;
    // Before the first question: a profession that was named is there, and else one to choose is in force on the date.
    let named = check.profession.as_deref().map(|named| content.prove(shared, named, date)).transpose()?;
    if named.is_none() && content.library.professions_on(date).is_empty() {
        let with_rows = content.library.professions.iter().find(|one| !one.from.is_empty());
        with_rows.map(|one| content.prove(shared, &one.name, date)).transpose()?;
    }
    if manner == Manner::Menus {
        let mut menu = Menu::open().map_err(broken)?;
        return interview(world, shared, check, (&content, named, date), &mut menu);
    }
    if facts.input {
        crate::interview::guard::end_when_interrupted()?;
    }
    let width = line_width(facts.columns());
    let mut lines = Lines::new(io::stdin().lock(), io::stderr(), width).at_terminal(facts.input);
    interview(world, shared, check, (&content, named, date), &mut lines)
}

fn interview(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
    (content, named, date): (&Content, Option<Proven>, Date),
    prompter: &mut impl Prompter,
) -> anyhow::Result<Exit> {
    prompter.tell(say::WELCOME.to(shared.lang)).map_err(broken)?;
    let proven = match named {
        Some(proven) => proven,
        None => match super::profession::ask(content, date, prompter, shared).map_err(broken)? {
            Some(profession) => content.prove(shared, &profession, date)?,
            None => return stopped(world, shared),
        },
    };
    let mut card = Page::new(setting(shared).without_colour());
    Card::of(proven.guide()).write(Danger::Now, &mut card);
    let now = |answers: &Answers| {
        let told = Told::new(&proven, answers, evaluate(&proven, answers), world.today);
        told.now(setting(shared).without_colour())
    };
    let ended = converse(&proven, prompter, &Asides { card: &card.finish(), now: &now }, shared.lang);
    match ended {
        Ok(Ended::Whole(answers)) => tell(world, shared, check, content, &proven, &answers, Vec::new()),
        Ok(Ended::Stopped(_)) => stopped(world, shared),
        Err(off) => Err(broken(off.why).into()),
    }
}

fn stopped(world: &mut World<'_>, shared: &Shared) -> anyhow::Result<Exit> {
    writeln!(world.err, "{}", say::STOPPED.to(shared.lang))?;
    Ok(Exit::Undecided)
}

fn broken(why: Broken) -> Failure {
    match why {
        Broken::Interrupted => Failure::Interrupted,
        Broken::EndOfInput => Failure::InputEnded,
        Broken::Io(why) => Failure::from(anyhow::Error::from(why)),
    }
}

fn tell(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
    content: &Content,
    proven: &Proven,
    answers: &Answers,
    not_in_this_norm: Vec<String>,
) -> anyhow::Result<Exit> {
    let evaluation = evaluate(proven, answers);
    let mut told = Told::new(proven, answers, evaluation, world.today);
    told.not_in_this_norm = not_in_this_norm;
    told.own_content = content.is_own();
    let paper = || Paper::of(&told, check.sheet.map(Sheet::from), setting(shared));
    let text = match (check.format, check.sheet) {
        (ResultFormat::Text, None) => told.text(setting(shared)),
        (ResultFormat::Text, Some(_)) => paper().text(),
        (ResultFormat::Json, _) => format!("{:#}\n", json::value(&told)),
        (ResultFormat::Markdown, _) => paper().markdown(),
        (ResultFormat::Html, _) => paper().html(),
    };
    world.print(&text)?;
    Ok(match told.evaluation.outlook() {
        Outlook::Emergency { .. } | Outlook::Advise { .. } => Exit::Done,
        Outlook::Leave(_) => Exit::OtherDoor,
        Outlook::Ask(_) | Outlook::NotYet(_) => Exit::Undecided,
    })
}
