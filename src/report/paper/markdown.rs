//! A document as Markdown, for one's own record.
//!
//! Knows marks, and escapes what would be one. Refuses to leave anything out.

use crate::ui::layout::clean_line;
use crate::ui::messages::paper as say;

use super::Paper;
use super::pieces::{Piece, pieces};

/// Room to write on one line.
const LINE: &str = "______________________________";

/// The document.
pub(super) fn render(paper: &Paper) -> String {
    let mut parts: Vec<String> =
        paper.headline().map(|title| format!("# {}", said(title))).into_iter().collect();
    for (index, page) in paper.pages.iter().enumerate() {
        if index > 0 {
            parts.push("---".to_owned());
        }
        // The first page's headline is that of the document; further pages stand one deeper.
        let (headline, heading) = if index == 0 { ("#", "##") } else { ("##", "###") };
        parts.extend(pieces(page.blocks()).iter().map(|piece| written(piece, headline, heading)));
    }
    parts.push("---".to_owned());
    parts.push(said(say::FOOT.to(paper.lang())));
    format!("{}\n", parts.join("\n\n"))
}

fn written(piece: &Piece<'_>, headline: &str, heading: &str) -> String {
    match piece {
        Piece::Text(text) => said(text),
        Piece::Verbatim(line) => format!("    {}", clean_line(line)),
        Piece::Headline(text) => format!("{headline} {}", said(text)),
        Piece::Urgent(text) => format!("**{}**", said(text)),
        Piece::Heading(text) => format!("{heading} {}", said(text)),
        Piece::Rule => "---".to_owned(),
        Piece::Items(items) => {
            let item = |(lead, texts): &(&str, Vec<&str>)| match *lead {
                "" => list(texts),
                lead => format!("**{}**\n\n{}", said(lead), list(texts)),
            };
            items.iter().map(item).collect::<Vec<_>>().join("\n\n")
        }
        Piece::Dashes(texts) => list(texts),
        Piece::Margin("", texts) => paragraphs(texts),
        Piece::Margin(lead, texts) => format!("{heading} {}\n\n{}", said(lead), paragraphs(texts)),
        Piece::Numbers(numbers) => {
            let line = |(number, what): &(&str, &str)| format!("- **{}** {}", said(number), said(what));
            numbers.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Piece::Fields(labels) => {
            let line = |label: &&str| format!("- {}: {LINE}", said(label));
            labels.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Piece::Grid { caption, columns, rows } => {
            let heads: Vec<String> = columns.iter().map(|column| said(column)).collect();
            let rule = vec!["---"; columns.len()].join(" | ");
            let empty = format!("|{}", "   |".repeat(columns.len()));
            let mut lines = vec![format!("| {} |", heads.join(" | ")), format!("| {rule} |")];
            lines.extend(std::iter::repeat_n(empty, *rows));
            format!("{}\n\n{}", said(caption), lines.join("\n"))
        }
    }
}

fn list(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("- {}", said(text))).collect::<Vec<_>>().join("\n")
}

fn paragraphs(texts: &[&str]) -> String {
    texts.iter().map(|text| said(text)).collect::<Vec<_>>().join("\n\n")
}

/// A text on one line, with every mark escaped, and without what a reader cannot see. Words between backticks stay so.
fn said(text: &str) -> String {
    let text = clean_line(text);
    let pieces: Vec<&str> = text.trim().split('`').collect();
    let closed = pieces.len() % 2 == 1;
    let each = pieces.iter().enumerate().map(|(at, piece)| match (closed, at % 2) {
        // What is typed stays as it is typed, between marks that it cannot close.
        (true, 1) => format!("`{piece}`"),
        _ => escaped(piece),
    });
    let line = each.collect::<Vec<_>>().join(if closed { "" } else { "\\`" });
    let begins_a_list = line.starts_with(['-', '+', '=', '~']);
    let number = line.chars().take_while(char::is_ascii_digit).count();
    match line.split_at_checked(number) {
        _ if begins_a_list => format!("\\{line}"),
        Some((digits, rest)) if number > 0 && rest.starts_with(['.', ')']) => format!("{digits}\\{rest}"),
        _ => line,
    }
}

fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn no_text_becomes_a_mark_and_nothing_unseen_gets_through() {
        assert_eq!(said("a *b* [c](d) <e> | f\u{1b}"), "a \\*b\\* \\[c\\](d) \\<e\\> \\| f\u{fffd}");
        assert_eq!(said("1. een"), "1\\. een");
        assert_eq!(said("- een\ntwee"), "\\- een twee");
        assert_eq!(said("vraag `gesprek-dag`, en *"), "vraag `gesprek-dag`, en \\*");
        assert_eq!(said("een ` alleen"), "een \\` alleen");
    }
}
