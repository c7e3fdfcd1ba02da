//! A comparison of two guides: what the law says otherwise, and which answers lead to something else.
//!
//! Knows how to lay two results beside each other. Refuses to say which of the two is better.

use serde_json::{Value, json};

use crate::engine::compare::{Comparison, Difference, Said, Side, Unknown, Which};
use crate::model::guide::Guide;
use crate::ui::lang::Lang;
use crate::ui::messages::law::{Point, points};
use crate::ui::messages::{diff as say, show};

use super::page::Page;

/// The version of the shape of the JSON.
const FORMAT: u32 = 1;

/// So many differences are shown to people, unless they ask for all.
const LARGEST: usize = 8;

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
    /// For people: the largest differences, or all.
    pub fn write(&self, page: &mut Page, all: bool) {
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
        let Comparison { compared, differences, unknown } = &self.comparison;
        if differences.is_empty() {
            let nothing = if unknown.is_empty() { say::NOTHING } else { say::NOTHING_ELSE };
            page.text(nothing.to(lang));
        }
        let shown = if all { differences.len() } else { LARGEST.min(differences.len()) };
        for found in differences.iter().take(shown) {
            if found.decides_the_same() {
                page.heading(say::SAME_ADVICE.to(lang));
            }
            page.item(" A", &words(self.one, &found.one, &found.other, lang));
            page.item(" B", &words(self.other, &found.other, &found.one, lang));
            let sets = say::sets(lang, found.sets, *compared);
            page.item("", &format!("{} ({sets}):", say::EXAMPLE.to(lang)));
            for line in self.toml(&found.example) {
                page.verbatim(format!("    {line}"));
            }
            page.gap();
        }
        if differences.len() > shown {
            page.text(&say::more(lang, differences.len() - shown));
            page.gap();
        }
        if differences.is_empty() && !unknown.is_empty() {
            page.gap();
        }
        if !unknown.is_empty() {
            page.heading(say::UNKNOWN.to(lang));
        }
        for Unknown { to, question, choices, sets } in unknown {
            let says = say::does_not_know(lang, letter(*to));
            page.item("", &format!("{says} ({}):", say::sets(lang, *sets, *compared)));
            page.verbatim(format!("    {}", answer(question, choices)));
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
        let unknown = self.comparison.unknown.iter().map(|one| {
            let to = letter(one.to).to_lowercase();
            json!({ "to": to, "question": one.question, "choices": one.choices, "sets": one.sets })
        });
        json!({
            "format": FORMAT, "a": head(self.one), "b": head(self.other), "compared": self.comparison.compared,
            "differences": differences.collect::<Vec<_>>(), "unknown": unknown.collect::<Vec<_>>(),
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
        answers.into_iter().map(|(id, names)| answer(id, names)).collect()
    }

    /// The points on which the texts of the law differ, as each says it.
    fn law(&self) -> Vec<(Point<'_>, Point<'_>)> {
        let both = points(&self.one.law.differs).into_iter().zip(points(&self.other.law.differs));
        both.filter(|(one, other)| !one.agrees(other)).collect()
    }
}

/// An answer as it stands in an answer file.
fn answer(question: &str, choices: &[String]) -> String {
    match choices {
        [one] => format!("{question} = \"{one}\""),
        several => format!("{question} = {several:?}"),
    }
}

/// What a side is called above the differences.
const fn letter(side: Which) -> &'static str {
    match side {
        Which::One => "A",
        Which::Other => "B",
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
fn words(guide: &Guide, side: &Side, against: &Side, lang: Lang) -> String {
    let mut parts = vec![format!("{}: {}", say::outlook(side.outlook).to(lang), side.says)];
    parts.extend(side.advice.map(|advice| show::decisions(lang, advice)));
    if !side.holds.is_empty() {
        parts.push(say::waits(lang, &labels(guide, side.holds.iter())));
    }
    let open: Vec<&String> =
        side.open.difference(&against.open).filter(|duty| !side.holds.contains(*duty)).collect();
    if !open.is_empty() {
        parts.push(say::open(&labels(guide, open.into_iter())));
    }
    parts.join(" · ")
}

/// Duties as people know them.
fn labels<'a>(guide: &Guide, names: impl Iterator<Item = &'a String>) -> String {
    let label = |name: &'a String| {
        let known = guide.duties.find(name);
        known.map_or_else(|| name.clone(), |at| guide.duties.get(at).label.clone())
    };
    names.map(label).collect::<Vec<_>>().join("; ")
}

fn side(side: &Side) -> Value {
    let advice = side.advice.map(|advice| json!({ "report": advice.report, "help": advice.help }));
    json!({
        "outlook": side.outlook, "advice": advice, "holds": side.holds, "open": side.open, "says": side.says,
    })
}
