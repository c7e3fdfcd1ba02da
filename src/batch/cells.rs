//! Cells of CSV as they are written: quoted where needed, and never a formula.
//!
//! Knows what a spreadsheet does with a cell. Refuses to know what is in it.

/// What makes a spreadsheet take a cell for a formula when it comes first.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A row, with its line end.
#[must_use]
pub fn row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            line.push(',');
        }
        // An apostrophe makes it text, as it does when it is typed.
        let before = if cell.starts_with(FORMULA) { "'" } else { "" };
        if cell.contains([',', ';', '"', '\n', '\r', '\t']) || cell.trim().len() < cell.len() {
            line.push_str(&format!("\"{before}{}\"", cell.replace('"', "\"\"")));
        } else {
            line.push_str(before);
            line.push_str(cell);
        }
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn what_would_be_a_formula_is_text_and_what_would_split_is_quoted() {
        assert_eq!(row(["a", "", "b c"]), "a,,b c\n");
        assert_eq!(row(["=1+1", "-a", "@x", "+3", "a=b"]), "'=1+1,'-a,'@x,'+3,a=b\n");
        assert_eq!(
            row(["a,b", "say \"x\"", "one\ntwo", "\t=1"]),
            "\"a,b\",\"say \"\"x\"\"\",\"one\ntwo\",\"'\t=1\"\n"
        );
    }
}
