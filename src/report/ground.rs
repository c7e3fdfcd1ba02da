//! Where a line comes from, in words: source, place, what it is, and how well it is known.

use crate::engine::answers::Given;
use crate::model::guide::Guide;
use crate::model::question::Question;
use crate::model::register::Ref;
use crate::model::source::Cite;
use crate::ui::lang::Lang;
use crate::ui::messages::ground as grounds;
use crate::ui::messages::result::SOURCE_WORD;

/// A ground in one line: title, place, what it is, how well known.
pub(super) fn cite(guide: &Guide, cite: &Cite, lang: Lang) -> String {
    let source = guide.sources.get(cite.source);
    let (kind, known) = (grounds::kind(cite.kind), grounds::confidence(cite.confidence));
    format!("{}, {} ({}, {})", source.title, cite.at, kind.to(lang), known.to(lang))
}

/// Why a question is asked: where it comes from.
#[must_use]
pub fn question(guide: &Guide, at: Ref<Question>, lang: Lang) -> String {
    format!("{}: {}", SOURCE_WORD.to(lang), cite(guide, &guide.questions.get(at).cite, lang))
}

/// What decides an answer to a question: the ground of the first choice that has one, else of the question.
#[must_use]
pub fn answer(guide: &Guide, at: Ref<Question>, given: &[Given], lang: Lang) -> String {
    let question = guide.questions.get(at);
    let choices = given.iter().flat_map(|given| given.choices());
    let own = choices.filter_map(|index| question.choices.get(index)?.cite.as_ref()).next();
    cite(guide, own.unwrap_or(&question.cite), lang)
}
