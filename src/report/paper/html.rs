//! A document as one page of HTML that needs nothing from elsewhere: to read on a telephone and to print on A4.
//!
//! Knows elements and their order. Refuses to know what is said: every text goes through `markup`.

use crate::ui::messages::paper as say;

use super::super::markup::{Html, document};
use super::super::page::{BOX, Page};
use super::Paper;
use super::pieces::{Piece, pieces};

/// How it looks; no fonts, pictures or scripts.
const STYLE: &str = include_str!("style.css");

/// An element around a text.
type Element = (&'static str, &'static str);

const PARAGRAPH: Element = ("<p>", "</p>\n");
const LINE: Element = ("<li>", "</li>\n");

/// The document.
pub(super) fn render(paper: &Paper) -> String {
    let lang = paper.lang();
    document(lang, (paper.title.to(lang), STYLE, say::FOOT.to(lang)), |html| {
        if let Some(title) = paper.headline() {
            html.markup("<h1 id=\"page-1\">");
            html.said(title, &[]);
            html.markup("</h1>\n");
        }
        for (index, page) in paper.pages.iter().enumerate() {
            Writer { html, numbers: &paper.numbers, first: index == 0 }.page(page, index + 1);
        }
    })
}

/// Writes one page of the document.
struct Writer<'w> {
    html: &'w mut Html,
    numbers: &'w [String],
    first: bool,
}

impl Writer<'_> {
    fn page(&mut self, page: &Page, number: usize) {
        self.html.markup("<section class=\"page\" aria-labelledby=\"page-");
        self.html.count(number);
        self.html.markup("\">\n");
        for piece in pieces(page.blocks()) {
            self.piece(&piece, number);
        }
        self.html.markup("</section>\n");
    }

    fn piece(&mut self, piece: &Piece<'_>, number: usize) {
        match piece {
            Piece::Text(text) => self.said(PARAGRAPH, text),
            Piece::Verbatim(line) => self.said(("<pre>", "</pre>\n"), line),
            Piece::Urgent(text) => self.said(("<p class=\"urgent\"><strong>", "</strong></p>\n"), text),
            Piece::Headline(text) => {
                let (open, close) = if self.first { ("<h1", "</h1>\n") } else { ("<h2", "</h2>\n") };
                self.html.markup(open);
                self.html.markup(" id=\"page-");
                self.html.count(number);
                self.said(("\">", close), text);
            }
            Piece::Heading(text) => self.heading(text),
            Piece::Rule => self.html.markup("<hr>\n"),
            Piece::Items(items) => self.items(items),
            Piece::Dashes(texts) => {
                let to_tick = texts.iter().all(|text| text.starts_with(BOX));
                self.html.markup(if to_tick { "<ul class=\"boxes\">\n" } else { "<ul>\n" });
                texts.iter().for_each(|text| self.said(LINE, text));
                self.html.markup("</ul>\n");
            }
            Piece::Margin(heading, texts) => {
                self.html.markup("<section class=\"entry\">\n");
                if !heading.is_empty() {
                    self.heading(heading);
                }
                self.html.markup("<div>\n");
                texts.iter().for_each(|text| self.said(PARAGRAPH, text));
                self.html.markup("</div>\n</section>\n");
            }
            Piece::Numbers(numbers) => {
                self.html.markup("<ul class=\"numbers\">\n");
                for (number, what) in numbers {
                    self.html.markup("<li>");
                    self.html.number(number);
                    self.said((" <span>", "</span></li>\n"), what);
                }
                self.html.markup("</ul>\n");
            }
            Piece::Fields(labels) => {
                self.html.markup("<ul class=\"fields\">\n");
                for label in labels {
                    self.said(("<li>", ":<span class=\"line\"></span></li>\n"), label);
                }
                self.html.markup("</ul>\n");
            }
            Piece::Grid { caption, columns, rows } => self.grid(caption, columns, *rows),
        }
    }

    fn heading(&mut self, text: &str) {
        self.said(if self.first { ("<h2>", "</h2>\n") } else { ("<h3>", "</h3>\n") }, text);
    }

    /// Leads with their texts; a text without a lead is a paragraph.
    fn items(&mut self, items: &[(&str, Vec<&str>)]) {
        let (without, with): (Vec<_>, Vec<_>) = items.iter().partition(|(lead, _)| lead.is_empty());
        for text in without.iter().flat_map(|(_, texts)| texts) {
            self.said(PARAGRAPH, text);
        }
        if with.is_empty() {
            return;
        }
        self.html.markup("<dl>\n");
        for (lead, texts) in with {
            self.said(("<dt>", "</dt>\n"), lead);
            texts.iter().for_each(|text| self.said(("<dd>", "</dd>\n"), text));
        }
        self.html.markup("</dl>\n");
    }

    fn grid(&mut self, caption: &str, columns: &[String], rows: usize) {
        self.html.markup("<table>\n");
        self.said(("<caption>", "</caption>\n"), caption);
        self.html.markup("<thead><tr>\n");
        columns.iter().for_each(|column| self.said(("<th scope=\"col\">", "</th>\n"), column));
        self.html.markup("</tr></thead>\n<tbody>\n");
        for _ in 0..rows {
            self.html.markup("<tr>");
            columns.iter().for_each(|_| self.html.markup("<td></td>"));
            self.html.markup("</tr>\n");
        }
        self.html.markup("</tbody>\n</table>\n");
    }

    fn said(&mut self, (open, close): Element, text: &str) {
        self.html.markup(open);
        self.html.said(text, self.numbers);
        self.html.markup(close);
    }
}
