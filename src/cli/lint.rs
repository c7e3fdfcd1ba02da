//! `meldcode lint`: every guide proved, every property checked, every problem told at once.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::audit::{Audit, Audited, audit, translated};
use crate::content::library::Library;
use crate::content::lock;
use crate::content::overlay::Overlay;
use crate::content::store::{Store, Texts, write};
use crate::model::problem::{Problem, in_order};
use crate::ui::lang::Lang;
use crate::ui::messages::command as say;

use super::args::{Lint, Shared};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, lint: &Lint) -> anyhow::Result<Exit> {
    let directory: Option<&PathBuf> = lint.dir.as_ref().or(shared.content.as_ref());
    // The arguments are judged before anything is read.
    let release_in = if lint.lock { Some(directory.ok_or_else(|| no_directory(shared.lang))?) } else { None };
    let (store, problems) = match directory {
        Some(directory) => Content::directory(directory, shared)?,
        None => (Store::embedded(), Vec::new()),
    };
    let texts = store.texts.clone();
    let found = match Library::read(&store, problems) {
        Ok(library) => {
            let mut found = audit(&library);
            // The same documents are linked for an English reader: each of their faults would be told twice, and texts
            // that were not heard because of one would seem to be gone.
            let sound = found.problems.is_empty();
            found.problems.extend(lock::problems(&library));
            found.problems.extend(match Overlay::read(&store) {
                Ok(overlay) if sound => translated(&library, &overlay, &found.heard),
                Ok(_) => Vec::new(),
                Err(problems) => problems,
            });
            if let (Some(directory), true) = (release_in, found.problems.is_empty()) {
                release(directory, &library, shared)?;
            }
            found.problems = in_order(found.problems);
            found
        }
        Err(problems) => Audit { problems, ..Audit::default() },
    };
    if found.problems.is_empty() {
        world.print(&summary(&found, shared.lang))?;
        return Ok(Exit::Done);
    }
    let colour = shared.style.colour;
    let drawn: Vec<String> =
        found.problems.iter().map(|problem| draw(problem, &texts, shared.lang, colour)).collect();
    world.print(&format!("{}\n\n{}\n", drawn.join("\n\n"), say::problems(shared.lang, drawn.len())))?;
    Ok(Exit::Different)
}

/// The built-in content cannot be released from here.
fn no_directory(lang: Lang) -> Failure {
    Failure::Usage(say::NO_DIRECTORY.to(lang).to_owned(), say::LOCK_HELP.to(lang).to_owned())
}

/// Writes down which documents are released now.
fn release(directory: &Path, library: &Library, shared: &Shared) -> Result<(), Failure> {
    let lang = shared.lang;
    write(directory, lock::LOCK, &lock::text(library)).map_err(|why| {
        let file = directory.join(lock::LOCK).display().to_string();
        Failure::Usage(
            say::unreadable(lang, &file, &say::why(lang, &why)),
            say::LOCK_HELP.to(lang).to_owned(),
        )
    })
}

fn draw(problem: &Problem, texts: &Texts, lang: Lang, colour: bool) -> String {
    crate::ui::excerpt::draw(problem, texts.get(&problem.file).map(AsRef::as_ref), lang, colour)
}

/// Guides, states and properties, counted.
fn summary(audit: &Audit, lang: Lang) -> String {
    let mut text = String::new();
    for guide in &audit.guides {
        let _ = writeln!(text, "{}", line(guide));
    }
    let proved: Vec<&Audited> = audit.guides.iter().filter(|guide| !guide.as_before).collect();
    let mut named = BTreeSet::new();
    for (id, states, about) in proved.iter().flat_map(|guide| &guide.properties) {
        if named.insert(id) {
            let _ = writeln!(text, "  property {id}: holds for {about} ends in {states} states");
        }
    }
    let states: usize = proved.iter().map(|guide| guide_states(guide)).sum();
    let (guides, properties) = (audit.guides.len(), named.len());
    let sound = say::SOUND.to(lang);
    let _ = writeln!(text, "{sound}: {guides} guides, {properties} properties, {states} states");
    text
}

fn line(guide: &Audited) -> String {
    let Audited { profession, from, survey, as_before, .. } = guide;
    let proof = if *as_before {
        "same structure, proved above".to_owned()
    } else {
        format!("{} states", guide_states(guide))
    };
    let common = survey.on_the_common_path;
    let common = common.map_or_else(String::new, |most| format!("; {most} on the common path"));
    format!("guide {profession} from {from}: at most {} questions{common}; {proof}", survey.most_questions)
}

fn guide_states(guide: &Audited) -> usize {
    let slices: usize = guide.properties.iter().map(|(_, states, _)| states).sum();
    guide.survey.weighing_states + guide.survey.routing_states + guide.worth_states + slices
}
