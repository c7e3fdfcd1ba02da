//! The profession of a guide, and one for which there is none.
//!
//! Knows who is bound, decides and reports. Refuses to judge which documents fit: the row says that.

use crate::content::library::Filed;
use crate::content::raw;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::profession::{OwnFramework, Profession, Said};

use super::chosen::Chosen;
use super::scope::Scope;

pub(super) fn profession(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Profession> {
    let Filed { file, raw, .. } = &chosen.profession.filed;
    let row = chosen.row;
    if row.own_framework == OwnFramework::NotSeen && row.framework_note.is_none() {
        let says = "this profession links another document than its own, and does not say so";
        let problem = Problem::at(Code::BadText, file, Some(row.from.span()), says);
        scope.push(problem.help("say in `framework_note`, in one plain line, what was not seen"));
    }
    let label = scope.text(file, &raw.label);
    let framework_note = row.framework_note.as_ref().map(|note| scope.text(file, note));
    let cite = scope.cite(file, &row.cite);
    if raw.bound.is_none() {
        let says = "this profession does not say who has to have a meldcode";
        let problem = Problem::at(Code::Shape, file, Some(raw.id.span()), says);
        scope
            .push(problem.help("add `[bound]`, with the article of the law, or that the law obliges nobody"));
    }
    let bound = raw.bound.as_ref().and_then(|one| said(file, one, scope));
    let decides = raw.decides.as_ref().map(|one| said(file, one, scope));
    let reports = raw.reports.as_ref().map(|one| said(file, one, scope));
    let supervisor = raw.supervisor.as_ref().map(|one| said(file, one, scope));
    let triggers: Vec<_> = raw
        .trigger
        .iter()
        .filter_map(|one| {
            let (text, cite) = (scope.text(file, &one.text), scope.cite(file, &one.cite));
            Some((one.check, Said { text: text?, cite: cite? }))
        })
        .collect();
    let mut terms = std::collections::BTreeMap::new();
    for (key, word) in &raw.terms {
        terms.extend(scope.text(file, word).map(|word| (key.clone(), word)));
    }
    Some(Profession {
        id: Id::parse(&chosen.profession.name).ok()?,
        label: label?,
        aliases: raw.aliases.iter().map(|alias| alias.get_ref().clone()).collect(),
        sector: raw.sector,
        own_framework: row.own_framework,
        framework_note: framework_note.flatten(),
        cite: cite?,
        newest: chosen.profession.from.last().copied().unwrap_or(chosen.from),
        bound: bound?,
        decides: decides.flatten(),
        reports: reports.flatten(),
        supervisor: supervisor.flatten(),
        triggers,
        terms,
    })
}

fn said(file: &str, raw: &raw::Said, scope: &mut Scope<'_>) -> Option<Said> {
    let (text, cite) = (scope.text(file, &raw.text), scope.cite(file, &raw.cite));
    Some(Said { text: text?, cite: cite? })
}
