//! How long a whole `check` takes, from the start of the process to its end, beside what no such program can do without:
//! starting, reading its arguments, and parsing the documents that it needs.
//!
//! `cargo bench --bench startup`. The reference points are this very program, started again under another name.

mod measure;

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use clap::Parser;
use jiff::civil::date;
use measure::table::{row, table};
use measure::{Way, in_turn};
use meldcode::content::embedded::DOCUMENTS;
use meldcode::content::library::{Edition, Library};
use meldcode::content::needed::Needed;
use meldcode::content::raw;
use meldcode::content::store::Store;
use serde::de::DeserializeOwned;

/// Each way is measured so many times.
const TIMES: usize = 41;

const ANSWERS: &str = r#"schema = 1
profession = "leraar"
date = 2026-11-22

[answers]
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega", "ouders-gesproken"]
vermoeden = "ja"
onveiligheid = "structureel"
"#;

/// A program that does nothing but greet.
#[derive(Parser)]
struct Hello {
    /// Whom to greet.
    #[arg(long, default_value = "u")]
    name: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    match words.next().as_deref() {
        Some("hello") => {
            hello(words)?;
            Ok(())
        }
        Some("documents") => {
            hello(["hello".to_owned()])?;
            parse_each(&words.collect::<Vec<_>>())
        }
        _ => measured(),
    }
}

fn hello(words: impl IntoIterator<Item = String>) -> io::Result<()> {
    let hello = Hello::parse_from(words);
    writeln!(io::stdout(), "dag, {}", hello.name)
}

fn measured() -> Result<(), Box<dyn Error>> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("startup.toml");
    fs::write(&file, ANSWERS)?;
    let needed = needed()?;
    let own = std::env::current_exe()?;
    let run = |program: &Path, words: &[&str]| {
        let mut command = Command::new(program);
        command.args(words).stdout(Stdio::null()).stderr(Stdio::null());
        move || _ = black_box(command.status())
    };
    let parses: Vec<&str> = ["documents"].into_iter().chain(needed.iter().map(String::as_str)).collect();
    let answers = file.display().to_string();
    let check = ["check", "--answers", &answers, "--format", "json"];
    let meldcode = Path::new(env!("CARGO_BIN_EXE_meldcode"));
    // Each does what it should.
    for (program, words, code) in
        [(&*own, &["hello", "hello"][..], 0), (&own, &parses, 0), (meldcode, &check[..], 0)]
    {
        let came = Command::new(program).args(words).stdout(Stdio::null()).status()?;
        if came.code() != Some(code) {
            return Err(format!("{words:?} ended with {came}").into());
        }
    }
    let mut ways = [
        Way::new("clap, hello", 1, run(&own, &["hello", "hello"])),
        Way::new("clap, hello, and parsing what is needed", 1, run(&own, &parses)),
        Way::new("check --answers F --format json", 1, run(meldcode, &check)),
        Way::new("emergency", 1, run(meldcode, &["emergency"])),
    ];
    in_turn(TIMES, &mut ways);
    let [hello, parsed, ..] = &ways;
    let mut rows = vec![row(["", "ms", "x hello", "x hello and parsing", "at best", "wanted"])];
    for (way, wanted) in ways.iter().zip(["", "", "1.50", ""]) {
        let ms = format!("{:.2}", way.seconds() * 1e3);
        let (x_hello, x_parsed) = (format!("{:.2}", way.beside(hello)), format!("{:.2}", way.beside(parsed)));
        let best = format!("{:.2}", way.beside_at_best(parsed));
        rows.push(row([way.name(), &ms, &x_hello, &x_parsed, &best, wanted]));
    }
    let bytes: usize = needed.iter().filter_map(|file| text(file)).map(str::len).sum();
    table(&[row([&format!("{} documents are needed, {bytes} bytes", needed.len())])])?;
    Ok(table(&rows)?)
}

fn text(file: &str) -> Option<&'static str> {
    DOCUMENTS.iter().find(|(path, _)| *path == file).map(|(_, text)| *text)
}

/// The documents that `check` parses for these answers.
fn needed() -> Result<Vec<String>, Box<dyn Error>> {
    fn files<T>(editions: &[Edition<T>]) -> impl Iterator<Item = String> {
        editions.iter().map(|one| one.filed.file.clone())
    }
    let store = Store::embedded();
    let needed = Needed::by(&store, "leraar", date(2026, 11, 22));
    let library =
        Library::read_only(&store, needed.as_ref(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let registers = [
        &library.vocabulary.file,
        &library.sources.file,
        &library.contacts.file,
        &library.properties.file,
        &library.editions.file,
    ];
    let mut all: Vec<String> = registers.into_iter().cloned().collect();
    all.push("reviews.toml".to_owned());
    all.extend(library.news.iter().map(|filed| filed.file.clone()));
    all.extend(library.lock.iter().map(|filed| filed.file.clone()));
    all.extend(files(&library.laws).chain(files(&library.steps)).chain(files(&library.afwegingskaders)));
    all.extend(files(&library.doors).chain(files(&library.practice)).chain(files(&library.flows)));
    all.extend(files(&library.themes).chain(files(&library.signals)));
    all.extend(library.professions.iter().map(|one| one.filed.file.clone()));
    all.extend(library.measures.iter().map(|one| one.filed.file.clone()));
    Ok(all)
}

/// Parses documents into their raw shapes, and nothing else.
fn parse_each(files: &[String]) -> Result<(), Box<dyn Error>> {
    for file in files {
        let text = text(file).ok_or("no such document")?;
        match file.split('/').next().unwrap_or_default() {
            "vocabulary.toml" => parse::<raw::Vocabulary>(text)?,
            "sources.toml" => parse::<raw::Sources>(text)?,
            "contacts.toml" => parse::<raw::Contacts>(text)?,
            "properties.toml" => parse::<raw::Properties>(text)?,
            "editions.toml" => parse::<raw::Editions>(text)?,
            "reviews.toml" => parse::<raw::Reviews>(text)?,
            "news.toml" => parse::<raw::News>(text)?,
            "LOCK.toml" => parse::<raw::Lock>(text)?,
            "law" => parse::<raw::Law>(text)?,
            "steps" => parse::<raw::Steps>(text)?,
            "afwegingskader" => parse::<raw::Afwegingskader>(text)?,
            "doors" => parse::<raw::Doors>(text)?,
            "professions" => parse::<raw::Profession>(text)?,
            "practice" => parse::<raw::Practice>(text)?,
            "measures" => parse::<raw::Measure>(text)?,
            "flows" => parse::<raw::Flow>(text)?,
            "themes" => parse::<raw::Theme>(text)?,
            "signals" => parse::<raw::Signals>(text)?,
            other => return Err(format!("`{other}` is no kind of document").into()),
        }
    }
    Ok(())
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<(), Box<dyn Error>> {
    black_box(toml::from_str::<T>(text)?);
    Ok(())
}
