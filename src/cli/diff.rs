//! `meldcode diff`: two dates, professions or weighing documents, compared by what they advise.

use jiff::civil::Date;

use crate::case::answer_file::day;
use crate::content::nearest::nearest;
use crate::engine::compare::compare;
use crate::engine::proven::Proven;
use crate::report::difference::Compared;
use crate::report::page::Page;
use crate::ui::messages::answers::did_you_mean;
use crate::ui::messages::{command, diff as say};

use super::args::{Diff, Shared};
use super::check::{not_after, setting};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::framework::{FOLDER, names, through};
use super::shape::Format;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &Diff) -> anyhow::Result<Exit> {
    let today = world.today;
    let date = asked.date.map(|date| not_after(date, today, shared)).transpose()?.unwrap_or(today);
    let content = Content::open(shared)?;
    let one = side(&content, shared, asked, &asked.one, date)?;
    let other = side(&content, shared, asked, &asked.other, date)?;
    let comparison = compare(&one, &other);
    let compared = Compared { one: one.guide(), other: other.guide(), comparison };
    let text = match asked.format {
        Format::Json => format!("{:#}\n", compared.json()),
        _ => {
            let mut page = Page::new(setting(shared));
            compared.write(&mut page, asked.all);
            page.finish()
        }
    };
    world.print(&text)?;
    Ok(Exit::Done)
}

/// A side of the comparison: a date, or a profession or a weighing document, on the date or with `@` on one of its own.
fn side(content: &Content, shared: &Shared, asked: &Diff, word: &str, date: Date) -> Result<Proven, Failure> {
    let lang = shared.lang;
    let to_day = |written: &str| match day(written) {
        Some(on) if on > shared.today => {
            Err(Failure::Usage(say::after_today(lang, written), command::FUTURE.to(lang).to_owned()))
        }
        Some(on) => Ok(on),
        None => Err(Failure::Usage(say::no_day(lang, written), say::WRITE_A_DAY.to(lang).to_owned())),
    };
    if word.starts_with(|first: char| first.is_ascii_digit()) && !word.contains('@') {
        return content.prove(shared, &asked.profession, to_day(word)?);
    }
    let (named, on) = match word.split_once('@') {
        Some((named, on)) => (named, to_day(on)?),
        None => (word, date),
    };
    if named.starts_with(FOLDER) {
        return content.prove(shared, through(content, shared, named, &asked.profession, on)?, on);
    }
    if content.library.professional(named).is_none() {
        return Err(unknown(content, shared, named));
    }
    content.prove(shared, named, on)
}

/// Neither a day nor a profession: perhaps a weighing document without its folder, or a slip.
fn unknown(content: &Content, shared: &Shared, word: &str) -> Failure {
    let lang = shared.lang;
    let frameworks: Vec<String> = names(content).into_iter().map(|name| format!("{FOLDER}{name}")).collect();
    let whole = frameworks.iter().find(|name| name.strip_prefix(FOLDER) == Some(word));
    let professions = content.library.profession_names().into_iter();
    let near = whole.map(String::as_str);
    let near = near.or_else(|| nearest(word, professions.chain(frameworks.iter().map(String::as_str))));
    let help = near.map_or_else(|| say::WRITE.to(lang).to_owned(), |near| did_you_mean(lang, near));
    Failure::Usage(say::unknown(lang, word), help)
}
