//! The complete decision table of every weighing document, each as a file that a professional can read.
//!
//! Knows what can be so before the weighing. Refuses to say what should come out: that was read, and stands in the files.
//! `SNAPSHOTS=overwrite cargo test --test golden` writes them anew; a reviewer reads what changed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use jiff::civil::{Date, date};
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::outlook::{Because, Outlook};
use meldcode::engine::proven::Proven;
use meldcode::model::advice::{Help, Report};
use meldcode::model::guide::Guide;
use meldcode::model::question::{Kind, Question, Target};
use meldcode::model::register::Ref;

/// A weighing document, who reads it on which day, and what it can matter to know before.
struct Table {
    document: &'static str,
    profession: &'static str,
    date: Date,
    tellings: &'static [So],
    asked: &'static [So],
}

/// Something that can be so: how it is called, and the answers that say it.
type So = (&'static str, &'static [Said]);
/// A question and a choice.
type Said = (&'static str, &'static str);

const TODAY: Date = date(2026, 11, 22);

const TABLES: &[Table] = &[
    Table {
        document: "generiek 2019-01-01",
        profession: "algemeen",
        date: TODAY,
        tellings: &[NOT_TOLD, VICTIM_TOLD],
        asked: &[NO_ADVICE, ADVICE],
    },
    Table {
        document: "knmg 2023-11-01",
        profession: "huisarts",
        date: TODAY,
        tellings: &[NOT_TOLD, VICTIM_TOLD, OWN_VIOLENCE_TOLD],
        asked: &[NO_ADVICE, ADVICE],
    },
    Table {
        document: "onderwijs 2018-07-02",
        profession: "leraar",
        date: TODAY,
        tellings: &[NOT_TOLD, VICTIM_TOLD],
        asked: &[NO_ADVICE, ADVICE],
    },
    Table {
        document: "jeugd-en-sociaal 2019-01-01",
        profession: "maatschappelijk-werker",
        date: TODAY,
        tellings: &[NOT_TOLD, VICTIM_TOLD],
        asked: &[NO_ADVICE, ADVICE],
    },
    Table {
        document: "lokaal-team 2019-01-01",
        profession: "wijkteammedewerker",
        date: TODAY,
        tellings: &[NOT_TOLD, VICTIM_TOLD],
        asked: &[NO_ADVICE, WEIGHED_WITH_SUPPORT],
    },
    Table {
        document: "voor-2019 2013-07-31",
        profession: "algemeen",
        date: date(2018, 6, 1),
        tellings: &[NOT_TOLD, VICTIM_TOLD],
        asked: &[NO_ADVICE, ADVICE],
    },
];

const NOT_TOLD: So = ("niet zelf verteld", &[("speelt", "geen-van-deze"), ("hoe-weet-u-het", "zelf-gezien")]);
const VICTIM_TOLD: So = ("slachtoffer vertelde het", &[("speelt", "vertelde-zelf")]);
const OWN_VIOLENCE_TOLD: So = (
    "wie geweld gebruikt vertelde het",
    &[("speelt", "eigen-geweld-verteld"), ("hoe-weet-u-het", "zelf-gezien")],
);
const NO_ADVICE: So = ("nog geen advies", &[]);
const WEIGHED_WITH_SUPPORT: So =
    ("nog geen advies, wel gewogen met instrument of GI", &[("gedaan", "weging-ondersteund")]);
const ADVICE: So = ("advies van Veilig Thuis", &[("gedaan", "advies-veilig-thuis")]);

/// Whom it is about, the answers that say it, and the talk that counts for them.
const PEOPLE: &[(&str, &[Said], &str)] = &[
    ("kind", &[("wie", "kind-tot-12")], "ouders-gesproken"),
    (
        "zorgafhankelijke",
        &[
            ("wie", "zorgafhankelijk"),
            ("gedaan", "mantelzorgcheck"),
            ("mantelzorgcheck-uitkomst", "duidelijk"),
        ],
        "betrokkene-gesproken",
    ),
    (
        "volwassene, niemand afhankelijk",
        &[("wie", "volwassene"), ("gedaan", "kindcheck"), ("kindcheck-uitkomst", "geen-kinderen")],
        "betrokkene-gesproken",
    ),
];

/// Why there was no talk; nothing when there was.
const TALKS: &[(&str, Option<Said>)] = &[
    ("gesprek gehad", None),
    ("nog niet gepraat", Some(("geen-gesprek", "nog-niet"))),
    ("praten is niet veilig", Some(("geen-gesprek", "niet-veilig"))),
];

/// Always so.
const KNOWN: &[Said] =
    &[("gevaar-nu", "nee"), ("waar", "thuis"), ("gedaan", "feiten"), ("gedaan", "collega")];
/// Who comes in after a report is asked nothing of all this.
const REPORTED: So = ("er is al gemeld, en nu verder", &[("gevaar-nu", "nee"), ("waar", "al-gemeld")]);

const HEAD: &str = "\
Elk blok is een situatie vóór het wegen. Altijd: geen gevaar nu, thuis, feiten opgeschreven, zelf gezien of gehoord (of
verteld door wie er staat), overlegd met een collega. Een volwassene beslist zelf. Bij een zorgafhankelijke zijn de
kindcheck en de mantelzorgcheck gedaan.
Situaties met precies dezelfde regels staan samen boven één blok.
Links staan de antwoorden; een streepje betekent: niet gevraagd, of nog niet aan de orde. Een vraag die in een blok
nooit wordt gesteld, staat er niet. Staan er meer antwoorden in een vak, dan komt er bij elk hetzelfde uit.
Rechts staat wat eruit komt. Bij `nog niet` geven MELDEN en HULP de richting aan en is er nog geen besluit.
WACHT OP zegt waardoor: een plicht, een twijfel, of het kader zelf. DAARNA is de vraag voor later.
MELDEN: ja, opnieuw, gedaan, nee, open. HULP: VT (samen met Veilig Thuis), zelf, geen, open.
";
const PARTS: [&str; 2] = ["DEEL 1. HET EERSTE ADVIES", "DEEL 2. LATER: IS ER GEMELD, WERKT DE HULP"];
const OUTCOME: [&str; 6] = ["UITKOMST", "MELDEN", "HULP", "WACHT OP", "RIJ", "DAARNA"];

/// Cells, line by line.
type Lines = Vec<Vec<String>>;
/// Situations, and the lines that hold in each of them.
type Block = (Lines, Lines);

#[test]
fn the_decision_table_of_every_weighing_document_is_what_was_read_and_agreed() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    thread::scope(|scope| {
        for table in TABLES {
            scope.spawn(|| {
                let proven = prove(&library, table.profession, table.date).unwrap();
                let expected = snapbox::Data::read_from(&file(table.document), None).raw();
                snapbox::assert_data_eq!(write(&proven, table), expected);
            });
        }
    });
}

#[test]
fn every_weighing_document_has_a_decision_table() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let documents = library.afwegingskaders.iter().map(|edition| {
        let name = edition.name.trim_start_matches("afwegingskader/");
        format!("{name} {}", edition.published)
    });
    let tables = TABLES.iter().map(|table| table.document.to_owned());
    assert_eq!(tables.clone().collect::<BTreeSet<_>>(), documents.collect::<BTreeSet<_>>());
    let files = fs::read_dir(file("").parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let expected = tables.map(|document| file(&document));
    assert_eq!(files.collect::<BTreeSet<_>>(), expected.collect::<BTreeSet<_>>());
}

fn file(document: &str) -> PathBuf {
    let name = format!("{}.txt", document.replace(' ', "-"));
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("golden").join(name)
}

fn write(proven: &Proven, table: &Table) -> String {
    let guide = proven.guide();
    let document = format!("afwegingskader/{}", table.document);
    assert!(guide.documents.iter().any(|linked| linked.to_string() == document), "{document} is not linked");
    let weighing = weighing(guide);
    let parts = blocks(proven, table, &weighing);
    for (_, row) in guide.rows.iter() {
        let mut lines = parts.iter().flatten().flat_map(|(_, lines)| lines);
        let reached = lines.any(|cells| cells.contains(&row.id.to_string()));
        assert!(reached, "{document}: no situation leads to the row {}", row.id);
    }
    let questions: Vec<String> =
        weighing.iter().map(|at| guide.questions.get(*at).id.as_str().to_uppercase()).collect();
    let (profession, date) = (table.profession, table.date);
    let mut text = format!("Beslistabel van {document}, voor {profession} op {date}. Volledig.\n\n{HEAD}");
    for (part, blocks) in PARTS.iter().zip(parts) {
        writeln!(text, "\n\n{part}").unwrap();
        for block in blocks {
            write_block(&mut text, &questions, block);
        }
    }
    text
}

fn write_block(text: &mut String, questions: &[String], (situations, lines): Block) {
    let heads: Vec<String> = questions.iter().cloned().chain(OUTCOME.map(str::to_owned)).collect();
    let lines = [vec![heads], merged(lines, questions.len())].concat();
    let is_asked = |column: &usize| lines.iter().skip(1).any(|cells| cells[*column] != "-");
    let columns = (0..questions.len()).filter(is_asked).chain(questions.len()..lines[0].len());
    let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap();
    let columns: Vec<(usize, usize)> = columns.map(|column| (column, width(column))).collect();
    let parts = situations[0].len();
    writeln!(text).unwrap();
    for situation in merged(situations, parts) {
        writeln!(text, "\n== {}", situation.join("; ").replace("; -", "")).unwrap();
    }
    writeln!(text).unwrap();
    for cells in lines {
        let padded: Vec<String> =
            columns.iter().map(|(column, width)| format!("{:<width$}", cells[*column])).collect();
        writeln!(text, "{}", padded.join("  ").trim_end()).unwrap();
    }
}

/// Lines that differ in one of the first cells only become one line, with all of those answers in that cell.
fn merged(lines: Lines, columns: usize) -> Lines {
    (0..columns).rev().fold(lines, |lines, column| {
        let mut all = Lines::new();
        for line in lines {
            let differs_only_there = |known: &&mut Vec<String>| {
                let same = |at: usize| known[at] == line[at];
                (0..line.len()).all(|at| same(at) != (at == column))
            };
            let is_answered = |known: &&mut Vec<String>| known[column] != "-" && line[column] != "-";
            match all.iter_mut().filter(is_answered).find(differs_only_there) {
                Some(known) => known[column] = format!("{} / {}", known[column], line[column]),
                None => all.push(line),
            }
        }
        all
    })
}

/// The blocks of the first advice, and those in which something was said about later.
fn blocks(proven: &Proven, table: &Table, weighing: &[Ref<Question>]) -> [Vec<Block>; 2] {
    let guide = proven.guide();
    let later: Vec<usize> = (0..weighing.len()).filter(|at| is_for_later(guide, weighing[*at])).collect();
    let mut parts = [Vec::new(), Vec::new()];
    for (title, said) in situations(table) {
        let lines = lines(proven, &answers(guide, &said), weighing);
        assert!(!lines.is_empty(), "something is not said before the weighing: {title:?}");
        let (first, second) = lines
            .into_iter()
            .partition(|cells: &Vec<String>| later.iter().all(|column| cells[*column] == "-"));
        for (blocks, lines) in parts.iter_mut().zip([first, second]) {
            match blocks.iter_mut().find(|(_, known): &&mut Block| *known == lines) {
                Some((titles, _)) => titles.push(title.clone()),
                None => blocks.push((vec![title.clone()], lines)),
            }
        }
    }
    parts
}

/// Everything that can be so before the weighing, and how each is called.
fn situations(table: &Table) -> Vec<(Vec<String>, Vec<Said>)> {
    let mut all = Vec::new();
    for (talk, no_talk) in TALKS {
        for (telling, told) in table.tellings {
            for (person, about, counts) in PEOPLE {
                for (asked, answered) in table.asked {
                    let talked = no_talk.unwrap_or(("gedaan", counts));
                    let title = [*talk, *telling, *person, *asked].map(str::to_owned).to_vec();
                    all.push((title, [KNOWN, told, about, answered, &[talked]].concat()));
                }
            }
        }
    }
    all.push(([REPORTED.0, "-", "-", "-"].map(str::to_owned).to_vec(), REPORTED.1.to_vec()));
    all
}

fn answers(guide: &Guide, said: &[Said]) -> Answers {
    let mut answers = Answers::none(guide);
    for (question, choice) in said {
        let at = guide.questions.find(question).unwrap();
        let about = guide.questions.get(at);
        let index = about.choices.iter().position(|known| known.id.as_str() == *choice).unwrap();
        let before = answers.get(at).into_iter().flat_map(Given::choices);
        let given =
            if about.kind == Kind::One { Given::One(index) } else { Given::many(before.chain([index])) };
        answers.set(at, given);
    }
    answers
}

fn weighing(guide: &Guide) -> Vec<Ref<Question>> {
    let questions =
        guide.questions.iter().filter(|(at, about)| *at >= guide.weighing && about.kind == Kind::One);
    questions.map(|(at, _)| at).collect()
}

fn is_for_later(guide: &Guide, at: Ref<Question>) -> bool {
    let leads = |to: &Target| matches!(to, Target::Later(question, _) if *question == at);
    guide.questions.iter().any(|(_, about)| {
        about.choices.iter().filter_map(|choice| choice.to.as_ref()).chain([&about.to]).any(leads)
    })
}

/// Leaves the first question open or gives each of its answers, and goes on with the rest.
fn lines(proven: &Proven, answers: &Answers, rest: &[Ref<Question>]) -> Lines {
    let Some((&question, rest)) = rest.split_first() else {
        return outcome(proven, answers).into_iter().collect();
    };
    let mut all = preceded("-", lines(proven, answers, rest));
    for (index, choice) in proven.guide().questions.get(question).choices.iter().enumerate() {
        let mut with = answers.clone();
        with.set(question, Given::One(index));
        // An answer that is not asked for here makes no line of its own.
        if evaluate(proven, &with).path.iter().any(|(at, _)| *at == question) {
            all.extend(preceded(choice.id.as_str(), lines(proven, &with, rest)));
        }
    }
    all
}

fn preceded(cell: &str, lines: Lines) -> Lines {
    lines.into_iter().map(|cells| [vec![cell.to_owned()], cells].concat()).collect()
}

/// What comes out, unless a question that matters is still open.
fn outcome(proven: &Proven, answers: &Answers) -> Option<Vec<String>> {
    let guide = proven.guide();
    let result = evaluate(proven, answers);
    let row = guide.rows.get(result.outlook().row()?);
    let report = match row.advice.report {
        Report::Yes => "ja",
        Report::Again => "opnieuw",
        Report::Made => "gedaan",
        Report::No => "nee",
        Report::Undecided => "open",
    };
    let help = match row.advice.help {
        Help::WithVeiligThuis => "VT",
        Help::Own => "zelf",
        Help::None => "geen",
        Help::Undecided => "open",
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
            ("nog niet", waits, None)
        }
        Outlook::Advise { next, .. } => ("advies", "-".to_owned(), *next),
        _ => return None,
    };
    let later = later.map_or("-".to_owned(), |next| guide.questions.get(next.question).id.to_string());
    Some(vec![outlook.to_owned(), report.to_owned(), help.to_owned(), waits, row.id.to_string(), later])
}
