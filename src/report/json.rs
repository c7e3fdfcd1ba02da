//! One result as JSON, for scripts and training. The format has its own number.

use serde_json::{Value, json};

use crate::engine::answers::Given;
use crate::engine::evaluate::Standing;
use crate::engine::outlook::{Because, Outlook};
use crate::model::advice::Advice;
use crate::model::decision::Decision;
use crate::model::duty::Action;
use crate::model::guide::{Guide, Review};
use crate::model::question::Question;
use crate::model::register::{Keyed, Ref, Register, Set};
use crate::model::source::Cite;

use super::result::Told;

/// The number of the format. It rises when a reader of the old format would misread the new one.
pub const FORMAT: u32 = 1;

/// The result as a value with a fixed set of keys; what does not apply is null.
#[must_use]
pub fn value(told: &Told<'_>) -> Value {
    let guide = told.guide();
    let evaluation = &told.evaluation;
    let outlook = evaluation.outlook();
    let row = outlook.row().map(|row| guide.rows.get(row));
    let advice = match outlook {
        Outlook::NotYet(_) => None,
        _ => outlook.advice(guide),
    };
    json!({
        "format": FORMAT,
        "program": env!("CARGO_PKG_VERSION"),
        "outlook": outlook.word(),
        "report": advice.map_or(json!("undecided"), |advice| json!(advice.report)),
        "help": advice.map_or(json!("undecided"), |advice| json!(advice.help)),
        "direction": outlook.advice(guide).map(|Advice { report, help }| json!({ "report": report, "help": help })),
        "urgency": evaluation.urgency(),
        "row": row.map(|row| row.id.as_str()),
        "meldnorm": row.and_then(|row| row.meldnorm),
        "says": row.map(|row| row.says.as_str()),
        "because": row.map(|row| row.because.text(evaluation.concluded.state.records)),
        "source": row.map(|row| cite(guide, &row.cite)),
        "not_yet": not_yet(told),
        "question": question(told),
        "door": door(told),
        "next": next(told),
        "duties": duties(told),
        "findings": ids(&guide.findings, evaluation.concluded.state.records),
        "conclusions": ids(&guide.conclusions, evaluation.concluded.state.draws),
        "path": evaluation.path.iter().map(|(at, given)| answer(guide, *at, *given)).collect::<Vec<_>>(),
        "unused": unused(told),
        "actions": evaluation.actions.iter().map(|at| action(guide, guide.actions.get(*at))).collect::<Vec<_>>(),
        "notices": evaluation.notices.iter().map(|notice| json!({
            "id": notice.id.as_str(), "place": notice.place, "text": notice.text, "source": cite(guide, &notice.cite),
        })).collect::<Vec<_>>(),
        "themes": guide.themes.iter().filter(|theme| theme.guard.opens(evaluation.concluded.state.records))
            .map(|theme| theme.id.as_str()).collect::<Vec<_>>(),
        "changes": told.changes.iter().map(|change| {
            let about = guide.questions.get(change.question);
            json!({
                "question": about.id.as_str(),
                "choice": about.choices.get(change.choice).map(|choice| choice.id.as_str()),
                "outlook": change.outlook,
                "direction": change.advice.map(|Advice { report, help }| json!({ "report": report, "help": help })),
            })
        }).collect::<Vec<_>>(),
        "decision": told.decision.as_ref().map(decision),
        "stamp": stamp(told),
    })
}

fn decision(decided: &Decision) -> Value {
    let Decision { date, report, help, ground, advised } = decided;
    json!({ "date": date, "report": report, "help": help, "ground": ground, "advised": advised })
}

fn not_yet(told: &Told<'_>) -> Option<Value> {
    let guide = told.guide();
    let Outlook::NotYet(not_yet) = told.evaluation.outlook() else { return None };
    let because = match not_yet.because {
        Because::Duty(duty) => json!({ "duty": guide.duties.get(duty).id.as_str() }),
        Because::Doubt((at, choice)) => {
            let about = guide.questions.get(at);
            json!({ "doubt": about.id.as_str(), "choice": about.choices.get(choice).map(|choice| choice.id.as_str()) })
        }
        Because::Row => json!({ "row": guide.rows.get(not_yet.direction).id.as_str() }),
    };
    let contact = guide.contacts.get(not_yet.contact);
    Some(json!({
        "because": because,
        "first": not_yet.first,
        "contact": { "id": contact.id.as_str(), "name": contact.name, "number": contact.number },
        "fallback": not_yet.fallback,
    }))
}

fn question(told: &Told<'_>) -> Option<Value> {
    let about = told.guide().questions.get(told.evaluation.asks()?);
    let findings = told.evaluation.concluded.state.records;
    let offered = about.choices.iter().filter(|choice| choice.guard.opens(findings));
    let choices: Vec<_> =
        offered.map(|choice| json!({ "id": choice.id.as_str(), "label": choice.label })).collect();
    Some(json!({ "id": about.id.as_str(), "ask": about.ask, "choices": choices }))
}

fn door(told: &Told<'_>) -> Option<Value> {
    let guide = told.guide();
    let Outlook::Leave(door) = told.evaluation.outlook() else { return None };
    let door = guide.doors.get(*door);
    Some(json!({
        "id": door.id.as_str(),
        "says": door.says,
        "because": door.because,
        "stays": door.stays,
        "sources": door.cites.iter().map(|one| cite(guide, one)).collect::<Vec<_>>(),
    }))
}

fn next(told: &Told<'_>) -> Option<Value> {
    let guide = told.guide();
    let Outlook::Advise { next: Some(next), .. } = told.evaluation.outlook() else { return None };
    let occasion = guide.occasions.get(next.occasion);
    let day = occasion.day.and_then(|question| told.days.get(&question));
    Some(json!({
        "question": guide.questions.get(next.question).id.as_str(),
        "occasion": occasion.id.as_str(),
        "when": occasion.when,
        "day": day.map(ToString::to_string),
    }))
}

fn duties(told: &Told<'_>) -> Vec<Value> {
    let guide = told.guide();
    let standing = |standing| match standing {
        Standing::Done => "done",
        Standing::Holds => "holds",
        Standing::Open => "open",
        Standing::Excused => "excused",
    };
    let each = told.evaluation.duties().into_iter().map(|(at, stands)| {
        let duty = guide.duties.get(at);
        let day = duty.day.and_then(|question| told.days.get(&question)).map(ToString::to_string);
        json!({ "id": duty.id.as_str(), "step": duty.step, "standing": standing(stands), "label": duty.label, "day": day })
    });
    each.collect()
}

fn action(guide: &Guide, action: &Action) -> Value {
    json!({
        "id": action.id.as_str(), "when": action.when, "who": action.who, "text": action.text,
        "source": cite(guide, &action.cite),
    })
}

fn cite(guide: &Guide, cite: &Cite) -> Value {
    let source = guide.sources.get(cite.source);
    json!({
        "id": source.id.as_str(), "title": source.title, "at": cite.at, "kind": cite.kind,
        "confidence": cite.confidence, "url": source.url,
    })
}

fn answer(guide: &Guide, at: Ref<Question>, given: Given) -> Value {
    let about = guide.questions.get(at);
    let chosen: Vec<&str> = given
        .choices()
        .filter_map(|index| about.choices.get(index))
        .map(|choice| choice.id.as_str())
        .collect();
    let chosen = match given {
        Given::One(_) => json!(chosen.first()),
        Given::Many(_) => json!(chosen),
        Given::Day(date) => json!(date.to_string()),
    };
    json!({ "question": about.id.as_str(), "answer": chosen })
}

fn unused(told: &Told<'_>) -> Vec<String> {
    let guide = told.guide();
    let off = told.evaluation.unused.iter().map(|at| guide.questions.get(*at).id.to_string());
    off.chain(told.not_in_this_norm.iter().cloned()).collect()
}

fn ids<T: Keyed>(register: &Register<T>, set: Set<T>) -> Vec<&str> {
    set.iter().map(|at| register.get(at).id().as_str()).collect()
}

fn stamp(told: &Told<'_>) -> Value {
    let guide = told.guide();
    let documents: Vec<Value> = guide
        .documents
        .iter()
        .map(|document| {
            json!({
                "id": document.id, "published": document.published.to_string(), "revision": document.revision,
                "digest": document.digest, "reviewed": document.review == Review::Reviewed,
            })
        })
        .collect();
    json!({
        "date": guide.date.to_string(),
        "profession": guide.profession.id.as_str(),
        "own_framework": guide.profession.own_framework,
        "own_content": told.own_content,
        "documents": documents,
    })
}
