//! Puts a case on the disk so that whatever happens the old file or the new one is there, whole.
//!
//! Knows files, and nothing of what is in them. Each writing makes a file of its own in the same folder, waits until it
//! is on the disk, and then gives it its name in one step. Refuses to write over anything but what it wrote or read
//! itself: another case, or the same case that somebody else went on with.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::content::store::{read_text, reason};
use crate::model::unreadable::Unreadable;

use super::answer_file::LARGEST;

/// How the name of a file ends that has no name of its own yet.
const UNFINISHED: &str = ".meldcode-tmp";

/// Why a file is not written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// There is something of that name.
    #[error("there is something of that name")]
    Exists,
    /// It is not what was last read or written.
    #[error("it was changed or removed meanwhile")]
    Changed,
    /// The system does not let it be written.
    #[error("{0}")]
    Unwritable(Unreadable),
}

/// The place where one case is kept, and what stands there.
#[derive(Debug)]
pub struct Keeper {
    path: PathBuf,
    /// The text on the disk, as far as is known here; nothing when there is no file yet.
    stands: Option<String>,
}

impl Keeper {
    /// A place where nothing stands yet.
    ///
    /// # Errors
    /// When something stands there, or nothing can be written there.
    pub fn new(path: &Path) -> Result<Self, NotKept> {
        let keeper = Self { path: path.to_owned(), stands: None };
        if fs::symlink_metadata(path).is_ok() {
            return Err(NotKept::Exists);
        }
        clear(path);
        // Whoever gives ten answers wants to hear before the first that they cannot be kept.
        keeper.unfinished().map_err(unwritable)?;
        Ok(keeper)
    }

    /// The place of a case that was read.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn of(path: &Path, text: &str) -> Result<Self, NotKept> {
        // Behind a link the file itself is replaced, not the link.
        let path = fs::canonicalize(path).map_err(unwritable)?;
        clear(&path);
        let keeper = Self { path, stands: Some(text.to_owned()) };
        keeper.unfinished().map_err(unwritable)?;
        Ok(keeper)
    }

    /// Whether this is the place that a path names.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        fs::canonicalize(path).is_ok_and(|path| path == self.path)
    }

    /// Keeps a text in place of the one that stands there.
    ///
    /// # Errors
    /// Why it cannot be kept. What stood there still does.
    pub fn keep(&mut self, text: &str) -> Result<(), NotKept> {
        if self.stands.as_deref() == Some(text) {
            return Ok(());
        }
        if let Some(known) = &self.stands
            && read_text(&self.path, LARGEST).ok().as_ref() != Some(known)
        {
            return Err(NotKept::Changed);
        }
        let mut file = self.unfinished().map_err(unwritable)?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(unwritable)?;
        if self.stands.is_some() {
            file.persist(&self.path).map_err(|why| unwritable(why.error))?;
        } else {
            file.persist_noclobber(&self.path).map_err(|why| match why.error.kind() {
                io::ErrorKind::AlreadyExists => NotKept::Exists,
                _ => unwritable(why.error),
            })?;
        }
        self.stands = Some(text.to_owned());
        sync_folder(&self.path);
        Ok(())
    }

    /// A new file beside the place, for its owner only. It is gone again unless it gets the name.
    fn unfinished(&self) -> io::Result<NamedTempFile> {
        Builder::new().prefix(&beginning(&self.path)).suffix(UNFINISHED).tempfile_in(folder(&self.path))
    }
}

/// Writes a file once, where nothing stands.
///
/// # Errors
/// Why it cannot be written.
pub fn write_new(path: &Path, text: &str) -> Result<(), NotKept> {
    Keeper::new(path)?.keep(text)
}

fn unwritable(why: io::Error) -> NotKept {
    // A file in the place of a folder is no folder.
    let missing = why.kind() == io::ErrorKind::NotADirectory;
    NotKept::Unwritable(if missing { Unreadable::Missing } else { reason(&why) })
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the names of unfinished files of a case begin: hidden, so that nobody takes them for a case.
fn beginning(path: &Path) -> String {
    format!(".{}.", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Takes away what a run that was killed left behind. Failing to do so harms nothing.
fn clear(path: &Path) {
    let Ok(entries) = fs::read_dir(folder(path)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&beginning(path)) && name.ends_with(UNFINISHED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// The new name is on the disk too, where the system can say so. Without it the old file may come back, which is whole.
fn sync_folder(path: &Path) {
    if let Ok(folder) = File::open(folder(path)) {
        let _ = folder.sync_all();
    }
}
