//! A guide that was proved: the only thing that `evaluate` accepts.

use crate::model::guide::Guide;

use super::routes::Routes;
use super::survey::{Flaw, Survey, survey};

/// A guide for which every walk ends, every reachable set of conclusions has exactly one row, and nothing is dead.
#[derive(Debug, Clone)]
pub struct Proven {
    guide: Guide,
    routes: Routes,
    survey: Survey,
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
        let (survey, flaws) = survey(&guide);
        if flaws.is_empty() {
            Ok(Self { routes: Routes::of(&guide), guide, survey })
        } else {
            Err(Box::new(Unproved { guide, flaws }))
        }
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

    /// What the proof counted.
    #[must_use]
    pub fn survey(&self) -> Survey {
        self.survey
    }
}
