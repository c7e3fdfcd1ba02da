//! The proofs of many guides: what is the same of two guides is proved once.
//!
//! Knows which part of a guide a proof reads. Most properties do not look at single texts: they hold for every guide with
//! the same routes.

use std::collections::HashMap;

use crate::content::library::Library;
use crate::engine::check::{Verdict, check};
use crate::engine::explore::TooManyStates;
use crate::engine::narrow::every_pending_says_something;
use crate::engine::passable::Passable;
use crate::engine::routes::Routes;
use crate::engine::survey::{Flaw, Survey, survey};
use crate::engine::worth::{Worth, worth};
use crate::model::duty::Action;
use crate::model::guide::Guide;
use crate::model::problem::Problem;
use crate::model::property::{Property, Words};
use crate::model::question::Choice;
use crate::model::register::{Ref, Set};

use super::flaw;
use super::side_by_side::side_by_side;

/// What the proof of one guide found.
#[derive(Debug, Clone)]
pub(super) struct Proof {
    /// What was counted on the way.
    pub(super) survey: Survey,
    /// States of each property's slice, and how many ends it was about.
    pub(super) properties: Vec<(String, usize, usize)>,
    /// States in which was looked whether each question can change something.
    pub(super) worth_states: usize,
}

/// Proves every guide, side by side.
pub(super) fn proofs(library: &Library, guides: &[Guide]) -> Vec<Result<Proof, Vec<Problem>>> {
    let (surveys, _) = side_by_side(guides, |(): &mut (), guide| survey(guide));
    let sound: Vec<bool> = surveys.iter().map(|(_, flaws)| flaws.is_empty()).collect();
    let readings: Vec<Reading> = guides.iter().map(Reading::of).collect();
    // The first guide with these routes stands for all of them.
    let stands_for = |index: usize| {
        let same =
            |other: &usize| readings.get(*other) == readings.get(index) && sound.get(*other) == Some(&true);
        (0..index).find(same).unwrap_or(index)
    };
    let mut places: HashMap<(usize, String), usize> = HashMap::new();
    let mut tasks: Vec<Task<'_>> = Vec::new();
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for (index, guide) in guides.iter().enumerate() {
        let mut own = Vec::new();
        if sound.get(index) == Some(&true) {
            own.push(tasks.len());
            tasks.push(Task { guide, property: None });
            let stands_for = stands_for(index);
            for property in &guide.properties {
                let by = if reads_texts(property) { index } else { stands_for };
                let place = *places.entry((by, property.id.to_string())).or_insert_with(|| {
                    tasks.push(Task { guide, property: Some(property) });
                    tasks.len() - 1
                });
                own.push(place);
            }
        }
        parts.push(own);
    }
    let (found, _) = side_by_side(&tasks, |(): &mut (), task| task.run());
    let told = guides.iter().zip(surveys).zip(parts);
    told.map(|((guide, (survey, flaws)), parts)| {
        let mut problems: Vec<Problem> =
            flaws.iter().map(|found| flaw::problem(library, guide, found)).collect();
        let mut proof = Proof { survey, properties: Vec::new(), worth_states: 0 };
        let mut found = parts.into_iter().filter_map(|place| found.get(place));
        if let Some(Found::Worth(worth)) = found.next() {
            proof.worth_states = worth_of(library, guide, worth, &mut problems);
        }
        for (property, found) in guide.properties.iter().zip(found) {
            let Found::Verdict(verdict) = found else { continue };
            match verdict {
                Verdict::Holds { states, about } => {
                    proof.properties.push((property.id.to_string(), *states, *about));
                }
                // Whether it is about any result at all is asked of all guides together.
                Verdict::Idle => proof.properties.push((property.id.to_string(), 0, 0)),
                verdict => problems.extend(flaw::property(library, guide, property, verdict)),
            }
        }
        if problems.is_empty() { Ok(proof) } else { Err(problems) }
    })
    .collect()
}

fn worth_of(
    library: &Library,
    guide: &Guide,
    worth: &Result<Worth, TooManyStates>,
    problems: &mut Vec<Problem>,
) -> usize {
    match worth {
        Ok(Worth { states, idle }) => {
            problems.extend(idle.iter().map(|idle| flaw::idle(library, guide, idle)));
            *states
        }
        Err(TooManyStates) => {
            problems.push(flaw::problem(library, guide, &Flaw::TooManyStates));
            0
        }
    }
}

/// One part of a proof: a property, or else whether each question is worth asking.
struct Task<'g> {
    guide: &'g Guide,
    property: Option<&'g Property>,
}

enum Found {
    Worth(Result<Worth, TooManyStates>),
    Verdict(Verdict),
}

impl Task<'_> {
    fn run(&self) -> Found {
        match self.property {
            Some(property) => Found::Verdict(check(self.guide, &Routes::of(self.guide), property)),
            None => Found::Worth(worth(self.guide)),
        }
    }
}

/// All that the check of a property reads, when it does not look at whom texts send the professional to.
#[derive(PartialEq, Eq)]
struct Reading {
    routes: Passable,
    /// For each choice of each question whether it goes with no other.
    alone: Vec<Vec<bool>>,
    /// Whether nothing that a "not yet" could say is empty.
    always_says: bool,
    /// Whether asking advice, each row and each door have an action that is always said.
    acts: (bool, Vec<bool>, Vec<bool>),
    /// The properties, resolved: their duties are counted as this guide counts them.
    properties: Vec<Property>,
}

impl Reading {
    fn of(guide: &Guide) -> Self {
        let questions = guide.questions.iter();
        let alone = |choices: &[Choice]| choices.iter().map(|one| one.alone).collect();
        let always = |at: &Ref<Action>| guide.actions.get(*at).guard.is_free();
        let rows = guide.rows.iter().map(|(_, row)| row.actions.iter().any(always));
        let doors = guide.doors.iter().map(|(_, door)| door.actions.iter().any(always));
        let named = guide.properties.iter().flat_map(said).map(|words| words.findings.or(words.any_finding));
        Self {
            routes: Passable::new(Routes::of(guide), named.fold(Set::EMPTY, Set::or)),
            always_says: every_pending_says_something(guide),
            acts: (always(&guide.ask_advice), rows.collect(), doors.collect()),
            alone: questions.map(|(_, question)| alone(&question.choices)).collect(),
            properties: guide.properties.clone(),
        }
    }
}

/// Whether a property looks at whom the texts of a result send the professional to.
fn reads_texts(property: &Property) -> bool {
    said(property).any(|words| !words.meets.is_empty())
}

/// All that a property says.
fn said(property: &Property) -> impl Iterator<Item = &Words> {
    let Property { given, unless, require, forbid, .. } = property;
    [Some(given), unless.as_ref(), require.as_ref(), forbid.as_ref()].into_iter().flatten()
}
