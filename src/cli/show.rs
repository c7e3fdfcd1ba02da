//! `meldcode show`: the content, readable.

use crate::content::nearest::nearest;
use crate::content::usage::cited;
use crate::model::guide::Guide;
use crate::report::page::Page;
use crate::report::{schema, show};
use crate::ui::messages::answers::did_you_mean;
use crate::ui::messages::show as say;

use super::args::{Shared, Show, View};
use super::check::{not_after, setting};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::framework::through;
use super::shape::ViewFormat;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, show: &Show) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let date = show.date.map(|date| not_after(date, world.today, shared)).transpose()?.unwrap_or(world.today);
    let content = Content::open(shared)?;
    let proven = || content.prove(shared, &show.profession, date);
    let value = match &show.view {
        View::Steps => show::steps(proven()?.guide(), lang),
        View::Law => show::law(proven()?.guide(), lang),
        View::Afwegingskader(sheet) => {
            let profession = match &sheet.framework {
                None => show.profession.as_str(),
                Some(name) => through(&content, shared, name, &show.profession, date)?,
            };
            show::afwegingskader(content.prove(shared, profession, date)?.guide(), lang)
        }
        View::Questions => show::questions(proven()?.guide(), lang),
        View::Signals(signals) => {
            let who = signals.who.as_deref();
            who.map_or(Ok(()), |who| known_who(&content, shared, who))?;
            show::signals(proven()?.guide(), who, lang)
        }
        View::Themes(themes) => {
            let proven = proven()?;
            known_themes(proven.guide(), shared, &themes.themes)?;
            show::themes(proven.guide(), &themes.themes, lang)
        }
        View::Doors => show::doors(proven()?.guide(), lang),
        View::Contacts => show::contacts(proven()?.guide(), world.today, lang),
        View::Sources => show::sources(&content.library, &cited(content.texts()), lang),
        View::Profession => show::profession(proven()?.guide(), lang),
        View::Professions => show::professions(&content.library, date, lang),
        View::Editions => show::editions(&content.library, date, lang),
        // The shape of a result is the program's own, in one shape only.
        View::Schema => {
            world.print(schema::RESULT)?;
            return Ok(Exit::Done);
        }
    };
    let text = match show.format {
        ViewFormat::Json => format!("{:#}\n", value.json),
        ViewFormat::Markdown => value.markdown(),
        ViewFormat::Text => {
            let mut page = Page::new(setting(shared));
            value.write(&mut page);
            page.finish()
        }
    };
    world.print(&text)?;
    Ok(Exit::Done)
}

/// A theme that is named has to be there.
fn known_themes(guide: &Guide, shared: &Shared, names: &[String]) -> Result<(), Failure> {
    let known: Vec<&str> = guide.themes.iter().map(|theme| theme.id.as_str()).collect();
    let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) else { return Ok(()) };
    let near = nearest(name, known.iter().copied()).map(|near| did_you_mean(shared.lang, near));
    Err(Failure::Usage(say::unknown_theme(shared.lang, name), near.unwrap_or_else(|| known.join(", "))))
}

/// Lists of signals are for choices of the question `wie`; another word is a slip.
fn known_who(content: &Content, shared: &Shared, who: &str) -> Result<(), Failure> {
    let question = content.library.vocabulary.raw.question.iter().find(|term| term.id.get_ref() == "wie");
    let known: Vec<&str> =
        question.into_iter().flat_map(|term| term.choices.keys().map(String::as_str)).collect();
    if known.contains(&who) {
        return Ok(());
    }
    let near = nearest(who, known.iter().copied()).map(|near| did_you_mean(shared.lang, near));
    Err(Failure::Usage(say::unknown_who(shared.lang, who), near.unwrap_or_else(|| known.join(", "))))
}
