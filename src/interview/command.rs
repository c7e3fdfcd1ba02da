//! The words and letters that ask for something other than an answer.
//!
//! Knows the words in both languages and the letters of each. Refuses to decide whether a letter
//! is a command or a choice at some question: that is `typed`.

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
const WORDS: [(&str, Command); 13] = [
    ("terug", Command::Wish(Wish::Back)),
    ("back", Command::Wish(Wish::Back)),
    ("uitleg", Command::Wish(Wish::Explain)),
    ("explain", Command::Wish(Wish::Explain)),
    ("?", Command::Wish(Wish::Explain)),
    ("overzicht", Command::Wish(Wish::Overview)),
    ("overview", Command::Wish(Wish::Overview)),
    ("112", Command::Wish(Wish::Emergency)),
    ("nood", Command::Wish(Wish::Emergency)),
    ("emergency", Command::Wish(Wish::Emergency)),
    ("stop", Command::Wish(Wish::Stop)),
    ("stoppen", Command::Wish(Wish::Stop)),
    ("help", Command::Help),
];

/// The command that this whole word names. Such a word is never an answer.
#[must_use]
pub fn by_word(word: &str) -> Option<Command> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, command)| *command)
}

/// The command that this letter names in the language of the screen, where no choice claims it.
#[must_use]
pub fn by_letter(letter: &str, lang: Lang) -> Option<Command> {
    let wish = match (lang, letter) {
        (Lang::Nl, "t") | (Lang::En, "b") => Wish::Back,
        (Lang::Nl, "u") | (Lang::En, "e") => Wish::Explain,
        (_, "o") => Wish::Overview,
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
    fn a_letter_of_the_other_language_is_not_a_command() {
        assert_eq!(by_letter("b", Lang::Nl), None);
        assert_eq!(by_letter("t", Lang::En), None);
    }
}
