//! The words by which people name a profession: its name, its label, and its aliases, capitals or not.
//!
//! Knows that a word means one profession, also one that is refused. Refuses to choose between two.

use super::library::{Filed, Professional};
use super::raw;
use crate::model::problem::{Code, Problem};

/// A problem for each label or alias that somebody else is called by too, and for each alias that says the name again.
pub(super) fn problems(professions: &[Professional]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for one in professions {
        let Filed { file, raw, .. } = &one.filed;
        for (word, is_alias) in words(raw) {
            let said = word.get_ref().trim().to_lowercase();
            let by = |other: &&Professional| {
                other.name == said || other.words().any(|word| word.trim().to_lowercase() == said)
            };
            let mut others = professions.iter().filter(|other| other.name != one.name);
            let (says, help) = if others.any(|other| by(&other)) {
                let says = format!("`{}` is a word for more than one profession", word.get_ref());
                (says, "leave it to the profession that people mean by it")
            } else if is_alias && said == one.name {
                (
                    format!("`{}` is the name of this profession", word.get_ref()),
                    "take it out: it is understood already",
                )
            } else {
                continue;
            };
            problems.push(Problem::at(Code::DuplicateId, file, Some(word.span()), says).help(help));
        }
    }
    problems
}

/// The label, and the aliases.
fn words(raw: &raw::Profession) -> impl Iterator<Item = (&toml::Spanned<String>, bool)> {
    [(&raw.label, false)].into_iter().chain(raw.aliases.iter().map(|alias| (alias, true)))
}
