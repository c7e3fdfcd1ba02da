//! The published content is sound: every guide linked and proved, every property holds for every result.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use jiff::civil::date;
use meldcode::audit::{audit, prove};
use meldcode::content::library::Library;
use meldcode::content::link::link;
use meldcode::content::lock;
use meldcode::content::needed::Needed;
use meldcode::content::store::Store;

/// Every profession that has a guide.
fn professions() -> Vec<String> {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let known = library.professions.iter().filter(|one| one.filed.raw.refuses.is_none());
    known.map(|one| one.name.clone()).collect()
}

#[test]
fn there_are_at_least_thirty_five_professions_and_each_links_documents_on_every_day_since_the_decree() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let names = professions();
    assert!(names.len() >= 35, "{names:?}");
    let first = date(2013, 7, 31);
    let days = library.turning_days().into_iter().filter(|day| *day >= first).collect::<Vec<_>>();
    for (name, day) in names.iter().flat_map(|name| days.iter().map(move |day| (name, *day))) {
        assert!(link(&library, name, day).is_ok(), "{name} on {day}");
    }
}

#[test]
fn every_document_is_released_as_it_is() {
    let store = Store::embedded();
    let library = Library::read(&store, Vec::new()).unwrap();
    assert_eq!(lock::text(&library), *store.texts.get(lock::LOCK).unwrap(), "run `lint meldcode --lock`");
}

#[test]
fn a_released_guide_was_proved_and_any_other_is_proved_before_it_is_used() {
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    let first = date(2013, 7, 31);
    for (name, day) in professions().iter().flat_map(|name| {
        library.turning_days().into_iter().filter(|day| *day >= first).map(move |day| (name.clone(), day))
    }) {
        let guide = link(&library, &name, day).unwrap();
        assert!(lock::is_released(&library, &guide), "{name} on {day}");
    }
    // A step that leads past a question leaves it dead, and a word of the vocabulary or a row of editions can do the same.
    for file in ["steps/algemeen/2026-11-22.toml", "vocabulary.toml", "editions.toml"] {
        let mut store = Store::embedded();
        let text = store.texts.get_mut(file).unwrap();
        *text = format!("{text}# one line more\n").into();
        let library = Library::read(&store, Vec::new()).unwrap();
        let guide = link(&library, "leraar", date(2026, 11, 22)).unwrap();
        assert!(!lock::is_released(&library, &guide), "{file}");
    }
}

#[test]
fn built_in_content_that_is_not_as_it_was_released_is_refused_when_it_is_unsound() {
    let mut store = Store::embedded();
    let text = store.texts.get_mut("afwegingskader/onderwijs/2018-07-02.toml").unwrap();
    // Without one of its rows, some answers come to nothing.
    let mut rows: Vec<&str> = text.split("[[row]]").collect();
    rows.remove(4);
    *text = rows.join("[[row]]").into();
    let library = Library::read(&store, Vec::new()).unwrap();
    let refused = prove(&library, "leraar", date(2026, 11, 22)).unwrap_err();
    assert!(format!("{refused:?}").contains("MissingRow"), "{refused:?}");
}

#[test]
fn what_a_profession_needs_is_all_that_its_guide_reads() {
    let store = Store::embedded();
    let whole = Library::read(&store, Vec::new()).unwrap();
    for name in professions() {
        // Before the frameworks, in the spring of 2020, and now.
        for day in [date(2014, 1, 1), date(2020, 5, 4), date(2026, 11, 22)] {
            let needed = Needed::by(&store, &name, day).unwrap();
            let part = Library::read_only(&store, Some(&needed), Vec::new()).unwrap();
            assert!(part.professions.len() == 1 && part.laws.len() < whole.laws.len(), "little is parsed");
            let (of_part, of_whole) = (link(&part, &name, day).unwrap(), link(&whole, &name, day).unwrap());
            assert_eq!(format!("{of_part:?}"), format!("{of_whole:?}"), "{name} on {day}");
        }
    }
}

#[test]
fn another_word_for_a_profession_needs_the_whole_library() {
    let needs = |word| Needed::by(&Store::embedded(), word, date(2026, 11, 22));
    assert!(needs("leraar").is_some());
    assert_eq!([needs("juf"), needs("Leraar"), needs("../sources"), needs("")], [None, None, None, None]);
}

#[test]
fn the_built_in_content_is_proved_as_a_whole() {
    let ran = program::run(&["lint"], b"");
    assert_eq!(ran.code, 0, "{}", ran.out);
    for profession in professions() {
        let intervals = ran.out.matches(&format!("guide {profession} from ")).count();
        assert!(intervals > 0, "{profession} is not proved:\n{}", ran.out);
    }
    assert!(ran.out.contains("alles klopt"), "{}", ran.out);
    let properties = ran.out.lines().filter(|line| line.contains("property")).count();
    assert!(properties >= 20, "{}", ran.out);
}

#[test]
fn questions_and_the_framework_can_be_shown_in_both_shapes() {
    for view in [
        "questions",
        "afwegingskader",
        "steps",
        "signals",
        "contacts",
        "doors",
        "sources",
        "profession",
        "professions",
        "editions",
        "law",
    ] {
        let text = program::run(&["show", view], b"");
        assert_eq!(text.code, 0, "{}", text.err);
        let json = program::run(&["show", view, "--format", "json"], b"");
        assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok(), "{view}");
        let paper = program::run(&["show", view, "--format", "markdown"], b"");
        assert!(paper.code == 0 && paper.out.contains('#'), "{view}: {}", paper.err);
    }
    let questions = program::run(&["show", "questions"], b"").out;
    for id in ["gevaar-nu", "onveiligheid", "keel-wapen-doodsdreiging"] {
        assert!(questions.contains(id), "{id} is not shown");
    }
}

#[test]
fn a_sheet_has_every_line_that_decides_and_a_place_to_sign_for_exactly_this_text() {
    let sheets = [
        ("generiek", "2026-11-22"),
        ("knmg", "2026-11-22"),
        ("onderwijs", "2026-11-22"),
        ("jeugd-en-sociaal", "2026-11-22"),
        ("lokaal-team", "2026-11-22"),
        ("voor-2019", "2018-06-01"),
    ];
    let library = Library::read(&Store::embedded(), Vec::new()).unwrap();
    for (name, date) in sheets {
        let ran =
            program::run(&["show", "afwegingskader", name, "--date", date, "--format", "markdown"], b"");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let id = format!("afwegingskader/{name}");
        let document = library.afwegingskaders.iter().find(|one| one.name == id).unwrap();
        for row in &document.filed.raw.row {
            assert!(ran.out.contains(&format!("### {}\n", row.id.get_ref())), "{name}: {}", row.id.get_ref());
        }
        for question in &document.filed.raw.question {
            assert!(ran.out.contains(&format!("### {} (", question.id.get_ref())), "{name}");
            for choice in &question.choice {
                assert!(ran.out.contains(&format!("(`{}`", choice.id.get_ref())), "{name}");
            }
        }
        assert!(ran.out.contains(&format!("digest = \"{}\"", document.filed.digest)), "{name}");
        assert!(!ran.out.contains(['{', '}']), "{name}: a placeholder was left");
    }
}

/// Two professions with the same documents, one of them with doors of its own, from the changed text of the other.
fn beside(from: &str, to: &str) -> Library {
    const DOORS: &str = "doors/algemeen/2026-11-22.toml";
    let mut store = Store::embedded();
    let text = store.texts.get(DOORS).unwrap().clone();
    assert!(text.contains(from), "the doors do not say {from}");
    let own = text.replace(from, to).replace("id = \"doors/algemeen\"", "id = \"doors/eigen\"");
    store.texts.insert("doors/eigen/2026-11-22.toml".to_owned(), own.into());
    store.texts.retain(|file, _| !file.starts_with("professions/") || file.ends_with("/algemeen.toml"));
    let one = store.texts.get("professions/algemeen.toml").unwrap().clone();
    let other = one
        .replace("professions/algemeen", "professions/eigen")
        .replace("[\"doors/algemeen\"]", "[\"doors/eigen\"]")
        .replace("label = \"professional\"", "label = \"iemand anders\"");
    let aliases = other.lines().filter(|line| !line.starts_with("aliases")).collect::<Vec<_>>().join("\n");
    store.texts.insert("professions/eigen.toml".to_owned(), aliases.into());
    Library::read(&store, Vec::new()).unwrap()
}

#[test]
fn guides_share_a_proof_as_long_as_nothing_differs_that_it_reads() {
    let shared = |library: &Library| {
        let audit = audit(library);
        assert!(audit.problems.is_empty(), "{:?}", audit.problems);
        let own = audit.guides.iter().find(|guide| guide.profession == "eigen");
        own.unwrap().as_before
    };
    assert!(shared(&beside("when = \"now\"", "when = \"today\"")), "a door's actions may differ");
    assert!(!shared(&beside("meets = \"client\"\n", "")), "whom they send to may not");
    assert!(
        !shared(&beside("unless = [\"eerst-veilig-thuis\"]\nmeets = \"client\"\n", "")),
        "nor their guards"
    );
}
