//! From TOML documents to a linked guide: reading, choosing by date, resolving, reporting problems.
//!
//! Knows files and shapes. Refuses to prove anything: that is `audit`.

pub mod edition;
pub mod editions;
pub mod embedded;
mod foreign;
pub mod library;
pub mod link;
pub mod nearest;
mod parse;
pub mod placeholder;
mod plain;
pub mod raw;
pub mod store;
pub mod usage;
