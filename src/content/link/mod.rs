//! From raw documents to one linked guide: every name resolved, every text filled in, every problem collected.
//!
//! Behind this nobody asks again whether a name exists. Refuses to judge the whole: `audit` proves it.

mod body;
mod chosen;
mod most_cases;
mod questions;
mod scope;
mod signals;
mod slots;
mod text;
mod weighing;

use jiff::civil::Date;

use crate::model::guide::Guide;
use crate::model::id::Id;
use crate::model::law::{Law, Provision};
use crate::model::profession::Profession;
use crate::model::register::MOST;

use super::library::{Edition, Library};
use super::raw;
use crate::model::problem::{Code, Problem, in_order};
use chosen::{Chosen, Part, choose};
use scope::Scope;

/// Why there is no guide.
#[derive(Debug)]
pub enum NoGuide {
    /// No profession of that name.
    UnknownProfession {
        /// The nearest known name.
        nearest: Option<String>,
        /// All known names.
        known: Vec<String>,
    },
    /// The profession, or a document it needs, is not in force on the date.
    NotInForce {
        /// The document.
        document: String,
        /// The first day on which it counts, if it is known at all.
        first_day: Option<Date>,
    },
    /// The content has problems.
    Problems(Vec<Problem>),
}

/// Links what applies to a profession on a date. The name may be an alias.
///
/// # Errors
/// When there is no such profession, when a document is not in force, or when the content has problems.
pub fn link(library: &Library, profession: &str, date: Date) -> Result<Guide, NoGuide> {
    let chosen = choose(library, profession, date)?;
    let mut scope = Scope::new(library, chosen.profession);
    let guide = assemble(library, &chosen, date, &mut scope);
    let problems = scope.into_problems();
    match guide {
        Some(guide) if problems.is_empty() => Ok(guide),
        _ => Err(NoGuide::Problems(in_order(problems))),
    }
}

fn assemble(library: &Library, chosen: &Chosen<'_>, date: Date, scope: &mut Scope<'_>) -> Option<Guide> {
    scope.announce(chosen);
    scope.imposed = slots::imposed(chosen, scope);
    let law = law(chosen.law, scope);
    let occasions = body::occasions(chosen, scope);
    let actions = body::actions(chosen, scope);
    slots::check(chosen, scope);
    slots::declared(library, scope);
    let mut notices = body::notices(chosen, scope);
    let (themes, spoken) = slots::themes(chosen, scope);
    notices.extend(spoken);
    let doors = body::doors(&chosen.doors.filed, scope);
    let duties = body::duties(chosen, scope);
    let questions = questions::questions(chosen, scope);
    let common = most_cases::common(&chosen.steps.filed, questions.as_ref(), scope);
    let conclusions = weighing::conclusions(&chosen.weighing.filed, scope);
    let rows = weighing::rows(&chosen.weighing.filed, scope);
    let findings = body::findings(&library.vocabulary, scope);
    let properties = body::properties(&library.properties, scope);
    let signals = signals::signals(date, scope);
    fits(chosen, scope);
    for ended in &library.editions.raw.ended {
        scope.cite(&library.editions.file, &ended.cite);
    }
    scope.cite(&chosen.profession.filed.file, &chosen.profession.filed.raw.cite);

    let steps = &chosen.steps.filed;
    let weighing = &chosen.weighing.filed;
    let ask_advice = scope.find(&steps.file, &steps.raw.ask_advice, "action", |names| &names.actions);
    let mut accompany = scope.action_list(&steps.file, &steps.raw.accompany);
    for flow in chosen.flows.iter().map(|flow| &flow.filed) {
        accompany.extend(scope.action_list(&flow.file, &flow.raw.accompany));
    }
    let weigh_again = scope.find(&weighing.file, &weighing.raw.weigh_again, "action", |names| &names.actions);
    let acute = scope.find(&weighing.file, &weighing.raw.acute, "row", |names| &names.rows);
    let veilig_thuis = scope.contact("veilig-thuis");
    let emergency_number = scope.contact("112");
    // A flow may stand before the first question of the steps.
    let placed = chosen.questions();
    let first = |part: Option<Part>| {
        let asked = placed.iter().find(|at| !at.is_day() && part.is_none_or(|part| at.part == part))?;
        scope.names.questions.find(asked.raw.id.get_ref())
    };
    let (entry, weighing_entry) = (first(None), first(Some(Part::Weighing)));
    Some(Guide {
        profession: profession(chosen.profession)?,
        date,
        law,
        questions: questions?,
        entry: entry?,
        weighing: weighing_entry?,
        common,
        findings: findings?,
        conclusions: conclusions?,
        rows: rows?,
        acute: acute?,
        duties: duties?,
        actions: actions?,
        ask_advice: ask_advice?,
        accompany,
        weigh_again: weigh_again?,
        notices,
        themes,
        occasions: occasions?,
        doors: doors?,
        contacts: scope.contacts.clone(),
        veilig_thuis: veilig_thuis?,
        emergency_number: emergency_number?,
        signals,
        sources: scope.sources.clone(),
        properties,
        documents: chosen.documents(library),
    })
}

/// Sets are one machine word: more names of a sort than that cannot be linked.
fn fits(chosen: &Chosen<'_>, scope: &mut Scope<'_>) {
    let (steps, weighing) = (&chosen.steps.filed.file, &chosen.weighing.filed.file);
    let vocabulary = &scope.library.vocabulary.file;
    let counts = [
        (steps, "questions", scope.names.questions.len()),
        (vocabulary, "findings", scope.names.findings.len()),
        (weighing, "conclusions", scope.names.conclusions.len()),
        (weighing, "rows", scope.names.rows.len()),
        (steps, "duties", scope.names.duties.len()),
    ];
    for (file, what, count) in counts.into_iter().filter(|(_, _, count)| *count > MOST) {
        let says = format!("there are {count} {what}; a guide can hold {MOST}");
        let problem = Problem::at(Code::TooManyNames, file, None, says);
        scope.push(problem.help("take out what nothing refers to, and merge what always goes together"));
    }
}

fn law(edition: &Edition<raw::Law>, scope: &mut Scope<'_>) -> Law {
    let file = &edition.filed.file;
    let mut provisions = Vec::new();
    for provision in &edition.filed.raw.provision {
        let says = scope.text(file, &provision.says);
        if let (Some(says), Some(cite)) = (says, scope.cite(file, &provision.cite)) {
            let about = provision.about.get_ref().clone();
            provisions.push(Provision { about, article: provision.article.clone(), says, cite });
        }
    }
    Law { provisions }
}

fn profession(edition: &Edition<raw::Profession>) -> Option<Profession> {
    let raw = &edition.filed.raw;
    let name = edition.name.strip_prefix("professions/")?;
    Some(Profession {
        id: Id::parse(name).ok()?,
        label: raw.label.clone(),
        aliases: raw.aliases.clone(),
        own_framework: raw.own_framework,
        framework_note: raw.framework_note.clone(),
        terms: raw.terms.iter().map(|(key, word)| (key.clone(), word.get_ref().clone())).collect(),
    })
}
