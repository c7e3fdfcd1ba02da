//! The guides that a stream asks for: proved once, shared by all threads, and bounded in number.
//!
//! Knows which guide is meant. Refuses to hold every one that was ever asked for: a stream may never end.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::batch::lookup::Lookup;
use crate::batch::short::Pieces;
use crate::engine::proven::Proven;

use super::super::args::Shared;
use super::super::content::Content;
use super::super::failure::Failure;

/// So many guides are kept for all threads. One has about a hundred kilobytes of text.
const MOST: usize = 32;
/// So many of them a thread has at hand without asking.
const AT_HAND: usize = 16;

/// A guide with what is made of it once.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) proven: Proven,
    pub(super) lookup: Lookup,
    pub(super) pieces: Pieces,
    profession: String,
    /// The days on which it is the same guide: from the first, and before the second.
    from: Date,
    until: Option<Date>,
}

impl Ready {
    /// Whether it is the guide for a profession on a date.
    pub(super) fn is_for(&self, profession: &str, date: Date) -> bool {
        self.profession == profession && self.from <= date && self.until.is_none_or(|until| date < until)
    }
}

/// Every guide that was asked for lately.
pub(super) struct Guides<'a> {
    pub(super) content: &'a Content,
    pub(super) shared: &'a Shared,
    /// The days on which some document begins or ends; none when every date is told in full, with its stamp.
    turning: Vec<Date>,
    known: Mutex<Vec<Arc<Ready>>>,
}

impl<'a> Guides<'a> {
    /// No guide yet. In short, dates between which no document begins or ends share one.
    pub(super) fn new(content: &'a Content, shared: &'a Shared, in_short: bool) -> Self {
        let turning = if in_short { content.library.turning_days() } else { Vec::new() };
        Self { content, shared, turning, known: Mutex::default() }
    }

    /// The guide for a profession on a date.
    pub(super) fn get(&self, profession: &str, date: Date) -> Result<Arc<Ready>, Failure> {
        let found = {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let at = known.iter().position(|ready| ready.is_for(profession, date));
            // The one that was asked for last stands last, and goes last.
            at.map(|at| known.remove(at)).inspect(|ready| known.push(Arc::clone(ready)))
        };
        if let Some(found) = found {
            return Ok(found);
        }
        // Others may go on meanwhile; when two make the same, one of both is let go.
        let new = Arc::new(self.make(profession, date)?);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.remove(0);
        }
        known.push(Arc::clone(&new));
        Ok(new)
    }

    fn make(&self, profession: &str, date: Date) -> Result<Ready, Failure> {
        let proven = self.content.prove(self.shared, profession, date)?;
        let (from, until) = if self.turning.is_empty() {
            (date, date.tomorrow().ok())
        } else {
            let begun = self.turning.iter().rev().find(|day| **day <= date);
            (begun.copied().unwrap_or(Date::MIN), self.turning.iter().find(|day| **day > date).copied())
        };
        let (lookup, pieces) = (Lookup::of(proven.guide()), Pieces::of(proven.guide()));
        Ok(Ready { proven, lookup, pieces, profession: profession.to_owned(), from, until })
    }
}

/// A guide in the hand of one thread: taken up for every line, so it is counted where no other thread counts.
#[derive(Debug, Clone)]
pub(super) struct Hand(Rc<Held>);

#[derive(Debug)]
struct Held {
    ready: Arc<Ready>,
}

impl std::ops::Deref for Hand {
    type Target = Ready;

    fn deref(&self) -> &Ready {
        &self.0.ready
    }
}

impl AsRef<Lookup> for Hand {
    fn as_ref(&self) -> &Lookup {
        &self.lookup
    }
}

/// The guides that one thread has at hand, the last one first.
pub(super) struct AtHand<'a> {
    guides: &'a Guides<'a>,
    hands: Vec<Hand>,
}

impl<'a> AtHand<'a> {
    pub(super) fn new(guides: &'a Guides<'a>) -> Self {
        Self { guides, hands: Vec::new() }
    }

    /// The guide of the answers before.
    pub(super) fn last(&self) -> Option<Hand> {
        self.hands.first().cloned()
    }

    /// The guide for a profession on a date.
    pub(super) fn get(&mut self, profession: &str, date: Date) -> Result<Hand, Failure> {
        let at = self.hands.iter().position(|hand| hand.is_for(profession, date));
        let at = match at {
            Some(at) => at,
            None => {
                let new = Hand(Rc::new(Held { ready: self.guides.get(profession, date)? }));
                self.hands.truncate(AT_HAND - 1);
                self.hands.push(new);
                self.hands.len() - 1
            }
        };
        self.hands.swap(0, at);
        self.last().ok_or_else(|| Failure::Fault(anyhow::anyhow!("no guide at hand")))
    }
}
