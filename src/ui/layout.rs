//! Text made fit for a terminal: nothing raw in it, wrapped and cut by display width.
//!
//! Knows columns and which characters a terminal acts upon. Refuses to know what a text says.

use textwrap::{Options, WordSplitter};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest line we set; longer lines are hard to read.
const WIDEST: usize = 79;
/// The narrowest line that still makes sense to wrap at.
const NARROWEST: usize = 20;
/// What stands in for a character that a terminal would act upon.
const REPLACED: char = '\u{fffd}';

/// The line width for a window of this many columns.
///
/// The last column stays empty: a full line makes some terminals wrap once more.
#[must_use]
pub fn line_width(columns: usize) -> usize {
    columns.saturating_sub(1).clamp(NARROWEST, WIDEST)
}

/// The columns a text takes on a terminal.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The text with every character replaced that a terminal would act upon: escape codes,
/// control characters, and characters that change the direction of reading or cannot be seen.
/// Line ends stay, a tab becomes a space.
#[must_use]
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' => '\n',
            '\t' => ' ',
            c if is_raw(c) => REPLACED,
            c => c,
        })
        .collect()
}

/// Like [`clean`], on one line.
#[must_use]
pub fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

/// Whether a terminal would act upon this character, or a reader could not see it.
fn is_raw(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text cleaned and wrapped, each of its lines keeping its own indent. Ends without a line end.
#[must_use]
pub fn wrap(text: &str, width: usize) -> String {
    let wrapped: Vec<String> = clean(text)
        .split('\n')
        .map(|line| {
            let body = line.trim_start();
            let indent = line.len().saturating_sub(body.len());
            // An indent of half the window leaves no room to read.
            let indent = if indent.saturating_mul(2) > width { 0 } else { indent };
            let indent = " ".repeat(indent);
            fill(body, width, &indent, &indent)
        })
        .collect();
    wrapped.join("\n")
}

/// One paragraph behind a lead such as "  1  "; further lines start below the text, not the lead.
#[must_use]
pub fn hang(lead: &str, text: &str, width: usize) -> String {
    let rest = " ".repeat(columns(lead));
    fill(&clean_line(text), width, &clean_line(lead), &rest)
}

fn fill(text: &str, width: usize, first: &str, rest: &str) -> String {
    if text.trim().is_empty() {
        return first.trim_end().to_owned();
    }
    // Words are never hyphenated: a telephone number must stay whole.
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}

/// The text on one line of at most `width` columns, with `…` where it was cut.
#[must_use]
pub fn shorten(text: &str, width: usize) -> String {
    let text = clean_line(text);
    if columns(&text) <= width {
        return text;
    }
    let mut taken = 0;
    let mut cut = String::new();
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if taken > width.saturating_sub(1) {
            break;
        }
        cut.push(c);
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_terminal_acts_upon_gets_through() {
        let raw = "a\u{1b}[31mb\rc\u{9b}2Jd\u{202e}e\u{2066}f\u{7}g\u{200f}h\u{feff}i\u{7f}";
        let shown = clean(raw);
        assert!(shown.chars().all(|c| !is_raw(c)), "{shown:?}");
        assert_eq!(shown.chars().filter(|c| *c == REPLACED).count(), 9);
    }

    #[test]
    fn ordinary_text_line_ends_and_accents_stay() {
        assert_eq!(clean("één\r\ntwee\tdrie"), "één\ntwee drie");
    }

    #[test]
    fn lines_are_wrapped_by_columns_not_by_bytes_or_characters() {
        for line in wrap("漢字漢字漢字 漢字漢字漢字 één één één één één", 20).lines() {
            assert!(columns(line) <= 20, "{line}");
        }
        assert_eq!(wrap("één één één één éénn", 20), "één één één één éénn");
    }

    #[test]
    fn a_telephone_number_is_not_broken() {
        assert_eq!(wrap("Bel Veilig Thuis 0800-2000", 24), "Bel Veilig Thuis\n0800-2000");
    }

    #[test]
    fn an_indented_line_keeps_its_indent_when_it_wraps() {
        assert_eq!(wrap("kop\n\n  een twee drie vier vijf", 20), "kop\n\n  een twee drie vier\n  vijf");
    }

    #[test]
    fn a_hanging_paragraph_starts_below_its_text() {
        assert_eq!(hang("  1  ", "een twee drie vier", 20), "  1  een twee drie\n     vier");
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken() {
        assert!(wrap(&"x".repeat(50), 20).lines().all(|l| l.len() <= 20));
    }

    #[test]
    fn a_cut_text_says_so_and_fits() {
        assert_eq!(shorten("kind tot 12", 20), "kind tot 12");
        let cut = shorten("een heel lang antwoord\nmet regels", 12);
        assert_eq!(cut, "een heel la…");
        assert!(columns(&shorten("漢字漢字漢字", 6)) <= 6);
    }
}
