//! An exercise on paper: the situation, the questions with boxes to tick and room for reasons, each phase on a page of its
//! own; and for whoever guides, the key of each with the norm and its source.
//!
//! Shows the questions of the model's way, and those that one other answer on that way brings up: a page with only the
//! model's own would give the way away. Refuses to show anything of the key where it was not asked for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, evaluate};
use crate::engine::proven::Proven;
use crate::exercise::expectation::Outcome;
use crate::exercise::phases::{Exercise, Phase};
use crate::exercise::telling;
use crate::model::question::{Kind, Question};
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::{discussion, handout as say, result};

use super::discussion::{answered, grounds, outcome};
use super::page::{BOX, Page, Setting};
use super::paper::Paper;

/// The exercise on paper.
#[must_use]
pub fn paper(exercise: &Exercise, guides: &[&Proven], key: bool, today: Date, setting: Setting) -> Paper {
    let phases = || exercise.phases.iter().zip(guides).enumerate();
    let mut pages: Vec<Page> =
        phases().map(|(index, (phase, proven))| sheet(exercise, phase, proven, index, setting)).collect();
    if key {
        let keys =
            phases().map(|(index, (phase, proven))| key_of(exercise, phase, proven, (index, today), setting));
        pages.extend(keys);
    }
    let numbers = guides.first().map_or_else(Vec::new, |proven| {
        proven.guide().contacts.iter().filter_map(|(_, contact)| contact.number.clone()).collect()
    });
    Paper::training(pages, numbers)
}

/// The title of a phase, with its number where there are more.
fn title(exercise: &Exercise, phase: &Phase, index: usize, lang: Lang) -> String {
    match exercise.phases.len() {
        1 => phase.title.clone(),
        all => format!("{} ({})", phase.title, discussion::phase(lang, index + 1, all)),
    }
}

fn sheet(exercise: &Exercise, phase: &Phase, proven: &Proven, index: usize, setting: Setting) -> Page {
    let lang = setting.lang;
    let guide = proven.guide();
    let mut page = Page::new(setting);
    page.headline(&title(exercise, phase, index, lang));
    page.text(&phase.vignette.text);
    page.gap();
    page.margin(say::PROFESSION.to(lang), &guide.profession.label);
    page.margin(say::DATE.to(lang), &guide.date.to_string());
    page.text(if index == 0 { say::HOW } else { say::HOW_LATER }.to(lang));
    for (at, offered) in questions(proven, &phase.answers) {
        let question = guide.questions.get(at);
        page.gap();
        page.heading(&question.ask);
        if question.kind == Kind::Many {
            page.text(say::MORE.to(lang));
        }
        for choice in offered.iter().filter_map(|index| question.choices.get(*index)) {
            page.dash(&format!("{BOX} {}", choice.label));
        }
        page.field(if question.kind == Kind::Date { say::DAY } else { say::BECAUSE }.to(lang));
    }
    page.gap();
    page.heading(say::DECISION.to(lang));
    for field in say::DECISION_FIELDS {
        page.field(field.to(lang));
    }
    page
}

/// The questions of a way, and those that one other answer on it brings up, in the order of the walk; each with the choices
/// that are offered there.
fn questions(proven: &Proven, model: &Answers) -> BTreeMap<Ref<Question>, BTreeSet<usize>> {
    let guide = proven.guide();
    let way = evaluate(proven, model);
    let mut all: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    // What the model's own way comes by is offered as it is offered there, whatever another answer would add.
    let own: BTreeSet<_> = way.path.iter().map(|(at, _)| *at).collect();
    let mut add = |evaluation: &Evaluation<'_>, is_way: bool| {
        let records = evaluation.concluded.state.records;
        let asked = evaluation.path.iter().map(|(at, _)| *at);
        let asked = asked.chain(evaluation.asks()).chain(evaluation.days_to_ask());
        for at in asked.filter(|at| is_way || !own.contains(at)) {
            let choices = guide.questions.get(at).choices.iter().enumerate();
            let offered = choices.filter(|(_, choice)| choice.guard.opens(records));
            all.entry(at).or_default().extend(offered.map(|(index, _)| index));
        }
    };
    add(&way, true);
    for (at, _) in &way.path {
        let question = guide.questions.get(*at);
        let given =
            |index| if question.kind == Kind::Many { Given::many([index]) } else { Given::One(index) };
        for index in 0..question.choices.len() {
            let mut other = model.clone();
            other.set(*at, given(index));
            add(&evaluate(proven, &other), false);
        }
    }
    all
}

fn key_of(
    exercise: &Exercise,
    phase: &Phase,
    proven: &Proven,
    (index, today): (usize, Date),
    setting: Setting,
) -> Page {
    let lang = setting.lang;
    let guide = proven.guide();
    let mut page = Page::new(setting);
    page.headline(&format!("{}: {}", say::KEY.to(lang), title(exercise, phase, index, lang)));
    if index == 0 {
        page.margin(say::GOAL.to(lang), &exercise.head.goal.text);
        if let Some(source) = &exercise.head.source {
            page.margin(say::LEANS_ON.to(lang), source);
        }
    }
    page.margin(say::COMES_OUT.to(lang), &outcome(proven, &phase.answers, today, lang));
    page.margin(say::EXPECTED.to(lang), &telling::line(guide, &phase.expectation.key));
    page.gap();
    page.heading(say::MODEL.to(lang));
    for (at, given) in evaluate(proven, &phase.answers).path {
        page.dash(&answered(guide, at, given));
        let question = guide.questions.get(at);
        let chosen = given.choices().filter_map(|index| question.choices.get(index));
        page.margins(result::SOURCE.to(lang), &grounds(guide, question, chosen, lang));
    }
    let others = |page: &mut Page, heading: &str, outcomes: &[Outcome]| {
        if !outcomes.is_empty() {
            page.gap();
            page.heading(heading);
        }
        for one in outcomes {
            page.dash(&format!("{}: {}", telling::line(guide, &one.words), one.why));
        }
    };
    others(&mut page, say::ACCEPTABLE.to(lang), &phase.expectation.acceptable);
    others(&mut page, say::NEVER.to(lang), &phase.expectation.never);
    if !phase.feedback.is_empty() {
        page.gap();
        page.heading(say::FEEDBACK.to(lang));
    }
    for one in &phase.feedback {
        let question = guide.questions.get(one.question);
        let choice = question.choices.get(one.choice);
        page.dash(&format!("{} {}", question.ask, choice.map_or("", |choice| choice.label.as_str())));
        page.text(&one.says);
        page.margins(result::SOURCE.to(lang), &grounds(guide, question, choice.into_iter(), lang));
    }
    page
}
