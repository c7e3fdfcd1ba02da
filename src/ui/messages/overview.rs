//! What is said about the answers so far: which there are, how one is changed, and the look before the result.

use crate::ui::lang::{Lang, Words};

words! {
    /// How to change an answer by typing.
    HOW_TO_CHANGE = "Wijzigen? Typ `wijzig` met het nummer, zoals `wijzig 3`. De andere antwoorden blijven staan.",
                    "Change one? Type `change` with its number, such as `change 3`. The other answers stay.";
    /// Which answer is changed.
    WHICH = "Welk antwoord wilt u wijzigen? De andere blijven staan.",
            "Which answer do you want to change? The others stay.";
    /// None of them.
    CHANGE_NOTHING = "niets wijzigen, verder", "change nothing, go on";
    /// Heading before the result.
    REVIEW = "Alle vragen zijn beantwoord.", "All questions are answered.";
    /// The question before the result.
    IS_IT_RIGHT = "Kloppen uw antwoorden?", "Are your answers right?";
    /// They are.
    SHOW_RESULT = "Ja, toon het resultaat.", "Yes, show the result.";
    /// They are not.
    CHANGE_SOMETHING = "Nee, ik wil een antwoord wijzigen.", "No, I want to change an answer.";
    /// What a change does.
    EXPLAIN = "U kunt elk antwoord nog wijzigen. De andere antwoorden blijven staan. Wordt een vraag door uw wijziging niet meer gesteld? Dan wordt dat antwoord bewaard, maar telt het niet mee.",
              "You can still change each answer. The other answers stay. Is a question no longer asked after your change? Then that answer is kept, but it does not count.";
    /// The answer stays as it was.
    UNCHANGED = "Dit antwoord blijft zoals het was.", "This answer stays as it was.";
}

/// Answers that are kept, but do not count now.
#[must_use]
pub fn kept(lang: Lang, questions: &str) -> String {
    match lang {
        Lang::Nl => format!("Bewaard, maar telt nu niet mee: {questions}"),
        Lang::En => format!("Kept, but does not count now: {questions}"),
    }
}

/// There is no answer with this number.
#[must_use]
pub fn no_such_answer(lang: Lang, number: usize, last: usize) -> String {
    match (lang, last) {
        (Lang::Nl, 0) => "U hebt nog niets beantwoord.".to_owned(),
        (Lang::En, 0) => "You have not answered anything yet.".to_owned(),
        (Lang::Nl, _) => format!("Antwoord {number} is er niet. Kies 1 t/m {last}; `overzicht` toont ze."),
        (Lang::En, _) => format!("There is no answer {number}. Choose 1 to {last}; `overview` shows them."),
    }
}

/// Something cannot wait for the answers to be looked at.
#[must_use]
pub fn do_not_wait(lang: Lang, veilig_thuis: &str, emergency: &str) -> String {
    match lang {
        Lang::Nl => {
            format!("Dit kan niet wachten. Bel nu {veilig_thuis}. Gevaar op dit moment: {emergency}.")
        }
        Lang::En => format!("This cannot wait. Call {veilig_thuis} now. Danger at this moment: {emergency}."),
    }
}
