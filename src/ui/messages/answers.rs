//! What is said about an answer file that does not fit.

use crate::ui::lang::{Lang, Words};

/// A file without text.
pub const EMPTY_FILE: Words = Words::new("het bestand is leeg", "the file is empty");
/// How an answer file begins.
pub const EXAMPLE: Words = Words::new(
    "een antwoordbestand begint zo: `schema = 1`, `profession = \"leraar\"`, `[answers]`, `gevaar-nu = \"nee\"`",
    "an answer file begins like this: `schema = 1`, `profession = \"leraar\"`, `[answers]`, `gevaar-nu = \"nee\"`",
);
/// How a day is written.
pub const DAY_HELP: Words =
    Words::new("schrijf een dag als 2026-11-22, zonder tijd", "write a day as 2026-11-22, without a time");
/// No table of answers.
pub const NO_ANSWERS: Words = Words::new("het bestand heeft geen `[answers]`", "the file has no `[answers]`");
/// Say it once.
pub const ONCE: Words = Words::new("laat er één staan", "keep one of them");
/// How phases are counted.
pub const PHASE_HELP: Words = Words::new("de eerste fase is 1", "the first phase is 1");
/// Where the questions are listed.
pub const SEE_QUESTIONS: Words = Words::new(
    "`meldcode show questions` noemt alle vragen en antwoorden",
    "`meldcode show questions` lists all questions and answers",
);
/// No answer is no answer.
pub const LEAVE_OUT: Words = Words::new(
    "laat de vraag weg als er geen antwoord is, of kies wat er bij hoort, zoals `geen-van-deze` of `niets`",
    "leave the question out when there is no answer, or choose what fits, such as `geen-van-deze` or `niets`",
);
/// A choice that excludes the others.
pub const ALONE_HELP: Words =
    Words::new("kies dit alleen, of laat het weg", "choose it alone, or leave it out");

/// Not a table.
#[must_use]
pub fn not_a_table(lang: Lang) -> &'static str {
    Words::new(
        "het bestand is geen lijst van sleutels en waarden",
        "the file is not a table of keys and values",
    )
    .to(lang)
}

/// The file was written for another shape.
#[must_use]
pub fn other_schema(lang: Lang, ours: i64) -> String {
    match lang {
        Lang::Nl => format!("dit programma leest antwoordbestanden met `schema = {ours}`"),
        Lang::En => format!("this program reads answer files with `schema = {ours}`"),
    }
}

/// The file does not say its shape.
#[must_use]
pub fn no_schema(lang: Lang, ours: i64) -> String {
    match lang {
        Lang::Nl => format!("de regel `schema = {ours}` ontbreekt"),
        Lang::En => format!("the line `schema = {ours}` is missing"),
    }
}

/// An unknown key at the top.
#[must_use]
pub fn unknown_key(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("`{key}` hoort niet in een antwoordbestand"),
        Lang::En => format!("`{key}` does not belong in an answer file"),
    }
}

/// Something stands there twice.
#[must_use]
pub fn twice(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Nl => format!("`{what}` staat er twee keer"),
        Lang::En => format!("`{what}` is there twice"),
    }
}

/// The value has the wrong type.
#[must_use]
pub fn wrong_type(lang: Lang, key: &str) -> String {
    match lang {
        Lang::Nl => format!("dit soort waarde past niet bij `{key}`"),
        Lang::En => format!("this kind of value does not fit `{key}`"),
    }
}

/// Not a calendar day.
#[must_use]
pub fn not_a_day(lang: Lang, text: &str) -> String {
    match lang {
        Lang::Nl => format!("`{text}` is geen dag op de kalender"),
        Lang::En => format!("`{text}` is not a calendar day"),
    }
}

/// The nearest known word.
#[must_use]
pub fn did_you_mean(lang: Lang, near: &str) -> String {
    match lang {
        Lang::Nl => format!("bedoelde u `{near}`?"),
        Lang::En => format!("did you mean `{near}`?"),
    }
}

/// No such question in any norm.
#[must_use]
pub fn unknown_question(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen vraag `{id}`"),
        Lang::En => format!("there is no question `{id}`"),
    }
}

/// No such choice in any norm.
#[must_use]
pub fn unknown_choice(lang: Lang, choice: &str, question: &str) -> String {
    match lang {
        Lang::Nl => format!("`{choice}` is geen antwoord op `{question}`"),
        Lang::En => format!("`{choice}` is not an answer to `{question}`"),
    }
}

/// Several answers where one is asked.
#[must_use]
pub fn one_answer_only(lang: Lang, question: &str, count: usize) -> String {
    match lang {
        Lang::Nl => format!("op `{question}` past één antwoord; hier staat een lijst van {count}"),
        Lang::En => format!("`{question}` takes one answer; here is a list of {count}"),
    }
}

/// An empty list.
#[must_use]
pub fn nothing_chosen(lang: Lang, question: &str) -> String {
    match lang {
        Lang::Nl => format!("bij `{question}` is niets gekozen"),
        Lang::En => format!("nothing is chosen for `{question}`"),
    }
}

/// A choice that excludes the others stands with others.
#[must_use]
pub fn alone(lang: Lang, choice: &str) -> String {
    match lang {
        Lang::Nl => format!("`{choice}` gaat niet samen met een ander antwoord"),
        Lang::En => format!("`{choice}` does not go together with another answer"),
    }
}

/// A number that no phase has.
#[must_use]
pub fn no_phase(lang: Lang, number: i64) -> String {
    match lang {
        Lang::Nl => format!("er is geen fase {number}"),
        Lang::En => format!("there is no phase {number}"),
    }
}

/// What can be answered.
#[must_use]
pub fn one_of(lang: Lang, ids: &[&str]) -> String {
    let list = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Nl => format!("kies uit {list}"),
        Lang::En => format!("choose from {list}"),
    }
}
