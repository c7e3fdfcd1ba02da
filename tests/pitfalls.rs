//! `docs/terminal.md` keeps its word: each trap has a test, and that test is there.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

use std::fs;
use std::path::Path;

/// All the Rust of the program and its tests.
fn code(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            text.push_str(&code(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    text
}

#[test]
fn each_trap_of_a_terminal_has_a_test_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/terminal.md")).unwrap();
    let code = code(&root.join("src")) + &code(&root.join("tests"));
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert!(rows.len() >= 17, "{} rows", rows.len());
    for row in rows {
        let shown = row.trim_end_matches('|').rsplit('|').next().unwrap();
        let names: Vec<&str> = shown.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        for name in names {
            // Between the mark of a test and its name there may be an exception to a lint.
            let at = code.find(&format!("fn {name}()")).unwrap_or_else(|| panic!("{name} is not there"));
            let before = code.get(..at).unwrap().rsplit("\n\n").next().unwrap();
            assert!(before.contains("#[test]"), "{name} is no test");
        }
    }
}
