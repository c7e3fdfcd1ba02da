//! What exercises reach of the norm, by document: counted, and what is not reached named with the reason.
//!
//! Counts exercises and lines of the norm. Nothing here is about a case, or about anybody who did an exercise.

use serde_json::{Value, json};

use crate::exercise::coverage::{Coverage, Sort, Why};
use crate::ui::lang::Words;
use crate::ui::messages::coverage as say;

use super::page::{Page, Setting};
use super::paper::Paper;

/// The number of the format. It rises when a reader of the old format would misread the new one.
const FORMAT: u32 = 1;

/// The report as a document.
#[must_use]
pub fn paper(coverage: &Coverage, exercises: usize, setting: Setting) -> Paper {
    let lang = setting.lang;
    let mut page = Page::new(setting);
    page.headline(&say::headline(lang, exercises));
    let missing = coverage.missing();
    page.text(&say::not_reached(lang, missing.len()));
    for document in coverage.documents() {
        page.gap();
        page.heading(document);
        for sort in Sort::ALL {
            let all = coverage.of(document, sort).count();
            let reached = coverage.of(document, sort).filter(|(_, names)| !names.is_empty()).count();
            if all > 0 {
                page.dash(&say::reached(lang, sort_words(sort).to(lang), reached, all));
            }
        }
        for (thing, why) in missing.iter().filter(|(thing, _)| thing.document == document) {
            let (sort, why) = (sort_words(thing.sort).to(lang), why_words(*why).to(lang));
            page.dash(&format!("{} · {sort}: {} ({why})", say::MISSING.to(lang), thing.name));
        }
    }
    Paper::training(vec![page], Vec::new())
}

/// The report for programs: everything that can be reached, with the exercises that do.
#[must_use]
pub fn value(coverage: &Coverage, exercises: usize) -> Value {
    let missing = coverage.missing();
    let why = |thing| missing.iter().find(|(other, _)| *other == thing).map(|(_, why): &(_, Why)| *why);
    let documents = coverage.documents().into_iter().map(|document| {
        let things = Sort::ALL.into_iter().flat_map(|sort| coverage.of(document, sort));
        let things = things.map(|(thing, names)| {
            json!({ "sort": thing.sort, "name": thing.name, "exercises": names, "not_reached": why(thing) })
        });
        json!({ "document": document, "things": things.collect::<Vec<_>>() })
    });
    json!({
        "format": FORMAT,
        "exercises": exercises,
        "not_reached": missing.len(),
        "documents": documents.collect::<Vec<_>>(),
    })
}

fn sort_words(sort: Sort) -> Words {
    match sort {
        Sort::Question => say::QUESTIONS,
        Sort::Choice => say::CHOICES,
        Sort::Day => say::DAYS,
        Sort::Row => say::ROWS,
        Sort::Duty => say::DUTIES,
        Sort::Emergency => say::EMERGENCY,
        Sort::Door => say::DOORS,
        Sort::Property => say::PROPERTIES,
    }
}

fn why_words(why: Why) -> Words {
    match why {
        Why::NoExercise => say::NO_EXERCISE,
        Why::NotOnAnyWay => say::NOT_ON_ANY_WAY,
    }
}
