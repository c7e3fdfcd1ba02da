//! Problems drawn in their own lines: code, sentence, file and line, and what would help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::model::problem::Problem;
use crate::ui::lang::{Lang, Words};
use crate::ui::layout::{clean, clean_line};

/// A line of a file is shown only so far: nobody reads a line of a megabyte.
const LONGEST_SOURCE: usize = 64 * 1024;

/// One problem, with the lines it is about when their text is at hand.
#[must_use]
pub fn draw(problem: &Problem, text: Option<&str>, lang: Lang, colour: bool) -> String {
    let file = clean_line(&problem.file);
    let says = clean_line(&problem.says);
    let help = problem.help.as_deref().map(clean_line);
    let code = problem.code.word();
    let title = Level::ERROR.with_name(FAULT.to(lang)).primary_title(&says).id(code);
    // Control characters take one byte each and so does what stands in for them: places stay right.
    let shown = text.filter(|text| text.len() <= LONGEST_SOURCE).map(same_length);
    let mut group = match (&shown, problem.place) {
        (Some(shown), Some((start, end))) if end <= shown.len() && start <= end => {
            let mark = AnnotationKind::Primary.span(start..end);
            title.element(Snippet::source(shown.as_str()).path(file.as_str()).annotation(mark))
        }
        _ => {
            let line = text.zip(problem.place).map(|(text, (start, _))| line_of(text, start));
            let origin = annotate_snippets::Origin::path(file.as_str());
            title.element(match line {
                Some(line) => origin.line(line),
                None => origin,
            })
        }
    };
    if let Some(help) = &help {
        group = group.element(Level::HELP.with_name(HELP.to(lang)).message(help.as_str()));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let drawn = renderer.decor_style(DecorStyle::Ascii).term_width(100).render(&[group]);
    if colour { drawn } else { clean(&drawn) }
}

const FAULT: Words = Words::new("fout", "error");
const HELP: Words = Words::new("hulp", "help");

fn same_length(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_control() && c != '\n' { ' ' } else { c }).collect()
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}
