//! From raw documents to one linked guide: every name resolved, every text filled in, every problem collected.
//!
//! Behind this nobody asks again whether a name exists. Refuses to judge the whole: `audit` proves it.

mod body;
mod chosen;
mod english;
mod most_cases;
mod profession;
mod questions;
mod refusal;
mod registers;
mod scope;
mod signals;
mod slots;
mod text;
mod weighing;

pub use english::unfit;

use jiff::civil::Date;

use crate::model::guide::Guide;
use crate::model::law::{Differs, Law, Provision};
use crate::model::news::News;
use crate::model::profession::Refusal;
use crate::model::register::{MOST, Names};

use super::heard::Heard;
use super::library::{Edition, Filed, Library};
use super::measure::Parts;
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
    },
    /// The profession, or a document it needs, is not in force on the date.
    NotInForce {
        /// The document.
        document: String,
        /// The first day on which it counts, if it is known at all.
        first_day: Option<Date>,
    },
    /// For this profession there is no meldcode here; why, and whom to reach.
    Refused(Box<Refusal>),
    /// The content has problems.
    Problems(Vec<Problem>),
}

/// Links what applies to a profession on a date. The name may be an alias.
///
/// # Errors
/// When there is no such profession, when it has no meldcode here, when a document is not in force, or when the content
/// has problems.
pub fn link(library: &Library, profession: &str, date: Date) -> Result<Guide, NoGuide> {
    link_chosen(library, choose(library, profession, date, &mut None)?, &mut None)
}

/// Links for a proof: measures say all that they ever say, and every text is added to those that were heard, as it is
/// written.
///
/// # Errors
/// As `link`.
pub fn link_for_proof(
    library: &Library,
    profession: &str,
    date: Date,
    heard: &mut Heard,
) -> Result<Guide, NoGuide> {
    let mut hears = Some(std::mem::take(heard));
    let chosen = choose(library, profession, date, &mut hears);
    let guide =
        chosen.and_then(|chosen| link_chosen(library, Chosen { parts: Parts::All, ..chosen }, &mut hears));
    *heard = hears.unwrap_or_default();
    guide
}

fn link_chosen(library: &Library, chosen: Chosen<'_>, heard: &mut Option<Heard>) -> Result<Guide, NoGuide> {
    let date = chosen.date;
    let mut scope = Scope::new(library, chosen.profession, Some(chosen.law), heard.take());
    let guide = assemble(library, &chosen, date, &mut scope);
    *heard = scope.heard.take();
    let problems = scope.into_problems();
    match guide {
        Some(guide) if problems.is_empty() => Ok(guide),
        _ => Err(NoGuide::Problems(in_order(problems))),
    }
}

/// What a guide rests on, without linking it: where this is the same on two dates, so is the guide.
///
/// # Errors
/// As `link`, as far as it shows before anything is resolved.
pub fn rests_on(library: &Library, profession: &str, date: Date) -> Result<Vec<String>, NoGuide> {
    let chosen = choose(library, profession, date, &mut None)?;
    let documents = chosen.documents(library).into_iter().map(|one| format!("{} {}", one, one.digest));
    let given = chosen.given();
    let given = given.into_iter().map(|(_, name)| name.get_ref().clone());
    let passing = chosen.passing();
    let passing = passing.into_iter().map(|(_, notice)| notice.id.get_ref().clone());
    Ok(documents.chain(given).chain(passing).collect())
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
    let doors = body::doors(chosen, scope);
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
    let given = chosen.given();
    let given = given
        .into_iter()
        .filter_map(|(file, name)| scope.find(file, name, "finding", |names| &names.findings));
    let given = given.collect();
    for measure in &chosen.measures {
        let Filed { file, raw, .. } = &measure.filed;
        scope.cite(file, &raw.cite);
        for part in &raw.establishes {
            scope.findings(file, &part.only_if);
        }
    }
    // Whether a document of practice is for a profession is looked up by name: a slip would make it vanish.
    for practice in &library.practice {
        scope.findings(&practice.filed.file, &practice.filed.raw.only_if);
    }

    let steps = &chosen.steps.filed;
    let weighing = &chosen.weighing.filed;
    let ask_advice = scope.find(&steps.file, &steps.raw.ask_advice, "action", |names| &names.actions);
    let accompany = chosen.accompany();
    let accompany = accompany.into_iter().flat_map(|(file, list)| scope.action_list(file, list)).collect();
    let leading = chosen.measures.iter().map(|one| &one.filed);
    let leading = leading.flat_map(|one| scope.action_list(&one.file, &one.raw.first)).collect();
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
        profession: profession::profession(chosen, scope)?,
        given,
        date,
        law: law?,
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
        first: leading,
        weigh_again: weigh_again?,
        notices,
        themes,
        occasions: occasions?,
        doors: doors?,
        contacts: scope.contacts.clone(),
        all_contacts: scope.all_contacts.clone(),
        veilig_thuis: veilig_thuis?,
        emergency_number: emergency_number?,
        signals,
        news: news(scope),
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

fn news(scope: &mut Scope<'_>) -> Vec<News> {
    let Some(Filed { file, raw, .. }) = &scope.library.news else { return Vec::new() };
    let mut names: Names<News> = Names::default();
    let mut all = Vec::new();
    for item in &raw.news {
        let id = scope.name(file, &item.id, &mut names);
        let (title, says) = (scope.text(file, &item.title), scope.text(file, &item.says));
        let (on, cite) = (scope.day(file, &item.on), scope.cite(file, &item.cite));
        if let (Some(id), Some(title), Some(says), Some(cite)) = (id, title, says, cite) {
            all.push(News { id, on, status: item.status, title, says, cite });
        }
    }
    all.sort_by_key(|item: &News| item.on);
    all
}

fn law(edition: &Edition<raw::Law>, scope: &mut Scope<'_>) -> Option<Law> {
    let (file, raw) = (&edition.filed.file, &edition.filed.raw);
    let mut provisions = Vec::new();
    for provision in &raw.provision {
        let says = scope.text(file, &provision.says);
        if let (Some(says), Some(cite)) = (says, scope.cite(file, &provision.cite)) {
            let about = provision.about.get_ref().clone();
            provisions.push(Provision { about, article: provision.article.clone(), says, cite });
        }
    }
    let raw::Differs {
        afwegingskader,
        decisions,
        advice,
        talk,
        finally_responsible,
        kindcheck,
        verwijsindex,
        letselduiding,
    } = raw.differs.clone();
    let differs = Differs {
        afwegingskader,
        decisions,
        advice,
        talk,
        finally_responsible,
        kindcheck,
        verwijsindex,
        letselduiding,
    };
    Some(Law { advice_centre: scope.text(file, &raw.advice_centre)?, differs, provisions })
}
