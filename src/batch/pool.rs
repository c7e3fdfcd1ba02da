//! Work shared among threads, its results taken in the order in which it was handed out.
//!
//! Knows turns. Refuses to know what the work is, and to hold more of it than one piece for each thread.

use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// A piece of work, and whether there is enough of it to begin threads for.
#[derive(Debug)]
pub struct Piece<J> {
    /// The work.
    pub job: J,
    /// Whether more is to be expected than one thread does in passing. Who types lines one by one waits for each answer,
    /// and no thread should then be waiting for the next line while another is done.
    pub plenty: bool,
}

/// Does all the work, with so many threads, and takes what was done in order. `begin` makes what one thread needs for
/// itself. Without `plenty` of work, or with one thread, nothing leaves the thread that called.
///
/// # Errors
/// The first error of handing out or of taking, in order; nothing is taken after it.
pub fn in_order<J, D, E, W>(
    threads: usize,
    mut next: impl FnMut() -> Result<Option<Piece<J>>, E> + Send,
    begin: impl Fn() -> W + Sync,
    mut take: impl FnMut(D) -> Result<ControlFlow<()>, E> + Send,
) -> Result<(), E>
where
    J: Send,
    E: Send,
    W: FnMut(J) -> D,
{
    let mut work = begin();
    loop {
        let Some(Piece { job, plenty }) = next()? else { return Ok(()) };
        if plenty && threads > 1 {
            return shared(threads, job, next, begin, take);
        }
        if take(work(job))?.is_break() {
            return Ok(());
        }
    }
}

/// What is handed out: only by whom holds the lock, so that numbers rise as the work does.
struct Intake<J, N> {
    first: Option<J>,
    next: N,
    number: u64,
}

/// Whose turn it is to be taken.
struct Handover<T, E> {
    take: T,
    turn: u64,
    over: bool,
    why: Option<E>,
}

fn shared<J, D, E, W>(
    threads: usize,
    first: J,
    next: impl FnMut() -> Result<Option<Piece<J>>, E> + Send,
    begin: impl Fn() -> W + Sync,
    take: impl FnMut(D) -> Result<ControlFlow<()>, E> + Send,
) -> Result<(), E>
where
    J: Send,
    E: Send,
    W: FnMut(J) -> D,
{
    let intake = Mutex::new(Intake { first: Some(first), next, number: 0 });
    let handover = Mutex::new(Handover { take, turn: 0, over: false, why: None });
    let turned = Condvar::new();
    let each = || {
        let _fault = Fault { handover: &handover, turned: &turned };
        let mut work = begin();
        loop {
            let (number, handed) = {
                let mut intake = lock(&intake);
                // Whoever is waiting to hand out when all is over has nothing to hand out any more.
                if lock(&handover).over {
                    return;
                }
                let handed = match intake.first.take() {
                    Some(first) => Ok(Some(first)),
                    None => (intake.next)().map(|piece| piece.map(|piece| piece.job)),
                };
                intake.number += 1;
                (intake.number - 1, handed)
            };
            let done = handed.map(|job| job.map(&mut work));
            let mut handover = lock(&handover);
            while handover.turn != number && !handover.over {
                handover = turned.wait(handover).unwrap_or_else(PoisonError::into_inner);
            }
            if handover.over {
                return;
            }
            let taken = match done {
                Ok(Some(done)) => (handover.take)(done),
                Ok(None) => Ok(ControlFlow::Break(())),
                Err(why) => Err(why),
            };
            handover.turn += 1;
            handover.over = !matches!(taken, Ok(ControlFlow::Continue(())));
            handover.why = taken.err();
            turned.notify_all();
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(each);
        }
        each();
    });
    let over = handover.into_inner().unwrap_or_else(PoisonError::into_inner);
    over.why.map_or(Ok(()), Err)
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A thread that ends by a fault never takes its turn: the others must not wait for it.
struct Fault<'a, T, E> {
    handover: &'a Mutex<Handover<T, E>>,
    turned: &'a Condvar,
}

impl<T, E> Drop for Fault<'_, T, E> {
    fn drop(&mut self) {
        if thread::panicking() {
            lock(self.handover).over = true;
            self.turned.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::thread::sleep;
    use std::time::Duration;

    use super::{Piece, in_order};

    /// Squares of the numbers below `many`, by threads that dawdle differently.
    fn squares(threads: usize, many: u64, stop: u64) -> (Vec<u64>, Result<(), String>) {
        let (mut next, mut taken) = (0, Vec::new());
        let ended = in_order(
            threads,
            || {
                next += 1;
                match next {
                    next if next == stop + 1 => Err(format!("no {stop}")),
                    next => Ok((next <= many).then_some(Piece { job: next - 1, plenty: next > 3 })),
                }
            },
            || {
                |job: u64| {
                    sleep(Duration::from_micros(job * 7 % 5 * 40));
                    job * job
                }
            },
            |done| {
                taken.push(done);
                Ok(ControlFlow::Continue(()))
            },
        );
        (taken, ended)
    }

    #[test]
    fn what_is_done_is_taken_in_order_whatever_the_number_of_threads() {
        let all: Vec<u64> = (0..200).map(|number| number * number).collect();
        for threads in [1, 2, 3, 8] {
            assert_eq!(squares(threads, 200, 900), (all.clone(), Ok(())), "{threads}");
        }
    }

    #[test]
    fn everything_before_an_error_is_taken_and_nothing_after_it() {
        let all: Vec<u64> = (0..50).map(|number| number * number).collect();
        for threads in [1, 2, 5] {
            assert_eq!(squares(threads, 200, 50), (all.clone(), Err("no 50".to_owned())), "{threads}");
        }
    }

    #[test]
    fn whoever_takes_can_end_it() {
        for threads in [1, 4] {
            let (mut next, mut taken) = (0, 0);
            let ended: Result<(), ()> = in_order(
                threads,
                || {
                    next += 1;
                    Ok(Some(Piece { job: next, plenty: true }))
                },
                || |job: u64| job,
                |done| {
                    taken = done;
                    Ok(if done == 20 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
                },
            );
            assert_eq!((ended, taken), (Ok(()), 20));
        }
    }

    #[test]
    fn a_fault_in_one_thread_ends_all_of_them() {
        let ended = catch_unwind(AssertUnwindSafe(|| {
            let mut next = 0;
            in_order(
                4,
                || {
                    next += 1;
                    Ok::<_, ()>(Some(Piece { job: next, plenty: true }))
                },
                || {
                    |job: u64| {
                        assert!(job < 30, "a fault");
                        job
                    }
                },
                |_| Ok(ControlFlow::Continue(())),
            )
        }));
        assert!(ended.is_err());
    }
}
