//! Every document of a store, parsed into its raw shape, with all problems of that stage.
//!
//! Knows which folder holds which kind of document. Refuses to resolve a name.

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use toml::value::Datetime;

use super::edition::Dated;
use super::foreign;
use super::needed::Needed;
use super::overlay::Overlay;
use super::raw;
use super::reading::Reading;
use super::store::{Origin, Store};
use super::words;
use crate::model::problem::{Problem, in_order};

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

/// A profession, with the first day of each of its rows.
#[derive(Debug, Clone)]
pub struct Professional {
    /// The name without the folder.
    pub name: String,
    /// The day from which each row counts, rising.
    pub from: Vec<Date>,
    /// The document.
    pub filed: Filed<raw::Profession>,
}

/// A measure, with its days.
#[derive(Debug, Clone)]
pub struct Temporary {
    /// The day of our rendering.
    pub published: Date,
    /// The first day on which it counts.
    pub first_day: Date,
    /// The last.
    pub last_day: Date,
    /// The document.
    pub filed: Filed<raw::Measure>,
}

/// Everything that was read.
#[derive(Debug, Clone)]
pub struct Library {
    /// Where it was read.
    pub origin: Origin,
    /// The day on which it is read: whom to call is chosen by it. Without one it is that on which contacts were checked.
    pub today: Date,
    /// The English texts, when it is read for an English reader.
    pub overlay: Option<Overlay>,
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
    /// Announced law and policy; there need not be any.
    pub news: Option<Filed<raw::News>>,
    /// The documents that were released; there need not be any.
    pub lock: Option<Filed<raw::Lock>>,
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
    /// Professions, by name.
    pub professions: Vec<Professional>,
    /// Documents of practice; there need not be any.
    pub practice: Vec<Edition<raw::Practice>>,
    /// Measures; there need not be any.
    pub measures: Vec<Temporary>,
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
        Self::read_only(store, None, already)
    }

    /// Parses the vocabulary alone.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn vocabulary(store: &Store) -> Result<raw::Vocabulary, Vec<Problem>> {
        let mut reading = Reading::new(store, None, Vec::new());
        let vocabulary: Option<Filed<raw::Vocabulary>> = reading.required("vocabulary.toml");
        vocabulary.map(|filed| filed.raw).ok_or(reading.problems)
    }

    /// Parses the documents that are needed, or every document.
    ///
    /// # Errors
    /// All problems of this stage, when there is any.
    pub fn read_only(
        store: &Store,
        needed: Option<&Needed>,
        already: Vec<Problem>,
    ) -> Result<Self, Vec<Problem>> {
        let mut reading = Reading::new(store, needed, already);
        let vocabulary = reading.required("vocabulary.toml");
        let sources = reading.required("sources.toml");
        let contacts = reading.required("contacts.toml");
        let properties = reading.required("properties.toml");
        let editions: Option<Filed<raw::Editions>> = reading.required("editions.toml");
        let reviews: Option<Filed<raw::Reviews>> = reading.required("reviews.toml");
        let (news, lock) = (reading.file("news.toml"), reading.file("LOCK.toml"));
        let ended: &[raw::Ended] = editions.as_ref().map_or(&[], |filed| &filed.raw.ended);
        reading.endings(ended);
        let laws = reading.folder("law/", ended);
        let steps = reading.folder("steps/", ended);
        let afwegingskaders = reading.folder("afwegingskader/", ended);
        let doors = reading.folder("doors/", ended);
        let professions = reading.professions();
        reading.problems.extend(words::problems(&professions));
        let practice = reading.optional("practice/", ended);
        let measures = reading.measures();
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
            today: Date::MIN,
            overlay: None,
            vocabulary,
            sources,
            contacts,
            properties,
            editions,
            news,
            lock,
            reviewed,
            laws,
            steps,
            afwegingskaders,
            doors,
            professions,
            practice,
            measures,
            flows,
            themes,
            signals,
        })
    }

    /// The same content for who reads it on this day.
    #[must_use]
    pub fn on_day(self, today: Date) -> Self {
        Self { today, ..self }
    }

    /// The same content for an English reader.
    #[must_use]
    pub fn in_english(self, overlay: Overlay) -> Self {
        Self { overlay: Some(overlay), ..self }
    }

    /// A text as this reader sees it.
    #[must_use]
    pub fn say(&self, nl: &str) -> String {
        self.overlay.as_ref().map_or_else(|| nl.to_owned(), |overlay| overlay.say(nl))
    }

    /// The names of all professions, in order.
    #[must_use]
    pub fn profession_names(&self) -> Vec<&str> {
        self.professions.iter().map(|one| one.name.as_str()).collect()
    }

    /// Every date on which a document begins or the day after one ended: between two of them nothing changes.
    #[must_use]
    pub fn turning_days(&self) -> Vec<Date> {
        let mut days = Vec::new();
        collect_days(&self.laws, &mut days);
        collect_days(&self.steps, &mut days);
        collect_days(&self.afwegingskaders, &mut days);
        collect_days(&self.doors, &mut days);
        collect_days(&self.practice, &mut days);
        days.extend(self.professions.iter().flat_map(|one| &one.from));
        days.extend(self.measures.iter().flat_map(Temporary::turning_days));
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
