//! What a proof depends on: two guides with the same structure need one proof.
//!
//! Steps, weighing, flows, themes, practice and measures count by their whole text, duties by whether they stand from the
//! start, and what comes with a profession by its findings. Doors count by what a proof can read of them, because their
//! texts differ from one profession to the next:
//!
//! - which doors there are: walks end at them, and questions point to them;
//! - of the actions that doors list, nothing but the guards and whom they send to, for each door. A property asks whom the
//!   texts of a result meet and whether something is always said; which findings a text reads decides what a slice keeps;
//!   and a question is worth asking when it opens or closes an action. None of these looks at how many actions there are,
//!   at their order, their names or their words. Empty texts are refused before;
//! - of every other action all but its words: rows, duties and whatever goes with each result are read one by one.
//!
//! Findings are told apart by their place: all guides of one library share its vocabulary.

use std::collections::BTreeSet;

use crate::model::duty::{Action, Meets};
use crate::model::guide::Guide;
use crate::model::question::Finding;
use crate::model::register::{Ref, Set};

/// What a proof can read of an action that only doors list: all of these findings, none of those, and whom it meets.
type Said = (Set<Finding>, Set<Finding>, Option<Meets>);

/// What a proof of the guide depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Structure {
    /// The documents that count by their whole text.
    documents: Vec<String>,
    /// For each duty whether it stands from the start.
    duties: Vec<(String, bool)>,
    /// The doors in their order, and what is said at each.
    doors: Vec<(String, BTreeSet<Said>)>,
    /// Every action that is not for doors alone.
    actions: Vec<String>,
    /// The actions that go with every result.
    accompany: Vec<String>,
    /// What is established before the first answer.
    given: Set<Finding>,
}

impl Structure {
    pub(super) fn of(guide: &Guide) -> Self {
        let documents = guide.documents.iter().filter(|document| {
            let whole = ["steps/", "afwegingskader/", "flows/", "themes/", "practice/", "measures/"];
            whole.iter().any(|folder| document.id.starts_with(folder))
        });
        let duties = guide.duties.iter();
        let said = |at: &Ref<Action>| {
            let Action { guard, meets, .. } = guide.actions.get(*at);
            (guard.only_if, guard.unless, *meets)
        };
        let doors = guide.doors.iter();
        let elsewhere = elsewhere(guide);
        let for_doors_alone = |at: Ref<Action>| {
            !elsewhere.contains(&at) && guide.doors.iter().any(|(_, door)| door.actions.contains(&at))
        };
        let others = guide.actions.iter().filter(|(at, _)| !for_doors_alone(*at));
        Self {
            documents: documents.map(|document| document.digest.clone()).collect(),
            duties: duties.map(|(_, duty)| (duty.id.to_string(), duty.level.from_the_start())).collect(),
            doors: doors
                .map(|(_, door)| (door.id.to_string(), door.actions.iter().map(said).collect()))
                .collect(),
            actions: others
                .map(|(_, Action { id, when, guard, meets, .. })| {
                    format!("{id} {when:?} {guard:?} {meets:?}")
                })
                .collect(),
            accompany: guide
                .first
                .iter()
                .chain(&guide.accompany)
                .map(|at| guide.actions.get(*at).id.to_string())
                .collect(),
            given: guide.given,
        }
    }
}

/// Actions that something else than a door lists.
fn elsewhere(guide: &Guide) -> BTreeSet<Ref<Action>> {
    let by_row = guide.rows.iter().flat_map(|(_, row)| &row.actions);
    let by_duty = guide.duties.iter().flat_map(|(_, duty)| &duty.actions);
    let always = guide.accompany.iter().chain(&guide.first).chain([&guide.ask_advice, &guide.weigh_again]);
    by_row.chain(by_duty).chain(always).copied().collect()
}
