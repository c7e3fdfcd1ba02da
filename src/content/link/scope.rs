//! The names that are known while a guide is being linked, and the problems found on the way.

use crate::content::library::{Filed, Library};
use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::advice::{Conclusion, Row};
use crate::model::contact::Contact;
use crate::model::door::Door;
use crate::model::duty::{Action, Duty};
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Finding, Guard, Occasion, Question};
use crate::model::register::{Keyed, Names, Ref, Register, Set};
use crate::model::source::{Cite, Confidence, Source};

use jiff::civil::Date;

use super::Edition;
use super::chosen::Chosen;
use super::slots::Imposed;
use crate::content::library::to_date;

/// The last step of the meldcode.
const LAST_STEP: u8 = 5;

/// Every name of one guide.
#[derive(Default)]
pub(super) struct AllNames {
    pub(super) questions: Names<Question>,
    pub(super) findings: Names<Finding>,
    pub(super) conclusions: Names<Conclusion>,
    pub(super) rows: Names<Row>,
    pub(super) duties: Names<Duty>,
    pub(super) actions: Names<Action>,
    pub(super) occasions: Names<Occasion>,
    pub(super) doors: Names<Door>,
    pub(super) notices: Names<crate::model::duty::Notice>,
    pub(super) properties: Names<crate::model::property::Property>,
    pub(super) red_flags: Names<crate::model::theme::RedFlag>,
}

/// What linking works with.
pub(super) struct Scope<'a> {
    pub(super) library: &'a Library,
    pub(super) profession: &'a Edition<raw::Profession>,
    pub(super) names: AllNames,
    pub(super) sources: Register<Source>,
    pub(super) contacts: Register<Contact>,
    /// Duties that flows ask for, with the findings that bring them.
    pub(super) imposed: Imposed,
    problems: Vec<Problem>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(library: &'a Library, profession: &'a Edition<raw::Profession>) -> Self {
        let (sources, contacts) = (Register::default(), Register::default());
        let names = AllNames::default();
        let mut scope =
            Self { library, profession, names, sources, contacts, imposed: Vec::new(), problems: Vec::new() };
        scope.sources = scope.read_sources().unwrap_or_default();
        scope.contacts = scope.read_contacts().unwrap_or_default();
        scope
    }

    pub(super) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Announces every name of the chosen documents, so that they can refer to each other.
    pub(super) fn announce(&mut self, chosen: &Chosen<'_>) {
        let mut names = std::mem::take(&mut self.names);
        let vocabulary = &self.library.vocabulary;
        let (weighing, doors) = (&chosen.weighing.filed, &chosen.doors.filed);
        let mut terms: Names<Question> = Names::default();
        for term in &vocabulary.raw.question {
            self.name(&vocabulary.file, &term.id, &mut terms);
        }
        for finding in &vocabulary.raw.finding {
            self.name(&vocabulary.file, &finding.id, &mut names.findings);
        }
        for placed in chosen.questions() {
            self.name(placed.file, &placed.raw.id, &mut names.questions);
        }
        for (file, action) in chosen.actions() {
            self.name(file, &action.id, &mut names.actions);
        }
        for (file, occasion) in chosen.occasions() {
            self.name(file, &occasion.id, &mut names.occasions);
        }
        for (file, duty) in chosen.duties() {
            self.name(file, &duty.id, &mut names.duties);
        }
        for (file, notice) in chosen.notices() {
            self.name(file, &notice.id, &mut names.notices);
        }
        for theme in chosen.themes.iter().map(|theme| &theme.filed) {
            for id in theme.raw.notice.iter().map(|notice| &notice.id) {
                self.name(&theme.file, id, &mut names.notices);
            }
            for flag in &theme.raw.red_flag {
                self.name(&theme.file, &flag.id, &mut names.red_flags);
            }
        }
        for conclusion in &weighing.raw.conclusion {
            self.name(&weighing.file, &conclusion.id, &mut names.conclusions);
        }
        for row in &weighing.raw.row {
            self.name(&weighing.file, &row.id, &mut names.rows);
        }
        for door in &doors.raw.door {
            self.name(&doors.file, &door.id, &mut names.doors);
        }
        let properties = &self.library.properties;
        for property in &properties.raw.property {
            self.name(&properties.file, &property.id, &mut names.properties);
        }
        self.names = names;
    }

    /// Announces one name; a bad or double one is a problem.
    pub(super) fn name<T>(&mut self, file: &str, name: &raw::Name, names: &mut Names<T>) -> Option<Id> {
        let id = self.id(file, name)?;
        if names.announce(id.clone()).is_some() {
            return Some(id);
        }
        let says = format!("`{id}` was used before");
        let problem = Problem::at(Code::DuplicateId, file, Some(name.span()), says);
        self.push(problem.help("give it a name of its own: answers and results refer to names"));
        None
    }

    /// The id that is written here; a text that is none is a problem.
    pub(super) fn id(&mut self, file: &str, name: &raw::Name) -> Option<Id> {
        let id = Id::parse(name.get_ref());
        if id.is_err() {
            let says = format!("`{}` cannot be a name", name.get_ref());
            let problem = Problem::at(Code::BadId, file, Some(name.span()), says);
            self.push(problem.help("use lower-case letters and digits, joined by single hyphens"));
        }
        id.ok()
    }

    /// The reference behind a name; an unknown one is a problem with the nearest known name.
    pub(super) fn find<T>(
        &mut self,
        file: &str,
        name: &raw::Name,
        what: &str,
        names: impl Fn(&AllNames) -> &Names<T>,
    ) -> Option<Ref<T>> {
        let known = names(&self.names);
        let found = known.find(name.get_ref());
        if found.is_none() {
            let near = nearest(name.get_ref(), known.ids()).map(|near| format!("did you mean `{near}`?"));
            let help = near.unwrap_or_else(|| "add one of that name, or mend this one".to_owned());
            let says = format!("there is no {what} `{}`", name.get_ref());
            let problem = Problem::at(Code::UnknownReference, file, Some(name.span()), says);
            self.push(problem.help(help));
        }
        found
    }

    /// Whether a question of that name stands in that file.
    pub(super) fn stands_in(&self, file: &str, name: &raw::Name) -> bool {
        let flow = self.library.flows.iter().find(|flow| flow.filed.file == file);
        flow.is_some_and(|flow| flow.filed.raw.question.iter().any(|q| q.id.get_ref() == name.get_ref()))
    }

    /// Steps run from 0, what comes before the first, to 5.
    pub(super) fn step(&mut self, file: &str, of: &raw::Name, step: u8) {
        if step > LAST_STEP {
            let says = format!("`{}` belongs to step {step}", of.get_ref());
            let problem = Problem::at(Code::Shape, file, Some(of.span()), says);
            self.push(problem.help("the steps run from 0 to 5"));
        }
    }

    /// The references behind several names.
    pub(super) fn set<T>(
        &mut self,
        file: &str,
        list: &[raw::Name],
        what: &str,
        names: impl Fn(&AllNames) -> &Names<T> + Copy,
    ) -> Set<T> {
        list.iter().filter_map(|name| self.find(file, name, what, names)).collect()
    }

    pub(super) fn findings(&mut self, file: &str, list: &[raw::Name]) -> Set<Finding> {
        self.set(file, list, "finding", |names| &names.findings)
    }

    pub(super) fn guard(&mut self, file: &str, only_if: &[raw::Name], unless: &[raw::Name]) -> Guard {
        Guard { only_if: self.findings(file, only_if), unless: self.findings(file, unless) }
    }

    pub(super) fn action_list(&mut self, file: &str, list: &[raw::Name]) -> Vec<Ref<Action>> {
        list.iter().filter_map(|name| self.find(file, name, "action", |names| &names.actions)).collect()
    }

    /// The contacts behind several names; an unknown one is a problem with the nearest known name.
    pub(super) fn contact_list(&mut self, file: &str, list: &[raw::Name]) -> Vec<Ref<Contact>> {
        let mut found = Vec::new();
        for name in list {
            if let Some(contact) = self.contacts.find(name.get_ref()) {
                found.push(contact);
                continue;
            }
            let near =
                nearest(name.get_ref(), self.contacts.ids()).map(|near| format!("did you mean `{near}`?"));
            let says = format!("there is no contact `{}`", name.get_ref());
            let problem = Problem::at(Code::UnknownReference, file, Some(name.span()), says);
            self.push(problem.help(near.unwrap_or_else(|| "add it to `contacts.toml`".to_owned())));
        }
        found
    }

    /// A contact that must be there.
    pub(super) fn contact(&mut self, id: &str) -> Option<Ref<Contact>> {
        let found = self.contacts.find(id);
        if found.is_none() {
            let says = format!("the contact `{id}` is missing");
            let problem = Problem::at(Code::UnknownReference, &self.library.contacts.file, None, says);
            self.push(problem.help("every result prints it"));
        }
        found
    }

    pub(super) fn cite(&mut self, file: &str, cite: &raw::Cite) -> Option<Cite> {
        let Some(source) = self.sources.find(cite.source.get_ref()) else {
            let near = nearest(cite.source.get_ref(), self.sources.ids())
                .map(|near| format!("did you mean `{near}`?"));
            let says = format!("there is no source `{}`", cite.source.get_ref());
            let problem = Problem::at(Code::UnknownReference, file, Some(cite.source.span()), says);
            self.push(problem.help(near.unwrap_or_else(|| "add it to `sources.toml`".to_owned())));
            return None;
        };
        let written =
            self.library.sources.raw.source.iter().find(|one| one.id.get_ref() == cite.source.get_ref());
        let second_hand = written.is_some_and(|one| one.read == raw::HowRead::SecondHand);
        if second_hand && *cite.confidence.get_ref() == Confidence::Verified {
            let says =
                format!("`{}` was read through somebody else, and cannot verify this", cite.source.get_ref());
            let problem = Problem::at(Code::Overclaimed, file, Some(cite.confidence.span()), says);
            self.push(problem.help("say `second-hand`, or read the source itself"));
        }
        Some(Cite { source, at: cite.at.clone(), kind: cite.kind, confidence: *cite.confidence.get_ref() })
    }

    // A source or contact with a fault still counts as known: one fault must not look like a hundred. The guide is
    // thrown away in any case, because a problem was found.

    fn read_sources(&mut self) -> Option<Register<Source>> {
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

    fn read_contacts(&mut self) -> Option<Register<Contact>> {
        let Filed { file, raw, .. } = &self.library.contacts;
        let mut names = Names::default();
        let mut list = Vec::new();
        for contact in &raw.contact {
            let Some(id) = self.name(file, &contact.id, &mut names) else { continue };
            let checked_on = self.day(file, &contact.checked_on);
            let cite = self.cite(file, &contact.cite).or_else(|| self.any_cite(&contact.cite))?;
            list.push(Contact {
                id,
                name: contact.name.clone(),
                number: contact.number.clone(),
                hours: contact.hours.clone(),
                costs: contact.costs.clone(),
                for_whom: contact.for_whom.clone(),
                purpose: contact.purpose.clone(),
                warning: contact.warning.clone(),
                checked_on,
                cite,
            });
        }
        names.fill(list)
    }

    /// A calendar date; another is a problem, and the first of days stands in.
    fn day(&mut self, file: &str, written: &toml::Spanned<toml::value::Datetime>) -> Date {
        to_date(written.get_ref()).unwrap_or_else(|| {
            let says = "this is not a calendar date";
            let problem = Problem::at(Code::Shape, file, Some(written.span()), says);
            self.push(problem.help("write a date as 2026-11-22, without a time"));
            Date::MIN
        })
    }

    /// A stand-in for a cite that names no source.
    fn any_cite(&self, cite: &raw::Cite) -> Option<Cite> {
        let (source, _) = self.sources.iter().next()?;
        Some(Cite { source, at: cite.at.clone(), kind: cite.kind, confidence: *cite.confidence.get_ref() })
    }
}

/// Turns a list into a register, when everything announced was resolved.
pub(super) fn register<T: Keyed>(names: &Names<T>, items: Vec<T>) -> Option<Register<T>> {
    names.fill(items)
}
