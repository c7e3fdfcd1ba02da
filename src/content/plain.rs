//! What the TOML parser says, in the words of an author: keys, texts, lists and dates.
//!
//! Knows how the parser words its complaints. Refuses to pass on a name or type of the program.

use super::nearest::nearest;

/// What happened, and what would help where the parser knows it.
pub(super) type Plain = (String, Option<String>);

/// A complaint about the shape of a value, in plain words.
pub(super) fn shape(message: &str) -> Plain {
    let line = message.lines().next().unwrap_or_default();
    let (what, expected) = line.split_once(", expected ").unwrap_or((line, ""));
    let name = quoted(what).next().unwrap_or_default();
    if what.starts_with("unknown field") {
        (format!("there is no key `{name}` here"), one_of(name, expected))
    } else if what.starts_with("unknown variant") {
        (format!("`{name}` is not one of the words that can stand here"), one_of(name, expected))
    } else if what.starts_with("missing field") {
        (format!("the key `{name}` is missing"), Some(format!("add a line `{name} = …`")))
    } else if what.starts_with("duplicate field") {
        (format!("the key `{name}` stands here twice"), Some("keep one of them".to_owned()))
    } else if let Some(found) = what.strip_prefix("invalid type: ") {
        (
            format!("{} stands where {} belongs", value(found), wanted(expected).0),
            Some(wanted(expected).1.to_owned()),
        )
    } else if let Some(found) = what.strip_prefix("invalid value: ") {
        (format!("{} cannot stand here", value(found)), Some(format!("write {}", wanted(expected).0)))
    } else if line.starts_with("wanted exactly 1 element") {
        ("exactly one key belongs between these braces".to_owned(), None)
    } else if line.starts_with("wanted string or table") {
        (format!("a value of another sort stands where {} belongs", wanted("enum").0), None)
    } else if line.contains("overflowed") {
        ("this number is too large".to_owned(), None)
    } else {
        ("this does not have the shape that belongs here".to_owned(), None)
    }
}

/// A complaint about the text as TOML: one line, without full stop.
pub(super) fn syntax(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    format!("this is not TOML: {}", line.trim_end_matches('.'))
}

fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The nearest of the words that can stand here, or all of them.
fn one_of(wrong: &str, expected: &str) -> Option<String> {
    let known: Vec<&str> = quoted(expected).collect();
    match nearest(wrong, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() => None,
        None => Some(format!("known here: `{}`", known.join("`, `"))),
    }
}

/// What was found, with the value itself when it is short.
fn value(found: &str) -> String {
    let (sort, written) = found.split_once(' ').unwrap_or((found, ""));
    let shown = written.trim_matches(['`', '"']);
    let named = |sort: &str| match shown {
        "" => sort.to_owned(),
        long if long.chars().count() > 40 => sort.to_owned(),
        short => format!("{sort} `{short}`"),
    };
    match sort {
        "string" => named("the text"),
        "integer" | "floating" => match quoted(found).next() {
            Some(number) => format!("the number `{number}`"),
            None => "a number".to_owned(),
        },
        "boolean" => named("the word"),
        "sequence" => "a list".to_owned(),
        "map" => "a table".to_owned(),
        _ => "this value".to_owned(),
    }
}

/// What belongs there, and how it is written.
fn wanted(expected: &str) -> (&'static str, &'static str) {
    let has = |words: &[&str]| words.iter().any(|word| expected.contains(word));
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => ("a whole number from 0", "write a number without quotes"),
        "i8" | "i16" | "i32" | "i64" => ("a whole number", "write a number without quotes"),
        "a boolean" => ("`true` or `false`", "write `true` or `false` without quotes"),
        _ if has(&["datetime"]) => ("a date", "write a date as 2026-11-22, without quotes"),
        _ if has(&["enum", "variant"]) => ("one of the fixed words", "write the word in double quotes"),
        _ if has(&["struct", "map", "table"]) => ("a table", "write `{ key = value }`"),
        _ if has(&["sequence", "array"]) => {
            ("a list", "put it in square brackets, also when it is one thing")
        }
        _ if has(&["str"]) => ("a text", "put it in double quotes"),
        _ => ("a value of another sort", "look at the same key in another document"),
    }
}

#[cfg(test)]
mod tests {
    use super::shape;

    #[test]
    fn no_complaint_names_a_type_of_the_program() {
        let says = |message| shape(message).0;
        assert_eq!(
            says("invalid type: integer `3`, expected a string"),
            "the number `3` stands where a text belongs"
        );
        assert_eq!(
            says("invalid type: string \"x\", expected struct Cite"),
            "the text `x` stands where a table belongs"
        );
        assert_eq!(says("invalid value: integer `-1`, expected u32"), "the number `-1` cannot stand here");
        assert_eq!(says("data did not match FooBar"), "this does not have the shape that belongs here");
    }

    #[test]
    fn a_mistyped_word_gets_its_neighbour_and_a_strange_one_the_whole_list() {
        let help = |message| shape(message).1.unwrap();
        assert_eq!(help("unknown field `lable`, expected one of `id`, `label`"), "did you mean `label`?");
        assert_eq!(help("unknown variant `elephant`, expected `yes` or `no`"), "known here: `yes`, `no`");
    }
}
