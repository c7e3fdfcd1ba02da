//! The page that describes the format: its headings with their tables, and its examples.

/// The page.
pub(crate) const PAGE: &str = "meldcode/FORMAT.md";
/// The heading whose rows every dated document has; a row *the head* stands for them.
pub(crate) const HEAD: &str = "The head of a dated document";
/// The heading line of a table of keys.
pub(crate) const KEY_TABLE: &str = "| key | required or default | meaning | rule that is checked |";
/// The heading line of a list of words.
pub(crate) const WORD_TABLE: &str = "| word | meaning |";

/// One row of a table, cell by cell.
pub(crate) type Cells = Vec<String>;

/// The page: its headings with the rows below them, and its examples.
pub(crate) struct Page {
    /// Heading, heading line of the table, rows.
    pub(crate) tables: Vec<(String, String, Vec<Cells>)>,
    /// What stands between the fences of TOML.
    pub(crate) examples: Vec<String>,
}

impl Page {
    pub(crate) fn read(text: &str) -> Self {
        let mut page = Self { tables: Vec::new(), examples: Vec::new() };
        let (mut heading, mut example) = (String::new(), None::<String>);
        let mut in_table = false;
        for line in text.lines() {
            if let Some(block) = &mut example {
                if line == "```" {
                    page.examples.extend(example.take());
                } else {
                    block.push_str(line);
                    block.push('\n');
                }
                continue;
            }
            if line == "```toml" {
                example = Some(String::new());
            } else if let Some(title) = line.strip_prefix("### ").or_else(|| line.strip_prefix("## ")) {
                title.clone_into(&mut heading);
            }
            if !line.starts_with('|') {
                in_table = false;
            } else if !in_table {
                in_table = true;
                page.tables.push((heading.clone(), line.to_owned(), Vec::new()));
            } else if let (false, Some((.., rows))) = (line.starts_with("|--"), page.tables.last_mut()) {
                let cells = line.trim_matches('|').split('|');
                rows.push(cells.map(|cell| cell.trim().to_owned()).collect());
            }
        }
        assert!(example.is_none(), "{PAGE}: an example that does not end");
        page
    }

    /// The rows below a heading, when the table is of this sort.
    pub(crate) fn rows(&self, heading: &str, sort: &str) -> Option<&[Cells]> {
        let found = self.tables.iter().find(|(title, head, _)| title == heading && head == sort);
        found.map(|(.., rows)| rows.as_slice())
    }

    /// The keys of a table with what is said about leaving them out; the head of a document in its place.
    pub(crate) fn keys(&self, heading: &str) -> Option<Vec<(String, String)>> {
        let mut keys = Vec::new();
        for row in self.rows(heading, KEY_TABLE)? {
            match row.as_slice() {
                [head, ..] if head == "*the head*" => keys.extend(self.keys(HEAD)?),
                [key, required, ..] => keys.push((key.trim_matches('`').to_owned(), required.clone())),
                _ => panic!("{PAGE}: a row under `{heading}` has too few cells"),
            }
        }
        Some(keys)
    }
}

/// The words in backticks of a text.
pub(crate) fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}
