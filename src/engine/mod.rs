//! The one pure function of the program, and everything that is proved about it.
//!
//! Knows how answers become a result. Refuses to print, to read files, to look at the clock, and to fail:
//! what it works on was linked and proved before.

pub mod answers;
pub mod check;
mod combine;
pub mod compare;
pub mod conclude;
mod decide;
pub mod due;
pub mod evaluate;
pub mod explore;
pub mod frontier;
pub mod meanwhile;
pub mod narrow;
mod numbered;
pub mod outcome;
pub mod outlook;
pub mod passable;
pub mod plan;
pub mod property;
pub mod proven;
mod reading;
pub mod routes;
pub mod slice;
pub mod survey;
pub mod trail;
pub mod whatif;
pub mod worth;
