//! A second evaluator, naive on purpose: it walks the documents as they are written, from answer to answer.
//!
//! Knows TOML tables, strings and DESIGN.md, sections 2 and 4. Refuses every type and every line of `src/engine`:
//! what both say the same was thought of twice.

mod documents;

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

pub(crate) use documents::Documents;
use documents::{Words, list, named, opens, text};

/// Answers as a trainer types them: a question, and what was chosen.
pub(crate) type Said = BTreeMap<String, Vec<String>>;

/// What one set of answers comes to. Where the documents leave a tie, every way out of it is possible.
#[derive(Debug)]
pub(crate) struct Findings<'d> {
    pub(crate) findings: Words<'d>,
    pub(crate) open: Words<'d>,
    pub(crate) done: Words<'d>,
    pub(crate) possible: Vec<Outcome>,
    /// Doubts on the path, in the order of the walk: `hulp twijfel`.
    pub(crate) doubts: Vec<String>,
    /// Questions for later that some reading met without an answer.
    pub(crate) later: Words<'d>,
}

/// One outlook, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Outcome {
    pub(crate) outlook: String,
    pub(crate) row: Option<String>,
    pub(crate) report: Option<String>,
    pub(crate) help: Option<String>,
    pub(crate) held_by: BTreeSet<String>,
    /// What leaves it open, and so says what comes first: `duty gesprek`, `doubt hulp twijfel`, `row`.
    pub(crate) because: Option<String>,
    /// The question that is asked, the door, or the question for later.
    pub(crate) leads_to: Option<String>,
    pub(crate) unused: BTreeSet<String>,
    pub(crate) actions: Vec<String>,
    pub(crate) notices: Vec<String>,
    pub(crate) urgency: String,
}

/// What one reading established.
#[derive(Clone, Default)]
struct Known<'d> {
    findings: Words<'d>,
    conclusions: Words<'d>,
    imposed: Words<'d>,
    fulfilled: Words<'d>,
    excused: Words<'d>,
    used: Words<'d>,
    raised: Words<'d>,
    doubts: BTreeSet<(usize, &'d str)>,
}

enum How<'d> {
    Danger,
    Door(&'d str),
    Open(usize),
    Closed(Option<(&'d str, &'d str)>),
}

struct End<'d> {
    how: How<'d>,
    known: Known<'d>,
}

/// What the norm says about one reading.
struct Decided<'d> {
    row: &'d Table,
    way: usize,
    holds: Words<'d>,
    danger: bool,
    next: Option<(&'d str, &'d str)>,
}

impl Documents {
    pub(crate) fn evaluate(&self, said: &Said) -> Findings<'_> {
        let imposed = self.always.iter().map(String::as_str).collect();
        let findings = self.given.iter().map(String::as_str).collect();
        let ends = self.arrive(said, 0, None, Known { imposed, findings, ..Known::default() });
        let mut all = Known::default();
        for end in &ends {
            all.findings.extend(&end.known.findings);
            all.fulfilled.extend(&end.known.fulfilled);
            all.used.extend(&end.known.used);
            all.raised.extend(&end.known.raised);
            all.doubts.extend(&end.known.doubts);
        }
        // A reading that ends in danger stops before it hears what was done: it has no say about duties.
        let heard = ends.iter().filter(|end| !matches!(end.how, How::Danger));
        let heard =
            if heard.clone().count() == 0 { ends.iter().collect() } else { heard.collect::<Vec<_>>() };
        // Once a report was made and settled it, the readings without one have no say about duties either.
        let settled = self.settled(&ends);
        let heard = heard.into_iter().filter(|end| !settled || self.late(end));
        let open: Words<'_> = heard.flat_map(|end| end.known.open()).collect();
        let done = all.fulfilled.difference(&open).copied().collect();
        let later = ends.iter().filter_map(|end| match end.how {
            How::Closed(Some((question, _))) => Some(question),
            _ => None,
        });
        let later = later.collect();
        let possible = self.merge(&ends, &all, &open);
        let possible = possible.into_iter().map(|(outcome, days)| {
            let unused =
                said.keys().filter(|id| !all.used.contains(id.as_str()) && !days.contains(id.as_str()));
            Outcome {
                unused: unused.cloned().collect(),
                notices: self.notices(&outcome, &all),
                urgency: all.urgency(&outcome).to_owned(),
                ..outcome
            }
        });
        let possible = possible.collect();
        let doubts =
            all.doubts.iter().map(|(at, choice)| format!("{} {choice}", text(&self.questions[*at], "id")));
        let doubts = doubts.collect();
        Findings { findings: all.findings, open, done, possible, doubts, later }
    }

    /// From a question along an arrow; without one, to the next question that is not about a day.
    fn follow<'d>(&'d self, said: &Said, at: usize, to: Option<&'d Value>, known: Known<'d>) -> Vec<End<'d>> {
        let place = |id: &str| self.questions.iter().position(|question| text(question, "id") == id).unwrap();
        let Some(arrow) = to.and_then(Value::as_table) else {
            let next = (at + 1..self.questions.len()).find(|&i| text(&self.questions[i], "kind") != "date");
            return match next.filter(|_| to.and_then(Value::as_str) != Some("close")) {
                Some(next) => self.arrive(said, next, None, known),
                None => vec![End { how: How::Closed(None), known }],
            };
        };
        if let Some(later) = arrow.get("later").and_then(Value::as_table) {
            return self.arrive(said, place(text(later, "question")), Some(text(later, "occasion")), known);
        }
        match (text(arrow, "question"), text(arrow, "door")) {
            ("", "") => vec![End { how: How::Danger, known }],
            ("", door) => vec![End { how: How::Door(door), known }],
            (question, _) => self.arrive(said, place(question), None, known),
        }
    }

    /// At a question: past it, stuck at it, or on with the answer; a doubt goes on once under each reading.
    fn arrive<'d>(
        &'d self,
        said: &Said,
        at: usize,
        occasion: Option<&'d str>,
        mut known: Known<'d>,
    ) -> Vec<End<'d>> {
        let question = &self.questions[at];
        let id = text(question, "id");
        if !opens(question, &known.findings) {
            return self.follow(said, at, question.get("to"), known);
        }
        let choices: Vec<&Table> =
            question["choice"].as_array().unwrap().iter().filter_map(Value::as_table).collect();
        let of_id = |id: &str| *choices.iter().find(|choice| text(choice, "id") == id).unwrap();
        let wanted = said.get(id).map(Vec::as_slice).unwrap_or_default();
        let chosen = choices.iter().filter(|choice| wanted.iter().any(|id| id == text(choice, "id")));
        let chosen: Vec<&Table> = chosen.filter(|choice| opens(choice, &known.findings)).copied().collect();
        // What other answers established already is not asked.
        let is_known = |choice: &&&Table| {
            choice.contains_key("known_if") && list(choice, "known_if").all(|f| known.findings.contains(f))
        };
        let chosen = if let Some(choice) = choices.iter().find(is_known) {
            vec![*choice]
        } else {
            if !chosen.is_empty() {
                known.used.insert(id);
            }
            chosen
        };
        let Some(choice) = chosen.first() else {
            let how = occasion.map_or(How::Open(at), |occasion| How::Closed(Some((id, occasion))));
            return vec![End { how, known }];
        };
        for choice in &chosen {
            self.learn(&mut known, choice);
        }
        if choice.contains_key("readings") {
            known.doubts.insert((at, text(choice, "id")));
            let each = list(choice, "readings").flat_map(|reading| {
                let (reading, mut known) = (of_id(reading), known.clone());
                self.learn(&mut known, reading);
                self.follow(said, at, reading.get("to").or(question.get("to")), known)
            });
            return each.collect();
        }
        self.follow(said, at, choice.get("to").or(question.get("to")), known)
    }

    /// What a choice establishes. One that records what a flow is for asks for all that the flow asks.
    fn learn<'d>(&'d self, known: &mut Known<'d>, choice: &'d Table) {
        known.findings.extend(list(choice, "records"));
        known.conclusions.extend(list(choice, "draws"));
        known.imposed.extend(list(choice, "imposes"));
        known.fulfilled.extend(list(choice, "fulfils"));
        known.excused.extend(list(choice, "excuses"));
        known.raised.extend(choice.get("raises").and_then(Value::as_str));
        for flow in &self.flows {
            if list(flow, "imposed_by").any(|finding| list(choice, "records").any(|said| said == finding)) {
                let duties = flow.get("duty").and_then(Value::as_array).into_iter().flatten();
                known.imposed.extend(duties.filter_map(Value::as_table).map(|duty| text(duty, "id")));
            }
        }
    }

    /// A report was made on the way to every row that has more conclusions than a row of a report that was made.
    fn made(&self, row: &Table) -> bool {
        let has = |word: &str| list(row, "when").any(|other| other == word);
        let mut of = self.rows.iter().filter(|other| text(other, "report") == "made");
        of.any(|other| list(other, "when").all(has))
    }

    fn late(&self, end: &End<'_>) -> bool {
        self.made(self.decide(end).row)
    }

    /// Whether a report was made in some reading, and all of those agree on as strong a decision as there is.
    fn settled(&self, ends: &[End<'_>]) -> bool {
        if ends.iter().any(|end| matches!(end.how, How::Door(_) | How::Open(_))) {
            return false;
        }
        let decided: Vec<_> = ends.iter().map(|end| self.decide(end)).collect();
        let strongest = decided.iter().map(Decided::strength).max().unwrap();
        let mut late = decided.iter().filter(|one| self.made(one.row)).peekable();
        late.peek().is_some() && late.all(|one| one.strength().0 == strongest.0)
    }

    /// Danger alone; another door; an open question; a doubt that matters; what comes first; an advice.
    /// With each outcome come the questions about a day that it gives occasion for.
    fn merge<'d>(&'d self, ends: &[End<'d>], all: &Known<'d>, open: &Words<'d>) -> Vec<(Outcome, Words<'d>)> {
        let plain = |outlook: &str, leads_to: Option<&str>| Outcome {
            outlook: outlook.to_owned(),
            leads_to: leads_to.map(str::to_owned),
            ..Outcome::default()
        };
        if ends.iter().all(|end| matches!(end.how, How::Danger)) {
            let outcome = plain("emergency", None).pointing_to(named(&self.rows, &self.acute));
            return vec![(outcome, Words::new())];
        }
        if let Some(door) =
            ends.iter().find_map(|end| if let How::Door(door) = end.how { Some(door) } else { None })
        {
            let actions = self.in_order(list(named(&self.doors, door), "actions").collect(), all);
            return vec![(Outcome { actions, ..plain("leave", Some(door)) }, Words::new())];
        }
        let asked =
            ends.iter().filter_map(|end| if let How::Open(at) = end.how { Some(at) } else { None }).min();
        if let Some(at) = asked {
            return vec![(plain("ask", Some(text(&self.questions[at], "id"))), Words::new())];
        }
        let decided: Vec<Decided<'d>> = ends.iter().map(|end| self.decide(end)).collect();
        let strongest = decided.iter().map(Decided::strength).max().unwrap();
        let report = strongest.1 == REPORT;
        let settled = self.settled(ends);
        let agree = settled || decided.iter().all(|one| one.way == strongest.1);
        let mut possible = Vec::new();
        for best in decided.iter().filter(|one| one.strength() == strongest) {
            // A report waits when every reading of it waits; anything else waits when one does.
            let holds: Words<'d> = if strongest.1 >= MADE {
                best.holds.clone()
            } else {
                let say = decided.iter().filter(|one| !settled || self.made(one.row));
                say.flat_map(|one| one.holds.clone()).collect()
            };
            let ready = |duty: &&&Table| !list(duty, "after").any(|before| holds.contains(before));
            let held: Vec<&Table> =
                self.duties.iter().filter(|duty| holds.contains(text(duty, "id"))).collect();
            let because = if !agree {
                let past = self.made(best.row);
                let (at, choice) = if past { all.doubts.last() } else { all.doubts.first() }.unwrap();
                Some(format!("doubt {} {choice}", text(&self.questions[*at], "id")))
            } else if strongest.1 == UNDECIDED {
                Some("row".to_owned())
            } else {
                held.iter().find(ready).map(|duty| format!("duty {}", text(duty, "id")))
            };
            // Where nothing is settled, the talk that would settle it is still to be planned.
            let waits = |duty: &&Table| {
                let id = text(duty, "id");
                if strongest.1 == UNDECIDED { open.contains(id) } else { holds.contains(id) }
            };
            let of_day = |day: &&str| {
                !day.is_empty()
                    && opens(self.questions.iter().find(|q| text(q, "id") == *day).unwrap(), &all.findings)
            };
            let days: Words<'d> =
                self.duties.iter().filter(waits).map(|duty| text(duty, "day")).filter(of_day).collect();
            let opened = |before: &[&str]| -> Vec<&'d str> {
                let fits = |duty: &&Table| {
                    open.contains(text(duty, "id")) && list(duty, "before").any(|b| before.contains(&b))
                };
                self.duties.iter().filter(fits).flat_map(|duty| list(duty, "actions")).collect()
            };
            let row = list(best.row, "actions");
            let Some(because) = because else {
                let sending = if report { opened(&["sending"]) } else { Vec::new() };
                let meets = |id: &&str| self.actions[*id].contains_key("meets");
                let mut actions: Vec<&str> = self.first.iter().map(String::as_str).collect();
                actions.extend(sending.iter().copied().filter(meets));
                actions.extend(row);
                actions.extend(sending.iter().copied().filter(|id| !meets(id)));
                actions.extend(opened(&["afterwards"]));
                actions.extend(self.accompany.iter().map(String::as_str));
                let mut nexts: Vec<_> = decided.iter().filter_map(|one| one.next).map(Some).collect();
                nexts.extend(if nexts.is_empty() { Some(None) } else { None });
                for next in nexts {
                    let mut days = Words::new();
                    days.extend(next.map(|(_, occasion)| text(named(&self.occasions, occasion), "day")));
                    let outcome = plain("advise", next.map(|(question, _)| question)).pointing_to(best.row);
                    let actions = self.in_order(actions.clone(), all);
                    possible.push((Outcome { actions, ..outcome }, days));
                }
                continue;
            };
            let mut actions: Vec<&str> = self.first.iter().map(String::as_str).collect();
            actions.push(&self.ask_advice);
            actions.extend(row.filter(|_| because == "row"));
            actions.extend(opened(match strongest.1 {
                0 => &["close"],
                1 => &["help"],
                MADE => &[],
                _ => &["close", "help", "report"],
            }));
            actions.push(&self.weigh_again);
            actions.extend(self.accompany.iter().map(String::as_str));
            let actions = self.in_order(actions, all);
            let held_by = holds.iter().map(|&duty| duty.to_owned()).collect();
            let outcome = plain("not-yet", None).pointing_to(best.row);
            possible.push((Outcome { held_by, because: Some(because), actions, ..outcome }, days));
        }
        possible
    }

    fn decide<'d>(&'d self, end: &End<'d>) -> Decided<'d> {
        if let How::Danger = end.how {
            let row = named(&self.rows, &self.acute);
            return Decided { row, way: REPORT, holds: Words::new(), danger: true, next: None };
        }
        let fits = |row: &&Table| list(row, "when").collect::<Words<'_>>() == end.known.conclusions;
        let row = self.rows.iter().find(fits).unwrap();
        let way = way(text(row, "report"), text(row, "help"));
        let mut holds = end.known.open();
        let word = ["close", "help", "", "", "report"][way];
        holds.retain(|duty| list(named(&self.duties, duty), "before").any(|before| before == word));
        if way == REPORT && end.known.findings.iter().any(|&finding| self.lifting.contains(finding)) {
            holds.clear();
        }
        let next = if let How::Closed(next) = end.how { next } else { None };
        Decided { row, way, holds, danger: false, next }
    }

    /// The lines that go with a result, of steps, flows and themes.
    fn notices(&self, outcome: &Outcome, all: &Known<'_>) -> Vec<String> {
        let word = |part: &Option<String>| part.clone().unwrap_or_default();
        let with = match outcome.outlook.as_str() {
            "advise" => ["close", "help", "not-yet", "made", "report"]
                [way(&word(&outcome.report), &word(&outcome.help))],
            other => other,
        };
        let fits = |notice: &&Table| list(notice, "with").any(|w| w == with) && opens(notice, &all.findings);
        self.notices.iter().filter(fits).map(|notice| text(notice, "id").to_owned()).collect()
    }

    /// Each action once, as far as the findings ask for it, by when it is due.
    fn in_order(&self, ids: Vec<&str>, all: &Known<'_>) -> Vec<String> {
        let actions: Vec<(&str, &Table)> = ids.into_iter().map(|id| (id, &self.actions[id])).collect();
        let mut said: Vec<&str> = Vec::new();
        for when in ["now", "today", "agreed-day", "right-after", "later"] {
            for &(id, action) in &actions {
                if text(action, "when") == when && opens(action, &all.findings) && !said.contains(&id) {
                    said.push(id);
                }
            }
        }
        said.into_iter().map(str::to_owned).collect()
    }
}

/// From what protects least to what protects most.
fn way(report: &str, help: &str) -> usize {
    match (report, help) {
        ("yes" | "again", _) => REPORT,
        ("no" | "made", "none") => 0,
        ("no", "own" | "with-veilig-thuis") => 1,
        ("made", "own" | "with-veilig-thuis") => MADE,
        _ => UNDECIDED,
    }
}

const UNDECIDED: usize = 2;
/// The report was made: nothing waits any more.
const MADE: usize = 3;
const REPORT: usize = 4;

impl<'d> Known<'d> {
    /// Done beats imposed, and so does excused.
    fn open(&self) -> Words<'d> {
        let settled = |duty: &&&str| !self.fulfilled.contains(**duty) && !self.excused.contains(**duty);
        self.imposed.iter().filter(settled).copied().collect()
    }
}

impl Known<'_> {
    /// The highest wins; danger is now, and advice of Veilig Thuis is today.
    fn urgency(&self, outcome: &Outcome) -> &'static str {
        let raised = |word: &str| self.raised.contains(word);
        match outcome.outlook.as_str() {
            "emergency" => "now",
            _ if raised("now") => "now",
            "not-yet" => "today",
            _ if raised("today") => "today",
            _ => "as-agreed",
        }
    }
}

impl Decided<'_> {
    /// The most protective way first; of those, one that nothing holds back; of those, danger, then the stronger
    /// report: one that is due again is more than one that is due, and that is more than one that was made.
    fn strength(&self) -> (usize, usize, bool, bool, Option<usize>) {
        let report = ["no", "made", "undecided", "yes", "again"]
            .iter()
            .position(|word| *word == text(self.row, "report"));
        // Closing after a report is still a case in which the report was made.
        let rank = if text(self.row, "report") == "made" { MADE } else { self.way };
        (rank, self.way, self.holds.is_empty(), self.danger, report)
    }
}

impl Outcome {
    fn pointing_to(self, row: &Table) -> Self {
        let word = |key: &str| Some(text(row, key).to_owned());
        Self { row: word("id"), report: word("report"), help: word("help"), ..self }
    }
}
