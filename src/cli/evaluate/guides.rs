//! The guides that a stream asks for: proved once, shared by all threads, and bounded in number.
//!
//! Knows which guide is meant, and which guides decide alike. Refuses to hold every one that was ever asked for: a stream
//! may never end.

use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use crate::batch::lookup::Lookup;
use crate::batch::short::Pieces;
use crate::engine::proven::Proven;

use super::super::args::Shared;
use super::super::failure::Failure;
use super::contents::{Contents, Made};

/// So many guides are kept with all their words, when each result is told in full.
const MOST_IN_FULL: usize = 16;
/// In short, so many names of guides are kept. The guides behind them are far fewer: many decide alike.
const MOST_NAMED: usize = 4096;
/// So many of them a thread has at hand without asking.
const AT_HAND: usize = 64;

/// A guide with what is made of it once.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) proven: Proven,
    pub(super) lookup: Lookup,
    pub(super) pieces: Pieces,
}

impl Ready {
    fn of(proven: Proven) -> Self {
        let (lookup, pieces) = (Lookup::of(proven.guide()), Pieces::of(proven.guide()));
        Self { proven, lookup, pieces }
    }

    /// Whether both read the same words, walk the same way, and write the same record.
    fn decides_as(&self, other: &Self) -> bool {
        self.proven.routes() == other.proven.routes()
            && self.lookup == other.lookup
            && self.pieces == other.pieces
    }
}

/// A guide under the name by which it was asked for.
#[derive(Debug, Clone)]
struct Named {
    profession: String,
    /// The days on which it is the same guide: from the first, and before the second.
    from: Date,
    until: Option<Date>,
    ready: Arc<Ready>,
}

impl Named {
    fn is_for(&self, profession: &str, date: Date) -> bool {
        self.profession == profession && self.from <= date && self.until.is_none_or(|until| date < until)
    }
}

/// Every guide that was asked for lately.
pub(super) struct Guides<'a> {
    pub(super) contents: &'a Contents<'a>,
    pub(super) shared: &'a Shared,
    /// Whether dates between which no document begins or ends share one guide. In full each has its own, with its stamp.
    in_short: bool,
    known: Mutex<Vec<Named>>,
    /// Held by whoever makes one: two at once would take twice the memory, and mostly make the same.
    making: Mutex<()>,
}

impl<'a> Guides<'a> {
    /// No guide yet.
    pub(super) fn new(contents: &'a Contents<'a>, shared: &'a Shared, in_short: bool) -> Self {
        Self { contents, shared, in_short, known: Mutex::default(), making: Mutex::default() }
    }

    /// Whether there is a guide for a profession on a date.
    pub(super) fn has(&self, profession: &str, date: Date) -> Result<(), Failure> {
        self.get(profession, date).map(drop)
    }

    fn get(&self, profession: &str, date: Date) -> Result<Named, Failure> {
        let known = || {
            let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.iter().find(|one| one.is_for(profession, date)).cloned()
        };
        if let Some(found) = known() {
            return Ok(found);
        }
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known() {
            return Ok(found);
        }
        let Made { proven, from, until } = self.contents.make(profession, date)?;
        let (from, until, most, new) = if self.in_short {
            (from, until, MOST_NAMED, Ready::of(proven.bare()))
        } else {
            (date, date.tomorrow().ok(), MOST_IN_FULL, Ready::of(proven))
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let alike = known.iter().filter(|_| self.in_short).find(|one| one.ready.decides_as(&new));
        let ready = alike.map_or_else(|| Arc::new(new), |one| Arc::clone(&one.ready));
        if known.len() >= most {
            known.remove(0);
        }
        let named = Named { profession: profession.to_owned(), from, until, ready };
        known.push(named.clone());
        Ok(named)
    }
}

/// A guide in the hand of one thread: taken up for every line, so it is counted where no other thread counts.
#[derive(Debug, Clone)]
pub(super) struct Hand(Rc<Named>);

impl Hand {
    /// Whether it is the guide for a profession on a date.
    pub(super) fn is_for(&self, profession: &str, date: Date) -> bool {
        self.0.is_for(profession, date)
    }
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
        if let Some(at) = self.hands.iter().position(|hand| hand.is_for(profession, date)) {
            self.hands.swap(0, at);
        } else {
            let new = Hand(Rc::new(self.guides.get(profession, date)?));
            self.hands.truncate(AT_HAND - 1);
            self.hands.insert(0, new);
        }
        self.last().ok_or_else(|| Failure::Fault(anyhow::anyhow!("no guide at hand")))
    }
}
