//! How much memory `evaluate` takes at most, for a stream and for one ten times as long, from a file and from a pipe.
//!
//! `cargo run --release --example generate -- 1000000 > sets.jsonl`, then `cargo bench --bench memory -- sets.jsonl`
//!
//! Asks Linux for the largest the process has ever been; elsewhere there is nothing to ask.

#[path = "measure/table.rs"]
mod table;

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, sleep};
use std::time::Duration;

use table::{row, table};

fn main() -> Result<(), Box<dyn Error>> {
    let Some(path) = std::env::args().skip(1).find(|word| !word.starts_with("--")).map(PathBuf::from) else {
        writeln!(io::stderr(), "give a file with lines: see the head of benches/memory.rs")?;
        return Ok(());
    };
    let tenth = Path::new(env!("CARGO_TARGET_TMPDIR")).join("tenth.jsonl");
    let bytes = fs::read(&path)?;
    let end = bytes.iter().skip(bytes.len() / 10).position(|byte| *byte == b'\n').unwrap_or(0);
    fs::write(&tenth, bytes.get(..=bytes.len() / 10 + end).unwrap_or(&bytes))?;
    drop(bytes);
    let mut rows = vec![row(["MiB at most", "a tenth", "the whole", "wanted"])];
    for (name, jobs, piped) in [
        ("from a file, one thread", "1", false),
        ("from a file, two threads", "2", false),
        ("from a pipe, one thread", "1", true),
        ("from a pipe, two threads", "2", true),
    ] {
        let cell = |path: &Path| peak(path, jobs, piped).map(|peak| format!("{peak:.1}"));
        rows.push(row([name, &cell(&tenth)?, &cell(&path)?, "16"]));
    }
    fs::remove_file(tenth)?;
    Ok(table(&rows)?)
}

/// The largest that the process was, in MiB.
fn peak(path: &Path, jobs: &str, piped: bool) -> Result<f64, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_meldcode"));
    command.args(["evaluate", "--format", "jsonl", "--jobs", jobs]).stdout(Stdio::null());
    if piped {
        command.arg("-").stdin(Stdio::piped());
    } else {
        command.arg(path);
    }
    let mut child = command.spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let writer = child.stdin.take().map(|mut input| {
        let file = File::open(path);
        thread::spawn(move || file.and_then(|mut file| io::copy(&mut file, &mut input)))
    });
    let mut peak = 0.0;
    let ended = loop {
        // It never shrinks: the last look before the end is the one that counts.
        let told = fs::read_to_string(&status).unwrap_or_default();
        let kib = told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        peak = kib.and_then(|kib| kib.parse::<f64>().ok()).map_or(peak, |kib| kib / 1024.0);
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        sleep(Duration::from_millis(1));
    };
    if let Some(writer) = writer {
        writer.join().map_err(|_| "the writer stopped")??;
    }
    if !ended.success() {
        return Err(format!("`evaluate` ended with {ended}").into());
    }
    Ok(peak)
}
