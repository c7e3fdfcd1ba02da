//! The published shape of a result as JSON, as a JSON Schema.
//!
//! Knows nothing of results: the tests hold every one of them against it.

/// The schema: what `check --format json` prints, a refusal included.
pub const RESULT: &str = include_str!("../../docs/result.schema.json");
