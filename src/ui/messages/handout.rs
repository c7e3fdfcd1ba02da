//! What stands on paper around an exercise.

use crate::ui::lang::Words;

words! {
    /// The title of the document, for who reads over a shoulder.
    TITLE = "Oefening", "Exercise";
    /// Whose work it is.
    PROFESSION = "Beroep", "Profession";
    /// The date of the norm.
    DATE = "Norm van", "Norm of";
    /// What to do with the page.
    HOW = "Kruis aan wat u kiest, en schrijf op waarom. Niet elke vraag komt bij elke weg: sla over wat niet past.",
          "Tick what you choose, and write down why. Not every question belongs to every way: pass over what does not fit.";
    /// The same for a later phase.
    HOW_LATER = "Nieuwe feiten: kruis opnieuw aan. Wat gelijk bleef, telt mee.",
                "New facts: tick anew. What stayed the same still counts.";
    /// More than one box.
    MORE = "Meer mag.", "More than one is possible.";
    /// Room for a reason.
    BECAUSE = "Omdat", "Because";
    /// Room for a day.
    DAY = "Op welke dag", "On which day";
    /// Room for what was decided.
    DECISION = "Wat besluit u?", "What do you decide?";
    /// The key.
    KEY = "Sleutel", "Key";
    /// What one learns.
    GOAL = "Doel", "Goal";
    /// What the situation leans on.
    LEANS_ON = "Leunt op", "Leans on";
    /// What comes out.
    COMES_OUT = "Uitkomst", "Outcome";
    /// The words of the key.
    EXPECTED = "Verwacht", "Expected";
    /// The answers of the model.
    MODEL = "De weg van het model", "The way of the model";
    /// Other outcomes.
    ACCEPTABLE = "Ook goed", "Right too";
    /// What must never come out.
    NEVER = "Nooit", "Never";
    /// What to say to choices.
    FEEDBACK = "Bij een keuze", "About a choice";
}

/// What is decided, and on what.
pub const DECISION_FIELDS: [Words; 4] = [
    Words::new("Melden: ja, nee of nog niet", "Report: yes, no or not yet"),
    Words::new("Hulp: van wie", "Help: from whom"),
    Words::new("Eerst nog", "First"),
    Words::new("De norm die dat bepaalt", "The norm that decides it"),
];
