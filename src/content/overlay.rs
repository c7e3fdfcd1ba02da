//! Texts of the content in English, laid over the Dutch ones.
//!
//! Knows pairs of texts: a Dutch text that changes has no translation any more, so that an English reader never sees what
//! the norm no longer says. Refuses to know where a text stands.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::heard::{Heard, Line};
use super::parse::parse;
use super::raw;
use super::store::Store;
use crate::model::problem::{Code, Problem, in_order};

/// Where translations into English lie.
pub const FOLDER: &str = "translations/en/";

/// What stands before a text that has no translation.
const UNTRANSLATED: &str = "[nl] ";

/// English texts by their Dutch ones.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    texts: BTreeMap<String, Translated>,
}

/// An English text, and where its pair stands.
#[derive(Debug, Clone)]
struct Translated {
    en: Spanned<String>,
    file: String,
    /// The place of the Dutch text of the pair.
    nl: Range<usize>,
}

impl Overlay {
    /// Every pair of the store.
    ///
    /// # Errors
    /// Every document of translations that cannot be parsed, and every Dutch text that is there twice.
    pub fn read(store: &Store) -> Result<Self, Vec<Problem>> {
        let mut overlay = Self::default();
        let mut problems = Vec::new();
        for (file, text) in store.texts.iter().filter(|(file, _)| file.starts_with(FOLDER)) {
            match parse::<raw::Translations>(file, text) {
                Ok(document) => {
                    for pair in document.text {
                        problems.extend(overlay.add(file, &pair.nl, pair.en));
                    }
                }
                Err(found) => problems.extend(found),
            }
        }
        if problems.is_empty() { Ok(overlay) } else { Err(in_order(problems)) }
    }

    fn add(&mut self, file: &str, nl: &Spanned<String>, en: Spanned<String>) -> Option<Problem> {
        let translated = Translated { en, file: file.to_owned(), nl: nl.span() };
        let before = self.texts.insert(nl.get_ref().clone(), translated);
        before.map(|_| {
            let says = "this Dutch text was translated before";
            Problem::at(Code::DuplicateId, file, Some(nl.span()), says).help("every text has one translation")
        })
    }

    /// The English text, or the Dutch one with its mark.
    #[must_use]
    pub fn say(&self, nl: &str) -> String {
        self.texts.get(nl).map_or_else(|| format!("{UNTRANSLATED}{nl}"), |found| found.en.get_ref().clone())
    }

    /// Where the English text stands, if there is one.
    #[must_use]
    pub fn place(&self, nl: &str) -> Option<(&str, Range<usize>)> {
        self.texts.get(nl).map(|found| (found.file.as_str(), found.en.span()))
    }

    /// Whether there is nothing to say in English at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// A text without the mark that stands before it when it has no translation.
    #[must_use]
    pub fn without_mark(text: &str) -> &str {
        text.strip_prefix(UNTRANSLATED).unwrap_or(text)
    }

    /// A problem for each text of the content that has no translation.
    #[must_use]
    pub fn gaps(&self, heard: &Heard) -> Vec<Problem> {
        let gaps = heard.said.iter().filter(|(nl, _)| !self.texts.contains_key(*nl));
        let problem = |(_, line): (&String, &Line)| {
            let says = "this text has no English";
            let problem = Problem::at(Code::Untranslated, &line.file, Some(line.place()), says);
            problem.help(format!("add the pair to a document in `{FOLDER}`; until then it is shown in Dutch"))
        };
        gaps.map(problem).collect()
    }

    /// A problem for each translation of a text that the content does not say.
    #[must_use]
    pub fn orphans(&self, heard: &Heard) -> Vec<Problem> {
        let orphans = self.texts.iter().filter(|(nl, _)| !heard.said.contains_key(*nl));
        let problem = |(_, found): (&String, &Translated)| {
            let says = "no document says this any more";
            let problem = Problem::at(Code::Orphan, &found.file, Some(found.nl.clone()), says);
            problem.help("take the pair out, or bring its Dutch text in line with the document")
        };
        orphans.map(problem).collect()
    }
}
