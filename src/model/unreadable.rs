//! Why a file cannot be read as text: plain data, told in the reader's language elsewhere.

use std::fmt;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// It may not be read.
    Denied,
    /// It is a directory.
    Directory,
    /// It has more than this many bytes.
    TooLarge(u64),
    /// It is not text from this byte on.
    NotText(usize),
    /// Something else; what the system says.
    Other(String),
}

/// In English, for those who write content.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("this does not exist"),
            Self::Denied => f.write_str("this file may not be read"),
            Self::Directory => f.write_str("this is a directory, not a file"),
            Self::TooLarge(most) => write!(f, "this file has more than {most} bytes"),
            Self::NotText(at) => write!(f, "this is not text: byte {at} is not UTF-8"),
            Self::Other(why) => write!(f, "this file cannot be read: {why}"),
        }
    }
}
