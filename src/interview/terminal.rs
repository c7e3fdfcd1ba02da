//! Whether the terminal can carry menus, how large it is, and what waits in its input.
//!
//! Knows facts about the terminal. Refuses to read the environment: `cli::world` hands it in.

use std::io::IsTerminal;

use dialoguer::console::Term;

/// The fewest rows in which a menu can be used.
pub const FEWEST_ROWS: u16 = 10;
/// The fewest columns in which a menu can be used.
pub const FEWEST_COLUMNS: u16 = 40;
/// The line width where there is no window to measure.
pub const USUAL_COLUMNS: u16 = 80;

/// The size of a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Lines from top to bottom.
    pub rows: u16,
    /// Characters from left to right.
    pub columns: u16,
}

/// How the questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Menus with arrow keys.
    Menus,
    /// Plain lines.
    Lines,
    /// Not at all: nobody is there to answer. Answers can come from a file.
    NoTerminal,
}

/// What the choice between menus and lines rests on.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Standard input is a terminal.
    pub input: bool,
    /// Standard error is a terminal.
    pub output: bool,
    /// The value of `TERM`, if set.
    pub term: Option<&'a str>,
    /// `ACCESSIBLE` is set.
    pub accessible: bool,
    /// `--plain` was given.
    pub plain: bool,
    /// The size of the window, if known.
    pub size: Option<Size>,
}

impl<'a> Facts<'a> {
    /// Looks at the streams of this process; what the user set is handed in.
    #[must_use]
    pub fn here(term: Option<&'a str>, accessible: bool, plain: bool) -> Self {
        Self {
            input: std::io::stdin().is_terminal(),
            output: std::io::stderr().is_terminal(),
            term,
            accessible,
            plain,
            size: size(),
        }
    }

    /// How to ask, given these facts.
    #[must_use]
    pub fn manner(&self) -> Manner {
        if self.plain {
            return Manner::Lines;
        }
        // Waiting for keys behind a pipe would hang a script without a word.
        if !self.input || !self.output {
            return Manner::NoTerminal;
        }
        // Windows sets no TERM; elsewhere an absent one promises no cursor control.
        let no_cursor = match self.term {
            None => cfg!(unix),
            Some(term) => matches!(term, "" | "dumb" | "unknown"),
        };
        let roomy = self.size.is_some_and(|size| size.rows >= FEWEST_ROWS && size.columns >= FEWEST_COLUMNS);
        if self.accessible || no_cursor || !roomy { Manner::Lines } else { Manner::Menus }
    }

    /// The columns of the window, or the usual number.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.size.map_or(USUAL_COLUMNS, |size| size.columns).into()
    }
}

/// The size of the window behind standard error, if there is one.
#[must_use]
pub fn size() -> Option<Size> {
    let (rows, columns) = Term::stderr().size_checked()?;
    Some(Size { rows, columns })
}

/// Drops what was typed before the question could be read. A key too many at one question must
/// not answer the next one.
pub fn drop_typed_ahead() {
    #[cfg(unix)]
    {
        use rustix::termios::{QueueSelector, tcflush};
        // Without a terminal there is nothing typed ahead, so a failure changes nothing.
        let _ = tcflush(std::io::stdin(), QueueSelector::IFlush);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: Facts<'static> = Facts {
        input: true,
        output: true,
        term: Some("xterm-256color"),
        accessible: false,
        plain: false,
        size: Some(Size { rows: 24, columns: 80 }),
    };

    #[test]
    fn a_roomy_terminal_gets_menus() {
        assert_eq!(GOOD.manner(), Manner::Menus);
    }

    #[test]
    fn a_pipe_on_either_side_gets_no_questions() {
        assert_eq!(Facts { input: false, ..GOOD }.manner(), Manner::NoTerminal);
        assert_eq!(Facts { output: false, ..GOOD }.manner(), Manner::NoTerminal);
        assert_eq!(Facts { input: false, accessible: true, ..GOOD }.manner(), Manner::NoTerminal);
    }

    #[test]
    fn plain_reads_lines_even_from_a_pipe() {
        let piped = Facts { input: false, output: false, size: None, plain: true, ..GOOD };
        assert_eq!(piped.manner(), Manner::Lines);
        assert_eq!(Facts { plain: true, ..GOOD }.manner(), Manner::Lines);
        assert_eq!(piped.columns(), 80);
    }

    #[test]
    fn a_terminal_without_cursor_control_gets_lines() {
        for term in ["dumb", "", "unknown"] {
            assert_eq!(Facts { term: Some(term), ..GOOD }.manner(), Manner::Lines);
        }
    }

    #[test]
    fn who_asks_for_accessible_gets_lines() {
        assert_eq!(Facts { accessible: true, ..GOOD }.manner(), Manner::Lines);
    }

    #[test]
    fn a_small_or_unknown_window_gets_lines() {
        for (rows, columns, manner) in
            [(9, 80, Manner::Lines), (10, 39, Manner::Lines), (10, 40, Manner::Menus), (2, 2, Manner::Lines)]
        {
            let size = Some(Size { rows, columns });
            assert_eq!(Facts { size, ..GOOD }.manner(), manner);
        }
        assert_eq!(Facts { size: None, ..GOOD }.manner(), Manner::Lines);
    }
}
