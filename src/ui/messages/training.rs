//! What is said about exercises: how they are written, how they are done, and how they came out.

use crate::ui::lang::{Lang, Words};

words! {
    /// What an exercise cannot do without.
    EXERCISE_HELP = "een oefening heeft een `id`, een `title`, een `goal`, een `vignette`, een `profession`, `[answers]` en `[expect]`; `meldcode exercise new` schrijft een voorbeeld",
                    "an exercise has an `id`, a `title`, a `goal`, a `vignette`, a `profession`, `[answers]` and `[expect]`; `meldcode exercise new` writes an example";
    /// How an exercise is named.
    ID_HELP = "gebruik kleine letters, cijfers en streepjes, zoals `zij-zegt-dat-het-meevalt`",
              "use small letters, digits and hyphens, such as `zij-zegt-dat-het-meevalt`";
    /// An outcome without words.
    NO_OUTCOME = "hier staat niet welke uitkomst dit is", "it does not say which outcome this is";
    /// How an outcome is written.
    OTHER_HELP = "schrijf naast `why` de woorden van een sleutel, zoals `outlook = \"not-yet\"`",
                 "beside `why`, write the words of a key, such as `outlook = \"not-yet\"`";
    /// A goal of more than a line.
    GOAL = "het doel past niet op één regel", "the goal does not fit on one line";
    /// What a goal is.
    GOAL_HELP = "zeg in één zin wat iemand hier leert", "say in one sentence what one learns here";
    /// What is still to be filled in.
    BLANK_HELP = "vul in wat tussen < en > staat, of haal het weg", "fill in what stands between < and >, or take it out";
    /// Somebody is asked for a name.
    NAMES = "hier wordt naar een naam gevraagd", "this asks for a name";
    /// Why not.
    NAMES_HELP = "een oefening noemt en vraagt geen namen; schrijf wie het is, zoals: een leerling van acht",
                 "an exercise neither gives nor asks names; write who it is, such as: a pupil of eight";
    /// How long a story is.
    SENTENCES_HELP = "vertel de situatie in twee tot zes zinnen", "tell the situation in two to six sentences";
    /// The model comes out otherwise.
    KEY_NOT_MET = "met de eigen antwoorden komt er iets anders uit dan de sleutel zegt",
                  "with its own answers something else comes out than the key says";
    /// What is never right is what the model comes to.
    NEVER_IS_KEY = "dit komt uit de eigen antwoorden, en mag nooit", "its own answers come to this, and it must never be";
    /// What to do about it.
    NEVER_HELP = "zeg er meer woorden bij, of haal het weg", "add more words of a key, or take it out";
    /// What is right too is what the model comes to.
    ACCEPTABLE_IS_KEY = "dit is de uitkomst van de eigen antwoorden, en dus niets anders",
                        "this is what its own answers come to, so it is no other outcome";
    /// What is right too is never right.
    ACCEPTABLE_IS_NEVER = "dit staat ook bij wat nooit mag", "this stands among what must never be too";
    /// What to do about it.
    ACCEPTABLE_HELP = "noem een andere uitkomst die ook goed is, of haal het weg",
                      "name another outcome that is right too, or take it out";
    /// The word before a note.
    NOTE = "opmerking", "note";
    /// Where an example is.
    NOT_NEW_HELP = "kies een naam die er nog niet is", "choose a name that is not there yet";
    /// Nothing was found.
    NO_EXERCISES = "er is geen oefening om na te kijken", "there is no exercise to check";
    /// The name of the column.
    PHASES = "fasen", "phases";
}

/// Something that an exercise has to have.
#[must_use]
pub fn missing(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("`{key}` ontbreekt, of is leeg"),
        Lang::En => format!("`{key}` is missing, or empty"),
    }
}

/// Not a name for an exercise.
#[must_use]
pub fn no_id(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Nl => format!("`{id}` is geen naam voor een oefening"),
        Lang::En => format!("`{id}` is no name for an exercise"),
    }
}

/// No such difficulty.
#[must_use]
pub fn no_difficulty(lang: Lang, word: &str) -> String {
    match lang {
        Lang::Nl => format!("`{word}` is geen `difficulty`"),
        Lang::En => format!("`{word}` is no `difficulty`"),
    }
}

/// A key that does not belong there.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("`{key}` hoort hier niet"),
        Lang::En => format!("`{key}` does not belong here"),
    }
}

/// A text of the template that is still there.
#[must_use]
pub fn blank(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("`{key}` is nog niet ingevuld"),
        Lang::En => format!("`{key}` is not filled in yet"),
    }
}

/// What a full exercise has besides.
#[must_use]
pub fn not_full(lang: Lang, keys: &[&str]) -> String {
    let list = list(keys.iter().copied());
    match lang {
        Lang::Nl => format!("een volledige oefening heeft ook {list}"),
        Lang::En => format!("a full exercise also has {list}"),
    }
}

/// Too short or too long.
#[must_use]
pub fn sentences(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "de situatie heeft 1 zin".to_owned(),
        (Lang::Nl, _) => format!("de situatie heeft {count} zinnen"),
        (Lang::En, 1) => "the situation has 1 sentence".to_owned(),
        (Lang::En, _) => format!("the situation has {count} sentences"),
    }
}

/// Answers of the model that another norm asks for.
#[must_use]
pub fn not_in_this_norm(lang: Lang, what: &[String]) -> String {
    let list = list(what.iter().map(String::as_str));
    match lang {
        Lang::Nl => format!("hoort niet bij deze norm, en doet niets: {list}"),
        Lang::En => format!("not part of this norm, and without effect: {list}"),
    }
}

/// Feedback to a choice that does no harm.
#[must_use]
pub fn leads_to_key(lang: Lang, question: &str, choice: &str) -> String {
    match lang {
        Lang::Nl => format!("met `{question} = {choice}` komt er hetzelfde uit als de sleutel zegt"),
        Lang::En => format!("with `{question} = {choice}` it still comes out as the key says"),
    }
}

/// Choices that lead to what must never be, and to which nothing is said.
#[must_use]
pub fn unheard(lang: Lang, choices: &[String]) -> String {
    let list = list(choices.iter().map(String::as_str));
    match lang {
        Lang::Nl => format!("leidt tot wat nooit mag, en er staat geen `feedback` bij: {list}"),
        Lang::En => format!("leads to what must never be, and has no `feedback`: {list}"),
    }
}

/// The name of an exercise is not that of its file.
#[must_use]
pub fn other_name(lang: Lang, id: &str, stem: &str) -> String {
    match lang {
        Lang::Nl => format!("de oefening heet `{id}` en het bestand `{stem}`"),
        Lang::En => format!("the exercise is named `{id}` and the file `{stem}`"),
    }
}

/// What to do about it.
#[must_use]
pub fn other_name_help(lang: Lang, stem: &str) -> String {
    match lang {
        Lang::Nl => format!("schrijf `id = \"{stem}\"`, of geef het bestand de naam van de oefening"),
        Lang::En => format!("write `id = \"{stem}\"`, or give the file the name of the exercise"),
    }
}

/// Two exercises with one name.
#[must_use]
pub fn same_name(lang: Lang, id: &str, other: &str) -> String {
    match lang {
        Lang::Nl => format!("er is nog een oefening `{id}`: {other}"),
        Lang::En => format!("there is another exercise `{id}`: {other}"),
    }
}

/// How many exercises were looked at, and what was found.
#[must_use]
pub fn looked_at(lang: Lang, sound: usize, faulty: usize, unusable: usize, notes: usize) -> String {
    let parts = [
        (sound, Words::new("in orde", "sound")),
        (faulty, Words::new("met fouten", "with faults")),
        (unusable, Words::new("niet te gebruiken", "not usable")),
        (notes, Words::new("met een opmerking", "with a note")),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    said.map(|(count, words)| format!("{count} {}", words.to(lang))).collect::<Vec<_>>().join(", ")
}

/// Some names, and how many there are besides.
#[must_use]
pub fn and_more(lang: Lang, named: &[&str], all: usize) -> String {
    let names = named.join(", ");
    match (lang, all.saturating_sub(named.len())) {
        (_, 0) => names,
        (Lang::Nl, more) => format!("{names} en nog {more}"),
        (Lang::En, more) => format!("{names} and {more} more"),
    }
}

/// How many exercises are listed, of how many.
#[must_use]
pub fn listed(lang: Lang, listed: usize, all: usize) -> String {
    match lang {
        Lang::Nl => format!("{listed} van {all} oefeningen"),
        Lang::En => format!("{listed} of {all} exercises"),
    }
}

/// No such exercise.
#[must_use]
pub fn unknown_exercise(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen oefening `{id}`"),
        Lang::En => format!("there is no exercise `{id}`"),
    }
}

/// How to find one.
#[must_use]
pub fn known_exercises(lang: Lang, near: Option<&str>) -> String {
    match (lang, near) {
        (Lang::Nl, Some(near)) => format!("bedoelde u `{near}`? `meldcode exercise list` noemt ze allemaal"),
        (Lang::Nl, None) => "`meldcode exercise list` noemt ze; geef anders een bestand".to_owned(),
        (Lang::En, Some(near)) => format!("did you mean `{near}`? `meldcode exercise list` lists them all"),
        (Lang::En, None) => "`meldcode exercise list` lists them; or else give a file".to_owned(),
    }
}

/// A new exercise was written.
#[must_use]
pub fn new_written(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Nl => format!(
            "`{file}` staat er. Vul in wat tussen < en > staat; `meldcode exercise lint {file}` kijkt het na."
        ),
        Lang::En => format!(
            "`{file}` is written. Fill in what stands between < and >; `meldcode exercise lint {file}` checks it."
        ),
    }
}

fn list<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// Help for `exercise` and what stands under it, by name.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "exercise" => Words::new(
            "Oefenen: verzonnen situaties met een sleutel. Zoeken, doen, schrijven, nakijken, printen.",
            "Training: invented situations with a key. Find, do, write, check, print.",
        ),
        "exercise list" => Words::new("Noem de oefeningen.", "List the exercises."),
        "exercise new" => Words::new(
            "Schrijf een nieuwe oefening om in te vullen.",
            "Write a new exercise to be filled in.",
        ),
        "exercise lint" => Words::new(
            "Kijk oefeningen na: leesbaar, passend bij de norm, en komt eruit wat de sleutel zegt?",
            "Check exercises: readable, fitting their norm, and do they come out as their key says?",
        ),
        "exercise run" => Words::new(
            "Doe een oefening, en hoor daarna waar het anders ging en wat de norm zegt.",
            "Do an exercise, and hear afterwards where it went otherwise and what the norm says.",
        ),
        "exercise handout" => Words::new(
            "Een oefening op papier, zonder sleutel; met --key ook met.",
            "An exercise on paper, without the key; with --key also with it.",
        ),
        "exercise report" => Words::new(
            "Wat de oefeningen samen bereiken van de norm, en wat niet.",
            "What the exercises together reach of the norm, and what they do not.",
        ),
        "exercises" => Words::new(
            "Een map met eigen oefeningen, naast de ingebouwde.",
            "A directory with your own exercises, beside the built-in ones.",
        ),
        "exercise-paths" => Words::new(
            "Oefeningen, of mappen daarmee. Standaard de ingebouwde.",
            "Exercises, or directories of them. The built-in ones by default.",
        ),
        "exercise-id" => {
            Words::new("De naam van een oefening, of een bestand.", "The name of an exercise, or a file.")
        }
        "new-file" => Words::new(
            "Het nieuwe bestand; het mag er nog niet zijn.",
            "The new file; it must not be there yet.",
        ),
        "of-profession" => Words::new("Alleen van dit beroep.", "Of this profession only."),
        "difficulty" => Words::new(
            "Alleen van deze moeilijkheid: basic, practised of hard.",
            "Of this difficulty only: basic, practised or hard.",
        ),
        "outlook" => Words::new(
            "Alleen met deze uitkomst: emergency, leave, ask, not-yet of advise.",
            "With this outlook only: emergency, leave, ask, not-yet or advise.",
        ),
        "text" => Words::new(
            "Alleen met dit woord in titel, doel of situatie.",
            "Only with this word in title, goal or situation.",
        ),
        "exam" => Words::new(
            "Als toets: geen uitleg onderweg, en de bespreking pas aan het eind.",
            "As an exam: no explanations on the way, and what it comes to only at the end.",
        ),
        "record" => Words::new(
            "Schrijf de antwoorden als JSON Lines in dit nieuwe bestand.",
            "Write the answers as JSON Lines to this new file.",
        ),
        "key" => Words::new("Met de sleutel: voor wie begeleidt.", "With the key: for whoever guides."),
        "paper-format" => Words::new("Vorm: text, markdown of html.", "Shape: text, markdown or html."),
        "report-format" => Words::new("Vorm: text, json of html.", "Shape: text, json or html."),
        _ => return None,
    })
}
