//! Ways to do something, measured in turn.
//!
//! Knows rounds, medians and ratios. Refuses to promise: a number holds for the run that it was measured in, and on a machine
//! that gets slower meanwhile every way gets slower alike. Rounds are short and many: most of them are not interrupted.

pub(crate) mod table;

use std::time::{Duration, Instant};

/// A way, and how much is done in one round of it.
pub(crate) struct Way<'a> {
    name: &'a str,
    done: usize,
    work: Box<dyn FnMut() + 'a>,
    took: Vec<Duration>,
}

impl<'a> Way<'a> {
    /// A way of which one round does so much.
    pub(crate) fn new(name: &'a str, done: usize, work: impl FnMut() + 'a) -> Self {
        Self { name, done, work: Box::new(work), took: Vec::new() }
    }

    /// What it is called.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// Seconds for one thing done, in the middle round.
    pub(crate) fn seconds(&self) -> f64 {
        self.at(self.took.len() / 2)
    }

    /// How many times as long it takes as another, by the middle rounds of both.
    pub(crate) fn beside(&self, other: &Self) -> f64 {
        self.seconds() / other.seconds()
    }

    /// The same by the tenth part of the rounds that were quickest. Where this differs much, the machine was busy.
    pub(crate) fn beside_at_best(&self, other: &Self) -> f64 {
        self.at(self.took.len() / 10) / other.at(other.took.len() / 10)
    }

    fn at(&self, place: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a number to look at")]
        let done = self.done as f64;
        self.took.get(place).map_or(0.0, Duration::as_secs_f64) / done
    }
}

/// Every way once, so many times; a round before that counts for nothing.
pub(crate) fn in_turn(times: usize, ways: &mut [Way<'_>]) {
    for way in &mut *ways {
        (way.work)();
    }
    for _ in 0..times {
        for way in &mut *ways {
            let begun = Instant::now();
            (way.work)();
            way.took.push(begun.elapsed());
        }
    }
    for way in ways {
        way.took.sort_unstable();
    }
}
