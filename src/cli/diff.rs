//! `meldcode diff`: two dates, professions or weighing documents, compared by what they advise.

use jiff::civil::Date;

use crate::audit::prove;
use crate::case::answer_file::day;
use crate::content::edition::in_force;
use crate::engine::compare::compare;
use crate::engine::proven::Proven;
use crate::report::difference::Compared;
use crate::report::page::Page;
use crate::ui::messages::diff as say;

use super::args::{Diff, Format, Shared};
use super::check::{not_after, setting};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Diff) -> anyhow::Result<Exit> {
    let today = world.today;
    let date = asked.date.map(|date| not_after(date, today, shared)).transpose()?.unwrap_or(today);
    let content = Content::open(shared)?;
    let one = side(&content, shared, asked, &asked.one, date, today)?;
    let other = side(&content, shared, asked, &asked.other, date, today)?;
    let comparison = compare(&one, &other);
    let compared = Compared { one: one.guide(), other: other.guide(), comparison };
    let text = match asked.format {
        Format::Json => format!("{:#}\n", compared.json()),
        _ => {
            let mut page = Page::new(setting(shared));
            compared.write(&mut page);
            page.finish()
        }
    };
    world.print(&text)?;
    Ok(Exit::Done)
}

/// A side of the comparison: a date, a profession, both with `@`, or a weighing document.
fn side(
    content: &Content,
    shared: &Shared,
    asked: &Diff,
    word: &str,
    date: Date,
    today: Date,
) -> Result<Proven, Failure> {
    if let Some(date) = day(word) {
        return content.prove(shared, &asked.profession, not_after(date, today, shared)?);
    }
    if let Some((profession, on)) = word.split_once('@') {
        let Some(on) = day(on) else { return Err(unknown(shared, word)) };
        return content.prove(shared, profession, not_after(on, today, shared)?);
    }
    if prove(&content.library, word, date).is_ok() || !word.starts_with(FOLDER) {
        return content.prove(shared, word, date);
    }
    let linking = linking(content, word, date).ok_or_else(|| unknown(shared, word))?;
    content.prove(shared, linking, date)
}

/// Where weighing documents lie.
const FOLDER: &str = "afwegingskader/";

/// A profession that links the document on the date: the one of which least more is known.
pub(super) fn linking<'a>(content: &'a Content, document: &str, date: Date) -> Option<&'a str> {
    let name = if document.starts_with(FOLDER) { document.to_owned() } else { format!("{FOLDER}{document}") };
    in_force(&content.library.afwegingskaders, &name, date)?;
    let known = content.library.professions_on(date).into_iter();
    let links = known.filter(|(_, row)| *row.afwegingskader.get_ref() == name);
    links.min_by_key(|(_, row)| row.establishes.len()).map(|(one, _)| one.name.as_str())
}

fn unknown(shared: &Shared, word: &str) -> Failure {
    let (says, help) = say::unknown(shared.lang, word);
    Failure::Usage(says, help)
}
