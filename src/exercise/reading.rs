//! Reads what an answer file tells as an exercise, with every problem of its shape at once.
//!
//! Knows what no exercise can do without, and lays the answers of a later phase over those of the one before. Refuses to
//! look at what the answers are.

use std::ops::Range;

use jiff::civil::Date;

use crate::case::answer_file::{AnswerFile, Entry, day};
use crate::case::node::{Node, Value};
use crate::content::nearest::nearest;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::ui::lang::Lang;
use crate::ui::messages::{answers as say, training as words};

use super::difficulty::Difficulty;
use super::written::{FEEDBACK, Head, OTHER, Other, PHASE, Said, Says, Written, WrittenPhase};

/// Reads what an answer file tells as an exercise.
///
/// # Errors
/// Everything that is not written as an exercise is, and everything that none can do without.
pub fn read(file: &str, written: &AnswerFile, lang: Lang) -> Result<Written, Vec<Problem>> {
    let mut reading = Reading { file, lang, problems: Vec::new() };
    let whole = reading.whole(written);
    match whole {
        Some(whole) if reading.problems.is_empty() => Ok(whole),
        _ => Err(reading.problems),
    }
}

/// The other outcomes of the first phase under this key.
///
/// # Errors
/// Everything in them that is not written as it has to be.
pub(super) fn others(
    file: &str,
    written: &AnswerFile,
    key: &str,
    lang: Lang,
) -> Result<Vec<Other>, Vec<Problem>> {
    let mut reading = Reading { file, lang, problems: Vec::new() };
    let found = reading.others(find(&written.told, key));
    if reading.problems.is_empty() { Ok(found) } else { Err(reading.problems) }
}

fn find<'e>(entries: &'e [Entry], key: &str) -> Option<&'e Node> {
    entries.iter().find(|(other, ..)| other == key).map(|(_, _, node)| node)
}

struct Reading<'a> {
    file: &'a str,
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn bad(&mut self, place: Option<&Range<usize>>, says: String, help: String) {
        let code = if place.is_some() { Code::BadAnswer } else { Code::Shape };
        self.problems.push(Problem::at(code, self.file, place.cloned(), says).help(help));
    }

    fn example(&self) -> String {
        words::EXERCISE_HELP.to(self.lang).to_owned()
    }

    /// What an exercise cannot do without.
    fn missing(&mut self, key: &str, place: Option<&Range<usize>>) {
        let (says, help) = (words::missing(self.lang, key), self.example());
        self.bad(place, says, help);
    }

    /// A text that has to be there, and has to say something.
    fn must(&mut self, entries: &[Entry], key: &str, whole: Option<&Range<usize>>) -> Option<Said> {
        let said = find(entries, key).and_then(|node| self.text(key, node));
        if said.is_none() && find(entries, key).is_none() {
            self.missing(key, whole);
        }
        said
    }

    fn vignette(&mut self, told: &[Entry], whole: Option<&Range<usize>>) -> Option<Said> {
        let Said { text, place } = self.must(told, "vignette", whole)?;
        Some(Said { text: unwrapped(&text), place })
    }

    fn text(&mut self, key: &str, node: &Node) -> Option<Said> {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => {
                Some(Said { text: text.trim().to_owned(), place: node.place.clone() })
            }
            Value::Text(_) => {
                self.missing(key, Some(&node.place));
                None
            }
            _ => {
                self.wrong(key, node);
                None
            }
        }
    }

    fn wrong(&mut self, key: &str, node: &Node) {
        let help = self.example();
        self.bad(Some(&node.place), say::wrong_type(self.lang, key), help);
    }

    fn whole(&mut self, written: &AnswerFile) -> Option<Written> {
        let told = &written.told;
        let id = written.id.as_ref().filter(|id| self.is_id(id)).cloned();
        if written.id.is_none() {
            self.missing("id", None);
        }
        let title = self.must(told, "title", None);
        let goal = self.must(told, "goal", None);
        if written.profession.is_none() {
            self.missing("profession", None);
        }
        let difficulty = find(told, "difficulty").and_then(|node| self.difficulty(node));
        let source = find(told, "source").and_then(|node| self.text("source", node));
        let vignette = self.vignette(told, None);
        if written.expect.is_empty() {
            self.missing("expect", None);
        }
        let first = WrittenPhase {
            title: title.clone().map_or_else(String::new, |title| title.text),
            vignette: vignette.clone().unwrap_or(Said { text: String::new(), place: 0..0 }),
            date: written.date.clone(),
            answers: written.answers.clone(),
            expect: written.expect.clone(),
            acceptable: self.others(find(told, "acceptable")),
            never: self.others(find(told, "never")),
            feedback: self.feedback(find(told, "feedback")),
        };
        let mut phases = vec![first];
        for node in self.tables("phase", find(told, "phase")) {
            let before = phases.last().cloned()?;
            phases.extend(self.phase(&node.place, entries(node), &before));
        }
        let profession = written.profession.clone().map(|(text, place)| Said { text, place });
        let (id, title, goal, profession, _) = (id?, title?, goal?, profession?, vignette?);
        let source = source.map(|source| source.text);
        let date = written.date.clone();
        let head = Head { id, title: title.text, goal, difficulty, source, profession, date };
        Some(Written { head, phases })
    }

    fn is_id(&mut self, id: &str) -> bool {
        let is = Id::parse(id).is_ok();
        if !is {
            let help = words::ID_HELP.to(self.lang).to_owned();
            self.bad(None, words::no_id(self.lang, id), help);
        }
        is
    }

    fn difficulty(&mut self, node: &Node) -> Option<Difficulty> {
        let known = Difficulty::ALL.map(Difficulty::word);
        let said = self.text("difficulty", node)?;
        let found = Difficulty::of(&said.text);
        if found.is_none() {
            let near = nearest(&said.text, known).map(|near| say::did_you_mean(self.lang, near));
            let help = near.unwrap_or_else(|| say::one_of(self.lang, &known));
            self.bad(Some(&said.place), words::no_difficulty(self.lang, &said.text), help);
        }
        found
    }

    fn phase(&mut self, place: &Range<usize>, told: &[Entry], before: &WrittenPhase) -> Option<WrittenPhase> {
        self.only(told, &PHASE);
        let title = self.must(told, "title", Some(place));
        let vignette = self.vignette(told, Some(place));
        let date = find(told, "date").and_then(|node| self.day(node));
        let later = self.table("answers", find(told, "answers"));
        self.once(later);
        let mut answers = before.answers.clone();
        answers.retain(|(question, ..)| !later.iter().any(|(other, ..)| other == question));
        answers.extend(later.iter().cloned());
        let expect = self.table("expect", find(told, "expect")).to_vec();
        if expect.is_empty() {
            self.missing("expect", Some(place));
        }
        let acceptable = self.others(find(told, "acceptable"));
        let never = self.others(find(told, "never"));
        let feedback = self.feedback(find(told, "feedback"));
        let date = date.or_else(|| before.date.clone());
        let (title, vignette) = (title?.text, vignette?);
        Some(WrittenPhase { title, vignette, date, answers, expect, acceptable, never, feedback })
    }

    fn day(&mut self, node: &Node) -> Option<(Date, Range<usize>)> {
        let found = match &node.value {
            Value::Day(date) => Some(*date),
            Value::Text(text) => day(text),
            _ => None,
        };
        if found.is_none() {
            let help = say::DAY_HELP.to(self.lang).to_owned();
            self.bad(Some(&node.place), say::wrong_type(self.lang, "date"), help);
        }
        found.map(|date| (date, node.place.clone()))
    }

    fn others(&mut self, node: Option<&Node>) -> Vec<Other> {
        let mut others = Vec::new();
        for node in self.tables("acceptable", node) {
            let [why] = OTHER.map(|key| self.must(entries(node), key, Some(&node.place)));
            let is_word = |(key, ..): &&Entry| !OTHER.contains(&key.as_str());
            let words: Vec<Entry> = entries(node).iter().filter(is_word).cloned().collect();
            if words.is_empty() {
                let help = words::OTHER_HELP.to(self.lang).to_owned();
                self.bad(Some(&node.place), words::NO_OUTCOME.to(self.lang).to_owned(), help);
            }
            others.extend(why.map(|why| Other { place: node.place.clone(), why: why.text, words }));
        }
        others
    }

    fn feedback(&mut self, node: Option<&Node>) -> Vec<Says> {
        let mut feedback = Vec::new();
        for node in self.tables("feedback", node) {
            let told = entries(node);
            self.only(told, &FEEDBACK);
            let [question, choice, says] = FEEDBACK.map(|key| self.must(told, key, Some(&node.place)));
            if let (Some(question), Some(choice), Some(says)) = (question, choice, says) {
                feedback.push(Says { question, choice, says: says.text });
            }
        }
        feedback
    }

    /// Every key is one of these, and stands there once.
    fn only(&mut self, told: &[Entry], known: &[&str]) {
        self.once(told);
        for (key, place, _) in told.iter().filter(|(key, ..)| !known.contains(&key.as_str())) {
            let near = nearest(key, known.iter().copied()).map(|near| say::did_you_mean(self.lang, near));
            let help = near.unwrap_or_else(|| say::one_of(self.lang, known));
            self.bad(Some(place), words::unknown_key(self.lang, key), help);
        }
    }

    fn once(&mut self, told: &[Entry]) {
        for (index, (key, place, _)) in told.iter().enumerate() {
            if told.iter().take(index).any(|(earlier, ..)| earlier == key) {
                let help = say::ONCE.to(self.lang).to_owned();
                self.bad(Some(place), say::twice(self.lang, key), help);
            }
        }
    }

    fn table<'n>(&mut self, key: &str, node: Option<&'n Node>) -> &'n [Entry] {
        match node {
            Some(Node { value: Value::Table(told), .. }) => told,
            Some(other) => {
                self.wrong(key, other);
                &[]
            }
            None => &[],
        }
    }

    /// The tables of a list; anything else in it is a problem.
    fn tables<'n>(&mut self, key: &str, node: Option<&'n Node>) -> Vec<&'n Node> {
        let list = match node {
            Some(Node { value: Value::List(list), .. }) => list.as_slice(),
            Some(other) => {
                self.wrong(key, other);
                &[]
            }
            None => &[],
        };
        let (tables, others): (Vec<_>, Vec<_>) =
            list.iter().partition(|node| matches!(node.value, Value::Table(_)));
        others.into_iter().for_each(|other| self.wrong(key, other));
        tables
    }
}

fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        Value::Table(entries) => entries,
        _ => &[],
    }
}

/// A text without the line ends of its file: a screen or a paper is as wide as it is. A blank line stays.
fn unwrapped(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut ended = true;
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut().filter(|_| !ended && !line.is_empty()) {
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            None if !line.is_empty() => paragraphs.push(line.to_owned()),
            None => {}
        }
        ended = line.is_empty();
    }
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::unwrapped;

    #[test]
    fn lines_of_a_file_become_paragraphs() {
        assert_eq!(unwrapped(" een\nzin. \n\n\nNog een.\n"), "een zin.\n\nNog een.");
        assert_eq!(unwrapped(""), "");
    }
}
