//! A case over time: saved answer by answer, taken up again with what was due, decided, and replayed.
//!
//! Runs the program as people do. What a file looks like is tested in `saved`, and what a kill leaves in `kept`.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is what a test is for")]

#[path = "support/desk.rs"]
mod desk;
#[path = "support/folder.rs"]
mod folder;
mod program;

use std::fs;
use std::path::Path;

use desk::Desk;
use folder::copy;
use meldcode::case::seal;

/// The names of everything that lies on a desk, hidden names too.
fn names(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path("")).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The small content of the tests, and its next revision: in that one a doubt about safety cannot wait.
fn two_revisions(desk: &Desk) {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/base");
    for name in ["then", "now"] {
        copy(&base, Path::new(&desk.path(name)));
    }
    let weighing = "now/afwegingskader/kort/2019-01-01.toml";
    let text = desk.read(weighing);
    let text = text.replace("revision = 1", "revision = 2");
    let doubt = "readings = [\"onveilig\", \"geen\"]\n";
    assert!(text.contains(doubt));
    fs::write(desk.path(weighing), text.replace(doubt, &format!("{doubt}raises = \"now\"\n"))).unwrap();
}

#[test]
fn from_the_first_question_to_the_replay() {
    let desk = Desk::new("whole");
    two_revisions(&desk);
    // Back, explanation, a change, a doubt; and then it is stopped.
    let first = desk.check(
        &[
            "--content",
            "{then}",
            "--profession",
            "voorbeeld",
            "--date",
            "2026-01-05",
            "--save",
            "{case.toml}",
        ],
        &[
            "nee",
            "medewerker",
            "terug",
            "uitleg",
            "thuis",
            "collega",
            "wijzig 3",
            "collega,gesproken",
            "ja",
            "twijfel",
            "stop",
        ],
    );
    // `medewerker` leads to another door, so that the review comes up; `terug` goes back from there too.
    assert_eq!(first.code, 5, "{}", first.err);
    assert!(first.err.contains("Er is nog geen advies. Wat u antwoordde, is bewaard."), "{}", first.err);
    assert!(first.err.contains("Dan is er een andere weg."), "the explanation was given: {}", first.err);
    let saved = desk.read("case.toml");
    assert!(saved.contains("waar = \"thuis\"\ngedaan = [\"collega\", \"gesproken\"]\n"), "{saved}");
    assert!(saved.contains("outlook = \"not-yet\""), "{saved}");
    // The file is an answer file too.
    let answers = desk.run(&["check", "--content", "{then}", "--answers", "{case.toml}"], "");
    assert_eq!(answers.code, 5, "{}", answers.err);

    // A month later, under a newer revision. Who does not accept it changes nothing.
    let later: &[&str] = &["--content", "{now}", "--date", "2026-02-05", "--resume", "{case.toml}"];
    for refusal in [&["nee"][..], &["stop"], &["uitleg", "overzicht", "112", "nee"], &[]] {
        let refused = desk.check(later, refusal);
        assert_eq!(refused.code, 5, "{}", refused.err);
        assert!(refused.err.contains("De casus is niet veranderd."), "{}", refused.err);
        assert!(refused.out.is_empty());
        assert_eq!(desk.read("case.toml"), saved);
    }
    // Who does is asked for the doubt first, and then for what was decided.
    let receipt = [later, &["--receipt", "{receipt.json}"]].concat();
    let replies = ["ja", "onveilig", "ja", "no", "own", "new-facts"];
    let resumed = desk.check(&receipt, &replies);
    assert_eq!(resumed.code, 0, "{}", resumed.err);
    let order = [
        "bewaard op 2026-01-05",
        "DE INHOUD IS VERANDERD",
        "Toen nog niet",
        "afwegingskader/kort: was 2019-01-01 uitgave 1",
        "Dit stond nog open.",
        "Hoe onveilig is het?",
        "Eerder koos u: Ik twijfel over de veiligheid.",
        "Kloppen uw antwoorden?",
        "gaat u melden?",
        "U besluit anders dan het advies.",
    ];
    let (shown, mut from) = (flat(&resumed.err), 0);
    for part in order {
        let place = shown.get(from..).and_then(|rest| rest.find(part));
        from += place.unwrap_or_else(|| panic!("`{part}` does not come here:\n{shown}"));
    }
    let record = resumed.out.rsplit("-----\n").next().unwrap();
    for part in [
        "ADVIES      melden: ja; hulp: samen met Veilig Thuis (melden)",
        "BESLUIT     melden: nee; hulp: zelf geven of regelen. 2026-02-05: anders dan",
        "REDEN       Ik weet nu meer dan ik invulde.",
        "OVERLEGD    overleg\n",
        "blijft u twijfelen? Bel Veilig Thuis:",
    ] {
        assert!(record.contains(part), "{part}\n{record}");
    }
    let kept = desk.read("case.toml");
    assert!(kept.contains("date = 2026-02-05\n") && kept.contains("ground = \"new-facts\""), "{kept}");
    assert_eq!(names(&desk), ["case.toml", "now", "receipt.json", "then"]);

    // The receipt replays to the same; under the revision of then it says which document is not there.
    let replay = |content: &str| desk.run(&["replay", "{receipt.json}", "--content", content], "");
    let same = replay("{now}");
    assert_eq!((same.code, same.err.as_str()), (0, ""));
    assert!(same.out.starts_with("Hetzelfde resultaat"), "{}", same.out);
    let gone = replay("{then}");
    assert_eq!(gone.code, 3, "{}", gone.out);
    assert!(gone.out.contains("afwegingskader/kort: was 2019-01-01 uitgave 2"), "{}", gone.out);
    assert!(gone.out.contains("komt er wel hetzelfde uit"), "{}", gone.out);
}

/// The answers of a teacher who thinks that it is structurally unsafe and did not speak with the parents yet.
const NOT_SPOKEN: [&str; 10] = [
    "nee",
    "thuis",
    "kind-tot-12",
    "geen-van-deze",
    "zelf-gezien",
    "feiten,collega",
    "nog-niet",
    "ja",
    "structureel",
    "23-10",
];
const TEACHER: &[&str] = &["--profession", "leraar", "--date", "2026-10-20", "--save", "{case.toml}"];
const LATER: &[&str] = &["--resume", "{case.toml}", "--date", "2026-11-20"];

/// A text as it reads, however its lines were broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a few words come before others.
fn comes_before(text: &str, one: &str, other: &str) -> bool {
    let text = flat(text);
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("`{part}` is not here:\n{text}"));
    at(one) < at(other)
}

#[test]
fn the_talk_is_asked_first_and_then_whether_the_report_was_made_and_then_whether_it_helped() {
    let desk = Desk::new("due");
    let first = desk.check(TEACHER, &[&NOT_SPOKEN[..], &["ja", "stop"]].concat());
    assert_eq!(first.code, 5, "{}", first.err);
    let listed = desk.run(&["cases", "{}"], "");
    assert!(listed.out.contains("2026-10-23"), "{}", listed.out);
    assert!(listed.out.contains("gesprek over uw zorg, als dat veilig is"), "{}", listed.out);

    // The talk.
    let spoken = desk.check(LATER, &["feiten,collega,ouders-gesproken", "ja", "yes", "with-veilig-thuis"]);
    assert_eq!(spoken.code, 0, "{}", spoken.err);
    assert!(comes_before(&spoken.err, "op 2026-10-23, die dag is voorbij", "Wat is er al gedaan?"));
    assert!(comes_before(&spoken.err, "Wat is er al gedaan?", "Kloppen uw antwoorden?"), "{}", spoken.err);
    assert!(!spoken.err.contains("Is er nu gevaar, of is iemand de komende uren"), "{}", spoken.err);
    // The report.
    let reported = desk.check(LATER, &["ja-verteld", "ja", "stop"]);
    assert!(
        comes_before(&reported.err, "Is de melding bij Veilig Thuis gedaan?", "Kloppen uw antwoorden?"),
        "{}",
        reported.err
    );
    // What was decided a sitting ago stays.
    assert!(flat(&reported.out).contains("2026-11-20: zoals het advies"), "{}", reported.out);
    assert!(desk.read("case.toml").contains("[decision]"));
    // The result, which nobody knows yet: it stays open, and can be asked again.
    for _ in 0..2 {
        let unknown = desk.check(LATER, &["terug", "ja", "stop"]);
        assert_eq!(unknown.code, 0, "{}", unknown.err);
        assert!(unknown.err.contains("Brengt de hulp op tijd"), "{}", unknown.err);
        assert!(unknown.err.contains("Deze vraag blijft open."), "{}", unknown.err);
    }
    let known = desk.check(LATER, &["nee", "ja", "stop"]);
    assert!(comes_before(&known.err, "Brengt de hulp op tijd", "Kloppen uw antwoorden?"), "{}", known.err);
    assert!(desk.read("case.toml").contains("resultaat = \"nee\""));
}

#[test]
fn a_doubt_and_a_danger_are_asked_again_first() {
    for (answers, first) in [
        (
            vec![
                "nee",
                "thuis",
                "kind-tot-12",
                "geen-van-deze",
                "zelf-gezien",
                "collega,ouders-gesproken",
                "twijfel",
                "ja",
            ],
            "Is er, alles bij elkaar",
        ),
        (vec!["nu"], "Is er nu gevaar, of is iemand"),
    ] {
        let desk = Desk::new(&format!("again-{}", answers.len()));
        let ran = desk.check(TEACHER, &[&answers[..], &["stop"]].concat());
        assert!([0, 5].contains(&ran.code), "{}", ran.err);
        let again = desk.check(LATER, &["stop"]);
        assert_eq!(again.code, 5, "{}", again.err);
        assert!(comes_before(&again.err, "Dit stond nog open.", first), "{}", again.err);
        assert!(comes_before(&again.err, first, "Eerder koos u:"), "{}", again.err);
    }
}

#[test]
fn after_each_answer_the_case_is_what_was_answered_so_far() {
    // When only the day is still to be named, the talk itself is what was due: that is another test.
    for count in 1..NOT_SPOKEN.len() - 1 {
        let desk = Desk::new("each");
        let ran = desk.check(TEACHER, &NOT_SPOKEN[..count]);
        assert_eq!(ran.code, 5, "{}", ran.err);
        assert!(ran.err.contains("Wat u antwoordde, is bewaard."), "{}", ran.err);
        let text = desk.read("case.toml");
        let answers = text.split_once("[answers]\n").unwrap().1.split_once("\n[result]").unwrap().0;
        assert_eq!(answers.lines().filter(|line| !line.is_empty()).count(), count, "{text}");
        // Taken up again on the same day it goes on where it was.
        let rest = desk.check(&["--resume", "{case.toml}", "--date", "2026-10-20"], &NOT_SPOKEN[count..]);
        let whole = desk.check(&["--profession", "leraar", "--date", "2026-10-20"], &NOT_SPOKEN);
        assert_eq!(
            rest.out.rsplit_once("STEMPEL").map(|(page, _)| page),
            whole.out.rsplit_once("STEMPEL").map(|(page, _)| page),
            "{count}"
        );
    }
}

#[test]
fn a_file_that_exists_is_never_written_over_and_nothing_is_asked_first() {
    let desk = Desk::new("exists");
    fs::write(desk.path("other.toml"), "something else").unwrap();
    for arguments in [
        ["--save", "{other.toml}"],
        ["--receipt", "{other.toml}"],
        ["--save", "{no/such.toml}"],
        ["--receipt", "{no/such.json}"],
        ["--save", "{other.toml/x}"],
    ] {
        let ran = desk.check(&[&["--profession", "leraar"][..], &arguments].concat(), &["nee"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(!ran.err.contains("gevaar, of is iemand"), "{}", ran.err);
    }
    let both = ["--profession", "leraar", "--save", "{new}", "--receipt", "{new}"];
    assert_eq!(desk.check(&both, &["nee"]).code, 2);
    assert_eq!(desk.read("other.toml"), "something else");
    // Only the case that is resumed may be named again; the same answers can also go on in a new file.
    desk.check(TEACHER, &["nee", "thuis"]);
    let case = desk.read("case.toml");
    let same = desk.check(
        &["--resume", "{case.toml}", "--save", "{case.toml}", "--date", "2026-10-20"],
        &["kind-tot-12"],
    );
    assert_eq!(same.code, 5, "{}", same.err);
    assert_ne!(desk.read("case.toml"), case);
    let case = desk.read("case.toml");
    let new = desk.check(
        &["--resume", "{case.toml}", "--save", "{new.toml}", "--date", "2026-10-20"],
        &["geen-van-deze"],
    );
    assert_eq!(new.code, 5, "{}", new.err);
    assert_eq!(desk.read("case.toml"), case);
    assert!(desk.read("new.toml").contains("speelt"));
    let other = desk.check(&["--resume", "{case.toml}", "--save", "{other.toml}"], &["nee"]);
    assert_eq!(other.code, 2, "{}", other.err);
    assert_eq!(names(&desk), ["case.toml", "new.toml", "other.toml"]);
}

#[test]
fn a_case_that_is_not_whole_is_refused_with_the_reason_and_left_alone() {
    let desk = Desk::new("torn");
    desk.check(TEACHER, &["nee", "thuis"]);
    let whole = desk.read("case.toml");
    let torn = [
        whole.get(..whole.len() / 2).unwrap().to_owned(),
        whole.replace("\"nee\"", "\"nu\""),
        String::new(),
        "schema = 1\nprofession = \"leraar\"\n[answers]\n".to_owned(),
    ];
    for text in torn {
        fs::write(desk.path("case.toml"), &text).unwrap();
        let ran = desk.check(LATER, &["ja"]);
        assert_eq!(ran.code, 4, "{}", ran.err);
        assert!(ran.err.contains("fout["), "{}", ran.err);
        assert_eq!(desk.read("case.toml"), text);
    }
}

#[test]
fn cases_are_listed_by_day_and_what_cannot_be_read_is_listed_with_its_reason() {
    let desk = Desk::new("list");
    fs::create_dir(desk.path("cases")).unwrap();
    let save = |name: &str, replies: &[&str]| {
        let place = format!("{{cases/{name}}}");
        let arguments = ["--profession", "leraar", "--date", "2026-10-20", "--save", &place];
        desk.check(&arguments, &[replies, &["ja", "stop"]].concat());
    };
    let on = |day: &'static str| [&NOT_SPOKEN[..9], &[day]].concat();
    save("b-later.toml", &on("3-11"));
    save("a-sooner.toml", &on("23-10"));
    save("c-no-day.toml", &on("0"));
    save(
        "d-closed.toml",
        &[
            "nee",
            "thuis",
            "kind-tot-12",
            "geen-van-deze",
            "zelf-gezien",
            "feiten,collega,ouders-gesproken",
            "nee",
        ],
    );
    fs::write(desk.path("cases/e-torn.toml"), "digest = \"").unwrap();
    fs::write(desk.path("cases/f-answers.toml"), "schema = 1\nprofession = \"leraar\"\n[answers]\n").unwrap();
    fs::write(desk.path("cases/receipt.json"), "{}").unwrap();
    fs::write(desk.path("cases/.hidden.toml"), "").unwrap();
    let listed = desk.run(&["cases", "{cases}"], "");
    assert_eq!(listed.code, 4, "{}", listed.err);
    let files: Vec<&str> = listed
        .out
        .lines()
        .skip(1)
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| word.contains(".toml"))
        .collect();
    assert_eq!(
        files,
        ["c-no-day.toml", "a-sooner.toml", "b-later.toml", "d-closed.toml", "e-torn.toml", "f-answers.toml"],
        "{}",
        listed.out
    );
    for part in
        ["leraar", "2026-10-23", "melden: ja", "dit bestand is niet heel", "dit is geen bewaarde casus"]
    {
        assert!(listed.out.contains(part), "{part}: {}", listed.out);
    }
    let json = desk.run(&["cases", "{cases}", "--format", "json"], "");
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let case = value.pointer("/cases/1").unwrap();
    assert_eq!(case.pointer("/day").unwrap(), "2026-10-23");
    assert_eq!(case.pointer("/due/0/kind").unwrap(), "duty");
    assert_eq!(case.pointer("/direction/report").unwrap(), "yes");
    assert_eq!(value.pointer("/unusable").unwrap().as_array().unwrap().len(), 2);
    let none = desk.run(&["cases", "{nowhere}"], "");
    assert_eq!(none.code, 4, "{}", none.out);
}

#[test]
fn a_receipt_of_an_answer_file_replays_and_a_result_that_was_other_is_told() {
    let desk = Desk::new("receipt");
    let exercise = "meldcode/exercises/structureel-nog-niet-gesproken.toml";
    let made = desk.run(&["check", "--answers", exercise, "--receipt", "{r.json}"], "");
    assert_eq!(made.code, 5, "{}", made.err);
    let text = desk.read("r.json");
    let mut value: serde_json::Map<_, _> = serde_json::from_str(&text).unwrap();
    for key in ["profession", "date", "answers", "result", "stamp", "digest"] {
        assert!(value.contains_key(key), "{key}");
    }
    assert_eq!(desk.run(&["replay", "{r.json}"], "").code, 0);
    assert_eq!(desk.run(&["check", "--answers", "{r.json}"], "").code, 5);
    // A case is a receipt of itself.
    desk.check(TEACHER, &NOT_SPOKEN);
    assert_eq!(desk.run(&["replay", "{case.toml}"], "").code, 0);
    // An engine that came to another row.
    value.shift_remove("digest");
    value.get_mut("result").unwrap().as_object_mut().unwrap().insert("row".into(), "helpen".into());
    fs::write(desk.path("other.json"), seal::json(value)).unwrap();
    let other = desk.run(&["replay", "{other.json}"], "");
    assert_eq!(other.code, 1, "{}", other.out);
    assert!(other.out.contains("row: was helpen, is nu melden-onveilig"), "{}", other.out);
    let json = desk.run(&["replay", "{other.json}", "--format", "json"], "");
    assert!(json.out.contains("\"same\": false"), "{}", json.out);
    // Changed by hand, or no receipt at all.
    fs::write(desk.path("torn.json"), text.replace("structureel", "geen")).unwrap();
    for name in ["{torn.json}", exercise] {
        assert_eq!(desk.run(&["replay", name], "").code, 4);
    }
    assert_eq!(desk.run(&["check", "--resume", "{r.json}", "--plain"], "").code, 4);
}

#[test]
fn a_decision_is_asked_only_when_a_case_is_kept_or_when_it_is_asked_for_and_never_at_danger() {
    let asks = |ran: &program::Ran| ran.err.contains("gaat u melden?");
    let desk = Desk::new("decides");
    let teacher = ["--profession", "leraar", "--date", "2026-10-20"];
    assert!(!asks(&desk.check(&teacher, &NOT_SPOKEN)));
    let decided = desk.check(
        &[&teacher[..], &["--decide", "--format", "json"]].concat(),
        &[&NOT_SPOKEN[..], &["ja", "yes", "own"]].concat(),
    );
    assert!(asks(&decided), "{}", decided.err);
    let value: serde_json::Value = serde_json::from_str(&decided.out).unwrap();
    assert_eq!(value.pointer("/decision/report").unwrap(), "yes");
    assert!(value.pointer("/decision/ground").unwrap().is_null(), "reporting never needs a ground: {value}");
    assert!(!asks(&desk.check(TEACHER, &["nu"])));
}
