//! A desk of a test's own: a folder with cases on it, and the program run beside it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Ran, run};

/// A folder that begins empty.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desks").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Runs `meldcode check --plain` with these arguments and these replies, a line each. A word in braces is the
    /// path of a name on this desk.
    pub(crate) fn check(&self, arguments: &[&str], replies: &[&str]) -> Ran {
        let typed: String = replies.iter().map(|reply| format!("{reply}\n")).collect();
        self.run(&[&["check", "--plain"], arguments].concat(), &typed)
    }

    /// Runs the program. A word in braces is the path of a name on this desk.
    pub(crate) fn run(&self, arguments: &[&str], typed: &str) -> Ran {
        let place = |word: &&str| match word.strip_prefix('{').and_then(|word| word.strip_suffix('}')) {
            Some(name) => self.path(name),
            None => (*word).to_owned(),
        };
        run(&arguments.iter().map(place).collect::<Vec<_>>(), typed.as_bytes())
    }
}
