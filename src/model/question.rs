//! Questions, their choices, what a choice does, and where it leads.

use super::advice::Conclusion;
use super::door::Door;
use super::duty::{Duty, Pending};
use super::id::Id;
use super::register::{Keyed, Ref, Set};
use super::source::Cite;
use super::urgency::{Danger, Urgency};

/// Something that an answer establishes, such as `letsel-onverklaard`.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its name.
    pub id: Id,
    /// What it means.
    pub meaning: String,
    /// Whether a report no longer waits for anything once this is established:
    /// danger, a current disclosure, a red flag, an expert-first form, an exception of the norm.
    pub lifts: bool,
}

impl Keyed for Finding {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// Opens only when all of some findings, and none of others, are established.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Guard {
    /// All of these.
    pub only_if: Set<Finding>,
    /// None of these.
    pub unless: Set<Finding>,
}

impl Guard {
    /// Whether the guard is open for these findings.
    #[must_use]
    pub fn opens(self, findings: Set<Finding>) -> bool {
        findings.covers(self.only_if) && findings.and(self.unless).is_empty()
    }

    /// Every finding that the guard looks at.
    #[must_use]
    pub fn reads(self) -> Set<Finding> {
        self.only_if.or(self.unless)
    }

    /// Whether the guard is always open.
    #[must_use]
    pub fn is_free(self) -> bool {
        self.reads().is_empty()
    }
}

/// A step of the meldcode; 0 is what comes before the first.
pub type Step = u8;

/// The shape of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Exactly one choice.
    One,
    /// One or more choices; choices only add.
    Many,
    /// A day. Never decides anything: it belongs to an appointment.
    Date,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its name, the same in every norm.
    pub id: Id,
    /// The step it belongs to.
    pub step: Step,
    /// The shape of its answer.
    pub kind: Kind,
    /// When it is asked.
    pub guard: Guard,
    /// The question as put to the professional.
    pub ask: String,
    /// Definition, examples, what to think of.
    pub explain: String,
    /// The choices, in order; none for a date.
    pub choices: Vec<Choice>,
    /// Where the walk goes when the question is not asked, and where choices lead that say nothing else.
    pub to: Target,
    /// The ground for asking it.
    pub cite: Cite,
}

impl Keyed for Question {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// One choice of a question.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its name, the same in every norm.
    pub id: Id,
    /// The whole label.
    pub label: String,
    /// A few words, for a menu line.
    pub short: String,
    /// Whether it excludes every other choice of a many-choice question.
    pub alone: bool,
    /// When it is offered.
    pub guard: Guard,
    /// Findings that make this the answer without asking; none when it is always asked.
    pub known_if: Set<Finding>,
    /// What choosing it does.
    pub effects: Effects,
    /// The choices that this one stands for when it is a doubt; empty otherwise.
    pub readings: Vec<usize>,
    /// What to do first when this doubt leaves the decision open.
    pub doubt: Option<Pending>,
    /// Where it leads; nothing when the question says so.
    pub to: Option<Target>,
    /// The ground for what it does.
    pub cite: Option<Cite>,
}

/// What a choice does. Effects are sets that only grow, so their order never matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Effects {
    /// Findings it establishes.
    pub records: Set<Finding>,
    /// Conclusions it draws; in a weighing document only.
    pub draws: Set<Conclusion>,
    /// Duties it asks for.
    pub imposes: Set<Duty>,
    /// Duties it shows to be done.
    pub fulfils: Set<Duty>,
    /// Duties that no longer apply.
    pub excuses: Set<Duty>,
    /// The urgency it asks for.
    pub raises: Urgency,
}

impl Effects {
    /// Both effects together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.add(&other);
        self
    }

    /// Takes in other effects.
    pub fn add(&mut self, other: &Self) {
        self.records = self.records.or(other.records);
        self.draws = self.draws.or(other.draws);
        self.imposes = self.imposes.or(other.imposes);
        self.fulfils = self.fulfils.or(other.fulfils);
        self.excuses = self.excuses.or(other.excuses);
        self.raises = self.raises.max(other.raises);
    }
}

/// Where an answer leads. Arrows point forward only, so every walk ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// To another question.
    Question(Ref<Question>),
    /// To another question at a later occasion: until it is answered, the advice for what is known.
    Later(Ref<Question>, Ref<Occasion>),
    /// To the closing point, where the conclusions choose their row.
    Close,
    /// Out of the meldcode, by another route.
    Door(Ref<Door>),
    /// To the emergency card.
    Emergency(Danger),
}

/// The moment at which a later question comes up, such as "na de melding".
#[derive(Debug, Clone)]
pub struct Occasion {
    /// Its name.
    pub id: Id,
    /// When that is, in words.
    pub when: String,
    /// The date question that fixes the day, if there is a day to agree on.
    pub day: Option<Ref<Question>>,
}

impl Keyed for Occasion {
    fn id(&self) -> &Id {
        &self.id
    }
}
