//! Advice, decision and ground side by side, for whoever writes them in a record of their own.
//!
//! Knows what was decided, and who was consulted as far as the answers say. Refuses to judge it.

use crate::model::advice::Advice;
use crate::model::decision::Decision;
use crate::model::duty::Duty;
use crate::model::property::OutlookWord;
use crate::model::register::{Ref, Set};
use crate::ui::messages::decision as say;
use crate::ui::messages::show::decisions;

use super::page::{Page, Setting};
use super::result::Told;

/// The step in which others are consulted.
const CONSULTING: u8 = 2;

/// The record as a page of its own.
#[must_use]
pub fn text(told: &Told<'_>, decision: &Decision, setting: Setting) -> String {
    let mut page = Page::new(setting);
    page.rule();
    write(told, decision, &mut page);
    page.finish()
}

pub(super) fn write(told: &Told<'_>, decision: &Decision, page: &mut Page) {
    let lang = page.setting().lang;
    let advised = &decision.advised;
    let interim = advised.outlook == OutlookWord::NotYet;
    let lead = if interim { say::DIRECTION } else { say::ADVICE };
    page.margin(lead.to(lang), &format!("{} ({})", decisions(lang, advised.advice), advised.row));
    let (report, help) = (decision.report, decision.help);
    let against = match (advised.met_by(report, help), interim) {
        (true, false) => say::FOLLOWS,
        (false, false) => say::DEVIATES,
        (true, true) => say::FOLLOWS_DIRECTION,
        (false, true) => say::DEVIATES_DIRECTION,
    };
    let decided = decisions(lang, Advice { report, help });
    page.margin(say::DECISION.to(lang), &format!("{decided}. {}: {}", decision.date, against.to(lang)));
    if let Some(ground) = decision.ground {
        page.margin(say::GROUND.to(lang), say::ground(ground).to(lang));
    }
    let consulted = consulted(told);
    let who = if consulted.is_empty() { say::NOBODY.to(lang).to_owned() } else { consulted.join("; ") };
    page.margin(say::CONSULTED.to(lang), &who);
    if !advised.met_by(report, help) {
        let guide = told.guide();
        page.margin("", &say::call_when(lang, guide.contacts.get(guide.veilig_thuis).reach()));
    }
    page.margin("", say::IN_RECORD.to(lang));
}

/// The answers that show that others were consulted, in few words.
fn consulted(told: &Told<'_>) -> Vec<String> {
    let guide = told.guide();
    let of_step = |(_, duty): &(Ref<Duty>, &Duty)| duty.step == CONSULTING;
    let consulting: Set<Duty> = guide.duties.iter().filter(of_step).map(|(at, _)| at).collect();
    let chosen = told.evaluation.path.iter().flat_map(|(at, given)| {
        let choices = &guide.questions.get(*at).choices;
        given.choices().filter_map(|index| choices.get(index))
    });
    let shows = chosen.filter(|choice| !choice.effects.fulfils.and(consulting).is_empty());
    shows.map(|choice| choice.short.clone()).collect()
}
