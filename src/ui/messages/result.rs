//! What a result says around the texts of the norm: headings, labels, the few sentences that are always there.

use crate::ui::lang::{Lang, Words};

words! {
    /// Heading of the actions.
    DO_NOW = "WAT U NU DOET", "WHAT YOU DO NOW";
    /// Heading of the exceptions, while something comes first.
    DO_NOT_WAIT = "WACHT NIET. MELD NU, ZONDER GESPREK, ALS", "DO NOT WAIT. REPORT NOW, WITHOUT A TALK, IF";
    /// Heading of the exceptions, when no report is advised.
    REPORT_IF = "MELD METEEN ALS", "REPORT AT ONCE IF";
    /// Heading of the exceptions, once a report was made.
    CALL_AGAIN_IF = "BEL VEILIG THUIS METEEN OPNIEUW ALS", "CALL VEILIG THUIS AGAIN AT ONCE IF";
    /// Heading of open duties.
    OPEN = "NOG OPEN", "STILL OPEN";
    /// Open duties hold nothing.
    HOLDS_NOTHING = "Dit houdt uw melding niet tegen.", "This does not hold back your report.";
    /// Heading of the reasons.
    WHY = "WAAROM", "WHY";
    /// Heading of the answers.
    ANSWERS = "U KOOS", "YOU CHOSE";
    /// Heading of what to keep in mind.
    MIND = "LET OP", "MIND";
    /// What to think of in the talk.
    TALK = "GESPREK", "TALK";
    /// What to have at hand when calling.
    AT_HAND = "BIJ DE HAND", "AT HAND";
    /// What comes after the decision.
    AFTERWARDS = "VERVOLG", "FOLLOW-UP";
    /// Where more is to be read.
    READ_MORE = "LEES MEER", "READ MORE";
    /// Heading of what would settle a doubt.
    FIND_OUT = "ZOEK UIT", "FIND OUT";
    /// Heading of doubts under which the same comes out.
    DOUBT = "TWIJFEL", "DOUBT";
    /// Heading of what would change the result.
    CHANGES = "ANDERS ALS", "CHANGES IF";
    /// Heading of what to record.
    RECORD = "SCHRIJF OP", "RECORD";
    /// Heading of what comes later.
    LATER = "LATER", "LATER";
    /// Heading of what is not certain.
    UNSURE = "NIET ZEKER", "NOT CERTAIN";
    /// Heading of answers off the path.
    UNUSED = "TELT NIET", "NOT USED";
    /// Heading of the stamp.
    STAMP = "STEMPEL", "STAMP";
    /// Heading of what stays in the code beside a door.
    STAYS = "BLIJFT", "STAYS";
    /// Heading of contacts.
    CONTACTS = "BELLEN", "CALL";
    /// Heading of the source.
    SOURCE = "BRON", "SOURCE";
    /// Source label within a line.
    SOURCE_WORD = "Bron", "Source";
    /// A doubt that changes nothing.
    EITHER_WAY = "U twijfelt. Hoe het ook is, het wijst dezelfde kant op:",
                 "You are in doubt. Either way it points in the same direction:";
    /// The program decides nothing.
    HELPS = "Dit programma helpt u wegen. Het vervangt Veilig Thuis, uw collega en de wet niet.",
            "This program helps you weigh. It does not replace Veilig Thuis, your colleague or the law.";
    /// A document that nobody of the profession reviewed.
    DRAFT = "Deze teksten zijn nog niet door een vakgenoot nagekeken.",
            "These texts were not yet reviewed by a professional.";
    /// A rule that was read through somebody else.
    SECOND_HAND = "Deze regel is niet bij de bron zelf gelezen, maar bij iemand die hem weergeeft.",
            "This rule was read at someone other than its maker.";
    /// A rule that is not settled.
    OPEN_RULE = "De bronnen zeggen hier niet hetzelfde. Dit is geen regel; u weegt zelf.",
            "The sources do not agree here. This is no rule; you weigh yourself.";
    /// Content of the user's own.
    OWN_CONTENT = "Eigen inhoud: niet de inhoud die bij dit programma hoort.",
            "Own content: not the content that belongs to this program.";
    /// Numbers are always today's.
    NUMBERS_OF_TODAY = "De nummers, de stappen, de thema's en de andere wegen zijn die van nu.",
        "The numbers, the steps, the themes and the other routes are those of now.";
    /// At once.
    NOW = "Nu", "Now";
    /// Before the end of the day.
    TODAY = "Vandaag", "Today";
    /// On a day still to be chosen.
    CHOOSE_DAY = "Dag kiezen", "Choose day";
    /// Directly after.
    RIGHT_AFTER = "Daarna", "Then";
    /// Later.
    LATER_WORD = "Later", "Later";
    /// The day that was chosen has gone by.
    DAY_GONE = "De dag van het gesprek is voorbij. Bel vandaag Veilig Thuis, en beslis vandaag of u meldt.",
               "The day of the talk has gone by. Call Veilig Thuis today, and decide today whether you report.";
    /// The direction is help, and something cannot wait.
    NOT_HELPED = "Nog geen besluit over hulp.", "No decision about help yet.";
    /// The direction is closing, and something comes first.
    NOT_CLOSED = "Nog niet afsluiten.", "Do not close yet.";
    /// A question is open.
    ASK = "TUSSENSTAND. ER STAAT NOG EEN VRAAG OPEN.", "INTERIM. A QUESTION IS STILL OPEN.";
    /// Heading of what can already be done.
    DO_ALREADY = "WAT U NU AL KUNT DOEN", "WHAT YOU CAN ALREADY DO";
    /// Whether something was done may not have been asked yet.
    DONE_IS_DONE = "Deed u hier al iets van? Dan telt dat.", "Did you do some of this already? Then it counts.";
    /// Nothing was answered, not even for which profession.
    NOTHING_KNOWN = "Tussenstand: u hebt nog niets beantwoord. Er is nog geen besluit.",
                    "Interim: you have not answered anything yet. There is no decision yet.";
    /// How to answer it in a file.
    ANSWER_WITH = "ANTWOORDEN", "ANSWERS";
    /// Danger is not known, at a door.
    DANGER_UNKNOWN = "U weet niet of er nu gevaar is. Bel daarom eerst:",
            "You do not know whether there is danger now. Call about that first:";
}

/// Not yet decided; who decides.
#[must_use]
pub fn interim(lang: Lang, decides: &str) -> String {
    match lang {
        Lang::Nl => format!("Tussenstand, nog geen besluit. {decides} beslist, niet dit programma."),
        Lang::En => {
            format!("Interim, no decision yet. The decision is up to {decides}, not to this program.")
        }
    }
}

/// Which question is open, after how many.
#[must_use]
pub fn still_open(lang: Lang, answered: usize, ask: &str, id: &str) -> String {
    match lang {
        Lang::Nl => format!("Beantwoord: {answered}. Nu open: {ask} (vraag `{id}`)"),
        Lang::En => format!("Answered: {answered}. Open now: {ask} (question `{id}`)"),
    }
}

/// Advice, before anything is known.
#[must_use]
pub fn ask_advice(lang: Lang, veilig_thuis: &str) -> String {
    match lang {
        Lang::Nl => format!("Bel Veilig Thuis voor advies: {veilig_thuis}. Dat kan altijd, zonder namen."),
        Lang::En => format!("Call Veilig Thuis for advice: {veilig_thuis}. Always possible, without names."),
    }
}

/// Nothing is decided, not even provisionally; who decides.
#[must_use]
pub fn undecided(lang: Lang, decides: &str) -> String {
    match lang {
        Lang::Nl => {
            format!("Er is nog geen advies en nog geen besluit. {decides} beslist, niet dit programma.")
        }
        Lang::En => format!(
            "There is no advice and no decision yet. The decision is up to {decides}, not to this program."
        ),
    }
}

/// An advice; who decides.
#[must_use]
pub fn advice(lang: Lang, decides: &str) -> String {
    match lang {
        Lang::Nl => format!("Advies. {decides} beslist, niet dit programma."),
        Lang::En => format!("Advice. The decision is up to {decides}, not to this program."),
    }
}

/// How to report now; always printed.
#[must_use]
pub fn report_now(lang: Lang, veilig_thuis: &str, emergency: &str) -> String {
    match lang {
        Lang::Nl => format!(
            "Nu melden kan altijd: bel {veilig_thuis}, dag en nacht. Gevaar op dit moment: {emergency}."
        ),
        Lang::En => format!(
            "You can always report now: call {veilig_thuis}, day and night. Danger at this moment: {emergency}."
        ),
    }
}

/// A step with its number.
#[must_use]
pub fn step(lang: Lang, number: u8) -> String {
    match lang {
        Lang::Nl => format!("stap {number}"),
        Lang::En => format!("step {number}"),
    }
}

/// The title of a step.
#[must_use]
pub const fn step_title(number: u8) -> Words {
    match number {
        0 => Words::new("eerst", "first"),
        1 => Words::new("signalen", "signals"),
        2 => Words::new("overleg", "consultation"),
        3 => Words::new("gesprek", "talk"),
        4 => Words::new("wegen", "weighing"),
        _ => Words::new("beslissen", "deciding"),
    }
}

/// The later question.
#[must_use]
pub fn later(lang: Lang, when: &str, ask: &str, id: &str) -> String {
    match lang {
        Lang::Nl => format!("{when}: \"{ask}\" (vraag `{id}`)"),
        Lang::En => format!("{when}: \"{ask}\" (question `{id}`)"),
    }
}

/// The norm of a past date.
#[must_use]
pub fn norm_of_then(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Nl => format!("Norm van toen: dit geldt voor {date}, niet voor nu."),
        Lang::En => format!("Norm of then: this is for {date}, not for now."),
    }
}

/// A meldnorm by number.
#[must_use]
pub fn meldnorm(lang: Lang, number: u8) -> String {
    match lang {
        Lang::Nl => format!("meldnorm {number}"),
        Lang::En => format!("meldnorm {number} (reporting norm)"),
    }
}

/// Answers that exist, but not in this norm.
#[must_use]
pub fn not_in_this_norm(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Nl => format!("{what}: hoort niet bij deze norm"),
        Lang::En => format!("{what}: not part of this norm"),
    }
}

/// Answers that lie off the path.
#[must_use]
pub fn off_the_path(lang: Lang, what: &str) -> String {
    match lang {
        Lang::Nl => {
            format!("{what}: deze vragen komen hier niet voor; de antwoorden zijn bewaard, maar doen niets")
        }
        Lang::En => {
            format!("{what}: these questions do not come up here; the answers are kept, but do nothing")
        }
    }
}

/// Other answers to one question, and what they lead to.
#[must_use]
pub fn change(lang: Lang, question: &str, choices: &[&str], then: &str) -> String {
    let or = if lang == Lang::Nl { " of " } else { " or " };
    let choices = choices.iter().map(|choice| format!("\"{choice}\"")).collect::<Vec<_>>().join(or);
    match lang {
        Lang::Nl => format!("u bij `{question}` kiest {choices}: dan {then}"),
        Lang::En => format!("you choose {choices} for `{question}`: then {then}"),
    }
}

/// What keeps it open: something to do first.
#[must_use]
pub fn held_by(lang: Lang, duty: &str) -> String {
    match lang {
        Lang::Nl => format!("Eerst nog: {duty}."),
        Lang::En => format!("First: {duty}."),
    }
}

/// What keeps it open: a doubt.
#[must_use]
pub fn held_by_doubt(lang: Lang, question: &str) -> String {
    match lang {
        Lang::Nl => {
            format!(
                "U twijfelt bij `{question}`, en dat maakt hier verschil. Bij twijfel gaat veiligheid voor."
            )
        }
        Lang::En => format!(
            "You are in doubt at `{question}`, and it makes a difference here. In doubt, safety comes first."
        ),
    }
}

/// A question in doubt, and what to do first to settle it.
#[must_use]
pub fn find_out(ask: &str, question: &str, first: &str) -> String {
    format!("{ask} (`{question}`) {first}").trim_end().to_owned()
}

/// Doubts under which the same advice comes out.
#[must_use]
pub fn doubt_decides_nothing(lang: Lang, questions: &[&str]) -> String {
    let questions = questions.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ");
    match lang {
        Lang::Nl => format!("Uw twijfel bij {questions} maakt voor dit advies geen verschil."),
        Lang::En => format!("Your doubt at {questions} makes no difference to this advice."),
    }
}

/// Which command shows more about the forms of violence that are at play.
#[must_use]
pub fn show_themes(ids: &[&str]) -> String {
    format!("`meldcode show themes {}`", ids.join(" "))
}

/// Which command shows the signals for whom it is about.
#[must_use]
pub fn show_signals(who: &str) -> String {
    format!("`meldcode show signals --who {who}`")
}

/// A number that was not read at its owner.
#[must_use]
pub fn second_hand_number(lang: Lang, line: &str) -> String {
    match lang {
        Lang::Nl => format!("{line}; nummer via een ander gelezen"),
        Lang::En => format!("{line}; number read second-hand"),
    }
}

words! {
    /// What another answer leads to: the emergency card.
    THEN_EMERGENCY = "belt u nu (112-kaart)", "you call now (112 card)";
    /// Another door.
    THEN_DOOR = "is er een andere weg", "there is another route";
    /// A report.
    THEN_REPORT = "wijst het op melden, nu of vandaag", "it points to a report, now or today";
    /// A report, after something first.
    THEN_REPORT_NOT_YET = "wijst het op melden, maar doet u eerst nog iets", "it points to a report, but something comes first";
    /// Help.
    THEN_HELP = "wijst het op hulp met afspraken", "it points to help with agreements";
    /// Help, after something first.
    THEN_HELP_NOT_YET = "wijst het op hulp, maar doet u eerst nog iets", "it points to help, but something comes first";
    /// Closing.
    THEN_CLOSE = "wijst het op afsluiten met een aantekening", "it points to closing with a note";
    /// Closing, after something first.
    THEN_CLOSE_NOT_YET = "wijst het op afsluiten, maar doet u eerst nog iets", "it points to closing, but something comes first";
    /// The report was made.
    THEN_MADE = "is er gemeld, en beslist u samen met Veilig Thuis over hulp", "the report was made, and you decide about help with Veilig Thuis";
    /// Not settled.
    THEN_UNDECIDED = "is er nog geen besluit en vraagt u eerst advies", "there is no decision yet and you ask advice first";
}
