//! What a class came to: for each situation who came out how, what was answered how often, and where people part.
//!
//! Pure: counts what was judged before. Knows people by the name they chose for this. Refuses to rank them, and to add up
//! what they got right: a situation that came out otherwise is a reason to talk, whatever the others were.

use std::collections::BTreeMap;

use crate::model::advice::Advice;

use super::agreement::{Share, divides_most};
use super::alpha::alpha;
use super::ending::Ending;
use super::judge::{Judged, Verdict};

/// A word of the guide, with what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The word, as in files.
    pub id: String,
    /// What it means, for people.
    pub says: String,
}

/// A question that was asked in a situation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posed {
    /// The question.
    pub label: Label,
    /// Whether more than one choice can be made.
    pub many: bool,
    /// Its choices.
    pub choices: Vec<Label>,
    /// What the model chose; nothing when its way does not come there.
    pub model: Option<Vec<String>>,
}

/// The first wrong turn of somebody, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The question.
    pub question: Label,
    /// What was answered; nothing when it was left open.
    pub given: Vec<Label>,
    /// What the model answers; nothing when its way does not come there.
    pub model: Vec<Label>,
    /// What the trainer says to that answer.
    pub feedback: Vec<String>,
    /// The norm that decides it.
    pub norm: String,
}

/// One answered situation.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    /// Who, under a name that is nobody's.
    pub participant: String,
    /// The file.
    pub file: String,
    /// The line, in a file with a set on each line.
    pub line: Option<usize>,
    /// How it came out beside what was expected.
    pub judged: Judged,
    /// How it ended.
    pub ending: Ending,
    /// The outlook, as a result has it.
    pub outlook: &'static str,
    /// Both decisions, as a result has them.
    pub decided: Advice,
    /// What was asked and answered, in the order of the walk: the question, and its choices.
    pub path: Vec<(String, Vec<String>)>,
    /// The first wrong turn; nothing when it came out right.
    pub wrong: Option<Wrong>,
}

/// One situation: a phase of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The name of the exercise.
    pub exercise: String,
    /// The phase, counted from one.
    pub phase: usize,
    /// So many phases the exercise has.
    pub phases: usize,
    /// Its title.
    pub title: String,
    /// How the model's way ended.
    pub ending: Ending,
    /// Every question that it can ask, in the order of the walk.
    pub posed: Vec<Posed>,
}

/// How often one choice was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The choice.
    pub label: Label,
    /// So many people.
    pub count: usize,
    /// Whether the model makes it too.
    pub model: bool,
}

/// How a question was answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The question.
    pub label: Label,
    /// Whether more than one choice can be made.
    pub many: bool,
    /// So many people answered it.
    pub people: usize,
    /// Whether the model answers it too.
    pub in_model: bool,
    /// Every choice that somebody made, or the model.
    pub chosen: Vec<Chosen>,
    /// Pairs of people that gave the same answer; nothing with fewer than two.
    pub agreement: Option<Share>,
    /// Alpha over the choices of a question with several answers, where that says something.
    pub alpha: Option<f64>,
}

/// A first wrong turn, and who had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The turn.
    pub wrong: Wrong,
    /// Who, in the order of their names.
    pub who: Vec<String>,
}

/// One situation as the class answered it.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The situation.
    pub situation: Situation,
    /// Everybody's, in the order of their names.
    pub graded: Vec<Graded>,
    /// Every question that somebody answered, in the order of the walk.
    pub asked: Vec<Asked>,
    /// Pairs of people for whom it ended the same way.
    pub endings: Option<Share>,
    /// First wrong turns, the most frequent first, then in the order of the walk.
    pub turned: Vec<Turned>,
}

/// A whole class.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// Every participant, by name.
    pub participants: Vec<String>,
    /// Every situation that somebody answered, in the order of exercises and phases.
    pub rounds: Vec<Round>,
}

impl Round {
    /// A situation with everybody who answered it.
    #[must_use]
    pub fn of(situation: Situation, mut graded: Vec<Graded>) -> Self {
        graded.sort_by(|one, other| one.participant.cmp(&other.participant));
        let asked = situation.posed.iter().filter_map(|posed| Asked::of(posed, &graded)).collect();
        let endings = Share::of(&graded.iter().map(|one| one.ending).collect::<Vec<_>>());
        let turned = turned(&situation, &graded);
        Self { situation, graded, asked, endings, turned }
    }

    /// The question that divides people most; nothing where nobody differs.
    #[must_use]
    pub fn divides_most(&self) -> Option<&Asked> {
        let shares: Vec<_> = self.asked.iter().map(|asked| asked.agreement).collect();
        self.asked.get(divides_most(&shares)?)
    }

    /// So many came out this way.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.graded.iter().filter(|one| one.judged.verdict == verdict).count()
    }
}

impl Asked {
    fn of(posed: &Posed, graded: &[Graded]) -> Option<Self> {
        let given: Vec<&Vec<String>> = graded.iter().filter_map(|one| one.answer(&posed.label.id)).collect();
        if given.is_empty() {
            return None;
        }
        let made = |id: &String| given.iter().filter(|given| given.contains(id)).count();
        let in_model = |id: &String| posed.model.iter().flatten().any(|chosen| chosen == id);
        let chosen = posed.choices.iter().map(|label| Chosen {
            label: label.clone(),
            count: made(&label.id),
            model: in_model(&label.id),
        });
        let ticked = |label: &Label| given.iter().map(|given| given.contains(&label.id)).collect();
        let units: Vec<Vec<bool>> = posed.choices.iter().map(ticked).collect();
        Some(Self {
            label: posed.label.clone(),
            many: posed.many,
            people: given.len(),
            in_model: posed.model.is_some(),
            chosen: chosen.filter(|one| one.count > 0 || one.model).collect(),
            agreement: Share::of(&given),
            alpha: if posed.many { alpha(&units) } else { None },
        })
    }
}

impl Graded {
    /// What was answered to a question on the way.
    fn answer(&self, question: &str) -> Option<&Vec<String>> {
        self.path.iter().find(|(asked, _)| asked == question).map(|(_, given)| given)
    }
}

fn turned(situation: &Situation, graded: &[Graded]) -> Vec<Turned> {
    let mut all: Vec<Turned> = Vec::new();
    for one in graded {
        let Some(wrong) = &one.wrong else { continue };
        match all.iter_mut().find(|known| known.wrong == *wrong) {
            Some(known) => known.who.push(one.participant.clone()),
            None => all.push(Turned { wrong: wrong.clone(), who: vec![one.participant.clone()] }),
        }
    }
    let place =
        |turned: &Turned| situation.posed.iter().position(|posed| posed.label.id == turned.wrong.question.id);
    all.sort_by(|one, other| other.who.len().cmp(&one.who.len()).then(place(one).cmp(&place(other))));
    all
}

impl Class {
    /// A class from its situations; those that nobody answered are left out.
    #[must_use]
    pub fn of(rounds: Vec<Round>) -> Self {
        let rounds: Vec<Round> = rounds.into_iter().filter(|round| !round.graded.is_empty()).collect();
        let mut participants: Vec<String> = Vec::new();
        participants.extend(rounds.iter().flat_map(|round| &round.graded).map(|one| one.participant.clone()));
        participants.sort();
        participants.dedup();
        Self { participants, rounds }
    }

    /// So many came out this way, over all situations.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rounds.iter().map(|round| round.count(verdict)).sum()
    }

    /// Whether somebody came out otherwise than is right.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.rounds.iter().flat_map(|round| &round.graded).any(|one| !one.judged.verdict.is_right())
    }

    /// How often a way that should end like this ended like that: the model's ending, then the participant's.
    #[must_use]
    pub fn confusion(&self) -> BTreeMap<(Ending, Ending), usize> {
        let mut counts = BTreeMap::new();
        for round in &self.rounds {
            for one in &round.graded {
                *counts.entry((round.situation.ending, one.ending)).or_default() += 1;
            }
        }
        counts
    }

    /// Alpha for how it ended, with situations as units; nothing where that says nothing.
    #[must_use]
    pub fn alpha(&self) -> Option<f64> {
        let endings = |round: &Round| round.graded.iter().map(|one| one.ending).collect();
        alpha(&self.rounds.iter().map(endings).collect::<Vec<Vec<_>>>())
    }

    /// Alpha for each question with one answer, with situations as units, in the order of the walk; only where that
    /// says something.
    #[must_use]
    pub fn alphas(&self) -> Vec<(&Label, f64)> {
        let mut questions: Vec<&Label> = Vec::new();
        for asked in self.rounds.iter().flat_map(|round| &round.asked).filter(|asked| !asked.many) {
            if !questions.iter().any(|known| known.id == asked.label.id) {
                questions.push(&asked.label);
            }
        }
        let over = |label: &Label| {
            let given = |round: &Round| {
                round.graded.iter().filter_map(|one| one.answer(&label.id)).cloned().collect()
            };
            alpha(&self.rounds.iter().map(given).collect::<Vec<Vec<_>>>())
        };
        questions.into_iter().filter_map(|label| Some((label, over(label)?))).collect()
    }
}
