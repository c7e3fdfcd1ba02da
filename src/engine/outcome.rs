//! A result in ids, without texts: what can be kept, and laid beside the result of another day.
//!
//! Knows the words of a result and their order. Refuses to know any sentence: texts change, and are not compared.

use crate::model::advice::Advice;
use crate::model::property::OutlookWord;
use crate::model::question::Question;
use crate::model::register::{Keyed, Ref, Register, Set};

use super::evaluate::{Evaluation, Standing};
use super::outlook::Outlook;

/// What is kept of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What the result is.
    Outlook,
    /// The first decision: of the advice, or where it points while nothing is advised.
    Report,
    /// The second decision, likewise.
    Help,
    /// The row of the decision table.
    Row,
    /// How soon the next action is due.
    Urgency,
    /// The way out.
    Door,
    /// The question that is open.
    Question,
    /// The question that comes up later.
    Later,
    /// Duties that hold the decision back.
    Holds,
    /// Every other duty that is open.
    Open,
    /// The questions whose answers were used, in the order of the walk.
    Path,
}

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 11] = [
        Self::Outlook,
        Self::Report,
        Self::Help,
        Self::Row,
        Self::Urgency,
        Self::Door,
        Self::Question,
        Self::Later,
        Self::Holds,
        Self::Open,
        Self::Path,
    ];

    /// The key, as it stands in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Outlook => "outlook",
            Self::Report => "report",
            Self::Help => "help",
            Self::Row => "row",
            Self::Urgency => "urgency",
            Self::Door => "door",
            Self::Question => "question",
            Self::Later => "later",
            Self::Holds => "holds",
            Self::Open => "open",
            Self::Path => "path",
        }
    }

    /// Whether it is a list, and not one word.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Holds | Self::Open | Self::Path)
    }
}

/// A result in words: for each part that has something to say, what it says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    parts: Vec<(Part, Vec<String>)>,
}

/// A part that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// Which.
    pub part: Part,
    /// What it said.
    pub then: Vec<String>,
    /// What it says.
    pub now: Vec<String>,
}

impl Outcome {
    /// An outcome from its parts.
    #[must_use]
    pub fn from_parts(parts: impl IntoIterator<Item = (Part, Vec<String>)>) -> Self {
        let mut parts: Vec<_> = parts.into_iter().filter(|(_, words)| !words.is_empty()).collect();
        parts.sort_by_key(|(part, _)| *part);
        Self { parts }
    }

    /// The outcome of an evaluation.
    #[must_use]
    pub fn of(evaluation: &Evaluation<'_>) -> Self {
        let guide = evaluation.guide;
        let outlook = evaluation.outlook();
        let question = |at: Ref<Question>| guide.questions.get(at).id.to_string();
        let advice = outlook.advice(guide);
        let row = outlook.row().map(|row| guide.rows.get(row).id.to_string());
        let door = match outlook {
            Outlook::Leave(door) => Some(guide.doors.get(*door).id.to_string()),
            _ => None,
        };
        let later = match outlook {
            Outlook::Advise { next: Some(next), .. } => Some(question(next.question)),
            _ => None,
        };
        let duties = evaluation.duties().into_iter();
        let open = duties.filter(|(_, standing)| *standing == Standing::Open).map(|(duty, _)| duty).collect();
        let one = |word: Option<String>| word.into_iter().collect::<Vec<_>>();
        Self::from_parts([
            (Part::Outlook, one(Some(outlook.word().word().to_owned()))),
            (Part::Report, one(advice.map(|Advice { report, .. }| report.word().to_owned()))),
            (Part::Help, one(advice.map(|Advice { help, .. }| help.word().to_owned()))),
            (Part::Row, one(row)),
            (Part::Urgency, one(Some(evaluation.urgency().word().to_owned()))),
            (Part::Door, one(door)),
            (Part::Question, one(evaluation.asks().map(question))),
            (Part::Later, one(later)),
            (Part::Holds, ids(&guide.duties, evaluation.concluded.holds)),
            (Part::Open, ids(&guide.duties, open)),
            (Part::Path, evaluation.path.iter().map(|(at, _)| question(*at)).collect()),
        ])
    }

    /// What a part says; nothing when it does not apply.
    #[must_use]
    pub fn get(&self, part: Part) -> &[String] {
        self.parts.iter().find(|(other, _)| *other == part).map_or(&[], |(_, words)| words.as_slice())
    }

    /// The one word of a part.
    #[must_use]
    pub fn one(&self, part: Part) -> Option<&str> {
        self.get(part).first().map(String::as_str)
    }

    /// What the result is.
    #[must_use]
    pub fn is(&self, outlook: OutlookWord) -> bool {
        self.one(Part::Outlook) == Some(outlook.word())
    }

    /// Every part that says something, in order.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &[String])> {
        self.parts.iter().map(|(part, words)| (*part, words.as_slice()))
    }

    /// Every part that another outcome says otherwise.
    #[must_use]
    pub fn otherwise(&self, now: &Self) -> Vec<Otherwise> {
        let pair = |part| (part, self.get(part), now.get(part));
        let differs = Part::ALL.into_iter().map(pair).filter(|(_, then, now)| then != now);
        differs.map(|(part, then, now)| Otherwise { part, then: then.to_vec(), now: now.to_vec() }).collect()
    }
}

fn ids<T: Keyed>(register: &Register<T>, set: Set<T>) -> Vec<String> {
    set.iter().map(|at| register.get(at).id().to_string()).collect()
}
