//! Words in braces that a text borrows: from the profession (`{collega}`) or the contacts (`{bel:veilig-thuis}`).
//!
//! A closed list. There is no logic in a placeholder.

/// A stretch of text, or a placeholder to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// The word between braces.
    Slot(&'a str),
    /// A brace that never closes.
    Open(&'a str),
}

/// The pieces of a text, in order.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        let Some((slot, tail)) = after.split_once('}') else {
            pieces.push(Piece::Open(after));
            return pieces;
        };
        pieces.push(Piece::Slot(slot));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The text with every slot filled in.
///
/// # Errors
/// Every slot that nothing fills, and every brace that does not close.
pub fn fill(text: &str, known: impl Fn(&str) -> Option<String>) -> Result<String, Vec<&str>> {
    let mut filled = String::with_capacity(text.len());
    let mut unknown = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => filled.push_str(text),
            Piece::Slot(slot) => match known(slot) {
                // A borrowed word at the start of a sentence gets its capital there.
                Some(word) if starts_sentence(&filled) => filled.push_str(&capital(&word)),
                Some(word) => filled.push_str(&word),
                None => unknown.push(slot),
            },
            Piece::Open(tail) => unknown.push(tail),
        }
    }
    if unknown.is_empty() { Ok(filled) } else { Err(unknown) }
}

fn starts_sentence(before: &str) -> bool {
    before.is_empty() || before.ends_with(". ") || before.ends_with("? ") || before.ends_with("! ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_slot_is_filled_and_gets_a_capital_at_the_start_of_a_sentence() {
        let known = |slot: &str| (slot == "beslisser").then(|| "de school".to_owned());
        assert_eq!(
            fill("{beslisser} beslist. Dat doet {beslisser}.", known).unwrap(),
            "De school beslist. Dat doet de school."
        );
    }

    #[test]
    fn every_unknown_slot_is_named() {
        assert_eq!(fill("a {b} c {d", |_| None).unwrap_err(), ["b", "d"]);
    }
}
