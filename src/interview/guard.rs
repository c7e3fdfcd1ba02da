//! Gives the terminal back, however a menu ends: answer, Ctrl-C, fault, or a signal from outside.
//!
//! Knows the settings that the terminal had, and the signals that end a program. Refuses to stay
//! in the way: outside a menu Ctrl-C ends the program at once.
//!
//! Why it is built this way: in a menu, Ctrl-C arrives as a key and the menu library raises SIGINT
//! itself. A handler that tidies up and exits races with the menu; a handler that only sets a flag
//! lets the menu return an error, after which everything is undone in the ordinary way. SIGTERM
//! and SIGHUP arrive while the terminal is raw, so a thread restores it and lets the signal do its
//! usual work.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::interview::lines::broken;
use crate::interview::prompt::Broken;

/// What the program ends with when it is interrupted.
const INTERRUPTED: i32 = 130;
/// Makes a hidden cursor visible.
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// What the signal handlers and the guard share.
#[derive(Debug)]
struct Flags {
    /// No menu is reading: SIGINT may end the program as usual.
    idle: Arc<AtomicBool>,
    /// SIGINT came while a menu was reading.
    interrupted: Arc<AtomicBool>,
    /// SIGTERM or SIGHUP came; the thread is about to end the program.
    ending: Arc<AtomicBool>,
    /// The guard still stands.
    held: Arc<AtomicBool>,
}

/// Stands between the menus and the terminal. Take one per program.
#[derive(Debug)]
pub struct Guard {
    flags: Flags,
    #[cfg(unix)]
    saved: rustix::termios::Termios,
}

impl Guard {
    /// Saves the settings of the terminal and watches the signals.
    ///
    /// # Errors
    /// When standard input is no terminal, or signals cannot be watched.
    pub fn take() -> io::Result<Self> {
        let flags = Flags {
            idle: Arc::new(AtomicBool::new(true)),
            interrupted: Arc::new(AtomicBool::new(false)),
            ending: Arc::new(AtomicBool::new(false)),
            held: Arc::new(AtomicBool::new(true)),
        };
        #[cfg(unix)]
        {
            let saved = rustix::termios::tcgetattr(io::stdin())?;
            watch(&flags, saved.clone())?;
            Ok(Self { flags, saved })
        }
        #[cfg(not(unix))]
        Ok(Self { flags })
    }

    /// Runs a menu. When it fails or is interrupted the terminal is as it was before.
    ///
    /// # Errors
    /// When the menu gave no answer.
    pub fn reading<T>(&self, menu: impl FnOnce() -> io::Result<T>) -> Result<T, Broken> {
        self.flags.interrupted.store(false, Ordering::SeqCst);
        self.flags.idle.store(false, Ordering::SeqCst);
        let answer = menu();
        if self.flags.ending.load(Ordering::SeqCst) {
            // The signal broke into the menu; its own thread ends the program in a moment.
            std::thread::sleep(std::time::Duration::from_secs(3));
        }
        let interrupted = self.flags.interrupted.swap(false, Ordering::SeqCst);
        match answer {
            Ok(answer) if !interrupted => {
                self.flags.idle.store(true, Ordering::SeqCst);
                Ok(answer)
            }
            Ok(_) => {
                self.give_back();
                Err(Broken::Interrupted)
            }
            Err(error) => {
                self.give_back();
                Err(broken(error))
            }
        }
    }

    /// Undoes what a menu that did not finish left behind.
    fn give_back(&self) {
        if self.flags.idle.swap(true, Ordering::SeqCst) {
            return;
        }
        #[cfg(unix)]
        restore(&self.saved);
        show_cursor();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.give_back();
        self.flags.held.store(false, Ordering::SeqCst);
    }
}

/// Lets Ctrl-C end the program at a typed line, with the code for an interruption.
///
/// # Errors
/// When the signal cannot be watched.
pub fn end_when_interrupted() -> io::Result<()> {
    let always = Arc::new(AtomicBool::new(true));
    signal_hook::flag::register_conditional_shutdown(signal_hook::consts::SIGINT, INTERRUPTED, always)
        .map(|_| ())
}

/// Failing to tidy up must not hide why we are tidying up, so failures are left aside here.
fn show_cursor() {
    let mut terminal = io::stderr();
    let _ = terminal.write_all(SHOW_CURSOR);
    let _ = terminal.flush();
}

#[cfg(unix)]
fn restore(saved: &rustix::termios::Termios) {
    use rustix::termios::{OptionalActions, tcsetattr};
    let _ = tcsetattr(io::stdin(), OptionalActions::Now, saved);
}

#[cfg(unix)]
fn watch(flags: &Flags, saved: rustix::termios::Termios) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::{flag, low_level};

    // At a typed line nothing is hidden: the program ends at once. In a menu only the flag is set.
    flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(&flags.idle))?;
    flag::register(SIGINT, Arc::clone(&flags.interrupted))?;
    for signal in [SIGTERM, SIGHUP] {
        flag::register(signal, Arc::clone(&flags.ending))?;
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    let held = Arc::clone(&flags.held);
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            // After the guard is gone the terminal is no longer ours to change.
            if held.load(Ordering::SeqCst) {
                restore(&saved);
                show_cursor();
            }
            if low_level::emulate_default_handler(signal).is_err() {
                low_level::exit(128_i32.saturating_add(signal));
            }
        }
    })?;
    Ok(())
}
