//! Requests that were counted twice.

use super::{Slip, Slips};

impl Slips<'_> {
    pub(super) fn requests(&mut self, short: &[(usize, i64)]) {
        self.carried_and_handled(short);
        self.row_counted_twice(short);
    }

    /// More was concluded and carried out than came in, though the results add up: a total of results stands in a
    /// balance together with what was carried out, and both hold the same requests.
    fn carried_and_handled(&mut self, short: &[(usize, i64)]) {
        let state = self.state;
        for (equation, shortage) in short {
            let balance = &state.problem.equations[*equation];
            // The balance itself: in = results + out, where no side is a single total.
            if balance.total.is_some() || balance.terms.len() < 4 {
                continue;
            }
            for (handled, coefficient) in &balance.terms {
                let sum = state.problem.touches[*handled as usize].iter().find(|(of, _)| {
                    let of = &state.problem.equations[*of as usize];
                    of.total == Some(*handled) && !of.is_row
                });
                let Some((sum, _)) = sum else { continue };
                let surplus = -i64::from(*coefficient) * shortage;
                let carried = balance.terms.iter().find(|(figure, by)| figure != handled && by == coefficient);
                let Some((carried, _)) = carried.filter(|(figure, _)| surplus > 0 && state.values[*figure as usize] >= surplus) else {
                    continue;
                };
                let less = |figure: u16| (figure, state.values[figure as usize] - surplus);
                self.consider(Slip::HandledAndCarried, *carried, None, &[less(*carried)], 1);
                for (result, _) in state.problem.equations[*sum as usize].terms.iter().filter(|(figure, _)| figure != handled) {
                    self.consider(Slip::CarriedAndHandled, *result, Some(*handled), &[less(*result), less(*handled)], 1);
                }
            }
        }
    }

    /// A row in which every figure is just what its column has too much.
    fn row_counted_twice(&mut self, short: &[(usize, i64)]) {
        if short.len() < 2 {
            return;
        }
        let problem = self.state.problem;
        for line in problem.lines(true) {
            // Only a row that is an item of column sums.
            let is_item = |figure: &u16| {
                let equations = || problem.touches[*figure as usize].iter().map(|(equation, _)| &problem.equations[*equation as usize]);
                equations().any(|of| !of.is_row && of.total.is_some_and(|total| total != *figure))
            };
            if !line.iter().all(is_item) {
                continue;
            }
            let filled: Vec<u16> = line.into_iter().filter(|figure| self.state.values[*figure as usize] != 0).collect();
            if filled.len() >= 2 {
                let changes: Vec<(u16, i64)> = filled.iter().map(|figure| (*figure, 0)).collect();
                self.consider(Slip::CountedTwice, filled[0], None, &changes, 2);
            }
        }
    }
}
