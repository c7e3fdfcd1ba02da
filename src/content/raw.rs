//! The shapes of the documents as they are written, before any name is resolved.
//!
//! Unknown keys are refused. Enums are externally tagged: `to = { question = "hulp" }`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::value::Datetime;

use crate::model::advice::{Help, Report};
use crate::model::duty::{Before, Level, Meets, Place, When, Who, With};
use crate::model::law::{AdviceRule, Decisions, Named, Point, Presence, Responsible, TalkWith};
use crate::model::news::Status;
use crate::model::profession::{Check, OwnFramework, Sector};
use crate::model::property::OutlookWord;
use crate::model::signal::Form;
use crate::model::source::{Confidence, Kind};
use crate::model::theme::Slot;
use crate::model::urgency::{Danger, Urgency};

/// A name, with its place.
pub type Name = Spanned<String>;
/// Names, each with its place.
pub type NameList = Vec<Name>;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Deserialize)]
            #[serde(deny_unknown_fields)]
            pub struct $name { $(#[doc = concat!("`", stringify!($field), "`")] $(#[$attr])* pub $field: $type,)* }
        )*
    };
}

shapes! {
    /// The ground of a line.
    Cite { source: Name, at: String, kind: Kind, confidence: Spanned<Confidence>, }

    /// `vocabulary.toml`: what every question, choice and finding means, in every norm.
    Vocabulary { schema: u32, question: Vec<Term>, finding: Vec<FindingTerm>, }
    /// A question with its choices.
    Term { id: Name, meaning: String, #[serde(default)] choices: BTreeMap<String, String>, }
    /// A finding.
    FindingTerm { id: Name, meaning: String, #[serde(default)] lifts: bool, }

    /// `sources.toml`
    Sources { schema: u32, source: Vec<Source>, }
    /// One source.
    Source {
        id: Name, title: String, publisher: String, kind: Kind, dated: Option<String>,
        url: Option<String>, read: HowRead, checked_on: Spanned<Datetime>, note: Option<String>,
    }

    /// `contacts.toml`
    Contacts { schema: u32, contact: Vec<Contact>, }
    /// One contact.
    Contact {
        id: Name, name: Spanned<String>, from: Option<Spanned<Datetime>>, until: Option<Spanned<Datetime>>,
        number: Option<String>, site: Option<String>, hours: Option<Spanned<String>>, costs: Option<Spanned<String>>,
        for_whom: Spanned<String>, purpose: Spanned<String>, warning: Option<Spanned<String>>,
        checked_on: Spanned<Datetime>, check_by: Spanned<Datetime>, cite: Cite,
    }

    /// `properties.toml`
    Properties { schema: u32, property: Vec<Property>, }
    /// One property.
    Property {
        id: Name, says: String, #[serde(default)] given: Words, unless: Option<Words>,
        require: Option<Words>, forbid: Option<Words>,
    }

    /// `editions.toml`: documents that end without a successor.
    Editions { schema: u32, #[serde(default)] ended: Vec<Ended>, }
    /// One document that ended.
    Ended { document: Name, last_day: Spanned<Datetime>, cite: Cite, }

    /// `reviews.toml`: who laid which document beside its original.
    Reviews { schema: u32, #[serde(default)] review: Vec<Review>, }
    /// One review.
    Review { digest: String, document: String, function: String, on: Datetime, }

    /// A document of the law.
    Law {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, advice_centre: Spanned<String>, differs: Differs, provision: Vec<Provision>,
    }
    /// Where the texts of the law differ from each other.
    Differs {
        afwegingskader: Point<Presence>, decisions: Point<Decisions>, advice: Point<AdviceRule>, talk: Point<TalkWith>,
        finally_responsible: Point<Responsible>, kindcheck: Point<Presence>, verwijsindex: Point<Presence>,
        letselduiding: Point<Named>,
    }
    /// One provision.
    Provision { about: Name, article: String, says: Spanned<String>, cite: Cite, }

    /// A document of steps.
    Steps {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, ask_advice: Name, #[serde(default)] accompany: NameList,
        #[serde(default)] slot: Vec<SlotAt>,
        #[serde(default)] common: BTreeMap<Name, NameList>,
        question: Vec<Question>, duty: Vec<Duty>, #[serde(default)] action: Vec<Action>,
        #[serde(default)] notice: Vec<Notice>, #[serde(default)] occasion: Vec<Occasion>,
    }
    /// A place among the questions of the steps at which flows and themes hang.
    SlotAt { id: Spanned<Slot>, before: Option<Name>, }
    /// A flow: a small tree of questions that hangs on a slot.
    Flow {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, slot: Spanned<Slot>, #[serde(default)] imposed_by: NameList, #[serde(default)] accompany: NameList,
        question: Vec<Question>, #[serde(default)] duty: Vec<Duty>, #[serde(default)] action: Vec<Action>,
        #[serde(default)] notice: Vec<Notice>,
    }
    /// A theme: a form of violence with what is different about it, step by step.
    Theme {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, slot: Spanned<Slot>, only_if: NameList, means: Spanned<String>, cite: Cite,
        #[serde(default)] contacts: NameList, expert: Option<Said>,
        #[serde(default)] red_flag: Vec<RedFlag>, notice: Vec<StepNotice>,
    }
    /// A text with its ground.
    Said { text: Spanned<String>, cite: Cite, }
    /// Something that makes a theme urgent.
    RedFlag { id: Name, text: Spanned<String>, cite: Cite, }
    /// What is different at one step. With `with`, it accompanies results too.
    StepNotice {
        id: Name, step: u8, #[serde(default)] with: Vec<With>, #[serde(default)] only_if: NameList,
        #[serde(default)] unless: NameList, meets: Option<Meets>, text: Spanned<String>, cite: Cite,
    }
    /// A weighing document.
    Afwegingskader {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, acute: Name, weigh_again: Name,
        conclusion: Vec<Conclusion>, question: Vec<Question>, row: Vec<Row>,
        #[serde(default)] action: Vec<Action>, #[serde(default)] occasion: Vec<Occasion>,
    }
    /// A document of doors.
    Doors {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, door: Vec<Door>, #[serde(default)] action: Vec<Action>,
    }
    /// A document of signals.
    Signals {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, who: Spanned<String>, slot: Spanned<Slot>, #[serde(rename = "for")] whom: Spanned<NameList>,
        rule: Vec<Remark>, #[serde(default)] signal: Vec<Signal>, #[serde(default)] against: Vec<Remark>,
    }
    /// A text with its ground.
    Remark { text: Spanned<String>, cite: Cite, }
    /// One signal.
    Signal {
        id: Name, form: Form, text: Spanned<String>, other: Spanned<String>, red_flag: bool, cite: Cite,
    }
    /// `news.toml`: announced law and policy.
    News { schema: u32, #[serde(default)] news: Vec<NewsItem>, }
    /// One piece of news.
    NewsItem {
        id: Name, on: Spanned<Datetime>, status: Status, title: Spanned<String>, says: Spanned<String>, cite: Cite,
    }
    /// `LOCK.toml`: the documents that were released.
    Lock {
        schema: u32,
        #[serde(default)] document: Vec<Locked>,
        #[serde(default)] proved_with: Vec<ProvedWith>,
    }
    /// One document that was released.
    Locked { file: Name, revision: u32, digest: String, }
    /// A document without a revision, as it was when all of this was proved.
    ProvedWith { file: Name, digest: String, }

    /// A document of translations.
    Translations { schema: u32, text: Vec<Pair>, }
    /// One text in both languages.
    Pair { nl: Spanned<String>, en: Spanned<String>, }

    /// A document of practice: what to do and to mind, beside every norm.
    Practice {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        revision: u32, #[serde(default)] only_if: NameList, #[serde(default)] accompany: NameList,
        #[serde(default)] action: Vec<Action>, #[serde(default)] notice: Vec<Notice>,
    }
    /// A measure: what counts for a time only. Its parts can count for a part of that time.
    Measure {
        schema: u32, id: Name, title: String, published: Spanned<Datetime>, valid_from: Spanned<Datetime>,
        last_day: Spanned<Datetime>, revision: u32, #[serde(default)] establishes: Vec<Established>,
        #[serde(default)] first: NameList, #[serde(default)] action: Vec<Action>,
        #[serde(default)] notice: Vec<MeasureNotice>, cite: Cite,
    }
    /// A finding that comes with a measure.
    Established { finding: Name, #[serde(default)] only_if: NameList, from: Option<Spanned<Datetime>>, until: Option<Spanned<Datetime>>, }
    /// A line that goes with results while its part of a measure counts.
    MeasureNotice {
        id: Name, from: Option<Spanned<Datetime>>, until: Option<Spanned<Datetime>>, place: Place, with: Vec<With>,
        #[serde(default)] only_if: NameList, #[serde(default)] unless: NameList, meets: Option<Meets>,
        text: Spanned<String>, cite: Cite,
    }
    /// A profession: who its people are, and what applies to them from which day on.
    Profession {
        schema: u32, id: Name, revision: u32, label: Spanned<String>, sector: Sector,
        #[serde(default)] aliases: Vec<Name>, #[serde(default)] doors: NameList,
        #[serde(default)] terms: BTreeMap<String, Spanned<String>>,
        bound: Option<Said>, decides: Option<Said>, reports: Option<Said>, supervisor: Option<Said>,
        #[serde(default)] trigger: Vec<Trigger>, refuses: Option<Refuses>,
        #[serde(default)] row: Vec<ProfessionRow>,
    }
    /// When a profession does a check.
    Trigger { check: Check, text: Spanned<String>, cite: Cite, }
    /// A profession for which there is no meldcode here: why, and whom to reach.
    Refuses { text: Spanned<String>, #[serde(default)] contacts: NameList, cite: Cite, }
    /// What applies to a profession from a day on.
    ProfessionRow {
        from: Spanned<Datetime>, law: Name, steps: Name, afwegingskader: Name, own_framework: OwnFramework,
        framework_note: Option<Spanned<String>>, #[serde(default)] establishes: NameList,
        #[serde(default)] duties: BTreeMap<Name, Level>, cite: Cite,
    }

    /// One question.
    Question {
        id: Name, step: u8, kind: QuestionKind,
        #[serde(default)] only_if: NameList, #[serde(default)] unless: NameList,
        ask: Spanned<String>, explain: Spanned<String>, to: Option<Spanned<Target>>, cite: Cite,
        #[serde(default)] choice: Vec<Choice>,
    }
    /// One choice.
    Choice {
        id: Name, label: Spanned<String>, short: Spanned<String>, #[serde(default)] alone: bool,
        #[serde(default)] only_if: NameList, #[serde(default)] unless: NameList,
        #[serde(default)] known_if: NameList, #[serde(default)] records: NameList, #[serde(default)] draws: NameList,
        #[serde(default)] imposes: NameList, #[serde(default)] fulfils: NameList,
        #[serde(default)] excuses: NameList, #[serde(default)] raises: Urgency,
        #[serde(default)] readings: NameList, doubt: Option<Pending>, to: Option<Spanned<Target>>,
        cite: Option<Cite>,
    }
    /// What comes first, and what when that fails.
    Pending { first: Spanned<Vec<Variant>>, fallback: Spanned<Vec<Variant>>, }
    /// A text with its guard.
    Variant { #[serde(default)] only_if: NameList, #[serde(default)] unless: NameList, text: Spanned<String>, }
    /// A later question with its occasion.
    Later { question: Name, occasion: Name, }
    /// A moment at which a later question comes up.
    Occasion { id: Name, when: Spanned<String>, day: Option<Name>, }
    /// One duty.
    Duty {
        id: Name, step: u8, label: Spanned<String>, level: Level, before: Spanned<Vec<Before>>,
        #[serde(default)] after: NameList, pending: Option<Pending>, #[serde(default)] actions: NameList,
        day: Option<Name>, cite: Cite,
    }
    /// One action.
    Action {
        id: Name, when: When, who: Who, #[serde(default)] only_if: NameList, #[serde(default)] unless: NameList,
        meets: Option<Meets>, text: Spanned<String>, cite: Cite,
    }
    /// One notice.
    Notice {
        id: Name, place: Place, with: Vec<With>, #[serde(default)] only_if: NameList,
        #[serde(default)] unless: NameList, meets: Option<Meets>, text: Spanned<String>, cite: Cite,
    }
    /// One conclusion.
    Conclusion { id: Name, meaning: String, }
    /// One row of the decision table.
    Row {
        id: Name, when: Spanned<NameList>, report: Report, help: Help, meldnorm: Option<u8>,
        says: Spanned<String>, because: Spanned<Vec<Variant>>, #[serde(default)] actions: NameList,
        pending: Option<Pending>, cite: Cite,
    }
    /// One door.
    Door {
        id: Name, label: Spanned<String>, says: Spanned<String>, because: Spanned<String>,
        actions: NameList, stays: Spanned<String>, #[serde(default)] contacts: NameList, cites: Vec<Cite>,
    }
}

/// The words of a property.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "each word is documented on `model::property::Words`")]
pub struct Words {
    pub outlook: Vec<OutlookWord>,
    pub report: Vec<Report>,
    pub help: Vec<Help>,
    pub findings: NameList,
    pub any_finding: NameList,
    pub held_by: NameList,
    pub held_by_other_than: Option<NameList>,
    pub done: NameList,
    pub any_open: NameList,
    pub meets: Vec<Meets>,
    pub held: Option<bool>,
    pub acts: Option<bool>,
    pub way_out: Option<bool>,
}

/// Where an answer leads, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each target is documented on `model::question::Target`")]
pub enum Target {
    Continue,
    Close,
    Question(Name),
    Later(Later),
    Door(Name),
    Emergency(Danger),
}

/// The shape of an answer, as written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each kind is documented on `model::question::Kind`")]
pub enum QuestionKind {
    One,
    Many,
    Date,
}

/// How much of a source was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowRead {
    /// From beginning to end.
    Whole,
    /// In part.
    Extract,
    /// Through somebody else.
    SecondHand,
}
