//! `meldcode evaluate`: many answer sets, each to its result, and beside its key when it has one.
//!
//! What fits is always written; what does not fit is told, and the exit code says so. Nothing is kept of an answer set:
//! a stream may be as long as it likes.

mod contents;
mod forms;
mod guides;
mod progress;
mod reading;
mod records;
mod work;
mod writing;

use std::sync::atomic::AtomicUsize;

use crate::batch::paths::{self, Shape};
use crate::batch::pool::in_order;
use crate::batch::spare::Spare;
use crate::ui::messages::{command, evaluate as say};

use super::answered::Flags;
use super::args::{Evaluate, Shared};
use super::check::not_after;
use super::exit::Exit;
use super::failure::Failure;
use super::shape::{BatchFormat, InputFormat};
use super::world::World;
use contents::Contents;
use guides::Guides;
use progress::Progress;
use reading::{Reading, Settings};
use records::Records;
use work::{Asked, Worker};
use writing::Writing;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Evaluate) -> anyhow::Result<Exit> {
    // The arguments are judged before anything is read.
    let lang = shared.lang;
    let date = asked.date.map(|date| not_after(date, world.today, shared)).transpose()?;
    if asked.full && asked.format != BatchFormat::Jsonl {
        let says = command::bad_value(lang, "--full", "--format");
        return Err(Failure::Usage(says, say::FULL_IS_JSON.to(lang).to_owned()).into());
    }
    let contents = Contents::new(shared)?;
    let flags = Flags { profession: asked.profession.as_deref(), date };
    let in_full = asked.full || asked.format == BatchFormat::Text;
    let guides = Guides::new(&contents, shared, !in_full);
    if let Some(profession) = flags.profession
        && let Err(why @ Failure::Usage(..)) = guides.has(profession, date.unwrap_or(world.today))
    {
        return Err(why.into());
    }
    let shape = asked.input.map(|input| match input {
        InputFormat::Toml | InputFormat::Json => Shape::Whole,
        InputFormat::Jsonl => Shape::Lines,
        InputFormat::Csv => Shape::Rows,
    });
    let settings = Settings {
        vocabulary: &contents.vocabulary,
        lang,
        shape,
        may_be_empty: asked.format == BatchFormat::Jsonl,
    };
    // Who sees the records pass by sees how far it is.
    let clock = world.clock.filter(|_| !world.out_is_terminal);
    let progress = Progress::new(clock, clock.and_then(|_| paths::size(&asked.paths)));
    let (drawn, spare) = (AtomicUsize::new(0), Spare::default());
    let today = world.today;
    let known = Asked { guides: &guides, flags, today, in_full, strict: asked.strict };
    let mut reading = Reading::new(asked.paths.clone(), (&mut *world.input, &spare), settings);
    let mut writing =
        Writing::new((&mut *world.out, &mut *world.err), shared, asked.format, (&drawn, &spare), progress);
    writing.begin()?;
    in_order(
        asked.jobs.map_or(world.cores, usize::from),
        || Ok(reading.next()),
        || {
            let mut worker = Worker::new(&known, &spare);
            let drawn = &drawn;
            move |job| worker.work(job, Records::new(asked.format, shared, drawn))
        },
        |records| writing.take(records),
    )?;
    writing.finish()
}
