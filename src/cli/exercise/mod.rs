//! `meldcode exercise`: exercises found, written, checked and done, and what a class made of them.

pub mod args;
mod grade;
mod lint;
mod list;
mod loading;
mod new;
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
        What::Lint(lint) => lint::run(world, shared, own, lint),
        What::Grade(grade) => grade::run(world, shared, own, grade),
    }
}
