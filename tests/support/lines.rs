//! Lines of answers, drawn at random: most as people write them, some with something wrong.
//!
//! Knows which ids a guide has. Refuses to judge what they come to.

use meldcode::model::guide::Guide;
use meldcode::model::question::Kind;

/// Numbers that look random and are the same on every run: splitmix64.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    pub(crate) fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }
}

/// A line without anything wrong in it, its keys in any order. With `more`, a last key that changes nothing.
pub(crate) fn good(draw: &mut Draw, guide: &Guide, more: &str) -> String {
    let mut answers = Vec::new();
    for (_, question) in guide.questions.iter() {
        if draw.one_in(4) {
            continue;
        }
        let choices = &question.choices;
        let pick = |draw: &mut Draw| &choices[draw.below(choices.len())];
        let value = match question.kind {
            Kind::Date => format!("\"2026-12-{:02}\"", 1 + draw.below(28)),
            Kind::One => format!("\"{}\"", pick(draw).id),
            Kind::Many => {
                let mut chosen = vec![pick(draw)];
                for _ in 0..draw.below(4) {
                    let next = pick(draw);
                    if !next.alone && !chosen[0].alone && chosen.iter().all(|one| one.id != next.id) {
                        chosen.push(next);
                    }
                }
                let ids: Vec<String> = chosen.iter().map(|one| format!("\"{}\"", one.id)).collect();
                if ids.len() == 1 && draw.one_in(3) { ids.concat() } else { format!("[{}]", ids.join(",")) }
            }
        };
        answers.push(format!("\"{}\":{value}", question.id));
    }
    if draw.one_in(5) {
        answers.reverse();
    }
    let mut parts = vec![
        "\"schema\":1".to_owned(),
        format!("\"profession\":\"{}\"", guide.profession.id),
        format!("\"date\":\"{}\"", guide.date),
        format!("\"answers\":{{{}}}", answers.join(",")),
    ];
    if draw.one_in(2) {
        parts.push(format!("\"id\":\"set-{}\"", draw.below(1000)));
    }
    let turn = draw.below(parts.len());
    parts.rotate_left(if draw.one_in(2) { turn } else { 0 });
    let between = if draw.one_in(10) { " ,\t" } else { "," };
    format!("{{{}{more}}}", parts.join(between))
}

/// Something that stands in most lines, and what it is made into.
const SWAPS: [(&[u8], &[&[u8]]); 6] = [
    (b"\"nee\"", &[b"\"neen\"", b"1", b"null", b"{}", b"[]"]),
    (b"\"schema\":1", &[b"\"schema\":2", b"\"schema\":1.0", b"\"schema\":\"1\""]),
    (b"\"date\":\"2", &[b"\"date\":\"9", b"\"date\":\"0", b"\"date\":2, \"id\":\""]),
    (b"nee", &[b"n\\u0065e", b"nEE"]),
    (
        b"\"answers\":{",
        &[b"\"answers\":{\"waar\":\"thuis\",\"hoe\":\"zo\",", b"\"answers\":{},\"answers\":{"],
    ),
    (b"\"profession\":\"", &[b"\"expect\":{\"outlook\":\"ask\"},\"profession\":\""]),
];

/// A line with something done to it: often it is no answer set any more, and now and then it still is one.
pub(crate) fn spoiled(draw: &mut Draw, line: &str) -> Vec<u8> {
    let mut bytes = line.as_bytes().to_vec();
    for _ in 0..=draw.below(3) {
        let (at, to) = (draw.below(bytes.len() + 1), draw.below(bytes.len() + 1));
        let (from, to) = (at.min(to), at.max(to));
        match draw.below(12) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = draw.next() as u8,
            2 if at < bytes.len() => bytes[at] ^= 1 << draw.below(8),
            3 => drop(bytes.drain(from..to)),
            4 => bytes = [&bytes[..to], &bytes[from..]].concat(),
            5 => bytes.extend_from_within(..),
            6 => bytes = b"[".repeat(draw.below(300)).into_iter().chain(bytes).collect(),
            7 => bytes = [&bytes[..at], &b"{\"a\":".repeat(draw.below(300)), &bytes[at..]].concat(),
            _ => {
                let (old, new) = SWAPS[draw.below(SWAPS.len())];
                bytes = replaced(&bytes, old, new[draw.below(new.len())]);
            }
        }
    }
    bytes.retain(|byte| *byte != b'\n');
    bytes
}

fn replaced(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    match bytes.windows(old.len()).position(|part| part == old) {
        Some(at) => [&bytes[..at], new, &bytes[at + old.len()..]].concat(),
        None => bytes.to_vec(),
    }
}
