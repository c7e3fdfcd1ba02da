//! Many answer sets as a stream: in order, whatever the number of threads; nothing good is lost, nothing is kept.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failed expectation is what a test is for"
)]
#![expect(clippy::cast_possible_truncation, reason = "numbers that are drawn at random")]

#[path = "support/lines.rs"]
mod lines;
mod program;
#[expect(dead_code, reason = "only its guides are used here")]
#[path = "support/mod.rs"]
mod support;

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jiff::civil::date;
use meldcode::cli;
use meldcode::cli::world::{Clock, World};
use serde_json::Value;

use lines::{Draw, good, spoiled};
use program::{Ran, run};
use support::proven;

const GOOD: &str =
    r#"{"schema":1,"profession":"leraar","date":"2026-11-22","answers":{"gevaar-nu":"nee","waar":"thuis"}}"#;
const BAD: &str =
    r#"{"schema":1,"profession":"leraar","date":"2026-11-22","answers":{"gevaar-nu":"nee","waar":"thuiss"}}"#;
/// What a good line comes to.
const COME: &str = "{\"format\":2,\"id\":null,\"outlook\":\"ask\",\"report\":\"undecided\",\"help\":\"undecided\",\
                    \"row\":null,\"door\":null,\"question\":\"wie\",\"urgency\":\"as-agreed\",\"holds\":[]}\n";

/// A stream that comes a few bytes at a time.
struct Drops<'a>(&'a [u8], Draw);

impl Read for Drops<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let some = (1 + self.1.below(300_000)).min(into.len()).min(self.0.len());
        into[..some].copy_from_slice(&self.0[..some]);
        self.0 = &self.0[some..];
        Ok(some)
    }
}

/// `evaluate` with these words, in this process, on a stream.
fn streamed(words: &[&str], input: &mut (dyn Read + Send), clock: Option<Clock<'_>>) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut world = World {
        out: &mut out,
        err: &mut err,
        input,
        today: date(2026, 11, 22),
        lang: None,
        content: None,
        term: None,
        no_colour: true,
        accessible: false,
        out_is_terminal: false,
        clock,
        cores: 2,
    };
    let words: Vec<String> =
        ["meldcode", "evaluate"].iter().chain(words).map(|word| (*word).to_owned()).collect();
    let code = i32::from(cli::run(&mut world, &words).code());
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

fn jsonl(input: &[u8]) -> Ran {
    streamed(&["-", "--format", "jsonl", "--input", "jsonl"], &mut &input[..], None)
}

fn values(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A folder of this name with nothing in it.
fn desk(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("streamed").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A file in a folder of its own.
fn file(name: &str, text: impl AsRef<[u8]>) -> String {
    let path = desk(&name.replace('.', "-")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Lines of several professions, good and spoiled.
fn mixed(seed: u64, many: usize) -> Vec<Vec<u8>> {
    let guides = ["leraar", "huisarts", "algemeen"].map(|profession| proven(profession).guide());
    let mut draw = Draw(seed);
    let line = |_| {
        let guide = guides[draw.below(guides.len())];
        let line = good(&mut draw, guide, "");
        if draw.one_in(8) { spoiled(&mut draw, &line) } else { line.into_bytes() }
    };
    (0..many).map(line).filter(|line| !line.iter().all(u8::is_ascii_whitespace)).collect()
}

#[test]
fn the_same_bytes_come_out_whatever_the_number_of_threads_and_however_the_bytes_come_in() {
    let lines = mixed(1, 6_000);
    let text = lines.join(&b'\n');
    for format in ["jsonl", "csv", "junit", "table"] {
        let words = |jobs| ["-", "--input", "jsonl", "--format", format, "--jobs", jobs];
        let one = streamed(&words("1"), &mut &text[..], None);
        assert_eq!(one.code, 4);
        for (jobs, seed) in [("2", 2), ("3", 3), ("16", 4), ("1", 5)] {
            let other = streamed(&words(jobs), &mut Drops(&text, Draw(seed)), None);
            assert!(one.out == other.out && one.err == other.err, "{format} by {jobs}");
        }
    }
    let all = jsonl(&text);
    assert_eq!(all.out.lines().count(), lines.len());
}

#[test]
fn a_line_in_is_a_line_out_wherever_it_stands() {
    let lines = mixed(2, 600);
    let whole = jsonl(&lines.join(&b'\n'));
    let (mut parts, mut from) = (String::new(), 0);
    while from < lines.len() {
        let to = (from + 1 + from % 97).min(lines.len());
        parts.push_str(&jsonl(&lines[from..to].join(&b'\n')).out);
        from = to;
    }
    for (whole, part) in whole.out.lines().zip(parts.lines()) {
        assert_eq!(whole, part);
    }
    assert!(whole.out == parts, "as many lines");
    for (line, value) in lines.iter().zip(values(&whole)) {
        assert!(
            value.get("outlook").is_some() != value.get("error").is_some(),
            "{}",
            String::from_utf8_lossy(line)
        );
    }
}

#[test]
fn what_only_the_patient_reader_takes_comes_to_the_same_record() {
    let guides = ["leraar", "huisarts", "algemeen"].map(|profession| proven(profession).guide());
    let lines = |more| {
        let line = |seed| good(&mut Draw(seed), guides[(seed % 3) as usize], more) + "\n";
        (0..3_000).map(line).collect::<String>()
    };
    let (quick, patient) = (jsonl(lines("").as_bytes()), jsonl(lines(",\"title\":\"\"").as_bytes()));
    assert_eq!((quick.code, quick.err.as_str()), (0, ""));
    for (quick, patient) in quick.out.lines().zip(patient.out.lines()) {
        assert_eq!(quick, patient);
    }
    assert!(quick.out == patient.out, "as many lines");
}

#[test]
fn the_short_record_says_what_the_full_one_says() {
    let words = ["meldcode/exercises", "--format", "jsonl", "--full"];
    let full = streamed(&words, &mut io::empty(), None);
    let short = streamed(&words[..3], &mut io::empty(), None);
    let both = values(&full).into_iter().zip(values(&short));
    let mut seen = 0;
    for (mut full, short) in both {
        let result = full.as_object_mut().unwrap().shift_remove("result").unwrap();
        assert_eq!(full, short);
        for key in ["outlook", "report", "help", "row", "urgency"] {
            assert_eq!(short[key], result[key], "{key} of {}", short["id"]);
        }
        assert_eq!((&short["door"], &short["question"]), (&result["door"]["id"], &result["question"]["id"]));
        let holds = result["duties"].as_array().unwrap().iter().filter(|duty| duty["standing"] == "holds");
        let holds: Vec<_> = holds.map(|duty| duty["id"].clone()).collect();
        assert_eq!(short["holds"], Value::Array(holds), "{}", short["id"]);
        seen += 1;
    }
    assert!(seen > 300);
}

#[test]
fn spoiled_input_of_any_kind_ends_in_no_fault_and_loses_no_good_line() {
    let guide = proven("leraar").guide();
    for seed in 0..many() {
        let mut draw = Draw(seed * 1_000_003);
        let mut text = Vec::new();
        let (mut lines, mut good_ones) = (0, Vec::new());
        for _ in 0..400 {
            if draw.one_in(3) {
                good_ones.push(lines);
                text.extend_from_slice(GOOD.as_bytes());
                lines += 1;
            } else {
                let line = good(&mut draw, guide, "");
                let line = spoiled(&mut draw, &line);
                lines += usize::from(
                    !line.strip_suffix(b"\r").unwrap_or(&line).iter().all(u8::is_ascii_whitespace),
                );
                text.extend_from_slice(&line);
            }
            text.push(b'\n');
        }
        let ran = streamed(&["-", "--input", "jsonl", "--format", "jsonl"], &mut Drops(&text, draw), None);
        assert!([0, 1, 4].contains(&ran.code), "{seed}: {}", ran.err);
        let out: Vec<&str> = ran.out.split_inclusive('\n').collect();
        assert_eq!(out.len(), lines, "{seed}");
        for at in good_ones {
            assert_eq!(out[at], COME, "{seed}");
        }
        let ways = [&["-", "--format", "table"][..], &["-", "--format", "text"], &["-", "--input", "csv"]];
        let ran = streamed(ways[(seed % 3) as usize], &mut &text[..], None);
        assert!([0, 1, 4].contains(&ran.code), "{seed}: {}", ran.err);
    }
}

/// So many streams are spoiled. More than in every run: `MELDCODE_STREAMS=2000`.
#[expect(clippy::disallowed_methods, reason = "how many there are is said from outside")]
fn many() -> u64 {
    std::env::var("MELDCODE_STREAMS").ok().and_then(|many| many.parse().ok()).unwrap_or(9)
}

#[test]
fn each_line_that_cannot_be_used_is_told_with_its_place_and_why() {
    let torn = GOOD.get(..40).unwrap();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(300_000));
    let cases: [(&[u8], &str, &str); 9] = [
        (torn.as_bytes(), "syntax", "EOF"),
        (b"{\"schema\":1,\"profession\":\"leraar\",\"answers\":[]}", "bad-answer", "`answers`"),
        (BAD.as_bytes(), "bad-answer", "`thuiss`"),
        (b"\xff\xfe", "unreadable", "byte 1"),
        (b"{\"id\":\"a\xffb\"}", "unreadable", "byte 9"),
        (deep.as_bytes(), "shape", ""),
        (long.as_bytes(), "unreadable", "262144"),
        (b"{\"schema\":1,\"schema\":1,\"answers\":{}}", "bad-answer", "`schema`"),
        (b"nul", "syntax", ""),
    ];
    for (line, code, word) in cases {
        let text = [GOOD.as_bytes(), b"\n\n", line, b"\n", GOOD.as_bytes(), b"\n"].concat();
        let path = file("told.jsonl", &text);
        let ran = streamed(&[&path, "--format", "jsonl"], &mut io::empty(), None);
        let all = values(&ran);
        assert_eq!((ran.code, all.len()), (4, 3), "{code} {word}");
        assert_eq!((&all[0]["outlook"], &all[2]["outlook"]), (&Value::from("ask"), &Value::from("ask")));
        let told = &all[1]["error"][0];
        assert_eq!(
            (&all[1]["line"], &told["line"], &told["code"]),
            (&3.into(), &3.into(), &code.into()),
            "{told}"
        );
        assert!(told["message"].as_str().unwrap().contains(word), "{told}");
        assert!(ran.err.contains("told.jsonl:3") && ran.err.contains(word), "{}", ran.err);
    }
}

#[test]
fn many_bad_lines_are_told_first_and_then_counted() {
    let text = format!("{BAD}\n").repeat(5_000);
    let ran = jsonl(text.as_bytes());
    assert_eq!((ran.code, ran.out.lines().count()), (4, 5_000));
    assert_eq!(ran.err.matches("`thuiss`").count(), 20);
    assert_eq!(ran.err.matches("alleen geteld").count(), 1);
    assert!(ran.err.ends_with("5000 van 5000 kunnen niet worden gebruikt\n"), "{}", ran.err);
}

#[test]
fn strict_stops_at_the_first_and_writes_everything_before_it() {
    let text = format!("{}{BAD}\n{}", format!("{GOOD}\n").repeat(2_000), format!("{GOOD}\n").repeat(4_000));
    for jobs in ["1", "3"] {
        let words = ["-", "--format", "jsonl", "--strict", "--jobs", jobs];
        let ran = streamed(&words, &mut text.as_bytes(), None);
        assert_eq!((ran.code, ran.out.lines().count()), (4, 2_001));
        assert!(ran.out.starts_with(&COME.repeat(2_000)) && ran.err.contains("-:2001:"), "{}", ran.err);
    }
}

#[test]
fn what_begins_with_a_brace_is_lines_and_a_flag_says_otherwise() {
    let pretty = "{\n \"schema\": 1,\n \"profession\": \"leraar\",\n \"answers\": {}\n}\n";
    let ran = streamed(&["-", "--format", "jsonl", "--input", "json"], &mut pretty.as_bytes(), None);
    assert_eq!((ran.code, values(&ran).len()), (0, 1), "{}", ran.err);
    let ran = streamed(&["-", "--format", "jsonl"], &mut pretty.as_bytes(), None);
    assert_eq!((ran.code, values(&ran).len()), (4, 5));
    assert!(ran.err.contains("--input json"), "{}", ran.err);
    let toml = "schema = 1\nprofession = \"leraar\"\n[answers]\n";
    assert_eq!(streamed(&["-", "--format", "jsonl"], &mut toml.as_bytes(), None).code, 0);
    // A filter that gets nothing gives nothing; a table of nothing is a mistake.
    for (format, code) in [("jsonl", 0), ("table", 4)] {
        let ran = streamed(&["-", "--format", format], &mut io::empty(), None);
        assert_eq!((ran.code, ran.out.as_str()), (code, ""), "{}", ran.err);
    }
}

#[test]
fn rows_are_answer_sets_whatever_stands_between_the_cells() {
    for between in [",", ";", "\t"] {
        let rows = "id,profession,date,gevaar-nu,waar,speelt\r\n\
                    a,leraar,2026-11-22,nee,thuis,\r\n\
                    \"b\",leraar,,nu,,\r\n\
                    ,,,,,\r\n\
                    c,leraar,2026-11-22,nee,thuis,letsel-onverklaard seksueel\n\
                    d,leraar,2026-11-22,nee nu,thuis,\n\
                    e,leraar,22-11-2026,nee,thuis,\n\
                    f,leraar,2026-11-22,nee\n\
                    g,lerar,,nee,,\n\
                    h,leraar,,\"nee,,\n\
                    i,leraar,2026-11-22,nee,thuis,"
            .replace(',', between);
        let path = file("rows.csv", format!("\u{feff}{rows}"));
        let ran = streamed(&[&path, "--format", "jsonl"], &mut io::empty(), None);
        let all = values(&ran);
        let good = all.iter().filter(|one| one["error"].is_null());
        let ids: Vec<&str> = good.map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!((ran.code, ids), (4, vec!["a", "b", "c", "i"]), "{}", ran.err);
        let bad: Vec<&Value> =
            all.iter().filter(|one| one["error"].is_array()).map(|one| &one["line"]).collect();
        assert_eq!(bad, [6, 7, 8, 9, 10]);
        assert_eq!(all[1]["outlook"], "emergency");
        for word in [
            "rows.csv:6",
            "`gevaar-nu`",
            "`22-11-2026`",
            "rows.csv:8",
            "bedoelde u `leraar`?",
            "aanhalingsteken",
        ] {
            assert!(ran.err.contains(word), "{word}: {}", ran.err);
        }
        let piped = streamed(&["-", "--input", "csv", "--format", "jsonl"], &mut rows.as_bytes(), None);
        assert_eq!((piped.code, values(&piped).len()), (4, 9));
    }
}

#[test]
fn a_column_that_means_nothing_is_told_with_the_nearest_that_does() {
    let ran = streamed(
        &[&file("header.csv", "id,profesion,waar,waar\na,leraar,thuis,thuis\n"), "--format", "jsonl"],
        &mut io::empty(),
        None,
    );
    assert_eq!((ran.code, values(&ran).len()), (4, 1));
    for word in ["header.csv:1", "`profesion`", "bedoelde u `profession`?", "`waar` staat er twee keer"] {
        assert!(ran.err.contains(word), "{word}: {}", ran.err);
    }
}

#[test]
fn a_spreadsheet_gets_a_row_for_each_and_no_formula() {
    let named = GOOD.replace("\"answers\"", "\"id\":\"=1+1\",\"answers\"");
    let keyed =
        GOOD.replace("\"answers\"", "\"id\":\"k, l\",\"expect\":{\"outlook\":\"advise\"},\"answers\"");
    let path = file("out.jsonl", format!("{GOOD}\n{BAD}\n{named}\n{keyed}\n"));
    let ran = streamed(&[&path, "--format", "csv"], &mut io::empty(), None);
    assert_eq!(ran.code, 4);
    let rows: Vec<&str> = ran.out.lines().map(|row| row.trim_start_matches(path.as_str())).collect();
    assert_eq!(
        rows[0],
        "file,line,id,outlook,report,help,row,door,question,urgency,holds,as_expected,differences,error"
    );
    assert_eq!(rows[1], ",1,,ask,undecided,undecided,,,wie,as-agreed,,,,");
    assert!(rows[2].starts_with(",2,,,,,,,,,,,,\"`thuiss` is geen antwoord op `waar`"), "{}", rows[2]);
    assert!(rows[3].starts_with(",3,'=1+1,ask,"), "{}", rows[3]);
    assert_eq!(
        rows[4],
        ",4,\"k, l\",ask,undecided,undecided,,,wie,as-agreed,,false,\"outlook: \"\"advise\"\" / \"\"ask\"\"\","
    );
}

#[test]
fn a_build_server_gets_a_case_for_each_key_and_each_line_that_cannot_be_used() {
    let key = |word: &str| {
        GOOD.replace("\"answers\"", &format!("\"expect\":{{\"outlook\":\"{word}\"}},\"answers\""))
    };
    let text = format!("{}\n{}\n{GOOD}\n{BAD}\n", key("ask"), key("advise"));
    let ran = streamed(&["-", "--format", "junit"], &mut text.as_bytes(), None);
    assert_eq!(ran.code, 4);
    assert!(ran.out.contains("tests=\"3\" failures=\"1\" errors=\"1\""), "{}", ran.out);
    assert!(ran.out.contains("<testcase classname=\"-:1\" name=\"-:1\"/>"), "{}", ran.out);
    assert!(
        ran.out
            .contains("<failure message=\"verwacht outlook &quot;advise&quot;, gevonden &quot;ask&quot;\">")
    );
    assert!(ran.out.contains("<error message=\"`thuiss` is geen antwoord op `waar`; bedoelde u `thuis`?\">"));
    assert!(ran.out.ends_with("  </testsuite>\n</testsuites>\n"));
}

#[test]
fn a_long_table_streams_below_columns_that_its_first_part_set() {
    let line = |at: usize| GOOD.replace("\"answers\"", &format!("\"id\":\"set-{at}\",\"answers\""));
    let text: String = (0..2_000).map(|at| line(at) + "\n").collect();
    let ran = streamed(&["-"], &mut text.as_bytes(), None);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!((ran.code, lines.len()), (0, 2_003));
    assert_eq!(lines[1], "-  set-0    ask      undecided  undecided  question wie");
    assert_eq!(lines[2_000], "-  set-1999  ask      undecided  undecided  question wie");
    assert_eq!(lines[2_002], "2000 zonder sleutel");
}

#[test]
fn a_stream_of_ever_other_professions_and_days_is_a_stream_like_any_other() {
    let folder = fs::read_dir("meldcode/professions").unwrap();
    let professions = folder.map(|one| one.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned());
    let mut professions: Vec<String> = professions.collect();
    professions.sort();
    let mut text = String::new();
    for (at, profession) in professions.iter().chain(&professions).enumerate() {
        let year = 2014 + at % 13;
        text.push_str(
            &GOOD.replace("leraar", profession).replace("2026-11-22", &format!("{year}-11-2{}", at % 9)),
        );
        text.push('\n');
    }
    let by = |jobs| streamed(&["-", "--format", "jsonl", "--jobs", jobs], &mut text.as_bytes(), None);
    let (one, three) = (by("1"), by("3"));
    assert_eq!((one.code, one.out.lines().count()), (4, 2 * professions.len()));
    assert_eq!(one.out, three.out);
}

#[test]
fn whoever_waits_sees_how_far_it_is_and_nobody_else_does() {
    let text = format!("{GOOD}\n").repeat(3_000);
    let late: Clock<'_> = &|| Duration::from_secs(10);
    let ran = streamed(&["-", "--format", "jsonl", "--jobs", "2"], &mut text.as_bytes(), Some(late));
    assert!(
        ran.err.starts_with('\r') && ran.err.contains(" gelezen") && ran.err.ends_with('\r'),
        "{:?}",
        ran.err
    );
    let soon: Clock<'_> = &|| Duration::from_secs(1);
    for clock in [Some(soon), None] {
        assert_eq!(streamed(&["-", "--format", "jsonl"], &mut text.as_bytes(), clock).err, "");
    }
}

/// The program as a filter, with its input and output open.
fn filter(out: Stdio) -> Child {
    Command::new(env!("CARGO_BIN_EXE_meldcode"))
        .args(["evaluate", "-", "--format", "jsonl"])
        .env_remove("MELDCODE_LANG")
        .env_remove("MELDCODE_CONTENT")
        .stdin(Stdio::piped())
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn each_answer_comes_before_the_next_question() {
    let mut child = filter(Stdio::piped());
    let mut input = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..50 {
        writeln!(input, "{GOOD}").unwrap();
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        assert_eq!(line, COME);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
    let mut child = filter(Stdio::piped());
    drop(child.stdout.take().unwrap());
    let mut input = child.stdin.take().unwrap();
    while input.write_all(format!("{GOOD}\n").as_bytes()).is_ok() {}
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(141), &b""[..]));
    if let Ok(full) = File::options().write(true).open("/dev/full") {
        let mut child = filter(full.into());
        let _ = child.stdin.take().unwrap().write_all(format!("{GOOD}\n").as_bytes());
        let done = child.wait_with_output().unwrap();
        assert!(done.status.code() == Some(70) && !done.stderr.is_empty(), "{done:?}");
    }
}

/// The most memory that the process ever had, in kilobytes.
#[cfg(target_os = "linux")]
fn most_memory(child: &Child) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_stays_the_same_however_long_the_stream_or_a_line_is() {
    let mut child = filter(Stdio::piped());
    let mut input = child.stdin.take().unwrap();
    let mut out = child.stdout.take().unwrap();
    let drain = std::thread::spawn(move || io::copy(&mut out, &mut io::sink()).unwrap());
    let mut feed = |bytes: &[u8], times: usize| {
        for _ in 0..times {
            input.write_all(bytes).unwrap();
        }
        most_memory(&child)
    };
    let block = format!("{GOOD}\n").repeat(1_000);
    let early = feed(block.as_bytes(), 60);
    let lines = feed(block.as_bytes(), 400);
    let one_line = feed(&b"x".repeat(100_000), 1_000);
    feed(b"\n", 1);
    assert!(lines < early + 3_000 && one_line < early + 3_000, "{early} {lines} {one_line}");
    drop(input);
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(4), "the line that was too long was told");
    assert!(String::from_utf8(done.stderr).unwrap().contains("-:460001"));
    assert!(drain.join().unwrap() > 0);
}

#[test]
fn a_foreign_file_in_a_directory_is_told_and_the_others_are_read() {
    let folder = desk("foreign");
    fs::write(folder.join("a.jsonl"), format!("{GOOD}\n")).unwrap();
    fs::write(folder.join("b.csv"), "name,grade\nx,7\n").unwrap();
    fs::write(folder.join("c.toml"), [0, 159, 146, 150]).unwrap();
    fs::write(folder.join("d.json"), "[1, 2]").unwrap();
    fs::write(folder.join("e.md"), "not looked at").unwrap();
    fs::write(folder.join("f.ndjson"), format!("{GOOD}\n")).unwrap();
    let ran = run(&["evaluate", folder.to_str().unwrap(), "--format", "jsonl"], b"");
    let bad: Vec<bool> = values(&ran).iter().map(|one| one["error"].is_array()).collect();
    assert_eq!((ran.code, bad), (4, vec![false, true, true, true, false]), "{}", ran.err);
}
