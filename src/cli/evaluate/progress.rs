//! How far a long run is: one line on stderr, for whoever looks at a terminal and waits.
//!
//! Knows when somebody waits. Refuses to look at the clock itself: that is handed in.

use std::io::Write;
use std::time::Duration;

use crate::ui::lang::Lang;
use crate::ui::messages::evaluate as say;

use super::super::world::Clock;
use super::records::Tally;

/// Nobody waits for less.
const FIRST: Duration = Duration::from_secs(2);
/// More often is restless.
const AGAIN: Duration = Duration::from_millis(250);
/// The width of the bar.
const BAR: usize = 30;

/// The line, as far as there is one.
pub(super) struct Progress<'a> {
    clock: Option<Clock<'a>>,
    /// So many bytes there are, when that is known.
    whole: Option<u64>,
    read: u64,
    next: Duration,
    /// The columns of the line that is there.
    shown: usize,
}

impl<'a> Progress<'a> {
    /// No line yet; never one without a clock.
    pub(super) fn new(clock: Option<Clock<'a>>, whole: Option<u64>) -> Self {
        Self { clock, whole: whole.filter(|whole| *whole > 0), read: 0, next: FIRST, shown: 0 }
    }

    /// Shows how far it is, when it is time for that.
    pub(super) fn show(&mut self, err: &mut dyn Write, more: usize, tally: Tally, lang: Lang) {
        self.read = self.read.saturating_add(u64::try_from(more).unwrap_or(u64::MAX));
        let Some(now) = self.clock.map(|clock| clock()).filter(|now| *now >= self.next) else { return };
        self.next = now + AGAIN;
        let percent = self.whole.map(|whole| self.read.min(whole).saturating_mul(100) / whole);
        let bar = percent.map_or_else(String::new, |percent| {
            let full = BAR.saturating_mul(usize::try_from(percent).unwrap_or(100)) / 100;
            format!("[{}{}] {percent:3} %  ", "#".repeat(full), ".".repeat(BAR.saturating_sub(full)))
        });
        let line = format!("{bar}{}", say::so_far(lang, tally.written() + tally.unusable, tally.unusable));
        let columns = line.chars().count();
        // A terminal of any kind can do this: back to the first column, and spaces over what was longer.
        let _ = write!(err, "\r{line}{}", " ".repeat(self.shown.saturating_sub(columns)));
        let _ = err.flush();
        self.shown = columns;
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self, err: &mut dyn Write) {
        if self.shown > 0 {
            let _ = write!(err, "\r{}\r", " ".repeat(self.shown));
            let _ = err.flush();
            self.shown = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::records::Tally;
    use super::Progress;
    use crate::ui::lang::Lang;

    #[test]
    fn a_line_comes_after_two_seconds_with_a_bar_when_the_size_is_known_and_goes_without_a_trace() {
        let time = std::sync::atomic::AtomicU64::new(0);
        let clock = || Duration::from_millis(time.load(std::sync::atomic::Ordering::Relaxed));
        for (whole, first) in [(Some(200), "\r[###############...............]  50 %  7"), (None, "\r7 ")] {
            let mut progress = Progress::new(Some(&clock), whole);
            let mut err = Vec::new();
            let tally = Tally { no_key: 7, ..Tally::default() };
            for (now, more) in [(100, 40), (1999, 40), (2000, 20), (2100, 0)] {
                time.store(now, std::sync::atomic::Ordering::Relaxed);
                progress.show(&mut err, more, tally, Lang::Nl);
            }
            let text = String::from_utf8(err.clone()).unwrap();
            assert!(text.starts_with(first) && text.matches('\r').count() == 1, "{text:?}");
            progress.clear(&mut err);
            let text = String::from_utf8(err.clone()).unwrap();
            assert!(text.ends_with(" \r"), "{text:?}");
        }
        let mut silent = Progress::new(None, Some(1));
        let mut err = Vec::new();
        silent.show(&mut err, 1, Tally::default(), Lang::Nl);
        assert_eq!(err, b"");
    }
}
