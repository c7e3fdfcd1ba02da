//! Files that lie among the documents and are none: they look like content and would never be read.
//!
//! Knows every place where a document belongs. Refuses to look into a file.

use super::nearest::nearest;
use super::store::Store;
use crate::model::problem::{Code, Problem};

const FOLDERS: &[&str] = &[
    "law/",
    "steps/",
    "afwegingskader/",
    "doors/",
    "professions/",
    "practice/",
    "measures/",
    "flows/",
    "themes/",
    "signals/",
    "translations/en/",
];
const FILES: [&str; 8] = [
    "vocabulary.toml",
    "sources.toml",
    "contacts.toml",
    "properties.toml",
    "editions.toml",
    "reviews.toml",
    "news.toml",
    "LOCK.toml",
];

/// A problem for every file that is not a document of the content.
pub(super) fn files(store: &Store) -> Vec<Problem> {
    let belongs = |file: &str| FILES.contains(&file) || FOLDERS.iter().any(|folder| file.starts_with(folder));
    store.texts.keys().filter(|file| !belongs(file)).map(|file| foreign(file)).collect()
}

fn foreign(file: &str) -> Problem {
    let says = format!("`{file}` is not a document of the content");
    // Every name ends in `.toml`: only what stands before it tells names apart.
    let names = FILES.map(|name| name.trim_end_matches(".toml"));
    let help = nearest(file.trim_end_matches(".toml"), names).map_or_else(
        || {
            let folders: Vec<String> =
                FOLDERS.iter().map(|folder| format!("`{}`", folder.trim_end_matches('/'))).collect();
            format!("documents lie in {}", folders.join(", "))
        },
        |near| format!("did you mean `{near}.toml`?"),
    );
    Problem::at(Code::ForeignFile, file, None, says).help(help)
}
