//! The short record of a result: outlook, decisions, where it stands in the guide, urgency, what holds it back.
//!
//! Knows its words and its shape in JSON. Refuses the rest of a result: that is `report::json`, on demand.

use crate::engine::conclude::Concluded;
use crate::engine::outlook::Outlook;
use crate::exercise::judge::decided_at;
use crate::model::advice::{Advice, Help, Report};
use crate::model::door::Door;
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::property::OutlookWord;
use crate::model::question::Question;
use crate::model::register::{Keyed, Ref, Register, Set};
use crate::model::urgency::Urgency;

/// The number of the format of a line. It rises when a reader of the old format would misread the new one.
pub const FORMAT: u32 = 2;

/// What is told of a result in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short {
    /// What it is.
    pub outlook: OutlookWord,
    /// The two decisions; undecided while nothing is decided.
    pub advice: Advice,
    /// Where it stands in the guide.
    pub at: At,
    /// How soon the next action is due.
    pub urgency: Urgency,
    /// What holds the decision back.
    pub holds: Set<Duty>,
}

/// Where a result stands in the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// At a row of the decision table, by its number; also while it is only the direction.
    Row(usize),
    /// At a way out.
    Door(Ref<Door>),
    /// At a question.
    Question(Ref<Question>),
}

impl Short {
    /// The short of a result.
    #[must_use]
    pub fn of(guide: &Guide, concluded: &Concluded<'_>) -> Self {
        let outlook = &concluded.outlook;
        let at = match outlook {
            Outlook::Emergency { row, .. } | Outlook::Advise { row, .. } => At::Row(row.index()),
            Outlook::NotYet(not_yet) => At::Row(not_yet.direction.index()),
            Outlook::Leave(door) => At::Door(*door),
            Outlook::Ask(question) => At::Question(*question),
        };
        Self {
            outlook: outlook.word(),
            advice: decided_at(guide, outlook),
            at,
            urgency: concluded.urgency(),
            holds: concluded.holds,
        }
    }
}

/// Pieces of JSON, made once for a guide: a record is put together from these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pieces {
    /// For each row of the decision table, in the three outlooks that have one.
    rows: Vec<[Box<str>; 3]>,
    doors: Vec<Box<str>>,
    questions: Vec<Box<str>>,
    duties: Vec<Box<str>>,
}

impl Pieces {
    /// The pieces of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let undecided = Advice { report: Report::Undecided, help: Help::Undecided };
        let row = |id: &str, advice| {
            let head = |outlook, advice| head(outlook, advice, [Some(id), None, None]);
            [
                head(OutlookWord::Emergency, advice),
                head(OutlookWord::NotYet, undecided),
                head(OutlookWord::Advise, advice),
            ]
        };
        let door = |id| head(OutlookWord::Leave, undecided, [None, Some(id), None]);
        let question = |id| head(OutlookWord::Ask, undecided, [None, None, Some(id)]);
        Self {
            rows: guide.rows.iter().map(|(_, one)| row(one.id.as_str(), one.advice)).collect(),
            doors: guide.doors.ids().map(door).collect(),
            questions: guide.questions.ids().map(question).collect(),
            duties: guide.duties.ids().map(|id| format!("\"{id}\"").into()).collect(),
        }
    }

    /// Writes a result in short: its keys and values, without what stands around them.
    pub fn write(&self, short: &Short, out: &mut Vec<u8>) {
        let head = match short.at {
            At::Row(row) => {
                let which = match short.outlook {
                    OutlookWord::Emergency => 0,
                    OutlookWord::NotYet => 1,
                    _ => 2,
                };
                self.rows.get(row).and_then(|row| row.get(which))
            }
            At::Door(door) => self.doors.get(door.index()),
            At::Question(question) => self.questions.get(question.index()),
        };
        out.extend_from_slice(head.map_or(&[], |head| head.as_bytes()));
        out.extend_from_slice(match short.urgency {
            Urgency::Now => b",\"urgency\":\"now\",\"holds\":[",
            Urgency::Today => b",\"urgency\":\"today\",\"holds\":[",
            Urgency::AsAgreed => b",\"urgency\":\"as-agreed\",\"holds\":[",
        });
        for (place, duty) in short.holds.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            out.extend_from_slice(self.duties.get(duty.index()).map_or(&[], |duty| duty.as_bytes()));
        }
        out.push(b']');
    }
}

/// Ids are words joined by hyphens, and the other words are our own: nothing here has to be escaped.
fn head(outlook: OutlookWord, advice: Advice, [row, door, question]: [Option<&str>; 3]) -> Box<str> {
    let id = |id: Option<&str>| id.map_or_else(|| "null".to_owned(), |id| format!("\"{id}\""));
    format!(
        "\"outlook\":\"{}\",\"report\":\"{}\",\"help\":\"{}\",\"row\":{},\"door\":{},\"question\":{}",
        outlook.word(),
        advice.report.word(),
        advice.help.word(),
        id(row),
        id(door),
        id(question)
    )
    .into()
}

/// The names of a set.
pub fn names<T: Keyed>(register: &Register<T>, set: Set<T>) -> impl Iterator<Item = &str> {
    set.iter().map(|at| register.get(at).id().as_str())
}
