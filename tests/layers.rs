//! The layers hold: every `use crate::` arrow is in the table, and the doors to the outside stay where they are.
//!
//! Reads source text. Knows nothing of what the code does.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Which layer may use which. An arrow that is not here is a decision that was not made.
const ARROWS: [(&str, &[&str]); 11] = [
    ("model", &[]),
    ("engine", &["model"]),
    ("content", &["model"]),
    ("ui", &["model"]),
    ("audit", &["content", "engine", "model"]),
    ("case", &["content", "engine", "model", "ui"]),
    // A class that did exercises is shown as it was counted there.
    ("report", &["content", "engine", "exercise", "model", "ui"]),
    ("exercise", &["case", "content", "engine", "model", "ui"]),
    // A stream is read straight into answers of a guide, and written from ids: it meets all of these, and no report.
    ("batch", &["case", "content", "engine", "exercise", "model", "ui"]),
    ("interview", &["engine", "model", "ui"]),
    (
        "cli",
        &["audit", "batch", "case", "content", "engine", "exercise", "interview", "model", "report", "ui"],
    ),
];

fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_owned();
                files.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn layer(file: &Path) -> Option<String> {
    let mut parts = file.components();
    let first = parts.next()?.as_os_str().to_string_lossy().into_owned();
    parts.next().map(|_| first)
}

/// The code of a file without its unit tests: what runs, and only that, has to keep to its layer.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

#[test]
fn arrows_point_down_only() {
    let allowed: BTreeMap<_, _> = ARROWS.into_iter().collect();
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let Some(layer) = layer(&file) else { continue };
        let may = allowed.get(layer.as_str());
        assert!(may.is_some(), "the layer `{layer}` is not in the table");
        for (number, line) in code(&text).lines().enumerate() {
            for part in line.split("crate::").skip(1) {
                let to: String = part.chars().take_while(char::is_ascii_lowercase).collect();
                if to != layer && !may.is_some_and(|may| may.contains(&to.as_str())) {
                    wrong.push(format!("{}:{}: {layer} -> {to}", file.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_has_no_circle() {
    let below: BTreeMap<_, BTreeSet<_>> =
        ARROWS.into_iter().map(|(from, to)| (from, to.iter().copied().collect())).collect();
    for (from, to) in &below {
        for other in to {
            assert!(!below.get(other).unwrap().contains(from), "{from} and {other} use each other");
        }
    }
}

#[test]
fn files_terminals_and_errors_of_commands_stay_in_their_layer() {
    let doors = [
        ("std::fs", vec!["content/store.rs", "batch/paths.rs", "case/disk.rs"]),
        ("anyhow", vec!["cli/"]),
        ("std::env", vec!["cli/world.rs", "main.rs"]),
        ("dialoguer", vec!["interview/"]),
        ("signal_hook", vec!["interview/"]),
        ("io::stdin", vec!["cli/", "interview/", "main.rs"]),
    ];
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let name = file.to_string_lossy().replace('\\', "/");
        for (word, places) in &doors {
            let lines = code(&text).lines().filter(|line| !line.trim_start().starts_with("//"));
            if lines.into_iter().any(|line| line.contains(word))
                && !places.iter().any(|place| name.starts_with(place))
            {
                wrong.push(format!("{name} uses {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_file_says_what_it_knows_and_holds_one_concept() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let opening = if file.extension().is_some_and(|ending| ending == "css") { "/* " } else { "//!" };
        if !text.starts_with(opening) {
            wrong.push(format!("{} does not open with `{opening}`", file.display()));
        }
        let lines = text.lines().count();
        if lines > 350 {
            wrong.push(format!("{} has {lines} lines: is there a second concept in it?", file.display()));
        }
        for word in ["util", "helper", "manager", "common"] {
            if file.to_string_lossy().contains(word) {
                wrong.push(format!("{} is not named for what it knows", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
