//! A page as plain text: lines under headings, wrapped by display width.
//!
//! Knows columns and margins. Refuses to leave anything out.

use crate::ui::layout::{clean_line, columns, hang, wrap};

use super::page::{Block, Page, Setting};

/// Headings of the lower part stand in a margin of this many columns.
const MARGIN: usize = 12;
/// The shortest line that somebody can write on.
const SHORTEST_LINE: usize = 24;

/// The page as text, with a line end at the end.
#[must_use]
pub(super) fn render(page: &Page) -> String {
    let setting = page.setting();
    let lines = page.blocks().iter().flat_map(|block| lines(block, setting));
    let mut text = lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n");
    text.push('\n');
    text
}

fn lines(block: &Block, setting: Setting) -> Vec<String> {
    let Setting { style, width, .. } = setting;
    let split = |text: String| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let strong = |text: &str| wrap(text, width).lines().map(|line| style.headline(line)).collect();
    match block {
        Block::Text(text) => split(wrap(text, width)),
        Block::Verbatim(line) => vec![line.clone()],
        Block::Headline { text, capitals: false } | Block::Urgent(text) => strong(text),
        Block::Headline { text, capitals: true } => strong(&capitals(text)),
        Block::Heading(text) => vec![style.heading(&clean_line(text))],
        Block::Gap => vec![String::new()],
        Block::Rule => vec!["-".repeat(width)],
        Block::Item { lead, text } => split(hang(&column(lead, MARGIN), text, width)),
        Block::Dash(text) => split(hang(" - ", text, width)),
        Block::Margin { heading, text } => {
            let set = hang(&column(heading, MARGIN), text, width);
            // The heading gets its style after wrapping, so that escape codes take no room.
            match set.strip_prefix(heading.as_str()) {
                Some(rest) => split(format!("{}{rest}", style.heading(heading))),
                None => split(set),
            }
        }
        Block::Number { number, what } => {
            let (number, what) = (clean_line(number), clean_line(what));
            vec![format!("   {}{what}", style.danger(&column(&number, MARGIN)))]
        }
        Block::Field(label) => field(label, width),
        Block::Grid { caption, columns, rows } => {
            let mut lines = split(wrap(caption, width));
            lines.extend(split(wrap(&columns.join(" | "), width)));
            lines.extend(std::iter::repeat_n("_".repeat(width), *rows));
            lines
        }
    }
}

/// A label with a line to write on: behind it, or below it when there is no room.
fn field(label: &str, width: usize) -> Vec<String> {
    let set = hang(" - ", &format!("{label}:"), width);
    let mut lines: Vec<String> = set.lines().map(str::to_owned).collect();
    let room = lines.last().map_or(0, |last| width.saturating_sub(columns(last) + 1));
    match lines.last_mut() {
        Some(last) if room >= SHORTEST_LINE => last.push_str(&format!(" {}", "_".repeat(room))),
        _ => lines.push(format!("   {}", "_".repeat(width.saturating_sub(3)))),
    }
    lines
}

/// A lead that fills its column, with at least one space behind it.
fn column(lead: &str, width: usize) -> String {
    let used = columns(lead);
    format!("{lead}{}", " ".repeat(width.saturating_sub(used).max(1)))
}

/// Capitals, but not for the mark that says a text is Dutch.
fn capitals(text: &str) -> String {
    text.to_uppercase().replace("[NL]", "[nl]")
}
