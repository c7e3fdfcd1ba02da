//! Views of the content: steps, framework, questions, contacts, doors, professions.
//!
//! Each view is made once, as lines for people and as a value for programs.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::content::edition::in_force;
use crate::content::library::Library;
use crate::model::guide::Guide;
use crate::model::question::{Choice, Kind, Question, Target};
use crate::model::source::Cite;
use crate::ui::lang::Lang;
use crate::ui::messages::result::{step, step_title};
use crate::ui::messages::show as say;

use super::details::cite;
use super::page::Page;

/// A view of the content.
pub struct View {
    /// For programs.
    pub json: Value,
    lines: Vec<Line>,
}

/// A line of a view.
enum Line {
    /// A heading.
    Heading(String),
    /// A text of the norm.
    Norm(String),
    /// A text of the norm behind a lead.
    Item(String, String),
    /// A text of the program.
    Said(String),
    /// Where it comes from.
    Ground(String),
    /// An empty line.
    Gap,
}

impl View {
    /// Writes the view for people.
    pub fn write(&self, page: &mut Page) {
        let setting = page.setting();
        for line in &self.lines {
            match line {
                Line::Heading(text) => page.heading(text),
                Line::Norm(text) => page.text(&setting.norm(text)),
                Line::Item(lead, text) => page.item(&format!("  {lead}"), &setting.norm(text)),
                Line::Said(text) => page.item("", text),
                Line::Ground(text) => page.item("", &setting.style.faint(text)),
                Line::Gap => page.gap(),
            }
        }
    }
}

fn ground(guide: &Guide, one: &Cite, lang: Lang) -> Line {
    Line::Ground(cite(guide, one, lang))
}

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
        let duties: Vec<_> =
            guide.duties.iter().map(|(_, duty)| duty).filter(|duty| duty.step == number).collect();
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
    View { json: json!({ "documents": documents(guide), "steps": values }), lines }
}

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
    View { json: json!({ "documents": documents(guide), "questions": questions, "rows": rows }), lines }
}

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
    View { json: json!({ "documents": documents(guide), "questions": values }), lines }
}

fn question_lines(guide: &Guide, question: &Question, lang: Lang, lines: &mut Vec<Line>) {
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

fn question_value(question: &Question) -> Value {
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

/// Telephone numbers, with the day they were checked.
#[must_use]
pub fn contacts(guide: &Guide, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (_, contact) in guide.contacts.iter() {
        lines.push(Line::Heading(format!("{}: {}", contact.name, contact.number)));
        let open =
            [contact.hours.as_deref(), contact.costs.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        lines.push(Line::Item(String::new(), format!("{}; {}", contact.purpose, contact.for_whom)));
        if !open.is_empty() {
            lines.push(Line::Item(String::new(), open.join(", ")));
        }
        if let Some(warning) = &contact.warning {
            lines.push(Line::Item("!".to_owned(), warning.clone()));
        }
        lines.push(Line::Ground(say::checked(lang, &contact.checked_on.to_string())));
        lines.push(ground(guide, &contact.cite, lang));
        lines.push(Line::Gap);
        values.push(json!({
            "id": contact.id.as_str(), "name": contact.name, "number": contact.number, "hours": contact.hours,
            "costs": contact.costs, "for_whom": contact.for_whom, "purpose": contact.purpose,
            "warning": contact.warning, "checked_on": contact.checked_on.to_string(),
        }));
    }
    View { json: json!({ "contacts": values }), lines }
}

/// Routes other than the meldcode.
#[must_use]
pub fn doors(guide: &Guide, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (_, door) in guide.doors.iter() {
        lines.push(Line::Heading(door.label.clone()));
        lines.push(Line::Norm(door.because.clone()));
        for at in &door.actions {
            lines.push(Line::Item("-".to_owned(), guide.actions.get(*at).text.clone()));
        }
        lines.push(Line::Norm(door.stays.clone()));
        lines.extend(door.cites.iter().map(|cite| ground(guide, cite, lang)));
        lines.push(Line::Gap);
        values.push(json!({
            "id": door.id.as_str(), "label": door.label, "says": door.says, "because": door.because,
            "actions": door.actions.iter().map(|at| guide.actions.get(*at).text.as_str()).collect::<Vec<_>>(),
            "stays": door.stays,
        }));
    }
    View { json: json!({ "documents": documents(guide), "doors": values }), lines }
}

/// The professions that have documents on the date.
#[must_use]
pub fn professions(library: &Library, date: Date, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for name in library.profession_names() {
        let Some(edition) = in_force(&library.professions, &format!("professions/{name}"), date) else {
            continue;
        };
        let raw = &edition.filed.raw;
        lines.push(Line::Heading(name.to_owned()));
        lines.push(Line::Item(String::new(), raw.afwegingskader.get_ref().clone()));
        lines.extend(raw.framework_note.clone().map(|note| Line::Item(String::new(), note)));
        if !raw.aliases.is_empty() {
            lines.push(Line::Said(say::aliases(lang, &raw.aliases.join(", "))));
        }
        lines.push(Line::Gap);
        values.push(json!({
            "id": name, "label": raw.label, "aliases": raw.aliases,
            "afwegingskader": raw.afwegingskader.get_ref(), "own_framework": raw.own_framework,
            "note": raw.framework_note,
        }));
    }
    View { json: json!({ "date": date.to_string(), "professions": values }), lines }
}

fn titles(guide: &Guide, folders: &[&str]) -> String {
    let here = |id: &str| folders.iter().any(|folder| id.starts_with(folder));
    let titles = guide.documents.iter().filter(|document| here(&document.id)).map(ToString::to_string);
    titles.collect::<Vec<_>>().join(" · ")
}

fn documents(guide: &Guide) -> Value {
    let each = guide.documents.iter().map(|document| {
        json!({ "id": document.id, "published": document.published.to_string(), "digest": document.digest })
    });
    Value::Array(each.collect())
}
