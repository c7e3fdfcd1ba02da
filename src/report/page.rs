//! One description of a page: what it says, in order, and what each part of it is.
//!
//! Knows the parts of a page. Refuses to know how they look: text, Markdown and HTML are renderings of the same parts,
//! so that nothing is said in one of them only.

use crate::ui::lang::Lang;
use crate::ui::style::Style;

use super::plain;

/// A box to tick.
pub(super) const BOX: &str = "☐";

/// How a page is set.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The language of the program's own words.
    pub lang: Lang,
    /// Whether colour is wanted.
    pub style: Style,
    /// The width of a line, in columns.
    pub width: usize,
}

impl Default for Setting {
    fn default() -> Self {
        Self { lang: Lang::Nl, style: Style::default(), width: 79 }
    }
}

impl Setting {
    /// The same without colour, for text that goes through a prompter.
    #[must_use]
    pub fn without_colour(self) -> Self {
        Self { style: Style::default(), ..self }
    }
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A line as it stands.
    Verbatim(String),
    /// What the page is about, in one or two sentences. There is one.
    Headline {
        /// The text.
        text: String,
        /// Whether plain text puts it in capitals, for want of larger letters.
        capitals: bool,
    },
    /// A paragraph that stands out.
    Urgent(String),
    /// A heading.
    Heading(String),
    /// Room.
    Gap,
    /// The end of the first screen.
    Rule,
    /// A text behind a short lead, such as the day; an empty lead is that of the item before.
    Item {
        /// The lead.
        lead: String,
        /// The text.
        text: String,
    },
    /// One of a list.
    Dash(String),
    /// A paragraph with its heading; an empty heading is that of the one before.
    Margin {
        /// The heading.
        heading: String,
        /// The text.
        text: String,
    },
    /// A number to call at once, and what for.
    Number {
        /// The number.
        number: String,
        /// What for.
        what: String,
    },
    /// Room to write, with what belongs there.
    Field(String),
    /// A table to fill in.
    Grid {
        /// What it is for.
        caption: String,
        /// The heads of its columns.
        columns: Vec<String>,
        /// So many empty rows.
        rows: usize,
    },
}

/// A page that is being written.
#[derive(Debug, Clone)]
pub struct Page {
    setting: Setting,
    blocks: Vec<Block>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self { setting, blocks: Vec::new() }
    }

    /// The setting.
    #[must_use]
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// The parts, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// A paragraph over the whole width.
    pub fn text(&mut self, text: &str) {
        self.blocks.push(Block::Text(text.to_owned()));
    }

    /// A line as it stands.
    pub fn verbatim(&mut self, line: String) {
        self.blocks.push(Block::Verbatim(line));
    }

    /// What the page is about.
    pub fn headline(&mut self, text: &str) {
        self.blocks.push(Block::Headline { text: text.to_owned(), capitals: false });
    }

    /// What the page is about, in capitals where letters have one size.
    pub fn headline_in_capitals(&mut self, text: &str) {
        self.blocks.push(Block::Headline { text: text.to_owned(), capitals: true });
    }

    /// A paragraph that stands out.
    pub fn urgent(&mut self, text: &str) {
        self.blocks.push(Block::Urgent(text.to_owned()));
    }

    /// A heading on a line of its own.
    pub fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// A rule between the first screen and the rest.
    pub fn rule(&mut self) {
        self.blocks.push(Block::Rule);
    }

    /// A text behind a short lead, such as the day.
    pub fn item(&mut self, lead: &str, text: &str) {
        self.blocks.push(Block::Item { lead: lead.to_owned(), text: text.to_owned() });
    }

    /// A text behind a dash.
    pub fn dash(&mut self, text: &str) {
        self.blocks.push(Block::Dash(text.to_owned()));
    }

    /// A paragraph with its heading in the margin.
    pub fn margin(&mut self, heading: &str, text: &str) {
        self.blocks.push(Block::Margin { heading: heading.to_owned(), text: text.to_owned() });
    }

    /// Several paragraphs with one heading in the margin.
    pub fn margins(&mut self, heading: &str, texts: &[String]) {
        for (index, text) in texts.iter().enumerate() {
            self.margin(if index == 0 { heading } else { "" }, text);
        }
    }

    /// A number to call at once.
    pub fn number(&mut self, number: &str, what: &str) {
        self.blocks.push(Block::Number { number: number.to_owned(), what: what.to_owned() });
    }

    /// Room to write.
    pub fn field(&mut self, label: &str) {
        self.blocks.push(Block::Field(label.to_owned()));
    }

    /// A table to fill in.
    pub fn grid(&mut self, caption: &str, columns: Vec<String>, rows: usize) {
        self.blocks.push(Block::Grid { caption: caption.to_owned(), columns, rows });
    }

    /// The page as text, with a line end at the end.
    #[must_use]
    pub fn finish(self) -> String {
        plain::render(&self)
    }
}

/// The text with a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
