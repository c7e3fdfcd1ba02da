//! `FORMAT.md` against the program: every key and every closed word stands there, and every example is true.
//!
//! Reads source text and documents. Knows which heading describes which shape, and nothing else about the format.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is what a test is for")]

mod manual;
mod shapes;

use std::collections::BTreeSet;
use std::path::Path;

use meldcode::model::problem::Code;

use manual::{Cells, HEAD, KEY_TABLE, PAGE, Page, WORD_TABLE, quoted};
use shapes::{Field, HERE, Program, file};

/// Which heading has the table of which shape of `src/content/raw.rs`.
const TABLES: [(&str, &str); 58] = [
    ("`vocabulary.toml`", "Vocabulary"),
    ("`[[question]]` in the vocabulary", "Term"),
    ("`[[finding]]` in the vocabulary", "FindingTerm"),
    ("`sources.toml`", "Sources"),
    ("`[[source]]`", "Source"),
    ("`contacts.toml`", "Contacts"),
    ("`[[contact]]`", "Contact"),
    ("`properties.toml`", "Properties"),
    ("`[[property]]`", "Property"),
    ("The words of a property", "Words"),
    ("`editions.toml`", "Editions"),
    ("`[[ended]]`", "Ended"),
    ("`reviews.toml`", "Reviews"),
    ("`[[review]]`", "Review"),
    ("`news.toml`", "News"),
    ("`[[news]]`", "NewsItem"),
    ("`LOCK.toml`", "Lock"),
    ("`[[document]]`", "Locked"),
    ("`[[proved_with]]`", "ProvedWith"),
    ("`translations/en/`", "Translations"),
    ("`[[text]]`", "Pair"),
    ("A document of the law", "Law"),
    ("`[differs]`", "Differs"),
    ("A point", "Point"),
    ("`[[provision]]`", "Provision"),
    ("A document of steps", "Steps"),
    ("`[[slot]]`", "SlotAt"),
    ("A flow", "Flow"),
    ("A theme", "Theme"),
    ("`[expert]`", "Said"),
    ("`[[red_flag]]`", "RedFlag"),
    ("`[[notice]]` of a theme", "StepNotice"),
    ("A list of signals", "Signals"),
    ("`[[rule]]` and `[[against]]`", "Remark"),
    ("`[[signal]]`", "Signal"),
    ("A weighing document", "Afwegingskader"),
    ("`[[conclusion]]`", "Conclusion"),
    ("`[[row]]`", "Row"),
    ("A document of doors", "Doors"),
    ("`[[door]]`", "Door"),
    ("A document of practice", "Practice"),
    ("A measure", "Measure"),
    ("`[[establishes]]`", "Established"),
    ("`[[notice]]` of a measure", "MeasureNotice"),
    ("A profession", "Profession"),
    ("`[[row]]` of a profession", "ProfessionRow"),
    ("`[[trigger]]`", "Trigger"),
    ("`[refuses]`", "Refuses"),
    ("`cite`", "Cite"),
    ("`[[question]]`", "Question"),
    ("`[[question.choice]]`", "Choice"),
    ("`pending` and `doubt`", "Pending"),
    ("A text with a guard", "Variant"),
    ("`later`", "Later"),
    ("`[[occasion]]`", "Occasion"),
    ("`[[duty]]`", "Duty"),
    ("`[[action]]`", "Action"),
    ("`[[notice]]`", "Notice"),
];

/// Which heading lists the words of which closed list.
const WORDS: [(&str, &str); 29] = [
    ("`kind` of a ground", "Kind"),
    ("`confidence`", "Confidence"),
    ("`read`", "HowRead"),
    ("`kind` of a question", "QuestionKind"),
    ("`to`", "Target"),
    ("`emergency`", "Danger"),
    ("`raises`", "Urgency"),
    ("`before`", "Before"),
    ("`level`", "Level"),
    ("`when` of an action", "When"),
    ("`who`", "Who"),
    ("`meets`", "Meets"),
    ("`place`", "Place"),
    ("`with`", "With"),
    ("`report`", "Report"),
    ("`help`", "Help"),
    ("`outlook`", "OutlookWord"),
    ("`slot`", "Slot"),
    ("`form`", "Form"),
    ("`own_framework`", "OwnFramework"),
    ("`sector`", "Sector"),
    ("`check`", "Check"),
    ("`afwegingskader`, `kindcheck`, `verwijsindex`", "Presence"),
    ("`decisions`", "Decisions"),
    ("`advice`", "AdviceRule"),
    ("`talk`", "TalkWith"),
    ("`finally_responsible`", "Responsible"),
    ("`letselduiding`", "Named"),
    ("`status`", "Status"),
];

/// The heading of answer files: they are read key by key, and have no shape in `raw.rs`.
const ANSWERS: &str = "Answer files and exercises";
/// The headings of what stands deeper in an exercise, each with the list of its keys in `src/exercise/written.rs`.
const TRAINING: [(&str, &str); 3] =
    [("`[[acceptable]]` and `[[never]]`", "OTHER"), ("`[[feedback]]`", "FEEDBACK"), ("`[[phase]]`", "PHASE")];
/// The heading that lists what is read.
const FILES: &str = "Files and folders";

// ---------------------------------------------------------------- the program

fn the_program() -> Program {
    with_points(Program::new())
}

fn planted(old: &str, new: &str) -> Program {
    with_points(Program::planted(old, new))
}

/// The program with what `src/model/law.rs` writes in another way written out: `Point`, a shape around one of several
/// closed lists, and these lists, which stand in a macro.
fn with_points(mut program: Program) -> Program {
    const MACRO: &str = "\nwords! {\n";
    let law = file("src/model/law.rs");
    let code: String = law
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |code, line| code + line + "\n");
    let point = code.split_once("pub struct Point<T> {").and_then(|(_, rest)| rest.split_once("\n}"));
    let (Some((point, _)), Some((_, lists))) = (point, code.split_once(MACRO)) else {
        panic!("src/model/law.rs has no `Point` or no `words!` any more: mend how {HERE} reads them");
    };
    program.raw.push_str(&format!("pub struct Point {{{}\n}}\n", point.replace(": T,", ": String,")));
    for (list, words) in lists.split('}').filter_map(|list| list.split_once('{')) {
        let list = list.trim();
        program
            .raw
            .push_str(&format!("#[serde(rename_all = \"kebab-case\")]\npub enum {list} {{{words}}}\n"));
    }
    let own = |line: &&str| !line.starts_with("use crate::model::law::");
    program.raw = program.raw.lines().filter(own).fold(String::new(), |raw, line| raw + line + "\n");
    program
}

// ---------------------------------------------------------------- what differs

/// Everything in which the tables of keys differ from the shapes.
fn about_keys(page: &Page, program: &Program) -> Vec<String> {
    let shapes = program.shapes();
    let mut wrong = Vec::new();
    for (shape, fields) in &shapes {
        let Some((heading, _)) = TABLES.iter().find(|(_, described)| described == shape) else {
            let keys: Vec<String> = fields.iter().map(|field| format!("`{}`", field.key)).collect();
            wrong.push(format!(
                "the shape `{shape}` is not described: write a section in {PAGE} with a table of its keys \
                 ({}), and add its heading with `{shape}` to `TABLES` in {HERE}",
                keys.join(", ")
            ));
            continue;
        };
        let Some(keys) = page.keys(heading) else {
            wrong.push(format!("{PAGE} has no table of keys under the heading {heading}, for `{shape}`"));
            continue;
        };
        for field in fields {
            let Field { key, required, .. } = field;
            match keys.iter().find(|(documented, _)| documented == key) {
                None => {
                    let wanted = if *required { "required" } else { "optional, or `default: …`" };
                    wrong.push(format!("{PAGE}, {heading}: add a row for the key `{key}` ({wanted})"));
                }
                Some((_, says)) if (says == "required") != *required => {
                    let wanted =
                        if *required { "required" } else { "not required: say `optional` or `default: …`" };
                    wrong.push(format!("{PAGE}, {heading}: `{key}` says `{says}`, and is {wanted}"));
                }
                Some((_, says)) => {
                    let known =
                        ["required", "optional"].contains(&says.as_str()) || says.starts_with("default: ");
                    if !known {
                        wrong.push(format!("{PAGE}, {heading}: `{key}` says `{says}`"));
                    }
                }
            }
        }
        let gone = keys.iter().filter(|(key, _)| !fields.iter().any(|field| field.key == *key));
        wrong.extend(
            gone.map(|(key, _)| format!("{PAGE}, {heading}: `{key}` is no key of it: take the row out")),
        );
        for (at, (key, _)) in keys.iter().enumerate() {
            if keys.iter().take(at).any(|(earlier, _)| earlier == key) {
                wrong.push(format!("{PAGE}, {heading}: `{key}` stands there twice"));
            }
        }
    }
    for (heading, shape) in TABLES.iter().filter(|(_, shape)| !shapes.contains_key(*shape)) {
        wrong.push(format!("`{shape}` is no shape any more: take {heading} out of {PAGE} and of {HERE}"));
    }
    let known = |heading: &str| TABLES.iter().any(|(known, _)| *known == heading);
    for (heading, sort, _) in &page.tables {
        let by_hand = TRAINING.iter().map(|(heading, _)| *heading).chain([HEAD, ANSWERS]);
        if sort == KEY_TABLE && !known(heading) && !by_hand.into_iter().any(|other| other == heading) {
            wrong.push(format!("{PAGE}, {heading}: a table of keys that {HERE} does not know: see `TABLES`"));
        }
    }
    wrong
}

/// Everything in which the lists of words differ from the closed lists.
fn about_words(page: &Page, program: &Program) -> Vec<String> {
    let closed = program.closed(&program.shapes());
    let mut wrong = Vec::new();
    for (list, words) in &closed {
        let Some((heading, _)) = WORDS.iter().find(|(_, described)| described == list) else {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            wrong.push(format!(
                "the closed list `{list}` is not described: write a section under \"Closed words\" of {PAGE} \
                 with its words ({}), and add its heading with `{list}` to `WORDS` in {HERE}",
                words.join(", ")
            ));
            continue;
        };
        let Some(rows) = page.rows(heading, WORD_TABLE) else {
            wrong.push(format!("{PAGE} has no table of words under the heading {heading}, for `{list}`"));
            continue;
        };
        let listed: Vec<&str> =
            rows.iter().filter_map(|row| row.first()).map(|cell| cell.trim_matches('`')).collect();
        let missing = words.iter().filter(|word| !listed.contains(&word.as_str()));
        wrong.extend(missing.map(|word| format!("{PAGE}, {heading}: add a row for the word `{word}`")));
        let gone = listed.iter().filter(|word| !words.contains(**word));
        wrong.extend(gone.map(|word| format!("{PAGE}, {heading}: `{word}` is no word of it: take it out")));
    }
    for (heading, list) in WORDS.iter().filter(|(_, list)| !closed.contains_key(*list)) {
        wrong.push(format!(
            "`{list}` stands in no document any more: take {heading} out of {PAGE} and {HERE}"
        ));
    }
    let known = |heading: &str| WORDS.iter().any(|(known, _)| *known == heading);
    for (heading, sort, _) in &page.tables {
        if sort == WORD_TABLE && !known(heading) {
            wrong.push(format!("{PAGE}, {heading}: a table of words that {HERE} does not know: see `WORDS`"));
        }
    }
    wrong
}

/// The examples that are no TOML, and the lines that do not stand in the document of which they are an excerpt.
fn about_examples(page: &Page) -> Vec<String> {
    let mut wrong = Vec::new();
    for example in &page.examples {
        if let Err(why) = example.parse::<toml::Table>() {
            wrong.push(format!("this example is not TOML: {}\n{example}", why.message()));
        }
        let first = example.lines().next().unwrap_or_default();
        let Some(path) = first.strip_prefix("# ") else { continue };
        if !Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode").join(path).is_file() {
            wrong.push(format!("there is no document `{path}` to take an example from"));
            continue;
        }
        let document = file(&format!("meldcode/{path}"));
        let mut lines = document.lines();
        for line in example.lines().skip(1).filter(|line| !line.is_empty()) {
            if !lines.any(|original| original == line) {
                wrong.push(format!("this line does not stand in {path}, or not in this order: {line}"));
                break;
            }
        }
    }
    wrong
}

fn page() -> Page {
    Page::read(&file(PAGE))
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

// ---------------------------------------------------------------- the page is true

#[test]
fn every_key_stands_in_the_table_of_its_section_as_required_or_not() {
    none(&about_keys(&page(), &the_program()));
}

#[test]
fn every_closed_word_is_listed_and_no_other() {
    none(&about_words(&page(), &the_program()));
}

#[test]
fn every_example_is_toml_and_stands_in_the_document_that_it_names() {
    let page = page();
    let excerpts = page.examples.iter().filter(|example| example.starts_with("# ")).count();
    assert!(excerpts >= 20, "{excerpts} excerpts were found");
    none(&about_examples(&page));
}

#[test]
fn every_rule_names_a_code_that_exists_and_every_code_is_named() {
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    let page = page();
    let mut wrong = Vec::new();
    for (heading, _, rows) in page.tables.iter().filter(|(_, sort, _)| sort == KEY_TABLE) {
        for row in rows {
            let [key, _, _, rule] = row.as_slice() else {
                wrong.push(format!("{PAGE}, {heading}: a row of four cells has {}", row.len()));
                continue;
            };
            let unknown = quoted(rule).into_iter().filter(|code| !known.contains(code));
            wrong.extend(unknown.map(|code| format!("{PAGE}, {heading}, {key}: `{code}` is not a code")));
        }
    }
    let text = file(PAGE);
    let named: BTreeSet<&str> = text.lines().flat_map(quoted).collect();
    wrong.extend(known.difference(&named).map(|code| format!("{PAGE}: no rule names the code `{code}`")));
    none(&wrong);
}

#[test]
fn every_file_and_folder_that_is_read_is_listed() {
    let after = |text: &str, opening: &str| -> Vec<String> {
        text.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let (library, reading) = (file("src/content/library.rs"), file("src/content/reading.rs"));
    let overlay = file("src/content/overlay.rs");
    let must = [after(&library, "reading.required(\""), after(&library, "reading.folder(\"")].concat();
    let must = [must, after(&reading, "self.must_have(\"")].concat();
    let may = [after(&library, "reading.file(\""), after(&library, "reading.optional(\"")].concat();
    let may = [may, after(&reading, ">(\""), after(&overlay, "FOLDER: &str = \"")].concat();
    let may = may.into_iter().filter(|name| !must.contains(name)).map(|name| (name, false));
    let read: BTreeSet<_> = may.chain(must.iter().map(|name| (name.clone(), true))).collect();
    assert!(read.len() >= 19, "mend how {HERE} reads the sources of what is read: {read:?}");
    let page = page();
    let (.., rows) = page.tables.iter().find(|(heading, ..)| heading == FILES).unwrap();
    let listed: BTreeSet<(String, bool)> = rows.iter().map(first_two).collect();
    let missing = read.difference(&listed).map(|(name, must)| {
        format!(
            "{PAGE}, {FILES}: add `{name}`, which {}",
            if *must { "must be there" } else { "need not be there" }
        )
    });
    let gone = listed.difference(&read).map(|(name, _)| format!("{PAGE}, {FILES}: `{name}` is not read so"));
    none(&missing.chain(gone).collect::<Vec<_>>());
}

fn first_two(row: &Cells) -> (String, bool) {
    let [name, must, ..] = row.as_slice() else { panic!("{PAGE}, {FILES}: a row has too few cells") };
    (name.trim_matches('`').to_owned(), must != "no")
}

#[test]
fn every_key_of_an_answer_file_is_listed_and_no_other() {
    let text = file("src/case/answer_file.rs");
    let keys = text.split_once("const KEYS: [&str;").and_then(|(_, rest)| rest.split_once("] = ["));
    let keys = keys.and_then(|(_, rest)| rest.split_once("];")).unwrap_or_else(|| {
        panic!("src/case/answer_file.rs has no list `KEYS` any more: mend how {HERE} reads it")
    });
    let read: BTreeSet<String> = keys.0.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    let listed: BTreeSet<String> = page().keys(ANSWERS).unwrap().into_iter().map(|(key, _)| key).collect();
    let missing = read.difference(&listed).map(|key| format!("{PAGE}, {ANSWERS}: add a row for `{key}`"));
    let gone = listed.difference(&read).map(|key| format!("{PAGE}, {ANSWERS}: `{key}` is not read"));
    none(&missing.chain(gone).collect::<Vec<_>>());
}

#[test]
fn every_key_of_what_stands_deeper_in_an_exercise_is_listed_and_no_other() {
    let text = file("src/exercise/written.rs");
    let page = page();
    let mut wrong = Vec::new();
    for (heading, list) in TRAINING {
        let keys =
            text.split_once(&format!("pub const {list}: [&str;")).and_then(|(_, rest)| rest.split_once(']'));
        let keys = keys.and_then(|(_, rest)| rest.split_once(']')).unwrap_or_else(|| {
            panic!("src/exercise/written.rs has no list `{list}` any more: mend how {HERE} reads it")
        });
        let read: BTreeSet<&str> = keys.0.split('"').skip(1).step_by(2).collect();
        let listed = page.keys(heading).unwrap();
        let listed: BTreeSet<&str> = listed.iter().map(|(key, _)| key.as_str()).collect();
        assert!(!read.is_empty(), "{list}");
        wrong.extend(read.difference(&listed).map(|key| format!("{PAGE}, {heading}: add a row for `{key}`")));
        wrong.extend(listed.difference(&read).map(|key| format!("{PAGE}, {heading}: `{key}` is not read")));
    }
    none(&wrong);
}

// ---------------------------------------------------------------- a page that is not true is told

/// What is said besides when the program changes in one place.
fn told(what: fn(&Page, &Program) -> Vec<String>, program: &Program) -> Vec<String> {
    let (page, before) = (page(), what(&page(), &the_program()));
    what(&page, program).into_iter().filter(|one| !before.contains(one)).collect()
}

/// What is said about keys when the program changes in one place.
fn told_of_keys(old: &str, new: &str) -> String {
    told(about_keys, &planted(old, new)).join("\n")
}

#[test]
fn a_new_key_is_told_with_the_row_to_add() {
    let wanted = "meldcode/FORMAT.md, `[[ended]]`: add a row for the key `why` (required)";
    assert_eq!(told_of_keys("Ended { ", "Ended { why: String, "), wanted);
    let wanted = "meldcode/FORMAT.md, `[[ended]]`: add a row for the key `why` (optional, or `default: …`)";
    assert_eq!(told_of_keys("Ended { ", "Ended { #[serde(default)] why: NameList, "), wanted);
}

#[test]
fn a_new_shape_is_told_with_its_keys_and_where_they_go() {
    let invented = "Invented { schema: u32, #[serde(default)] common: Option<Said>, }\n    Ended { ";
    let wanted = "the shape `Invented` is not described: write a section in meldcode/FORMAT.md with a table of its \
                  keys (`schema`, `common`), and add its heading with `Invented` to `TABLES` in tests/format.rs";
    assert_eq!(told_of_keys("Ended { ", invented), wanted);
}

#[test]
fn a_key_that_is_gone_and_one_that_may_now_be_left_out_are_told() {
    let wanted = "meldcode/FORMAT.md, `later`: `occasion` is no key of it: take the row out";
    assert_eq!(
        told_of_keys("Later { question: Name, occasion: Name, }", "Later { question: Name, }"),
        wanted
    );
    let wanted = "meldcode/FORMAT.md, `later`: `occasion` says `required`, and is not required: say `optional` or \
                  `default: …`";
    assert_eq!(told_of_keys("occasion: Name, }", "occasion: Option<Name>, }"), wanted);
}

#[test]
fn a_key_is_told_as_it_is_written_in_documents() {
    let wanted = "meldcode/FORMAT.md, A list of signals: add a row for the key `about` (required)\n\
                  meldcode/FORMAT.md, A list of signals: `for` is no key of it: take the row out";
    assert_eq!(told_of_keys("rename = \"for\"", "rename = \"about\""), wanted);
}

#[test]
fn a_new_word_and_a_new_closed_list_are_told() {
    let program = planted("pub enum Target {", "pub enum Target {\n    Stop,");
    let wanted = "meldcode/FORMAT.md, `to`: add a row for the word `stop`";
    assert_eq!(told(about_words, &program), [wanted]);

    let mut program = planted("Ended { ", "Ended { reason: Spanned<Reason>, ");
    program.raw.push_str("#[serde(rename_all = \"kebab-case\")]\npub enum Reason { Withdrawn, TakenOver }\n");
    let wanted = "the closed list `Reason` is not described: write a section under \"Closed words\" of \
                  meldcode/FORMAT.md with its words (`taken-over`, `withdrawn`), and add its heading with `Reason` \
                  to `WORDS` in tests/format.rs";
    assert_eq!(told(about_words, &program), [wanted]);
}

#[test]
fn an_example_that_was_changed_is_told() {
    let text = "## A\n\n```toml\n# editions.toml\nschema = 2\n```\n\n```toml\nschema = \n```\n";
    let wrong = about_examples(&Page::read(text));
    assert_eq!(wrong.len(), 2, "{wrong:?}");
    let wanted = "this line does not stand in editions.toml, or not in this order: schema = 2";
    assert_eq!(wrong.first().map(String::as_str), Some(wanted));
    assert!(wrong.iter().any(|one| one.starts_with("this example is not TOML: ")), "{wrong:?}");
}
