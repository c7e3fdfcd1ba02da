//! What a proof keeps of a state, and what it may forget without becoming wrong.
//!
//! Three things make a slice small: findings that no later guard reads are forgotten, findings of which only "any"
//! matters become one, and walks that can no longer reach what is asked about are left.

use crate::model::advice::{Conclusion, Row, Way};
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::question::{Effects, Finding, Guard, Question};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;

use super::frontier::{Branch, End, Leaf};

/// What a projection keeps, beside the conclusions and what routing still reads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slice {
    /// Findings that are kept to the end.
    pub findings: Set<Finding>,
    /// Duties of which is kept whether they are open.
    pub duties: Set<Duty>,
    /// Duties of which is kept whether they are done.
    pub done: Set<Duty>,
    /// Findings of which is kept only whether there is any.
    pub any_of: Set<Finding>,
    /// Only ends that established all of these matter.
    pub about: Set<Finding>,
    /// Only ends that established one of these matter, if it is not empty.
    pub about_any: Set<Finding>,
    /// Only ends at which some reading comes to one of these rows matter. None of them, when all do.
    pub rows: Option<Set<Row>>,
    /// Guards of texts: once none of them can open any more, nothing is left to break. None of them, when all can.
    pub texts: Option<Vec<Guard>>,
}

impl Slice {
    /// What decisions that go one of these ways wait for, and what lifts it.
    #[must_use]
    pub fn holding(guide: &Guide, ways: &[Way]) -> Self {
        let holds = guide.duties.iter().filter(|(_, duty)| ways.iter().any(|way| duty.holds(*way)));
        let any_of = if ways.contains(&Way::Report) { guide.lifting() } else { Set::EMPTY };
        Self { duties: holds.map(|(at, _)| at).collect(), any_of, ..Self::default() }
    }

    /// The duties that the choices of a question impose, show to be done, or excuse.
    pub(super) fn touched(guide: &Guide, at: Ref<Question>) -> Self {
        let effects = guide.questions.get(at).choices.iter().map(|choice| choice.effects);
        let duties =
            effects.fold(Set::EMPTY, |all, does| all.or(does.imposes).or(does.fulfils).or(does.excuses));
        Slice { duties, ..Slice::default() }
    }

    /// Also the findings that they establish, what texts about those read, and what holds a report back.
    pub(super) fn told(guide: &Guide, at: Ref<Question>) -> Self {
        let records = guide.questions.get(at).choices.iter().map(|choice| choice.effects.records);
        let records = records.fold(Set::EMPTY, Set::or);
        let by_notice = guide.notices.iter().map(|notice| notice.guard.reads());
        let by_action = guide.actions.iter().map(|(_, action)| action.guard.reads());
        let findings =
            by_notice.chain(by_action).filter(|reads| !reads.and(records).is_empty()).fold(records, Set::or);
        let findings = Slice { findings, ..Slice::default() };
        Self::touched(guide, at).and(Slice::holding(guide, &[Way::Report])).and(findings)
    }

    /// Everything there is.
    pub(super) fn everything(guide: &Guide) -> Self {
        let findings = guide.findings.iter().map(|(at, _)| at).collect();
        let duties = guide.duties.iter().map(|(at, _)| at).collect();
        Slice { findings, duties, done: duties, ..Slice::default() }
    }

    /// Both slices together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            findings: self.findings.or(other.findings),
            duties: self.duties.or(other.duties),
            done: self.done.or(other.done),
            any_of: self.any_of.or(other.any_of),
            about: self.about.or(other.about),
            about_any: self.about_any.or(other.about_any),
            rows: self.rows.or(other.rows),
            texts: self.texts.or(other.texts),
        }
    }
}

/// A slice worked out for a guide: what is kept while waiting at each question.
pub(super) struct Projection {
    slice: Slice,
    /// For each question, the findings that guards from there on read.
    read_from: Vec<Set<Finding>>,
    /// For each question, the findings that can still be established from there on.
    to_come: Vec<Set<Finding>>,
    /// For each question, the conclusions that can still be drawn from there on.
    drawn_from: Vec<Set<Conclusion>>,
    /// The sets of conclusions of the rows that matter, and whether danger comes to one of them.
    rows: Option<(Vec<Set<Conclusion>>, bool)>,
    /// The one finding that stands for any of `slice.any_of`: one that nothing else reads.
    stand_in: Option<Ref<Finding>>,
}

impl Projection {
    pub(super) fn new(guide: &Guide, slice: Slice) -> Self {
        let mut read_from = vec![Set::EMPTY; guide.questions.len()];
        let mut to_come = read_from.clone();
        let mut drawn_from = vec![Set::EMPTY; guide.questions.len()];
        let (mut read, mut come, mut draw) = (Set::EMPTY, Set::EMPTY, Set::EMPTY);
        let mut questions: Vec<_> = guide.questions.iter().collect();
        questions.reverse();
        for (at, question) in questions {
            read = guards(question).fold(read, Set::or);
            come = question.choices.iter().fold(come, |come, choice| come.or(choice.effects.records));
            draw = question.choices.iter().fold(draw, |draw, choice| draw.or(choice.effects.draws));
            if let (Some(reads), Some(comes)) = (read_from.get_mut(at.index()), to_come.get_mut(at.index())) {
                (*reads, *comes) = (read, come);
            }
            drawn_from.get_mut(at.index()).into_iter().for_each(|drawn| *drawn = draw);
        }
        let stand_in = slice.any_of.minus(read).minus(slice.findings).iter().next();
        let rows = slice.rows.map(|rows| {
            let sets = rows.iter().map(|row| guide.rows.get(row).when).collect();
            (sets, rows.has(guide.acute))
        });
        Self { slice, read_from, to_come, drawn_from, rows, stand_in }
    }

    pub(super) fn keep(&self, state: Effects, at: Option<Ref<Question>>) -> Effects {
        let Slice { findings, duties, done, any_of, .. } = &self.slice;
        let (findings, duties, done, any_of) = (*findings, *duties, *done, *any_of);
        let live = at.and_then(|at| self.read_from.get(at.index())).copied().unwrap_or_default();
        let mut records = state.records.and(findings.or(live));
        match self.stand_in {
            Some(stand_in) if !state.records.and(any_of).is_empty() => records.insert(stand_in),
            Some(_) => {}
            None => records = records.or(state.records.and(any_of)),
        }
        // Done beats imposed, and so does excused: a settled duty is settled whatever was asked before.
        let settled = state.fulfils.or(state.excuses);
        Effects {
            records,
            draws: state.draws,
            imposes: state.imposes.minus(settled).and(duties),
            fulfils: state.fulfils.and(done),
            excuses: settled.minus(done).and(duties).or(state.excuses.and(duties)),
            raises: Urgency::AsAgreed,
        }
    }

    /// Whether an end that matters can still be reached, by readings that wait and readings that ended.
    pub(super) fn can_matter<'r>(
        &self,
        next: Option<Ref<Question>>,
        established: Set<Finding>,
        open: impl Iterator<Item = &'r Branch>,
        leaves: impl Iterator<Item = &'r Leaf>,
    ) -> bool {
        let reachable = established.or(self.to_come(next));
        let any = self.slice.about_any;
        reachable.covers(self.slice.about)
            && (any.is_empty() || !reachable.and(any).is_empty())
            && self.can_come_to_a_row(open, leaves)
    }

    /// What can still be established from a question on.
    fn to_come(&self, next: Option<Ref<Question>>) -> Set<Finding> {
        next.and_then(|at| self.to_come.get(at.index())).copied().unwrap_or_default()
    }

    /// Whether some reading came to a row that matters, or still can: conclusions only grow.
    fn can_come_to_a_row<'r>(
        &self,
        mut open: impl Iterator<Item = &'r Branch>,
        mut leaves: impl Iterator<Item = &'r Leaf>,
    ) -> bool {
        let Some((sets, danger)) = &self.rows else { return true };
        let ended = |leaf: &Leaf| match leaf.end {
            End::Emergency(_) => *danger,
            End::Closed(_) => sets.contains(&leaf.state.draws),
            End::Door(_) | End::Open(_) => false,
        };
        let goes_on = |branch: &Branch| {
            let to_come = self.drawn_from.get(branch.at.index()).copied().unwrap_or_default();
            let drawn = branch.state.draws;
            sets.iter().any(|when| when.covers(drawn) && to_come.covers(when.minus(drawn)))
        };
        *danger || leaves.any(ended) || open.any(goes_on)
    }

    /// Whether one of the texts that are asked about can still be said.
    pub(super) fn can_still_say(&self, next: Option<Ref<Question>>, established: Set<Finding>) -> bool {
        let Some(texts) = &self.slice.texts else { return true };
        let come = self.to_come(next);
        let can_open = |guard: &Guard| {
            established.and(guard.unless).is_empty() && established.or(come).covers(guard.only_if)
        };
        // What is asked about must itself be settled, so that walks that are left are counted right.
        !established.covers(self.slice.about) || texts.iter().any(can_open)
    }
}

pub(super) fn guards(question: &Question) -> impl Iterator<Item = Set<Finding>> + '_ {
    std::iter::once(question.guard)
        .chain(question.choices.iter().map(|choice| choice.guard))
        .map(Guard::reads)
        .chain(question.choices.iter().map(|choice| choice.known_if))
}
