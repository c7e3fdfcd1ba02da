//! The program in a real pseudo-terminal: what a screen shows, what keys do, and what the terminal gets back.
//!
//! Each wait ends as soon as the screen shows what it waits for; nothing here measures time.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

#[path = "support/desk.rs"]
mod desk;
mod program;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use desk::Desk;
use meldcode::case::seal;
use meldcode::interview::guard::Guard;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

/// A program in a window.
struct Window {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
}

/// Longer than any answer takes; only a failing test waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

impl Window {
    fn open(rows: u16, cols: u16, term: &str, arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_meldcode"));
        command.args(arguments);
        command.env_clear();
        command.env("TERM", term);
        Self::of(command, rows, cols)
    }

    fn of(mut command: CommandBuilder, rows: u16, cols: u16) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (send, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer.get(..count).unwrap_or_default().to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(rows, cols, 400);
        Self { master: pair.master, child, keys, bytes, screen, raw: Vec::new() }
    }

    fn take(&mut self, wait: Duration) -> bool {
        let Ok(bytes) = self.bytes.recv_timeout(wait) else { return false };
        self.screen.process(&bytes);
        self.raw.extend(bytes);
        true
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.raw).into_owned()
    }

    /// Waits until everything shown so far has the words so many times.
    fn until(&mut self, words: &str, times: usize) {
        let end = Instant::now() + PATIENCE;
        while self.text().matches(words).count() < times {
            assert!(Instant::now() < end, "`{words}` never came:\n{}", self.screen.screen().contents());
            self.take(Duration::from_millis(100));
        }
        self.settle();
    }

    /// Waits until nothing more comes for a while.
    fn settle(&mut self) {
        while self.take(Duration::from_millis(250)) {}
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn close(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.settle();
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program did not end:\n{}", self.screen.screen().contents());
            self.take(Duration::from_millis(50));
        }
    }

    /// Whether typed characters are shown and lines are edited again.
    fn is_given_back(&self) -> bool {
        let flags = self.master.get_termios().map(|settings| format!("{:?}", settings.local_flags)).unwrap();
        let on = |flag: &str| flags.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == flag);
        on("ECHO") && on("ICANON") && on("ISIG") && !self.screen.screen().hide_cursor()
    }
}

const DOWN: &str = "\x1b[B";
const FIRST: &str = "Is er nu gevaar";

#[test]
fn enter_answers_nothing_until_a_choice_was_made() {
    let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    for _ in 0..3 {
        window.press("\r");
        window.settle();
    }
    assert!(!window.text().contains("Uw antwoord"), "{}", window.text());
    window.press(&format!("{DOWN}{DOWN}{DOWN}\r"));
    window.until("Waar ligt uw zorg?", 1);
    window.press("\x03");
    assert_eq!(window.close(), 130);
}

#[test]
fn ctrl_c_in_a_menu_gives_the_terminal_back_and_ends_with_130() {
    for _ in 0..3 {
        let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
        window.until(FIRST, 1);
        window.press("\x03");
        assert_eq!(window.close(), 130);
        assert!(window.is_given_back(), "{}", window.text());
        assert!(window.text().contains("Afgebroken"), "{}", window.text());
    }
}

#[test]
fn a_signal_from_outside_gives_the_terminal_back_too() {
    // While nothing was pressed, while a line is typed, and while the arrows move.
    for keys in ["", "ne", DOWN] {
        for signal in ["-TERM", "-HUP", "-INT"] {
            let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
            window.until(FIRST, 1);
            window.press(keys);
            window.settle();
            let pid = window.child.process_id().unwrap().to_string();
            assert!(std::process::Command::new("kill").args([signal, &pid]).status().unwrap().success());
            assert_ne!(window.close(), 0, "{keys:?} {signal}");
            assert!(window.is_given_back(), "{keys:?} {signal}: {}", window.text());
        }
    }
}

/// Set for the process that fails on purpose.
const FAILS: &str = "MELDCODE_TEST_FAILS_IN_A_MENU";

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "this test starts itself, and knows itself by a word in the environment"
)]
fn a_fault_in_a_menu_gives_the_terminal_back() {
    if std::env::var_os(FAILS).is_some() {
        let guard = Guard::take().unwrap();
        let _ = guard.reading(|| -> std::io::Result<()> {
            let mut raw = tcgetattr(std::io::stdin())?;
            raw.make_raw();
            tcsetattr(std::io::stdin(), OptionalActions::Now, &raw)?;
            write!(std::io::stderr(), "\u{1b}[?25lin the menu")?;
            panic!("a fault of the program");
        });
    }
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "a_fault_in_a_menu_gives_the_terminal_back", "--nocapture"]);
    command.env("TERM", "xterm");
    command.env(FAILS, "1");
    let mut window = Window::of(command, 24, 80);
    window.until("in the menu", 1);
    assert_ne!(window.close(), 0);
    assert!(window.text().contains("a fault of the program"), "{}", window.text());
    assert!(window.is_given_back(), "{}", window.text());
}

#[test]
fn in_menus_the_answers_of_an_exercise_come_to_the_result_of_its_file() {
    for name in [
        "structureel-onveilig",
        "afsluiten-zonder-vermoeden",
        "reclassering-advies-en-de-kindcheck-open",
        "kinderen-onder-elkaar",
    ] {
        let path = format!("meldcode/exercises/{name}.toml");
        let file: toml::Table =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap().parse().unwrap();
        let (profession, date) = (file["profession"].as_str().unwrap(), file["date"].to_string());
        let text = program::run(&["check", "--answers", &path], b"").out;
        let json = program::run(&["check", "--answers", &path, "--format", "json"], b"").out;
        let result: serde_json::Value = serde_json::from_str(&json).unwrap();
        let mut window = Window::open(
            60,
            81,
            "xterm",
            &["--color", "never", "check", "--profession", profession, "--date", &date],
        );
        for (asked, question) in result["path"].as_array().unwrap().iter().enumerate() {
            window.until("Enter.", asked + 1);
            let answer = &question["answer"];
            let one = || vec![answer.as_str().unwrap()];
            let chosen = answer
                .as_array()
                .map_or_else(one, |many| many.iter().map(|id| id.as_str().unwrap()).collect());
            window.press(&format!("{}\r", chosen.join(", ")));
        }
        window.until("Kloppen uw antwoorden?", 1);
        window.press("\r");
        window.close();
        assert!(window.text().replace("\r\n", "\n").contains(&text), "{name}: {}\n{text}", window.text());
    }
}

#[test]
fn what_was_typed_ahead_never_answers_the_next_question() {
    let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    // A paste: the third choice, and then more keys that would choose something in later questions.
    window.press(&format!("{DOWN}{DOWN}{DOWN}\r{DOWN}\r{DOWN}\r{DOWN}\r"));
    window.until("Waar ligt uw zorg?", 1);
    window.settle();
    assert_eq!(window.text().matches("Uw antwoord").count(), 1, "{}", window.text());
    window.press("\x03");
    assert_eq!(window.close(), 130);
}

#[test]
fn a_small_window_a_dumb_terminal_and_plain_lines_get_no_escape_codes() {
    for (rows, cols, term, plain) in
        [(8, 80, "xterm", false), (24, 30, "xterm", false), (24, 80, "dumb", false), (24, 80, "xterm", true)]
    {
        let mut arguments = vec!["check", "--profession", "leraar"];
        if plain {
            arguments.push("--plain");
        }
        let mut window = Window::open(rows, cols, term, &arguments);
        window.until("vraag 1", 1);
        window.press("nee\r");
        window.until("vraag 2", 1);
        window.press("stop\r");
        assert_eq!(window.close(), 5);
        assert!(!window.raw.contains(&0x1b), "{rows}x{cols} {term}: {}", window.text());
    }
}

#[test]
fn danger_now_shows_the_numbers_first_and_ends_well() {
    let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press(&format!("{DOWN}\r"));
    assert_eq!(window.close(), 0);
    let text = window.text();
    let card = text.split("op dit moment gevaar").last().unwrap_or_default();
    let first = card.lines().find(|line| line.contains("112") || line.contains("BEL NU"));
    assert!(first.is_some_and(|line| line.contains("112")), "{card}");
    assert!(window.is_given_back());
}

/// Goes down to the line with this number, the first being 1, and chooses it.
fn choose(line: usize) -> String {
    format!("{}\r", DOWN.repeat(line))
}

#[test]
fn in_menus_one_can_ask_what_to_do_now_and_change_an_answer_chosen_from_the_list() {
    let mut window = Window::open(50, 100, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press(&choose(3));
    window.until("Waar ligt uw zorg?", 1);
    // Below the eight choices: explanation, what to do now, the answers.
    window.press(&choose(10));
    window.until("TUSSENSTAND", 1);
    window.until("Waar ligt uw zorg?", 3);
    window.press(&choose(11));
    window.until("niets wijzigen, verder", 1);
    window.press(&choose(1));
    window.until("Eerder koos u: Nee", 1);
    window.press(&choose(1));
    assert_eq!(window.close(), 0, "danger is never held up by a review");
    assert!(window.text().contains("BEL NU"), "{}", window.text());
    assert!(window.is_given_back());
}

#[test]
fn in_menus_the_review_hears_what_is_typed_too() {
    let mut window = Window::open(50, 100, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press("nee\r");
    window.until("Waar ligt uw zorg?", 1);
    window.press("2\r");
    window.until("Kloppen uw antwoorden?", 1);
    window.press("wijzig 2\r");
    window.until("Eerder koos u: ", 1);
    window.press("terug\r");
    window.until("Kloppen uw antwoorden?", 2);
    window.press("1\r");
    assert_eq!(window.close(), 6);
    assert!(window.is_given_back());
}

#[test]
fn in_menus_the_review_takes_one_key() {
    let mut window = Window::open(50, 100, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press(&choose(3));
    window.until("Waar ligt uw zorg?", 1);
    window.press(&choose(2));
    window.until("Kloppen uw antwoorden?", 1);
    window.press("\r");
    assert_eq!(window.close(), 6);
    assert!(window.is_given_back());
}

/// A case in which a doubt was left, kept with another revision of a document than the one of now.
fn of_another_revision(name: &str) -> Desk {
    let desk = Desk::new(name);
    let said = [
        "nee",
        "thuis",
        "kind-tot-12",
        "geen-van-deze",
        "zelf-gezien",
        "collega,ouders-gesproken",
        "twijfel",
    ];
    let ran = desk.check(&["--profession", "leraar", "--save", "{case.toml}"], &said);
    assert_eq!(ran.code, 5, "{}{}", ran.err, ran.out);
    let case = desk.read("case.toml");
    let (_, body) = case.split_once('\n').unwrap();
    let other = body.replacen("revision = 1, digest = \"", "revision = 1, digest = \"0", 1);
    fs::write(desk.path("case.toml"), seal::toml(&other)).unwrap();
    desk
}

#[test]
fn in_menus_a_change_is_accepted_or_not_before_anything_is_asked() {
    let desk = of_another_revision("menus");
    let before = desk.read("case.toml");
    let case = desk.path("case.toml");
    let resume = ["check", "--resume", &case];
    let mut window = Window::open(50, 100, "xterm", &resume);
    window.until("ga verder met de norm van nu", 1);
    // Enter alone accepts nothing.
    window.press("\r");
    window.settle();
    assert!(!window.text().contains("Dit stond nog open"), "{}", window.text());
    window.press(&choose(2));
    assert_eq!(window.close(), 5);
    assert!(window.is_given_back());
    assert_eq!(desk.read("case.toml"), before);

    let mut window = Window::open(50, 100, "xterm", &resume);
    window.until("ga verder met de norm van nu", 1);
    window.press(&choose(1));
    window.until("Dit stond nog open", 1);
    window.until("Eerder koos u: Ik twijfel", 1);
    window.press(&choose(1));
    window.until("Hoe onveilig is het", 1);
    window.press("\x03");
    assert_eq!(window.close(), 130);
    assert!(window.text().contains("Wat u antwoordde, is bewaard."), "{}", window.text());
    assert!(desk.read("case.toml").contains("vermoeden = \"ja\""), "{}", desk.read("case.toml"));
}

#[test]
fn a_number_a_letter_and_a_word_choose_without_an_arrow() {
    let mut window = Window::open(50, 100, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press("3\r");
    window.until("Waar ligt uw zorg?", 1);
    window.press("thuis\r");
    window.until("vraag 3", 1);
    window.press("terug\r");
    window.until("Waar ligt uw zorg?", 2);
    window.press("uitleg\r");
    window.until("Waar ligt uw zorg?", 3);
    window.press("?\r");
    window.until("Waar ligt uw zorg?", 4);
    window.press("x\r");
    window.until("past niet bij een keuze", 1);
    // After that the menu still opens, below what was said.
    window.press(&choose(1));
    window.until("vraag 3", 2);
    window.press("stop\r");
    assert_eq!(window.close(), 5);
    assert!(window.is_given_back());
}

#[test]
fn yes_and_no_are_heard_in_both_languages() {
    for (lang, yes, echo) in [("nl", "j", "Uw antwoord: Ja"), ("en", "y", "Your answer: Yes")] {
        let mut window = Window::open(50, 100, "xterm", &["--lang", lang, "check", "--profession", "leraar"]);
        window.until("1", 1);
        for answer in ["3", "thuis", "kind-tot-12", "geen-van-deze", "zelf-gezien", "ouders-gesproken"] {
            let asked = window.text().matches("Enter").count();
            window.press(&format!("{answer}\r"));
            window.until("Enter", asked + 1);
        }
        assert!(!window.text().contains(echo), "{}", window.text());
        window.press(&format!("{yes}\r"));
        window.until(echo, 1);
        window.press("\x03");
        assert_eq!(window.close(), 130);
    }
}

#[test]
fn moving_in_a_menu_leaves_each_line_once_however_long_it_is() {
    for cols in [60, 80, 81, 100] {
        let mut window = Window::open(50, cols, "xterm", &["check", "--profession", "leraar"]);
        window.until(FIRST, 1);
        window.press("3\r");
        window.until("Waar ligt uw zorg?", 1);
        for _ in 0..20 {
            window.press(DOWN);
            window.settle();
        }
        let screen = window.screen.screen().contents();
        let screen = screen.rsplit_once("vraag 2").unwrap().1;
        for line in ["112-kaart: nu hulp nodig", "stoppen", "Waar ligt uw zorg?"] {
            assert_eq!(screen.matches(line).count(), 1, "{cols}: {line}\n{screen}");
        }
        assert_eq!(screen.matches("\n> ").count(), 1, "{cols}\n{screen}");
        window.press("\x03");
        assert_eq!(window.close(), 130);
    }
}

#[test]
fn a_backspace_takes_a_wide_character_from_the_screen_and_from_the_answer() {
    let mut window = Window::open(24, 80, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    window.press("漢e\u{301}");
    window.until("漢e", 1);
    window.press("\x7f\x7f3");
    window.settle();
    let screen = window.screen.screen().contents();
    assert!(screen.contains("Uw keuze: 3") && !screen.contains('漢'), "{screen}");
    window.press("\r");
    window.until("Waar ligt uw zorg?", 1);
    window.press("\x03");
    assert_eq!(window.close(), 130);
}

#[test]
fn a_window_of_two_rows_or_a_new_size_ends_nothing() {
    let mut window = Window::open(2, 80, "xterm", &["check", "--profession", "leraar"]);
    window.until("vraag 1", 1);
    window.press("nee\r");
    window.until("vraag 2", 1);
    window.press("stop\r");
    assert_eq!(window.close(), 5);
    let mut window = Window::open(50, 100, "xterm", &["check", "--profession", "leraar"]);
    window.until(FIRST, 1);
    for (rows, cols) in [(24, 50), (2, 20), (50, 120)] {
        window.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        window.press("x\r");
        window.settle();
    }
    window.press("3\r");
    window.until("Waar ligt uw zorg?", 1);
    window.press("\x03");
    assert_eq!(window.close(), 130);
    assert!(window.is_given_back());
}

#[test]
fn no_word_of_the_menu_library_is_seen_in_either_language() {
    for lang in ["nl", "en"] {
        let mut window = Window::open(50, 100, "xterm", &["--lang", lang, "check", "--profession", "leraar"]);
        window.until("Enter", 1);
        window.press(&choose(3));
        window.until("Enter", 2);
        window.press(&choose(1));
        window.until("Enter", 3);
        window.press(&format!("{DOWN}\r"));
        window.settle();
        for word in ["[Page", "Quit not allowed", "not a terminal", "[y/n]", "✔", "❯"] {
            assert!(!window.text().contains(word), "{word}: {}", window.text());
        }
        window.press("\x03");
        assert_eq!(window.close(), 130);
    }
}

#[test]
fn english_speaks_english_from_the_first_line() {
    let mut window = Window::open(24, 80, "xterm", &["--lang", "en", "check", "--profession", "leraar"]);
    window.until("question 1", 1);
    for dutch in ["vraag 1", "stoppen", "pijltjes"] {
        assert!(!window.text().contains(dutch), "{}", window.text());
    }
    window.press("\x03");
    assert_eq!(window.close(), 130);
}
