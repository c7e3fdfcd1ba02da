//! Buffers that were used and can be used again: a stream needs a few, however long it is.
//!
//! Knows how many. Refuses to keep a large one.

use std::sync::{Mutex, PoisonError};

/// So many buffers are kept.
const MOST: usize = 64;
/// Larger ones are let go.
const LARGEST: usize = 1024 * 1024;

/// Buffers at rest.
#[derive(Debug, Default)]
pub struct Spare {
    buffers: Mutex<Vec<Vec<u8>>>,
}

impl Spare {
    /// An empty buffer, used before if there is one.
    #[must_use]
    pub fn take(&self) -> Vec<u8> {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Gives back a buffer that is done with.
    pub fn give(&self, mut buffer: Vec<u8>) {
        let mut buffers = self.buffers.lock().unwrap_or_else(PoisonError::into_inner);
        if buffers.len() < MOST && buffer.capacity() > 0 && buffer.capacity() <= LARGEST {
            buffer.clear();
            buffers.push(buffer);
        }
    }
}
