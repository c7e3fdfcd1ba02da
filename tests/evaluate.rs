//! Many answer sets at once: exit codes, keys that cannot be met, and what is still written when something does not fit.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod program;

use std::fs;
use std::path::PathBuf;

use program::{Ran, run};
use serde_json::{Value, json};

const HEAD: &str = "schema = 1\nprofession = \"leraar\"\ndate = 2026-11-22\n[answers]\ngevaar-nu = \"nu\"\n";

/// A folder of this name with these files in it, evaluated.
fn evaluate(name: &str, files: &[(&str, &str)], flags: &[&str]) -> Ran {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("evaluate").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let mut arguments = vec!["evaluate", folder.to_str().unwrap()];
    arguments.extend(flags);
    run(&arguments, b"")
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A key with these lines, and what is said to it on stderr, with exit code 4 and nothing written.
#[track_caller]
fn refused(name: &str, key: &str, words: &[&str]) {
    let ran = evaluate(name, &[("a.toml", &format!("{HEAD}[expect]\n{key}\n"))], &[]);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
    for word in words.iter().chain(&["a.toml:7:"]) {
        assert!(ran.err.contains(word), "`{word}` is not in:\n{}", ran.err);
    }
}

#[test]
fn no_decision_another_door_and_an_open_question_are_results_like_any_other() {
    let files = [
        ("ask.toml", "schema = 1\nprofession = \"leraar\"\n[answers]\n"),
        (
            "leave.toml",
            "schema = 1\nprofession = \"leraar\"\n[answers]\ngevaar-nu = \"nee\"\nwaar = \"medewerker\"\n",
        ),
        ("emergency.toml", HEAD),
    ];
    let ran = evaluate("outlooks", &files, &["--format", "jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let outlooks: Vec<Value> = lines(&ran).iter().map(|line| line["outlook"].clone()).collect();
    assert_eq!(outlooks, ["ask", "emergency", "leave"]);
    assert!(lines(&ran).iter().all(|line| line["as_expected"].is_null()));
}

#[test]
fn a_difference_is_1_and_input_that_does_not_fit_is_4_whatever_else_there_is() {
    let same = format!("{HEAD}[expect]\noutlook = \"emergency\"\n");
    let other = format!("{HEAD}[expect]\noutlook = \"advise\"\n");
    let all = [("a.toml", same.as_str()), ("b.toml", other.as_str()), ("c.toml", "prose\n")];
    assert_eq!(evaluate("same", &all[..1], &[]).code, 0);
    assert_eq!(evaluate("other", &all[..2], &[]).code, 1);
    let ran = evaluate("unfit", &all, &["--format", "jsonl"]);
    assert_eq!((ran.code, lines(&ran).len()), (4, 3));
    assert_eq!(lines(&ran)[2]["error"][0]["code"], "syntax");
    assert!(ran.err.contains("c.toml:1:") && ran.err.contains("1 van 3"), "{}", ran.err);
}

#[test]
fn paths_that_lead_nowhere_are_told_and_the_others_are_read() {
    let good = "meldcode/exercises/clienten-onder-elkaar.toml";
    let ran = run(&["evaluate", "nergens", good], b"");
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("`nergens`") && ran.out.contains("clienten-onder-elkaar"), "{}", ran.err);
    let ran = evaluate("empty", &[("note.md", "x"), (".hidden.toml", HEAD)], &[]);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""));
}

#[test]
fn usage_is_judged_before_anything_is_read() {
    let path = "meldcode/exercises";
    for wrong in [
        &["evaluate"][..],
        &["evaluate", path, "--profession", "lerar"],
        &["evaluate", path, "--date", "2999-01-01"],
        &["evaluate", path, "--format", "xlsx"],
        &["evaluate", path, "--full"],
        &["evaluate", path, "--full", "--format", "csv"],
        &["evaluate", path, "--jobs", "0"],
        &["evaluate", path, "--input", "xml"],
        &["evaluate", path, "--content", "nergens"],
        &["evaluate", "nergens", "--profession", "lerar"],
    ] {
        let ran = run(wrong, b"");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{wrong:?}: {}", ran.err);
    }
}

#[test]
fn unusable_content_is_3() {
    let ran = run(&["evaluate", "meldcode/exercises", "--content", "tests/faults/loop"], b"");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
}

#[test]
fn directories_are_read_to_the_bottom_in_the_order_of_names() {
    let files = [("b.toml", HEAD), ("a/z.json", ""), ("a/b/c.toml", HEAD), ("a.toml", HEAD), ("x.md", "x")];
    let mut files = files.to_vec();
    files[1].1 = r#"{"schema":1,"profession":"leraar","answers":{}}"#;
    let ran = evaluate("order", &files, &["--format", "jsonl"]);
    let ids: Vec<Value> = lines(&ran).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["c", "z", "a", "b"]);
}

#[test]
fn flags_fill_in_and_win_as_they_do_for_check() {
    let bare = "schema = 1\n[answers]\ngevaar-nu = \"nu\"\n";
    assert_eq!(evaluate("bare", &[("a.toml", bare)], &[]).code, 4);
    let flags = ["--profession", "leraar", "--date", "2025-01-02", "--format", "jsonl", "--full"];
    for text in [bare, HEAD] {
        let line = &lines(&evaluate("flags", &[("a.toml", text)], &flags))[0];
        let stamp = &line["result"]["stamp"];
        assert_eq!((&stamp["profession"], &stamp["date"]), (&json!("leraar"), &json!("2025-01-02")));
    }
    let unknown = HEAD.replace("leraar", "lerar");
    let ran = evaluate("unknown", &[("a.toml", &unknown), ("b.toml", HEAD)], &[]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("a.toml:2:14") && ran.err.contains("bedoelde u `leraar`?"), "{}", ran.err);
    let late = HEAD.replace("2026-11-22", "2999-01-01");
    assert!(evaluate("late", &[("a.toml", &late)], &[]).err.contains("a.toml:3:8"));
}

#[test]
fn one_answer_set_can_come_from_the_input() {
    let ran = run(&["evaluate", "-", "--format", "jsonl"], HEAD.as_bytes());
    assert_eq!((ran.code, lines(&ran)[0]["outlook"].clone()), (0, json!("emergency")), "{}", ran.err);
    assert!(lines(&ran)[0].get("file").is_none(), "a record of the input says nothing of a place");
    assert_eq!(run(&["evaluate", "-"], b"").code, 4);
}

#[test]
fn each_line_of_json_lines_stands_for_itself() {
    let good = r#"{"schema":1,"profession":"leraar","date":"2026-11-22","answers":{"gevaar-nu":"nu"}}"#;
    let text = format!("{good}\n\n{}\n[1]\n{{\n{good}", good.replace(":\"nu\"", ":\"nuu\""));
    let ran = evaluate("lines", &[("a.jsonl", &text)], &["--format", "jsonl"]);
    assert_eq!(ran.code, 4);
    let numbers: Vec<Value> = lines(&ran).iter().map(|line| line["line"].clone()).collect();
    assert_eq!(numbers, [1, 3, 4, 5, 6]);
    let bad: Vec<bool> = lines(&ran).iter().map(|line| line["error"].is_array()).collect();
    assert_eq!(bad, [false, true, true, true, false]);
    for place in ["a.jsonl:3:", "a.jsonl:4:", "a.jsonl:5:", "3 van 5"] {
        assert!(ran.err.contains(place), "{place} is not in:\n{}", ran.err);
    }
}

#[test]
fn a_word_of_the_key_that_no_result_says_is_told_with_the_nearest_that_it_can() {
    refused("key", "outlok = \"advise\"", &["`outlok`", "bedoelde u `outlook`?"]);
    refused("outlook", "outlook = \"adviss\"", &["bedoelde u `advise`?"]);
    refused("report", "report = \"yess\"", &["bedoelde u `yes`?"]);
    refused("help", "help = \"owm\"", &["bedoelde u `own`?"]);
    refused("direction", "direction = { raport = \"yes\" }", &["bedoelde u `report`?"]);
    refused("direction-word", "direction = { help = \"maybe\" }", &["`with-veilig-thuis`, `own`"]);
    refused("direction-empty", "direction = {}", &["`direction`"]);
    refused("direction-text", "direction = \"yes\"", &["`direction`", "report = "]);
    refused("advice", "advice = { report = 1 }", &["`report`"]);
    refused("row", "row = \"melden-onveilg\"", &["bedoelde u `melden-onveilig`?"]);
    refused("row-number", "row = 1", &["`row`"]);
    refused("duties", "duties = [\"gespreck\"]", &["bedoelde u `gesprek`?"]);
    refused("duties-text", "duties = \"gesprek\"", &["`duties`", "lijst"]);
    refused("holds", "holds = [\"gesprek\", \"gesprek\"]", &["twee keer"]);
    refused("door", "door = \"medewerkr\"", &["bedoelde u `medewerker`?"]);
    refused("question", "question = \"onveiligeid\"", &["bedoelde u `onveiligheid`?"]);
    refused("missing", "missing = [\"waarom\"]", &["`waarom`"]);
}

#[test]
fn check_does_not_look_at_the_key() {
    let file = format!("{HEAD}[expect]\noutlok = \"advise\"\n");
    assert_eq!(run(&["check", "--answers", "-"], file.as_bytes()).code, 0);
}

#[test]
fn what_is_missing_is_the_open_question_the_later_one_and_the_day() {
    let answered = HEAD.replace("\"nu\"", "\"nee\"") + "waar = \"thuis\"\nwie = \"kind-tot-12\"\n";
    let weighed = answered.clone()
        + "speelt = [\"geen-van-deze\"]\nhoe-weet-u-het = [\"zelf-gezien\"]\nvermoeden = \"ja\"\n";
    let talked = weighed.clone() + "gedaan = [\"feiten\", \"collega\", \"ouders-gesproken\"]\n";
    let not_talked = weighed + "gedaan = [\"feiten\", \"collega\"]\ngeen-gesprek = \"nog-niet\"\n";
    let unsafe_ = "onveiligheid = \"structureel\"\n";
    for (name, answers, missing) in [
        ("open", answered, "speelt"),
        ("later", talked + unsafe_, "gemeld"),
        ("day", not_talked + unsafe_, "gesprek-op"),
    ] {
        let met = format!("{answers}[expect]\nmissing = [\"{missing}\"]\n");
        let ran = evaluate(name, &[("a.toml", &met)], &[]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let none = format!("{answers}[expect]\nmissing = []\n");
        let ran = evaluate(name, &[("a.toml", &none)], &[]);
        assert_eq!(ran.code, 1);
        assert!(ran.out.contains(&format!("verwacht missing [], gevonden [\"{missing}\"")), "{}", ran.out);
    }
}

/// The answer files of the exercises as JSON, each with the result that `evaluate` gives it.
fn exercises() -> Vec<(Value, Value)> {
    let ran = run(&["evaluate", "meldcode/exercises", "--format", "jsonl", "--full"], b"");
    let whole = |line: Value| {
        let table: toml::Table = fs::read_to_string(line["file"].as_str().unwrap()).unwrap().parse().unwrap();
        let mut file = serde_json::to_value(plain(toml::Value::Table(table))).unwrap();
        file.as_object_mut().unwrap().remove("expect");
        (file, line["result"].clone())
    };
    lines(&ran).into_iter().map(whole).collect()
}

/// Dates as JSON has them: text.
fn plain(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
        toml::Value::Table(table) => {
            toml::Value::Table(table.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
        other => other,
    }
}

/// Everything that can be expected of a result, read off the result itself.
fn key_of(result: &Value) -> Value {
    let duties = |so: &[&str]| {
        let all = result["duties"].as_array().unwrap().iter();
        let stand = all.filter(|duty| so.contains(&duty["standing"].as_str().unwrap()));
        json!(stand.map(|duty| duty["id"].clone()).collect::<Vec<_>>())
    };
    let mut key = json!({
        "outlook": result["outlook"],
        "report": result["report"],
        "help": result["help"],
        "advice": { "report": result["report"], "help": result["help"] },
        "duties": duties(&["open", "holds"]),
        "holds": duties(&["holds"]),
    });
    let found = [
        ("direction", &result["direction"]),
        ("row", &result["row"]),
        ("door", &result["door"]["id"]),
        ("question", &result["question"]["id"]),
    ];
    for (what, value) in found.into_iter().filter(|(_, value)| !value.is_null()) {
        key[what] = value.clone();
    }
    key
}

#[test]
fn what_a_result_says_of_itself_meets_its_key_and_anything_else_differs() {
    let wrong = json!({
        "outlook": "emergency", "report": "made", "help": "own", "advice": { "help": "own" },
        "direction": { "report": "made" }, "row": "hulp-afsluiten", "door": "onder-elkaar",
        "question": "hulp", "holds": ["overleg"], "duties": ["kindcheck"],
    });
    let (mut same, mut other) = (String::new(), String::new());
    let mut expected = Vec::new();
    for (file, result) in exercises() {
        let mut with_key = file.clone();
        with_key["expect"] = key_of(&result);
        same.push_str(&format!("{with_key}\n"));
        // One wrong word at a time, wherever the result does not happen to say just that.
        for (what, word) in wrong.as_object().unwrap() {
            let said = key_of(&result)[what].clone();
            let says_so = match (&said, word) {
                (Value::Array(said), Value::Array(words)) => words.iter().all(|word| said.contains(word)),
                (Value::Object(said), Value::Object(words)) => {
                    words.iter().all(|(part, word)| said.get(part) == Some(word))
                }
                _ => said == *word,
            };
            let documents = result["stamp"]["documents"].as_array().unwrap();
            let links = |id: &str| documents.iter().any(|document| document["id"] == id);
            let known_here = match what.as_str() {
                "door" => result["stamp"]["profession"] == "algemeen",
                "row" => links("afwegingskader/generiek"),
                _ => true,
            };
            if known_here {
                let mut with_key = file.clone();
                with_key["expect"] = json!({ what: word });
                other.push_str(&format!("{with_key}\n"));
                expected.push(says_so);
            }
        }
    }
    let ran = evaluate("own-keys", &[("same.jsonl", &same)], &["--format", "jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    let ran = evaluate("wrong-keys", &[("other.jsonl", &other)], &["--format", "jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let judged: Vec<bool> = lines(&ran).iter().map(|line| line["as_expected"].as_bool().unwrap()).collect();
    assert_eq!(judged, expected);
}
