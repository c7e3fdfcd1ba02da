//! Routes without what nobody comes to, so that guides can be laid beside each other: choices that are never offered
//! there, and what is given from the start and read nowhere.
//!
//! Knows what can never be established. Refuses to walk.

use crate::model::question::{Finding, Guard};
use crate::model::register::Set;

use super::routes::{Routes, Turn};

/// What of a guide's routes can make a difference. Guides for which this is equal come to the same decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passable {
    routes: Routes,
    /// For each question and each of its choices, whether it is ever offered.
    offered: Vec<Vec<bool>>,
}

impl Passable {
    /// What can make a difference to whoever reads only these findings of a result.
    #[must_use]
    pub fn new(mut routes: Routes, findings: Set<Finding>) -> Self {
        let given = routes.before_any_answer.records;
        let mut offered: Vec<Vec<bool>> =
            routes.nodes.iter().map(|node| vec![true; node.turns.len()]).collect();
        // What only choices establish that are never offered is never established: then more is never offered.
        let told = loop {
            let turns = routes.nodes.iter().flat_map(|node| &node.turns);
            let told = turns.fold(given, |told, turn| told.or(turn.effects.records));
            let mut shut = false;
            for (node, offered) in routes.nodes.iter_mut().zip(&mut offered) {
                // A doubt stands for choices, and what is known takes one, whether they are offered or not.
                let stood_for: Vec<usize> =
                    node.turns.iter().flat_map(|turn| turn.readings.iter().copied()).collect();
                for ((index, turn), offered) in node.turns.iter_mut().enumerate().zip(offered) {
                    let Guard { only_if, unless } = turn.guard;
                    // What was given stays: a guard that it shuts never opens.
                    let open = told.covers(only_if) && given.and(unless).is_empty();
                    let known = !turn.known_if.is_empty() && told.covers(turn.known_if);
                    if *offered && !open && !known && !stood_for.contains(&index) {
                        *turn = Turn::nothing();
                        (*offered, shut) = (false, true);
                    }
                }
            }
            if !shut {
                break told;
            }
        };
        let settled =
            |guard: Guard| Guard { only_if: guard.only_if.minus(given), unless: guard.unless.and(told) };
        let mut read = findings.or(routes.lifting);
        for node in &mut routes.nodes {
            node.guard = settled(node.guard);
            read = read.or(node.guard.reads());
            for turn in &mut node.turns {
                turn.guard = settled(turn.guard);
                if !told.covers(turn.known_if) {
                    turn.known_if = Set::EMPTY;
                }
                read = read.or(turn.guard.reads()).or(turn.known_if);
            }
            node.can_be_known = node.turns.iter().any(|turn| !turn.known_if.is_empty());
        }
        routes.before_any_answer.records = given.and(read);
        Self { routes, offered }
    }
}
