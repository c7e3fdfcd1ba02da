//! What is said about a class that did exercises: who came out how, where people part, and what the numbers mean.
//!
//! About exercises, never about a case. No ranking and no marks: what came out otherwise is a reason to talk.

use crate::ui::lang::{Lang, Words};

words! {
    /// What the page is.
    TITLE = "Verslag van de klas", "Report on the class";
    /// What it is about, above everything.
    ABOUT = "Dit gaat over oefeningen, niet over een echte situatie. Het meet geen mensen: waar antwoorden verschillen, begint het gesprek.",
            "This is about exercises, not about a real situation. It does not measure people: where answers differ, the talk begins.";
    /// Below everything.
    FOOT = "Gemaakt op uw eigen apparaat: er is niets verstuurd. Er staan alleen schuilnamen in.",
           "Made on your own device: nothing was sent. It holds pseudonyms only.";
    /// Heading of the table of participants.
    TABLE = "Wie kwam waar uit", "Who came out where";
    /// Head of the first column.
    PARTICIPANT = "deelnemer", "participant";
    /// Not answered.
    NOT_DONE = "niet gedaan", "not done";
    /// Heading of the matrix.
    CONFUSION = "Sleutel en klas naast elkaar", "Key and class side by side";
    /// How to read the matrix.
    CONFUSION_HOW = "Op elke rij staat waar de uitwerking van de trainer op uitkomt, in elke kolom waar deelnemers op uitkwamen. Met een rand: hetzelfde advies.",
                    "Each row says where the trainer's answers come out, each column where participants came out. With a border: the same advice.";
    /// Corner of the matrix.
    MODEL_AND_CLASS = "uitwerking ↓  klas →", "model ↓  class →";
    /// Heading of the questions of a situation.
    ANSWERS = "Wat is er geantwoord", "What was answered";
    /// Before the question with the least agreement.
    DIVIDES = "Verdeelt het meest", "Divides most";
    /// Nobody differs.
    NOTHING_DIVIDES = "Iedereen gaf op elke vraag hetzelfde antwoord.", "Everybody gave the same answer to every question.";
    /// Too few people for that.
    ONE_PERSON = "Eén deelnemer: er is niets te vergelijken.", "One participant: there is nothing to compare.";
    /// Before questions that everybody answered alike.
    ALIKE = "Allemaal hetzelfde", "All the same";
    /// A choice that the model makes too.
    MODEL = "uitwerking", "model";
    /// The model does not come to this question.
    NOT_IN_MODEL = "De uitwerking komt niet langs deze vraag.", "The model does not come to this question.";
    /// Heading of first wrong turns.
    TURNS = "De eerste verkeerde afslag", "The first wrong turn";
    /// What a first wrong turn is.
    TURNS_HOW = "De eerste vraag waarna het niet meer goed kon uitkomen, ook als de rest was beantwoord zoals in de uitwerking.",
                "The first question after which it could no longer come out right, even with everything else answered as in the model.";
    /// Nobody had one.
    NO_TURNS = "Niemand sloeg verkeerd af.", "Nobody took a wrong turn.";
    /// A question that was left open.
    LEFT_OPEN = "(niet beantwoord)", "(not answered)";
    /// A question that the model does not come to.
    NOT_ASKED = "(niet gevraagd)", "(not asked)";
    /// Before what was answered.
    ANSWERED = "geantwoord", "answered";
    /// Before the ground of a norm.
    NORM = "Norm", "Norm";
    /// Before those who had it.
    WHO = "Wie", "Who";
    /// Heading of agreement.
    AGREEMENT = "Hoe vaak zegt men hetzelfde", "How often people say the same";
    /// What agreement is.
    AGREEMENT_HOW = "Neem steeds twee deelnemers: hoe vaak geven zij hetzelfde antwoord? Bij een vraag met meer antwoorden telt alleen precies hetzelfde.",
                    "Take two participants at a time: how often do they give the same answer? In a question with several answers only exactly the same counts.";
    /// What alpha is.
    ALPHA_HOW = "Krippendorffs alpha rekent toeval mee. 1: altijd hetzelfde. 0: zoals bij toeval. Onder 0: minder dan bij toeval. Over een paar situaties is het een aanwijzing, geen meting.",
                "Krippendorff's alpha takes chance into account. 1: always the same. 0: as by chance. Below 0: less than by chance. Over a few situations it is a hint, not a measurement.";
    /// Alpha over the advice.
    ALPHA_OF_ADVICE = "het advies", "the advice";
    /// There is too little for alpha.
    NO_ALPHA = "Krippendorffs alpha staat hier niet: er zijn minstens twee situaties nodig, met twee deelnemers en met verschil.",
               "Krippendorff's alpha is not shown: it takes at least two situations, with two participants, and something that differs.";
    /// Choices of one question, ticked or not.
    ALPHA_OF_CHOICES = "alpha over wel of niet aankruisen", "alpha for ticked or not";
    /// A set that does not say what it answers.
    NO_EXERCISE = "hier staat niet bij welke oefening dit hoort", "it does not say which exercise this answers";
    /// What to do about that.
    NO_EXERCISE_HELP = "zet `exercise = \"naam\"` in het bestand, of geef `--exercise naam`",
                       "put `exercise = \"name\"` in the file, or give `--exercise name`";
    /// What to do about a set that stands there twice.
    DOUBLE_HELP = "geef elke deelnemer een eigen schuilnaam, en laat elke fase één keer inleveren",
                  "give each participant a pseudonym of their own, and have each phase handed in once";
    /// What to do about an exercise that contradicts itself.
    UNSOUND_HELP = "`meldcode exercise lint` wijst de plaats aan",
                   "`meldcode exercise lint` points to the place";
    /// Before what the table means.
    SIGNS = "In de tabel", "In the table";
}

/// The verdicts, in the order of gravity: their marks, what stands in a table, and what that means.
pub const VERDICTS: [(&str, Words, Words); 4] = [
    ("=", Words::new("klopt", "same"), Words::new("zoals de sleutel", "as the key says")),
    (
        "≈",
        Words::new("ook goed", "also right"),
        Words::new("anders, en ook goed", "otherwise, and right too"),
    ),
    ("≠", Words::new("anders", "differs"), Words::new("anders dan de sleutel", "not as the key says")),
    ("!", Words::new("nooit", "never"), Words::new("mag nooit uitkomen", "must never come out")),
];

/// How a walk can end, in the order in which they are shown.
pub const ENDINGS: [Words; 13] = [
    Words::new("bel nu", "call now"),
    Words::new("melden", "report"),
    Words::new("gemeld, samen verder", "reported, on together"),
    Words::new("hulp", "help"),
    Words::new("afsluiten", "close"),
    Words::new("onbeslist", "undecided"),
    Words::new("eerst iets doen, dan melden", "first something else, then report"),
    Words::new("eerst iets doen, na een melding", "first something else, after a report"),
    Words::new("eerst iets doen, dan hulp", "first something else, then help"),
    Words::new("eerst iets doen, dan afsluiten", "first something else, then close"),
    Words::new("eerst iets doen, richting open", "first something else, direction open"),
    Words::new("een andere weg", "another route"),
    Words::new("een vraag open", "a question open"),
];

/// How large the class is.
#[must_use]
pub fn size(lang: Lang, people: usize, exercises: usize, situations: usize) -> String {
    let one = |count, one: Words, more: Words| {
        format!("{count} {}", if count == 1 { one.to(lang) } else { more.to(lang) })
    };
    let people =
        one(people, Words::new("deelnemer", "participant"), Words::new("deelnemers", "participants"));
    let exercises = one(exercises, Words::new("oefening", "exercise"), Words::new("oefeningen", "exercises"));
    let phases = one(situations, Words::new("situatie", "situation"), Words::new("situaties", "situations"));
    format!("{people}, {exercises}, {phases}")
}

/// Sets that answer another exercise than the one that was asked for.
#[must_use]
pub fn of_others(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => "1 antwoordset hoort bij een andere oefening, en is niet nagekeken".to_owned(),
        (Lang::Nl, _) => {
            format!("{count} antwoordsets horen bij een andere oefening, en zijn niet nagekeken")
        }
        (Lang::En, 1) => "1 set answers another exercise, and was not graded".to_owned(),
        (Lang::En, _) => format!("{count} sets answer another exercise, and were not graded"),
    }
}

/// Which phase of an exercise.
#[must_use]
pub fn phase(lang: Lang, phase: usize) -> String {
    match lang {
        Lang::Nl => format!("fase {phase}"),
        Lang::En => format!("phase {phase}"),
    }
}

/// Where the model comes out.
#[must_use]
pub fn model_ends(lang: Lang, ending: &str) -> String {
    match lang {
        Lang::Nl => format!("De uitwerking komt uit op: {ending}."),
        Lang::En => format!("The model comes out at: {ending}."),
    }
}

/// So many came out this way.
#[must_use]
pub fn counts(lang: Lang, counts: [usize; 4]) -> String {
    let said = VERDICTS.iter().zip(counts).filter(|(_, count)| *count > 0);
    said.map(|((_, word, _), count)| format!("{count} {}", word.to(lang))).collect::<Vec<_>>().join(", ")
}

/// How often pairs of people ended the same way.
#[must_use]
pub fn same_advice(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Nl => format!("Twee deelnemers kwamen in {share} van de gevallen op hetzelfde advies uit."),
        Lang::En => format!("Two participants came out at the same advice in {share} of the cases."),
    }
}

/// How often pairs of people gave the same answer.
#[must_use]
pub fn same_answer(lang: Lang, share: &str) -> String {
    match lang {
        Lang::Nl => format!("{share} hetzelfde"),
        Lang::En => format!("{share} the same"),
    }
}

/// So many of so many.
#[must_use]
pub fn of(lang: Lang, count: usize, all: usize) -> String {
    match lang {
        Lang::Nl => format!("{count} van {all}"),
        Lang::En => format!("{count} of {all}"),
    }
}

/// So often.
#[must_use]
pub fn times(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Nl, _) => format!("{count} keer"),
        (Lang::En, 1) => "once".to_owned(),
        (Lang::En, _) => format!("{count} times"),
    }
}

/// What a picture of choices shows.
#[must_use]
pub fn picture(lang: Lang, choice: &str, count: usize, all: usize) -> String {
    match lang {
        Lang::Nl => format!("balk: {choice}, {count} van {all}"),
        Lang::En => format!("bar: {choice}, {count} of {all}"),
    }
}

/// The same participant did the same twice.
#[must_use]
pub fn double(lang: Lang, participant: &str, exercise: &str, phase: usize, earlier: &str) -> String {
    match lang {
        Lang::Nl => {
            format!(
                "`{participant}` staat twee keer bij `{exercise}`, fase {phase}; de eerste keer in {earlier}"
            )
        }
        Lang::En => {
            format!(
                "`{participant}` stands twice with `{exercise}`, phase {phase}; the first time in {earlier}"
            )
        }
    }
}

/// A number with two places, as it is written in a language.
#[must_use]
pub fn number(lang: Lang, number: f64) -> String {
    let text = format!("{number:.2}");
    // What rounds to nothing is not below nothing.
    let text = if text == "-0.00" { "0.00".to_owned() } else { text };
    match lang {
        Lang::Nl => text.replace('.', ","),
        Lang::En => text,
    }
}

/// A phase that the exercise does not have.
#[must_use]
pub fn no_such_phase(lang: Lang, phase: usize, last: usize) -> String {
    match (lang, last) {
        (Lang::Nl, 1) => format!("fase {phase} is er niet: deze oefening heeft één fase"),
        (Lang::Nl, _) => format!("fase {phase} is er niet: deze oefening heeft {last} fasen"),
        (Lang::En, 1) => format!("there is no phase {phase}: this exercise has one phase"),
        (Lang::En, _) => format!("there is no phase {phase}: this exercise has {last} phases"),
    }
}

/// An exercise whose own answers do not come out as it says.
#[must_use]
pub fn unsound(lang: Lang, phase: usize) -> String {
    match lang {
        Lang::Nl => format!("fase {phase}: de uitwerking zelf komt niet uit zoals de sleutel"),
        Lang::En => format!("phase {phase}: the model itself does not come out as the key says"),
    }
}

/// The first wrong turn, in a line.
#[must_use]
pub fn turned(lang: Lang, question: &str, given: &str, model: &str) -> String {
    let or =
        |text: &str, none: Words| if text.is_empty() { none.to(lang).to_owned() } else { text.to_owned() };
    let (given, model) = (or(given, LEFT_OPEN), or(model, NOT_ASKED));
    match lang {
        Lang::Nl => format!("eerste verkeerde afslag: {question} = {given}, uitwerking: {model}"),
        Lang::En => format!("first wrong turn: {question} = {given}, model: {model}"),
    }
}

/// Help on grading.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "exercise grade" => Words::new(
            "Leg wat een klas antwoordde naast de sleutel, en toon waar antwoorden uiteenlopen.",
            "Lay what a class answered beside the key, and show where answers part.",
        ),
        "answer-sets" => Words::new(
            "Wat deelnemers inleverden: bestanden (TOML, JSON, JSON Lines, CSV) of mappen daarmee.",
            "What participants handed in: files (TOML, JSON, JSON Lines, CSV) or directories of them.",
        ),
        "graded-exercise" => Words::new(
            "Alleen deze oefening; ook voor antwoorden die niet zeggen bij welke oefening ze horen.",
            "This exercise only; also for answers that do not say which exercise they belong to.",
        ),
        "grade-format" => Words::new(
            "Vorm: text, csv, json, jsonl, junit of html (om samen te bekijken en te printen).",
            "Shape: text, csv, json, jsonl, junit or html (to look at together and to print).",
        ),
        _ => return None,
    })
}
