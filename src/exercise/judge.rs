//! A result beside a key: everything that came out otherwise than expected.
//!
//! Pure: reads one evaluation and says what differs. Refuses to weigh differences; one is as much as ten.

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, Standing};
use crate::engine::outlook::Outlook;
use crate::model::advice::{Advice, Help, Report};
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::{Keyed, Register, Set};

use super::expectation::{Expectation, Outcome};
use super::key::{Decisions, Expected};

/// How an answered phase came out, in the order of gravity. A word about an exercise, never about a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// As the key says.
    AsTheKey,
    /// Otherwise, and right too.
    Acceptable,
    /// Otherwise.
    Different,
    /// As it must never come out.
    Never,
}

impl Verdict {
    /// All of them, in the order of gravity.
    pub const ALL: [Self; 4] = [Self::AsTheKey, Self::Acceptable, Self::Different, Self::Never];

    /// The word for it, as in files and results.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AsTheKey => "as-the-key",
            Self::Acceptable => "acceptable",
            Self::Different => "different",
            Self::Never => "never",
        }
    }

    /// Whether it is right: as the key says, or right too.
    #[must_use]
    pub fn is_right(self) -> bool {
        self <= Self::Acceptable
    }
}

/// A result beside everything that was expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// How it came out.
    pub verdict: Verdict,
    /// Everything in which it differs from the key; also of an outcome that is right too.
    pub differences: Vec<Difference>,
    /// Why it is right too, or never right, in the words of the trainer.
    pub why: Option<String>,
}

/// One thing that came out otherwise, in the words of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The word of the key.
    pub what: &'static str,
    /// What was expected.
    pub expected: Value,
    /// What was found; null when the result has no such thing.
    pub found: Value,
}

/// How a result came out. What must never come out outweighs a key that does not speak of it.
#[must_use]
pub fn verdict(expected: &Expectation, evaluation: &Evaluation<'_>, answers: &Answers) -> Judged {
    let has = |outcome: &&Outcome| judge(&outcome.words, evaluation, answers).is_empty();
    let why = |outcome: &Outcome| outcome.why.clone();
    let differences = judge(&expected.key, evaluation, answers);
    let as_the_key = differences.is_empty() && !expected.key.is_empty();
    let (verdict, why) = match (expected.never.iter().find(has), expected.acceptable.iter().find(has)) {
        (Some(never), _) => (Verdict::Never, Some(why(never))),
        _ if as_the_key => (Verdict::AsTheKey, None),
        (None, Some(acceptable)) => (Verdict::Acceptable, Some(why(acceptable))),
        (None, None) => (Verdict::Different, None),
    };
    Judged { verdict, differences, why }
}

/// Everything in which a result differs from a key, in the order of the key.
#[must_use]
pub fn judge(key: &[Expected], evaluation: &Evaluation<'_>, answers: &Answers) -> Vec<Difference> {
    key.iter().filter_map(|expected| differs(expected, evaluation, answers)).collect()
}

/// The two decisions as the result says them. While nothing is decided both are undecided, whatever the direction.
#[must_use]
pub fn decided(evaluation: &Evaluation<'_>) -> Advice {
    decided_at(evaluation.guide, evaluation.outlook())
}

/// The same for an outlook.
#[must_use]
pub fn decided_at(guide: &Guide, outlook: &Outlook<'_>) -> Advice {
    let undecided = Advice { report: Report::Undecided, help: Help::Undecided };
    match outlook {
        Outlook::NotYet(_) => undecided,
        outlook => outlook.advice(guide).unwrap_or(undecided),
    }
}

/// The questions that the result still wants an answer to: the open one, the one for later, and days to agree on.
#[must_use]
pub fn missing(evaluation: &Evaluation<'_>, answers: &Answers) -> Set<Question> {
    let later = match evaluation.outlook() {
        Outlook::Advise { next: Some(next), .. } => Some(next.question),
        _ => None,
    };
    let no_day = |at: &_| !matches!(answers.get(*at), Some(Given::Day(_)));
    let days = evaluation.appointments().into_iter().filter(no_day);
    evaluation.asks().into_iter().chain(later).chain(days).collect()
}

fn differs(expected: &Expected, evaluation: &Evaluation<'_>, answers: &Answers) -> Option<Difference> {
    let guide = evaluation.guide;
    let outlook = evaluation.outlook();
    let plain = |what, expected: Value, found: Value| {
        (expected != found).then_some(Difference { what, expected, found })
    };
    match expected {
        Expected::Outlook(word) => plain("outlook", json!(word), json!(outlook.word())),
        Expected::Report(report) => plain("report", json!(report), json!(decided(evaluation).report)),
        Expected::Help(help) => plain("help", json!(help), json!(decided(evaluation).help)),
        Expected::Direction(wanted) => decisions("direction", *wanted, outlook.advice(guide)),
        Expected::Advice(wanted) => decisions("advice", *wanted, Some(decided(evaluation))),
        Expected::Row(id) => {
            let row = outlook.row().map(|row| guide.rows.get(row).id.as_str());
            plain("row", json!(id), json!(row))
        }
        Expected::Duties(wanted) => {
            list("duties", *wanted, standing(evaluation, &[Standing::Open, Standing::Holds]), &guide.duties)
        }
        Expected::Holds(wanted) => {
            list("holds", *wanted, standing(evaluation, &[Standing::Holds]), &guide.duties)
        }
        Expected::Door(door) => {
            let found = match outlook {
                Outlook::Leave(door) => Some(guide.doors.get(*door).id.as_str()),
                _ => None,
            };
            plain("door", json!(guide.doors.get(*door).id.as_str()), json!(found))
        }
        Expected::Question(question) => {
            let id = |at| guide.questions.get(at).id.as_str();
            plain("question", json!(id(*question)), json!(evaluation.asks().map(id)))
        }
        Expected::Missing(wanted) => list("missing", *wanted, missing(evaluation, answers), &guide.questions),
    }
}

fn standing(evaluation: &Evaluation<'_>, so: &[Standing]) -> Set<Duty> {
    let stand = evaluation.duties().into_iter().filter(|(_, standing)| so.contains(standing));
    stand.map(|(duty, _)| duty).collect()
}

/// Each decision that something is expected of has to be as expected; the other may be anything.
fn decisions(what: &'static str, wanted: Decisions, found: Option<Advice>) -> Option<Difference> {
    let as_wanted = found.is_some_and(|found| {
        wanted.report.is_none_or(|report| report == found.report)
            && wanted.help.is_none_or(|help| help == found.help)
    });
    if as_wanted {
        return None;
    }
    let mut expected = serde_json::Map::new();
    expected.extend(wanted.report.map(|report| ("report".to_owned(), json!(report))));
    expected.extend(wanted.help.map(|help| ("help".to_owned(), json!(help))));
    Some(Difference { what, expected: Value::Object(expected), found: json!(found) })
}

/// Everything in the list has to be there; there may be more. An empty list expects that there is nothing.
fn list<T: Keyed>(
    what: &'static str,
    wanted: Set<T>,
    found: Set<T>,
    register: &Register<T>,
) -> Option<Difference> {
    let as_wanted = if wanted.is_empty() { found.is_empty() } else { found.covers(wanted) };
    let ids = |set: Set<T>| json!(set.iter().map(|at| register.get(at).id().as_str()).collect::<Vec<_>>());
    (!as_wanted).then(|| Difference { what, expected: ids(wanted), found: ids(found) })
}
