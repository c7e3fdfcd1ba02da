//! What is said after a phase of an exercise: how it came out, the first wrong turn, what the norm says there, and a better
//! way from there.
//!
//! Takes the norm from the guide, with its source, and the trainer's words from the exercise. Refuses to say anything
//! about a case, and to count.

use jiff::civil::Date;

use crate::engine::answers::{Answers, Given};
use crate::engine::evaluate::{Evaluation, evaluate};
use crate::engine::proven::Proven;
use crate::exercise::judge::{Verdict, verdict};
use crate::exercise::phases::Phase;
use crate::exercise::turn::{Turn, first_wrong_turn};
use crate::model::guide::Guide;
use crate::model::question::{Choice, Question};
use crate::model::register::Ref;
use crate::ui::lang::Lang;
use crate::ui::messages::evaluate as telling;
use crate::ui::messages::{discussion as say, result};

use super::ground::cite;
use super::page::{Block, Page, Setting};
use super::result::Told;

/// One phase as somebody answered it.
#[derive(Debug, Clone, Copy)]
pub struct Discussed<'a> {
    /// The phase.
    pub phase: &'a Phase,
    /// Its guide.
    pub proven: &'a Proven,
    /// What was answered.
    pub answers: &'a Answers,
    /// Today.
    pub today: Date,
}

impl Discussed<'_> {
    /// How it came out.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        verdict(&self.phase.expectation, &evaluate(self.proven, self.answers), self.answers).verdict
    }

    /// Everything that is said about it.
    #[must_use]
    pub fn page(&self, setting: Setting) -> Page {
        let lang = setting.lang;
        let evaluation = evaluate(self.proven, self.answers);
        let judged = verdict(&self.phase.expectation, &evaluation, self.answers);
        let mut page = Page::new(setting);
        page.headline(headline(judged.verdict).to(lang));
        if let Some(why) = &judged.why {
            page.text(why);
        }
        page.gap();
        page.margin(say::YOURS.to(lang), &outcome(self.proven, self.answers, self.today, lang));
        if judged.verdict != Verdict::AsTheKey {
            page.margin(say::MODEL.to(lang), &outcome(self.proven, &self.phase.answers, self.today, lang));
            let differences: Vec<String> =
                judged.differences.iter().map(|one| difference(one, lang)).collect();
            page.margins(say::DIFFERS.to(lang), &differences);
        }
        let right = |evaluation: &Evaluation<'_>, answers: &Answers| {
            verdict(&self.phase.expectation, evaluation, answers).verdict.is_right()
        };
        if let Some(turn) = first_wrong_turn(self.proven, &self.phase.answers, self.answers, right) {
            self.turn(turn, &mut page);
        }
        self.feedback(&evaluation, &mut page);
        page
    }

    fn turn(&self, turn: Turn, page: &mut Page) {
        let lang = page.setting().lang;
        let guide = self.proven.guide();
        let question = guide.questions.get(turn.question);
        let yours =
            turn.given.map_or_else(|| say::NO_ANSWER.to(lang).to_owned(), |given| labels(question, given));
        let model =
            turn.model.map_or_else(|| say::NOT_ASKED.to(lang).to_owned(), |given| labels(question, given));
        page.gap();
        page.heading(say::TURN.to(lang));
        page.margin(say::QUESTION.to(lang), &question.ask);
        page.margin(say::YOURS.to(lang), &yours);
        page.margin(say::MODEL.to(lang), &model);
        page.margin(say::NORM.to(lang), &question.explain);
        let chosen = turn.model.into_iter().chain(turn.given).flat_map(|given| chosen(question, given));
        page.margins(result::SOURCE.to(lang), &grounds(guide, question, chosen, lang));
        page.gap();
        page.heading(say::BETTER.to(lang));
        let model = evaluate(self.proven, &self.phase.answers);
        for (at, given) in model.path.iter().filter(|(at, _)| *at >= turn.question) {
            page.dash(&answered(guide, *at, *given));
        }
        page.dash(&outcome(self.proven, &self.phase.answers, self.today, lang));
    }

    fn feedback(&self, evaluation: &Evaluation<'_>, page: &mut Page) {
        let said = self.phase.said_to(evaluation);
        if said.is_empty() {
            return;
        }
        let lang = page.setting().lang;
        let guide = self.proven.guide();
        page.gap();
        page.heading(say::FEEDBACK.to(lang));
        for one in said {
            let question = guide.questions.get(one.question);
            let choice = question.choices.get(one.choice);
            page.dash(&format!("{} {}", question.ask, choice.map_or("", |choice| choice.label.as_str())));
            page.text(&one.says);
            page.margins(result::SOURCE.to(lang), &grounds(guide, question, choice.into_iter(), lang));
        }
    }
}

/// The verdict in a sentence.
pub(super) fn headline(verdict: Verdict) -> crate::ui::lang::Words {
    match verdict {
        Verdict::AsTheKey => say::AS_THE_KEY,
        Verdict::Acceptable => say::ACCEPTABLE,
        Verdict::Different => say::DIFFERENT,
        Verdict::Never => say::NEVER,
    }
}

/// What answers come to, in the words in which a result begins.
pub(super) fn outcome(proven: &Proven, answers: &Answers, today: Date, lang: Lang) -> String {
    let told = Told::new(proven, answers, evaluate(proven, answers), today);
    let page = told.page(Setting { lang, ..Setting::default() });
    let headline = page.blocks().iter().find_map(|block| match block {
        Block::Headline { text, .. } => Some(text.clone()),
        _ => None,
    });
    headline.unwrap_or_default()
}

/// A question with its answer, on a line.
pub(super) fn answered(guide: &Guide, at: Ref<Question>, given: Given) -> String {
    let question = guide.questions.get(at);
    format!("{} {}", question.ask, labels(question, given))
}

/// An answer in the words of the question.
pub(super) fn labels(question: &Question, given: Given) -> String {
    match given {
        Given::Day(day) => day.to_string(),
        given => chosen(question, given).map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("; "),
    }
}

fn chosen(question: &Question, given: Given) -> impl Iterator<Item = &Choice> {
    given.choices().filter_map(|index| question.choices.get(index))
}

/// Where the norm of these choices is found, each place once; that of the question when the choices have none.
pub(super) fn grounds<'q>(
    guide: &Guide,
    question: &Question,
    choices: impl Iterator<Item = &'q Choice>,
    lang: Lang,
) -> Vec<String> {
    let mut grounds: Vec<String> = Vec::new();
    for ground in choices.filter_map(|choice| choice.cite.as_ref()) {
        let ground = cite(guide, ground, lang);
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    if grounds.is_empty() {
        grounds.push(cite(guide, &question.cite, lang));
    }
    grounds
}

fn difference(one: &crate::exercise::judge::Difference, lang: Lang) -> String {
    let found =
        if one.found.is_null() { telling::NOTHING.to(lang).to_owned() } else { one.found.to_string() };
    telling::difference(lang, one.what, &one.expected.to_string(), &found)
}
