//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::advice::{Row, Way};
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::question::{Effects, Finding, Guard, Kind, Question};
use crate::model::register::{Ref, Set};
use crate::model::urgency::Urgency;

use super::answers::Given;
use super::conclude::{conclude, row_of};
use super::evaluate::appointments;
use super::frontier::{End, Frontier};

/// A first advice never takes more questions than this.
pub const MOST_QUESTIONS: usize = 12;
/// A proof that needs more states than this is a fault in the content or in the proof.
pub const MOST_STATES: usize = 100_000;

/// What a projection keeps, beside the conclusions and what routing still reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
}

impl Slice {
    /// What decisions that go one of these ways wait for, and what lifts it.
    #[must_use]
    pub fn holding(guide: &Guide, ways: &[Way]) -> Self {
        let holds = guide.duties.iter().filter(|(_, duty)| ways.iter().any(|way| duty.holds(*way)));
        let any_of = if ways.contains(&Way::Report) { guide.lifting() } else { Set::EMPTY };
        Self { duties: holds.map(|(at, _)| at).collect(), any_of, ..Self::default() }
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
        }
    }
}

/// A slice worked out for a guide: what is kept while waiting at each question.
struct Projection {
    slice: Slice,
    /// For each question, the findings that guards from there on read.
    read_from: Vec<Set<Finding>>,
    /// For each question, the findings that can still be established from there on.
    to_come: Vec<Set<Finding>>,
    /// The one finding that stands for any of `slice.any_of`: one that nothing else reads.
    stand_in: Option<Ref<Finding>>,
}

impl Projection {
    fn new(guide: &Guide, slice: Slice) -> Self {
        let mut read_from = vec![Set::EMPTY; guide.questions.len()];
        let mut to_come = read_from.clone();
        let (mut read, mut come) = (Set::EMPTY, Set::EMPTY);
        let mut questions: Vec<_> = guide.questions.iter().collect();
        questions.reverse();
        for (at, question) in questions {
            read = guards(question).fold(read, Set::or);
            come = question.choices.iter().fold(come, |come, choice| come.or(choice.effects.records));
            if let (Some(reads), Some(comes)) = (read_from.get_mut(at.index()), to_come.get_mut(at.index())) {
                (*reads, *comes) = (read, come);
            }
        }
        let stand_in = slice.any_of.minus(read).minus(slice.findings).iter().next();
        Self { slice, read_from, to_come, stand_in }
    }

    fn keep(&self, state: Effects, at: Option<Ref<Question>>) -> Effects {
        let Slice { findings, duties, done, any_of, .. } = self.slice;
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

    /// Whether an end that matters can still be reached.
    fn can_matter(&self, frontier: &Frontier) -> bool {
        let come = frontier.next().and_then(|at| self.to_come.get(at.index())).copied().unwrap_or_default();
        let reachable = frontier.established().or(come);
        let any = self.slice.about_any;
        reachable.covers(self.slice.about) && (any.is_empty() || !reachable.and(any).is_empty())
    }
}

fn guards(question: &Question) -> impl Iterator<Item = Set<Finding>> + '_ {
    std::iter::once(question.guard)
        .chain(question.choices.iter().map(|choice| choice.guard))
        .map(Guard::reads)
}

/// More states than a proof may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyStates;

/// How many questions were asked before the first advice; nothing once a later question was answered.
type Asked = Option<usize>;

/// Walks every answer from the given starts, and shows each end once, with the most questions it took.
///
/// # Errors
/// When the projection has more than `MOST_STATES` states.
pub fn walk(
    guide: &Guide,
    slice: Slice,
    starts: Vec<Frontier>,
    mut seen: impl FnMut(Ref<Question>),
    mut end: impl FnMut(&Frontier, Asked),
) -> Result<usize, TooManyStates> {
    let mut layers: BTreeMap<Ref<Question>, HashMap<Frontier, Asked>> = BTreeMap::new();
    let mut ends: HashMap<Frontier, Asked> = HashMap::new();
    let mut states = 0;
    let projection = Projection::new(guide, slice);
    let put = |frontier: Frontier,
               asked: Asked,
               layers: &mut BTreeMap<_, HashMap<_, _>>,
               ends: &mut HashMap<_, _>| {
        if !projection.can_matter(&frontier) {
            return;
        }
        let frontier = frontier.map(|state, at| projection.keep(state, at));
        let place = match frontier.next() {
            Some(question) => layers.entry(question).or_default(),
            None => ends,
        };
        let most = place.entry(frontier).or_insert(asked);
        *most = (*most).max(asked);
    };
    for start in starts {
        put(start, Some(0), &mut layers, &mut ends);
    }
    while let Some((question, frontiers)) = layers.pop_first() {
        seen(question);
        states += frontiers.len();
        if states + ends.len() > MOST_STATES {
            return Err(TooManyStates);
        }
        let answers = distinct_answers(guide, &projection, question);
        for (frontier, asked) in frontiers {
            let later = frontier.is_for_later(question);
            let answered = if later { None } else { asked.map(|asked| asked + 1) };
            for given in &answers {
                let mut after = frontier.clone();
                if after.read(guide, question, Some(*given)) {
                    put(after, answered, &mut layers, &mut ends);
                }
            }
            if later {
                let mut after = frontier;
                after.read(guide, question, None);
                put(after, asked, &mut layers, &mut ends);
            }
        }
    }
    for (frontier, asked) in &ends {
        end(frontier, *asked);
    }
    Ok(states + ends.len())
}

/// Answers that differ in what the slice can see. Choices of a many-choice question that do the same count once.
fn distinct_answers(guide: &Guide, projection: &Projection, at: Ref<Question>) -> Vec<Given> {
    let question = guide.questions.get(at);
    if question.kind != Kind::Many {
        return (0..question.choices.len()).map(Given::One).collect();
    }
    let mut classes: Vec<(Effects, Guard, usize)> = Vec::new();
    let mut answers = Vec::new();
    for (index, choice) in question.choices.iter().enumerate() {
        // What a choice does is seen from the question itself: all that anything later reads is kept.
        let effects = projection.keep(choice.effects, Some(at));
        if choice.alone {
            answers.push(Given::many([index]));
        } else if !classes.iter().any(|(known, guard, _)| *known == effects && *guard == choice.guard) {
            classes.push((effects, choice.guard, index));
        }
    }
    for subset in 1u64..(1u64 << classes.len().min(16)) {
        let members = classes.iter().enumerate().filter(|(bit, _)| subset & (1u64 << bit) != 0);
        answers.push(Given::many(members.map(|(_, (_, _, index))| *index)));
    }
    answers
}

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
}

/// Parts (a) and (b) of the proof: the weighing document alone, and the routing of the whole guide.
#[must_use]
pub fn survey(guide: &Guide) -> (Survey, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let mut survey = Survey::default();
    let mut missing: HashSet<Vec<String>> = HashSet::new();
    let note_missing = |frontier: &Frontier, missing: &mut HashSet<Vec<String>>| {
        for leaf in frontier.leaves.iter().filter(|leaf| matches!(leaf.end, End::Closed(_))) {
            if row_of(guide, leaf.state).is_none() {
                missing.insert(
                    leaf.state.draws.iter().map(|c| guide.conclusions.get(c).id.to_string()).collect(),
                );
            }
        }
    };
    let starts = states_before_the_weighing(guide);
    match walk(guide, Slice::default(), starts, |_| {}, |frontier, _| note_missing(frontier, &mut missing)) {
        Ok(states) => survey.weighing_states = states,
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }

    let mut rows = Set::EMPTY.with(guide.acute);
    let mut questions = Set::EMPTY;
    let whole = || vec![Frontier::start(guide)];
    let walked = walk(
        guide,
        Slice::default(),
        whole(),
        |at| questions.insert(at),
        |frontier, asked| {
            note_missing(frontier, &mut missing);
            rows = frontier
                .leaves
                .iter()
                .filter(|leaf| matches!(leaf.end, End::Closed(_)))
                .fold(rows, |rows, leaf| row_of(guide, leaf.state).map_or(rows, |row| rows.with(row)));
            survey.most_questions = survey.most_questions.max(asked.unwrap_or(0));
        },
    );
    match walked {
        Ok(states) => {
            survey.routing_states = states;
            flaws.extend(guide.rows.iter().filter(|(at, _)| !rows.has(*at)).map(|(at, _)| Flaw::DeadRow(at)));
            flaws.extend(unreached(guide, questions));
        }
        // A walk that was broken off says nothing about what it did not reach.
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }
    // How many questions an advice takes depends on what holds it back: a talk that is waited for asks for its day.
    let lifting = guide.lifting();
    let with_days = guide.duties.iter().filter(|(_, duty)| duty.day.is_some()).map(|(at, _)| at).collect();
    let slice = Slice::holding(guide, &[Way::Report]).and(Slice { duties: with_days, ..Slice::default() });
    let walked = walk(
        guide,
        slice,
        whole(),
        |_| {},
        |frontier, asked| {
            let days = appointments(guide, &conclude(guide, lifting, frontier)).len();
            survey.most_questions = survey.most_questions.max(asked.map_or(0, |asked| asked + days));
        },
    );
    if walked.is_err() {
        flaws.push(Flaw::TooManyStates);
    }

    flaws.extend(missing.into_iter().map(Flaw::MissingRow));
    if survey.most_questions > MOST_QUESTIONS {
        flaws.push(Flaw::TooManyQuestions(survey.most_questions));
    }
    flaws.sort();
    flaws.dedup();
    (survey, flaws)
}

/// Every combination of findings that the weighing document's own guards can meet.
fn states_before_the_weighing(guide: &Guide) -> Vec<Frontier> {
    let weighing =
        guide.questions.iter().filter(|(at, _)| *at >= guide.weighing).map(|(_, question)| question);
    let read: Vec<_> = weighing.flat_map(guards).fold(Set::EMPTY, Set::or).iter().take(16).collect();
    let subsets = 0u64..(1u64 << read.len());
    subsets
        .map(|subset| {
            let members = read.iter().enumerate().filter(|(bit, _)| subset & (1u64 << bit) != 0);
            let state = Effects { records: members.map(|(_, at)| *at).collect(), ..Effects::default() };
            Frontier::at_the_weighing(guide, state)
        })
        .collect()
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
                flaws.push(Flaw::DeadQuestion(at))
            }
            _ => {}
        }
    }
    flaws
}
