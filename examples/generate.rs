//! Answer sets for measuring and for comparing: every line is a legal set, drawn by walking a guide.
//!
//! `cargo run --release --example generate -- 1000000 leraar huisarts@2018-06-01 > sets.jsonl`
//!
//! The same arguments always give the same lines, on every machine. A first argument such as `1000000:7` draws others.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use jiff::civil::{Date, date};
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::conclude::Outlook;
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::proven::Proven;
use meldcode::model::question::{Choice, Kind, Question, Target};
use meldcode::model::register::Ref;

/// The date of a profession without one.
const DATE: Date = date(2026, 11, 22);

/// Numbers that look random and are the same on every run: splitmix64.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(most.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let many = words.next().unwrap_or_else(|| "1000".to_owned());
    let (many, seed) = many.split_once(':').unwrap_or((&many, "1"));
    let (many, mut draw): (usize, _) = (many.parse()?, Draw(seed.parse()?));
    let library = Library::read(&Store::embedded(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let mut guides = Vec::new();
    for word in words {
        let (profession, day) = word.split_once('@').unwrap_or((&word, ""));
        let day = if day.is_empty() { DATE } else { day.parse()? };
        let proven = prove(&library, profession, day).map_err(|why| format!("{word}: {why:?}"))?;
        guides.push((profession.to_owned(), day, proven));
    }
    if guides.is_empty() {
        let proven = prove(&library, "leraar", DATE).map_err(|why| format!("{why:?}"))?;
        guides.push(("leraar".to_owned(), DATE, proven));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..many {
        let at = draw.below(guides.len());
        let Some((profession, day, proven)) = guides.get(at) else { continue };
        let said = said(proven, &walk(proven, &mut draw));
        writeln!(
            out,
            "{{\"schema\":1,\"profession\":\"{profession}\",\"date\":\"{day}\",\"answers\":{{{said}}}}}"
        )?;
    }
    out.flush()?;
    Ok(())
}

/// Answers to every question that is asked, one after the other; now and then the walk stops before the end.
fn walk(proven: &Proven, draw: &mut Draw) -> Answers {
    let mut answers = Answers::none(proven.guide());
    loop {
        let evaluation = evaluate(proven, &answers);
        let findings = evaluation.concluded.state.records;
        let (question, stop) = match evaluation.outlook() {
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
