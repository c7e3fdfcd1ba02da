//! The professions of a date, and one of them as a whole: its documents, its words, what it asks for.
//!
//! Knows how strongly a profession asks for a duty. Refuses to say that its own framework was seen when it was not.

use jiff::civil::Date;
use serde_json::json;

use crate::content::edition::in_force;
use crate::content::library::Library;
use crate::model::guide::Guide;
use crate::model::profession::Said;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, cite_value, document_lines, documents, ground, review_word};

/// The professions that have documents on the date.
#[must_use]
pub fn professions(library: &Library, date: Date, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for one in &library.professions {
        let raw = &one.filed.raw;
        let aliases: Vec<&str> = raw.aliases.iter().map(|alias| alias.get_ref().as_str()).collect();
        let label = library.say(raw.label.get_ref());
        lines.push(Line::Heading(one.name.clone()));
        if let Some(refuses) = &raw.refuses {
            lines.push(Line::Item("!".to_owned(), library.say(refuses.text.get_ref())));
            lines.push(Line::Gap);
            values.push(json!({
                "id": one.name, "label": label, "aliases": aliases, "sector": raw.sector,
                "refused": library.say(refuses.text.get_ref()),
            }));
            continue;
        }
        let Some((_, row)) = one.row_on(date) else { continue };
        let weighing = in_force(&library.afwegingskaders, row.afwegingskader.get_ref(), date);
        let weighing = weighing.map(|edition| library.document(edition));
        let note = row.framework_note.as_ref().map(|note| library.say(note.get_ref()));
        lines.extend(weighing.as_ref().map(|document| {
            Line::Said(say::linked(lang, &document.to_string(), document.review, row.own_framework))
        }));
        lines.push(Line::Said(say::rests_on(lang, row.cite.kind, *row.cite.confidence.get_ref())));
        lines.extend(note.clone().map(|note| Line::Item("!".to_owned(), note)));
        if !aliases.is_empty() {
            lines.push(Line::Said(say::aliases(lang, &aliases.join(", "))));
        }
        lines.push(Line::Gap);
        values.push(json!({
            "id": one.name, "label": label, "aliases": aliases, "sector": raw.sector,
            "afwegingskader": row.afwegingskader.get_ref(),
            "published": weighing.as_ref().map(|document| document.published.to_string()),
            "review": weighing.as_ref().map(|document| review_word(document.review)),
            "own_framework": row.own_framework, "kind": row.cite.kind,
            "confidence": row.cite.confidence.get_ref(), "note": note,
        }));
    }
    View::new(json!({ "date": date.to_string(), "professions": values }), lines)
}

/// One profession: its documents, what is known of its own framework, who decides, its words, and its duties.
#[must_use]
pub fn profession(guide: &Guide, lang: Lang) -> View {
    let about = &guide.profession;
    let mut lines = vec![Line::Heading(about.id.to_string())];
    if about.label != about.id.as_str() {
        lines.push(Line::Norm(about.label.clone()));
    }
    if !about.aliases.is_empty() {
        lines.push(Line::Said(say::aliases(lang, &about.aliases.join(", "))));
    }
    lines.push(Line::Gap);
    lines.push(Line::Heading(say::DOCUMENTS.to(lang).to_owned()));
    lines.extend(document_lines(guide.documents.iter(), lang));
    lines.push(match &about.framework_note {
        Some(note) => Line::Item("!".to_owned(), note.clone()),
        None => Line::Said(say::own_framework(about.own_framework).to(lang).to_owned()),
    });
    lines.push(Line::Gap);
    let of_now = guide.date < about.newest;
    if of_now {
        lines.push(Line::Item("!".to_owned(), say::RULES_OF_NOW.to(lang).to_owned()));
        lines.push(Line::Gap);
    }
    let supervisor = about.supervisor.as_ref();
    let roles = [
        (say::BOUND, Some(&about.bound)),
        (say::DECIDES, about.decides.as_ref()),
        (say::REPORTS, about.reports.as_ref()),
        (say::SUPERVISOR, supervisor),
    ];
    for (heading, said) in roles.into_iter().filter_map(|(heading, said)| Some((heading, said?))) {
        lines.push(Line::Heading(heading.to(lang).to_owned()));
        lines.push(Line::Item(String::new(), said.text.clone()));
        lines.push(ground(guide, &said.cite, lang));
        lines.push(Line::Gap);
    }
    if !about.triggers.is_empty() {
        lines.push(Line::Heading(say::TRIGGERS.to(lang).to_owned()));
        for (check, said) in &about.triggers {
            lines.push(Line::Item("-".to_owned(), format!("{}: {}", say::check(*check), said.text)));
            lines.push(ground(guide, &said.cite, lang));
        }
        lines.push(Line::Gap);
    }
    lines.push(Line::Heading(say::TERMS.to(lang).to_owned()));
    lines
        .extend(about.terms.iter().map(|(term, word)| Line::Item("-".to_owned(), format!("{term}: {word}"))));
    lines.push(Line::Gap);
    lines.push(Line::Heading(say::DUTIES.to(lang).to_owned()));
    for (_, duty) in guide.duties.iter().filter(|(at, _)| guide.can_be_asked(*at)) {
        lines.push(Line::Item("-".to_owned(), duty.label.clone()));
        lines.push(Line::Said(say::level(duty.level).to(lang).to_owned()));
    }
    let asked = guide.duties.iter().filter(|(at, _)| guide.can_be_asked(*at));
    let duties = asked.map(|(_, duty)| {
        json!({ "id": duty.id.as_str(), "label": duty.label, "step": duty.step, "level": duty.level })
    });
    let role = |said: &Said| json!({ "text": said.text, "cite": cite_value(guide, &said.cite) });
    let triggers = about.triggers.iter().map(|(check, said)| json!({ "check": check, "says": role(said) }));
    let json = json!({
        "id": about.id.as_str(), "label": about.label, "aliases": about.aliases, "documents": documents(guide),
        "own_framework": about.own_framework, "note": about.framework_note, "sector": about.sector,
        "cite": cite_value(guide, &about.cite), "roles_of_now": of_now, "bound": role(&about.bound),
        "decides": about.decides.as_ref().map(role), "reports": about.reports.as_ref().map(role),
        "supervisor": supervisor.map(role), "triggers": triggers.collect::<Vec<_>>(),
        "terms": about.terms, "duties": duties.collect::<Vec<_>>(),
    });
    View::new(json, lines)
}
