//! A stream cut into blocks of whole lines, and a block into its lines.
//!
//! Knows line ends and how long a line may be. Refuses to hold a longer one, and to know what a line says.

use std::io::{self, Read};
use std::mem;

use memchr::{memchr, memchr_iter, memrchr};

/// Longer lines are not answers to ten questions.
pub const LONGEST: usize = 256 * 1024;
/// So much is read at once, as much as a pipe holds: enough for a thread, and it stays in its cache.
const READ: usize = 64 * 1024;
/// What some programs write before UTF-8.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// A part of a stream.
#[derive(Debug, PartialEq, Eq)]
pub enum Cut {
    /// Whole lines, each with its end; only the last of a stream may lack it.
    Lines {
        /// The number of the first, counted from one.
        first: usize,
        /// The lines.
        bytes: Vec<u8>,
    },
    /// The line with this number is too long; it was passed over.
    TooLong(usize),
}

/// Cuts a stream. Gives what there is as soon as there is a whole line.
#[derive(Debug)]
pub struct Cutter<R> {
    input: R,
    /// What was read after the last line end.
    rest: Vec<u8>,
    /// The number of the line that comes next.
    line: usize,
    /// Whether that line is already known to be too long.
    passing_over: bool,
    ended: bool,
}

impl<R: Read> Cutter<R> {
    /// Begins at the first line.
    pub fn new(input: R) -> Self {
        Self { input, rest: Vec::new(), line: 1, passing_over: false, ended: false }
    }

    /// The next part; nothing at the end. What is read beyond it is put into the spare buffer.
    ///
    /// # Errors
    /// When the stream cannot be read. What came before was given.
    pub fn cut(&mut self, spare: Vec<u8>) -> io::Result<Option<Cut>> {
        let mut bytes = mem::replace(&mut self.rest, spare);
        self.rest.clear();
        while !self.ended {
            let mut from = bytes.len();
            self.ended = self.read(&mut bytes)? == 0;
            if self.line == 1 && bytes.starts_with(&MARK) && from < MARK.len() {
                bytes.drain(..MARK.len());
                from = 0;
            }
            let new = bytes.get(from..).unwrap_or_default();
            let end = if self.passing_over { memchr(b'\n', new) } else { memrchr(b'\n', new) };
            match end.map(|at| from + at + 1) {
                Some(end) => {
                    let rest = bytes.get(end..).unwrap_or_default();
                    self.rest.extend_from_slice(rest);
                    bytes.truncate(end);
                    return Ok(Some(self.give(bytes)));
                }
                None if self.passing_over || bytes.len() > LONGEST => {
                    self.passing_over = true;
                    bytes.clear();
                }
                None => {}
            }
        }
        let last = self.passing_over || !bytes.is_empty();
        Ok(last.then(|| self.give(bytes)))
    }

    /// Gives nothing any more.
    pub fn close(&mut self) {
        self.ended = true;
        self.passing_over = false;
        self.rest.clear();
    }

    fn give(&mut self, bytes: Vec<u8>) -> Cut {
        let first = self.line;
        if mem::take(&mut self.passing_over) {
            self.line += 1;
            return Cut::TooLong(first);
        }
        self.line += memchr_iter(b'\n', &bytes).count();
        Cut::Lines { first, bytes }
    }

    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<usize> {
        let old = bytes.len();
        bytes.resize(old + READ, 0);
        let read = loop {
            match self.input.read(bytes.get_mut(old..).unwrap_or_default()) {
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        bytes.truncate(old + read.as_ref().map_or(0, |count| *count));
        read
    }
}

/// Whether a line is too long, as it comes from a block. A line end of two bytes must not make the difference.
#[must_use]
pub fn is_too_long(line: &[u8]) -> bool {
    line.len() >= LONGEST
}

/// Every line of a block that is not blank: its number, and its bytes without the line end.
pub fn lines(first: usize, bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut left = bytes;
    let mut number = first;
    std::iter::from_fn(move || {
        while !left.is_empty() {
            let (line, rest) = match memchr(b'\n', left) {
                Some(end) => (left.get(..end)?, left.get(end + 1..)?),
                None => (left, &[][..]),
            };
            left = rest;
            number += 1;
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if !line.iter().all(u8::is_ascii_whitespace) {
                return Some((number - 1, line));
            }
        }
        None
    })
}

/// What follows the line with this number in a block that begins with another.
#[must_use]
pub fn after(first: usize, line: usize, mut bytes: Vec<u8>) -> Vec<u8> {
    let end = memchr_iter(b'\n', &bytes).nth(line.saturating_sub(first)).map_or(bytes.len(), |at| at + 1);
    bytes.drain(..end);
    bytes
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::{Cut, Cutter, LONGEST, is_too_long, lines};

    /// A stream that gives a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let some = self.0.len().min(self.1).min(into.len());
            let (now, later) = self.0.split_at(some);
            into[..some].copy_from_slice(now);
            self.0 = later;
            Ok(some)
        }
    }

    /// Every line with its number; nothing for one that is too long.
    fn cut(text: &[u8], drop: usize) -> Vec<(usize, Option<String>)> {
        let mut cutter = Cutter::new(Drops(text, drop));
        let mut found = Vec::new();
        while let Some(cut) = cutter.cut(Vec::new()).unwrap() {
            match cut {
                Cut::TooLong(line) => found.push((line, None)),
                Cut::Lines { first, bytes } => {
                    found.extend(lines(first, &bytes).map(|(number, line)| {
                        let text = String::from_utf8_lossy(line).into_owned();
                        (number, (!is_too_long(line)).then_some(text))
                    }));
                }
            }
        }
        found
    }

    #[test]
    fn each_line_has_its_number_however_the_bytes_come_and_blank_ones_are_passed_over() {
        let text = "{}\n\n \r\n{\"é\":1}\r\nx".as_bytes();
        let all = [(1, "{}"), (4, "{\"é\":1}"), (5, "x")];
        let all = all.map(|(number, line)| (number, Some(line.to_owned())));
        for drop in [1, 2, 3, 5, 100] {
            assert_eq!(cut(text, drop), all, "{drop}");
        }
        assert_eq!(cut(b"", 1), []);
        assert_eq!(cut(b"\n\n", 1), []);
    }

    #[test]
    fn a_mark_before_the_first_line_is_no_part_of_it() {
        for drop in [3, 100] {
            assert_eq!(cut(b"\xef\xbb\xbf{}\n\xef\xbb\xbf\n", drop)[0], (1, Some("{}".to_owned())));
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_not_held_and_the_others_keep_their_numbers() {
        let long = "x".repeat(3 * LONGEST);
        let most = "y".repeat(LONGEST - 1);
        let text = format!("a\n{long}\nb\n{most}\r\n{most}y\r\n{long}");
        for drop in [1000, 100_000, usize::MAX] {
            let found = cut(text.as_bytes(), drop);
            let numbers: Vec<_> =
                found.iter().map(|(number, line)| (*number, line.as_deref().map(str::len))).collect();
            let all = [(1, Some(1)), (2, None), (3, Some(1)), (4, Some(LONGEST - 1)), (5, None), (6, None)];
            assert_eq!(numbers, all, "{drop}");
        }
        let mut endless = Cutter::new(io::repeat(b'x').take(50 * LONGEST as u64));
        assert_eq!(endless.cut(Vec::new()).unwrap(), Some(Cut::TooLong(1)));
        assert!(endless.rest.capacity() < 2 * LONGEST);
        assert_eq!(endless.cut(Vec::new()).unwrap(), None);
    }

    #[test]
    fn what_is_there_is_given_before_more_comes() {
        let mut cutter = Cutter::new(Drops(b"one\ntwo\nthr", 6));
        let first = Cut::Lines { first: 1, bytes: b"one\n".to_vec() };
        assert_eq!(cutter.cut(Vec::new()).unwrap(), Some(first));
    }
}
