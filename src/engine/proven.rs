//! A guide that was proved: the only thing that `evaluate` accepts.

use crate::model::guide::Guide;

use super::routes::Routes;
use super::survey::{Flaw, soundness};

/// A guide for which every walk ends, every reachable set of conclusions has exactly one row, and nothing is dead.
#[derive(Debug, Clone)]
pub struct Proven {
    guide: Guide,
    routes: Routes,
}

/// A guide that cannot be used, and why.
#[derive(Debug, Clone)]
pub struct Unproved {
    /// The guide.
    pub guide: Guide,
    /// Every flaw that was found.
    pub flaws: Vec<Flaw>,
}

impl Proven {
    /// Proves a guide.
    ///
    /// # Errors
    /// Every flaw that was found.
    pub fn prove(guide: Guide) -> Result<Self, Box<Unproved>> {
        let routes = Routes::of(&guide);
        let (_, flaws) = soundness(&guide, &routes);
        if flaws.is_empty() { Ok(Self { guide, routes }) } else { Err(Box::new(Unproved { guide, flaws })) }
    }

    /// A guide that was proved before, word for word. Whoever says so has to know it.
    #[must_use]
    pub(crate) fn before(guide: Guide) -> Self {
        let routes = Routes::of(&guide);
        Self { guide, routes }
    }

    /// The same without words: it comes to the same, and has nothing to show.
    #[must_use]
    pub fn bare(self) -> Self {
        Self { guide: self.guide.bare(), ..self }
    }

    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// The guide without its words.
    #[must_use]
    pub fn routes(&self) -> &Routes {
        &self.routes
    }
}
