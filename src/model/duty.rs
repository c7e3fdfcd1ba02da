//! What has to be done beside the answers: duties, the actions that do them, and notices.
//!
//! Duties are not symmetric: closing and helping alone wait for many things, a report for almost none.

use serde::{Deserialize, Serialize};

use super::advice::Way;
use super::id::Id;
use super::question::{Finding, Guard, Question, Step};
use super::register::{Keyed, Ref, Set};
use super::source::Cite;

/// What a duty comes before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Before {
    /// Closing the case.
    Close,
    /// Choosing help alone.
    Help,
    /// Reporting. Two duties may say this: the talk, and facts of one's own.
    Report,
    /// Sending the report: done in the same call or just before it; holds nothing.
    Sending,
    /// Nothing: it comes after the decision.
    Afterwards,
}

impl Before {
    /// The way that this holds back, if any.
    #[must_use]
    pub fn holds(self) -> Option<Way> {
        match self {
            Self::Close => Some(Way::Close),
            Self::Help => Some(Way::Help),
            Self::Report => Some(Way::Report),
            Self::Sending | Self::Afterwards => None,
        }
    }
}

/// How strongly a profession asks for a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Named when it helps; imposed by an answer only.
    AsNeeded,
    /// Imposed by a doubt.
    InDoubt,
    /// Imposed from the start; an answer can excuse it.
    UnlessMotivated,
    /// Imposed from the start.
    Always,
}

impl Level {
    /// Whether the duty stands before anything was answered.
    #[must_use]
    pub fn from_the_start(self) -> bool {
        matches!(self, Self::UnlessMotivated | Self::Always)
    }
}

/// Something the norm asks to be done.
#[derive(Debug, Clone)]
pub struct Duty {
    /// Its name.
    pub id: Id,
    /// The step it belongs to.
    pub step: Step,
    /// A few words.
    pub label: String,
    /// How strongly this profession asks for it.
    pub level: Level,
    /// What it comes before.
    pub before: Vec<Before>,
    /// Duties that come first.
    pub after: Set<Duty>,
    /// What comes first while it is open, for duties that hold something back.
    pub pending: Option<Pending>,
    /// How to do it.
    pub actions: Vec<Ref<Action>>,
    /// The question that asks on which day it will be done.
    pub day: Option<Ref<Question>>,
    /// The ground.
    pub cite: Cite,
}

impl Duty {
    /// Whether the duty holds back that way while it is open.
    #[must_use]
    pub fn holds(&self, way: Way) -> bool {
        self.before.iter().any(|before| before.holds() == Some(way))
    }
}

impl Keyed for Duty {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// What to say while something is not yet decided. Both texts are there, always.
#[derive(Debug, Clone)]
pub struct Pending {
    /// What to do first, in one short sentence.
    pub first: Variants,
    /// What to do when that fails.
    pub fallback: Variants,
}

/// A text that depends on findings: the first whose guard is open. The last is free.
#[derive(Debug, Clone)]
pub struct Variants {
    /// The texts with their guards.
    pub guarded: Vec<(Guard, String)>,
    /// The text when no guard opens.
    pub otherwise: String,
}

impl Variants {
    /// The text for these findings.
    #[must_use]
    pub fn text(&self, findings: Set<Finding>) -> &str {
        self.guarded.iter().find(|(guard, _)| guard.opens(findings)).map_or(&self.otherwise, |(_, text)| text)
    }

    /// Every finding that the choice of text looks at.
    #[must_use]
    pub fn reads(&self) -> Set<Finding> {
        self.guarded.iter().fold(Set::EMPTY, |set, (guard, _)| set.or(guard.reads()))
    }
}

/// When an action is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// At once.
    Now,
    /// Before the end of the day.
    Today,
    /// On the day that the professional agreed on.
    AgreedDay,
    /// Directly after the agreed day.
    RightAfter,
    /// Later.
    Later,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The professional.
    You,
    /// The organisation: whoever decides there.
    Organisation,
}

/// Whom an action sends the professional to. What is not named here is a colleague or an expert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meets {
    /// Parents, partner or other family.
    Family,
    /// The child.
    Child,
    /// The adult who is at risk, alone.
    Client,
}

/// One thing to do.
#[derive(Debug, Clone)]
pub struct Action {
    /// Its name.
    pub id: Id,
    /// When.
    pub when: When,
    /// By whom.
    pub who: Who,
    /// For which findings it is said.
    pub guard: Guard,
    /// Whom it sends the professional to.
    pub meets: Option<Meets>,
    /// What to do.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}

impl Keyed for Action {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// Where on the result a notice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// On the first screen: when not to wait.
    DoNotWait,
    /// What to keep in mind.
    Mind,
    /// What to think of in the talk that is still to be held.
    Talk,
    /// What to have at hand when calling.
    AtHand,
    /// What to record.
    Record,
    /// What comes after the decision: who keeps watch, what Veilig Thuis does, when to call again.
    Afterwards,
}

/// A line that accompanies a result. Notices never change what the advice is.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its name.
    pub id: Id,
    /// Where it stands.
    pub place: Place,
    /// With which outlooks it is printed.
    pub with: Vec<With>,
    /// For which findings.
    pub guard: Guard,
    /// Whom it sends the professional to.
    pub meets: Option<Meets>,
    /// The text.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}

/// The kinds of result that a notice can accompany.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum With {
    /// The emergency card.
    Emergency,
    /// Not yet, whatever the direction.
    NotYet,
    /// An advice to report.
    Report,
    /// A report that was made; what is left is decided together with Veilig Thuis.
    Made,
    /// An advice to help.
    Help,
    /// An advice to close.
    Close,
}
