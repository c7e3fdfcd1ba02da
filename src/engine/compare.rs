//! Two guides beside each other: which answers lead to something else, with one example of each kind.
//!
//! Both walk the same answers, by name: names mean the same in every norm. Every way through the weighing is walked,
//! with what comes after it; of the steps the answers that most cases give, and every other answer one at a time. So
//! what differs only when two answers in the steps are out of the ordinary together is not looked for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::advice::Advice;
use crate::model::guide::Guide;
use crate::model::property::OutlookWord;
use crate::model::question::{Kind, Question};
use crate::model::register::{Keyed, Set};

use super::answers::{Answers, Given};
use super::evaluate::{Evaluation, evaluate};
use super::outlook::Outlook;
use super::proven::Proven;

/// Answers by name.
pub type Said = BTreeMap<String, Vec<String>>;

/// What one guide makes of a set of answers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Side {
    /// The outlook.
    pub outlook: OutlookWord,
    /// The two decisions of the advice, or of the direction.
    pub advice: Option<Advice>,
    /// Duties that hold the decision back.
    pub holds: BTreeSet<String>,
    /// Duties that are still open, whether or not something waits for them.
    pub open: BTreeSet<String>,
    /// What it points to, in one sentence; the name of the question when one is open.
    pub says: String,
}

/// One kind of difference.
#[derive(Debug, Clone)]
pub struct Difference {
    /// What the first guide says.
    pub one: Side,
    /// What the other says.
    pub other: Side,
    /// The shortest of the answer sets that show it.
    pub example: Said,
    /// How many answer sets show it.
    pub sets: usize,
}

impl Side {
    fn result(&self) -> Outcome {
        (self.outlook, self.advice, self.holds.clone())
    }
}

impl Difference {
    /// Whether both come to the same decision, and differ only in what they ask for besides.
    #[must_use]
    pub fn decides_the_same(&self) -> bool {
        self.one.result() == self.other.result()
    }
}

/// Everything that differs.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Answer sets that were compared.
    pub compared: usize,
    /// Every kind of difference, what most answer sets show first.
    pub differences: Vec<Difference>,
    /// Answers that only one of the guides knows. What the other makes of them is not compared: it still asks.
    pub unknown: Vec<Unknown>,
}

/// An answer that one of the guides does not know, though it asks the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// Which of the two does not know it.
    pub to: Which,
    /// The question.
    pub question: String,
    /// What was answered.
    pub choices: Vec<String>,
    /// How many answer sets have it.
    pub sets: usize,
}

/// One of the two guides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Which {
    /// The first.
    One,
    /// The other.
    Other,
}

/// What two guides make of the same answers.
#[must_use]
pub fn compare(one: &Proven, other: &Proven) -> Comparison {
    let mut walk = Walk {
        one,
        other,
        main: BTreeSet::new(),
        compared: 0,
        found: BTreeMap::new(),
        unknown: BTreeMap::new(),
    };
    walk.main = walk.most_cases();
    walk.go(&mut Said::new(), false);
    let mut differences: Vec<Difference> = walk.found.into_values().collect();
    differences.sort_by_key(|found| (Reverse(found.sets), found.decides_the_same(), found.example.len()));
    let unknown = walk.unknown.into_iter();
    let unknown = unknown.map(|((to, question, choices), sets)| Unknown { to, question, choices, sets });
    let mut unknown: Vec<Unknown> = unknown.collect();
    unknown.sort_by_key(|one| (one.to, Reverse(one.sets)));
    Comparison { compared: walk.compared, differences, unknown }
}

struct Walk<'g> {
    one: &'g Proven,
    other: &'g Proven,
    /// Questions that most cases meet: one answer out of the ordinary is enough.
    main: BTreeSet<String>,
    compared: usize,
    found: BTreeMap<Sort, Difference>,
    unknown: BTreeMap<(Which, String, Vec<String>), usize>,
}

/// What makes two differences one kind: the two results, and where those are the same, what only one of them asks for.
type Sort = (Outcome, Outcome, Option<(BTreeSet<String>, BTreeSet<String>)>);

/// A result without its words.
type Outcome = (OutlookWord, Option<Advice>, BTreeSet<String>);

/// An answer that can be given, and whether most cases give another.
struct Possible {
    choices: Vec<String>,
    rare: bool,
}

impl Walk<'_> {
    /// The questions of the steps that are met when every answer is that of most cases.
    fn most_cases(&self) -> BTreeSet<String> {
        let mut said = Said::new();
        let mut met = BTreeSet::new();
        while let Some(question) = self.open(&said).filter(|id| self.in_steps(id)) {
            let options = self.options(&question, &said);
            let Some(usual) = options.into_iter().find(|option| !option.rare) else { break };
            said.insert(question.clone(), usual.choices);
            met.insert(question);
        }
        met
    }

    fn go(&mut self, said: &mut Said, rare: bool) {
        if let Some(question) = self.open(said) {
            let once = self.main.contains(&question);
            for option in self.options(&question, said) {
                if once && rare && option.rare {
                    continue;
                }
                said.insert(question.clone(), option.choices);
                self.go(said, rare || (once && option.rare));
                said.remove(&question);
            }
            return;
        }
        let (one, other) = (self.evaluate(self.one, said), self.evaluate(self.other, said));
        let later = [&one, &other].map(later);
        self.note(side(&one), side(&other), said);
        for question in later.into_iter().flatten().collect::<BTreeSet<_>>() {
            if said.contains_key(&question) {
                continue;
            }
            for option in self.options(&question, said) {
                said.insert(question.clone(), option.choices);
                self.go(said, rare);
                said.remove(&question);
            }
        }
    }

    fn note(&mut self, one: Side, other: Side, said: &Said) {
        self.compared += 1;
        // Every question was answered: a guide that still asks one does not know the answer.
        let asks = [(Which::One, &one), (Which::Other, &other)];
        let asks = asks.into_iter().filter(|(_, side)| side.outlook == OutlookWord::Ask);
        let unheard: Vec<_> = asks
            .filter_map(|(to, side)| Some((to, side.says.clone(), said.get(&side.says)?.clone())))
            .collect();
        if !unheard.is_empty() {
            for answer in unheard {
                *self.unknown.entry(answer).or_default() += 1;
            }
            return;
        }
        let (left, right) = (one.result(), other.result());
        let same = left == right;
        if same && one.open == other.open {
            return;
        }
        let only = |one: &Side, other: &Side| one.open.difference(&other.open).cloned().collect();
        let asked = same.then(|| (only(&one, &other), only(&other, &one)));
        let fresh = Difference { one, other, example: said.clone(), sets: 0 };
        let known = self.found.entry((left, right, asked)).or_insert_with(|| fresh.clone());
        let sets = known.sets + 1;
        if said.len() < known.example.len() {
            *known = fresh;
        }
        known.sets = sets;
    }

    /// The first question without an answer that either guide asks.
    fn open(&self, said: &Said) -> Option<String> {
        let asks = |proven| {
            let evaluation = self.evaluate(proven, said);
            evaluation.asks().map(|at| evaluation.guide.questions.get(at).id.to_string())
        };
        [asks(self.one), asks(self.other)].into_iter().flatten().find(|id| !said.contains_key(id))
    }

    fn in_steps(&self, id: &str) -> bool {
        [self.one, self.other].iter().any(|proven| {
            let guide = proven.guide();
            guide.questions.find(id).is_some_and(|at| at < guide.weighing)
        })
    }

    /// Every answer to a question that one of the guides offers after these answers.
    fn options(&self, id: &str, said: &Said) -> Vec<Possible> {
        let mut offered: Vec<(String, bool)> = Vec::new();
        let (mut usual, mut kind) = (Vec::new(), Kind::One);
        for proven in [self.one, self.other] {
            let guide = proven.guide();
            let Some(at) = guide.questions.find(id) else { continue };
            let question = guide.questions.get(at);
            kind = question.kind;
            let known = self.evaluate(proven, said).concluded.state.records;
            let open = question.choices.iter().filter(|choice| choice.guard.opens(known));
            for choice in open {
                if !offered.iter().any(|(name, _)| name == choice.id.as_str()) {
                    offered.push((choice.id.to_string(), choice.alone));
                }
            }
            if usual.is_empty() {
                usual = in_most_cases(guide, question);
            }
        }
        usual.retain(|name| offered.iter().any(|(known, _)| known == name));
        if usual.is_empty() {
            usual.extend(offered.first().map(|(name, _)| name.clone()));
        }
        let mut options = vec![Possible { choices: usual.clone(), rare: false }];
        for (name, alone) in &offered {
            let together = |name: &String| offered.iter().any(|(known, alone)| known == name && !alone);
            let mut choices = match kind {
                Kind::Many if !alone => usual.iter().filter(|name| together(name)).cloned().collect(),
                _ => Vec::new(),
            };
            match choices.iter().position(|known| known == name) {
                Some(at) => _ = choices.remove(at),
                None => choices.push(name.clone()),
            }
            if !choices.is_empty() && choices != usual {
                options.push(Possible { choices, rare: true });
            }
        }
        options
    }

    fn evaluate<'p>(&self, proven: &'p Proven, said: &Said) -> Evaluation<'p> {
        evaluate(proven, &answers(proven.guide(), said))
    }
}

/// What most cases answer: what settles the duties that stand from the start, or else the first usual answer.
fn in_most_cases(guide: &Guide, question: &Question) -> Vec<String> {
    let asked = guide.duties_from_the_start();
    let settles = question.choices.iter().filter(|choice| !choice.effects.fulfils.and(asked).is_empty());
    let settling: Vec<String> = settles.map(|choice| choice.id.to_string()).collect();
    if question.kind == Kind::Many && !settling.is_empty() {
        return settling;
    }
    let at = guide.questions.find(question.id.as_str());
    let usual = at.and_then(|at| guide.common.get(&at)).and_then(|list| list.first());
    let usual = usual.and_then(|index| question.choices.get(*index));
    usual.map(|choice| choice.id.to_string()).into_iter().collect()
}

/// The answers as a guide takes them. What it does not know is left out.
fn answers(guide: &Guide, said: &Said) -> Answers {
    let mut answers = Answers::none(guide);
    for (id, names) in said {
        let Some(at) = guide.questions.find(id) else { continue };
        let question = guide.questions.get(at);
        let chosen = names
            .iter()
            .filter_map(|name| question.choices.iter().position(|choice| choice.id.as_str() == name));
        let chosen: Vec<usize> = chosen.collect();
        match (question.kind, chosen.as_slice()) {
            (Kind::Date, _) | (_, []) => {}
            (Kind::One, [first, ..]) => answers.set(at, Given::One(*first)),
            (Kind::Many, _) => answers.set(at, Given::many(chosen)),
        }
    }
    answers
}

fn later(evaluation: &Evaluation<'_>) -> Option<String> {
    match evaluation.outlook() {
        Outlook::Advise { next: Some(next), .. } => {
            Some(evaluation.guide.questions.get(next.question).id.to_string())
        }
        _ => None,
    }
}

fn side(evaluation: &Evaluation<'_>) -> Side {
    let guide = evaluation.guide;
    let outlook = evaluation.outlook();
    let says = match outlook {
        Outlook::Leave(door) => guide.doors.get(*door).says.clone(),
        Outlook::Ask(at) => guide.questions.get(*at).id.to_string(),
        _ => outlook.row().map(|row| guide.rows.get(row).says.clone()).unwrap_or_default(),
    };
    let names = |set: Set<_>| set.iter().map(|at| guide.duties.get(at).id().to_string()).collect();
    let concluded = &evaluation.concluded;
    // What is open while nothing is decided differs with every question; only a result asks for something.
    let settled = matches!(outlook, Outlook::Advise { .. } | Outlook::NotYet(_));
    let open = if settled { names(concluded.open) } else { BTreeSet::new() };
    Side { outlook: outlook.word(), advice: outlook.advice(guide), holds: names(concluded.holds), open, says }
}
