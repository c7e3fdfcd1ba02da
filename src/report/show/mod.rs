//! Views of the content: one file for each, made once as lines for people and as a value for programs.
//!
//! Knows how a line of a view is set. Refuses to choose: a view shows all there is.

mod afwegingskader;
mod contacts;
mod doors;
mod editions;
mod law;
mod professions;
mod questions;
mod sheet;
mod signals;
mod sources;
mod steps;
mod themes;

pub use afwegingskader::afwegingskader;
pub use contacts::contacts;
pub use doors::doors;
pub use editions::editions;
pub use law::law;
pub use professions::{profession, professions};
pub use questions::questions;
pub use signals::signals;
pub use sources::sources;
pub use steps::steps;
pub use themes::themes;

use serde_json::{Value, json};

use crate::model::guide::{Document, Guide, Review};
use crate::model::source::Cite;
use crate::ui::lang::Lang;
use crate::ui::messages::show as say;

use super::ground::cite;
use super::page::Page;

/// A view of the content.
pub struct View {
    /// For programs.
    pub json: Value,
    lines: Vec<Line>,
    /// A sheet of its own for paper, when the lines are not enough.
    sheet: Option<String>,
}

/// A line of a view.
enum Line {
    /// A heading.
    Heading(String),
    /// A text of the norm.
    Norm(String),
    /// A text of the norm behind a lead.
    Item(String, String),
    /// A text of the norm behind a lead and words of the program.
    Led(String, String, String),
    /// A text of the program.
    Said(String),
    /// Where it comes from.
    Ground(String),
    /// An empty line.
    Gap,
}

impl View {
    fn new(json: Value, lines: Vec<Line>) -> Self {
        Self { json, lines, sheet: None }
    }

    /// The view for paper.
    #[must_use]
    pub fn markdown(&self) -> String {
        if let Some(sheet) = &self.sheet {
            return sheet.clone();
        }
        let line = |line: &Line| match line {
            Line::Heading(text) => format!("\n### {text}\n"),
            Line::Norm(text) | Line::Said(text) => format!("{text}\n"),
            Line::Item(_, text) => format!("- {text}"),
            Line::Led(_, said, text) => format!("- {said}: {text}"),
            Line::Ground(text) => format!("  <br>_{text}_"),
            Line::Gap => String::new(),
        };
        let mut text = self.lines.iter().map(line).collect::<Vec<_>>().join("\n");
        text.push('\n');
        text
    }

    /// Writes the view for people.
    pub fn write(&self, page: &mut Page) {
        let setting = page.setting();
        for line in &self.lines {
            match line {
                Line::Heading(text) => page.heading(text),
                Line::Norm(text) => page.text(text),
                Line::Item(lead, text) => page.item(&format!("  {lead}"), text),
                Line::Led(lead, said, text) => {
                    page.item(&format!("  {lead}"), &format!("{said}: {}", text.to_owned()));
                }
                Line::Said(text) => page.item("", text),
                Line::Ground(text) => page.item("", &setting.style.faint(text)),
                Line::Gap => page.gap(),
            }
        }
    }
}

fn ground(guide: &Guide, one: &Cite, lang: Lang) -> Line {
    Line::Ground(cite(guide, one, lang))
}

fn titles(guide: &Guide, folders: &[&str]) -> String {
    let here = |id: &str| folders.iter().any(|folder| id.starts_with(folder));
    let titles = guide.documents.iter().filter(|document| here(&document.id)).map(ToString::to_string);
    titles.collect::<Vec<_>>().join(" · ")
}

fn documents(guide: &Guide) -> Value {
    let each = guide.documents.iter().map(|document| {
        json!({ "id": document.id, "published": document.published.to_string(), "digest": document.digest })
    });
    Value::Array(each.collect())
}

/// A document with its review status.
fn document_value(document: &Document) -> Value {
    json!({
        "id": document.id, "published": document.published.to_string(), "revision": document.revision,
        "digest": document.digest, "review": review_word(document.review),
    })
}

fn document_lines<'a>(documents: impl Iterator<Item = &'a Document>, lang: Lang) -> Vec<Line> {
    let line =
        |document: &Document| Line::Said(format!("{document} ({})", say::review(document.review).to(lang)));
    documents.map(line).collect()
}

/// A ground for programs.
fn cite_value(guide: &Guide, cite: &Cite) -> Value {
    let source = guide.sources.get(cite.source).id.as_str();
    json!({ "source": source, "at": cite.at, "kind": cite.kind, "confidence": cite.confidence })
}

/// The word for programs.
fn review_word(review: Review) -> &'static str {
    match review {
        Review::Draft => "draft",
        Review::Reviewed => "reviewed",
    }
}
