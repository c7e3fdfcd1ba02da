//! Everything that the two documents behind the project name lives in the content, or it is said why not.
//!
//! Knows the table in `docs/seeds.md`. Refuses to judge what a seed says: it holds names against the content.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use meldcode::content::library::Library;
use meldcode::content::store::Store;

/// One row: what is named, by which seed, what it is, and where it lives.
struct Row {
    named: String,
    seed: String,
    lives: String,
}

fn rows() -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/seeds.md");
    let text = fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| line.starts_with('|'));
    let cells = lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    let rows = cells.filter(|cells| !cells.iter().all(|cell| cell.starts_with("--")));
    let rows = rows.filter(|cells| cells.first() != Some(&"Named in the seeds"));
    let row = |cells: Vec<&str>| {
        let [named, seed, _, lives] = cells.try_into().unwrap();
        Row { named: named.to_owned(), seed: seed.to_owned(), lives: lives.to_owned() }
    };
    rows.map(row).collect()
}

/// Every name that a row can point to.
fn places() -> BTreeSet<String> {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let documents = meldcode::content::editions::editions(&library).into_iter();
    let mut all: BTreeSet<String> = documents.map(|one| one.document.id).collect();
    all.extend(library.professions.iter().map(|one| format!("professions/{}", one.name)));
    all.extend(library.contacts.raw.contact.iter().map(|one| format!("contacts/{}", one.id.get_ref())));
    all.extend(library.sources.raw.source.iter().map(|one| format!("sources/{}", one.id.get_ref())));
    let news = library.news.iter().flat_map(|news| &news.raw.news);
    all.extend(news.map(|one| format!("news/{}", one.id.get_ref())));
    for measure in &library.measures {
        let raw = &measure.filed.raw;
        let parts = raw.notice.iter().map(|part| &part.id).chain(raw.action.iter().map(|part| &part.id));
        all.extend(parts.map(|id| format!("{}#{}", raw.id.get_ref(), id.get_ref())));
    }
    all
}

/// The references of a row: what stands between backticks and has a folder.
fn references(row: &Row) -> Vec<String> {
    let quoted = row.lives.split('`').skip(1).step_by(2);
    quoted.filter(|word| word.contains('/')).map(str::to_owned).collect()
}

#[test]
fn everything_that_the_seeds_name_lives_somewhere_or_it_is_said_why_not() {
    let (rows, places) = (rows(), places());
    assert!(rows.len() >= 100, "{}", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let references = references(row);
        let gone = references.iter().filter(|place| !places.contains(*place));
        wrong.extend(gone.map(|place| format!("{}: there is no `{place}`", row.named)));
        let reason = row.lives.trim_start_matches(['-', '`', ' ', ':']);
        if references.is_empty() && !(row.lives.starts_with(['-', '`']) && reason.len() > 10) {
            wrong.push(format!("{}: neither a place nor a reason: {}", row.named, row.lives));
        }
        if !["A", "B", "A, B"].contains(&row.seed.as_str()) {
            wrong.push(format!("{}: of which seed is `{}`?", row.named, row.seed));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_part_of_the_measure_of_2020_comes_from_the_seeds() {
    let named: BTreeSet<String> = rows().iter().flat_map(references).collect();
    let parts = places().into_iter().filter(|place| place.starts_with("measures/corona-2020#"));
    let loose: Vec<String> = parts.filter(|part| !named.contains(part)).collect();
    assert!(loose.is_empty(), "no row leads to {loose:?}");
}
