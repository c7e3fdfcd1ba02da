//! A sheet for the talk of step 3, and why there is none.
//!
//! There is one only where the result itself sends the professional to a talk and has texts for it. The guide does not, and
//! so there is none, where the talk is unsafe or advised against, where an expert or Veilig Thuis comes first, after a
//! report, and at danger; that is looked at once more here, for paper is read long after the screen is gone.

use crate::engine::outlook::Outlook;
use crate::model::duty::{Action, Place, When};
use crate::model::question::{Choice, Finding, Question};
use crate::model::register::Set;
use crate::model::urgency::{Danger, Urgency};
use crate::ui::messages::{paper as say, result};

use super::super::card::Card;
use super::super::details;
use super::super::first_screen::{do_not_wait, gone_by, how_to_report, said, write_actions};
use super::super::page::{Page, Setting};
use super::super::result::{Told, calls};
use super::call::{asked, to_fill_in};

/// The step of the talk.
const STEP: u8 = 3;

/// The sheet, if there is one.
pub(super) fn page(told: &Told<'_>, setting: Setting) -> Option<Page> {
    sends_to_a_talk(told).then(|| sheet(told, setting))
}

/// The sheet, or why there is none and whom to call.
pub(super) fn page_or_why_not(told: &Told<'_>, setting: Setting) -> Page {
    page(told, setting).unwrap_or_else(|| why_not(told, setting))
}

fn sends_to_a_talk(told: &Told<'_>) -> bool {
    let evaluation = &told.evaluation;
    let lifted = evaluation.concluded.state.records.and(told.guide().lifting());
    matches!(evaluation.outlook(), Outlook::NotYet(_))
        && evaluation.urgency() < Urgency::Now
        && lifted.is_empty()
        && evaluation.notices.iter().any(|notice| notice.place == Place::Talk)
        && said(told, &evaluation.actions).any(is_a_talk)
}

fn is_a_talk(action: &Action) -> bool {
    action.meets.is_some()
}

fn sheet(told: &Told<'_>, setting: Setting) -> Page {
    let lang = setting.lang;
    let actions: Vec<&Action> = said(told, &told.evaluation.actions).collect();
    let mut page = Page::new(setting);
    page.headline(say::TALK.to(lang));
    page.text(say::FOR_YOU_ALONE.to(lang));
    page.gap();
    page.heading(say::FIRST.to(lang));
    let first = |action: &&Action| action.when <= When::Today && !is_a_talk(action);
    write_actions(told, actions.iter().copied().filter(first), &mut page);
    page.gap();
    page.heading(say::THE_TALK.to(lang));
    write_actions(told, actions.iter().copied().filter(|action| is_a_talk(action)), &mut page);
    page.gap();
    page.heading(result::DO_NOT_WAIT.to(lang));
    do_not_wait(told, &mut page);
    page.text(&how_to_report(told, lang));
    if let Outlook::NotYet(not_yet) = told.evaluation.outlook() {
        page.text(not_yet.fallback);
    }
    page.gap();
    page.margins(result::TALK.to(lang), &details::notices(told, Place::Talk));
    page.margin(result::RECORD.to(lang), &details::notices(told, Place::Record).join("; "));
    to_fill_in(&say::TALK_FIELDS, lang, &mut page);
    page
}

fn why_not(told: &Told<'_>, setting: Setting) -> Page {
    let lang = setting.lang;
    let guide = told.guide();
    let mut page = Page::new(setting);
    let danger = match told.evaluation.outlook() {
        Outlook::Emergency { danger, .. } => *danger,
        _ => Danger::Soon,
    };
    if told.evaluation.urgency() == Urgency::Now {
        Card::of(guide).numbers(danger, &mut page);
        page.gap();
    }
    page.headline(say::NO_TALK.to(lang));
    match told.evaluation.outlook() {
        Outlook::Emergency { .. } => {
            page.text(say::DANGER_FIRST.to(lang));
            page.gap();
            Card::of(guide).says(&mut page);
            return page;
        }
        Outlook::Leave(at) => {
            let door = guide.doors.get(*at);
            page.text(&door.says);
            page.gap();
            page.margins(result::CONTACTS.to(lang), &calls(guide, door, lang));
        }
        Outlook::Ask(_) => page.text(say::QUESTION_FIRST.to(lang)),
        Outlook::NotYet(not_yet) if gone_by(told, not_yet) => page.text(result::DAY_GONE.to(lang)),
        Outlook::NotYet(_) | Outlook::Advise { .. } => {
            page.text(say::NO_TALK_HERE.to(lang));
            page.margins(result::ANSWERS.to(lang), &answers_against(told));
        }
    }
    if !matches!(told.evaluation.outlook(), Outlook::Leave(_)) {
        page.gap();
        page.heading(result::DO_NOW.to(lang));
        write_actions(told, asked(told).into_iter(), &mut page);
    }
    page.gap();
    page.text(&how_to_report(told, lang));
    page
}

/// The answers because of which the guide sends nobody to a talk: they lift what a report waits for, they excuse a duty of
/// the step, or every text about a talk is silent after them.
fn answers_against(told: &Told<'_>) -> Vec<String> {
    let guide = told.guide();
    let silent = guide.lifting().or(silencing(told));
    let against = |choice: &Choice| {
        let excused = choice.effects.excuses.iter().any(|duty| guide.duties.get(duty).step == STEP);
        excused || !choice.effects.records.and(silent).is_empty()
    };
    let line = |question: &Question, choice: &Choice| format!("{} {}", question.ask, choice.label);
    let mut lines = Vec::new();
    for (at, given) in &told.evaluation.path {
        let question = guide.questions.get(*at);
        let chosen = given.choices().filter_map(|index| question.choices.get(index));
        lines.extend(chosen.filter(|choice| against(choice)).map(|choice| line(question, choice)));
    }
    lines
}

/// The findings after which no text sends anybody to a talk of the step, or says how to hold one.
fn silencing(told: &Told<'_>) -> Set<Finding> {
    let guide = told.guide();
    let duties = guide.duties.iter().map(|(_, duty)| duty).filter(|duty| duty.step == STEP);
    let actions = duties.flat_map(|duty| &duty.actions).map(|at| guide.actions.get(*at));
    let sending = actions.filter(|action| is_a_talk(action)).map(|action| action.guard.unless);
    let notices = guide.notices.iter().filter(|notice| notice.place == Place::Talk);
    let holding = notices.map(|notice| notice.guard.unless);
    let [sending, holding] = [sending.reduce(Set::and), holding.reduce(Set::and)];
    sending.unwrap_or(Set::EMPTY).or(holding.unwrap_or(Set::EMPTY))
}
