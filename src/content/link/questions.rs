//! Questions and choices: guards, effects, readings, and arrows that point forward.

use toml::Spanned;

use crate::content::nearest::nearest;
use crate::content::raw;
use crate::model::id::Id;
use crate::model::problem::{Code, Problem};
use crate::model::question::{Choice, Effects, Kind, Question, Target};
use crate::model::register::{Ref, Register, Set};
use crate::model::source::Confidence;

use super::chosen::{Chosen, Part, Placed};
use super::scope::{Scope, register};
use super::slots;

/// Every question of the guide, in the order of the walk.
pub(super) fn questions(chosen: &Chosen<'_>, scope: &mut Scope<'_>) -> Option<Register<Question>> {
    let all = chosen.questions();
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

fn question(place: &Placed<'_>, onward: &Target, scope: &mut Scope<'_>) -> Option<Question> {
    let Placed { file, raw, .. } = place;
    in_vocabulary(place, scope);
    scope.step(file, &raw.id, raw.step);
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
        None => Some(*onward),
    };
    if enough && kind != Kind::Date && raw.choice.iter().all(is_guarded) {
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

fn is_guarded(choice: &raw::Choice) -> bool {
    !choice.only_if.is_empty() || !choice.unless.is_empty()
}

fn choice(
    place: &Placed<'_>,
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
    if let (false, Some(first)) = (place.part == Part::Weighing, raw.draws.first()) {
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
    if let (true, Some(name)) = (kind == Kind::Many || is_guarded(raw), raw.known_if.first()) {
        let says = format!("`{}` cannot be known without asking", raw.id.get_ref());
        problem(
            Code::BadChoices,
            name,
            says,
            "only a choice without conditions, of a question with one answer, can",
        );
    }
    if place.part == Part::Flow {
        slots::leaves_reports_alone(file, raw, scope);
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
    let records = scope.findings(file, &raw.records);
    let brought = scope.imposed.iter().filter(|(by, _)| !records.and(*by).is_empty());
    let brought = brought.fold(Set::EMPTY, |all, (_, duties)| all.or(*duties));
    let effects = Effects {
        records,
        draws: scope.set(file, &raw.draws, "conclusion", |names| &names.conclusions),
        imposes: scope.set(file, &raw.imposes, "duty", |names| &names.duties).or(brought),
        fulfils: scope.set(file, &raw.fulfils, "duty", |names| &names.duties),
        excuses: scope.set(file, &raw.excuses, "duty", |names| &names.duties),
        raises: raw.raises,
    };
    let doubt = raw.doubt.as_ref().and_then(|pending| scope.pending(file, pending));
    let (label, short) = (scope.text(file, &raw.label), scope.short(file, &raw.short));
    let guard = scope.guard(file, &raw.only_if, &raw.unless);
    let known_if = scope.findings(file, &raw.known_if);
    let cite = raw.cite.as_ref().and_then(|cite| scope.cite(file, cite));
    let id = scope.id(file, &raw.id)?;
    let to = match to {
        Some(to) => Some(to?),
        None => None,
    };
    let (alone, label, short) = (raw.alone, label?, short?);
    Some(Choice { id, label, short, alone, guard, known_if, effects, readings, doubt, to, cite })
}

/// The choices that a doubt stands for: at least two others, none of them a doubt or conditional.
fn readings(place: &Placed<'_>, raw: &raw::Choice, scope: &mut Scope<'_>) -> Vec<usize> {
    let mut readings = Vec::new();
    let mut bad = |name: &raw::Name, says: String, help: &str| {
        scope.push(Problem::at(Code::BadReading, place.file, Some(name.span()), says).help(help));
    };
    for name in &raw.readings {
        let found = place.raw.choice.iter().position(|other| other.id.get_ref() == name.get_ref());
        let sound = found
            .and_then(|index| place.raw.choice.get(index))
            .is_some_and(|other| other.readings.is_empty() && !is_guarded(other));
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
    place: &Placed<'_>,
    here: Ref<Question>,
    to: &Spanned<raw::Target>,
    onward: &Target,
    scope: &mut Scope<'_>,
) -> Option<Target> {
    let file = place.file;
    stays_in_flow(place, to, scope);
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
        raw::Target::Continue => *onward,
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

/// A flow ends in `continue`: it never closes a case, takes a door, or skips what comes after its slot.
fn stays_in_flow(place: &Placed<'_>, to: &Spanned<raw::Target>, scope: &mut Scope<'_>) {
    let inside = match to.get_ref() {
        raw::Target::Continue => true,
        raw::Target::Question(name) => scope.stands_in(place.file, name),
        _ => false,
    };
    if place.part == Part::Flow && !inside {
        let says = format!("an arrow of `{}` leads out of its flow", place.raw.id.get_ref());
        let problem = Problem::at(Code::LeavesFlow, place.file, Some(to.span()), says);
        scope.push(
            problem.help("a flow ends in `continue`; only steps and the weighing decide where a case goes"),
        );
    }
}

/// Every question and choice keeps the meaning that the vocabulary gives it.
fn in_vocabulary(place: &Placed<'_>, scope: &mut Scope<'_>) {
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
