//! How far a long run has come, for somebody who watches: on a terminal only, and only when it takes a while.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_millis(400);
const BETWEEN: Duration = Duration::from_millis(80);
const WIDTH: usize = 30;

pub struct Progress {
    total: usize,
    words: &'static str,
    watched: bool,
    next: Instant,
    drawn: bool,
}

impl Progress {
    pub fn new(total: usize, words: &'static str) -> Progress {
        Progress { total, words, watched: total > 1 && stderr().is_terminal(), next: Instant::now() + PATIENCE, drawn: false }
    }

    pub fn reached(&mut self, done: usize) {
        if !self.watched || Instant::now() < self.next {
            return;
        }
        self.next = Instant::now() + BETWEEN;
        self.drawn = true;
        let filled = (done * WIDTH).checked_div(self.total).unwrap_or(WIDTH).min(WIDTH);
        let bar = ["█".repeat(filled), "░".repeat(WIDTH - filled)].concat();
        let _ = write!(stderr(), "\r{} {bar} {done}/{}", self.words, self.total);
    }
}

impl Drop for Progress {
    /// Take the bar away, so that it does not stand in front of the results.
    fn drop(&mut self) {
        if self.drawn {
            let _ = write!(stderr(), "\r\u{1b}[K");
        }
    }
}
