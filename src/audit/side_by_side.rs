//! Work that knows nothing of each other, on all cores.
//!
//! Knows tasks and their order. Refuses to let the number of cores change what comes out.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does every task, and gives the results in the order of the tasks, with what each worker gathered on the way.
pub(super) fn side_by_side<T: Sync, R: Send, S: Send + Default>(
    tasks: &[T],
    work: impl Fn(&mut S, &T) -> R + Sync,
) -> (Vec<R>, Vec<S>) {
    let next = AtomicUsize::new(0);
    let worker = || {
        let (mut gathered, mut done) = (S::default(), Vec::new());
        while let Some((index, task)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|index| Some((index, tasks.get(index)?)))
        {
            done.push((index, work(&mut gathered, task)));
        }
        (done, gathered)
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(tasks.len());
    let finished: Vec<_> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(worker)).collect();
        let own = worker();
        // A fault in a task is a fault of the program, and is passed on as such.
        let join = |other: thread::ScopedJoinHandle<'_, _>| {
            other.join().unwrap_or_else(|fault| resume_unwind(fault))
        };
        std::iter::once(own).chain(others.into_iter().map(join)).collect()
    });
    let (done, gathered): (Vec<_>, Vec<_>) = finished.into_iter().unzip();
    let mut results: Vec<_> = done.into_iter().flatten().collect();
    results.sort_by_key(|(index, _)| *index);
    (results.into_iter().map(|(_, result)| result).collect(), gathered)
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn results_come_in_the_order_of_the_tasks_and_nothing_is_gathered_twice() {
        let tasks: Vec<u64> = (0..1000).collect();
        let (squares, sums) = side_by_side(&tasks, |sum: &mut u64, task| {
            *sum += task;
            task * task
        });
        assert_eq!(squares, tasks.iter().map(|task| task * task).collect::<Vec<_>>());
        assert_eq!(sums.iter().sum::<u64>(), 499_500);
        assert!(side_by_side(&[], |(): &mut (), (): &()| ()).0.is_empty());
    }
}
