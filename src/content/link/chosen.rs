//! Which documents one guide rests on, and their lists in the order in which a guide reads them.
//!
//! Knows where flows hang between the questions of the steps. Refuses to resolve a name inside a document.

use jiff::civil::Date;

use crate::content::edition::{Dated, in_force};
use crate::content::library::{Edition, Library};
use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::guide::Document;
use crate::model::problem::{Code, Problem};
use crate::model::theme::Slot;

use super::NoGuide;

/// The documents that one guide rests on.
pub(super) struct Chosen<'a> {
    pub(super) profession: &'a Edition<raw::Profession>,
    pub(super) law: &'a Edition<raw::Law>,
    pub(super) steps: &'a Edition<raw::Steps>,
    pub(super) weighing: &'a Edition<raw::Afwegingskader>,
    pub(super) doors: &'a Edition<raw::Doors>,
    /// Flows in force whose slot these steps declare.
    pub(super) flows: Vec<&'a Edition<raw::Flow>>,
    /// Themes in force whose slot these steps declare.
    pub(super) themes: Vec<&'a Edition<raw::Theme>>,
}

/// What sort of document a question stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// In the steps.
    Steps,
    /// In a flow.
    Flow,
    /// In the weighing document.
    Weighing,
}

/// A question with the document it stands in.
pub(super) struct Placed<'a> {
    pub(super) file: &'a str,
    pub(super) raw: &'a raw::Question,
    pub(super) part: Part,
}

impl Placed<'_> {
    pub(super) fn is_day(&self) -> bool {
        matches!(self.raw.kind, raw::QuestionKind::Date)
    }
}

/// The documents for a profession on a date. The name may be an alias.
pub(super) fn choose<'a>(library: &'a Library, profession: &str, date: Date) -> Result<Chosen<'a>, NoGuide> {
    let name = resolve_profession(library, profession)?;
    let profession = pick(&library.professions, &format!("professions/{name}"), date)?;
    let written = &profession.filed.raw;
    let file = &profession.filed.file;
    let steps = named(file, &library.steps, &written.steps, date)?;
    let slots: Vec<Slot> = steps.filed.raw.slot.iter().map(|slot| *slot.id.get_ref()).collect();
    let has = |slot: Slot| slots.contains(&slot);
    Ok(Chosen {
        profession,
        law: named(file, &library.laws, &written.law, date)?,
        steps,
        weighing: named(file, &library.afwegingskaders, &written.afwegingskader, date)?,
        doors: named(file, &library.doors, &written.doors, date)?,
        flows: hanging(&library.flows, date, |flow| has(*flow.slot.get_ref())),
        themes: hanging(&library.themes, date, |theme| has(*theme.slot.get_ref())),
    })
}

impl<'a> Chosen<'a> {
    /// Every question, in the order of the walk: the steps with the flows at their slots, then the weighing.
    pub(super) fn questions(&self) -> Vec<Placed<'a>> {
        let (steps, weighing) = (&self.steps.filed, &self.weighing.filed);
        let mut all = Vec::new();
        for question in &steps.raw.question {
            self.hang(Some(question.id.get_ref()), &mut all);
            all.push(Placed { file: &steps.file, raw: question, part: Part::Steps });
        }
        self.hang(None, &mut all);
        let weighs = |raw| Placed { file: &weighing.file, raw, part: Part::Weighing };
        all.extend(weighing.raw.question.iter().map(weighs));
        all
    }

    /// The questions of the flows whose slot stands here.
    fn hang(&self, before: Option<&String>, all: &mut Vec<Placed<'a>>) {
        let slots = self.steps.filed.raw.slot.iter();
        for slot in slots.filter(|slot| slot.before.as_ref().map(raw::Name::get_ref) == before) {
            for flow in self.flows.iter().map(|flow| &flow.filed) {
                if flow.raw.slot.get_ref() == slot.id.get_ref() {
                    let placed = |raw| Placed { file: &flow.file, raw, part: Part::Flow };
                    all.extend(flow.raw.question.iter().map(placed));
                }
            }
        }
    }

    /// Every duty, with its file.
    pub(super) fn duties(&self) -> Vec<(&'a str, &'a raw::Duty)> {
        let steps = &self.steps.filed;
        let own = steps.raw.duty.iter().map(|duty| (steps.file.as_str(), duty));
        let flows = self.flows.iter().map(|flow| &flow.filed);
        own.chain(flows.flat_map(|flow| flow.raw.duty.iter().map(|duty| (flow.file.as_str(), duty))))
            .collect()
    }

    /// Every action, with its file.
    pub(super) fn actions(&self) -> Vec<(&'a str, &'a raw::Action)> {
        let (steps, weighing, doors) = (&self.steps.filed, &self.weighing.filed, &self.doors.filed);
        let mut all = vec![(steps.file.as_str(), &steps.raw.action)];
        all.extend(self.flows.iter().map(|flow| (flow.filed.file.as_str(), &flow.filed.raw.action)));
        all.extend([
            (weighing.file.as_str(), &weighing.raw.action),
            (doors.file.as_str(), &doors.raw.action),
        ]);
        all.into_iter().flat_map(|(file, list)| list.iter().map(move |action| (file, action))).collect()
    }

    /// Every notice of steps and flows, with its file. Those of themes are linked with their theme.
    pub(super) fn notices(&self) -> Vec<(&'a str, &'a raw::Notice)> {
        let steps = &self.steps.filed;
        let own = steps.raw.notice.iter().map(|notice| (steps.file.as_str(), notice));
        let flows = self.flows.iter().map(|flow| &flow.filed);
        own.chain(flows.flat_map(|flow| flow.raw.notice.iter().map(|notice| (flow.file.as_str(), notice))))
            .collect()
    }

    /// Every occasion, with its file.
    pub(super) fn occasions(&self) -> Vec<(&'a str, &'a raw::Occasion)> {
        let (steps, weighing) = (&self.steps.filed, &self.weighing.filed);
        let own = steps.raw.occasion.iter().map(|occasion| (steps.file.as_str(), occasion));
        own.chain(weighing.raw.occasion.iter().map(|occasion| (weighing.file.as_str(), occasion))).collect()
    }

    /// The documents of the guide, for the stamp.
    pub(super) fn documents(&self, library: &Library) -> Vec<Document> {
        let mut all =
            vec![library.document(self.law), library.document(self.steps), library.document(self.weighing)];
        all.extend([library.document(self.profession), library.document(self.doors)]);
        all.extend(self.flows.iter().map(|flow| library.document(flow)));
        all.extend(self.themes.iter().map(|theme| library.document(theme)));
        all
    }
}

/// The documents in force that hang on a slot of the steps, in the order of their names.
fn hanging<T>(editions: &[Edition<T>], date: Date, hangs: impl Fn(&T) -> bool) -> Vec<&Edition<T>> {
    let mut names: Vec<&str> = editions.iter().map(Dated::name).collect();
    names.sort_unstable();
    names.dedup();
    let now = names.into_iter().filter_map(|name| in_force(editions, name, date));
    now.filter(|edition| hangs(&edition.filed.raw)).collect()
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
