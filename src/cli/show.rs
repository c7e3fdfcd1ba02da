//! `meldcode show`: the content, readable.

use crate::report::page::Page;
use crate::report::show;

use super::args::{Format, Shared, Show, View};
use super::check::{not_after, setting};
use super::content::Content;
use super::exit::Exit;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, show: &Show) -> anyhow::Result<Exit> {
    let date = show.date.map(|date| not_after(date, world.today, shared)).transpose()?.unwrap_or(world.today);
    let content = Content::open(shared)?;
    let value = match show.view {
        View::Professions => show::professions(&content.library, date, shared.lang),
        _ => {
            let proven = content.prove(shared, &show.profession, date)?;
            let guide = proven.guide();
            match show.view {
                View::Steps => show::steps(guide, shared.lang),
                View::Afwegingskader => show::afwegingskader(guide, shared.lang),
                View::Questions => show::questions(guide, shared.lang),
                View::Contacts => show::contacts(guide, shared.lang),
                View::Doors | View::Professions => show::doors(guide, shared.lang),
            }
        }
    };
    let text = match show.format {
        Format::Json => format!("{:#}\n", value.json),
        Format::Text => {
            let mut page = Page::new(setting(shared));
            value.write(&mut page);
            page.finish()
        }
    };
    world.print(&text)?;
    Ok(Exit::Done)
}
