//! What one reading comes to by itself, and which of several is the strongest.
//!
//! Knows the decision table and what duties hold back. Refuses to make one outlook of several readings.

use std::cmp::Reverse;

use crate::model::advice::{Report, Row, Way};
use crate::model::duty::Duty;
use crate::model::question::Effects;
use crate::model::register::{Ref, Set};
use crate::model::urgency::Danger;

use super::frontier::{End, Leaf, Next};
use super::routes::Routes;

/// One reading that came to a decision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decided {
    /// Its row of the table.
    pub(super) row: Ref<Row>,
    /// The way it points.
    pub(super) way: Way,
    /// The duties that hold it back.
    pub(super) holds: Set<Duty>,
    /// Whether a duty could hold it back: at danger none can, nor once a report waits for nothing any more.
    pub(super) can_wait: bool,
    /// What comes up later.
    pub(super) next: Option<Next>,
    /// The danger at which it ended.
    pub(super) danger: Option<Danger>,
}

/// What one reading comes to; nothing when it ended at a door or an open question.
pub(super) fn decide(routes: &Routes, leaf: &Leaf) -> Option<Decided> {
    let next = match leaf.end {
        End::Emergency(danger) => {
            let (row, danger) = (routes.acute, Some(danger));
            let (way, holds, can_wait, next) = (Way::Report, Set::EMPTY, false, None);
            return Some(Decided { row, way, holds, can_wait, next, danger });
        }
        End::Closed(next) => next,
        End::Door(_) | End::Open(_) => return None,
    };
    let Leaf { state, .. } = leaf;
    // A proved guide has a row for every reachable set; were it not so, the row for acute danger would err on the side
    // of protection.
    let row = routes.row_of(state.draws).unwrap_or(routes.acute);
    let way = routes.line(row).way;
    let can_wait = way != Way::Report || state.records.and(routes.lifting).is_empty();
    let holds = if can_wait { open_duties(state).and(routes.holding(way)) } else { Set::EMPTY };
    Some(Decided { row, way, holds, can_wait, next, danger: None })
}

/// Done beats imposed, whatever the order.
pub(super) fn open_duties(state: &Effects) -> Set<Duty> {
    state.imposes.minus(state.fulfils).minus(state.excuses)
}

/// The most protective reading gives the direction. Of several: one that nothing holds back, danger, the stronger report,
/// and then the row that stands first in the table.
pub(super) fn strongest(routes: &Routes, decided: &[Decided]) -> Option<Decided> {
    let strength = |one: &&Decided| {
        let report = routes.line(one.row).advice.report;
        (points(routes, one), one.holds.is_empty(), one.danger, report, Reverse(one.row))
    };
    decided.iter().max_by_key(strength).copied()
}

/// How protective a reading is, whatever holds it back: its rank first, then its way.
pub(super) fn points(routes: &Routes, one: &Decided) -> (Way, Way) {
    (rank(routes, one), one.way)
}

/// A case that is closed after a report is still one in which the report was made.
fn rank(routes: &Routes, one: &Decided) -> Way {
    if routes.line(one.row).advice.report == Report::Made { Way::Made } else { one.way }
}

/// Whether a report was made on the way to it.
pub(super) fn after_report(routes: &Routes, one: &Decided) -> bool {
    routes.line(one.row).after_report
}

/// Once a report was made, a doubt from before it leaves nothing open: what the readings after it agree on stands.
pub(super) fn settled(routes: &Routes, decided: &[Decided]) -> bool {
    let Some(strongest) = strongest(routes, decided) else { return false };
    let mut after = decided.iter().filter(|one| after_report(routes, one)).peekable();
    after.peek().is_some() && after.all(|one| rank(routes, one) == rank(routes, &strongest))
}
