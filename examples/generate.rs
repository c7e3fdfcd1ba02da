//! Answer sets for measuring and for comparing: every line is a legal set, drawn by walking a guide.
//!
//! `cargo run --release --example generate -- 1000000 leraar huisarts@2018-06-01 > sets.jsonl`
//!
//! The same arguments always give the same lines, on every machine. A first argument such as `1000000:7` draws others.

#[path = "../tests/support/drawn.rs"]
mod drawn;

use std::error::Error;
use std::io::{self, BufWriter, Write};

use drawn::{Draw, line};
use jiff::civil::{Date, date};
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;

/// The date of a profession without one.
const DATE: Date = date(2026, 11, 22);

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let many = words.next().unwrap_or_else(|| "1000".to_owned());
    let (many, seed) = many.split_once(':').unwrap_or((&many, "1"));
    let (many, mut draw): (usize, _) = (many.parse()?, Draw(seed.parse()?));
    let library = Library::read(&Store::embedded(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let mut guides = Vec::new();
    for word in words {
        let (profession, day) = word.split_once('@').unwrap_or((&word, ""));
        let day = if day.is_empty() { DATE } else { day.parse()? };
        let proven = prove(&library, profession, day).map_err(|why| format!("{word}: {why:?}"))?;
        guides.push((profession.to_owned(), day, proven));
    }
    if guides.is_empty() {
        let proven = prove(&library, "leraar", DATE).map_err(|why| format!("{why:?}"))?;
        guides.push(("leraar".to_owned(), DATE, proven));
    }
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..many {
        let at = draw.below(guides.len());
        let Some((profession, day, proven)) = guides.get(at) else { continue };
        writeln!(out, "{}", line(profession, *day, proven, &mut draw))?;
    }
    out.flush()?;
    Ok(())
}
