//! A question as a block of plain lines, the same in every manner of asking.
//!
//! Knows the order: heading, question, numbered choices. Refuses to write anywhere, and to ask.

use crate::interview::prompt::{Form, Prompt, Reply};
use crate::ui::lang::Lang;
use crate::ui::layout::{columns, hang, wrap};
use crate::ui::messages::interview as say;

/// Heading and question, wrapped; and what was answered before, when an answer is being changed.
#[must_use]
pub fn question(prompt: &Prompt, width: usize) -> String {
    let number =
        prompt.answered.map(|answered| say::question_number(prompt.lang, answered.saturating_add(1)));
    let heading: Vec<&str> = [prompt.heading.as_str()]
        .into_iter()
        .chain(number.as_deref())
        .filter(|part| !part.is_empty())
        .collect();
    let mut text = format!("{}\n{}\n", wrap(&heading.join(" · "), width), wrap(&prompt.ask, width));
    if let Some(words) = prompt.earlier.as_ref().and_then(|reply| in_words(prompt, reply, width)) {
        text.push_str(&format!("{}\n", wrap(&say::earlier(prompt.lang, &words), width)));
        if prompt.form == Form::Many {
            text.push_str(&format!("{}\n", wrap(say::TYPE_ALL.to(prompt.lang), width)));
        }
    }
    text
}

/// The numbered choices, wrapped; at a day, the choice that it is not known yet.
#[must_use]
pub fn choices(prompt: &Prompt, width: usize) -> String {
    if matches!(prompt.form, Form::Day { .. }) {
        return format!("  0  {}\n", say::DAY_UNKNOWN.to(prompt.lang));
    }
    let digits = prompt.options.len().to_string().len();
    prompt
        .options
        .iter()
        .enumerate()
        .map(|(index, shown)| {
            let number = index.saturating_add(1);
            let line = hang(&format!("  {number:>digits$}  "), &shown.label, width);
            format!("{line}\n")
        })
        .collect()
}

/// The line that asks for the answer. It ends in a line end, so that it also reads well when the
/// answers come from a pipe and nobody sees them being typed.
#[must_use]
pub fn request(prompt: &Prompt, width: usize) -> String {
    let last = prompt.options.len();
    let text = match prompt.form {
        Form::One => say::pick_one(prompt.lang, last),
        Form::OneOrWord => say::pick_or_word(prompt.lang, last),
        Form::Many => say::pick_many(prompt.lang, last),
        Form::Day { from } => say::pick_day(prompt.lang, from),
    };
    format!("{}\n", wrap(&text, width))
}

/// The list of commands.
#[must_use]
pub fn commands(lang: Lang, width: usize) -> String {
    let longest = say::COMMANDS.iter().map(|row| columns(row.words.to(lang))).max().unwrap_or(0);
    let mut text = format!("{}\n", wrap(say::COMMANDS_HEADING.to(lang), width));
    for row in say::COMMANDS {
        let words = row.words.to(lang);
        let gap = " ".repeat(longest.saturating_sub(columns(words)));
        let line = hang(&format!("  {words}{gap}  "), row.does.to(lang), width);
        text.push_str(&format!("{line}\n"));
    }
    text.push_str(&wrap(say::COMMANDS_NOTE.to(lang), width));
    text.push('\n');
    text
}

/// The answer repeated in words; nothing for a wish, or for a word that is still looked up.
#[must_use]
pub fn echo(prompt: &Prompt, reply: &Reply, width: usize) -> Option<String> {
    let words = in_words(prompt, reply, width)?;
    let text = wrap(&say::your_answer(prompt.lang, &words), width);
    Some(format!("{text}\n"))
}

/// An answer in the words of its choices; nothing for a wish, or for a word that is still looked up.
fn in_words(prompt: &Prompt, reply: &Reply, width: usize) -> Option<String> {
    // Several answers are repeated by their short labels: they were read in full a moment ago.
    let room = if matches!(reply, Reply::Many(_)) { width / 2 } else { usize::MAX };
    let name = |index: &usize| prompt.options.get(*index).map_or("", |shown| shown.name(room));
    Some(match reply {
        Reply::One(index) => name(index).to_owned(),
        Reply::Many(chosen) => chosen.iter().map(name).collect::<Vec<_>>().join("; "),
        Reply::Day(date) => say::day(prompt.lang, *date),
        Reply::DayUnknown => say::DAY_UNKNOWN.to(prompt.lang).to_owned(),
        Reply::Word(_) | Reply::Wish(_) => return None,
    })
}
