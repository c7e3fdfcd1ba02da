//! The engine and a naive second evaluator, set side by side on whole ranges of answers.
//!
//! Knows how to lay the two results beside each other. Refuses to decide who is right: it fails and shows the answers.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/random.rs"]
mod random;
#[path = "reference/mod.rs"]
mod reference;
#[path = "support/mod.rs"]
mod support;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use folder::copy;
use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Given;
use meldcode::engine::evaluate::{Evaluation, evaluate};
use meldcode::engine::outlook::{Because, Outlook};
use meldcode::engine::proven::Proven;
use meldcode::model::advice::{Help, Report};
use meldcode::model::property::OutlookWord;
use meldcode::model::question::{Kind, Question};
use meldcode::model::register::{Keyed, Ref, Register, Set};
use meldcode::model::urgency::Urgency;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use random::{any_answers, as_toml};
use reference::{Documents, Outcome};
use support::{Said, answers, proven, proven_on};

/// The guide of a profession in a directory of content.
fn proven_in(root: &Path, profession: &str) -> Proven {
    let (store, problems) = Store::directory(root).unwrap();
    let library = Library::read(&store, problems).unwrap();
    prove(&library, profession, date(2026, 11, 22)).unwrap()
}

fn names<T: Keyed>(register: &Register<T>, set: Set<T>) -> BTreeSet<String> {
    set.iter().map(|at| register.get(at).id().to_string()).collect()
}

fn owned(words: &BTreeSet<&str>) -> BTreeSet<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode")
}

/// The engine's result in the words of the reference.
fn outcome(result: &Evaluation<'_>) -> Outcome {
    let guide = result.guide;
    let id = |at| guide.questions.get(at).id.to_string();
    let outlook = result.outlook();
    let advice = outlook.advice(guide);
    Outcome {
        outlook: match outlook.word() {
            OutlookWord::Emergency => "emergency",
            OutlookWord::Leave => "leave",
            OutlookWord::Ask => "ask",
            OutlookWord::NotYet => "not-yet",
            OutlookWord::Advise => "advise",
        }
        .to_owned(),
        row: outlook.row().map(|row| guide.rows.get(row).id.to_string()),
        report: advice.map(|advice| {
            let word = match advice.report {
                Report::No => "no",
                Report::Made => "made",
                Report::Undecided => "undecided",
                Report::Yes => "yes",
                Report::Again => "again",
            };
            word.to_owned()
        }),
        help: advice.map(|advice| {
            let word = match advice.help {
                Help::None => "none",
                Help::Undecided => "undecided",
                Help::Own => "own",
                Help::WithVeiligThuis => "with-veilig-thuis",
            };
            word.to_owned()
        }),
        held_by: names(&guide.duties, result.concluded.holds),
        because: match outlook {
            Outlook::NotYet(not_yet) => Some(match not_yet.because {
                Because::Duty(duty) => format!("duty {}", guide.duties.get(duty).id),
                Because::Doubt((at, choice)) => {
                    format!("doubt {} {}", id(at), guide.questions.get(at).choices[choice].id)
                }
                Because::Row => "row".to_owned(),
            }),
            _ => None,
        },
        leads_to: match outlook {
            Outlook::Ask(at) => Some(id(*at)),
            Outlook::Leave(door) => Some(guide.doors.get(*door).id.to_string()),
            Outlook::Advise { next: Some(next), .. } => Some(id(next.question)),
            _ => None,
        },
        unused: result.unused.iter().map(|at| id(*at)).collect(),
        notices: result.notices.iter().map(|notice| notice.id.to_string()).collect(),
        urgency: match result.urgency() {
            Urgency::AsAgreed => "as-agreed",
            Urgency::Today => "today",
            Urgency::Now => "now",
        }
        .to_owned(),
        actions: result.actions.iter().map(|at| guide.actions.get(*at).id.to_string()).collect(),
    }
}

/// Which questions and choices were compared, when both say the same; otherwise both, with the answers.
fn compare(documents: &Documents, proven: &Proven, said: &Said) -> Result<BTreeSet<String>, String> {
    let guide = proven.guide();
    let result = evaluate(proven, &answers(guide, said));
    let expected = documents.evaluate(said);
    let (state, found) = (&result.concluded, outcome(&result));
    let (open, done) = (names(&guide.duties, state.open), names(&guide.duties, state.done));
    let findings = names(&guide.findings, state.state.records);
    let facts = owned(&expected.findings) == findings;
    let duties = owned(&expected.open) == open && owned(&expected.done) == done;
    let doubt = |(at, choice): &(Ref<Question>, usize)| {
        let question = guide.questions.get(*at);
        format!("{} {}", question.id, question.choices[*choice].id)
    };
    let doubts: Vec<String> = result.doubts.iter().map(doubt).collect();
    let same = duties && expected.doubts == doubts && expected.possible.contains(&found);
    if facts && same {
        let used = |(at, given): &(Ref<Question>, Given)| {
            let question = guide.questions.get(*at);
            let choices: Vec<usize> = given.choices().collect();
            choices.into_iter().map(move |choice| format!("{} {}", question.id, question.choices[choice].id))
        };
        return Ok(result.path.iter().flat_map(used).collect());
    }
    let engine =
        format!("{found:#?}\nfindings {findings:?}\nopen {open:?}\ndone {done:?}\ndoubts {doubts:?}");
    Err(format!("{}\nengine: {engine}\nreference: {expected:#?}", as_toml(said)))
}

/// What is offered at the questions that a sweep narrows. At any other, every choice or every reduced set.
type Narrowed<'a> = &'a [(&'a str, &'a [&'a [&'a str]])];

/// Every walk, each compared at every question on the way. Returns how many results were compared.
fn sweep(documents: &Documents, proven: &Proven, narrowed: Narrowed<'_>, said: &mut Said) -> usize {
    if let Err(why) = compare(documents, proven, said) {
        panic!("{why}");
    }
    let guide = proven.guide();
    let asked =
        evaluate(proven, &answers(guide, said)).asks().map(|at| guide.questions.get(at).id.to_string());
    let later = || documents.evaluate(said).later.first().map(|&id| id.to_owned());
    let Some(id) = asked.or_else(later).filter(|id| !said.contains_key(id)) else { return 1 };
    let sets = match narrowed.iter().find(|(question, _)| *question == id) {
        Some((_, sets)) => sets.iter().map(|set| set.iter().map(|&id| id.to_owned()).collect()).collect(),
        None => reduced(guide.questions.get(guide.questions.find(&id).unwrap())),
    };
    let mut compared = 1;
    for set in sets {
        said.insert(id.clone(), set);
        compared += sweep(documents, proven, narrowed, said);
    }
    said.remove(&id);
    compared
}

/// Each choice; of a many-choice question also each pair, each three in a row, and all of them.
fn reduced(question: &Question) -> Vec<Vec<String>> {
    let ids: Vec<String> = question.choices.iter().map(|choice| choice.id.to_string()).collect();
    let mut sets: Vec<Vec<String>> = ids.iter().map(|id| vec![id.clone()]).collect();
    if question.kind == Kind::Many {
        let alone =
            |id: &&String| question.choices.iter().any(|choice| choice.alone && choice.id.as_str() == *id);
        let ids: Vec<String> = ids.iter().filter(|id| !alone(id)).cloned().collect();
        for (at, one) in ids.iter().enumerate() {
            sets.extend(ids.iter().skip(at + 1).map(|other| vec![one.clone(), other.clone()]));
        }
        sets.extend(ids.windows(3).map(<[String]>::to_vec));
        sets.push(ids);
    }
    sets
}

fn sweeps(narrowed: Narrowed<'_>, at_least: usize) {
    let (documents, proven) = (Documents::of(&content(), "algemeen", "2026-11-22"), proven("algemeen"));
    let compared = sweep(&documents, proven, narrowed, &mut Said::new());
    assert!(compared >= at_least, "only {compared} results were compared");
}

const SAFE_NOW: (&str, &[&[&str]]) = ("gevaar-nu", &[&["nee"]]);
const AT_HOME: (&str, &[&[&str]]) = ("waar", &[&["thuis"]]);

#[test]
fn the_engine_agrees_with_the_plain_reading_on_every_one_choice_answer() {
    let narrowed: Narrowed<'_> = &[
        ("waar", &[&["thuis"], &["medewerker"], &["onder-elkaar"], &["instantie-vraagt"], &["geen-verband"]]),
        ("speelt", &[&["geen-van-deze"], &["vertelde-zelf"], &["letsel-onverklaard", "weet-niet"]]),
        ("hoe-weet-u-het", &[&["zelf-gezien"], &["van-ander"]]),
        (
            "gedaan",
            &[&["niets"], &["collega", "advies-veilig-thuis", "ouders-gesproken", "betrokkene-gesproken"]],
        ),
    ];
    sweeps(narrowed, 30_000);
}

#[test]
fn the_engine_agrees_with_the_plain_reading_on_everything_that_is_at_play() {
    let narrowed: Narrowed<'_> = &[
        SAFE_NOW,
        AT_HOME,
        ("wie", &[&["kind-tot-12"], &["kind-16-17"], &["ongeboren"], &["volwassene"]]),
        ("hoe-weet-u-het", &[&["ouder-over-ander"]]),
        ("gedaan", &[&["niets"], &["ouders-gesproken", "betrokkene-gesproken"]]),
        ("geen-gesprek", &[&["nog-niet"], &["niet-veilig"]]),
        ("gemeld", &[]),
        ("resultaat", &[]),
    ];
    sweeps(narrowed, 13_000);
}

#[test]
fn the_engine_agrees_with_the_plain_reading_on_everything_that_was_done() {
    let narrowed: Narrowed<'_> = &[
        ("gevaar-nu", &[&["nee"], &["weet-niet"]]),
        ("waar", &[&["thuis-en-hier"]]),
        ("wie", &[&["kind-12-15"], &["zorgafhankelijk"]]),
        ("speelt", &[&["geen-van-deze"], &["eer-dwang-achterlating-vgv"]]),
        ("geen-gesprek", &[&["vaker-geprobeerd"]]),
        ("hoe-weet-u-het", &[&["zelf-gezien"], &["van-ander"], &["van-slachtoffer"]]),
        ("hulp", &[&["ja"], &["twijfel"]]),
        ("gemeld", &[]),
        ("resultaat", &[]),
    ];
    sweeps(narrowed, 20_000);
}

#[test]
fn the_engine_agrees_with_the_plain_reading_on_every_flow_and_on_what_is_known_already() {
    let narrowed: Narrowed<'_> = &[
        SAFE_NOW,
        ("waar", &[&["thuis"], &["als-adviseur"], &["al-gemeld"]]),
        ("speelt", &[&["geen-van-deze"], &["eigen-belang"]]),
        ("hoe-weet-u-het", &[&["zelf-gezien"], &["van-ander", "lang-geleden"]]),
        (
            "gedaan",
            &[
                &["niets"],
                &["kindcheck", "mantelzorgcheck"],
                &["kindcheck", "mantelzorgcheck", "collega", "betrokkene-gesproken", "ouders-gesproken"],
                &["nu-nog-nagegaan", "vertegenwoordiger-gehoord", "overgenomen", "toestemming-gevraagd"],
            ],
        ),
        ("geen-gesprek", &[&["nog-niet"], &["niet-veilig"]]),
    ];
    sweeps(narrowed, 30_000);
}

#[test]
fn the_engine_agrees_with_the_plain_reading_wherever_a_small_flow_hangs_beside_a_theme() {
    let faults = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    for place in ["gevaar-nu", "waar", "gedaan", "at-the-end"] {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reference").join(place);
        copy(&faults.join("base"), &root);
        copy(&faults.join("base-with-flow-and-theme"), &root);
        if place != "at-the-end" {
            let slot = format!("[[slot]]\nid = \"start\"\nbefore = \"{place}\"\n");
            change(&root.join("steps/kort/2019-01-01.toml"), |steps| steps + &slot);
            let hang = |flow: String| flow.replace("slot = \"before-decision\"", "slot = \"start\"");
            change(&root.join("flows/kindcheck/2019-01-01.toml"), hang);
        }
        let (documents, proven) =
            (Documents::of(&root, "voorbeeld", "2026-11-22"), proven_in(&root, "voorbeeld"));
        assert!(!proven.guide().themes.is_empty());
        let compared = sweep(&documents, &proven, &[], &mut Said::new());
        assert!(compared >= 60, "only {compared} results were compared");
    }
}

fn change(file: &Path, how: impl Fn(String) -> String) {
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, how(text)).unwrap();
}

/// A guide of every weighing document, and one with a measure.
const GUIDES: [(&str, &str); 7] = [
    ("algemeen", "2026-11-22"),
    ("leraar", "2026-11-22"),
    ("huisarts", "2026-11-22"),
    ("maatschappelijk-werker", "2026-11-22"),
    ("wijkteammedewerker", "2026-11-22"),
    ("leraar", "2018-06-01"),
    ("apotheker", "2020-05-30"),
];

#[test]
fn the_engine_agrees_with_the_plain_reading_for_any_answers_and_so_on_every_choice() {
    // Drawn by a fixed order: what is met once is met every time.
    let compared = RefCell::new(BTreeSet::new());
    let mut every = BTreeSet::new();
    for (profession, day) in GUIDES {
        let proven = proven_on(profession, day.parse().unwrap());
        let documents = Documents::of(&content(), profession, day);
        let of = |question: &Question| {
            let choices = question.choices.iter().map(|choice| format!("{} {}", question.id, choice.id));
            choices.collect::<Vec<_>>()
        };
        every.extend(proven.guide().questions.iter().flat_map(|(_, question)| of(question)));
        let config = Config { cases: 10_000, failure_persistence: None, ..Config::default() };
        let order = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let run = TestRunner::new_with_rng(config, order).run(&any_answers(proven.guide()), |said| {
            let on_the_way = compare(&documents, proven, &said).map_err(TestCaseError::fail)?;
            compared.borrow_mut().extend(on_the_way);
            Ok(())
        });
        if let Err(TestError::Fail(why, _) | TestError::Abort(why)) = run {
            panic!("{why}");
        }
    }
    let missed: Vec<String> =
        every.into_iter().filter(|choice| !compared.borrow().contains(choice)).collect();
    assert!(missed.is_empty(), "never on the way: {missed:?}");
}
