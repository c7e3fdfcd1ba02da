//! A table of results: a line for each, its columns as wide as they have to be, with notes below a line.

use crate::ui::layout::{clean_line, columns};

/// The space between two columns.
const GAP: &str = "  ";

/// A table that is being filled.
#[derive(Debug, Clone)]
pub struct Table<const N: usize> {
    rows: Vec<([String; N], Vec<String>)>,
}

impl<const N: usize> Table<N> {
    /// A table with this line at its head.
    #[must_use]
    pub fn new(head: [&str; N]) -> Self {
        Self { rows: vec![(head.map(str::to_owned), Vec::new())] }
    }

    /// Adds a line, with the notes below it.
    pub fn push(&mut self, cells: [String; N], notes: Vec<String>) {
        self.rows.push((cells.map(|cell| clean_line(&cell)), notes));
    }

    /// How many lines there are, the head not counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// Whether there is no line but the head.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The table as text, with a line end at the end.
    #[must_use]
    pub fn finish(self) -> String {
        self.begin().0
    }

    /// The table so far, and how lines are set that are still to come: as wide as these.
    #[must_use]
    pub fn begin(self) -> (String, Columns<N>) {
        let mut widths = [0; N];
        for (cells, _) in &self.rows {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(columns(cell));
            }
        }
        let set = Columns { widths };
        (self.rows.iter().map(|(cells, notes)| set.line(cells, notes)).collect(), set)
    }
}

/// Columns that were set by the lines above.
#[derive(Debug, Clone)]
pub struct Columns<const N: usize> {
    widths: [usize; N],
}

impl<const N: usize> Columns<N> {
    /// One more line, with the notes below it. What is wider than its column moves the rest of its line aside.
    #[must_use]
    pub fn line(&self, cells: &[String; N], notes: &[String]) -> String {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(self.widths) {
            let cell = clean_line(cell);
            line.push_str(&cell);
            line.push_str(&" ".repeat(width.saturating_sub(columns(&cell))));
            line.push_str(GAP);
        }
        let mut text = format!("{}\n", line.trim_end());
        let indent = " ".repeat(self.widths.first().copied().unwrap_or(0));
        for note in notes {
            text.push_str(&format!("{indent}{GAP}{}\n", clean_line(note)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_stand_below_each_other_by_width_and_notes_below_the_second() {
        let mut table = Table::new(["", "id", "x"]);
        table.push(["één", "漢字", "1"].map(str::to_owned), vec!["noot".to_owned()]);
        table.push(["a", "b", ""].map(str::to_owned), Vec::new());
        let (text, set) = table.begin();
        assert_eq!(text, "     id    x\néén  漢字  1\n     noot\na    b\n");
        assert_eq!(set.line(&["c", "drie", "2"].map(str::to_owned), &[]), "c    drie  2\n");
    }
}
