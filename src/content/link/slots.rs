//! Slots: where flows and themes hang, and the themes themselves.
//!
//! Knows that what hangs on a slot speaks only of what was established before it, and never leads out of it.

use crate::content::library::Library;
use crate::content::raw;
use crate::model::duty::{Duty, Notice, Place};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Finding, Guard};
use crate::model::register::Set;
use crate::model::theme::{RedFlag, Slot, StepNotice, Theme};

use super::body::MAY_HOLD_A_REPORT;
use super::chosen::{Chosen, Part};
use super::scope::Scope;

/// Which duties an answer asks for besides its own, because of what it establishes.
pub(super) type Imposed = Vec<(Set<Finding>, Set<Duty>)>;

/// The duties that flows ask for, with the findings that bring them.
pub(super) fn imposed(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Imposed {
    let mut all = Vec::new();
    for flow in chosen.flows.iter().map(|flow| &flow.filed) {
        for duty in
            flow.raw.duty.iter().filter(|duty| MAY_HOLD_A_REPORT.contains(&duty.id.get_ref().as_str()))
        {
            let says =
                format!("the duty `{}` can hold back a report, and stands in a flow", duty.id.get_ref());
            let problem = Problem::at(Code::HoldsReport, &flow.file, Some(duty.id.span()), says);
            scope.push(problem.help("only the steps have it; give the duty of the flow a name of its own"));
        }
        let by = scope.findings(&flow.file, &flow.raw.imposed_by);
        let known = &scope.names.duties;
        let duties = flow.raw.duty.iter().filter_map(|duty| known.find(duty.id.get_ref())).collect();
        all.push((by, duties));
    }
    all
}

/// A flow holds back closing and helping alone. So its answers neither bring nor settle what a report waits for, and
/// establish nothing that lifts it.
pub(super) fn leaves_reports_alone(file: &str, choice: &raw::Choice, scope: &mut Scope<'_>) {
    let duties = choice.imposes.iter().chain(&choice.fulfils).chain(&choice.excuses);
    let holds = duties.filter(|name| MAY_HOLD_A_REPORT.contains(&name.get_ref().as_str()));
    let findings = &scope.library.vocabulary.raw.finding;
    let lifts = |name: &&raw::Name| {
        findings.iter().any(|finding| finding.lifts && finding.id.get_ref() == name.get_ref())
    };
    let touched: Vec<&raw::Name> = holds.chain(choice.records.iter().filter(lifts)).collect();
    for name in touched {
        let says = format!("`{}` decides whether a report waits, and stands in a flow", name.get_ref());
        let problem = Problem::at(Code::HoldsReport, file, Some(name.span()), says);
        scope.push(
            problem.help(
                "a flow holds back closing and helping alone; what a report waits for is for the steps",
            ),
        );
    }
}

/// Every slot is declared once, and stands before a question of the steps.
pub(super) fn check(chosen: &Chosen<'_>, scope: &mut Scope<'_>) {
    let steps = &chosen.steps.filed;
    let mut seen = Vec::new();
    for slot in &steps.raw.slot {
        if seen.contains(slot.id.get_ref()) {
            let problem = Problem::at(
                Code::DuplicateId,
                &steps.file,
                Some(slot.id.span()),
                "this slot was declared before",
            );
            scope.push(problem.help("a slot has one place among the questions"));
        }
        seen.push(*slot.id.get_ref());
        let Some(before) = &slot.before else { continue };
        if !steps.raw.question.iter().any(|question| question.id.get_ref() == before.get_ref()) {
            let says = format!("there is no question `{}` in these steps", before.get_ref());
            let problem = Problem::at(Code::UnknownReference, &steps.file, Some(before.span()), says);
            scope.push(
                problem.help(
                    "a slot stands before a question of its own document; leave `before` out for the end",
                ),
            );
        }
    }
}

/// What hangs on a slot that no steps declare would never be read.
pub(super) fn declared(library: &Library, scope: &mut Scope<'_>) {
    let slots = library.steps.iter().flat_map(|steps| &steps.filed.raw.slot);
    let slots: Vec<Slot> = slots.map(|slot| *slot.id.get_ref()).collect();
    let flows = library.flows.iter().map(|flow| (&flow.filed.file, &flow.filed.raw.slot));
    let themes = library.themes.iter().map(|theme| (&theme.filed.file, &theme.filed.raw.slot));
    let signals = library.signals.iter().map(|list| (&list.filed.file, &list.filed.raw.slot));
    for (file, slot) in flows.chain(themes).chain(signals).filter(|(_, slot)| !slots.contains(slot.get_ref()))
    {
        let says = "no steps declare this slot, so what hangs here is never read";
        let problem = Problem::at(Code::UnknownSlot, file, Some(slot.span()), says);
        scope.push(problem.help("add a `[[slot]]` to the steps, or hang it on a slot that is there"));
    }
}

/// What answers establish before a slot.
fn established_before(chosen: &Chosen<'_>, slot: Slot, scope: &Scope<'_>) -> Set<Finding> {
    let place = chosen.steps.filed.raw.slot.iter().find(|at| *at.id.get_ref() == slot);
    let before = place.and_then(|at| at.before.as_ref()).map(raw::Name::get_ref);
    let ahead = chosen
        .questions()
        .into_iter()
        .take_while(|placed| placed.part != Part::Weighing && Some(placed.raw.id.get_ref()) != before);
    let records = ahead.flat_map(|placed| &placed.raw.choice).flat_map(|choice| &choice.records);
    let given = chosen.given();
    let records = records.chain(given.into_iter().map(|(_, name)| name));
    records.filter_map(|name| scope.names.findings.find(name.get_ref())).collect()
}

/// The themes, and those of their notices that accompany results.
pub(super) fn themes(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> (Vec<Theme>, Vec<Notice>) {
    let (mut themes, mut notices) = (Vec::new(), Vec::new());
    for theme in chosen.themes.iter().map(|theme| &theme.filed) {
        if theme.raw.only_if.is_empty() {
            let says = "this theme hangs on no finding, so it would always be at play";
            let problem = Problem::at(Code::UnheardTheme, &theme.file, Some(theme.raw.id.span()), says);
            scope.push(problem.help("name in `only_if` the finding with which it is at play"));
        }
        let before = established_before(chosen, *theme.raw.slot.get_ref(), scope);
        for name in &theme.raw.only_if {
            let known = scope.names.findings.find(name.get_ref());
            if known.is_some_and(|finding| !before.has(finding)) {
                let says = format!("no answer before this slot establishes `{}`", name.get_ref());
                let problem = Problem::at(Code::UnheardTheme, &theme.file, Some(name.span()), says);
                scope.push(problem.help("hang the theme on a later slot, or on a finding of step 0 or 1"));
            }
        }
        themes.extend(one(&theme.file, &theme.raw, &mut notices, scope));
    }
    (themes, notices)
}

fn one(file: &str, raw: &raw::Theme, spoken: &mut Vec<Notice>, scope: &mut Scope<'_>) -> Option<Theme> {
    let guard = scope.guard(file, &raw.only_if, &[]);
    let contacts = scope.contact_list(file, &raw.contacts);
    let means = scope.text(file, &raw.means);
    let cite = scope.cite(file, &raw.cite);
    let mut expert = None;
    if let Some(said) = &raw.expert {
        expert = scope.text(file, &said.text).zip(scope.cite(file, &said.cite));
    }
    let mut red_flags = Vec::new();
    for flag in &raw.red_flag {
        let (text, cite) = (scope.text(file, &flag.text), scope.cite(file, &flag.cite));
        let (Some(id), Some(text), Some(cite)) = (scope.id(file, &flag.id), text, cite) else { continue };
        red_flags.push(RedFlag { id, text, cite });
    }
    let mut notices = Vec::new();
    for notice in &raw.notice {
        scope.step(file, &notice.id, notice.step);
        let own = scope.guard(file, &notice.only_if, &notice.unless);
        let (text, cite) = (scope.text(file, &notice.text), scope.cite(file, &notice.cite));
        let (Some(id), Some(text), Some(cite)) = (scope.id(file, &notice.id), text, cite) else { continue };
        let own = Guard { only_if: own.only_if.or(guard.only_if), ..own };
        let (step, with, meets) = (notice.step, notice.with.clone(), notice.meets);
        if !with.is_empty() {
            let said = Notice {
                id: id.clone(),
                place: Place::Mind,
                with: with.clone(),
                guard: own,
                meets,
                text: text.clone(),
                cite: cite.clone(),
            };
            spoken.push(said);
        }
        notices.push(StepNotice { id, step, with, guard: own, meets, text, cite });
    }
    let name = raw.id.get_ref().rsplit('/').next().unwrap_or_default();
    let (means, cite) = (means?, cite?);
    Some(Theme {
        id: Id::parse(name).ok()?,
        title: raw.title.clone(),
        guard,
        means,
        cite,
        expert,
        contacts,
        red_flags,
        notices,
    })
}
