//! Which answer files a path stands for: itself, or everything below a directory, in a stable order.
//!
//! Lists names. Refuses to open files: that is done in `content::store`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::unreadable::Unreadable;

/// What lies in a directory as an answer file.
const EXTENSIONS: [(&str, Shape); 5] = [
    ("toml", Shape::Whole),
    ("json", Shape::Whole),
    ("jsonl", Shape::Lines),
    ("ndjson", Shape::Lines),
    ("csv", Shape::Rows),
];

/// How answer sets lie in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One, in TOML or JSON.
    Whole,
    /// One on each line, in JSON.
    Lines,
    /// One on each line, below a header.
    Rows,
}

/// How answer sets lie in a file of this name, when the name says so.
#[must_use]
pub fn shape(path: &Path) -> Option<Shape> {
    let extension = path.extension()?;
    let known = EXTENSIONS.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
    known.map(|(_, shape)| *shape)
}

/// How many bytes these files have; nothing when one of them is a directory or a stream.
#[must_use]
pub fn size(files: &[PathBuf]) -> Option<u64> {
    let size =
        |file: &PathBuf| fs::metadata(file).ok().filter(fs::Metadata::is_file).map(|known| known.len());
    files.iter().map(size).sum()
}

/// The files that were found, and the directories that could not be listed.
#[derive(Debug, Default)]
pub struct Found {
    /// Answer files, by name.
    pub files: Vec<PathBuf>,
    /// Directories, with why they were not listed.
    pub closed: Vec<(PathBuf, Unreadable)>,
}

/// The files that a path stands for. A directory stands for the answer files in it and below it, sorted by name;
/// names that begin with a dot are passed over, and so are links to directories: they may lead in a circle.
#[must_use]
pub fn found(path: &Path) -> Found {
    let mut found = Found::default();
    if path.is_dir() {
        list(path, &mut found);
        found.files.sort();
        found.closed.sort_by(|(one, _), (other, _)| one.cmp(other));
    } else {
        found.files.push(path.to_owned());
    }
    found
}

fn list(folder: &Path, found: &mut Found) {
    let listed = fs::read_dir(folder).and_then(|entries| {
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                list(&path, found);
            } else if shape(&path).is_some() && !path.is_dir() {
                found.files.push(path);
            }
        }
        Ok(())
    });
    if let Err(why) = listed {
        let why = match why.kind() {
            io::ErrorKind::PermissionDenied => Unreadable::Denied,
            _ => Unreadable::Other(why.to_string()),
        };
        found.closed.push((folder.to_owned(), why));
    }
}
