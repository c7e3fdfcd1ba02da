//! From the text of an exercise to one that can be done: read, and met by the guide of each of its phases.
//!
//! Knows guides by profession and date, each proved once. What one exercise cannot be used for is a problem of that
//! exercise; what keeps every other from being used too is a failure.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use jiff::civil::Date;

use crate::case::answer_file;
use crate::cli::args::Shared;
use crate::cli::content::Content;
use crate::cli::failure::Failure;
use crate::engine::proven::Proven;
use crate::exercise::phases::{self, Exercise};
use crate::exercise::reading;
use crate::exercise::written::Written;
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::report::refusal;
use crate::ui::messages::command;

use super::shelf::Volume;

/// An exercise with the guide of each of its phases.
pub(in crate::cli) struct Loaded {
    /// The exercise.
    pub(in crate::cli) exercise: Exercise,
    /// The guides, one for each phase.
    pub(in crate::cli) guides: Vec<Rc<Proven>>,
}

/// Reads exercises with one content.
pub(in crate::cli) struct Loader<'a> {
    content: &'a Content,
    shared: &'a Shared,
    proven: BTreeMap<(String, Date), Rc<Proven>>,
}

impl<'a> Loader<'a> {
    pub(in crate::cli) fn new(content: &'a Content, shared: &'a Shared) -> Self {
        Self { content, shared, proven: BTreeMap::new() }
    }

    /// The exercise. The inner problems are its own; the outer failure is one of the content.
    pub(in crate::cli) fn load(&mut self, volume: &Volume) -> Result<Result<Loaded, Vec<Problem>>, Failure> {
        self.load_as(volume, None, None)
    }

    /// The exercise as somebody of another profession does it, or on another date.
    pub(in crate::cli) fn load_as(
        &mut self,
        volume: &Volume,
        profession: Option<&str>,
        date: Option<Date>,
    ) -> Result<Result<Loaded, Vec<Problem>>, Failure> {
        let lang = self.shared.lang;
        let file = volume.file.as_str();
        let read = answer_file::read(file, &volume.text, lang);
        let mut written = match read.and_then(|written| reading::read(file, &written, lang)) {
            Ok(written) => written,
            Err(problems) => return Ok(Err(problems)),
        };
        if let Some(other) = profession {
            other.clone_into(&mut written.head.profession.text);
        }
        for phase in written.phases.iter_mut().filter(|_| date.is_some()) {
            phase.date = date.map(|date| (date, 0..0));
        }
        let mut guides = Vec::new();
        for phase in &written.phases {
            match self.guide(file, &written, phase.date.as_ref())? {
                Ok(proven) => guides.push(proven),
                Err(problem) => return Ok(Err(vec![problem])),
            }
        }
        let met: Vec<&Guide> = guides.iter().map(|proven| proven.guide()).collect();
        let vocabulary = &self.content.library.vocabulary.raw;
        let exercise = phases::read(file, &written, &met, vocabulary, lang);
        Ok(exercise.map(|exercise| Loaded { exercise, guides }))
    }

    /// The same for one exercise alone: what is wrong with it is told in its lines.
    pub(in crate::cli) fn load_one(&mut self, volume: &Volume) -> Result<Loaded, Failure> {
        let loaded = self.load(volume)?;
        loaded.map_err(|found| crate::cli::keeping::troubled(found, &volume.file, &volume.text, self.shared))
    }

    fn guide(
        &mut self,
        file: &str,
        written: &Written,
        date: Option<&(Date, Range<usize>)>,
    ) -> Result<Result<Rc<Proven>, Problem>, Failure> {
        let lang = self.shared.lang;
        let day = date.map_or(self.shared.today, |(day, _)| *day);
        let place = date.map(|(_, place)| place.clone());
        if day > self.shared.today {
            let says = command::bad_value(lang, &day.to_string(), "date");
            return Ok(Err(Problem::at(Code::BadAnswer, file, place, says).help(command::FUTURE.to(lang))));
        }
        let profession = &written.head.profession;
        let key = (profession.text.clone(), day);
        if let Some(known) = self.proven.get(&key) {
            return Ok(Ok(Rc::clone(known)));
        }
        let of_profession = |says: String, help: String| {
            Problem::at(Code::BadAnswer, file, Some(profession.place.clone()), says).help(help)
        };
        match self.content.prove(self.shared, &profession.text, day) {
            Ok(proven) => {
                let proven = Rc::new(proven);
                self.proven.insert(key, Rc::clone(&proven));
                Ok(Ok(proven))
            }
            Err(Failure::Usage(says, help)) => Ok(Err(of_profession(says, help))),
            Err(Failure::Input(says, help)) => {
                Ok(Err(Problem::at(Code::NotInForce, file, place, says).help(help)))
            }
            Err(Failure::Refused(refused)) => {
                let says = command::refused(lang, refused.id.as_str());
                Ok(Err(of_profession(says, refusal::line(&refused))))
            }
            Err(other) => Err(other),
        }
    }
}
