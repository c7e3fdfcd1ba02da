//! Text made fit for HTML: the one place where a text becomes markup.
//!
//! Markup is written in the program itself and has no other lifetime than the program's; everything else goes through
//! `said`, which escapes it. So no text can become an element, an attribute or a script. Refuses to know what is said.

use std::cmp::Reverse;

use crate::ui::lang::Lang;
use crate::ui::layout::clean_line;

/// A document that is being written.
pub(super) struct Html(String);

/// One page that needs nothing from elsewhere: its head, its style, and around its body everything that makes it whole.
pub(super) fn document(
    lang: Lang,
    (title, style, foot): (&str, &'static str, &str),
    body: impl FnOnce(&mut Html),
) -> String {
    let mut html = Html::new();
    html.markup("<!DOCTYPE html>\n<html lang=\"");
    html.markup(match lang {
        Lang::Nl => "nl",
        Lang::En => "en",
    });
    html.markup("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.markup("<meta name=\"format-detection\" content=\"telephone=no\">\n");
    // Even if something slipped through, a browser fetches nothing and runs nothing.
    html.markup("<meta http-equiv=\"Content-Security-Policy\" ");
    html.markup("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
    html.said(title, &[]);
    html.markup("</title>\n<style>\n");
    html.markup(style);
    html.markup("</style>\n</head>\n<body>\n<main>\n");
    body(&mut html);
    html.markup("</main>\n<footer>\n<p>");
    html.said(foot, &[]);
    html.markup("</p>\n</footer>\n</body>\n</html>\n");
    html.0
}

impl Html {
    fn new() -> Self {
        Self(String::new())
    }

    /// Markup, as it stands in the program.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// A count, such as the number of a page.
    pub(super) fn count(&mut self, count: usize) {
        self.0.push_str(&count.to_string());
    }

    /// A text, escaped, without what a reader cannot see. Words between backticks are what one types; numbers can be called.
    pub(super) fn said(&mut self, text: &str, numbers: &[String]) {
        for part in parts(&clean_line(text), numbers) {
            match part {
                Part::Words(words) => self.escaped(words),
                Part::Typed(words) => {
                    self.markup("<code>");
                    self.escaped(words);
                    self.markup("</code>");
                }
                Part::Number(number) => self.number(number),
            }
        }
    }

    /// A number that can be called; what has no digits is no number.
    pub(super) fn number(&mut self, number: &str) {
        if !number.chars().any(|c| c.is_ascii_digit()) {
            return self.escaped(&clean_line(number));
        }
        self.markup("<a href=\"tel:");
        self.0.extend(number.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
        self.markup("\">");
        self.escaped(&clean_line(number));
        self.markup("</a>");
    }

    /// A text without marks of its own, as the value of an attribute has to be.
    pub(super) fn plain(&mut self, text: &str) {
        self.escaped(&clean_line(text));
    }

    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.markup("&amp;"),
                '<' => self.markup("&lt;"),
                '>' => self.markup("&gt;"),
                '"' => self.markup("&quot;"),
                '\'' => self.markup("&#39;"),
                c => self.0.push(c),
            }
        }
    }
}

/// A part of a line.
#[derive(Debug, PartialEq, Eq)]
enum Part<'t> {
    Words(&'t str),
    Typed(&'t str),
    Number(&'t str),
}

fn parts<'t>(text: &'t str, numbers: &[String]) -> Vec<Part<'t>> {
    let pieces: Vec<&str> = text.split('`').collect();
    // A backtick that is not closed is only a backtick.
    if pieces.len().is_multiple_of(2) {
        return callable(text, numbers);
    }
    let each = pieces.into_iter().enumerate();
    each.flat_map(|(at, piece)| if at % 2 == 1 { vec![Part::Typed(piece)] } else { callable(piece, numbers) })
        .collect()
}

fn callable<'t>(text: &'t str, numbers: &[String]) -> Vec<Part<'t>> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let first = |number: &'_ String| {
            let mut places = rest.match_indices(number.as_str());
            places
                .find(|(at, found)| stands_alone(rest, *at, at + found.len()))
                .map(|(at, _)| (at, number.len()))
        };
        let found = numbers.iter().filter(|number| !number.is_empty()).filter_map(first);
        let Some((at, length)) = found.min_by_key(|(at, length)| (*at, Reverse(*length))) else { break };
        let (before, from) = rest.split_at(at);
        let (number, after) = from.split_at(length);
        parts.extend([Part::Words(before), Part::Number(number)]);
        rest = after;
    }
    parts.push(Part::Words(rest));
    parts
}

/// Whether what stands there is not a part of a longer number.
fn stands_alone(text: &str, from: usize, to: usize) -> bool {
    let before = text.get(..from).and_then(|before| before.chars().next_back());
    let mut after = text.get(to..).unwrap_or_default().chars();
    let (next, second) = (after.next(), after.next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joined = digit(before) || before == Some('-') || digit(next) || (next == Some('-') && digit(second));
    !joined
}

#[cfg(test)]
mod tests {
    use super::{Html, Part, parts};

    fn said(text: &str) -> String {
        let mut html = Html::new();
        html.said(text, &["112".to_owned(), "0800-2000".to_owned()]);
        html.0
    }

    #[test]
    fn no_text_becomes_markup_and_nothing_unseen_gets_through() {
        let shown = said("</p><script>alert(\"1\" & '2')</script>\u{1b}[31m\u{202e}\n`<b>`");
        assert!(!shown.contains("<script") && !shown.contains("<b>"), "{shown}");
        assert!(!shown.chars().any(|c| c.is_control() || c == '\u{202e}'), "{shown:?}");
        assert!(shown.contains("&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)"), "{shown}");
        assert!(shown.contains("<code>&lt;b&gt;</code>"), "{shown}");
    }

    #[test]
    fn a_number_can_be_called_and_a_part_of_another_number_cannot() {
        assert_eq!(said("Bel 0800-2000."), "Bel <a href=\"tel:08002000\">0800-2000</a>.");
        assert_eq!(said("112-kaart"), "<a href=\"tel:112\">112</a>-kaart");
        for other in ["1123", "2112", "020-112", "112-33", "0800-20001"] {
            assert_eq!(said(other), other);
        }
    }

    #[test]
    fn a_backtick_that_is_not_closed_is_only_a_backtick() {
        assert_eq!(parts("a ` b", &[]), [Part::Words("a ` b")]);
    }
}
