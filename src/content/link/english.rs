//! English texts that cannot be shown.
//!
//! A guide for an English reader is the Dutch one with other texts, so its texts are looked at one by one, and no guide is
//! linked again. That is enough because an English text borrows no word that its Dutch text does not borrow: where the
//! Dutch can be filled in, so can the English. Numbers and the advice centre are there for everybody.

use crate::content::heard::{Heard, Shown};
use crate::content::library::Library;
use crate::content::overlay::Overlay;
use crate::content::placeholder::{self, Piece};
use crate::model::problem::{Code, Problem};

use super::scope::Scope;
use super::text::{ADVICE_CENTRE, faults, is_short, too_long};

/// A problem for each text of those that were heard whose English cannot be shown.
#[must_use]
pub fn unfit(library: &Library, overlay: &Overlay, heard: &Heard) -> Vec<Problem> {
    let Some(profession) = library.professions.first() else { return Vec::new() };
    let scope = Scope::new(library, profession, None, None);
    let mut problems = Vec::new();
    for (nl, line) in heard.said.iter().filter(|(_, line)| line.shown > Shown::AsItIs) {
        let Some((file, place)) = overlay.place(nl) else { continue };
        let en = overlay.say(nl);
        let at = |code, says| Problem::at(code, file, Some(place.clone()), says);
        problems.extend(
            faults(&en, &scope.contacts).into_iter().map(|(code, says, help)| at(code, says).help(help)),
        );
        let borrowed = slots(nl);
        for slot in slots(&en).into_iter().filter(|slot| !borrowed.contains(slot)) {
            let contact = slot.strip_prefix("bel:").is_some_and(|name| scope.contacts.find(name).is_some());
            if contact || slot == ADVICE_CENTRE {
                continue;
            }
            let known = library.professions.iter().any(|one| one.filed.raw.terms.contains_key(slot));
            problems.push(if known {
                let says = format!("the English borrows `{{{slot}}}`, and the Dutch does not");
                at(Code::UnknownPlaceholder, says)
                    .help("borrow what the Dutch text borrows: then everybody who says it can fill it in")
            } else {
                scope.no_placeholder(slot, file, place.clone())
            });
        }
        if line.shown == Shown::InAMenu && !fits_every_menu(library, overlay, &en) {
            let (says, help) = too_long();
            problems.push(at(Code::BadText, says).help(help));
        }
    }
    problems
}

/// The words that a text borrows.
fn slots(text: &str) -> Vec<&str> {
    let pieces = placeholder::pieces(text).into_iter();
    let slot = |piece| match piece {
        Piece::Text(_) => None,
        Piece::Slot(slot) | Piece::Open(slot) => Some(slot),
    };
    pieces.filter_map(slot).collect()
}

/// Whether a label fits on a menu line for every profession that has the words it borrows.
fn fits_every_menu(library: &Library, overlay: &Overlay, en: &str) -> bool {
    let mut filled = library.professions.iter().filter_map(|one| {
        let terms = &one.filed.raw.terms;
        placeholder::fill(en, |slot| terms.get(slot).map(|word| overlay.say(word.get_ref()))).ok()
    });
    filled.all(|label| is_short(&label))
}
