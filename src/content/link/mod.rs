//! From raw documents to one linked guide: every name resolved, every text filled in, every problem collected.
//!
//! Behind this nobody asks again whether a name exists. Refuses to judge the whole: `audit` proves it.

mod body;
mod most_cases;
mod questions;
mod scope;
mod text;
mod weighing;

use jiff::civil::Date;

use crate::model::guide::{Document, Guide, Review};
use crate::model::id::Id;
use crate::model::law::{Law, Provision};
use crate::model::profession::Profession;
use crate::model::register::MOST;

use super::edition::in_force;
use super::library::{Edition, Filed, Library};
use super::nearest::nearest;
use super::raw;
use crate::model::problem::{Code, Problem, in_order};
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

/// The documents that one guide rests on.
struct Chosen<'a> {
    profession: &'a Edition<raw::Profession>,
    law: &'a Edition<raw::Law>,
    steps: &'a Edition<raw::Steps>,
    weighing: &'a Edition<raw::Afwegingskader>,
    doors: &'a Edition<raw::Doors>,
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

fn choose<'a>(library: &'a Library, profession: &str, date: Date) -> Result<Chosen<'a>, NoGuide> {
    let name = resolve_profession(library, profession)?;
    let profession = pick(&library.professions, &format!("professions/{name}"), date)?;
    let written = &profession.filed.raw;
    let file = &profession.filed.file;
    Ok(Chosen {
        profession,
        law: named(file, &library.laws, &written.law, date)?,
        steps: named(file, &library.steps, &written.steps, date)?,
        weighing: named(file, &library.afwegingskaders, &written.afwegingskader, date)?,
        doors: named(file, &library.doors, &written.doors, date)?,
    })
}

/// The document that a profession names, in force on the date.
fn named<'a, T>(
    file: &str,
    editions: &'a [Edition<T>],
    name: &raw::Name,
    date: Date,
) -> Result<&'a Edition<T>, NoGuide> {
    if !editions.iter().any(|edition| edition.name == *name.get_ref()) {
        let near = nearest(name.get_ref(), editions.iter().map(|edition| edition.name.as_str()));
        let help = || "name a document without its date, such as `steps/algemeen`".to_owned();
        let help = near.map_or_else(help, |near| format!("did you mean `{near}`?"));
        let says = format!("there is no document `{}`", name.get_ref());
        let problem = Problem::at(Code::UnknownReference, file, Some(name.span()), says);
        return Err(NoGuide::Problems(vec![problem.help(help)]));
    }
    pick(editions, name.get_ref(), date)
}

/// The id of a profession, from its id, its label or one of its aliases, in any case.
fn resolve_profession(library: &Library, wanted: &str) -> Result<String, NoGuide> {
    let wanted = wanted.trim().to_lowercase();
    let names = library.profession_names();
    let of = |edition: &Edition<raw::Profession>| edition.name.trim_start_matches("professions/").to_owned();
    if names.contains(&wanted.as_str()) {
        return Ok(wanted);
    }
    let by_word = library.professions.iter().find(|edition| {
        let raw = &edition.filed.raw;
        raw.label.to_lowercase() == wanted || raw.aliases.iter().any(|alias| alias.to_lowercase() == wanted)
    });
    if let Some(edition) = by_word {
        return Ok(of(edition));
    }
    let aliases =
        library.professions.iter().flat_map(|edition| &edition.filed.raw.aliases).map(String::as_str);
    Err(NoGuide::UnknownProfession {
        nearest: nearest(&wanted, names.iter().copied().chain(aliases)).map(str::to_owned),
        known: names.into_iter().map(str::to_owned).collect(),
    })
}

fn pick<'a, T>(editions: &'a [Edition<T>], name: &str, date: Date) -> Result<&'a Edition<T>, NoGuide> {
    in_force(editions, name, date).ok_or_else(|| NoGuide::NotInForce {
        document: name.to_owned(),
        first_day: editions.iter().filter(|e| e.name == name).map(|e| e.valid_from).min(),
    })
}

fn assemble(library: &Library, chosen: &Chosen<'_>, date: Date, scope: &mut Scope<'_>) -> Option<Guide> {
    scope.announce(chosen);
    let law = law(chosen.law, scope);
    let occasions = body::occasions(chosen, scope);
    let actions = body::actions(chosen, scope);
    let notices = body::notices(&chosen.steps.filed, scope);
    let doors = body::doors(&chosen.doors.filed, scope);
    let duties = body::duties(chosen, scope);
    let questions = questions::questions(chosen, scope);
    let common = most_cases::common(&chosen.steps.filed, questions.as_ref(), scope);
    let conclusions = weighing::conclusions(&chosen.weighing.filed, scope);
    let rows = weighing::rows(&chosen.weighing.filed, scope);
    let findings = body::findings(&library.vocabulary, scope);
    let properties = body::properties(&library.properties, scope);
    fits(chosen, scope);
    for ended in &library.editions.raw.ended {
        scope.cite(&library.editions.file, &ended.cite);
    }
    scope.cite(&chosen.profession.filed.file, &chosen.profession.filed.raw.cite);

    let steps = &chosen.steps.filed;
    let weighing = &chosen.weighing.filed;
    let ask_advice = scope.find(&steps.file, &steps.raw.ask_advice, "action", |names| &names.actions);
    let accompany = scope.action_list(&steps.file, &steps.raw.accompany);
    let weigh_again = scope.find(&weighing.file, &weighing.raw.weigh_again, "action", |names| &names.actions);
    let acute = scope.find(&weighing.file, &weighing.raw.acute, "row", |names| &names.rows);
    let veilig_thuis = scope.contact("veilig-thuis");
    let emergency_number = scope.contact("112");
    let first = |list: &[raw::Question]| {
        let asked = list.iter().find(|question| !matches!(question.kind, raw::QuestionKind::Date))?;
        scope.names.questions.find(asked.id.get_ref())
    };
    let (entry, weighing_entry) = (first(&steps.raw.question), first(&weighing.raw.question));
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
        occasions: occasions?,
        doors: doors?,
        contacts: scope.contacts.clone(),
        veilig_thuis: veilig_thuis?,
        emergency_number: emergency_number?,
        sources: scope.sources.clone(),
        properties,
        documents: documents(library, chosen),
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

fn documents(library: &Library, chosen: &Chosen<'_>) -> Vec<Document> {
    fn of<T>(library: &Library, edition: &Edition<T>) -> Document {
        let Filed { digest, .. } = &edition.filed;
        let reviewed = library.reviewed.contains(digest);
        Document {
            id: edition.name.clone(),
            published: edition.published,
            revision: edition.revision,
            digest: digest.clone(),
            review: if reviewed { Review::Reviewed } else { Review::Draft },
        }
    }
    vec![
        of(library, chosen.law),
        of(library, chosen.steps),
        of(library, chosen.weighing),
        of(library, chosen.profession),
        of(library, chosen.doors),
    ]
}
