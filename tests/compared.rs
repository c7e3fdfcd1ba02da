//! What a comparison shows, and what it says to whoever names something that cannot be compared or shown.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed expectation is what a test is for")]

mod program;

use program::run;
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let ran = run(&[arguments, &["--format", "json"]].concat(), b"");
    serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{why}: {}{}", ran.out, ran.err))
}

/// Asserts that this cannot be done, in these words.
#[track_caller]
fn refused(arguments: &[&str], says: &str, help: &str) {
    let ran = run(arguments, b"");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
    assert!(ran.err.contains(says) && ran.err.contains(help), "{arguments:?}: {}", ran.err);
}

#[test]
fn an_answer_that_one_side_does_not_know_is_no_difference_in_what_comes_out() {
    let compared = json(&["diff", "leraar", "arts"]);
    let differences = compared["differences"].as_array().unwrap();
    let asks = |found: &&Value| ["a", "b"].iter().any(|side| found[side]["outlook"] == "ask");
    assert_eq!(differences.iter().find(asks), None);
    let unknown = compared["unknown"].as_array().unwrap();
    let teacher = unknown.iter().find(|one| one["to"] == "a").unwrap();
    assert_eq!(
        (&teacher["question"], &teacher["choices"][0]),
        (&"speelt".into(), &"eigen-geweld-verteld".into())
    );
    let said = run(&["diff", "leraar", "arts"], b"").out;
    let last = said.rsplit_once("KENT\n").unwrap().1;
    assert!(
        last.contains("A kent dit antwoord niet") && last.contains("    speelt = \"eigen-geweld-verteld\"\n"),
        "{last}"
    );
}

#[test]
fn what_most_answer_sets_show_stands_first_and_people_see_the_eight_largest() {
    let compared = json(&["diff", "leraar", "arts"]);
    let differences = compared["differences"].as_array().unwrap();
    let sets: Vec<u64> = differences.iter().map(|found| found["sets"].as_u64().unwrap()).collect();
    assert!(sets.len() > 9 && sets.is_sorted_by(|one, other| one >= other), "{sets:?}");
    let shown = |text: &str| text.matches("voorbeeld (").count();
    let short = run(&["diff", "leraar", "arts"], b"").out;
    assert_eq!(shown(&short), 8);
    let more = format!("Er zijn nog {} verschillen. Met `--all`", sets.len() - 8);
    assert!(short.contains(&more), "{short}");
    let long = run(&["diff", "leraar", "arts", "--all"], b"").out;
    assert_eq!(shown(&long), sets.len());
    assert!(!long.contains("Er zijn nog"), "{long}");
}

#[test]
fn duties_are_told_by_their_labels() {
    let compared = json(&["diff", "leraar", "arts"]);
    let said = run(&["diff", "leraar", "arts", "--all"], b"").out.replace("\n            ", " ");
    assert!(said.contains("wacht op gesprek over uw zorg, als dat veilig is"), "{said}");
    let differences = compared["differences"].as_array().unwrap();
    let held = differences.iter().flat_map(|found| ["a", "b"].map(|side| &found[side]["holds"]));
    for id in held.flat_map(|held| held.as_array().unwrap()).map(|id| id.as_str().unwrap()) {
        // The label of one word begins as its name does.
        assert!(!id.contains('-') || !said.contains(&format!("wacht op {id}")), "{id}");
    }
}

#[test]
fn what_cannot_be_compared_is_told_as_it_is() {
    refused(&["diff", "knmg", "leraar"], "`knmg` is geen datum, beroep", "`afwegingskader/knmg`");
    refused(&["diff", "leraer", "arts"], "`leraer` is geen datum, beroep", "`leraar`");
    refused(&["diff", "2026-13-45", "leraar"], "de dag `2026-13-45` bestaat niet", "zoals 2018-06-01");
    refused(&["diff", "leraar", "leraar@2026-02-30"], "de dag `2026-02-30` bestaat niet", "zoals 2018-06-01");
    refused(&["diff", "2099-01-01", "leraar"], "`2099-01-01` is na vandaag", "welke norm dan geldt");
    refused(&["diff", "leraar", "arts@2099-01-01"], "`2099-01-01` is na vandaag", "welke norm dan geldt");
    let on = ["diff", "leraar", "afwegingskader/knmg", "--date", "2020-01-01"];
    refused(&on, "op 2020-01-01 was afwegingskader `knmg` er nog niet", "2023-11-01");
}

#[test]
fn a_framework_that_cannot_be_shown_is_unknown_not_there_yet_or_used_by_nobody() {
    let show = |rest: &[&'static str]| [&["show", "afwegingskader"], rest].concat();
    refused(&show(&["knmgg"]), "er is geen afwegingskader `knmgg`", "`knmg`");
    refused(&show(&["zzzzzzzz"]), "er is geen afwegingskader `zzzzzzzz`", "onderwijs");
    refused(
        &show(&["knmg", "--date", "2020-01-01"]),
        "op 2020-01-01 was afwegingskader `knmg` er nog niet",
        "het geldt vanaf 2023-11-01",
    );
    refused(
        &show(&["voor-2019", "--date", "2026-11-22"]),
        "geen beroep gebruikt op 2026-11-22 afwegingskader `voor-2019`",
        "generiek",
    );
}

#[test]
fn a_framework_is_shown_in_the_words_of_the_profession_that_was_named_when_it_links_it() {
    let sheet = |profession: &[&str]| {
        let show = ["show", "afwegingskader", "knmg", "--date", "2026-11-22", "--format", "markdown"];
        run(&[&show, profession].concat(), b"").out
    };
    assert!(sheet(&["--profession", "huisarts"]).contains("als huisarts"));
    assert_eq!(sheet(&["--profession", "leraar"]), sheet(&[]));
    assert!(!sheet(&[]).contains("als huisarts"));
}

#[test]
fn a_word_without_its_flag_is_answered_with_what_to_type() {
    refused(&["show", "profession", "huisarts"], "`huisarts` hoort hier niet", "`--profession huisarts`");
    refused(&["show", "law", "besluit"], "`besluit` hoort hier niet", "`--profession besluit`");
    refused(&["show", "law", "2018-06-01"], "`2018-06-01` hoort hier niet", "`--date 2018-06-01`");
    refused(&["emergency", "huisarts"], "`huisarts` hoort hier niet", "`meldcode --help`");
    refused(&["show", "law", "--huisarts"], "deze optie is er niet: `--huisarts`", "");
}

#[test]
fn the_law_of_a_day_comes_with_the_news_of_that_day_and_no_later() {
    let news = |date: &str| {
        let law = json(&["show", "law", "--date", date]);
        let days = law["news"].as_array().unwrap().iter().map(|item| item["on"].as_str().unwrap().to_owned());
        days.collect::<Vec<_>>()
    };
    assert_eq!(news("2014-01-01"), Vec::<String>::new());
    assert!(!run(&["show", "law", "--date", "2014-01-01"], b"").out.contains("aangekondigd of besproken"));
    assert_eq!(news("2016-01-14"), ["2016-01-14"]);
    assert!(news("2026-11-22").len() > 5);
}
