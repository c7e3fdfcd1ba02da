//! How fast a stream is: merely parsing its lines, and the whole of `evaluate`, on one thread and on two.
//!
//! `cargo run --release --example generate -- 1000000 > sets.jsonl`, then `cargo bench --bench batch -- sets.jsonl`
//!
//! Each way is measured some times in turn, so that a machine that gets slower meanwhile is slower for all of them.

use std::cell::RefCell;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::batch::lines::lines;
use meldcode::batch::lookup::Lookup;
use meldcode::batch::quick::{self, Habit};
use meldcode::cli;
use meldcode::cli::world::World;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::{Room, evaluate_into};

/// Each way is measured so many times; the middle one counts.
const TIMES: usize = 5;

/// A way to go through the lines: what it is called, how long it took, and how many lines it understood.
type Way<'a> = (&'a str, Vec<(Duration, Duration)>, Box<dyn Fn() -> usize + 'a>);

/// How long the first thread had a processor to itself: on a busy machine that says more than the clock. Nothing where the
/// system does not tell.
fn on_processor() -> Duration {
    let told = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let Some(path) = path else {
        writeln!(io::stderr(), "give a file with lines of one profession: see the head of benches/batch.rs")?;
        return Ok(());
    };
    let bytes = fs::read(path)?;
    let many = lines(1, &bytes).count();
    let library = Library::read(&Store::embedded(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let proven = prove(&library, "leraar", date(2026, 11, 22)).map_err(|why| format!("{why:?}"))?;
    let lookup = Lookup::of(proven.guide());
    let parse = |then: &mut dyn FnMut(&Answers)| {
        let (mut habit, mut answers, mut read) = (Habit::default(), Answers::default(), 0);
        for (_, line) in lines(1, &bytes) {
            let line = std::str::from_utf8(line).unwrap_or_default();
            if quick::read(line, &mut habit, &mut answers, |_| Some(&lookup)).is_some() {
                read += 1;
                then(&answers);
            }
        }
        read
    };
    let whole = |jobs: &str| {
        let mut world = World {
            out: &mut io::sink(),
            err: &mut io::stderr(),
            input: &mut bytes.as_slice(),
            today: date(2026, 11, 22),
            lang: None,
            content: None,
            term: None,
            no_colour: true,
            accessible: false,
            out_is_terminal: false,
            clock: None,
            cores: 1,
        };
        let words = ["meldcode", "evaluate", "-", "--format", "jsonl", "--jobs", jobs];
        cli::run(&mut world, &words.map(str::to_owned)).code()
    };
    let room = RefCell::new(Room::default());
    let decide = |read: &Answers| {
        black_box(evaluate_into(&proven, read, &mut room.borrow_mut()));
    };
    let mut ways: [Way<'_>; 5] = [
        ("lines only", Vec::new(), Box::new(|| lines(1, &bytes).count())),
        ("parse only", Vec::new(), Box::new(|| parse(&mut |read| _ = black_box(read)))),
        ("parse, decide", Vec::new(), Box::new(|| parse(&mut |read| decide(read)))),
        ("one thread", Vec::new(), Box::new(|| if whole("1") == 0 { many } else { 0 })),
        ("two threads", Vec::new(), Box::new(|| if whole("2") == 0 { many } else { 0 })),
    ];
    for _ in 0..TIMES {
        for (_, took, way) in &mut ways {
            let begun = (Instant::now(), on_processor());
            let done = way();
            took.push((begun.0.elapsed(), on_processor().saturating_sub(begun.1)));
            assert_eq!(done, many, "a line was not understood");
        }
    }
    let mut out = io::stdout().lock();
    writeln!(out, "{many} lines, {} bytes", bytes.len())?;
    for (name, took, _) in &mut ways {
        took.sort_unstable();
        let (middle, least) = (took.get(TIMES / 2), took.first());
        let seconds = |one: Option<&(Duration, Duration)>| one.map_or(0.0, |(wall, _)| wall.as_secs_f64());
        let busy = took.iter().map(|(_, busy)| *busy).min().unwrap_or_default().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a number to look at")]
        let rate = many as f64 / seconds(middle) / 1e6;
        let (middle, least) = (seconds(middle), seconds(least));
        writeln!(
            out,
            "{name:14} {middle:7.3} s in the middle  {least:7.3} s at least  {busy:7.3} s of the first thread  \
             {rate:6.3} million lines/s"
        )?;
    }
    Ok(())
}
