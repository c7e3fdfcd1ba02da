//! The professions of a date, and one of them as a whole: its documents, its words, what it asks for.
//!
//! Knows how strongly a profession asks for a duty. Refuses to say that its own framework was seen when it was not.

use jiff::civil::Date;
use serde_json::json;

use crate::content::library::Library;
use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, document_lines, documents};

/// The professions that have documents on the date.
#[must_use]
pub fn professions(library: &Library, date: Date, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (name, edition) in library.professions_on(date) {
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
    let decides = about.terms.get("beslisser");
    if let Some(decides) = decides {
        lines.push(Line::Heading(say::DECIDES.to(lang).to_owned()));
        lines.push(Line::Item(String::new(), decides.clone()));
        lines.push(Line::Gap);
    }
    lines.push(Line::Heading(say::TERMS.to(lang).to_owned()));
    lines
        .extend(about.terms.iter().map(|(term, word)| Line::Item("-".to_owned(), format!("{term}: {word}"))));
    lines.push(Line::Gap);
    lines.push(Line::Heading(say::DUTIES.to(lang).to_owned()));
    for (_, duty) in guide.duties.iter() {
        lines.push(Line::Item("-".to_owned(), duty.label.clone()));
        lines.push(Line::Said(say::level(duty.level).to(lang).to_owned()));
    }
    let duties = guide.duties.iter().map(|(_, duty)| {
        json!({ "id": duty.id.as_str(), "label": duty.label, "step": duty.step, "level": duty.level })
    });
    let json = json!({
        "id": about.id.as_str(), "label": about.label, "aliases": about.aliases, "documents": documents(guide),
        "own_framework": about.own_framework, "note": about.framework_note, "decides": decides,
        "terms": about.terms, "duties": duties.collect::<Vec<_>>(),
    });
    View { json, lines }
}
