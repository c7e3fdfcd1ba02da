//! Small questions for the tests of this folder.
//!
//! Knows how to write a prompt in one line. Refuses to be used outside tests.

use crate::interview::prompt::{Form, Prompt, Shown};
use crate::ui::lang::Lang;

pub(crate) fn shown(options: &[(&str, &str)]) -> Vec<Shown> {
    options
        .iter()
        .map(|(id, label)| Shown {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            short: (*label).to_owned(),
            alone: matches!(*id, "geen-van-deze" | "niets"),
        })
        .collect()
}

pub(crate) fn prompt(form: Form, options: &[(&str, &str)]) -> Prompt {
    Prompt {
        id: "vraag".into(),
        heading: "Stap 1".into(),
        answered: Some(0),
        back: false,
        ask: "Wat ziet u?".into(),
        explain: "Uitleg.".into(),
        form,
        options: shown(options),
        earlier: None,
        marked: None,
        lang: Lang::Nl,
    }
}
