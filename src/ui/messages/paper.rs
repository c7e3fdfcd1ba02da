//! What paper says around the result: titles, what a sheet is for, and what to fill in by hand. No norm: what to do stands
//! in the result.

use crate::ui::lang::{Lang, Words};

words! {
    /// The title of a result on paper. It says nothing about a case.
    TITLE = "Meldcode: resultaat", "Meldcode: result";
    /// The title where there is no meldcode for somebody.
    REFUSED_TITLE = "Hier is geen meldcode voor u", "There is no meldcode here for you";
    /// The title of the sheet for a call.
    CALL_TITLE = "Meldcode: blad om te bellen", "Meldcode: sheet for a call";
    /// The title of the sheet for a talk.
    TALK_TITLE = "Meldcode: blad voor een gesprek", "Meldcode: sheet for a talk";
    /// What stands below everything.
    FOOT = "Gemaakt op uw eigen apparaat: er is niets verstuurd. Bewaar dit alleen in uw eigen dossier. Laat het niet liggen.",
           "Made on your own device: nothing was sent. Keep this in your own record only. Do not leave it lying around.";
    /// Heading of the room for facts.
    FACTS = "Feiten", "Facts";
    /// How to fill it in.
    FACTS_HOW = "Vul dit zelf in, met de hand of in uw eigen dossier. Het programma vraagt en bewaart geen feiten.",
                "Fill this in yourself, by hand or in your own record. The program asks for no facts and keeps none.";
    /// What the table is.
    FACTS_CAPTION = "Eén feit op een regel.", "One fact on a line.";
    /// The sheet for the call.
    CALL = "Blad om te bellen: Veilig Thuis", "Sheet for the call: Veilig Thuis";
    /// The sheet for the call, in danger.
    CALL_NOW = "Bel nu. Vul dit blad daarna in.", "Call now. Fill in this sheet afterwards.";
    /// The sheet for the call, at another door.
    CALL_ELSEWHERE = "Blad om te bellen: een andere weg", "Sheet for the call: another route";
    /// What the call is for: a report.
    TO_REPORT = "U belt om te melden.", "You are calling to report.";
    /// What the call is for: advice.
    FOR_ADVICE = "U belt om advies te vragen.", "You are calling to ask for advice.";
    /// What the call is for: what comes next.
    TO_AGREE = "U belt om af te spreken hoe het verder gaat.", "You are calling to agree on what comes next.";
    /// Heading of what to say and ask.
    ASK_AND_TELL = "WAT U ZEGT, VRAAGT EN DOET", "WHAT YOU SAY, ASK AND DO";
    /// Before the first sentence.
    SAY = "Zeg", "Say";
    /// When the profession has no word for itself.
    SOMEONE = "professional", "a professional";
    /// Heading of what was agreed.
    AGREED = "ZELF INVULLEN", "FILL IN YOURSELF";
    /// Where it belongs.
    IN_YOUR_RECORD = "Neem dit over in uw eigen dossier.", "Copy this into your own record.";
    /// The sheet for the talk.
    TALK = "Blad voor het gesprek (stap 3)", "Sheet for the talk (step 3)";
    /// Who may see it.
    FOR_YOU_ALONE = "Dit blad is voor u alleen. Leg het tijdens het gesprek niet op tafel.",
                    "This sheet is for you alone. Do not lay it on the table during the talk.";
    /// Heading of what comes before the talk.
    FIRST = "EERST", "FIRST";
    /// Heading of the talk.
    THE_TALK = "HET GESPREK", "THE TALK";
    /// There is no sheet for a talk.
    NO_TALK = "Bij dit resultaat hoort geen blad voor een gesprek.", "No sheet for a talk belongs to this result.";
    /// Why: danger.
    DANGER_FIRST = "Er is gevaar. Bel eerst.", "There is danger. Call first.";
    /// Why: a question is open.
    QUESTION_FIRST = "Er staat nog een vraag open. Of een gesprek veilig is, is dus niet gewogen.",
                     "A question is still open. So it was not weighed whether a talk is safe.";
    /// Why: the result says nothing about a talk.
    NO_TALK_HERE = "Het resultaat stuurt u nu niet naar een gesprek. Vragen hierover? Bel Veilig Thuis.",
                   "The result does not send you to a talk now. Questions about this? Call Veilig Thuis.";
    /// A sheet is for people.
    SHEET_IS_FOR_PEOPLE = "een blad is er als text, markdown of html; JSON is het hele resultaat",
                          "a sheet comes as text, markdown or html; JSON is the whole result";
}

/// What stands beside a fact.
pub const FACT_COLUMNS: [Words; 4] = [
    Words::new("Datum", "Date"),
    Words::new("Bron: wie zag of zei het", "Source: who saw or said it"),
    Words::new("Feit: wat is gezien of gezegd", "Fact: what was seen or said"),
    Words::new("Andere uitleg", "Other explanation"),
];

/// What is filled in during a call.
pub const AGREED_FIELDS: [Words; 8] = [
    Words::new("Dag en tijd", "Day and time"),
    Words::new("Met wie ik sprak", "Whom I spoke to"),
    Words::new("Het advies, en waarom", "The advice, and why"),
    Words::new("Wat zij doen, en wanneer", "What they do, and when"),
    Words::new("Wat ik doe, en wanneer", "What I do, and when"),
    Words::new("Wie vertelt wat, aan wie, en wanneer", "Who tells what, to whom, and when"),
    Words::new("Wie let op tot die tijd", "Who keeps watch until then"),
    Words::new("Wanneer wij weer bellen, en wie belt", "When we call again, and who calls"),
];

/// What is filled in around a talk.
pub const TALK_FIELDS: [Words; 9] = [
    Words::new("Wat Veilig Thuis adviseerde, en wanneer", "What Veilig Thuis advised, and when"),
    Words::new("Dag, tijd en plek", "Day, time and place"),
    Words::new("Wie erbij zijn", "Who are present"),
    Words::new("Mijn boodschap, in één zin", "My message, in one sentence"),
    Words::new("Wat ik zelf zag, met de dag", "What I saw myself, with the day"),
    Words::new("Wat ik vraag", "What I ask"),
    Words::new("Wat is gezegd", "What was said"),
    Words::new("Wie doet wat, en wanneer", "Who does what, and when"),
    Words::new("Wanneer wij elkaar weer spreken", "When we speak again"),
];

/// The first sentence of a call for advice.
#[must_use]
pub fn first_sentence(lang: Lang, caller: &str) -> String {
    match lang {
        Lang::Nl => format!("\"Ik bel als {caller}, en wil graag advies.\""),
        Lang::En => format!("\"I am calling in my role as {caller}, and would like advice.\""),
    }
}

/// Help on the flags for paper.
#[must_use]
pub fn help(name: &str) -> Option<Words> {
    Some(match name {
        "result-format" => Words::new(
            "Vorm: text, json, markdown (voor uw dossier) of html (om te printen).",
            "Shape: text, json, markdown (for your record) or html (to print).",
        ),
        "sheet" => Words::new(
            "Alleen dit blad: result, call (om te bellen) of talk (voor het gesprek).",
            "This sheet only: result, call (for the telephone) or talk (for the talk of step 3).",
        ),
        "schema" => Words::new(
            "Het JSON Schema van een resultaat, voor programma's.",
            "The JSON Schema of a result, for programs.",
        ),
        _ => return None,
    })
}
