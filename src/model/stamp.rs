//! What a result rests on, in a form that can be kept and compared: the program and every document with its digest.
//!
//! Knows which documents differ from others. Refuses to know what they say.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::guide::Guide;

/// One document, as far as it can be compared later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamped {
    /// The publication date.
    pub published: Date,
    /// Our rendering of it.
    pub revision: u32,
    /// The beginning of the SHA-256 of its text.
    pub digest: String,
}

/// The program and the documents, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The version of the program.
    pub program: String,
    /// Every document that was linked.
    pub documents: BTreeMap<String, Stamped>,
}

/// A document that is not the one of then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its name.
    pub id: String,
    /// As it was; nothing when it was not there.
    pub then: Option<Stamped>,
    /// As it is; nothing when it is not there any more.
    pub now: Option<Stamped>,
}

impl Stamp {
    /// The stamp of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let documents = guide.documents.iter().map(|one| {
            let stamped =
                Stamped { published: one.published, revision: one.revision, digest: one.digest.clone() };
            (one.id.clone(), stamped)
        });
        Self { program: env!("CARGO_PKG_VERSION").to_owned(), documents: documents.collect() }
    }

    /// Every document that another stamp has otherwise, by name.
    #[must_use]
    pub fn changed(&self, now: &Self) -> Vec<Changed> {
        let both = self.documents.keys().chain(now.documents.keys());
        let ids: BTreeSet<_> = both.collect();
        let each = ids.into_iter().map(|id| Changed {
            id: id.clone(),
            then: self.documents.get(id).cloned(),
            now: now.documents.get(id).cloned(),
        });
        each.filter(|one| one.then != one.now).collect()
    }
}
