//! Whatever happens to the program while it writes a case: the old file or the new one is there, whole.
//!
//! Kills writers by the thousand. Knows nothing of what is in a case but that it is whole.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/desk.rs"]
mod desk;
mod program;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use desk::Desk;
use meldcode::case::disk::{Keeper, NotKept, write_new};
use meldcode::case::seal;

/// Where the child of a test writes; without it the test that is the child does nothing.
const PLACE: &str = "MELDCODE_TEST_WRITES";
/// So many writers are killed, by so many at once.
const KILLS: usize = 2000;
const AT_ONCE: usize = 4;

/// The names of everything that lies on a desk, hidden names too.
fn names(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path("")).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A whole text with a number. Some are long, so that writing takes more than one step.
fn numbered(number: usize) -> String {
    let padding = "# padding\n".repeat(if number.is_multiple_of(3) { 9000 } else { number % 50 });
    seal::toml(&format!("number = {number}\n{padding}"))
}

/// The number of a whole text.
fn number(text: &str) -> usize {
    assert!(seal::is_whole(text), "torn: {} bytes", text.len());
    let number = text.lines().nth(1).unwrap().strip_prefix("number = ").unwrap().parse().unwrap();
    assert_eq!(text, numbered(number));
    number
}

/// Not a test of its own: the child that writes until it is killed.
#[test]
fn the_writer_that_gets_killed() {
    #[expect(clippy::disallowed_methods, reason = "the parent tells its child where to write")]
    let Ok(place) = std::env::var(PLACE) else { return };
    let path = Path::new(&place);
    let (mut keeper, mut next) = match fs::read_to_string(path) {
        Ok(text) => (Keeper::of(path, &text).unwrap(), number(&text) + 1),
        Err(_) => (Keeper::new(path).unwrap(), 0),
    };
    let mut out = std::io::stdout();
    loop {
        keeper.keep(&numbered(next)).unwrap();
        writeln!(out, "kept {next}").unwrap();
        out.flush().unwrap();
        next += 1;
    }
}

fn writer(place: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "the_writer_that_gets_killed", "--nocapture"])
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Numbers that look random and are the same on every run.
fn draw(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn a_writer_killed_at_any_moment_leaves_the_old_case_or_the_new_one() {
    let unfinished = AtomicUsize::new(0);
    thread::scope(|scope| {
        for at in 0..AT_ONCE {
            let unfinished = &unfinished;
            scope.spawn(move || {
                let desk = Desk::new(&format!("kills-{at}"));
                let mut seed = 0x9e37_79b9 + u64::try_from(at).unwrap();
                let mut before = None;
                for _ in 0..KILLS / AT_ONCE {
                    before = kill_one(&desk, draw(&mut seed), before);
                    unfinished.fetch_add(
                        names(&desk).iter().filter(|name| name.starts_with('.')).count().min(1),
                        Ordering::Relaxed,
                    );
                }
                assert!(before.is_some(), "no case was ever kept");
                // What the killed left behind is cleared by the next, and nothing else lies here.
                let text = desk.read("case.toml");
                drop(Keeper::of(Path::new(&desk.path("case.toml")), &text).unwrap());
                assert_eq!(names(&desk), ["case.toml"]);
            });
        }
    });
    // Otherwise the kills came at moments that show nothing.
    assert!(unfinished.into_inner() > 0, "no writer was killed in the middle of writing");
}

/// Starts a writer, kills it, and says which number the file has: the last that was kept, or the one after it.
fn kill_one(desk: &Desk, drawn: u64, before: Option<usize>) -> Option<usize> {
    let mut child = writer(&desk.path("case.toml"));
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut lines = String::new();
    // Half of them are killed while they begin, half of them while they write.
    if drawn.is_multiple_of(2) {
        while !lines.contains("kept") && said.read_line(&mut lines).unwrap() > 0 {}
    }
    thread::sleep(Duration::from_micros(drawn / 2 % 5000));
    child.kill().unwrap();
    child.wait().unwrap();
    std::io::Read::read_to_string(&mut said, &mut lines).unwrap();
    // The last line may have been cut off; then one more was kept than was said in full.
    let whole = lines.rsplit_once('\n').map_or("", |(whole, _)| whole);
    let mut kept =
        whole.lines().filter_map(|line| line.rsplit_once("kept ").map(|(_, number)| number.parse().unwrap()));
    let kept = kept.next_back().or(before);
    let Ok(text) = fs::read_to_string(desk.path("case.toml")) else {
        assert_eq!(kept, None, "the case is gone");
        return None;
    };
    let number = number(&text);
    let next = kept.map_or(0, |kept: usize| kept + 1);
    assert!(Some(number) == kept || number == next, "{number} is neither {kept:?} nor the next");
    Some(number)
}

#[test]
fn the_program_killed_between_its_questions_leaves_a_case_that_can_be_resumed() {
    let desk = Desk::new("program-killed");
    let replies = "nee\nthuis\nkind-tot-12\ngeen-van-deze\nzelf-gezien\n".to_owned()
        + &"wijzig 5\nvan-ander\nwijzig 5\nzelf-gezien\n".repeat(50);
    let mut seed = 7;
    for _ in 0..40 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_meldcode"));
        let place = desk.path("case.toml");
        let manner = if Path::new(&place).exists() { "--resume" } else { "--save" };
        command
            .args(["check", "--plain", manner, &place])
            .env_remove("MELDCODE_CONTENT")
            .env_remove("MELDCODE_LANG");
        if manner == "--save" {
            command.args(["--profession", "leraar"]);
        }
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let replies = replies.clone();
        let typing = thread::spawn(move || {
            let _ = input.write_all(replies.as_bytes());
            // The input stays open, so that the program waits rather than ends.
            thread::sleep(Duration::from_millis(200));
        });
        thread::sleep(Duration::from_millis(draw(&mut seed) % 200));
        child.kill().unwrap();
        child.wait().unwrap();
        typing.join().unwrap();
        if let Ok(text) = fs::read_to_string(&place) {
            assert!(seal::is_whole(&text), "{text}");
        }
    }
    let resumed = desk.check(&["--resume", "{case.toml}"], &["stop"]);
    assert_eq!(resumed.code, 5, "{}", resumed.err);
    assert_eq!(names(&desk), ["case.toml"]);
}

/// A case with a first answer.
fn begun(name: &str) -> (Desk, String) {
    let desk = Desk::new(name);
    let ran = desk.check(&["--profession", "leraar", "--save", "{case.toml}"], &["nee"]);
    let text = desk.read("case.toml");
    assert_eq!(ran.out, "", "there is no result yet");
    (desk, text)
}

#[cfg(unix)]
#[test]
fn a_disk_without_room_keeps_the_old_case_and_says_so_and_the_questions_go_on() {
    let (desk, old) = begun("full");
    // No file may grow beyond one block. With the signal set aside, as on a full disk, writing fails; without, the
    // system kills the program in the middle of it.
    for (script, killed) in
        [("trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"", false), ("ulimit -f 1; exec \"$0\" \"$@\"", true)]
    {
        let mut child = Command::new("sh")
            .args([
                "-c",
                script,
                env!("CARGO_BIN_EXE_meldcode"),
                "check",
                "--plain",
                "--resume",
                &desk.path("case.toml"),
            ])
            .env_remove("MELDCODE_CONTENT")
            .env_remove("MELDCODE_LANG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = child.stdin.take().unwrap().write_all(b"thuis\nkind-tot-12\nstop\n");
        let done = child.wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&done.stderr);
        assert_eq!(desk.read("case.toml"), old, "{err}");
        assert_eq!(done.status.code(), (!killed).then_some(70), "{err}");
        if !killed {
            assert_eq!(err.matches("Let op: dit antwoord is niet bewaard").count(), 2, "{err}");
            assert!(err.contains("Speelt een van deze"), "the questions went on: {err}");
            assert!(!err.contains("Wat u antwoordde, is bewaard"), "{err}");
        }
    }
    // With room again it goes on.
    let resumed = desk.check(&["--resume", "{case.toml}"], &["thuis"]);
    assert!(resumed.err.contains("is bewaard"), "{}", resumed.err);
    assert!(desk.read("case.toml").contains("waar = \"thuis\""));
    assert_eq!(names(&desk), ["case.toml"]);
}

#[cfg(unix)]
#[test]
fn a_device_is_no_place_for_a_case() {
    for place in ["/dev/full", "/dev/null"] {
        assert_eq!(Keeper::new(Path::new(place)).unwrap_err(), NotKept::Exists);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told_before_the_first_question() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, old) = begun("read-only");
    let folder = Path::new(&desk.path("case.toml")).parent().unwrap().to_owned();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    // Root writes everywhere; then the folder that is gone, below, shows the same.
    if fs::write(folder.join("probe"), "").is_err() {
        let ran = desk.check(&["--resume", "{case.toml}"], &["thuis"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let ran = desk.check(&["--profession", "leraar", "--save", "{new.toml}"], &["nee"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(!ran.err.contains("gevaar, of is iemand"), "{}", ran.err);
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(desk.read("case.toml"), old);
}

#[test]
fn a_folder_that_goes_while_one_writes_is_a_reason_and_no_fault() {
    let desk = Desk::new("going");
    fs::create_dir(desk.path("folder")).unwrap();
    let place = desk.path("folder/case.toml");
    let mut keeper = Keeper::new(Path::new(&place)).unwrap();
    fs::remove_dir_all(desk.path("folder")).unwrap();
    assert!(matches!(keeper.keep("text"), Err(NotKept::Unwritable(_))));
    // When it is back, so is the case.
    fs::create_dir(desk.path("folder")).unwrap();
    keeper.keep("text").unwrap();
    assert_eq!(desk.read("folder/case.toml"), "text");
    // A file in the place of the folder.
    assert!(matches!(Keeper::new(Path::new(&format!("{place}/below.toml"))), Err(NotKept::Unwritable(_))));
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_not_written_over() {
    let desk = Desk::new("meanwhile");
    let place = desk.path("case.toml");
    let path = Path::new(&place);
    // Two begin the same new case: the second finds the first.
    let (mut one, mut other) = (Keeper::new(path).unwrap(), Keeper::new(path).unwrap());
    one.keep("one").unwrap();
    assert_eq!(other.keep("other"), Err(NotKept::Exists));
    assert_eq!(desk.read("case.toml"), "one");
    // Two go on with it: the second finds that it changed, or went.
    let mut other = Keeper::of(path, "one").unwrap();
    one.keep("two").unwrap();
    assert_eq!(other.keep("other"), Err(NotKept::Changed));
    assert_eq!(desk.read("case.toml"), "two");
    fs::remove_file(path).unwrap();
    assert_eq!(one.keep("three"), Err(NotKept::Changed));
    assert!(names(&desk).is_empty());
    assert_eq!(write_new(path, "once"), Ok(()));
    assert_eq!(write_new(path, "twice"), Err(NotKept::Exists));
}

#[cfg(unix)]
#[test]
fn a_case_is_for_its_owner_only_also_when_it_was_not_and_a_link_is_followed() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, _) = begun("owner");
    let mode = |name: &str| fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("case.toml"), 0o600);
    fs::set_permissions(desk.path("case.toml"), fs::Permissions::from_mode(0o644)).unwrap();
    std::os::unix::fs::symlink(desk.path("case.toml"), desk.path("link.toml")).unwrap();
    desk.check(&["--resume", "{link.toml}"], &["thuis"]);
    assert!(fs::symlink_metadata(desk.path("link.toml")).unwrap().is_symlink());
    assert!(desk.read("case.toml").contains("waar = \"thuis\""));
    assert_eq!(mode("case.toml"), 0o600);
    let made = desk.run(&["check", "--answers", "{case.toml}", "--receipt", "{receipt.json}"], "");
    assert_eq!(made.code, 5, "{}", made.err);
    assert_eq!(mode("receipt.json"), 0o600);
}
