//! Whom to call is chosen by the day on which somebody calls: a number that has yet to come is not called before it counts.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/folder.rs"]
mod folder;

use std::fs;
use std::path::{Path, PathBuf};

use folder::copy;
use jiff::civil::{Date, date};
use meldcode::cli::{self, world::World};

/// Content in which Veilig Thuis gets another number on the first day of 2027.
fn with_a_new_number() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/base");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("numbers");
    copy(&root, &folder);
    let text = fs::read_to_string(root.join("contacts.toml")).unwrap();
    let (rest, row) = text.rsplit_once("[[contact]]\n").unwrap();
    let old = row.replace("number =", "until = 2026-12-31\nnumber =");
    let new = row.replace("number =", "from = 2027-01-01\nnumber =").replace("0800-2000", "0800-3000");
    fs::write(folder.join("contacts.toml"), format!("{rest}[[contact]]\n{old}\n[[contact]]\n{new}")).unwrap();
    folder
}

/// What a check prints on this day, of a case of this date.
fn checked(folder: &Path, today: Date, of: Date) -> String {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let answers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/answers.toml");
    let mut world = World {
        out: &mut out,
        err: &mut err,
        input: &mut std::io::empty(),
        today,
        lang: None,
        content: Some(folder.to_owned()),
        term: None,
        no_colour: true,
        accessible: false,
        out_is_terminal: false,
        clock: None,
        cores: 1,
    };
    let words = ["meldcode", "check", "--answers", answers.to_str().unwrap(), "--date", &of.to_string()];
    let exit = cli::run(&mut world, &words.map(str::to_owned));
    assert_eq!(exit.code(), 0, "{}", String::from_utf8(err).unwrap());
    String::from_utf8(out).unwrap()
}

#[test]
fn a_new_number_is_called_from_its_first_day_and_the_old_one_until_then() {
    let folder = with_a_new_number();
    let (before, first) = (date(2026, 12, 31), date(2027, 1, 1));
    for (today, of, called, not) in [
        (before, before, "0800-2000", "0800-3000"),
        (first, first, "0800-3000", "0800-2000"),
        // A case of long ago is called about today.
        (first, date(2020, 1, 1), "0800-3000", "0800-2000"),
    ] {
        let said = checked(&folder, today, of);
        assert!(said.contains(called) && !said.contains(not), "{today}: {said}");
    }
}
