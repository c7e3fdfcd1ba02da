//! From TOML documents to a linked guide: reading, choosing by date, resolving, reporting problems.
//!
//! Knows files and shapes. Refuses to prove anything: that is `audit`.

pub mod edition;
pub mod editions;
pub mod embedded;
mod foreign;
pub mod heard;
pub mod library;
pub mod link;
pub mod lock;
pub mod measure;
pub mod nearest;
pub mod needed;
pub mod overlay;
mod parse;
pub mod placeholder;
mod plain;
pub mod present;
pub mod raw;
mod reading;
pub mod store;
pub mod usage;
mod words;
