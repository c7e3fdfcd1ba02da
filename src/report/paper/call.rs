//! A sheet for the telephone call to Veilig Thuis: the number, what for, what to say and ask, and room for what is agreed.
//!
//! Takes what to do from the result, as far as it is for now or today and sends the caller to nobody else. At another door
//! it is a sheet for whoever stands there. Refuses to plan a talk: that has a sheet of its own.

use crate::engine::outlook::Outlook;
use crate::model::advice::Way;
use crate::model::contact::Contact;
use crate::model::duty::{Action, Place, When};
use crate::model::urgency::{Danger, Urgency};
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::{paper as say, result};

use super::super::card::Card;
use super::super::details;
use super::super::first_screen::{how_to_report, said, term, urgent, write_actions};
use super::super::page::{Page, Setting};
use super::super::result::{Told, calls};

pub(super) fn page(told: &Told<'_>, setting: Setting) -> Page {
    let lang = setting.lang;
    let mut page = Page::new(setting);
    numbers(told, &mut page);
    page.gap();
    match told.evaluation.outlook() {
        Outlook::Emergency { .. } => {
            page.headline(say::CALL_NOW.to(lang));
            page.gap();
            Card::of(told.guide()).says(&mut page);
        }
        Outlook::Leave(at) => {
            let door = told.guide().doors.get(*at);
            page.headline(say::CALL_ELSEWHERE.to(lang));
            page.text(&door.says);
            page.gap();
            page.margins(result::CONTACTS.to(lang), &calls(told.guide(), door, lang));
            page.text(&how_to_report(told, lang));
        }
        _ => to_veilig_thuis(told, &mut page),
    }
    to_fill_in(&say::AGREED_FIELDS, lang, &mut page);
    page
}

/// Room for what the professional writes by hand, and where that belongs.
pub(super) fn to_fill_in(fields: &[Words], lang: Lang, page: &mut Page) {
    page.gap();
    page.heading(say::AGREED.to(lang));
    for field in fields {
        page.field(field.to(lang));
    }
    page.text(say::IN_YOUR_RECORD.to(lang));
}

/// What cannot wait has its numbers first; else they stand with what they are for.
fn numbers(told: &Told<'_>, page: &mut Page) {
    let guide = told.guide();
    let danger = match told.evaluation.outlook() {
        Outlook::Emergency { danger, .. } => Some(*danger),
        // At another door the number that is called first is the door's own.
        Outlook::Leave(_) if told.evaluation.urgency() != Urgency::Now => return,
        _ if urgent(told) => Some(Danger::Soon),
        _ => None,
    };
    match danger {
        Some(danger) => Card::of(guide).numbers(danger, page),
        None => {
            for at in [guide.veilig_thuis, guide.emergency_number] {
                let contact = guide.contacts.get(at);
                page.number(contact.reach(), &what_for(contact));
            }
        }
    }
}

fn what_for(contact: &Contact) -> String {
    let more = [contact.hours.as_deref(), contact.costs.as_deref()];
    let parts = [Some(contact.purpose.as_str())].into_iter().chain(more).flatten();
    let what = parts.collect::<Vec<_>>().join(", ");
    // 112 is its own name.
    if contact.name == contact.reach() { what } else { format!("{}: {what}", contact.name) }
}

fn to_veilig_thuis(told: &Told<'_>, page: &mut Page) {
    let lang = page.setting().lang;
    let way = way(told);
    page.headline(say::CALL.to(lang));
    page.text(match way {
        Some(Way::Report) => say::TO_REPORT.to(lang),
        Some(Way::Made) => say::TO_AGREE.to(lang),
        _ => say::FOR_ADVICE.to(lang),
    });
    page.gap();
    page.heading(say::ASK_AND_TELL.to(lang));
    if !matches!(way, Some(Way::Report | Way::Made)) {
        page.item(&format!(" {}", say::SAY.to(lang)), &say::first_sentence(lang, &caller(told, lang)));
    }
    write_actions(told, asked(told).into_iter(), page);
    page.gap();
    let at_hand = details::notices(told, Place::AtHand);
    if at_hand.is_empty() {
        let record = details::notices(told, Place::Record).join("; ");
        if !record.is_empty() {
            page.margin(result::AT_HAND.to(lang), &record);
        }
    } else {
        page.margins(result::AT_HAND.to(lang), &at_hand);
    }
    page.margins(result::MIND.to(lang), &details::notices(told, Place::Mind));
    details::open(told, page);
    page.gap();
    page.text(&how_to_report(told, lang));
    if let Outlook::NotYet(not_yet) = told.evaluation.outlook() {
        page.text(not_yet.fallback);
    }
}

/// Which way an advice goes; nothing while it is not decided.
fn way(told: &Told<'_>) -> Option<Way> {
    match told.evaluation.outlook() {
        Outlook::Advise { row, .. } => Some(told.guide().rows.get(*row).advice.way()),
        _ => None,
    }
}

/// What to do and ask in the call: the actions of now and today that send the caller to nobody. Where the result does not
/// report, advice is among them, for it can be asked at any time.
pub(super) fn asked<'t>(told: &'t Told<'_>) -> Vec<&'t Action> {
    let guide = told.guide();
    let meanwhile = told.evaluation.meanwhile().map(|meanwhile| meanwhile.actions);
    let advice = guide.actions.get(guide.ask_advice);
    let list: Vec<&Action> = match &meanwhile {
        Some(actions) => actions.iter().map(|at| guide.actions.get(*at)).collect(),
        None => said(told, &told.evaluation.actions).collect(),
    };
    let mut list: Vec<&Action> =
        list.into_iter().filter(|action| action.when <= When::Today && action.meets.is_none()).collect();
    let asks = list.iter().any(|action| action.id == advice.id);
    if !asks && !matches!(way(told), Some(Way::Report | Way::Made)) {
        list.insert(0, advice);
    }
    list
}

/// How the caller names their profession.
fn caller(told: &Told<'_>, lang: Lang) -> String {
    let named = term(told.guide(), "beroep");
    if named.is_empty() { say::SOMEONE.to(lang).to_owned() } else { named }
}
