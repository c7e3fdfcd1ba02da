//! A trainer at work: exercises that are found, begun and checked, in both languages.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;
mod trainer;

use std::fs;

use meldcode::exercise::embedded::EXERCISES;
use meldcode::exercise::template::template;
use meldcode::ui::lang::Lang;
use program::{Ran, run};
use serde_json::Value;
use trainer::{WHOLE, written};

/// What `exercise lint` says of this text, under the name that its file has to have.
fn linted(folder: &str, text: &str, flags: &[&str]) -> Ran {
    let path = written(&format!("{folder}/na-het-gesprek.toml"), text);
    run(&[&["exercise", "lint", path.to_str().unwrap()], flags].concat(), b"")
}

fn changed(old: &str, new: &str) -> String {
    assert!(WHOLE.contains(old), "{old}");
    WHOLE.replacen(old, new, 1)
}

#[test]
fn every_built_in_exercise_is_sound() {
    let ran = run(&["exercise", "lint"], b"");
    let count = EXERCISES.len();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.contains(&format!("{count} in orde")), "{}", ran.out);
    let folder = run(&["exercise", "lint", "meldcode/exercises"], b"");
    assert!(folder.code == 0 && folder.out.contains(&format!("{count} in orde")), "{}", folder.out);
}

#[test]
fn a_whole_exercise_is_sound_without_a_note() {
    for (lang, sound) in [("nl", "1 in orde\n"), ("en", "1 sound\n")] {
        let text = changed("choice = \"geen\"", "choice = \"geen\"").replacen(
            "[[phase]]",
            "[[feedback]]\nquestion = \"vermoeden\"\nchoice = \"nee\"\nsays = \"Uw zorg is er nog.\"\n\n[[phase]]",
            1,
        );
        let ran = linted("whole", &text, &["--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, sound, ""));
    }
}

#[test]
fn what_would_teach_what_is_not_so_is_a_fault_in_its_line() {
    for (name, old, new, line, words) in [
        ("key", "holds = [\"gesprek\"]", "holds = [\"overleg\"]", 25, "holds"),
        ("later-key", "report = \"yes\"", "report = \"again\"", 50, "report"),
        ("acceptable", "outlook = \"advise\"", "outlook = \"not-yet\"", 28, "eigen antwoorden"),
        ("never", "report = \"no\"", "report = \"undecided\"", 33, "nooit"),
        ("goal", "\"Een melding wacht", "\"\"\"Een melding\nwacht", 7, "één regel"),
        ("short", "U schreef op wat u zag, en overlegde.\nMet de ouders sprak u nog niet.", "", 4, "1 zin"),
        ("blank", "\"Al weken slecht eruitzien is een patroon.\"", "\"<wat u zegt>\"", 38, "`says`"),
        ("name", "Uw zorg is niet weg.", "Uw zorg is niet weg. Hoe heet de leerling?", 44, "naar een naam"),
    ] {
        let text = changed(old, new);
        let text = if name == "goal" { text.replacen("veilig kan.\"", "veilig kan.\"\"\"", 1) } else { text };
        let ran = linted(name, &text, &[]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{name}: {}", ran.out);
        let place = format!("na-het-gesprek.toml:{line}:");
        assert!(ran.out.contains(&place) && ran.out.contains(words), "{name} {place}\n{}", ran.out);
        assert!(ran.out.contains("bad-exercise"), "{name}: {}", ran.out);
    }
}

#[test]
fn what_fits_no_norm_cannot_be_used_and_says_what_was_meant() {
    for (name, old, new, line, near) in [
        ("question", "question = \"onveiligheid\"", "question = \"onveilighed\"", 38, "onveiligheid"),
        ("choice", "choice = \"geen\"", "choice = \"gene\"", 39, "geen"),
        ("phase-key", "[[phase.never]]", "[[phase.nevr]]", 52, "never"),
        ("phase-answer", "[phase.answers]\ngedaan", "[phase.answers]\ngedaam", 48, "gedaan"),
        ("profession", "profession = \"leraar\"", "profession = \"leraer\"", 10, "leraar"),
        ("title", "title = \"Na het gesprek\"\n", "", 42, "`title`"),
        ("later", "date = 2026-11-22", "date = 2999-01-01", 11, "2999"),
    ] {
        let ran = linted(name, &changed(old, new), &[]);
        assert_eq!((ran.code, ran.err.as_str()), (4, ""), "{name}: {}", ran.out);
        let place = format!("na-het-gesprek.toml:{line}:");
        assert!(ran.out.contains(&place) && ran.out.contains(near), "{name} {place}\n{}", ran.out);
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_what_cannot_be_used_outweighs_a_fault() {
    let folder = written("all/a.toml", "schema = 1\n[answers]\n");
    written("all/na-het-gesprek.toml", &changed("report = \"no\"", "report = \"undecided\""));
    written("all/another.toml", WHOLE);
    let ran = run(&["exercise", "lint", folder.parent().unwrap().to_str().unwrap()], b"");
    assert_eq!(ran.code, 4, "{}", ran.out);
    for key in ["id", "title", "goal", "profession", "vignette", "expect"] {
        assert!(ran.out.contains(&format!("`{key}` ontbreekt")), "{key}: {}", ran.out);
    }
    assert!(ran.out.contains("heet `na-het-gesprek` en het bestand `another`"), "{}", ran.out);
    assert!(ran.out.contains("er is nog een oefening `na-het-gesprek`"), "{}", ran.out);
    assert!(ran.out.contains("2 met fouten, 1 niet te gebruiken"), "{}", ran.out);
}

#[test]
fn advice_to_a_trainer_changes_no_exit_code() {
    let bare = changed("difficulty = \"basic\"\nsource = \"eigen praktijk\"\n", "");
    let ran = linted("bare", &bare, &["--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
    assert!(
        ran.out.contains("also has `difficulty`, `source`") && ran.out.contains("1 sound, 1 with a note")
    );
    // To what comes out as it never may, something has to be said.
    assert!(ran.out.contains(":23:") && ran.out.contains("`vermoeden = nee`"), "{}", ran.out);
    // What is said to the right choice is praise, and what is said to one that comes to the same is worth a second look.
    let noted = |choice: &str| {
        let ran = linted("harmless", &changed("choice = \"geen\"", &format!("choice = \"{choice}\"")), &[]);
        assert_eq!(ran.code, 0, "{}", ran.out);
        ran.out.contains(&format!("`onveiligheid = {choice}`"))
    };
    assert!(noted("twijfel") && !noted("structureel"));
}

#[test]
fn a_new_exercise_says_what_is_left_and_is_sound_once_that_is_filled_in() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("trainer/new");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("mijn-oefening.toml");
    let name = path.to_str().unwrap();
    for lang in ["nl", "en"] {
        let _ = fs::remove_file(&path);
        assert_eq!(run(&["exercise", "new", name, "--lang", lang], b"").code, 0);
        let again = run(&["exercise", "new", name, "--lang", lang], b"");
        assert_eq!((again.code, again.out.as_str()), (2, ""), "never over a file that is there");
        let text = fs::read_to_string(&path).unwrap();
        let ran = run(&["exercise", "lint", name, "--lang", lang], b"");
        let blanks = text.lines().filter(|line| !line.starts_with('#') && line.contains('<')).count();
        assert_eq!((ran.code, ran.out.matches("bad-exercise").count()), (1, blanks), "{}", ran.out);
        let filled = text.replace("<de situatie>", "Een kind van tien. U ziet het al weken.");
        let filled = filled.replace("<the situation>", "A child of ten. You have seen it for weeks.");
        let filled: String = filled
            .lines()
            .map(|line| if line.starts_with('#') { line.to_owned() } else { line.replace(['<', '>'], "") })
            .map(|line| line + "\n")
            .collect();
        fs::write(&path, filled).unwrap();
        let ran = run(&["exercise", "lint", name, "--lang", lang], b"");
        assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{}", ran.out);
    }
    let bad = run(&["exercise", "new", folder.join("Mijn oefening.toml").to_str().unwrap()], b"");
    assert_eq!(bad.code, 2, "{}", bad.err);
}

#[test]
fn the_second_phase_of_the_template_is_sound_too_once_it_is_asked_for() {
    let day = jiff::civil::date(2026, 11, 22);
    for lang in [Lang::Nl, Lang::En] {
        let text = template("na-het-gesprek", day, lang);
        let (first, phase) = text.split_once("# [[phase]]").unwrap();
        let phase: String =
            phase.lines().map(|line| line.trim_start_matches("# ").to_owned() + "\n").collect();
        let whole = format!("{first}[[phase]]{phase}");
        let story = if lang == Lang::Nl {
            ("<de situatie>", "<wat er nu bekend is>")
        } else {
            ("<the situation>", "<what is known now>")
        };
        let whole = whole.replace(story.0, "Een. Twee.").replace(story.1, "Een. Twee.");
        let whole: String = whole
            .lines()
            .map(|line| if line.starts_with('#') { line.to_owned() } else { line.replace(['<', '>'], "") } + "\n")
            .collect();
        let ran = linted("template-phase", &whole, &[]);
        assert_eq!(ran.code, 0, "{}", ran.out);
    }
}

#[test]
fn the_list_names_every_exercise_and_a_folder_of_ones_own_comes_first() {
    let all: Value = serde_json::from_str(&run(&["exercise", "list", "--format", "json"], b"").out).unwrap();
    let all = all["exercises"].as_array().unwrap();
    assert_eq!(all.len(), EXERCISES.len());
    let own = written("own/na-het-gesprek.toml", WHOLE);
    let own = own.parent().unwrap().to_str().unwrap();
    let ran = run(&["exercise", "list", "--exercises", own, "--format", "json"], b"");
    let list: Value = serde_json::from_str(&ran.out).unwrap();
    let first = &list["exercises"][0];
    assert_eq!(first["id"], "na-het-gesprek");
    assert_eq!((&first["difficulty"], &first["built_in"]), (&Value::from("basic"), &Value::from(false)));
    assert_eq!((&first["phases"], &first["outlook"]), (&Value::from(2), &Value::from("not-yet")));
}

#[test]
fn the_list_shows_only_what_is_looked_for() {
    let count = |flags: &[&str]| {
        let ran = run(&[&["exercise", "list", "--format", "json"], flags].concat(), b"");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let list: Value = serde_json::from_str(&ran.out).unwrap();
        list["exercises"].as_array().unwrap().clone()
    };
    let leraar = count(&["--profession", "leraar"]);
    assert!(!leraar.is_empty() && leraar.iter().all(|one| one["profession"] == "leraar"));
    let emergency = count(&["--outlook", "emergency", "--profession", "algemeen"]);
    assert!(!emergency.is_empty() && emergency.iter().all(|one| one["outlook"] == "emergency"));
    assert!(count(&["--text", "CODEWOORD"]).iter().any(|one| one["id"] == "een-codewoord"));
    assert!(count(&["--text", "dit woord staat nergens"]).is_empty());
    assert_eq!(run(&["exercise", "list", "--difficulty", "easy"], b"").code, 2);
    let table = run(&["exercise", "list", "--text", "codewoord", "--lang", "en"], b"");
    assert!(table.out.starts_with("id ") && table.out.contains(" of "), "{}", table.out);
}
