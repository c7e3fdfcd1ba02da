//! A trainer's desk: one whole exercise, and a place to put files.

use std::fs;
use std::path::PathBuf;

/// An exercise with everything in it that one can have.
pub(crate) const WHOLE: &str = r#"schema = 1
id = "na-het-gesprek"
title = "Eerst nog een gesprek"
vignette = """
Een leerling van acht vertelt niets, en ziet er al weken slecht uit. U schreef op wat u zag, en overlegde.
Met de ouders sprak u nog niet."""
goal = "Een melding wacht op het gesprek, zolang dat veilig kan."
difficulty = "basic"
source = "eigen praktijk"
profession = "leraar"
date = 2026-11-22

[answers]
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega"]
geen-gesprek = "nog-niet"
vermoeden = "ja"
onveiligheid = "structureel"

[expect]
outlook = "not-yet"
holds = ["gesprek"]

[[acceptable]]
why = "Wie al met de ouders sprak, kan nu wegen."

outlook = "advise"

[[never]]
why = "Bij structurele onveiligheid is melden de norm."
report = "no"

[[feedback]]
question = "onveiligheid"
choice = "geen"
says = "Al weken slecht eruitzien is een patroon."

[[phase]]
title = "Na het gesprek"
vignette = """
U sprak de ouders. Zij herkennen niets van wat u ziet.
Uw zorg is niet weg."""
[phase.answers]
gedaan = ["feiten", "collega", "ouders-gesproken"]
[phase.expect]
outlook = "advise"
report = "yes"
[[phase.never]]
why = "De zorg is niet weg."
report = "no"
[[phase.feedback]]
question = "vermoeden"
choice = "nee"
says = "Dat de ouders niets herkennen, neemt uw zorg niet weg."
"#;

/// A file with this text, below the folder for tests.
pub(crate) fn written(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("trainer").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}
