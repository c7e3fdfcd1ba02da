//! What can be said while a question is open: that nothing was decided, what can already be done, what is open.
//!
//! Takes its actions from the engine, and its numbers from the contacts. Refuses to hint at a decision.

use crate::model::question::{Choice, Question};
use crate::model::urgency::{Danger, Urgency};
use crate::ui::messages::result as say;

use super::card::Card;
use super::first_screen;
use super::page::Page;
use super::result::Told;

pub(super) fn write(told: &Told<'_>, question: &Question, page: &mut Page) {
    let setting = page.setting();
    let lang = setting.lang;
    let guide = told.guide();
    if told.evaluation.urgency() == Urgency::Now {
        Card::of(guide).numbers(Danger::Soon, page);
        page.gap();
    }
    page.headline(say::ASK.to(lang));
    let decides = first_screen::decides(guide, lang);
    page.text(&say::undecided(lang, &decides));
    let answered = told.evaluation.path.len();
    page.text(&say::still_open(lang, answered, &question.ask, question.id.as_str()));
    page.gap();
    let Some(meanwhile) = told.evaluation.meanwhile() else { return };
    page.heading(say::DO_ALREADY.to(lang));
    first_screen::actions(told, &meanwhile.actions, page);
    if meanwhile.actions.len() > 1 {
        page.text(say::DONE_IS_DONE.to(lang));
    }
    page.gap();
    if !meanwhile.do_not_wait.is_empty() {
        page.heading(say::DO_NOT_WAIT.to(lang));
        for notice in meanwhile.do_not_wait {
            page.dash(&notice.text);
        }
    }
    page.text(&first_screen::how_to_report(told, lang));
}

/// How the open question can be answered, for whoever writes a file.
pub(super) fn choices(told: &Told<'_>, question: &Question, page: &mut Page) {
    let findings = told.evaluation.concluded.state.records;
    let offered = question.choices.iter().filter(|choice| choice.guard.opens(findings));
    let line = |choice: &Choice| format!("{}: {}", choice.id, choice.label);
    let lines: Vec<String> = offered.map(line).collect();
    page.margins(say::ANSWER_WITH.to(page.setting().lang), &lines);
}

/// The same before the first question, when nothing is known but whom to call.
pub fn before_the_first(card: &Card, page: &mut Page) {
    let lang = page.setting().lang;
    page.headline(say::NOTHING_KNOWN.to(lang));
    page.gap();
    page.heading(say::DO_ALREADY.to(lang));
    page.text(&say::ask_advice(lang, &card.veilig_thuis));
    page.text(&say::report_now(lang, &card.veilig_thuis, &card.emergency_number));
}
