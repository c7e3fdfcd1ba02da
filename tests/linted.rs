//! `lint` as a whole: what it releases, and that each fault is told once and where it is mended.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/folder.rs"]
mod folder;
mod program;

use std::fs;
use std::path::{Path, PathBuf};

use folder::copy;
use program::{Ran, run};

/// A folder of the test's own, with these directories of `tests/faults` laid over each other.
fn content(test: &str, laid: &[&str]) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("linted").join(test);
    if target.exists() {
        fs::remove_dir_all(&target).unwrap();
    }
    for name in laid {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults").join(name), &target);
    }
    target
}

fn lint(content: &Path, more: &[&str]) -> Ran {
    run(&[&["--lang", "en", "lint", content.to_str().unwrap()], more].concat(), b"")
}

/// Writes a document of the content anew.
fn change(content: &Path, file: &str, change: impl Fn(&str) -> String) {
    let path = content.join(file);
    fs::write(&path, change(&fs::read_to_string(&path).unwrap())).unwrap();
}

#[test]
fn a_released_document_changes_with_its_revision_and_is_then_released_again() {
    const STEPS: &str = "steps/kort/2019-01-01.toml";
    let content = content("released", &["base"]);
    let released = lint(&content, &["--lock"]);
    assert_eq!(released.code, 0, "{}{}", released.out, released.err);
    assert_eq!(lint(&content, &[]).code, 0);
    change(&content, STEPS, |text| text.replace("Is er nu gevaar?", "Is er op dit moment gevaar?"));
    for more in [&[][..], &["--lock"]] {
        let changed = lint(&content, more);
        assert_eq!(changed.code, 1, "{}", changed.out);
        assert!(changed.out.starts_with("error[unlocked]: this differs from revision 1"), "{}", changed.out);
        assert!(changed.out.ends_with("1 problem in the content\n"), "{}", changed.out);
    }
    change(&content, STEPS, |text| text.replace("revision = 1", "revision = 2"));
    assert_eq!(lint(&content, &[]).code, 0, "a next revision may differ");
    assert_eq!(lint(&content, &["--lock"]).code, 0);
    let lock = fs::read_to_string(content.join("LOCK.toml")).unwrap();
    assert!(lock.contains("file = \"steps/kort/2019-01-01.toml\"\nrevision = 2\n"), "{lock}");
}

#[test]
fn nothing_is_released_with_a_fault_in_it() {
    let content = content("faulty", &["base", "bad-text"]);
    assert_eq!(lint(&content, &["--lock"]).code, 1);
    assert!(!content.join("LOCK.toml").exists());
}

#[test]
fn a_release_without_a_directory_is_refused_before_anything_is_read() {
    let ran = run(&["lint", "--lock"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`meldcode lint --lock MAP`"), "{}", ran.err);
}

#[test]
fn a_fault_in_the_dutch_is_told_once_and_hides_no_translation() {
    let content = content("once", &["base", "unknown-placeholder-translation"]);
    change(&content, "professions/voorbeeld.toml", |text| text.replace("steps/kort", "steps/krot"));
    let ran = lint(&content, &[]);
    assert!(
        ran.out.starts_with("error[unknown-reference]: there is no document `steps/krot`"),
        "{}",
        ran.out
    );
    assert!(ran.out.ends_with("\n1 problem in the content\n"), "{}", ran.out);
}

#[test]
fn a_property_is_not_called_idle_while_a_guide_is_missing() {
    let content = content("idle", &["base", "property-idle"]);
    assert!(lint(&content, &[]).out.contains("property-idle"));
    let one = fs::read_to_string(content.join("professions/voorbeeld.toml")).unwrap();
    let other = one.replace("professions/voorbeeld", "professions/ander").replace("steps/kort", "steps/krot");
    let other = other.replace("label = \"voorbeeld\"", "label = \"ander\"");
    fs::write(content.join("professions/ander.toml"), other).unwrap();
    let ran = lint(&content, &[]);
    assert!(ran.out.contains("`steps/krot`") && !ran.out.contains("property-idle"), "{}", ran.out);
}

#[test]
fn a_fault_in_a_long_document_is_shown_with_its_line() {
    let content = content("long", &["base"]);
    change(&content, "sources.toml", |text| {
        format!("{}{text}", "# a line that says nothing\n".repeat(4_000))
    });
    change(&content, "sources.toml", |text| text.replace("checked_on = 2", "checked_no = 2"));
    let ran = lint(&content, &[]);
    assert!(ran.out.contains("| checked_no = 2"), "{}", ran.out);
}
