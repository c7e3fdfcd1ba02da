//! A comparison of two guides: what the law says otherwise, and which answers lead to something else.
//!
//! Knows how to lay two results beside each other. Refuses to say which of the two is better.

use serde_json::{Value, json};

use crate::engine::compare::{Comparison, Difference, Said, Side};
use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::messages::law::{Point, points};
use crate::ui::messages::{diff as say, show};

use super::page::Page;

/// The version of the shape of the JSON.
const FORMAT: u32 = 1;

/// Two guides and what differs between them.
pub struct Compared<'g> {
    /// The first.
    pub one: &'g Guide,
    /// The other.
    pub other: &'g Guide,
    /// What differs.
    pub comparison: Comparison,
}

impl Compared<'_> {
    /// For people.
    pub fn write(&self, page: &mut Page) {
        let lang = page.setting().lang;
        for (lead, guide) in [("A", self.one), ("B", self.other)] {
            page.item(&format!(" {lead}"), &title(guide));
            if let Some(note) = &guide.profession.framework_note {
                page.item("", note);
            }
        }
        page.gap();
        let law = self.law();
        if !law.is_empty() {
            page.heading(say::LAW.to(lang));
            for (one, other) in &law {
                page.text(one.about(lang));
                page.item(" A", &one.says(lang));
                page.item(" B", &other.says(lang));
            }
            page.gap();
        }
        page.heading(say::ADVICE.to(lang));
        page.text(say::HOW.to(lang));
        page.gap();
        if self.comparison.differences.is_empty() {
            page.text(say::NOTHING.to(lang));
        }
        for found in &self.comparison.differences {
            if found.decides_the_same() {
                page.heading(say::SAME_ADVICE.to(lang));
            }
            for (lead, side, against) in [("A", &found.one, &found.other), ("B", &found.other, &found.one)] {
                page.item(&format!(" {lead}"), &words(side, against, lang));
            }
            let sets = say::sets(lang, found.sets, self.comparison.compared);
            page.item("", &format!("{} ({sets}):", say::EXAMPLE.to(lang)));
            for line in self.toml(&found.example) {
                page.verbatim(format!("    {line}"));
            }
            page.gap();
        }
    }

    /// For programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let differences = self.comparison.differences.iter().map(|found: &Difference| {
            json!({
                "a": side(&found.one), "b": side(&found.other), "sets": found.sets, "example": found.example,
            })
        });
        json!({
            "format": FORMAT, "a": head(self.one), "b": head(self.other), "compared": self.comparison.compared, "differences": differences.collect::<Vec<_>>(),
        })
    }

    /// The answers as they stand in an answer file, in the order in which they are asked.
    fn toml(&self, said: &Said) -> Vec<String> {
        let place = |id: &str| {
            let of = |guide: &Guide| guide.questions.find(id).map(crate::model::register::Ref::index);
            (of(self.one).or_else(|| of(self.other)), id.to_owned())
        };
        let mut answers: Vec<_> = said.iter().collect();
        answers.sort_by_key(|(id, _)| place(id));
        let line = |(id, names): (&String, &Vec<String>)| match names.as_slice() {
            [one] => format!("{id} = \"{one}\""),
            several => format!("{id} = {several:?}"),
        };
        answers.into_iter().map(line).collect()
    }

    /// The points on which the texts of the law differ, as each says it.
    fn law(&self) -> Vec<(Point<'_>, Point<'_>)> {
        let both = points(&self.one.law.differs).into_iter().zip(points(&self.other.law.differs));
        both.filter(|(one, other)| !one.agrees(other)).collect()
    }
}

fn title(guide: &Guide) -> String {
    let folders = ["law/", "afwegingskader/"];
    let documents =
        guide.documents.iter().filter(|one| folders.iter().any(|folder| one.id.starts_with(folder)));
    let documents: Vec<String> = documents.map(ToString::to_string).collect();
    format!("{} · {} · {}", guide.profession.id, guide.date, documents.join(" · "))
}

fn head(guide: &Guide) -> Value {
    let documents =
        guide.documents.iter().map(|one| json!({ "id": one.id, "published": one.published.to_string() }));
    json!({
        "profession": guide.profession.id.as_str(), "date": guide.date.to_string(),
        "documents": documents.collect::<Vec<_>>(), "law": guide.law.differs,
    })
}

/// What one side says; of what is still open only what is not open on the other side.
fn words(side: &Side, against: &Side, lang: Lang) -> String {
    let mut parts = vec![format!("{}: {}", say::outlook(side.outlook).to(lang), side.says)];
    parts.extend(side.advice.map(|advice| show::decisions(lang, advice)));
    if !side.holds.is_empty() {
        parts.push(say::waits(lang, &list(side.holds.iter())));
    }
    let open: Vec<&String> =
        side.open.difference(&against.open).filter(|duty| !side.holds.contains(*duty)).collect();
    if !open.is_empty() {
        parts.push(say::open(lang, &list(open.into_iter())));
    }
    parts.join(" · ")
}

fn list<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn side(side: &Side) -> Value {
    let advice = side.advice.map(|advice| json!({ "report": advice.report, "help": advice.help }));
    json!({
        "outlook": side.outlook, "advice": advice, "holds": side.holds, "open": side.open, "says": side.says,
    })
}
