//! A question laid out for a menu in a window of a certain size.
//!
//! Knows what a line of a menu can hold and when question and menu fit together. Refuses to draw.

use crate::interview::block;
use crate::interview::prompt::{Form, Prompt, Shown, Wish};
use crate::interview::terminal::{FEWEST_COLUMNS, FEWEST_ROWS, Size};
use crate::ui::lang::Words;
use crate::ui::layout::{clean_line, columns, hang, line_width, shorten, wrap};
use crate::ui::messages::interview as say;

/// The commands, in the order of their lines below the choices.
const COMMANDS: [(Wish, Words); 6] = [
    (Wish::Explain, say::MENU_EXPLAIN),
    (Wish::Now, say::MENU_NOW),
    (Wish::Overview, say::MENU_OVERVIEW),
    (Wish::Back, say::MENU_BACK),
    (Wish::Emergency, say::MENU_EMERGENCY),
    (Wish::Stop, say::MENU_STOP),
];
/// What a line of a menu loses to its mark, such as `> [x] `, and to the last column.
const MARK: usize = 7;

/// A question laid out for a window.
#[derive(Debug)]
pub(crate) struct Page {
    /// Columns of a line.
    pub(crate) width: usize,
    /// Heading, question, labels that are too long for a menu line, and how the keys work.
    pub(crate) text: String,
    /// The lines of the menu: choices, then commands.
    pub(crate) items: Vec<String>,
    /// The commands behind the last lines.
    pub(crate) wishes: Vec<Wish>,
}

impl Page {
    pub(crate) fn of(prompt: &Prompt, size: Size) -> Self {
        let width = line_width(size.columns.into());
        let room = width.saturating_add(1).saturating_sub(MARK);
        let mut text = format!("\n{}", block::question(prompt, width));
        let digits = prompt.options.len().to_string().len();
        // A choice is named by its number, whether it is typed or looked up with the arrow keys.
        let room = room.saturating_sub(digits + 2);
        let mut items = Vec::new();
        for (index, shown) in prompt.options.iter().enumerate() {
            let fits = in_one_line(&shown.label, room);
            if !fits {
                text.push_str(&explained(shown, width));
            }
            let name = if fits { clean_line(&shown.label) } else { cut(&shown.short, room) };
            items.push(format!("{:>digits$}  {name}", index.saturating_add(1)));
        }
        let keys = match prompt.form {
            Form::Many => say::KEYS_MANY,
            Form::OneOrWord => say::KEYS_WORD,
            _ => say::KEYS_ONE,
        };
        text.push_str(&format!("{}\n", wrap(keys.to(prompt.lang), width)));
        let mut wishes = Vec::new();
        for (wish, words) in COMMANDS {
            if !listed(wish, prompt) {
                continue;
            }
            wishes.push(wish);
            items.push(cut(&format!("{:>digits$}  {}", "-", words.to(prompt.lang)), room));
        }
        Self { width, text, items, wishes }
    }

    /// Whether question and menu can be seen together, so that nothing scrolls away or pages.
    pub(crate) fn fits(&self, size: Size) -> bool {
        // One row for a hint, one for what is typed below the menu, and one for where that ends.
        let needed = self.text.lines().count() + self.items.len() + 3;
        size.columns >= FEWEST_COLUMNS && size.rows >= FEWEST_ROWS && needed <= usize::from(size.rows)
    }
}

/// Whether a command has a line in the menu. Beside the questions of the norm only what can be done there has one.
fn listed(wish: Wish, prompt: &Prompt) -> bool {
    match wish {
        Wish::Emergency | Wish::Stop => true,
        Wish::Back => prompt.back,
        _ => prompt.answered.is_some(),
    }
}

fn explained(shown: &Shown, width: usize) -> String {
    let text = format!("{}: {}", shown.short, shown.label);
    format!("{}\n", hang("  ", &text, width))
}

/// Whether a menu line can hold the text. The menu library counts bytes when it decides how many
/// lines to redraw, so both measures must fit.
fn in_one_line(text: &str, room: usize) -> bool {
    columns(text) <= room && text.len() <= room && !text.contains('\n')
}

/// The text cut so that a menu line can hold it.
pub(crate) fn cut(text: &str, room: usize) -> String {
    (0..=room)
        .rev()
        .map(|width| shorten(text, width))
        .find(|text| in_one_line(text, room))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::sample::prompt;
    use crate::ui::lang::Lang;

    fn many() -> Prompt {
        prompt(Form::Many, &[("a", "Een"), ("b", "Twee"), ("geen-van-deze", "Geen van deze")])
    }

    fn window(rows: u16, columns: u16) -> Size {
        Size { rows, columns }
    }

    #[test]
    fn every_line_of_a_menu_stays_within_the_window_in_columns_and_bytes() {
        let long = "één zéér lang antwoord over wat u zag, ".repeat(4);
        let mut question =
            prompt(Form::One, &[("a", &long), ("b", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字")]);
        question.answered = Some(3);
        question.back = true;
        for lang in [Lang::Nl, Lang::En] {
            question.lang = lang;
            for columns_wide in 40..=100 {
                let page = Page::of(&question, window(24, columns_wide));
                let most = usize::from(columns_wide);
                assert!(page.items.iter().all(|item| columns(item) + 6 < most && item.len() + 6 < most));
                assert!(page.text.lines().all(|line| columns(line) < most));
                assert_eq!(page.items.len(), 8);
            }
        }
    }

    #[test]
    fn a_label_that_is_cut_in_the_menu_is_printed_whole_above_it() {
        let long = "een antwoord dat niet op een regel past en dus boven het menu staat, helemaal";
        let mut question = prompt(Form::One, &[("a", long), ("b", "Nee")]);
        if let Some(shown) = question.options.first_mut() {
            shown.short = "Ja".into();
        }
        let page = Page::of(&question, window(24, 80));
        assert_eq!(page.items.first().map(String::as_str), Some("1  Ja"));
        assert!(page.text.replace("\n  ", " ").contains(long));
    }

    #[test]
    fn going_back_is_not_offered_at_the_first_question() {
        let page = Page::of(&many(), window(24, 80));
        assert!(!page.wishes.contains(&Wish::Back));
        assert_eq!(page.items.len(), 3 + page.wishes.len());
    }

    #[test]
    fn a_menu_that_would_scroll_is_not_shown() {
        let page = Page::of(&many(), window(24, 80));
        assert!(page.fits(window(24, 80)));
        assert!(!page.fits(window(10, 80)));
        assert!(!page.fits(window(24, 39)));
        assert!(!page.fits(window(2, 80)));
    }
}
