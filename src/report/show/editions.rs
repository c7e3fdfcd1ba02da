//! Every dated document there is: when it counts, our rendering of it, and whether it was reviewed.
//!
//! Knows dates. Refuses to say what is in a document.

use jiff::civil::Date;
use serde_json::json;

use crate::content::editions::editions as all;
use crate::content::library::Library;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, review_word};

/// Every dated document, with whether it counts on the date.
#[must_use]
pub fn editions(library: &Library, date: Date, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for one in all(library) {
        let document = &one.document;
        let counts = one.counts_on(date);
        let last_day = one.last_day.map(|day| day.to_string());
        lines.push(Line::Heading(document.to_string()));
        lines.push(Line::Item(String::new(), one.title.clone()));
        lines.push(Line::Said(say::counts(lang, &one.valid_from.to_string(), last_day.as_deref(), counts)));
        lines.push(Line::Ground(say::stamped(
            lang,
            document.revision,
            &document.digest,
            say::review(document.review).to(lang),
        )));
        lines.push(Line::Gap);
        values.push(json!({
            "id": document.id, "title": one.title, "published": document.published.to_string(),
            "valid_from": one.valid_from.to_string(), "last_day": last_day, "counts": counts,
            "revision": document.revision, "digest": document.digest, "review": review_word(document.review),
        }));
    }
    View::new(json!({ "date": date.to_string(), "editions": values }), lines)
}
