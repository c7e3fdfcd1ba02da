//! `meldcode exercise grade`: what a class answered, beside the keys of its exercises.
//!
//! What fits is always graded; what does not fit is told, and the exit code says so.

mod forms;
mod judging;
mod sets;

use std::path::Path;

use crate::cli::args::Shared;
use crate::cli::check::setting;
use crate::cli::content::Content;
use crate::cli::exit::Exit;
use crate::cli::shape::GradeFormat;
use crate::cli::world::World;
use crate::exercise::class::Class;
use crate::report::class;
use crate::ui::messages::class::of_others;
use crate::ui::messages::{command, evaluate as say, training};

use super::args::Grade;
use judging::Judging;

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &Grade,
) -> anyhow::Result<Exit> {
    let content = Content::open(shared)?;
    let (mut judging, mut unusable) = Judging::new(&content, shared, own, asked.exercise.as_deref())?;
    let read = sets::read(world, shared, &content, &asked.sets)?;
    unusable.extend(read.unusable);
    for set in read.sets {
        unusable.extend(judging.take(set)?);
    }
    let passed_over = judging.passed_over;
    if passed_over > 0 {
        let (note, says) = (training::NOTE.to(shared.lang), of_others(shared.lang, passed_over));
        writeln!(world.err, "{note}: {says}")?;
    }
    let class = Class::of(judging.rounds());
    let answered: usize = class.rounds.iter().map(|round| round.graded.len()).sum();
    if answered > 0 {
        let text = match asked.format {
            GradeFormat::Text => class::text(&class, setting(shared)),
            GradeFormat::Html => class::html(&class, shared.lang),
            GradeFormat::Json => format!("{:#}\n", class::value(&class)),
            GradeFormat::Jsonl => forms::lines(&class),
            GradeFormat::Csv => forms::rows(&class),
            GradeFormat::Junit => forms::suites(&class, &unusable, shared.lang),
        };
        world.print(&text)?;
    }
    for set in &unusable {
        set.tell(world, shared)?;
    }
    if unusable.is_empty() && answered == 0 && passed_over > 0 {
        // There were sets, and none of them was asked for: that is said already.
        return Ok(Exit::Input);
    }
    if !unusable.is_empty() || answered == 0 {
        let all = answered + unusable.len();
        let says = say::unusable(shared.lang, unusable.len(), all);
        writeln!(world.err, "{}: {says}", command::ERROR.to(shared.lang))?;
        return Ok(Exit::Input);
    }
    Ok(if class.differs() { Exit::Different } else { Exit::Done })
}
