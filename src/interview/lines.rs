//! Asks in plain lines: the reference for every other manner of asking.
//!
//! Knows how to read a line safely and to ask until it is an answer. Sends no escape codes, draws
//! nothing twice, and refuses to know whether a person, a screen reader or a pipe is behind it.

use std::io::{BufRead, ErrorKind, Read, Write};

use crate::interview::block;
use crate::interview::prompt::{Broken, Prompt, Prompter, Reply};
use crate::interview::terminal::drop_typed_ahead;
use crate::interview::typed::{Heard, hear};
use crate::interview::unclear::Unclear;
use crate::ui::layout::wrap;

/// A line longer than this is no answer; the rest of it is read and dropped.
const LONGEST: usize = 1000;

/// Asks and reads in plain lines.
#[derive(Debug)]
pub struct Lines<R, W> {
    input: R,
    output: W,
    width: usize,
    introduced: bool,
    at_terminal: bool,
}

impl<R: BufRead, W: Write> Lines<R, W> {
    /// Reads from `input`, writes to `output`, in lines of at most `width` columns.
    pub fn new(input: R, output: W, width: usize) -> Self {
        Self { input, output, width, introduced: false, at_terminal: false }
    }

    /// Says that the input is the terminal on standard input. What was typed before a question
    /// was shown is then dropped: nobody answers a question that they have not seen.
    #[must_use]
    pub fn at_terminal(mut self, at_terminal: bool) -> Self {
        self.at_terminal = at_terminal;
        self
    }

    /// Sets the line width anew, after the window changed.
    pub fn set_width(&mut self, width: usize) {
        self.width = width;
    }
}

impl<R: BufRead, W: Write> Prompter for Lines<R, W> {
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken> {
        if self.at_terminal {
            drop_typed_ahead();
        }
        let introduce = !std::mem::replace(&mut self.introduced, true);
        if introduce {
            let commands = block::commands(prompt.lang, self.width);
            write!(self.output, "\n{commands}")?;
        }
        let question = block::question(prompt, self.width);
        let choices = block::choices(prompt, self.width);
        write!(self.output, "\n{question}{choices}")?;
        loop {
            write!(self.output, "{}", block::request(prompt, self.width))?;
            self.output.flush()?;
            let heard = match read_line(&mut self.input)? {
                Line::Text(text) => hear(&text, prompt),
                Line::Unreadable => Err(Unclear::Unreadable),
                Line::TooLong => Err(Unclear::TooLong),
            };
            match heard {
                Ok(Heard::Reply(reply)) => {
                    if let Some(echo) = block::echo(prompt, &reply, self.width) {
                        write!(self.output, "{echo}")?;
                        self.output.flush()?;
                    }
                    return Ok(reply);
                }
                Ok(Heard::Help) => {
                    write!(self.output, "{}", block::commands(prompt.lang, self.width))?;
                }
                Err(unclear) => {
                    writeln!(self.output, "{}", wrap(&unclear.words(prompt), self.width))?;
                }
            }
        }
    }

    fn tell(&mut self, text: &str) -> Result<(), Broken> {
        writeln!(self.output, "\n{}", wrap(text.trim_end(), self.width))?;
        Ok(self.output.flush()?)
    }
}

/// One line as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Text(String),
    Unreadable,
    TooLong,
}

/// Reads one line, never keeping more than [`LONGEST`] bytes of it.
fn read_line<R: BufRead>(input: &mut R) -> Result<Line, Broken> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    let read = input.by_ref().take(limit).read_until(b'\n', &mut bytes).map_err(broken)?;
    if read == 0 {
        return Err(Broken::EndOfInput);
    }
    if read == LONGEST && !bytes.ends_with(b"\n") {
        // `skip_until` keeps nothing, however long the rest is.
        input.skip_until(b'\n').map_err(broken)?;
        return Ok(Line::TooLong);
    }
    Ok(String::from_utf8(bytes)
        .map_or(Line::Unreadable, |text| Line::Text(text.trim_start_matches('\u{feff}').to_owned())))
}

/// What a failure of the terminal or pipe means for the conversation.
pub(crate) fn broken(error: std::io::Error) -> Broken {
    match error.kind() {
        ErrorKind::Interrupted => Broken::Interrupted,
        ErrorKind::UnexpectedEof => Broken::EndOfInput,
        _ => Broken::Io(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::prompt::{Form, Wish};
    use crate::interview::sample::prompt;
    use crate::ui::lang::Lang;
    use jiff::civil::date;

    const KIND: &[(&str, &str)] = &[
        ("kind-tot-12", "Kind tot 12 jaar"),
        ("volwassene", "Volwassene"),
        ("geen-van-deze", "Geen van deze"),
    ];

    fn asked(input: &[u8], question: &Prompt) -> (Result<Reply, Broken>, String) {
        let mut output = Vec::new();
        let reply = Lines::new(input, &mut output, 60).ask(question);
        (reply, String::from_utf8(output).unwrap())
    }

    #[test]
    fn a_question_is_one_block_and_the_answer_is_repeated_in_words() {
        let (reply, shown) = asked(b"1\n", &prompt(Form::One, KIND));
        assert_eq!(reply.unwrap(), Reply::One(0));
        assert!(
            shown.ends_with(
                "\nStap 1 · vraag 1\nWat ziet u?\n  1  Kind tot 12 jaar\n  2  Volwassene\n  3  \
                 Geen van deze\nUw keuze (1 t/m 3, of `help`):\nUw antwoord: Kind tot 12 jaar\n"
            ),
            "{shown}"
        );
    }

    #[test]
    fn the_commands_are_listed_at_the_first_question_only_and_on_request() {
        let mut output = Vec::new();
        let mut lines = Lines::new(&b"1\n1\nhelp\n1\n"[..], &mut output, 60);
        let question = prompt(Form::One, KIND);
        lines.ask(&question).unwrap();
        lines.ask(&question).unwrap();
        let before_help = String::from_utf8(lines.output.clone()).unwrap();
        lines.ask(&question).unwrap();
        let after_help = String::from_utf8(output).unwrap();
        assert_eq!(before_help.matches("terug (t)").count(), 1);
        assert_eq!(after_help.matches("terug (t)").count(), 2);
    }

    #[test]
    fn an_empty_line_is_asked_again_with_a_hint() {
        let (reply, shown) = asked(b"\n\r\n  \n2\n", &prompt(Form::One, KIND));
        assert_eq!(reply.unwrap(), Reply::One(1));
        assert_eq!(shown.matches("Er is nog geen antwoord").count(), 3);
    }

    #[test]
    fn the_end_of_the_input_is_never_an_answer() {
        for input in [&b""[..], b"\n", b"onzin\n", b"onzin"] {
            let (reply, _) = asked(input, &prompt(Form::One, KIND));
            assert!(matches!(reply, Err(Broken::EndOfInput)), "{input:?}");
        }
    }

    #[test]
    fn a_last_line_without_a_line_end_counts() {
        let (reply, _) = asked(b"volwassene", &prompt(Form::One, KIND));
        assert_eq!(reply.unwrap(), Reply::One(1));
    }

    #[test]
    fn bytes_that_are_no_text_are_an_unclear_answer() {
        let (reply, shown) = asked(b"\xff\xfe1\n1\n", &prompt(Form::One, KIND));
        assert_eq!(reply.unwrap(), Reply::One(0));
        assert!(shown.contains("niet te lezen"));
    }

    #[test]
    fn a_line_without_end_is_bounded_and_the_next_line_is_still_read() {
        let mut input = vec![b'1'; 5_000_000];
        input.extend_from_slice(b"\n2\n");
        let (reply, shown) = asked(&input, &prompt(Form::One, KIND));
        assert_eq!(reply.unwrap(), Reply::One(1));
        assert!(shown.contains("te lang"));
        assert!(shown.len() < 2000);
    }

    #[test]
    fn no_escape_code_reaches_the_output_from_question_or_answer() {
        let mut question = prompt(Form::One, &[("ja", "Ja\u{1b}[2J"), ("nee", "Nee\r\u{9b}H")]);
        question.ask = "Vraag\u{1b}]0;titel\u{7}?".into();
        question.heading = "\u{202e}kop".into();
        let (_, shown) = asked(b"\x1b[A\n\x9b\n\xc2\x9b31m\nj\n", &question);
        assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
        assert!(!shown.contains('\u{202e}'));
    }

    #[test]
    fn a_wrong_answer_says_what_would_help_and_nothing_is_lost() {
        let (reply, shown) = asked(b"volwasene\n9\n1,3\n1,2\n", &prompt(Form::Many, KIND));
        assert_eq!(reply.unwrap(), Reply::Many(vec![0, 1]));
        let shown = shown.replace('\n', " ");
        assert!(shown.contains("Bedoelde u `Volwassene`?"), "{shown}");
        assert!(shown.contains("Kies 1 t/m 3"));
        assert!(shown.contains("kan niet samen"));
    }

    #[test]
    fn a_day_is_repeated_with_its_weekday() {
        let question = prompt(Form::Day { from: date(2026, 11, 22) }, &[]);
        let (reply, shown) = asked(b"25-11\n", &question);
        assert_eq!(reply.unwrap(), Reply::Day(date(2026, 11, 25)));
        assert!(shown.contains("  0  nog niet bekend\n"));
        assert!(shown.contains("Uw antwoord: woensdag 25 november 2026"));
    }

    #[test]
    fn a_wish_is_passed_on() {
        let (reply, _) = asked(b"112\n", &prompt(Form::Many, KIND));
        assert_eq!(reply.unwrap(), Reply::Wish(Wish::Emergency));
    }

    #[test]
    fn an_english_screen_has_no_dutch_words_of_the_program() {
        let mut question = prompt(Form::Many, &[("ja", "Yes"), ("nee", "No")]);
        question.lang = Lang::En;
        question.heading = "Step 1".into();
        question.ask = "Is it?".into();
        let (_, shown) = asked(b"\nhelp\nx\n1\n", &question);
        for dutch in ["keuze", "antwoord", "vraag", "terug", "Typ "] {
            assert!(!shown.contains(dutch), "{dutch}: {shown}");
        }
    }

    #[test]
    fn every_line_fits_a_narrow_screen() {
        let mut output = Vec::new();
        let mut question = prompt(Form::Many, KIND);
        question.ask = "Een lange vraag over wat u ziet, hoort en vermoedt in dit gezin?".into();
        Lines::new(&b"help\n1,3\nzo maar iets dat niet kan\n1 2\n"[..], &mut output, 40)
            .ask(&question)
            .unwrap();
        for line in String::from_utf8(output).unwrap().lines() {
            assert!(crate::ui::layout::columns(line) <= 40, "{line}");
        }
    }
}
