//! A class for programs: everything that the page shows, in the words of files.
//!
//! Knows keys. Its texts are words of files and texts of the guide; numbers are exact where they can be.

use serde_json::{Value, json};

use crate::exercise::agreement::Share;
use crate::exercise::class::{Asked, Class, Graded, Label, Round, Turned, Wrong};
use crate::exercise::judge::Verdict;

/// The number of the format. It rises when a reader of the old format would misread the new one.
const FORMAT: u32 = 1;

/// The class as one value.
#[must_use]
pub fn value(class: &Class) -> Value {
    let confusion = class.confusion().into_iter();
    json!({
        "format": FORMAT,
        "participants": class.participants,
        "verdicts": verdicts(|verdict| class.count(verdict)),
        "situations": class.rounds.iter().map(situation).collect::<Vec<_>>(),
        "confusion": confusion.map(|((model, class), count)| json!({
            "model": model, "class": class, "count": count,
        })).collect::<Vec<_>>(),
        "alpha": {
            "advice": class.alpha(),
            "questions": class.alphas().iter().map(|(label, alpha)| json!({
                "id": label.id, "alpha": alpha,
            })).collect::<Vec<_>>(),
        },
    })
}

/// One answered situation, as a line of its own.
#[must_use]
pub fn graded(round: &Round, one: &Graded) -> Value {
    let mut line = json!({
        "format": FORMAT, "exercise": round.situation.exercise, "phase": round.situation.phase,
    });
    if let (Value::Object(line), Value::Object(more)) = (&mut line, answered(one)) {
        line.extend(more);
    }
    line
}

fn verdicts(count: impl Fn(Verdict) -> usize) -> Value {
    let counts = Verdict::ALL.into_iter().map(|verdict| (verdict.word().to_owned(), json!(count(verdict))));
    Value::Object(counts.collect())
}

fn situation(round: &Round) -> Value {
    let about = &round.situation;
    json!({
        "exercise": about.exercise,
        "phase": about.phase,
        "title": about.title,
        "model": about.ending,
        "verdicts": verdicts(|verdict| round.count(verdict)),
        "agreement": round.endings.map(share),
        "divides_most": round.divides_most().map(|asked| asked.label.id.as_str()),
        "questions": round.asked.iter().map(question).collect::<Vec<_>>(),
        "first_wrong_turns": round.turned.iter().map(turned).collect::<Vec<_>>(),
        "answers": round.graded.iter().map(answered).collect::<Vec<_>>(),
    })
}

fn share(share: Share) -> Value {
    json!({ "same": share.same, "pairs": share.pairs, "percentage": share.hundredths() })
}

fn question(asked: &Asked) -> Value {
    json!({
        "id": asked.label.id,
        "people": asked.people,
        "choices": asked.chosen.iter().map(|chosen| json!({
            "id": chosen.label.id, "count": chosen.count, "model": chosen.model,
        })).collect::<Vec<_>>(),
        "agreement": asked.agreement.map(share),
        "alpha": asked.alpha,
    })
}

fn turned(turned: &Turned) -> Value {
    let mut value = turn(&turned.wrong);
    if let Value::Object(value) = &mut value {
        value.insert("participants".to_owned(), json!(turned.who));
    }
    value
}

fn turn(wrong: &Wrong) -> Value {
    let ids = |labels: &[Label]| labels.iter().map(|label| label.id.clone()).collect::<Vec<_>>();
    json!({
        "question": wrong.question.id,
        "given": ids(&wrong.given),
        "model": ids(&wrong.model),
        "feedback": wrong.feedback,
        "norm": wrong.norm,
    })
}

fn answered(one: &Graded) -> Value {
    json!({
        "participant": one.participant,
        "file": one.file,
        "line": one.line,
        "verdict": one.judged.verdict.word(),
        "why": one.judged.why,
        "ending": one.ending,
        "outlook": one.outlook,
        "report": one.decided.report,
        "help": one.decided.help,
        "differences": one.judged.differences.iter().map(|one| json!({
            "key": one.what, "expected": one.expected, "found": one.found,
        })).collect::<Vec<_>>(),
        "first_wrong_turn": one.wrong.as_ref().map(turn),
    })
}
