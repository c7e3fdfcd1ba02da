//! A graded class as rows, lines and suites, for spreadsheets, programs and build servers.
//!
//! Knows columns. Their words are those of files, in every language the same.

use crate::batch::cells::row;
use crate::batch::junit::{Came, Case, suites as written};
use crate::exercise::class::{Class, Graded, Label, Wrong};
use crate::report::class::graded;
use crate::ui::lang::Lang;
use crate::ui::layout::clean_line;
use crate::ui::messages::{class as say, evaluate};

use super::sets::Unusable;

/// The columns of a row.
const COLUMNS: [&str; 12] = [
    "exercise",
    "phase",
    "participant",
    "verdict",
    "outlook",
    "report",
    "help",
    "question",
    "given",
    "model",
    "differs",
    "file",
];

/// A line of JSON for each participant and phase.
pub(super) fn lines(class: &Class) -> String {
    let rounds = class.rounds.iter();
    rounds.flat_map(|round| round.graded.iter().map(move |one| format!("{}\n", graded(round, one)))).collect()
}

/// A row of CSV for each participant and phase.
pub(super) fn rows(class: &Class) -> String {
    let mut text = row(COLUMNS);
    for round in &class.rounds {
        for one in &round.graded {
            let phase = round.situation.phase.to_string();
            let wrong = one.wrong.as_ref();
            let differs: Vec<&str> = one.judged.differences.iter().map(|one| one.what).collect();
            text.push_str(&row([
                round.situation.exercise.as_str(),
                &phase,
                &one.participant,
                one.judged.verdict.word(),
                one.outlook,
                one.decided.report.word(),
                one.decided.help.word(),
                wrong.map_or("", |wrong| &wrong.question.id),
                &wrong.map(|wrong| words(&wrong.given)).unwrap_or_default(),
                &wrong.map(|wrong| words(&wrong.model)).unwrap_or_default(),
                &differs.join(" "),
                &place(one),
            ]));
        }
    }
    text
}

/// A suite for each exercise, a case for each participant and phase; what cannot be graded is a suite of its own.
pub(super) fn suites(class: &Class, unusable: &[Unusable], lang: Lang) -> String {
    let mut suites: Vec<(String, Vec<Case>)> = Vec::new();
    for round in &class.rounds {
        let exercise = &round.situation.exercise;
        let cases = round.graded.iter().map(|one| {
            let name = format!("{} {}", one.participant, round.situation.phase);
            let came = if one.judged.verdict.is_right() { Came::Same } else { Came::Different };
            Case::new(exercise, &name, came, &told(one, lang))
        });
        match suites.last_mut().filter(|(name, _)| name == exercise) {
            Some((_, known)) => known.extend(cases),
            None => suites.push((exercise.clone(), cases.collect())),
        }
    }
    if !unusable.is_empty() {
        let says =
            |set: &Unusable| set.problems.iter().map(|problem| problem.says.clone()).collect::<Vec<_>>();
        let cases = unusable.iter().map(|set| Case::new("meldcode", &set.place, Came::Unusable, &says(set)));
        suites.push(("meldcode".to_owned(), cases.collect()));
    }
    written(&suites)
}

/// The first wrong turn in a line, and below it everything that differs.
fn told(one: &Graded, lang: Lang) -> Vec<String> {
    let turn = |Wrong { question, given, model, .. }: &Wrong| {
        say::turned(lang, &question.id, &words(given), &words(model))
    };
    let differs =
        one.judged.differences.iter().map(|one| {
            evaluate::difference(lang, one.what, &one.expected.to_string(), &one.found.to_string())
        });
    one.wrong.iter().map(turn).chain(one.judged.why.clone()).chain(differs).collect()
}

fn words(labels: &[Label]) -> String {
    labels.iter().map(|label| label.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn place(one: &Graded) -> String {
    let file = clean_line(&one.file);
    one.line.map_or_else(|| file.clone(), |line| format!("{file}:{line}"))
}
