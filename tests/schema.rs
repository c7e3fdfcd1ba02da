//! The published schema of a result holds, and it leaves nothing open.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use program::run;
use serde_json::{Value, json};

struct Schema {
    schemas: Schemas,
    result: SchemaIndex,
}

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    let mut schemas = Schemas::new();
    let mut compiler = Compiler::new();
    compiler.add_resource("result.schema.json", published()).unwrap();
    let result = compiler.compile("result.schema.json", &mut schemas).unwrap();
    Schema { schemas, result }
});

fn published() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/result.schema.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What the schema has against a result; nothing when it fits.
fn against(result: &Value) -> Option<String> {
    SCHEMA.schemas.validate(result, SCHEMA.result).err().map(|why| format!("{why:#}"))
}

/// Every result of the exercises, with its name.
fn results(lang: &str) -> Vec<(String, Value)> {
    let ran = run(&["--lang", lang, "evaluate", "meldcode/exercises", "--format", "jsonl", "--full"], b"");
    let each = ran.out.lines().map(|line| {
        let mut line: Value = serde_json::from_str(line).unwrap();
        (line["id"].as_str().unwrap().to_owned(), line["result"].take())
    });
    each.collect()
}

#[test]
fn every_result_of_every_exercise_fits_and_each_outlook_is_among_them() {
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (name, result) in ["nl", "en"].into_iter().flat_map(results) {
        seen.insert(result["outlook"].as_str().unwrap().to_owned());
        wrong.extend(against(&result).map(|why| format!("{name}: {why}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn what_the_command_prints_fits_and_so_does_every_refusal() {
    let exercise = "meldcode/exercises/structureel-nog-niet-gesproken.toml";
    let mut refused = 0;
    let professions = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode/professions"));
    for entry in professions.unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name != "leraar" && !fs::read_to_string(&path).unwrap().contains("\n[refuses]") {
            continue;
        }
        let ran = run(
            &[
                "check",
                "--answers",
                exercise,
                "--profession",
                &name,
                "--date",
                "2026-11-22",
                "--format",
                "json",
            ],
            b"",
        );
        assert_eq!(ran.err, "", "{name}");
        let result: Value = serde_json::from_str(&ran.out).unwrap();
        refused += usize::from(result.get("refused").is_some());
        assert_eq!(against(&result), None, "{name}");
    }
    assert!(refused > 1, "the refusals were not found");
}

#[test]
fn what_does_not_belong_there_does_not_fit() {
    let (_, result) = results("nl").into_iter().find(|(_, result)| result["outlook"] == "not-yet").unwrap();
    assert_eq!(against(&result), None);
    for key in result.as_object().unwrap().keys() {
        let mut less = result.clone();
        less.as_object_mut().unwrap().remove(key);
        assert!(against(&less).is_some(), "without `{key}` it still fits");
    }
    let changes: [fn(&mut Value); 7] = [
        |value| value["name"] = json!("somebody"),
        |value| value["stamp"]["user"] = json!("somebody"),
        |value| value["actions"][0]["note"] = json!("x"),
        |value| value["outlook"] = json!("perhaps"),
        |value| value["not_yet"] = Value::Null,
        |value| value["report"] = json!("yes"),
        |value| value["format"] = json!(2),
    ];
    for (index, change) in changes.iter().enumerate() {
        let mut other = result.clone();
        change(&mut other);
        assert!(against(&other).is_some(), "change {index} still fits");
    }
}

/// Every schema of an object within a schema.
fn objects<'s>(value: &'s Value, all: &mut Vec<&'s serde_json::Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            if map.get("type").is_some_and(|kind| kind == "object") && map.len() > 1 {
                all.push(map);
            }
            map.values().for_each(|value| objects(value, all));
        }
        Value::Array(list) => list.iter().for_each(|value| objects(value, all)),
        _ => {}
    }
}

#[test]
fn no_object_may_hold_more_or_less_than_the_schema_says() {
    let schema = published();
    let mut all = Vec::new();
    objects(&schema, &mut all);
    assert!(all.len() > 15, "{}", all.len());
    for object in all {
        assert_eq!(object["additionalProperties"], false, "{object:?}");
        let named: BTreeSet<&str> =
            object["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let asked: BTreeSet<&str> =
            object["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(named, asked);
    }
}

#[test]
fn the_program_prints_the_schema_that_is_published() {
    let ran = run(&["show", "schema"], b"");
    assert_eq!((ran.code, serde_json::from_str::<Value>(&ran.out).unwrap()), (0, published()));
}

#[test]
fn a_result_with_the_decision_of_people_fits_too() {
    const CASE: &str =
        "nee\nthuis\nkind-tot-12\ngeen-van-deze\nzelf-gezien\nouders-gesproken\nja\nstructureel\nja\n";
    for (decided, ground) in [("yes\nwith-veilig-thuis\n", Value::Null), ("no\nown\nsafer\n", "safer".into())]
    {
        let typed = format!("{CASE}{decided}");
        let arguments = ["check", "--profession", "leraar", "--plain", "--decide", "--format", "json"];
        let ran = run(&arguments, typed.as_bytes());
        let result: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(result["decision"]["ground"], ground, "{}", ran.err);
        assert_eq!(against(&result), None);
    }
}
