//! A page of text: lines under headings, wrapped by display width.

use crate::ui::lang::Lang;
use crate::ui::layout::{hang, wrap};
use crate::ui::style::Style;

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

/// A page that is being written.
#[derive(Debug, Clone)]
pub struct Page {
    setting: Setting,
    lines: Vec<String>,
}

/// Headings of the lower part stand in a margin of this many columns.
const MARGIN: usize = 12;

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(setting: Setting) -> Self {
        Self { setting, lines: Vec::new() }
    }

    /// The setting.
    #[must_use]
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// A paragraph over the whole width.
    pub fn text(&mut self, text: &str) {
        self.push_all(&wrap(text, self.setting.width));
    }

    /// A line as it stands.
    pub fn verbatim(&mut self, line: String) {
        self.lines.push(line);
    }

    /// A paragraph that stands out.
    pub fn headline(&mut self, text: &str) {
        let style = self.setting.style;
        self.lines.extend(wrap(text, self.setting.width).lines().map(|line| style.headline(line)));
    }

    /// A heading on a line of its own.
    pub fn heading(&mut self, text: &str) {
        let heading = self.setting.style.heading(text);
        self.lines.push(heading);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.lines.push(String::new());
    }

    /// A rule between the first screen and the rest.
    pub fn rule(&mut self) {
        self.lines.push("-".repeat(self.setting.width));
    }

    /// A text behind a short lead, such as the day.
    pub fn item(&mut self, lead: &str, text: &str) {
        self.push_all(&hang(&column(lead, MARGIN), text, self.setting.width));
    }

    /// A text behind a dash.
    pub fn dash(&mut self, text: &str) {
        self.push_all(&hang(" - ", text, self.setting.width));
    }

    /// A paragraph with its heading in the margin.
    pub fn margin(&mut self, heading: &str, text: &str) {
        let set = hang(&column(heading, MARGIN), text, self.setting.width);
        // The heading gets its style after wrapping, so that escape codes take no room.
        match set.strip_prefix(heading) {
            Some(rest) => {
                let styled = format!("{}{rest}", self.setting.style.heading(heading));
                self.push_all(&styled);
            }
            None => self.push_all(&set),
        }
    }

    /// Several paragraphs with one heading in the margin.
    pub fn margins(&mut self, heading: &str, texts: &[String]) {
        for (index, text) in texts.iter().enumerate() {
            self.margin(if index == 0 { heading } else { "" }, text);
        }
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The page as text, with a line end at the end.
    #[must_use]
    pub fn finish(self) -> String {
        let mut text: String = self.lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n");
        text.push('\n');
        text
    }

    fn push_all(&mut self, text: &str) {
        self.lines.extend(text.lines().map(str::to_owned));
    }
}

/// A lead that fills its column, with at least one space behind it.
fn column(lead: &str, width: usize) -> String {
    let used = crate::ui::layout::columns(lead);
    format!("{lead}{}", " ".repeat(width.saturating_sub(used).max(1)))
}

/// The text with a capital at its beginning.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
