//! How people spell a name: in which ways two spellings are the same name.
//!
//! Knows letters, hyphens and spaces. Refuses to guess at slips of the fingers.

/// A name without case, accents, hyphens and double spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'á' | 'à' | 'ä' | 'â' => 'a',
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'í' | 'ì' | 'ï' | 'î' => 'i',
            'ó' | 'ò' | 'ö' | 'ô' => 'o',
            'ú' | 'ù' | 'ü' | 'û' => 'u',
            '\u{2019}' => '\'',
            '-' | '_' => ' ',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_hyphens_and_spaces_do_not_make_another_name() {
        for spelling in
            ["Intern-Begeleider", " intern  begeleider ", "INTERN_BEGELEIDER", "íntern begeleider"]
        {
            assert_eq!(fold(spelling), "intern begeleider");
        }
    }
}
