//! The law of a date: where its texts differ from each other, what it says, with articles, and what was announced by then.
//!
//! Refuses to turn a right into a duty: what professions ask for stands in the weighing documents.

use serde_json::{Value, json};

use crate::model::guide::Guide;
use crate::model::news::News;
use crate::ui::lang::Lang;
use crate::ui::messages::law::points;
use crate::ui::messages::show as say;

use super::{Line, View, cite_value, documents, ground, titles};

/// The law of a date.
#[must_use]
pub fn law(guide: &Guide, lang: Lang) -> View {
    let law = &guide.law;
    let mut lines = vec![Line::Norm(titles(guide, &["law/"])), Line::Gap];
    lines.push(Line::Item(String::new(), say::advice_centre(lang, &law.advice_centre)));
    lines.push(Line::Gap);
    lines.push(Line::Heading(say::DIFFERS.to(lang).to_owned()));
    for point in points(&law.differs) {
        lines.push(Line::Item("-".to_owned(), format!("{}: {}", point.about(lang), point.says(lang))));
    }
    lines.push(Line::Gap);
    let mut values = Vec::new();
    for provision in &law.provisions {
        lines.push(Line::Heading(format!("{} ({})", provision.about, provision.article)));
        lines.push(Line::Item(String::new(), provision.says.clone()));
        lines.push(ground(guide, &provision.cite, lang));
        values.push(json!({
            "about": provision.about, "article": provision.article, "says": provision.says,
            "cite": cite_value(guide, &provision.cite),
        }));
    }
    let mut news: Vec<Value> = Vec::new();
    // On a day of the past nobody knew what came later.
    let known: Vec<&News> = guide.news.iter().filter(|item| item.on <= guide.date).collect();
    if !known.is_empty() {
        lines.push(Line::Gap);
        lines.push(Line::Heading(say::NEWS.to(lang).to_owned()));
        lines.push(Line::Said(say::NEWS_IS_NO_RULE.to(lang).to_owned()));
    }
    for item in known {
        let status = say::news_status(item.status).to(lang);
        lines.push(Line::Item(
            "-".to_owned(),
            format!("{} ({status}) {}. {}", item.on, item.title, item.says),
        ));
        lines.push(ground(guide, &item.cite, lang));
        news.push(json!({
            "id": item.id.as_str(), "on": item.on.to_string(), "status": item.status, "title": item.title,
            "says": item.says, "cite": cite_value(guide, &item.cite),
        }));
    }
    let json = json!({
        "documents": documents(guide), "advice_centre": law.advice_centre, "differs": law.differs,
        "provisions": values, "news": news,
    });
    View::new(json, lines)
}
