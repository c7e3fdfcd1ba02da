//! The first screen: what it points to, what to do by day, when not to wait. At most 24 lines of 80.

use crate::engine::outlook::{Because, NotYet, Outlook};
use crate::model::advice::Way;
use crate::model::duty::{Action, Place, When, Who};
use crate::model::guide::Guide;
use crate::model::profession::OwnFramework;
use crate::model::register::Ref;
use crate::model::urgency::{Danger, Urgency};
use crate::ui::lang::Lang;
use crate::ui::messages::result as say;

use super::card::Card;
use super::page::{Page, capital};
use super::result::Told;

pub(super) fn write(told: &Told<'_>, page: &mut Page) {
    let setting = page.setting();
    let lang = setting.lang;
    let guide = told.guide();
    let decides = decides(guide, lang);
    if urgent(told) {
        Card::of(guide).numbers(Danger::Soon, page);
        page.gap();
    }
    match told.evaluation.outlook() {
        Outlook::NotYet(not_yet) => {
            let row = guide.rows.get(not_yet.direction);
            let first = if gone_by(told, not_yet) {
                say::DAY_GONE.to(lang).to_owned()
            } else {
                not_yet.first.to_owned()
            };
            // Whoever skims the first words must never take "close the case" from them.
            let direction = match row.advice.way() {
                Way::Close => say::NOT_CLOSED.to(lang).to_owned(),
                Way::Help if urgent(told) || flagged(told) => say::NOT_HELPED.to(lang).to_owned(),
                _ => row.says.clone(),
            };
            page.headline_in_capitals(&format!("{direction} {first}"));
            page.text(&say::interim(lang, &decides));
            // Where a doubt decides, a framework of one's own may decide otherwise.
            if let (Because::Doubt(_), OwnFramework::NotSeen, Some(note)) =
                (not_yet.because, guide.profession.own_framework, &guide.profession.framework_note)
            {
                page.text(note);
            }
            page.gap();
            page.heading(say::DO_NOW.to(lang));
            actions(told, &told.evaluation.actions, page);
            page.gap();
            page.heading(say::DO_NOT_WAIT.to(lang));
            do_not_wait(told, page);
            // Of a day that has gone by the headline said already what comes instead.
            let fallback = if gone_by(told, not_yet) { String::new() } else { not_yet.fallback.to_owned() };
            page.text(format!("{} {fallback}", how_to_report(told, lang)).trim_end());
        }
        Outlook::Advise { row, .. } => {
            let row = guide.rows.get(*row);
            page.headline_in_capitals(&row.says);
            page.text(&say::advice(lang, &decides));
            page.gap();
            page.heading(say::DO_NOW.to(lang));
            actions(told, &told.evaluation.actions, page);
            page.gap();
            if row.advice.way() != Way::Report {
                let heading = if row.after_report { say::CALL_AGAIN_IF } else { say::REPORT_IF };
                page.heading(heading.to(lang));
                do_not_wait(told, page);
            }
            page.text(&how_to_report(told, lang));
        }
        _ => {}
    }
}

/// Whether the result cannot wait: not when it comes to closing, or to help that was agreed.
pub(super) fn urgent(told: &Told<'_>) -> bool {
    let guide = told.guide();
    let settled = match told.evaluation.outlook() {
        Outlook::Advise { row, .. } => guide.rows.get(*row).advice.way() != Way::Report,
        _ => false,
    };
    told.evaluation.urgency() == Urgency::Now && !settled
}

/// Whether something stands for which a report would wait for nothing: then "no report" is not what comes first.
fn flagged(told: &Told<'_>) -> bool {
    !told.evaluation.concluded.state.records.and(told.guide().lifting()).is_empty()
}

/// The day of the talk has gone by, and there was no talk: then the fallback comes first.
pub(super) fn gone_by(told: &Told<'_>, not_yet: &NotYet<'_>) -> bool {
    let Because::Duty(duty) = not_yet.because else { return false };
    let day = told.guide().duties.get(duty).day.and_then(|question| told.days.get(&question));
    day.is_some_and(|day| *day < told.guide().date)
}

/// The actions that are said: those of a day that has gone by are not.
pub(super) fn said<'t>(told: &'t Told<'_>, list: &'t [Ref<Action>]) -> impl Iterator<Item = &'t Action> {
    let guide = told.guide();
    let gone = told.days.values().any(|day| *day < guide.date);
    let actions = list.iter().map(move |at| guide.actions.get(*at));
    actions.filter(move |action| !gone || action.when != When::AgreedDay)
}

pub(super) fn actions(told: &Told<'_>, list: &[Ref<Action>], page: &mut Page) {
    write_actions(told, said(told, list), page);
}

pub(super) fn write_actions<'t>(told: &Told<'_>, list: impl Iterator<Item = &'t Action>, page: &mut Page) {
    let setting = page.setting();
    let guide = told.guide();
    let mut before = String::new();
    for action in list {
        let lead = when(told, action, setting.lang);
        let text = by_whom(guide, action);
        // The same day is said once.
        let shown = if lead == before { "" } else { lead.as_str() };
        page.item(&format!(" {shown}"), &text);
        before = lead;
    }
}

/// What is done, with who does it where that is not the reader.
pub(super) fn by_whom(guide: &Guide, action: &Action) -> String {
    match action.who {
        Who::You => action.text.clone(),
        Who::Organisation => format!("{}: {}", capital(&term(guide, "beslisser")), action.text),
    }
}

fn when(told: &Told<'_>, action: &Action, lang: Lang) -> String {
    match action.when {
        When::Now => say::NOW.to(lang).to_owned(),
        When::Today if urgent(told) => say::NOW.to(lang).to_owned(),
        When::Today => say::TODAY.to(lang).to_owned(),
        When::AgreedDay => match told.days.values().next() {
            Some(day) => Told::short_day(*day, lang),
            None => say::CHOOSE_DAY.to(lang).to_owned(),
        },
        When::RightAfter => say::RIGHT_AFTER.to(lang).to_owned(),
        When::Later => say::LATER_WORD.to(lang).to_owned(),
    }
}

pub(super) fn do_not_wait(told: &Told<'_>, page: &mut Page) {
    for notice in told.evaluation.notices.iter().filter(|notice| notice.place == Place::DoNotWait) {
        page.dash(&notice.text);
    }
}

/// How to report now; part of every result but the card.
pub(super) fn how_to_report(told: &Told<'_>, lang: Lang) -> String {
    let guide = told.guide();
    let number = |at| guide.contacts.get(at).reach();
    say::report_now(lang, number(guide.veilig_thuis), number(guide.emergency_number))
}

/// Who decides, as the sentence about it needs: the Dutch one begins with these words, the English one ends with them.
pub(super) fn decides(guide: &Guide, lang: Lang) -> String {
    let who = term(guide, "beslisser");
    match lang {
        Lang::Nl => capital(&who),
        Lang::En => who,
    }
}

/// A word of the profession.
pub(super) fn term(guide: &Guide, word: &str) -> String {
    guide.profession.terms.get(word).cloned().unwrap_or_default()
}
