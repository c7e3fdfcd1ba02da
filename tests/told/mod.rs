//! The text of every exercise's result, from one run of the real program.

use crate::program::run;

/// Every result by the name of its exercise, without the heading and the verdict.
pub(crate) fn told(lang: &str) -> Vec<(String, String)> {
    let ran = run(&["--lang", lang, "evaluate", "meldcode/exercises", "--format", "text"], b"");
    assert!([0, 1].contains(&ran.code), "{}", ran.err);
    let result = |part: &str| {
        let (heading, rest) = part.split_once('\n').unwrap();
        let (_, text) = rest.split_once("\n\n").unwrap();
        let name = heading.rsplit(['/', '\\']).next().unwrap().trim_end_matches(".toml");
        (name.to_owned(), text.to_owned())
    };
    // The first part is what stands before the first heading: nothing.
    let all = format!("\n{}", ran.out);
    all.split("\n=== ").skip(1).map(result).collect()
}
