//! Exercises: what they tell, what a key expects of a result, and what the result says to that; and what a class made of
//! them.
//!
//! Knows exercises, keys and results. Refuses to read files or to print: it judges values.

pub mod agreement;
pub mod alpha;
pub mod class;
pub mod coverage;
pub mod difficulty;
pub mod embedded;
pub mod ending;
pub mod expectation;
pub mod judge;
pub mod key;
pub mod lint;
pub mod phases;
pub mod reading;
pub mod telling;
pub mod template;
pub mod turn;
pub mod written;
