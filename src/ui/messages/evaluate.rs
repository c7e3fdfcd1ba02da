//! What is said about many answer sets, and about what was expected of them.

use crate::ui::lang::{Lang, Words};

words! {
    /// The result is what the key says.
    SAME = "klopt", "same";
    /// The result is not what the key says.
    DIFFERS = "anders", "differs";
    /// Above a result that is what its key says.
    AS_EXPECTED = "Zoals verwacht.", "As expected.";
    /// Above a result that is not.
    NOT_AS_EXPECTED = "Anders dan verwacht:", "Not as expected:";
    /// The result is not what the key says, and is right too.
    ALSO_RIGHT = "ook goed", "also right";
    /// The result is one that must never come out.
    NEVER = "nooit", "never";
    /// Above a result that is right too.
    ALSO_AS_EXPECTED = "Anders dan de sleutel, en ook goed:", "Not as the key, and right too:";
    /// Above a result that must never come out.
    NEVER_EXPECTED = "Dit mag er nooit uitkomen:", "This must never come out:";
    /// The result has no such thing.
    NOTHING = "niets", "nothing";
    /// A directory without answer files.
    EMPTY_DIRECTORY = "in deze map staat geen antwoordbestand", "there is no answer file in this directory";
    /// What lies in a directory as an answer file.
    EMPTY_DIRECTORY_HELP = "antwoordbestanden heten `*.toml`, `*.json` of `*.jsonl`",
                           "answer files are named `*.toml`, `*.json` or `*.jsonl`";
    /// How both decisions are written.
    DECISIONS_HELP = "schrijf `{ report = \"yes\", help = \"with-veilig-thuis\" }`, of een van de twee",
                     "write `{ report = \"yes\", help = \"with-veilig-thuis\" }`, or one of the two";
    /// How a name is written.
    NAME_HELP = "schrijf de naam als tekst, zoals `\"gesprek\"`", "write the name as text, such as `\"gesprek\"`";
    /// How names are written.
    NAMES_HELP = "schrijf een lijst van namen, zoals `[\"gesprek\"]`; een lege lijst verwacht dat er niets is",
                 "write a list of names, such as `[\"gesprek\"]`; an empty list expects that there is nothing";
}

/// Something that cannot be expected.
#[must_use]
pub fn cannot_expect(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("`{key}` hoort niet in een sleutel"),
        Lang::En => format!("`{key}` does not belong in a key"),
    }
}

/// A word that a result never says there.
#[must_use]
pub fn never_says(lang: Lang, key: &str, word: &str) -> String {
    match lang {
        Lang::Nl => format!("een uitkomst heeft bij `{key}` nooit `{word}`"),
        Lang::En => format!("a result never has `{word}` as `{key}`"),
    }
}

/// A table without anything in it.
#[must_use]
pub fn expects_nothing(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("bij `{key}` staat niets"),
        Lang::En => format!("there is nothing in `{key}`"),
    }
}

/// One difference.
#[must_use]
pub fn difference(lang: Lang, what: &str, expected: &str, found: &str) -> String {
    match lang {
        Lang::Nl => format!("verwacht {what} {expected}, gevonden {found}"),
        Lang::En => format!("expected {what} {expected}, found {found}"),
    }
}

/// How many answer sets came out how. What did not occur is not said.
#[must_use]
pub fn tally(lang: Lang, [same, acceptable, different, no_key, unusable]: [usize; 5]) -> String {
    let parts = [
        (same, Words::new("zoals verwacht", "as expected")),
        (acceptable, Words::new("ook goed", "also right")),
        (different, Words::new("anders dan verwacht", "not as expected")),
        (no_key, Words::new("zonder sleutel", "without a key")),
        (unusable, Words::new("niet te gebruiken", "not usable")),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, words)| format!("{count} {}", words.to(lang))).collect();
    said.join(", ")
}

/// There is more to say about the same answers.
#[must_use]
pub fn more_problems(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Nl => format!("... en nog {count} in deze antwoorden"),
        Lang::En => format!("... and {count} more in these answers"),
    }
}

/// Some of the input cannot be used.
#[must_use]
pub fn unusable(lang: Lang, count: usize, all: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => format!("1 van {all} kan niet worden gebruikt"),
        (Lang::Nl, _) => format!("{count} van {all} kunnen niet worden gebruikt"),
        (Lang::En, _) => format!("{count} of {all} cannot be used"),
    }
}
