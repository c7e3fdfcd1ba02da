//! `meldcode exercise`: exercises found, written, checked and done, and what a class made of them.

pub mod args;
mod exam;
mod grade;
mod handout;
mod lint;
mod list;
mod loading;
mod new;
mod report;
mod run;
mod shelf;

use super::args::Shared;
use super::exit::Exit;
use super::world::World;
use args::{Exercise, What};

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Exercise) -> anyhow::Result<Exit> {
    let own = asked.exercises.as_deref();
    match &asked.what {
        What::List(list) => list::run(world, shared, own, list),
        What::New(new) => new::run(world, shared, new),
        What::Run(run) => run::run(world, shared, own, run),
        What::Lint(lint) => lint::run(world, shared, own, lint),
        What::Grade(grade) => grade::run(world, shared, own, grade),
        What::Handout(handout) => handout::run(world, shared, own, handout),
        What::Report(report) => report::run(world, shared, own, report),
    }
}
