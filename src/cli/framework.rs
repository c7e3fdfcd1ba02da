//! A weighing document that is named: through which profession it is read, or why it cannot be.
//!
//! Knows who links what on a date. Refuses to read a document that nobody links: its words come from a profession.

use jiff::civil::Date;

use crate::content::editions::NotLinked;
use crate::content::nearest::nearest;
use crate::ui::messages::answers::did_you_mean;
use crate::ui::messages::framework as say;

use super::args::Shared;
use super::content::Content;
use super::failure::Failure;

/// Where weighing documents lie.
pub(super) const FOLDER: &str = "afwegingskader/";

/// The profession to read a weighing document through: the one that is named when it links it, and else the one of which
/// least more is known.
pub(super) fn through<'a>(
    content: &'a Content,
    shared: &Shared,
    name: &str,
    profession: &str,
    date: Date,
) -> Result<&'a str, Failure> {
    let short = name.strip_prefix(FOLDER).unwrap_or(name);
    let library = &content.library;
    let linking = library
        .linking(&format!("{FOLDER}{short}"), date)
        .map_err(|why| cannot(content, shared, short, date, why))?;
    let named = library.professional(profession);
    let named = linking.iter().find(|one| named.is_some_and(|named| named.name == one.name));
    named
        .or_else(|| linking.first())
        .map(|one| one.name.as_str())
        .ok_or_else(|| cannot(content, shared, short, date, NotLinked::ByNobody))
}

/// The names of all weighing documents, without their folder, each once.
pub(super) fn names(content: &Content) -> Vec<&str> {
    let all = content.library.afwegingskaders.iter();
    let mut names: Vec<&str> = all.filter_map(|edition| edition.name.strip_prefix(FOLDER)).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn cannot(content: &Content, shared: &Shared, name: &str, date: Date, why: NotLinked) -> Failure {
    let lang = shared.lang;
    let links = |name: &&str| content.library.linking(&format!("{FOLDER}{name}"), date).is_ok();
    let on_the_day = || {
        let linked: Vec<&str> = names(content).into_iter().filter(links).collect();
        say::to_choose(lang, &date.to_string(), &linked.join(", "))
    };
    match why {
        NotLinked::Unknown => {
            let near = nearest(name, names(content)).map(|near| did_you_mean(lang, near));
            Failure::Usage(say::unknown(lang, name), near.unwrap_or_else(on_the_day))
        }
        NotLinked::Later(first) => Failure::Usage(
            say::later(lang, name, &date.to_string()),
            say::first_day(lang, &first.to_string()),
        ),
        NotLinked::ByNobody => Failure::Usage(say::by_nobody(lang, name, &date.to_string()), on_the_day()),
    }
}
