//! What a case and a receipt keep beside the answers: the result, what it rests on, and what people decided.
//!
//! Knows how it is written in TOML and in JSON, and reads both alike. Refuses what is not a word of a closed list:
//! a name or a free text has no place here.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::engine::outcome::{Outcome, Part};
use crate::model::advice::{Advice, Help, Report};
use crate::model::decision::{Advised, Decision, Ground};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::property::OutlookWord;
use crate::model::stamp::{Stamp, Stamped};
use crate::ui::lang::Lang;
use crate::ui::messages::case as say;

use super::answer_file::{AnswerFile, Entry, day};
use super::node::{Node, Value};

/// The keys of a record in a file.
pub const KEYS: [&str; 3] = ["result", "stamp", "decision"];

/// What is kept beside the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The result, in words.
    pub outcome: Outcome,
    /// What it rests on.
    pub stamp: Stamp,
    /// What people decided, if they did.
    pub decision: Option<Decision>,
}

impl Record {
    /// The tables of a case file.
    #[must_use]
    pub fn toml(&self) -> String {
        let mut text = String::from("\n[result]\n");
        for (part, words) in self.outcome.parts() {
            let value = match words {
                [one] if !part.is_list() => quoted(one),
                many => list(many),
            };
            text.push_str(&format!("{} = {value}\n", part.word()));
        }
        text.push_str(&format!("\n[stamp]\nprogram = {}\n", quoted(&self.stamp.program)));
        text.push_str("\n[stamp.documents]\n");
        for (id, Stamped { published, revision, digest }) in &self.stamp.documents {
            let (id, digest) = (quoted(id), quoted(digest));
            text.push_str(&format!(
                "{id} = {{ published = {published}, revision = {revision}, digest = {digest} }}\n"
            ));
        }
        let Some(Decision { date, report, help, ground, advised }) = &self.decision else { return text };
        let said = |report: Report, help: Help, between: &str| {
            format!("report = {}{between}help = {}", quoted(report.word()), quoted(help.word()))
        };
        text.push_str(&format!("\n[decision]\ndate = {date}\n{}\n", said(*report, *help, "\n")));
        if let Some(ground) = ground {
            text.push_str(&format!("ground = {}\n", quoted(ground.word())));
        }
        let Advised { outlook, advice, row } = advised;
        let then = said(advice.report, advice.help, ", ");
        let (outlook, row) = (quoted(outlook.word()), quoted(row));
        text.push_str(&format!("advised = {{ outlook = {outlook}, {then}, row = {row} }}\n"));
        text
    }

    /// The same for a receipt.
    #[must_use]
    pub fn json(&self) -> Vec<(&'static str, Json)> {
        let said = |(part, words): (Part, &[String])| match words {
            [one] if !part.is_list() => (part.word().to_owned(), json!(one)),
            many => (part.word().to_owned(), json!(many)),
        };
        let result: Map<String, Json> = self.outcome.parts().map(said).collect();
        let documents: Map<String, Json> = self
            .stamp
            .documents
            .iter()
            .map(|(id, one)| {
                let published = one.published.to_string();
                let value = json!({ "published": published, "revision": one.revision, "digest": one.digest });
                (id.clone(), value)
            })
            .collect();
        let stamp = json!({ "program": self.stamp.program, "documents": documents });
        let mut entries = vec![("result", Json::Object(result)), ("stamp", stamp)];
        entries.extend(self.decision.as_ref().map(|decision| ("decision", json!(decision))));
        entries
    }

    /// Reads what a file keeps beside its answers.
    ///
    /// # Errors
    /// Every place that says something else than a record can.
    pub fn read(file: &str, written: &AnswerFile, lang: Lang) -> Result<Self, Vec<Problem>> {
        let mut reading = Reading { file, lang, problems: Vec::new() };
        let table = |name: &str| written.record.iter().find(|(key, ..)| key == name);
        let outcome = table("result").and_then(|(_, _, node)| reading.outcome(node));
        let stamp = table("stamp").and_then(|(_, _, node)| reading.stamp(node));
        let decision = table("decision").and_then(|(_, _, node)| reading.decision(node));
        match (outcome, stamp) {
            (Some(outcome), Some(stamp)) if reading.problems.is_empty() => {
                Ok(Self { outcome, stamp, decision })
            }
            _ if reading.problems.is_empty() => {
                let problem = Problem::at(Code::Torn, file, None, say::NO_CASE.to(lang));
                Err(vec![problem.help(say::NO_CASE_HELP.to(lang))])
            }
            _ => Err(reading.problems),
        }
    }
}

/// A text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Texts as TOML writes them.
pub(super) fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

struct Reading<'a> {
    file: &'a str,
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn bad<T>(&mut self, node: &Node) -> Option<T> {
        let says = say::NOT_OF_A_CASE.to(self.lang);
        let problem = Problem::at(Code::Torn, self.file, Some(node.place.clone()), says);
        self.problems.push(problem.help(say::TORN_HELP.to(self.lang)));
        None
    }

    fn table<'n>(&mut self, node: &'n Node) -> Option<&'n [Entry]> {
        match &node.value {
            Value::Table(entries) => Some(entries),
            _ => self.bad(node),
        }
    }

    /// A value that has to be there.
    fn under<'n>(&mut self, node: &'n Node, key: &str) -> Option<&'n Node> {
        let found = self.table(node)?.iter().find(|(other, ..)| other == key);
        found.map(|(_, _, value)| value).or_else(|| self.bad(node))
    }

    /// A name: of a row, a question or a duty; or a digest.
    fn name(&mut self, node: &Node) -> Option<String> {
        match &node.value {
            Value::Text(text) if Id::parse(text).is_ok() => Some(text.clone()),
            _ => self.bad(node),
        }
    }

    fn day(&mut self, node: &Node) -> Option<Date> {
        let found = match &node.value {
            Value::Day(date) => Some(*date),
            Value::Text(text) => day(text),
            _ => None,
        };
        found.or_else(|| self.bad(node))
    }

    /// A word of a closed list.
    fn word<T: Copy>(&mut self, node: &Node, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
        let Value::Text(text) = &node.value else { return self.bad(node) };
        all.iter().copied().find(|one| word(*one) == text).or_else(|| self.bad(node))
    }

    fn outcome(&mut self, node: &Node) -> Option<Outcome> {
        let mut parts = Vec::new();
        for (key, _, value) in self.table(node)? {
            let Some(part) = Part::ALL.into_iter().find(|part| part.word() == key) else {
                return self.bad(value);
            };
            let words = match &value.value {
                Value::List(items) => items.iter().filter_map(|item| self.name(item)).collect(),
                _ => self.name(value).into_iter().collect(),
            };
            parts.push((part, words));
        }
        Some(Outcome::from_parts(parts))
    }

    fn stamp(&mut self, node: &Node) -> Option<Stamp> {
        let program = self.under(node, "program")?;
        let Value::Text(program) = &program.value else { return self.bad(program) };
        let documents = self.under(node, "documents")?;
        let mut stamp = Stamp { program: program.clone(), documents: BTreeMap::new() };
        for (id, _, value) in self.table(documents)? {
            let published = self.under(value, "published").and_then(|node| self.day(node));
            let digest = self.under(value, "digest").and_then(|node| self.name(node));
            let revision = self.under(value, "revision")?;
            let revision = match revision.value {
                Value::Whole(number) => u32::try_from(number).ok().or_else(|| self.bad(revision)),
                _ => self.bad(revision),
            };
            stamp
                .documents
                .insert(id.clone(), Stamped { published: published?, revision: revision?, digest: digest? });
        }
        Some(stamp)
    }

    fn decision(&mut self, node: &Node) -> Option<Decision> {
        let ground = match self.table(node)?.iter().find(|(key, ..)| key == "ground") {
            Some((_, _, ground)) => Some(self.word(ground, &Ground::ALL, Ground::word)?),
            None => None,
        };
        let date = self.under(node, "date").and_then(|node| self.day(node));
        let Advice { report, help } = self.advice(node)?;
        let advised = self.under(node, "advised")?;
        let outlook = self.under(advised, "outlook");
        let outlook = outlook.and_then(|node| self.word(node, &OutlookWord::ALL, OutlookWord::word));
        let row = self.under(advised, "row").and_then(|node| self.name(node));
        let advised = Advised { outlook: outlook?, advice: self.advice(advised)?, row: row? };
        Some(Decision { date: date?, report, help, ground, advised })
    }

    fn advice(&mut self, node: &Node) -> Option<Advice> {
        let report = self.under(node, "report");
        let report = report.and_then(|node| self.word(node, &Report::ALL, Report::word));
        let help = self.under(node, "help").and_then(|node| self.word(node, &Help::ALL, Help::word));
        Some(Advice { report: report?, help: help? })
    }
}
