//! What a result can be: danger, another door, an open question, not yet, an advice.
//!
//! Knows what each of them says. Refuses to know which answers lead there.

use crate::model::advice::{Advice, Row};
use crate::model::contact::Contact;
use crate::model::door::Door;
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::property::OutlookWord;
use crate::model::question::Question;
use crate::model::register::Ref;
use crate::model::urgency::Danger;

use super::frontier::{Doubt, Next};

/// What a set of answers comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook<'g> {
    /// Danger: the card. The advice is what the norm says at acute danger.
    Emergency {
        /// Now, or soon.
        danger: Danger,
        /// The row for acute danger.
        row: Ref<Row>,
    },
    /// Another door.
    Leave(Ref<Door>),
    /// A question that matters has no answer.
    Ask(Ref<Question>),
    /// Not yet decided. Nothing in it is optional.
    NotYet(NotYet<'g>),
    /// An advice, perhaps with a question for later.
    Advise {
        /// The row of the decision table.
        row: Ref<Row>,
        /// What comes up later.
        next: Option<Next>,
    },
}

/// Where it points, what comes first, whom to call today, and what to do when the first thing fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet<'g> {
    /// Where the weighing points so far.
    pub direction: Ref<Row>,
    /// What leaves it open.
    pub because: Because,
    /// What to do first.
    pub first: &'g str,
    /// Whom to ask for advice today: Veilig Thuis.
    pub contact: Ref<Contact>,
    /// What to do when that fails.
    pub fallback: &'g str,
}

/// What leaves a decision open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// A duty that comes first.
    Duty(Ref<Duty>),
    /// A doubt whose readings lead to different decisions.
    Doubt(Doubt),
    /// The norm itself leaves it open.
    Row,
}

impl Outlook<'_> {
    /// The word for it, as in files and results.
    #[must_use]
    pub fn word(&self) -> OutlookWord {
        match self {
            Self::Emergency { .. } => OutlookWord::Emergency,
            Self::Leave(_) => OutlookWord::Leave,
            Self::Ask(_) => OutlookWord::Ask,
            Self::NotYet(_) => OutlookWord::NotYet,
            Self::Advise { .. } => OutlookWord::Advise,
        }
    }

    /// The row of the advice, or of the direction.
    #[must_use]
    pub fn row(&self) -> Option<Ref<Row>> {
        match self {
            Self::Emergency { row, .. } | Self::Advise { row, .. } => Some(*row),
            Self::NotYet(not_yet) => Some(not_yet.direction),
            Self::Leave(_) | Self::Ask(_) => None,
        }
    }

    /// The two decisions of the advice, or of the direction.
    #[must_use]
    pub fn advice(&self, guide: &Guide) -> Option<Advice> {
        self.row().map(|row| guide.rows.get(row).advice)
    }
}
