//! Documents of signals: texts filled in, grounds found, and every signal beside what else it can be.
//!
//! Refuses to let a signal reach a question or a row: it hands out texts.

use jiff::civil::Date;
use toml::Spanned;

use crate::content::edition::in_force;
use crate::content::library::Edition;
use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::register::Names;
use crate::model::signal::{Remark, Signal, SignalList};
use crate::model::source::Confidence;

use super::scope::Scope;

/// The question whose choices say whom a list is for.
const WHOM: &str = "wie";

/// The lists in force on the date. Every list is looked at, whatever its date: no guide depends on one.
pub(super) fn signals(date: Date, scope: &mut Scope<'_>) -> Vec<SignalList> {
    let library = scope.library;
    let mut lists = Vec::new();
    for edition in &library.signals {
        let linked = list(edition, scope);
        let current = in_force(&library.signals, &edition.name, date);
        if current.is_some_and(|current| current.filed.file == edition.filed.file) {
            lists.extend(linked);
        }
    }
    lists.sort_by(|one: &SignalList, other| one.document.id.cmp(&other.document.id));
    lists
}

fn list(edition: &Edition<raw::Signals>, scope: &mut Scope<'_>) -> Option<SignalList> {
    let (file, raw) = (&edition.filed.file, &edition.filed.raw);
    let who = scope.text(file, &raw.who);
    let whom = whom(file, &raw.whom, scope);
    if raw.rule.is_empty() {
        let says = "no rule says how to read this list";
        let problem = Problem::at(Code::BadText, file, Some(raw.id.span()), says);
        scope.push(problem.help("add a `[[rule]]`: a list without one is read as a test"));
    }
    let rules = remarks(file, &raw.rule, scope);
    let mut names = Names::default();
    let signals = raw.signal.iter().filter_map(|signal| one(file, signal, &mut names, scope)).collect();
    let against = remarks(file, &raw.against, scope);
    Some(SignalList { document: scope.library.document(edition), who: who?, whom, rules, signals, against })
}

fn one(file: &str, raw: &raw::Signal, names: &mut Names<Signal>, scope: &mut Scope<'_>) -> Option<Signal> {
    let id = scope.name(file, &raw.id, names);
    let (text, other) = (scope.text(file, &raw.text), scope.text(file, &raw.other));
    let cite = scope.cite(file, &raw.cite);
    if raw.red_flag && *raw.cite.confidence.get_ref() == Confidence::Open {
        let says = format!("`{}` is a red flag on a ground that is open", raw.id.get_ref());
        let problem = Problem::at(Code::OpenAsRule, file, Some(raw.cite.confidence.span()), says);
        scope.push(problem.help("a red flag asks to act today: find a source, or write `red_flag = false`"));
    }
    Some(Signal { id: id?, form: raw.form, text: text?, other: other?, red_flag: raw.red_flag, cite: cite? })
}

fn remarks(file: &str, list: &[raw::Remark], scope: &mut Scope<'_>) -> Vec<Remark> {
    let remark = |raw: &raw::Remark| {
        let (text, cite) = (scope.text(file, &raw.text), scope.cite(file, &raw.cite));
        Some(Remark { text: text?, cite: cite? })
    };
    list.iter().filter_map(remark).collect()
}

/// The choices that a list is for: every one in the vocabulary, and at least one.
fn whom(file: &str, list: &Spanned<raw::NameList>, scope: &mut Scope<'_>) -> Vec<Id> {
    if list.get_ref().is_empty() {
        let problem = Problem::at(Code::BadChoices, file, Some(list.span()), "this list is for nobody");
        scope.push(problem.help(format!("name the choices of `{WHOM}` that it is for")));
    }
    let question = scope.library.vocabulary.raw.question.iter().find(|term| term.id.get_ref() == WHOM);
    let mut ids = Vec::new();
    for name in list.get_ref() {
        let known = || question.into_iter().flat_map(|term| term.choices.keys().map(String::as_str));
        if known().any(|choice| choice == name.get_ref()) {
            ids.extend(scope.id(file, name));
            continue;
        }
        let near = nearest(name.get_ref(), known()).map(|near| format!("did you mean `{near}`?"));
        let says = format!("the choice `{}` of `{WHOM}` is not in the vocabulary", name.get_ref());
        let problem = Problem::at(Code::NotInVocabulary, file, Some(name.span()), says);
        scope.push(problem.help(near.unwrap_or_else(|| "add it to `vocabulary.toml`".to_owned())));
    }
    ids
}
