//! The complete decision table of the generic weighing document, as a file that a professional can read.
//!
//! `SNAPSHOTS=overwrite cargo test --test golden` writes it anew; a reviewer reads what changed.
#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

use std::fmt::Write;

use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::conclude::{Because, Outlook};
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::proven::Proven;
use meldcode::model::guide::Guide;
use meldcode::model::question::{Kind, Question};
use meldcode::model::register::Ref;

/// What was done about the talk: how it is called, and the answers that say so.
const TALKS: &[(&str, Option<&str>)] = &[
    ("gesprek gehad", None),
    ("nog niet gepraat", Some("nog-niet")),
    ("praten is niet veilig", Some("niet-veilig")),
];
/// Whom it is about: how they are called, the choice, and the talk that counts for them.
const PEOPLE: &[(&str, &str, &str)] = &[
    ("kind", "kind-tot-12", "ouders-gesproken"),
    ("zorgafhankelijke volwassene", "zorgafhankelijk", "betrokkene-gesproken"),
    ("volwassene die zelf beslist", "volwassene", "betrokkene-gesproken"),
];
/// Whether the person told it: how it is called, and the choice.
const TELLING: &[(&str, &str)] =
    &[("niet zelf verteld", "geen-van-deze"), ("slachtoffer vertelde het zelf", "vertelde-zelf")];

const HEAD: &str = "\
Beslistabel van het generieke afwegingskader (afwegingskader/generiek, 2019-01-01). Volledig.

Elk blok is een situatie vóór het wegen. Altijd: geen gevaar nu, thuis, feiten opgeschreven, zelf gezien of gehoord
(of zelf verteld door het slachtoffer), overlegd met een collega, kindcheck gedaan bij een
volwassene, nog geen advies van Veilig Thuis.
Situaties met precies dezelfde regels staan samen boven één blok.
Links staan de antwoorden; een streepje betekent: niet gevraagd, of nog niet aan de orde.
Rechts staat wat eruit komt. Bij `nog niet` geven MELDEN en HULP de richting aan en is er nog geen besluit.
WACHT OP zegt waardoor: een plicht, een twijfel, of het kader zelf. DAARNA is de vraag voor later.
MELDEN: ja, opnieuw, gedaan, nee, open. HULP: VT (samen met Veilig Thuis), zelf, geen, open.
";

#[test]
fn the_decision_table_of_the_generic_framework_is_what_was_read_and_agreed() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let proven = prove(&library, "algemeen", jiff::civil::date(2026, 11, 22)).unwrap();
    let mut blocks: Vec<(Vec<String>, Vec<Vec<String>>)> = Vec::new();
    for talk in TALKS {
        for telling in TELLING {
            for people in PEOPLE {
                let title = format!("{}, {}, {}", talk.0, telling.0, people.0);
                let lines = table(&proven, &before(proven.guide(), talk.1, *people, telling.1));
                match blocks.iter_mut().find(|(_, known)| *known == lines) {
                    Some((titles, _)) => titles.push(title),
                    None => blocks.push((vec![title], lines)),
                }
            }
        }
    }
    let written = write(proven.guide(), &blocks);
    snapbox::assert_data_eq!(written, snapbox::file!["golden/generiek-2019-01-01.txt"].raw());
}

/// The answers before the weighing.
fn before(guide: &Guide, no_talk: Option<&str>, people: (&str, &str, &str), telling: &str) -> Answers {
    let mut answers = Answers::none(guide);
    let mut set = |question: &str, choices: &[&str]| {
        let at = guide.questions.find(question).unwrap();
        let about = guide.questions.get(at);
        let index = |id: &&str| about.choices.iter().position(|choice| choice.id.as_str() == *id).unwrap();
        let chosen: Vec<usize> = choices.iter().map(index).collect();
        let given = match (about.kind, chosen.as_slice()) {
            (Kind::One, [one]) => Given::One(*one),
            _ => Given::many(chosen),
        };
        answers.set(at, given);
    };
    set("gevaar-nu", &["nee"]);
    set("waar", &["thuis"]);
    set("wie", &[people.1]);
    set("speelt", &[telling]);
    if telling == "geen-van-deze" {
        set("hoe-weet-u-het", &["zelf-gezien"]);
    }
    // With an adult, the question whether there are children was asked.
    let asked: &[&str] = if people.1.starts_with("kind") { &[] } else { &["kindcheck"] };
    match no_talk {
        None => set("gedaan", &[&["feiten", "collega", people.2], asked].concat()),
        Some(why) => {
            set("gedaan", &[&["feiten", "collega"], asked].concat());
            set("geen-gesprek", &[why]);
        }
    }
    answers
}

/// Every combination of weighing answers that is asked for, in the order of the questions and their choices.
fn table(proven: &Proven, before: &Answers) -> Vec<Vec<String>> {
    let weighing = weighing(proven.guide());
    let mut lines = Vec::new();
    extend(proven, before, &weighing, &mut lines);
    lines
}

fn weighing(guide: &Guide) -> Vec<Ref<Question>> {
    let questions =
        guide.questions.iter().filter(|(at, about)| *at >= guide.weighing && about.kind == Kind::One);
    questions.map(|(at, _)| at).collect()
}

/// Leaves the first question open or gives each of its answers, and goes on with the rest.
fn extend(proven: &Proven, answers: &Answers, rest: &[Ref<Question>], lines: &mut Vec<Vec<String>>) {
    let Some((&question, rest)) = rest.split_first() else {
        lines.extend(line(proven, answers));
        return;
    };
    extend(proven, answers, rest, lines);
    for choice in 0..proven.guide().questions.get(question).choices.len() {
        let mut with = answers.clone();
        with.set(question, Given::One(choice));
        // An answer that is not asked for here makes no line of its own.
        if evaluate(proven, &with).path.iter().any(|(at, _)| *at == question) {
            extend(proven, &with, rest, lines);
        }
    }
}

/// One line, unless a question that matters is still open.
fn line(proven: &Proven, answers: &Answers) -> Option<Vec<String>> {
    let guide = proven.guide();
    let result = evaluate(proven, answers);
    let row = guide.rows.get(result.outlook().row()?);
    let given = |at: Ref<Question>| match answers.get(at) {
        Some(Given::One(index)) => {
            guide.questions.get(at).choices.get(index).map_or("?".to_owned(), |choice| choice.id.to_string())
        }
        _ => "-".to_owned(),
    };
    let mut cells: Vec<String> = weighing(guide).into_iter().map(given).collect();
    let report = match serde_json::to_value(row.advice.report).unwrap().as_str() {
        Some("yes") => "ja",
        Some("again") => "opnieuw",
        Some("made") => "gedaan",
        Some("no") => "nee",
        _ => "open",
    };
    let help = match serde_json::to_value(row.advice.help).unwrap().as_str() {
        Some("with-veilig-thuis") => "VT",
        Some("own") => "zelf",
        Some("none") => "geen",
        _ => "open",
    };
    let (outlook, waits, later) = match result.outlook() {
        Outlook::NotYet(not_yet) => {
            let waits = match not_yet.because {
                Because::Doubt((at, _)) => format!("twijfel {}", guide.questions.get(at).id),
                Because::Row => "het kader".to_owned(),
                Because::Duty(_) => {
                    let holding =
                        result.concluded.holds.iter().map(|duty| guide.duties.get(duty).id.to_string());
                    holding.collect::<Vec<_>>().join(" + ")
                }
            };
            ("nog niet", waits, "-".to_owned())
        }
        Outlook::Advise { next, .. } => {
            let later = next.map_or("-".to_owned(), |next| guide.questions.get(next.question).id.to_string());
            ("advies", "-".to_owned(), later)
        }
        _ => return None,
    };
    cells.extend([outlook, report, help].map(str::to_owned));
    cells.extend([waits, row.id.to_string(), later]);
    Some(cells)
}

fn write(guide: &Guide, blocks: &[(Vec<String>, Vec<Vec<String>>)]) -> String {
    let mut heads: Vec<String> =
        weighing(guide).iter().map(|at| guide.questions.get(*at).id.as_str().to_uppercase()).collect();
    heads.extend(["UITKOMST", "MELDEN", "HULP", "WACHT OP", "RIJ", "DAARNA"].map(str::to_owned));
    let all = || blocks.iter().flat_map(|(_, lines)| lines).chain([&heads]);
    let width = |column: usize| {
        all().filter_map(|cells| cells.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let set = |cells: &Vec<String>| {
        let padded: Vec<String> =
            cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        padded.join("  ").trim_end().to_owned()
    };
    let mut text = HEAD.to_owned();
    for (titles, lines) in blocks {
        writeln!(text, "\n").unwrap();
        for title in titles {
            writeln!(text, "== {title}").unwrap();
        }
        writeln!(text, "\n{}", set(&heads)).unwrap();
        for cells in lines {
            writeln!(text, "{}", set(cells)).unwrap();
        }
    }
    text
}
