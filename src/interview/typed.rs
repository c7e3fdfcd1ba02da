//! What a typed line means at a question: one pure function for every way of typing.
//!
//! Knows the order in which a line is read, so that nothing can mean two things:
//! 1. a whole command word is that command, always;
//! 2. then the choices that are shown: number, id, label, beginning;
//! 3. a single letter is a command only where it fits no choice.
//!
//! Refuses to guess, and refuses to take silence for an answer.

use crate::interview::choosing::{Named, by_name, in_full};
use crate::interview::command::{Command, by_letter, by_word};
use crate::interview::day::{self, TypedDay};
use crate::interview::prompt::{Form, Prompt, Reply};
use crate::interview::unclear::Unclear;
use crate::model::spelling::fold;

/// What a typed line means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// An answer, or a wish for the conversation.
    Reply(Reply),
    /// A request for the list of commands.
    Help,
}

/// How near a word must be to a name to be offered as what was meant (1.0 is equal).
const NEAR: f64 = 0.75;

/// Reads one typed line as a reply to the question.
///
/// # Errors
/// When the line is no answer; the reason says what would be one.
pub fn hear(line: &str, prompt: &Prompt) -> Result<Heard, Unclear> {
    let line = line.trim();
    if line.is_empty() {
        return Err(Unclear::Nothing);
    }
    // What a terminal sends for an arrow, where lines are read.
    if line.contains('\u{1b}') {
        return Err(Unclear::Arrow);
    }
    if let Some(command) = by_word(&line.to_lowercase()) {
        return Ok(heard(command));
    }
    let answer = match prompt.form {
        Form::One => one(line, prompt).map(Reply::One),
        Form::OneOrWord => one_or_word(line, prompt),
        Form::Many => many(line, prompt).map(Reply::Many),
        Form::Day { from } => on_day(line, from),
    };
    match answer {
        Ok(reply) => Ok(Heard::Reply(reply)),
        // Only what fits no choice at all can be the letter of a command.
        Err(unclear @ (Unclear::Unknown { .. } | Unclear::NotADay { .. })) => {
            by_letter(&line.to_lowercase(), prompt.lang).map(heard).ok_or(unclear)
        }
        Err(unclear) => Err(unclear),
    }
}

/// Whether these choices can be given together; used for ticked choices too.
///
/// # Errors
/// When nothing was chosen, or a choice that excludes all others is not alone.
pub fn together(mut chosen: Vec<usize>, prompt: &Prompt) -> Result<Vec<usize>, Unclear> {
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Unclear::Nothing);
    }
    let loner = chosen.iter().find(|index| prompt.options.get(**index).is_some_and(|shown| shown.alone));
    match loner {
        Some(choice) if chosen.len() > 1 => Err(Unclear::Alone { choice: *choice }),
        _ => Ok(chosen),
    }
}

fn heard(command: Command) -> Heard {
    match command {
        Command::Wish(wish) => Heard::Reply(Reply::Wish(wish)),
        Command::Help => Heard::Help,
    }
}

fn one(line: &str, prompt: &Prompt) -> Result<usize, Unclear> {
    match settle(by_name(line, &prompt.options), line, prompt) {
        Err(unclear @ Unclear::Unknown { .. }) => match several(line, prompt) {
            Ok(chosen) => match chosen.as_slice() {
                [only] => Ok(*only),
                _ => Err(Unclear::OnlyOne),
            },
            Err(_) => Err(unclear),
        },
        settled => settled,
    }
}

/// A word that names no option is the reader's own. A letter that could be a command still is one.
fn one_or_word(line: &str, prompt: &Prompt) -> Result<Reply, Unclear> {
    match one(line, prompt) {
        Err(Unclear::Unknown { .. }) if line.chars().nth(1).is_some() => Ok(Reply::Word(line.to_owned())),
        settled => settled.map(Reply::One),
    }
}

fn many(line: &str, prompt: &Prompt) -> Result<Vec<usize>, Unclear> {
    // The whole line first: a label may itself contain a comma or "en".
    let chosen = match settle(by_name(line, &prompt.options), line, prompt) {
        Ok(index) => vec![index],
        Err(Unclear::Unknown { .. }) => several(line, prompt)?,
        Err(unclear) => return Err(unclear),
    };
    together(chosen, prompt)
}

/// Several choices in one line, rising and each once.
fn several(line: &str, prompt: &Prompt) -> Result<Vec<usize>, Unclear> {
    let commas = line.replace([';', '&', '+'], ",").replace(" en ", ",").replace(" and ", ",");
    let mut chosen = Vec::new();
    for piece in commas.split(',').map(str::trim).filter(|p| !p.is_empty()) {
        match settle(by_name(piece, &prompt.options), piece, prompt) {
            Ok(index) => chosen.push(index),
            // Between spaces only numbers and full names count: in "geen collega" a beginning
            // would turn "no colleague" into "a colleague".
            Err(Unclear::Unknown { .. }) if piece.contains(char::is_whitespace) => {
                for word in piece.split_whitespace() {
                    chosen.push(settle(in_full(word, &prompt.options), word, prompt)?);
                }
            }
            Err(unclear) => return Err(unclear),
        }
    }
    if chosen.is_empty() {
        return Err(unknown(line, prompt));
    }
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}

fn settle(named: Named, said: &str, prompt: &Prompt) -> Result<usize, Unclear> {
    match named {
        Named::Choice(index) => Ok(index),
        Named::Several(choices) => Err(Unclear::Ambiguous { said: said.to_owned(), choices }),
        Named::NoSuchNumber => Err(Unclear::NoSuchNumber { said: said.to_owned() }),
        Named::Nothing => Err(unknown(said, prompt)),
    }
}

fn unknown(said: &str, prompt: &Prompt) -> Unclear {
    let folded = fold(said);
    let nearest = prompt
        .options
        .iter()
        .flat_map(|shown| [&shown.id, &shown.short])
        .map(|name| (strsim::normalized_damerau_levenshtein(&fold(name), &folded), name))
        .filter(|(near, _)| *near >= NEAR)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, name)| name.clone());
    Unclear::Unknown { said: said.to_owned(), nearest }
}

fn on_day(line: &str, from: jiff::civil::Date) -> Result<Reply, Unclear> {
    let said = line.to_owned();
    match day::read(line, from) {
        TypedDay::On(date) => Ok(Reply::Day(date)),
        TypedDay::Unknown => Ok(Reply::DayUnknown),
        TypedDay::TooEarly => Err(Unclear::TooEarly { said }),
        TypedDay::NotADay => Err(Unclear::NotADay { said }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::prompt::Wish;
    use crate::interview::sample::prompt;
    use crate::ui::lang::Lang;
    use jiff::civil::date;

    fn wie(form: Form) -> Prompt {
        prompt(
            form,
            &[
                ("kind-tot-12", "Kind tot 12 jaar"),
                ("ongeboren", "Ongeboren kind"),
                ("volwassene", "Volwassene"),
                ("geen-van-deze", "Geen van deze"),
            ],
        )
    }

    fn reply(line: &str, prompt: &Prompt) -> Reply {
        match hear(line, prompt) {
            Ok(Heard::Reply(reply)) => reply,
            other => panic!("`{line}` gave {other:?}"),
        }
    }

    #[test]
    fn an_empty_line_is_never_an_answer() {
        for form in [Form::One, Form::Many, Form::Day { from: date(2026, 11, 22) }] {
            for line in ["", "   ", "\t"] {
                assert_eq!(hear(line, &wie(form)), Err(Unclear::Nothing));
            }
        }
    }

    #[test]
    fn an_arrow_where_lines_are_read_is_told_and_answers_nothing() {
        for line in ["\u{1b}[B", "\u{1b}OB", "1\u{1b}[A"] {
            assert_eq!(hear(line, &wie(Form::One)), Err(Unclear::Arrow));
        }
    }

    #[test]
    fn a_command_word_is_always_the_command_even_if_a_choice_has_that_name() {
        let taken = prompt(Form::One, &[("stop", "Stop"), ("terug", "Terug"), ("nood", "Nood")]);
        assert_eq!(reply("stop", &taken), Reply::Wish(Wish::Stop));
        assert_eq!(reply("TERUG", &taken), Reply::Wish(Wish::Back));
        assert_eq!(reply("nood", &taken), Reply::Wish(Wish::Emergency));
        assert_eq!(reply("3", &taken), Reply::One(2));
    }

    #[test]
    fn commands_work_at_every_form_of_question() {
        for form in [Form::One, Form::Many, Form::Day { from: date(2026, 11, 22) }] {
            for (line, wish) in [
                ("terug", Wish::Back),
                ("back", Wish::Back),
                ("uitleg", Wish::Explain),
                ("?", Wish::Explain),
                ("Overzicht", Wish::Overview),
                ("112", Wish::Emergency),
                ("emergency", Wish::Emergency),
                ("stop", Wish::Stop),
                ("t", Wish::Back),
                ("u", Wish::Explain),
            ] {
                assert_eq!(reply(line, &wie(form)), Reply::Wish(wish), "{line}");
            }
            assert_eq!(hear("help", &wie(form)), Ok(Heard::Help));
        }
    }

    #[test]
    fn a_letter_that_begins_a_choice_is_the_choice_and_not_the_command() {
        assert_eq!(reply("o", &wie(Form::One)), Reply::One(1));
        assert_eq!(reply("o", &wie(Form::Many)), Reply::Many(vec![1]));
        let without = prompt(Form::One, &[("ja", "Ja"), ("nee", "Nee")]);
        assert_eq!(reply("o", &without), Reply::Wish(Wish::Overview));
    }

    #[test]
    fn a_letter_that_begins_two_choices_is_neither_them_nor_a_command() {
        let two = prompt(Form::One, &[("ouders", "Ouders"), ("oma", "Oma")]);
        assert_eq!(hear("o", &two), Err(Unclear::Ambiguous { said: "o".into(), choices: vec![0, 1] }));
    }

    #[test]
    fn the_letters_of_the_screens_language_are_the_ones_that_work() {
        let mut english = prompt(Form::One, &[("ja", "Yes"), ("nee", "No")]);
        english.lang = Lang::En;
        assert_eq!(reply("b", &english), Reply::Wish(Wish::Back));
        assert_eq!(reply("e", &english), Reply::Wish(Wish::Explain));
        assert!(hear("t", &english).is_err());
    }

    #[test]
    fn several_answers_are_read_in_many_spellings() {
        let question = wie(Form::Many);
        for line in [
            "1 3",
            "1,3",
            "3, 1",
            "1 en 3",
            "1;3",
            "1 & 3",
            "3 1 3",
            "kind-tot-12 volwassene",
            "k, v",
            "Kind tot 12 jaar, volw",
        ] {
            assert_eq!(reply(line, &question), Reply::Many(vec![0, 2]), "{line}");
        }
        assert_eq!(reply("2", &question), Reply::Many(vec![1]));
    }

    #[test]
    fn a_label_with_a_comma_or_en_is_one_answer() {
        let question = prompt(Form::Many, &[("keel", "Keel, wapen en dood"), ("wapen", "Wapen thuis")]);
        assert_eq!(reply("keel, wapen en dood", &question), Reply::Many(vec![0]));
    }

    #[test]
    fn a_range_is_not_read_as_two_numbers() {
        assert!(matches!(hear("1-3", &wie(Form::Many)), Err(Unclear::Unknown { .. })));
        assert!(matches!(hear("1 - 3", &wie(Form::Many)), Err(Unclear::Unknown { .. })));
    }

    #[test]
    fn one_wrong_part_makes_the_whole_line_unclear() {
        assert!(matches!(hear("1, 9", &wie(Form::Many)), Err(Unclear::NoSuchNumber { .. })));
        assert!(matches!(hear("1, zzz", &wie(Form::Many)), Err(Unclear::Unknown { .. })));
    }

    #[test]
    fn words_in_a_sentence_are_not_picked_out_by_their_beginnings() {
        let question = prompt(Form::Many, &[("collega", "Collega geraadpleegd"), ("niets", "Niets")]);
        assert!(matches!(hear("geen collega", &question), Err(Unclear::Unknown { .. })));
        assert!(matches!(hear("niet coll", &question), Err(Unclear::Unknown { .. })));
    }

    #[test]
    fn a_choice_that_excludes_the_others_is_refused_together_with_them() {
        let question = wie(Form::Many);
        assert_eq!(hear("1,4", &question), Err(Unclear::Alone { choice: 3 }));
        assert_eq!(reply("4", &question), Reply::Many(vec![3]));
        assert_eq!(reply("geen", &question), Reply::Many(vec![3]));
    }

    #[test]
    fn several_answers_to_a_question_for_one_are_refused() {
        assert_eq!(hear("1 3", &wie(Form::One)), Err(Unclear::OnlyOne));
        assert_eq!(reply("1,", &wie(Form::One)), Reply::One(0));
    }

    #[test]
    fn a_near_miss_is_answered_with_what_was_probably_meant() {
        assert_eq!(
            hear("volwasene", &wie(Form::One)),
            Err(Unclear::Unknown { said: "volwasene".into(), nearest: Some("Volwassene".into()) })
        );
    }

    #[test]
    fn a_day_is_read_and_an_unknown_day_can_be_said() {
        let question = wie(Form::Day { from: date(2026, 11, 22) });
        assert_eq!(reply("25-11", &question), Reply::Day(date(2026, 11, 25)));
        assert_eq!(reply("0", &question), Reply::DayUnknown);
        assert!(matches!(hear("21-11", &question), Err(Unclear::TooEarly { .. })));
        assert!(matches!(hear("ooit", &question), Err(Unclear::NotADay { .. })));
    }
}
