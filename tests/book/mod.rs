//! The book of exercises: every file under `meldcode/exercises/`.

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

/// One exercise.
#[derive(Debug)]
pub(crate) struct Exercise {
    /// Its file.
    pub(crate) path: PathBuf,
    /// Everything in it.
    pub(crate) all: Table,
}

impl Exercise {
    /// The text under a key, or nothing.
    pub(crate) fn text(&self, key: &str) -> &str {
        self.all.get(key).and_then(toml::Value::as_str).unwrap_or_default()
    }
}

/// Every exercise, by name.
pub(crate) fn exercises() -> Vec<Exercise> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode/exercises");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let all = fs::read_to_string(&path).unwrap().parse().unwrap();
        Exercise { path, all }
    };
    paths.into_iter().map(read).collect()
}
