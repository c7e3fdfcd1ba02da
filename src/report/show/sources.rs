//! Every source: what it is, how much of it was read and when that was checked, and how often it is cited.
//!
//! Refuses to hide that something was read in part or through somebody else.

use std::collections::BTreeMap;

use serde_json::json;

use crate::content::library::{Library, to_date};
use crate::content::raw::HowRead;
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::show as say;

use super::{Line, View};

/// Every source of the library, with the number of lines that cite it.
#[must_use]
pub fn sources(library: &Library, cited: &BTreeMap<String, usize>, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for source in &library.sources.raw.source {
        let id = source.id.get_ref();
        let times = cited.get(id).copied().unwrap_or_default();
        let checked_on = to_date(source.checked_on.get_ref()).map(|day| day.to_string());
        lines.push(Line::Heading(id.clone()));
        lines.push(Line::Item(String::new(), source.title.clone()));
        let dated = source.dated.as_deref();
        lines.push(Line::Said(
            [Some(source.publisher.as_str()), dated].into_iter().flatten().collect::<Vec<_>>().join(", "),
        ));
        let read = how_read(source.read).to(lang);
        lines.push(Line::Said(say::read_and_cited(lang, read, checked_on.as_deref(), times)));
        lines.extend(source.url.clone().map(Line::Ground));
        lines.extend(source.note.clone().map(|note| Line::Item("!".to_owned(), note)));
        lines.push(Line::Gap);
        values.push(json!({
            "id": id, "title": source.title, "publisher": source.publisher, "kind": source.kind, "dated": dated,
            "url": source.url, "read": source.read, "checked_on": checked_on, "note": source.note, "cited": times,
        }));
    }
    View::new(json!({ "sources": values }), lines)
}

fn how_read(read: HowRead) -> Words {
    match read {
        HowRead::Whole => say::READ_WHOLE,
        HowRead::Extract => say::READ_IN_PART,
        HowRead::SecondHand => say::READ_VIA,
    }
}
