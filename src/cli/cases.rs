//! `meldcode cases`: which saved cases in a folder are due when. Reads and lists; changes nothing.

use std::path::Path;

use crate::batch::paths;
use crate::case::record::Record;
use crate::case::{answer_file, seal};
use crate::content::store::read_text;
use crate::engine::due::due;
use crate::engine::evaluate::evaluate;
use crate::engine::outcome::Outcome;
use crate::model::problem::Problem;
use crate::model::stamp::Stamp;
use crate::report::due::{Cases, Standing};
use crate::report::since::Since;
use crate::ui::messages::evaluate as evaluate_words;
use crate::ui::messages::{case as say, command};

use super::answered::Flags;
use super::args::{self, Shared};
use super::content::Content;
use super::exit::Exit;
use super::failure::Failure;
use super::shape::Format;
use super::world::World;

pub(super) fn run(world: &mut World<'_>, shared: &Shared, asked: &args::Cases) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let content = Content::open(shared)?;
    let found = paths::found(&asked.dir);
    let mut cases = Cases::default();
    for (folder, why) in &found.closed {
        cases.unusable.push((folder.display().to_string(), command::why(lang, why)));
    }
    for path in found.files.iter().filter(|path| may_be_case(path) || !asked.dir.is_dir()) {
        let name = path.strip_prefix(&asked.dir).unwrap_or(path).display().to_string();
        let name = if name.is_empty() { path.display().to_string() } else { name };
        match one(&content, shared, path) {
            Ok(standing) => cases.cases.push((name, standing)),
            Err(why) => cases.unusable.push((name, why)),
        }
    }
    let cases = cases.in_order();
    let text = match asked.format {
        Format::Text => cases.text(world.today, lang),
        Format::Json => format!("{:#}\n", cases.json()),
    };
    world.print(&text)?;
    let unusable = cases.unusable.len();
    if unusable == 0 {
        return Ok(Exit::Done);
    }
    let says = evaluate_words::unusable(lang, unusable, unusable + cases.cases.len());
    writeln!(world.err, "{}: {says}", command::ERROR.to(lang))?;
    Ok(Exit::Input)
}

/// Receipts lie beside cases, and are none.
fn may_be_case(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// What is due in one case, or why it cannot be said.
fn one(content: &Content, shared: &Shared, path: &Path) -> Result<Standing, String> {
    let lang = shared.lang;
    let name = path.display().to_string();
    let first = |problems: Vec<Problem>| problems.into_iter().next().map_or_else(String::new, |one| one.says);
    let text = read_text(path, answer_file::LARGEST).map_err(|why| command::why(lang, &why))?;
    let file = answer_file::read(&name, &text, lang).map_err(first)?;
    let record = Record::read(&name, &file, lang).map_err(first)?;
    if seal::is_json(&text) {
        return Err(say::A_RECEIPT.to(lang).to_owned());
    }
    let flags = Flags { profession: None, date: None };
    let date = flags.date(&file, &name, shared.today, lang).map_err(|late| late.says)?;
    let profession = flags.profession(&file).unwrap_or_default();
    // What is due is said by the norm of now: that is the one with which the case is resumed.
    let proven = content.prove(shared, profession, shared.today).map_err(|why| match why {
        Failure::Usage(says, _) | Failure::Input(says, _) => says,
        other => other.text(lang),
    })?;
    let guide = proven.guide();
    let fitted = content.fit(&name, &file, guide, lang).map_err(first)?;
    let evaluation = evaluate(&proven, &fitted.answers);
    let now = (Stamp::of(guide), Outcome::of(&evaluation));
    let since = Since::between((&record.stamp, &record.outcome), (&now.0, &now.1), Vec::new());
    Ok(Standing {
        profession: guide.profession.id.to_string(),
        date,
        outlook: evaluation.outlook().word().word().to_owned(),
        direction: evaluation.outlook().advice(guide),
        due: Standing::due(guide, &due(&evaluation, &fitted.answers), lang),
        changed: !since.is_nothing(),
    })
}
