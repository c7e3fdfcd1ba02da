//! How a flaw of a guide is told to the author: which document, which line, what would help.

use std::ops::Range;

use crate::content::library::{Edition, Library};
use crate::content::raw;
use crate::engine::explore::MOST_STATES;
use crate::engine::property::Verdict;
use crate::engine::survey::{Flaw, MOST_QUESTIONS};
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::property::Property;

/// The problem behind a flaw of the proof.
pub(super) fn problem(library: &Library, guide: &Guide, flaw: &Flaw) -> Problem {
    match flaw {
        Flaw::MissingRow(conclusions) => {
            let set = conclusions.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
            let place = weighing(library, guide);
            let says = format!("no row answers the conclusions [{set}], which answers can lead to");
            Problem::at(Code::MissingRow, &place, None, says).help(format!("add a row with `when = [{set}]`"))
        }
        Flaw::DeadRow(row) => {
            let id = &guide.rows.get(*row).id;
            let (file, span) = row_place(library, guide, id.as_str());
            Problem::at(Code::DeadRow, &file, span, format!("no answers lead to the row `{id}`"))
                .help("take it out, or mend the arrow that should lead here")
        }
        Flaw::DeadQuestion(question) => {
            let id = &guide.questions.get(*question).id;
            let (file, span) = question_place(library, guide, id.as_str());
            Problem::at(Code::DeadQuestion, &file, span, format!("no answers lead to the question `{id}`"))
                .help("take it out, mend its guard, or mend the arrow that should lead here")
        }
        Flaw::ArrowToDay(question) => {
            let id = &guide.questions.get(*question).id;
            let (file, span) = question_place(library, guide, id.as_str());
            Problem::at(Code::BadChoices, &file, span, format!("an arrow leads to the date question `{id}`"))
                .help("a day decides nothing: name it as the `day` of a duty or an occasion")
        }
        Flaw::TooManyQuestions(count) => {
            let says = format!("a first advice can take {count} questions; {MOST_QUESTIONS} is the most");
            Problem::at(Code::TooManyQuestions, &steps(library, guide), None, says)
                .help("guard questions that change nothing, or merge them")
        }
        Flaw::TooManyStates => {
            let says = format!("the proof needs more than {MOST_STATES} states");
            Problem::at(Code::TooManyStates, &steps(library, guide), None, says)
                .help("fewer findings in guards make the proof smaller")
        }
    }
}

/// The problem behind a property that does not hold.
pub(super) fn property(library: &Library, guide: &Guide, property: &Property, verdict: &Verdict) -> Problem {
    let file = &library.properties.file;
    let span = library.properties.raw.property.iter().find(|raw| raw.id.get_ref() == property.id.as_str());
    let span = span.map(|raw| raw.id.span());
    let whose = format!("{} on {}", guide.profession.id, guide.date);
    match verdict {
        Verdict::Broken { findings, outlook } => {
            let ids: Vec<_> = findings.iter().map(|at| guide.findings.get(at).id.to_string()).collect();
            let says = format!("`{}` does not hold for {whose}", property.id);
            let help =
                format!("for example with the outlook {outlook:?} and the findings [{}]", ids.join(", "));
            Problem::at(Code::PropertyBroken, file, span, says).help(help.to_lowercase())
        }
        Verdict::TooManyStates => {
            let says = format!("`{}` needs more than {MOST_STATES} states for {whose}", property.id);
            Problem::at(Code::TooManyStates, file, span, says).help("let the property read less")
        }
        Verdict::Idle | Verdict::Holds { .. } => {
            let says = format!("`{}` is about no result of {whose}", property.id);
            Problem::at(Code::PropertyIdle, file, span, says).help("mend what it is given, or take it out")
        }
    }
}

fn edition_of<'a, T>(editions: &'a [Edition<T>], guide: &Guide) -> Option<&'a Edition<T>> {
    editions
        .iter()
        .find(|edition| guide.documents.iter().any(|document| document.digest == edition.filed.digest))
}

fn steps(library: &Library, guide: &Guide) -> String {
    edition_of(&library.steps, guide).map_or_else(String::new, |edition| edition.filed.file.clone())
}

fn weighing(library: &Library, guide: &Guide) -> String {
    edition_of(&library.afwegingskaders, guide).map_or_else(String::new, |edition| edition.filed.file.clone())
}

fn row_place(library: &Library, guide: &Guide, id: &str) -> (String, Option<Range<usize>>) {
    let edition = edition_of(&library.afwegingskaders, guide);
    let row = edition.and_then(|edition| edition.filed.raw.row.iter().find(|row| row.id.get_ref() == id));
    (weighing(library, guide), row.map(|row| row.id.span()))
}

fn question_place(library: &Library, guide: &Guide, id: &str) -> (String, Option<Range<usize>>) {
    let find = |list: &[raw::Question]| list.iter().find(|q| q.id.get_ref() == id).map(|q| q.id.span());
    let in_steps = edition_of(&library.steps, guide).and_then(|edition| find(&edition.filed.raw.question));
    match in_steps {
        Some(span) => (steps(library, guide), Some(span)),
        None => {
            let edition = edition_of(&library.afwegingskaders, guide);
            (weighing(library, guide), edition.and_then(|edition| find(&edition.filed.raw.question)))
        }
    }
}
