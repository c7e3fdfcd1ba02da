//! What is said while an exercise is done, and afterwards: how it came out, where it went otherwise, what the norm says.

use crate::ui::lang::{Lang, Words};

words! {
    /// Before the first question of an exercise.
    WELCOME = "Dit is een oefening: alles is verzonnen, en er wordt niets gemeld. Antwoord als deze professional. Is er echt gevaar? Bel 112.",
              "This is an exercise: all of it is invented, and nothing is reported. Answer as this professional would. Is there real danger? Call 112.";
    /// The same for an exam.
    EXAM = "Als toets: geen uitleg onderweg. Aan het eind hoort u hoe het uitkwam.",
           "As an exam: no explanations on the way. At the end you hear how it came out.";
    /// Somebody asks for help in an exam.
    NO_HINTS = "In een toets is er geen uitleg.", "In an exam there are no explanations.";
    /// Stopped in the middle.
    STOPPED = "Gestopt. Een fase die niet af is, wordt niet besproken en niet bewaard.",
              "Stopped. A phase that is not finished is neither discussed nor kept.";
    /// What comes next in a later phase.
    NEW_FACTS = "Nieuwe feiten. U gaat verder vanaf de weg van het model; wat anders kan zijn, wordt opnieuw gevraagd.",
                "New facts. You go on from the way of the model; what may be otherwise is asked anew.";
    /// The same in an exam.
    NEW_FACTS_EXAM = "Nieuwe feiten. U gaat verder met uw eigen antwoorden; elke vraag komt opnieuw.",
                     "New facts. You go on with your own answers; each question comes again.";
    /// As the key says.
    AS_THE_KEY = "Zoals de sleutel: dit vraagt de norm.", "As the key: this is what the norm asks.";
    /// Right too.
    ACCEPTABLE = "Anders dan de sleutel, en ook goed.", "Not as the key, and right too.";
    /// Otherwise.
    DIFFERENT = "Anders dan de sleutel.", "Not as the key.";
    /// As it must never be.
    NEVER = "Dit mag er nooit uitkomen.", "This must never come out.";
    /// What the answers came to.
    YOURS = "U", "You";
    /// What the model's answers came to.
    MODEL = "Model", "Model";
    /// In which it differs, in the words of the key.
    DIFFERS = "Verschil", "Difference";
    /// The first wrong turn.
    TURN = "Hier ging het anders", "Here it went otherwise";
    /// The question of it.
    QUESTION = "Vraag", "Question";
    /// Nothing was answered.
    NO_ANSWER = "geen antwoord", "no answer";
    /// The model does not come there.
    NOT_ASKED = "komt niet bij deze vraag", "does not come to this question";
    /// What the norm says there.
    NORM = "De norm", "The norm";
    /// The path that leads to the key from there.
    BETTER = "Een betere weg vanaf hier", "A better way from here";
    /// What is said to choices.
    FEEDBACK = "Bij uw keuzes", "About your choices";
}

/// Which phase of how many.
#[must_use]
pub fn phase(lang: Lang, number: usize, all: usize) -> String {
    match lang {
        Lang::Nl => format!("fase {number} van {all}"),
        Lang::En => format!("phase {number} of {all}"),
    }
}
