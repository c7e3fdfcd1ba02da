//! Problems drawn in their own lines: code, sentence, file and line, and what would help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::model::problem::Problem;
use crate::ui::lang::{Lang, Words};
use crate::ui::layout::{clean, clean_line};

/// Lines are shown only so far: nobody reads a line of a megabyte.
const LONGEST_SOURCE: usize = 64 * 1024;

/// One problem, with the lines it is about when their text is at hand.
#[must_use]
pub fn draw(problem: &Problem, text: Option<&str>, lang: Lang, colour: bool) -> String {
    draw_from(problem, text, 1, lang, colour)
}

/// The same when the text is a part of the file, and begins with this line of it.
#[must_use]
pub fn draw_from(problem: &Problem, text: Option<&str>, from: usize, lang: Lang, colour: bool) -> String {
    let file = clean_line(&problem.file);
    let says = clean_line(&problem.says);
    let help = problem.help.as_deref().map(clean_line);
    let code = problem.code.word();
    let title = Level::ERROR.with_name(FAULT.to(lang)).primary_title(&says).id(code);
    let shown = text.zip(problem.place).and_then(|(text, (start, end))| around(text, start..end));
    let mut group = match &shown {
        Some(Shown { lines, first, place }) => {
            let mark = AnnotationKind::Primary.span(place.clone());
            let snippet = Snippet::source(lines.as_str()).line_start(*first + from - 1);
            title.element(snippet.path(file.as_str()).annotation(mark))
        }
        None => {
            let line = text.zip(problem.place).map(|(text, (start, _))| line_of(text, start) + from - 1);
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

/// The lines that a problem is about.
struct Shown {
    lines: String,
    /// The number of the first of them.
    first: usize,
    /// The place in them.
    place: Range<usize>,
}

/// The lines around a place, and no more of the text: however long it is, each line keeps its number. Nothing when the
/// place is not in the text, or when the lines are too long to read.
fn around(text: &str, place: Range<usize>) -> Option<Shown> {
    let (before, after) = (text.get(..place.start)?, text.get(place.end..)?);
    text.get(place.clone())?;
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    let to = after.find('\n').map_or(text.len(), |at| place.end + at + 1);
    let lines = text.get(from..to).filter(|lines| lines.len() <= LONGEST_SOURCE)?;
    // Control characters take one byte each and so does what stands in for them: places stay right.
    let lines = same_length(lines);
    Some(Shown { lines, first: line_of(text, place.start), place: place.start - from..place.end - from })
}

fn same_length(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_control() && c != '\n' { ' ' } else { c }).collect()
}

/// The number of the line in which a byte stands, counted from one.
#[must_use]
pub fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::draw;
    use crate::model::problem::{Code, Problem};
    use crate::ui::lang::Lang;

    #[test]
    fn a_line_of_a_long_document_is_shown_with_its_number_and_a_line_of_a_megabyte_is_not() {
        let long = format!("{}label = \" \"\nid = \"x\"\n", "# a line\n".repeat(10_000));
        let start = long.find("\" \"").unwrap();
        let problem = Problem::at(Code::BadText, "lang.toml", Some(start..start + 3), "this text is empty");
        let drawn = draw(&problem, Some(&long), Lang::En, false);
        assert!(drawn.contains("lang.toml:10001:9") && drawn.contains("10001 | label = \" \""), "{drawn}");
        let line = format!("label = \"{}\"", "x".repeat(1_000_000));
        let problem = Problem::at(Code::BadText, "lang.toml", Some(8..1_000_010), "this text is long");
        let drawn = draw(&problem, Some(&line), Lang::En, false);
        assert!(drawn.contains("lang.toml:1") && drawn.len() < 1_000, "{}", drawn.len());
    }
}
