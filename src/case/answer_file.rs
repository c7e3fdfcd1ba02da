//! One answer file: for which profession, on which date, and what was answered.
//!
//! Knows the shape of the file. What an id means is for `fit` to say.

use std::ops::Range;

use jiff::civil::Date;

use crate::content::nearest::nearest;
use crate::model::problem::{Code, Problem};
use crate::ui::lang::Lang;
use crate::ui::messages::{answers as say, case};

use super::node::{Node, Value};
use super::{json, seal, toml_text};

/// The version of the shape of answer files.
pub const SCHEMA: i64 = 1;
/// Larger files are not answers to ten questions.
pub const LARGEST: u64 = 256 * 1024;

/// What an answer file says, before it meets a guide.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AnswerFile {
    /// The profession, if the file names one.
    pub profession: Option<(String, Range<usize>)>,
    /// The reference date, if the file names one.
    pub date: Option<(Date, Range<usize>)>,
    /// Every answer: question, place of the question, value.
    pub answers: Vec<Entry>,
    /// The name of an exercise.
    pub id: Option<String>,
    /// What an exercise expects, as it is written: key, place of the key, value.
    pub expect: Vec<Entry>,
    /// What an exercise tells besides, as it is written: its story, what else is right, what comes later.
    pub told: Vec<Entry>,
    /// The exercise that somebody answered here.
    pub exercise: Option<(String, Range<usize>)>,
    /// Who answered it, under a name that is nobody's.
    pub participant: Option<(String, Range<usize>)>,
    /// Which phase of the exercise was answered; the first when the file does not say.
    pub phase: Option<(usize, Range<usize>)>,
    /// What a case or a receipt keeps beside its answers, as it is written. Only in a file that is whole.
    pub record: Vec<Entry>,
}

/// A key, its place, and its value.
pub type Entry = (String, Range<usize>, Node);

/// Reads an answer file. Text that begins with a brace is JSON; everything else is TOML.
///
/// # Errors
/// Every problem of its shape.
pub fn read(file: &str, text: &str, lang: Lang) -> Result<AnswerFile, Vec<Problem>> {
    if text.trim().is_empty() {
        let problem = Problem::at(Code::Shape, file, None, say::EMPTY_FILE.to(lang));
        return Err(vec![problem.help(say::EXAMPLE.to(lang))]);
    }
    // A file that is cut off is told to be so, and not that it is no TOML.
    if seal::begins_with_one(text) && !seal::is_whole(text) {
        return Err(vec![torn(file, lang)]);
    }
    let is_json = text.trim_start().starts_with(['{', '[']) && !looks_like_toml_table(text);
    let document =
        if is_json { json::read(file, text, 0..text.len())? } else { toml_text::read(file, text)? };
    let found = Reading { file, whole: None, lang, problems: Vec::new() }.document(document)?;
    if found.record.is_empty() || seal::is_whole(text) { Ok(found) } else { Err(vec![torn(file, lang)]) }
}

fn torn(file: &str, lang: Lang) -> Problem {
    Problem::at(Code::Torn, file, None, case::TORN.to(lang)).help(case::TORN_HELP.to(lang))
}

/// Reads one line of a file in JSON Lines. Places are those in the file as a whole.
///
/// # Errors
/// Every problem of its shape.
pub fn read_line(file: &str, text: &str, line: Range<usize>, lang: Lang) -> Result<AnswerFile, Vec<Problem>> {
    let document = json::read(file, text, line.clone())?;
    Reading { file, whole: Some(line), lang, problems: Vec::new() }.document(document)
}

/// `[answers]` at the beginning is a TOML heading, not a JSON list.
fn looks_like_toml_table(text: &str) -> bool {
    let first = text.trim_start().lines().next().unwrap_or_default().trim();
    first.starts_with("[answers]") || first.starts_with("[expect]")
}

struct Reading<'a> {
    file: &'a str,
    /// Where the answers stand, when the file holds more than these.
    whole: Option<Range<usize>>,
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn document(self, document: Node) -> Result<AnswerFile, Vec<Problem>> {
        let Value::Table(entries) = document.value else {
            let says = say::not_a_table(self.lang);
            let problem = Problem::at(Code::Shape, self.file, Some(document.place), says);
            return Err(vec![problem.help(say::EXAMPLE.to(self.lang))]);
        };
        self.top(entries)
    }

    fn bad(&mut self, place: Range<usize>, says: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::at(Code::BadAnswer, self.file, Some(place), says).help(help));
    }

    fn top(mut self, entries: Vec<Entry>) -> Result<AnswerFile, Vec<Problem>> {
        const KEYS: [&str; 21] = [
            "schema",
            "profession",
            "date",
            "answers",
            "expect",
            "id",
            "title",
            "vignette",
            "goal",
            "source",
            "difficulty",
            "acceptable",
            "never",
            "feedback",
            "phase",
            "exercise",
            "participant",
            "digest",
            "result",
            "stamp",
            "decision",
        ];
        let mut found = AnswerFile::default();
        let (mut schema, mut answered) = (false, false);
        let mut seen: Vec<String> = Vec::new();
        for (key, place, node) in entries {
            if seen.contains(&key) {
                self.bad(place.clone(), say::twice(self.lang, &key), say::ONCE.to(self.lang));
            }
            seen.push(key.clone());
            match (key.as_str(), node.value) {
                ("schema", Value::Whole(SCHEMA)) => schema = true,
                ("schema", _) => {
                    schema = true;
                    self.bad(node.place, say::other_schema(self.lang, SCHEMA), say::EXAMPLE.to(self.lang));
                }
                ("profession", Value::Text(name)) => found.profession = Some((name, node.place)),
                ("date", Value::Day(date)) => found.date = Some((date, node.place)),
                ("date", Value::Text(text)) => match day(&text) {
                    Some(date) => found.date = Some((date, node.place)),
                    None => {
                        self.bad(node.place, say::not_a_day(self.lang, &text), say::DAY_HELP.to(self.lang));
                    }
                },
                ("answers", Value::Table(answers)) => {
                    answered = true;
                    found.answers = answers;
                }
                // An exercise is an answer file with more in it. What it tells and expects is for others to
                // use and to judge; here it changes nothing.
                ("expect", Value::Table(expect)) => found.expect = expect,
                ("id", Value::Text(id)) => found.id = Some(id),
                ("title" | "vignette" | "goal" | "source" | "difficulty", value @ Value::Text(_))
                | ("acceptable" | "never" | "feedback" | "phase", value @ Value::List(_)) => {
                    found.told.push((key, place, Node { place: node.place, value }));
                }
                // Somebody's answers to an exercise.
                ("exercise", Value::Text(id)) => found.exercise = Some((id, node.place)),
                ("participant", Value::Text(name)) => found.participant = Some((name, node.place)),
                ("phase", Value::Whole(number)) => match usize::try_from(number) {
                    Ok(number @ 1..) => found.phase = Some((number, node.place)),
                    _ => {
                        self.bad(node.place, say::no_phase(self.lang, number), say::PHASE_HELP.to(self.lang));
                    }
                },
                // A case or a receipt is an answer file too.
                (seal::KEY | "result" | "stamp" | "decision", value) => {
                    let value = Node { place: node.place, value };
                    found.record.push((key, place, value));
                }
                (
                    "profession" | "date" | "answers" | "expect" | "id" | "title" | "vignette" | "goal"
                    | "source" | "difficulty" | "acceptable" | "never" | "feedback" | "phase" | "exercise"
                    | "participant",
                    _,
                ) => {
                    self.bad(node.place, say::wrong_type(self.lang, &key), say::EXAMPLE.to(self.lang));
                }
                _ => {
                    let help = nearest(&key, KEYS).map(|near| say::did_you_mean(self.lang, near));
                    let help = help.unwrap_or_else(|| say::EXAMPLE.to(self.lang).to_owned());
                    self.bad(place, say::unknown_key(self.lang, &key), help);
                }
            }
        }
        self.doubles(&found.answers);
        if !schema {
            let problem =
                Problem::at(Code::Schema, self.file, self.whole.clone(), say::no_schema(self.lang, SCHEMA));
            self.problems.push(problem.help(say::EXAMPLE.to(self.lang)));
        }
        if !answered {
            let problem =
                Problem::at(Code::Shape, self.file, self.whole.clone(), say::NO_ANSWERS.to(self.lang));
            self.problems.push(problem.help(say::EXAMPLE.to(self.lang)));
        }
        if self.problems.is_empty() { Ok(found) } else { Err(self.problems) }
    }

    fn doubles(&mut self, answers: &[Entry]) {
        for (index, (question, place, _)) in answers.iter().enumerate() {
            if answers.iter().take(index).any(|(earlier, ..)| earlier == question) {
                self.bad(place.clone(), say::twice(self.lang, question), say::ONCE.to(self.lang));
            }
        }
    }
}

/// A day written as 2026-11-22.
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}
