//! The emergency card. Program text, so that it is there when every document is broken.
//!
//! Numbers come first, with no reasons above them. Sources: `contacts.toml`, and for the conduct
//! `gesprek-onderwijs-kinderopvang`, `veilig-thuis-gelderland-zuid-melden` and `om-wurgletsel-onderzoek`
//! in `sources.toml`.

use crate::ui::lang::Words;

/// Danger at this moment.
pub const NOW: Words =
    Words::new("Gevaar op dit moment, hier of thuis", "Danger at this moment, here or at home");
/// Danger in the next hours or days.
pub const SOON: Words = Words::new(
    "Veilig Thuis, dag en nacht. Zeg: \"Dit is spoed\"",
    "Veilig Thuis, day and night. Say: \"Dit is spoed\" (this is urgent)",
);
/// What not to wait for.
pub const DO_NOT_WAIT: Words = Words::new(
    "BEL NU. Wacht niet op een collega, op bewijs of op een gesprek.",
    "CALL NOW. Do not wait for a colleague, for proof or for a talk.",
);
/// What to say.
pub const SAY: Words = Words::new("ZEG", "SAY");
/// The first sentences, with the profession.
pub const SAY_TEXT: Words = Words::new(
    "Bij {112}: waar het is, wat er nu gebeurt, en of er een wapen is. Bij Veilig Thuis: \"Ik bel als {beroep}. Ik meld acute onveiligheid.\" Zeg wie gevaar loopt en hoe oud die is, waar die nu is, en wat er de komende uren dreigt. Vraag: \"Wat doe ik tot er hulp is?\"",
    "To {112}: where it is, what is happening, and whether there is a weapon. To Veilig Thuis: \"I am calling in my role as {beroep}. I report acute danger.\" Say who is in danger and how old they are, where they are now, and what threatens in the next hours. Ask: \"What do I do until help is here?\"",
);
/// Until it is known what happens.
pub const UNTIL: Words = Words::new("TOT U WEET WAT ER GEBEURT", "UNTIL YOU KNOW WHAT HAPPENS");
/// What to do meanwhile.
pub const MEANWHILE: &[Words] = &[
    Words::new(
        "Let ook op uzelf. Blijf bij het slachtoffer, of aan de lijn, als dat kan.",
        "Mind your own safety too. Stay with the person in danger, or on the line, if that is safe.",
    ),
    Words::new(
        "Iedereen mag bellen, ook u. Laat een collega de leiding halen.",
        "Anyone may call, you too. Let a colleague fetch whoever is in charge.",
    ),
    Words::new(
        "Zeg niets tegen ouders, partner of familie, of tegen de collega van wie het gevaar komt. Vraag aan de telefoon wie dat doet, en wanneer.",
        "Say nothing to parents, partner or family, or to the colleague the danger comes from. Ask on the telephone who does that, and when.",
    ),
    Words::new(
        "Houd niemand met geweld tegen. Loopt het uit de hand: {112}.",
        "Do not hold anyone back by force. If it gets out of hand: {112}.",
    ),
    Words::new(
        "Luister. Vraag niet uit. Schrijf de woorden precies op.",
        "Listen. Do not question. Write down the exact words.",
    ),
    Words::new(
        "Letsel, of bij de keel gegrepen (ook zonder sporen)? Nu een arts, of {112}.",
        "Injury, or grabbed by the throat (marks or not)? A doctor now, or {112}.",
    ),
    Words::new(
        "Is er nog iemand in gevaar: een broertje, een zusje, een ouder? Zeg het meteen.",
        "Is anyone else in danger: a brother, a sister, a parent? Say so at once.",
    ),
    Words::new(
        "Kunt u niet praten? Een stil gesprek met {112} kan worden verbroken (stand 2022). Laat een ander bellen.",
        "Cannot speak? A silent call to {112} may be ended (as of 2022). Let someone else call.",
    ),
];
/// When nobody answers.
pub const NO_ANSWER: Words = Words::new(
    "Geen gehoor, of blijft u bang dat het misgaat? Bel {112}.",
    "No answer, or still afraid that it goes wrong? Call {112}.",
);
/// Afterwards.
pub const AFTER: Words = Words::new("DAARNA, VANDAAG", "AFTERWARDS, TODAY");
/// What to arrange afterwards.
pub const AFTER_TEXT: Words = Words::new(
    "Licht {organisatie} in. Spreek met Veilig Thuis af: wie vertelt het aan wie, wat is er geregeld voor vannacht, en wie belt u morgen?",
    "Inform {organisatie}. Agree with Veilig Thuis: who tells whom, what is arranged for tonight, and who calls you tomorrow?",
);
/// What to record.
pub const RECORD_TEXT: Words = Words::new(
    "tijd, letterlijke woorden, wie u belde, wat is afgesproken",
    "time, exact words, whom you called, what was agreed",
);
/// When the profession is not known.
pub const SOMEONE: Words = Words::new("professional", "a professional");
/// When the organisation is not known.
pub const LEADERSHIP: Words = Words::new("uw leidinggevende of directie", "your manager or board");
