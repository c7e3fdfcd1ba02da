//! From answer sets to situations: each set beside the exercise that it says it answers.
//!
//! Knows which exercises there are, and loads each of them once for each profession and date. Refuses to print.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

use jiff::civil::Date;

use crate::cli::args::Shared;
use crate::cli::content::Content;
use crate::cli::exercise::loading::{Loaded, Loader};
use crate::cli::exercise::shelf::{self, Volume};
use crate::cli::failure::Failure;
use crate::content::nearest::nearest;
use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, evaluate};
use crate::engine::proven::Proven;
use crate::exercise::class::{Graded, Label, Posed, Round, Situation, Wrong};
use crate::exercise::ending::Ending;
use crate::exercise::judge::{decided, verdict};
use crate::exercise::phases::Phase;
use crate::exercise::turn::{Turn, first_wrong_turn};
use crate::model::guide::Guide;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Kind, Question};
use crate::model::register::Ref;
use crate::report::ground;
use crate::ui::lang::Lang;
use crate::ui::messages::{class, training};

use super::sets::{Set, Unusable};

/// An exercise for a profession and a date, where these are not its own.
type Meeting = (usize, Option<String>, Option<Date>);
/// Why an exercise cannot be used.
type Unfit = Vec<Problem>;

/// What was judged so far.
pub(super) struct Judging<'a> {
    content: &'a Content,
    shared: &'a Shared,
    loader: Loader<'a>,
    volumes: Vec<Volume>,
    /// The exercise that was asked for.
    only: Option<usize>,
    /// How many sets answer an exercise that was not asked for.
    pub(super) passed_over: usize,
    loaded: BTreeMap<Meeting, Result<Rc<Loaded>, Unfit>>,
    graded: BTreeMap<(usize, usize), Vec<Graded>>,
}

impl<'a> Judging<'a> {
    /// Begins with the exercises on the shelf, and the one that was asked for; with what on the shelf cannot be read.
    pub(super) fn new(
        content: &'a Content,
        shared: &'a Shared,
        own: Option<&Path>,
        only: Option<&str>,
    ) -> Result<(Self, Vec<Unusable>), Failure> {
        let (mut volumes, problems) = shelf::all(own, shared.lang);
        let closed =
            |problem: Problem| Unusable { place: problem.file.clone(), text: None, problems: vec![problem] };
        let only = only.map(|asked| asked_for(asked, own, &mut volumes, shared)).transpose()?;
        let loader = Loader::new(content, shared);
        let (loaded, graded) = (BTreeMap::new(), BTreeMap::new());
        let judging = Self { content, shared, loader, volumes, only, passed_over: 0, loaded, graded };
        Ok((judging, problems.into_iter().map(closed).collect()))
    }

    /// Judges a set. What keeps it from being judged is given back; a set of an exercise that was not asked for is
    /// counted, and passed over.
    pub(super) fn take(&mut self, set: Set) -> Result<Option<Unusable>, Failure> {
        let exercise = match self.which(&set) {
            Ok(exercise) => exercise,
            Err(problem) => return Ok(Some(set.unusable(vec![problem]))),
        };
        if self.only.is_some_and(|only| only != exercise) {
            self.passed_over += 1;
            return Ok(None);
        }
        // Questions are shown as the exercise itself asks them, whoever answered.
        if let Err(problems) = self.load((exercise, None, None))? {
            let text = self.volumes.get(exercise).map(|volume| Rc::from(volume.text.as_ref()));
            return Ok(Some(Unusable { place: set.place(), text, problems }));
        }
        let profession = set.written.profession.as_ref().map(|(name, _)| name.clone());
        let date = set.written.date.as_ref().map(|(date, _)| *date);
        let loaded = match self.load((exercise, profession, date))? {
            Ok(loaded) => loaded,
            Err(problems) => return Ok(Some(set.unusable(of_set(&set, problems)))),
        };
        let phase = set.written.phase.as_ref().map_or(1, |(phase, _)| *phase);
        let judged = self.judge(&set, exercise, phase, &loaded);
        Ok(match judged {
            Ok(graded) => {
                self.graded.entry((exercise, phase)).or_default().push(graded);
                None
            }
            Err(problems) => Some(set.unusable(problems)),
        })
    }

    /// Which exercise a set answers.
    fn which(&self, set: &Set) -> Result<usize, Problem> {
        let lang = self.shared.lang;
        let Some((id, place)) = &set.written.exercise else {
            let problem = || {
                let problem = Problem::at(Code::Shape, &set.place(), None, class::NO_EXERCISE.to(lang));
                problem.help(class::NO_EXERCISE_HELP.to(lang))
            };
            return self.only.ok_or_else(problem);
        };
        let ids = || self.volumes.iter().map(|volume| volume.stem.as_str());
        ids().position(|known| known == id).ok_or_else(|| {
            let file = if set.line.is_some() && place.is_empty() { set.place() } else { set.file.clone() };
            let place = (!place.is_empty()).then(|| place.clone());
            let problem = Problem::at(Code::BadAnswer, &file, place, training::unknown_exercise(lang, id));
            problem.help(training::known_exercises(lang, nearest(id, ids())))
        })
    }

    fn load(&mut self, meeting: Meeting) -> Result<Result<Rc<Loaded>, Unfit>, Failure> {
        if let Some(known) = self.loaded.get(&meeting) {
            return Ok(known.clone());
        }
        let (exercise, profession, date) = &meeting;
        let Some(volume) = self.volumes.get(*exercise) else { return Ok(Err(Vec::new())) };
        let loaded = self.loader.load_as(volume, profession.as_deref(), *date)?;
        let loaded = loaded.and_then(|loaded| sound(volume, loaded, self.shared.lang)).map(Rc::new);
        self.loaded.insert(meeting, loaded.clone());
        Ok(loaded)
    }

    fn judge(
        &self,
        set: &Set,
        exercise: usize,
        phase: usize,
        loaded: &Loaded,
    ) -> Result<Graded, Vec<Problem>> {
        let lang = self.shared.lang;
        let at_phase = phase.checked_sub(1);
        let found = at_phase.and_then(|at| loaded.exercise.phases.get(at).zip(loaded.guides.get(at)));
        let Some((of, proven)) = found else {
            let place = set.written.phase.as_ref().map(|(_, place)| place.clone());
            let says = class::no_such_phase(lang, phase, loaded.exercise.phases.len());
            return Err(vec![Problem::at(Code::BadAnswer, &set.file, place, says)]);
        };
        let participant = set.participant();
        let known = self.graded.get(&(exercise, phase)).into_iter().flatten();
        if let Some(earlier) = known.into_iter().find(|one| one.participant == participant) {
            let earlier =
                earlier.line.map_or_else(|| earlier.file.clone(), |line| format!("{}:{line}", earlier.file));
            let id = &loaded.exercise.head.id;
            let place = set.written.participant.as_ref().map(|(_, place)| place.clone());
            let file = if place.is_some() { set.file.clone() } else { set.place() };
            let says = class::double(lang, &participant, id, phase, &earlier);
            let problem = Problem::at(Code::BadAnswer, &file, place, says);
            return Err(vec![problem.help(class::DOUBLE_HELP.to(lang))]);
        }
        let guide = proven.guide();
        let fitted = self.content.fit(&set.file, &set.written, guide, lang)?;
        let evaluation = evaluate(proven, &fitted.answers);
        let right = |evaluation: &Evaluation<'_>, answers: &Answers| {
            verdict(&of.expectation, evaluation, answers).verdict.is_right()
        };
        let turn = first_wrong_turn(proven, &of.answers, &fitted.answers, right);
        Ok(Graded {
            participant,
            file: set.file.clone(),
            line: set.line,
            judged: verdict(&of.expectation, &evaluation, &fitted.answers),
            ending: Ending::of(&evaluation),
            outlook: evaluation.outlook().word().word(),
            decided: decided(&evaluation),
            path: evaluation.path.iter().map(|(at, given)| answered(guide, *at, *given)).collect(),
            wrong: turn.map(|turn| wrong(of, guide, &turn, lang)),
        })
    }

    /// Every situation that somebody answered, in the order in which they were first met.
    pub(super) fn rounds(mut self) -> Vec<Round> {
        let mut rounds = Vec::new();
        for ((exercise, phase), graded) in std::mem::take(&mut self.graded) {
            let own = self.loaded.get(&(exercise, None, None)).and_then(|loaded| loaded.as_ref().ok());
            if let Some(situation) = own.and_then(|loaded| situation(loaded, phase)) {
                rounds.push(Round::of(situation, graded));
            }
        }
        rounds
    }
}

/// The exercise that was asked for, by its name or as a file. A file stands before what has the same name.
fn asked_for(
    asked: &str,
    own: Option<&Path>,
    volumes: &mut Vec<Volume>,
    shared: &Shared,
) -> Result<usize, Failure> {
    let volume = shelf::find(asked, own, shared)?;
    let known = volumes.iter().position(|one| one.built_in == volume.built_in && one.file == volume.file);
    Ok(known.unwrap_or_else(|| {
        volumes.insert(0, volume);
        0
    }))
}

/// Why the exercise cannot be used for the profession or the date of a set, where the set says so.
fn of_set(set: &Set, problems: Unfit) -> Unfit {
    let place = set.written.profession.as_ref().map(|(_, place)| place);
    let place = place.or(set.written.date.as_ref().map(|(_, place)| place));
    let moved = |problem: Problem| {
        let moved = Problem::at(problem.code, &set.file, place.cloned(), problem.says);
        Problem { help: problem.help, ..moved }
    };
    problems.into_iter().map(moved).collect()
}

/// An exercise whose own answers come out right; another one cannot judge anybody.
fn sound(volume: &Volume, loaded: Loaded, lang: Lang) -> Result<Loaded, Unfit> {
    let comes_out = |phase: &Phase, proven: &Proven| {
        let evaluation = evaluate(proven, &phase.answers);
        verdict(&phase.expectation, &evaluation, &phase.answers).verdict.is_right()
    };
    let all = loaded.exercise.phases.iter().zip(&loaded.guides).zip(1..);
    let wrong = all.filter(|((phase, proven), _)| !comes_out(phase, proven));
    let problem = |(_, number): (_, usize)| {
        let problem = Problem::at(Code::BadAnswer, &volume.file, None, class::unsound(lang, number));
        problem.help(class::UNSOUND_HELP.to(lang))
    };
    let problems: Unfit = wrong.map(problem).collect();
    if problems.is_empty() { Ok(loaded) } else { Err(problems) }
}

fn situation(loaded: &Loaded, phase: usize) -> Option<Situation> {
    let at = phase.checked_sub(1)?;
    let (of, proven) = (loaded.exercise.phases.get(at)?, loaded.guides.get(at)?);
    let guide = proven.guide();
    let evaluation = evaluate(proven, &of.answers);
    let posed = |(at, question): (Ref<Question>, &Question)| Posed {
        label: Label { id: question.id.to_string(), says: question.ask.clone() },
        many: question.kind == Kind::Many,
        choices: question.choices.iter().map(|choice| label(choice.id.as_str(), &choice.short)).collect(),
        model: evaluation
            .path
            .iter()
            .find(|(asked, _)| *asked == at)
            .map(|(_, given)| answered(guide, at, *given).1),
    };
    let title = &loaded.exercise.head.title;
    Some(Situation {
        exercise: loaded.exercise.head.id.clone(),
        phase,
        phases: loaded.exercise.phases.len(),
        title: if at == 0 || of.title == *title { title.clone() } else { format!("{title}: {}", of.title) },
        ending: Ending::of(&evaluation),
        posed: guide.questions.iter().filter(|(_, one)| one.kind != Kind::Date).map(posed).collect(),
    })
}

fn label(id: &str, says: &str) -> Label {
    Label { id: id.to_owned(), says: says.to_owned() }
}

fn answered(guide: &Guide, at: Ref<Question>, given: Given) -> (String, Vec<String>) {
    let id = guide.questions.get(at).id.to_string();
    (id, crate::exercise::turn::words(guide, at, given))
}

fn wrong(phase: &Phase, guide: &Guide, turn: &Turn, lang: Lang) -> Wrong {
    let question = guide.questions.get(turn.question);
    let labels = |given: Option<Given>| -> Vec<Label> {
        if let Some(Given::Day(day)) = given {
            return vec![label(&day.to_string(), &day.to_string())];
        }
        let chosen = given.into_iter().flat_map(Given::choices);
        let choices = chosen.filter_map(|index| question.choices.get(index));
        choices.map(|choice| label(choice.id.as_str(), &choice.short)).collect()
    };
    let chose = |choice: usize| turn.given.is_some_and(|given| given.choices().any(|one| one == choice));
    let said = phase.feedback.iter().filter(|one| one.question == turn.question && chose(one.choice));
    // What decides is the ground of what the model answers, and else of what was answered instead.
    let grounds: Vec<Given> = turn.model.into_iter().chain(turn.given).collect();
    Wrong {
        question: label(question.id.as_str(), &question.ask),
        given: labels(turn.given),
        model: labels(turn.model),
        feedback: said.map(|one| one.says.clone()).collect(),
        norm: ground::answer(guide, turn.question, &grounds, lang),
    }
}
