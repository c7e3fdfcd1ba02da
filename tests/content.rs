//! The published content is sound: every guide linked and proved, every property holds for every result.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use meldcode::audit::audit;
use meldcode::content::library::Library;
use meldcode::content::store::Store;

#[test]
fn the_built_in_content_is_proved_as_a_whole() {
    let ran = program::run(&["lint"], b"");
    assert_eq!(ran.code, 0, "{}", ran.out);
    for guide in ["guide algemeen", "guide leraar", "alles klopt: 2 guides"] {
        assert!(ran.out.contains(guide), "{}", ran.out);
    }
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
    ] {
        let text = program::run(&["show", view], b"");
        assert_eq!(text.code, 0, "{}", text.err);
        let json = program::run(&["show", view, "--format", "json"], b"");
        assert!(serde_json::from_str::<serde_json::Value>(&json.out).is_ok(), "{view}");
    }
    let questions = program::run(&["show", "questions"], b"").out;
    for id in ["gevaar-nu", "onveiligheid", "keel-wapen-doodsdreiging"] {
        assert!(questions.contains(id), "{id} is not shown");
    }
}

/// The published content with one document changed.
fn changed(document: &str, from: &str, to: &str) -> Library {
    let mut store = Store::embedded();
    let text = store.texts.get_mut(document).unwrap();
    assert!(text.contains(from), "{document} does not say {from}");
    *text = text.replace(from, to);
    Library::read(&store, Vec::new()).unwrap()
}

#[test]
fn guides_share_a_proof_as_long_as_nothing_differs_that_it_reads() {
    let doors = "doors/onderwijs/2019-01-01.toml";
    let shared = |library: &Library| {
        let audit = audit(library);
        assert!(audit.problems.is_empty(), "{:?}", audit.problems);
        audit.guides.iter().any(|guide| guide.as_before)
    };
    assert!(shared(&changed(doors, "when = \"now\"", "when = \"today\"")), "a door's actions may differ");
    assert!(!shared(&changed(doors, "meets = \"client\"\n", "")), "whom they send to may not");
    assert!(
        !shared(&changed(doors, "unless = [\"eerst-veilig-thuis\"]\nmeets = \"client\"\n", "")),
        "nor their guards"
    );
}
