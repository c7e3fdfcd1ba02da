//! What is said about what people decide after an advice. They decide; the program asks and writes down.

use crate::model::advice::{Help, Report};
use crate::model::decision::Ground;
use crate::ui::lang::{Lang, Words};

words! {
    /// Heading of the questions.
    YOUR_DECISION = "Uw besluit", "Your decision";
    /// The first decision.
    ASK_REPORT = "Wat besluit u, of uw organisatie: gaat u melden?", "What do you, or your organisation, decide: will you report?";
    /// The second decision.
    ASK_HELP = "Biedt of regelt u hulp?", "Will you give or arrange help?";
    /// Why otherwise than was advised.
    ASK_GROUND = "U besluit anders dan het advies. Dat kan. Wat is de belangrijkste reden?",
                 "You decide otherwise than was advised. You can. What is the main reason?";
    /// What is done with the answer.
    EXPLAIN = "Het advies en uw besluit komen naast elkaar te staan. Schrijf uw reden voluit in uw eigen dossier; hier kiest u alleen een woord. Wilt u dit nu niet zeggen? Typ dan `stop`.",
              "The advice and your decision are put side by side. Write your reason in full in your own record; here you only choose a word. Do you not want to say this now? Then type `stop`.";
    /// There is nothing before the first question.
    FIRST = "Dit is de eerste vraag over uw besluit.", "This is the first question about your decision.";
    /// Nothing was answered here that could be looked at.
    NOT_HERE = "Dat kan hier niet. Het advies staat hierboven.", "That cannot be done here. The advice stands above.";
    /// No decision was written down.
    NO_DECISION = "Er is geen besluit opgeschreven.", "No decision was written down.";
    /// Lead: the advice.
    ADVICE = "ADVIES", "ADVICE";
    /// Lead: where it points.
    DIRECTION = "RICHTING", "DIRECTION";
    /// Lead: the decision.
    DECISION = "BESLUIT", "DECISION";
    /// Lead: the ground.
    GROUND = "REDEN", "REASON";
    /// Lead: who was consulted.
    CONSULTED = "OVERLEGD", "CONSULTED";
    /// It goes along with the advice.
    FOLLOWS = "zoals het advies", "as was advised";
    /// It does not.
    DEVIATES = "anders dan het advies", "otherwise than was advised";
    /// It goes along with where it points.
    FOLLOWS_DIRECTION = "past bij deze tussenstand", "fits this interim result";
    /// It does not.
    DEVIATES_DIRECTION = "anders dan deze tussenstand", "otherwise than this interim result";
    /// Nobody was consulted, by the answers.
    NOBODY = "in uw antwoorden staat geen overleg", "there is no consultation in your answers";
    /// Where the reason belongs.
    IN_RECORD = "Schrijf advies, besluit en reden in uw eigen dossier.", "Write advice, decision and reason in your own record.";
}

/// The first decision, as it is chosen.
#[must_use]
pub const fn report(report: Report) -> Words {
    match report {
        Report::Yes | Report::Again => {
            Words::new("Ja, wij melden bij Veilig Thuis.", "Yes, we report to Veilig Thuis.")
        }
        Report::No => Words::new("Nee, nu niet.", "No, not now."),
        Report::Made => Words::new("Er is al gemeld.", "The report was made."),
        Report::Undecided => Words::new("Daarover is nog niet besloten.", "That is not decided yet."),
    }
}

/// The second decision, as it is chosen.
#[must_use]
pub const fn help(help: Help) -> Words {
    match help {
        Help::WithVeiligThuis => {
            Words::new("Ja, samen met Veilig Thuis.", "Yes, together with Veilig Thuis.")
        }
        Help::Own => Words::new("Ja, zelf of met anderen.", "Yes, ourselves or with others."),
        Help::None => Words::new("Nee, nu niet.", "No, not now."),
        Help::Undecided => Words::new("Daarover is nog niet besloten.", "That is not decided yet."),
    }
}

/// A ground, as it is chosen.
#[must_use]
pub const fn ground(ground: Ground) -> Words {
    match ground {
        Ground::VeiligThuisAdvised => {
            Words::new("Veilig Thuis raadde dit aan.", "Veilig Thuis advised this.")
        }
        Ground::ColleagueAdvised => {
            Words::new("Een collega of deskundige raadde dit aan.", "A colleague or expert advised this.")
        }
        Ground::NewFacts => Words::new("Ik weet nu meer dan ik invulde.", "I know more now than I answered."),
        Ground::Safer => Words::new("Dit is veiliger voor iemand.", "This is safer for somebody."),
        Ground::WishOfVictim => {
            Words::new("Degene om wie het gaat wil dit zo.", "The person at risk wants it this way.")
        }
        Ground::AnotherActs => {
            Words::new("Een ander neemt het uitdrukkelijk over.", "Somebody else expressly takes over.")
        }
        Ground::MoreProtective => Words::new("Ik doe meer dan het advies.", "I do more than was advised."),
        Ground::OwnJudgement => Words::new(
            "Mijn eigen afweging; de reden staat in het dossier.",
            "My own judgement; the reason is in the record.",
        ),
    }
}

/// Beside a decision that goes against the advice: whom to call when doubt stays.
#[must_use]
pub fn call_when(lang: Lang, number: &str) -> String {
    match lang {
        Lang::Nl => format!("Verandert er iets, of blijft u twijfelen? Bel Veilig Thuis: {number}."),
        Lang::En => format!("Does something change, or do you stay in doubt? Call Veilig Thuis: {number}."),
    }
}
