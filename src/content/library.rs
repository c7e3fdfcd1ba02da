//! Every document of a store, parsed into its raw shape, with all problems of that stage.
//!
//! Knows which folder holds which kind of document. Refuses to resolve a name.

use jiff::civil::Date;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use toml::value::Datetime;

use super::edition::Dated;
use super::foreign;
use super::nearest::nearest;
use super::parse::parse;
use super::raw;
use super::store::{Origin, Store};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem, in_order};

/// The version of the shape of the documents.
pub const SCHEMA: u32 = 1;

/// A parsed document with its file.
#[derive(Debug, Clone)]
pub struct Filed<T> {
    /// The path below the content directory.
    pub file: String,
    /// The first sixteen hexadecimal digits of the SHA-256 of the text.
    pub digest: String,
    /// What is written in it.
    pub raw: T,
}

/// A parsed dated document.
#[derive(Debug, Clone)]
pub struct Edition<T> {
    /// The name without the date.
    pub name: String,
    /// The publication date.
    pub published: Date,
    /// The first day on which it counts.
    pub valid_from: Date,
    /// The last day on which it counts, when it ended without a successor.
    pub last_day: Option<Date>,
    /// Our rendering.
    pub revision: u32,
    /// The document.
    pub filed: Filed<T>,
}

impl<T> Dated for Edition<T> {
    fn name(&self) -> &str {
        &self.name
    }
    fn valid_from(&self) -> Date {
        self.valid_from
    }
    fn last_day(&self) -> Option<Date> {
        self.last_day
    }
}

/// Everything that was read.
#[derive(Debug, Clone)]
pub struct Library {
    /// Where it was read.
    pub origin: Origin,
    /// What the ids mean.
    pub vocabulary: Filed<raw::Vocabulary>,
    /// What was read for the content.
    pub sources: Filed<raw::Sources>,
    /// Whom to reach.
    pub contacts: Filed<raw::Contacts>,
    /// What must hold for every result.
    pub properties: Filed<raw::Properties>,
    /// Documents that ended without a successor.
    pub editions: Filed<raw::Editions>,
    /// Digests of reviewed documents.
    pub reviewed: Vec<String>,
    /// The law, by date.
    pub laws: Vec<Edition<raw::Law>>,
    /// Documents of steps.
    pub steps: Vec<Edition<raw::Steps>>,
    /// Weighing documents.
    pub afwegingskaders: Vec<Edition<raw::Afwegingskader>>,
    /// Documents of doors.
    pub doors: Vec<Edition<raw::Doors>>,
    /// Professions.
    pub professions: Vec<Edition<raw::Profession>>,
    /// Flows: small trees of questions that hang on a slot.
    pub flows: Vec<Edition<raw::Flow>>,
    /// Themes: forms of violence that change what a professional does.
    pub themes: Vec<Edition<raw::Theme>>,
    /// Documents of signals; there need not be any.
    pub signals: Vec<Edition<raw::Signals>>,
}

impl Library {
    /// Parses every document.
    ///
    /// # Errors
    /// All problems of this stage, when there is any.
    pub fn read(store: &Store, already: Vec<Problem>) -> Result<Self, Vec<Problem>> {
        let mut reading = Reading { store, problems: already };
        let vocabulary = reading.required("vocabulary.toml");
        let sources = reading.required("sources.toml");
        let contacts = reading.required("contacts.toml");
        let properties = reading.required("properties.toml");
        let editions: Option<Filed<raw::Editions>> = reading.required("editions.toml");
        let reviews: Option<Filed<raw::Reviews>> = reading.required("reviews.toml");
        let ended: &[raw::Ended] = editions.as_ref().map_or(&[], |filed| &filed.raw.ended);
        reading.endings(ended);
        let laws = reading.folder("law/", ended);
        let steps = reading.folder("steps/", ended);
        let afwegingskaders = reading.folder("afwegingskader/", ended);
        let doors = reading.folder("doors/", ended);
        let professions = reading.folder("professions/", ended);
        let flows = reading.optional("flows/", ended);
        let themes = reading.optional("themes/", ended);
        let signals = reading.optional("signals/", ended);
        reading.problems.extend(foreign::files(store));
        let reviewed = reviews
            .map(|filed| filed.raw.review.into_iter().map(|review| review.digest).collect())
            .unwrap_or_default();
        let (Some(vocabulary), Some(sources), Some(contacts), Some(properties), Some(editions), true) =
            (vocabulary, sources, contacts, properties, editions, reading.problems.is_empty())
        else {
            return Err(in_order(reading.problems));
        };
        let origin = store.origin.clone();
        Ok(Self {
            origin,
            vocabulary,
            sources,
            contacts,
            properties,
            editions,
            reviewed,
            laws,
            steps,
            afwegingskaders,
            doors,
            professions,
            flows,
            themes,
            signals,
        })
    }

    /// The names of all professions, each once, in order.
    #[must_use]
    pub fn profession_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.professions.iter().filter_map(|edition| edition.name.strip_prefix("professions/")).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Every date on which a document begins or the day after one ended: between two of them nothing changes.
    #[must_use]
    pub fn turning_days(&self) -> Vec<Date> {
        let mut days = Vec::new();
        collect_days(&self.laws, &mut days);
        collect_days(&self.steps, &mut days);
        collect_days(&self.afwegingskaders, &mut days);
        collect_days(&self.doors, &mut days);
        collect_days(&self.professions, &mut days);
        collect_days(&self.flows, &mut days);
        collect_days(&self.themes, &mut days);
        collect_days(&self.signals, &mut days);
        days.sort_unstable();
        days.dedup();
        days
    }
}

fn collect_days<T>(editions: &[Edition<T>], days: &mut Vec<Date>) {
    for edition in editions {
        days.push(edition.valid_from);
        days.extend(edition.last_day.and_then(|last| last.tomorrow().ok()));
    }
}

/// The head of a dated document.
trait Headed {
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
headed!(Law, Steps, Afwegingskader, Doors, Profession, Flow, Theme, Signals);

const START_FROM_A_COPY: &str =
    "start from a copy of the built-in content: every content directory is complete in itself";

struct Reading<'a> {
    store: &'a Store,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn required<T: DeserializeOwned>(&mut self, file: &str) -> Option<Filed<T>> {
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
    fn folder<T: DeserializeOwned + Headed>(
        &mut self,
        folder: &str,
        ended: &[raw::Ended],
    ) -> Vec<Edition<T>> {
        let lies_here = |file: &str| file.starts_with(folder);
        if !self.store.texts.keys().any(|file| lies_here(file))
            && !self.problems.iter().any(|problem| lies_here(&problem.file))
        {
            let says = format!("there is no document in `{folder}`");
            let problem = Problem::at(Code::MissingFile, folder, None, says);
            self.problems.push(problem.help(START_FROM_A_COPY));
        }
        self.optional(folder, ended)
    }

    /// The documents of a folder that may be empty.
    fn optional<T: DeserializeOwned + Headed>(
        &mut self,
        folder: &str,
        ended: &[raw::Ended],
    ) -> Vec<Edition<T>> {
        let mut editions = Vec::new();
        for (file, text) in self.store.texts.iter().filter(|(file, _)| file.starts_with(folder)) {
            let Some(filed) = self.parse::<T>(file, text) else { continue };
            if let Some(edition) = self.edition(filed, ended) {
                editions.push(edition);
            }
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
            let says = format!("`{}` cannot be the name of a document", id.get_ref());
            let problem = Problem::at(Code::BadId, &filed.file, Some(id.span()), says);
            let help = "a name is a folder and one name in it, in lower-case letters and digits, joined by single hyphens";
            self.problems.push(problem.help(help));
            return None;
        }
        let last_day = ended
            .iter()
            .find(|line| format!("{}.toml", line.document.get_ref()) == filed.file)
            .and_then(|line| to_date(line.last_day.get_ref()));
        Some(Edition { name: id.get_ref().clone(), published, valid_from, last_day, revision, filed })
    }

    /// A line that ends a document names one that is there, and a day.
    fn endings(&mut self, ended: &[raw::Ended]) {
        const FILE: &str = "editions.toml";
        for line in ended {
            let name = line.document.get_ref();
            if !self.store.texts.contains_key(&format!("{name}.toml")) {
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

/// A date without a time.
#[must_use]
pub fn to_date(written: &Datetime) -> Option<Date> {
    let (Some(date), None, None) = (written.date, written.time, written.offset) else { return None };
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?)
        .ok()
}

/// The first sixteen hexadecimal digits of the SHA-256 of a text; line ends do not count.
#[must_use]
pub fn digest(text: &str) -> String {
    let hash = Sha256::digest(text.replace("\r\n", "\n").as_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
