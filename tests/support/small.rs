//! Small guides whose effects, guards and duties are drawn at random: what they advise makes no sense, and that is the
//! point. A proof has to be right about them too.
//!
//! Knows how to draw. Refuses to judge.

use std::path::Path;

use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::model::advice::Report;
use meldcode::model::duty::{Before, Duty, Meets, Notice, Place, With};
use meldcode::model::guide::Guide;
use meldcode::model::id::Id;
use meldcode::model::property::{OutlookWord, Property, Words};
use meldcode::model::question::{Choice, Finding, Guard, Kind, Question};
use meldcode::model::register::{Keyed, Names, Register, Set};

/// Numbers that look random and are the same on every run.
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % most
    }

    fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    fn set<T>(&mut self, of: &Register<T>, one_in: u64) -> Set<T> {
        of.iter().filter(|_| self.one_in(one_in)).map(|(at, _)| at).collect()
    }

    fn list<T: Copy>(&mut self, of: &[T], one_in: u64) -> Vec<T> {
        of.iter().copied().filter(|_| self.one_in(one_in)).collect()
    }
}

/// The guide of `tests/faults/base`.
fn base() -> Guide {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/base");
    let (store, problems) = Store::directory(&root).unwrap();
    let library = Library::read(&store, problems).unwrap();
    prove(&library, "voorbeeld", date(2026, 11, 22)).unwrap().guide().clone()
}

fn register<T: Keyed>(items: Vec<T>) -> Register<T> {
    let mut names = Names::default();
    for item in &items {
        names.announce(item.id().clone()).unwrap();
    }
    names.fill(items).unwrap()
}

fn items<T: Clone>(of: &Register<T>) -> Vec<T> {
    of.iter().map(|(_, item)| item.clone()).collect()
}

fn id(name: &str, number: usize) -> Id {
    Id::parse(&format!("{name}-{number}")).unwrap()
}

/// The base with more findings and duties, a doubt more, and other effects, guards and texts. The thinner, the less a
/// choice does.
pub(crate) fn guide(draw: &mut Draw, thin: u64) -> Guide {
    let mut guide = base();
    let mut findings = items(&guide.findings);
    for number in 0..3 {
        let lifts = draw.one_in(3);
        findings.push(Finding { id: id("bevinding", number), meaning: String::new(), lifts });
    }
    guide.findings = register(findings);
    let mut duties = items(&guide.duties);
    for number in 0..3 {
        duties.push(Duty { id: id("plicht", number), ..duties[0].clone() });
    }
    for duty in &mut duties {
        duty.before = draw.list(&[Before::Close, Before::Help, Before::Report, Before::Sending], 2);
        if draw.one_in(3) {
            duty.actions.clear();
        }
    }
    guide.duties = register(duties);
    let mut questions = items(&guide.questions);
    let doubt = questions[4].choices[2].clone();
    if draw.one_in(2) {
        questions[3].choices.push(Choice { readings: vec![0, 1], ..doubt });
    }
    // A doubt early on, whose readings go on alike and differ in what they leave open.
    if draw.one_in(2) {
        questions[1].choices[1].to = None;
        let early = questions[4].choices[2].clone();
        questions[1].choices.push(Choice { readings: vec![0, 1], ..early });
    }
    for (place, question) in questions.iter_mut().enumerate() {
        vary(draw, &guide, (place, thin), question);
    }
    guide.questions = register(questions);
    let mut actions = items(&guide.actions);
    for action in &mut actions {
        action.guard = guard(draw, &guide, 6);
        action.meets = draw.list(&[Meets::Family, Meets::Child], 3).pop();
    }
    guide.actions = register(actions);
    guide
}

/// The same guide with another choice.
pub(crate) fn with_choice(
    guide: &Guide,
    (question, choice): (usize, usize),
    change: impl FnOnce(&mut Choice),
) -> Guide {
    let mut questions = items(&guide.questions);
    change(&mut questions[question].choices[choice]);
    Guide { questions: register(questions), ..guide.clone() }
}

/// The same guide for somebody of whom something is known before the first answer.
pub(crate) fn for_another(draw: &mut Draw, guide: &Guide) -> Guide {
    Guide { given: draw.set(&guide.findings, 8), ..guide.clone() }
}

fn guard(draw: &mut Draw, guide: &Guide, one_in: u64) -> Guard {
    Guard { only_if: draw.set(&guide.findings, one_in), unless: draw.set(&guide.findings, one_in + 2) }
}

fn vary(draw: &mut Draw, guide: &Guide, (place, thin): (usize, u64), question: &mut Question) {
    if place > 0 && place != 3 && draw.one_in(4) {
        question.guard = guard(draw, guide, 6);
    }
    if question.kind == Kind::Many {
        let more = Choice { id: id("keuze", 0), alone: false, ..question.choices[0].clone() };
        question.choices.push(more);
    }
    for choice in &mut question.choices {
        let effects = &mut choice.effects;
        effects.records = draw.set(&guide.findings, thin);
        effects.imposes = draw.set(&guide.duties, thin);
        effects.fulfils = draw.set(&guide.duties, thin);
        effects.excuses = draw.set(&guide.duties, 2 * thin);
    }
    let last = question.choices.len() - 1;
    if question.kind == Kind::Many && draw.one_in(2) {
        question.choices[last].guard = guard(draw, guide, 6);
    }
}

/// A property that says something, though nobody would want to say it.
pub(crate) fn property(draw: &mut Draw, guide: &Guide) -> Property {
    Property {
        given: words(draw, guide),
        unless: draw.one_in(4).then(|| words(draw, guide)),
        require: draw.one_in(2).then(|| words(draw, guide)),
        forbid: draw.one_in(2).then(|| words(draw, guide)),
        ..guide.properties[0].clone()
    }
}

fn words(draw: &mut Draw, guide: &Guide) -> Words {
    let mut words = Words::default();
    for _ in 0..=draw.below(2) {
        match draw.below(12) {
            0 | 1 => {
                words.outlook = draw.list(&[OutlookWord::NotYet, OutlookWord::Advise, OutlookWord::Leave], 2);
            }
            2 | 3 => words.report = draw.list(&[Report::Yes, Report::No, Report::Undecided], 2),
            4 => words.findings = draw.set(&guide.findings, 5),
            5 => words.any_finding = draw.set(&guide.findings, 3),
            6 => words.held_by = draw.set(&guide.duties, 3),
            7 => words.held_by_other_than = Some(draw.set(&guide.duties, 3)),
            8 => words.done = draw.set(&guide.duties, 4),
            9 => words.any_open = draw.set(&guide.duties, 2),
            10 => words.meets = draw.list(&[Meets::Family, Meets::Child], 2),
            _ => match draw.below(3) {
                0 => words.held = Some(draw.one_in(2)),
                1 => words.acts = Some(draw.one_in(2)),
                _ => words.way_out = Some(draw.one_in(2)),
            },
        }
    }
    words
}

/// Notices that look at findings.
pub(crate) fn with_notices(draw: &mut Draw, mut guide: Guide) -> Guide {
    let cite = guide.actions.get(guide.ask_advice).cite.clone();
    let notice = |number| Notice {
        id: id("regel", number),
        place: Place::Mind,
        with: draw.list(&[With::NotYet, With::Report, With::Help, With::Close], 2),
        guard: guard(draw, &guide, 5),
        meets: None,
        text: String::new(),
        cite: cite.clone(),
    };
    guide.notices = (0..2).map(notice).collect();
    guide
}
