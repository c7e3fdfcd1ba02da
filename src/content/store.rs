//! The one place where content is read: from the program itself, or from a directory.
//!
//! Knows files and their limits. Refuses to know what is in them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::embedded;
use crate::model::problem::{Code, Problem};
use crate::model::unreadable::Unreadable;

/// Larger documents are not content. The largest of ours has about a hundred kilobytes.
pub const LARGEST_DOCUMENT: u64 = 1024 * 1024;

/// Documents by their path below the content directory.
pub type Texts = BTreeMap<String, Cow<'static, str>>;

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
    pub texts: Texts,
}

/// The content directory itself cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the content directory `{path}` cannot be read: {why}")]
pub struct NoDirectory {
    /// The directory as given.
    pub path: String,
    /// Why.
    pub why: Unreadable,
}

impl Store {
    /// The content that is built into the program.
    #[must_use]
    pub fn embedded() -> Self {
        let texts = embedded::DOCUMENTS.iter().map(|(path, text)| ((*path).to_owned(), Cow::Borrowed(*text)));
        Self { origin: Origin::Embedded, texts: texts.collect() }
    }

    /// The content of a directory. Files that cannot be read are problems; the rest is still read.
    ///
    /// # Errors
    /// When the directory itself is missing or cannot be listed.
    pub fn directory(root: &Path) -> Result<(Self, Vec<Problem>), NoDirectory> {
        let mut found = Vec::new();
        list(root, root, &mut found)
            .map_err(|why| NoDirectory { path: root.display().to_string(), why: reason(&why) })?;
        found.sort();
        let mut texts = BTreeMap::new();
        let mut problems = Vec::new();
        for name in found {
            if !is_content(&name) {
                continue;
            }
            match read_text(&root.join(&name), LARGEST_DOCUMENT) {
                Ok(text) => {
                    texts.insert(name, Cow::Owned(text));
                }
                Err(why) => problems.push(
                    Problem::at(Code::Unreadable, &name, None, why.to_string())
                        .help("content documents are TOML text in UTF-8 of at most one megabyte"),
                ),
            }
        }
        Ok((Self { origin: Origin::Directory(root.to_owned()), texts }, problems))
    }
}

/// Writes a file of a content directory.
///
/// # Errors
/// Why it cannot be written.
pub fn write(root: &Path, name: &str, text: &str) -> Result<(), Unreadable> {
    fs::write(root.join(name), text).map_err(|why| reason(&why))
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
/// Why it cannot be used.
pub fn read_text(path: &Path, largest: u64) -> Result<String, Unreadable> {
    bounded(open(path)?, largest)
}

/// A file to be read as a stream, however long it is.
///
/// # Errors
/// Why it cannot be used.
pub fn open(path: &Path) -> Result<fs::File, Unreadable> {
    if path.is_dir() {
        return Err(Unreadable::Directory);
    }
    fs::File::open(path).map_err(|why| reason(&why))
}

/// The text of a stream, when it is text and not too large. Reads no further than it has to.
///
/// # Errors
/// Why it cannot be used.
pub fn bounded(stream: impl Read, largest: u64) -> Result<String, Unreadable> {
    let mut bytes = Vec::new();
    stream.take(largest.saturating_add(1)).read_to_end(&mut bytes).map_err(|why| reason(&why))?;
    if u64::try_from(bytes.len()).is_ok_and(|count| count > largest) {
        return Err(Unreadable::TooLarge(largest));
    }
    String::from_utf8(bytes).map_err(|why| Unreadable::NotText(why.utf8_error().valid_up_to()))
}

/// What an error of the system means.
pub fn reason(why: &io::Error) -> Unreadable {
    match why.kind() {
        io::ErrorKind::NotFound => Unreadable::Missing,
        io::ErrorKind::PermissionDenied => Unreadable::Denied,
        io::ErrorKind::IsADirectory => Unreadable::Directory,
        io::ErrorKind::NotADirectory => Unreadable::Other("this is a file, not a directory".to_owned()),
        _ => Unreadable::Other(why.to_string()),
    }
}
