//! Everything of a guide beside its questions and rows: duties, actions, notices, occasions, doors, properties.

use crate::content::library::Filed;
use crate::content::raw;
use crate::model::door::Door;
use crate::model::duty::{Action, Before, Duty, Notice};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::property::{Property, Words};
use crate::model::question::{Finding, Occasion, Question};
use crate::model::register::{Ref, Register};
use crate::model::source::Confidence;

use super::chosen::Chosen;
use super::scope::{Scope, register};

pub(super) fn findings(
    vocabulary: &Filed<raw::Vocabulary>,
    scope: &mut Scope<'_>,
) -> Option<Register<Finding>> {
    let list = vocabulary.raw.finding.iter().filter_map(|finding| {
        let id = Id::parse(finding.id.get_ref()).ok()?;
        Some(Finding { id, meaning: finding.meaning.clone(), lifts: finding.lifts })
    });
    register(&scope.names.findings, list.collect())
}

pub(super) fn occasions(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Occasion>> {
    let mut list = Vec::new();
    for (file, raw) in chosen.occasions() {
        let day = day(chosen, file, raw.day.as_ref(), scope);
        let when = scope.text(file, &raw.when);
        let (Ok(id), Some(when)) = (Id::parse(raw.id.get_ref()), when) else { continue };
        list.push(Occasion { id, when, day });
    }
    register(&scope.names.occasions, list)
}

pub(super) fn actions(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Action>> {
    let mut list = Vec::new();
    for (file, raw) in chosen.actions() {
        let guard = scope.guard(file, &raw.only_if, &raw.unless);
        let text = scope.text(file, &raw.text);
        let cite = scope.cite(file, &raw.cite);
        let (Ok(id), Some(text), Some(cite)) = (Id::parse(raw.id.get_ref()), text, cite) else { continue };
        list.push(Action { id, when: raw.when, who: raw.who, guard, meets: raw.meets, text, cite });
    }
    register(&scope.names.actions, list)
}

pub(super) fn notices(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Vec<Notice> {
    let mut list = Vec::new();
    for (file, raw) in chosen.notices() {
        let guard = scope.guard(file, &raw.only_if, &raw.unless);
        let text = scope.text(file, &raw.text);
        let cite = scope.cite(file, &raw.cite);
        let (Ok(id), Some(text), Some(cite)) = (Id::parse(raw.id.get_ref()), text, cite) else { continue };
        let (place, with, meets) = (raw.place, raw.with.clone(), raw.meets);
        list.push(Notice { id, place, with, guard, meets, text, cite });
    }
    for (file, raw) in chosen.passing() {
        let guard = scope.guard(file, &raw.only_if, &raw.unless);
        let text = scope.text(file, &raw.text);
        let cite = scope.cite(file, &raw.cite);
        let (Ok(id), Some(text), Some(cite)) = (Id::parse(raw.id.get_ref()), text, cite) else { continue };
        let (place, with, meets) = (raw.place, raw.with.clone(), raw.meets);
        list.push(Notice { id, place, with, guard, meets, text, cite });
    }
    list
}

pub(super) fn doors(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Door>> {
    let mut list = Vec::new();
    for (file, raw) in chosen.doors() {
        let contacts = scope.contact_list(file, &raw.contacts);
        let label = scope.text(file, &raw.label);
        let says = scope.text(file, &raw.says);
        let because = scope.text(file, &raw.because);
        let stays = scope.text(file, &raw.stays);
        let actions = scope.action_list(file, &raw.actions);
        let cites: Vec<_> = raw.cites.iter().filter_map(|cite| scope.cite(file, cite)).collect();
        if raw.cites.is_empty() {
            let says = format!("the door `{}` has no source", raw.id.get_ref());
            scope.push(
                Problem::at(Code::Shape, file, Some(raw.id.span()), says).help("every line has a ground"),
            );
        }
        let (Ok(id), Some(label), Some(says), Some(because), Some(stays)) =
            (Id::parse(raw.id.get_ref()), label, says, because, stays)
        else {
            continue;
        };
        list.push(Door { id, label, says, because, actions, stays, contacts, cites });
    }
    register(&scope.names.doors, list)
}

pub(super) fn duties(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Duty>> {
    let profession = &chosen.profession.filed;
    for name in chosen.row.duties.keys() {
        scope.find(&profession.file, name, "duty", |names| &names.duties);
    }
    let duties = chosen.duties();
    check_order(&duties, scope);
    let mut list = Vec::new();
    for (file, raw) in duties {
        check_duty(file, raw, scope);
        let own = chosen.row.duties.iter().find(|(name, _)| name.get_ref() == raw.id.get_ref());
        scope.step(file, &raw.id, raw.step);
        let day = day(chosen, file, raw.day.as_ref(), scope);
        let label = scope.text(file, &raw.label);
        let pending = raw.pending.as_ref().and_then(|pending| scope.pending(file, pending));
        let after = scope.set(file, &raw.after, "duty", |names| &names.duties);
        let actions = scope.action_list(file, &raw.actions);
        let cite = scope.cite(file, &raw.cite);
        let (Ok(id), Some(label), Some(cite)) = (Id::parse(raw.id.get_ref()), label, cite) else { continue };
        list.push(Duty {
            id,
            step: raw.step,
            label,
            level: own.map_or(raw.level, |(_, level)| *level),
            before: raw.before.get_ref().clone(),
            after,
            pending,
            actions,
            day,
            cite,
        });
    }
    register(&scope.names.duties, list)
}

/// The question that asks for the day of a duty or occasion; another sort of question is a problem.
fn day(
    chosen: &Chosen<'_>,
    file: &str,
    name: Option<&raw::Name>,
    scope: &mut Scope<'_>,
) -> Option<Ref<Question>> {
    let name = name?;
    let found = scope.find(file, name, "question", |names| &names.questions)?;
    let asked = chosen.questions().into_iter().find(|placed| placed.raw.id.get_ref() == name.get_ref());
    if asked.is_some_and(|placed| !placed.is_day()) {
        let says = format!("`{}` does not ask for a day", name.get_ref());
        let problem = Problem::at(Code::BadChoices, file, Some(name.span()), says);
        scope.push(problem.help("name a question of the kind `date`"));
    }
    Some(found)
}

/// The two duties that may hold back a report: a closed list, and the reason why "not yet" stays rare.
pub(super) const MAY_HOLD_A_REPORT: [&str; 2] = ["gesprek", "eigen-feiten"];

fn check_duty(file: &str, raw: &raw::Duty, scope: &mut Scope<'_>) {
    let name = raw.id.get_ref();
    let before = raw.before.get_ref();
    if before.contains(&Before::Report) && !MAY_HOLD_A_REPORT.contains(&name.as_str()) {
        let says = format!("the duty `{name}` would hold back a report");
        let problem = Problem::at(Code::HoldsReport, file, Some(raw.before.span()), says);
        scope.push(
            problem.help("only `gesprek` and `eigen-feiten` may; say `sending` to name it in the same call"),
        );
    }
    let holds = before.iter().any(|before| before.holds().is_some());
    if holds && raw.pending.is_none() {
        let says = format!("the duty `{name}` holds something back and does not say what comes first");
        let problem = Problem::at(Code::NothingFirst, file, Some(raw.id.span()), says);
        scope.push(problem.help("add `pending` with `first` and `fallback`"));
    }
    if holds && *raw.cite.confidence.get_ref() == Confidence::Open {
        let says = format!("the duty `{name}` holds something back on a ground that is open");
        let problem = Problem::at(Code::OpenAsRule, file, Some(raw.cite.confidence.span()), says);
        scope.push(
            problem.help("what is not settled holds nothing back: say `afterwards`, or find a firm ground"),
        );
    }
}

/// Duties that come after each other in a ring: none of them could ever be the first.
fn check_order(duties: &[(&str, &raw::Duty)], scope: &mut Scope<'_>) {
    for (file, duty) in duties {
        let name = duty.id.get_ref();
        let mut before: Vec<&str> = Vec::new();
        let mut look: Vec<&raw::Name> = duty.after.iter().collect();
        while let Some(next) = look.pop() {
            if !before.contains(&next.get_ref().as_str()) {
                before.push(next.get_ref());
                let found = duties.iter().find(|(_, other)| other.id.get_ref() == next.get_ref());
                look.extend(found.into_iter().flat_map(|(_, other)| &other.after));
            }
        }
        if let (true, Some(after)) = (before.contains(&name.as_str()), duty.after.first()) {
            let says = format!("the duty `{name}` comes after itself");
            let problem = Problem::at(Code::Loop, file, Some(after.span()), says);
            scope.push(problem.help("take one `after` out of the ring, so that one duty is the first"));
        }
    }
}

pub(super) fn properties(document: &Filed<raw::Properties>, scope: &mut Scope<'_>) -> Vec<Property> {
    let file = &document.file;
    let mut list = Vec::new();
    for raw in &document.raw.property {
        if raw.require.is_none() && raw.forbid.is_none() {
            let says = format!("the property `{}` asks for nothing", raw.id.get_ref());
            let problem = Problem::at(Code::PropertyIdle, file, Some(raw.id.span()), says);
            scope.push(problem.help("add `require` or `forbid`"));
        }
        let mut words = |raw: &raw::Words| words(file, raw, scope);
        let (given, unless) = (words(&raw.given), raw.unless.as_ref().map(&mut words));
        let (require, forbid) = (raw.require.as_ref().map(&mut words), raw.forbid.as_ref().map(&mut words));
        let Ok(id) = Id::parse(raw.id.get_ref()) else { continue };
        list.push(Property { id, says: raw.says.clone(), given, unless, require, forbid });
    }
    list
}

fn words(file: &str, raw: &raw::Words, scope: &mut Scope<'_>) -> Words {
    Words {
        outlook: raw.outlook.clone(),
        report: raw.report.clone(),
        help: raw.help.clone(),
        findings: scope.findings(file, &raw.findings),
        any_finding: scope.findings(file, &raw.any_finding),
        held_by: scope.set(file, &raw.held_by, "duty", |names| &names.duties),
        held_by_other_than: raw
            .held_by_other_than
            .as_ref()
            .map(|list| scope.set(file, list, "duty", |names| &names.duties)),
        done: scope.set(file, &raw.done, "duty", |names| &names.duties),
        any_open: scope.set(file, &raw.any_open, "duty", |names| &names.duties),
        meets: raw.meets.clone(),
        held: raw.held,
        acts: raw.acts,
        way_out: raw.way_out,
    }
}
