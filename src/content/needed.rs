//! Which documents one guide rests on, known from the profession alone: the rest need not be parsed.
//!
//! Knows where documents lie and what a profession names. Refuses to know aliases: for another word than its name the whole
//! library has to be read.

use jiff::civil::Date;

use super::library::to_date;
use super::raw;
use super::store::Store;

/// Folders of which a guide reads the documents that its profession names.
const NAMED: [&str; 4] = ["law/", "steps/", "afwegingskader/", "doors/"];

/// The documents that the guide of one profession on one date rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    profession: String,
    names: Vec<String>,
}

impl Needed {
    /// What a profession needs on a date. Nothing when no sound document lies under that name: then all have to be read,
    /// to know who is meant or to tell what is wrong.
    #[must_use]
    pub fn by(store: &Store, profession: &str, date: Date) -> Option<Self> {
        let file = format!("professions/{profession}.toml");
        let raw: raw::Profession = toml::from_str(store.texts.get(&file)?).ok()?;
        let counts = |row: &&raw::ProfessionRow| to_date(row.from.get_ref()).is_some_and(|from| from <= date);
        let row = raw.row.iter().take_while(counts).last();
        let of_row = row.into_iter().flat_map(|row| [&row.law, &row.steps, &row.afwegingskader]);
        let names = of_row.chain(&raw.doors).map(|name| name.get_ref().clone()).collect();
        Some(Self { profession: file, names })
    }

    /// Whether a document is among them.
    pub(super) fn has(&self, file: &str) -> bool {
        if file.starts_with("professions/") {
            return file == self.profession;
        }
        let name = file.rsplit_once('/').map_or(file, |(name, _)| name);
        let is_named = NAMED.iter().any(|folder| file.starts_with(folder));
        !is_named || self.names.iter().any(|needed| needed == name)
    }
}
