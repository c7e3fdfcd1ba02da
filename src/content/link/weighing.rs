//! The conclusions and rows of a weighing document.

use crate::content::library::Filed;
use crate::content::raw;
use crate::model::advice::{Advice, Conclusion, Report, Row};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::register::{Register, Set};
use crate::model::source::Confidence;

use super::scope::{Scope, register};

pub(super) fn conclusions(
    document: &Filed<raw::Afwegingskader>,
    scope: &mut Scope<'_>,
) -> Option<Register<Conclusion>> {
    let list = document.raw.conclusion.iter().filter_map(|conclusion| {
        Some(Conclusion { id: Id::parse(conclusion.id.get_ref()).ok()?, meaning: conclusion.meaning.clone() })
    });
    register(&scope.names.conclusions, list.collect())
}

pub(super) fn rows(document: &Filed<raw::Afwegingskader>, scope: &mut Scope<'_>) -> Option<Register<Row>> {
    let file = &document.file;
    let mut rows: Vec<Row> = Vec::new();
    for raw in &document.raw.row {
        let when = scope.set(file, raw.when.get_ref(), "conclusion", |names| &names.conclusions);
        // A set with an unknown name in it is not compared: that would be a second problem for one mistake.
        let known = |name: &raw::Name| scope.names.conclusions.find(name.get_ref()).is_some();
        let whole = raw.when.get_ref().iter().all(known);
        if let Some(other) = rows.iter().find(|row| whole && row.when == when) {
            let says = format!("`{}` answers the same conclusions as `{}`", raw.id.get_ref(), other.id);
            let problem = Problem::at(Code::DoubleRow, file, Some(raw.when.span()), says);
            scope.push(
                problem.help("every set of conclusions has exactly one row: merge the two, or mend `when`"),
            );
        }
        let advice = Advice { report: raw.report, help: raw.help };
        if advice.report == Report::Undecided && raw.pending.is_none() {
            let says = format!("`{}` is undecided and does not say what comes first", raw.id.get_ref());
            let problem = Problem::at(Code::NothingFirst, file, Some(raw.id.span()), says);
            scope.push(problem.help("add `pending` with `first` and `fallback`"));
        }
        if *raw.cite.confidence.get_ref() == Confidence::Open && advice.report != Report::Undecided {
            let says = format!("`{}` decides on a ground that is open", raw.id.get_ref());
            let problem = Problem::at(Code::OpenAsRule, file, Some(raw.cite.confidence.span()), says);
            scope.push(problem.help("what is not settled is `undecided`, with advice first"));
        }
        let says = scope.text(file, &raw.says);
        let because = scope.variants(file, &raw.because);
        let actions = scope.action_list(file, &raw.actions);
        let pending = raw.pending.as_ref().and_then(|pending| scope.pending(file, pending));
        let cite = scope.cite(file, &raw.cite);
        let (Ok(id), Some(says), Some(because), Some(cite)) =
            (Id::parse(raw.id.get_ref()), says, because, cite)
        else {
            continue;
        };
        let (after_report, meldnorm) = (false, raw.meldnorm);
        rows.push(Row { id, when, advice, after_report, meldnorm, says, because, actions, pending, cite });
    }
    let made = rows.iter().filter(|row| row.advice.report == Report::Made).map(|row| row.when);
    let made: Vec<Set<Conclusion>> = made.collect();
    for row in &mut rows {
        row.after_report = made.iter().any(|set| row.when.covers(*set));
    }
    register(&scope.names.rows, rows)
}
