//! The names that are known while a guide is being linked, and the problems found on the way.

use rustc_hash::FxHashMap;

use crate::content::heard::Heard;
use crate::content::library::{Library, Professional};
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

/// The mark in a place for what the source does not say.
const OUR_OWN: &str = "eigen uitleg";

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
    pub(super) profession: &'a Professional,
    /// The law of the date; none for a profession without a meldcode.
    pub(super) law: Option<&'a Edition<raw::Law>>,
    pub(super) names: AllNames,
    pub(super) sources: Register<Source>,
    /// The contacts as they are now.
    pub(super) contacts: Register<Contact>,
    /// The contacts as they are and as they were.
    pub(super) all_contacts: Vec<Contact>,
    /// Duties that flows ask for, with the findings that bring them.
    pub(super) imposed: Imposed,
    /// Every text that was said, when somebody wants to know.
    pub(super) heard: Option<Heard>,
    /// Sources by their names, and whether each was read through somebody else.
    known_sources: FxHashMap<&'a str, (Ref<Source>, bool)>,
    problems: Vec<Problem>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(
        library: &'a Library,
        profession: &'a Professional,
        law: Option<&'a Edition<raw::Law>>,
        heard: Option<Heard>,
    ) -> Self {
        let mut scope = Self {
            library,
            profession,
            law,
            names: AllNames::default(),
            sources: Register::default(),
            contacts: Register::default(),
            all_contacts: Vec::new(),
            imposed: Vec::new(),
            heard,
            known_sources: FxHashMap::default(),
            problems: Vec::new(),
        };
        scope.sources = scope.read_sources().unwrap_or_default();
        scope.known_sources = known_sources(library, &scope.sources);
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
        let weighing = &chosen.weighing.filed;
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
        for (file, notice) in chosen.passing() {
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
        for (file, door) in chosen.doors() {
            self.name(file, &door.id, &mut names.doors);
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
        let Some(&(source, second_hand)) = self.known_sources.get(cite.source.get_ref().as_str()) else {
            let near = nearest(cite.source.get_ref(), self.sources.ids())
                .map(|near| format!("did you mean `{near}`?"));
            let says = format!("there is no source `{}`", cite.source.get_ref());
            let problem = Problem::at(Code::UnknownReference, file, Some(cite.source.span()), says);
            self.push(problem.help(near.unwrap_or_else(|| "add it to `sources.toml`".to_owned())));
            return None;
        };
        if second_hand && *cite.confidence.get_ref() == Confidence::Verified {
            let says =
                format!("`{}` was read through somebody else, and cannot verify this", cite.source.get_ref());
            let problem = Problem::at(Code::Overclaimed, file, Some(cite.confidence.span()), says);
            self.push(problem.help("say `second-hand`, or read the source itself"));
        } else if cite.at.contains(OUR_OWN) && *cite.confidence.get_ref() == Confidence::Verified {
            let says = format!("this is in part `{OUR_OWN}`, and no source verifies that");
            let problem = Problem::at(Code::Overclaimed, file, Some(cite.confidence.span()), says);
            self.push(problem.help("say `second-hand`, or give our own part a line of its own"));
        }
        Some(Cite { source, at: cite.at.clone(), kind: cite.kind, confidence: *cite.confidence.get_ref() })
    }

    /// A calendar date; another is a problem, and the first of days stands in.
    pub(super) fn day(&mut self, file: &str, written: &toml::Spanned<toml::value::Datetime>) -> Date {
        to_date(written.get_ref()).unwrap_or_else(|| {
            let says = "this is not a calendar date";
            let problem = Problem::at(Code::Shape, file, Some(written.span()), says);
            self.push(problem.help("write a date as 2026-11-22, without a time"));
            Date::MIN
        })
    }

    /// A stand-in for a cite that names no source.
    pub(super) fn any_cite(&self, cite: &raw::Cite) -> Option<Cite> {
        let (source, _) = self.sources.iter().next()?;
        Some(Cite { source, at: cite.at.clone(), kind: cite.kind, confidence: *cite.confidence.get_ref() })
    }
}

fn known_sources<'a>(
    library: &'a Library,
    sources: &Register<Source>,
) -> FxHashMap<&'a str, (Ref<Source>, bool)> {
    let refs: FxHashMap<&str, Ref<Source>> =
        sources.iter().map(|(at, source)| (source.id.as_str(), at)).collect();
    let known = library.sources.raw.source.iter().filter_map(|one| {
        let name = one.id.get_ref().as_str();
        Some((name, (*refs.get(name)?, one.read == raw::HowRead::SecondHand)))
    });
    known.collect()
}

/// Turns a list into a register, when everything announced was resolved.
pub(super) fn register<T: Keyed>(names: &Names<T>, items: Vec<T>) -> Option<Register<T>> {
    names.fill(items)
}
