//! What is wrong with an exercise that could be read, and what a full one has besides.
//!
//! Knows the rules of a good exercise. A problem is something that would teach what is not so; a note is advice to
//! whoever writes, and changes no exit code. Refuses to judge the story: that takes a person of the profession.

use std::ops::Range;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::evaluate;
use crate::engine::proven::Proven;
use crate::model::problem::{Code, Problem, in_order};
use crate::model::question::{Kind, Question};
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::{answers, evaluate as telling, training as say};

use super::judge::{Difference, Verdict, judge, verdict};
use super::phases::{Exercise, Feedback, Phase};
use super::template::is_blank;
use super::written::Said;

/// So many sentences tell a situation.
const SENTENCES: std::ops::RangeInclusive<usize> = 2..=6;
/// How somebody asks for a name.
const ASKS_A_NAME: [&str; 9] = [
    "hoe heet",
    "wat is de naam",
    "wat is uw naam",
    "schrijf de naam",
    "vul de naam",
    "noem de naam",
    "what is the name",
    "write the name",
    "fill in the name",
];

/// What is found in one exercise.
#[derive(Debug, Default)]
pub struct Findings {
    /// What has to be mended.
    pub problems: Vec<Problem>,
    /// What would make it a full exercise, each with its place.
    pub notes: Vec<(Range<usize>, String)>,
    /// What a full exercise has and this one has not.
    pub not_full: Option<String>,
}

/// Looks at an exercise with the guide of each of its phases.
#[must_use]
pub fn lint(file: &str, exercise: &Exercise, guides: &[&Proven], lang: Lang) -> Findings {
    let mut linting = Linting { file, lang, found: Findings::default() };
    linting.head(exercise);
    for (phase, proven) in exercise.phases.iter().zip(guides) {
        linting.phase(phase, proven);
    }
    linting.found.problems = in_order(linting.found.problems);
    linting.found
}

struct Linting<'a> {
    file: &'a str,
    lang: Lang,
    found: Findings,
}

impl Linting<'_> {
    fn bad(&mut self, place: &Range<usize>, says: String, help: String) {
        let problem = Problem::at(Code::BadExercise, self.file, Some(place.clone()), says);
        self.found.problems.push(problem.help(help));
    }

    fn note(&mut self, place: &Range<usize>, says: String) {
        self.found.notes.push((place.clone(), says));
    }

    fn head(&mut self, exercise: &Exercise) {
        let head = &exercise.head;
        self.text("goal", &head.goal);
        let whole = [("title", Some(&head.title)), ("source", head.source.as_ref())];
        for (key, _) in whole.iter().filter(|(_, text)| text.is_some_and(|text| is_blank(text))) {
            let problem = Problem::at(Code::BadExercise, self.file, None, say::blank(self.lang, key));
            self.found.problems.push(problem.help(say::BLANK_HELP.to(self.lang)));
        }
        if head.goal.text.contains('\n') {
            self.bad(
                &head.goal.place,
                say::GOAL.to(self.lang).to_owned(),
                say::GOAL_HELP.to(self.lang).to_owned(),
            );
        }
        let feedback = exercise.phases.iter().any(|phase| !phase.feedback.is_empty());
        let full = [
            ("date", head.date.is_some()),
            ("difficulty", head.difficulty.is_some()),
            ("source", head.source.is_some()),
            ("feedback", feedback),
        ];
        let missing: Vec<&str> = full.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
        if !missing.is_empty() {
            self.found.not_full = Some(say::not_full(self.lang, &missing));
        }
    }

    /// A text that was filled in, and that asks for nobody's name.
    fn text(&mut self, key: &str, said: &Said) -> bool {
        if is_blank(&said.text) {
            let help = say::BLANK_HELP.to(self.lang).to_owned();
            self.bad(&said.place, say::blank(self.lang, key), help);
            return false;
        }
        let text = said.text.to_lowercase();
        if ASKS_A_NAME.iter().any(|words| text.contains(words)) {
            let help = say::NAMES_HELP.to(self.lang).to_owned();
            self.bad(&said.place, say::NAMES.to(self.lang).to_owned(), help);
        }
        true
    }

    fn phase(&mut self, phase: &Phase, proven: &Proven) {
        if self.text("vignette", &phase.vignette) {
            let count = sentences(&phase.vignette.text);
            if !SENTENCES.contains(&count) {
                let help = say::SENTENCES_HELP.to(self.lang).to_owned();
                self.bad(&phase.vignette.place, say::sentences(self.lang, count), help);
            }
        }
        if !phase.not_in_this_norm.is_empty() {
            self.note(&phase.key, say::not_in_this_norm(self.lang, &phase.not_in_this_norm));
        }
        self.outcomes(phase, proven);
        self.feedback(phase, proven);
    }

    /// The model comes out as the key; what is right too is something else, and what is never right is not the key.
    fn outcomes(&mut self, phase: &Phase, proven: &Proven) {
        let lang = self.lang;
        let evaluation = evaluate(proven, &phase.answers);
        let differences = judge(&phase.expectation.key, &evaluation, &phase.answers);
        if !differences.is_empty() {
            let help = differences.iter().map(|one| difference(one, lang)).collect::<Vec<_>>().join("; ");
            self.bad(&phase.key, say::KEY_NOT_MET.to(lang).to_owned(), help);
        }
        let is_the_model = |words: &[_]| judge(words, &evaluation, &phase.answers).is_empty();
        for never in &phase.expectation.never {
            self.why(&never.place, &never.why);
            if is_the_model(&never.words) {
                let help = say::NEVER_HELP.to(lang).to_owned();
                self.bad(&never.place, say::NEVER_IS_KEY.to(lang).to_owned(), help);
            }
        }
        for acceptable in &phase.expectation.acceptable {
            self.why(&acceptable.place, &acceptable.why);
            let help = || say::ACCEPTABLE_HELP.to(lang).to_owned();
            if is_the_model(&acceptable.words) {
                self.bad(&acceptable.place, say::ACCEPTABLE_IS_KEY.to(lang).to_owned(), help());
            }
            if phase.expectation.never.iter().any(|never| never.words == acceptable.words) {
                self.bad(&acceptable.place, say::ACCEPTABLE_IS_NEVER.to(lang).to_owned(), help());
            }
        }
    }

    fn why(&mut self, place: &Range<usize>, why: &str) {
        self.text("why", &Said { text: why.to_owned(), place: place.clone() });
    }

    fn feedback(&mut self, phase: &Phase, proven: &Proven) {
        let guide = proven.guide();
        let evaluation = evaluate(proven, &phase.answers);
        let comes_out = |at: Ref<Question>, choice: usize| {
            let answers = with(guide.questions.get(at), at, choice, &phase.answers);
            verdict(&phase.expectation, &evaluate(proven, &answers), &answers).verdict
        };
        let of_model = |said: &Feedback| {
            let given = phase.answers.get(said.question).into_iter().flat_map(Given::choices);
            given.into_iter().any(|choice| choice == said.choice)
        };
        for (index, said) in phase.feedback.iter().enumerate() {
            self.text("says", &Said { text: said.says.clone(), place: said.place.clone() });
            let question = guide.questions.get(said.question);
            let choice = question.choices.get(said.choice).map_or("", |choice| choice.id.as_str());
            let same = |other: &Feedback| (other.question, other.choice) == (said.question, said.choice);
            if phase.feedback.iter().take(index).any(same) {
                let help = answers::ONCE.to(self.lang).to_owned();
                let what = format!("{} = {choice}", question.id);
                self.bad(&said.place, answers::twice(self.lang, &what), help);
            } else if !of_model(said) && comes_out(said.question, said.choice) == Verdict::AsTheKey {
                self.note(&said.place, say::leads_to_key(self.lang, question.id.as_str(), choice));
            }
        }
        if phase.feedback.is_empty() {
            return;
        }
        // A choice that comes out as it never may, by itself, is the one that somebody has to hear about.
        let heard = |at, choice| phase.feedback.iter().any(|one| (one.question, one.choice) == (at, choice));
        let mut unheard = Vec::new();
        for (at, _) in &evaluation.path {
            let question = guide.questions.get(*at);
            for (index, choice) in question.choices.iter().enumerate() {
                if comes_out(*at, index) == Verdict::Never && !heard(*at, index) {
                    unheard.push(format!("{} = {}", question.id, choice.id));
                }
            }
        }
        if !unheard.is_empty() {
            self.note(&phase.key, say::unheard(self.lang, &unheard));
        }
    }
}

/// The model's answers with one choice in place of its own; of many choices, with this one among them.
fn with(question: &Question, at: Ref<Question>, choice: usize, model: &Answers) -> Answers {
    let mut answers = model.clone();
    let alone = |index: usize| question.choices.get(index).is_some_and(|choice| choice.alone);
    let given = match question.kind {
        Kind::One | Kind::Date => Given::One(choice),
        Kind::Many if alone(choice) => Given::many([choice]),
        Kind::Many => {
            let others = model.get(at).into_iter().flat_map(Given::choices).filter(|index| !alone(*index));
            Given::many(others.chain([choice]))
        }
    };
    answers.set(at, given);
    answers
}

/// One difference, as `evaluate` tells it.
fn difference(one: &Difference, lang: Lang) -> String {
    let found =
        if one.found.is_null() { telling::NOTHING.to(lang).to_owned() } else { one.found.to_string() };
    telling::difference(lang, one.what, &one.expected.to_string(), &found)
}

/// How many sentences a text has: a full stop, a question mark or an exclamation mark before a space or the end.
fn sentences(text: &str) -> usize {
    let ends = |next: Option<char>| next.is_none_or(|c| c.is_whitespace() || "\"'”’)".contains(c));
    let chars: Vec<char> = text.chars().collect();
    let mut count = 0;
    for (at, c) in chars.iter().enumerate() {
        if ".?!".contains(*c) && ends(chars.get(at + 1).copied()) {
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_number_an_abbreviation_and_a_quotation_are_no_ends_of_their_own() {
        assert_eq!(sentences("Om 12.30 uur kwam zij. \"Het was niets.\" Waarom?"), 3);
        assert_eq!(sentences("geen einde"), 0);
    }
}
