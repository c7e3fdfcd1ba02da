//! A prompter that gives no hints: for an exam.
//!
//! Knows which wishes are hints. The emergency card is none: it is there at every question.

use crate::interview::prompt::{Broken, Prompt, Prompter, Reply, Wish};
use crate::ui::messages::discussion as say;

/// Another prompter, with or without hints.
pub(super) struct Guarded<'p, P> {
    /// Who asks.
    pub(super) inner: &'p mut P,
    /// Whether this is an exam.
    pub(super) exam: bool,
}

impl<P: Prompter> Prompter for Guarded<'_, P> {
    fn ask(&mut self, prompt: &Prompt) -> Result<Reply, Broken> {
        loop {
            match self.inner.ask(prompt)? {
                Reply::Wish(Wish::Explain | Wish::Now) if self.exam => {
                    self.inner.tell(say::NO_HINTS.to(prompt.lang))?;
                }
                reply => return Ok(reply),
            }
        }
    }

    fn tell(&mut self, text: &str) -> Result<(), Broken> {
        self.inner.tell(text)
    }

    fn hears_numbers(&self) -> bool {
        self.inner.hears_numbers()
    }
}
