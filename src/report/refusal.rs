//! Why there is no meldcode here for somebody, and whom to reach.
//!
//! Refuses to offer something in its place.

use serde_json::{Value, json};

use crate::model::profession::Refusal;

use super::page::{Page, Setting};

/// The number of the format. It rises when a reader of the old format would misread the new one.
const FORMAT: u32 = 1;

/// What a refusal says, for people.
#[must_use]
pub fn page(refusal: &Refusal, setting: Setting) -> Page {
    let mut page = Page::new(setting);
    page.text(&refusal.says);
    page.gap();
    for contact in contacts(refusal) {
        page.text(&contact);
    }
    page
}

/// Telephone numbers of whom to reach.
#[must_use]
pub fn numbers(refusal: &Refusal) -> Vec<String> {
    refusal.contacts.iter().filter_map(|contact| contact.number.clone()).collect()
}

/// What a refusal says, in one line: for a place where it stands among others.
#[must_use]
pub fn line(refusal: &Refusal) -> String {
    let mut all = vec![refusal.says.clone()];
    all.extend(contacts(refusal).map(|contact| format!("{contact}.")));
    all.join(" ")
}

/// For programs.
#[must_use]
pub fn json(refusal: &Refusal) -> Value {
    let contacts = refusal.contacts.iter().map(|contact| {
        json!({
            "id": contact.id.as_str(), "name": contact.name, "number": contact.number, "site": contact.site,
            "purpose": contact.purpose,
        })
    });
    json!({
        "format": FORMAT,
        "refused": {
            "id": refusal.id.as_str(), "label": refusal.label, "says": refusal.says,
            "contacts": contacts.collect::<Vec<_>>(),
        },
    })
}

fn contacts(refusal: &Refusal) -> impl Iterator<Item = String> {
    let contacts = refusal.contacts.iter();
    contacts.map(|contact| format!("{}: {} ({})", contact.name, contact.reach(), contact.purpose))
}
