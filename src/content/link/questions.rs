//! Questions and choices: guards, effects, readings, and arrows that point forward.

use toml::Spanned;

use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Choice, Effects, Kind, Question, Target};
use crate::model::register::{Ref, Register};
use crate::model::source::Confidence;

use super::Chosen;
use super::scope::{Scope, register};

/// Every question of the guide, in the order of the walk.
pub(super) fn questions(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Question>> {
    let steps = &chosen.steps.filed;
    let weighing = &chosen.weighing.filed;
    let all: Vec<Place<'_>> = steps
        .raw
        .question
        .iter()
        .map(|raw| Place { file: &steps.file, raw, weighs: false })
        .chain(weighing.raw.question.iter().map(|raw| Place { file: &weighing.file, raw, weighs: true }))
        .collect();
    let mut list = Vec::new();
    for (index, place) in all.iter().enumerate() {
        // `continue` is the next question that is asked on the way; the last one closes.
        let next = all.iter().skip(index + 1).find(|later| !later.is_day());
        let next = next.and_then(|later| scope.names.questions.find(later.raw.id.get_ref()));
        let onward = next.map_or(Target::Close, Target::Question);
        list.extend(question(place, &onward, scope));
    }
    register(&scope.names.questions, list)
}

/// A question with the document it stands in.
struct Place<'a> {
    file: &'a str,
    raw: &'a raw::Question,
    weighs: bool,
}

impl Place<'_> {
    fn is_day(&self) -> bool {
        matches!(self.raw.kind, raw::QuestionKind::Date)
    }
}

fn question(place: &Place<'_>, onward: &Target, scope: &mut Scope<'_>) -> Option<Question> {
    let Place { file, raw, .. } = place;
    in_vocabulary(place, scope);
    let kind = match raw.kind {
        raw::QuestionKind::One => Kind::One,
        raw::QuestionKind::Many => Kind::Many,
        raw::QuestionKind::Date => Kind::Date,
    };
    let enough = if kind == Kind::Date { raw.choice.is_empty() } else { raw.choice.len() >= 2 };
    if !enough || raw.choice.len() > 64 {
        let count = match raw.choice.len() {
            0 => "no choices".to_owned(),
            1 => "one choice".to_owned(),
            more => format!("{more} choices"),
        };
        let says = format!("`{}` has {count}", raw.id.get_ref());
        let problem = Problem::at(Code::BadChoices, file, Some(raw.id.span()), says);
        scope.push(problem.help("a question to choose from has 2 to 64 choices; a date question has none"));
    }
    let here = scope.names.questions.find(raw.id.get_ref())?;
    let to = match &raw.to {
        Some(to) => target(place, here, to, onward, scope),
        None => Some(onward.clone()),
    };
    let free = |choice: &raw::Choice| choice.only_if.is_empty() && choice.unless.is_empty();
    if enough && kind != Kind::Date && !raw.choice.iter().any(free) {
        let says = format!(
            "every choice of `{}` has a condition, so there can be nothing to choose",
            raw.id.get_ref()
        );
        let problem = Problem::at(Code::BadChoices, file, Some(raw.id.span()), says);
        scope.push(problem.help("give one choice neither `only_if` nor `unless`"));
    }
    let mut choices: Vec<Choice> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for written in &raw.choice {
        let name = written.id.get_ref().as_str();
        if names.contains(&name) {
            let says = format!("`{}` has the choice `{name}` twice", raw.id.get_ref());
            let problem = Problem::at(Code::DuplicateId, file, Some(written.id.span()), says);
            scope.push(problem.help("give it a name of its own, or take one of the two out"));
        }
        names.push(name);
        choices.extend(choice(place, here, written, kind, onward, scope));
    }
    let guard = scope.guard(file, &raw.only_if, &raw.unless);
    let (ask, explain) = (scope.text(file, &raw.ask), scope.text(file, &raw.explain));
    let cite = scope.cite(file, &raw.cite);
    let id = Id::parse(raw.id.get_ref()).ok()?;
    // Everything above was looked at before the first gap ends it: all problems are told at once.
    let (step, ask, explain, cite) = (raw.step, ask?, explain?, cite?);
    Some(Question { id, step, kind, guard, ask, explain, choices, to: to?, cite })
}

fn choice(
    place: &Place<'_>,
    here: Ref<Question>,
    raw: &raw::Choice,
    kind: Kind,
    onward: &Target,
    scope: &mut Scope<'_>,
) -> Option<Choice> {
    let file = place.file;
    let mut problem = |code, name: &raw::Name, says: String, help: &str| {
        scope.push(Problem::at(code, file, Some(name.span()), says).help(help));
    };
    if let (false, Some(first)) = (place.weighs, raw.draws.first()) {
        let says = format!("`{}` draws a conclusion outside a weighing document", raw.id.get_ref());
        problem(
            Code::DrawsOutsideWeighing,
            first,
            says,
            "steps establish findings; only the weighing concludes",
        );
    }
    if kind == Kind::Many && (raw.to.is_some() || !raw.readings.is_empty()) {
        let says =
            format!("`{}` is a choice among many, and has an arrow or readings of its own", raw.id.get_ref());
        problem(
            Code::BadChoices,
            &raw.id,
            says,
            "choices of a many-choice question only add; the arrow is the question's",
        );
    }
    if kind == Kind::One && raw.alone {
        let says = format!("`{}` is marked `alone`, but only one choice can be made here", raw.id.get_ref());
        problem(Code::BadChoices, &raw.id, says, "leave `alone` out");
    }
    let readings = readings(place, raw, scope);
    let open = raw.cite.as_ref().filter(|cite| *cite.confidence.get_ref() == Confidence::Open);
    if let (Some(cite), false) = (open, raw.excuses.is_empty()) {
        let says = format!("`{}` excuses a duty on a ground that is open", raw.id.get_ref());
        let problem = Problem::at(Code::OpenAsRule, file, Some(cite.confidence.span()), says);
        scope.push(
            problem.help("what is not settled excuses nothing: take out `excuses`, or find a firm ground"),
        );
    }
    let to = raw.to.as_ref().map(|to| target(place, here, to, onward, scope));
    let effects = Effects {
        records: scope.findings(file, &raw.records),
        draws: scope.set(file, &raw.draws, "conclusion", |names| &names.conclusions),
        imposes: scope.set(file, &raw.imposes, "duty", |names| &names.duties),
        fulfils: scope.set(file, &raw.fulfils, "duty", |names| &names.duties),
        excuses: scope.set(file, &raw.excuses, "duty", |names| &names.duties),
        raises: raw.raises,
    };
    let doubt = raw.doubt.as_ref().and_then(|pending| scope.pending(file, pending));
    let (label, short) = (scope.text(file, &raw.label), scope.short(file, &raw.short));
    let guard = scope.guard(file, &raw.only_if, &raw.unless);
    let cite = raw.cite.as_ref().and_then(|cite| scope.cite(file, cite));
    let id = scope.id(file, &raw.id)?;
    let to = match to {
        Some(to) => Some(to?),
        None => None,
    };
    let (alone, label, short) = (raw.alone, label?, short?);
    Some(Choice { id, label, short, alone, guard, effects, readings, doubt, to, cite })
}

/// The choices that a doubt stands for: at least two others, none of them a doubt or conditional.
fn readings(place: &Place<'_>, raw: &raw::Choice, scope: &mut Scope<'_>) -> Vec<usize> {
    let mut readings = Vec::new();
    let mut bad = |name: &raw::Name, says: String, help: &str| {
        scope.push(Problem::at(Code::BadReading, place.file, Some(name.span()), says).help(help));
    };
    for name in &raw.readings {
        let found = place.raw.choice.iter().position(|other| other.id.get_ref() == name.get_ref());
        let sound = found.and_then(|index| place.raw.choice.get(index)).is_some_and(|other| {
            other.readings.is_empty() && other.only_if.is_empty() && other.unless.is_empty()
        });
        match found {
            Some(index) if sound && !readings.contains(&index) => readings.push(index),
            _ => {
                let near =
                    nearest(name.get_ref(), place.raw.choice.iter().map(|other| other.id.get_ref().as_str()));
                let help = near.filter(|_| found.is_none()).map_or_else(
                    || "a reading is another, certain choice of the same question, named once".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                bad(name, format!("`{}` cannot be a reading here", name.get_ref()), &help);
            }
        }
    }
    if raw.readings.len() == 1 {
        let says = format!("`{}` has one reading", raw.id.get_ref());
        bad(&raw.id, says, "a doubt with one reading is that choice: give it the same effects instead");
    }
    if readings.len() > 1 && raw.doubt.is_none() {
        let says = format!("`{}` does not say what to do first when the doubt stays", raw.id.get_ref());
        bad(&raw.id, says, "add `doubt` with `first` and `fallback`");
    }
    readings
}

fn target(
    place: &Place<'_>,
    here: Ref<Question>,
    to: &Spanned<raw::Target>,
    onward: &Target,
    scope: &mut Scope<'_>,
) -> Option<Target> {
    let file = place.file;
    let forward = |name: &raw::Name, scope: &mut Scope<'_>| {
        let found = scope.find(file, name, "question", |names| &names.questions)?;
        if found <= here {
            let says =
                format!("this arrow leads back from `{}` to `{}`", place.raw.id.get_ref(), name.get_ref());
            let problem = Problem::at(Code::Loop, file, Some(name.span()), says);
            scope.push(problem.help("arrows point forward only, so that every walk ends; move the question"));
            return None;
        }
        Some(found)
    };
    Some(match to.get_ref() {
        raw::Target::Continue => onward.clone(),
        raw::Target::Close => Target::Close,
        raw::Target::Question(name) => Target::Question(forward(name, scope)?),
        raw::Target::Later(later) => {
            let question = forward(&later.question, scope);
            let occasion = scope.find(file, &later.occasion, "occasion", |names| &names.occasions);
            Target::Later(question?, occasion?)
        }
        raw::Target::Door(name) => Target::Door(scope.find(file, name, "door", |names| &names.doors)?),
        raw::Target::Emergency(danger) => Target::Emergency(*danger),
    })
}

/// Every question and choice keeps the meaning that the vocabulary gives it.
fn in_vocabulary(place: &Place<'_>, scope: &mut Scope<'_>) {
    let vocabulary = &scope.library.vocabulary.raw;
    let term = vocabulary.question.iter().find(|term| term.id.get_ref() == place.raw.id.get_ref());
    let Some(term) = term else {
        let near = nearest(
            place.raw.id.get_ref(),
            vocabulary.question.iter().map(|term| term.id.get_ref().as_str()),
        );
        let help = near.map_or_else(
            || "add it to `vocabulary.toml`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let says = format!("the question `{}` is not in the vocabulary", place.raw.id.get_ref());
        scope
            .push(Problem::at(Code::NotInVocabulary, place.file, Some(place.raw.id.span()), says).help(help));
        return;
    };
    for choice in place.raw.choice.iter().filter(|choice| !term.choices.contains_key(choice.id.get_ref())) {
        let near = nearest(choice.id.get_ref(), term.choices.keys().map(String::as_str));
        let help = near.map_or_else(
            || "add it to `vocabulary.toml`".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let says = format!(
            "the choice `{}` of `{}` is not in the vocabulary",
            choice.id.get_ref(),
            place.raw.id.get_ref()
        );
        scope.push(Problem::at(Code::NotInVocabulary, place.file, Some(choice.id.span()), says).help(help));
    }
}
