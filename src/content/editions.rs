//! Every dated document of a library, one line each: what it is called and when it counts.
//!
//! Knows that a document ends where its successor begins. Refuses to look into one.

use jiff::civil::Date;

use super::edition::in_force;
use super::library::{Edition, Filed, Library, Professional, Temporary};
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
    /// The professions that have a row on the date, by name, in order.
    #[must_use]
    pub fn professions_on(&self, date: Date) -> Vec<(&Professional, &raw::ProfessionRow)> {
        self.professions.iter().filter_map(|one| Some((one, one.row_on(date)?.1))).collect()
    }

    /// The professions that link a weighing document on the date, first the one of which least more is known.
    ///
    /// # Errors
    /// Why there is none.
    pub fn linking(&self, document: &str, date: Date) -> Result<Vec<&Professional>, NotLinked> {
        let editions = self.afwegingskaders.iter().filter(|edition| edition.name == document);
        let first_day = editions.map(|edition| edition.valid_from).min().ok_or(NotLinked::Unknown)?;
        if date < first_day {
            return Err(NotLinked::Later(first_day));
        }
        let known = self.professions_on(date).into_iter();
        let mut links: Vec<_> = known.filter(|(_, row)| row.afwegingskader.get_ref() == document).collect();
        links.sort_by_key(|(_, row)| row.establishes.len());
        if links.is_empty() || in_force(&self.afwegingskaders, document, date).is_none() {
            return Err(NotLinked::ByNobody);
        }
        Ok(links.into_iter().map(|(one, _)| one).collect())
    }

    /// A profession as it stands on a stamp.
    #[must_use]
    pub fn stamp(&self, one: &Professional, from: Date) -> Document {
        let Filed { raw, .. } = &one.filed;
        self.stamped(raw.id.get_ref(), from, raw.revision, &one.filed.digest)
    }

    /// A measure as it stands on a stamp.
    #[must_use]
    pub fn stamp_of_measure(&self, one: &Temporary) -> Document {
        let Filed { raw, digest, .. } = &one.filed;
        self.stamped(raw.id.get_ref(), one.published, raw.revision, digest)
    }

    fn stamped(&self, id: &str, published: Date, revision: u32, digest: &str) -> Document {
        let reviewed = self.reviewed.iter().any(|one| one == digest);
        let review = if reviewed { Review::Reviewed } else { Review::Draft };
        Document { id: id.to_owned(), published, revision, digest: digest.to_owned(), review }
    }

    /// A document as it stands on a stamp.
    #[must_use]
    pub fn document<T>(&self, edition: &Edition<T>) -> Document {
        self.stamped(&edition.name, edition.published, edition.revision, &edition.filed.digest)
    }
}

/// Why no profession links a document on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLinked {
    /// There is no document of that name.
    Unknown,
    /// It begins on this later day.
    Later(Date),
    /// It is there, and nobody uses it on that day.
    ByNobody,
}

impl Professional {
    /// Its label and its aliases: what people type beside its name.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let raw = &self.filed.raw;
        [raw.label.get_ref()]
            .into_iter()
            .chain(raw.aliases.iter().map(raw::Name::get_ref))
            .map(String::as_str)
    }

    /// The row that counts on the date, with its first day.
    #[must_use]
    pub fn row_on(&self, date: Date) -> Option<(Date, &raw::ProfessionRow)> {
        let rows = self.from.iter().copied().zip(&self.filed.raw.row);
        rows.take_while(|(from, _)| *from <= date).last()
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
    list(library, &library.practice, |raw: &raw::Practice| &raw.title, &mut all);
    for one in &library.measures {
        let (document, title) = (library.stamp_of_measure(one), one.filed.raw.title.clone());
        all.push(Listed { document, title, valid_from: one.first_day, last_day: Some(one.last_day) });
    }
    for one in &library.professions {
        for (index, from) in one.from.iter().enumerate() {
            let last_day = one.from.get(index + 1).and_then(|next| next.yesterday().ok());
            let title = one.filed.raw.label.get_ref().clone();
            all.push(Listed { document: library.stamp(one, *from), title, valid_from: *from, last_day });
        }
    }
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
