//! Which profession: by a word of one's own, or first where somebody works and then what they are. Sixty lines at once are
//! too many to choose from.
//!
//! Knows the professions of a date, and those for which there is no meldcode here: who is one of them is told so, and not
//! led to another. Refuses to guess one.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::content::library::Professional;
use crate::content::nearest::nearest;
use crate::interview::prompt::{Broken, Form, Prompt, Prompter, Reply, Shown, Wish};
use crate::model::profession::Sector;
use crate::model::urgency::Danger;
use crate::report::page::Page;
use crate::report::provisional::before_the_first;
use crate::ui::layout::shorten;
use crate::ui::messages::command as say;
use crate::ui::messages::show::sector;
use crate::ui::messages::which_profession as which;

use super::args::Shared;
use super::check::setting;
use super::content::Content;

/// The most of a typed word that is repeated to the reader.
const REPEATED: usize = 40;

/// Asks for the profession; nothing when the professional stops.
pub(super) fn ask(
    content: &Content,
    date: Date,
    prompter: &mut impl Prompter,
    shared: &Shared,
) -> Result<Option<String>, Broken> {
    let lang = shared.lang;
    let to_choose = |one: &&Professional| one.row_on(date).is_some() || one.filed.raw.refuses.is_some();
    let known: Vec<&Professional> = content.library.professions.iter().filter(to_choose).collect();
    let sectors: BTreeSet<Sector> = known.iter().map(|one| one.filed.raw.sector).collect();
    let sectors: Vec<Sector> = sectors.into_iter().collect();
    let label = |one: &Professional| content.library.say(one.filed.raw.label.get_ref());
    let mut listed: Vec<&Professional> = Vec::new();
    loop {
        let (id, question, options) = if listed.is_empty() {
            let options = sectors.iter().map(|at| shown(at.word(), sector(*at).to(lang)));
            ("sector", which::WHICH_SECTOR, options.collect())
        } else {
            let options = listed.iter().map(|one| shown(&one.name, &label(one)));
            ("profession", which::WHICH_PROFESSION, options.collect())
        };
        let asked = prompt(id, question.to(lang), options, !listed.is_empty(), shared);
        match choose(&asked, prompter, shared)? {
            Chosen::One(index) if listed.is_empty() => {
                let at = sectors.get(index);
                listed = known.iter().copied().filter(|one| Some(&one.filed.raw.sector) == at).collect();
            }
            Chosen::One(index) => {
                if let Some(one) = listed.get(index) {
                    return Ok(Some(one.name.clone()));
                }
            }
            Chosen::Word(word) => {
                let found: Vec<_> = content.library.called(&word).into_iter().filter(to_choose).collect();
                if found.is_empty() {
                    let words = known.iter().flat_map(|one| one.words().chain([one.name.as_str()]));
                    let near = nearest(&word.to_lowercase(), words);
                    prompter.tell(&which::no_such_profession(lang, &shorten(&word, REPEATED), near))?;
                } else {
                    listed = found;
                }
            }
            Chosen::Back => listed.clear(),
            Chosen::Stop => return Ok(None),
        }
    }
}

/// What came of one question.
enum Chosen {
    One(usize),
    Word(String),
    Back,
    Stop,
}

fn shown(id: &str, label: &str) -> Shown {
    Shown { id: id.to_owned(), short: id.to_owned(), label: label.to_owned(), alone: false }
}

fn prompt(id: &str, ask: &str, options: Vec<Shown>, back: bool, shared: &Shared) -> Prompt {
    let lang = shared.lang;
    Prompt {
        id: id.to_owned(),
        heading: which::BEGIN.to(lang).to_owned(),
        answered: None,
        back,
        ask: ask.to_owned(),
        explain: which::PROFESSION_HELP.to(lang).to_owned(),
        form: Form::OneOrWord,
        options,
        earlier: None,
        marked: None,
        lang,
    }
}

fn choose(prompt: &Prompt, prompter: &mut impl Prompter, shared: &Shared) -> Result<Chosen, Broken> {
    let lang = shared.lang;
    loop {
        match prompter.ask(prompt)? {
            Reply::One(index) => return Ok(Chosen::One(index)),
            Reply::Word(word) => return Ok(Chosen::Word(word)),
            Reply::Wish(Wish::Stop) => return Ok(Chosen::Stop),
            Reply::Wish(Wish::Back) if prompt.back => return Ok(Chosen::Back),
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
