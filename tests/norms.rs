//! Every day and every profession its own norm: named in the result, and explained by a comparison.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

mod program;

use serde_json::Value;

/// A child that may be unsafe at home; the parents were spoken to, help is offered and taken up.
const DOUBT: &str = r#"
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega", "kind-gesproken", "ouders-gesproken"]
vermoeden = "ja"
onveiligheid = "twijfel"
hulp = "ja"
aanvaarden = "ja"
"#;

/// The same child, and it is certain that this goes on; Veilig Thuis gave advice.
const STRUCTURAL: &str = r#"
gevaar-nu = "nee"
waar = "thuis"
wie = "kind-tot-12"
speelt = ["geen-van-deze"]
hoe-weet-u-het = ["zelf-gezien"]
gedaan = ["feiten", "collega", "advies-veilig-thuis", "kind-gesproken", "ouders-gesproken", "voornemen-verteld"]
vermoeden = "ja"
onveiligheid = "structureel"
hulp = "ja"
aanvaarden = "ja"
"#;

fn json(arguments: &[&str], input: &str) -> Value {
    let ran = program::run(arguments, input.as_bytes());
    serde_json::from_str(&ran.out).unwrap_or_else(|why| panic!("{why}: {}{}", ran.out, ran.err))
}

fn result(profession: &str, date: &str, answers: &str) -> Value {
    let file = format!("schema = 1\nprofession = \"{profession}\"\ndate = {date}\n[answers]\n{answers}");
    json(&["check", "--answers", "-", "--format", "json"], &file)
}

/// The document of a folder that a result was stamped with, with its publication date.
fn document(result: &Value, folder: &str) -> String {
    let all = result["stamp"]["documents"].as_array().unwrap();
    let found = all.iter().find(|one| one["id"].as_str().unwrap().starts_with(folder)).unwrap();
    format!("{} {}", found["id"].as_str().unwrap(), found["published"].as_str().unwrap())
}

#[test]
fn the_same_answers_on_three_days_each_name_the_norm_of_that_day() {
    let expected = [
        ("leraar", "2018-06-01", "law/besluit 2015-01-01", "afwegingskader/voor-2019 2013-07-31"),
        ("leraar", "2019-06-01", "law/besluit 2019-01-01", "afwegingskader/onderwijs 2018-07-02"),
        ("leraar", "2026-11-22", "law/besluit 2020-10-01", "afwegingskader/onderwijs 2018-07-02"),
        ("huisarts", "2018-06-01", "law/besluit 2015-01-01", "afwegingskader/voor-2019 2013-07-31"),
        ("huisarts", "2019-06-01", "law/besluit 2019-01-01", "afwegingskader/generiek 2019-01-01"),
        ("huisarts", "2026-11-22", "law/besluit 2020-10-01", "afwegingskader/knmg 2023-11-01"),
        ("gastouder", "2019-06-01", "law/gastouder 2019-01-01", "afwegingskader/generiek 2019-01-01"),
        ("gastouder", "2026-11-22", "law/gastouder 2020-10-01", "afwegingskader/generiek 2019-01-01"),
    ];
    for (profession, date, law, framework) in expected {
        let result = result(profession, date, STRUCTURAL);
        assert_eq!(document(&result, "law/"), law, "{profession} on {date}");
        assert_eq!(document(&result, "afwegingskader/"), framework, "{profession} on {date}");
    }
}

#[test]
fn before_2019_help_and_a_report_are_one_choice_and_nothing_is_called_a_norm_to_report() {
    let then = result("leraar", "2018-06-01", STRUCTURAL);
    let now = result("leraar", "2026-11-22", STRUCTURAL);
    assert_eq!([&then["report"], &then["help"]], ["no", "own"]);
    assert_eq!(then["meldnorm"], Value::Null);
    assert_eq!([&now["report"], &now["help"]], ["yes", "with-veilig-thuis"]);
    assert!(now["meldnorm"].is_string() || now["meldnorm"].is_number(), "{}", now["meldnorm"]);
}

#[test]
fn doubt_about_unsafety_is_a_report_at_school_and_advice_first_in_social_work() {
    let school = result("leraar", "2026-11-22", DOUBT);
    assert_eq!([&school["outlook"], &school["report"]], ["advise", "yes"]);
    let social = result("maatschappelijk-werker", "2026-11-22", DOUBT);
    assert_eq!([&social["outlook"], &social["direction"]["report"]], ["not-yet", "yes"]);
    assert_eq!(social["not_yet"]["contact"]["id"], "veilig-thuis", "{}", social["not_yet"]);
}

#[test]
fn a_doctor_who_has_not_asked_advice_calls_and_can_report_in_the_same_call_and_a_nurse_reports() {
    let unasked = STRUCTURAL.replace("\"advies-veilig-thuis\", ", "");
    let doctor = result("huisarts", "2024-03-01", &unasked);
    let open = |result: &Value, duty: &str| {
        let duties = result["duties"].as_array().unwrap();
        duties.iter().any(|one| one["id"] == duty && one["standing"] == "open")
    };
    let said = |result: &Value| {
        let actions = result["actions"].as_array().unwrap();
        actions.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join("\n")
    };
    assert!(open(&doctor, "advies-veilig-thuis"), "{}", doctor["duties"]);
    assert!(said(&doctor).contains("zelfde gesprek"), "{}", said(&doctor));
    let nurse = result("verpleegkundige", "2024-03-01", &unasked);
    assert_eq!(document(&nurse, "afwegingskader/"), "afwegingskader/generiek 2019-01-01");
    assert_eq!([&nurse["outlook"], &nurse["report"]], ["advise", "yes"]);
    assert!(!said(&nurse).contains("zelfde gesprek"), "{}", said(&nurse));
}

/// Sides of a comparison, as they are written and as a profession with a date.
type Sides = [(&'static str, (&'static str, &'static str)); 2];

const COMPARED: [Sides; 6] = [
    [("leraar@2018-06-01", ("leraar", "2018-06-01")), ("leraar@2019-06-01", ("leraar", "2019-06-01"))],
    [("leraar@2019-06-01", ("leraar", "2019-06-01")), ("leraar@2026-11-22", ("leraar", "2026-11-22"))],
    [
        ("leraar@2026-11-22", ("leraar", "2026-11-22")),
        ("maatschappelijk-werker@2026-11-22", ("maatschappelijk-werker", "2026-11-22")),
    ],
    [
        ("huisarts@2024-03-01", ("huisarts", "2024-03-01")),
        ("verpleegkundige@2024-03-01", ("verpleegkundige", "2024-03-01")),
    ],
    [
        ("apotheker@2020-05-04", ("apotheker", "2020-05-04")),
        ("apotheker@2022-05-04", ("apotheker", "2022-05-04")),
    ],
    [
        ("wijkteam@2026-11-22", ("wijkteam", "2026-11-22")),
        ("jeugdhulpverlener@2026-11-22", ("jeugdhulpverlener", "2026-11-22")),
    ],
];

#[test]
fn every_example_of_a_comparison_comes_out_as_the_comparison_says() {
    for [(one, one_is), (other, other_is)] in COMPARED {
        let compared = json(&["diff", one, other, "--format", "json"], "");
        let differences = compared["differences"].as_array().unwrap();
        for found in differences {
            let mut answers = String::new();
            for (question, chosen) in found["example"].as_object().unwrap() {
                let chosen: Vec<&str> = chosen.as_array().unwrap().iter().filter_map(Value::as_str).collect();
                let one = matches!(chosen.as_slice(), [_])
                    && !["speelt", "gedaan", "hoe-weet-u-het"].contains(&question.as_str());
                answers.push_str(&if one {
                    format!("{question} = {:?}\n", chosen[0])
                } else {
                    format!("{question} = {chosen:?}\n")
                });
            }
            for (side, (profession, date)) in [("a", one_is), ("b", other_is)] {
                let result = result(profession, date, &answers);
                assert_eq!(found[side]["outlook"], result["outlook"], "{profession} on {date}:\n{answers}");
            }
        }
    }
}

#[test]
fn a_comparison_of_then_and_now_names_what_the_law_changed_and_what_comes_out_otherwise() {
    let ran = program::run(&["diff", "leraar@2018-06-01", "leraar@2026-11-22"], b"");
    for said in [
        "afwegingskader\n A          hoort niet bij de meldcode (art. 2 lid 1 en lid 2 d)\n B          hoort bij de meldcode",
        "stap 5\n A          hulp bieden of melden",
        "melden: nee; hulp: zelf geven of regelen\n B          advies: Dit wijst op melden bij Veilig Thuis.",
    ] {
        assert!(ran.out.contains(said), "{said}\n---\n{}", ran.out);
    }
    let same = program::run(&["diff", "leraar", "leraar"], b"");
    assert!(same.out.contains("Voor deze antwoorden komt overal hetzelfde uit."), "{}", same.out);
    let weighing =
        json(&["diff", "afwegingskader/generiek", "afwegingskader/onderwijs", "--format", "json"], "");
    assert_ne!(weighing["differences"], Value::Array(Vec::new()));
}

#[test]
fn who_has_no_framework_here_hears_why_and_whom_to_reach_whatever_they_ask() {
    let commands: [&[&str]; 4] = [
        &["check", "--plain", "--profession", "raadsonderzoeker"],
        &["show", "steps", "--profession", "raadsonderzoeker"],
        &["diff", "raadsonderzoeker", "leraar"],
        &["diff", "2018-06-01", "2026-11-22", "--profession", "raadsonderzoeker"],
    ];
    for command in commands {
        let ran = program::run(command, b"");
        assert_eq!(ran.code, 6, "{command:?}: {}", ran.err);
        for said in ["geen afwegingskader", "112", "0800-2000"] {
            assert!(ran.out.contains(said), "{command:?}: {}", ran.out);
        }
        assert_eq!(ran.err, "", "{command:?}");
        assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    }
}
