//! A guide that was proved: the only thing that `evaluate` accepts.

use crate::model::guide::Guide;
use crate::model::question::Finding;
use crate::model::register::Set;

use super::survey::{Flaw, Survey, survey};

/// A guide for which every walk ends, every reachable set of conclusions has exactly one row, and nothing is dead.
#[derive(Debug, Clone)]
pub struct Proven {
    guide: Guide,
    lifting: Set<Finding>,
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
            Ok(Self { lifting: guide.lifting(), guide, survey })
        } else {
            Err(Box::new(Unproved { guide, flaws }))
        }
    }

    /// The guide.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// The findings after which a report waits for nothing.
    #[must_use]
    pub fn lifting(&self) -> Set<Finding> {
        self.lifting
    }

    /// What the proof counted.
    #[must_use]
    pub fn survey(&self) -> Survey {
        self.survey
    }
}
