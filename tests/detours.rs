//! Detours: looking at the answers, changing one and leaving the rest, asking what to do now, and the look before
//! the result. Wherever a conversation wanders, it ends where the straight one ends.
//!
//! Knows the exercises as answers only. What they should come to is tested elsewhere.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a failed expectation is what a test is for"
)]

mod book;
mod program;
#[path = "support/random.rs"]
mod random;
#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use book::exercises;
use meldcode::engine::answers::{Answers, Given};
use meldcode::engine::evaluate::evaluate;
use meldcode::engine::outlook::Outlook;
use meldcode::engine::proven::Proven;
use meldcode::interview::bounds::{Asides, Ended};
use meldcode::interview::conversation::converse;
use meldcode::interview::prompt::{Broken, Form, Prompt, Prompter, Reply, Wish};
use meldcode::interview::scripted::{Event, Scripted};
use meldcode::model::guide::Guide;
use meldcode::model::question::Target;
use meldcode::report::json;
use meldcode::report::page::Setting;
use meldcode::report::result::Told;
use meldcode::ui::lang::Lang;
use proptest::prelude::*;
use support::{Said, answers, proven, proven_on};

/// A straight conversation that comes to a result.
const STRAIGHT: [&str; 8] = [
    "nee",
    "thuis",
    "kind-tot-12",
    "geen-van-deze",
    "zelf-gezien",
    "collega,ouders-gesproken",
    "ja",
    "structureel",
];

static LERAAR: LazyLock<&'static Proven> = LazyLock::new(|| proven("leraar"));

fn told<'g>(proven: &'g Proven, given: &Answers) -> Told<'g> {
    Told::new(proven, given, evaluate(proven, given), proven.guide().date)
}

/// The result of a set of answers, without what was given but not used.
fn result(proven: &Proven, given: &Answers) -> String {
    let mut value = json::value(&told(proven, given));
    value.as_object_mut().unwrap().remove("unused");
    value.to_string()
}

fn talk(proven: &Proven, prompter: &mut impl Prompter) -> Result<Ended, Broken> {
    let now = |given: &Answers| told(proven, given).now(Setting::default());
    converse(proven, prompter, &Asides { card: "the card", now: &now, ground: &|_| String::new() }, Lang::Nl)
        .map_err(|off| off.why)
}

fn whole(proven: &Proven, prompter: &mut impl Prompter) -> Answers {
    match talk(proven, prompter) {
        Ok(Ended::Whole(given)) => given,
        Ok(Ended::Stopped(_)) => panic!("stopped"),
        Err(why) => panic!("{why}"),
    }
}

fn script(parts: &[&[&str]]) -> Scripted {
    Scripted::in_order(parts.iter().flat_map(|part| part.iter()).copied())
}

fn straight() -> Answers {
    whole(&LERAAR, &mut script(&[&STRAIGHT]))
}

/// The choice of an answer, by its id.
fn chosen(guide: &Guide, given: &Answers, id: &str) -> Vec<String> {
    let at = guide.questions.find(id).unwrap();
    let choices = &guide.questions.get(at).choices;
    given.get(at).into_iter().flat_map(Given::choices).map(|index| choices[index].id.to_string()).collect()
}

fn prompts(script: &Scripted) -> Vec<&Prompt> {
    let mut prompts = Vec::new();
    for event in script.events() {
        if let Event::Asked(prompt) = event {
            prompts.push(prompt);
        }
    }
    prompts
}

#[test]
fn the_answers_are_shown_once_before_the_result_and_a_script_without_a_reply_gets_its_result() {
    let mut silent = script(&[&STRAIGHT]);
    let mut agreeing = script(&[&STRAIGHT, &["ja"]]);
    assert_eq!(whole(&LERAAR, &mut silent), whole(&LERAAR, &mut agreeing));
    for script in [&silent, &agreeing] {
        let asked = script.asked();
        assert_eq!(asked.iter().filter(|id| **id == "review").count(), 1, "{script}");
        assert_eq!(asked.last(), Some(&"review"));
        let overview = script.told().last().copied().unwrap();
        assert!(overview.contains(" 3  Om wie maakt u zich zorgen? · kind tot 12 jaar"), "{overview}");
        assert!(!overview.contains("Bewaard"), "{overview}");
    }
    assert_eq!(prompts(&agreeing).last().unwrap().answered, None, "the review is no question");
    assert_eq!(agreeing.left(), 0);
}

#[test]
fn a_pipe_that_answers_every_question_gets_its_result_and_one_that_ends_in_a_change_does_not() {
    let arguments = ["check", "--profession", "leraar", "--plain"];
    let answers = STRAIGHT.join("\n");
    let whole = program::run(&arguments, answers.as_bytes());
    assert_eq!(whole.code, 0, "{}", whole.err);
    assert!(whole.out.contains("DIT WIJST OP MELDEN"), "{}", whole.out);
    let changing = program::run(&arguments, format!("{answers}\nwijzig 8\n").as_bytes());
    assert_eq!((changing.code, changing.out.as_str()), (5, ""), "{}", changing.err);
}

#[test]
fn one_key_is_enough_for_the_review_and_no_question_of_the_norm_has_a_choice_marked() {
    let mut agreeing = script(&[&STRAIGHT]);
    whole(&LERAAR, &mut agreeing);
    for prompt in prompts(&agreeing) {
        assert_eq!(prompt.marked, (prompt.id == "review").then_some(0), "{}", prompt.id);
    }
}

#[test]
fn nothing_stands_between_danger_and_the_result() {
    for danger in [&["nu"][..], &["komende-dagen"]] {
        let mut script = script(&[danger]);
        whole(&LERAAR, &mut script);
        assert_eq!(script.asked(), ["gevaar-nu"]);
    }
    for first in ["nee", "weet-niet"] {
        let mut script = script(&[&[first], &STRAIGHT[1..7], &["acuut"]]);
        whole(&LERAAR, &mut script);
        assert_eq!(script.asked().last(), Some(&"onveiligheid"), "{script}");
    }
    // A change to danger, too.
    let mut script = script(&[&STRAIGHT, &["wijzig 1", "nu"]]);
    let given = whole(&LERAAR, &mut script);
    assert!(matches!(evaluate(&LERAAR, &given).outlook(), Outlook::Emergency { .. }));
    assert_eq!(script.asked().iter().filter(|id| **id == "review").count(), 1);
}

#[test]
fn what_cannot_wait_is_said_above_the_answers_for_review() {
    let mut script = script(&[&["weet-niet"], &STRAIGHT[1..]]);
    whole(&LERAAR, &mut script);
    let overview = script.told().last().copied().unwrap();
    let first = overview.lines().next().unwrap();
    assert!(first.contains("0800-2000") && first.contains("112"), "{overview}");
}

#[test]
fn a_change_keeps_every_other_answer_and_shows_the_earlier_one() {
    let mut script = script(&[&STRAIGHT[..6], &["wijzig 3", "kind-12-15"], &STRAIGHT[6..], &["ja"]]);
    let given = whole(&LERAAR, &mut script);
    let guide = LERAAR.guide();
    for (at, question) in guide.questions.iter() {
        if question.id.as_str() == "wie" {
            assert_eq!(chosen(guide, &given, "wie"), ["kind-12-15"]);
        } else {
            assert_eq!(given.get(at), straight().get(at), "{}", question.id);
        }
    }
    let asked = script.asked();
    assert_eq!(asked[6..9], ["vermoeden", "wie", "vermoeden"], "{script}");
    let changed = prompts(&script)[7];
    assert_eq!(changed.earlier, Some(Reply::One(0)));
    assert_eq!(changed.answered, Some(2), "it keeps its number");
    assert!(script.to_string().contains("Eerder koos u: Een kind jonger dan 12 jaar."), "{script}");
}

#[test]
fn several_earlier_answers_come_back_ticked_and_the_same_answer_changes_nothing() {
    let mut script = script(&[&STRAIGHT, &["wijzig 6", "", "collega,ouders-gesproken", "ja"]]);
    assert_eq!(whole(&LERAAR, &mut script), straight());
    let changed = prompts(&script)[9];
    assert_eq!(changed.id, "gedaan");
    let Some(Reply::Many(ticked)) = &changed.earlier else { panic!("{script}") };
    let ids: Vec<&str> = ticked.iter().map(|index| changed.options[*index].id.as_str()).collect();
    assert_eq!(ids, ["collega", "ouders-gesproken"]);
    // An empty line is no answer, here either.
    assert_eq!(script.events().iter().filter(|event| matches!(event, Event::Unclear { .. })).count(), 1);
}

#[test]
fn an_answer_off_the_path_is_kept_named_apart_and_comes_back() {
    // Whoever heard it from the person is not asked how it is known; without that, the question comes back answered.
    let away = ["wijzig 4", "vertelde-zelf", "overzicht"];
    let back = ["wijzig 4", "geen-van-deze"];
    let mut script = script(&[&STRAIGHT[..7], &away, &back, &STRAIGHT[7..], &["ja"]]);
    assert_eq!(whole(&LERAAR, &mut script), straight(), "{script}");
    let asked = script.asked();
    assert_eq!(asked.iter().filter(|id| **id == "hoe-weet-u-het").count(), 1, "{script}");
    let overview = script.told().into_iter().find(|text| text.contains("Bewaard")).unwrap();
    let kept = overview.lines().find(|line| line.starts_with("Bewaard")).unwrap();
    assert!(kept.contains("Hoe weet u dit?"), "{overview}");
    assert_eq!(overview.matches("Hoe weet u dit?").count(), 1, "it does not stand among those that count");
}

#[test]
fn back_leaves_a_change_and_after_a_change_asks_the_changed_question_again() {
    // In a change: nothing changed.
    let mut left = script(&[&STRAIGHT, &["wijzig 3", "terug", "ja"]]);
    assert_eq!(whole(&LERAAR, &mut left), straight());
    // After a change: the last answer given is the changed one.
    let mut undone = script(&[&STRAIGHT, &["wijzig 3", "volwassene", "terug", "kind-tot-12", "ja"]]);
    assert_eq!(whole(&LERAAR, &mut undone), straight(), "{undone}");
    // And one further: the answer before it, in the walk as it is now. What is only kept is passed over.
    let mut further =
        script(&[&STRAIGHT, &["wijzig 3", "volwassene", "terug", "terug", "thuis", "kind-tot-12"]]);
    assert_eq!(whole(&LERAAR, &mut further), straight(), "{further}");
    // At the review: the last question again.
    let mut last = script(&[&STRAIGHT, &["terug", STRAIGHT[7], "ja"]]);
    assert_eq!(whole(&LERAAR, &mut last), straight(), "{last}");
}

#[test]
fn in_menus_the_answers_are_put_up_to_choose_from() {
    let detour = ["overzicht", "wie", "kind-16-17", "overzicht", "niets"];
    let mut menus =
        script(&[&STRAIGHT[..5], &detour, &STRAIGHT[5..], &["nee", "wie", "kind-tot-12", "ja"]]).as_menus();
    assert_eq!(whole(&LERAAR, &mut menus), straight(), "{menus}");
    let which = prompts(&menus).into_iter().find(|prompt| prompt.id == "which-answer").unwrap();
    let ids: Vec<&str> = which.options.iter().map(|shown| shown.id.as_str()).collect();
    assert_eq!(ids, ["niets", "gevaar-nu", "waar", "wie", "speelt", "hoe-weet-u-het"]);
    assert_eq!(which.marked, Some(0));
}

#[test]
fn a_number_without_an_answer_and_an_overview_of_nothing_are_told() {
    let mut script =
        script(&[&["wijzig 1", "overzicht"], &STRAIGHT[..1], &["wijzig 2", "wijzig 0"], &STRAIGHT[1..]]);
    assert_eq!(whole(&LERAAR, &mut script), straight());
    let told = script.told();
    assert_eq!(told.iter().filter(|text| text.contains("nog niets beantwoord")).count(), 2, "{told:?}");
    assert_eq!(told.iter().filter(|text| text.contains("Kies 1 t/m 1")).count(), 2, "{told:?}");
}

#[test]
fn at_the_question_about_danger_now_is_an_answer_and_elsewhere_it_asks_what_to_do() {
    for now in ["nu", "now"] {
        let mut danger = Scripted::in_order([now]);
        whole(&LERAAR, &mut danger);
        assert_eq!(danger.asked(), ["gevaar-nu"]);
        let mut later = script(&[&STRAIGHT[..1], &[now], &STRAIGHT[1..]]);
        assert_eq!(whole(&LERAAR, &mut later), straight());
        assert!(later.told()[0].contains("TUSSENSTAND"), "{later}");
    }
}

/// What an open question may and may not say.
fn judge(proven: &Proven, given: &Answers) -> Result<(), String> {
    let guide = proven.guide();
    let told = told(proven, given);
    let Outlook::Ask(open) = told.evaluation.outlook() else { return Ok(()) };
    let text = told.now(Setting::default());
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let said = flat(&text);
    let lacks =
        |what: &str| if said.contains(&flat(what)) { Ok(()) } else { Err(format!("no `{what}`:\n{text}")) };
    for contact in [guide.veilig_thuis, guide.emergency_number] {
        lacks(guide.contacts.get(contact).reach())?;
    }
    lacks("tussenstand")?;
    lacks("nog geen advies en nog geen besluit")?;
    lacks(&guide.questions.get(*open).ask)?;
    lacks(&guide.actions.get(guide.ask_advice).text)?;
    let decisions = guide.rows.iter().map(|(_, row)| row.says.as_str());
    let visits = guide
        .actions
        .iter()
        .filter(|(_, action)| action.meets.is_some())
        .map(|(_, action)| action.text.as_str());
    let never = ["advies. ", "dit wijst op", "afsluiten", "wettelijk verplicht", "niets aan de hand"];
    for never in decisions.chain(visits).chain(never) {
        if said.contains(&flat(never)) {
            return Err(format!("`{never}` in:\n{text}"));
        }
    }
    Ok(())
}

#[test]
fn what_to_do_now_can_be_asked_at_every_question_and_changes_nothing() {
    for exercise in exercises() {
        let (proven, replies) = straight_of(&exercise);
        let mut asking = Wanderer { replies: &replies, ..Wanderer::new(proven) };
        asking.detours = vec![(Detour::Now, 0); 40];
        asking.once = true;
        let Ok(Ended::Whole(given)) = talk(proven, &mut asking) else { continue };
        let name = exercise.path.display();
        let mut plain = Wanderer { replies: &replies, ..Wanderer::new(proven) };
        let expected = whole(proven, &mut plain);
        assert_eq!(given, expected, "{name}");
        for text in &asking.told {
            assert!(
                text.contains("0800-2000")
                    && text.contains("112")
                    && text.to_lowercase().contains("tussenstand"),
                "{text}"
            );
        }
    }
}

#[test]
fn before_it_is_known_whether_this_is_a_case_for_the_code_only_advice_of_veilig_thuis_is_named() {
    for first in [&[][..], &["nee"], &["weet-niet"]] {
        let guide = LERAAR.guide();
        let said: Said = first.iter().map(|id| ("gevaar-nu".to_owned(), vec![(*id).to_owned()])).collect();
        let given = answers(guide, &said);
        let meanwhile = evaluate(&LERAAR, &given).meanwhile().unwrap();
        assert_eq!(meanwhile.actions, [guide.ask_advice]);
        assert!(meanwhile.do_not_wait.is_empty());
    }
}

#[test]
fn what_can_already_be_done_is_named_as_soon_as_it_is_known() {
    let guide = LERAAR.guide();
    let said = [
        ("gevaar-nu", "nee"),
        ("waar", "thuis"),
        ("wie", "kind-tot-12"),
        ("speelt", "keel-wapen-doodsdreiging"),
    ];
    let said: Said = said.iter().map(|(id, choice)| ((*id).to_owned(), vec![(*choice).to_owned()])).collect();
    let given = answers(guide, &said);
    let meanwhile = evaluate(&LERAAR, &given).meanwhile().unwrap();
    let ids: Vec<&str> = meanwhile.actions.iter().map(|at| guide.actions.get(*at).id.as_str()).collect();
    for id in ["keel-arts-nu", "bel-advies", "praat-nog-niet"] {
        assert!(ids.contains(&id), "{ids:?}");
    }
}

/// Somebody who knows the straight answers, and makes detours on the way.
struct Wanderer<'a> {
    proven: &'a Proven,
    replies: &'a BTreeMap<String, Vec<String>>,
    detours: Vec<(Detour, usize)>,
    /// One detour at each question, not more.
    once: bool,
    rested: bool,
    /// Questions that have another answer than the straight one, in the order of straying.
    astray: Vec<String>,
    /// Whether the next change is one that strays.
    straying: Option<usize>,
    /// Whether it was just asked what to do now.
    wonders: bool,
    asked: usize,
    /// What was told about that.
    told: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detour {
    Explain,
    Overview,
    Card,
    Now,
    Back,
    Change,
    Go,
}

static NONE: BTreeMap<String, Vec<String>> = BTreeMap::new();

impl<'a> Wanderer<'a> {
    fn new(proven: &'a Proven) -> Self {
        let (replies, told) = (&NONE, Vec::new());
        Self {
            proven,
            replies,
            detours: Vec::new(),
            once: false,
            rested: false,
            astray: Vec::new(),
            straying: None,
            wonders: false,
            asked: 0,
            told,
        }
    }

    /// The straight answer, when it is known and all of it is offered.
    fn straight(&self, prompt: &Prompt) -> Option<Reply> {
        let words = self.replies.get(&prompt.id)?;
        if let Form::Day { .. } = prompt.form {
            return Some(words[0].parse().map_or(Reply::DayUnknown, Reply::Day));
        }
        let index = |id: &String| prompt.options.iter().position(|shown| shown.id == *id);
        let chosen: Option<Vec<usize>> = words.iter().map(index).collect();
        let mut chosen = chosen?;
        chosen.sort_unstable();
        Some(if prompt.form == Form::One { Reply::One(chosen[0]) } else { Reply::Many(chosen) })
    }

    /// Whether this answer ends the conversation at once.
    fn ends(&self, prompt: &Prompt, reply: &Reply) -> bool {
        let guide = self.proven.guide();
        let at = guide.questions.find(&prompt.id).unwrap();
        let Reply::One(index) = reply else { return false };
        let id = &prompt.options[*index].id;
        let choice = guide.questions.get(at).choices.iter().find(|choice| choice.id.as_str() == id).unwrap();
        let acute = guide.findings.find("acuut").unwrap();
        matches!(choice.to, Some(Target::Emergency(_))) || choice.effects.records.has(acute)
    }

    /// Some other answer, that does not end the conversation.
    fn other(&self, prompt: &Prompt, number: usize) -> Reply {
        match prompt.form {
            Form::Day { .. } => Reply::DayUnknown,
            Form::Many => Reply::Many(vec![number % prompt.options.len()]),
            Form::One | Form::OneOrWord => (0..prompt.options.len())
                .map(|step| Reply::One((number + step) % prompt.options.len()))
                .find(|reply| !self.ends(prompt, reply))
                .unwrap(),
        }
    }

    fn try_another(&mut self) -> usize {
        if let Some(last) = self.astray.pop() {
            self.astray.insert(0, last);
        }
        0
    }

    fn reply(&mut self, prompt: &Prompt) -> Reply {
        self.asked += 1;
        assert!(self.asked < 1000, "going round in circles at {}, astray at {:?}", prompt.id, self.astray);
        if prompt.id == "which-answer" {
            let id = self.astray.last();
            let index = id.and_then(|id| prompt.options.iter().position(|shown| shown.id == *id));
            return Reply::One(index.unwrap_or_else(|| self.try_another()));
        }
        if prompt.id == "review" {
            return if self.astray.is_empty() { Reply::One(0) } else { Reply::One(1) };
        }
        if prompt.earlier.is_some() {
            if let Some(number) = self.straying.take() {
                let other = self.other(prompt, number);
                self.astray.retain(|id| *id != prompt.id);
                self.astray.push(prompt.id.clone());
                return other;
            }
        } else if !std::mem::replace(&mut self.rested, false)
            && let Some((detour, number)) = self.detours.pop()
        {
            self.rested = self.once;
            let answered = prompt.answered.unwrap_or(0);
            match detour {
                Detour::Explain => return Reply::Wish(Wish::Explain),
                Detour::Overview if self.astray.is_empty() => return Reply::Wish(Wish::Overview),
                Detour::Card => return Reply::Wish(Wish::Emergency),
                Detour::Now => {
                    self.wonders = true;
                    return Reply::Wish(Wish::Now);
                }
                Detour::Back => return Reply::Wish(Wish::Back),
                Detour::Change if answered > 0 => {
                    self.straying = Some(number);
                    return Reply::Wish(Wish::Change(number % answered + 1));
                }
                _ => {}
            }
        }
        let straight = self.straight(prompt);
        let home = self.astray.is_empty() || prompt.earlier.is_some();
        match straight {
            Some(reply) if home || !self.ends(prompt, &reply) => {
                self.astray.retain(|id| *id != prompt.id);
                reply
            }
            // The straight answer is not offered while another is astray: that one first.
            _ if prompt.earlier.is_some() => {
                self.try_another();
                Reply::Wish(Wish::Back)
            }
            // Off the straight path: the way back is by the overview.
            _ if !self.astray.is_empty() => Reply::Wish(Wish::Overview),
            _ => Reply::Wish(Wish::Stop),
        }
    }
}

impl Prompter for Wanderer<'_> {
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken> {
        Ok(self.reply(prompt))
    }

    fn tell(&mut self, text: &str) -> Result<(), Broken> {
        if std::mem::replace(&mut self.wonders, false) {
            self.told.push(text.to_owned());
        }
        Ok(())
    }

    fn hears_numbers(&self) -> bool {
        false
    }
}

/// The straight answers of an exercise, with "not known yet" to a day that it does not give.
fn straight_of(exercise: &book::Exercise) -> (&'static Proven, BTreeMap<String, Vec<String>>) {
    let word = |value: &toml::Value| match value {
        toml::Value::String(one) => one.clone(),
        other => other.to_string(),
    };
    let words = |value: &toml::Value| match value {
        toml::Value::Array(many) => many.iter().map(word).collect(),
        other => vec![word(other)],
    };
    let said = exercise.all["answers"].as_table().unwrap();
    let mut replies: BTreeMap<String, Vec<String>> =
        said.iter().map(|(id, value)| (id.clone(), words(value))).collect();
    replies.entry("gesprek-op".to_owned()).or_insert_with(|| vec!["0".to_owned()]);
    let day = exercise.all["date"].to_string().parse().unwrap();
    (proven_on(exercise.text("profession"), day), replies)
}

fn detours() -> impl Strategy<Value = Vec<(Detour, usize)>> {
    let detour = prop_oneof![
        1 => Just(Detour::Explain),
        1 => Just(Detour::Overview),
        1 => Just(Detour::Card),
        2 => Just(Detour::Now),
        2 => Just(Detour::Back),
        6 => Just(Detour::Change),
        4 => Just(Detour::Go),
    ];
    prop::collection::vec((detour, 0..1000_usize), 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_conversation_with_any_detours_ends_in_the_result_of_the_straight_one(
        which in any::<prop::sample::Index>(),
        detours in detours(),
    ) {
        let all = exercises();
        let (proven, replies) = straight_of(&all[which.index(all.len())]);
        let mut plain = Wanderer { replies: &replies, ..Wanderer::new(proven) };
        // An exercise may leave a question open on purpose.
        let Ok(Ended::Whole(expected)) = talk(proven, &mut plain) else { return Ok(()) };
        let mut wandering = Wanderer { replies: &replies, detours, ..Wanderer::new(proven) };
        let ended = talk(proven, &mut wandering).unwrap();
        let Ended::Whole(given) = ended else { panic!("stopped, astray at {:?}", wandering.astray) };
        prop_assert!(result(proven, &given) == result(proven, &expected), "{given:?}\n{expected:?}");
    }

    #[test]
    fn an_open_question_never_comes_with_a_decision_or_sends_anyone_to_the_family(
        said in random::any_answers(LERAAR.guide()),
    ) {
        let given = answers(LERAAR.guide(), &said);
        // The same answers with fewer and fewer of them given: every prefix is a moment of the interview.
        let mut fewer = given;
        for (at, _) in LERAAR.guide().questions.iter().collect::<Vec<_>>().into_iter().rev() {
            if let Err(why) = judge(&LERAAR, &fewer) {
                prop_assert!(false, "{}\n{why}", random::as_toml(&said));
            }
            fewer.retract(at);
        }
    }
}
