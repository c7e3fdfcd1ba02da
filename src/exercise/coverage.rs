//! What exercises together reach of the norm: questions, choices, rows, doors, duties that hold, properties, by document.
//!
//! Knows what a guide can do and what one result came by, in the same words. Refuses to say whether that is enough.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, Standing};
use crate::engine::outlook::Outlook;
use crate::engine::property::concerns;
use crate::model::door::Door;
use crate::model::guide::Guide;
use crate::model::question::{Kind, Question, Target};
use crate::model::register::Ref;
use crate::model::urgency::Danger;

/// What can be reached, by its sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A question that is asked.
    Question,
    /// A choice of a question.
    Choice,
    /// A question that is answered with a day.
    Day,
    /// A row of a decision table.
    Row,
    /// A duty that holds a decision back.
    Duty,
    /// The emergency card, now or soon.
    Emergency,
    /// A way out.
    Door,
    /// A safety property that is about a result.
    Property,
}

impl Sort {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Question,
        Self::Choice,
        Self::Day,
        Self::Row,
        Self::Duty,
        Self::Emergency,
        Self::Door,
        Self::Property,
    ];
}

/// One thing that can be reached: in which document, of which sort, by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Thing {
    /// The document without its date; things are reached per document, not per profession.
    pub document: String,
    /// What it is.
    pub sort: Sort,
    /// Its name.
    pub name: String,
}

/// Why something is not reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// No exercise is of a profession and a date for which the document counts.
    NoExercise,
    /// Exercises use the document, and none of them comes there.
    NotOnAnyWay,
}

/// What exercises reach, and what they do not.
#[derive(Debug, Clone, Default)]
pub struct Coverage {
    /// Everything that can be reached, with the exercises that do, in their order.
    things: BTreeMap<Thing, Vec<String>>,
    /// The documents that exercises use.
    used: BTreeSet<String>,
}

impl Coverage {
    /// Adds what a guide can do, whether or not an exercise does it.
    pub fn expect(&mut self, guide: &Guide) {
        for thing in reachable(guide) {
            self.things.entry(thing).or_default();
        }
    }

    /// Adds what the result of an exercise came by.
    pub fn add(&mut self, name: &str, evaluation: &Evaluation<'_>, answers: &Answers) {
        let guide = evaluation.guide;
        self.used.extend([weighing(guide), steps(guide), DOORS.to_owned(), PROPERTIES.to_owned()]);
        self.expect(guide);
        for thing in reached(evaluation, answers) {
            let names = self.things.entry(thing).or_default();
            if names.last().map(String::as_str) != Some(name) {
                names.push(name.to_owned());
            }
        }
    }

    /// The documents, in order.
    #[must_use]
    pub fn documents(&self) -> BTreeSet<&str> {
        self.things.keys().map(|thing| thing.document.as_str()).collect()
    }

    /// Everything of a document and a sort, with the exercises that reach it.
    pub fn of(&self, document: &str, sort: Sort) -> impl Iterator<Item = (&Thing, &[String])> {
        let of = move |thing: &Thing| thing.document == document && thing.sort == sort;
        let these = self.things.iter().filter(move |(thing, _)| of(thing));
        these.map(|(thing, names)| (thing, names.as_slice()))
    }

    /// What is not reached, with the reason.
    #[must_use]
    pub fn missing(&self) -> Vec<(&Thing, Why)> {
        let missing = self.things.iter().filter(|(_, names)| names.is_empty());
        let why = |thing: &Thing| {
            if self.used.contains(&thing.document) { Why::NotOnAnyWay } else { Why::NoExercise }
        };
        missing.map(|(thing, _)| (thing, why(thing))).collect()
    }
}

/// Under which name doors stand: sectors have doors of their own under one name.
const DOORS: &str = "doors";
/// Under which name properties stand: they are about every document.
const PROPERTIES: &str = "properties";

/// The document of a guide whose id begins so.
fn document(guide: &Guide, kind: &str) -> String {
    let found = guide.documents.iter().find(|document| document.id.starts_with(kind));
    found.map_or_else(|| kind.to_owned(), |document| document.id.clone())
}

fn weighing(guide: &Guide) -> String {
    document(guide, "afwegingskader/")
}

fn steps(guide: &Guide) -> String {
    document(guide, "steps/")
}

fn home(guide: &Guide, at: Ref<Question>) -> String {
    if at >= guide.weighing { weighing(guide) } else { steps(guide) }
}

fn thing(document: String, sort: Sort, name: impl Into<String>) -> Thing {
    Thing { document, sort, name: name.into() }
}

fn door(door: &Door) -> Thing {
    thing(DOORS.to_owned(), Sort::Door, format!("{}: {}", door.id, door.because))
}

fn choice(guide: &Guide, at: Ref<Question>, index: usize) -> Option<Thing> {
    let question = guide.questions.get(at);
    let choice = question.choices.get(index)?;
    Some(thing(home(guide, at), Sort::Choice, format!("{} = {}", question.id, choice.id)))
}

fn asked(guide: &Guide, at: Ref<Question>) -> Thing {
    thing(home(guide, at), Sort::Question, guide.questions.get(at).id.as_str())
}

fn day(guide: &Guide, at: Ref<Question>) -> Thing {
    thing(home(guide, at), Sort::Day, guide.questions.get(at).id.as_str())
}

fn emergency(guide: &Guide, danger: Danger) -> Thing {
    let word = match danger {
        Danger::Now => "now",
        Danger::Soon => "soon",
    };
    thing(steps(guide), Sort::Emergency, word)
}

/// Everything that a guide can do.
fn reachable(guide: &Guide) -> BTreeSet<Thing> {
    let mut all = BTreeSet::new();
    for (at, question) in guide.questions.iter() {
        if question.kind == Kind::Date {
            all.insert(day(guide, at));
            continue;
        }
        all.insert(asked(guide, at));
        all.extend((0..question.choices.len()).filter_map(|index| choice(guide, at, index)));
        for option in &question.choices {
            if let Some(Target::Emergency(danger)) = option.to {
                all.insert(emergency(guide, danger));
            }
        }
    }
    all.extend(guide.rows.iter().map(|(_, row)| thing(weighing(guide), Sort::Row, row.id.as_str())));
    all.extend(guide.doors.iter().map(|(_, one)| door(one)));
    let holding = guide.duties.iter().filter(|(_, duty)| duty.before.iter().any(|one| one.holds().is_some()));
    all.extend(holding.map(|(_, duty)| thing(steps(guide), Sort::Duty, duty.id.as_str())));
    let properties = guide.properties.iter();
    all.extend(properties.map(|one| thing(PROPERTIES.to_owned(), Sort::Property, one.id.as_str())));
    all
}

/// Everything that one result came by.
fn reached(evaluation: &Evaluation<'_>, answers: &Answers) -> BTreeSet<Thing> {
    let guide = evaluation.guide;
    let mut all = BTreeSet::new();
    for (at, given) in &evaluation.path {
        all.insert(asked(guide, *at));
        all.extend(given.choices().filter_map(|index| choice(guide, *at, index)));
    }
    all.extend(evaluation.asks().map(|at| asked(guide, at)));
    if let Outlook::Emergency { danger, .. } = evaluation.outlook() {
        all.insert(emergency(guide, *danger));
    }
    if let Some(row) = evaluation.outlook().row() {
        all.insert(thing(weighing(guide), Sort::Row, guide.rows.get(row).id.as_str()));
    }
    if let Outlook::Leave(at) = evaluation.outlook() {
        all.insert(door(guide.doors.get(*at)));
    }
    let holds = evaluation.duties().into_iter().filter(|(_, standing)| *standing == Standing::Holds);
    all.extend(holds.map(|(duty, _)| thing(steps(guide), Sort::Duty, guide.duties.get(duty).id.as_str())));
    let given = |at: &Ref<Question>| matches!(answers.get(*at), Some(Given::Day(_)));
    all.extend(evaluation.appointments().into_iter().filter(given).map(|at| day(guide, at)));
    let about = guide.properties.iter().filter(|one| concerns(guide, one, &evaluation.concluded));
    all.extend(about.map(|one| thing(PROPERTIES.to_owned(), Sort::Property, one.id.as_str())));
    all
}
