//! Slips that concern one figure, or two that stand in the same row or column.

use super::{Slip, Slips, slip_of_digits};

impl Slips<'_> {
    pub(super) fn figures(&mut self, short: &[(usize, i64)]) {
        let state = self.state;
        for (equation, shortage) in short {
            for (figure, coefficient) in &state.problem.equations[*equation].terms {
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

    /// The figure and another one in its row or column: exchanged, one in the other's place, run together, split, or
    /// some requests counted under the one applicant instead of the other.
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
                let slip = if wrong == 0 || right == 0 { Slip::Misplaced } else { Slip::Exchanged };
                // The figure that moves is the one that stands now in the wrong place.
                let (subject, into) = if wrong == 0 { (number, figure) } else { (figure, number) };
                self.consider(slip, subject, Some(into), &[(figure, right), (number, wrong)], self.both());
            } else if same_row && !self.sums_row(figure) && !self.sums_row(number) {
                let (subject, into) = if right < wrong { (figure, number) } else { (number, figure) };
                self.consider(Slip::WrongApplicant, subject, Some(into), &[(figure, right), (number, theirs + wrong - right)], 2);
            }
            if same_row && of.place.1.abs_diff(beside.place.1) == 1 {
                self.neighbours(figure, right, number, theirs);
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

    /// Two figures side by side in a row, one of which is `right` if digits moved across the line between them.
    fn neighbours(&mut self, figure: u16, right: i64, other: u16, theirs: i64) {
        let state = self.state;
        let ours = state.values[figure as usize];
        let first = state.problem.figures[figure as usize].place.1 < state.problem.figures[other as usize].place.1;
        // Run together in this cell: "12" beside nothing were 1 and 2.
        if theirs == 0
            && ours > 9
            && let Some(rest) = cut(ours, right, first)
        {
            self.consider(Slip::RunTogether, figure, Some(other), &[(figure, right), (other, rest)], self.both());
        }
        // Split over both: 1 and 2 were 12 in this cell, or in the other one.
        if ours > 0 && theirs > 0 {
            let joined = if first { join(ours, theirs) } else { join(theirs, ours) };
            if joined == Some(right) {
                self.consider(Slip::Split, figure, Some(other), &[(figure, right), (other, 0)], self.both());
            } else if right == 0
                && let Some(joined) = joined
            {
                self.consider(Slip::Split, other, Some(figure), &[(figure, 0), (other, joined)], self.both());
            }
        }
    }
}

fn join(one: i64, other: i64) -> Option<i64> {
    format!("{one}{other}").parse().ok()
}

/// What is left of the digits of `whole` when `part` is taken from their begin or end.
fn cut(whole: i64, part: i64, from_begin: bool) -> Option<i64> {
    let (whole, part) = (whole.to_string(), part.to_string());
    let rest = if from_begin { whole.strip_prefix(&part) } else { whole.strip_suffix(&part) }?;
    rest.parse().ok().filter(|number: &i64| number.to_string() == rest)
}
