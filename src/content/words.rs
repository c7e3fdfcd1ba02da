//! The words by which people name a profession: its name, its label, and its aliases, however they are spelt.
//!
//! Knows that a word means one profession, also one that is refused, and which professions part of a word can mean. Refuses
//! to choose between two.

use super::library::{Filed, Library, Professional};
use super::raw;
use crate::model::problem::{Code, Problem};
use crate::model::spelling::fold;

impl Library {
    /// A profession, from its name, its label or one of its aliases.
    #[must_use]
    pub fn professional(&self, wanted: &str) -> Option<&Professional> {
        let wanted = fold(wanted);
        let by_word = |one: &&Professional| one.words().any(|word| fold(word) == wanted);
        let by_name = self.professions.iter().find(|one| fold(&one.name) == wanted);
        by_name.or_else(|| self.professions.iter().find(by_word))
    }

    /// The professions with this in their name, their label in the language of the reader, or another word for them; the
    /// likeliest first.
    #[must_use]
    pub fn called(&self, part: &str) -> Vec<&Professional> {
        let said = fold(part);
        let rank = |one: &Professional| {
            let label = self.say(one.filed.raw.label.get_ref());
            let name = [fold(&one.name), fold(&label)].into_iter().map(|name| (false, name));
            let other = one.words().map(|word| (true, fold(word)));
            let found = name.chain(other).filter(|(_, name)| name.contains(&said));
            found.map(|(other, name)| (name != said, other, !name.starts_with(&said), name.len())).min()
        };
        let ranked = self.professions.iter().filter_map(|one| rank(one).map(|rank| (rank, one)));
        let mut found: Vec<_> = ranked.collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, one)| one).collect()
    }
}

/// A problem for each label or alias that somebody else is called by too, and for each alias that says the name again.
pub(super) fn problems(professions: &[Professional]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for one in professions {
        let Filed { file, raw, .. } = &one.filed;
        for (word, is_alias) in words(raw) {
            let said = fold(word.get_ref());
            let by = |other: &&Professional| {
                fold(&other.name) == said || other.words().any(|word| fold(word) == said)
            };
            let mut others = professions.iter().filter(|other| other.name != one.name);
            let (says, help) = if others.any(|other| by(&other)) {
                let says = format!("`{}` is a word for more than one profession", word.get_ref());
                (says, "leave it to the profession that people mean by it")
            } else if is_alias && said == fold(&one.name) {
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
