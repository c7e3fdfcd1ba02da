//! A million answer sets through `evaluate`, line by line beside the naive second evaluator.
//!
//! Knows how to lay the two streams beside each other. Refuses to decide who is right: it fails and shows the line.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/drawn.rs"]
mod drawn;
#[path = "reference/mod.rs"]
#[expect(dead_code, reason = "the outlook is all that is laid beside it here")]
mod reference;

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::sync_channel;
use std::thread;

use drawn::{Draw, line};
use jiff::civil::{Date, date};
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::proven::Proven;
use reference::{Documents, Said};
use serde_json::Value;

const SETS: usize = 1_000_000;

/// A framework of each sort, and one day before there were any.
const GUIDES: [(&str, Date); 5] = [
    ("leraar", date(2026, 11, 22)),
    ("huisarts", date(2026, 11, 22)),
    ("wijkteammedewerker", date(2026, 11, 22)),
    ("algemeen", date(2026, 11, 22)),
    ("algemeen", date(2018, 6, 1)),
];

fn program() -> Child {
    Command::new(env!("CARGO_BIN_EXE_meldcode"))
        .args(["evaluate", "-", "--format", "jsonl"])
        .env_remove("MELDCODE_CONTENT")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The answers of a line, as the naive evaluator takes them.
fn said(line: &Value) -> Said {
    let ids = |value: &Value| match value {
        Value::String(id) => vec![id.clone()],
        list => list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect(),
    };
    line["answers"].as_object().unwrap().iter().map(|(id, value)| (id.clone(), ids(value))).collect()
}

/// What the naive evaluator says of a line: the outlook in words, or every outlook where the documents leave a tie.
fn naive(documents: &[Documents], guide: usize, line: &str) -> Vec<String> {
    let said = said(&serde_json::from_str(line).unwrap());
    let found = documents[guide].evaluate(&said);
    found.possible.into_iter().map(|one| one.outlook).collect()
}

#[test]
fn a_million_sets_come_out_as_the_naive_evaluator_says() {
    let mut program = program();
    let (send, lines) = sync_channel::<(usize, String)>(4096);
    let mut into = BufWriter::new(program.stdin.take().unwrap());
    let writer = thread::spawn(move || {
        let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
        let proven: Vec<Proven> =
            GUIDES.iter().map(|(profession, day)| prove(&library, profession, *day).unwrap()).collect();
        let mut draw = Draw(2026);
        for _ in 0..SETS {
            let guide = draw.below(GUIDES.len());
            let (profession, day) = GUIDES[guide];
            let line = line(profession, day, &proven[guide], &mut draw);
            writeln!(into, "{line}").unwrap();
            send.send((guide, line)).unwrap();
        }
        into.flush().unwrap();
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode");
    let documents: Vec<Documents> =
        GUIDES.iter().map(|(profession, day)| Documents::of(&root, profession, &day.to_string())).collect();
    // Short walks are drawn often: each is thought through once.
    let mut known: HashMap<String, Vec<String>> = HashMap::new();
    let mut counts: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    let mut records = BufReader::new(program.stdout.take().unwrap()).lines();
    for (guide, line) in lines {
        let record: Value = serde_json::from_str(&records.next().unwrap().unwrap()).unwrap();
        let found = record["outlook"].as_str().unwrap_or_default().to_owned();
        let expected = known.entry(line).or_insert_with_key(|line| naive(&documents, guide, line));
        assert!(expected.contains(&found), "{record}\nbut {expected:?}");
        counts.entry(found).or_default()[0] += 1;
        counts.entry(expected[0].clone()).or_default()[1] += 1;
    }
    writer.join().unwrap();
    assert!(records.next().is_none(), "a line in, a line out");
    assert!(program.wait().unwrap().success());
    assert_eq!(counts.len(), 5, "every outlook is met: {counts:?}");
    assert_eq!(counts.values().map(|[found, _]| found).sum::<usize>(), SETS);
    for (outlook, [found, expected]) in counts {
        assert_eq!(found, expected, "{outlook}");
    }
}
