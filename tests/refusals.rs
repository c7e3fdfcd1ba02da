//! Input that cannot be used: a clear error with its place, the right exit code, and never half a result.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use std::fs;
use std::path::PathBuf;

use program::{Ran, run};

const HEAD: &str = "schema = 1\nprofession = \"leraar\"\ndate = 2026-11-22\n[answers]\n";

/// A file of this name with these bytes, checked.
fn check_file(name: &str, bytes: &[u8]) -> Ran {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    let ran = run(&["check", "--answers", path.to_str().unwrap()], b"");
    fs::remove_file(&path).unwrap();
    ran
}

/// Asserts a refusal: exit 4, no half a result, the file named, and every one of these words said.
#[track_caller]
fn refused(ran: &Ran, name: &str, words: &[&str]) {
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
    assert!(ran.err.contains(name), "{}", ran.err);
    for word in words {
        assert!(ran.err.contains(word), "`{word}` is not in:\n{}", ran.err);
    }
}

#[test]
fn an_unknown_profession_is_told_with_the_nearest_word() {
    let file = HEAD.replace("leraar", "leraer");
    let ran = run(&["check", "--answers", "-"], file.as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (4, ""));
    assert!(ran.err.contains("`leraer`") && ran.err.contains("bedoelde u `leraar`?"), "{}", ran.err);
    let ran = run(&["check", "--answers", "-", "--profession", "leraer"], HEAD.as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`leraer`") && ran.err.contains("bedoelde u `leraar`?"), "{}", ran.err);
}

#[test]
fn an_unknown_question_is_told_with_file_line_and_nearest_word() {
    let ran = check_file("question.toml", format!("{HEAD}onveiligeid = \"acuut\"\n").as_bytes());
    refused(&ran, "question.toml:5:1", &["bedoelde u `onveiligheid`?"]);
}

#[test]
fn an_unknown_choice_is_told_with_file_line_and_nearest_word() {
    let ran = check_file("choice.toml", format!("{HEAD}vermoeden = \"twijfle\"\n").as_bytes());
    refused(&ran, "choice.toml:5:13", &["bedoelde u `twijfel`?"]);
    let json = r#"{ "schema": 1, "profession": "leraar",
"answers": { "vermoeden": "twijfle" } }"#;
    refused(&check_file("choice.json", json.as_bytes()), "choice.json:2:27", &["bedoelde u `twijfel`?"]);
}

#[test]
fn an_unknown_key_beside_the_answers_is_told_with_the_nearest_word() {
    let ran = check_file("key.toml", HEAD.replace("date", "vignete = \"x\"\ndate").as_bytes());
    refused(&ran, "key.toml:3:1", &["bedoelde u `vignette`?"]);
}

#[test]
fn two_answers_to_a_one_choice_question_are_refused_with_what_can_be_chosen() {
    let ran = check_file("two.toml", format!("{HEAD}vermoeden = [\"ja\", \"nee\"]\n").as_bytes());
    refused(&ran, "two.toml:5:13", &["past één antwoord", "`ja`, `nee`, `twijfel`"]);
}

#[test]
fn a_question_answered_twice_is_refused() {
    let twice = format!("{HEAD}vermoeden = \"ja\"\nvermoeden = \"nee\"\n");
    refused(&check_file("twice.toml", twice.as_bytes()), "twice.toml:6:1", &[]);
    let json =
        r#"{ "schema": 1, "profession": "leraar", "answers": { "wie": "volwassene", "wie": "ongeboren" } }"#;
    refused(&check_file("twice.json", json.as_bytes()), "twice.json:1:", &["`wie` staat er twee keer"]);
}

#[test]
fn a_value_of_the_wrong_type_is_refused_where_it_stands() {
    for (index, value) in ["3", "true", "1.5", "{ a = 1 }", "2026-11-22"].iter().enumerate() {
        let name = format!("type-{index}.toml");
        let ran = check_file(&name, format!("{HEAD}vermoeden = {value}\n").as_bytes());
        refused(&ran, &format!("{name}:5:13"), &["`vermoeden`"]);
    }
    for key in ["id", "title", "vignette", "goal", "source", "profession", "answers", "expect"] {
        let name = format!("type-{key}.toml");
        let kept: Vec<&str> = HEAD.lines().filter(|line| !line.starts_with(key)).collect();
        let file = format!("{key} = 3\n{}\n", kept.join("\n"));
        let file = if key == "answers" { file.replace("[answers]", "") } else { file };
        refused(&check_file(&name, file.as_bytes()), &format!("{name}:1:"), &[&format!("`{key}`")]);
    }
}

#[test]
fn a_file_that_is_empty_or_not_an_answer_file_is_refused() {
    for (name, bytes) in [
        ("empty.toml", &b""[..]),
        ("blank.toml", b" \n\t\n"),
        ("prose.toml", b"Dit is een brief.\n"),
        ("list.json", b"[1, 2]"),
        ("cut.json", b"{ \"schema\": 1, \"answers\": {"),
        ("other-schema.toml", b"schema = 2\n[answers]\n"),
        ("no-schema.toml", b"[answers]\n"),
        ("no-answers.toml", b"schema = 1\n"),
    ] {
        refused(&check_file(name, bytes), name, &[]);
    }
}

#[test]
fn a_huge_file_is_refused_without_reading_it_through() {
    let mut bytes = HEAD.as_bytes().to_vec();
    for (name, size) in [("large.toml", 300_000), ("huge.toml", 50_000_000)] {
        bytes.resize(size, b'#');
        refused(&check_file(name, &bytes), name, &[]);
    }
    let ran = run(&["check", "--answers", "-"], &bytes);
    refused(&ran, "`-`", &[]);
}

#[test]
fn a_binary_file_is_refused() {
    let bytes: Vec<u8> = (0..=255u8).cycle().take(4000).collect();
    refused(&check_file("binary.toml", &bytes), "binary.toml", &[]);
    refused(&check_file("zeros.toml", &[0; 4000]), "zeros.toml", &[]);
    refused(&run(&["check", "--answers", "-"], &bytes), "`-`", &[]);
}

#[test]
fn a_deeply_nested_file_is_refused_and_never_overflows() {
    let deep = 60_000;
    let lists = format!("{}{}", "[".repeat(deep), "]".repeat(deep));
    let tables = format!("{}1{}", "{ a = ".repeat(20_000), " }".repeat(20_000));
    let objects = format!("{}1{}", "{\"a\":".repeat(deep / 2), "}".repeat(deep / 2));
    let answers = |inner: &str| {
        format!("{{\"schema\":1,\"profession\":\"leraar\",\"answers\":{{\"speelt\":{inner}}}}}")
    };
    for (name, text) in [
        ("deep-list.toml", format!("{HEAD}speelt = {lists}\n")),
        ("deep-table.toml", format!("{HEAD}speelt = {tables}\n")),
        ("deep-key.toml", format!("{HEAD}{}b = 1\n", "a.".repeat(deep))),
        ("deep-heading.toml", format!("schema = 1\n[answers{}]\n", ".a".repeat(deep))),
        ("deep-list.json", answers(&lists)),
        ("deep-object.json", answers(&objects)),
        ("deep-top.json", lists.clone()),
    ] {
        refused(&check_file(name, text.as_bytes()), name, &[]);
    }
}

#[test]
fn a_directory_or_a_missing_file_is_refused() {
    let folder = env!("CARGO_MANIFEST_DIR");
    refused(&run(&["check", "--answers", folder], b""), folder, &[]);
    refused(&run(&["check", "--answers", "nergens.toml"], b""), "nergens.toml", &[]);
    let below = format!("{folder}/Cargo.toml/x.toml");
    refused(&run(&["check", "--answers", &below], b""), &below, &[]);
}

#[test]
fn a_missing_content_directory_is_a_usage_error() {
    let ran = run(&["check", "--content", "nergens", "--answers", "-"], HEAD.as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("nergens"), "{}", ran.err);
}

#[test]
fn a_day_before_every_norm_is_told_before_the_first_question() {
    let ran = run(&["check", "--plain", "--date", "2013-07-30"], b"1\n");
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
    assert!(ran.err.contains("2013-07-30"), "{}", ran.err);
    assert!(!ran.err.contains("Wat is uw beroep?"), "{}", ran.err);
}
