//! The program as people start it: arguments in, one command, an exit code out.
//!
//! The only layer that meets the outside world, and only through `world`.

mod answered;
pub mod args;
mod cases;
mod check;
mod content;
mod diff;
mod emergency;
mod evaluate;
pub mod exercise;
pub mod exit;
mod failure;
mod framework;
mod interview;
mod keeping;
mod lint;
mod profession;
mod replay;
pub mod shape;
mod show;
mod usage;
mod worded;
pub mod world;

use crate::model::profession::Refusal;
use crate::report::paper::Paper;
use crate::report::refusal;

use args::{Asked, Command};
use exit::Exit;
use failure::Failure;
use shape::ResultFormat;
use world::World;

/// Runs the program with these arguments, the program's own name first.
pub fn run(world: &mut World<'_>, arguments: &[String]) -> Exit {
    let lang = args::language(arguments, world.lang.as_deref());
    let outcome = match args::parse(arguments, lang) {
        Ok(Asked::Help(text)) => world.print(&text).map(|()| Exit::Done),
        Ok(Asked::Command(arguments)) => dispatch(world, &arguments, lang),
        Err(failure) => Err(failure),
    };
    outcome.unwrap_or_else(|why| report(world, why, lang))
}

fn dispatch(
    world: &mut World<'_>,
    arguments: &args::Arguments,
    lang: crate::ui::lang::Lang,
) -> anyhow::Result<Exit> {
    let style = world.style(arguments.color);
    let content = arguments.content.clone().or_else(|| world.content.clone());
    let shared = args::Shared { lang, style, content, today: world.today };
    let outcome = match &arguments.command {
        Command::Cases(cases) => cases::run(world, &shared, cases),
        Command::Check(check) => check::run(world, &shared, check),
        Command::Diff(diff) => diff::run(world, &shared, diff),
        Command::Emergency => emergency::run(world, &shared),
        Command::Evaluate(evaluate) => evaluate::run(world, &shared, evaluate),
        Command::Exercise(exercise) => exercise::run(world, &shared, exercise),
        Command::Lint(lint) => lint::run(world, &shared, lint),
        Command::Replay(replay) => replay::run(world, &shared, replay),
        Command::Show(show) => show::run(world, &shared, show),
    };
    match outcome.map_err(Failure::from) {
        Err(Failure::Refused(refused)) => turn_away(world, &shared, arguments.command.shape(), &refused),
        outcome => Ok(outcome?),
    }
}

/// A refusal is no failure of the program: it is the result, in the shape that was asked for, where results stand.
fn turn_away(
    world: &mut World<'_>,
    shared: &args::Shared,
    shape: ResultFormat,
    refused: &Refusal,
) -> anyhow::Result<Exit> {
    let paper = || Paper::refused(refused, check::setting(shared));
    let text = match shape {
        ResultFormat::Text => paper().text(),
        ResultFormat::Json => format!("{:#}\n", refusal::json(refused)),
        ResultFormat::Markdown => paper().markdown(),
        ResultFormat::Html => paper().html(),
    };
    world.print(&text)?;
    Ok(Exit::OtherDoor)
}

/// Prints what went wrong, and picks the exit code.
fn report(world: &mut World<'_>, why: anyhow::Error, lang: crate::ui::lang::Lang) -> Exit {
    let failure = Failure::from(why);
    let text = failure.text(lang);
    if !text.is_empty() {
        // When even stderr is closed there is nobody left to tell; the exit code still says it.
        let _ = writeln!(world.err, "{text}");
    }
    failure.exit()
}
