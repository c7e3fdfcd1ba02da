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

    /// The table as text, with a line end at the end.
    #[must_use]
    pub fn finish(self) -> String {
        let mut widths = [0; N];
        for (cells, _) in &self.rows {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = (*width).max(columns(cell));
            }
        }
        let indent = " ".repeat(widths.first().copied().unwrap_or(0));
        let mut text = String::new();
        for (cells, notes) in &self.rows {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                line.push_str(cell);
                line.push_str(&" ".repeat(width.saturating_sub(columns(cell))));
                line.push_str(GAP);
            }
            text.push_str(line.trim_end());
            text.push('\n');
            for note in notes {
                text.push_str(&format!("{indent}{GAP}{}\n", clean_line(note)));
            }
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
        assert_eq!(table.finish(), "     id    x\néén  漢字  1\n     noot\na    b\n");
    }
}
