//! Labels that get a colour when the reader wants colour. Every state also has a word: colour never carries meaning alone.

use colored::Colorize;

/// Whether and how text is coloured. Handed in, so that nothing below reads the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Whether escape codes may be written.
    pub colour: bool,
}

impl Style {
    /// The first line of a result.
    #[must_use]
    pub fn headline(self, text: &str) -> String {
        if self.colour { text.bold().to_string() } else { text.to_owned() }
    }

    /// A heading.
    #[must_use]
    pub fn heading(self, text: &str) -> String {
        if self.colour { text.bold().to_string() } else { text.to_owned() }
    }

    /// A number to call in danger.
    #[must_use]
    pub fn danger(self, text: &str) -> String {
        if self.colour { text.red().bold().to_string() } else { text.to_owned() }
    }

    /// What matters less.
    #[must_use]
    pub fn faint(self, text: &str) -> String {
        if self.colour { text.dimmed().to_string() } else { text.to_owned() }
    }
}
