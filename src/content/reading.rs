//! Reading documents from a store: parsed, dated, and lying where they belong, with every problem collected.
//!
//! Knows how a file name and the head of a document go together. Refuses to resolve a name inside one.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use toml::value::Datetime;

use super::library::{Edition, Filed, Professional, Temporary, digest, to_date};
use super::nearest::nearest;
use super::needed::Needed;
use super::parse::parse;
use super::raw;
use super::store::Store;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};

/// The head of a dated document.
pub(super) trait Headed {
    fn head(&self) -> (&raw::Name, &toml::Spanned<Datetime>, &toml::Spanned<Datetime>, u32);
}

macro_rules! headed {
    ($($shape:ident),*) => {$(
        impl Headed for raw::$shape {
            fn head(&self) -> (&raw::Name, &toml::Spanned<Datetime>, &toml::Spanned<Datetime>, u32) {
                (&self.id, &self.published, &self.valid_from, self.revision)
            }
        }
    )*};
}
headed!(Law, Steps, Afwegingskader, Doors, Practice, Flow, Theme, Signals);

const START_FROM_A_COPY: &str =
    "start from a copy of the built-in content: every content directory is complete in itself";

/// What is read, and what was found wrong on the way.
pub(super) struct Reading<'a> {
    store: &'a Store,
    only: Option<&'a Needed>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(store: &'a Store, only: Option<&'a Needed>, problems: Vec<Problem>) -> Self {
        Self { store, only, problems }
    }

    /// A file that need not be there.
    pub(super) fn file<T: DeserializeOwned>(&mut self, file: &str) -> Option<Filed<T>> {
        let store = self.store;
        store.texts.get(file).and_then(|text| self.parse(file, text))
    }

    pub(super) fn required<T: DeserializeOwned>(&mut self, file: &str) -> Option<Filed<T>> {
        match self.store.texts.get(file) {
            Some(text) => self.parse(file, text),
            None => {
                // A file that is there but could not be read was already reported.
                if !self.problems.iter().any(|problem| problem.file == file) {
                    self.problems.push(
                        Problem::at(Code::MissingFile, file, None, format!("`{file}` is missing"))
                            .help(START_FROM_A_COPY),
                    );
                }
                None
            }
        }
    }

    fn parse<T: DeserializeOwned>(&mut self, file: &str, text: &str) -> Option<Filed<T>> {
        match parse(file, text) {
            Ok(raw) => Some(Filed { file: file.to_owned(), digest: digest(text), raw }),
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    /// The documents of a folder that every content directory has.
    pub(super) fn folder<T: DeserializeOwned + Headed>(
        &mut self,
        folder: &str,
        ended: &[raw::Ended],
    ) -> Vec<Edition<T>> {
        self.must_have(folder);
        self.optional(folder, ended)
    }

    /// A folder without a document is a problem, unless there is one that cannot be read.
    fn must_have(&mut self, folder: &str) {
        let lies_here = |file: &str| file.starts_with(folder);
        if !self.store.texts.keys().any(|file| lies_here(file))
            && !self.problems.iter().any(|problem| lies_here(&problem.file))
        {
            let says = format!("there is no document in `{folder}`");
            let problem = Problem::at(Code::MissingFile, folder, None, says);
            self.problems.push(problem.help(START_FROM_A_COPY));
        }
    }

    /// Every document of a folder that can be parsed.
    fn parsed<T: DeserializeOwned>(&mut self, folder: &str) -> Vec<Filed<T>> {
        let (store, only) = (self.store, self.only);
        let is_needed = |file: &str| only.is_none_or(|needed| needed.has(file));
        let here = store.texts.iter().filter(|(file, _)| file.starts_with(folder) && is_needed(file));
        here.filter_map(|(file, text)| self.parse(file, text)).collect()
    }

    /// The professions: one document for each, with a row for every day on which something changed.
    pub(super) fn professions(&mut self) -> Vec<Professional> {
        self.must_have("professions/");
        let mut all = Vec::new();
        for filed in self.parsed::<raw::Profession>("professions/") {
            let lies_right = self.lies_right(&filed.file, &filed.raw.id);
            let mut from = Vec::new();
            for row in &filed.raw.row {
                let Some(day) = self.date(&filed.file, &row.from) else { continue };
                if from.last().is_some_and(|before| *before >= day) {
                    let says = "this row does not begin after the one before it";
                    let problem = Problem::at(Code::Misplaced, &filed.file, Some(row.from.span()), says);
                    self.problems
                        .push(problem.help("put the rows in the order of their days, each day once"));
                }
                from.push(day);
            }
            if filed.raw.row.is_empty() == filed.raw.refuses.is_none() {
                let says = "a profession has rows, or says why there is no meldcode for it here";
                let problem = Problem::at(Code::Shape, &filed.file, Some(filed.raw.id.span()), says);
                self.problems.push(problem.help("add a `[[row]]`, or `[refuses]`, and not both"));
            }
            if filed.raw.refuses.is_none() && filed.raw.doors.is_empty() {
                let says = "this profession has no way out of the meldcode";
                let problem = Problem::at(Code::Shape, &filed.file, Some(filed.raw.id.span()), says);
                self.problems.push(problem.help("name its documents of doors in `doors`"));
            }
            if let (Some(name), true) = (lies_right, from.len() == filed.raw.row.len()) {
                all.push(Professional { name, from, filed });
            }
        }
        all
    }

    /// The measures: one document for each, with its first and last day.
    pub(super) fn measures(&mut self) -> Vec<Temporary> {
        let mut all = Vec::new();
        for filed in self.parsed::<raw::Measure>("measures/") {
            let lies_right = self.lies_right(&filed.file, &filed.raw.id);
            let raw = &filed.raw;
            let (published, first_day) =
                (self.date(&filed.file, &raw.published), self.date(&filed.file, &raw.valid_from));
            let last_day = self.date(&filed.file, &raw.last_day);
            let parts = raw.notice.iter().flat_map(|part| [&part.from, &part.until]);
            let parts = parts.chain(raw.establishes.iter().flat_map(|part| [&part.from, &part.until]));
            for day in parts.flatten() {
                self.date(&filed.file, day);
            }
            if first_day.zip(last_day).is_some_and(|(first, last)| last < first) {
                let says = "this measure ends before it begins";
                let problem = Problem::at(Code::Misplaced, &filed.file, Some(raw.last_day.span()), says);
                self.problems.push(problem.help("mend `valid_from` or `last_day`"));
            }
            if let (Some(_), Some(published), Some(first_day), Some(last_day)) =
                (lies_right, published, first_day, last_day)
            {
                all.push(Temporary { published, first_day, last_day, filed });
            }
        }
        all
    }

    /// The name of a document that lies under its name without a date; one that lies elsewhere is a problem.
    fn lies_right(&mut self, file: &str, id: &raw::Name) -> Option<String> {
        let expected = format!("{}.toml", id.get_ref());
        if expected != file {
            let says = format!("this document calls itself `{}`", id.get_ref());
            let problem = Problem::at(Code::Misplaced, file, Some(id.span()), says);
            self.problems.push(problem.help(format!("it belongs in `{expected}`: it lies under its name")));
            return None;
        }
        let words: Vec<&str> = id.get_ref().split('/').collect();
        if words.len() != 2 || words.iter().any(|word| Id::parse(word).is_err()) {
            self.bad_name(file, id);
            return None;
        }
        words.last().map(|name| (*name).to_owned())
    }

    fn bad_name(&mut self, file: &str, id: &raw::Name) {
        let says = format!("`{}` cannot be the name of a document", id.get_ref());
        let problem = Problem::at(Code::BadId, file, Some(id.span()), says);
        let help = "a name is a folder and one name in it, in lower-case letters and digits, joined by single hyphens";
        self.problems.push(problem.help(help));
    }

    /// The documents of a folder that may be empty.
    pub(super) fn optional<T: DeserializeOwned + Headed>(
        &mut self,
        folder: &str,
        ended: &[raw::Ended],
    ) -> Vec<Edition<T>> {
        let mut editions = Vec::new();
        for filed in self.parsed::<T>(folder) {
            editions.extend(self.edition(filed, ended));
        }
        editions
    }

    fn edition<T: Headed>(&mut self, filed: Filed<T>, ended: &[raw::Ended]) -> Option<Edition<T>> {
        let (id, published_at, valid_at, revision) = filed.raw.head();
        let published = self.date(&filed.file, published_at);
        let valid_from = self.date(&filed.file, valid_at);
        let (published, valid_from) = (published?, valid_from?);
        let expected = format!("{}/{published}.toml", id.get_ref());
        if expected != filed.file {
            self.problems.push(
                Problem::at(
                    Code::Misplaced,
                    &filed.file,
                    Some(id.span()),
                    format!("this document calls itself `{}` of {published}", id.get_ref()),
                )
                .help(format!(
                    "it belongs in `{expected}`: a document lies under its name and publication date"
                )),
            );
            return None;
        }
        let words: Vec<&str> = id.get_ref().split('/').collect();
        if words.len() != 2 || words.iter().any(|word| Id::parse(word).is_err()) {
            self.bad_name(&filed.file, id);
            return None;
        }
        let last_day = ended
            .iter()
            .find(|line| format!("{}.toml", line.document.get_ref()) == filed.file)
            .and_then(|line| to_date(line.last_day.get_ref()));
        Some(Edition { name: id.get_ref().clone(), published, valid_from, last_day, revision, filed })
    }

    /// A line that ends a document names one that is there, and a day.
    pub(super) fn endings(&mut self, ended: &[raw::Ended]) {
        const FILE: &str = "editions.toml";
        for line in ended {
            let name = line.document.get_ref();
            let dated = name.split('/').count() == 3;
            if !dated || !self.store.texts.contains_key(&format!("{name}.toml")) {
                let known = self.store.texts.keys().filter_map(|file| file.strip_suffix(".toml"));
                let help = nearest(name, known).map_or_else(
                    || "name a document with its date, such as `steps/algemeen/2019-01-01`".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                let says = format!("there is no document `{name}`");
                let place = Some(line.document.span());
                self.problems.push(Problem::at(Code::UnknownReference, FILE, place, says).help(help));
            }
            self.date(FILE, &line.last_day);
        }
    }

    fn date(&mut self, file: &str, written: &toml::Spanned<Datetime>) -> Option<Date> {
        let date = to_date(written.get_ref());
        if date.is_none() {
            self.problems.push(
                Problem::at(Code::Shape, file, Some(written.span()), "this is not a calendar date")
                    .help("write a date as 2026-11-22, without a time"),
            );
        }
        date
    }
}
