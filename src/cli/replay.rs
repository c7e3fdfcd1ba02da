//! `meldcode replay`: a receipt once more, with the content of now. The same result, or what is otherwise.

use serde_json::json;

use crate::case::answer_file;
use crate::case::record::Record;
use crate::engine::evaluate::evaluate;
use crate::engine::outcome::Outcome;
use crate::model::problem::{Code, Problem};
use crate::model::stamp::Stamp;
use crate::report::page::Page;
use crate::report::since::Since;
use crate::ui::messages::case as say;

use super::answered::Flags;
use super::args::{Replay, Shared};
use super::check::{read, setting};
use super::content::Content;
use super::exit::Exit;
use super::keeping;
use super::shape::Format;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Replay) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let name = asked.receipt.display().to_string();
    let text = read(world, &asked.receipt, shared)?;
    let troubled = |problems| keeping::troubled(problems, &name, &text, shared);
    let file = answer_file::read(&name, &text, lang).map_err(troubled)?;
    if file.record.is_empty() {
        let problem = Problem::at(Code::Torn, &name, None, say::NO_RECEIPT.to(lang));
        return Err(troubled(vec![problem.help(say::NO_RECEIPT_HELP.to(lang))]).into());
    }
    let record = Record::read(&name, &file, lang).map_err(troubled)?;
    let flags = Flags { profession: None, date: None };
    let date = flags.date(&file, &name, world.today, lang).map_err(|late| troubled(vec![late]))?;
    let content = Content::open(shared)?;
    let proven = content.prove(shared, flags.profession(&file).unwrap_or_default(), date).map_err(|why| {
        flags.of_file(why, &file, &name).map_or_else(|why| why, |unknown| troubled(vec![unknown]))
    })?;
    let guide = proven.guide();
    let fitted = content.fit(&name, &file, guide, lang).map_err(troubled)?;
    let now = (Stamp::of(guide), Outcome::of(&evaluate(&proven, &fitted.answers)));
    let then = (&record.stamp, &record.outcome);
    let mut since = Since::between(then, (&now.0, &now.1), fitted.not_in_this_norm);
    // What came in beside the documents of then is no document that is gone.
    since.documents.retain(|one| one.then.is_some());
    let exit = match (since.documents.is_empty(), since.parts.is_empty()) {
        (true, true) => Exit::Done,
        (true, false) => Exit::Different,
        (false, _) => Exit::Content,
    };
    let text = match asked.format {
        Format::Json => {
            let value = json!({ "format": 1, "same": exit == Exit::Done, "since": since.json() });
            format!("{value:#}\n")
        }
        Format::Text => {
            let mut page = Page::new(setting(shared));
            let says = match exit {
                Exit::Done => say::SAME,
                Exit::Different => say::OTHERWISE,
                _ => say::GONE,
            };
            page.text(says.to(lang));
            since.documents(lang).iter().for_each(|line| page.dash(line));
            if exit == Exit::Content {
                let says = if since.parts.is_empty() { say::SAME_NOW } else { say::OTHERWISE_NOW };
                page.text(says.to(lang));
            }
            since.parts(lang).iter().for_each(|line| page.dash(line));
            page.finish()
        }
    };
    world.print(&text)?;
    Ok(exit)
}
