//! Which documents one guide rests on, and their lists in the order in which a guide reads them.
//!
//! Knows where flows hang between the questions of the steps. Refuses to resolve a name inside a document.

use jiff::civil::Date;

use crate::content::edition::{Dated, in_force};
use crate::content::heard::Heard;
use crate::content::library::{Edition, Library, Professional, Temporary};
use crate::content::measure::Parts;
use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::guide::Document;
use crate::model::problem::{Code, Problem};
use crate::model::theme::Slot;

use super::{NoGuide, refusal};

/// The documents that one guide rests on.
pub(super) struct Chosen<'a> {
    pub(super) profession: &'a Professional,
    /// The row of the profession that counts on the date.
    pub(super) row: &'a raw::ProfessionRow,
    /// The day from which the row counts.
    pub(super) from: Date,
    /// The date.
    pub(super) date: Date,
    /// Which lines of measures are said.
    pub(super) parts: Parts,
    pub(super) law: &'a Edition<raw::Law>,
    pub(super) steps: &'a Edition<raw::Steps>,
    pub(super) weighing: &'a Edition<raw::Afwegingskader>,
    /// A door is taken from the first of these that has it.
    pub(super) doors: Vec<&'a Edition<raw::Doors>>,
    /// Documents of practice in force, as far as they are for this profession.
    pub(super) practice: Vec<&'a Edition<raw::Practice>>,
    /// Measures in force.
    pub(super) measures: Vec<&'a Temporary>,
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

/// The documents for a profession on a date. The name may be an alias. What a refusal says is added to what was heard.
pub(super) fn choose<'a>(
    library: &'a Library,
    profession: &str,
    date: Date,
    heard: &mut Option<Heard>,
) -> Result<Chosen<'a>, NoGuide> {
    let profession = resolve_profession(library, profession)?;
    let name = &profession.filed.raw.id;
    if let Some(refuses) = &profession.filed.raw.refuses {
        return Err(NoGuide::Refused(Box::new(refusal::refusal(library, profession, refuses, heard)?)));
    }
    let (from, row) = profession.row_on(date).ok_or_else(|| NoGuide::NotInForce {
        document: name.get_ref().clone(),
        first_day: profession.from.first().copied(),
    })?;
    let file = &profession.filed.file;
    let steps = named(file, &library.steps, &row.steps, date)?;
    let slots: Vec<Slot> = steps.filed.raw.slot.iter().map(|slot| *slot.id.get_ref()).collect();
    let has = |slot: Slot| slots.contains(&slot);
    let doors = profession.filed.raw.doors.iter().map(|name| named(file, &library.doors, name, date));
    Ok(Chosen {
        profession,
        row,
        from,
        date,
        parts: Parts::OfTheDay,
        law: named(file, &library.laws, &row.law, date)?,
        steps,
        weighing: named(file, &library.afwegingskaders, &row.afwegingskader, date)?,
        doors: doors.collect::<Result<_, _>>()?,
        practice: hanging(&library.practice, date, |practice| {
            let has = |name: &raw::Name| row.establishes.iter().any(|own| own.get_ref() == name.get_ref());
            practice.only_if.iter().all(has)
        }),
        measures: library.measures.iter().filter(|one| one.counts_on(date)).collect(),
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

    /// Every action, with its file. Of doors only what the doors that count here name.
    pub(super) fn actions(&self) -> Vec<(&'a str, &'a raw::Action)> {
        let (steps, weighing) = (&self.steps.filed, &self.weighing.filed);
        let mut all = vec![(steps.file.as_str(), &steps.raw.action)];
        all.extend(self.flows.iter().map(|flow| (flow.filed.file.as_str(), &flow.filed.raw.action)));
        all.push((weighing.file.as_str(), &weighing.raw.action));
        all.extend(self.practice.iter().map(|one| (one.filed.file.as_str(), &one.filed.raw.action)));
        all.extend(self.measures.iter().map(|one| (one.filed.file.as_str(), &one.filed.raw.action)));
        let mut all: Vec<(&str, &raw::Action)> =
            all.into_iter().flat_map(|(file, list)| list.iter().map(move |action| (file, action))).collect();
        let counted = self.doors();
        let named = |action: &raw::Action| {
            let mut names = counted.iter().flat_map(|(_, door)| &door.actions);
            names.any(|name| name.get_ref() == action.id.get_ref())
        };
        for doors in self.doors.iter().map(|doors| &doors.filed) {
            let own = doors.raw.action.iter().filter(|action| named(action));
            all.extend(own.map(|action| (doors.file.as_str(), action)));
        }
        all
    }

    /// The doors that count, each from the first document that has it, by name.
    pub(super) fn doors(&self) -> Vec<(&'a str, &'a raw::Door)> {
        let mut all: Vec<(&str, &raw::Door)> = Vec::new();
        for doors in self.doors.iter().map(|doors| &doors.filed) {
            let before: Vec<&str> = all.iter().map(|(_, door)| door.id.get_ref().as_str()).collect();
            let new = doors.raw.door.iter().filter(|door| !before.contains(&door.id.get_ref().as_str()));
            all.extend(new.map(|door| (doors.file.as_str(), door)).collect::<Vec<_>>());
        }
        all.sort_by(|(_, one), (_, other)| one.id.get_ref().cmp(other.id.get_ref()));
        all
    }

    /// Every list of actions that go with each result, with its file.
    pub(super) fn accompany(&self) -> Vec<(&'a str, &'a [raw::Name])> {
        let steps = &self.steps.filed;
        let mut all = vec![(steps.file.as_str(), steps.raw.accompany.as_slice())];
        all.extend(
            self.flows.iter().map(|one| (one.filed.file.as_str(), one.filed.raw.accompany.as_slice())),
        );
        all.extend(
            self.practice.iter().map(|one| (one.filed.file.as_str(), one.filed.raw.accompany.as_slice())),
        );
        all
    }

    /// What is established before the first answer: it comes with the profession, or with a measure.
    pub(super) fn given(&self) -> Vec<(&'a str, &'a raw::Name)> {
        let own = self.row.establishes.iter().map(|name| (self.profession.filed.file.as_str(), name));
        let (date, own_findings) = (self.date, self.row.establishes.as_slice());
        let measures = self.measures.iter().copied();
        let brought = measures.flat_map(move |one| {
            one.established_on(date, own_findings).map(move |finding| (one.filed.file.as_str(), finding))
        });
        own.chain(brought).collect()
    }

    /// Every notice of steps, flows and practice, with its file. Those of themes are linked with their theme.
    pub(super) fn notices(&self) -> Vec<(&'a str, &'a raw::Notice)> {
        let steps = &self.steps.filed;
        let own = steps.raw.notice.iter().map(|notice| (steps.file.as_str(), notice));
        let flows = self.flows.iter().map(|flow| &flow.filed);
        let flows = flows.flat_map(|flow| flow.raw.notice.iter().map(|notice| (flow.file.as_str(), notice)));
        let practice = self.practice.iter().map(|one| &one.filed);
        let practice =
            practice.flat_map(|one| one.raw.notice.iter().map(|notice| (one.file.as_str(), notice)));
        own.chain(flows).chain(practice).collect()
    }

    /// Every notice of a measure that counts on the date, with its file.
    pub(super) fn passing(&self) -> Vec<(&'a str, &'a raw::MeasureNotice)> {
        let (date, parts) = (self.date, self.parts);
        let measures = self.measures.iter().copied();
        measures
            .flat_map(move |one| {
                one.notices_on(date, parts).map(move |notice| (one.filed.file.as_str(), notice))
            })
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
        all.push(library.stamp(self.profession, self.from));
        all.extend(self.doors.iter().map(|doors| library.document(doors)));
        all.extend(self.practice.iter().map(|one| library.document(one)));
        all.extend(self.measures.iter().map(|one| library.stamp_of_measure(one)));
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

/// A profession, from its name, its label or one of its aliases.
fn resolve_profession<'a>(library: &'a Library, wanted: &str) -> Result<&'a Professional, NoGuide> {
    let aliases = library.professions.iter().flat_map(|one| &one.filed.raw.aliases);
    let aliases = aliases.map(|alias| alias.get_ref().as_str());
    let near =
        || nearest(&wanted.trim().to_lowercase(), library.profession_names().into_iter().chain(aliases));
    library
        .professional(wanted)
        .ok_or_else(|| NoGuide::UnknownProfession { nearest: near().map(str::to_owned) })
}

fn pick<'a, T>(editions: &'a [Edition<T>], name: &str, date: Date) -> Result<&'a Edition<T>, NoGuide> {
    in_force(editions, name, date).ok_or_else(|| NoGuide::NotInForce {
        document: name.to_owned(),
        first_day: editions.iter().filter(|e| e.name == name).map(|e| e.valid_from).min(),
    })
}
