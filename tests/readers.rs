//! Two readers, one meaning: what the quick reader takes, the patient one takes alike; and nothing makes either fall over.
//!
//! More lines than in every run: `MELDCODE_LINES=10000000 cargo test --release --test readers`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a failed expectation is what a test is for; and how many lines there are is said from outside"
)]
#![expect(clippy::cast_possible_truncation, reason = "numbers that are drawn at random")]

mod book;
#[path = "support/lines.rs"]
mod lines;
#[expect(dead_code, reason = "only its guides are used here")]
#[path = "support/mod.rs"]
mod support;

use jiff::civil::{Date, date};
use meldcode::batch::lookup::Lookup;
use meldcode::batch::quick::{self, Habit, Heading};
use meldcode::case::answer_file::read_line;
use meldcode::case::fit::fit;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Answers;
use meldcode::engine::proven::Proven;
use meldcode::ui::lang::Lang;

use book::exercises;
use lines::{Draw, good, spoiled};
use support::{proven, proven_on};

/// What a line says, read to the end.
#[derive(Debug, PartialEq)]
struct Said {
    profession: Option<String>,
    date: Option<Date>,
    id: Option<String>,
    answers: Answers,
}

struct Readers {
    library: Library,
    habit: Habit,
    buffer: Answers,
}

impl Readers {
    fn new() -> Self {
        let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
        Self { library, habit: Habit::default(), buffer: Answers::default() }
    }

    fn quick(&mut self, proven: &Proven, lookup: &Lookup, line: &str) -> Option<Said> {
        let heading = quick::read(line, &mut self.habit, &mut self.buffer, |_| Some(lookup))?;
        let Heading { profession, date, id } = heading;
        let date = match date {
            Some(text) => Some(quick::Days::default().day(text)?),
            None => None,
        };
        assert_eq!(proven.guide().questions.len(), lookup.len());
        let answers = self.buffer.clone();
        Some(Said { profession: profession.map(str::to_owned), date, id: id.map(str::to_owned), answers })
    }

    fn patient(&self, proven: &Proven, line: &str) -> Option<Said> {
        let written = read_line("-", line, 0..line.len(), Lang::Nl).ok()?;
        let vocabulary = &self.library.vocabulary.raw;
        let fitted = fit("-", &written, proven.guide(), vocabulary, Lang::Nl).ok()?;
        // Words of another norm and a key are for the patient reader alone.
        let plain =
            fitted.not_in_this_norm.is_empty() && written.expect.is_empty() && written.record.is_empty();
        let (profession, date) =
            (written.profession.map(|(name, _)| name), written.date.map(|(date, _)| date));
        plain.then_some(Said { profession, date, id: written.id, answers: fitted.answers })
    }
}

fn guides() -> Vec<(&'static Proven, Lookup)> {
    let mut all = vec![
        proven("leraar"),
        proven("huisarts"),
        proven("algemeen"),
        proven("jeugdhulpverlener"),
        proven_on("huisarts", date(2018, 6, 1)),
    ];
    all.dedup_by(|one, other| std::ptr::eq(*one, *other));
    all.into_iter().map(|proven| (proven, Lookup::of(proven.guide()))).collect()
}

fn many() -> u64 {
    std::env::var("MELDCODE_LINES").ok().and_then(|many| many.parse().ok()).unwrap_or(20_000)
}

#[test]
fn every_line_as_people_write_it_is_read_quickly_and_says_the_same() {
    let (guides, mut readers) = (guides(), Readers::new());
    for seed in 0..many() {
        let mut draw = Draw(seed);
        let (proven, lookup) = &guides[draw.below(guides.len())];
        let line = good(&mut draw, proven.guide(), "");
        let quick = readers.quick(proven, lookup, &line);
        assert!(quick.is_some(), "not read: {line}");
        assert_eq!(quick, readers.patient(proven, &line), "{line}");
    }
}

#[test]
fn what_the_quick_reader_takes_of_spoiled_lines_the_patient_one_takes_alike() {
    let (guides, mut readers) = (guides(), Readers::new());
    let mut taken = 0u64;
    for seed in 0..many() {
        let mut draw = Draw(seed.wrapping_mul(31).wrapping_add(7));
        let (proven, lookup) = &guides[draw.below(guides.len())];
        let line = good(&mut draw, proven.guide(), "");
        let bytes = spoiled(&mut draw, &line);
        let Ok(line) = std::str::from_utf8(&bytes) else { continue };
        let patient = readers.patient(proven, line);
        if let Some(quick) = readers.quick(proven, lookup, line) {
            taken += 1;
            assert_eq!(Some(quick), patient, "{line}");
        }
    }
    assert!(taken > many() / 100, "next to nothing was still an answer set: {taken}");
}

#[test]
fn every_exercise_says_the_same_to_both() {
    let mut readers = Readers::new();
    let mut read = 0;
    for exercise in exercises() {
        let day = exercise.all.get("date").map_or("2026-11-22".to_owned(), ToString::to_string);
        let profession = exercise.text("profession");
        let proven = proven_on(profession, day.parse().unwrap());
        let lookup = Lookup::of(proven.guide());
        let answers = serde_json::to_string(&plain(exercise.all["answers"].clone())).unwrap();
        let line = format!(
            "{{\"schema\":1,\"profession\":\"{profession}\",\"date\":\"{day}\",\"answers\":{answers}}}"
        );
        let (quick, patient) = (readers.quick(proven, &lookup, &line), readers.patient(proven, &line));
        assert_eq!(quick, patient, "{}", exercise.path.display());
        read += usize::from(quick.is_some());
    }
    assert!(read > 300, "{read}");
}

/// Days as JSON has them: text.
fn plain(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
        other => other,
    }
}
