//! Themes: forms of violence that change what a professional does, and the slots at which content hangs.
//!
//! A theme speaks and never decides: it has no conclusions, no duties and no arrows.

use serde::{Deserialize, Serialize};

use super::contact::Contact;
use super::duty::{Meets, With};
use super::id::Id;
use super::question::{Guard, Step};
use super::register::Ref;
use super::source::Cite;

/// A place among the questions of the steps. Weighing documents have none: nothing can enter them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// Before anything was told.
    Start,
    /// After the signals of step 1.
    AfterSignals,
    /// Before step 2.
    BeforeConsult,
    /// Before step 3.
    BeforeTalk,
    /// At the end of the steps, before the weighing.
    BeforeDecision,
}

/// A form of violence, with what is different about it.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name: `eergerelateerd-geweld`.
    pub id: Id,
    /// Its name for readers.
    pub title: String,
    /// The findings with which it is at play.
    pub guard: Guard,
    /// What it is.
    pub means: String,
    /// The ground of that.
    pub cite: Cite,
    /// Whom to ask first, and the ground.
    pub expert: Option<(String, Cite)>,
    /// Whom to reach.
    pub contacts: Vec<Ref<Contact>>,
    /// What makes it urgent. Printed, never counted.
    pub red_flags: Vec<RedFlag>,
    /// What is different, step by step.
    pub notices: Vec<StepNotice>,
}

/// Something that makes a theme urgent.
#[derive(Debug, Clone)]
pub struct RedFlag {
    /// Its name.
    pub id: Id,
    /// What is seen or heard.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}

/// What is different at one step.
#[derive(Debug, Clone)]
pub struct StepNotice {
    /// Its name.
    pub id: Id,
    /// The step.
    pub step: Step,
    /// With which results it is printed too; none when only the view of the theme shows it.
    pub with: Vec<With>,
    /// For which findings, those of the theme included.
    pub guard: Guard,
    /// Whom it sends the professional to.
    pub meets: Option<Meets>,
    /// The text.
    pub text: String,
    /// The ground.
    pub cite: Cite,
}
