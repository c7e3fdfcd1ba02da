//! A class that did exercises: as text, as a page to print and talk about, and as JSON.
//!
//! Knows order and words. Refuses to count: what is shown was counted by `exercise::class`.

mod html;
mod json;
mod picture;
mod text;

use crate::exercise::class::{Asked, Class, Round};
use crate::exercise::ending::Ending;
use crate::exercise::judge::Verdict;
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::class as say;

pub use html::html;
pub use json::{graded, value};
pub use text::text;

/// A verdict: its mark, what stands in a table, and what that means.
fn verdict(verdict: Verdict) -> (&'static str, Words, Words) {
    let place = Verdict::ALL.iter().position(|other| *other == verdict);
    say::VERDICTS.get(place.unwrap_or_default()).copied().unwrap_or(("", say::NOT_DONE, say::NOT_DONE))
}

/// An ending in words.
#[must_use]
pub fn ending(ending: Ending, lang: Lang) -> &'static str {
    let place = Ending::ALL.iter().position(|other| *other == ending);
    place.and_then(|place| say::ENDINGS.get(place)).map_or("", |words| words.to(lang))
}

/// The short name of a situation: the number of its exercise, and its part where there are more.
fn numbers(class: &Class) -> Vec<String> {
    let mut exercises: Vec<&str> = Vec::new();
    let mut numbers = Vec::new();
    for Round { situation, .. } in &class.rounds {
        // The phases of one exercise stand behind each other.
        if exercises.last() != Some(&situation.exercise.as_str()) {
            exercises.push(&situation.exercise);
        }
        let number = exercises.len();
        let of_one = if situation.phases > 1 { format!(".{}", situation.phase) } else { String::new() };
        numbers.push(format!("{number}{of_one}"));
    }
    numbers
}

/// So many exercises.
fn exercises(class: &Class) -> usize {
    let mut names: Vec<&str> = class.rounds.iter().map(|round| round.situation.exercise.as_str()).collect();
    names.dedup();
    names.len()
}

/// How many came out which way, in the order of gravity.
fn counts(round: &Round) -> [usize; 4] {
    Verdict::ALL.map(|verdict| round.count(verdict))
}

/// The title of a situation, with its part where there are more.
fn title(round: &Round, lang: Lang) -> String {
    let situation = &round.situation;
    if situation.phases > 1 {
        format!("{} ({})", situation.title, say::phase(lang, situation.phase))
    } else {
        situation.title.clone()
    }
}

/// How alike a question was answered, in words; nothing with one participant.
fn shares(asked: &Asked, lang: Lang) -> Option<String> {
    asked.agreement.map(|share| say::same_answer(lang, &share.to_string()))
}
