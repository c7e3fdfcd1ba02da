//! Results on paper: one document of one or more pages, to print or to keep in one's own record.
//!
//! Knows which pages belong to a result. Refuses to say anything of its own about a case: a sheet takes its content from
//! the result, and leaves room for what only the professional knows.

mod call;
mod facts;
mod html;
mod markdown;
mod pieces;
mod talk;

use crate::model::profession::Refusal;
use crate::ui::lang::{Lang, Words};
use crate::ui::messages::{handout, paper as say};

use super::page::{Block, Page, Setting};
use super::refusal;
use super::result::Told;

/// A sheet of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The result, with room for facts.
    Result,
    /// For the telephone call to Veilig Thuis.
    Call,
    /// For the talk of step 3.
    Talk,
}

/// A document for paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What it is called where nobody reads over a shoulder: a title, and not what it says.
    title: Words,
    /// Its pages; the first one's headline is that of the document.
    pages: Vec<Page>,
    /// The telephone numbers that its texts may hold.
    numbers: Vec<String>,
}

impl Paper {
    /// A result with everything that belongs to it, or only one sheet.
    #[must_use]
    pub fn of(told: &Told<'_>, sheet: Option<Sheet>, setting: Setting) -> Self {
        let result = || [told.page(setting), facts::page(setting)];
        let (title, pages) = match sheet {
            None => {
                let sheets = [Some(call::page(told, setting)), talk::page(told, setting)];
                (say::TITLE, result().into_iter().chain(sheets.into_iter().flatten()).collect())
            }
            Some(Sheet::Result) => (say::TITLE, result().into()),
            Some(Sheet::Call) => (say::CALL_TITLE, vec![call::page(told, setting)]),
            Some(Sheet::Talk) => (say::TALK_TITLE, vec![talk::page_or_why_not(told, setting)]),
        };
        Self { title, pages, numbers: told.numbers() }
    }

    /// Why there is no meldcode here for somebody, and whom to reach.
    #[must_use]
    pub fn refused(refused: &Refusal, setting: Setting) -> Self {
        let pages = vec![refusal::page(refused, setting)];
        Self { title: say::REFUSED_TITLE, pages, numbers: refusal::numbers(refused) }
    }

    /// Pages for training: an exercise, or what exercises reach.
    #[must_use]
    pub fn training(pages: Vec<Page>, numbers: Vec<String>) -> Self {
        Self { title: handout::TITLE, pages, numbers }
    }

    /// Any page, for whoever wants to see how texts come out on paper.
    #[must_use]
    pub fn page(page: Page) -> Self {
        Self { title: say::TITLE, pages: vec![page], numbers: Vec::new() }
    }

    /// As plain text.
    #[must_use]
    pub fn text(self) -> String {
        self.pages.into_iter().map(Page::finish).collect::<Vec<_>>().join("\n")
    }

    /// As Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        markdown::render(self)
    }

    /// As one page of HTML that needs nothing from elsewhere.
    #[must_use]
    pub fn html(&self) -> String {
        html::render(self)
    }

    /// The title as the headline of the document, where its first page has none.
    fn headline(&self) -> Option<&'static str> {
        let first = self.pages.first().map(Page::blocks).unwrap_or_default();
        let has = first.iter().any(|block| matches!(block, Block::Headline { .. }));
        (!has).then(|| self.title.to(self.lang()))
    }

    fn lang(&self) -> Lang {
        self.pages.first().map_or(Lang::Nl, |page| page.setting().lang)
    }
}
