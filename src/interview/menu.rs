//! Asks with menus and arrow keys, on `dialoguer`.
//!
//! Knows how to keep a menu within the window and to tell a choice from a command. Refuses to
//! offer an answer by itself: at a question of the norm nothing is marked until the reader marks it,
//! and only what the reader ticked before is ticked. Where a menu would not fit the window, or a day
//! is asked, it asks in plain lines.

use std::io::{BufReader, Stdin, Write};

use dialoguer::console::Term;
use dialoguer::theme::SimpleTheme;
use dialoguer::{MultiSelect, Select};

use crate::interview::block;
use crate::interview::guard::Guard;
use crate::interview::keys::{self, Keyed};
use crate::interview::lines::Lines;
use crate::interview::page::{Page, cut};
use crate::interview::prompt::{Broken, Form, Prompt, Prompter, Reply, Wish};
use crate::interview::terminal::{Size, USUAL_COLUMNS, drop_typed_ahead, size};
use crate::interview::typed::{Heard, hear, together};
use crate::interview::unclear::Unclear;
use crate::ui::layout::{line_width, wrap};
use crate::ui::messages::interview as say;

/// Asks with menus on the terminal behind standard error.
#[derive(Debug)]
pub struct Menu {
    term: Term,
    guard: Guard,
    lines: Lines<BufReader<Stdin>, Term>,
    ticked: Option<Ticked>,
}

/// What was ticked when the reader asked for something else, to be ticked again on return.
#[derive(Debug)]
struct Ticked {
    question: String,
    choices: Vec<String>,
}

impl Menu {
    /// Takes the terminal, until dropped. Ask [`Facts::manner`] first whether it can carry menus.
    ///
    /// [`Facts::manner`]: crate::interview::terminal::Facts::manner
    ///
    /// # Errors
    /// When standard input is no terminal, or signals cannot be watched.
    pub fn open() -> Result<Self, Broken> {
        let term = Term::stderr();
        let input = BufReader::new(std::io::stdin());
        let lines = Lines::new(input, term.clone(), line_width(USUAL_COLUMNS.into()));
        Ok(Self { term, guard: Guard::take()?, lines: lines.at_terminal(true), ticked: None })
    }

    fn say(&mut self, text: &str) -> Result<(), Broken> {
        Ok(self.term.write_all(text.as_bytes())?)
    }

    fn in_lines(&mut self, prompt: &Prompt, size: Size) -> Result<Reply, Broken> {
        self.lines.set_width(line_width(size.columns.into()));
        self.lines.ask(prompt)
    }

    /// Shows the choices and hears what is typed; when an arrow asks for the menu, from which line it begins.
    fn typed(&mut self, prompt: &Prompt, page: &Page, ticks: &[usize]) -> Result<Typed, Broken> {
        let mut lines: Vec<String> =
            page.items.iter().enumerate().map(|(at, item)| still(prompt, at, item, ticks)).collect();
        if !ticks.is_empty() && prompt.earlier.is_none() {
            lines.push(format!("{}\n", cut(say::TYPE_ALL.to(prompt.lang), page.width)));
        }
        self.say(&lines.concat())?;
        let before = say::TYPED.to(prompt.lang);
        let marked = prompt.marked.filter(|option| *option < prompt.options.len());
        let mut told = false;
        loop {
            drop_typed_ahead();
            let keyed = self.guard.reading(|| keys::read(&self.term, before, page.width))?;
            let last = page.items.len().saturating_sub(1);
            let at = match keyed {
                Keyed::First => marked.map_or(0, |marked| last.min(marked.saturating_add(1))),
                Keyed::Last => marked.and_then(|marked| marked.checked_sub(1)).unwrap_or(last),
                Keyed::Line(line) => {
                    // Enter alone takes what is marked. At a question of the norm nothing is.
                    if let (true, Some(marked)) = (line.is_empty(), marked) {
                        return Ok(Typed::Reply(Reply::One(marked)));
                    }
                    told = true;
                    match hear(&line, prompt) {
                        Ok(Heard::Reply(reply)) => return Ok(Typed::Reply(reply)),
                        Ok(Heard::Help) => self.say(&block::commands(prompt.lang, page.width))?,
                        Err(unclear) => {
                            let words = wrap(&unclear.words(prompt), page.width);
                            self.say(&format!("{words}\n"))?;
                        }
                    }
                    continue;
                }
            };
            // The menu takes the place of the lines; when something was said below them, it is drawn below that.
            self.term.clear_line()?;
            if !told {
                self.term.clear_last_lines(lines.len())?;
            }
            return Ok(Typed::Menu(at));
        }
    }

    fn select(&mut self, prompt: &Prompt, page: &Page) -> Result<Reply, Broken> {
        let from = match self.typed(prompt, page, &[])? {
            Typed::Reply(reply) => return Ok(reply),
            Typed::Menu(at) => at,
        };
        let chosen = self.guard.reading(|| {
            // Without a prompt no English "[Page 1/2]" can appear.
            let menu = Select::with_theme(&SimpleTheme).items(&page.items).report(false);
            let menu = if from < page.items.len() { menu.default(from) } else { menu };
            Ok(menu.interact_on(&self.term)?)
        })?;
        let command = chosen.checked_sub(prompt.options.len()).and_then(|at| page.wishes.get(at));
        Ok(command.map_or(Reply::One(chosen), |wish| Reply::Wish(*wish)))
    }

    fn tick(&mut self, prompt: &Prompt, page: &Page) -> Result<Reply, Broken> {
        let width = page.width;
        let mut ticks = self.taken_back(prompt);
        if let Typed::Reply(reply) = self.typed(prompt, page, &ticks)? {
            if let Reply::Wish(wish) = reply {
                self.keep(prompt, wish, &ticks);
            }
            return Ok(reply);
        }
        loop {
            let ticked = self.guard.reading(|| {
                let items = page.items.iter().enumerate().map(|(index, item)| (item, ticks.contains(&index)));
                let menu = MultiSelect::with_theme(&SimpleTheme).items_checked(items).report(false);
                Ok(menu.interact_on(&self.term)?)
            })?;
            match sort_out(&ticked, prompt, &page.wishes) {
                Sorted::Reply(reply) => return Ok(reply),
                Sorted::Wish(wish, choices) => {
                    self.keep(prompt, wish, &choices);
                    return Ok(Reply::Wish(wish));
                }
                Sorted::Again(why, choices) => {
                    self.say(&format!("{}\n", wrap(&why, width)))?;
                    ticks = choices;
                }
            }
            drop_typed_ahead();
        }
    }

    fn keep(&mut self, prompt: &Prompt, wish: Wish, choices: &[usize]) {
        // Who goes back may answer differently there; then this question starts afresh.
        let returns = !matches!(wish, Wish::Back | Wish::Stop);
        self.ticked = returns.then(|| Ticked {
            question: prompt.id.clone(),
            choices: choices
                .iter()
                .filter_map(|index| prompt.options.get(*index))
                .map(|shown| shown.id.clone())
                .collect(),
        });
    }

    fn taken_back(&mut self, prompt: &Prompt) -> Vec<usize> {
        let Some(kept) = self.ticked.take().filter(|kept| kept.question == prompt.id) else {
            return match &prompt.earlier {
                Some(Reply::Many(chosen)) => chosen.clone(),
                _ => Vec::new(),
            };
        };
        let choices = kept.choices;
        prompt
            .options
            .iter()
            .enumerate()
            .filter(|(_, shown)| choices.contains(&shown.id))
            .map(|(index, _)| index)
            .collect()
    }
}

impl Prompter for Menu {
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken> {
        // The window may have changed since the question before.
        let size = size().unwrap_or(Size { rows: 0, columns: USUAL_COLUMNS });
        let page = Page::of(prompt, size);
        if matches!(prompt.form, Form::Day { .. }) || !page.fits(size) {
            return self.in_lines(prompt, size);
        }
        self.say(&page.text)?;
        let reply = match prompt.form {
            Form::Many => self.tick(prompt, &page)?,
            _ => self.select(prompt, &page)?,
        };
        if let Some(echo) = block::echo(prompt, &reply, page.width) {
            self.say(&echo)?;
        }
        Ok(reply)
    }

    fn tell(&mut self, text: &str) -> Result<(), Broken> {
        let columns = size().map_or(USUAL_COLUMNS, |size| size.columns);
        self.lines.set_width(line_width(columns.into()));
        self.lines.tell(text)
    }

    fn hears_numbers(&self) -> bool {
        false
    }
}

/// What came of the lines below which one can type.
#[derive(Debug)]
enum Typed {
    Reply(Reply),
    /// The menu is asked for, from this line.
    Menu(usize),
}

/// A line of a menu as long as nobody moves in it: as the menu draws it.
fn still(prompt: &Prompt, at: usize, item: &str, ticks: &[usize]) -> String {
    match prompt.form {
        Form::Many if ticks.contains(&at) => format!("  [x] {item}\n"),
        Form::Many => format!("  [ ] {item}\n"),
        _ if prompt.marked == Some(at) => format!("> {item}\n"),
        _ => format!("  {item}\n"),
    }
}

/// What a ticked menu means.
#[derive(Debug, PartialEq, Eq)]
enum Sorted {
    Reply(Reply),
    /// A command, and the choices that were ticked with it.
    Wish(Wish, Vec<usize>),
    /// Ask again: why, and what stays ticked.
    Again(String, Vec<usize>),
}

fn sort_out(ticked: &[usize], prompt: &Prompt, wishes: &[Wish]) -> Sorted {
    let count = prompt.options.len();
    let choices: Vec<usize> = ticked.iter().copied().filter(|at| *at < count).collect();
    let commands: Vec<Wish> =
        ticked.iter().filter_map(|at| wishes.get(at.checked_sub(count)?)).copied().collect();
    match commands.as_slice() {
        [] => match together(choices.clone(), prompt) {
            Ok(chosen) => Sorted::Reply(Reply::Many(chosen)),
            Err(Unclear::Nothing) => Sorted::Again(say::TICK_SOMETHING.to(prompt.lang).to_owned(), choices),
            Err(unclear) => Sorted::Again(unclear.words(prompt), choices),
        },
        [wish] => Sorted::Wish(*wish, choices),
        several => {
            // The key "a" ticks every line at once; nobody means that.
            let everything = several.len() == wishes.len() && choices.len() == count;
            let stay = if everything { Vec::new() } else { choices };
            Sorted::Again(say::TICK_ONE_COMMAND.to(prompt.lang).to_owned(), stay)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::sample::prompt;

    const WISHES: [Wish; 2] = [Wish::Explain, Wish::Stop];

    fn many() -> Prompt {
        prompt(Form::Many, &[("a", "Een"), ("b", "Twee"), ("geen-van-deze", "Geen van deze")])
    }

    #[test]
    fn nothing_ticked_is_never_an_answer() {
        assert!(matches!(sort_out(&[], &many(), &WISHES), Sorted::Again(_, stay) if stay.is_empty()));
    }

    #[test]
    fn ticked_choices_are_the_answer() {
        assert_eq!(sort_out(&[0, 1], &many(), &WISHES), Sorted::Reply(Reply::Many(vec![0, 1])));
    }

    #[test]
    fn none_of_these_with_another_is_asked_again_with_the_ticks_kept() {
        let Sorted::Again(why, stay) = sort_out(&[0, 2], &many(), &WISHES) else {
            panic!("accepted");
        };
        assert!(why.contains("Geen van deze"));
        assert_eq!(stay, [0, 2]);
    }

    #[test]
    fn a_ticked_command_is_the_command_and_the_choices_are_kept() {
        assert_eq!(sort_out(&[1, 4], &many(), &WISHES), Sorted::Wish(Wish::Stop, vec![1]));
    }

    #[test]
    fn everything_ticked_at_once_is_asked_again_with_nothing_ticked() {
        assert!(
            matches!(sort_out(&[0, 1, 2, 3, 4], &many(), &WISHES), Sorted::Again(_, stay) if stay.is_empty())
        );
    }
}
