//! What a case and a receipt look like: whatever was answered is read back the same, and whatever is not to the byte
//! what was saved is refused with a reason.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failed expectation is what a test is for"
)]

#[path = "support/random.rs"]
mod random;
#[path = "support/mod.rs"]
mod support;

use std::sync::LazyLock;

use jiff::civil::date;
use meldcode::case::answer_file::{self, AnswerFile};
use meldcode::case::fit::fit;
use meldcode::case::record::Record;
use meldcode::case::saved::Saved;
use meldcode::case::seal;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::answers::Answers;
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::outcome::{Outcome, Part};
use meldcode::engine::proven::Proven;
use meldcode::interview::deciding::{Asked, decide};
use meldcode::interview::scripted::Scripted;
use meldcode::model::advice::{Advice, Help, Report};
use meldcode::model::decision::{Advised, Decision, Ground};
use meldcode::model::problem::Problem;
use meldcode::model::property::OutlookWord;
use meldcode::model::stamp::Stamp;
use meldcode::ui::lang::Lang;
use proptest::prelude::*;
use support::{Said, answers, proven};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::read(&Store::embedded(), Vec::new()).unwrap());

/// Both texts of these answers: the case and the receipt.
fn texts(proven: &Proven, given: &Answers, decision: Option<&Decision>) -> [String; 2] {
    let saved = Saved { proven, answers: given, aside: &[], decision };
    [saved.case(), saved.receipt()]
}

fn read(text: &str) -> Result<(AnswerFile, Record), Vec<Problem>> {
    let file = answer_file::read("case", text, Lang::En)?;
    let record = Record::read("case", &file, Lang::En)?;
    Ok((file, record))
}

fn decision() -> Decision {
    Decision {
        date: date(2026, 11, 22),
        report: Report::No,
        help: Help::Own,
        ground: Some(Ground::VeiligThuisAdvised),
        advised: Advised {
            outlook: OutlookWord::Advise,
            advice: Advice { report: Report::Yes, help: Help::WithVeiligThuis },
            row: "melden-onveilig".to_owned(),
        },
    }
}

/// A case as a teacher would save it, with an answer of each kind.
fn example() -> [String; 2] {
    let proven = proven("leraar");
    let said: Said = [
        ("gevaar-nu", vec!["nee"]),
        ("waar", vec!["thuis"]),
        ("wie", vec!["kind-tot-12"]),
        ("speelt", vec!["geen-van-deze"]),
        ("hoe-weet-u-het", vec!["zelf-gezien"]),
        ("gedaan", vec!["feiten", "collega"]),
        ("geen-gesprek", vec!["nog-niet"]),
        ("gesprek-op", vec!["2026-11-25"]),
        ("vermoeden", vec!["ja"]),
        ("onveiligheid", vec!["structureel"]),
    ]
    .into_iter()
    .map(|(id, words)| (id.to_owned(), words.into_iter().map(str::to_owned).collect()))
    .collect();
    texts(proven, &answers(proven.guide(), &said), Some(&decision()))
}

/// The same answers, without a choice that nobody can give together with others.
fn as_a_person_says(proven: &Proven, mut said: Said) -> Said {
    for (_, question) in proven.guide().questions.iter() {
        let Some(chosen) = said.get_mut(question.id.as_str()).filter(|chosen| chosen.len() > 1) else {
            continue;
        };
        chosen.retain(|id| question.choices.iter().any(|one| one.id.as_str() == id && !one.alone));
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_answered_is_read_back_the_same(
        said in random::any_answers(proven("huisarts").guide()),
        decided in any::<bool>(),
    ) {
        let proven = proven("huisarts");
        let given = answers(proven.guide(), &as_a_person_says(proven, said.clone()));
        let decision = decided.then(decision);
        for text in texts(proven, &given, decision.as_ref()) {
            let (file, record) = read(&text).unwrap();
            let fitted = fit("case", &file, proven.guide(), &LIBRARY.vocabulary.raw, Lang::En).unwrap();
            prop_assert_eq!(&fitted.answers, &given, "{}", random::as_toml(&said));
            prop_assert!(fitted.not_in_this_norm.is_empty());
            prop_assert_eq!(&record.outcome, &Outcome::of(&evaluate(proven, &given)));
            prop_assert_eq!(&record.stamp, &Stamp::of(proven.guide()));
            prop_assert_eq!(&record.decision, &decision);
            prop_assert_eq!(&file.profession.as_ref().unwrap().0, "huisarts");
            prop_assert_eq!(file.date.as_ref().unwrap().0, proven.guide().date);
        }
    }
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused_with_a_reason() {
    for text in example() {
        assert!(read(&text).is_ok());
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            // As answers too: half of the answers are other answers.
            let problems = answer_file::read("case", &text[..at], Lang::En).unwrap_err();
            assert!(problems.iter().all(|problem| !problem.says.is_empty()), "cut at {at}");
        }
    }
}

#[test]
fn a_file_with_one_other_byte_is_refused_with_a_reason() {
    for text in example() {
        for at in 0..text.len() {
            let byte = text.as_bytes()[at];
            let flipped = (0..8).map(|bit| byte ^ (1 << bit));
            for other in flipped.chain(*b"# \n\"={x").filter(|other| *other != byte) {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = other;
                // What is no text is refused before it is looked at.
                let Ok(changed) = String::from_utf8(bytes) else { continue };
                let problems = answer_file::read("case", &changed, Lang::En).map(|_| changed).unwrap_err();
                assert!(problems.iter().all(|problem| !problem.says.is_empty()), "byte {at}");
            }
        }
    }
}

#[test]
fn a_sealed_file_that_says_what_no_case_can_say_is_refused_at_its_place() {
    let [case, _] = example();
    let body = case.split_once('\n').unwrap().1;
    for (old, new) in [
        ("ground = \"veilig-thuis-advised\"", "ground = \"because he told me so\""),
        ("report = \"no\"", "report = \"maybe\""),
        ("outlook = \"not-yet\"", "outlook = \"Jan Jansen\""),
        ("holds = [\"gesprek\"]", "who = [\"jan\"]"),
        ("program = \"0.1.0\"", "programme = \"0.1.0\""),
        ("revision = 1, digest", "revision = \"one\", digest"),
        ("published = 2018-07-02", "published = 2018"),
        ("date = 2026-11-22\nreport", "date = \"today\"\nreport"),
    ] {
        assert!(body.contains(old), "{old}");
        let problems = read(&seal::toml(&body.replacen(old, new, 1))).unwrap_err();
        assert!(problems.iter().all(|problem| problem.place.is_some()), "{new}: {problems:?}");
    }
    // Plain answers are no case.
    assert!(read("schema = 1\n[answers]\n").is_err());
    // The record of a case without its digest is not believed.
    assert!(answer_file::read("case", body, Lang::En).is_err());
}

#[test]
fn nothing_in_a_case_or_a_receipt_was_typed_by_anybody() {
    let words: Vec<String> = LIBRARY
        .vocabulary
        .raw
        .question
        .iter()
        .flat_map(|term| term.choices.keys().cloned().chain([term.id.get_ref().clone()]))
        .collect();
    let [case, _] = example();
    let answers = case.split_once("[answers]\n").unwrap().1.split_once("\n[result]").unwrap().0;
    for word in
        answers.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
    {
        let is_day = word.parse::<jiff::civil::Date>().is_ok();
        assert!(is_day || words.iter().any(|known| known == word), "{word}");
    }
}

#[test]
fn a_ground_is_asked_exactly_when_a_decision_goes_against_the_advice_in_menus_and_lines_alike() {
    for outlook in [OutlookWord::Advise, OutlookWord::NotYet] {
        for (report, help) in Report::ALL.into_iter().flat_map(|one| Help::ALL.map(|other| (one, other))) {
            let advised = Advised { outlook, advice: Advice { report, help }, row: "rij".to_owned() };
            for (first, second) in
                ["yes", "no", "undecided"].into_iter().flat_map(|one| Help::ALL.map(|other| (one, other)))
            {
                let replies = [
                    ("decision-report", first),
                    ("decision-help", second.word()),
                    ("decision-ground", "safer"),
                ];
                for menus in [false, true] {
                    let script = Scripted::by_question(replies);
                    let mut script = if menus { script.as_menus() } else { script };
                    let asked = Asked {
                        advised: &advised,
                        earlier: None,
                        card: "card",
                        date: date(2026, 11, 22),
                        lang: Lang::Nl,
                    };
                    let said = decide(&mut script, &asked).unwrap().unwrap();
                    let met = advised.met_by(said.report, said.help);
                    assert_eq!(said.ground, (!met).then_some(Ground::Safer), "{advised:?} {said:?}");
                    assert_eq!(script.asked().contains(&"decision-ground"), !met);
                    assert_eq!(script.asked().contains(&"decision-report"), report != Report::Made);
                    assert_eq!(said.help, second);
                    // What was decided before can be left as it was, question by question.
                    let mut again = Scripted::in_order(["terug", "terug", "terug"]);
                    let kept = decide(&mut again, &Asked { earlier: Some(&said), ..asked }).unwrap().unwrap();
                    assert_eq!(kept, said);
                }
            }
        }
    }
}

#[test]
fn one_can_look_around_go_back_and_stop_while_deciding() {
    let advised = decision().advised;
    let asked = Asked {
        advised: &advised,
        earlier: None,
        card: "the card",
        date: date(2026, 11, 22),
        lang: Lang::Nl,
    };
    let mut script = Scripted::in_order([
        "terug",
        "112",
        "uitleg",
        "overzicht",
        "wat nu",
        "no",
        "terug",
        "no",
        "own",
        "terug",
        "none",
        "terug",
        "own",
        "safer",
    ]);
    let said = decide(&mut script, &asked).unwrap().unwrap();
    assert_eq!((said.report, said.help, said.ground), (Report::No, Help::Own, Some(Ground::Safer)));
    assert!(script.told().contains(&"the card"), "{script}");
    for replies in [&["stop"][..], &["no", "stop"], &["no", "own", "stop"], &[], &["no"]] {
        assert_eq!(decide(&mut Scripted::in_order(replies.iter().copied()), &asked).unwrap(), None);
    }
}

#[test]
fn every_word_of_a_case_is_described() {
    let page = include_str!("../meldcode/FORMAT.md");
    let (_, section) = page.split_once("## Cases and receipts\n").unwrap();
    let parts = Part::ALL.iter().map(|part| part.word());
    let grounds = Ground::ALL.iter().map(|ground| ground.word());
    let decisions = Report::ALL.iter().map(|one| one.word()).chain(Help::ALL.iter().map(|one| one.word()));
    for word in parts.chain(grounds).chain(decisions) {
        assert!(section.contains(&format!("`{word}`")), "{word}");
    }
}

#[test]
fn answers_of_a_question_that_the_norm_has_no_more_stay_as_they_were_written() {
    let proven = proven("leraar");
    let [case, _] = example();
    let body = case.split_once('\n').unwrap().1;
    let ids = LIBRARY.vocabulary.raw.question.iter().map(|term| term.id.get_ref().clone());
    let gone: Vec<String> = ids.filter(|id| proven.guide().questions.find(id).is_none()).take(3).collect();
    let [one, many, day] = gone.as_slice() else { panic!("every question is in every norm") };
    let written = format!("{one} = \"ja\"\n{many} = [\"een\", \"twee\"]\n{day} = 2026-11-25\n");
    let with = seal::toml(&body.replacen("\n[result]", &format!("{written}\n[result]"), 1));
    let (file, record) = read(&with).unwrap();
    let fitted = fit("case", &file, proven.guide(), &LIBRARY.vocabulary.raw, Lang::En).unwrap();
    assert_eq!(&fitted.not_in_this_norm, &gone);
    let aside: Vec<_> = file.answers.iter().filter(|(id, ..)| gone.contains(id)).cloned().collect();
    let saved = Saved { proven, answers: &fitted.answers, aside: &aside, decision: record.decision.as_ref() };
    assert_eq!(saved.case(), with);
}
