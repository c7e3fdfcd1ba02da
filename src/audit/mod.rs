//! Whether content is sound: every guide linked and proved, every safety property checked.
//!
//! Knows how a flaw in a guide is told to the author of a document. Refuses to mend anything.

mod flaw;
mod structure;

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::thread;

use jiff::civil::Date;

use crate::content::library::Library;
use crate::content::link::{NoGuide, link, link_for_proof, rests_on};
use crate::content::overlay::{Overlay, Said};
use crate::content::raw;
use crate::engine::check::{Verdict, check};
use crate::engine::explore::TooManyStates;
use crate::engine::proven::{Proven, Unproved};
use crate::engine::survey::{Flaw, Survey};
use crate::engine::worth::{Worth, worth};
use crate::model::guide::Guide;
use crate::model::problem::{Problem, in_order};

use structure::Structure;

/// Links and proves what applies to a profession on a date: the walk ends, every reachable set has one row.
///
/// # Errors
/// When there is no guide, or it cannot be proved.
pub fn prove(library: &Library, profession: &str, date: Date) -> Result<Proven, NoGuide> {
    let guide = link(library, profession, date)?;
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
    pub said: Said,
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

/// Proves every guide of the library: each profession on each interval between document dates.
#[must_use]
pub fn audit(library: &Library) -> Audit {
    let mut audit = Audit::default();
    let mut known: HashMap<Structure, Result<Audited, Vec<Problem>>> = HashMap::new();
    for profession in library.profession_names() {
        let (mut linked, mut never) = (false, None);
        for from in intervals(library, profession) {
            let guide = match link_for_proof(library, profession, from, &mut audit.said) {
                Ok(guide) => guide,
                Err(NoGuide::Problems(problems)) => {
                    linked = true;
                    audit.problems.extend(problems);
                    continue;
                }
                // Before the first row there is nothing to prove; `check` says so to whoever asks.
                Err(NoGuide::NotInForce { document, first_day }) => {
                    let early = first_day.filter(|first| from < *first);
                    let too_early =
                        early.and_then(|first| flaw::too_early(library, profession, from, &document, first));
                    linked |= too_early.is_some();
                    audit.problems.extend(too_early);
                    never = Some(document);
                    continue;
                }
                // A profession that is refused has been looked at as a whole, and there is nothing to prove.
                Err(NoGuide::Refused(_)) => {
                    linked = true;
                    continue;
                }
                Err(NoGuide::UnknownProfession { .. }) => continue,
            };
            linked = true;
            let structure = Structure::of(&guide);
            let as_before = known.contains_key(&structure);
            let result = known.entry(structure).or_insert_with(|| audit_guide(library, guide)).clone();
            match result {
                Ok(audited) => {
                    audit.guides.push(Audited {
                        profession: profession.to_owned(),
                        from,
                        as_before,
                        ..audited
                    });
                }
                Err(problems) => audit.problems.extend(problems),
            }
        }
        if let (false, Some(document)) = (linked, never) {
            audit.problems.extend(flaw::never_in_force(library, profession, &document));
        }
    }
    // A guide with a problem is not there to be spoken of: a property about it alone is not idle.
    if audit.problems.is_empty() {
        audit.problems.extend(idle(library, &audit.guides));
    }
    audit.problems = in_order(audit.problems);
    audit
}

/// What an English reader would miss, or read wrongly: texts without a translation, translations of texts that are gone,
/// and translations that cannot be shown. Nothing when the content speaks Dutch alone.
#[must_use]
pub fn translated(library: &Library, overlay: Overlay, said: &Said) -> Vec<Problem> {
    if overlay.is_empty() {
        return Vec::new();
    }
    let mut problems = overlay.gaps(said);
    problems.extend(overlay.orphans(said));
    let english = library.clone().in_english(overlay);
    for profession in english.profession_names() {
        for from in intervals(&english, profession) {
            if let Err(NoGuide::Problems(found)) = link(&english, profession, from) {
                problems.extend(found);
            }
        }
    }
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

/// Every property, checked side by side: they read the same guide and know nothing of each other.
fn verdicts(guide: &Guide) -> Vec<Verdict> {
    thread::scope(|scope| {
        let running: Vec<_> =
            guide.properties.iter().map(|property| scope.spawn(move || check(guide, property))).collect();
        // A fault in a check is a fault of the program, and is passed on as such.
        let verdict = |thread: thread::ScopedJoinHandle<'_, Verdict>| {
            thread.join().unwrap_or_else(|fault| resume_unwind(fault))
        };
        running.into_iter().map(verdict).collect()
    })
}

fn audit_guide(library: &Library, guide: Guide) -> Result<Audited, Vec<Problem>> {
    let (profession, from) = (guide.profession.id.to_string(), guide.date);
    let proven = match Proven::prove(guide) {
        Ok(proven) => proven,
        Err(unproved) => {
            let Unproved { guide, flaws } = *unproved;
            return Err(flaws.iter().map(|found| flaw::problem(library, &guide, found)).collect());
        }
    };
    let guide = proven.guide();
    let mut problems = Vec::new();
    let mut properties = Vec::new();
    let (verdicts, worth) = thread::scope(|scope| {
        let worth = scope.spawn(|| worth(guide));
        // A fault in a check is a fault of the program, and is passed on as such.
        (verdicts(guide), worth.join().unwrap_or_else(|fault| resume_unwind(fault)))
    });
    for (property, verdict) in guide.properties.iter().zip(verdicts) {
        match verdict {
            Verdict::Holds { states, about } => properties.push((property.id.to_string(), states, about)),
            // Whether it is about any result at all is asked of all guides together.
            Verdict::Idle => properties.push((property.id.to_string(), 0, 0)),
            verdict => problems.extend(flaw::property(library, guide, property, &verdict)),
        }
    }
    let worth_states = match worth {
        Ok(Worth { states, idle }) => {
            problems.extend(idle.iter().map(|idle| flaw::idle(library, guide, idle)));
            states
        }
        Err(TooManyStates) => {
            problems.push(flaw::problem(library, guide, &Flaw::TooManyStates));
            0
        }
    };
    if problems.is_empty() {
        Ok(Audited { profession, from, survey: proven.survey(), properties, worth_states, as_before: false })
    } else {
        Err(problems)
    }
}
