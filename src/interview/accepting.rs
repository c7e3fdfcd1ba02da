//! Whether the professional goes on although the content changed. Asked in every manner alike.
//!
//! Knows yes and no. Refuses to take anything else for a yes: no reply is no acceptance.

use crate::ui::lang::Lang;
use crate::ui::messages::case as say;

use super::prompt::{Broken, Form, Prompt, Prompter, Reply, Shown, Wish};

/// Shows what changed and asks whether to go on.
///
/// # Errors
/// When the question was interrupted, or the terminal failed.
pub fn accepts(prompter: &mut impl Prompter, changed: &str, card: &str, lang: Lang) -> Result<bool, Broken> {
    prompter.tell(changed)?;
    let option = |id: &str, label: &str| Shown {
        id: id.to_owned(),
        label: label.to_owned(),
        short: label.to_owned(),
        alone: false,
    };
    let prompt = Prompt {
        id: "accept".to_owned(),
        heading: say::GO_ON.to(lang).to_owned(),
        answered: None,
        back: false,
        ask: say::ACCEPT.to(lang).to_owned(),
        explain: say::ACCEPT_EXPLAIN.to(lang).to_owned(),
        form: Form::One,
        options: vec![option("ja", say::ACCEPT_YES.to(lang)), option("nee", say::ACCEPT_NO.to(lang))],
        earlier: None,
        marked: None,
        lang,
    };
    loop {
        match prompter.ask(&prompt) {
            Ok(Reply::One(0)) => return Ok(true),
            Ok(Reply::Wish(Wish::Emergency)) => prompter.tell(card)?,
            Ok(Reply::Wish(Wish::Explain)) => prompter.tell(&prompt.explain)?,
            Ok(Reply::Wish(Wish::Overview | Wish::Now | Wish::Change(_))) => prompter.tell(changed)?,
            Ok(_) | Err(Broken::EndOfInput) => return Ok(false),
            Err(broken) => return Err(broken),
        }
    }
}
