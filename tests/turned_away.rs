//! Who has no meldcode here is told so, and whom to reach: however they say who they are, and in the shape they asked for.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use program::run;
use serde_json::Value;

const RAAD: &str =
    "schema = 1\nprofession = \"raadsonderzoeker\"\ndate = 2026-11-22\n[answers]\ngevaar-nu = \"nu\"\n";
const LERAAR: &str =
    "schema = 1\nprofession = \"leraar\"\ndate = 2026-11-22\n[answers]\ngevaar-nu = \"nu\"\n";

#[test]
fn a_file_and_a_flag_are_turned_away_in_the_same_words() {
    let by_file = run(&["check", "--answers", "-"], RAAD.as_bytes());
    let by_flag = run(&["check", "--answers", "-", "--profession", "raadsonderzoeker"], LERAAR.as_bytes());
    assert_eq!((by_file.code, by_flag.code), (6, 6), "{}", by_file.err);
    assert_eq!(by_file.out, by_flag.out);
    for said in ["geen afwegingskader", "112: 112", "Veilig Thuis: 0800-2000"] {
        assert!(by_file.out.contains(said), "{said}: {}", by_file.out);
    }
}

#[test]
fn the_interview_offers_who_is_turned_away_and_says_so_in_both_languages() {
    for (lang, sector, profession, said) in [
        ("nl", "iets anders", "caribisch-nederland", "beschermingscode"),
        ("en", "something else", "caribisch-nederland", "protection code"),
        ("nl", "reclassering en justitie", "raadsonderzoeker", "geen afwegingskader"),
    ] {
        let typed = format!("{sector}\n{profession}\n");
        let ran = run(&["--lang", lang, "check", "--plain"], typed.as_bytes());
        assert_eq!(ran.code, 6, "{profession}: {}", ran.err);
        assert!(ran.out.contains(said), "{profession}: {}", ran.out);
    }
}

#[test]
fn from_the_second_question_one_can_go_back_to_the_first() {
    let ran = run(&["check", "--plain"], "iets anders\nterug\nstop\n".as_bytes());
    assert_eq!(ran.code, 5, "{}", ran.err);
    assert_eq!(ran.err.matches("of waar werkt u?").count(), 2, "{}", ran.err);
}

#[test]
fn the_list_of_professions_names_who_is_turned_away_and_why() {
    let listed = run(&["show", "professions", "--date", "2018-06-01"], b"").out;
    for said in ["caribisch-nederland\n", "raadsonderzoeker\n", "beschermingscode"] {
        assert!(listed.contains(said), "{said}: {listed}");
    }
}

#[test]
fn of_many_sets_the_others_are_still_evaluated_and_the_contacts_are_told_with_the_line() {
    let lines = |professions: &[&str]| {
        let line = |profession: &&str| {
            format!("{{\"schema\":1,\"profession\":\"{profession}\",\"answers\":{{\"gevaar-nu\":\"nu\"}}}}\n")
        };
        professions.iter().map(line).collect::<String>()
    };
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("turned-away");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("sets.jsonl");
    std::fs::write(&file, lines(&["leraar", "raadsonderzoeker", "huisarts"])).unwrap();
    let ran = run(&["evaluate", file.to_str().unwrap(), "--format", "jsonl"], b"");
    assert_eq!(ran.code, 4, "{}", ran.err);
    let values: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<bool> = values.iter().map(|line| line["error"].is_array()).collect();
    assert_eq!(told, [false, true, false], "{}", ran.out);
    for said in ["sets.jsonl:2:", "`raadsonderzoeker`", "geen afwegingskader", "112: 112", "0800-2000"] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    let flag = ["evaluate", file.to_str().unwrap(), "--format", "jsonl", "--profession", "raadsonderzoeker"];
    let ran = run(&flag, b"");
    assert_eq!((ran.code, ran.out.matches("\"error\":").count()), (4, 3), "{}", ran.err);
    assert_eq!(ran.err.matches("0800-2000").count(), 3, "{}", ran.err);
}

#[test]
fn programs_get_a_value_and_no_prose() {
    let commands: [&[&str]; 3] = [
        &["check", "--answers", "-", "--format", "json"],
        &["show", "steps", "--profession", "raadsonderzoeker", "--format", "json"],
        &["diff", "raadsonderzoeker", "leraar", "--format", "json"],
    ];
    for command in commands {
        let ran = run(command, RAAD.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (6, ""), "{command:?}");
        let value: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(value["refused"]["id"], "raadsonderzoeker");
        let contacts = value["refused"]["contacts"].as_array().unwrap();
        let numbers: Vec<&str> = contacts.iter().filter_map(|one| one["number"].as_str()).collect();
        assert_eq!(numbers, ["112", "0800-2000"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_told_as_with_every_other_result() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = std::process::Command::new(env!("CARGO_BIN_EXE_meldcode"))
        .args(["show", "steps", "--profession", "raadsonderzoeker"])
        .env_remove("MELDCODE_CONTENT")
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(70));
    assert!(!ran.stderr.is_empty());
}
