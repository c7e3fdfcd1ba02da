//! What to do, in order, and the lines that go with it. Chooses among texts of the guide; makes none up.

use crate::model::advice::Way;
use crate::model::duty::{Action, Before, Duty, Meets, Notice, With};
use crate::model::guide::Guide;
use crate::model::register::Ref;

use super::conclude::Concluded;
use super::outlook::{Because, Outlook};

/// The actions of a result: by when, then in the order of the norm, each once.
#[must_use]
pub fn actions(guide: &Guide, concluded: &Concluded<'_>) -> Vec<Ref<Action>> {
    let mut list: Vec<Ref<Action>> = Vec::new();
    let row_actions =
        concluded.outlook.row().map(|row| guide.rows.get(row).actions.as_slice()).unwrap_or_default();
    match &concluded.outlook {
        Outlook::Emergency { .. } | Outlook::Ask(_) => {}
        Outlook::Leave(door) => list.extend(&guide.doors.get(*door).actions),
        Outlook::NotYet(not_yet) => {
            list.push(guide.ask_advice);
            if not_yet.because == Because::Row {
                list.extend(row_actions);
            }
            let way = guide.rows.get(not_yet.direction).advice.way();
            list.extend(of_open_duties(guide, concluded, |duty| comes_before(duty, way)));
            list.push(guide.weigh_again);
        }
        Outlook::Advise { row, .. } => {
            // A report waits for nobody: what is still open is done just before the call or in it.
            let also: fn(&Duty) -> bool = match guide.rows.get(*row).advice.way() {
                Way::Report => |duty| duty.before.contains(&Before::Sending),
                _ => |_| false,
            };
            // Whoever is told beforehand is told before the call; all else comes with it.
            let (told, with_it): (Vec<_>, Vec<_>) = of_open_duties(guide, concluded, also)
                .into_iter()
                .partition(|at| guide.actions.get(*at).meets.is_some());
            list.extend(told);
            list.extend(row_actions);
            list.extend(with_it);
            list.extend(of_open_duties(guide, concluded, |duty| duty.before.contains(&Before::Afterwards)));
        }
    }
    if matches!(concluded.outlook, Outlook::NotYet(_) | Outlook::Advise { .. }) {
        list.extend(&guide.accompany);
        list.splice(0..0, guide.first.iter().copied());
    }
    let mut seen = Vec::new();
    list.retain(|at| {
        let said = guide.actions.get(*at).guard.opens(concluded.state.records) && !seen.contains(at);
        seen.push(*at);
        said
    });
    list.sort_by_key(|at| guide.actions.get(*at).when);
    list
}

/// Whether a duty belongs before a decision that goes this way. Closing and helping ask for their own duties only;
/// on the way to a report, or where nothing is settled, everything that comes before any decision is named.
fn comes_before(duty: &Duty, way: Way) -> bool {
    match way {
        Way::Close | Way::Help | Way::Made => duty.holds(way),
        Way::Undecided | Way::Report => duty.before.iter().any(|before| before.holds().is_some()),
    }
}

fn of_open_duties(
    guide: &Guide,
    concluded: &Concluded<'_>,
    which: impl Fn(&Duty) -> bool,
) -> Vec<Ref<Action>> {
    let open = concluded.open.iter().map(|duty| guide.duties.get(duty));
    open.filter(|duty| which(duty)).flat_map(|duty| duty.actions.iter().copied()).collect()
}

/// The notices of a result, in the order of the guide.
#[must_use]
pub fn notices<'g>(guide: &'g Guide, concluded: &Concluded<'_>) -> Vec<&'g Notice> {
    let Some(with) = with(guide, concluded) else { return Vec::new() };
    let fits = |notice: &&Notice| notice.with.contains(&with) && notice.guard.opens(concluded.state.records);
    guide.notices.iter().filter(fits).collect()
}

fn with(guide: &Guide, concluded: &Concluded<'_>) -> Option<With> {
    Some(match &concluded.outlook {
        Outlook::Emergency { .. } => With::Emergency,
        Outlook::NotYet(_) => With::NotYet,
        Outlook::Advise { row, .. } => match guide.rows.get(*row).advice.way() {
            Way::Report => With::Report,
            Way::Made => With::Made,
            Way::Help => With::Help,
            Way::Close => With::Close,
            Way::Undecided => With::NotYet,
        },
        Outlook::Leave(_) | Outlook::Ask(_) => return None,
    })
}

/// Whether a result says what to do, whatever was established: its row, its door or every "not yet" has an action
/// that is always said.
#[must_use]
pub fn says_what_to_do(guide: &Guide, concluded: &Concluded<'_>) -> bool {
    let always = |at: &Ref<Action>| guide.actions.get(*at).guard.is_free();
    match &concluded.outlook {
        Outlook::Emergency { .. } | Outlook::Ask(_) => true,
        Outlook::Leave(door) => guide.doors.get(*door).actions.iter().any(always),
        Outlook::NotYet(_) => always(&guide.ask_advice),
        Outlook::Advise { row, .. } => guide.rows.get(*row).actions.iter().any(always),
    }
}

/// Whom the texts of a result send the professional to.
#[must_use]
pub fn meets(guide: &Guide, concluded: &Concluded<'_>) -> Vec<Meets> {
    let by_action = actions(guide, concluded).into_iter().filter_map(|at| guide.actions.get(at).meets);
    let by_notice = notices(guide, concluded).into_iter().filter_map(|notice| notice.meets);
    let mut all: Vec<Meets> = by_action.chain(by_notice).collect();
    all.sort_unstable();
    all.dedup();
    all
}
