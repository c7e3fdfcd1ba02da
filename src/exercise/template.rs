//! The file that a trainer begins with: a whole exercise with room for their own words.
//!
//! What has to be filled in stands between `<` and `>`, and `lint` tells where that is still so. Everything else is sound
//! as it stands, so that whoever fills it in has an exercise that comes out as its key says.

use jiff::civil::Date;

use crate::ui::lang::Lang;
use crate::ui::messages::template as say;

/// Whether a text is still what the template says.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.starts_with('<') && text.ends_with('>')
}

/// A new exercise of this name.
#[must_use]
pub fn template(id: &str, date: Date, lang: Lang) -> String {
    let text = say::TEMPLATE.to(lang);
    text.replace("{id}", id).replace("{date}", &date.to_string())
}
