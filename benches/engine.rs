//! How fast the engine is on one core: a whole guide, and the generic weighing document beside the same `match` by hand.
//!
//! `cargo bench --bench engine`

mod measure;
mod plain;

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;

use jiff::civil::date;
use measure::table::{row, table};
use measure::{Way, in_turn};
use meldcode::audit::prove;
use meldcode::case::answer_file;
use meldcode::case::fit::fit;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::{Room, evaluate, evaluate_into, weigh_into};
use meldcode::model::guide::Guide;
use meldcode::ui::lang::Lang;

/// Each way is measured so many times.
const TIMES: usize = 301;
/// So many answer sets in one round, in an order that cannot be guessed.
const DRAWN: usize = 4096;

fn main() -> Result<(), Box<dyn Error>> {
    let library = Library::read(&Store::embedded(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let proven = prove(&library, "algemeen", date(2026, 11, 22)).map_err(|why| format!("{why:?}"))?;
    let guide = proven.guide();
    let exercises = exercises(&library, guide)?;
    let walks = plain::walks(&proven)?;
    let weighed: Vec<Answers> = walks.iter().map(|sheet| sheet.answers(guide)).collect();
    let (sheet_order, exercise_order) =
        (plain::drawn(walks.len(), DRAWN), plain::drawn(exercises.len(), DRAWN));
    let sheets = || sheet_order.iter().filter_map(|at| walks.get(*at));
    let answers = || sheet_order.iter().filter_map(|at| weighed.get(*at));
    let exercised = || exercise_order.iter().filter_map(|at| exercises.get(*at));
    let established = plain::established(guide);
    let (mut room, mut other_room) = (Room::default(), Room::default());
    let mut ways = [
        Way::new("the weighing by hand, as one `match`", 4 * DRAWN, || {
            for sheet in (0..4).flat_map(|_| sheets()) {
                black_box(plain::decide(black_box(sheet)));
            }
        }),
        Way::new("the weighing document", DRAWN, || {
            for answers in answers() {
                black_box(weigh_into(&proven, established, black_box(answers), &mut room));
            }
        }),
        Way::new("the whole guide", DRAWN, || {
            for answers in exercised() {
                black_box(evaluate_into(&proven, black_box(answers), &mut other_room));
            }
        }),
        Way::new("the whole guide, with all there is to do", DRAWN, || {
            for answers in exercised() {
                black_box(evaluate(&proven, black_box(answers)));
            }
        }),
    ];
    in_turn(TIMES, &mut ways);
    let [by_hand, ..] = &ways;
    let mut rows = vec![row(["", "million a second", "x by hand", "at best", "wanted, million a second"])];
    for (way, wanted) in ways.iter().zip(["", "10", "2", ""]) {
        let rate = format!("{:.2}", 1e-6 / way.seconds());
        let (x, best) =
            (format!("{:.1}", way.beside(by_hand)), format!("{:.1}", way.beside_at_best(by_hand)));
        rows.push(row([way.name(), &rate, &x, &best, wanted]));
    }
    table(&[row([&format!("{} exercises, {} walks through the weighing", exercises.len(), walks.len())])])?;
    Ok(table(&rows)?)
}

/// The answers of every exercise that fits this guide to the last word.
fn exercises(library: &Library, guide: &Guide) -> Result<Vec<Answers>, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode/exercises");
    let mut files =
        fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let (name, text) = (file.display().to_string(), fs::read_to_string(&file)?);
        let read = answer_file::read(&name, &text, Lang::Nl).map_err(|why| format!("{why:?}"))?;
        let fitted = fit(&name, &read, guide, &library.vocabulary.raw, Lang::Nl);
        all.extend(fitted.ok().filter(|one| one.not_in_this_norm.is_empty()).map(|one| one.answers));
    }
    Ok(all)
}
