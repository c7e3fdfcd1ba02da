//! Small pictures of counts, drawn in the page itself: bars and squares, each with its numbers in words.
//!
//! Knows lengths and areas. Refuses to let a shade say anything that is not written beside it.

use super::super::markup::Html;

/// The width of a bar, in its own measure.
const WIDE: usize = 1000;
/// The side of the largest square, in its own measure.
const SIDE: usize = 26;

/// One bar: so much of the whole.
pub(super) fn bar(html: &mut Html, says: &str, (count, all): (usize, usize), model: bool) {
    begin(html, "bar", says);
    part(html, "room", (0, WIDE));
    part(html, if model { "model" } else { "other" }, (0, length(count, all)));
    html.markup("</svg>");
}

/// One bar of several parts, one behind the other.
pub(super) fn parts(html: &mut Html, says: &str, counts: [usize; 4]) {
    let all: usize = counts.iter().sum();
    begin(html, "parts", says);
    let mut before = 0;
    for (class, count) in ["same", "too", "differs", "never"].into_iter().zip(counts) {
        let from = length(before, all);
        before += count;
        if count > 0 {
            part(html, class, (from, length(before, all) - from));
        }
    }
    html.markup("</svg>");
}

/// A square whose area is the count. The number stands beside it, so it says nothing by itself.
pub(super) fn square(html: &mut Html, (count, most): (usize, usize), same: bool) {
    let side = (count * SIDE * SIDE / most.max(1)).isqrt().clamp(3, SIDE);
    let at = (SIDE - side) / 2;
    html.markup("<svg class=\"square\" viewBox=\"0 0 26 26\" aria-hidden=\"true\"><rect class=\"");
    html.markup(if same { "model" } else { "other" });
    html.markup("\" x=\"");
    html.count(at);
    html.markup("\" y=\"");
    html.count(at);
    html.markup("\" width=\"");
    html.count(side);
    html.markup("\" height=\"");
    html.count(side);
    html.markup("\"/></svg>");
}

fn begin(html: &mut Html, class: &'static str, says: &str) {
    html.markup("<svg class=\"");
    html.markup(class);
    html.markup("\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
    html.plain(says);
    html.markup("\">");
}

fn part(html: &mut Html, class: &'static str, (from, length): (usize, usize)) {
    html.markup("<rect class=\"");
    html.markup(class);
    html.markup("\" x=\"");
    html.count(from);
    html.markup("\" y=\"0\" width=\"");
    html.count(length);
    html.markup("\" height=\"20\"/>");
}

fn length(count: usize, all: usize) -> usize {
    count * WIDE / all.max(1)
}
