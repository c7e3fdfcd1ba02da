//! The five steps as the law names them, with what is asked and what has to be done in each.
//!
//! Knows the order of the steps. Refuses to weigh: that is the view of the framework.

use serde_json::json;

use crate::model::duty::Duty;
use crate::model::guide::Guide;
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::result::{step, step_title};
use crate::ui::messages::show as say;

use super::{Line, View, documents, ground, titles};

/// The five steps, as the law names them, with what is asked and what has to be done in each.
#[must_use]
pub fn steps(guide: &Guide, lang: Lang) -> View {
    let mut lines = vec![Line::Norm(titles(guide, &["law/", "steps/"])), Line::Gap];
    let mut values = Vec::new();
    for number in 1..=5u8 {
        lines.push(Line::Heading(format!("{} ({})", step_title(number).to(lang), step(lang, number))));
        let about = ["step-signalen", "step-overleg", "step-gesprek", "step-wegen", "step-beslissen"];
        let law = about
            .get(usize::from(number) - 1)
            .and_then(|about| guide.law.provisions.iter().find(|provision| provision.about == *about));
        if let Some(law) = law {
            lines.push(Line::Item(String::new(), law.says.clone()));
            lines.push(ground(guide, &law.cite, lang));
        }
        let duties: Vec<(Ref<Duty>, &Duty)> =
            guide.duties.iter().filter(|(at, duty)| duty.step == number && guide.can_be_asked(*at)).collect();
        let duties: Vec<_> = duties.into_iter().map(|(_, duty)| duty).collect();
        for duty in &duties {
            lines.push(Line::Item("-".to_owned(), duty.label.clone()));
        }
        let questions = guide.questions.iter().map(|(_, question)| question).filter(|q| q.step == number);
        let questions: Vec<&str> = questions.map(|question| question.id.as_str()).collect();
        if !questions.is_empty() {
            lines.push(Line::Item("?".to_owned(), questions.join(", ")));
        }
        lines.push(Line::Gap);
        values.push(json!({
            "step": number, "title": step_title(number).nl,
            "law": law.map(|law| json!({ "article": law.article, "says": law.says })),
            "duties": duties.iter().map(|duty| json!({
                "id": duty.id.as_str(), "label": duty.label, "level": duty.level, "before": duty.before,
            })).collect::<Vec<_>>(),
            "questions": questions,
        }));
    }
    let right = guide.law.provisions.iter().find(|provision| provision.about == "right-to-report");
    if let Some(right) = right {
        lines.push(Line::Heading(say::RIGHT_TO_REPORT.to(lang).to_owned()));
        lines.push(Line::Item(String::new(), right.says.clone()));
        lines.push(ground(guide, &right.cite, lang));
    }
    View::new(json!({ "documents": documents(guide), "steps": values }), lines)
}
