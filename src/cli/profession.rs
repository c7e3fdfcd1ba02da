//! Which profession: first where somebody works, then what they are. Sixty lines at once are too many to choose from.
//!
//! Knows the professions of a date, and those for which there is no meldcode here: who is one of them is told so, and not
//! led to another. Refuses to guess one.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::content::library::Professional;
use crate::interview::prompt::{Broken, Form, Prompt, Prompter, Reply, Shown, Wish};
use crate::model::profession::Sector;
use crate::model::urgency::Danger;
use crate::report::page::Page;
use crate::report::provisional::before_the_first;
use crate::ui::messages::command as say;
use crate::ui::messages::show::sector;

use super::args::Shared;
use super::check::setting;
use super::content::Content;

/// Asks for the profession; nothing when the professional stops.
pub(super) fn ask(
    content: &Content,
    date: Date,
    prompter: &mut impl Prompter,
    shared: &Shared,
) -> Result<Option<String>, Broken> {
    let to_choose = |one: &&Professional| one.row_on(date).is_some() || one.filed.raw.refuses.is_some();
    let known: Vec<&Professional> = content.library.professions.iter().filter(to_choose).collect();
    let sectors: BTreeSet<Sector> = known.iter().map(|one| one.filed.raw.sector).collect();
    let sectors: Vec<Sector> = sectors.into_iter().collect();
    loop {
        let options = sectors.iter().map(|at| shown(at.word(), sector(*at).to(shared.lang)));
        let asked = prompt("sector", say::WHICH_SECTOR.to(shared.lang), options.collect(), shared);
        let Some(at) = (match choose(&asked, prompter, shared, false)? {
            Chosen::One(index) => sectors.get(index),
            Chosen::Back => continue,
            Chosen::Stop => return Ok(None),
        }) else {
            continue;
        };
        let here: Vec<&Professional> =
            known.iter().copied().filter(|one| one.filed.raw.sector == *at).collect();
        let options =
            here.iter().map(|one| shown(&one.name, &content.library.say(one.filed.raw.label.get_ref())));
        let asked = prompt("profession", say::WHICH_PROFESSION.to(shared.lang), options.collect(), shared);
        match choose(&asked, prompter, shared, true)? {
            Chosen::One(index) => {
                if let Some(one) = here.get(index) {
                    return Ok(Some(one.name.clone()));
                }
            }
            Chosen::Back => {}
            Chosen::Stop => return Ok(None),
        }
    }
}

/// What came of one question.
enum Chosen {
    One(usize),
    Back,
    Stop,
}

fn shown(id: &str, label: &str) -> Shown {
    Shown { id: id.to_owned(), short: id.to_owned(), label: label.to_owned(), alone: false }
}

fn prompt(id: &str, ask: &str, options: Vec<Shown>, shared: &Shared) -> Prompt {
    let lang = shared.lang;
    Prompt {
        id: id.to_owned(),
        heading: say::BEGIN.to(lang).to_owned(),
        answered: Some(0),
        ask: ask.to_owned(),
        explain: say::PROFESSION_HELP.to(lang).to_owned(),
        form: Form::One,
        options,
        earlier: None,
        marked: None,
        lang,
    }
}

fn choose(
    prompt: &Prompt,
    prompter: &mut impl Prompter,
    shared: &Shared,
    can_go_back: bool,
) -> Result<Chosen, Broken> {
    let lang = shared.lang;
    loop {
        match prompter.ask(prompt)? {
            Reply::One(index) => return Ok(Chosen::One(index)),
            Reply::Wish(Wish::Stop) => return Ok(Chosen::Stop),
            Reply::Wish(Wish::Back) if can_go_back => return Ok(Chosen::Back),
            Reply::Wish(Wish::Back) => prompter.tell(say::FIRST_QUESTION.to(lang))?,
            Reply::Wish(Wish::Explain) => prompter.tell(&prompt.explain)?,
            Reply::Wish(Wish::Emergency) => {
                let mut page = Page::new(setting(shared).without_colour());
                super::emergency::card(shared.today).write(Danger::Now, &mut page);
                prompter.tell(&page.finish())?;
            }
            Reply::Wish(Wish::Overview | Wish::Change(_)) => {
                prompter.tell(say::NOTHING_ANSWERED.to(lang))?;
            }
            Reply::Wish(Wish::Now) => {
                let mut page = Page::new(setting(shared).without_colour());
                before_the_first(&super::emergency::card(shared.today), &mut page);
                prompter.tell(&page.finish())?;
            }
            Reply::Many(_) | Reply::Day(_) | Reply::DayUnknown => {}
        }
    }
}
