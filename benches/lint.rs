//! How long `lint` takes, with every guide proved: the whole process, on all cores and on one, beside merely reading.
//!
//! `cargo bench --bench lint`

mod measure;

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

use measure::table::{row, table};
use measure::{Way, in_turn};
use meldcode::audit::audit;
use meldcode::content::library::Library;
use meldcode::content::store::Store;

/// Each way is measured so many times.
const TIMES: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let store = Store::embedded();
    let library = Library::read(&store, Vec::new()).map_err(|why| format!("{why:?}"))?;
    let meldcode = Path::new(env!("CARGO_BIN_EXE_meldcode"));
    let run = |mut command: Command| move || _ = black_box(command.stdout(Stdio::null()).status());
    let mut lint = Command::new(meldcode);
    lint.arg("lint");
    if !lint.stdout(Stdio::null()).status()?.success() {
        return Err("the content is not sound".into());
    }
    let mut ways = vec![
        Way::new("reading every document", 1, || _ = black_box(Library::read(&store, Vec::new()))),
        Way::new("linking and proving every guide", 1, || _ = black_box(audit(&library))),
        Way::new("lint, the whole process", 1, run(lint)),
    ];
    // Not every system can keep a process on one core.
    let mut on_one = Command::new("taskset");
    on_one.args(["-c", "0"]).arg(meldcode).arg("lint");
    if on_one.stdout(Stdio::null()).status().is_ok_and(|came| came.success()) {
        ways.push(Way::new("lint, on one core", 1, run(on_one)));
    }
    in_turn(TIMES, &mut ways);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut rows = vec![row(["", "s", "x reading", "at best", "wanted, s"])];
    for (way, wanted) in ways.iter().zip(["", "", "1, on two cores", ""]) {
        let [x, best] = ways.first().map_or([0.0; 2], |first| [way.beside(first), way.beside_at_best(first)]);
        let (x, best) = (format!("{x:.1}"), format!("{best:.1}"));
        rows.push(row([way.name(), &format!("{:.3}", way.seconds()), &x, &best, wanted]));
    }
    table(&[row([&format!("{cores} cores")])])?;
    Ok(table(&rows)?)
}
