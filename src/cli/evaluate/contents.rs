//! The content of a stream: no more of it than the stream asks for.
//!
//! Knows that most streams are of one profession, which needs a part of the content, and that others come to need all of
//! it. Refuses to keep what was only needed to prove a guide.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::content::raw::Vocabulary;
use crate::engine::proven::Proven;

use super::super::args::Shared;
use super::super::content::Content;
use super::super::failure::Failure;

/// For so many guides the needed documents are parsed each time; then all are, once.
const FEW: usize = 2;

/// The content, as far as it was read.
pub(super) struct Contents<'a> {
    shared: &'a Shared,
    /// The words that answers can have.
    pub(super) vocabulary: Vocabulary,
    read: Mutex<Read>,
}

/// What was read until now.
#[derive(Default)]
struct Read {
    whole: Option<Arc<Content>>,
    guides: usize,
}

/// A guide, with the days on which it is the same one: from the first, and before the second.
pub(super) struct Made {
    pub(super) proven: Proven,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

impl<'a> Contents<'a> {
    /// Reads the words alone; a directory of one's own as a whole, for it is proved before it is used.
    pub(super) fn new(shared: &'a Shared) -> Result<Self, Failure> {
        let whole = shared.content.is_some().then(|| Content::open(shared)).transpose()?;
        let vocabulary = match &whole {
            Some(content) => content.library.vocabulary.raw.clone(),
            None => Content::vocabulary(shared)?,
        };
        let read = Read { whole: whole.map(Arc::new), guides: 0 };
        Ok(Self { shared, vocabulary, read: Mutex::new(read) })
    }

    /// Makes the guide of a profession on a date.
    pub(super) fn make(&self, profession: &str, date: Date) -> Result<Made, Failure> {
        let content = self.content(profession, date)?;
        let proven = content.prove(self.shared, profession, date)?;
        let days = content.library.turning_days();
        let from = days.iter().rev().find(|day| **day <= date).copied().unwrap_or(Date::MIN);
        let until = days.iter().find(|day| **day > date).copied();
        Ok(Made { proven, from, until })
    }

    fn content(&self, profession: &str, date: Date) -> Result<Arc<Content>, Failure> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(whole) = &read.whole {
            return Ok(Arc::clone(whole));
        }
        read.guides += 1;
        if read.guides <= FEW {
            // Others may go on meanwhile.
            drop(read);
            return Content::open_for(self.shared, profession, date).map(Arc::new);
        }
        let whole = Arc::new(Content::open(self.shared)?);
        read.whole = Some(Arc::clone(&whole));
        Ok(whole)
    }

    /// Whether the content is the user's own.
    pub(super) fn is_own(&self) -> bool {
        self.shared.content.is_some()
    }
}
