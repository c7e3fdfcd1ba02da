//! The README keeps its word: its commands run, its session is what the program says, its codes and words exist.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/desk.rs"]
mod desk;
mod program;

use std::fs;
use std::path::Path;

use desk::Desk;
use meldcode::cli::exit::Exit;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The blocks of one language, in order.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_commands_run_and_print_what_stands_there() {
    trycmd::TestCases::new().case("README.md").run();
}

#[test]
fn each_session_is_what_the_program_says() {
    let sessions = [
        (&["check", "--plain"][..], "juf\n1\nstop\n"),
        (&["check", "--profession", "leraar", "--plain"], "uitleg\nnee\nstop\n"),
    ];
    let written = blocks(&readme(), "text");
    assert_eq!(written.len(), sessions.len());
    for ((arguments, typed), session) in sessions.iter().zip(written) {
        let ran = program::run(arguments, typed.as_bytes());
        assert!(ran.err.contains(&session), "{}", ran.err);
    }
}

#[test]
fn the_answer_file_is_one() {
    let exercise = blocks(&readme(), "toml").into_iter().next().unwrap();
    let ran = program::run(&["check", "--answers", "-", "--format", "json"], exercise.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("\"report\": \"yes\""), "{}", ran.out);
}

#[test]
fn the_commands_for_going_on_later_work_in_this_order() {
    let desk = Desk::new("readme");
    let commands = blocks(&readme(), "sh").into_iter().find(|block| block.contains("--save")).unwrap();
    let replies: [&[&str]; 5] =
        [&["nee", "thuis", "kind-tot-12", "stop"], &["geen-van-deze", "stop"], &[], &[], &[]];
    for (line, typed) in commands.lines().zip(replies) {
        let line = line.split('#').next().unwrap();
        let words = line.split_whitespace().skip(1);
        let files = ["casus.toml", "uitkomst.json", "."];
        let word = |word: &str| if files.contains(&word) { format!("{{{word}}}") } else { word.to_owned() };
        let words: Vec<String> = words.map(word).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = match words.as_slice() {
            ["check", rest @ ..] if !typed.is_empty() => desk.check(rest, typed),
            words => desk.run(words, ""),
        };
        // A case that is not finished has no advice yet.
        let expected = if words.contains(&"check") { 5 } else { 0 };
        assert_eq!(ran.code, expected, "{line}: {}", ran.err);
    }
    assert!(desk.read("casus.toml").contains("speelt"), "it was resumed");
    assert!(Path::new(&desk.path("uitkomst.json")).exists());
}

#[test]
fn every_exit_code_of_one_case_is_named() {
    let text = readme();
    let codes = [
        Exit::Done,
        Exit::Undecided,
        Exit::OtherDoor,
        Exit::Usage,
        Exit::Content,
        Exit::Input,
        Exit::Fault,
        Exit::Interrupted,
        Exit::Closed,
    ];
    let table: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).collect();
    for code in codes {
        let number = code.code().to_string();
        let named = table.iter().any(|line| line.split([' ', '|', '·']).any(|word| word == number));
        assert!(named, "{number} is not in the table");
    }
}

#[test]
fn every_number_that_the_program_itself_prints_is_a_number_of_the_contacts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let contacts = fs::read_to_string(root.join("meldcode/contacts.toml")).unwrap();
    for entry in fs::read_dir(root.join("src/ui/messages")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for word in text.split(|c: char| !(c.is_ascii_digit() || c == '-')) {
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            let number = word == "112" || (digits >= 7 && word.split('-').count() == 2);
            assert!(
                !number || contacts.contains(&format!("number = \"{word}\"")),
                "{}: {word}",
                path.display()
            );
        }
    }
}
