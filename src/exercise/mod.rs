//! Exercises: what a key expects of a result, and what the result says to that.
//!
//! Knows keys and results. Refuses to read files or to print: it judges values.

pub mod agreement;
pub mod alpha;
pub mod judge;
pub mod key;
pub mod turn;
