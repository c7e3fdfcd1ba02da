//! Sources and contacts: the registers that every text can point to.
//!
//! Knows that a contact can have several rows, each true for a time. Refuses to choose one for a reader.

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use crate::content::library::{Filed, to_date};
use crate::content::raw;
use crate::model::contact::Contact;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::register::{Names, Register};
use crate::model::source::Source;

use super::scope::Scope;

impl Scope<'_> {
    // A source or contact with a fault still counts as known: one fault must not look like a hundred. The guide is
    // thrown away in any case, because a problem was found.

    pub(super) fn read_sources(&mut self) -> Option<Register<Source>> {
        let Filed { file, raw, .. } = &self.library.sources;
        let mut names = Names::default();
        let mut list = Vec::new();
        for source in &raw.source {
            let Some(id) = self.name(file, &source.id, &mut names) else { continue };
            if source.url.is_none() && source.note.is_none() {
                let says = format!("the source `{id}` has neither an address nor a note");
                let problem = Problem::at(Code::BadText, file, Some(source.id.span()), says);
                self.push(problem.help("say where it can be read, or why that cannot be said"));
            }
            list.push(Source {
                id,
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                dated: source.dated.clone(),
                url: source.url.clone(),
                checked_on: self.day(file, &source.checked_on),
                note: source.note.clone(),
            });
        }
        names.fill(list)
    }

    /// Every row is read; those that count now are what the rest of the content refers to.
    pub(super) fn read_contacts(&mut self) -> Option<Register<Contact>> {
        let Filed { file, raw, .. } = &self.library.contacts;
        let mut names = Names::default();
        let mut present = Vec::new();
        for contact in &raw.contact {
            let Some(id) = self.id(file, &contact.id) else { continue };
            // Two present rows of one name count on the same day: that is told below.
            if contact.until.is_none() && names.announce(id.clone()).is_none() {
                continue;
            }
            let contact = self.contact_row(file, id, contact)?;
            if contact.until.is_none() {
                present.push(contact.clone());
            }
            self.all_contacts.push(contact);
        }
        self.apart(file, &raw.contact);
        names.fill(present)
    }

    fn contact_row(&mut self, file: &str, id: Id, raw: &raw::Contact) -> Option<Contact> {
        let checked_on = self.day(file, &raw.checked_on);
        let check_by = self.day(file, &raw.check_by);
        let from = raw.from.as_ref().map(|day| self.day(file, day));
        let until = raw.until.as_ref().map(|day| self.day(file, day));
        if raw.number.is_none() && raw.site.is_none() {
            let says = format!("the contact `{id}` has neither a number nor a site");
            let problem = Problem::at(Code::BadText, file, Some(raw.id.span()), says);
            self.push(problem.help("give the one that was verified, or leave the contact out"));
        }
        let cite = self.cite(file, &raw.cite).or_else(|| self.any_cite(&raw.cite))?;
        Some(Contact {
            id,
            name: self.say(file, &raw.name),
            from,
            until,
            number: raw.number.clone(),
            site: raw.site.clone(),
            hours: raw.hours.as_ref().map(|text| self.say(file, text)),
            costs: raw.costs.as_ref().map(|text| self.say(file, text)),
            for_whom: self.say(file, &raw.for_whom),
            purpose: self.say(file, &raw.purpose),
            warning: raw.warning.as_ref().map(|text| self.say(file, text)),
            checked_on,
            check_by,
            cite,
        })
    }

    /// Rows of one name do not count on the same day.
    fn apart(&mut self, file: &str, raw: &[raw::Contact]) {
        let day =
            |written: &Option<Spanned<Datetime>>| written.as_ref().and_then(|day| to_date(day.get_ref()));
        let days =
            |one: &raw::Contact| (day(&one.from).unwrap_or(Date::MIN), day(&one.until).unwrap_or(Date::MAX));
        for (index, one) in raw.iter().enumerate() {
            let (first, last) = days(one);
            let mut others = raw.iter().take(index).filter(|other| other.id.get_ref() == one.id.get_ref());
            if others.any(|other| first <= days(other).1 && days(other).0 <= last) {
                let says = "this contact counts on the same day as another of its name";
                let problem = Problem::at(Code::DuplicateId, file, Some(one.id.span()), says);
                let help = "give the older one a last day in `until`, and this one its first in `from`";
                self.push(problem.help(help));
            }
        }
    }
}
