//! A decision assistant for the Dutch meldcode huiselijk geweld en kindermishandeling.

pub mod audit;
pub mod batch;
pub mod case;
pub mod cli;
pub mod content;
pub mod engine;
pub mod exercise;
pub mod interview;
pub mod model;
pub mod report;
pub mod ui;
