//! Every walk through a guide, not a sample: the whole answer space, projected on what a question about it reads.
//!
//! Effects are sets that only grow, and routing reads answers and guard findings alone. So a projection that keeps
//! the guards and what is asked about is exact, and small enough to enumerate.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::advice::Row;
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

/// What a projection keeps, beside the conclusions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slice {
    /// Findings that are kept.
    pub findings: Set<Finding>,
    /// Duties of which is kept whether they are imposed, done or excused.
    pub duties: Set<Duty>,
}

impl Slice {
    /// What routing reads: the guards of questions and choices.
    #[must_use]
    pub fn routing(guide: &Guide) -> Self {
        let questions = guide.questions.iter().map(|(_, question)| question);
        let guards =
            questions.flat_map(|q| std::iter::once(q.guard).chain(q.choices.iter().map(|c| c.guard)));
        Self { findings: guards.map(Guard::reads).fold(Set::EMPTY, Set::or), duties: Set::EMPTY }
    }

    /// What decisions wait for: duties that hold something back, and findings that lift them.
    #[must_use]
    pub fn holding(guide: &Guide) -> Self {
        let holds =
            guide.duties.iter().filter(|(_, duty)| duty.before.iter().any(|before| before.holds().is_some()));
        Self { findings: guide.lifting(), duties: holds.map(|(at, _)| at).collect() }
    }

    /// Both slices together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { findings: self.findings.or(other.findings), duties: self.duties.or(other.duties) }
    }

    fn keep(self, state: Effects) -> Effects {
        Effects {
            records: state.records.and(self.findings),
            draws: state.draws,
            imposes: state.imposes.and(self.duties),
            fulfils: state.fulfils.and(self.duties),
            excuses: state.excuses.and(self.duties),
            raises: Urgency::AsAgreed,
        }
    }
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
    let put = |frontier: Frontier,
               asked: Asked,
               layers: &mut BTreeMap<_, HashMap<_, _>>,
               ends: &mut HashMap<_, _>| {
        let frontier = frontier.map(|state| slice.keep(state));
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
        let answers = distinct_answers(guide, slice, question);
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
fn distinct_answers(guide: &Guide, slice: Slice, at: Ref<Question>) -> Vec<Given> {
    let question = guide.questions.get(at);
    if question.kind != Kind::Many {
        return (0..question.choices.len()).map(Given::One).collect();
    }
    let mut classes: Vec<(Effects, Guard, usize)> = Vec::new();
    let mut answers = Vec::new();
    for (index, choice) in question.choices.iter().enumerate() {
        let effects = slice.keep(choice.effects);
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
    let routing = Slice::routing(guide);

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
    match walk(guide, routing, starts, |_| {}, |frontier, _| note_missing(frontier, &mut missing)) {
        Ok(states) => survey.weighing_states = states,
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }

    let mut rows = Set::EMPTY.with(guide.acute);
    let mut questions = Set::EMPTY;
    // How many questions an advice takes depends on what holds it back: a held talk asks for its day.
    let slice = routing.and(Slice::holding(guide));
    let lifting = guide.lifting();
    let walked = walk(
        guide,
        routing,
        vec![Frontier::start(guide)],
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
        Ok(states) => survey.routing_states = states,
        Err(TooManyStates) => flaws.push(Flaw::TooManyStates),
    }
    let _ = walk(
        guide,
        slice,
        vec![Frontier::start(guide)],
        |_| {},
        |frontier, asked| {
            let days = appointments(guide, &conclude(guide, lifting, frontier)).len();
            survey.most_questions = survey.most_questions.max(asked.map_or(0, |asked| asked + days));
        },
    );

    flaws.extend(missing.into_iter().map(Flaw::MissingRow));
    flaws.extend(guide.rows.iter().filter(|(at, _)| !rows.has(*at)).map(|(at, _)| Flaw::DeadRow(at)));
    flaws.extend(unreached(guide, questions));
    if survey.most_questions > MOST_QUESTIONS {
        flaws.push(Flaw::TooManyQuestions(survey.most_questions));
    }
    flaws.sort();
    (survey, flaws)
}

/// Every combination of findings that the weighing document's own guards can meet.
fn states_before_the_weighing(guide: &Guide) -> Vec<Frontier> {
    let weighing =
        guide.questions.iter().filter(|(at, _)| *at >= guide.weighing).map(|(_, question)| question);
    let guards = weighing.flat_map(|q| std::iter::once(q.guard).chain(q.choices.iter().map(|c| c.guard)));
    let read: Vec<_> = guards.map(Guard::reads).fold(Set::EMPTY, Set::or).iter().take(16).collect();
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
