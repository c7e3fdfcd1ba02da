//! The digest in a file itself, so that a torn or changed file is never taken for a whole one.
//!
//! Knows where the digest stands: on the first line in TOML, as the last key in JSON. Refuses to know what the rest says.
//!
//! In TOML it stands first, because a file that is cut off loses its end: without an end the digest is wrong, and
//! without a digest the file is no case.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The key of the digest.
pub const KEY: &str = "digest";
/// How the first line begins and ends.
const FIRST: (&str, &str) = ("digest = \"", "\"\n");

/// The text below its digest.
#[must_use]
pub fn toml(body: &str) -> String {
    format!("{}{}{}{body}", FIRST.0, digest(body), FIRST.1)
}

/// The object as text, above its digest.
#[must_use]
pub fn json(mut object: Map<String, Value>) -> String {
    let body = format!("{:#}", Value::Object(object.clone()));
    object.insert(KEY.to_owned(), Value::String(digest(&body)));
    format!("{:#}\n", Value::Object(object))
}

/// Whether a text says that it has a digest.
#[must_use]
pub fn begins_with_one(text: &str) -> bool {
    text.starts_with(KEY)
}

/// Whether a text is, to the byte, what was once written with its digest.
#[must_use]
pub fn is_whole(text: &str) -> bool {
    below(text).is_some_and(|body| toml(body) == text) || is_json(text)
}

/// What stands below a digest in TOML.
fn below(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(FIRST.0)?;
    rest.split_once(FIRST.1).map(|(_, body)| body)
}

/// Whether a text is whole as JSON: a receipt.
#[must_use]
pub fn is_json(text: &str) -> bool {
    let Ok(Value::Object(mut object)) = serde_json::from_str(text) else { return false };
    object.shift_remove(KEY).is_some() && json(object) == text
}

/// The SHA-256 of a text, in hexadecimal digits.
fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_whole, json, toml};
    use serde_json::{Map, Value};

    fn sealed() -> [String; 2] {
        let mut object = Map::new();
        object.insert("z".to_owned(), Value::from(1));
        object.insert("a".to_owned(), Value::from(vec!["één", "\"\n"]));
        [toml("a = 1\n# één\n"), json(object)]
    }

    #[test]
    fn what_was_written_is_whole_and_nothing_that_was_cut_off_is() {
        for text in sealed() {
            assert!(is_whole(&text));
            let cuts = (0..text.len()).filter(|at| text.is_char_boundary(*at));
            assert!(cuts.filter_map(|at| text.get(..at)).all(|cut| !is_whole(cut)));
        }
    }

    #[test]
    fn nothing_with_another_byte_is_whole() {
        for text in sealed() {
            for at in 0..text.len() {
                for byte in 0..=u8::MAX {
                    let mut bytes = text.clone().into_bytes();
                    bytes[at] = byte;
                    let same = bytes == text.as_bytes();
                    assert!(same || !String::from_utf8(bytes).is_ok_and(|other| is_whole(&other)));
                }
            }
        }
    }

    #[test]
    fn something_behind_the_end_is_noticed() {
        for text in sealed() {
            assert!(!is_whole(&format!("{text}\n")) && !is_whole(&format!("{text} ")));
        }
    }
}
