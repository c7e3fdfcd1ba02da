//! Telephone numbers, with the day they were checked.
//!
//! Refuses to choose one: whom to call stands in a result.

use serde_json::json;

use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, ground};

/// Telephone numbers, with the day they were checked.
#[must_use]
pub fn contacts(guide: &Guide, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (_, contact) in guide.contacts.iter() {
        lines.push(Line::Heading(format!("{}: {}", contact.name, contact.number)));
        let open =
            [contact.hours.as_deref(), contact.costs.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        lines.push(Line::Item(String::new(), format!("{}; {}", contact.purpose, contact.for_whom)));
        if !open.is_empty() {
            lines.push(Line::Item(String::new(), open.join(", ")));
        }
        if let Some(warning) = &contact.warning {
            lines.push(Line::Item("!".to_owned(), warning.clone()));
        }
        lines.push(Line::Ground(say::checked(lang, &contact.checked_on.to_string())));
        lines.push(ground(guide, &contact.cite, lang));
        lines.push(Line::Gap);
        values.push(json!({
            "id": contact.id.as_str(), "name": contact.name, "number": contact.number, "hours": contact.hours,
            "costs": contact.costs, "for_whom": contact.for_whom, "purpose": contact.purpose,
            "warning": contact.warning, "checked_on": contact.checked_on.to_string(),
        }));
    }
    View { json: json!({ "contacts": values }), lines }
}
