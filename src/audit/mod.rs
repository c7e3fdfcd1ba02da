//! Whether content is sound: every guide linked and proved, every safety property checked.
//!
//! Knows how a flaw in a guide is told to the author of a document. Refuses to mend anything.

mod flaw;
mod proofs;
mod side_by_side;
mod structure;

use std::collections::HashMap;

use jiff::civil::Date;

use crate::content::heard::Heard;
use crate::content::library::Library;
use crate::content::link::{NoGuide, link, link_for_proof, rests_on, unfit};
use crate::content::lock;
use crate::content::overlay::Overlay;
use crate::content::raw;
use crate::content::store::Origin;
use crate::engine::proven::{Proven, Unproved};
use crate::engine::survey::Survey;
use crate::model::guide::Guide;
use crate::model::problem::{Problem, in_order};

use proofs::{Proof, proofs};
use side_by_side::side_by_side;
use structure::Structure;

/// Links and proves what applies to a profession on a date: the walk ends, every reachable set has one row. Built-in
/// documents that are as they were released were proved then, with all their guides, and a test of every release proves
/// them again: they are not proved at each start.
///
/// # Errors
/// When there is no guide, or it cannot be proved.
pub fn prove(library: &Library, profession: &str, date: Date) -> Result<Proven, NoGuide> {
    let guide = link(library, profession, date)?;
    if library.origin == Origin::Embedded && lock::is_released(library, &guide) {
        return Ok(Proven::before(guide));
    }
    Proven::prove(guide).map_err(|unproved| {
        let Unproved { guide, flaws } = *unproved;
        NoGuide::Problems(in_order(flaws.iter().map(|flaw| flaw::problem(library, &guide, flaw)).collect()))
    })
}

/// One guide that was audited.
#[derive(Debug, Clone)]
pub struct Audited {
    /// The profession.
    pub profession: String,
    /// The first day of the interval.
    pub from: Date,
    /// What the proof counted.
    pub survey: Survey,
    /// States of each property's slice, and how many ends it was about.
    pub properties: Vec<(String, usize, usize)>,
    /// States in which was looked whether each question can change something.
    pub worth_states: usize,
    /// Whether a guide of the same structure had been proved before.
    pub as_before: bool,
}

/// What an audit found.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// Every guide: profession by interval.
    pub guides: Vec<Audited>,
    /// Every problem, once.
    pub problems: Vec<Problem>,
    /// Every text that a guide can say, as it is written.
    pub heard: Heard,
}

/// The days on which what a profession rests on begins to be something else.
fn intervals(library: &Library, profession: &str) -> Vec<Date> {
    let mut before = None;
    let mut days = library.turning_days();
    days.retain(|day| {
        let resting = match rests_on(library, profession, *day) {
            Ok(documents) => Some(documents),
            // A refusal rests on nothing that begins or ends.
            Err(NoGuide::Refused(_)) => Some(Vec::new()),
            Err(_) => None,
        };
        let same = resting.is_some() && before == resting;
        before = resting;
        !same
    });
    days
}

/// A guide that was linked: what its proof depends on, and the day on which it begins.
struct Linked {
    profession: String,
    from: Date,
    structure: Structure,
}

/// What linking all guides of one profession came to.
#[derive(Default)]
struct Guides {
    linked: Vec<Linked>,
    problems: Vec<Problem>,
}

/// Proves every guide of the library: each profession on each interval between document dates.
#[must_use]
pub fn audit(library: &Library) -> Audit {
    let mut audit = Audit::default();
    let (found, heard) =
        side_by_side(&library.profession_names(), |heard, profession| guides(library, profession, heard));
    heard.into_iter().for_each(|heard| audit.heard.append(heard));
    // Guides of equal structure are proved once.
    let mut places: HashMap<Structure, usize> = HashMap::new();
    let mut distinct: Vec<Guide> = Vec::new();
    let mut all = Vec::new();
    for Guides { linked, problems } in found {
        audit.problems.extend(problems);
        for Linked { profession, from, structure } in linked {
            let as_before = places.contains_key(&structure);
            if !as_before {
                match link_for_proof(library, &profession, from, &mut audit.heard) {
                    Ok(guide) => distinct.push(guide),
                    Err(_) => continue,
                }
            }
            let place = *places.entry(structure).or_insert(distinct.len() - 1);
            all.push((profession, from, place, as_before));
        }
    }
    let proofs = proofs(library, &distinct);
    for (profession, from, place, as_before) in all {
        match proofs.get(place) {
            Some(Ok(Proof { survey, properties, worth_states })) => {
                let (properties, worth_states) = (properties.clone(), *worth_states);
                audit.guides.push(Audited {
                    profession,
                    from,
                    survey: *survey,
                    properties,
                    worth_states,
                    as_before,
                });
            }
            Some(Err(problems)) => audit.problems.extend(problems.clone()),
            None => {}
        }
    }
    // A guide with a problem is not there to be spoken of: a property about it alone is not idle.
    if audit.problems.is_empty() {
        audit.problems.extend(idle(library, &audit.guides));
    }
    audit.problems = in_order(audit.problems);
    audit
}

/// Links all guides of a profession.
fn guides(library: &Library, profession: &str, heard: &mut Heard) -> Guides {
    let mut found = Guides::default();
    let (mut any, mut never) = (false, None);
    for from in intervals(library, profession) {
        match link_for_proof(library, profession, from, heard) {
            Ok(guide) => {
                any = true;
                let structure = Structure::of(&guide);
                found.linked.push(Linked { profession: profession.to_owned(), from, structure });
            }
            Err(NoGuide::Problems(problems)) => {
                any = true;
                found.problems.extend(problems);
            }
            // Before the first row there is nothing to prove; `check` says so to whoever asks.
            Err(NoGuide::NotInForce { document, first_day }) => {
                let early = first_day.filter(|first| from < *first);
                let too_early =
                    early.and_then(|first| flaw::too_early(library, profession, from, &document, first));
                any |= too_early.is_some();
                found.problems.extend(too_early);
                never = Some(document);
            }
            // A profession that is refused has been looked at as a whole, and there is nothing to prove.
            Err(NoGuide::Refused(_)) => any = true,
            Err(NoGuide::UnknownProfession { .. }) => {}
        }
    }
    if let (false, Some(document)) = (any, never) {
        found.problems.extend(flaw::never_in_force(library, profession, &document));
    }
    found
}

/// What an English reader would miss, or read wrongly: texts without a translation, translations of texts that are gone,
/// and translations that cannot be shown. Nothing when the content speaks Dutch alone.
#[must_use]
pub fn translated(library: &Library, overlay: &Overlay, heard: &Heard) -> Vec<Problem> {
    if overlay.is_empty() {
        return Vec::new();
    }
    let mut problems = overlay.gaps(heard);
    problems.extend(overlay.orphans(heard));
    problems.extend(unfit(library, overlay, heard));
    in_order(problems)
}

/// A property that is about no result of any guide protects nothing.
fn idle(library: &Library, guides: &[Audited]) -> Vec<Problem> {
    let all = library.properties.raw.property.iter();
    let speaks = |property: &&raw::Property| {
        let id = property.id.get_ref();
        guides.iter().any(|guide| guide.properties.iter().any(|(known, _, about)| known == id && *about > 0))
    };
    let silent = all.filter(|property| !speaks(property));
    if guides.is_empty() {
        Vec::new()
    } else {
        silent.map(|property| flaw::idle_property(library, property)).collect()
    }
}
