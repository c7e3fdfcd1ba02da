//! The documents that are built into the program: an explicit list, so that nothing slips in unseen.
//!
//! A test holds the list against the folder.

macro_rules! documents {
    ($($path:literal,)*) => {
        /// Every document by its path below `meldcode/`.
        pub const DOCUMENTS: &[(&str, &str)] =
            &[$(($path, include_str!(concat!("../../meldcode/", $path))),)*];
    };
}

documents! {
    "afwegingskader/generiek/2019-01-01.toml",
    "contacts.toml",
    "doors/algemeen/2019-01-01.toml",
    "doors/onderwijs/2019-01-01.toml",
    "editions.toml",
    "flows/kindcheck/2019-01-01.toml",
    "flows/mantelzorgcheck/2019-01-01.toml",
    "law/besluit/2020-10-01.toml",
    "professions/algemeen/2019-01-01.toml",
    "professions/leraar/2019-01-01.toml",
    "properties.toml",
    "reviews.toml",
    "signals/algemeen/2019-01-01.toml",
    "signals/eer-dwang-achterlating/2019-01-01.toml",
    "signals/jongere-12-18/2019-01-01.toml",
    "signals/kind-0-4/2019-01-01.toml",
    "signals/kind-4-12/2019-01-01.toml",
    "signals/kind/2019-01-01.toml",
    "signals/uitbuiting/2019-01-01.toml",
    "signals/vgv/2019-01-01.toml",
    "signals/volwassene/2019-01-01.toml",
    "signals/ziekte-veroorzaakt/2019-01-01.toml",
    "signals/zorgafhankelijk/2019-01-01.toml",
    "signals/zwangere/2019-01-01.toml",
    "sources.toml",
    "steps/algemeen/2019-01-01.toml",
    "themes/achterlating/2019-01-01.toml",
    "themes/complexe-scheiding/2019-01-01.toml",
    "themes/eergerelateerd-geweld/2019-01-01.toml",
    "themes/financieel-misbruik/2019-01-01.toml",
    "themes/huwelijksdwang/2019-01-01.toml",
    "themes/kmdf/2019-01-01.toml",
    "themes/mensenhandel/2019-01-01.toml",
    "themes/ongeboren-kind/2019-01-01.toml",
    "themes/ouderenmishandeling/2019-01-01.toml",
    "themes/partnergeweld-en-stalking/2019-01-01.toml",
    "themes/seksueel-misbruik/2019-01-01.toml",
    "themes/vgv/2019-01-01.toml",
    "vocabulary.toml",
}

#[cfg(test)]
mod tests {
    use super::DOCUMENTS;
    use crate::content::store::Store;
    use std::path::Path;

    #[test]
    fn the_list_names_every_document_of_the_folder_and_nothing_else() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode");
        let (store, problems) = Store::directory(&folder).unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        let listed: Vec<_> = DOCUMENTS.iter().map(|(path, _)| (*path).to_owned()).collect();
        let found: Vec<_> = store.texts.into_keys().collect();
        assert_eq!(listed, found, "run over `meldcode/` and put the paths in order");
    }
}
