//! A line typed key by key below a menu, until Enter, or until an arrow asks for the menu itself.
//!
//! Knows what a key adds to or takes from a line: a backspace takes what a reader sees as one character. Refuses to know
//! what a line means: that is `typed`.

use std::io;

use dialoguer::console::{Key, Term};

use crate::ui::layout::{clean_line, columns};

/// A line longer than this is no answer.
const LONGEST: usize = 1000;

/// What the keys came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Keyed {
    /// A line, ended with Enter.
    Line(String),
    /// The first line of the menu is asked for.
    First,
    /// The last line of the menu is asked for.
    Last,
}

/// Reads keys and shows the line behind `before`, in one row of a window this wide.
///
/// # Errors
/// When the terminal fails, or on Ctrl-C.
pub(crate) fn read(term: &Term, before: &str, width: usize) -> io::Result<Keyed> {
    let mut line = String::new();
    loop {
        term.clear_line()?;
        term.write_str(&format!("{before}{}", tail(&line, width.saturating_sub(columns(before)))))?;
        if let Some(keyed) = press(&mut line, &term.read_key()?) {
            if matches!(keyed, Keyed::Line(_)) {
                term.write_line("")?;
            }
            return Ok(keyed);
        }
    }
}

/// What a key does to the line; something when that ends it.
fn press(line: &mut String, key: &Key) -> Option<Keyed> {
    match key {
        Key::Enter => return Some(Keyed::Line(std::mem::take(line))),
        // A space can only be part of a line that has begun; a menu of several answers ticks with it.
        Key::ArrowDown | Key::Tab | Key::Char(' ') if line.is_empty() => return Some(Keyed::First),
        Key::ArrowUp | Key::BackTab if line.is_empty() => return Some(Keyed::Last),
        Key::Char(typed) if !typed.is_control() && line.len() < LONGEST => line.push(*typed),
        // An accent of its own has no width: it goes together with the letter that carries it.
        Key::Backspace => while line.pop().is_some_and(|gone| columns(gone.encode_utf8(&mut [0; 4])) == 0) {},
        Key::Escape => line.clear(),
        _ => {}
    }
    None
}

/// The end of the line, as far as it fits.
fn tail(line: &str, room: usize) -> String {
    let mut shown = "";
    for (at, _) in line.char_indices().rev() {
        let longer = line.get(at..).unwrap_or_default();
        if columns(longer) > room {
            break;
        }
        shown = longer;
    }
    clean_line(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> (String, Option<Keyed>) {
        let mut line = String::new();
        let ended = keys.iter().map(|key| press(&mut line, key)).last().flatten();
        (line, ended)
    }

    fn letters(text: &str) -> Vec<Key> {
        text.chars().map(Key::Char).collect()
    }

    #[test]
    fn enter_ends_a_line_also_an_empty_one() {
        let keys = [letters("nee"), vec![Key::Enter]].concat();
        assert_eq!(typed(&keys).1, Some(Keyed::Line("nee".into())));
        assert_eq!(typed(&[Key::Enter]).1, Some(Keyed::Line(String::new())));
    }

    #[test]
    fn an_arrow_asks_for_the_menu_unless_a_line_has_begun() {
        for (key, end) in [
            (Key::ArrowDown, Keyed::First),
            (Key::Tab, Keyed::First),
            (Key::Char(' '), Keyed::First),
            (Key::ArrowUp, Keyed::Last),
        ] {
            assert_eq!(typed(std::slice::from_ref(&key)).1, Some(end));
            assert_eq!(typed(&[Key::Char('1'), key]).1, None);
        }
    }

    #[test]
    fn a_backspace_takes_back_what_is_seen_as_one_character() {
        for (text, left) in
            [("ja", "j"), ("één", "éé"), ("漢字", "漢"), ("e\u{301}e\u{301}", "e\u{301}"), ("", "")]
        {
            let keys = [letters(text), vec![Key::Backspace]].concat();
            assert_eq!(typed(&keys).0, left, "{text}");
        }
    }

    #[test]
    fn control_characters_and_endless_lines_are_not_kept() {
        assert_eq!(typed(&letters("j\u{1b}\u{7}\u{9b}a")).0, "ja");
        assert_eq!(typed(&letters(&"1".repeat(5_000))).0.len(), LONGEST);
    }

    #[test]
    fn of_a_long_line_the_end_is_shown() {
        assert_eq!(tail("abcdef", 3), "def");
        assert_eq!(tail("漢字漢", 4), "字漢");
        assert_eq!(tail("漢字漢", 3), "漢");
    }
}
