//! The key of an exercise: what is expected of the result, read against one guide.
//!
//! Knows the words that a key may say. What is not known here is a problem with its place, never ignored: a key that
//! is not understood would look like one that was met.

use std::ops::Range;

use crate::case::answer_file::{AnswerFile, Entry};
use crate::case::node::{Node, Value};
use crate::content::nearest::nearest;
use crate::model::advice::{Help, Report};
use crate::model::door::Door;
use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::property::OutlookWord;
use crate::model::question::Question;
use crate::model::register::{Keyed, Ref, Register, Set};
use crate::ui::lang::Lang;
use crate::ui::messages::{answers as say, evaluate as telling};

/// What can be expected, by the word for it.
const KEYS: [&str; 11] = [
    "outlook",
    "report",
    "help",
    "direction",
    "advice",
    "row",
    "duties",
    "holds",
    "door",
    "question",
    "missing",
];
/// The outlooks by their words.
const OUTLOOKS: [(&str, OutlookWord); 5] = [
    ("emergency", OutlookWord::Emergency),
    ("leave", OutlookWord::Leave),
    ("ask", OutlookWord::Ask),
    ("not-yet", OutlookWord::NotYet),
    ("advise", OutlookWord::Advise),
];
/// The first decision by its words.
const REPORTS: [(&str, Report); 5] = [
    ("yes", Report::Yes),
    ("again", Report::Again),
    ("made", Report::Made),
    ("no", Report::No),
    ("undecided", Report::Undecided),
];
/// The second decision by its words.
const HELPS: [(&str, Help); 4] = [
    ("with-veilig-thuis", Help::WithVeiligThuis),
    ("own", Help::Own),
    ("none", Help::None),
    ("undecided", Help::Undecided),
];

/// Both decisions, as far as something is expected of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decisions {
    /// The report.
    pub report: Option<Report>,
    /// The help.
    pub help: Option<Help>,
}

/// One thing that is expected of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// This outlook.
    Outlook(OutlookWord),
    /// This about the report, as the result says it: undecided while nothing is decided.
    Report(Report),
    /// This about help.
    Help(Help),
    /// Where it points, also while it is not decided.
    Direction(Decisions),
    /// Both decisions of the advice.
    Advice(Decisions),
    /// The row of the advice or of the direction, by its name.
    Row(String),
    /// These duties are open; none of them: no duty is open.
    Duties(Set<Duty>),
    /// These duties hold the decision back; none of them: nothing holds it back.
    Holds(Set<Duty>),
    /// This way out.
    Door(Ref<Door>),
    /// This question is open.
    Question(Ref<Question>),
    /// The result still wants an answer to these questions; none of them: it wants no answer.
    Missing(Set<Question>),
}

/// Reads the key of an answer file, if it has one, against the guide that the answers were read with.
///
/// # Errors
/// Every word that a result can never say, with its place and the nearest that it can.
pub fn read(
    file: &str,
    written: &AnswerFile,
    guide: &Guide,
    lang: Lang,
) -> Result<Vec<Expected>, Vec<Problem>> {
    words(file, &written.expect, guide, lang)
}

/// Reads the words of a key, wherever in a file they stand, against the guide that the answers were read with.
///
/// # Errors
/// Every word that a result can never say, with its place and the nearest that it can.
pub fn words(
    file: &str,
    written: &[Entry],
    guide: &Guide,
    lang: Lang,
) -> Result<Vec<Expected>, Vec<Problem>> {
    let mut reading = Reading { file, guide, lang, problems: Vec::new() };
    let mut expected = Vec::new();
    for (index, (key, place, node)) in written.iter().enumerate() {
        if said_before(written, index, key) {
            reading.bad(place, say::twice(lang, key), say::ONCE.to(lang).to_owned());
        }
        expected.extend(reading.entry(key, place, node));
    }
    if reading.problems.is_empty() { Ok(expected) } else { Err(reading.problems) }
}

struct Reading<'a> {
    file: &'a str,
    guide: &'a Guide,
    lang: Lang,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn bad(&mut self, place: &Range<usize>, says: String, help: String) {
        self.problems.push(Problem::at(Code::BadAnswer, self.file, Some(place.clone()), says).help(help));
    }

    fn entry(&mut self, key: &str, place: &Range<usize>, node: &Node) -> Option<Expected> {
        let guide = self.guide;
        match key {
            "outlook" => self.word(key, node, &OUTLOOKS).map(Expected::Outlook),
            "report" => self.word(key, node, &REPORTS).map(Expected::Report),
            "help" => self.word(key, node, &HELPS).map(Expected::Help),
            "direction" => self.decisions(key, node).map(Expected::Direction),
            "advice" => self.decisions(key, node).map(Expected::Advice),
            "row" => {
                let row = self.name(key, node, &guide.rows)?;
                Some(Expected::Row(guide.rows.get(row).id.to_string()))
            }
            "duties" => self.names(key, node, &guide.duties).map(Expected::Duties),
            "holds" => self.names(key, node, &guide.duties).map(Expected::Holds),
            "door" => self.name(key, node, &guide.doors).map(Expected::Door),
            "question" => self.name(key, node, &guide.questions).map(Expected::Question),
            "missing" => self.names(key, node, &guide.questions).map(Expected::Missing),
            _ => {
                self.unknown(key, place, telling::cannot_expect(self.lang, key), &KEYS);
                None
            }
        }
    }

    /// A word that is none of these.
    fn unknown(&mut self, word: &str, place: &Range<usize>, says: String, known: &[&str]) {
        let near = nearest(word, known.iter().copied()).map(|near| say::did_you_mean(self.lang, near));
        let help = near.unwrap_or_else(|| say::one_of(self.lang, known));
        self.bad(place, says, help);
    }

    fn text<'n>(&mut self, key: &str, node: &'n Node, help: &str) -> Option<&'n str> {
        match &node.value {
            Value::Text(text) => Some(text),
            _ => {
                self.bad(&node.place, say::wrong_type(self.lang, key), help.to_owned());
                None
            }
        }
    }

    fn word<T: Copy>(&mut self, key: &str, node: &Node, known: &[(&str, T)]) -> Option<T> {
        let list: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let text = self.text(key, node, &say::one_of(self.lang, &list))?;
        let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown(text, &node.place, telling::never_says(self.lang, key, text), &list);
        }
        found
    }

    fn decisions(&mut self, key: &str, node: &Node) -> Option<Decisions> {
        let Value::Table(entries) = &node.value else {
            let help = telling::DECISIONS_HELP.to(self.lang).to_owned();
            self.bad(&node.place, say::wrong_type(self.lang, key), help);
            return None;
        };
        if entries.is_empty() {
            let help = telling::DECISIONS_HELP.to(self.lang).to_owned();
            self.bad(&node.place, telling::expects_nothing(self.lang, key), help);
        }
        let mut decisions = Decisions::default();
        for (index, (part, place, value)) in entries.iter().enumerate() {
            if said_before(entries, index, part) {
                self.bad(place, say::twice(self.lang, part), say::ONCE.to(self.lang).to_owned());
            }
            match part.as_str() {
                "report" => decisions.report = self.word(part, value, &REPORTS),
                "help" => decisions.help = self.word(part, value, &HELPS),
                _ => self.unknown(part, place, telling::cannot_expect(self.lang, part), &["report", "help"]),
            }
        }
        Some(decisions)
    }

    fn name<T: Keyed>(&mut self, key: &str, node: &Node, register: &Register<T>) -> Option<Ref<T>> {
        let text = self.text(key, node, telling::NAME_HELP.to(self.lang))?;
        let found = register.find(text);
        if found.is_none() {
            let known: Vec<&str> = register.ids().collect();
            self.unknown(text, &node.place, telling::never_says(self.lang, key, text), &known);
        }
        found
    }

    fn names<T: Keyed>(&mut self, key: &str, node: &Node, register: &Register<T>) -> Option<Set<T>> {
        let Value::List(list) = &node.value else {
            let help = telling::NAMES_HELP.to(self.lang).to_owned();
            self.bad(&node.place, say::wrong_type(self.lang, key), help);
            return None;
        };
        let mut set = Set::EMPTY;
        for node in list {
            let Some(at) = self.name(key, node, register) else { continue };
            if set.has(at) {
                let says = say::twice(self.lang, register.get(at).id().as_str());
                self.bad(&node.place, says, say::ONCE.to(self.lang).to_owned());
            }
            set.insert(at);
        }
        Some(set)
    }
}

fn said_before(entries: &[Entry], index: usize, key: &str) -> bool {
    entries.iter().take(index).any(|(earlier, ..)| earlier == key)
}

#[cfg(test)]
mod tests {
    use super::{HELPS, OUTLOOKS, REPORTS};
    use serde_json::json;

    #[test]
    fn the_words_of_a_key_are_the_words_of_a_result() {
        for (word, outlook) in OUTLOOKS {
            assert_eq!(json!(outlook), word);
        }
        for (word, report) in REPORTS {
            assert_eq!(json!(report), word);
        }
        for (word, help) in HELPS {
            assert_eq!(json!(help), word);
        }
    }
}
