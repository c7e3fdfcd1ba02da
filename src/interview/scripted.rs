//! Answers from a script, for tests and training.
//!
//! Knows replies as a person would type them, and keeps what was asked and told. Refuses to make
//! up a reply: where the script has none, the input has ended.

use std::collections::{HashMap, VecDeque};
use std::fmt;

use crate::interview::block;
use crate::interview::prompt::{Broken, Prompt, Prompter, Reply};
use crate::interview::typed::{Heard, hear};
use crate::interview::unclear::Unclear;
use crate::ui::layout::{clean_line, line_width, wrap};

/// One thing that happened in a scripted conversation.
#[derive(Debug, Clone)]
pub enum Event {
    /// This question was put.
    Asked(Prompt),
    /// The script said this, and it was understood.
    Said {
        /// The words of the script.
        words: String,
        /// What they were taken for.
        reply: Reply,
    },
    /// The script said this, and it was no answer.
    Unclear {
        /// The words of the script.
        words: String,
        /// Why.
        why: Unclear,
    },
    /// The script asked for the list of commands.
    Help,
    /// This text was shown.
    Told(String),
}

#[derive(Debug)]
enum Script {
    InOrder(VecDeque<String>),
    ByQuestion(HashMap<String, VecDeque<String>>),
}

/// Answers from a script.
#[derive(Debug)]
pub struct Scripted {
    script: Script,
    events: Vec<Event>,
    menus: bool,
}

impl Scripted {
    /// Gives the replies one after the other, whatever is asked.
    #[must_use]
    pub fn in_order<'a>(replies: impl IntoIterator<Item = &'a str>) -> Self {
        let replies = replies.into_iter().map(str::to_owned).collect();
        Self::new(Script::InOrder(replies))
    }

    /// Gives the replies by the id of the question. An id may come more than once: its replies
    /// are then given one after the other.
    #[must_use]
    pub fn by_question<'a>(replies: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut script: HashMap<String, VecDeque<String>> = HashMap::new();
        for (id, reply) in replies {
            let queue = script.entry(id.to_owned()).or_default();
            queue.push_back(reply.to_owned());
        }
        Self::new(Script::ByQuestion(script))
    }

    fn new(script: Script) -> Self {
        Self { script, events: Vec::new(), menus: false }
    }

    /// The same, in the manner of menus: what a menu cannot hear is put up to choose from.
    #[must_use]
    pub fn as_menus(mut self) -> Self {
        self.menus = true;
        self
    }

    /// Everything that happened, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The ids of the questions that were put, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<&str> {
        self.events
            .iter()
            .filter_map(|event| match event {
                Event::Asked(prompt) => Some(prompt.id.as_str()),
                _ => None,
            })
            .collect()
    }

    /// The texts that were shown between the questions, in order.
    #[must_use]
    pub fn told(&self) -> Vec<&str> {
        self.events
            .iter()
            .filter_map(|event| match event {
                Event::Told(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    /// How many replies of the script were not used.
    #[must_use]
    pub fn left(&self) -> usize {
        match &self.script {
            Script::InOrder(replies) => replies.len(),
            Script::ByQuestion(queues) => queues.values().map(VecDeque::len).sum(),
        }
    }

    fn next(&mut self, id: &str) -> Option<String> {
        match &mut self.script {
            Script::InOrder(replies) => replies.pop_front(),
            Script::ByQuestion(queues) => queues.get_mut(id)?.pop_front(),
        }
    }
}

impl Prompter for Scripted {
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken> {
        self.events.push(Event::Asked(prompt.clone()));
        loop {
            let words = self.next(&prompt.id).ok_or(Broken::EndOfInput)?;
            match hear(&words, prompt) {
                Ok(Heard::Reply(reply)) => {
                    self.events.push(Event::Said { words, reply: reply.clone() });
                    return Ok(reply);
                }
                Ok(Heard::Help) => self.events.push(Event::Help),
                Err(why) => self.events.push(Event::Unclear { words, why }),
            }
        }
    }

    fn tell(&mut self, text: &str) -> Result<(), Broken> {
        self.events.push(Event::Told(text.to_owned()));
        Ok(())
    }

    fn hears_numbers(&self) -> bool {
        !self.menus
    }
}

/// The conversation as a reader of plain lines would have seen it, with the replies behind `>`.
impl fmt::Display for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = line_width(usize::MAX);
        let mut asked = None;
        for event in &self.events {
            match event {
                Event::Asked(prompt) => {
                    asked = Some(prompt);
                    let question = block::question(prompt, width);
                    write!(f, "\n{question}{}", block::choices(prompt, width))?;
                }
                Event::Said { words, reply } => {
                    writeln!(f, "> {}", clean_line(words))?;
                    let echo = asked.and_then(|prompt| block::echo(prompt, reply, width));
                    write!(f, "{}", echo.unwrap_or_default())?;
                }
                Event::Unclear { words, why } => {
                    writeln!(f, "> {}", clean_line(words))?;
                    if let Some(prompt) = asked {
                        writeln!(f, "{}", wrap(&why.words(prompt), width))?;
                    }
                }
                Event::Help => {
                    if let Some(prompt) = asked {
                        write!(f, "> help\n{}", block::commands(prompt.lang, width))?;
                    }
                }
                Event::Told(text) => writeln!(f, "\n{}", wrap(text.trim_end(), width))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::lines::Lines;
    use crate::interview::prompt::Form;
    use crate::interview::sample::prompt;

    fn question(id: &str, form: Form) -> Prompt {
        let mut question = prompt(form, &[("ja", "Ja"), ("nee", "Nee"), ("niets", "Niets")]);
        question.id = id.into();
        question
    }

    #[test]
    fn replies_are_given_in_order() {
        let mut script = Scripted::in_order(["ja", "2"]);
        assert_eq!(script.ask(&question("a", Form::One)).unwrap(), Reply::One(0));
        assert_eq!(script.ask(&question("b", Form::One)).unwrap(), Reply::One(1));
        assert_eq!(script.asked(), ["a", "b"]);
        assert_eq!(script.left(), 0);
    }

    #[test]
    fn replies_are_given_by_question_and_one_after_the_other() {
        let mut script = Scripted::by_question([("b", "1"), ("a", "ja"), ("a", "nee")]);
        assert_eq!(script.ask(&question("a", Form::One)).unwrap(), Reply::One(0));
        assert_eq!(script.ask(&question("a", Form::One)).unwrap(), Reply::One(1));
        assert!(matches!(script.ask(&question("a", Form::One)), Err(Broken::EndOfInput)));
        assert_eq!(script.left(), 1);
    }

    #[test]
    fn a_script_that_runs_out_is_the_end_of_the_input() {
        let mut script = Scripted::in_order(["onzin"]);
        assert!(matches!(script.ask(&question("a", Form::One)), Err(Broken::EndOfInput)));
        assert!(matches!(script.events().last(), Some(Event::Unclear { .. })));
    }

    #[test]
    fn the_transcript_shows_what_was_asked_said_and_told() {
        let mut script = Scripted::in_order(["onzin", "nee"]);
        script.ask(&question("a", Form::One)).unwrap();
        script.tell("Klaar.\n").unwrap();
        let shown = script.to_string();
        assert_eq!(script.told(), ["Klaar.\n"]);
        for part in ["Wat ziet u?", "> onzin\n", "> nee\nUw antwoord: Nee\n", "\nKlaar.\n"] {
            assert!(shown.contains(part), "{shown}");
        }
    }

    #[test]
    fn a_script_and_typed_lines_are_understood_alike() {
        let words = ["ja", "1,2", "j,nee", "niets", "1,3", "t", "o", "112", "?", "n", "ni", "x", ""];
        for form in [Form::One, Form::Many] {
            for said in words {
                let question = question("a", form);
                let scripted = Scripted::in_order([said]).ask(&question);
                let mut output = Vec::new();
                let input = format!("{said}\n");
                let typed = Lines::new(input.as_bytes(), &mut output, 79).ask(&question);
                assert_eq!(scripted.ok(), typed.ok(), "{said}");
            }
        }
    }
}
