//! Signals of violence and abuse: what a professional can see or hear, always beside what else it can be.
//!
//! Knows how signals are grouped. Refuses to count them: they are printed, and nothing is concluded from them.

use serde::{Deserialize, Serialize};

use super::guide::Document;
use super::id::Id;
use super::register::Keyed;
use super::source::Cite;

/// What a signal is seen in: a closed vocabulary, in the order in which lists are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The body: injury and complaints.
    Letsel,
    /// Threats, weapons and earlier violence.
    Dreiging,
    /// Control and coercion.
    Controle,
    /// A journey, a ceremony or another plan.
    Reis,
    /// Food, clothes, hygiene and medical care.
    Verzorging,
    /// Growth and development.
    Ontwikkeling,
    /// Behaviour and mood.
    Gedrag,
    /// Contact with parents and others.
    Contact,
    /// Sexual behaviour and fear.
    Seksueel,
    /// School and childcare.
    School,
    /// Money and property.
    Geld,
    /// The parent or carer.
    Ouder,
}

impl Form {
    /// Every form, in order.
    pub const ALL: [Self; 12] = [
        Self::Letsel,
        Self::Dreiging,
        Self::Controle,
        Self::Reis,
        Self::Verzorging,
        Self::Ontwikkeling,
        Self::Gedrag,
        Self::Contact,
        Self::Seksueel,
        Self::School,
        Self::Geld,
        Self::Ouder,
    ];
}

/// The signals of one document.
#[derive(Debug, Clone)]
pub struct SignalList {
    /// Where they stand. Not part of a stamp: signals change no result.
    pub document: Document,
    /// About whom, in a few words.
    pub who: String,
    /// The choices of the question `wie` that the list is for.
    pub whom: Vec<Id>,
    /// How to read the list; printed before it.
    pub rules: Vec<Remark>,
    /// The signals.
    pub signals: Vec<Signal>,
    /// What speaks against a suspicion, or protects. It stands beside the signals and takes nothing away from them.
    pub against: Vec<Remark>,
}

/// A text with its ground.
#[derive(Debug, Clone)]
pub struct Remark {
    /// The text.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}

/// Something that can be seen or heard.
#[derive(Debug, Clone)]
pub struct Signal {
    /// Its name.
    pub id: Id,
    /// What it is seen in.
    pub form: Form,
    /// What is seen or heard.
    pub text: String,
    /// What else it can be.
    pub other: String,
    /// Whether it alone is reason to act today.
    pub red_flag: bool,
    /// The ground.
    pub cite: Cite,
}

impl Keyed for Signal {
    fn id(&self) -> &Id {
        &self.id
    }
}
