//! Telephone numbers, with the day they were checked.
//!
//! Refuses to choose one: whom to call stands in a result.

use jiff::civil::Date;
use serde_json::json;

use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::{Line, View, ground};

/// Telephone numbers, with the day they were checked.
#[must_use]
pub fn contacts(guide: &Guide, today: Date, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for contact in guide.all_contacts.iter().filter(|contact| contact.counts_on(guide.date)) {
        lines.push(Line::Heading(format!("{}: {}", contact.name, contact.reach())));
        let open =
            [contact.hours.as_deref(), contact.costs.as_deref()].into_iter().flatten().collect::<Vec<_>>();
        lines.push(Line::Item(String::new(), format!("{}; {}", contact.purpose, contact.for_whom)));
        if !open.is_empty() {
            lines.push(Line::Item(String::new(), open.join(", ")));
        }
        if let Some(warning) = &contact.warning {
            lines.push(Line::Item("!".to_owned(), warning.clone()));
        }
        if let (None, None) = (contact.from, contact.until) {
        } else {
            let days = [contact.from, contact.until].map(|day| day.map(|day| day.to_string()));
            lines.push(Line::Said(say::counted(lang, days[0].as_deref(), days[1].as_deref())));
        }
        lines.push(Line::Ground(say::checked(lang, &contact.checked_on.to_string())));
        if today > contact.check_by {
            lines.push(Line::Item("!".to_owned(), say::CHECK_IS_OLD.to(lang).to_owned()));
        }
        lines.push(ground(guide, &contact.cite, lang));
        lines.push(Line::Gap);
        values.push(json!({
            "id": contact.id.as_str(), "name": contact.name, "number": contact.number, "site": contact.site,
            "from": contact.from.map(|day| day.to_string()), "until": contact.until.map(|day| day.to_string()),
            "check_by": contact.check_by.to_string(), "hours": contact.hours,
            "costs": contact.costs, "for_whom": contact.for_whom, "purpose": contact.purpose,
            "warning": contact.warning, "checked_on": contact.checked_on.to_string(),
        }));
    }
    View::new(json!({ "contacts": values }), lines)
}
