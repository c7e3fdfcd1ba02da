//! Names of things in the content: lower-case words joined by hyphens.
//!
//! An id carries meaning, never a date or an amount: ids are what trainers type, and they stay.

use std::fmt;

/// A kebab-case name, such as `ouders-gesproken`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Box<str>);

/// The text is not a kebab-case name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an id: use lower-case letters and digits, joined by single hyphens")]
pub struct NotAnId(pub String);

impl Id {
    /// Reads an id.
    ///
    /// # Errors
    /// When the text is empty, or has anything but lower-case letters, digits and single hyphens.
    pub fn parse(text: &str) -> Result<Self, NotAnId> {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if text.split('-').all(word) { Ok(Self(text.into())) } else { Err(NotAnId(text.to_owned())) }
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn an_id_is_words_joined_by_single_hyphens() {
        for good in ["waar", "kind-tot-12", "112"] {
            assert_eq!(Id::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "-", "Waar", "kind--12", "kind_12", "één", "a b", "kind-"] {
            assert!(Id::parse(bad).is_err(), "{bad}");
        }
    }
}
