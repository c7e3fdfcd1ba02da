//! Which content a command works with, and how its problems are told.

use std::path::Path;

use jiff::civil::Date;

use crate::audit::{audit, prove};
use crate::case::answer_file::AnswerFile;
use crate::case::fit::{Fitted, fit};
use crate::content::library::Library;
use crate::content::link::NoGuide;
use crate::content::needed::Needed;
use crate::content::overlay::Overlay;
use crate::content::raw::Vocabulary;
use crate::content::store::{Origin, Store, Texts};
use crate::engine::proven::Proven;
use crate::model::guide::Guide;
use crate::model::problem::Problem;
use crate::ui::lang::Lang;
use crate::ui::messages::command as say;

use super::args::Shared;
use super::exit::Exit;
use super::failure::Failure;

/// The content of a command: the texts for excerpts, and the parsed documents.
pub(super) struct Content {
    pub(super) library: Library,
    texts: Texts,
}

impl Content {
    /// Opens the built-in content, or a directory that replaces it. A directory is proved as a whole first.
    pub(super) fn open(shared: &Shared) -> Result<Self, Failure> {
        let Some(directory) = &shared.content else {
            return Self::read(Store::embedded(), None, Vec::new(), shared);
        };
        let (store, problems) = Self::directory(directory, shared)?;
        let content = Self::read(store, None, problems, shared)?;
        let found = audit(&content.library).problems;
        if found.is_empty() { Ok(content) } else { Err(content.problems(Exit::Content, found, shared)) }
    }

    /// Opens what the guide of one profession needs on one date. Of a directory that is everything, for it is proved as a
    /// whole; and so it is for a word that is no name of a profession.
    pub(super) fn open_for(shared: &Shared, profession: &str, date: Date) -> Result<Self, Failure> {
        if shared.content.is_some() {
            return Self::open(shared);
        }
        let store = Store::embedded();
        let needed = Needed::by(&store, profession, date);
        Self::read(store, needed.as_ref(), Vec::new(), shared)
    }

    /// The words that answers can have, from the built-in content.
    pub(super) fn vocabulary(shared: &Shared) -> Result<Vocabulary, Failure> {
        let store = Store::embedded();
        Library::vocabulary(&store).map_err(|problems| {
            let colour = shared.style.colour;
            Failure::Problems { exit: Exit::Content, problems, texts: store.texts, colour }
        })
    }

    /// Reads a directory, sound or not.
    pub(super) fn directory(path: &Path, shared: &Shared) -> Result<(Store, Vec<Problem>), Failure> {
        Store::directory(path).map_err(|why| {
            let says = say::unreadable(shared.lang, &why.path, &say::why(shared.lang, &why.why));
            Failure::Usage(
                says,
                say::help("content").map_or_else(String::new, |words| words.to(shared.lang).to_owned()),
            )
        })
    }

    fn read(
        store: Store,
        needed: Option<&Needed>,
        problems: Vec<Problem>,
        shared: &Shared,
    ) -> Result<Self, Failure> {
        let read = Library::read_only(&store, needed, problems).and_then(|library| match shared.lang {
            Lang::Nl => Ok(library),
            Lang::En => Ok(library.in_english(Overlay::read(&store)?)),
        });
        match read {
            Ok(library) => Ok(Self { library: library.on_day(shared.today), texts: store.texts }),
            Err(problems) => {
                let colour = shared.style.colour;
                Err(Failure::Problems { exit: Exit::Content, problems, texts: store.texts, colour })
            }
        }
    }

    /// What applies to a profession on a date, proved.
    pub(super) fn prove(&self, shared: &Shared, profession: &str, date: Date) -> Result<Proven, Failure> {
        let lang = shared.lang;
        prove(&self.library, profession, date).map_err(|why| match why {
            NoGuide::UnknownProfession { nearest } => Failure::Usage(
                say::unknown_profession(lang, profession),
                say::known_professions(lang, nearest.as_deref()),
            ),
            NoGuide::NotInForce { document, first_day } => {
                let first_day = first_day.map(|day| day.to_string());
                let (says, help) =
                    say::not_in_force(lang, &document, &date.to_string(), first_day.as_deref());
                Failure::Input(says, help)
            }
            NoGuide::Refused(refusal) => Failure::Refused(refusal),
            NoGuide::Problems(problems) => self.problems(Exit::Content, problems, shared),
        })
    }

    /// The answers of a file, as far as they are known to this norm or to any.
    pub(super) fn fit(
        &self,
        name: &str,
        file: &AnswerFile,
        guide: &Guide,
        lang: Lang,
    ) -> Result<Fitted, Vec<Problem>> {
        fit(name, file, guide, &self.library.vocabulary.raw, lang)
    }

    pub(super) fn problems(&self, exit: Exit, problems: Vec<Problem>, shared: &Shared) -> Failure {
        Failure::Problems { exit, problems, texts: self.texts.clone(), colour: shared.style.colour }
    }

    /// The documents as they are written.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.values().map(AsRef::as_ref)
    }

    /// Whether the content is the user's own.
    pub(super) fn is_own(&self) -> bool {
        self.library.origin != Origin::Embedded
    }
}
