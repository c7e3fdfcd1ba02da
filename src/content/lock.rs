//! Documents as they were released: `LOCK.toml` names each with its revision and its digest.
//!
//! Knows that a released document does not change under its revision, and does not go away, and that nothing is released
//! that was not proved. Refuses to judge what it says.

use std::fmt::Write as _;

use super::library::{Edition, Library};
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem, in_order};

/// A document as it can be released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its file.
    pub file: String,
    /// The number of our rendering.
    pub revision: u32,
    /// The digest of its text.
    pub digest: String,
}

/// The file that guards released documents.
pub const LOCK: &str = "LOCK.toml";

/// Every document with a revision, by file.
#[must_use]
pub fn releases(library: &Library) -> Vec<Release> {
    let mut all = Vec::new();
    add(&library.laws, &mut all);
    add(&library.steps, &mut all);
    add(&library.afwegingskaders, &mut all);
    add(&library.doors, &mut all);
    add(&library.practice, &mut all);
    add(&library.flows, &mut all);
    add(&library.themes, &mut all);
    add(&library.signals, &mut all);
    let professions =
        library.professions.iter().map(|one| (&one.filed.file, one.filed.raw.revision, &one.filed.digest));
    let measures =
        library.measures.iter().map(|one| (&one.filed.file, one.filed.raw.revision, &one.filed.digest));
    for (file, revision, digest) in professions.chain(measures) {
        all.push(Release { file: file.clone(), revision, digest: digest.clone() });
    }
    all.sort_by(|one, other| one.file.cmp(&other.file));
    all
}

fn add<T>(editions: &[Edition<T>], all: &mut Vec<Release>) {
    for Edition { revision, filed, .. } in editions {
        all.push(Release { file: filed.file.clone(), revision: *revision, digest: filed.digest.clone() });
    }
}

/// The documents without a revision that a proof reads: what names mean, and which document counts when.
fn proved_with(library: &Library) -> [(&str, &str); 2] {
    let (vocabulary, editions) = (&library.vocabulary, &library.editions);
    [(&vocabulary.file, &vocabulary.digest), (&editions.file, &editions.digest)]
}

/// Whether a guide is made of documents as they were released, all of them: then it was proved at its release.
#[must_use]
pub fn is_released(library: &Library, guide: &Guide) -> bool {
    let Some(lock) = &library.lock else { return false };
    let documents = &lock.raw.document;
    let released = |digest: &str| documents.iter().any(|locked| locked.digest == digest);
    let proved = |(file, digest): (&str, &str)| {
        lock.raw.proved_with.iter().any(|with| with.file.get_ref() == file && with.digest == digest)
    };
    guide.documents.iter().all(|document| released(&document.digest))
        && proved_with(library).into_iter().all(proved)
}

/// A problem for each document that is not the one that was released. Nothing when nothing was released.
#[must_use]
pub fn problems(library: &Library) -> Vec<Problem> {
    let Some(lock) = &library.lock else { return Vec::new() };
    let now = releases(library);
    let mut problems = Vec::new();
    for locked in &lock.raw.document {
        let name = locked.file.get_ref();
        let Some(release) = now.iter().find(|release| release.file == *name) else {
            let says = format!("`{name}` was released, and is not here any more");
            let problem = Problem::at(Code::Unlocked, &lock.file, Some(locked.file.span()), says);
            problems.push(
                problem.help("bring it back; a document that no longer counts ends in `editions.toml`"),
            );
            continue;
        };
        if release.digest != locked.digest && release.revision <= locked.revision {
            let says = format!("this differs from revision {}, which was released", locked.revision);
            let problem = Problem::at(Code::Unlocked, name, None, says);
            let next = locked.revision.saturating_add(1);
            problems.push(problem.help(format!("write `revision = {next}`, then `meldcode lint --lock`")));
        }
    }
    in_order(problems)
}

/// The text of the file for what would be released now.
#[must_use]
pub fn text(library: &Library) -> String {
    let mut text = String::from(
        "# Every document as it is released: written by `meldcode lint --lock`, never by hand.\n\
         # A document that changes gets the next revision first.\n\nschema = 1\n",
    );
    for Release { file, revision, digest } in releases(library) {
        let _ =
            write!(text, "\n[[document]]\nfile = \"{file}\"\nrevision = {revision}\ndigest = \"{digest}\"\n");
    }
    for (file, digest) in proved_with(library) {
        let _ = write!(text, "\n[[proved_with]]\nfile = \"{file}\"\ndigest = \"{digest}\"\n");
    }
    text
}
