//! The one place where content is read: from the program itself, or from a directory.
//!
//! Knows files and their limits. Refuses to know what is in them.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::embedded;
use crate::model::problem::{Code, Problem};

/// Larger documents are not content. The largest of ours has about forty kilobytes.
pub const LARGEST_DOCUMENT: u64 = 1024 * 1024;

/// Where the documents come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built into the program.
    Embedded,
    /// A directory that replaces the built-in content as a whole.
    Directory(PathBuf),
}

/// Every document by its path below the content directory, with forward slashes.
#[derive(Debug, Clone)]
pub struct Store {
    /// Where it was read.
    pub origin: Origin,
    /// The texts.
    pub texts: BTreeMap<String, String>,
}

/// The content directory itself cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the content directory `{path}` cannot be read: {why}")]
pub struct NoDirectory {
    /// The directory as given.
    pub path: String,
    /// What the system says.
    pub why: io::Error,
}

impl Store {
    /// The content that is built into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let texts = embedded::DOCUMENTS.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Self { origin: Origin::Embedded, texts: texts.collect() }
    }

    /// The content of a directory. Files that cannot be read are problems; the rest is still read.
    ///
    /// # Errors
    /// When the directory itself is missing or cannot be listed.
    pub fn directory(root: &Path) -> Result<(Self, Vec<Problem>), NoDirectory> {
        let mut found = Vec::new();
        list(root, root, &mut found).map_err(|why| NoDirectory { path: root.display().to_string(), why })?;
        found.sort();
        let mut texts = BTreeMap::new();
        let mut problems = Vec::new();
        for name in found {
            if !is_content(&name) {
                continue;
            }
            match read_text(&root.join(&name), LARGEST_DOCUMENT) {
                Ok(text) => {
                    texts.insert(name, text);
                }
                Err(why) => problems.push(
                    Problem::at(Code::Unreadable, &name, None, why)
                        .help("content documents are TOML text in UTF-8 of at most one megabyte"),
                ),
            }
        }
        Ok((Self { origin: Origin::Directory(root.to_owned()), texts }, problems))
    }
}

/// Exercises and documentation lie beside the documents, and are read by others.
fn is_content(name: &str) -> bool {
    let toml = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    toml && !name.starts_with("exercises/") && !name.split('/').any(|part| part.starts_with('.'))
}

fn list(root: &Path, folder: &Path, found: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(root, &path, found)?;
        } else if let Ok(below) = path.strip_prefix(root) {
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            found.push(parts.join("/"));
        }
    }
    Ok(())
}

/// The text of a file, when it is text and not too large.
///
/// # Errors
/// A sentence that says why it cannot be used.
pub fn read_text(path: &Path, largest: u64) -> Result<String, String> {
    let bytes = match fs::metadata(path) {
        Ok(about) if about.is_dir() => return Err("this is a directory, not a file".to_owned()),
        Ok(about) if about.len() > largest => {
            return Err(format!("this file has {} bytes; at most {largest} can be used", about.len()));
        }
        Ok(_) => fs::read(path).map_err(|why| reason(&why))?,
        Err(why) => return Err(reason(&why)),
    };
    decode(bytes)
}

/// The bytes as text.
///
/// # Errors
/// A sentence that says why they are none.
pub fn decode(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|why| {
        let at = why.utf8_error().valid_up_to();
        format!("this is not text: byte {at} is not UTF-8")
    })
}

fn reason(why: &io::Error) -> String {
    match why.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "this file may not be read".to_owned(),
        _ => format!("this file cannot be read: {why}"),
    }
}
