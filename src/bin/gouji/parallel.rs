//! The same work on many things, on all cores; results in the order of the things.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// `done` hears how many are finished, on the calling thread.
pub fn each<Item: Sync, Output: Send>(items: &[Item], work: impl Fn(&Item) -> Output + Sync, mut done: impl FnMut(usize)) -> Vec<Output> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut outputs: Vec<(usize, Output)> = std::thread::scope(|scope| {
        for _ in 0..cores.min(items.len()) {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    if sender.send((index, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        receiver.into_iter().enumerate().inspect(|(count, _)| done(count + 1)).map(|(_, output)| output).collect()
    });
    outputs.sort_by_key(|(index, _)| *index);
    outputs.into_iter().map(|(_, output)| output).collect()
}
