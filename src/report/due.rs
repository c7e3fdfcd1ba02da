//! What is due in a case, in words: before its questions are asked again, and in a list of cases.
//!
//! Knows the labels of duties and questions. Refuses to know who it is about: a case is the name of its file.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::engine::due::{Due, Why};
use crate::model::advice::Advice;
use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::layout::shorten;
use crate::ui::messages::case as say;
use crate::ui::messages::show::decisions;

use super::table::Table;

/// So many columns of a question are enough to recognise it by.
const RECOGNISED: usize = 48;

/// One line for something that is due.
#[must_use]
pub fn line(guide: &Guide, due: &Due, today: Date, lang: Lang) -> String {
    let what = words(guide, due, lang);
    match due.day {
        Some(day) => format!("{what}: {}", say::on_day(lang, &day.to_string(), day < today)),
        None => what,
    }
}

fn words(guide: &Guide, due: &Due, lang: Lang) -> String {
    let ask = || due.question.map_or(String::new(), |at| shorten(&guide.questions.get(at).ask, RECOGNISED));
    match due.why {
        Why::Danger => say::DUE_DANGER.to(lang).to_owned(),
        Why::Open => format!("{}: {}", say::DUE_OPEN.to(lang), ask()),
        Why::Duty(duty) => guide.duties.get(duty).label.clone(),
        Why::Doubt => format!("{}: {}", say::DUE_DOUBT.to(lang), ask()),
        Why::Later(_) => ask(),
    }
}

/// What can be said of a case in a list.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The profession.
    pub profession: String,
    /// The day of the case.
    pub date: Date,
    /// What the result is.
    pub outlook: String,
    /// Where it points.
    pub direction: Option<Advice>,
    /// Everything that is due, with the day that was named for it.
    pub due: Vec<(String, &'static str, Option<Date>)>,
    /// Whether the content is another than the case was kept with.
    pub changed: bool,
}

impl Standing {
    /// What is due in a guide, in words.
    #[must_use]
    pub fn due(guide: &Guide, due: &[Due], lang: Lang) -> Vec<(String, &'static str, Option<Date>)> {
        due.iter().map(|one| (words(guide, one, lang), kind(one.why), one.day)).collect()
    }

    /// The first day on which something is due.
    fn day(&self) -> Option<Date> {
        self.due.iter().filter_map(|(_, _, day)| *day).min()
    }

    /// Something without a day comes before every day, and a case in which nothing is due after all of them.
    fn order(&self) -> (bool, Option<Date>) {
        (self.due.is_empty(), self.day())
    }
}

const fn kind(why: Why) -> &'static str {
    match why {
        Why::Danger => "danger",
        Why::Open => "question",
        Why::Duty(_) => "duty",
        Why::Doubt => "doubt",
        Why::Later(_) => "later",
    }
}

/// Cases with what is due; of those that cannot be read, why.
#[derive(Debug, Clone, Default)]
pub struct Cases {
    /// By the name of the file.
    pub cases: Vec<(String, Standing)>,
    /// Files that are not in the list, with the reason.
    pub unusable: Vec<(String, String)>,
}

impl Cases {
    /// The cases in order: what has no day first, then by day, then those in which nothing is due.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.cases.sort_by(|(one, here), (other, there)| (here.order(), one).cmp(&(there.order(), other)));
        self
    }

    /// For people.
    #[must_use]
    pub fn text(&self, today: Date, lang: Lang) -> String {
        let head = [
            say::COLUMN_FILE,
            say::COLUMN_PROFESSION,
            say::COLUMN_DAY,
            say::COLUMN_DUE,
            say::COLUMN_DIRECTION,
        ];
        let mut table = Table::new(head.map(|words| words.to(lang)));
        for (file, case) in &self.cases {
            let day = match case.day() {
                Some(day) if day < today => format!("{day} ({})", say::GONE_BY.to(lang)),
                Some(day) => day.to_string(),
                None if case.due.is_empty() => String::new(),
                None => say::NO_DAY.to(lang).to_owned(),
            };
            let due: Vec<&str> = case.due.iter().map(|(what, ..)| what.as_str()).collect();
            let due = if due.is_empty() { say::NOTHING_DUE.to(lang).to_owned() } else { due.join("; ") };
            let direction = case.direction.map(|advice| decisions(lang, advice)).unwrap_or_default();
            let note = case.changed.then(|| say::OTHER_CONTENT.to(lang).to_owned());
            table.push(
                [file.clone(), case.profession.clone(), day, due, direction],
                note.into_iter().collect(),
            );
        }
        for (file, why) in &self.unusable {
            let nothing = || String::new();
            table.push([file.clone(), nothing(), nothing(), nothing(), nothing()], vec![why.clone()]);
        }
        if self.cases.is_empty() && self.unusable.is_empty() {
            format!("{}\n", say::NO_CASES.to(lang))
        } else {
            table.finish()
        }
    }

    /// For programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let cases = self.cases.iter().map(|(file, case)| {
            let due = case.due.iter().map(|(what, kind, day)| {
                json!({ "kind": kind, "what": what, "day": day.map(|day| day.to_string()) })
            });
            json!({
                "file": file, "profession": case.profession, "date": case.date.to_string(),
                "day": case.day().map(|day| day.to_string()), "due": due.collect::<Vec<_>>(),
                "outlook": case.outlook,
                "direction": case.direction.map(|Advice { report, help }| json!({ "report": report, "help": help })),
                "content_changed": case.changed,
            })
        });
        let unusable = self.unusable.iter().map(|(file, why)| json!({ "file": file, "why": why }));
        json!({ "format": 1, "cases": cases.collect::<Vec<_>>(), "unusable": unusable.collect::<Vec<_>>() })
    }
}
