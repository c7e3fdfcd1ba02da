//! Sources and contacts: the registers that every text can point to.
//!
//! Knows that a contact can have several rows, each true for a time. Refuses to choose one for a reader.

use jiff::civil::Date;

use crate::content::library::Filed;
use crate::content::present::{self, Days};
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
        let day = present::day(raw, self.library.today);
        for written in &raw.contact {
            let Some(id) = self.id(file, &written.id) else { continue };
            let wrong = self.wrong_days(file, written, &raw.contact, day);
            let now = wrong || Days::of(written).hold(day);
            // Two present rows of one name count on the same day: that is told below.
            if now && names.announce(id.clone()).is_none() {
                continue;
            }
            let contact = self.contact_row(file, id, written)?;
            if now {
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

    /// Days that no contact can have: it ends before it begins, or on some day from now on there is none of its name.
    /// Texts borrow it by that name on every day, and would have nothing to say.
    fn wrong_days(&mut self, file: &str, row: &raw::Contact, all: &[raw::Contact], day: Date) -> bool {
        let days = Days::of(row);
        let others = || all.iter().filter(|other| other.id.get_ref() == row.id.get_ref()).map(Days::of);
        let turned = days.last < days.first;
        let ends = days.last >= day && days.last < Date::MAX && !others().any(|other| days.lead_to(other));
        let begins = days.first > day && !others().any(|other| other.lead_to(days));
        let (at, says, help) = match (&row.from, &row.until) {
            (_, Some(until)) if turned => {
                (until, "this contact ends before it begins", "mend `from` or `until`")
            }
            (_, Some(until)) if ends => (
                until,
                "this contact ends, and no row of its name begins on the next day",
                "add the row that follows, or leave `until` out until the day is over",
            ),
            (Some(from), _) if begins => (
                from,
                "this contact has yet to begin, and no row of its name ends on the day before",
                "end the row before it in `until`, or add the contact on the day that it begins",
            ),
            _ => return false,
        };
        self.push(Problem::at(Code::Misplaced, file, Some(at.span()), says).help(help));
        true
    }

    /// Rows of one name do not count on the same day.
    fn apart(&mut self, file: &str, raw: &[raw::Contact]) {
        for (index, one) in raw.iter().enumerate() {
            let mut others = raw.iter().take(index).filter(|other| other.id.get_ref() == one.id.get_ref());
            if others.any(|other| Days::of(one).meet(Days::of(other))) {
                let says = "this contact counts on the same day as another of its name";
                let problem = Problem::at(Code::DuplicateId, file, Some(one.id.span()), says);
                let help = "give the older one a last day in `until`, and this one its first in `from`";
                self.push(problem.help(help));
            }
        }
    }
}
