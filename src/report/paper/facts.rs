//! Room for facts, to fill in by hand in one's own record.
//!
//! Knows what belongs beside a fact: its day, its source, and what else it can be. Refuses to hold a fact.

use crate::ui::messages::paper as say;

use super::super::page::{Page, Setting};

/// So many facts fit on the page.
const ROWS: usize = 8;

pub(super) fn page(setting: Setting) -> Page {
    let lang = setting.lang;
    let mut page = Page::new(setting);
    page.headline(say::FACTS.to(lang));
    page.text(say::FACTS_HOW.to(lang));
    let columns = say::FACT_COLUMNS.map(|column| column.to(lang).to_owned());
    page.grid(say::FACTS_CAPTION.to(lang), columns.into(), ROWS);
    page
}
