//! Every dated document of a library, one line each: what it is called and when it counts.
//!
//! Knows that a document ends where its successor begins. Refuses to look into one.

use jiff::civil::Date;

use super::edition::in_force;
use super::library::{Edition, Library};
use super::raw;
use crate::model::guide::{Document, Review};

/// One dated document.
#[derive(Debug, Clone)]
pub struct Listed {
    /// As it stands on a stamp.
    pub document: Document,
    /// Its title.
    pub title: String,
    /// The first day on which it counts.
    pub valid_from: Date,
    /// The last day on which it counts, when that is known.
    pub last_day: Option<Date>,
}

impl Listed {
    /// Whether it counts on the date.
    #[must_use]
    pub fn counts_on(&self, date: Date) -> bool {
        self.valid_from <= date && self.last_day.is_none_or(|last| date <= last)
    }
}

impl Library {
    /// The professions in force on the date, by name, in order.
    #[must_use]
    pub fn professions_on(&self, date: Date) -> Vec<(&str, &Edition<raw::Profession>)> {
        let names = self.profession_names().into_iter();
        let on = |name| in_force(&self.professions, &format!("professions/{name}"), date);
        names.filter_map(|name| Some((name, on(name)?))).collect()
    }

    /// A document as it stands on a stamp.
    #[must_use]
    pub fn document<T>(&self, edition: &Edition<T>) -> Document {
        let digest = edition.filed.digest.clone();
        let review = if self.reviewed.contains(&digest) { Review::Reviewed } else { Review::Draft };
        let Edition { name, published, revision, .. } = edition;
        Document { id: name.clone(), published: *published, revision: *revision, digest, review }
    }
}

/// Every dated document, by folder and name, the oldest first.
#[must_use]
pub fn editions(library: &Library) -> Vec<Listed> {
    let mut all = Vec::new();
    list(library, &library.laws, |raw: &raw::Law| &raw.title, &mut all);
    list(library, &library.steps, |raw: &raw::Steps| &raw.title, &mut all);
    list(library, &library.afwegingskaders, |raw: &raw::Afwegingskader| &raw.title, &mut all);
    list(library, &library.doors, |raw: &raw::Doors| &raw.title, &mut all);
    list(library, &library.professions, |raw: &raw::Profession| &raw.title, &mut all);
    list(library, &library.flows, |raw: &raw::Flow| &raw.title, &mut all);
    list(library, &library.themes, |raw: &raw::Theme| &raw.title, &mut all);
    list(library, &library.signals, |raw: &raw::Signals| &raw.title, &mut all);
    all.sort_by(|one, other| (&one.document.id, one.valid_from).cmp(&(&other.document.id, other.valid_from)));
    all
}

fn list<T>(library: &Library, editions: &[Edition<T>], title: impl Fn(&T) -> &String, all: &mut Vec<Listed>) {
    for edition in editions {
        let later = editions
            .iter()
            .filter(|other| other.name == edition.name && other.valid_from > edition.valid_from);
        let successor = later.map(|other| other.valid_from).min().and_then(|day| day.yesterday().ok());
        let last_day = [edition.last_day, successor].into_iter().flatten().min();
        let title = title(&edition.filed.raw).clone();
        let document = library.document(edition);
        all.push(Listed { document, title, valid_from: edition.valid_from, last_day });
    }
}
