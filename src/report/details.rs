//! Below the rule: what is open, why, what would change it, what to record, what is not certain, and the stamp.

use std::collections::BTreeSet;

use crate::engine::answers::Given;
use crate::engine::evaluate::Standing;
use crate::engine::outlook::{Because, Outlook};
use crate::engine::whatif::Change;
use crate::model::advice::{Advice, Way};
use crate::model::duty::{Before, Duty, Place};
use crate::model::guide::{Guide, Review};
use crate::model::id::Id;
use crate::model::property::OutlookWord;
use crate::model::question::Question;
use crate::model::register::Ref;
use crate::model::source::Confidence;
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::ground as grounds;
use crate::ui::messages::result as say;

use super::ground::cite;
use super::page::{Page, Setting};
use super::record;
use super::result::Told;

/// From this step on, another answer is a thing that can still happen or be thought.
const FIRST_WEIGHED: u8 = 3;
/// So many doubts are named at most: the one that decides, and the next.
const MOST_TO_FIND_OUT: usize = 2;
/// So many other answers are named at most; the rest is in JSON.
const MOST_CHANGES: usize = 6;

pub(super) fn write(told: &Told<'_>, page: &mut Page) {
    let setting = page.setting();
    let lang = setting.lang;
    open(told, page);
    find_out(told, page);
    why(told, page);
    page.margins(say::MIND.to(lang), &notices(told, Place::Mind));
    page.margins(say::TALK.to(lang), &notices(told, Place::Talk));
    page.margins(say::AT_HAND.to(lang), &notices(told, Place::AtHand));
    page.margins(say::AFTERWARDS.to(lang), &notices(told, Place::Afterwards));
    read_more(told, page);
    changes(told, page);
    let record = notices(told, Place::Record).join("; ");
    if !record.is_empty() {
        page.margin(say::RECORD.to(lang), &record);
    }
    later(told, page);
    if let Some(decision) = &told.decision {
        record::write(told, decision, page);
    }
    page.margins(say::UNUSED.to(lang), &unused(told, lang));
    page.margins(say::UNSURE.to(lang), &unsure(told, setting));
    page.margin(say::STAMP.to(lang), &stamp(told));
}

pub(super) fn open(told: &Told<'_>, page: &mut Page) {
    let lang = page.setting().lang;
    let guide = told.guide();
    let way = told.evaluation.outlook().advice(guide).map(Advice::way);
    let Some(way) = way else { return };
    let open = told
        .evaluation
        .duties()
        .into_iter()
        .filter(|(_, standing)| matches!(standing, Standing::Open | Standing::Holds));
    let labels: Vec<String> = open
        .map(|(at, _)| guide.duties.get(at))
        .filter(|duty| matters(duty, way))
        .map(|duty| format!("{} ({})", duty.label, say::step(lang, duty.step)))
        .collect();
    if labels.is_empty() {
        return;
    }
    let mut text = labels.join("; ");
    let advised = !matches!(told.evaluation.outlook(), Outlook::NotYet(_));
    if way == Way::Report && advised {
        text = format!("{text}. {}", say::HOLDS_NOTHING.to(lang));
    }
    page.margin(say::OPEN.to(lang), &text);
}

/// What would settle the doubt that leaves it open, and with whom; or that the doubts change nothing here.
fn find_out(told: &Told<'_>, page: &mut Page) {
    let lang = page.setting().lang;
    let guide = told.guide();
    let (heading, lines) = match told.evaluation.outlook() {
        Outlook::NotYet(not_yet) => {
            let Because::Doubt(deciding) = not_yet.because else { return };
            let findings = told.evaluation.concluded.state.records;
            let others = told.evaluation.doubts.iter().copied().filter(|doubt| *doubt != deciding);
            let named = [deciding].into_iter().chain(others).take(MOST_TO_FIND_OUT);
            let line = |(at, choice): (Ref<Question>, usize)| {
                let question = guide.questions.get(at);
                let pending = question.choices.get(choice).and_then(|choice| choice.doubt.as_ref());
                let first = pending.map_or("", |pending| pending.first.text(findings));
                say::find_out(&question.ask, question.id.as_str(), first)
            };
            (say::FIND_OUT, named.map(line).collect::<Vec<_>>())
        }
        // Every reading of every doubt comes to this advice: else it would be open.
        Outlook::Advise { .. } if !told.evaluation.doubts.is_empty() => {
            let ids = told.evaluation.doubts.iter().map(|(at, _)| guide.questions.get(*at).id.as_str());
            (say::DOUBT, vec![say::doubt_decides_nothing(lang, &ids.collect::<Vec<_>>())])
        }
        _ => return,
    };
    page.margins(heading.to(lang), &lines);
}

/// Telling beforehand and writing facts for a report matter only when it goes to a report.
fn matters(duty: &Duty, way: Way) -> bool {
    way == Way::Report || !duty.before.iter().all(|before| *before == Before::Sending)
}

fn why(told: &Told<'_>, page: &mut Page) {
    let setting = page.setting();
    let lang = setting.lang;
    let guide = told.guide();
    if let Some(row) = told.evaluation.outlook().row().map(|row| guide.rows.get(row)) {
        let findings = told.evaluation.concluded.state.records;
        let rows = told.evaluation.concluded.rows;
        if rows.len() > 1 {
            // A doubt that changes nothing: each reading has its own reason.
            let reasons = rows.iter().map(|row| guide.rows.get(row).because.text(findings).to_owned());
            let mut reasons: Vec<String> = reasons.collect();
            reasons.insert(0, say::EITHER_WAY.to(lang).to_owned());
            page.margins(say::WHY.to(lang), &reasons);
        } else {
            page.margin(say::WHY.to(lang), row.because.text(findings));
        }
        if let Some(held) = held(told, lang) {
            page.margin("", &held);
        }
        if row.advice.way() == Way::Report {
            let waits = matches!(told.evaluation.outlook(), Outlook::NotYet(_));
            // Only a framework has norms; the law of before 2019 knew none.
            let norm = !waits && row.meldnorm.is_some();
            page.margin("", &grounds::right(lang, &rights(guide), norm));
        }
        page.margin("", &format!("{}: {}", say::SOURCE_WORD.to(lang), cite(guide, &row.cite, lang)));
    }
    let answers: Vec<String> =
        told.evaluation.path.iter().map(|(at, given)| answer(guide, *at, *given)).collect();
    if !answers.is_empty() {
        page.margin(say::ANSWERS.to(lang), &answers.join(" · "));
    }
}

/// The articles that give the right to report on the date of the guide.
fn rights(guide: &Guide) -> String {
    let rights =
        guide.law.provisions.iter().filter(|provision| provision.about.starts_with("right-to-report"));
    rights.map(|provision| provision.article.as_str()).collect::<Vec<_>>().join("; ")
}

/// What keeps the decision open.
fn held(told: &Told<'_>, lang: Lang) -> Option<String> {
    let guide = told.guide();
    let Outlook::NotYet(not_yet) = told.evaluation.outlook() else { return None };
    match not_yet.because {
        Because::Duty(duty) => Some(say::held_by(lang, &guide.duties.get(duty).label)),
        Because::Doubt((at, _)) => Some(say::held_by_doubt(lang, guide.questions.get(at).id.as_str())),
        Because::Row => None,
    }
}

/// One answer in few words: the question's id, and the short labels of what was chosen.
fn answer(guide: &Guide, at: Ref<Question>, given: Given) -> String {
    let question = guide.questions.get(at);
    let chosen: Vec<&str> = given
        .choices()
        .filter_map(|index| question.choices.get(index))
        .map(|choice| choice.short.as_str())
        .collect();
    format!("{}: {}", question.id, chosen.join(" + "))
}

pub(super) fn notices(told: &Told<'_>, place: Place) -> Vec<String> {
    let here = told.evaluation.notices.iter().filter(|notice| notice.place == place);
    here.map(|notice| notice.text.clone()).collect()
}

/// Where more is to be read: the forms of violence that are at play, and signals while facts are still gathered.
fn read_more(told: &Told<'_>, page: &mut Page) {
    let guide = told.guide();
    let Some(row) = told.evaluation.outlook().row() else { return };
    let findings = told.evaluation.concluded.state.records;
    let at_play = guide.themes.iter().filter(|theme| theme.guard.opens(findings));
    let ids: Vec<&str> = at_play.map(|theme| theme.id.as_str()).collect();
    let mut commands = Vec::new();
    if !ids.is_empty() {
        commands.push(say::show_themes(&ids));
    }
    let undecided = guide.rows.get(row).advice.way() == Way::Undecided;
    let chosen = told.evaluation.path.iter().flat_map(|(at, given)| {
        let choices = &guide.questions.get(*at).choices;
        given.choices().filter_map(|index| choices.get(index)).map(|choice| &choice.id)
    });
    let whom = |id: &&Id| guide.signals.iter().any(|list| list.whom.contains(*id));
    commands.extend(chosen.filter(|_| undecided).find(whom).map(|id| say::show_signals(id.as_str())));
    page.margins(say::READ_MORE.to(page.setting().lang), &commands);
}

fn changes(told: &Told<'_>, page: &mut Page) {
    let lang = page.setting().lang;
    let guide = told.guide();
    // On the card, at a door and at an open question there is nothing to weigh yet.
    if !matches!(told.evaluation.outlook(), Outlook::NotYet(_) | Outlook::Advise { .. }) {
        return;
    }
    // A page that says which answer ends the case would be read as advice to give it: only what protects as much or
    // more is named. JSON has them all.
    let now = told.evaluation.outlook().advice(guide).map(Advice::way);
    let protects =
        |change: &&Change| change.outlook == OutlookWord::Emergency || change.advice.map(Advice::way) >= now;
    // What is nearest to the decision is named first; answers that lead to the same are named together.
    let mut groups: Vec<(Ref<Question>, Words, Vec<&str>)> = Vec::new();
    for change in told.changes.iter().rev().filter(protects) {
        // Who it is about and what was seen are not for changing: only the talk, the weighing and the decision are.
        if guide.questions.get(change.question).step < FIRST_WEIGHED {
            continue;
        }
        let Some(choice) = guide.questions.get(change.question).choices.get(change.choice) else { continue };
        let then = then(change);
        match groups.iter_mut().find(|(at, what, _)| *at == change.question && *what == then) {
            Some((_, _, choices)) => choices.insert(0, &choice.short),
            None => groups.push((change.question, then, vec![&choice.short])),
        }
    }
    let line = |(at, then, choices): &(Ref<Question>, Words, Vec<&str>)| {
        say::change(lang, guide.questions.get(*at).id.as_str(), choices, then.to(lang))
    };
    let lines: Vec<String> = groups.iter().take(MOST_CHANGES).map(line).collect();
    page.margins(say::CHANGES.to(lang), &lines);
}

fn then(change: &Change) -> Words {
    let way = change.advice.map(Advice::way);
    match (change.outlook, way) {
        (OutlookWord::Emergency, _) => say::THEN_EMERGENCY,
        (OutlookWord::Leave, _) => say::THEN_DOOR,
        (OutlookWord::Advise, Some(Way::Report)) => say::THEN_REPORT,
        (_, Some(Way::Report)) => say::THEN_REPORT_NOT_YET,
        (OutlookWord::Advise, Some(Way::Help)) => say::THEN_HELP,
        (_, Some(Way::Help)) => say::THEN_HELP_NOT_YET,
        (_, Some(Way::Made)) => say::THEN_MADE,
        (OutlookWord::Advise, Some(Way::Close)) => say::THEN_CLOSE,
        (_, Some(Way::Close)) => say::THEN_CLOSE_NOT_YET,
        (_, Some(Way::Undecided) | None) => say::THEN_UNDECIDED,
    }
}

fn later(told: &Told<'_>, page: &mut Page) {
    let setting = page.setting();
    let guide = told.guide();
    if let Outlook::Advise { next: Some(next), .. } = told.evaluation.outlook() {
        let question = guide.questions.get(next.question);
        let when = &guide.occasions.get(next.occasion).when;
        let text = say::later(setting.lang, when, &question.ask, question.id.as_str());
        page.margin(say::LATER.to(setting.lang), &text);
    }
}

fn unused(told: &Told<'_>, lang: Lang) -> Vec<String> {
    let guide = told.guide();
    let off: Vec<&str> =
        told.evaluation.unused.iter().map(|at| guide.questions.get(*at).id.as_str()).collect();
    let off = (!off.is_empty()).then(|| say::off_the_path(lang, &off.join(", ")));
    let other = &told.not_in_this_norm;
    let other = (!other.is_empty()).then(|| say::not_in_this_norm(lang, &other.join(", ")));
    off.into_iter().chain(other).collect()
}

fn unsure(told: &Told<'_>, setting: Setting) -> Vec<String> {
    let lang = setting.lang;
    let guide = told.guide();
    let mut lines = Vec::new();
    lines.extend(guide.profession.framework_note.clone());
    if guide.documents.iter().any(|document| document.review == Review::Draft) {
        lines.push(say::DRAFT.to(lang).to_owned());
    }
    if let Some(row) = told.evaluation.outlook().row() {
        match guide.rows.get(row).cite.confidence {
            Confidence::Verified => {}
            Confidence::SecondHand => lines.push(say::SECOND_HAND.to(lang).to_owned()),
            Confidence::Open => lines.push(say::OPEN_RULE.to(lang).to_owned()),
        }
    }
    if guide.date < told.today {
        let then = say::norm_of_then(lang, &guide.date.to_string());
        lines.push(format!("{then} {}", say::NUMBERS_OF_TODAY.to(lang)));
    }
    if told.own_content {
        lines.push(say::OWN_CONTENT.to(lang).to_owned());
    }
    lines.push(say::HELPS.to(lang).to_owned());
    lines
}

/// Exactly what the result rests on: date, profession, documents with their digests, program.
fn stamp(told: &Told<'_>) -> String {
    let guide = told.guide();
    // Doors are stamped where one was taken, themes where they are at play.
    let left = matches!(told.evaluation.outlook(), Outlook::Leave(_));
    let findings = told.evaluation.concluded.state.records;
    let at_play =
        |id: &str| guide.themes.iter().any(|theme| theme.id.as_str() == id && theme.guard.opens(findings));
    let stamped = |id: &str| match id.split_once('/') {
        Some(("doors", _)) => left,
        Some(("themes", theme)) => at_play(theme),
        _ => true,
    };
    let documents: BTreeSet<String> = guide
        .documents
        .iter()
        .filter(|document| stamped(&document.id))
        .map(|document| format!("{document} ({})", document.digest.get(..8).unwrap_or(&document.digest)))
        .collect();
    let documents: Vec<String> = documents.into_iter().collect();
    format!(
        "{} · {} · {} · meldcode {}",
        guide.date,
        guide.profession.id,
        documents.join(" · "),
        env!("CARGO_PKG_VERSION")
    )
}
