//! A case on its way to and from the disk: read before the first question, kept after each answer.
//!
//! Knows the file and what stood in it. Refuses to lose an answer without a word, and to let a full disk end a
//! conversation: what was not kept is told at once, and tried again at the next answer.

use std::path::{Path, PathBuf};

use crate::case::answer_file::{AnswerFile, Entry};
use crate::case::disk::{Keeper, NotKept};
use crate::case::saved::Saved;
use crate::case::{answer_file, record::Record, seal};
use crate::engine::answers::Answers;
use crate::engine::proven::Proven;
use crate::model::decision::Decision;
use crate::model::problem::{Code, Problem};
use crate::ui::lang::Lang;
use crate::ui::messages::case as say;

use super::args::{Check, Shared};
use super::exit::Exit;
use super::failure::Failure;
use super::world::World;

/// A case that was read, to be taken up again.
pub(super) struct Resumed {
    /// The file as it was given.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
    /// The answers.
    pub(super) file: AnswerFile,
    /// What was kept beside them.
    pub(super) record: Record,
}

/// Reads the case that is to be resumed, if one is.
pub(super) fn resumed(
    world: &mut World<'_>,
    shared: &Shared,
    check: &Check,
) -> anyhow::Result<Option<Resumed>> {
    let Some(path) = &check.resume else { return Ok(None) };
    let lang = shared.lang;
    let name = path.display().to_string();
    let text = super::check::read(world, path, shared)?;
    let read = answer_file::read(&name, &text, lang).and_then(|file| {
        let record = Record::read(&name, &file, lang)?;
        if seal::is_json(&text) {
            let problem = Problem::at(Code::Torn, &name, None, say::A_RECEIPT.to(lang));
            return Err(vec![problem.help(say::A_RECEIPT_HELP.to(lang))]);
        }
        Ok((file, record))
    });
    match read {
        Ok((file, record)) => Ok(Some(Resumed { name, text, file, record })),
        Err(problems) => Err(troubled(problems, &name, &text, shared).into()),
    }
}

/// What is wrong with the answers of a file, shown in its lines.
pub(super) fn troubled(problems: Vec<Problem>, name: &str, text: &str, shared: &Shared) -> Failure {
    let texts = [(name.to_owned(), text.to_owned().into())].into();
    Failure::Problems { exit: Exit::Input, problems, texts, colour: shared.style.colour }
}

/// Where this case is kept, and what is kept with it.
pub(super) struct Keeping {
    path: PathBuf,
    keeper: Keeper,
    /// Answers that the norm of now has no question for.
    aside: Vec<Entry>,
    /// What was decided.
    pub(super) decision: Option<Decision>,
    /// Why the last answer was not kept.
    failed: Option<NotKept>,
}

impl Keeping {
    /// Finds the place before the first question; nothing when nothing is to be kept.
    pub(super) fn find(
        check: &Check,
        resumed: Option<&Resumed>,
        lang: Lang,
    ) -> Result<Option<Self>, Failure> {
        let open = |path: &Path, keeper: Result<Keeper, NotKept>| match keeper {
            Ok(keeper) => {
                let decision = resumed.and_then(|case| case.record.decision.clone());
                Ok(Some(Self { path: path.to_owned(), keeper, aside: Vec::new(), decision, failed: None }))
            }
            Err(why) => Err(refused(path, &why, lang)),
        };
        let of = |case: &Resumed, path: &Path| Keeper::of(path, &case.text);
        match (&check.save, resumed, &check.resume) {
            (None, Some(case), Some(resume)) => open(resume, of(case, resume)),
            (Some(save), Some(case), Some(resume)) => {
                // The case that is being resumed may be named twice; any other file that is there may not.
                let same = std::path::absolute(save).ok() == std::path::absolute(resume).ok();
                let keeper = of(case, resume);
                let is_it = same || keeper.as_ref().is_ok_and(|keeper| keeper.is_at(save));
                if is_it { open(resume, keeper) } else { open(save, Keeper::new(save)) }
            }
            (Some(save), ..) => open(save, Keeper::new(save)),
            (None, ..) => Ok(None),
        }
    }

    /// Answers that were set aside stay in the file.
    pub(super) fn set_aside(&mut self, aside: Vec<Entry>) {
        self.aside = aside;
    }

    /// The name of the file.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Keeps the answers. What comes back is told.
    pub(super) fn keep(&mut self, proven: &Proven, answers: &Answers, lang: Lang) -> Option<String> {
        let saved = Saved { proven, answers, aside: &self.aside, decision: self.decision.as_ref() };
        self.failed = self.keeper.keep(&saved.case()).err();
        let why = self.failed.as_ref()?;
        Some(say::not_kept(lang, &self.name(), &reason(why, lang)))
    }

    /// Whether everything was kept.
    pub(super) fn done(&self, lang: Lang) -> Result<(), Failure> {
        let Some(why) = &self.failed else { return Ok(()) };
        let says = say::unwritable(lang, &self.name(), &reason(why, lang));
        Err(Failure::NotKept(says, say::UNWRITABLE_HELP.to(lang).to_owned()))
    }
}

/// A file that cannot be written, before anything was asked.
pub(super) fn refused(path: &Path, why: &NotKept, lang: Lang) -> Failure {
    let says = say::unwritable(lang, &path.display().to_string(), &reason(why, lang));
    let help = if *why == NotKept::Exists { say::EXISTS_HELP } else { say::UNWRITABLE_HELP };
    Failure::Usage(says, help.to(lang).to_owned())
}

fn reason(why: &NotKept, lang: Lang) -> String {
    match why {
        NotKept::Exists => say::EXISTS.to(lang).to_owned(),
        NotKept::Changed => say::CHANGED_MEANWHILE.to(lang).to_owned(),
        NotKept::Unwritable(why) => say::why_not_written(lang, why),
    }
}
