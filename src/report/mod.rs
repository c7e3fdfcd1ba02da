//! Results as people and programs read them: the card, the first screen, the rest, paper, JSON, a class with exercises,
//! and views of the content.
//!
//! Knows layout and order. Refuses to decide: everything it shows was concluded by the engine.

pub mod card;
pub mod class;
pub mod coverage;
mod details;
pub mod difference;
pub mod discussion;
pub mod due;
mod first_screen;
pub mod ground;
pub mod handout;
pub mod json;
mod markup;
pub mod page;
pub mod paper;
mod plain;
pub mod provisional;
pub mod record;
pub mod refusal;
pub mod result;
pub mod schema;
pub mod show;
pub mod since;
pub mod table;
