//! Every question with its choices, in the words of an answer file.
//!
//! Knows where an arrow leads. Refuses to follow one.

use serde_json::{Value, json};

use crate::model::guide::Guide;
use crate::model::question::{Choice, Kind, Question, Target};
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, documents};

/// Every question with its choices, in the words of an answer file.
#[must_use]
pub fn questions(guide: &Guide, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (_, question) in guide.questions.iter() {
        question_lines(guide, question, lang, &mut lines);
        lines.push(Line::Gap);
        values.push(question_value(question));
    }
    View::new(json!({ "documents": documents(guide), "questions": values }), lines)
}

pub(super) fn question_lines(guide: &Guide, question: &Question, lang: Lang, lines: &mut Vec<Line>) {
    let kind = match question.kind {
        Kind::One => say::ONE_ANSWER,
        Kind::Many => say::SEVERAL_ANSWERS,
        Kind::Date => say::A_DAY,
    };
    lines.push(Line::Heading(format!("{} {}", say::QUESTION.to(lang), question.id)));
    lines.push(Line::Heading(kind.to(lang).to_owned()));
    lines.push(Line::Norm(question.ask.clone()));
    for choice in &question.choices {
        let whereto = arrow(guide, choice, lang).map_or_else(String::new, |to| format!(" -> {to}"));
        lines.push(Line::Norm(format!("  {} = {}{whereto}", choice.id, choice.label)));
    }
}

/// Where a choice leads, when it leads somewhere of its own.
fn arrow(guide: &Guide, choice: &Choice, lang: Lang) -> Option<String> {
    Some(match choice.to.as_ref()? {
        Target::Question(at) => guide.questions.get(*at).id.to_string(),
        Target::Later(at, occasion) => {
            format!("{} ({})", guide.questions.get(*at).id, guide.occasions.get(*occasion).when)
        }
        Target::Close => say::THE_END.to(lang).to_owned(),
        Target::Door(door) => guide.doors.get(*door).label.clone(),
        Target::Emergency(_) => say::THE_CARD.to(lang).to_owned(),
    })
}

pub(super) fn question_value(question: &Question) -> Value {
    let kind = match question.kind {
        Kind::One => "one",
        Kind::Many => "many",
        Kind::Date => "date",
    };
    let choices = question.choices.iter().map(|choice| {
        json!({ "id": choice.id.as_str(), "label": choice.label, "short": choice.short, "alone": choice.alone })
    });
    json!({
        "id": question.id.as_str(), "step": question.step, "kind": kind, "ask": question.ask,
        "explain": question.explain, "choices": choices.collect::<Vec<_>>(),
    })
}
