//! Laws of what hangs on the walk: questions that are known already, flows, themes.
//!
//! Knows which questions stand in a flow. Refuses to say what the right advice is.

use std::cell::Cell;
use std::path::Path;

use jiff::civil::date;
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::routes::Routes;
use meldcode::model::guide::Guide;
use meldcode::model::question::{Choice, Finding};
use meldcode::model::register::Set;

use super::*;

/// The published content; a theme of ours added, or all themes left out.
fn library(theme: Option<&str>) -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("meldcode");
    let (mut store, problems) = Store::directory(&root).unwrap();
    match theme {
        Some(text) => {
            drop(store.texts.insert("themes/proef/2019-01-01.toml".to_owned(), text.to_owned().into()));
        }
        None => store.texts.retain(|file, _| !file.starts_with("themes/")),
    }
    Library::read(&store, problems).unwrap()
}

fn guide_of(library: &Library) -> Proven {
    prove(library, "algemeen", date(2026, 11, 22)).unwrap()
}

/// The choice that is known already from what other answers established.
fn known(question: &Question, findings: Set<Finding>) -> Option<usize> {
    let known = |choice: &Choice| !choice.known_if.is_empty() && findings.covers(choice.known_if);
    question.choices.iter().position(known)
}

/// The questions of every flow, and the answers elsewhere that bring them up.
struct Flows {
    questions: Vec<Ref<Question>>,
    ticks: Vec<(Ref<Question>, usize)>,
}

fn flows(guide: &Guide) -> Flows {
    let library = library(None);
    let written = library.flows.iter().flat_map(|flow| &flow.filed.raw.question);
    let questions: Vec<_> = written.map(|q| guide.questions.find(q.id.get_ref()).unwrap()).collect();
    let heard = questions.iter().fold(Set::EMPTY, |all, at| all.or(guide.questions.get(*at).guard.only_if));
    let choices = guide.questions.iter().flat_map(|(at, question)| {
        question.choices.iter().enumerate().map(move |(index, choice)| (at, index, choice.effects.records))
    });
    let ticks = choices.filter(|(_, _, records)| !records.and(heard).is_empty());
    let ticks: Vec<_> = ticks.map(|(at, index, _)| (at, index)).collect();
    assert!(!questions.is_empty() && !ticks.is_empty(), "no flows");
    Flows { questions, ticks }
}

impl Flows {
    /// The same answers, with every flow brought up.
    fn ticked(&self, guide: &Guide, answers: &Answers) -> Answers {
        let mut more = answers.clone();
        for (at, index) in &self.ticks {
            let alone = |index: &usize| guide.questions.get(*at).choices[*index].alone;
            let others = more.get(*at).into_iter().flat_map(Given::choices).filter(|other| !alone(other));
            let chosen: Vec<usize> = others.chain([*index]).collect();
            more.set(*at, Given::many(chosen));
        }
        more
    }

    /// Every combination of the choices of the free questions with every outcome of the flows, all brought up.
    fn on_every_walk(
        &self,
        guide: &Guide,
        fixed: &[(&str, &str)],
        free: &[&str],
        mut each: impl FnMut(&Answers),
    ) {
        let mut start = Answers::none(guide);
        let always = [("gevaar-nu", "nee"), ("waar", "thuis"), ("vermoeden", "ja")];
        for (id, choice) in always.iter().chain(fixed) {
            let at = guide.questions.find(id).unwrap();
            let choices = &guide.questions.get(at).choices;
            let index = choices.iter().position(|other| other.id.as_str() == *choice).unwrap();
            start.set(at, one_of(guide, at, index));
        }
        let outcomes = self.questions.iter().map(|at| guide.questions.get(*at).choices.len());
        let outcomes = outcomes.max().unwrap();
        combinations(guide, free, &start, &mut |said| {
            let mut said = self.ticked(guide, said);
            for outcome in 0..outcomes {
                for at in &self.questions {
                    let last = guide.questions.get(*at).choices.len() - 1;
                    said.set(*at, Given::One(outcome.min(last)));
                }
                each(&said);
            }
        });
    }

    /// The same answers as if there were no flow: what it made known is answered by hand.
    fn by_hand(&self, proven: &Proven, answers: &Answers) -> Answers {
        let guide = proven.guide();
        let found = evaluate(proven, answers);
        let mut fewer = answers.clone();
        for at in &self.questions {
            fewer.retract(*at);
        }
        for (at, _) in &self.ticks {
            let ticked = |other: &usize| self.ticks.contains(&(*at, *other));
            let given = answers.get(*at).into_iter().flat_map(Given::choices);
            let mut chosen: Vec<usize> = given.filter(|other| !ticked(other)).collect();
            let choices = &guide.questions.get(*at).choices;
            let offered = |index: &usize| choices[*index].guard.opens(found.concluded.state.records);
            if found.path.iter().any(|(on, _)| on == at) && !chosen.iter().any(offered) {
                chosen = choices.iter().position(|choice| choice.alone).into_iter().collect();
            }
            fewer.set(*at, Given::many(chosen));
        }
        for (at, question) in guide.questions.iter() {
            if let Some(known) = known(question, found.concluded.state.records) {
                fewer.set(at, Given::One(known));
            }
        }
        fewer
    }
}

/// The questions that some reading of the answers waited at.
fn waited_at(guide: &Guide, answers: &Answers) -> Result<Vec<Ref<Question>>, String> {
    let routes = Routes::of(guide);
    let mut frontier = Frontier::start(&routes);
    let mut waited = Vec::new();
    while let Some(at) = frontier.next() {
        for branch in &frontier.open {
            let question = guide.questions.get(branch.at);
            must(known(question, branch.state.records).is_none(), || format!("`{}` is known", question.id))?;
        }
        waited.push(at);
        frontier.read(&routes, at, answers.get(at));
    }
    Ok(waited)
}

/// An answer that makes one choice.
fn one_of(guide: &Guide, at: Ref<Question>, choice: usize) -> Given {
    if guide.questions.get(at).kind == Kind::Many { Given::many([choice]) } else { Given::One(choice) }
}

/// Every combination of the choices, one of each question.
fn combinations(guide: &Guide, questions: &[&str], said: &Answers, each: &mut impl FnMut(&Answers)) {
    let Some((id, rest)) = questions.split_first() else { return each(said) };
    let at = guide.questions.find(id).unwrap();
    for choice in 0..guide.questions.get(at).choices.len() {
        combinations(guide, rest, &with(said, at, one_of(guide, at, choice)), each);
    }
}

/// Answers of which some are known already: any at all, and every walk of an adult who may refuse help.
/// The law says whether it met a known question or a flow.
fn holds_beside_flows(at_least: usize, law: impl Fn(&Flows, &Proven, &Answers) -> Result<bool, String>) {
    let published = proven("algemeen");
    let guide = published.guide();
    let (flows, met) = (flows(guide), Cell::new(0));
    holds_for_any_answers(6_000, |proven, answers| {
        met.set(met.get() + usize::from(law(&flows, proven, &flows.ticked(guide, answers))?));
        Ok(())
    });
    let fixed = [("wie", "volwassene"), ("gedaan", "betrokkene-gesproken")];
    let free = ["speelt", "hoe-weet-u-het", "onveiligheid", "hulp", "aanvaarden"];
    flows.on_every_walk(guide, &fixed, &free, |said| {
        let so = law(&flows, published, said).unwrap_or_else(|why| panic!("{why}\n{said:?}"));
        met.set(met.get() + usize::from(so));
    });
    assert!(met.get() >= at_least, "only {} were met", met.get());
}

#[test]
fn what_is_known_is_never_asked_and_an_answer_to_it_changes_nothing() {
    holds_beside_flows(1_000, |flows, proven, answers| {
        let guide = proven.guide();
        let waited = waited_at(guide, answers)?;
        let mut met = false;
        for (at, question) in guide.questions.iter().filter(|(at, _)| !waited.contains(at)) {
            let id = &question.id;
            let fewer = without(answers, at);
            let found = evaluate(proven, &fewer);
            if known(question, found.concluded.state.records).is_none() {
                continue;
            }
            let by_hand = evaluate(proven, &flows.by_hand(proven, &fewer));
            met |= by_hand.path.iter().any(|(on, _)| *on == at);
            must(found.asks() != Some(at), || format!("`{id}` is known, and asked"))?;
            for choice in 0..question.choices.len() {
                let more = with(&fewer, at, Given::One(choice));
                must(whole(proven, &more) == whole(proven, &fewer), || {
                    format!("an answer to `{id}` counts")
                })?;
                must(evaluate(proven, &more).unused.contains(&at), || format!("`{id}` is not listed"))?;
            }
        }
        Ok(met)
    });
}

#[test]
fn with_a_flow_it_comes_to_what_the_same_answers_given_by_hand_come_to() {
    holds_beside_flows(8_000, |flows, proven, answers| {
        let guide = proven.guide();
        let found = evaluate(proven, answers);
        if found.asks().is_some_and(|asked| flows.questions.contains(&asked)) {
            return Ok(false);
        }
        let bare = evaluate(proven, &flows.by_hand(proven, answers));
        let (word, bare_word) = (found.outlook().word(), bare.outlook().word());
        // Of readings that point the same way, the one that nothing holds gives its row, and a flow may be what holds.
        let advice = |found: &Evaluation<'_>| found.outlook().advice(guide);
        must(advice(&found) == advice(&bare), || {
            format!("{:?}, by hand {:?}", advice(&found), advice(&bare))
        })?;
        // What a flow asks to be done can be done, or left: only closing and helping alone wait for it.
        let settles = matches!(way(proven, &found), Some(Way::Close | Way::Help));
        must(settles || word == bare_word, || format!("{word:?}, without the flow {bare_word:?}"))?;
        must(found.asks() == bare.asks(), || "asks another question".to_owned())?;
        let (holds, bare_holds) = (found.concluded.holds, bare.concluded.holds);
        let reports = way(proven, &found) >= Some(Way::Made);
        must(!reports || holds == bare_holds, || {
            format!("held by {holds:?}, without the flow {bare_holds:?}")
        })?;
        Ok(found.path.iter().any(|(at, _)| flows.questions.contains(at)))
    });
}

#[test]
fn no_flow_ever_holds_a_report() {
    let proven = proven("algemeen");
    let guide = proven.guide();
    let flows = flows(guide);
    let mut reports = 0;
    let free = ["wie", "speelt", "hoe-weet-u-het", "gedaan", "geen-gesprek", "onveiligheid"];
    flows.on_every_walk(guide, &[], &free, |said| {
        let found = evaluate(proven, said);
        if way(proven, &found) == Some(Way::Report) {
            let bare = evaluate(proven, &flows.by_hand(proven, said));
            assert_eq!(found.concluded.holds, bare.concluded.holds, "{said:?}");
            assert_eq!(found.outlook().word(), bare.outlook().word(), "{said:?}");
            reports += 1;
        }
    });
    assert!(reports > 20_000, "only {reports} reports were met");
}

/// A theme that speaks with every result about anybody who was spoken to, or was not.
const THEME: &str = r#"
schema = 1
id = "themes/proef"
title = "Proef"
published = 2019-01-01
valid_from = 2019-01-01
revision = 1
slot = "before-decision"
only_if = ["kind"]
means = "Alleen voor een toets."
cite = { source = "wmo-2015", at = "nergens", kind = "practice", confidence = "open" }

[[red_flag]]
id = "proef-vlag"
text = "Alleen voor een toets."
cite = { source = "wmo-2015", at = "nergens", kind = "practice", confidence = "open" }

[[notice]]
id = "proef-altijd"
step = 3
with = ["emergency", "not-yet", "report", "made", "help", "close"]
text = "Alleen voor een toets."
cite = { source = "wmo-2015", at = "nergens", kind = "practice", confidence = "open" }
"#;

#[test]
fn a_theme_adds_lines_and_changes_nothing_else() {
    let (with_theme, plain) = (guide_of(&library(Some(THEME))), guide_of(&library(None)));
    let spoke = Cell::new(0);
    holds_for_any_answers(9_000, |_, answers| {
        let (more, fewer) = (whole(&with_theme, answers), whole(&plain, answers));
        spoke.set(spoke.get() + usize::from(more.notices.contains(&"proef-altijd")));
        let added: Vec<&str> =
            more.notices.iter().filter(|notice| !fewer.notices.contains(notice)).copied().collect();
        let kept = Whole { notices: fewer.notices.clone(), ..more };
        must(kept == fewer, || format!("with {added:?} it comes to {:?}", kept.concluded))?;
        let unused = |proven| evaluate(proven, answers).unused;
        must(unused(&with_theme) == unused(&plain), || "another answer is unused".to_owned())
    });
    assert!(spoke.get() > 300, "the theme spoke {} times", spoke.get());
}
