//! The weighing questions and the decision table, beside their grounds.
//!
//! Shows every row. Refuses to say which one applies: that takes answers.

use serde_json::json;

use crate::model::guide::Guide;
use crate::model::question::Kind;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::questions::{question_lines, question_value};
use super::{Line, View, documents, ground, sheet, titles};

/// The weighing questions and the decision table.
#[must_use]
pub fn afwegingskader(guide: &Guide, lang: Lang) -> View {
    let mut lines = vec![Line::Norm(titles(guide, &["afwegingskader/"])), Line::Gap];
    let weighing =
        guide.questions.iter().filter(|(at, question)| *at >= guide.weighing && question.kind != Kind::Date);
    let mut questions = Vec::new();
    for (_, question) in weighing {
        question_lines(guide, question, lang, &mut lines);
        lines.push(ground(guide, &question.cite, lang));
        lines.push(Line::Gap);
        questions.push(question_value(question));
    }
    lines.push(Line::Heading(say::DECISION_TABLE.to(lang).to_owned()));
    lines.push(Line::Gap);
    let mut rows = Vec::new();
    for (_, row) in guide.rows.iter() {
        let when: Vec<&str> = row.when.iter().map(|at| guide.conclusions.get(at).id.as_str()).collect();
        lines.push(Line::Heading(when.join(" + ")));
        lines.push(Line::Said(say::decisions(lang, row.advice)));
        lines.push(Line::Item(String::new(), row.says.clone()));
        lines.push(ground(guide, &row.cite, lang));
        lines.push(Line::Gap);
        rows.push(json!({
            "id": row.id.as_str(), "when": when, "report": row.advice.report, "help": row.advice.help,
            "meldnorm": row.meldnorm, "says": row.says, "because": row.because.otherwise,
        }));
    }
    let view =
        View::new(json!({ "documents": documents(guide), "questions": questions, "rows": rows }), lines);
    View { sheet: Some(sheet::sheet(guide, lang)), ..view }
}
