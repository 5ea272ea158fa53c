//! Rows and columns whose figures stand one cell too early or too late.

use super::{Slip, Slips};

impl Slips<'_> {
    pub(super) fn lines(&mut self, short: &[(usize, i64)]) {
        // One cell alone that moved is a figure in the wrong place; a shift unsettles two relations at least.
        if short.len() < 2 {
            return;
        }
        for by_row in [true, false] {
            for line in self.state.problem.lines(by_row) {
                if line.iter().filter(|figure| self.is_touched(**figure, short)).count() >= 2 {
                    self.shifted(&line);
                    let backwards: Vec<u16> = line.iter().rev().copied().collect();
                    self.shifted(&backwards);
                }
            }
        }
    }

    fn is_touched(&self, figure: u16, short: &[(usize, i64)]) -> bool {
        self.state.problem.touches[figure as usize].iter().any(|(equation, _)| short.iter().any(|(of, _)| *of == *equation as usize))
    }

    /// Figures of a stretch each stand one place too far along the line: the first cell is empty, and the figure that
    /// belonged to the last was lost, or was 0.
    fn shifted(&mut self, line: &[u16]) {
        let state = self.state;
        let value = |at: usize| state.values[line[at] as usize];
        for first in (0..line.len().saturating_sub(2)).filter(|first| value(*first) == 0 && value(first + 1) != 0) {
            for last in first + 2..line.len() {
                let moved = (first..last).map(|at| (line[at], value(at + 1)));
                let mut changes: Vec<(u16, i64)> = moved.filter(|(figure, to)| state.values[*figure as usize] != *to).collect();
                if changes.iter().filter(|(_, to)| *to != 0).count() < 2 {
                    continue;
                }
                let mut after = state.clone();
                after.set(&changes);
                let end = line[last];
                // The lost figure is what the one relation that still misses it asks for.
                let lost: Vec<i64> = state.problem.touches[end as usize]
                    .iter()
                    .filter_map(|(equation, coefficient)| Some(after.wanted(end, *coefficient, after.shortage(*equation as usize)?)))
                    .collect();
                let Some(lost) = lost.first().copied().filter(|first| lost.iter().all(|other| other == first)) else { continue };
                if lost != value(last) {
                    changes.push((end, lost));
                }
                // Every figure that moved has unsettled what it stands in across the line.
                self.consider(Slip::Shifted, line[first], Some(end), &changes, changes.len());
            }
        }
    }
}
