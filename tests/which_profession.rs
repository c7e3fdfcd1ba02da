//! Which profession somebody has, in their own words: part of a name is enough, and nothing is guessed.

#![expect(clippy::unwrap_used, reason = "a failed expectation is what a test is for")]

mod program;

use program::run;

/// What is shown when this is typed at the first question, and then `stop`.
fn shown(lang: &str, typed: &str) -> String {
    let ran = run(&["--lang", lang, "check", "--plain"], format!("{typed}\nstop\n").as_bytes());
    assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{typed}: {}", ran.err);
    ran.err
}

#[test]
fn part_of_a_name_lists_who_is_called_so_the_likeliest_first() {
    for (lang, typed, first) in [
        ("nl", "verpl", "verpleegkundige"),
        ("nl", "Juf", "leraar"),
        ("nl", "intern-begeleider", "intern begeleider"),
        ("nl", "dokter", "arts"),
        ("nl", "tandarts", "tandarts"),
        ("en", "nurse", "nurse"),
    ] {
        let said = shown(lang, typed);
        assert!(said.lines().any(|line| line.trim_start() == format!("1  {first}")), "{typed}: {said}");
    }
    assert!(shown("en", "nurse").contains("  district nurse\n"));
}

#[test]
fn a_word_that_nobody_is_called_by_is_told_and_asked_again() {
    let said = shown("nl", "leraer");
    assert!(said.contains("Geen beroep heet `leraer`. Bedoelde u `leraar`?"), "{said}");
    assert_eq!(said.matches("of waar werkt u?").count(), 2, "{said}");
    let said = shown("en", "astronaut");
    assert!(said.contains("No profession is called `astronaut`. Choose where you work"), "{said}");
}

#[test]
fn who_is_called_is_still_chosen_by_the_reader() {
    let ran = run(&["check", "--plain"], "huisarts\n1\nstop\n".as_bytes());
    assert!(ran.err.contains("Is er nu gevaar"), "{}", ran.err);
    let ran = run(&["check", "--plain"], "huisarts\nstop\n".as_bytes());
    assert!(!ran.err.contains("Is er nu gevaar"), "{}", ran.err);
}

#[test]
fn a_flag_understands_the_same_spellings() {
    for spelling in ["intern-begeleider", "Intern Begeleider", "INTERN  begeleider", "ìntern_begeleider"] {
        let ran = run(&["show", "profession", "--profession", spelling], b"");
        assert_eq!(ran.code, 0, "{spelling}: {}", ran.err);
        assert!(ran.out.starts_with("intern-begeleider\n"), "{spelling}: {}", ran.out);
    }
}
