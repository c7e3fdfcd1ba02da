//! The outside world, handed in: streams, today, and the few words of the environment that count.
//!
//! The only place that reads the clock and the environment. Below it a date is a value and a stream is a parameter.

use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use jiff::civil::Date;

use crate::ui::style::Style;

use super::args::Colour;

/// Everything a command may touch.
pub struct World<'a> {
    /// Results.
    pub out: &'a mut (dyn Write + Send),
    /// Dialogue, progress and problems.
    pub err: &'a mut (dyn Write + Send),
    /// Answers from a pipe.
    pub input: &'a mut (dyn Read + Send),
    /// The day.
    pub today: Date,
    /// `MELDCODE_LANG`.
    pub lang: Option<String>,
    /// `MELDCODE_CONTENT`.
    pub content: Option<PathBuf>,
    /// `TERM`.
    pub term: Option<String>,
    /// Whether `NO_COLOR` asks for no colour.
    pub no_colour: bool,
    /// Whether `ACCESSIBLE` asks for lines.
    pub accessible: bool,
    /// Whether results go to a terminal.
    pub out_is_terminal: bool,
    /// How long it has been running, when somebody looks at stderr and may be waiting.
    pub clock: Option<Clock<'a>>,
    /// How many threads this machine runs at once.
    pub cores: usize,
}

/// How long it has been running.
pub type Clock<'a> = &'a (dyn Fn() -> Duration + Sync);

impl World<'_> {
    /// Writes a result.
    ///
    /// # Errors
    /// When the output is closed or full.
    pub fn print(&mut self, text: &str) -> anyhow::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()?;
        Ok(())
    }

    /// Whether results are coloured.
    pub(super) fn style(&self, wanted: Colour) -> Style {
        let dumb = self.term.as_deref() == Some("dumb");
        let colour = match wanted {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => self.out_is_terminal && !self.no_colour && !dumb,
        };
        // `colored` decides for itself unless told; here it is told.
        colored::control::set_override(colour);
        Style { colour }
    }
}

/// The words of the environment that count.
#[derive(Debug, Clone)]
pub struct Environment {
    /// `MELDCODE_LANG`.
    pub lang: Option<String>,
    /// `MELDCODE_CONTENT`.
    pub content: Option<PathBuf>,
    /// `TERM`.
    pub term: Option<String>,
    /// `NO_COLOR`, when it is not empty.
    pub no_colour: bool,
    /// `ACCESSIBLE`, when it is not empty and not 0.
    pub accessible: bool,
}

impl Environment {
    /// Reads the environment.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn read() -> Self {
        let word = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
        Self {
            lang: word("MELDCODE_LANG"),
            content: std::env::var_os("MELDCODE_CONTENT")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from),
            term: word("TERM"),
            no_colour: word("NO_COLOR").is_some(),
            accessible: word("ACCESSIBLE").is_some_and(|value| value != "0"),
        }
    }
}

/// The day on the clock of this machine.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub fn today() -> Date {
    jiff::Zoned::now().date()
}

/// Whether results go to a terminal.
#[must_use]
pub fn out_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether dialogue, progress and problems go to a terminal.
#[must_use]
pub fn err_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// A clock that begins now.
pub fn clock() -> impl Fn() -> Duration + Sync {
    let begun = Instant::now();
    move || begun.elapsed()
}

/// How many threads this machine runs at once.
#[must_use]
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
