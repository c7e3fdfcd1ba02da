//! A weighing document as a sheet for paper: to be laid beside the original, gone through line by line, and signed.
//!
//! Knows every line that decides, with its ground. Refuses to sign: `reviews.toml` takes the signature.

use std::fmt::Write as _;

use crate::model::duty::Variants;
use crate::model::guide::{Document, Guide};
use crate::model::question::{Choice, Guard, Question, Target};
use crate::report::first_screen::by_whom;
use crate::report::ground::cite;
use crate::ui::lang::Lang;
use crate::ui::messages::{sheet as say, show};

/// The box and the line behind each thing that a reader goes through.
const TICK: &str = "☐";

/// The sheet.
pub(super) fn sheet(guide: &Guide, lang: Lang) -> String {
    let document = guide.documents.iter().find(|one| one.id.starts_with("afwegingskader/"));
    let mut text = String::new();
    if let Some(document) = document {
        head(&mut text, document, lang);
    }
    let _ = writeln!(text, "## {}\n", say::QUESTIONS.to(lang));
    for (_, question) in guide.questions.iter().filter(|(at, _)| *at >= guide.weighing) {
        write_question(&mut text, guide, question, lang);
    }
    let _ = writeln!(text, "## {}\n", show::DECISION_TABLE.to(lang));
    for (_, row) in guide.rows.iter() {
        let when: Vec<&str> = row.when.iter().map(|at| guide.conclusions.get(at).id.as_str()).collect();
        let norm = row.meldnorm.map_or_else(String::new, |norm| format!(" · meldnorm {norm}"));
        let _ = writeln!(text, "### {}\n", row.id);
        let _ = writeln!(
            text,
            "{TICK} {}: {}{norm}  ",
            say::when(lang, &when.join(" + ")),
            show::decisions(lang, row.advice)
        );
        let _ = writeln!(text, "{TICK} {}", row.says);
        variants(&mut text, guide, say::BECAUSE.to(lang), &row.because, lang);
        if let Some(pending) = &row.pending {
            variants(&mut text, guide, say::FIRST.to(lang), &pending.first, lang);
            variants(&mut text, guide, say::FALLBACK.to(lang), &pending.fallback, lang);
        }
        for action in row.actions.iter().map(|at| guide.actions.get(*at)) {
            let _ = writeln!(text, "- {TICK} {}{}", guard(guide, action.guard, lang), by_whom(guide, action));
        }
        let _ = writeln!(text, "\n_{}_\n\n{}\n", cite(guide, &row.cite, lang), say::REMARK.to(lang));
    }
    if let Some(document) = document {
        signature(&mut text, document, lang);
    }
    text
}

fn head(text: &mut String, document: &Document, lang: Lang) {
    let _ = writeln!(text, "# {document}\n");
    let _ = writeln!(
        text,
        "{}\n",
        say::stand(lang, document.revision, &document.digest, show::review(document.review).to(lang))
    );
    let _ = writeln!(text, "{}\n", say::HOW.to(lang));
}

fn write_question(text: &mut String, guide: &Guide, question: &Question, lang: Lang) {
    let _ = writeln!(text, "### {} ({})\n", question.id, say::step(lang, question.step));
    let _ = writeln!(text, "{TICK} {}**{}**\n", guard(guide, question.guard, lang), question.ask);
    let _ = writeln!(text, "{TICK} {}\n", question.explain);
    for choice in &question.choices {
        let _ = writeln!(
            text,
            "- {TICK} {}{} ({})",
            guard(guide, choice.guard, lang),
            choice.label,
            effect(guide, question, choice, lang)
        );
        if let Some(doubt) = &choice.doubt {
            variants(text, guide, say::FIRST.to(lang), &doubt.first, lang);
            variants(text, guide, say::FALLBACK.to(lang), &doubt.fallback, lang);
        }
        if let Some(ground) = &choice.cite {
            let _ = writeln!(text, "  <br>_{}_", cite(guide, ground, lang));
        }
    }
    let _ = writeln!(text, "\n_{}_\n\n{}\n", cite(guide, &question.cite, lang), say::REMARK.to(lang));
}

/// What a choice does: what it concludes, what it stands for, and where it leads.
fn effect(guide: &Guide, question: &Question, choice: &Choice, lang: Lang) -> String {
    let concluded = choice.effects.draws.iter().map(|at| guide.conclusions.get(at).id.to_string());
    let mut parts: Vec<String> = concluded.collect();
    let readings = choice.readings.iter().filter_map(|index| question.choices.get(*index));
    let readings: Vec<&str> = readings.map(|reading| reading.id.as_str()).collect();
    if !readings.is_empty() {
        parts.push(say::stands_for(lang, &readings.join(", ")));
    }
    parts.push(match choice.to.as_ref().unwrap_or(&question.to) {
        Target::Question(at) => say::onward(lang, guide.questions.get(*at).id.as_str()),
        Target::Later(at, occasion) => {
            say::later(lang, guide.questions.get(*at).id.as_str(), &guide.occasions.get(*occasion).when)
        }
        Target::Close => show::THE_END.to(lang).to_owned(),
        Target::Door(door) => guide.doors.get(*door).label.clone(),
        Target::Emergency(_) => show::THE_CARD.to(lang).to_owned(),
    });
    format!("`{}`: {}", choice.id, parts.join("; "))
}

fn variants(text: &mut String, guide: &Guide, lead: &str, variants: &Variants, lang: Lang) {
    let guarded = variants.guarded.iter().map(|(when, said)| (guard(guide, *when, lang), said));
    for (when, said) in guarded.chain([(String::new(), &variants.otherwise)]) {
        let _ = writeln!(text, "- {TICK} {lead}: {when}{said}");
    }
}

/// For which findings something is said.
fn guard(guide: &Guide, guard: Guard, lang: Lang) -> String {
    let names = |set: crate::model::register::Set<_>| {
        set.iter().map(|at| guide.findings.get(at).id.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut parts = Vec::new();
    if !guard.only_if.is_empty() {
        parts.push(say::only_if(lang, &names(guard.only_if)));
    }
    if !guard.unless.is_empty() {
        parts.push(say::unless(lang, &names(guard.unless)));
    }
    if parts.is_empty() { String::new() } else { format!("[{}] ", parts.join("; ")) }
}

fn signature(text: &mut String, document: &Document, lang: Lang) {
    let _ = writeln!(text, "## {}\n\n{}\n", say::SIGNATURE.to(lang), say::SIGN.to(lang));
    let Document { id, published, digest, .. } = document;
    let _ = writeln!(
        text,
        "```toml\n[[review]]\ndocument = \"{id}/{published}\"\ndigest = \"{digest}\"\nfunction = \"…\"\non = …\n```"
    );
}
