//! Slips that concern one figure, or two that stand in the same row or column.

use super::{Slip, Slips, slip_of_digits};

impl Slips<'_> {
    pub(super) fn figures(&mut self, short: &[(usize, i64)]) {
        let state = self.state;
        for (equation, shortage) in short {
            let of = &state.problem.equations[*equation];
            for (figure, coefficient) in &of.terms {
                self.neighbours(*figure);
                // In one and the same relation an exchange with the total is the only one that shows.
                if let Some(total) = of.total.filter(|total| total != figure) {
                    self.exchange(*figure, total);
                }
                let right = state.wanted(*figure, *coefficient, *shortage);
                if state.may_be(*figure, right) {
                    self.single(*figure, right);
                    self.pairs(*figure, right);
                }
            }
        }
    }

    fn single(&mut self, figure: u16, right: i64) {
        let wrong = self.state.values[figure as usize];
        if let Some(slip) = slip_of_digits(wrong, right) {
            self.consider(slip, figure, None, &[(figure, right)], 1);
        }
        if wrong != 0 && self.state.problem.figures[figure as usize].last == Some(wrong) {
            self.consider(Slip::LastYear, figure, None, &[(figure, right)], 1);
        }
    }

    /// The figure and another one in its row or column: exchanged, one in the other's place, or some requests counted under the one applicant instead of the other.
    fn pairs(&mut self, figure: u16, right: i64) {
        let state = self.state;
        let wrong = state.values[figure as usize];
        let of = &state.problem.figures[figure as usize];
        for (other, beside) in state.problem.figures.iter().enumerate() {
            let number = other as u16;
            let same_row = beside.place.0 == of.place.0;
            if number == figure || same_row == (beside.place.1 == of.place.1) || beside.cell.is_none() {
                continue;
            }
            let theirs = state.values[other];
            if theirs == right {
                self.exchange(figure, number);
            } else if same_row && !self.sums_row(figure) && !self.sums_row(number) {
                let (subject, into) = if right < wrong { (figure, number) } else { (number, figure) };
                self.consider(Slip::WrongApplicant, subject, Some(into), &[(figure, right), (number, theirs + wrong - right)], 2);
            }
        }
    }

    /// Each of two figures in the other's place, or one that moved to a place that was empty.
    fn exchange(&mut self, figure: u16, other: u16) {
        let (ours, theirs) = (self.state.values[figure as usize], self.state.values[other as usize]);
        let slip = if ours == 0 || theirs == 0 { Slip::Misplaced } else { Slip::Exchanged };
        // The figure that moves is the one that stands now in the wrong place.
        let (subject, into) = if ours == 0 { (other, figure) } else { (figure, other) };
        self.consider(slip, subject, Some(into), &[(figure, theirs), (other, ours)], self.both());
    }

    /// The figure and the ones beside it in its row: run together, or one figure split over both.
    fn neighbours(&mut self, figure: u16) {
        let state = self.state;
        let (row, column) = state.problem.figures[figure as usize].place;
        for (other, beside) in state.problem.figures.iter().enumerate() {
            if beside.place.0 != row || beside.place.1.abs_diff(column) != 1 || beside.cell.is_none() {
                continue;
            }
            let (other, first) = (other as u16, column < beside.place.1);
            let (ours, theirs) = (state.values[figure as usize], state.values[other as usize]);
            if theirs == 0 && ours > 9 {
                let digits = ours.to_string();
                for (begin, end) in (1..digits.len()).map(|at| digits.split_at(at)).filter(|(_, end)| *end == "0" || !end.starts_with('0'))
                {
                    if let (Ok(begin), Ok(end)) = (begin.parse(), end.parse()) {
                        let (mine, rest) = if first { (begin, end) } else { (end, begin) };
                        self.consider(Slip::RunTogether, figure, Some(other), &[(figure, mine), (other, rest)], self.both());
                    }
                }
            }
            if ours > 0 && theirs > 0 {
                let joined = if first { join(ours, theirs) } else { join(theirs, ours) };
                if let Some(joined) = joined {
                    self.consider(Slip::Split, figure, Some(other), &[(figure, joined), (other, 0)], self.both());
                }
            }
        }
    }

    /// Two wrong figures unsettle two relations, where there are two.
    fn both(&self) -> usize {
        self.state.problem.equations.len().min(2)
    }

    /// The total of its row, which counts no applicant.
    fn sums_row(&self, figure: u16) -> bool {
        let problem = self.state.problem;
        let mut equations = problem.touches[figure as usize].iter().map(|(equation, _)| &problem.equations[*equation as usize]);
        equations.any(|equation| equation.is_row && equation.total == Some(figure))
    }
}

fn join(one: i64, other: i64) -> Option<i64> {
    format!("{one}{other}").parse().ok()
}
