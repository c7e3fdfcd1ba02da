//! How hard an exercise is: a closed list, in the words of the file.

use serde::Serialize;

/// How hard an exercise is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    /// For a first time: one thing to see.
    Basic,
    /// For who knows the steps: something speaks against it, or is left out.
    Practised,
    /// For who has done this before: the norm asks what one would not expect.
    Hard,
}

impl Difficulty {
    /// All of them, from the easiest.
    pub const ALL: [Self; 3] = [Self::Basic, Self::Practised, Self::Hard];

    /// The word for it, as in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Practised => "practised",
            Self::Hard => "hard",
        }
    }

    /// What a word stands for.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}
