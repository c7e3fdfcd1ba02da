//! Texts of the content: filled in, and fit to be shown.

use std::ops::Range;

use toml::Spanned;

use crate::content::library::{Filed, Professional};
use crate::content::nearest::nearest;
use crate::content::overlay::Overlay;
use crate::content::placeholder;
use crate::content::raw;
use crate::model::duty::{Pending, Variants};
use crate::model::problem::{Code, Problem};
use crate::model::register::Keyed;

use super::scope::Scope;

/// A menu line of at most this many characters fits every terminal that shows menus.
const LONGEST_SHORT: usize = 32;
/// A text longer than this is not one text.
const LONGEST: usize = 900;

/// The word for the advice centre in the law of the date.
const ADVICE_CENTRE: &str = "adviespunt";

impl Scope<'_> {
    /// A text with its placeholders filled in; an unfit one is a problem.
    pub(super) fn text(&mut self, file: &str, written: &Spanned<String>) -> Option<String> {
        let text = self.say(file, written);
        let text = text.as_str();
        let (file, place) = &self.place(file, written);
        let mut bad = |code, says: String, help: &str| {
            self.push(Problem::at(code, file, Some(place.clone()), says).help(help));
        };
        let bare = Overlay::without_mark(text);
        if bare.trim().is_empty() {
            bad(
                Code::BadText,
                "this text is empty".to_owned(),
                "say it in a short sentence, or leave the item out",
            );
        }
        if bare.chars().count() > LONGEST {
            bad(
                Code::BadText,
                format!("this text has more than {LONGEST} characters"),
                "nobody reads it under stress",
            );
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            bad(Code::BadText, "this text has control characters".to_owned(), "write plain text");
        }
        let written_out = placeholder::pieces(text).into_iter().find_map(|piece| match piece {
            placeholder::Piece::Text(text) => telephone_number(text),
            _ => None,
        });
        if let Some(number) = written_out {
            let says = format!("`{number}` looks like a telephone number");
            let known = self.contacts.iter().find(|(_, contact)| contact.number.as_deref() == Some(number));
            let help = match known {
                Some((_, contact)) => {
                    format!("numbers live in `contacts.toml`; write `{{bel:{}}}`", contact.id)
                }
                None => "numbers live in `contacts.toml`; add it there, and borrow it by its name".to_owned(),
            };
            self.push(Problem::at(Code::NumberInText, file, Some(place.clone()), says).help(help));
        }
        match placeholder::fill(text, |slot| self.slot(slot)) {
            Ok(filled) => Some(filled),
            Err(unknown) => {
                for slot in unknown {
                    let known = self.slots();
                    let near = nearest(slot, known.iter().map(String::as_str))
                        .map(|near| format!("did you mean `{{{near}}}`?"));
                    let help = near.unwrap_or_else(|| format!("known are: {}", known.join(", ")));
                    let problem = match self.only_others_say(slot) {
                        Some(problem) => problem,
                        None => {
                            let says = format!("`{{{slot}}}` is not a placeholder");
                            Problem::at(Code::UnknownPlaceholder, file, Some(place.clone()), says).help(help)
                        }
                    };
                    self.push(problem);
                }
                None
            }
        }
    }

    /// A text as this reader sees it. What was said is kept, for who looks whether all of it is translated.
    pub(super) fn say(&mut self, file: &str, written: &Spanned<String>) -> String {
        self.said.entry(written.get_ref().clone()).or_insert_with(|| (file.to_owned(), written.span()));
        self.library.say(written.get_ref())
    }

    /// Where a text stands as this reader sees it: a fault in the English is mended there.
    fn place(&self, file: &str, written: &Spanned<String>) -> (String, Range<usize>) {
        let english = self.library.overlay.as_ref().and_then(|overlay| overlay.place(written.get_ref()));
        english.map_or_else(|| (file.to_owned(), written.span()), |(file, place)| (file.to_owned(), place))
    }

    /// A label that must fit on a menu line.
    pub(super) fn short(&mut self, file: &str, written: &Spanned<String>) -> Option<String> {
        let text = self.text(file, written)?;
        if Overlay::without_mark(&text).chars().count() > LONGEST_SHORT {
            let says = format!("this menu label has more than {LONGEST_SHORT} characters");
            let (file, place) = self.place(file, written);
            let problem = Problem::at(Code::BadText, &file, Some(place), says);
            self.push(problem.help("the whole label is printed above the menu; a few words are enough here"));
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

    fn slots(&self) -> Vec<String> {
        let terms = self.profession.filed.raw.terms.keys().cloned();
        let contacts = self.contacts.iter().map(|(_, contact)| format!("bel:{}", contact.id()));
        terms.chain([ADVICE_CENTRE.to_owned()]).chain(contacts).collect()
    }
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
