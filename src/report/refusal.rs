//! Why there is no meldcode here for somebody, and whom to reach.
//!
//! Refuses to offer something in its place.

use crate::model::profession::Refusal;

use super::page::{Page, Setting};

/// What a refusal says, for people.
#[must_use]
pub fn refusal(refusal: &Refusal, setting: Setting) -> String {
    let mut page = Page::new(setting);
    page.text(&refusal.says);
    page.gap();
    for contact in &refusal.contacts {
        page.text(&format!("{}: {} ({})", contact.name, contact.reach(), contact.purpose));
    }
    page.finish()
}
