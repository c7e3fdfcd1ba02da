//! The command line keeps its word: each file in `tests/cmd` is run, and prints what stands in it.

#[test]
fn commands_print_what_their_files_say() {
    trycmd::TestCases::new()
        .env("MELDCODE_LANG", "")
        .env("MELDCODE_CONTENT", "")
        .case("tests/cmd/*.md")
        .run();
}
