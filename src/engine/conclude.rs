//! From the ends of a walk to one outlook: what is decided, what holds it back, and what doubt leaves open.
//!
//! The order is fixed: danger, another door, an open question, not yet, an advice.

use smallvec::SmallVec;

use crate::model::advice::{Advice, Row, Way};
use crate::model::duty::{Duty, Pending};
use crate::model::guide::Guide;
use crate::model::question::{Effects, Finding};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;

use super::decide::{Decided, after_report, decide, open_duties, settled, strongest};
use super::frontier::{Doubt, End, Frontier, Leaf, Next};
use super::outlook::{Because, NotYet, Outlook};
use super::routes::Routes;

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

/// What the ends of a walk come to.
#[must_use]
pub fn conclude<'g>(guide: &'g Guide, routes: &Routes, frontier: &Frontier) -> Concluded<'g> {
    if let [leaf] = frontier.leaves.as_slice() {
        return of_one(guide, routes, leaf);
    }
    let ends = Ends::of(routes, &frontier.leaves, &frontier.doubts);
    ends.conclude(guide, routes, &ends.decided)
}

/// The ends of a walk, and what each of them comes to by itself.
pub(super) struct Ends<'f> {
    leaves: &'f [Leaf],
    doubts: &'f [Doubt],
    /// Those that came to a decision.
    pub(super) decided: SmallVec<[Decided; 4]>,
    /// Whether a report settled what they doubt.
    settled: bool,
    state: Effects,
    open: Set<Duty>,
}

impl<'f> Ends<'f> {
    pub(super) fn of(routes: &Routes, leaves: &'f [Leaf], doubts: &'f [Doubt]) -> Self {
        let state = leaves.iter().fold(Effects::default(), |all, leaf| all.and(leaf.state));
        // A reading that ends at danger stopped before it heard what was done: it has no say about duties, unless alone.
        let at_danger = |leaf: &Leaf| matches!(leaf.end, End::Emergency(_));
        let alone = leaves.iter().all(at_danger);
        let decided: SmallVec<[Decided; 4]> = leaves.iter().filter_map(|leaf| decide(routes, leaf)).collect();
        let settled = decided.len() == leaves.len() && settled(routes, &decided);
        // Once a report settled it, the readings without one have no say about duties any more either. Then each leaf is
        // decided, in its place.
        let past = |at: usize| settled && decided.get(at).is_some_and(|one| !after_report(routes, one));
        let heard = leaves.iter().enumerate().filter(|(at, leaf)| (alone || !at_danger(leaf)) && !past(*at));
        let open = heard.fold(Set::EMPTY, |all, (_, leaf)| all.or(open_duties(&leaf.state)));
        Self { leaves, doubts, decided, settled, state, open }
    }

    /// What they come to when these are the decisions: their own, or others that point where those point.
    pub(super) fn conclude<'g>(
        &self,
        guide: &'g Guide,
        routes: &Routes,
        decided: &[Decided],
    ) -> Concluded<'g> {
        let Self { state, open, .. } = *self;
        let (outlook, holds) = self.merge(guide, routes, decided);
        let way = outlook.advice(guide).map(Advice::way);
        let rows = decided.iter().filter(|one| Some(one.way) == way).map(|one| one.row).collect();
        Concluded { outlook, holds, state, open, done: state.fulfils.minus(open), rows }
    }

    fn merge<'g>(&self, guide: &'g Guide, routes: &Routes, decided: &[Decided]) -> (Outlook<'g>, Set<Duty>) {
        let Self { leaves, settled, .. } = *self;
        let (nothing, findings) = (Set::EMPTY, self.state.records);
        if let [Leaf { end: End::Emergency(danger), .. }] = leaves {
            return (Outlook::Emergency { danger: *danger, row: routes.acute }, nothing);
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
        // Of several doubts the first is told, for it has to be settled first; after a report the last, for the others
        // are past.
        let late = after_report(routes, &strongest);
        let doubt = if late { self.doubts.last() } else { self.doubts.first() };
        if let (false, Some(doubt)) = (agree, doubt) {
            let pending = doubt_pending(guide, *doubt);
            return (not_yet(guide, strongest.row, Because::Doubt(*doubt), pending, findings), holds);
        }
        let next = decided.iter().find_map(|one| one.next);
        decision(guide, &strongest, holds, next, findings)
    }
}

/// The same for one reading: nothing is to be merged. That it is the same is a matter of speed alone.
pub(super) fn of_one<'g>(guide: &'g Guide, routes: &Routes, leaf: &Leaf) -> Concluded<'g> {
    let state = leaf.state;
    let open = open_duties(&state);
    let decided = decide(routes, leaf);
    let (outlook, holds) = match (leaf.end, decided) {
        (End::Emergency(danger), _) => (Outlook::Emergency { danger, row: routes.acute }, Set::EMPTY),
        (End::Door(door), _) => (Outlook::Leave(door), Set::EMPTY),
        (End::Open(question), _) => (Outlook::Ask(question), Set::EMPTY),
        (End::Closed(_), Some(decided)) => {
            decision(guide, &decided, decided.holds, decided.next, state.records)
        }
        (End::Closed(_), None) => (Outlook::Ask(guide.entry), Set::EMPTY),
    };
    let rows = decided.into_iter().map(|one| one.row).collect();
    Concluded { outlook, holds, state, open, done: state.fulfils.minus(open), rows }
}

/// What one decision comes to that no doubt leaves open: it waits, the norm leaves it open, or it is the advice.
fn decision<'g>(
    guide: &'g Guide,
    decided: &Decided,
    holds: Set<Duty>,
    next: Option<Next>,
    findings: Set<Finding>,
) -> (Outlook<'g>, Set<Duty>) {
    if decided.way == Way::Undecided {
        let pending = guide.rows.get(decided.row).pending.as_ref();
        return (not_yet(guide, decided.row, Because::Row, pending, findings), holds);
    }
    match first_duty(guide, holds) {
        Some(duty) => {
            let pending = guide.duties.get(duty).pending.as_ref();
            (not_yet(guide, decided.row, Because::Duty(duty), pending, findings), holds)
        }
        None => (Outlook::Advise { row: decided.row, next }, Set::EMPTY),
    }
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
