//! How soon the next action is due. The highest wins; it never changes what the advice is.

use serde::{Deserialize, Serialize};

/// When the next action is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// On the day that was agreed.
    #[default]
    AsAgreed,
    /// Before the end of the day.
    Today,
    /// At once.
    Now,
}

impl Urgency {
    /// The word as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsAgreed => "as-agreed",
            Self::Today => "today",
            Self::Now => "now",
        }
    }
}

/// The two kinds of danger that open the emergency card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Danger {
    /// At this moment: 112 comes first.
    Now,
    /// In the next hours or days: Veilig Thuis by telephone comes first.
    Soon,
}
