//! Routes that lead out of the meldcode: what looked like its business and belongs elsewhere.

use super::contact::Contact;
use super::duty::Action;
use super::id::Id;
use super::register::{Keyed, Ref};
use super::source::Cite;

/// One way out, with its own steps.
#[derive(Debug, Clone)]
pub struct Door {
    /// Its name.
    pub id: Id,
    /// Where it leads, in a few words.
    pub label: String,
    /// What it points to, in one sentence.
    pub says: String,
    /// Why this is not the meldcode, or not only.
    pub because: String,
    /// What to do.
    pub actions: Vec<Ref<Action>>,
    /// What stays in the meldcode beside it.
    pub stays: String,
    /// Whom to reach.
    pub contacts: Vec<Ref<Contact>>,
    /// The grounds: one door can rest on several articles.
    pub cites: Vec<Cite>,
}

impl Keyed for Door {
    fn id(&self) -> &Id {
        &self.id
    }
}
