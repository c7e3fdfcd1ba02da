//! Routes other than the meldcode, with what to do on each.
//!
//! Refuses to open one: answers do.

use serde_json::json;

use crate::model::guide::Guide;
use crate::ui::lang::Lang;

use super::{Line, View, documents, ground};

/// Routes other than the meldcode.
#[must_use]
pub fn doors(guide: &Guide, lang: Lang) -> View {
    let mut lines = Vec::new();
    let mut values = Vec::new();
    for (_, door) in guide.doors.iter() {
        lines.push(Line::Heading(door.label.clone()));
        lines.push(Line::Norm(door.because.clone()));
        for at in &door.actions {
            lines.push(Line::Item("-".to_owned(), guide.actions.get(*at).text.clone()));
        }
        lines.push(Line::Norm(door.stays.clone()));
        lines.extend(door.cites.iter().map(|cite| ground(guide, cite, lang)));
        lines.push(Line::Gap);
        values.push(json!({
            "id": door.id.as_str(), "label": door.label, "says": door.says, "because": door.because,
            "actions": door.actions.iter().map(|at| guide.actions.get(*at).text.as_str()).collect::<Vec<_>>(),
            "stays": door.stays,
        }));
    }
    View::new(json!({ "documents": documents(guide), "doors": values }), lines)
}
