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
use crate::model::source::{Cite, Source};

use super::{Chosen, Edition};
use crate::content::library::to_date;

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
}

/// What linking works with.
pub(super) struct Scope<'a> {
    pub(super) library: &'a Library,
    pub(super) profession: &'a Edition<raw::Profession>,
    pub(super) names: AllNames,
    pub(super) sources: Register<Source>,
    pub(super) contacts: Register<Contact>,
    problems: Vec<Problem>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(library: &'a Library, profession: &'a Edition<raw::Profession>) -> Self {
        let (sources, contacts) = (Register::default(), Register::default());
        let names = AllNames::default();
        let mut scope = Self { library, profession, names, sources, contacts, problems: Vec::new() };
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
        let (steps, weighing) = (&chosen.steps.filed, &chosen.weighing.filed);
        let doors = &chosen.doors.filed;
        for finding in &vocabulary.raw.finding {
            self.name(&vocabulary.file, &finding.id, &mut names.findings);
        }
        for (file, list) in [(&steps.file, &steps.raw.question), (&weighing.file, &weighing.raw.question)] {
            for question in list {
                self.name(file, &question.id, &mut names.questions);
            }
        }
        for (file, list) in [
            (&steps.file, &steps.raw.action),
            (&weighing.file, &weighing.raw.action),
            (&doors.file, &doors.raw.action),
        ] {
            for action in list {
                self.name(file, &action.id, &mut names.actions);
            }
        }
        for (file, list) in [(&steps.file, &steps.raw.occasion), (&weighing.file, &weighing.raw.occasion)] {
            for occasion in list {
                self.name(file, &occasion.id, &mut names.occasions);
            }
        }
        for duty in &steps.raw.duty {
            self.name(&steps.file, &duty.id, &mut names.duties);
        }
        for notice in &steps.raw.notice {
            self.name(&steps.file, &notice.id, &mut names.notices);
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
    fn name<T>(&mut self, file: &str, name: &raw::Name, names: &mut Names<T>) {
        match Id::parse(name.get_ref()) {
            Err(why) => self.push(Problem::at(Code::BadId, file, Some(name.span()), why.to_string())),
            Ok(id) => {
                if names.announce(id).is_none() {
                    let says = format!("`{}` was used before", name.get_ref());
                    let problem = Problem::at(Code::DuplicateId, file, Some(name.span()), says);
                    self.push(problem.help("give it a name of its own: answers and results refer to names"));
                }
            }
        }
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
            let says = format!("there is no {what} `{}`", name.get_ref());
            let problem = Problem::at(Code::UnknownReference, file, Some(name.span()), says);
            self.push(match near {
                Some(near) => problem.help(near),
                None => problem,
            });
        }
        found
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
        Some(Cite { source, at: cite.at.clone(), kind: cite.kind, confidence: *cite.confidence.get_ref() })
    }

    fn read_sources(&mut self) -> Option<Register<Source>> {
        let Filed { file, raw, .. } = &self.library.sources;
        let mut names = Names::default();
        let mut list = Vec::new();
        for source in &raw.source {
            self.name(file, &source.id, &mut names);
            if source.url.is_none() && source.note.is_none() {
                let says = format!("the source `{}` has neither an address nor a note", source.id.get_ref());
                let problem = Problem::at(Code::BadText, file, Some(source.id.span()), says);
                self.push(problem.help("say where it can be read, or why that cannot be said"));
            }
            let Some(checked_on) = to_date(&source.checked_on) else {
                self.not_a_day(file, &source.id);
                continue;
            };
            list.push(Source {
                id: Id::parse(source.id.get_ref()).ok()?,
                title: source.title.clone(),
                publisher: source.publisher.clone(),
                dated: source.dated.clone(),
                url: source.url.clone(),
                checked_on,
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
            self.name(file, &contact.id, &mut names);
            let Some(checked_on) = to_date(&contact.checked_on) else {
                self.not_a_day(file, &contact.id);
                continue;
            };
            let cite = self.cite(file, &contact.cite)?;
            list.push(Contact {
                id: Id::parse(contact.id.get_ref()).ok()?,
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

    fn not_a_day(&mut self, file: &str, name: &raw::Name) {
        let says = format!("`checked_on` of `{}` is not a calendar date", name.get_ref());
        self.push(Problem::at(Code::Shape, file, Some(name.span()), says).help("write a date as 2026-11-22"));
    }
}

/// Turns a list into a register, when everything announced was resolved.
pub(super) fn register<T: Keyed>(names: &Names<T>, items: Vec<T>) -> Option<Register<T>> {
    names.fill(items)
}
