//! Texts of the content: filled in, and fit to be shown.

use std::ops::Range;

use toml::Spanned;

use crate::content::heard::Shown;
use crate::content::library::{Filed, Professional};
use crate::content::nearest::nearest;
use crate::content::overlay::Overlay;
use crate::content::placeholder;
use crate::content::raw;
use crate::model::contact::Contact;
use crate::model::duty::{Pending, Variants};
use crate::model::problem::{Code, Problem};
use crate::model::register::{Keyed, Register};

use super::scope::Scope;

/// A menu line of at most this many characters fits every terminal that shows menus.
const LONGEST_SHORT: usize = 32;
/// A text longer than this is not one text.
const LONGEST: usize = 900;

/// The word for the advice centre in the law of the date.
pub(super) const ADVICE_CENTRE: &str = "adviespunt";

impl Scope<'_> {
    /// A text with its placeholders filled in; an unfit one is a problem.
    pub(super) fn text(&mut self, file: &str, written: &Spanned<String>) -> Option<String> {
        self.fitting(file, written, Shown::FilledIn)
    }

    fn fitting(&mut self, file: &str, written: &Spanned<String>, shown: Shown) -> Option<String> {
        let text = self.heard(file, written, shown);
        if is_unremarkable(&text) { Some(text) } else { self.looked_at(file, written, &text) }
    }

    /// A text that has to be looked at more closely.
    fn looked_at(&mut self, file: &str, written: &Spanned<String>, text: &str) -> Option<String> {
        let (file, place) = &self.place(file, written);
        // What is wrong with a text as it is written is wrong for everyone, and is told once.
        if !self.heard.as_ref().is_some_and(|heard| heard.is_fit(written)) {
            let faults = faults(text, &self.contacts);
            if let (true, Some(heard), None) = (faults.is_empty(), &mut self.heard, &self.library.overlay) {
                heard.fits(written);
            }
            for (code, says, help) in faults {
                self.push(Problem::at(code, file, Some(place.clone()), says).help(help));
            }
        }
        match placeholder::fill(text, |slot| self.slot(slot)) {
            Ok(filled) => Some(filled),
            Err(unknown) => {
                for slot in unknown {
                    let problem = self.only_others_say(slot);
                    let problem = problem.unwrap_or_else(|| self.no_placeholder(slot, file, place.clone()));
                    self.push(problem);
                }
                None
            }
        }
    }

    /// A text as this reader sees it. What was said is kept, for who looks whether all of it is translated.
    pub(super) fn say(&mut self, file: &str, written: &Spanned<String>) -> String {
        self.heard(file, written, Shown::AsItIs)
    }

    fn heard(&mut self, file: &str, written: &Spanned<String>, shown: Shown) -> String {
        if let Some(heard) = &mut self.heard {
            heard.hear(file, written, shown);
        }
        self.library.say(written.get_ref())
    }

    /// Where a text stands as this reader sees it: a fault in the English is mended there.
    fn place(&self, file: &str, written: &Spanned<String>) -> (String, Range<usize>) {
        let english = self.library.overlay.as_ref().and_then(|overlay| overlay.place(written.get_ref()));
        english.map_or_else(|| (file.to_owned(), written.span()), |(file, place)| (file.to_owned(), place))
    }

    /// A label that must fit on a menu line.
    pub(super) fn short(&mut self, file: &str, written: &Spanned<String>) -> Option<String> {
        let text = self.fitting(file, written, Shown::InAMenu)?;
        if !is_short(&text) {
            let (says, help) = too_long();
            let (file, place) = self.place(file, written);
            self.push(Problem::at(Code::BadText, &file, Some(place), says).help(help));
        }
        Some(text)
    }

    pub(super) fn pending(&mut self, file: &str, raw: &raw::Pending) -> Option<Pending> {
        let first = self.variants(file, &raw.first);
        let fallback = self.variants(file, &raw.fallback);
        Some(Pending { first: first?, fallback: fallback? })
    }

    pub(super) fn variants(&mut self, file: &str, raw: &Spanned<Vec<raw::Variant>>) -> Option<Variants> {
        let mut texts = Vec::new();
        for variant in raw.get_ref() {
            let guard = self.guard(file, &variant.only_if, &variant.unless);
            texts.extend(self.text(file, &variant.text).map(|text| (guard, text)));
        }
        let free = |last: &raw::Variant| last.only_if.is_empty() && last.unless.is_empty();
        let free_last = raw.get_ref().last().is_some_and(free);
        if free_last && texts.len() < raw.get_ref().len() {
            return None;
        }
        let (true, Some((_, otherwise))) = (free_last, texts.pop()) else {
            let says = "there can be nothing to say here: no text without a condition ends the list";
            let problem = Problem::at(Code::BadText, file, Some(raw.span()), says);
            self.push(problem.help("end with one that has `text` alone"));
            return None;
        };
        Some(Variants { guarded: texts, otherwise })
    }

    /// What a placeholder stands for.
    fn slot(&self, slot: &str) -> Option<String> {
        if let Some(contact) = slot.strip_prefix("bel:") {
            return self.contacts.find(contact).map(|at| {
                // A number is one word: it never breaks over two lines.
                self.contacts.get(at).reach().replace(' ', "\u{a0}")
            });
        }
        if slot == ADVICE_CENTRE {
            return self.law.map(|law| self.library.say(law.filed.raw.advice_centre.get_ref()));
        }
        self.profession.filed.raw.terms.get(slot).map(|word| self.library.say(word.get_ref()))
    }

    /// A word that other professions have is missing in this one: the fault is there, not in the text.
    fn only_others_say(&self, slot: &str) -> Option<Problem> {
        let has = |one: &&Professional| one.filed.raw.terms.contains_key(slot);
        let other = self.library.professions.iter().find(has)?;
        let Filed { file, raw, .. } = &self.profession.filed;
        let says = format!("`{}` has no word for `{{{slot}}}`, which texts borrow", raw.id.get_ref());
        let problem = Problem::at(Code::UnknownPlaceholder, file, Some(raw.id.span()), says);
        Some(problem.help(format!("add `{slot}` to `terms`, as `professions/{}` does", other.name)))
    }

    pub(super) fn no_placeholder(&self, slot: &str, file: &str, place: Range<usize>) -> Problem {
        let known = self.slots();
        let near = nearest(slot, known.iter().map(String::as_str));
        let help = near.map_or_else(
            || format!("known are: {}", known.join(", ")),
            |near| format!("did you mean `{{{near}}}`?"),
        );
        let says = format!("`{{{slot}}}` is not a placeholder");
        Problem::at(Code::UnknownPlaceholder, file, Some(place), says).help(help)
    }

    fn slots(&self) -> Vec<String> {
        let terms = self.profession.filed.raw.terms.keys().cloned();
        let contacts = self.contacts.iter().map(|(_, contact)| format!("bel:{}", contact.id()));
        terms.chain([ADVICE_CENTRE.to_owned()]).chain(contacts).collect()
    }
}

/// Everything for which a text cannot be shown, whatever is filled in: code, what is wrong, what would help.
pub(super) fn faults(text: &str, contacts: &Register<Contact>) -> Vec<(Code, String, String)> {
    let mut faults = Vec::new();
    let mut bad = |says: String, help: &str| faults.push((Code::BadText, says, help.to_owned()));
    let bare = Overlay::without_mark(text);
    if bare.trim().is_empty() {
        bad("this text is empty".to_owned(), "say it in a short sentence, or leave the item out");
    }
    if bare.chars().count() > LONGEST {
        bad(format!("this text has more than {LONGEST} characters"), "nobody reads it under stress");
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        bad("this text has control characters".to_owned(), "write plain text");
    }
    let written_out = placeholder::pieces(text).into_iter().find_map(|piece| match piece {
        placeholder::Piece::Text(text) => telephone_number(text),
        _ => None,
    });
    if let Some(number) = written_out {
        let says = format!("`{number}` looks like a telephone number");
        let known = contacts.iter().find(|(_, contact)| contact.number.as_deref() == Some(number));
        let help = match known {
            Some((_, contact)) => {
                format!("numbers live in `contacts.toml`; write `{{bel:{}}}`", contact.id)
            }
            None => "numbers live in `contacts.toml`; add it there, and borrow it by its name".to_owned(),
        };
        faults.push((Code::NumberInText, says, help));
    }
    faults
}

/// Whether a label fits on a menu line.
pub(super) fn is_short(text: &str) -> bool {
    Overlay::without_mark(text).chars().count() <= LONGEST_SHORT
}

/// What is wrong with a label that does not, and what would help.
pub(super) fn too_long() -> (String, &'static str) {
    let says = format!("this menu label has more than {LONGEST_SHORT} characters");
    (says, "the whole label is printed above the menu; a few words are enough here")
}

/// Whether there is nothing in a text to be looked at: no word to fill in, no digit, no control character, and it is
/// neither empty nor long. Most texts are so, and one pass over their bytes shows it.
fn is_unremarkable(text: &str) -> bool {
    // The bytes of control characters beyond ASCII begin with 0xC2.
    let plain = |byte: u8| match byte {
        b'\n' => true,
        b'{' | b'0'..=b'9' | 0x7f | 0xc2 => false,
        byte => byte >= b' ',
    };
    text.len() <= LONGEST && text.bytes().all(plain) && !text.trim().is_empty() && !text.starts_with('[')
}

/// The first stretch that looks like a telephone number: `112`, or seven digits and more with their hyphens.
fn telephone_number(text: &str) -> Option<&str> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '-')).find(|word| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        *word == "112" || (digits >= 7 && !is_date(word))
    })
}

fn is_date(word: &str) -> bool {
    word.split('-').count() == 3 && word.len() == 10
}

#[cfg(test)]
mod tests {
    use super::telephone_number;

    #[test]
    fn numbers_are_seen_and_years_articles_and_dates_are_not() {
        assert_eq!(telephone_number("Bel 112."), Some("112"));
        assert_eq!(telephone_number("bel 0800-2000 nu"), Some("0800-2000"));
        assert_eq!(telephone_number("artikel 5.2.6, sinds 2019-01-01, 1120 keer"), None);
    }
}
