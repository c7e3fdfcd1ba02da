//! Signals by whom they are about and what they are seen in, each beside what else it can be.
//!
//! Says first how a list is read, and marks a red flag in words. Refuses to count.

use serde_json::{Value, json};

use crate::model::guide::Guide;
use crate::model::id::Id;
use crate::model::signal::{Form, Remark, Signal, SignalList};
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, cite_value, document_value, ground};

/// The lists in force: all, or those for one choice of the question `wie`.
#[must_use]
pub fn signals(guide: &Guide, who: Option<&str>, lang: Lang) -> View {
    let is_for = |list: &&SignalList| who.is_none_or(|who| list.whom.iter().any(|id| id.as_str() == who));
    let lists: Vec<&SignalList> = guide.signals.iter().filter(is_for).collect();
    let mut lines = Vec::new();
    if lists.is_empty() {
        lines.push(Line::Heading(say::NO_SIGNALS.to(lang).to_owned()));
    } else {
        lines.push(Line::Heading(say::SIGNALS_FIRST.to(lang).to_owned()));
        lines.push(Line::Gap);
    }
    for list in &lists {
        list_lines(guide, list, lang, &mut lines);
    }
    let values: Vec<Value> = lists.iter().map(|list| value(guide, list)).collect();
    View::new(json!({ "date": guide.date.to_string(), "who": who, "signals": values }), lines)
}

fn list_lines(guide: &Guide, list: &SignalList, lang: Lang, lines: &mut Vec<Line>) {
    let review = say::review(list.document.review).to(lang);
    lines.push(Line::Heading(format!("{} ({review})", list.document)));
    lines.push(Line::Norm(list.who.clone()));
    lines.push(Line::Gap);
    lines.push(Line::Heading(say::HOW_TO_READ.to(lang).to_owned()));
    remark_lines(guide, &list.rules, lang, lines);
    for form in Form::ALL {
        let here: Vec<&Signal> = list.signals.iter().filter(|signal| signal.form == form).collect();
        if here.is_empty() {
            continue;
        }
        lines.push(Line::Heading(say::form(form).to(lang).to_owned()));
        for signal in here {
            if signal.red_flag {
                lines.push(Line::Led("!".to_owned(), say::RED_FLAG.to(lang).to_owned(), signal.text.clone()));
            } else {
                lines.push(Line::Item("-".to_owned(), signal.text.clone()));
            }
            lines.push(Line::Led(String::new(), say::OTHERWISE.to(lang).to_owned(), signal.other.clone()));
            lines.push(ground(guide, &signal.cite, lang));
        }
        lines.push(Line::Gap);
    }
    if !list.against.is_empty() {
        lines.push(Line::Heading(say::AGAINST.to(lang).to_owned()));
        remark_lines(guide, &list.against, lang, lines);
    }
}

fn remark_lines(guide: &Guide, remarks: &[Remark], lang: Lang, lines: &mut Vec<Line>) {
    for remark in remarks {
        lines.push(Line::Item("-".to_owned(), remark.text.clone()));
        lines.push(ground(guide, &remark.cite, lang));
    }
    lines.push(Line::Gap);
}

fn value(guide: &Guide, list: &SignalList) -> Value {
    let remarks = |remarks: &[Remark]| {
        let each =
            remarks.iter().map(|one| json!({ "text": one.text, "cite": cite_value(guide, &one.cite) }));
        Value::Array(each.collect())
    };
    let signals = list.signals.iter().map(|signal| {
        json!({
            "id": signal.id.as_str(), "form": signal.form, "text": signal.text, "other": signal.other,
            "red_flag": signal.red_flag, "cite": cite_value(guide, &signal.cite),
        })
    });
    json!({
        "document": document_value(&list.document), "who": list.who,
        "for": list.whom.iter().map(Id::as_str).collect::<Vec<_>>(),
        "rules": remarks(&list.rules), "signals": signals.collect::<Vec<_>>(), "against": remarks(&list.against),
    })
}
