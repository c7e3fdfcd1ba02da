//! A map for states: quick, and in the same order on every run.
//!
//! Knows how to mix machine words. Refuses to withstand keys that somebody chose to collide: states are our own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from states.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// Mixes words by turning and multiplying.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mix {
    word: u64,
}

impl Mix {
    fn add(&mut self, word: u64) {
        self.word = (self.word.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.add(u64::from(*byte));
        }
    }
    fn write_u8(&mut self, word: u8) {
        self.add(u64::from(word));
    }
    fn write_u16(&mut self, word: u16) {
        self.add(u64::from(word));
    }
    fn write_u64(&mut self, word: u64) {
        self.add(word);
    }
    fn write_usize(&mut self, word: usize) {
        self.add(word as u64);
    }
    fn write_isize(&mut self, word: isize) {
        self.add(word.cast_unsigned() as u64);
    }
    fn finish(&self) -> u64 {
        // The best bits of a product are the high ones, and maps look at the low ones first.
        self.word.rotate_left(26)
    }
}
