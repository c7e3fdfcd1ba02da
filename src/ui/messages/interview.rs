//! What the interview says around the questions of the norm.
//!
//! Knows the program's own words at a question, in both languages. Refuses to know any question.

use jiff::civil::{Date, Weekday};

use crate::ui::lang::{Lang, Words};

/// One line of the list of commands.
#[derive(Debug, Clone, Copy)]
pub struct CommandRow {
    /// What can be typed, with the letters in brackets.
    pub words: Words,
    /// What it does.
    pub does: Words,
}

const fn row(nl: &'static str, en: &'static str, does: Words) -> CommandRow {
    CommandRow { words: Words::new(nl, en), does }
}

/// The commands, in the order in which they are listed.
pub const COMMANDS: [CommandRow; 8] = [
    row("terug (t)", "back (b)", Words::new("naar de vorige vraag", "to the question before")),
    row("uitleg (u, ?)", "explain (e, ?)", Words::new("uitleg bij de vraag", "what the question means")),
    row("overzicht (o)", "overview (o)", Words::new("uw antwoorden tot nu toe", "your answers so far")),
    row("wijzig 3", "change 3", Words::new("antwoord 3 wijzigen", "to change answer 3")),
    row("wat nu (nu)", "what now (now)", Words::new("wat u nu al kunt doen", "what you can already do")),
    row(
        "112 (nood)",
        "112 (emergency)",
        Words::new("de noodkaart: nu hulp nodig", "emergency card: help now"),
    ),
    row("stop", "stop", Words::new("stoppen", "stop here")),
    row("help", "help", Words::new("deze lijst", "this list")),
];

/// Above the list of commands.
pub const COMMANDS_HEADING: Words =
    Words::new("Bij elke vraag kunt u ook typen:", "At every question you can also type:");
/// Below the list of commands.
pub const COMMANDS_NOTE: Words = Words::new(
    "Antwoord met een nummer, of met het begin van een keuze. Past een letter bij een keuze, dan is die keuze bedoeld.",
    "Answer with a number, or with the start of a choice. A letter that fits a choice means that choice.",
);

/// Menu line: back.
pub const MENU_BACK: Words = Words::new("terug naar de vorige vraag", "back to the question before");
/// Menu line: explain.
pub const MENU_EXPLAIN: Words = Words::new("uitleg bij deze vraag", "explain this question");
/// Menu line: what to do now.
pub const MENU_NOW: Words = Words::new("wat moet ik nu doen?", "what should I do now?");
/// Menu line: overview.
pub const MENU_OVERVIEW: Words = Words::new("uw antwoorden zien of wijzigen", "see or change your answers");
/// Menu line: the emergency card.
pub const MENU_EMERGENCY: Words = Words::new("112-kaart: nu hulp nodig", "112 card: help needed now");
/// Menu line: stop.
pub const MENU_STOP: Words = Words::new("stoppen", "stop here");

/// How a menu with one answer works.
pub const KEYS_ONE: Words = Words::new(
    "Typ een nummer of het begin, of kies met de pijltjes. Dan Enter.",
    "Type a number or its start, or choose with the arrow keys. Then Enter.",
);
/// How a menu works that takes a word of one's own too.
pub const KEYS_WORD: Words = Words::new(
    "Typ (een deel van) uw beroep of een nummer, of kies met pijltjes. Dan Enter.",
    "Type (part of) your profession or a number, or use the arrow keys. Then Enter.",
);
/// How a menu with more answers works.
pub const KEYS_MANY: Words = Words::new(
    "Meer mag: typ nummers (1,3), of pijltjes en spatie. Dan Enter.",
    "More is fine: type numbers (1,3), or arrows and space. Then Enter.",
);
/// Before what is typed below a menu.
pub const TYPED: Words = Words::new("Uw keuze: ", "Your choice: ");
/// What is typed takes the place of what was ticked or chosen before.
pub const TYPE_ALL: Words = Words::new(
    "Typt u nummers? Typ ze dan allemaal: alleen die tellen.",
    "Do you type numbers? Then type all of them: only those count.",
);
/// Below a result that is longer than the window.
pub const SCROLL_UP: Words = Words::new(
    "Wat u nu doet, staat bovenaan dit resultaat. Blader daarvoor omhoog.",
    "What to do now stands at the top of this result. Scroll up for it.",
);
/// Nothing was ticked.
pub const TICK_SOMETHING: Words = Words::new(
    "U hebt nog niets aangekruist. Kruis aan met de spatiebalk, dan Enter.",
    "Nothing is ticked yet. Tick with the space bar, then Enter.",
);
/// Several commands were ticked.
pub const TICK_ONE_COMMAND: Words = Words::new(
    "Kruis van de regels met een streepje er maar één aan.",
    "Tick only one of the lines that start with a dash.",
);
/// The choice of a day that is not known yet.
pub const DAY_UNKNOWN: Words = Words::new("nog niet bekend", "not known yet");
/// An empty line.
pub const NOTHING_SAID: Words = Words::new(
    "Er is nog geen antwoord. Typ uw keuze, of `help`.",
    "There is no answer yet. Type your choice, or `help`.",
);
/// An arrow key, where there is no menu.
pub const NO_ARROWS: Words = Words::new(
    "Pijltjes werken hier niet. Typ het nummer van uw keuze, of `help`.",
    "Arrow keys do not work here. Type the number of your choice, or `help`.",
);
/// Bytes that are no text.
pub const UNREADABLE: Words = Words::new(
    "Dit antwoord was niet te lezen. Probeer het nog eens.",
    "That answer could not be read. Please try again.",
);
/// A line of more than a thousand bytes.
pub const TOO_LONG: Words =
    Words::new("Dat is te lang. Een nummer is genoeg.", "That is too long. A number is enough.");

/// Which question this is, behind the heading.
#[must_use]
pub fn question_number(lang: Lang, number: usize) -> String {
    format!("{} {number}", Words::new("vraag", "question").to(lang))
}

/// Asks for one choice.
#[must_use]
pub fn pick_one(lang: Lang, last: usize) -> String {
    match lang {
        Lang::Nl => format!("Uw keuze (1 t/m {last}, of `help`):"),
        Lang::En => format!("Your choice (1 to {last}, or `help`):"),
    }
}

/// Asks for one choice, or a word of one's own.
#[must_use]
pub fn pick_or_word(lang: Lang, last: usize) -> String {
    match lang {
        Lang::Nl => format!("Uw beroep (of een deel ervan), of 1 t/m {last} (of `help`):"),
        Lang::En => format!("Your profession (or part of it), or 1 to {last} (or `help`):"),
    }
}

/// Asks for one or more choices.
#[must_use]
pub fn pick_many(lang: Lang, last: usize) -> String {
    match lang {
        Lang::Nl => format!("Uw keuzes (1 t/m {last}, meer mag: 1,3 - of `help`):"),
        Lang::En => format!("Your choices (1 to {last}, more is fine: 1,3 - or `help`):"),
    }
}

/// Asks for a day.
#[must_use]
pub fn pick_day(lang: Lang, from: Date) -> String {
    let example = example_day(from);
    match lang {
        Lang::Nl => format!("Welke dag? Bijvoorbeeld {example} of morgen (of `help`):"),
        Lang::En => format!("Which day? For example {example} or tomorrow (or `help`):"),
    }
}

/// Repeats the answer in words.
#[must_use]
pub fn your_answer(lang: Lang, words: &str) -> String {
    format!("{}: {words}", Words::new("Uw antwoord", "Your answer").to(lang))
}

/// What was answered before, when an answer is being changed.
#[must_use]
pub fn earlier(lang: Lang, words: &str) -> String {
    match lang {
        Lang::Nl => format!("Eerder koos u: {words} (`terug` laat dat zo)"),
        Lang::En => format!("You chose before: {words} (`back` leaves it)"),
    }
}

/// An answer that fits no choice.
#[must_use]
pub fn unknown(lang: Lang, said: &str, nearest: Option<&str>) -> String {
    let unknown = match lang {
        Lang::Nl => format!("`{said}` past niet bij een keuze."),
        Lang::En => format!("`{said}` does not fit a choice."),
    };
    let then = match (lang, nearest) {
        (Lang::Nl, Some(near)) => format!("Bedoelde u `{near}`?"),
        (Lang::En, Some(near)) => format!("Did you mean `{near}`?"),
        (Lang::Nl, None) => "Typ het nummer van uw keuze.".to_owned(),
        (Lang::En, None) => "Type the number of your choice.".to_owned(),
    };
    format!("{unknown} {then}")
}

/// A number without a choice.
#[must_use]
pub fn no_such_number(lang: Lang, said: &str, last: usize) -> String {
    match lang {
        Lang::Nl => format!("Keuze `{said}` is er niet. Kies 1 t/m {last}."),
        Lang::En => format!("There is no choice `{said}`. Choose 1 to {last}."),
    }
}

/// A beginning that fits more than one choice.
#[must_use]
pub fn ambiguous(lang: Lang, said: &str, choices: &str) -> String {
    match lang {
        Lang::Nl => format!("`{said}` past bij meer keuzes: {choices}. Typ het nummer."),
        Lang::En => format!("`{said}` fits more than one choice: {choices}. Type the number."),
    }
}

/// Several answers where one is asked.
#[must_use]
pub fn only_one(lang: Lang) -> String {
    Words::new(
        "Bij deze vraag past één antwoord. Kies het belangrijkste.",
        "This question takes one answer. Choose the one that matters most.",
    )
    .to(lang)
    .to_owned()
}

/// A choice that excludes the others, given together with others.
#[must_use]
pub fn alone(lang: Lang, choice: &str) -> String {
    match lang {
        Lang::Nl => format!("`{choice}` kan niet samen met een ander antwoord. Kies dit, of het andere."),
        Lang::En => format!("`{choice}` cannot go together with another answer. Choose this, or the other."),
    }
}

/// Text that is no day.
#[must_use]
pub fn not_a_day(lang: Lang, said: &str, from: Date) -> String {
    let example = example_day(from);
    match lang {
        Lang::Nl => {
            format!("`{said}` is geen dag. Typ bijvoorbeeld {example}, morgen, of 0 voor nog niet bekend.")
        }
        Lang::En => {
            format!("`{said}` is not a day. Type for example {example}, tomorrow, or 0 for not known yet.")
        }
    }
}

/// A day before the first that can be given.
#[must_use]
pub fn too_early(lang: Lang, said: &str, from: Date) -> String {
    let first = day(lang, from);
    match lang {
        Lang::Nl => format!("`{said}` is al voorbij. De eerste dag die kan is {first}."),
        Lang::En => format!("`{said}` is in the past. The first possible day is {first}."),
    }
}

/// A day in words, with its weekday, so that a slip of the finger is seen.
#[must_use]
pub fn day(lang: Lang, date: Date) -> String {
    let weekday = match date.weekday() {
        Weekday::Monday => Words::new("maandag", "Monday"),
        Weekday::Tuesday => Words::new("dinsdag", "Tuesday"),
        Weekday::Wednesday => Words::new("woensdag", "Wednesday"),
        Weekday::Thursday => Words::new("donderdag", "Thursday"),
        Weekday::Friday => Words::new("vrijdag", "Friday"),
        Weekday::Saturday => Words::new("zaterdag", "Saturday"),
        Weekday::Sunday => Words::new("zondag", "Sunday"),
    };
    let month = usize::try_from(date.month())
        .ok()
        .and_then(|month| MONTHS.get(month.saturating_sub(1)))
        .map_or("", |month| month.to(lang));
    format!("{} {} {month} {}", weekday.to(lang), date.day(), date.year())
}

/// The months, January first.
pub const MONTHS: [Words; 12] = [
    Words::new("januari", "January"),
    Words::new("februari", "February"),
    Words::new("maart", "March"),
    Words::new("april", "April"),
    Words::new("mei", "May"),
    Words::new("juni", "June"),
    Words::new("juli", "July"),
    Words::new("augustus", "August"),
    Words::new("september", "September"),
    Words::new("oktober", "October"),
    Words::new("november", "November"),
    Words::new("december", "December"),
];

/// A day that could be typed at this date: three days on.
fn example_day(from: Date) -> String {
    let day = from.saturating_add(jiff::Span::new().days(3));
    format!("{}-{}", day.day(), day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_said_with_its_weekday_in_both_languages() {
        let day_of_talk = date(2026, 11, 25);
        assert_eq!(day(Lang::Nl, day_of_talk), "woensdag 25 november 2026");
        assert_eq!(day(Lang::En, day_of_talk), "Wednesday 25 November 2026");
    }

    #[test]
    fn the_example_of_a_day_lies_ahead() {
        assert!(pick_day(Lang::Nl, date(2026, 11, 29)).contains("2-12"));
    }
}
