//! The documents that are built into the program: an explicit list, so that nothing slips in unseen.
//!
//! A test holds the list against the folder.

/// Every document by its path below `meldcode/`.
pub const DOCUMENTS: &[(&str, &str)] = &[];
