//! Themes: forms of violence that change what a professional does, with what is different at each step.
//!
//! Marks in words what makes a theme urgent. Refuses to count, and to say that nothing is wrong.

use serde_json::{Value, json};

use crate::model::contact::Contact;
use crate::model::guide::Guide;
use crate::model::register::Ref;
use crate::model::theme::Theme;
use crate::ui::lang::Lang;
use crate::ui::messages::result::step;
use crate::ui::messages::show as say;

use super::{Line, View, cite_value, documents, ground};

/// The themes of the guide: all, or those that are named.
#[must_use]
pub fn themes(guide: &Guide, names: &[String], lang: Lang) -> View {
    let named = |theme: &&Theme| names.is_empty() || names.iter().any(|name| name == theme.id.as_str());
    let chosen: Vec<&Theme> = guide.themes.iter().filter(named).collect();
    let mut lines = vec![Line::Heading(say::THEMES_FIRST.to(lang).to_owned()), Line::Gap];
    for theme in &chosen {
        theme_lines(guide, theme, lang, &mut lines);
    }
    let values: Vec<Value> = chosen.iter().map(|theme| value(guide, theme)).collect();
    View::new(json!({ "documents": documents(guide), "themes": values }), lines)
}

fn theme_lines(guide: &Guide, theme: &Theme, lang: Lang, lines: &mut Vec<Line>) {
    lines.push(Line::Heading(format!("{} ({})", theme.title, theme.id)));
    lines.push(Line::Norm(theme.means.clone()));
    lines.push(ground(guide, &theme.cite, lang));
    if let Some((text, cite)) = &theme.expert {
        lines.push(Line::Led(String::new(), say::EXPERT.to(lang).to_owned(), text.clone()));
        lines.push(ground(guide, cite, lang));
    }
    for flag in &theme.red_flags {
        lines.push(Line::Led("!".to_owned(), say::RED_FLAG.to(lang).to_owned(), flag.text.clone()));
        lines.push(ground(guide, &flag.cite, lang));
    }
    for notice in &theme.notices {
        lines.push(Line::Led("-".to_owned(), step(lang, notice.step), notice.text.clone()));
        lines.push(ground(guide, &notice.cite, lang));
    }
    let contacts = theme.contacts.iter().map(|at| line(guide.contacts.get(*at)));
    lines.push(Line::Norm(contacts.collect::<Vec<_>>().join(" · ")));
    lines.push(Line::Gap);
}

fn line(contact: &Contact) -> String {
    format!("{}: {}", contact.name, contact.reach())
}

fn value(guide: &Guide, theme: &Theme) -> Value {
    let red_flags = theme.red_flags.iter().map(
        |flag| json!({ "id": flag.id.as_str(), "text": flag.text, "cite": cite_value(guide, &flag.cite) }),
    );
    let notices = theme.notices.iter().map(|notice| {
        json!({
            "id": notice.id.as_str(), "step": notice.step, "with": notice.with, "text": notice.text,
            "cite": cite_value(guide, &notice.cite),
        })
    });
    let expert = theme.expert.as_ref();
    let id = |at: &Ref<Contact>| guide.contacts.get(*at).id.as_str();
    json!({
        "id": theme.id.as_str(), "title": theme.title, "means": theme.means, "cite": cite_value(guide, &theme.cite),
        "findings": theme.guard.only_if.iter().map(|at| guide.findings.get(at).id.as_str()).collect::<Vec<_>>(),
        "expert": expert.map(|(text, ground)| json!({ "text": text, "cite": cite_value(guide, ground) })),
        "red_flags": red_flags.collect::<Vec<_>>(), "notices": notices.collect::<Vec<_>>(),
        "contacts": theme.contacts.iter().map(id).collect::<Vec<_>>(),
    })
}
