//! Judged answer sets as JUnit XML: what build servers read.
//!
//! Knows suites and cases. A suite says how many cases it has before the first, so suites are small: a stream becomes
//! many of them, and none is kept.

/// So many cases make a suite.
const MOST: usize = 1000;
/// So many bytes of cases make a suite, too.
const LARGEST: usize = 256 * 1024;

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// As its key says.
    Same,
    /// Otherwise.
    Different,
    /// It could not be read.
    Unusable,
}

/// One case, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    came: Came,
    text: String,
}

impl Case {
    /// A case with its place, and what is to be said of it.
    #[must_use]
    pub fn new(place: &str, name: &str, came: Came, lines: &[String]) -> Self {
        let (place, name) = (escaped(place), escaped(name));
        let mut text = format!("    <testcase classname=\"{place}\" name=\"{name}\"");
        let tag = match came {
            Came::Same => None,
            Came::Different => Some("failure"),
            Came::Unusable => Some("error"),
        };
        match tag {
            None => text.push_str("/>\n"),
            Some(tag) => {
                let message = escaped(lines.first().map_or("", String::as_str));
                let lines = escaped(&lines.join("\n"));
                text.push_str(&format!(
                    ">\n      <{tag} message=\"{message}\">{lines}</{tag}>\n    </testcase>\n"
                ));
            }
        }
        Self { came, text }
    }
}

/// Suites that are being written.
#[derive(Debug, Clone, Default)]
pub struct Suites {
    cases: Vec<Case>,
    size: usize,
    written: usize,
}

impl Suites {
    /// What stands before the first suite.
    pub const HEAD: &'static str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    /// What stands after the last one.
    pub const FOOT: &'static str = "</testsuites>\n";

    /// Adds a case. Gives a suite when it is full.
    pub fn add(&mut self, case: Case) -> Option<String> {
        self.size += case.text.len();
        self.cases.push(case);
        (self.cases.len() >= MOST || self.size >= LARGEST).then(|| self.suite())
    }

    /// The suite of the cases so far; empty without any.
    pub fn suite(&mut self) -> String {
        if self.cases.is_empty() {
            return String::new();
        }
        self.written += 1;
        self.size = 0;
        suite(&format!("meldcode {}", self.written), &std::mem::take(&mut self.cases))
    }
}

/// Whole suites by their names, for what is known beforehand.
#[must_use]
pub fn suites(named: &[(String, Vec<Case>)]) -> String {
    let suites = named.iter().map(|(name, cases)| suite(name, cases));
    format!("{}{}{}", Suites::HEAD, suites.collect::<String>(), Suites::FOOT)
}

fn suite(name: &str, cases: &[Case]) -> String {
    let count = |came| cases.iter().filter(|case| case.came == came).count();
    let mut text = format!(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
        escaped(name),
        cases.len(),
        count(Came::Different),
        count(Came::Unusable)
    );
    text.extend(cases.iter().map(|case| case.text.as_str()));
    text.push_str("  </testsuite>\n");
    text
}

/// Text as XML has it; what XML cannot hold at all is replaced.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' => safe.push_str("&#10;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{Came, Case, MOST, Suites, escaped};

    #[test]
    fn a_stream_becomes_suites_that_say_how_many_cases_they_have() {
        let mut suites = Suites::default();
        let mut text = String::new();
        for at in 0..=MOST {
            let came = if at == 3 { Came::Different } else { Came::Same };
            text.extend(suites.add(Case::new("a.jsonl", &at.to_string(), came, &["no".to_owned()])));
        }
        text.push_str(&suites.suite());
        assert!(text.contains("name=\"meldcode 1\" tests=\"1000\" failures=\"1\" errors=\"0\""), "{text}");
        assert!(text.contains("name=\"meldcode 2\" tests=\"1\" failures=\"0\" errors=\"0\""));
        assert_eq!(text.matches("<testcase ").count(), MOST + 1);
        assert_eq!(suites.suite(), "");
    }

    #[test]
    fn nothing_raw_comes_through() {
        assert_eq!(escaped("<a b=\"c\">&\u{1b}\n"), "&lt;a b=&quot;c&quot;&gt;&amp;\u{fffd}&#10;");
    }
}
