//! A decision assistant for the Dutch meldcode huiselijk geweld en kindermishandeling.

pub mod interview;
pub mod ui;
