//! One piece of work: from what was read to what is written, for one thread.
//!
//! Knows the two readers: the quick one for ordinary lines, the patient one for everything else, and what they share.
//! Refuses to write, to count what others did, and to remember an answer set.

use std::ops::Range;

use jiff::civil::Date;

use crate::batch::lines;
use crate::batch::paths::Shape;
use crate::batch::quick::{self, Days, Habit, Heading};
use crate::batch::short::Short;
use crate::batch::spare::Spare;
use crate::case::answer_file::{self, AnswerFile};
use crate::case::fit::fit;
use crate::engine::answers::Answers;
use crate::engine::evaluate::{Room, evaluate, evaluate_into};
use crate::exercise::expectation;
use crate::exercise::judge::verdict;
use crate::model::problem::{Code, Problem};
use crate::report::refusal;
use crate::report::result::Told;
use crate::ui::lang::Lang;
use crate::ui::messages::{command, evaluate as say};

use super::super::answered::Flags;
use super::super::failure::Failure;
use super::guides::{AtHand, Guides, Hand};
use super::reading::{Job, Source, What, not_text, too_long};
use super::records::{Come, Records, Set};

/// What every thread knows.
pub(super) struct Asked<'a> {
    pub(super) guides: &'a Guides<'a>,
    pub(super) flags: Flags<'a>,
    pub(super) today: Date,
    /// Whether each result is told in full.
    pub(super) in_full: bool,
    /// Whether the first answer set that cannot be used ends it all.
    pub(super) strict: bool,
}

/// One thread at work.
pub(super) struct Worker<'a> {
    asked: &'a Asked<'a>,
    at_hand: AtHand<'a>,
    habit: Habit,
    days: Days,
    answers: Answers,
    room: Room,
    spare: &'a Spare,
}

/// Everything that keeps one set from being evaluated, or all of them.
type Unfit = Result<Vec<Problem>, Failure>;

impl<'a> Worker<'a> {
    pub(super) fn new(asked: &'a Asked<'a>, spare: &'a Spare) -> Self {
        Self {
            asked,
            at_hand: AtHand::new(asked.guides),
            habit: Habit::default(),
            days: Days::default(),
            answers: Answers::default(),
            room: Room::default(),
            spare,
        }
    }

    fn lang(&self) -> Lang {
        self.asked.guides.shared.lang
    }

    /// Does a piece of work.
    pub(super) fn work(&mut self, job: Job, mut records: Records<'a>) -> Records<'a> {
        let source = &*job.source;
        records.read = job.size;
        match job.what {
            What::Unusable(line, problems) => {
                records.unusable(&Set { source, line, text: None }, &problems);
            }
            What::Whole(text) => {
                let read = answer_file::read(&source.file, &text, self.lang());
                self.patiently(&Set { source, line: None, text: Some(&text) }, read, &mut records);
            }
            What::Lines(first, bytes) => {
                records.reuse(self.spare.take());
                for (number, line) in lines::lines(first, &bytes) {
                    self.line(source, number, line, &mut records);
                    if records.failure.is_some() || self.asked.strict && records.tally.unusable > 0 {
                        break;
                    }
                }
                self.spare.give(bytes);
            }
        }
        if self.asked.strict && records.tally.unusable > 0 {
            records.stop = true;
        }
        records
    }

    fn line(&mut self, source: &Source, number: usize, line: &[u8], records: &mut Records<'a>) {
        let mut set = Set { source, line: Some(number), text: None };
        let lang = self.lang();
        if lines::is_too_long(line) {
            return records.unusable(&set, &[too_long(&source.file, number, lang)]);
        }
        let line = match std::str::from_utf8(line) {
            Ok(line) => line,
            Err(why) => {
                let problem = not_text(&source.file, number, why.valid_up_to() + 1, lang);
                return records.unusable(&set, &[problem]);
            }
        };
        set.text = Some(line);
        if let Some(header) = source.header() {
            let place = set.place();
            match header.row(&place, line, lang) {
                Ok(None) => {}
                Ok(Some(row)) => self.patiently(&set, Ok(row), records),
                Err(problems) => records.unusable(&set, &problems),
            }
            return;
        }
        if !self.asked.in_full
            && let Some((heading, hand)) = self.quickly(line)
        {
            let concluded = evaluate_into(&hand.proven, &self.answers, &mut self.room);
            let short = Short::of(hand.proven.guide(), &concluded);
            let come = Come { guide: hand.proven.guide(), pieces: &hand.pieces, short };
            return records.result(&set, heading.id, &come, None, None);
        }
        let read = answer_file::read_line(&source.file, line, 0..line.len(), lang);
        let read =
            read.map_err(|problems| if source.is_input { with_hint(problems, lang) } else { problems });
        self.patiently(&set, read, records);
    }

    /// The quick way: the answers, and the guide they were read with. Nothing when the line asks for patience.
    fn quickly<'l>(&mut self, line: &'l str) -> Option<(Heading<'l>, Hand)> {
        let Self { asked, at_hand, habit, days, answers, .. } = self;
        let mut used = None;
        let heading = quick::read(line, habit, answers, |heading| {
            used = match meant(heading, asked, days) {
                Some((profession, date)) => at_hand.get(profession, date).ok(),
                // What is not said yet may be said after the answers: then it is probably what the line before said.
                None => at_hand.last(),
            };
            used.clone()
        })?;
        let (profession, date) = meant(&heading, asked, days)?;
        let used = used.filter(|hand| hand.is_for(profession, date));
        if let Some(hand) = used {
            return Some((heading, hand));
        }
        let hand = at_hand.get(profession, date).ok()?;
        let heading = quick::read(line, habit, answers, |_| Some(hand.clone()))?;
        Some((heading, hand))
    }

    /// The patient way, for what was read of an answer set.
    fn patiently(
        &mut self,
        set: &Set<'_>,
        read: Result<AnswerFile, Vec<Problem>>,
        records: &mut Records<'a>,
    ) {
        let come = read.map_err(Ok).and_then(|written| self.evaluated(set, &written, records));
        match come {
            Ok(()) => {}
            Err(Ok(problems)) => records.unusable(set, &problems),
            // What would keep every other set from being evaluated too.
            Err(Err(failure)) => records.failure = Some(failure),
        }
    }

    fn evaluated(
        &mut self,
        set: &Set<'_>,
        written: &AnswerFile,
        records: &mut Records<'a>,
    ) -> Result<(), Unfit> {
        let Asked { guides, flags, today, in_full, .. } = *self.asked;
        let lang = self.lang();
        let file = &set.source.file;
        let hand = self.guide(set, written, flags)?;
        let guide = hand.proven.guide();
        let fitted = fit(file, written, guide, &guides.contents.vocabulary, lang);
        let expected = expectation::read(file, written, guide, lang);
        let (fitted, expected) = match (fitted, expected) {
            (Ok(fitted), Ok(expected)) => (fitted, expected),
            (fitted, expected) => {
                return Err(Ok([fitted.err(), expected.err()].into_iter().flatten().flatten().collect()));
            }
        };
        let evaluation = evaluate(&hand.proven, &fitted.answers);
        let judged = (!expected.is_nothing()).then(|| verdict(&expected, &evaluation, &fitted.answers));
        let come = Come { guide, pieces: &hand.pieces, short: Short::of(guide, &evaluation.concluded) };
        let told = in_full.then(|| {
            let mut told = Told::new(&hand.proven, &fitted.answers, evaluation, today);
            told.own_content = guides.contents.is_own();
            told.not_in_this_norm = fitted.not_in_this_norm;
            told
        });
        records.result(set, written.id.as_deref(), &come, judged.as_ref(), told.as_ref());
        Ok(())
    }

    /// The guide for an answer set.
    fn guide(&mut self, set: &Set<'_>, written: &AnswerFile, flags: Flags<'_>) -> Result<Hand, Unfit> {
        let lang = self.lang();
        let file = &set.source.file;
        let one = |problem| Err(Ok(vec![problem]));
        let date = match flags.date(written, file, self.asked.today, lang) {
            Ok(date) => date,
            Err(late) => return one(late),
        };
        let Some(profession) = flags.profession(written) else {
            let (says, help) = command::which_profession(lang);
            return one(Problem::at(Code::Shape, &set.place(), None, says).help(help));
        };
        // A problem of the date or the profession is shown where the file says it, unless a flag did.
        let problem = |code, written: Option<&Range<usize>>, says: String, help: String| {
            let file = if written.is_some() { file.clone() } else { set.place() };
            one(Problem::at(code, &file, written.cloned(), says).help(help))
        };
        match self.at_hand.get(profession, date) {
            Ok(hand) => Ok(hand),
            Err(Failure::Input(says, help)) => {
                let place = written.date.as_ref().filter(|_| flags.date.is_none());
                problem(Code::NotInForce, place.map(|(_, place)| place), says, help)
            }
            // Other sets may be of another profession, and are still evaluated.
            Err(Failure::Refused(refused)) => {
                let place = written.profession.as_ref().filter(|_| flags.profession.is_none());
                let says = command::refused(lang, refused.id.as_str());
                problem(Code::BadAnswer, place.map(|(_, place)| place), says, refusal::line(&refused))
            }
            Err(why) => flags.of_file(why, written, file).map_or_else(|why| Err(Err(why)), one),
        }
    }
}

/// On the input nothing says that it is one document over several lines, and then no line of it is JSON.
fn with_hint(problems: Vec<Problem>, lang: Lang) -> Vec<Problem> {
    let hint = |mut problem: Problem| {
        if problem.code == Code::Syntax && problem.help.is_none() {
            problem.help = Some(say::ONE_DOCUMENT.to(lang).to_owned());
        }
        problem
    };
    problems.into_iter().map(hint).collect()
}

/// The profession and the date that a heading asks for, under the flags. Nothing when it does not say, or says it wrongly.
fn meant<'h>(heading: &Heading<'h>, asked: &Asked<'h>, days: &mut Days) -> Option<(&'h str, Date)> {
    let written = match heading.date {
        Some(text) => Some(days.day(text)?),
        None => None,
    };
    let date = match (asked.flags.date, written) {
        (Some(date), _) => date,
        (None, Some(date)) if date > asked.today => return None,
        (None, date) => date.unwrap_or(asked.today),
    };
    Some((asked.flags.profession.or(heading.profession)?, date))
}

impl Set<'_> {
    /// The problems of a row or of a line of the input have no place in a text that is at hand.
    pub(super) fn is_row(&self) -> bool {
        self.source.shape == Shape::Rows
    }
}
