//! What is otherwise since a result was kept: documents, the result itself, and the answers that count.
//!
//! Knows how to lay then and now side by side. Refuses to say which of the two is better.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::engine::outcome::{Otherwise, Outcome, Part};
use crate::model::advice::{Advice, Help, Report};
use crate::model::property::OutlookWord;
use crate::model::stamp::{Changed, Stamp, Stamped};
use crate::model::urgency::Urgency;
use crate::ui::lang::Lang;
use crate::ui::messages::show::decisions;
use crate::ui::messages::{case as say, diff};

use super::page::Page;

/// What is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// Documents.
    pub documents: Vec<Changed>,
    /// Parts of the result.
    pub parts: Vec<Otherwise>,
    /// Answers that the norm of now does not know.
    pub not_in_this_norm: Vec<String>,
}

impl Since {
    /// A kept result beside that of now.
    #[must_use]
    pub fn between(then: (&Stamp, &Outcome), now: (&Stamp, &Outcome), not_in_this_norm: Vec<String>) -> Self {
        Self { documents: then.0.changed(now.0), parts: then.1.otherwise(now.1), not_in_this_norm }
    }

    /// Whether nothing is otherwise.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.documents.is_empty() && self.parts.is_empty()
    }

    /// For people who go on with a case: what came out then, what comes out now, and why.
    pub fn write(&self, then: &Outcome, now: &Outcome, page: &mut Page) {
        let lang = page.setting().lang;
        let heading = if self.documents.is_empty() { say::CHANGED_DATE } else { say::CHANGED };
        page.heading(heading.to(lang));
        if self.parts.is_empty() {
            page.text(say::SAME_RESULT.to(lang));
        } else {
            page.margin(say::THEN.to(lang), &in_words(then, &self.parts, lang));
            page.margin(say::NOW.to(lang), &in_words(now, &self.parts, lang));
            let (gone, new) = self.path();
            for (lead, questions) in [(say::NOT_ASKED_NOW, gone), (say::ASKED_NOW, new)] {
                if !questions.is_empty() {
                    page.text(&format!("{}: {}", lead.to(lang), questions.join(", ")));
                }
            }
        }
        if !self.not_in_this_norm.is_empty() {
            page.text(&format!("{}: {}", say::NOT_IN_NORM.to(lang), self.not_in_this_norm.join(", ")));
        }
        page.margins(say::DOCUMENTS.to(lang), &self.documents(lang));
    }

    /// A line for each document.
    #[must_use]
    pub fn documents(&self, lang: Lang) -> Vec<String> {
        let one = |stamped: &Stamped| {
            let digest = stamped.digest.get(..8).unwrap_or(&stamped.digest);
            say::document(lang, &stamped.published.to_string(), stamped.revision, digest)
        };
        let line = |changed: &Changed| match (&changed.then, &changed.now) {
            (Some(then), Some(now)) => say::revised(lang, &changed.id, &one(then), &one(now)),
            (Some(then), None) => say::gone(lang, &changed.id, &one(then)),
            (None, now) => say::added(lang, &changed.id, &now.as_ref().map(one).unwrap_or_default()),
        };
        self.documents.iter().map(line).collect()
    }

    /// A line for each part of the result.
    #[must_use]
    pub fn parts(&self, lang: Lang) -> Vec<String> {
        let said = |words: &[String]| match words {
            [] => say::NONE.to(lang).to_owned(),
            words => words.join(" + "),
        };
        let line = |one: &Otherwise| say::differs(lang, one.part.word(), &said(&one.then), &said(&one.now));
        self.parts.iter().map(line).collect()
    }

    /// For programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let stamped = |one: &Option<Stamped>| {
            one.as_ref().map(|one| {
                json!({ "published": one.published.to_string(), "revision": one.revision, "digest": one.digest })
            })
        };
        let documents = self
            .documents
            .iter()
            .map(|one| json!({ "id": one.id, "then": stamped(&one.then), "now": stamped(&one.now) }));
        let parts =
            self.parts.iter().map(|one| json!({ "part": one.part.word(), "then": one.then, "now": one.now }));
        json!({
            "documents": documents.collect::<Vec<_>>(), "differences": parts.collect::<Vec<_>>(),
            "not_in_this_norm": self.not_in_this_norm,
        })
    }

    /// Questions whose answers no longer count, and questions whose answers count now.
    fn path(&self) -> (Vec<String>, Vec<String>) {
        let Some(path) = self.parts.iter().find(|one| one.part == Part::Path) else {
            return Default::default();
        };
        let set = |words: &[String]| words.iter().cloned().collect::<BTreeSet<_>>();
        let (then, now) = (set(&path.then), set(&path.now));
        (then.difference(&now).cloned().collect(), now.difference(&then).cloned().collect())
    }
}

/// A result in a few words: what it is, where it points, and whatever else of it is otherwise.
fn in_words(outcome: &Outcome, otherwise: &[Otherwise], lang: Lang) -> String {
    let differs = |part: Part| otherwise.iter().any(|one| one.part == part);
    let said = |part: Part| outcome.get(part).join(", ");
    let outlook = OutlookWord::ALL.into_iter().find(|word| outcome.is(*word));
    let mut words: Vec<String> =
        outlook.map(|word| diff::outlook(word).to(lang).to_owned()).into_iter().collect();
    let report = Report::ALL.into_iter().find(|one| outcome.one(Part::Report) == Some(one.word()));
    let help = Help::ALL.into_iter().find(|one| outcome.one(Part::Help) == Some(one.word()));
    if let (Some(report), Some(help)) = (report, help) {
        words.push(decisions(lang, Advice { report, help }));
    }
    for part in [Part::Row, Part::Door, Part::Question, Part::Later, Part::Urgency, Part::Holds, Part::Open] {
        if differs(part) && !outcome.get(part).is_empty() {
            words.push(match part {
                Part::Holds => diff::waits(lang, &said(part)),
                Part::Open => diff::open(&said(part)),
                Part::Urgency => urgency(outcome, lang),
                Part::Later => say::later(&said(part)),
                Part::Question => say::asks(lang, &said(part)),
                _ => said(part),
            });
        }
    }
    words.join(" · ")
}

fn urgency(outcome: &Outcome, lang: Lang) -> String {
    let all =
        [(Urgency::Now, say::AT_ONCE), (Urgency::Today, say::TODAY), (Urgency::AsAgreed, say::AS_AGREED)];
    let found = all.into_iter().find(|(urgency, _)| outcome.one(Part::Urgency) == Some(urgency.word()));
    found.map_or_else(String::new, |(_, words)| words.to(lang).to_owned())
}
