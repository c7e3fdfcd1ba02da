//! A guide: all that applies to one profession on one date, linked together.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use super::advice::{Conclusion, Row};
use super::contact::Contact;
use super::door::Door;
use super::duty::{Action, Duty, Notice};
use super::law::Law;
use super::news::News;
use super::profession::Profession;
use super::property::Property;
use super::question::{Finding, Occasion, Question};
use super::register::{Ref, Register, Set};
use super::signal::SignalList;
use super::source::Source;
use super::theme::Theme;

/// Everything a walk needs, with every name resolved.
#[derive(Debug, Clone)]
pub struct Guide {
    /// For whom.
    pub profession: Profession,
    /// The date that picked the documents.
    pub date: Date,
    /// The law of that date.
    pub law: Law,
    /// The questions, in the order of the walk: arrows point forward only.
    pub questions: Register<Question>,
    /// Where the walk begins.
    pub entry: Ref<Question>,
    /// The first question of the weighing document.
    pub weighing: Ref<Question>,
    /// The choices that most cases make, for the questions where that says something; every other question is free.
    pub common: BTreeMap<Ref<Question>, Vec<usize>>,
    /// What answers can establish.
    pub findings: Register<Finding>,
    /// What the weighing can conclude.
    pub conclusions: Register<Conclusion>,
    /// The decision table.
    pub rows: Register<Row>,
    /// The row that stands for acute danger.
    pub acute: Ref<Row>,
    /// What is established before the first answer: it comes with the profession, or with a measure.
    pub given: Set<Finding>,
    /// What the norm asks to be done.
    pub duties: Register<Duty>,
    /// How.
    pub actions: Register<Action>,
    /// The action that asks Veilig Thuis for advice; part of every "not yet".
    pub ask_advice: Ref<Action>,
    /// Actions that go with every result but an emergency and another door, as far as their guards are open.
    pub accompany: Vec<Ref<Action>>,
    /// Actions that stand before all others that are due as soon, with every result but an emergency and another door, as
    /// far as their guards are open.
    pub first: Vec<Ref<Action>>,
    /// The action that weighs again; closes every "not yet".
    pub weigh_again: Ref<Action>,
    /// Lines that accompany results.
    pub notices: Vec<Notice>,
    /// Forms of violence that change what the professional does.
    pub themes: Vec<Theme>,
    /// Moments of later questions.
    pub occasions: Register<Occasion>,
    /// Ways out.
    pub doors: Register<Door>,
    /// Whom to reach.
    pub contacts: Register<Contact>,
    /// The contacts as they are and as they were, to be shown.
    pub all_contacts: Vec<Contact>,
    /// Veilig Thuis among the contacts.
    pub veilig_thuis: Ref<Contact>,
    /// 112 among the contacts.
    pub emergency_number: Ref<Contact>,
    /// Signals, to be shown. No result looks at them.
    pub signals: Vec<SignalList>,
    /// Announced law and policy, to be shown. No result looks at it.
    pub news: Vec<News>,
    /// What was read.
    pub sources: Register<Source>,
    /// What must hold for every result.
    pub properties: Vec<Property>,
    /// The documents that were linked, for the stamp.
    pub documents: Vec<Document>,
}

impl Guide {
    /// The duties that stand before anything was answered.
    #[must_use]
    pub fn duties_from_the_start(&self) -> Set<Duty> {
        self.duties.iter().filter(|(_, duty)| duty.level.from_the_start()).map(|(at, _)| at).collect()
    }

    /// Whether anybody is ever asked for the duty: it stands from the start, or an answer asks for it.
    #[must_use]
    pub fn can_be_asked(&self, at: Ref<Duty>) -> bool {
        let mut choices = self.questions.iter().flat_map(|(_, question)| &question.choices);
        self.duties.get(at).level.from_the_start() || choices.any(|choice| choice.effects.imposes.has(at))
    }

    /// The findings after which a report waits for nothing.
    #[must_use]
    pub fn lifting(&self) -> Set<Finding> {
        self.findings.iter().filter(|(_, finding)| finding.lifts).map(|(at, _)| at).collect()
    }
}

/// Whether somebody of the profession laid the document beside the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Not yet.
    Draft,
    /// Yes: `reviews.toml` names this digest.
    Reviewed,
}

/// One document, as it stands on the stamp of a result.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name without the date: `afwegingskader/generiek`.
    pub id: String,
    /// The publication date, also its file name.
    pub published: Date,
    /// Our rendering of it.
    pub revision: u32,
    /// The first sixteen hexadecimal digits of the SHA-256 of its text.
    pub digest: String,
    /// Whether it was reviewed.
    pub review: Review,
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.published)
    }
}
