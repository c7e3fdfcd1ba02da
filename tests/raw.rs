//! Nothing that a terminal would act upon gets through: from what is typed, from files and their names, from the command
//! line, or from content of one's own.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/folder.rs"]
mod folder;
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use folder::copy;
use program::{Ran, run};

/// A title for the window, a bell, colours, a cleared screen, C1 codes, and letters that turn the direction of reading.
const NASTY: &str = "\u{1b}]0;titel\u{7}\u{1b}[31m\u{1b}[2J\u{9b}H\u{85}\u{202e}\u{2066}\u{0}\r\u{8}";

/// Asserts that every character printed is one that a reader sees, or a line end.
#[track_caller]
fn harmless(what: &str, ran: &Ran) {
    let raw = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    for (stream, text) in [("out", &ran.out), ("err", &ran.err)] {
        let found = text.lines().find(|line| line.contains(raw));
        assert_eq!(found, None, "{what}, {stream}");
    }
    assert_ne!(ran.code, 70, "{what}: {}", ran.err);
}

fn desk(test: &str) -> PathBuf {
    let desk = Path::new(env!("CARGO_TARGET_TMPDIR")).join("raw").join(test);
    if desk.exists() {
        fs::remove_dir_all(&desk).unwrap();
    }
    fs::create_dir_all(&desk).unwrap();
    desk
}

/// The text as a string of TOML that holds it, escapes and all.
fn toml(text: &str) -> String {
    text.chars().map(|c| format!("\\u{:04X}", u32::from(c))).collect()
}

#[test]
fn what_is_typed_or_stands_on_the_command_line() {
    let typed = format!("{NASTY}\nx{NASTY}\nnee\n{NASTY}ja\nstop\n");
    harmless("typed", &run(&["check", "--plain", "--profession", "leraar"], typed.as_bytes()));
    harmless("which profession", &run(&["check", "--plain"], typed.as_bytes()));
    let word = NASTY.replace('\0', "");
    for arguments in [
        vec!["check", "--profession", &word],
        vec!["check", "--date", &word],
        vec!["check", "--answers", &word],
        vec!["check", "--resume", &word, "--plain"],
        vec!["check", "--content", &word],
        vec!["check", "--lang", &word],
        vec!["evaluate", &word],
        vec!["lint", &word],
        vec!["diff", &word, "leraar"],
        vec!["show", "afwegingskader", &word],
        vec!["show", &word],
        vec!["replay", &word],
        vec!["cases", &word],
        vec![&word],
    ] {
        harmless(arguments[0], &run(&arguments, b""));
    }
}

#[test]
fn what_stands_in_a_file_or_is_its_name() {
    let desk = desk("files");
    let (plain, quoted) = (NASTY, toml(NASTY));
    let answers = "gevaar-nu = \"nee\"\n";
    let files = [
        format!("schema = 1\nprofession = \"leraar{quoted}\"\n[answers]\n{answers}"),
        format!("schema = 1\nprofession = \"leraar\"\n[answers]\n{answers}\"waar{quoted}\" = \"thuis\"\n"),
        format!("schema = 1\nprofession = \"leraar\"\n[answers]\n{answers}waar = \"thuis{quoted}\"\n"),
        format!(
            "schema = 1\nid = \"{quoted}\"\ntitle = \"{quoted}\"\nprofession = \"leraar\"\n[answers]\n{answers}"
        ),
        format!("schema = 1\nprofession = \"leraar\"\n[answers]\n{answers}[expect]\nrow = \"{quoted}\"\n"),
        format!("schema = 1\n# {plain}\nprofession = \"leraar\"\n[answers]\nwaar = {plain}\n"),
        format!("digest = \"{quoted}\"\n{plain}"),
        format!("{{\"schema\":1,\"profession\":\"leraar{plain}\",\"answers\":{{}}}}"),
    ];
    for (at, text) in files.iter().enumerate() {
        for end in ["toml", "json", "jsonl"] {
            let name = format!("{at}\u{1b}[31m\u{202e}.{end}");
            fs::write(desk.join(&name), text).unwrap();
            let path = desk.join(&name);
            let path = path.to_str().unwrap();
            for arguments in [
                vec!["check", "--answers", path],
                vec!["check", "--resume", path, "--plain"],
                vec!["check", "--save", path, "--plain", "--profession", "leraar"],
                vec!["evaluate", path],
                vec!["evaluate", path, "--format", "text"],
                vec!["replay", path],
            ] {
                harmless(&format!("{at} {arguments:?}"), &run(&arguments, b""));
            }
        }
    }
    let folder = desk.to_str().unwrap();
    harmless("cases", &run(&["cases", folder], b""));
    harmless("a directory", &run(&["evaluate", folder], b""));
}

#[test]
fn what_stands_in_content_of_ones_own() {
    let desk = desk("content");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/base");
    for (at, (file, old)) in [
        ("steps/kort/2019-01-01.toml", "Is er nu gevaar?"),
        ("professions/voorbeeld.toml", "label = \"voorbeeld\""),
        ("contacts.toml", "0800-2000"),
        ("sources.toml", "title = \""),
    ]
    .into_iter()
    .enumerate()
    {
        for (way, nasty) in [("raw", NASTY.to_owned()), ("escaped", toml(NASTY))] {
            let content = desk.join(format!("{at}{way}"));
            copy(&base, &content);
            let path = content.join(file);
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(old), "{file}");
            let (head, last) = old.split_at(old.len() - 1);
            fs::write(&path, text.replacen(old, &format!("{head}{nasty}{last}"), 1)).unwrap();
            let content = content.to_str().unwrap();
            for arguments in [
                vec!["lint", content],
                vec!["check", "--content", content, "--plain", "--profession", "voorbeeld"],
                vec!["show", "steps", "--content", content, "--profession", "voorbeeld"],
                vec!["show", "contacts", "--content", content],
                vec!["emergency", "--content", content],
            ] {
                harmless(&format!("{file} {way} {arguments:?}"), &run(&arguments, b"nee\n"));
            }
        }
    }
}
