//! How a walk ended, in one word: what a class is laid beside.
//!
//! Knows outlooks and ways. Refuses to know duties, days and rows: whoever differs there only, ended the same way.

use serde::Serialize;

use crate::engine::evaluate::Evaluation;
use crate::engine::outlook::Outlook;
use crate::model::advice::{Advice, Way};

/// How a walk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The card: call now.
    Emergency,
    /// Report.
    Report,
    /// The report was made; what comes next is decided together.
    Made,
    /// Help.
    Help,
    /// Close, with agreements.
    Close,
    /// The norm leaves it open.
    Undecided,
    /// Not yet, and it points to a report.
    NotYetReport,
    /// Not yet, after a report.
    NotYetMade,
    /// Not yet, and it points to help.
    NotYetHelp,
    /// Not yet, and it points to closing.
    NotYetClose,
    /// Not yet, and where it points is open.
    NotYetUndecided,
    /// Another door.
    Leave,
    /// A question is still open.
    Ask,
}

impl Ending {
    /// Every ending, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::Emergency,
        Self::Report,
        Self::Made,
        Self::Help,
        Self::Close,
        Self::Undecided,
        Self::NotYetReport,
        Self::NotYetMade,
        Self::NotYetHelp,
        Self::NotYetClose,
        Self::NotYetUndecided,
        Self::Leave,
        Self::Ask,
    ];

    /// How this evaluation ended.
    #[must_use]
    pub fn of(evaluation: &Evaluation<'_>) -> Self {
        let outlook = evaluation.outlook();
        let way = outlook.advice(evaluation.guide).map_or(Way::Undecided, Advice::way);
        match (outlook, way) {
            (Outlook::Emergency { .. }, _) => Self::Emergency,
            (Outlook::Leave(_), _) => Self::Leave,
            (Outlook::Ask(_), _) => Self::Ask,
            (Outlook::NotYet(_), Way::Report) => Self::NotYetReport,
            (Outlook::NotYet(_), Way::Made) => Self::NotYetMade,
            (Outlook::NotYet(_), Way::Help) => Self::NotYetHelp,
            (Outlook::NotYet(_), Way::Close) => Self::NotYetClose,
            (Outlook::NotYet(_), Way::Undecided) => Self::NotYetUndecided,
            (Outlook::Advise { .. }, Way::Report) => Self::Report,
            (Outlook::Advise { .. }, Way::Made) => Self::Made,
            (Outlook::Advise { .. }, Way::Help) => Self::Help,
            (Outlook::Advise { .. }, Way::Close) => Self::Close,
            (Outlook::Advise { .. }, Way::Undecided) => Self::Undecided,
        }
    }
}
