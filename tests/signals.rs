//! Signals are printed and nothing more: for everybody there is a list, nothing is counted, and no result changes.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use std::collections::BTreeSet;

use meldcode::model::signal::Form;
use serde_json::Value;

/// The choices of the question `wie`.
const WHO: [&str; 6] =
    ["kind-tot-12", "kind-12-15", "kind-16-17", "ongeboren", "volwassene", "zorgafhankelijk"];

fn shown(arguments: &[&str]) -> String {
    let ran = program::run(arguments, b"");
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

fn lists(more: &[&str]) -> Vec<Value> {
    let arguments = [&["show", "signals", "--format", "json"], more].concat();
    let all: Value = serde_json::from_str(&shown(&arguments)).unwrap();
    all.get("signals").and_then(Value::as_array).unwrap().clone()
}

fn of<'a>(list: &'a Value, key: &str) -> &'a [Value] {
    list.get(key).and_then(Value::as_array).unwrap()
}

#[test]
fn for_everybody_at_risk_there_is_a_list_that_says_first_how_to_read_it() {
    for who in WHO {
        let lists = lists(&["--who", who]);
        assert!(lists.iter().any(|list| !of(list, "signals").is_empty()), "{who}");
        assert!(lists.iter().any(|list| !of(list, "against").is_empty()), "{who}");
        let text = shown(&["show", "signals", "--who", who]);
        let (tell, first) = (text.find("Tel niet.").unwrap(), text.find("Andere uitleg:").unwrap());
        assert!(tell < first, "{who}");
    }
}

#[test]
fn every_form_of_the_vocabulary_is_used() {
    let lists = lists(&[]);
    let signals = lists.iter().flat_map(|list| of(list, "signals"));
    let used: BTreeSet<Form> =
        signals.map(|signal| serde_json::from_value(signal.get("form").unwrap().clone()).unwrap()).collect();
    assert_eq!(used, BTreeSet::from(Form::ALL));
}

#[test]
fn a_red_flag_is_told_in_words_in_both_languages() {
    let lists = lists(&[]);
    let is_red = |signal: &&Value| signal.get("red_flag") == Some(&Value::Bool(true));
    let red = lists.iter().flat_map(|list| of(list, "signals")).filter(is_red).count();
    assert!(red > 10, "{red}");
    assert_eq!(shown(&["show", "signals"]).matches("RODE VLAG: ").count(), red);
    assert_eq!(shown(&["--lang", "en", "show", "signals"]).matches("RED FLAG: ").count(), red);
}

#[test]
fn every_signal_stands_beside_what_else_it_can_be_and_nothing_is_counted_or_labelled() {
    const NEVER: [&str; 9] = [
        "dader",
        "pleger",
        "score",
        "punten",
        "%",
        "procent",
        "waarschijnlijk",
        "probleemgezin",
        "meldplicht",
    ];
    for list in lists(&[]) {
        for signal in of(&list, "signals") {
            let keys: Vec<&str> = signal.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["id", "form", "text", "other", "red_flag", "cite"]);
        }
    }
    let text = shown(&["show", "signals"]).to_lowercase();
    for word in NEVER {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn no_result_is_stamped_with_a_list() {
    let answers = "meldcode/exercises/structureel-onveilig.toml";
    let result = program::run(&["check", "--answers", answers, "--format", "json"], b"").out;
    assert!(result.contains("steps/algemeen") && !result.contains("signals/"), "{result}");
}

#[test]
fn a_slip_in_whom_it_is_about_gets_the_nearest_word() {
    let ran = program::run(&["show", "signals", "--who", "volwasene"], b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`volwassene`"), "{}", ran.err);
}
