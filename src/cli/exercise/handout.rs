//! `meldcode exercise handout`: an exercise on paper, with or without its key.

use std::path::Path;

use crate::cli::args::Shared;
use crate::cli::check::setting;
use crate::cli::content::Content;
use crate::cli::exit::Exit;
use crate::cli::world::World;
use crate::engine::proven::Proven;
use crate::report::handout::paper;

use super::args::{Handout, PaperFormat};
use super::loading::Loader;
use super::shelf;

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &Handout,
) -> anyhow::Result<Exit> {
    let volume = shelf::find(&asked.id, own, shared)?;
    let content = Content::open(shared)?;
    let loaded = Loader::new(&content, shared).load_one(&volume)?;
    let guides: Vec<&Proven> = loaded.guides.iter().map(AsRef::as_ref).collect();
    let paper = paper(&loaded.exercise, &guides, asked.key, world.today, setting(shared));
    world.print(&match asked.format {
        PaperFormat::Text => paper.text(),
        PaperFormat::Markdown => paper.markdown(),
        PaperFormat::Html => paper.html(),
    })?;
    Ok(Exit::Done)
}
