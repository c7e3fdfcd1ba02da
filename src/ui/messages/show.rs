//! What the views of the content say around the texts of the norm.

use crate::model::advice::{Advice, Help, Report};
use crate::model::duty::Level;
use crate::model::guide::Review;
use crate::model::news::Status;
use crate::model::profession::{Check, OwnFramework, Sector};
use crate::model::signal::Form;
use crate::model::source::{Confidence, Kind};

use super::ground;
use crate::ui::lang::{Lang, Words};

words! {
    /// Heading of the right to report.
    RIGHT_TO_REPORT = "meldrecht", "right to report";
    /// Heading of the rows.
    DECISION_TABLE = "BESLISTABEL", "DECISION TABLE";
    /// Before the id of a question.
    QUESTION = "vraag", "question";
    /// Takes one choice.
    ONE_ANSWER = "(één antwoord)", "(one answer)";
    /// Takes several choices.
    SEVERAL_ANSWERS = "(meer antwoorden)", "(several answers)";
    /// Takes a day.
    A_DAY = "(een dag, 2026-11-22)", "(a day, 2026-11-22)";
    /// An arrow to the closing point.
    THE_END = "einde", "end";
    /// An arrow to the emergency card.
    THE_CARD = "112-kaart", "112 card";
    /// Before the signals.
    SIGNALS_FIRST = "Lees eerst hoe u een lijst leest. Er wordt niets geteld; u weegt zelf.",
                    "First read how to read a list. Nothing is counted; you weigh yourself.";
    /// No list for whom it is about.
    NO_SIGNALS = "Hiervoor is er geen lijst. Dat zegt niets over veiligheid.",
                 "There is no list for this. That says nothing about safety.";
    /// Before the themes.
    THEMES_FIRST = "Gevaar op dit moment gaat voor. Ziet u geen rode vlag? Dat zegt niets over veiligheid.",
                   "Danger at this moment comes first. Do you see no red flag? That says nothing about safety.";
    /// Before whom to ask first.
    EXPERT = "Eerst", "First";
    /// Heading of the rules of a list.
    HOW_TO_READ = "zo leest u deze lijst", "how to read this list";
    /// Heading of what speaks against a suspicion.
    AGAINST = "wat ertegen spreekt, of beschermt (trek het nergens van af)",
              "what speaks against it, or protects (subtract it from nothing)";
    /// Before a signal that alone is reason to act today.
    RED_FLAG = "RODE VLAG", "RED FLAG";
    /// Before the other explanation.
    OTHERWISE = "Andere uitleg", "Other explanation";
    /// A source that was read as a whole.
    READ_WHOLE = "helemaal gelezen", "read as a whole";
    /// A source that was read in part.
    READ_IN_PART = "voor een deel gelezen", "read in part";
    /// A source that was read through somebody else.
    READ_VIA = "via een ander gelezen", "read second-hand";
    /// Heading of the documents of a profession.
    DOCUMENTS = "documenten", "documents";
    /// Heading of the points on which texts of the law differ.
    DIFFERS = "waarin de teksten van de wet verschillen", "where the texts of the law differ";
    /// Heading of what was announced.
    NEWS = "aangekondigd of besproken", "announced or discussed";
    /// What news is not.
    NEWS_IS_NO_RULE = "Dit is nieuws met een datum. Geen regel hier hangt ervan af.",
                      "This is dated news. No rule here depends on it.";
    /// Heading of who has to have a meldcode.
    BOUND = "wie een meldcode moet hebben", "who has to have a meldcode";
    /// What is not written by date, on a day of an earlier norm.
    RULES_OF_NOW = "Deze regels zijn die van nu.", "These rules are those of now.";
    /// Heading of who reports.
    REPORTS = "wie meldt", "who reports";
    /// Heading of who supervises.
    SUPERVISOR = "toezicht", "supervision";
    /// Heading of when a check is done.
    TRIGGERS = "wanneer u verder kijkt", "when to look further";
    /// A number that was not checked for long.
    CHECK_IS_OLD = "Dit is lang niet nagekeken. Klopt het niet? Bel Veilig Thuis of 112.",
                   "This was not checked for long. Is it wrong? Call Veilig Thuis or 112.";
    /// Heading of who decides.
    DECIDES = "wie beslist", "who decides";
    /// Heading of the words of a profession.
    TERMS = "woorden in de teksten", "words in the texts";
    /// Heading of the duties.
    DUTIES = "wat dit beroep vraagt", "what this profession asks for";
}

/// A theme that is not there.
#[must_use]
pub fn unknown_theme(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("er is geen thema `{given}`"),
        Lang::En => format!("there is no theme `{given}`"),
    }
}

/// The two decisions of a row.
#[must_use]
pub fn decisions(lang: Lang, advice: Advice) -> String {
    let report = match advice.report {
        Report::No => Words::new("nee", "no"),
        Report::Made => Words::new("al gedaan", "made"),
        Report::Undecided => Words::new("nog niet te zeggen", "undecided"),
        Report::Yes => Words::new("ja", "yes"),
        Report::Again => Words::new("ja, opnieuw", "yes, again"),
    };
    let help = match advice.help {
        Help::None => Words::new("geen", "none"),
        Help::Undecided => Words::new("nog niet te zeggen", "undecided"),
        Help::Own => Words::new("zelf geven of regelen", "given or arranged by you"),
        Help::WithVeiligThuis => Words::new("samen met Veilig Thuis", "together with Veilig Thuis"),
    };
    match lang {
        Lang::Nl => format!("melden: {}; hulp: {}", report.to(lang), help.to(lang)),
        Lang::En => format!("report: {}; help: {}", report.to(lang), help.to(lang)),
    }
}

/// The day on which a number was checked.
#[must_use]
pub fn checked(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Nl => format!("nagelopen op {day}; bel zelf na voor een uitgave"),
        Lang::En => format!("gone through on {day}; call it before a release"),
    }
}

/// Other words for a profession.
#[must_use]
pub fn aliases(lang: Lang, words: &str) -> String {
    match lang {
        Lang::Nl => format!("ook: {words}"),
        Lang::En => format!("also: {words}"),
    }
}

/// What a signal is seen in.
#[must_use]
pub const fn form(form: Form) -> Words {
    match form {
        Form::Letsel => Words::new("lichaam en letsel", "body and injury"),
        Form::Dreiging => Words::new("dreiging en geweld", "threat and violence"),
        Form::Controle => Words::new("controle en dwang", "control and coercion"),
        Form::Reis => Words::new("reis of plan", "journey or plan"),
        Form::Verzorging => Words::new("verzorging", "care"),
        Form::Ontwikkeling => Words::new("groei en ontwikkeling", "growth and development"),
        Form::Gedrag => Words::new("gedrag en stemming", "behaviour and mood"),
        Form::Contact => Words::new("contact met anderen", "contact with others"),
        Form::Seksueel => Words::new("seksueel", "sexual"),
        Form::School => Words::new("school en opvang", "school and childcare"),
        Form::Geld => Words::new("geld en bezit", "money and property"),
        Form::Ouder => Words::new("ouder of verzorger", "parent or carer"),
    }
}

/// Whether a document was reviewed.
#[must_use]
pub const fn review(review: Review) -> Words {
    match review {
        Review::Draft => Words::new("concept, niet nagekeken", "draft, not reviewed"),
        Review::Reviewed => Words::new("nagekeken", "reviewed"),
    }
}

/// What is known of a framework of the profession's own.
#[must_use]
pub const fn own_framework(own: OwnFramework) -> Words {
    match own {
        OwnFramework::None => Words::new("geen eigen afwegingskader", "no framework of its own"),
        OwnFramework::NotSeen => Words::new("eigen kader niet ingezien", "own framework not seen"),
        OwnFramework::Linked => Words::new("eigen afwegingskader", "framework of its own"),
    }
}

/// Where a profession works.
#[must_use]
pub const fn sector(sector: Sector) -> Words {
    match sector {
        Sector::Zorg => Words::new("zorg", "health care"),
        Sector::Onderwijs => Words::new("onderwijs en leerplicht", "education and school attendance"),
        Sector::Kinderopvang => Words::new("kinderopvang", "childcare"),
        Sector::Jeugd => Words::new("jeugdhulp en jeugdbescherming", "youth care and youth protection"),
        Sector::SociaalDomein => Words::new("sociaal werk en wijkteam", "social work and local teams"),
        Sector::Justitie => Words::new("reclassering en justitie", "probation and justice"),
        Sector::Opvang => Words::new("opvang", "shelter"),
        Sector::Overig => Words::new("iets anders", "something else"),
    }
}

/// How far a piece of news has come.
#[must_use]
pub const fn news_status(status: Status) -> Words {
    match status {
        Status::Announced => Words::new("aangekondigd", "announced"),
        Status::Bill => Words::new("wetsvoorstel", "bill"),
        Status::Considered => Words::new("wordt overwogen", "considered"),
        Status::Proposal => Words::new("voorstel", "proposal"),
        Status::Programme => Words::new("programma", "programme"),
        Status::Abandoned => Words::new("gaat niet door", "abandoned"),
    }
}

/// The name of the advice centre in the law of the date.
#[must_use]
pub fn advice_centre(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Nl => format!("advies bij: {name}"),
        Lang::En => format!("advice from: {name}"),
    }
}

/// The document that a profession links, with its status.
#[must_use]
pub fn linked(lang: Lang, document: &str, status: Review, own: OwnFramework) -> String {
    format!("{document} ({}; {})", review(status).to(lang), own_framework(own).to(lang))
}

/// What the choice of a document rests on.
#[must_use]
pub fn rests_on(lang: Lang, kind: Kind, confidence: Confidence) -> String {
    let (kind, confidence) = (ground::kind(kind).to(lang), ground::confidence(confidence).to(lang));
    match lang {
        Lang::Nl => format!("gekozen op grond van: {kind}, {confidence}"),
        Lang::En => format!("chosen on the ground of: {kind}, {confidence}"),
    }
}

/// A check, as people call it.
#[must_use]
pub const fn check(check: Check) -> &'static str {
    match check {
        Check::Kindcheck => "kindcheck",
        Check::Mantelzorgcheck => "mantelzorgcheck",
    }
}

/// The days on which a contact was true.
#[must_use]
pub fn counted(lang: Lang, from: Option<&str>, until: Option<&str>) -> String {
    let from = from.map(|day| match lang {
        Lang::Nl => format!("vanaf {day}"),
        Lang::En => format!("from {day}"),
    });
    let until = until.map(|day| match lang {
        Lang::Nl => format!("tot en met {day}"),
        Lang::En => format!("until {day}"),
    });
    [from, until].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// How strongly a profession asks for a duty.
#[must_use]
pub const fn level(level: Level) -> Words {
    match level {
        Level::AsNeeded => Words::new("als het nodig is", "as needed"),
        Level::InDoubt => Words::new("bij twijfel", "in doubt"),
        Level::UnlessMotivated => {
            Words::new("altijd, tenzij u uitlegt waarom niet", "always, unless you explain why not")
        }
        Level::Always => Words::new("altijd", "always"),
    }
}

/// How much of a source was read, when that was checked, and how many lines rest on it.
#[must_use]
pub fn read_and_cited(lang: Lang, read: &str, checked_on: Option<&str>, times: usize) -> String {
    let checked = match (lang, checked_on) {
        (_, None) => String::new(),
        (Lang::Nl, Some(day)) => format!(", nagelopen op {day}"),
        (Lang::En, Some(day)) => format!(", gone through on {day}"),
    };
    match (lang, times) {
        (Lang::Nl, 1) => format!("{read}{checked}; 1 regel"),
        (Lang::Nl, _) => format!("{read}{checked}; {times} regels"),
        (Lang::En, 1) => format!("{read}{checked}; 1 line"),
        (Lang::En, _) => format!("{read}{checked}; {times} lines"),
    }
}

/// When a document counts.
#[must_use]
pub fn counts(lang: Lang, from: &str, last_day: Option<&str>, now: bool) -> String {
    let when = match (lang, last_day) {
        (Lang::Nl, None) => format!("geldt vanaf {from}"),
        (Lang::Nl, Some(last)) => format!("geldt van {from} tot en met {last}"),
        (Lang::En, None) => format!("counts from {from}"),
        (Lang::En, Some(last)) => format!("counts from {from} up to and including {last}"),
    };
    match (lang, now) {
        (_, true) => when,
        (Lang::Nl, false) => format!("{when}; niet op de gekozen dag"),
        (Lang::En, false) => format!("{when}; not on the chosen day"),
    }
}

/// What names a document exactly.
#[must_use]
pub fn stamped(lang: Lang, revision: u32, digest: &str, review: &str) -> String {
    match lang {
        Lang::Nl => format!("uitgave {revision}, {digest}, {review}"),
        Lang::En => format!("revision {revision}, {digest}, {review}"),
    }
}

/// No such choice of whom it is about.
#[must_use]
pub fn unknown_who(lang: Lang, given: &str) -> String {
    match lang {
        Lang::Nl => format!("`{given}` is geen antwoord op de vraag `wie`"),
        Lang::En => format!("`{given}` is no answer to the question `wie`"),
    }
}
