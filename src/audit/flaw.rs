//! How a flaw of a guide is told to the author: which document, which line, what would help.

use std::ops::Range;

use jiff::civil::Date;

use crate::content::library::{Edition, Filed, Library};
use crate::content::raw;
use crate::engine::check::Verdict;
use crate::engine::explore::MOST_STATES;
use crate::engine::survey::{Flaw, MOST_ON_THE_COMMON_PATH, MOST_QUESTIONS};
use crate::engine::worth::Idle;
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::property::Property;

/// The problem behind a flaw of the proof.
pub(super) fn problem(library: &Library, guide: &Guide, flaw: &Flaw) -> Problem {
    match flaw {
        Flaw::MissingRow(conclusions) => {
            let set = conclusions.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
            let (file, span) = draw_place(library, guide, conclusions);
            let says =
                format!("answers can lead to the conclusions [{set}], and no row is for exactly these");
            Problem::at(Code::MissingRow, &file, span, says).help(format!("add a row with `when = [{set}]`"))
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
        Flaw::CommonPathTooLong(count) => {
            let says = format!(
                "a first advice takes {count} questions on the common path; {MOST_ON_THE_COMMON_PATH} is the most"
            );
            Problem::at(Code::CommonPathTooLong, &steps(library, guide), None, says)
                .help("guard questions that most cases do not need, or see whether `common` names what most cases answer")
        }
        Flaw::TooManyStates => {
            let says = format!("the proof needs more than {MOST_STATES} states");
            Problem::at(Code::TooManyStates, &steps(library, guide), None, says)
                .help("fewer findings in guards make the proof smaller")
        }
    }
}

/// The problem behind a question that can change nothing where it is asked.
pub(super) fn idle(library: &Library, guide: &Guide, idle: &Idle) -> Problem {
    let id = &guide.questions.get(idle.question).id;
    let (file, span) = question_place(library, guide, id.as_str());
    let before = guide.questions.iter().filter_map(|(at, question)| {
        let choices = idle.answers.get(at)?.choices();
        let ids = choices.filter_map(|index| question.choices.get(index)).map(|choice| choice.id.as_str());
        Some(format!("{} = {}", question.id, ids.collect::<Vec<_>>().join(" + ")))
    });
    let before = before.collect::<Vec<_>>().join(", ");
    let help = if before.is_empty() {
        "take it out, or let its answers do something".to_owned()
    } else {
        format!("for example after {before}: ask it only where it matters")
    };
    Problem::at(Code::IdleQuestion, &file, span, format!("no answer to `{id}` can change anything"))
        .help(help)
}

/// The problem of a property that is about no result of any guide.
pub(super) fn idle_property(library: &Library, property: &raw::Property) -> Problem {
    let says = format!("`{}` is about no result of any guide", property.id.get_ref());
    let problem = Problem::at(Code::PropertyIdle, &library.properties.file, Some(property.id.span()), says);
    problem.help("mend what it is given, or take it out")
}

/// The problem behind a property that does not hold; nothing when it does, or is about no result of this guide.
pub(super) fn property(
    library: &Library,
    guide: &Guide,
    property: &Property,
    verdict: &Verdict,
) -> Option<Problem> {
    let file = &library.properties.file;
    let span = library.properties.raw.property.iter().find(|raw| raw.id.get_ref() == property.id.as_str());
    let span = span.map(|raw| raw.id.span());
    let whose = format!("{} on {}", guide.profession.id, guide.date);
    match verdict {
        Verdict::Broken { findings, outlook } => {
            let ids: Vec<_> = findings.iter().map(|at| guide.findings.get(at).id.to_string()).collect();
            let says = format!("`{}` does not hold for {whose}", property.id);
            let outlook = outlook.word();
            let help = if ids.is_empty() {
                format!("for example when the outlook is `{outlook}`")
            } else {
                format!(
                    "for example when the outlook is `{outlook}` and the findings are [{}]",
                    ids.join(", ")
                )
            };
            Some(Problem::at(Code::PropertyBroken, file, span, says).help(help))
        }
        Verdict::TooManyStates => {
            let says = format!("`{}` needs more than {MOST_STATES} states for {whose}", property.id);
            Some(Problem::at(Code::TooManyStates, file, span, says).help("let the property read less"))
        }
        Verdict::Idle | Verdict::Holds { .. } => None,
    }
}

/// The problem of a profession for which on no day all documents are in force together.
pub(super) fn never_in_force(library: &Library, profession: &str, document: &str) -> Option<Problem> {
    let one = library.professions.iter().find(|one| one.name == profession)?;
    let Filed { file, raw, .. } = &one.filed;
    let named = raw.row.iter().flat_map(|row| [&row.law, &row.steps, &row.afwegingskader]).chain(&raw.doors);
    let at = named.into_iter().find(|name| name.get_ref() == document).unwrap_or(&raw.id);
    let says = format!(
        "`{document}` is in force on no day on which `professions/{profession}` and its other documents are"
    );
    let problem = Problem::at(Code::NotInForce, file, Some(at.span()), says);
    Some(problem.help("mend a `valid_from`, or the line in `editions.toml` that ends one of them"))
}

/// A row links a document that begins later than it is needed. Nothing when no row counts on the day.
pub(super) fn too_early(
    library: &Library,
    profession: &str,
    day: Date,
    document: &str,
    first: Date,
) -> Option<Problem> {
    let one = library.professions.iter().find(|one| one.name == profession)?;
    let (from, row) = one.row_on(day)?;
    let named = [&row.law, &row.steps, &row.afwegingskader].into_iter().chain(&one.filed.raw.doors);
    let at = named.into_iter().find(|name| name.get_ref() == document)?;
    let says = format!("`{document}` begins on {first}, and the row that links it on {from}");
    let problem = Problem::at(Code::NotInForce, &one.filed.file, Some(at.span()), says);
    Some(problem.help("begin the row on the first day of all its documents, or link another until then"))
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

/// The last choice that draws one of the conclusions: behind it the row is missing.
fn draw_place(library: &Library, guide: &Guide, conclusions: &[String]) -> (String, Option<Range<usize>>) {
    let edition = edition_of(&library.afwegingskaders, guide);
    let questions = edition.into_iter().flat_map(|edition| &edition.filed.raw.question);
    let draws = questions.flat_map(|question| &question.choice).flat_map(|choice| &choice.draws);
    let last = draws.rev().find(|name| conclusions.contains(name.get_ref()));
    (weighing(library, guide), last.map(raw::Name::span))
}

fn row_place(library: &Library, guide: &Guide, id: &str) -> (String, Option<Range<usize>>) {
    let edition = edition_of(&library.afwegingskaders, guide);
    let row = edition.and_then(|edition| edition.filed.raw.row.iter().find(|row| row.id.get_ref() == id));
    (weighing(library, guide), row.map(|row| row.id.span()))
}

fn question_place(library: &Library, guide: &Guide, id: &str) -> (String, Option<Range<usize>>) {
    let find = |list: &[raw::Question]| list.iter().find(|q| q.id.get_ref() == id).map(|q| q.id.span());
    let in_flow = library.flows.iter().find_map(|flow| Some((&flow.filed, find(&flow.filed.raw.question)?)));
    if let Some((flow, span)) = in_flow {
        return (flow.file.clone(), Some(span));
    }
    let in_steps = edition_of(&library.steps, guide).and_then(|edition| find(&edition.filed.raw.question));
    match in_steps {
        Some(span) => (steps(library, guide), Some(span)),
        None => {
            let edition = edition_of(&library.afwegingskaders, guide);
            (weighing(library, guide), edition.and_then(|edition| find(&edition.filed.raw.question)))
        }
    }
}
