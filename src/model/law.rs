//! What the law requires on a date, as typed fields with their articles.
//!
//! Law is shown and cited; it is the steps and weighing documents that are walked.

use super::source::Cite;

/// One requirement or fact of the law.
#[derive(Debug, Clone)]
pub struct Provision {
    /// What it is about, as a key: `advice-veilig-thuis`, `finally-responsible`.
    pub about: String,
    /// Where it stands.
    pub article: String,
    /// What it says, in our own words.
    pub says: String,
    /// The ground.
    pub cite: Cite,
}

/// The law of one date.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// Minimum elements, steps and other provisions, in order.
    pub provisions: Vec<Provision>,
}
