//! Which of the shown choices a typed name means.
//!
//! Knows numbers, ids, labels, their beginnings, and the plain words for yes, no and doubt.
//! Refuses to guess: a beginning that fits two choices means neither.

use crate::interview::prompt::Shown;
use crate::model::spelling::fold;

/// What a typed name means among the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// This choice.
    Choice(usize),
    /// The beginning of several choices.
    Several(Vec<usize>),
    /// A number without a choice.
    NoSuchNumber,
    /// No choice.
    Nothing,
}

/// Words that stand for an id, whatever the label says or its language is.
const STAND_INS: [(&str, &[&str]); 5] = [
    ("ja", &["ja", "yes"]),
    ("nee", &["nee", "no"]),
    ("nu", &["nu", "now"]),
    ("weet-niet", DOUBT),
    ("twijfel", DOUBT),
];
const DOUBT: &[&str] = &["weet niet", "weet ik niet", "twijfel", "don't know", "dont know"];

/// Whether a text is a whole number, perhaps written as "2." or "2)".
pub(crate) fn whole_number(text: &str) -> Option<usize> {
    let digits = text.trim_end_matches(['.', ')']);
    let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    // A number too long to hold is still a number, of a choice that does not exist.
    all_digits.then(|| digits.parse().unwrap_or(usize::MAX))
}

/// The choice that is named by its number, or in full by its id or label.
pub(crate) fn in_full(text: &str, options: &[Shown]) -> Named {
    if let Some(number) = whole_number(text) {
        return match number.checked_sub(1) {
            Some(index) if index < options.len() => Named::Choice(index),
            _ => Named::NoSuchNumber,
        };
    }
    let said = fold(text);
    let same = |shown: &Shown| [&shown.id, &shown.short, &shown.label].iter().any(|name| fold(name) == said);
    from_all(indices(options, same))
}

/// The choice that is named in full, by its beginning, or by a plain word for yes, no or doubt.
///
/// A stand-in counts no more than a beginning: with "nee" and "nog niet" shown, "no" fits both.
pub(crate) fn by_name(text: &str, options: &[Shown]) -> Named {
    let exact = in_full(text, options);
    let said = fold(text);
    if exact != Named::Nothing || said.is_empty() {
        return exact;
    }
    let begins = |shown: &Shown| {
        [&shown.id, &shown.short, &shown.label].iter().any(|name| fold(name).starts_with(&said))
    };
    let stands_in = |shown: &Shown, begin: bool| {
        STAND_INS
            .iter()
            .filter(|(id, _)| *id == shown.id)
            .flat_map(|(_, words)| words.iter())
            .any(|word| *word == said || (begin && word.starts_with(&said)))
    };
    match from_all(indices(options, |shown| begins(shown) || stands_in(shown, false))) {
        Named::Nothing => from_all(indices(options, |shown| stands_in(shown, true))),
        found => found,
    }
}

fn indices(options: &[Shown], fits: impl Fn(&Shown) -> bool) -> Vec<usize> {
    options.iter().enumerate().filter(|(_, shown)| fits(shown)).map(|(index, _)| index).collect()
}

fn from_all(found: Vec<usize>) -> Named {
    match found.as_slice() {
        [] => Named::Nothing,
        [only] => Named::Choice(*only),
        _ => Named::Several(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::sample::shown;

    #[test]
    fn a_choice_is_named_by_number_id_label_or_beginning() {
        let options = shown(&[("kind-tot-12", "Kind tot 12 jaar"), ("volwassene", "Volwassene")]);
        for name in ["1", "1.", "1)", "kind-tot-12", "KIND TOT 12", "Kind tot 12 jaar", "k", "kind"] {
            assert_eq!(by_name(name, &options), Named::Choice(0), "{name}");
        }
    }

    #[test]
    fn accents_do_not_matter() {
        let options = shown(&[("een-keer", "Eén keer geweigerd"), ("vaker", "Vaker")]);
        assert_eq!(by_name("een keer", &options), Named::Choice(0));
        assert_eq!(by_name("één keer gew", &options), Named::Choice(0));
    }

    #[test]
    fn yes_no_and_doubt_are_understood_in_both_languages() {
        let dutch = shown(&[("ja", "Ja"), ("nee", "Nee"), ("twijfel", "Twijfel")]);
        let english = shown(&[("ja", "Yes"), ("nee", "No"), ("weet-niet", "Do not know")]);
        for options in [dutch, english] {
            for (names, index) in [
                (["j", "ja", "y", "yes"], 0),
                (["n", "nee", "no", "N"], 1),
                (["w", "weet niet", "weet-niet", "twijfel"], 2),
            ] {
                for name in names {
                    assert_eq!(by_name(name, &options), Named::Choice(index), "{name}");
                }
            }
        }
    }

    #[test]
    fn n_means_neither_when_both_nu_and_nee_are_shown() {
        let options = shown(&[("nu", "Nu"), ("komende-dagen", "Komende dagen"), ("nee", "Nee")]);
        assert_eq!(by_name("n", &options), Named::Several(vec![0, 2]));
        assert_eq!(by_name("ne", &options), Named::Choice(2));
        assert_eq!(by_name("nu", &options), Named::Choice(0));
    }

    #[test]
    fn an_english_no_is_not_taken_for_nee_when_nog_niet_is_shown() {
        let options = shown(&[("nee", "Nee"), ("nog-niet", "Nog niet")]);
        assert_eq!(by_name("no", &options), Named::Several(vec![0, 1]));
    }

    #[test]
    fn a_full_name_wins_over_a_longer_one_that_begins_the_same() {
        let options = shown(&[("geen", "Geen"), ("geen-van-deze", "Geen van deze")]);
        assert_eq!(by_name("geen", &options), Named::Choice(0));
    }

    #[test]
    fn a_number_is_always_a_number() {
        let options = shown(&[("a", "0-12 jaar"), ("b", "12-15 jaar")]);
        for number in ["0", "3", "12", "99999999999999999999999"] {
            assert_eq!(by_name(number, &options), Named::NoSuchNumber, "{number}");
        }
    }

    #[test]
    fn an_empty_name_is_nothing() {
        let options = shown(&[("a", "A")]);
        for name in ["", " ", "-", "--"] {
            assert_eq!(by_name(name, &options), Named::Nothing);
        }
    }
}
