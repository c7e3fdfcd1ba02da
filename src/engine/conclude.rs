//! From the ends of a walk to one outlook: what is decided, what holds it back, and what doubt leaves open.
//!
//! The order is fixed: danger, another door, an open question, not yet, an advice.

use std::cmp::Reverse;

use smallvec::SmallVec;

use crate::model::advice::{Advice, Report, Row, Way};
use crate::model::contact::Contact;
use crate::model::door::Door;
use crate::model::duty::{Duty, Pending};
use crate::model::guide::Guide;
use crate::model::property::OutlookWord;
use crate::model::question::{Effects, Finding, Question};
use crate::model::register::{Ref, Set};
use crate::model::urgency::{Danger, Urgency};

use super::frontier::{Doubt, End, Frontier, Leaf, Next};
use super::routes::Routes;

/// What a set of answers comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook<'g> {
    /// Danger: the card. The advice is what the norm says at acute danger.
    Emergency {
        /// Now, or soon.
        danger: Danger,
        /// The row for acute danger.
        row: Ref<Row>,
    },
    /// Another door.
    Leave(Ref<Door>),
    /// A question that matters has no answer.
    Ask(Ref<Question>),
    /// Not yet decided. Nothing in it is optional.
    NotYet(NotYet<'g>),
    /// An advice, perhaps with a question for later.
    Advise {
        /// The row of the decision table.
        row: Ref<Row>,
        /// What comes up later.
        next: Option<Next>,
    },
}

/// Where it points, what comes first, whom to call today, and what to do when the first thing fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet<'g> {
    /// Where the weighing points so far.
    pub direction: Ref<Row>,
    /// What leaves it open.
    pub because: Because,
    /// What to do first.
    pub first: &'g str,
    /// Whom to ask for advice today: Veilig Thuis.
    pub contact: Ref<Contact>,
    /// What to do when that fails.
    pub fallback: &'g str,
}

/// What leaves a decision open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// A duty that comes first.
    Duty(Ref<Duty>),
    /// A doubt whose readings lead to different decisions.
    Doubt(Doubt),
    /// The norm itself leaves it open.
    Row,
}

/// An outlook with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluded<'g> {
    /// The outlook.
    pub outlook: Outlook<'g>,
    /// Duties that hold the decision back.
    pub holds: Set<Duty>,
    /// Everything established, in any reading.
    pub state: Effects,
    /// Duties open in some reading that heard what was done.
    pub open: Set<Duty>,
    /// Duties done in every reading.
    pub done: Set<Duty>,
    /// The rows that readings came to and that point where the outlook points.
    pub rows: Set<Row>,
}

impl Outlook<'_> {
    /// The word for it, as in files and results.
    #[must_use]
    pub fn word(&self) -> OutlookWord {
        match self {
            Self::Emergency { .. } => OutlookWord::Emergency,
            Self::Leave(_) => OutlookWord::Leave,
            Self::Ask(_) => OutlookWord::Ask,
            Self::NotYet(_) => OutlookWord::NotYet,
            Self::Advise { .. } => OutlookWord::Advise,
        }
    }

    /// The row of the advice, or of the direction.
    #[must_use]
    pub fn row(&self) -> Option<Ref<Row>> {
        match self {
            Self::Emergency { row, .. } | Self::Advise { row, .. } => Some(*row),
            Self::NotYet(not_yet) => Some(not_yet.direction),
            Self::Leave(_) | Self::Ask(_) => None,
        }
    }

    /// The two decisions of the advice, or of the direction.
    #[must_use]
    pub fn advice(&self, guide: &Guide) -> Option<Advice> {
        self.row().map(|row| guide.rows.get(row).advice)
    }
}

/// One reading that came to a decision.
#[derive(Clone, Copy)]
struct Decided {
    row: Ref<Row>,
    way: Way,
    holds: Set<Duty>,
    next: Option<Next>,
    danger: Option<Danger>,
}

/// What the ends of a walk come to.
#[must_use]
pub fn conclude<'g>(guide: &'g Guide, routes: &Routes, frontier: &Frontier) -> Concluded<'g> {
    let leaves = &frontier.leaves;
    let state = leaves.iter().fold(Effects::default(), |all, leaf| all.and(leaf.state));
    // A reading that ends at danger stopped before it heard what was done: it has no say about duties, unless alone.
    let at_danger = |leaf: &Leaf| matches!(leaf.end, End::Emergency(_));
    let alone = leaves.iter().all(at_danger);
    let decided: SmallVec<[Decided; 4]> = leaves.iter().filter_map(|leaf| decide(routes, leaf)).collect();
    let settled = decided.len() == leaves.len() && settled(routes, &decided);
    // Once a report settled it, the readings without one have no say about duties any more either.
    let several = settled && leaves.len() > 1;
    let past = |leaf: &Leaf| several && decide(routes, leaf).is_some_and(|one| !after_report(routes, &one));
    let heard = leaves.iter().filter(|leaf| (alone || !at_danger(leaf)) && !past(leaf));
    let open = heard.fold(Set::EMPTY, |all, leaf| all.or(open_duties(leaf.state)));
    let done = state.fulfils.minus(open);
    let (outlook, holds) = merge(guide, routes, frontier, &decided, settled, state.records);
    let way = outlook.advice(guide).map(Advice::way);
    let rows = decided.iter().filter(|one| Some(one.way) == way).map(|one| one.row).collect();
    Concluded { outlook, holds, state, open, done, rows }
}

/// Done beats imposed, whatever the order.
fn open_duties(state: Effects) -> Set<Duty> {
    state.imposes.minus(state.fulfils).minus(state.excuses)
}

fn merge<'g>(
    guide: &'g Guide,
    routes: &Routes,
    frontier: &Frontier,
    decided: &[Decided],
    settled: bool,
    findings: Set<Finding>,
) -> (Outlook<'g>, Set<Duty>) {
    let leaves = &frontier.leaves;
    let nothing = Set::EMPTY;
    if let [Leaf { end: End::Emergency(danger), .. }] = leaves.as_slice() {
        return (Outlook::Emergency { danger: *danger, row: guide.acute }, nothing);
    }
    // A doubt about danger does not close a door; the result says how soon to call.
    let door = leaves.iter().find_map(|leaf| match leaf.end {
        End::Door(door) => Some(door),
        _ => None,
    });
    let asked = leaves.iter().filter_map(|leaf| match leaf.end {
        End::Open(question) => Some(question),
        _ => None,
    });
    if let Some(door) = door {
        return (Outlook::Leave(door), nothing);
    }
    if let Some(question) = asked.min() {
        return (Outlook::Ask(question), nothing);
    }
    let Some(strongest) = strongest(routes, decided) else {
        return (Outlook::Ask(guide.entry), nothing);
    };
    let agree = settled || decided.iter().all(|one| one.way == strongest.way);
    // A report waits only when it waits under every reading; closing and helping wait when any reading asks it that
    // still has a say.
    let has_say = |one: &&Decided| !settled || after_report(routes, one);
    let holds = if strongest.way >= Way::Made {
        strongest.holds
    } else {
        decided.iter().filter(has_say).fold(Set::EMPTY, |all, one| all.or(one.holds))
    };
    // Of several doubts the first is told, for it has to be settled first; after a report the last, for the others are past.
    let late = after_report(routes, &strongest);
    let doubt = if late { frontier.doubts.last() } else { frontier.doubts.first() };
    if let (false, Some(doubt)) = (agree, doubt) {
        let pending = doubt_pending(guide, *doubt);
        return (not_yet(guide, strongest.row, Because::Doubt(*doubt), pending, findings), holds);
    }
    let row = guide.rows.get(strongest.row);
    if strongest.way == Way::Undecided {
        let outlook = not_yet(guide, strongest.row, Because::Row, row.pending.as_ref(), findings);
        return (outlook, holds);
    }
    match first_duty(guide, holds) {
        Some(duty) => {
            let pending = guide.duties.get(duty).pending.as_ref();
            (not_yet(guide, strongest.row, Because::Duty(duty), pending, findings), holds)
        }
        None => {
            let next = decided.iter().find_map(|one| one.next);
            (Outlook::Advise { row: strongest.row, next }, nothing)
        }
    }
}

/// The most protective reading gives the direction. Of several: one that nothing holds back, danger, the stronger report,
/// and then the row that stands first in the table.
fn strongest(routes: &Routes, decided: &[Decided]) -> Option<Decided> {
    // Nearly always there is one reading.
    if let [only] = decided {
        return Some(*only);
    }
    let strength = |one: &&Decided| {
        let report = routes.line(one.row).advice.report;
        (rank(routes, one), one.way, one.holds.is_empty(), one.danger, report, Reverse(one.row))
    };
    decided.iter().max_by_key(strength).copied()
}

/// A case that is closed after a report is still one in which the report was made.
fn rank(routes: &Routes, one: &Decided) -> Way {
    if routes.line(one.row).advice.report == Report::Made { Way::Made } else { one.way }
}

fn after_report(routes: &Routes, one: &Decided) -> bool {
    routes.line(one.row).after_report
}

/// Once a report was made, a doubt from before it leaves nothing open: what the readings after it agree on stands.
fn settled(routes: &Routes, decided: &[Decided]) -> bool {
    let Some(strongest) = strongest(routes, decided) else { return false };
    let mut after = decided.iter().filter(|one| after_report(routes, one)).peekable();
    after.peek().is_some() && after.all(|one| rank(routes, one) == rank(routes, &strongest))
}

/// What one reading comes to; nothing when it ended at a door or an open question.
fn decide(routes: &Routes, leaf: &Leaf) -> Option<Decided> {
    let next = match leaf.end {
        End::Emergency(danger) => {
            let (row, danger) = (routes.acute, Some(danger));
            return Some(Decided { row, way: Way::Report, holds: Set::EMPTY, next: None, danger });
        }
        End::Closed(next) => next,
        End::Door(_) | End::Open(_) => return None,
    };
    let row = row_for(routes, leaf.state);
    let (way, lifted) = pointed(routes, leaf.state, row);
    let holds = if lifted { Set::EMPTY } else { open_duties(leaf.state).and(routes.holding(way)) };
    Some(Decided { row, way, holds, next, danger: None })
}

/// Which way a reading points that came to a closing point, and whether its report then waits for nothing.
pub(super) fn points(routes: &Routes, leaf: &Leaf) -> Option<(Way, bool)> {
    let End::Closed(_) = leaf.end else { return None };
    Some(pointed(routes, leaf.state, row_for(routes, leaf.state)))
}

fn pointed(routes: &Routes, state: Effects, row: Ref<Row>) -> (Way, bool) {
    let way = routes.line(row).way;
    (way, way == Way::Report && !state.records.and(routes.lifting).is_empty())
}

/// The row for exactly these conclusions. A proved guide has one for every reachable set; were it not so,
/// the row for acute danger would err on the side of protection.
fn row_for(routes: &Routes, state: Effects) -> Ref<Row> {
    routes.row_of(state.draws).unwrap_or(routes.acute)
}

/// The first duty whose predecessors are not themselves still holding.
fn first_duty(guide: &Guide, holds: Set<Duty>) -> Option<Ref<Duty>> {
    let ready = holds.iter().find(|duty| guide.duties.get(*duty).after.and(holds).is_empty());
    ready.or_else(|| holds.iter().next())
}

fn doubt_pending(guide: &Guide, (question, choice): Doubt) -> Option<&Pending> {
    guide.questions.get(question).choices.get(choice)?.doubt.as_ref()
}

fn not_yet<'g>(
    guide: &'g Guide,
    direction: Ref<Row>,
    because: Because,
    pending: Option<&'g Pending>,
    findings: Set<Finding>,
) -> Outlook<'g> {
    // Linking refuses content that leaves this out; asking advice is what every "not yet" begins with.
    let ask = guide.actions.get(guide.ask_advice).text.as_str();
    let (first, fallback) =
        pending.map_or((ask, ask), |pending| (pending.first.text(findings), pending.fallback.text(findings)));
    Outlook::NotYet(NotYet { direction, because, first, contact: guide.veilig_thuis, fallback })
}

impl Concluded<'_> {
    /// How soon the next action is due.
    #[must_use]
    pub fn urgency(&self) -> Urgency {
        let least = match self.outlook {
            Outlook::Emergency { .. } => Urgency::Now,
            // Advice of Veilig Thuis is never put off to another day.
            Outlook::NotYet(_) => Urgency::Today,
            _ => Urgency::AsAgreed,
        };
        self.state.raises.max(least)
    }
}
