//! What is said about a weighing document that is named and cannot be shown.

use crate::ui::lang::Lang;

/// There is none of that name.
#[must_use]
pub fn unknown(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen afwegingskader `{given}`"),
        Lang::En => format!("there is no afwegingskader `{given}`"),
    }
}

/// It had not begun.
#[must_use]
pub fn later(lang: Lang, given: &str, date: &str) -> String {
    match lang {
        Lang::Nl => format!("op {date} was afwegingskader `{given}` er nog niet"),
        Lang::En => format!("on {date} afwegingskader `{given}` was not there yet"),
    }
}

/// Its first day.
#[must_use]
pub fn first_day(lang: Lang, first: &str) -> String {
    match lang {
        Lang::Nl => format!("het geldt vanaf {first}"),
        Lang::En => format!("it counts from {first}"),
    }
}

/// It is there, and no profession uses it on that day.
#[must_use]
pub fn by_nobody(lang: Lang, given: &str, date: &str) -> String {
    match lang {
        Lang::Nl => format!("geen beroep gebruikt op {date} afwegingskader `{given}`"),
        Lang::En => format!("no profession uses afwegingskader `{given}` on {date}"),
    }
}

/// Those that can be chosen on a day.
#[must_use]
pub fn to_choose(lang: Lang, date: &str, names: &str) -> String {
    match (lang, names) {
        (Lang::Nl, "") => format!("op {date} is er geen; kies een andere dag met `--date`"),
        (Lang::En, "") => format!("there is none on {date}; choose another day with `--date`"),
        (Lang::Nl, names) => format!("op {date} zijn er: {names}"),
        (Lang::En, names) => format!("on {date} there are: {names}"),
    }
}
