//! Rows of cells on the output.

use std::io::{self, Write};

/// Writes rows of cells: the first to the left, the others to the right.
pub(crate) fn table(rows: &[Vec<String>]) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(wide).collect();
    let mut out = io::stdout().lock();
    for row in rows {
        for (place, (cell, width)) in row.iter().zip(&widths).enumerate() {
            if place == 0 {
                write!(out, "{cell:width$}")?;
            } else {
                write!(out, "  {cell:>width$}")?;
            }
        }
        writeln!(out)?;
    }
    out.flush()
}

/// Cells of a row.
pub(crate) fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}
