//! The generic weighing without doubt, decided by our engine, by hand, and by engines that other people wrote.
//!
//! `cargo run --release --manifest-path benches/peers/Cargo.toml`
//!
//! First every one of them is held against the `match` by hand, over the whole input space. Then they take turns. Inputs
//! lie ready in the form that each engine likes best: what is measured is deciding, not reading.

#[path = "../../measure/mod.rs"]
mod measure;
#[path = "../../plain/mod.rs"]
mod plain;
mod rules;

use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;

use datalogic_rs::bumpalo::Bump;
use datalogic_rs::{Engine as JsonLogic, ParsedData};
use jiff::civil::date;
use measure::table::{row, table};
use measure::{Way, in_turn};
use meldcode::audit::prove;
use meldcode::content::library::Library;
use meldcode::content::store::Store;
use meldcode::engine::evaluate::{Room, weigh_into};
use plain::Sheet;
use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use serde_json::{Map, Value, json};
use zen_engine::Decision;
use zen_expression::vm::VM;

/// Each way is measured so many times.
const TIMES: usize = 31;
/// So many sheets in one round, in an order that cannot be guessed.
const DRAWN: usize = 8192;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// An engine with its inputs: decides the sheet with this number.
struct Peer<'a> {
    name: &'a str,
    /// So often over all sheets in one round: the slow ones need less.
    passes: usize,
    decide: Box<dyn FnMut(usize) -> String + 'a>,
    only: Box<dyn FnMut(usize) + 'a>,
}

fn input(sheet: &Sheet) -> Value {
    let fields = sheet.words().map(|(question, choice)| (question.replace('-', "_"), json!(choice)));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn main() -> Outcome<()> {
    let library = Library::read(&Store::embedded(), Vec::new()).map_err(|why| format!("{why:?}"))?;
    let proven = prove(&library, "algemeen", date(2026, 11, 22)).map_err(|why| format!("{why:?}"))?;
    let walks = plain::walks(&proven)?;
    let all = Sheet::all();
    for (sheets, measured) in [(&all, false), (&walks, true)] {
        let mut peers = peers(&proven, sheets)?;
        if measured {
            measure_all(peers, &plain::drawn(sheets.len(), DRAWN))?;
            continue;
        }
        for peer in &mut peers {
            for (at, sheet) in sheets.iter().enumerate() {
                let (theirs, by_hand) = ((peer.decide)(at), plain::decide(sheet));
                if theirs != by_hand {
                    let name = peer.name;
                    return Err(format!("{name}: {sheet:?}: `{theirs}`, by hand `{by_hand}`").into());
                }
            }
        }
        table(&[row([&format!(
            "{} ways decide all {} sheets alike; {} walks",
            peers.len(),
            sheets.len(),
            walks.len()
        )])])?;
    }
    Ok(())
}

fn measure_all(peers: Vec<Peer<'_>>, order: &[usize]) -> Outcome<()> {
    let mut ways: Vec<Way<'_>> = peers
        .into_iter()
        .map(|mut peer| {
            let passes = peer.passes;
            Way::new(peer.name, passes * order.len(), move || {
                for _ in 0..passes {
                    order.iter().copied().for_each(&mut peer.only);
                }
            })
        })
        .collect();
    in_turn(TIMES, &mut ways);
    let [by_hand, ours, ..] = &ways[..] else { return Err("nobody to measure".into()) };
    let mut rows = vec![row(["", "million a second", "x by hand", "x meldcode", "at best"])];
    for way in &ways {
        let rate = format!("{:.3}", 1e-6 / way.seconds());
        let beside = |other| format!("{:.1}", way.beside(other));
        let best = format!("{:.1}", way.beside_at_best(ours));
        rows.push(row([way.name(), &rate, &beside(by_hand), &beside(ours), &best]));
    }
    Ok(table(&rows)?)
}

/// Everybody, with these sheets in hand.
fn peers<'a>(proven: &'a meldcode::engine::proven::Proven, sheets: &'a [Sheet]) -> Outcome<Vec<Peer<'a>>> {
    let inputs: Vec<Value> = sheets.iter().map(input).collect();
    let tree = rules::weighing();
    let rows = tree.rows();
    let mut peers = vec![Peer {
        name: "by hand, one `match`",
        passes: 4,
        decide: Box::new(|at| plain::decide(&sheets[at]).to_owned()),
        only: Box::new(|at| _ = black_box(plain::decide(black_box(&sheets[at])))),
    }];

    let guide = proven.guide();
    let established = plain::established(guide);
    let answers: Arc<[_]> = sheets.iter().map(|sheet| sheet.answers(guide)).collect();
    let (mut room, mut other, same) = (Room::default(), Room::default(), Arc::clone(&answers));
    peers.push(Peer {
        name: "meldcode",
        passes: 2,
        decide: Box::new(move |at| {
            let concluded = weigh_into(proven, established, &answers[at], &mut room);
            plain::word(guide, &concluded).to_owned()
        }),
        only: Box::new(move |at| {
            black_box(weigh_into(proven, established, black_box(&same[at]), &mut other));
        }),
    });

    let rule = Arc::new(JsonLogic::new().compile(&tree.json_logic()).map_err(|why| format!("{why:?}"))?);
    let parse = |value: &Value| ParsedData::from_json(&value.to_string()).map_err(|why| format!("{why:?}"));
    let data: Arc<[_]> = inputs.iter().map(parse).collect::<Result<Vec<_>, _>>()?.into();
    let (same_rule, same_data) = (Arc::clone(&rule), Arc::clone(&data));
    let (engine, other, mut arena) = (JsonLogic::new(), JsonLogic::new(), Bump::new());
    peers.push(Peer {
        name: "datalogic-rs, compiled",
        passes: 1,
        decide: Box::new(move |at| {
            let arena = Bump::new();
            let told = engine.evaluate(&rule, data[at].value(), &arena).ok();
            told.and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default()
        }),
        only: Box::new(move |at| {
            arena.reset();
            _ = black_box(other.evaluate(&same_rule, same_data[at].value(), &arena));
        }),
    });

    let expression =
        zen_expression::compile_expression(&tree.expression()).map_err(|why| format!("{why:?}"))?;
    let expression = Arc::new(expression);
    let variables: Arc<[zen_expression::Variable]> = inputs.iter().cloned().map(Into::into).collect();
    let (same, same_variables) = (Arc::clone(&expression), Arc::clone(&variables));
    let (mut vm, mut other_vm) = (VM::new(), VM::new());
    peers.push(Peer {
        name: "zen-expression, compiled",
        passes: 2,
        decide: Box::new(move |at| {
            let told = expression.evaluate_with(variables[at].clone(), &mut vm).ok();
            told.and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default()
        }),
        only: Box::new(move |at| {
            _ = black_box(same.evaluate_with(same_variables[at].clone(), &mut other_vm));
        }),
    });

    let policy = rules::rego(&tree);
    let entry = "data.weighing.outcome";
    let values = inputs.iter().map(|value| regorus::Value::from_json_str(&value.to_string()));
    let values: Arc<[regorus::Value]> = values.collect::<Result<Vec<_>, _>>()?.into();
    let text = |value: &regorus::Value| value.as_string().map(|text| text.to_string()).unwrap_or_default();
    let mut engine = regorus::Engine::new();
    engine.add_policy("weighing.rego".to_owned(), policy)?;
    let compiled = engine.compile_with_entrypoint(&entry.into())?;
    let program = Compiler::compile_from_policy(&compiled, &[entry])?;
    let vm = || {
        let mut vm = RegoVM::new();
        vm.load_program(program.clone());
        vm
    };
    let (mut first, mut second) = (vm(), vm());
    let (same, again) = (Arc::clone(&values), Arc::clone(&values));
    peers.push(Peer {
        name: "regorus, byte code",
        passes: 1,
        decide: Box::new(move |at| {
            first.set_input(values[at].clone());
            first.execute().map(|told| text(&told)).unwrap_or_default()
        }),
        only: Box::new(move |at| {
            second.set_input(same[at].clone());
            _ = black_box(second.execute());
        }),
    });
    let (policy, once_more) = (compiled.clone(), Arc::clone(&again));
    peers.push(Peer {
        name: "regorus, policy",
        passes: 1,
        decide: Box::new(move |at| {
            compiled.eval_with_input(again[at].clone()).map(|told| text(&told)).unwrap_or_default()
        }),
        only: Box::new(move |at| _ = black_box(policy.eval_with_input(once_more[at].clone()))),
    });

    let content: zen_engine::model::DecisionContent = serde_json::from_value(rules::decision_table(&rows))?;
    let decision = Arc::new(Decision::from(content));
    let contexts: Arc<[zen_engine::Variable]> = inputs.into_iter().map(Into::into).collect();
    let (same, same_contexts) = (Arc::clone(&decision), Arc::clone(&contexts));
    peers.push(Peer {
        name: "zen-engine, decision table",
        passes: 1,
        decide: Box::new(move |at| {
            let told = pollster::block_on(decision.evaluate(contexts[at].clone()));
            let told = told.ok().and_then(|told| told.result.dot("outcome"));
            told.and_then(|told| told.as_str().map(str::to_owned)).unwrap_or_default()
        }),
        only: Box::new(move |at| {
            _ = black_box(pollster::block_on(same.evaluate(same_contexts[at].clone())));
        }),
    });
    Ok(peers)
}
