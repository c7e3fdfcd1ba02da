//! What is said about a case that is saved: keeping it, taking it up again, and what is due.

use crate::model::unreadable::Unreadable;
use crate::ui::lang::{Lang, Words};

use super::command;

words! {
    /// At the head of a case file.
    HEAD = "Een casus van meldcode. Hier staan geen namen in, en die horen er ook niet in.",
           "A case of meldcode. There are no names in it, and none belong in it.";
    /// A case that is not whole.
    TORN = "dit bestand is niet heel, of het is veranderd nadat het is bewaard",
           "this file is not whole, or was changed after it was saved";
    /// What to do with it.
    TORN_HELP = "neem een kopie van het bestand zoals het was; wat er nu staat, blijft onaangeroerd",
                "take a copy of the file as it was; what stands here now is left as it is";
    /// A file of answers that is no case.
    NO_CASE = "dit is geen bewaarde casus", "this is not a saved case";
    /// What is one.
    NO_CASE_HELP = "een casus wordt geschreven door `meldcode check --save BESTAND`; andere antwoorden leest `meldcode check --answers BESTAND`",
                   "a case is written by `meldcode check --save FILE`; other answers are read by `meldcode check --answers FILE`";
    /// A file that is no receipt.
    NO_RECEIPT = "dit is geen uitkomstbestand", "this is not a receipt";
    /// What is one.
    NO_RECEIPT_HELP = "een uitkomstbestand wordt geschreven door `meldcode check --receipt BESTAND`",
                      "a receipt is written by `meldcode check --receipt FILE`";
    /// A word that no case can have.
    NOT_OF_A_CASE = "dit past niet in een bewaarde casus", "this does not fit in a saved case";
    /// A receipt is not resumed.
    A_RECEIPT = "dit is een uitkomstbestand, geen casus", "this is a receipt, not a case";
    /// What is done with it.
    A_RECEIPT_HELP = "`meldcode replay BESTAND` rekent het na", "`meldcode replay FILE` checks it again";
    /// Above what is due.
    DUE = "Dit stond nog open. Daar beginnen we mee.", "This was still open. We begin with it.";
    /// How an answer is left open.
    NOT_KNOWN_YET = "Weet u het nog niet, of is er niets veranderd? Kies dan `terug`: het blijft zoals het was.",
                    "Do you not know yet, or has nothing changed? Then choose `back`: it stays as it was.";
    /// The question stays open.
    STAYS_OPEN = "Deze vraag blijft open.", "This question stays open.";
    /// Above what is different.
    CHANGED = "DE INHOUD IS VERANDERD SINDS U DEZE CASUS BEWAARDE", "THE CONTENT CHANGED SINCE YOU SAVED THIS CASE";
    /// The same documents, and another result.
    CHANGED_DATE = "OP DEZE DAG KOMT ER IETS ANDERS UIT DAN TOEN U DEZE CASUS BEWAARDE",
                   "ON THIS DAY SOMETHING ELSE COMES OUT THAN WHEN YOU SAVED THIS CASE";
    /// Lead of the result of then.
    THEN = "Toen", "Then";
    /// Lead of the result of now.
    NOW = "Nu", "Now";
    /// The next action is due at once.
    AT_ONCE = "volgende stap nu", "next action at once";
    /// The next action is due today.
    TODAY = "volgende stap vandaag", "next action today";
    /// The next action is due on the day that was agreed.
    AS_AGREED = "volgende stap zoals afgesproken", "next action as agreed";
    /// Lead of documents.
    DOCUMENTS = "Stukken", "Documents";
    /// Result and path are the same.
    SAME_RESULT = "Met uw antwoorden komt er hetzelfde uit als toen.", "With your answers the same comes out as then.";
    /// Lead of questions that are no longer used.
    NOT_ASKED_NOW = "Telt niet meer mee", "No longer counts";
    /// Lead of questions that come in.
    ASKED_NOW = "Telt nu mee", "Counts now";
    /// Lead of questions that the norm has no more.
    NOT_IN_NORM = "Niet meer in de norm", "No longer in the norm";
    /// Heading of the question whether to go on.
    GO_ON = "Verder met deze casus", "Going on with this case";
    /// A change is accepted or not.
    ACCEPT = "Gaat u verder met de norm van nu?", "Do you go on with the norm of now?";
    /// Why it is asked.
    ACCEPT_EXPLAIN = "Uw antwoorden blijven staan. Ze worden gelezen met de norm van nu. Zegt u nee? Dan blijft het bestand zoals het is.",
                     "Your answers stay. They are read with the norm of now. Do you say no? Then the file stays as it is.";
    /// It is.
    ACCEPT_YES = "Ja, ga verder met de norm van nu.", "Yes, go on with the norm of now.";
    /// It is not.
    ACCEPT_NO = "Nee, laat de casus zoals hij is.", "No, leave the case as it is.";
    /// Not accepted.
    LEFT = "Gestopt. De casus is niet veranderd. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
           "Stopped. The case was not changed. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// There is something of that name already.
    EXISTS_HELP = "kies een nieuwe naam; wie met een casus verder wil, geeft `--resume BESTAND`",
                  "choose a new name; to go on with a case, give `--resume FILE`";
    /// It cannot be written.
    UNWRITABLE_HELP = "kies een map waarin u mag schrijven en die er is", "choose a folder that exists and in which you may write";
    /// Somebody else wrote it.
    CHANGED_MEANWHILE = "het bestand is intussen veranderd of weggehaald", "the file was changed or removed meanwhile";
    /// There is something of that name.
    EXISTS = "er staat al iets met deze naam", "there is something of this name already";
    /// Stopped, with a case.
    STOPPED = "Gestopt. Er is nog geen advies. Wat u antwoordde, is bewaard. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
              "Stopped. There is no advice yet. What you answered was kept. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// The input ended, with a case.
    INPUT_ENDED = "De invoer hield op voordat alle vragen beantwoord waren. Er is nog geen advies. Wat u antwoordde, is bewaard. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
                  "The input ended before all questions were answered. There is no advice yet. What you answered was kept. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// Interrupted, with a case.
    INTERRUPTED = "Afgebroken. Wat u antwoordde, is bewaard. Bezorgd? Bel Veilig Thuis: 0800-2000. Gevaar: 112.",
                  "Interrupted. What you answered was kept. Worried? Call Veilig Thuis: 0800-2000. Danger: 112.";
    /// Due: there was danger.
    DUE_DANGER = "is er nog gevaar?", "is there still danger?";
    /// Due: a question.
    DUE_OPEN = "een vraag staat open", "a question is open";
    /// Due: a doubt.
    DUE_DOUBT = "uw twijfel", "your doubt";
    /// Nothing is due.
    NOTHING_DUE = "niets", "nothing";
    /// No day was named.
    NO_DAY = "geen dag", "no day";
    /// The day has gone by.
    GONE_BY = "voorbij", "gone by";
    /// A folder without cases.
    NO_CASES = "In deze map staan geen casussen.", "There are no cases in this folder.";
    /// The content is not that of the case.
    OTHER_CONTENT = "de inhoud is veranderd; `--resume` laat zien wat", "the content changed; `--resume` shows what";
    /// Head of the table: the file.
    COLUMN_FILE = "bestand", "file";
    /// Head of the table: the profession.
    COLUMN_PROFESSION = "beroep", "profession";
    /// Head of the table: the day.
    COLUMN_DAY = "dag", "day";
    /// Head of the table: what is due.
    COLUMN_DUE = "wat", "what";
    /// Head of the table: where it points.
    COLUMN_DIRECTION = "richting", "direction";
    /// The replay came to the same.
    SAME = "Hetzelfde resultaat, met dezelfde stukken.", "The same result, with the same documents.";
    /// The replay came to something else.
    OTHERWISE = "Er komt iets anders uit, met dezelfde stukken:", "Something else comes out, with the same documents:";
    /// Documents are not here.
    GONE = "Deze stukken zijn hier niet meer zoals ze waren. Narekenen kan dus niet:",
           "These documents are no longer here as they were. So it cannot be checked again:";
    /// What comes out with what is here is the same.
    SAME_NOW = "Met de stukken van hier komt er wel hetzelfde uit.", "With the documents that are here the same comes out.";
    /// What comes out with what is here is not.
    OTHERWISE_NOW = "Met de stukken van hier komt er iets anders uit:", "With the documents that are here something else comes out:";
    /// Something that a result does not say.
    NONE = "niets", "nothing";
}

/// Where the answers are kept, before the first question.
#[must_use]
pub fn kept_in(lang: Lang, file: &str) -> String {
    match lang {
        Lang::Nl => format!(
            "Meldcode: van zorg naar besluit, in ongeveer tien vragen.\nTyp geen namen. Na elk antwoord wordt uw casus bewaard in `{file}`. U beslist, niet dit programma. Is er nu gevaar? Bel 112."
        ),
        Lang::En => format!(
            "Meldcode: from concern to decision, in about ten questions.\nType no names. After each answer your case is kept in `{file}`. You decide, not this program. Danger now? Call 112."
        ),
    }
}

/// A file that cannot be written.
#[must_use]
pub fn unwritable(lang: Lang, file: &str, why: &str) -> String {
    match lang {
        Lang::Nl => format!("`{file}` kan niet worden geschreven: {why}"),
        Lang::En => format!("`{file}` cannot be written: {why}"),
    }
}

/// An answer that could not be kept.
#[must_use]
pub fn not_kept(lang: Lang, file: &str, why: &str) -> String {
    match lang {
        Lang::Nl => {
            format!("Let op: dit antwoord is niet bewaard in `{file}`: {why}. De vragen gaan gewoon door.")
        }
        Lang::En => format!("Note: this answer was not kept in `{file}`: {why}. The questions simply go on."),
    }
}

/// A case of another day, taken up again.
#[must_use]
pub fn resumed(lang: Lang, file: &str, day: &str) -> String {
    match lang {
        Lang::Nl => format!("Dit is uw casus `{file}`, bewaard op {day}."),
        Lang::En => format!("This is your case `{file}`, kept on {day}."),
    }
}

/// A document that is otherwise than it was.
#[must_use]
pub fn revised(lang: Lang, id: &str, then: &str, now: &str) -> String {
    match lang {
        Lang::Nl => format!("{id}: was {then}, is nu {now}"),
        Lang::En => format!("{id}: was {then}, is now {now}"),
    }
}

/// A document that is not there any more.
#[must_use]
pub fn gone(lang: Lang, id: &str, then: &str) -> String {
    match lang {
        Lang::Nl => format!("{id}: was {then}, is er nu niet"),
        Lang::En => format!("{id}: was {then}, is not there now"),
    }
}

/// A document that was not there.
#[must_use]
pub fn added(lang: Lang, id: &str, now: &str) -> String {
    match lang {
        Lang::Nl => format!("{id}: was er niet, is nu {now}"),
        Lang::En => format!("{id}: was not there, is now {now}"),
    }
}

/// One document with its rendering.
#[must_use]
pub fn document(lang: Lang, published: &str, revision: u32, digest: &str) -> String {
    match lang {
        Lang::Nl => format!("{published} uitgave {revision} ({digest})"),
        Lang::En => format!("{published} revision {revision} ({digest})"),
    }
}

/// The question that is open.
#[must_use]
pub fn asks(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Nl => format!("open vraag `{id}`"),
        Lang::En => format!("open question `{id}`"),
    }
}

/// The question that comes up later.
#[must_use]
pub fn later(id: &str) -> String {
    format!("later `{id}`")
}

/// A part of a result that is otherwise.
#[must_use]
pub fn differs(lang: Lang, part: &str, then: &str, now: &str) -> String {
    match lang {
        Lang::Nl => format!("{part}: was {then}, is nu {now}"),
        Lang::En => format!("{part}: was {then}, is now {now}"),
    }
}

/// Behind what is due: the day that was named.
#[must_use]
pub fn on_day(lang: Lang, day: &str, gone_by: bool) -> String {
    match (lang, gone_by) {
        (Lang::Nl, false) => format!("op {day}"),
        (Lang::En, false) => format!("on {day}"),
        (Lang::Nl, true) => format!("op {day}, die dag is voorbij"),
        (Lang::En, true) => format!("on {day}, which has gone by"),
    }
}

/// Why a file cannot be written.
#[must_use]
pub fn why_not_written(lang: Lang, why: &Unreadable) -> String {
    match (lang, why) {
        (Lang::Nl, Unreadable::Missing) => "de map is er niet".to_owned(),
        (Lang::En, Unreadable::Missing) => "the folder is not there".to_owned(),
        (Lang::Nl, Unreadable::Denied) => "hier mag niet worden geschreven".to_owned(),
        (Lang::En, Unreadable::Denied) => "it may not be written here".to_owned(),
        (Lang::En, Unreadable::Other(why)) => format!("the system says: {why}"),
        (lang, other) => command::why(lang, other),
    }
}

/// Help for the commands and flags of saved cases, by name.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "cases" => Words::new(
            "Toon welke bewaarde casussen wanneer aan de beurt zijn.",
            "Show which saved cases are due when.",
        ),
        "cases-dir" => Words::new("De map met casussen.", "The folder with cases."),
        "replay" => Words::new(
            "Reken een uitkomstbestand na: komt er hetzelfde uit?",
            "Check a receipt again: does the same come out?",
        ),
        "replayed" => Words::new("Een uitkomstbestand (of een casus).", "A receipt (or a case)."),
        "save" => Words::new(
            "Bewaar na elk antwoord in dit nieuwe bestand: antwoorden en dagen, geen namen.",
            "Keep the case in this new file after each answer: answers and days, no names.",
        ),
        "resume" => Words::new(
            "Ga verder met deze casus. Wat open stond, komt eerst.",
            "Go on with this case. What was open comes first.",
        ),
        "decide" => Words::new(
            "Vraag na het advies wat u besluit, ook als u niets bewaart.",
            "Ask after the advice what you decide, also when nothing is kept.",
        ),
        "receipt" => Words::new(
            "Schrijf de uitkomst in dit nieuwe bestand (JSON), voor `replay`.",
            "Write a receipt of the result to this new file (JSON), for `replay`.",
        ),
        _ => return None,
    })
}
