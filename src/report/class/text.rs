//! A class as text: a table of everybody, and below it for each situation what divides and where people turned off.
//!
//! Knows columns. Says in words what the page draws.

use crate::exercise::class::{Asked, Class, Label, Round, Turned};
use crate::exercise::judge::Verdict;
use crate::ui::lang::Lang;
use crate::ui::layout::{columns, hang, shorten};
use crate::ui::messages::class as say;

use super::super::page::{Page, Setting, capital};
use super::{counts, ending, exercises, numbers, shares, title, verdict};

/// A name that is longer is cut: it has to stand beside its row.
const LONGEST_NAME: usize = 18;
/// The columns of one verdict, with the space behind it.
const CELL: usize = 11;
/// The room before what belongs to an answer.
const INDENT: &str = "      ";

/// The class as text.
#[must_use]
pub fn text(class: &Class, setting: Setting) -> String {
    let lang = setting.lang;
    let mut page = Page::new(setting);
    let size = say::size(lang, class.participants.len(), exercises(class), class.rounds.len());
    page.headline(&format!("{}: {size}", say::TITLE.to(lang)));
    page.text(say::ABOUT.to(lang));
    page.gap();
    table(class, &mut page);
    for (number, round) in numbers(class).iter().zip(&class.rounds) {
        page.gap();
        situation(number, round, &mut page);
    }
    page.gap();
    agreement(class, &mut page);
    page.finish()
}

fn table(class: &Class, page: &mut Page) {
    let Setting { lang, width, .. } = page.setting();
    let numbers = numbers(class);
    page.heading(&capital(say::TABLE.to(lang)));
    for (number, round) in numbers.iter().zip(&class.rounds) {
        let lead = format!(" {number}{} ", " ".repeat(4_usize.saturating_sub(columns(number))));
        verbatim(
            page,
            &hang(&lead, &format!("{} ({})", title(round, lang), round.situation.exercise), width),
        );
    }
    let first = class.participants.iter().map(|name| columns(name)).max().unwrap_or_default();
    let first = first.max(columns(say::PARTICIPANT.to(lang))).min(LONGEST_NAME) + 2;
    let fit = (width.saturating_sub(first) / CELL).max(1);
    for (numbers, rounds) in numbers.chunks(fit).zip(class.rounds.chunks(fit)) {
        page.gap();
        let head = numbers.iter().map(String::as_str);
        verbatim(page, &row(say::PARTICIPANT.to(lang), first, head));
        for participant in &class.participants {
            let cell = |round: &Round| {
                let own = round.graded.iter().find(|one| one.participant == *participant);
                own.map_or("-", |one| verdict(one.judged.verdict).1.to(lang))
            };
            verbatim(page, &row(participant, first, rounds.iter().map(cell)));
        }
    }
    page.gap();
    let said = |verdict: &Verdict| {
        let (_, word, means) = super::verdict(*verdict);
        format!("{}: {}", word.to(lang), means.to(lang))
    };
    let signs: Vec<String> = Verdict::ALL.iter().filter(|one| class.count(**one) > 0).map(said).collect();
    page.text(&format!("{}: {}; -: {}.", say::SIGNS.to(lang), signs.join("; "), say::NOT_DONE.to(lang)));
}

fn row<'a>(name: &str, first: usize, cells: impl Iterator<Item = &'a str>) -> String {
    let padded = |text: &str, width: usize| {
        let text = shorten(text, width.saturating_sub(1));
        format!("{text}{}", " ".repeat(width.saturating_sub(columns(&text))))
    };
    let cells: String = cells.map(|cell| padded(cell, CELL)).collect();
    format!("{}{cells}", padded(name, first))
}

fn verbatim(page: &mut Page, text: &str) {
    text.lines().for_each(|line| page.verbatim(line.to_owned()));
}

fn situation(number: &str, round: &Round, page: &mut Page) {
    let lang = page.setting().lang;
    page.heading(&format!("{number}  {}", title(round, lang)));
    let model = say::model_ends(lang, ending(round.situation.ending, lang));
    page.text(&format!("{model} {}.", capital(&say::counts(lang, counts(round)))));
    match round.endings {
        Some(share) => page.text(&say::same_advice(lang, &share.to_string())),
        None => page.text(say::ONE_PERSON.to(lang)),
    }
    match round.divides_most() {
        Some(asked) => divides(asked, page),
        None if round.endings.is_some() => page.text(say::NOTHING_DIVIDES.to(lang)),
        None => {}
    }
    if !round.turned.is_empty() {
        page.text(&format!("{}:", say::TURNS.to(lang)));
        round.turned.iter().for_each(|turned| turn(turned, page));
    }
}

fn divides(asked: &Asked, page: &mut Page) {
    let Setting { lang, width, .. } = page.setting();
    let share = shares(asked, lang).unwrap_or_default();
    page.text(&format!("{}: {} ({}), {share}.", say::DIVIDES.to(lang), asked.label.says, asked.label.id));
    for chosen in &asked.chosen {
        let count = say::of(lang, chosen.count, asked.people);
        let model = if chosen.model { format!(" ({})", say::MODEL.to(lang)) } else { String::new() };
        verbatim(page, &hang(" - ", &format!("{}: {count}{model}", chosen.label.id), width));
    }
}

fn turn(turned: &Turned, page: &mut Page) {
    let Setting { lang, width, .. } = page.setting();
    let wrong = &turned.wrong;
    let given = words(&wrong.given, say::LEFT_OPEN.to(lang));
    let model = words(&wrong.model, say::NOT_ASKED.to(lang));
    let says = format!(
        "{}: {} = {given} ({}: {model})",
        say::times(lang, turned.who.len()),
        wrong.question.id,
        say::MODEL.to(lang)
    );
    verbatim(page, &hang(" - ", &says, width));
    let more = wrong.feedback.iter().cloned();
    let norm = (!wrong.norm.is_empty()).then(|| format!("{}: {}", say::NORM.to(lang), wrong.norm));
    for text in more.chain(norm) {
        verbatim(page, &hang(INDENT, &text, width));
    }
}

/// The words of an answer, as they are written in a file.
fn words(labels: &[Label], none: &str) -> String {
    if labels.is_empty() {
        return none.to_owned();
    }
    labels.iter().map(|label| label.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn agreement(class: &Class, page: &mut Page) {
    let lang = page.setting().lang;
    page.heading(say::AGREEMENT.to(lang));
    page.text(say::AGREEMENT_HOW.to(lang));
    page.gap();
    let (advice, questions) = (class.alpha(), class.alphas());
    if advice.is_none() && questions.is_empty() {
        return page.text(say::NO_ALPHA.to(lang));
    }
    page.text(say::ALPHA_HOW.to(lang));
    let lines = advice.map(|alpha| (say::ALPHA_OF_ADVICE.to(lang).to_owned(), alpha)).into_iter();
    for (what, alpha) in lines.chain(questions.iter().map(|(label, alpha)| (label.id.clone(), *alpha))) {
        page.dash(&format!("{what}: {}", number(lang, alpha)));
    }
}

fn number(lang: Lang, alpha: f64) -> String {
    say::number(lang, alpha)
}
