//! A class beside the keys of its exercises: who came out how, where they turned off, and every shape it can be told in.
//!
//! Runs the shipped command over what thirty participants handed in, and reads every shape back.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]

mod program;
#[expect(dead_code, reason = "these tests lay out a whole class")]
mod trainer;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use program::{Ran, run};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use trainer::WHOLE;
use unicode_width::UnicodeWidthStr;

/// The exercise of these tests; it has two phases.
const EXERCISE: &str = "na-het-gesprek";
/// One that is built in.
const BABY: &str = "baby-met-letsel-en-structureel";

/// A room of a test's own: a shelf with one exercise, and what a class hands in.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("graded").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(folder.join("sets")).unwrap();
        fs::create_dir_all(folder.join("shelf")).unwrap();
        fs::write(folder.join("shelf").join(format!("{EXERCISE}.toml")), WHOLE).unwrap();
        Self(folder)
    }

    fn hand_in(&self, file: &str, text: &str) {
        let path = self.0.join("sets").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn grade(&self, more: &[&str]) -> Ran {
        let (sets, shelf) = (self.path("sets"), self.path("shelf"));
        run(&[&["exercise", "grade", "--answers", &sets, "--exercises", &shelf], more].concat(), b"")
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.grade(&["--format", "json"]).out).unwrap()
    }
}

/// What the model of the exercise answers.
fn model(phase: usize) -> Value {
    let mut answers = json!({
        "gevaar-nu": "nee", "waar": "thuis", "wie": "kind-tot-12", "speelt": ["geen-van-deze"],
        "hoe-weet-u-het": ["zelf-gezien"], "gedaan": ["feiten", "collega"], "geen-gesprek": "nog-niet",
        "vermoeden": "ja", "onveiligheid": "structureel",
    });
    if phase == 2 {
        answers["gedaan"] = json!(["feiten", "collega", "ouders-gesproken"]);
        answers.as_object_mut().unwrap().remove("geen-gesprek");
    }
    answers
}

fn set(exercise: &str, participant: &str, phase: usize, answers: &Value) -> String {
    json!({
        "schema": 1, "exercise": exercise, "participant": participant, "phase": phase, "answers": answers,
    })
    .to_string()
}

/// The model's answers with one otherwise.
fn but(phase: usize, question: &str, answer: Value) -> Value {
    let mut answers = model(phase);
    answers[question] = answer;
    answers
}

/// What the thirty answer, each by their number: every fifth doubts whether there is a suspicion, every seventh had already spoken with the
/// parents, every eleventh estimates that it is safe in the second phase.
fn answers(number: usize, phase: usize) -> Value {
    match (phase, number) {
        (1, number) if number % 5 == 0 => but(1, "vermoeden", json!("twijfel")),
        (1, number) if number % 7 == 0 => model(2),
        (2, number) if number % 11 == 0 => {
            let mut answers = but(2, "onveiligheid", json!("geen"));
            answers["hulp"] = json!("ja");
            answers["aanvaarden"] = json!("ja");
            answers
        }
        _ => model(phase),
    }
}

fn verdict(number: usize, phase: usize) -> &'static str {
    match (phase, number) {
        (1, number) if number % 5 == 0 => "different",
        (1, number) if number % 7 == 0 => "acceptable",
        (2, number) if number % 11 == 0 => "never",
        _ => "as-the-key",
    }
}

fn name(number: usize) -> String {
    format!("boom-{number:02}")
}

/// Thirty participants in both phases, each in a file of their own, and ten of them with an exercise that is built in.
static CLASS: LazyLock<Room> = LazyLock::new(|| {
    let room = Room::new("thirty");
    for number in 1..=30 {
        let name = name(number);
        let mut lines: Vec<String> =
            [1, 2].iter().map(|phase| set(EXERCISE, &name, *phase, &answers(number, *phase))).collect();
        if number <= 10 {
            let mut baby = model(1);
            baby["speelt"] = json!(["letsel-onverklaard"]);
            baby["kruipt"] = json!(if number <= 4 { "ja" } else { "nee" });
            lines.push(set(BABY, &name, 1, &baby));
        }
        room.hand_in(&format!("{name}.jsonl"), &lines.join("\n"));
    }
    room
});

fn select<'h>(html: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn everybody_gets_the_verdict_of_their_answers_in_json_lines_and_rows() {
    let ran = CLASS.grade(&["--format", "jsonl"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 70);
    let mut rows = CLASS.grade(&["--format", "csv"]).out;
    rows = rows.replace("\r\n", "\n");
    assert_eq!(rows.lines().count(), 71);
    for phase in [1, 2] {
        for number in 1..=30 {
            let mine = |line: &&Value| {
                line["exercise"] == EXERCISE && line["phase"] == phase && line["participant"] == name(number)
            };
            let line = lines.iter().find(mine).unwrap();
            assert_eq!(line["verdict"], verdict(number, phase), "{line}");
            let row = format!("{EXERCISE},{phase},{},{},", name(number), verdict(number, phase));
            assert_eq!(rows.lines().filter(|line| line.starts_with(&row)).count(), 1, "{row}");
            let right = ["as-the-key", "acceptable"].contains(&verdict(number, phase));
            assert_eq!(line["first_wrong_turn"].is_null(), right, "{line}");
        }
    }
}

#[test]
fn the_whole_class_counts_as_its_parts_do_and_says_what_divides_most() {
    let class = CLASS.json();
    assert_eq!(class["participants"].as_array().unwrap().len(), 30);
    let situations = class["situations"].as_array().unwrap();
    let names: Vec<(&str, u64)> = situations
        .iter()
        .map(|one| (one["exercise"].as_str().unwrap(), one["phase"].as_u64().unwrap()))
        .collect();
    assert_eq!(names, [(EXERCISE, 1), (EXERCISE, 2), (BABY, 1)]);
    let first = &situations[0];
    assert_eq!(first["verdicts"], json!({ "as-the-key": 20, "acceptable": 4, "different": 6, "never": 0 }));
    // Six of thirty say otherwise: 435 pairs, of which 15 and 276 say the same.
    let vermoeden =
        first["questions"].as_array().unwrap().iter().find(|one| one["id"] == "vermoeden").unwrap();
    assert_eq!(vermoeden["agreement"], json!({ "same": 291, "pairs": 435, "percentage": 67 }));
    assert_eq!(first["divides_most"], "vermoeden");
    assert_eq!(first["first_wrong_turns"][0]["participants"].as_array().unwrap().len(), 6);
    assert_eq!(situations[1]["verdicts"]["never"], 2);
    let feedback = &situations[1]["first_wrong_turns"][0];
    assert_eq!((&feedback["question"], &feedback["given"]), (&json!("onveiligheid"), &json!(["geen"])));
    let all: u64 =
        class["confusion"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(all, 70);
    assert!(class["alpha"]["advice"].is_f64(), "{}", class["alpha"]);
}

#[test]
fn one_situation_has_agreement_and_no_alpha_over_situations() {
    let room = Room::new("one-situation");
    for (name, answer) in [("a", "ja"), ("b", "nee"), ("c", "ja")] {
        room.hand_in(&format!("{name}.json"), &set(EXERCISE, name, 1, &but(1, "vermoeden", json!(answer))));
    }
    let class = room.json();
    assert_eq!(class["alpha"], json!({ "advice": null, "questions": [] }));
    assert_eq!(class["situations"][0]["agreement"], json!({ "same": 1, "pairs": 3, "percentage": 33 }));
    let ran = room.grade(&[]);
    assert!(ran.out.contains("minstens twee situaties"), "{}", ran.out);
}

#[test]
fn exit_is_0_when_all_is_right_1_when_someone_differs_and_4_when_something_cannot_be_read() {
    let room = Room::new("exits");
    room.hand_in("a.json", &set(EXERCISE, "a", 1, &model(1)));
    room.hand_in("b.json", &set(EXERCISE, "b", 1, &model(2)));
    assert_eq!(room.grade(&[]).code, 0);
    room.hand_in("c.json", &set(EXERCISE, "c", 1, &but(1, "gevaar-nu", json!("nu"))));
    assert_eq!(room.grade(&[]).code, 1);
    room.hand_in("d.toml", "schema = 1\nexercise = \"na-het-gesprek\"\n[answers]\nwaar = \"thuiss\"\n");
    room.hand_in("e.json", "{");
    let ran = room.grade(&["--format", "jsonl"]);
    assert_eq!((ran.code, ran.out.lines().count()), (4, 3), "{}", ran.err);
    for told in ["d.toml:4:8", "bedoelde u `thuis`?", "e.json:1:", "2 van 5"] {
        assert!(ran.err.contains(told), "{told} is not in:\n{}", ran.err);
    }
    let empty = Room::new("empty");
    let ran = empty.grade(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""), "{}", ran.err);
}

#[test]
fn a_set_names_its_exercise_or_the_flag_does_and_an_unknown_name_is_told_with_the_nearest() {
    let room = Room::new("names");
    let nameless = json!({ "schema": 1, "answers": model(1) }).to_string();
    room.hand_in("linde.json", &nameless);
    let ran = room.grade(&[]);
    assert!(ran.code == 4 && ran.err.contains("--exercise"), "{}", ran.err);
    let file = room.path(&format!("shelf/{EXERCISE}.toml"));
    for by in [EXERCISE, file.as_str()] {
        let ran = room.grade(&["--exercise", by, "--format", "jsonl"]);
        let line: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &line["participant"]), (0, &json!("linde")), "{}", ran.err);
    }
    room.hand_in("es.toml", "schema = 1\nexercise = \"na-het-gesprk\"\n[answers]\n");
    let ran = room.grade(&["--exercise", EXERCISE]);
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("es.toml:2:12") && ran.err.contains(EXERCISE), "{}", ran.err);
    let ran = room.grade(&["--exercise", "na-het-gesprk"]);
    assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(EXERCISE), "{}", ran.err);
}

#[test]
fn one_exercise_can_be_asked_for_among_others() {
    let ran = CLASS.grade(&["--exercise", BABY, "--format", "jsonl"]);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 10), "{}", ran.err);
    assert!(ran.out.lines().all(|line| line.contains(BABY)));
    let all = CLASS.grade(&["--format", "jsonl"]).out.lines().count();
    let others = format!("opmerking: {} antwoordsets horen bij een andere oefening", all - 10);
    assert!(ran.err.starts_with(&others), "{}", ran.err);
    let room = Room::new("others");
    room.hand_in("es.json", &set(EXERCISE, "es", 1, &model(1)));
    let ran = room.grade(&["--exercise", "een-codewoord"]);
    let only = "opmerking: 1 antwoordset hoort bij een andere oefening, en is niet nagekeken\n";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (4, "", only));
}

#[test]
fn whoever_hands_in_the_same_twice_is_told_with_both_places_and_the_first_counts() {
    let room = Room::new("twice");
    room.hand_in("a.json", &set(EXERCISE, "es", 1, &model(1)));
    let more =
        [set(EXERCISE, "es", 2, &model(2)), set(EXERCISE, "es", 1, &but(1, "vermoeden", json!("nee")))];
    room.hand_in("b.jsonl", &more.join("\n"));
    let ran = room.grade(&["--format", "jsonl"]);
    assert_eq!((ran.code, ran.out.lines().count()), (4, 2), "{}", ran.err);
    assert!(ran.err.contains("b.jsonl:2:") && ran.err.contains("a.json"), "{}", ran.err);
    assert!(ran.out.lines().all(|line| line.contains("\"as-the-key\"")), "{}", ran.out);
}

#[test]
fn a_phase_that_is_not_there_is_told() {
    let room = Room::new("phases");
    room.hand_in("a.json", &set(EXERCISE, "es", 3, &model(1)));
    let ran = room.grade(&[]);
    assert!(ran.code == 4 && ran.err.contains("fase 3") && ran.err.contains("2 fasen"), "{}", ran.err);
}

#[test]
fn an_exercise_that_contradicts_itself_judges_nobody() {
    let room = Room::new("unsound");
    let path = room.path(&format!("shelf/{EXERCISE}.toml"));
    fs::write(path, WHOLE.replacen("outlook = \"not-yet\"", "outlook = \"leave\"", 1)).unwrap();
    room.hand_in("a.json", &set(EXERCISE, "es", 1, &model(1)));
    let ran = room.grade(&[]);
    assert_eq!((ran.code, ran.out.as_str()), (4, ""));
    assert!(ran.err.contains("fase 1") && ran.err.contains("exercise lint"), "{}", ran.err);
}

#[test]
fn somebody_of_another_profession_is_judged_by_their_own_norm() {
    let room = Room::new("professions");
    let mut other: Value = serde_json::from_str(&set(EXERCISE, "es", 1, &model(1))).unwrap();
    other["profession"] = json!("huisarts");
    room.hand_in("a.json", &other.to_string());
    let ran = room.grade(&["--format", "jsonl"]);
    assert!([0, 1].contains(&ran.code), "{}", ran.err);
    other["profession"] = json!("huisart");
    room.hand_in("a.json", &other.to_string());
    let ran = room.grade(&[]);
    assert!(ran.code == 4 && ran.err.contains("bedoelde u `huisarts`?"), "{}", ran.err);
    assert!(ran.err.contains("a.json:1:"), "{}", ran.err);
}

#[test]
fn the_text_fits_80_columns_in_both_languages_and_names_stand_in_their_own_order() {
    let room = Room::new("wide");
    let exercises = [
        "een-codewoord",
        "clienten-onder-elkaar",
        "acuut-in-de-weging",
        "druk-om-af-te-sluiten",
        "een-instantie-vraagt",
        "eer-na-advies",
        "eer-en-hulp-die-kan",
        "een-klacht-tegen-u",
    ];
    let names = ["zilverspar-met-een-heel-erg-lange-naam", "漢字漢字漢字漢字漢字漢字", "appel"];
    for (number, exercise) in exercises.iter().enumerate() {
        for name in names {
            room.hand_in(&format!("{number}/{name}.json"), &set(exercise, name, 1, &model(1)));
        }
    }
    for lang in ["nl", "en"] {
        let ran = room.grade(&["--lang", lang]);
        assert_eq!((ran.code, ran.err.as_str()), (1, ""));
        let wide: Vec<&str> = ran.out.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "{wide:#?}");
        let table: Vec<&str> = ran.out.lines().filter(|line| line.starts_with(['z', '漢', 'a'])).collect();
        assert!(table[0].starts_with("appel") && table[1].starts_with("zilver"), "{table:#?}");
        let said = if lang == "nl" { "niet over een echte situatie" } else { "not about a real situation" };
        assert!(ran.out.split_whitespace().collect::<Vec<_>>().join(" ").contains(said), "{}", ran.out);
    }
}

#[test]
fn a_wrong_turn_is_told_with_the_words_of_the_trainer_and_the_norm() {
    let out = CLASS.grade(&[]).out;
    let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("6 keer: vermoeden = twijfel (uitwerking: ja) Norm: "), "{out}");
    let html = CLASS.grade(&["--format", "html"]).out;
    let page = Html::parse_document(&html);
    let turns: Vec<String> = select(&page, ".turn").into_iter().map(words).collect();
    let feedback = turns.iter().find(|turn| turn.contains("boom-11")).unwrap();
    assert!(
        feedback.contains("2 keer") && feedback.contains("boom-22") && feedback.contains("Norm:"),
        "{feedback}"
    );
}

#[test]
fn the_page_is_whole_needs_nothing_and_says_everything_without_its_pictures() {
    for lang in ["nl", "en"] {
        let text = CLASS.grade(&["--format", "html", "--lang", lang]).out;
        let page = Html::parse_document(&text);
        assert!(page.errors.is_empty(), "{:?}", page.errors);
        assert_eq!(select(&page, "html")[0].attr("lang"), Some(lang));
        assert_eq!(select(&page, "h1").len(), 1);
        assert!(select(&page, "script, link, img, iframe, object, [src], [href], [onclick]").is_empty());
        for outside in ["http:", "https:", "url(", "@import"] {
            assert!(!text.contains(outside), "{outside}");
        }
        // Each picture has its numbers in words, or stands beside them.
        let pictures = select(&page, "svg");
        assert!(pictures.len() > 10, "{}", pictures.len());
        for picture in pictures {
            let named = picture.attr("aria-label").is_some_and(|says| says.chars().any(char::is_numeric));
            let beside = picture.attr("aria-hidden") == Some("true");
            assert!(named != beside, "{}", picture.html());
        }
        // Every participant has a row, and every cell a word.
        let rows = select(&page, ".people tbody tr");
        assert_eq!(rows.len(), 30);
        for row in &rows {
            assert_eq!(row.select(&Selector::parse("td").unwrap()).count(), 3);
        }
        assert!(
            select(&page, "td").into_iter().map(words).all(|cell| cell.chars().any(char::is_alphanumeric))
        );
        assert!(select(&page, "th").into_iter().all(|head| head.attr("scope").is_some()));
        // The matrix adds up to everything that was answered.
        let counts = select(&page, ".matrix td b").into_iter().map(words);
        assert_eq!(counts.map(|count| count.parse::<usize>().unwrap()).sum::<usize>(), 70);
        let named: BTreeSet<&str> = select(&page, "[id]").iter().filter_map(|one| one.attr("id")).collect();
        assert_eq!(named.len(), select(&page, "[id]").len());
        let labelled = select(&page, "[aria-labelledby]");
        assert!(labelled.iter().all(|one| named.contains(one.attr("aria-labelledby").unwrap())));
    }
}

#[test]
fn no_name_becomes_markup_a_formula_or_a_control_character_in_any_shape() {
    let room = Room::new("hostile");
    let names = ["<script>alert(1)</script>", "=1+1", "-a", "@b", "+c", "]]>&\"'", "x\u{1b}[31m\u{7}y"];
    for (number, name) in names.iter().enumerate() {
        let answers = if number % 2 == 0 { model(1) } else { but(1, "vermoeden", json!("nee")) };
        room.hand_in(&format!("{number}.json"), &set(EXERCISE, name, 1, &answers));
    }
    for format in ["text", "csv", "json", "jsonl", "junit", "html"] {
        let out = room.grade(&["--format", format]).out;
        let raw = out.chars().find(|c| c.is_control() && *c != '\n');
        assert!(raw.is_none(), "{format}: {raw:?}");
        match format {
            "html" | "junit" => assert!(!out.contains("<script>"), "{out}"),
            "csv" => {
                for cell in out.lines().flat_map(|line| line.split(',')) {
                    assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@']), "{cell}");
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_build_server_reads_a_suite_for_each_exercise_and_a_case_for_each_participant_and_phase() {
    let room = Room::new("build");
    room.hand_in("a.json", &set(EXERCISE, "es & linde", 1, &but(1, "vermoeden", json!("nee"))));
    room.hand_in("b.json", &set(EXERCISE, "iep", 2, &model(2)));
    room.hand_in("c.json", "{");
    for text in [CLASS.grade(&["--format", "junit"]).out, room.grade(&["--format", "junit"]).out] {
        let document = roxmltree::Document::parse(&text).unwrap();
        let suites: Vec<_> = document.root_element().children().filter(roxmltree::Node::is_element).collect();
        for suite in &suites {
            let cases: Vec<_> = suite.children().filter(roxmltree::Node::is_element).collect();
            let with =
                |tag| cases.iter().filter(|case| case.children().any(|node| node.has_tag_name(tag))).count();
            let says = |key| suite.attribute(key).unwrap().parse::<usize>().unwrap();
            assert_eq!(says("tests"), cases.len());
            assert_eq!((says("failures"), says("errors")), (with("failure"), with("error")));
        }
        let names: Vec<_> = suites.iter().filter_map(|suite| suite.attribute("name")).collect();
        assert!(names == [EXERCISE, BABY] || names == [EXERCISE, "meldcode"], "{names:?}");
        let failed = document.descendants().find(|node| node.has_tag_name("failure")).unwrap();
        let message = failed.attribute("message").unwrap();
        assert!(message.starts_with("eerste verkeerde afslag: vermoeden = "), "{message}");
    }
}

#[test]
fn files_are_told_by_their_names_and_need_not_be_json() {
    let room = Room::new("shapes");
    let toml = "schema = 1\nexercise = \"na-het-gesprek\"\n[answers]\ngevaar-nu = \"nu\"\n";
    room.hand_in("hazelaar.toml", toml);
    let ran = room.grade(&["--format", "jsonl"]);
    let line: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(line["participant"], "hazelaar");
    assert_eq!(line["first_wrong_turn"]["question"], "gevaar-nu");
    assert!(Path::new(line["file"].as_str().unwrap()).ends_with("hazelaar.toml"));
}

#[test]
fn a_record_without_a_name_is_one_person_and_a_file_of_many_is_many() {
    let room = Room::new("records");
    let unnamed =
        |phase: usize| json!({ "schema": 1, "exercise": EXERCISE, "phase": phase, "answers": model(phase) });
    room.hand_in("blauw.jsonl", &format!("{}\n{}\n", unnamed(1), unnamed(2)));
    room.hand_in("maandag.jsonl", &format!("{}\n{}\n{}\n", unnamed(1), unnamed(1), unnamed(2)));
    let ran = room.grade(&["--format", "jsonl"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> =
        lines.iter().map(|one| (one["participant"].as_str().unwrap(), &one["phase"])).collect();
    let expected = [
        ("blauw", &json!(1)),
        ("maandag:1", &json!(1)),
        ("maandag:2", &json!(1)),
        ("blauw", &json!(2)),
        ("maandag:3", &json!(2)),
    ];
    assert_eq!(told, expected, "{}", ran.err);
}

#[test]
fn a_shelf_that_is_not_there_is_told_and_the_rest_is_graded() {
    let room = Room::new("shelf");
    room.hand_in("els.jsonl", &set(BABY, "els", 1, &model(1)));
    let sets = room.path("sets");
    let ran = run(&["exercise", "grade", "--answers", &sets, "--exercises", "nergens"], b"");
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("`nergens` kan niet worden gelezen") && ran.out.contains("els"), "{}", ran.err);
}

#[test]
fn rows_are_read_as_a_spreadsheet_writes_them_and_a_bad_one_is_told_with_its_line() {
    let room = Room::new("rows");
    let head = "exercise;participant;phase;gevaar-nu;waar;wie;speelt;hoe-weet-u-het;gedaan;geen-gesprek;vermoeden;onveiligheid";
    let row = |name: &str, phase: &str, unsafe_: &str| {
        format!(
            "{EXERCISE};{name};{phase};nee;thuis;kind-tot-12;geen-van-deze;zelf-gezien;feiten collega;nog-niet;ja;{unsafe_}"
        )
    };
    let rows =
        [head.to_owned(), row("es", "", "structureel"), row("iep", "1", "geen"), row("els", "1", "gen")];
    room.hand_in("klas.csv", &rows.join("\r\n"));
    let ran = room.grade(&["--format", "jsonl"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = lines.iter().map(|one| (&one["participant"], &one["line"], &one["verdict"])).collect();
    assert_eq!(
        told,
        [(&json!("es"), &json!(2), &json!("as-the-key")), (&json!("iep"), &json!(3), &json!("different"))]
    );
    assert_eq!(ran.code, 4);
    assert!(ran.err.contains("klas.csv:4") && ran.err.contains("bedoelde u `geen`?"), "{}", ran.err);
    room.hand_in("klas.csv", "exercise,deelnemer\n");
    let ran = room.grade(&[]);
    assert!(ran.code == 4 && ran.err.contains("`deelnemer`"), "{}", ran.err);
}
