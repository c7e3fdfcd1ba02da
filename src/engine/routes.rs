//! A guide without its words: what a walk and a decision read, close together.
//!
//! Knows questions, choices, arrows, rows and what duties hold back, all of them taken from one guide. Refuses to know a
//! text. A walk reads little of a guide, and its texts lie between; here they do not, and that is most of its speed.

use crate::model::advice::{Advice, Conclusion, Row, Way};
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::question::{Choice, Effects, Finding, Guard, Kind, Question, Target};
use crate::model::register::{Ref, Set};

/// Of more sets of conclusions than this no table is made: their row is looked for.
const MOST_SETS: usize = 1 << 12;

/// Everything that a walk through one guide reads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Routes {
    pub(super) nodes: Vec<Node>,
    rows: Vec<Line>,
    /// For each set of conclusions the place of its row, where sets are small enough to be counted through.
    row_of: Vec<Option<Ref<Row>>>,
    /// For each way the duties that hold it back, in the order of `Way`.
    holding: [Set<Duty>; 5],
    /// Where the walk begins.
    pub(super) entry: Ref<Question>,
    /// The first question of the weighing document.
    pub(super) weighing: Ref<Question>,
    /// The row that stands for acute danger.
    pub(super) acute: Ref<Row>,
    /// The findings after which a report waits for nothing.
    pub(super) lifting: Set<Finding>,
    /// What stands before the first answer.
    pub(super) before_any_answer: Effects,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Node {
    pub(super) guard: Guard,
    pub(super) kind: Kind,
    /// Where the walk goes when the question is not asked, and after a question with many choices.
    pub(super) to: Target,
    /// Whether one of its choices can be known without asking.
    pub(super) can_be_known: bool,
    pub(super) turns: Vec<Turn>,
}

/// A choice: what it does, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Turn {
    pub(super) guard: Guard,
    pub(super) known_if: Set<Finding>,
    pub(super) effects: Effects,
    pub(super) to: Target,
    pub(super) readings: Vec<usize>,
}

/// A row of the decision table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Line {
    at: Ref<Row>,
    when: Set<Conclusion>,
    pub(super) way: Way,
    pub(super) advice: Advice,
    pub(super) after_report: bool,
}

impl Routes {
    /// The routes of a guide.
    #[must_use]
    pub fn of(guide: &Guide) -> Self {
        let rows: Vec<Line> = guide.rows.iter().map(|(at, row)| Line::of(at, row)).collect();
        let holds = |way| guide.duties.iter().filter(move |(_, duty)| duty.holds(way)).map(|(at, _)| at);
        Self {
            nodes: guide.questions.iter().map(|(_, question)| Node::of(question)).collect(),
            row_of: table(&rows),
            rows,
            holding: Way::ALL.map(|way| holds(way).collect()),
            entry: guide.entry,
            weighing: guide.weighing,
            acute: guide.acute,
            lifting: guide.lifting(),
            before_any_answer: Effects {
                imposes: guide.duties_from_the_start(),
                records: guide.given,
                ..Effects::default()
            },
        }
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "there is a node for each question of the guide, in its order"
    )]
    pub(super) fn node(&self, at: Ref<Question>) -> &Node {
        &self.nodes[at.index()]
    }

    #[expect(clippy::indexing_slicing, reason = "there is a line for each row of the guide, in its order")]
    pub(super) fn line(&self, at: Ref<Row>) -> &Line {
        &self.rows[at.index()]
    }

    /// The duties that hold back this way while they are open.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each way")]
    pub(super) fn holding(&self, way: Way) -> Set<Duty> {
        self.holding[way as usize]
    }

    /// The row for exactly these conclusions, if there is one.
    #[must_use]
    pub(super) fn row_of(&self, drawn: Set<Conclusion>) -> Option<Ref<Row>> {
        if self.row_of.is_empty() {
            return self.rows.iter().find(|line| line.when == drawn).map(|line| line.at);
        }
        let place = usize::try_from(drawn.bits()).ok()?;
        self.row_of.get(place).copied().flatten()
    }
}

/// For each set of conclusions its row; nothing when there are too many sets.
fn table(rows: &[Line]) -> Vec<Option<Ref<Row>>> {
    let most = rows.iter().map(|line| line.when.bits()).max().unwrap_or_default();
    let Some(sets) = usize::try_from(most).ok().filter(|most| *most < MOST_SETS) else { return Vec::new() };
    let mut table = vec![None; sets + 1];
    // The first row of a set is the one that counts.
    for line in rows.iter().rev() {
        let place = usize::try_from(line.when.bits()).ok().and_then(|set| table.get_mut(set));
        place.into_iter().for_each(|place| *place = Some(line.at));
    }
    table
}

impl Node {
    fn of(question: &Question) -> Self {
        let turn = |choice: &Choice| Turn {
            guard: choice.guard,
            known_if: choice.known_if,
            effects: choice.effects,
            to: choice.to.unwrap_or(question.to),
            readings: choice.readings.clone(),
        };
        Self {
            guard: question.guard,
            kind: question.kind,
            to: question.to,
            can_be_known: question.choices.iter().any(|choice| !choice.known_if.is_empty()),
            turns: question.choices.iter().map(turn).collect(),
        }
    }

    pub(super) fn turn(&self, index: usize) -> Option<&Turn> {
        self.turns.get(index)
    }

    /// The choice that is known already from what other answers established. Then nobody is asked.
    pub(super) fn known(&self, findings: Set<Finding>) -> Option<usize> {
        let known = |turn: &Turn| !turn.known_if.is_empty() && findings.covers(turn.known_if);
        if self.can_be_known { self.turns.iter().position(known) } else { None }
    }
}

impl Turn {
    /// A choice that does nothing, and leads nowhere: what is left of one that is never offered.
    pub(super) fn nothing() -> Self {
        let (guard, known_if, effects) = (Guard::default(), Set::EMPTY, Effects::default());
        Self { guard, known_if, effects, to: Target::Close, readings: Vec::new() }
    }
}

impl Line {
    fn of(at: Ref<Row>, row: &Row) -> Self {
        let Row { when, advice, after_report, .. } = row;
        Self { at, when: *when, way: advice.way(), advice: *advice, after_report: *after_report }
    }
}
