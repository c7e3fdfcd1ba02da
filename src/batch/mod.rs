//! Many answer sets: which files a path stands for, which sets lie in a stream, and results that stream out again.
//!
//! Knows names of files, lines, rows and threads. What an answer set says is for `case`, what it comes to for `engine`.

pub mod cells;
pub mod junit;
pub mod lines;
pub mod lookup;
pub mod paths;
pub mod pool;
pub mod quick;
pub mod rows;
pub mod short;
pub mod spare;
