//! `meldcode exercise lint`: every exercise read, met by its norm, and laid beside its own key.
//!
//! Problems stand in the lines of the file. Notes are advice and change no exit code.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use crate::cli::args::Shared;
use crate::cli::content::Content;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::world::World;
use crate::engine::proven::Proven;
use crate::exercise::lint::{Findings, lint};
use crate::model::problem::{Code, Problem};
use crate::ui::excerpt;
use crate::ui::layout::clean_line;
use crate::ui::messages::{evaluate, training as say};

use super::args::Lint;
use super::loading::{Loaded, Loader};
use super::shelf::{self, Volume};

/// So many exercises with the same note are named.
const NAMED: usize = 3;

/// What was found so far.
#[derive(Default)]
struct Count {
    sound: usize,
    faulty: usize,
    unusable: usize,
    noted: usize,
    /// What exercises lack to be full ones, with their names.
    not_full: BTreeMap<String, Vec<String>>,
}

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &Lint,
) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let mut paths = asked.paths.clone();
    paths.extend(own.map(Path::to_owned));
    let content = Content::open(shared)?;
    let (volumes, unreadable) =
        if paths.is_empty() { (shelf::built_in(), Vec::new()) } else { shelf::at(&paths, lang) };
    let mut count = Count { unusable: unreadable.len(), ..Count::default() };
    draw(world, &unreadable, None, shared)?;
    let mut loader = Loader::new(&content, shared);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for volume in &volumes {
        match loader.load(volume)? {
            Err(problems) => {
                count.unusable += 1;
                draw(world, &problems, Some(&volume.text), shared)?;
            }
            Ok(loaded) => {
                let mut found = findings(volume, &loaded, shared);
                found.problems.extend(named(volume, &loaded, &mut names, shared));
                tell(world, volume, &found, shared)?;
                count.noted += usize::from(!found.notes.is_empty());
                if let Some(says) = found.not_full {
                    count.not_full.entry(says).or_default().push(clean_line(&volume.file));
                }
                if found.problems.is_empty() { count.sound += 1 } else { count.faulty += 1 }
            }
        }
    }
    if volumes.is_empty() && unreadable.is_empty() {
        let help = evaluate::EMPTY_DIRECTORY_HELP.to(lang).to_owned();
        return Err(Failure::Input(say::NO_EXERCISES.to(lang).to_owned(), help).into());
    }
    let Count { sound, faulty, unusable, noted, not_full } = count;
    for (says, files) in &not_full {
        // What many lack is told once.
        let named: Vec<&str> = files.iter().take(NAMED).map(String::as_str).collect();
        let named = say::and_more(lang, &named, files.len());
        world.print(&format!("{}: {named}: {says}\n", say::NOTE.to(lang)))?;
    }
    world.print(&format!("{}\n", say::looked_at(lang, sound, faulty, unusable, noted)))?;
    Ok(if unusable > 0 {
        Exit::Input
    } else if faulty > 0 {
        Exit::Different
    } else {
        Exit::Done
    })
}

fn findings(volume: &Volume, loaded: &Loaded, shared: &Shared) -> Findings {
    let guides: Vec<&Proven> = loaded.guides.iter().map(AsRef::as_ref).collect();
    lint(&volume.file, &loaded.exercise, &guides, shared.lang)
}

/// The name of an exercise is that of its file, and no other exercise has it.
fn named(
    volume: &Volume,
    loaded: &Loaded,
    names: &mut BTreeMap<String, String>,
    shared: &Shared,
) -> Vec<Problem> {
    let (lang, id) = (shared.lang, &loaded.exercise.head.id);
    let problem = |says| Problem::at(Code::BadExercise, &volume.file, None, says);
    let mut problems = Vec::new();
    if *id != volume.stem {
        let help = say::other_name_help(lang, &volume.stem);
        problems.push(problem(say::other_name(lang, id, &volume.stem)).help(help));
    }
    if let Some(other) = names.insert(id.clone(), volume.file.clone()) {
        problems.push(problem(say::same_name(lang, id, &other)).help(say::NOT_NEW_HELP.to(lang)));
    }
    problems
}

fn tell(world: &mut World<'_>, volume: &Volume, found: &Findings, shared: &Shared) -> anyhow::Result<()> {
    draw(world, &found.problems, Some(&volume.text), shared)?;
    let mut text = String::new();
    for (place, says) in &found.notes {
        let (note, file) = (say::NOTE.to(shared.lang), clean_line(&volume.file));
        let line = line(&volume.text, place);
        text.push_str(&format!("{note}: {file}:{line}: {}\n", clean_line(says)));
    }
    world.print(&text)
}

fn line(text: &str, place: &Range<usize>) -> usize {
    text.bytes().take(place.start).filter(|byte| *byte == b'\n').count() + 1
}

fn draw(
    world: &mut World<'_>,
    problems: &[Problem],
    text: Option<&str>,
    shared: &Shared,
) -> anyhow::Result<()> {
    for problem in problems {
        world.print(&format!("{}\n\n", excerpt::draw(problem, text, shared.lang, shared.style.colour)))?;
    }
    Ok(())
}
