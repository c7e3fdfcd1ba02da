//! Every text that guides say, each once, with a line that says it.
//!
//! Knows where a text is written. Refuses to know who says it how often: most texts are said by every guide.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;
use toml::Spanned;

/// What becomes of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// It is shown as it is written.
    AsItIs,
    /// Its placeholders are filled in.
    FilledIn,
    /// Likewise, and it has to fit on a line of a menu.
    InAMenu,
}

/// Where a text is written, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The document.
    pub file: String,
    /// Where the text begins there.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// The most that becomes of it anywhere.
    pub shown: Shown,
}

impl Line {
    /// The place in the document.
    #[must_use]
    pub fn place(&self) -> Range<usize> {
        self.from..self.to
    }
}

/// The texts that were heard, as they are written.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// Texts that were met before, by where they lie in memory: the documents do not move while they are linked.
    met: FxHashSet<(usize, Shown)>,
    /// Texts in which nothing is wrong, whoever says them, likewise.
    fit: FxHashSet<usize>,
    /// Each text with the first line that says it, by document and place.
    pub said: BTreeMap<String, Line>,
}

impl Heard {
    /// Hears a text.
    pub(super) fn hear(&mut self, file: &str, written: &Spanned<String>, shown: Shown) {
        if !self.met.insert((place(written), shown)) {
            return;
        }
        let Range { start: from, end: to } = written.span();
        let line = Line { file: file.to_owned(), from, to, shown };
        self.note(written.get_ref().clone(), line);
    }

    /// Whether a text was found to be fit to be shown.
    pub(super) fn is_fit(&self, written: &Spanned<String>) -> bool {
        self.fit.contains(&place(written))
    }

    /// Remembers that nothing is wrong with a text.
    pub(super) fn fits(&mut self, written: &Spanned<String>) {
        self.fit.insert(place(written));
    }

    /// Takes in what others heard. The order does not matter.
    pub fn append(&mut self, others: Self) {
        for (text, line) in others.said {
            self.note(text, line);
        }
    }

    fn note(&mut self, text: String, line: Line) {
        let known = self.said.entry(text).or_insert_with(|| line.clone());
        let shown = known.shown.max(line.shown);
        if line < *known {
            *known = line;
        }
        known.shown = shown;
    }
}

/// Where a text lies in memory.
fn place(written: &Spanned<String>) -> usize {
    std::ptr::from_ref(written) as usize
}
