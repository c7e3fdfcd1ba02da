//! A set of answers as it is saved: as a case, to be resumed, or as a receipt, to be replayed.
//!
//! Knows how answers of a guide are written as ids and days, so that they are read back as the same answers. A case is
//! TOML and a receipt is JSON; both have the keys of an answer file, and can be used as one.

use jiff::civil::Date;
use serde_json::{Map, Value as Json, json};

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::outcome::Outcome;
use crate::engine::proven::Proven;
use crate::model::decision::Decision;
use crate::model::guide::Guide;
use crate::model::stamp::Stamp;
use crate::ui::messages::case as say;

use super::answer_file::{Entry, SCHEMA};
use super::node::{Node, Value};
use super::record::{Record, list, quoted};
use super::seal;

/// Answers to be saved, with what they come to.
#[derive(Debug, Clone, Copy)]
pub struct Saved<'a> {
    /// The guide.
    pub proven: &'a Proven,
    /// The answers, also those off the path.
    pub answers: &'a Answers,
    /// Answers of another norm that the guide has no question for: kept as they were written.
    pub aside: &'a [Entry],
    /// What people decided.
    pub decision: Option<&'a Decision>,
}

impl Saved<'_> {
    /// The text of a case file.
    #[must_use]
    pub fn case(&self) -> String {
        let guide = self.proven.guide();
        let (nl, en) = (say::HEAD.nl, say::HEAD.en);
        let mut body = format!("# {nl}\n# {en}\nschema = {SCHEMA}\n");
        body.push_str(&format!("profession = {}\n", quoted(guide.profession.id.as_str())));
        body.push_str(&format!("date = {}\n\n[answers]\n", guide.date));
        for (id, given) in self.given() {
            body.push_str(&format!("{id} = {given}\n"));
        }
        body.push_str(&self.record().toml());
        seal::toml(&body)
    }

    /// The text of a receipt.
    #[must_use]
    pub fn receipt(&self) -> String {
        let guide = self.proven.guide();
        let mut object = Map::new();
        let mut put = |key: &str, value: Json| object.insert(key.to_owned(), value);
        put("schema", json!(SCHEMA));
        put("profession", json!(guide.profession.id.as_str()));
        put("date", json!(guide.date.to_string()));
        put("answers", Json::Object(answers(guide, self.answers)));
        for (key, value) in self.record().json() {
            put(key, value);
        }
        seal::json(object)
    }

    fn record(&self) -> Record {
        let guide = self.proven.guide();
        let outcome = Outcome::of(&evaluate(self.proven, self.answers));
        Record { outcome, stamp: Stamp::of(guide), decision: self.decision.cloned() }
    }

    /// The answers as TOML writes them, in the order of the walk; those of another norm last.
    fn given(&self) -> Vec<(String, String)> {
        let guide = self.proven.guide();
        let written = |value: &Json| match value {
            Json::String(text) => text.parse::<Date>().map_or_else(|_| quoted(text), |day| day.to_string()),
            many => {
                let names = many.as_array().into_iter().flatten().filter_map(Json::as_str);
                list(&names.map(str::to_owned).collect::<Vec<_>>())
            }
        };
        let ours = answers(guide, self.answers).into_iter().map(|(id, value)| (id, written(&value)));
        let aside = self.aside.iter().map(|(id, _, node)| (id.clone(), as_written(node)));
        ours.chain(aside).collect()
    }
}

/// The answers to a guide by their names, as an answer file has them, in the order of the walk.
#[must_use]
pub fn answers(guide: &Guide, answers: &Answers) -> Map<String, Json> {
    let written = guide.questions.iter().filter_map(|(at, question)| {
        let given = answers.get(at)?;
        let mut chosen = given.choices().filter_map(|index| question.choices.get(index));
        let value = match given {
            Given::One(_) => json!(chosen.next()?.id.as_str()),
            Given::Many(_) => json!(chosen.map(|choice| choice.id.as_str()).collect::<Vec<_>>()),
            Given::Day(date) => json!(date.to_string()),
        };
        Some((question.id.to_string(), value))
    });
    written.collect()
}

/// A value as it was written.
fn as_written(node: &Node) -> String {
    let text = |node: &Node| match &node.value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    match &node.value {
        Value::List(items) => list(&items.iter().map(text).collect::<Vec<_>>()),
        Value::Day(date) => date.to_string(),
        _ => quoted(&text(node)),
    }
}
