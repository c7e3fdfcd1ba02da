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
    EMPTY_DIRECTORY_HELP = "antwoordbestanden heten `*.toml`, `*.json`, `*.jsonl` of `*.csv`",
                           "answer files are named `*.toml`, `*.json`, `*.jsonl` or `*.csv`";
    /// What can stand in the header of a file with rows.
    COLUMNS_HELP = "een kolom heet `id`, `exercise`, `participant`, `phase`, `profession`, `date` of als een vraag: `meldcode show questions` noemt ze",
                   "a column is named `id`, `exercise`, `participant`, `phase`, `profession`, `date` or as a question: `meldcode show questions` lists them";
    /// A row with other cells than the header has.
    CELLS_HELP = "elke regel heeft evenveel cellen als de eerste; een lege cel is niet beantwoord",
                 "each line has as many cells as the first; an empty cell is not answered";
    /// A quote that is opened and not closed.
    UNCLOSED = "een aanhalingsteken gaat open en niet dicht", "a quote is opened and not closed";
    /// What helps against that.
    UNCLOSED_HELP = "elke regel is één antwoordset; een cel loopt niet door op de volgende regel",
                    "each line is one answer set; no cell goes on on the next line";
    /// What helps against bytes that are no text.
    UTF_8 = "sla het bestand op als UTF-8", "save the file as UTF-8";
    /// One document that is read line by line.
    ONE_DOCUMENT = "elke regel wordt los gelezen; is dit één document over meer regels, geef dan `--input json`",
                   "each line is read by itself; if this is one document of several lines, give `--input json`";
    /// Problems are counted from here on, and not told.
    MORE_UNUSABLE = "... wat verder niet te gebruiken is, wordt alleen geteld",
                    "... what else cannot be used is only counted";
    /// Results in full belong to one shape.
    FULL_IS_JSON = "`--full` hoort bij `--format jsonl`; `--format text` is al volledig",
                   "`--full` goes with `--format jsonl`; `--format text` is in full already";
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

/// A column that is not known.
#[must_use]
pub fn unknown_column(lang: Lang, column: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen vraag `{column}`, en zo'n kolom is er ook niet"),
        Lang::En => format!("there is no question `{column}`, and no such column either"),
    }
}

/// A row with other cells than the header.
#[must_use]
pub fn other_cells(lang: Lang, cells: usize, columns: usize) -> String {
    match lang {
        Lang::Nl => format!("deze regel heeft {cells} cellen, en de eerste {columns}"),
        Lang::En => format!("this line has {cells} cells, and the first has {columns}"),
    }
}

/// A line that is too long to be answers. Which one stands beside it.
#[must_use]
pub fn line_too_long(lang: Lang, most: usize) -> String {
    match lang {
        Lang::Nl => format!("deze regel heeft {most} bytes of meer"),
        Lang::En => format!("this line has {most} bytes or more"),
    }
}

/// A line that is not text. Which one stands beside it.
#[must_use]
pub fn line_not_text(lang: Lang, byte: usize) -> String {
    match lang {
        Lang::Nl => format!("deze regel is geen tekst: byte {byte} is geen UTF-8"),
        Lang::En => format!("this line is not text: byte {byte} is not UTF-8"),
    }
}

/// How far a long run is.
#[must_use]
pub fn so_far(lang: Lang, all: usize, unusable: usize) -> String {
    match lang {
        Lang::Nl => format!("{all} gelezen, {unusable} niet te gebruiken"),
        Lang::En => format!("{all} read, {unusable} not usable"),
    }
}

/// Help for the command and its flags, by name.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "evaluate" => Words::new(
            "Bereken veel antwoordsets in één keer. Staat er een sleutel in? Dan ook: komt het uit zoals verwacht?",
            "Evaluate many answer sets at once. Is there a key in them? Then also: does it come out as expected?",
        ),
        "paths" => Words::new(
            "Antwoordbestanden (TOML, JSON, JSON Lines, CSV), mappen daarmee, of - .",
            "Answer files (TOML, JSON, JSON Lines, CSV), directories of them, or - .",
        ),
        "batch-format" => {
            Words::new("Vorm: table, text, jsonl, csv of junit.", "Shape: table, text, jsonl, csv or junit.")
        }
        "full" => Words::new(
            "Bij jsonl: ook de hele uitkomst, onder `result`.",
            "With jsonl: the whole result too, under `result`.",
        ),
        "input-format" => Words::new(
            "Hoe - is geschreven: toml, json, jsonl of csv. Begint het met een accolade: jsonl.",
            "How - is written: toml, json, jsonl or csv. When it begins with a brace: jsonl.",
        ),
        "strict" => Words::new(
            "Stop bij de eerste antwoordset die niet te gebruiken is.",
            "Stop at the first answer set that cannot be used.",
        ),
        "jobs" => Words::new(
            "Zoveel threads. Standaard zoveel als deze machine tegelijk aankan.",
            "So many threads. As many as this machine runs at once by default.",
        ),
        _ => return None,
    })
}
