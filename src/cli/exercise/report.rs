//! `meldcode exercise report`: what exercises together reach of the norm, and what they do not.

use std::path::Path;

use crate::cli::args::Shared;
use crate::cli::check::setting;
use crate::cli::content::Content;
use crate::cli::exit::Exit;
use crate::cli::world::World;
use crate::engine::evaluate::evaluate;
use crate::exercise::coverage::Coverage;
use crate::report::coverage;
use crate::ui::excerpt;

use super::args::{Report, ReportFormat};
use super::loading::Loader;
use super::shelf;

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &Report,
) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let content = Content::open(shared)?;
    let (volumes, unreadable) = match own {
        // A folder of one's own is looked at by itself: what is built in reaches everything.
        Some(own) => shelf::at(&[own.to_owned()], lang),
        None => (shelf::built_in(), Vec::new()),
    };
    let mut problems: Vec<(_, Option<&str>)> = unreadable.into_iter().map(|one| (one, None)).collect();
    let mut coverage = Coverage::default();
    for (profession, _) in content.library.professions_on(world.today) {
        coverage.expect(content.prove(shared, &profession.name, world.today)?.guide());
    }
    let mut loader = Loader::new(&content, shared);
    let mut count = 0;
    for volume in &volumes {
        match loader.load(volume)? {
            Ok(loaded) => {
                count += 1;
                for (phase, proven) in loaded.exercise.phases.iter().zip(&loaded.guides) {
                    let evaluation = evaluate(proven, &phase.answers);
                    coverage.add(&loaded.exercise.head.id, &evaluation, &phase.answers);
                }
            }
            Err(found) => problems.extend(found.into_iter().map(|one| (one, Some(&*volume.text)))),
        }
    }
    world.print(&match asked.format {
        ReportFormat::Text => coverage::paper(&coverage, count, setting(shared)).text(),
        ReportFormat::Html => coverage::paper(&coverage, count, setting(shared)).html(),
        ReportFormat::Json => format!("{:#}\n", coverage::value(&coverage, count)),
    })?;
    for (problem, text) in &problems {
        writeln!(world.err, "{}\n", excerpt::draw(problem, *text, lang, shared.style.colour))?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Input })
}
