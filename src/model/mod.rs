//! Plain data: what a guide consists of once its documents were read and linked.
//!
//! Knows the vocabulary of the meldcode as types. Refuses to know files, terminals and the clock,
//! and decides nothing: the engine does.

pub mod advice;
mod bare;
pub mod contact;
pub mod decision;
pub mod door;
pub mod duty;
pub mod guide;
pub mod id;
pub mod law;
pub mod news;
pub mod problem;
pub mod profession;
pub mod property;
pub mod question;
pub mod register;
pub mod signal;
pub mod source;
pub mod spelling;
pub mod stamp;
pub mod theme;
pub mod unreadable;
pub mod urgency;
