//! The first wrong turn is the answer after which a way no longer comes out right, and there is one whenever it does not.
//!
//! Looks at every exercise, and at everybody who answers one question otherwise.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod book;
#[path = "support/mod.rs"]
#[expect(dead_code, reason = "these tests read their answers from exercises")]
mod support;

use std::fs;
use std::sync::LazyLock;

use meldcode::case::answer_file;
use meldcode::case::fit::fit;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::evaluate::{Evaluation, evaluate};
use meldcode::engine::proven::Proven;
use meldcode::exercise::judge::judge;
use meldcode::exercise::key::{Expected, read};
use meldcode::exercise::turn::{Turn, first_wrong_turn, words};
use meldcode::model::question::{Kind, Question};
use meldcode::model::register::Ref;
use meldcode::ui::lang::Lang;

struct Lesson {
    id: String,
    proven: &'static Proven,
    model: Answers,
    key: Vec<Expected>,
}

static LESSONS: LazyLock<Vec<Lesson>> = LazyLock::new(|| {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let lesson = |exercise: book::Exercise| {
        let name = exercise.path.display().to_string();
        let file = answer_file::read(&name, &fs::read_to_string(&name).unwrap(), Lang::En).unwrap();
        let proven = support::proven_on(exercise.text("profession"), file.date.as_ref().unwrap().0);
        let fitted = fit(&name, &file, proven.guide(), &library.vocabulary.raw, Lang::En).unwrap();
        let key = read(&name, &file, proven.guide(), Lang::En).unwrap();
        Lesson { id: exercise.text("id").to_owned(), proven, model: fitted.answers, key }
    };
    book::exercises().into_iter().map(lesson).collect()
});

impl Lesson {
    fn named(id: &str) -> &'static Self {
        LESSONS.iter().find(|lesson| lesson.id == id).unwrap()
    }

    fn is_right(&self, answers: &Answers) -> bool {
        judge(&self.key, &evaluate(self.proven, answers), answers).is_empty()
    }

    fn turn(&self, answers: &Answers) -> Option<Turn> {
        let right =
            |evaluation: &Evaluation<'_>, answers: &Answers| judge(&self.key, evaluation, answers).is_empty();
        first_wrong_turn(self.proven, &self.model, answers, right)
    }

    /// The model's answers with some of them otherwise; no word takes an answer back.
    fn but(&self, otherwise: &[(&str, &[&str])]) -> Answers {
        let guide = self.proven.guide();
        let mut answers = self.model.clone();
        for (id, choices) in otherwise {
            let at = guide.questions.find(id).unwrap();
            let question = guide.questions.get(at);
            let place = |id: &&str| question.choices.iter().position(|one| one.id.as_str() == *id).unwrap();
            match (choices.first(), question.kind) {
                (None, _) => answers.retract(at),
                (Some(one), Kind::One) => answers.set(at, Given::One(place(one))),
                (Some(_), _) => answers.set(at, Given::many(choices.iter().map(place))),
            }
        }
        answers
    }

    /// The question of the turn, and both answers as they are written.
    fn told(&self, otherwise: &[(&str, &[&str])]) -> Option<(String, String, String)> {
        let guide = self.proven.guide();
        let Turn { question, given, model } = self.turn(&self.but(otherwise))?;
        let said = |given: Option<Given>| given.map(|given| words(guide, question, given).join(" "));
        let id = guide.questions.get(question).id.to_string();
        Some((id, said(given).unwrap_or_default(), said(model).unwrap_or_default()))
    }
}

fn every_answer(kind: Kind, question: &Question) -> Vec<Option<Given>> {
    let choices = 0..question.choices.len();
    let given = |index| if kind == Kind::One { Given::One(index) } else { Given::many([index]) };
    choices.map(given).map(Some).chain([None]).collect()
}

/// What somebody answers who differs from the model in one question.
fn one_otherwise(lesson: &Lesson) -> impl Iterator<Item = (Ref<Question>, Answers)> {
    lesson.proven.guide().questions.iter().flat_map(move |(at, question)| {
        every_answer(question.kind, question).into_iter().map(move |given| {
            let mut answers = lesson.model.clone();
            match given {
                Some(given) => answers.set(at, given),
                None => answers.retract(at),
            }
            (at, answers)
        })
    })
}

#[test]
fn whoever_answers_as_the_model_has_no_wrong_turn() {
    for lesson in LESSONS.iter() {
        assert_eq!(lesson.turn(&lesson.model), None, "{}", lesson.id);
    }
}

#[test]
fn whoever_differs_in_one_answer_has_the_turn_there_or_comes_out_right() {
    let mut turns = 0;
    for lesson in LESSONS.iter() {
        for (at, answers) in one_otherwise(lesson) {
            let turn = lesson.turn(&answers);
            let expected = (!lesson.is_right(&answers)).then_some(at);
            assert_eq!(turn.map(|turn| turn.question), expected, "{}", lesson.id);
            turns += usize::from(turn.is_some());
        }
    }
    assert!(turns > 1_000, "{turns}");
}

#[test]
fn whatever_comes_out_wrong_has_a_turn_and_before_it_the_model_could_still_put_it_right() {
    let mut turns = 0;
    for lesson in LESSONS.iter() {
        let guide = lesson.proven.guide();
        // The answers of the next lesson for the same profession and day, as far as they are its own.
        let same_guide = |other: &&Lesson| std::ptr::eq(other.proven, lesson.proven) && other.id != lesson.id;
        for other in LESSONS.iter().filter(same_guide).take(12) {
            let participant = &other.model;
            let turn = lesson.turn(participant);
            assert_eq!(turn.is_some(), !lesson.is_right(participant), "{} {}", lesson.id, other.id);
            let Some(turn) = turn else { continue };
            turns += 1;
            assert_ne!(turn.given, turn.model);
            assert_eq!(turn.given, participant.get(turn.question));
            let path = evaluate(lesson.proven, participant).path;
            let before = path.iter().map(|(at, _)| *at).take_while(|at| *at != turn.question);
            let mut answers = lesson.model.clone();
            for at in before {
                answers.set(at, participant.get(at).unwrap());
            }
            // A question more than the model has is answered by the participant.
            while let Some(open) = evaluate(lesson.proven, &answers).asks() {
                let Some(given) = participant.get(open).filter(|_| !lesson.is_right(&answers)) else { break };
                answers.set(open, given);
            }
            let id = &guide.questions.get(turn.question).id;
            assert!(lesson.is_right(&answers), "{} answered as {}: {id}", lesson.id, other.id);
        }
    }
    assert!(turns > 500, "{turns}");
}

#[test]
fn of_two_wrong_turns_the_first_counts() {
    let lesson = Lesson::named("baby-met-letsel-en-structureel");
    let twice: [(&str, &[&str]); 2] = [("onveiligheid", &["geen"]), ("vermoeden", &["nee"])];
    let words = |a: &str, b: &str, c: &str| Some((a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(lesson.told(&twice), words("vermoeden", "nee", "ja"));
}

/// Ways that come to a question more than the model's, and still come out right: answers, and that question.
fn detours(lesson: &Lesson) -> Vec<(Answers, Ref<Question>)> {
    let guide = lesson.proven.guide();
    let mut detours = Vec::new();
    for (_, answers) in one_otherwise(lesson) {
        let Some(open) = evaluate(lesson.proven, &answers).asks() else { continue };
        if lesson.model.get(open).is_some() {
            continue;
        }
        let question = guide.questions.get(open);
        for given in every_answer(question.kind, question).into_iter().flatten() {
            let mut further = answers.clone();
            further.set(open, given);
            if lesson.is_right(&further) {
                detours.push((further, open));
            }
        }
    }
    detours
}

#[test]
fn a_question_more_is_no_mistake_when_its_own_answer_leads_back() {
    let mut turns = 0;
    for lesson in LESSONS.iter() {
        let guide = lesson.proven.guide();
        for (answers, open) in detours(lesson) {
            assert_eq!(lesson.turn(&answers), None);
            for (at, question) in guide.questions.iter().filter(|(at, _)| *at > open) {
                for given in every_answer(question.kind, question).into_iter().flatten() {
                    let mut wrong = answers.clone();
                    wrong.set(at, given);
                    let expected = (!lesson.is_right(&wrong)).then_some(at);
                    assert_eq!(lesson.turn(&wrong).map(|turn| turn.question), expected, "{}", lesson.id);
                    turns += usize::from(expected.is_some());
                }
            }
        }
    }
    assert!(turns > 100, "{turns}");
}

#[test]
fn whoever_stopped_has_the_turn_at_the_question_that_was_left_open() {
    let lesson = Lesson::named("baby-met-letsel-en-structureel");
    let stopped: [(&str, &[&str]); 2] = [("vermoeden", &[]), ("onveiligheid", &[])];
    let words = |a: &str, b: &str, c: &str| Some((a.to_owned(), b.to_owned(), c.to_owned()));
    assert_eq!(lesson.told(&stopped), words("vermoeden", "", "ja"));
}
