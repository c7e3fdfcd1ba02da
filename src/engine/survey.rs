//! Parts (a) and (b) of the proof: the weighing document alone, and the routing of the whole guide.
//!
//! Every reachable set of conclusions has a row, every row and question is reached, and a first advice is near.

use std::collections::HashSet;

use crate::model::advice::{Row, Way};
use crate::model::guide::Guide;
use crate::model::question::{Effects, Kind, Question};
use crate::model::register::{Ref, Set};

use super::conclude::conclude;
use super::evaluate::days_of_duties;
use super::explore::{Course, MOST_AT_ONCE, Seen, State, TooManyStates, walk};
use super::frontier::{End, Frontier};
use super::routes::Routes;
use super::slice::{Slice, guards};

/// A first advice never takes more questions than this.
pub const MOST_QUESTIONS: usize = 12;
/// On the common path it never takes more than this.
pub const MOST_ON_THE_COMMON_PATH: usize = 10;

/// Something that keeps a guide from being proved.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// A reachable set of conclusions has no row.
    MissingRow(Vec<String>),
    /// A row that no answers reach.
    DeadRow(Ref<Row>),
    /// A question that no answers reach.
    DeadQuestion(Ref<Question>),
    /// A choice for which an arrow leads to a date question, which is never asked on the way.
    ArrowToDay(Ref<Question>),
    /// A first advice takes this many questions.
    TooManyQuestions(usize),
    /// A first advice takes this many questions on the common path.
    CommonPathTooLong(usize),
    /// The proof needs too many states.
    TooManyStates,
}

/// What a proof counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Survey {
    /// States of the weighing document alone.
    pub weighing_states: usize,
    /// States of the whole guide's routing.
    pub routing_states: usize,
    /// The most questions before a first advice, appointments included.
    pub most_questions: usize,
    /// The same on the common path, appointments apart; nothing when the steps name no common path.
    pub on_the_common_path: Option<usize>,
}

/// Parts (a) and (b) of the proof: what has to hold before a guide is used, and how near a first advice is.
#[must_use]
pub fn survey(guide: &Guide) -> (Survey, Vec<Flaw>) {
    let routes = Routes::of(guide);
    let (mut survey, mut flaws) = soundness(guide, &routes);
    how_near(guide, &routes, &mut survey, &mut flaws);
    flaws.sort();
    flaws.dedup();
    (survey, flaws)
}

/// The weighing document alone, and the routing of the whole guide: every walk ends, every reachable set of conclusions
/// has a row, and every row and question is reached.
#[must_use]
pub(super) fn soundness(guide: &Guide, routes: &Routes) -> (Survey, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let mut survey = Survey::default();
    let mut missing: HashSet<Vec<String>> = HashSet::new();
    let note_missing = |state: &State<'_>, missing: &mut HashSet<Vec<String>>| {
        for leaf in state.leaves().filter(|leaf| matches!(leaf.end, End::Closed(_))) {
            if routes.row_of(leaf.state.draws).is_none() {
                missing.insert(
                    leaf.state.draws.iter().map(|c| guide.conclusions.get(c).id.to_string()).collect(),
                );
            }
        }
    };
    let starts = states_before_the_weighing(guide, routes).ok_or(TooManyStates);
    let walked = starts.and_then(|starts| {
        walk(guide, routes, Course { starts, ..Course::whole(routes, Slice::default()) }, |seen| {
            if let Seen::End(state, _) = seen {
                note_missing(&state, &mut missing);
            }
        })
    });
    match walked {
        Ok(states) => survey.weighing_states = states,
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }

    let mut rows = Set::EMPTY.with(guide.acute);
    let mut questions = Set::EMPTY;
    let walked = walk(guide, routes, Course::whole(routes, Slice::default()), |seen| match seen {
        Seen::At(at, ..) => questions.insert(at),
        Seen::Left(_) => {}
        Seen::End(state, asked) => {
            note_missing(&state, &mut missing);
            let closed = state.leaves().filter(|leaf| matches!(leaf.end, End::Closed(_)));
            rows = closed.filter_map(|leaf| routes.row_of(leaf.state.draws)).fold(rows, Set::with);
            survey.most_questions = survey.most_questions.max(asked.unwrap_or(0));
        }
    });
    match walked {
        Ok(states) => {
            survey.routing_states = states;
            flaws.extend(guide.rows.iter().filter(|(at, _)| !rows.has(*at)).map(|(at, _)| Flaw::DeadRow(at)));
            flaws.extend(unreached(guide, questions));
        }
        // A walk that was broken off says nothing about what it did not reach.
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }
    flaws.extend(missing.into_iter().map(Flaw::MissingRow));
    flaws.sort();
    flaws.dedup();
    (survey, flaws)
}

/// Counts the questions before a first advice, also on the common path.
fn how_near(guide: &Guide, routes: &Routes, survey: &mut Survey, flaws: &mut Vec<Flaw>) {
    // How many questions an advice takes depends on what holds it back: a talk that is waited for asks for its day.
    let days: Vec<_> = guide.duties.iter().filter_map(|(_, duty)| duty.day).collect();
    let with_days = guide.duties.iter().filter(|(_, duty)| duty.day.is_some()).map(|(at, _)| at).collect();
    let guards = days.iter().fold(Set::EMPTY, |all, day| all.or(guide.questions.get(*day).guard.reads()));
    let slice = Slice { duties: with_days, findings: guards, ..Slice::default() };
    let slice = Slice::holding(guide, &[Way::Report]).and(slice);
    let walked = walk(guide, routes, Course::whole(routes, slice), |seen| {
        if let Seen::End(state, Some(asked)) = seen {
            let days = days_of_duties(guide, &conclude(guide, routes, &state.frontier())).count();
            survey.most_questions = survey.most_questions.max(asked + days);
        }
    });
    if walked.is_err() {
        flaws.push(Flaw::TooManyStates);
    }
    survey.on_the_common_path = on_the_common_path(guide, routes).unwrap_or_else(|TooManyStates| {
        flaws.push(Flaw::TooManyStates);
        None
    });

    if survey.most_questions > MOST_QUESTIONS {
        flaws.push(Flaw::TooManyQuestions(survey.most_questions));
    }
    flaws.extend(
        survey.on_the_common_path.filter(|most| *most > MOST_ON_THE_COMMON_PATH).map(Flaw::CommonPathTooLong),
    );
}

/// The most questions before a first advice, of walks that keep to the common answers. A day that has to be agreed is
/// not counted: the advice is given without it.
fn on_the_common_path(guide: &Guide, routes: &Routes) -> Result<Option<usize>, TooManyStates> {
    if guide.common.is_empty() {
        return Ok(None);
    }
    let mut most = 0;
    walk(guide, routes, Course { common: true, ..Course::whole(routes, Slice::default()) }, |seen| {
        if let Seen::End(_, asked) = seen {
            most = most.max(asked.unwrap_or(0));
        }
    })?;
    Ok(Some(most))
}

/// Every combination of findings that the weighing document's own guards can meet; nothing when there are too many.
fn states_before_the_weighing(guide: &Guide, routes: &Routes) -> Option<Vec<Frontier>> {
    let weighing =
        guide.questions.iter().filter(|(at, _)| *at >= guide.weighing).map(|(_, question)| question);
    let read: Vec<_> = weighing.flat_map(guards).fold(Set::EMPTY, Set::or).iter().collect();
    if read.len() > MOST_AT_ONCE {
        return None;
    }
    let subsets = 0u64..(1u64 << read.len());
    let states = subsets.map(|subset| {
        let members = read.iter().enumerate().filter(|(bit, _)| subset & (1u64 << bit) != 0);
        let records = members.map(|(_, at)| *at).collect::<Set<_>>().or(guide.given);
        let state = Effects { records, ..Effects::default() };
        Frontier::at_the_weighing(routes, state)
    });
    Some(states.collect())
}

fn unreached(guide: &Guide, reached: Set<Question>) -> Vec<Flaw> {
    let by_duty = guide.duties.iter().filter_map(|(_, duty)| duty.day);
    let by_occasion = guide.occasions.iter().filter_map(|(_, occasion)| occasion.day);
    let days: Set<Question> = by_duty.chain(by_occasion).collect();
    let mut flaws = Vec::new();
    for (at, question) in guide.questions.iter() {
        match (question.kind, reached.has(at), days.has(at)) {
            (Kind::Date, true, _) => flaws.push(Flaw::ArrowToDay(at)),
            (Kind::Date, false, false) | (Kind::One | Kind::Many, false, _) => {
                flaws.push(Flaw::DeadQuestion(at));
            }
            _ => {}
        }
    }
    flaws
}
