//! Evaluating one answer set after another takes no memory: millions of them cost nothing but time.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/mod.rs"]
mod support;

use std::hint::black_box;

use allocation_counter::measure;
use meldcode::batch::lookup::Lookup;
use meldcode::batch::quick::{self, Habit};
use meldcode::batch::short::{Pieces, Short};
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::{Room, evaluate, evaluate_into, weigh_into};
use meldcode::model::register::Set;
use support::{Said, answers, proven};

/// Answers as pairs of words: a question, and what was chosen.
fn said(words: &str) -> Said {
    let pairs = words.split_whitespace().map(|pair| pair.split_once('=').unwrap());
    pairs.map(|(id, chosen)| (id.to_owned(), chosen.split(',').map(str::to_owned).collect())).collect()
}

/// Without a doubt, with three, and broken off.
const SETS: [&str; 3] = [
    "gevaar-nu=nee waar=thuis wie=kind-tot-12 speelt=geen-van-deze hoe-weet-u-het=zelf-gezien
     gedaan=feiten,collega,ouders-gesproken vermoeden=ja onveiligheid=structureel",
    "gevaar-nu=weet-niet waar=thuis wie=kind-tot-12 speelt=geen-van-deze hoe-weet-u-het=zelf-gezien
     gedaan=feiten,collega,ouders-gesproken vermoeden=ja onveiligheid=twijfel hulp=twijfel aanvaarden=ja",
    "gevaar-nu=nee",
];

#[test]
fn once_the_room_is_there_nothing_is_allocated() {
    let proven = proven("algemeen");
    let sets: Vec<_> = SETS.iter().map(|set| answers(proven.guide(), &said(set))).collect();
    let mut room = Room::default();
    for set in &sets {
        black_box(evaluate_into(proven, set, &mut room));
    }
    let counted = measure(|| {
        for set in &sets {
            black_box(evaluate_into(proven, set, &mut room));
            black_box(weigh_into(proven, Set::EMPTY, set, &mut room));
        }
    });
    assert_eq!(counted.count_total, 0);
    // The whole result lists what to do, and needs memory for that: the counter counts.
    let counted = measure(|| drop(evaluate(proven, sets.first().unwrap())));
    assert!(counted.count_total > 0);
}

/// The same as lines, as they come in a stream.
const LINES: [&str; 3] = [
    r#"{"schema":1,"profession":"algemeen","date":"2026-11-22","answers":{"gevaar-nu":"nee","waar":"thuis","wie":"kind-tot-12","speelt":["geen-van-deze"],"hoe-weet-u-het":["zelf-gezien"],"gedaan":["feiten","collega","ouders-gesproken"],"vermoeden":"ja","onveiligheid":"structureel"}}"#,
    r#"{"schema":1,"id":"a-2","profession":"algemeen","answers":{"gevaar-nu":"weet-niet","waar":"thuis"},"date":"2026-11-22"}"#,
    r#"{"schema":1,"profession":"algemeen","answers":{}}"#,
];

#[test]
fn an_ordinary_line_becomes_its_record_without_any_memory_of_its_own() {
    let proven = proven("algemeen");
    let (lookup, pieces) = (Lookup::of(proven.guide()), Pieces::of(proven.guide()));
    let (mut habit, mut answers, mut room) = (Habit::default(), Answers::default(), Room::default());
    let mut out = Vec::with_capacity(64 * 1024);
    let mut all = || {
        for line in LINES {
            let heading = quick::read(line, &mut habit, &mut answers, |_| Some(&lookup));
            assert!(heading.is_some(), "{line}");
            let concluded = evaluate_into(proven, &answers, &mut room);
            pieces.write(&Short::of(proven.guide(), &concluded), &mut out);
        }
    };
    all();
    assert_eq!(measure(all).count_total, 0);
}
