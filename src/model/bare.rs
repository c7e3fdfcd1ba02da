//! A guide without its words: for streams, which decide by the thousand and show nothing.
//!
//! Knows which parts of a guide are only shown. Refuses to touch a name, an arrow, a guard or an effect.

use super::duty::{Pending, Variants};
use super::guide::Guide;
use super::source::Cite;

impl Guide {
    /// The same guide with every text empty, and without what is only ever shown. What answers come to, and the names of it,
    /// stay the same.
    #[must_use]
    pub fn bare(mut self) -> Self {
        self.signals = Vec::new();
        self.news = Vec::new();
        self.themes = Vec::new();
        self.properties = Vec::new();
        self.all_contacts = Vec::new();
        self.notices = Vec::new();
        self.questions.change(|question| {
            silence([&mut question.ask, &mut question.explain]);
            cite(&mut question.cite);
            for choice in &mut question.choices {
                silence([&mut choice.label, &mut choice.short]);
                choice.cite.iter_mut().for_each(cite);
                choice.doubt.iter_mut().for_each(pending);
            }
        });
        self.findings.change(|finding| silence([&mut finding.meaning]));
        self.conclusions.change(|conclusion| silence([&mut conclusion.meaning]));
        self.rows.change(|row| {
            silence([&mut row.says]);
            variants(&mut row.because);
            row.pending.iter_mut().for_each(pending);
            cite(&mut row.cite);
        });
        self.duties.change(|duty| {
            silence([&mut duty.label]);
            duty.pending.iter_mut().for_each(pending);
            cite(&mut duty.cite);
        });
        self.actions.change(|action| {
            silence([&mut action.text]);
            cite(&mut action.cite);
        });
        self.doors.change(|door| {
            silence([&mut door.label, &mut door.says, &mut door.because, &mut door.stays]);
            door.cites = Vec::new();
        });
        self.contacts.change(|contact| {
            silence([&mut contact.name, &mut contact.purpose]);
            (contact.number, contact.site, contact.hours) = (None, None, None);
            cite(&mut contact.cite);
        });
        self.sources.change(|source| {
            silence([&mut source.title, &mut source.publisher]);
            (source.dated, source.url, source.note) = (None, None, None);
        });
        self
    }
}

fn silence<const N: usize>(texts: [&mut String; N]) {
    for text in texts {
        *text = String::new();
    }
}

fn cite(cite: &mut Cite) {
    silence([&mut cite.at]);
}

fn variants(variants: &mut Variants) {
    variants.guarded = Vec::new();
    silence([&mut variants.otherwise]);
}

fn pending(pending: &mut Pending) {
    variants(&mut pending.first);
    variants(&mut pending.fallback);
}
