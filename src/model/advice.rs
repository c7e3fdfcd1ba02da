//! What a weighing document can conclude, and the two decisions that a set of conclusions stands for.

use serde::{Deserialize, Serialize};

use super::duty::{Action, Pending, Variants};
use super::id::Id;
use super::register::{Keyed, Ref, Set};
use super::source::Cite;

/// Something that the weighing questions conclude, such as `meldnorm-1`.
#[derive(Debug, Clone)]
pub struct Conclusion {
    /// Its name.
    pub id: Id,
    /// What it means.
    pub meaning: String,
}

impl Keyed for Conclusion {
    fn id(&self) -> &Id {
        &self.id
    }
}

/// The first decision: is a report to Veilig Thuis called for?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// No.
    No,
    /// It was made; no further report is called for now.
    Made,
    /// The norm leaves it open here.
    Undecided,
    /// Yes.
    Yes,
    /// Yes, once more: the help did not bring safety.
    Again,
}

impl Report {
    /// Every word of the first decision.
    pub const ALL: [Self; 5] = [Self::No, Self::Made, Self::Undecided, Self::Yes, Self::Again];

    /// The word as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Made => "made",
            Self::Undecided => "undecided",
            Self::Yes => "yes",
            Self::Again => "again",
        }
    }
}

/// The second decision: is help possible?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Help {
    /// None is needed from you now.
    None,
    /// The norm leaves it open here.
    Undecided,
    /// You give or arrange help yourself.
    Own,
    /// Help is decided together with Veilig Thuis.
    WithVeiligThuis,
}

impl Help {
    /// Every word of the second decision.
    pub const ALL: [Self; 4] = [Self::None, Self::Undecided, Self::Own, Self::WithVeiligThuis];

    /// The word as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Undecided => "undecided",
            Self::Own => "own",
            Self::WithVeiligThuis => "with-veilig-thuis",
        }
    }
}

/// The two decisions together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Advice {
    /// Is a report called for?
    pub report: Report,
    /// Is help possible?
    pub help: Help,
}

/// Which way an advice points, from the cheapest to hold back to the most protective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// Close the case, with agreements.
    Close,
    /// Help without a report.
    Help,
    /// Not settled.
    Undecided,
    /// The report was made; help is decided together with Veilig Thuis.
    Made,
    /// Report.
    Report,
}

impl Way {
    /// Every way, in order.
    pub const ALL: [Self; 5] = [Self::Close, Self::Help, Self::Undecided, Self::Made, Self::Report];
}

impl Advice {
    /// Which way the two decisions point.
    #[must_use]
    pub fn way(self) -> Way {
        match (self.report, self.help) {
            (Report::Yes | Report::Again, _) => Way::Report,
            (Report::Undecided, _) | (Report::No | Report::Made, Help::Undecided) => Way::Undecided,
            (Report::Made, Help::Own | Help::WithVeiligThuis) => Way::Made,
            (Report::No, Help::Own | Help::WithVeiligThuis) => Way::Help,
            (Report::No | Report::Made, Help::None) => Way::Close,
        }
    }
}

/// One line of the decision table of a weighing document.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub id: Id,
    /// The set of conclusions it answers: exactly this set.
    pub when: Set<Conclusion>,
    /// The two decisions.
    pub advice: Advice,
    /// Whether a report was made on the way here. Conclusions only grow, so this is read from the table: the set covers
    /// that of a row whose report was made.
    pub after_report: bool,
    /// The meldnorm that asks for a report, if one does.
    pub meldnorm: Option<u8>,
    /// What it points to, in one sentence.
    pub says: String,
    /// Why, in one or two sentences.
    pub because: Variants,
    /// What to do.
    pub actions: Vec<Ref<Action>>,
    /// What comes first when the two decisions are undecided.
    pub pending: Option<Pending>,
    /// The ground.
    pub cite: Cite,
}

impl Keyed for Row {
    fn id(&self) -> &Id {
        &self.id
    }
}
