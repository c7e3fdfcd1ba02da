//! Legal answer sets, drawn by walking a guide: the same numbers always give the same sets.
//!
//! Knows which questions are asked and what is offered. Refuses to know what anything comes to.

use jiff::civil::{Date, date};
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::evaluate::{Room, evaluate_into};
use meldcode::engine::outlook::Outlook;
use meldcode::engine::proven::Proven;
use meldcode::model::question::{Choice, Kind, Question, Target};
use meldcode::model::register::Ref;

/// Numbers that look random and are the same on every run: splitmix64.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

/// A line with the answers of one walk.
pub(crate) fn line(profession: &str, day: Date, proven: &Proven, draw: &mut Draw) -> String {
    let said = said(proven, &walk(proven, draw));
    format!("{{\"schema\":1,\"profession\":\"{profession}\",\"date\":\"{day}\",\"answers\":{{{said}}}}}")
}

/// Answers to every question that is asked, one after the other; now and then the walk stops before the end.
fn walk(proven: &Proven, draw: &mut Draw) -> Answers {
    let mut answers = Answers::none(proven.guide());
    let mut room = Room::default();
    loop {
        let concluded = evaluate_into(proven, &answers, &mut room);
        let findings = concluded.state.records;
        let (question, stop) = match &concluded.outlook {
            Outlook::Ask(question) => (*question, 40),
            Outlook::Advise { next: Some(next), .. } => (next.question, 2),
            _ => return answers,
        };
        if draw.below(stop) == 0 {
            return answers;
        }
        let asked = proven.guide().questions.get(question);
        let offered: Vec<usize> = (0..)
            .zip(&asked.choices)
            .filter(|(_, one)| one.guard.opens(findings))
            .map(|(at, _)| at)
            .collect();
        match given(asked, &offered, draw) {
            Some(given) => answers.set(question, given),
            None => return answers,
        }
    }
}

fn given(asked: &Question, offered: &[usize], draw: &mut Draw) -> Option<Given> {
    let pick = |draw: &mut Draw| offered.get(draw.below(offered.len())).copied();
    let choice = |at: usize| asked.choices.get(at);
    match asked.kind {
        Kind::Date => Some(Given::Day(date(2026, 12, 1))),
        Kind::One => {
            // A walk that ends at once shows little: most go on.
            let ends = |one: &Choice| matches!(one.to, Some(Target::Emergency(_) | Target::Door(_)));
            let mut chosen = pick(draw)?;
            for _ in 0..4 {
                if choice(chosen).is_some_and(ends) {
                    chosen = pick(draw)?;
                }
            }
            Some(Given::One(chosen))
        }
        Kind::Many => {
            let first = pick(draw)?;
            let mut chosen = vec![first];
            for _ in 0..draw.below(3) {
                chosen.push(pick(draw)?);
            }
            let alone = |at: &usize| choice(*at).is_some_and(|one| one.alone);
            if alone(&first) {
                chosen.truncate(1);
            }
            chosen.retain(|at| *at == first || !alone(at));
            Some(Given::many(chosen))
        }
    }
}

/// The answers as they stand in a line, in the order of the walk.
fn said(proven: &Proven, answers: &Answers) -> String {
    let each = proven.guide().questions.iter().filter_map(|(at, question): (Ref<Question>, _)| {
        let given = answers.get(at)?;
        let ids = given.choices().filter_map(|index| question.choices.get(index));
        let ids: Vec<String> = ids.map(|choice| format!("\"{}\"", choice.id)).collect();
        let value = match given {
            Given::One(_) => ids.concat(),
            Given::Many(_) => format!("[{}]", ids.join(",")),
            Given::Day(day) => format!("\"{day}\""),
        };
        Some(format!("\"{}\":{value}", question.id))
    });
    each.collect::<Vec<_>>().join(",")
}
