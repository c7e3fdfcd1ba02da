//! The generic weighing without doubt as a tree, and the forms in which other engines want it.
//!
//! Knows questions, choices and outcomes, and nothing of how fast anything is.

use serde_json::{Value, json};

/// What to look at, and what then.
pub(crate) enum Tree {
    /// The outcome: a row of the decision table, or the question that is open.
    End(&'static str),
    /// An answer to look at.
    Look(&'static str, Vec<(&'static [&'static str], Tree)>, Box<Tree>),
}

/// A row of a table in which the first row that fits counts.
pub(crate) struct Row {
    /// Each question with the answers that fit.
    pub(crate) when: Vec<(&'static str, &'static [&'static str])>,
    /// The outcome.
    pub(crate) outcome: &'static str,
}

/// The weighing.
pub(crate) fn weighing() -> Tree {
    use Tree::End;
    let look = |question, when, otherwise| Tree::Look(question, when, Box::new(End(otherwise)));
    let reported = |[to_do, made, safe, again]: [&'static str; 4]| {
        let result = look("resultaat", vec![(&["ja"][..], End(safe)), (&["nee"], End(again))], made);
        look("gemeld", vec![(&["ja", "ja-verteld"][..], result)], to_do)
    };
    let refused = reported([
        "melden-hulp-geweigerd",
        "gemeld-hulp-geweigerd",
        "hulp-afsluiten-na-melding-geweigerd",
        "opnieuw-melden-geweigerd",
    ]);
    let alone = look(
        "ander_in_huis",
        vec![(&["ja"], refused), (&["nee"], End("volwassene-weigert"))],
        "ander-in-huis",
    );
    let result = look(
        "resultaat",
        vec![(&["ja"], End("hulp-afsluiten")), (&["nee"], End("melden-na-hulp"))],
        "hulp-met-afspraken",
    );
    let accepted = look("aanvaarden", vec![(&["ja"], result), (&["nee"], alone)], "aanvaarden");
    let no_help = reported([
        "melden-geen-hulp",
        "gemeld-geen-hulp",
        "hulp-afsluiten-na-melding-hulp",
        "opnieuw-melden-geen-hulp",
    ]);
    let help = look("hulp", vec![(&["ja"], accepted), (&["nee"], no_help)], "hulp");
    let unsafe_now = reported([
        "melden-onveilig",
        "gemeld-onveilig",
        "hulp-afsluiten-na-melding",
        "opnieuw-melden-onveilig",
    ]);
    let safety = look(
        "onveiligheid",
        vec![(&["acuut", "structureel"], unsafe_now), (&["geen"], help)],
        "onveiligheid",
    );
    look(
        "vermoeden",
        vec![(&["ja"], safety), (&["nee"], End("afsluiten")), (&["twijfel"], End("vermoeden-uitzoeken"))],
        "vermoeden",
    )
}

impl Tree {
    /// As a table in which the first row that fits counts.
    pub(crate) fn rows(&self) -> Vec<Row> {
        match self {
            Self::End(outcome) => vec![Row { when: Vec::new(), outcome }],
            Self::Look(question, when, otherwise) => {
                let mut rows = Vec::new();
                for (choices, then) in when {
                    for mut row in then.rows() {
                        row.when.insert(0, (question, choices));
                        rows.push(row);
                    }
                }
                rows.extend(otherwise.rows());
                rows
            }
        }
    }

    /// As JSON rules.
    pub(crate) fn json_logic(&self) -> Value {
        match self {
            Self::End(outcome) => json!(outcome),
            Self::Look(question, when, otherwise) => {
                let is = |choice: &&str| json!({"==": [{"var": question}, choice]});
                let mut parts = Vec::new();
                for (choices, then) in when {
                    parts.push(match choices {
                        [choice] => is(choice),
                        _ => json!({"or": choices.iter().map(is).collect::<Vec<_>>()}),
                    });
                    parts.push(then.json_logic());
                }
                parts.push(otherwise.json_logic());
                json!({ "if": parts })
            }
        }
    }

    /// As one expression.
    pub(crate) fn expression(&self) -> String {
        match self {
            Self::End(outcome) => format!("'{outcome}'"),
            Self::Look(question, when, otherwise) => {
                when.iter().rev().fold(otherwise.expression(), |rest, (choices, then)| {
                    let each: Vec<String> =
                        choices.iter().map(|choice| format!("{question} == '{choice}'")).collect();
                    format!("({} ? {} : {rest})", each.join(" or "), then.expression())
                })
            }
        }
    }
}

/// As a policy: a rule for each place where an answer is looked at, of which the first body that holds counts.
pub(crate) fn rego(tree: &Tree) -> String {
    let mut rules = Vec::new();
    let first = rule(tree, &mut rules);
    format!("package weighing\n\nimport rego.v1\n\noutcome := {first}\n\n{}", rules.join("\n"))
}

/// What stands for a tree where its value is wanted: the outcome, or the name of a rule that is added to these.
fn rule(tree: &Tree, rules: &mut Vec<String>) -> String {
    let (question, when, otherwise) = match tree {
        Tree::End(outcome) => return format!("\"{outcome}\""),
        Tree::Look(question, when, otherwise) => (question, when, otherwise),
    };
    let bodies: Vec<String> = when
        .iter()
        .map(|(choices, then)| {
            let holds = match choices {
                [choice] => format!("input.{question} == \"{choice}\""),
                _ => {
                    let each: Vec<String> = choices.iter().map(|one| format!("\"{one}\"")).collect();
                    format!("input.{question} in {{{}}}", each.join(", "))
                }
            };
            format!(":= {} if {{ {holds} }}", rule(then, rules))
        })
        .collect();
    let otherwise = rule(otherwise, rules);
    let name = format!("rule_{}", rules.len());
    rules.push(format!("{name} {} else := {otherwise} if {{ true }}\n", bodies.join(" else ")));
    name
}

/// As a decision table between an input and an output.
pub(crate) fn decision_table(rows: &[Row]) -> Value {
    let mut fields: Vec<&str> =
        rows.iter().flat_map(|row| &row.when).map(|(question, _)| *question).collect();
    fields.sort_unstable();
    fields.dedup();
    let input = |field: &&str| json!({"id": field, "name": field, "field": field});
    let rule = |(place, row): (usize, &Row)| {
        let mut cells = serde_json::Map::new();
        cells.insert("_id".to_owned(), json!(place.to_string()));
        for field in &fields {
            let cell = row.when.iter().find(|(question, _)| question == field);
            let cell = cell.map_or_else(String::new, |(_, choices)| {
                choices.iter().map(|choice| format!("'{choice}'")).collect::<Vec<_>>().join(",")
            });
            cells.insert((*field).to_owned(), json!(cell));
        }
        cells.insert("out".to_owned(), json!(format!("'{}'", row.outcome)));
        Value::Object(cells)
    };
    json!({
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode", "content": {}},
            {"id": "table", "name": "table", "type": "decisionTableNode", "content": {
                "hitPolicy": "first",
                "inputs": fields.iter().map(input).collect::<Vec<_>>(),
                "outputs": [{"id": "out", "name": "outcome", "field": "outcome"}],
                "rules": rows.iter().enumerate().map(rule).collect::<Vec<_>>(),
            }},
            {"id": "out", "name": "out", "type": "outputNode", "content": {}},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "table"},
            {"id": "2", "sourceId": "table", "targetId": "out"},
        ],
    })
}
