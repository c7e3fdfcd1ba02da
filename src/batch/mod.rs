//! Many answer sets: which files a path stands for, and which sets lie in a file.
//!
//! Knows names of files and lines. What an answer set says is for `case`.

pub mod cells;
pub mod junit;
pub mod lines;
pub mod paths;
