//! `meldcode exercise new`: a file to begin with. Never over one that is there.

use crate::case::disk::{self, NotKept};
use crate::cli::args::Shared;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::keeping;
use crate::cli::world::World;
use crate::exercise::template::template;
use crate::model::id::Id;
use crate::ui::messages::training as say;

use super::args::New;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &New) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let id = asked.file.file_stem().unwrap_or_default().to_string_lossy();
    if Id::parse(&id).is_err() {
        return Err(Failure::Usage(say::no_id(lang, &id), say::ID_HELP.to(lang).to_owned()).into());
    }
    let text = template(&id, world.today, lang);
    disk::write_new(&asked.file, &text).map_err(|why| {
        match (keeping::refused(&asked.file, &why, lang), why) {
            (Failure::Usage(says, _), NotKept::Exists) => {
                Failure::Usage(says, say::NOT_NEW_HELP.to(lang).to_owned())
            }
            (refused, _) => refused,
        }
    })?;
    world.print(&format!("{}\n", say::new_written(lang, &asked.file.display().to_string())))?;
    Ok(Exit::Done)
}
