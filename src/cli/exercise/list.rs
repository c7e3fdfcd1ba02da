//! `meldcode exercise list`: which exercises there are, and those among them that are looked for.
//!
//! Reads what an exercise says of itself, and no norm: what comes out is what its key says.

use std::path::Path;

use serde_json::{Value as Json, json};

use crate::case::answer_file;
use crate::case::node::Value;
use crate::cli::args::Shared;
use crate::cli::exit::Exit;
use crate::cli::shape::Format;
use crate::cli::world::World;
use crate::exercise::difficulty::Difficulty;
use crate::exercise::reading;
use crate::exercise::written::Written;
use crate::report::table::Table;
use crate::ui::excerpt;
use crate::ui::messages::training as say;

use super::args::List;
use super::shelf::{self, Volume};

/// The number of the format of the list. It rises when a reader of the old format would misread the new one.
const FORMAT: u32 = 1;

pub(super) fn run(
    world: &mut World<'_>,
    shared: &Shared,
    own: Option<&Path>,
    asked: &List,
) -> anyhow::Result<Exit> {
    let lang = shared.lang;
    let (volumes, mut problems) = shelf::all(own, lang);
    let mut read: Vec<(&Volume, Written)> = Vec::new();
    for volume in &volumes {
        let file = volume.file.as_str();
        let answers = answer_file::read(file, &volume.text, lang);
        match answers.and_then(|written| reading::read(file, &written, lang)) {
            Ok(written) => read.push((volume, written)),
            Err(why) => problems.extend(why),
        }
    }
    let all = read.len();
    read.retain(|(_, written)| is_wanted(written, asked));
    let text = match asked.format {
        Format::Text => {
            let mut table =
                Table::new(["id", "profession", "difficulty", "outlook", say::PHASES.to(lang), "title"]);
            read.iter().for_each(|(_, written)| table.push(cells(written), Vec::new()));
            format!("{}\n{}\n", table.finish(), say::listed(lang, read.len(), all))
        }
        Format::Json => {
            let list: Vec<Json> = read.iter().map(|(volume, written)| json(volume, written)).collect();
            format!("{:#}\n", json!({ "format": FORMAT, "exercises": list }))
        }
    };
    world.print(&text)?;
    for problem in &problems {
        let drawn = excerpt::draw(problem, None, lang, shared.style.colour);
        writeln!(world.err, "{drawn}\n")?;
    }
    Ok(if problems.is_empty() { Exit::Done } else { Exit::Input })
}

fn is_wanted(written: &Written, asked: &List) -> bool {
    let head = &written.head;
    let difficulty = head.difficulty.map(Difficulty::word);
    let in_text = |word: &String| {
        let word = word.to_lowercase();
        let vignettes = written.phases.iter().map(|phase| phase.vignette.text.as_str());
        let texts = [head.id.as_str(), &head.title, &head.goal.text].into_iter().chain(vignettes);
        texts.into_iter().any(|text| text.to_lowercase().contains(&word))
    };
    asked.profession.as_ref().is_none_or(|profession| *profession == head.profession.text)
        && asked.difficulty.as_deref().is_none_or(|wanted| difficulty == Some(wanted))
        && asked.outlook.as_deref().is_none_or(|wanted| outlook(written) == wanted)
        && asked.text.as_ref().is_none_or(in_text)
}

/// The outlook that the key of the first phase expects.
fn outlook(written: &Written) -> &str {
    let expect = written.phases.first().map(|phase| phase.expect.as_slice()).unwrap_or_default();
    expect
        .iter()
        .find_map(|(key, _, node)| match &node.value {
            Value::Text(word) if key == "outlook" => Some(word.as_str()),
            _ => None,
        })
        .unwrap_or_default()
}

fn cells(written: &Written) -> [String; 6] {
    let head = &written.head;
    [
        head.id.clone(),
        head.profession.text.clone(),
        head.difficulty.map_or("-", Difficulty::word).to_owned(),
        outlook(written).to_owned(),
        written.phases.len().to_string(),
        head.title.clone(),
    ]
}

fn json(volume: &Volume, written: &Written) -> Json {
    let head = &written.head;
    json!({
        "id": head.id,
        "title": head.title,
        "goal": head.goal.text,
        "profession": head.profession.text,
        "date": head.date.as_ref().map(|(date, _)| date.to_string()),
        "difficulty": head.difficulty,
        "source": head.source,
        "outlook": outlook(written),
        "phases": written.phases.len(),
        "built_in": volume.built_in,
    })
}
