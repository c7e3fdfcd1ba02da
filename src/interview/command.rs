//! The words and letters that ask for something other than an answer.
//!
//! Knows the words in both languages and the letters of each. Refuses to decide whether a letter
//! is a command or a choice at some question: that is `typed`.

use crate::interview::choosing::whole_number;
use crate::interview::prompt::Wish;
use crate::ui::lang::Lang;

/// What a command asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Something for the conversation to do.
    Wish(Wish),
    /// The list of these words; the prompter shows it itself.
    Help,
}

/// The words, the same in both languages of the screen: who thinks in English may type English.
const WORDS: [(&str, Command); 23] = [
    ("terug", Command::Wish(Wish::Back)),
    ("back", Command::Wish(Wish::Back)),
    ("uitleg", Command::Wish(Wish::Explain)),
    ("explain", Command::Wish(Wish::Explain)),
    ("?", Command::Wish(Wish::Explain)),
    ("overzicht", Command::Wish(Wish::Overview)),
    ("overview", Command::Wish(Wish::Overview)),
    // Which answer is not known yet: the overview has the numbers.
    ("wijzig", Command::Wish(Wish::Overview)),
    ("change", Command::Wish(Wish::Overview)),
    ("wat nu", Command::Wish(Wish::Now)),
    ("wat nu?", Command::Wish(Wish::Now)),
    ("wat moet ik nu doen", Command::Wish(Wish::Now)),
    ("wat moet ik nu doen?", Command::Wish(Wish::Now)),
    ("what now", Command::Wish(Wish::Now)),
    ("what now?", Command::Wish(Wish::Now)),
    ("what should i do now", Command::Wish(Wish::Now)),
    ("what should i do now?", Command::Wish(Wish::Now)),
    ("112", Command::Wish(Wish::Emergency)),
    ("nood", Command::Wish(Wish::Emergency)),
    ("emergency", Command::Wish(Wish::Emergency)),
    ("stop", Command::Wish(Wish::Stop)),
    ("stoppen", Command::Wish(Wish::Stop)),
    ("help", Command::Help),
];

/// The command that this whole line names. Such a line is never an answer.
#[must_use]
pub fn by_word(line: &str) -> Option<Command> {
    let known = WORDS.iter().find(|(known, _)| *known == line).map(|(_, command)| *command);
    known.or_else(|| change(line))
}

/// `wijzig 3`: a word and the number of an answer.
fn change(line: &str) -> Option<Command> {
    let (word, number) = line.split_once(char::is_whitespace)?;
    let number = whole_number(number.trim())?;
    matches!(word, "wijzig" | "change").then_some(Command::Wish(Wish::Change(number)))
}

/// The command that this letter or short word names in the language of the screen, where no choice
/// claims it: at "is there danger now?", `nu` is the answer.
#[must_use]
pub fn by_letter(letter: &str, lang: Lang) -> Option<Command> {
    let wish = match (lang, letter) {
        (Lang::Nl, "t") | (Lang::En, "b") => Wish::Back,
        (Lang::Nl, "u") | (Lang::En, "e") => Wish::Explain,
        (_, "o") => Wish::Overview,
        (_, "nu" | "now") => Wish::Now,
        _ => return None,
    };
    Some(Command::Wish(wish))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::messages::interview::COMMANDS;

    #[test]
    fn every_wish_has_a_word_in_both_languages() {
        for word in [
            "terug",
            "back",
            "uitleg",
            "explain",
            "overzicht",
            "overview",
            "wijzig 3",
            "change 3",
            "wat nu",
            "what now",
            "112",
            "nood",
            "emergency",
            "stop",
            "help",
        ] {
            assert!(by_word(word).is_some(), "{word}");
        }
    }

    #[test]
    fn every_word_and_letter_in_the_printed_list_is_understood() {
        for row in COMMANDS {
            for lang in [Lang::Nl, Lang::En] {
                let mut names =
                    row.words.to(lang).split(['(', ')', ',']).map(str::trim).filter(|n| !n.is_empty());
                assert!(names.all(|n| by_word(n).or(by_letter(n, lang)).is_some()));
            }
        }
    }

    #[test]
    fn a_change_names_the_number_of_an_answer_and_without_one_shows_the_numbers() {
        assert_eq!(by_word("wijzig 12."), Some(Command::Wish(Wish::Change(12))));
        assert_eq!(by_word("change  3"), Some(Command::Wish(Wish::Change(3))));
        assert_eq!(by_word("wijzig"), Some(Command::Wish(Wish::Overview)));
        for line in ["wijzig drie", "wijzig -3", "wijzig 1,3", "wijziging 3"] {
            assert_eq!(by_word(line), None, "{line}");
        }
    }

    #[test]
    fn a_letter_of_the_other_language_is_not_a_command() {
        assert_eq!(by_letter("b", Lang::Nl), None);
        assert_eq!(by_letter("t", Lang::En), None);
    }
}
