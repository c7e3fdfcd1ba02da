//! The parts of a page, with what belongs together taken together: the lines of a list, the texts of one day or heading.
//!
//! Knows which parts belong together. Refuses to change their order or their texts.

use super::super::page::Block;

/// What belongs together on a page.
pub(super) enum Piece<'p> {
    Text(&'p str),
    Verbatim(&'p str),
    Headline(&'p str),
    Urgent(&'p str),
    Heading(&'p str),
    Rule,
    /// Leads, each with its texts.
    Items(Vec<(&'p str, Vec<&'p str>)>),
    Dashes(Vec<&'p str>),
    /// A heading with its texts.
    Margin(&'p str, Vec<&'p str>),
    /// Numbers, each with what for.
    Numbers(Vec<(&'p str, &'p str)>),
    Fields(Vec<&'p str>),
    Grid {
        caption: &'p str,
        columns: &'p [String],
        rows: usize,
    },
}

/// The pieces of a page.
pub(super) fn pieces(blocks: &[Block]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut apart = true;
    for block in blocks {
        if *block == Block::Gap {
            apart = true;
        } else if apart || !joined(pieces.last_mut(), block) {
            pieces.push(alone(block));
            apart = false;
        }
    }
    pieces
}

/// Whether the block went along with the piece before it.
fn joined<'p>(last: Option<&mut Piece<'p>>, block: &'p Block) -> bool {
    match (last, block) {
        (Some(Piece::Items(items)), Block::Item { lead, text }) => match (lead.trim(), items.last_mut()) {
            ("", Some((_, texts))) => texts.push(text),
            (lead, _) => items.push((lead, vec![text])),
        },
        (Some(Piece::Dashes(texts)), Block::Dash(text)) => texts.push(text),
        (Some(Piece::Margin(_, texts)), Block::Margin { heading, text }) if heading.is_empty() => {
            texts.push(text);
        }
        (Some(Piece::Numbers(numbers)), Block::Number { number, what }) => numbers.push((number, what)),
        (Some(Piece::Fields(labels)), Block::Field(label)) => labels.push(label),
        _ => return false,
    }
    true
}

fn alone(block: &Block) -> Piece<'_> {
    match block {
        Block::Text(text) => Piece::Text(text),
        Block::Verbatim(line) => Piece::Verbatim(line),
        Block::Headline { text, .. } => Piece::Headline(text),
        Block::Urgent(text) => Piece::Urgent(text),
        Block::Heading(text) => Piece::Heading(text),
        Block::Gap => Piece::Text(""),
        Block::Rule => Piece::Rule,
        Block::Item { lead, text } => Piece::Items(vec![(lead.trim(), vec![text])]),
        Block::Dash(text) => Piece::Dashes(vec![text]),
        Block::Margin { heading, text } => Piece::Margin(heading, vec![text]),
        Block::Number { number, what } => Piece::Numbers(vec![(number, what)]),
        Block::Field(label) => Piece::Fields(vec![label]),
        Block::Grid { caption, columns, rows } => Piece::Grid { caption, columns, rows: *rows },
    }
}
