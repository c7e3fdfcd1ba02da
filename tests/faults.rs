//! Mistakes in content, explained: every directory under `tests/faults/` is a sound one with a fault in it.
//!
//! Knows the whole output for each. Refuses to know how a fault is found: it asks the real program.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files has failed")]

#[path = "support/folder.rs"]
mod folder;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use folder::copy;
use meldcode::model::problem::Code;
use snapbox::{Assert, Data, assert_data_eq};

/// Codes that no content can raise: why, and where they are tested instead.
const NOT_OF_CONTENT: &[(Code, &str)] = &[
    (
        Code::BadAnswer,
        "only an answer file has answers; `an_answer_that_does_not_fit_is_not_a_fault_of_content` tests it below",
    ),
    (
        Code::BadExercise,
        "only an exercise teaches; `an_exercise_that_teaches_what_is_not_so_is_not_a_fault_of_content` tests it below",
    ),
    (
        Code::Torn,
        "only a case or a receipt has a digest; `a_torn_case_is_not_a_fault_of_content` tests it below",
    ),
];

/// Codes that only `lint` raises: they are about a release or a translation, and keep nobody from using the content.
const OF_LINT_ALONE: [Code; 3] = [Code::Untranslated, Code::Orphan, Code::Unlocked];

fn here(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults").join(below)
}

/// The name of every faulty directory.
fn faults() -> Vec<String> {
    let entries = fs::read_dir(here("")).unwrap().map(|entry| entry.unwrap().path());
    let folders = entries.filter(|path| path.is_dir());
    let names = folders.map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|name| !name.starts_with("base")).collect();
    names.sort();
    names
}

/// `base` with the files of a fault laid over it, and without those that `without.txt` names.
/// Every test has a folder of its own: tests run side by side.
fn lay_out(test: &str, name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults").join(test).join(name);
    if target.exists() {
        fs::remove_dir_all(&target).unwrap();
    }
    copy(&here("base"), &target);
    copy(&here(name), &target);
    for gone in fs::read_to_string(here(name).join("without.txt")).unwrap_or_default().lines() {
        fs::remove_file(target.join(gone)).unwrap();
    }
    target
}

fn meldcode(arguments: &[&str]) -> Output {
    meldcode_in(Path::new("."), arguments)
}

fn meldcode_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meldcode"));
    command.env("MELDCODE_LANG", "en").env_remove("MELDCODE_CONTENT");
    command.current_dir(folder).args(arguments).output().unwrap()
}

fn lint(directory: &Path) -> Output {
    meldcode(&["lint", directory.to_str().unwrap()])
}

fn check(directory: &Path) -> Output {
    check_in("en", directory)
}

fn check_in(lang: &str, directory: &Path) -> Output {
    let (directory, answers) = (directory.to_str().unwrap(), here("answers.toml"));
    meldcode(&["--lang", lang, "check", "--content", directory, "--answers", answers.to_str().unwrap()])
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The problems of an output, without the line that closes it.
fn without_last_line(output: &str) -> &str {
    output.trim_end().rsplit_once('\n').map_or("", |(problems, _)| problems.trim_end())
}

/// The codes that an output names.
fn codes(output: &str) -> BTreeSet<&str> {
    output.lines().filter_map(|line| line.strip_prefix("error[")?.split(']').next()).collect()
}

/// The code that a directory is about: the longest that its name begins with.
fn code_of(name: &str) -> Option<Code> {
    let begins = |code: &&Code| {
        name.strip_prefix(code.word()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    Code::ALL.iter().filter(begins).max_by_key(|code| code.word().len()).copied()
}

#[test]
fn the_base_is_sound_and_gives_an_advice() {
    let base = here("base");
    let linted = lint(&base);
    assert_eq!(linted.status.code(), Some(0), "{}", text(&linted.stdout));
    let checked = check(&base);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stderr));
}

#[test]
fn a_flow_and_a_theme_can_hang_on_the_base() {
    let directory = lay_out("sound", "base-with-flow-and-theme");
    let checked = check(&directory);
    // The flow asks about children, and the answers say nothing about them.
    assert_eq!(checked.status.code(), Some(5), "{}", text(&checked.stderr));
    assert!(text(&checked.stdout).contains("Zijn er kinderen in huis?"), "{}", text(&checked.stdout));
    assert_eq!(lint(&directory).status.code(), Some(0), "{}", text(&lint(&directory).stdout));
    let answers = fs::read_to_string(here("answers.toml")).unwrap() + "kinderen = \"ja\"\n";
    let file = directory.join("answers.txt");
    fs::write(&file, answers).unwrap();
    let arguments = ["check", "--content", directory.to_str().unwrap(), "--answers", file.to_str().unwrap()];
    let checked = meldcode(&arguments);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stderr));
    let said = text(&checked.stdout);
    for line in ["Noem bij Veilig Thuis ook de kinderen.", "Spreek iemand zonder degene die de zorg geeft."] {
        assert!(said.contains(line), "{said}");
    }
}

#[test]
fn practice_a_measure_news_and_a_refusal_can_stand_beside_the_base() {
    let directory = lay_out("sound", "base-with-the-rest");
    let linted = lint(&directory);
    assert_eq!(linted.status.code(), Some(0), "{}", text(&linted.stdout));
    let (directory, answers) = (directory.to_str().unwrap(), here("answers.toml"));
    let answers = answers.to_str().unwrap();
    let on = |date: &str| {
        let ran = meldcode(&["check", "--content", directory, "--answers", answers, "--date", date]);
        assert_eq!(ran.status.code(), Some(0), "{date}: {}", text(&ran.stderr));
        text(&ran.stdout)
    };
    // A finding that came with the measure opens the guard of its action, and each part has its own days.
    let action = "Vraag Veilig Thuis wat er nu anders is.";
    let notice = "Ga ervan uit dat iemand meeluistert.";
    for (date, finding_came, notice_counts) in [
        ("2020-03-15", false, false),
        ("2020-03-16", true, false),
        ("2020-04-01", true, true),
        ("2020-06-01", false, true),
        ("2020-07-01", false, false),
    ] {
        let said = on(date);
        let is_said = (said.contains(action), said.contains(notice));
        assert_eq!(is_said, (finding_came, notice_counts), "{date}: {said}");
        assert!(said.contains("Schrijf op wie u belde en wanneer."), "{date}: {said}");
        // The number of today, also in a case of the days of another.
        assert!(said.contains("0800-2000") && !said.contains("voorbeeld.nl"), "{date}: {said}");
    }
    let other = ["check", "--content", directory, "--answers", answers, "--profession", "Iets Anders"];
    let ran = meldcode(&other);
    assert_eq!(ran.status.code(), Some(6), "{}", text(&ran.stderr));
    let shown = |date: &str| {
        let view = ["show", "--content", directory, "--date", date, "--profession", "voorbeeld", "contacts"];
        text(&meldcode(&view).stdout)
    };
    assert!(shown("2020-01-31").contains("voorbeeld.nl") && !shown("2020-01-31").contains("0800-2000"));
    assert!(shown("2020-02-01").contains("0800-2000"));
}

#[test]
fn every_fault_is_explained_as_expected() {
    let assert = Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    for name in faults() {
        let linted = lint(&lay_out("explained", &name));
        let said = text(&linted.stdout);
        assert_eq!(text(&linted.stderr), "", "{name}");
        assert_eq!(linted.status.code(), Some(1), "{name}: {said}");
        assert.eq(&said, Data::read_from(&here(&name).join("expected.txt"), None).raw());
    }
}

#[test]
fn check_refuses_every_fault_of_content_in_the_words_of_lint() {
    for name in faults().iter().filter(|name| !is_of_lint_alone(name)) {
        let directory = lay_out("refused", name);
        for lang in ["nl", "en"] {
            // Whoever reads Dutch is not kept from it by what is wrong with the English.
            if lang == "nl" && directory.join("translations").exists() {
                assert_eq!(check_in(lang, &directory).status.code(), Some(0), "{name}");
                continue;
            }
            let said = fs::read_to_string(here(name).join("expected.txt")).unwrap().replace("\r\n", "\n");
            let checked = check_in(lang, &directory);
            // The words around a problem are in the language of the reader, the problem is in English.
            let refused = text(&checked.stderr).replace("fout[", "error[").replace("= hulp: ", "= help: ");
            assert_eq!(checked.status.code(), Some(3), "{name}: {refused}");
            assert_eq!(text(&checked.stdout), "", "{name}");
            assert_data_eq!(
                without_last_line(&refused).to_owned(),
                Data::text(without_last_line(&said)).raw()
            );
        }
    }
}

#[test]
fn check_uses_content_that_only_lint_finds_fault_with() {
    for name in faults().iter().filter(|name| is_of_lint_alone(name)) {
        let directory = lay_out("used", name);
        for lang in ["nl", "en"] {
            let checked = check_in(lang, &directory);
            assert_eq!(checked.status.code(), Some(0), "{name}: {}", text(&checked.stderr));
        }
    }
}

fn is_of_lint_alone(name: &str) -> bool {
    code_of(name).is_some_and(|code| OF_LINT_ALONE.contains(&code))
}

#[test]
fn every_fault_shows_its_own_code_and_no_other() {
    for name in faults().iter().filter(|name| !name.starts_with("several")) {
        let code = code_of(name).unwrap_or_else(|| panic!("`{name}` does not begin with a code"));
        let said = fs::read_to_string(here(name).join("expected.txt")).unwrap();
        assert_eq!(codes(&said), BTreeSet::from([code.word()]), "{name}");
    }
}

#[test]
fn every_code_has_a_fault_or_a_reason_why_it_cannot() {
    let shown: BTreeSet<Code> = faults().iter().filter_map(|name| code_of(name)).collect();
    let excused: BTreeSet<Code> = NOT_OF_CONTENT.iter().map(|(code, _)| *code).collect();
    for code in Code::ALL {
        let both = (shown.contains(code), excused.contains(code));
        assert!(matches!(both, (true, false) | (false, true)), "`{code}`: (shown, excused) = {both:?}");
    }
}

#[test]
fn every_code_is_described_in_order_with_an_example_that_is_true() {
    let described = described();
    let headings: Vec<&str> = described.iter().map(|(heading, _)| heading.as_str()).collect();
    let words: Vec<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    assert_eq!(headings, words);
    for (heading, example) in &described {
        assert!(example.starts_with(&format!("error[{heading}]: ")), "{heading}");
        let of_content = NOT_OF_CONTENT.iter().all(|(code, _)| code.word() != heading);
        assert!(!of_content || expected(heading).any(|said| said.contains(example)), "{heading}: {example}");
    }
}

#[test]
fn an_answer_that_does_not_fit_is_not_a_fault_of_content() {
    let arguments = ["check", "--content", "base", "--answers", "bad-answer.toml"];
    let refused = meldcode_in(&here(""), &arguments);
    assert_eq!(refused.status.code(), Some(4));
    let (_, example) = described().into_iter().find(|(code, _)| code == "bad-answer").unwrap();
    assert_eq!(without_last_line(&text(&refused.stderr)), example);
}

#[test]
fn a_torn_case_is_not_a_fault_of_content() {
    let arguments = ["check", "--content", "base", "--answers", "torn.toml"];
    let refused = meldcode_in(&here(""), &arguments);
    assert_eq!(refused.status.code(), Some(4));
    let (_, example) = described().into_iter().find(|(code, _)| code == "torn").unwrap();
    assert_eq!(without_last_line(&text(&refused.stderr)).trim_end(), example);
}

#[test]
fn an_exercise_that_teaches_what_is_not_so_is_not_a_fault_of_content() {
    let linted = meldcode_in(&here(""), &["exercise", "lint", "bad-exercise.toml"]);
    assert_eq!(linted.status.code(), Some(1));
    let (_, example) = described().into_iter().find(|(code, _)| code == "bad-exercise").unwrap();
    assert!(text(&linted.stdout).contains(&example), "{}", text(&linted.stdout));
}

/// The headings of `DIAGNOSTICS.md`, each with its example.
fn described() -> Vec<(String, String)> {
    let all = fs::read_to_string(here("../../meldcode/DIAGNOSTICS.md")).unwrap().replace("\r\n", "\n");
    let section = |section: &str| {
        let (heading, body) = section.split_once('\n').unwrap();
        let example = body.split("```text\n").nth(1).unwrap().split("\n```").next().unwrap();
        (heading.to_owned(), example.to_owned())
    };
    all.split("\n## ").skip(1).map(section).collect()
}

/// What is expected of every directory about a code.
fn expected(word: &str) -> impl Iterator<Item = String> {
    let names =
        faults().into_iter().filter(move |name| code_of(name).is_some_and(|code| code.word() == word));
    names.map(|name| fs::read_to_string(here(&name).join("expected.txt")).unwrap().replace("\r\n", "\n"))
}

#[test]
fn no_message_speaks_of_the_program_behind_it() {
    let inner = [
        "expected a ",
        "struct",
        "enum",
        "variant",
        "u8",
        "u32",
        "i64",
        "invalid type",
        "field",
        "None",
        "Some(",
    ];
    for name in faults() {
        let said = fs::read_to_string(here(&name).join("expected.txt")).unwrap();
        for line in said.lines().filter(|line| line.starts_with("error[") || line.contains("= help:")) {
            let found = inner.iter().find(|word| line.contains(**word));
            assert_eq!(found, None, "{name}: {line}");
            assert!(!line.ends_with('.'), "{name}: {line}");
        }
    }
}

#[test]
fn the_headings_of_a_problem_are_in_the_language_of_the_reader() {
    let directory = lay_out("headings", "loop");
    let dutch = meldcode(&["--lang", "nl", "lint", directory.to_str().unwrap()]);
    let english = text(&lint(&directory).stdout);
    let dutch = text(&dutch.stdout);
    assert!(dutch.starts_with("fout[loop]: ") && dutch.ends_with("1 fout in de inhoud\n"), "{dutch}");
    assert_eq!(dutch.lines().nth(5), english.lines().nth(5), "the excerpt is the same");
}

#[test]
fn a_directory_that_is_not_there_is_a_mistake_on_the_command_line() {
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults/no-such-directory");
    for output in [lint(&nowhere), check(&nowhere)] {
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains("no-such-directory"), "{}", text(&output.stderr));
    }
}

#[test]
fn an_empty_directory_is_told_everything_that_is_missing_at_once() {
    let empty = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults/empty");
    fs::create_dir_all(&empty).unwrap();
    let (linted, checked) = (lint(&empty), check(&empty));
    assert_eq!((linted.status.code(), checked.status.code()), (Some(1), Some(3)));
    let missing = [
        "afwegingskader/",
        "contacts.toml",
        "doors/",
        "editions.toml",
        "law/",
        "professions/",
        "properties.toml",
        "reviews.toml",
        "sources.toml",
        "steps/",
        "vocabulary.toml",
    ];
    for said in [text(&linted.stdout), text(&checked.stderr)] {
        let places: Vec<&str> = said.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
        assert_eq!(places, missing, "{said}");
    }
}
