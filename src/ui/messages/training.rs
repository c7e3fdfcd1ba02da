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
