//! The relations as linear equations over a few free figures: can they all hold, and if not, which figures could help?
//!
//! This is the dual simplex method with nothing to optimise, kept with all columns, also those of figures that stand
//! fixed: a row that no free figure can mend is then a relation that follows from those of the report, and one of
//! the fixed figures in it must be wrong (Fellegi and Holt's implied edit). Every coefficient of the rule book's
//! error-level relations is 1 or -1 and the tables are networks, so all pivots are 1 or -1 and whole numbers stay
//! whole.

#[derive(Clone)]
pub struct Tableau<'a> {
    /// Which figures have no lower bound of 0.
    signed: &'a [bool],
    width: usize,
    /// Row after row, one coefficient for each figure.
    coefficients: Vec<i8>,
    /// What the free figures of a row must add up to.
    rests: Vec<i64>,
    /// The free figure that a row determines.
    basic: Vec<Option<u16>>,
    /// The figures that may take any value of their domain, 0 unless a row determines them; all others stand fixed.
    free: Vec<u16>,
}

/// The search was longer than it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfTime;

/// How much work is left, in rows looked at: the same on every machine, unlike time.
pub struct Budget(pub u64);

impl Budget {
    pub fn spend(&mut self, work: usize) -> Result<(), OutOfTime> {
        self.0 = self.0.checked_sub(work as u64).ok_or(OutOfTime)?;
        Ok(())
    }
}

impl<'a> Tableau<'a> {
    /// All figures fixed: the rest of a row is what its figures miss the constant by.
    pub fn new(signed: &'a [bool], rows: impl Iterator<Item = (Vec<(u16, i8)>, i64)>) -> Tableau<'a> {
        let width = signed.len();
        let (mut coefficients, mut rests) = (Vec::new(), Vec::new());
        for (terms, rest) in rows {
            let start = coefficients.len();
            coefficients.resize(start + width, 0);
            for (figure, coefficient) in terms {
                coefficients[start + figure as usize] += coefficient;
            }
            rests.push(rest);
        }
        Tableau { signed, width, coefficients, basic: vec![None; rests.len()], rests, free: Vec::new() }
    }

    pub fn rows(&self) -> usize {
        self.rests.len()
    }

    pub fn row(&self, row: usize) -> &[i8] {
        &self.coefficients[row * self.width..(row + 1) * self.width]
    }

    /// Set a fixed figure free; `value` is what it stood at.
    pub fn free(&mut self, figure: usize, value: i64) {
        self.free.push(figure as u16);
        self.free.sort_unstable();
        for row in 0..self.rows() {
            self.rests[row] += i64::from(self.row(row)[figure]) * value;
        }
    }

    fn is_violated(&self, row: usize) -> bool {
        match self.basic[row] {
            None => self.rests[row] != 0,
            Some(figure) => self.rests[row] < 0 && !self.signed[figure as usize],
        }
    }

    /// Would a figure in this violated row, rising from where it stands, bring the row nearer?
    fn rising_helps(&self, row: usize, figure: usize) -> bool {
        (self.row(row)[figure] > 0) == (self.rests[row] > 0)
    }

    /// Bring the free figures to values that satisfy all rows, as far as can be; the rows that cannot be are left.
    pub fn solve(&mut self, budget: &mut Budget) -> Result<Vec<usize>, OutOfTime> {
        loop {
            budget.spend(self.rows())?;
            let mut stuck = Vec::new();
            // Bland's rule: always the first figure that will do; without it the pivots could go round in a circle.
            let mut leaving: Option<(usize, usize)> = None;
            for row in (0..self.rows()).filter(|row| self.is_violated(*row)) {
                let entering = self.free.iter().find(|figure| {
                    let at = usize::from(**figure);
                    self.row(row)[at] != 0 && self.basic[row] != Some(**figure) && (self.rising_helps(row, at) || self.signed[at])
                });
                match entering.map(|figure| usize::from(*figure)) {
                    None => stuck.push(row),
                    Some(figure) if leaving.is_none_or(|(other, _)| self.basic[row] < self.basic[other]) => leaving = Some((row, figure)),
                    Some(_) => {}
                }
            }
            match leaving {
                None => return Ok(stuck),
                Some((row, figure)) => self.pivot(row, figure),
            }
        }
    }

    /// Let a row determine a figure.
    fn pivot(&mut self, row: usize, figure: usize) {
        let width = self.width;
        if self.row(row)[figure] < 0 {
            self.coefficients[row * width..(row + 1) * width].iter_mut().for_each(|coefficient| *coefficient = -*coefficient);
            self.rests[row] = -self.rests[row];
        }
        let pivotal: Vec<(usize, i8)> = self.row(row).iter().copied().enumerate().filter(|(_, coefficient)| *coefficient != 0).collect();
        for other in (0..self.rows()).filter(|other| *other != row) {
            let factor = self.coefficients[other * width + figure];
            if factor != 0 {
                for (column, coefficient) in &pivotal {
                    self.coefficients[other * width + column] -= factor * coefficient;
                }
                self.rests[other] -= i64::from(factor) * self.rests[row];
            }
        }
        self.basic[row] = Some(figure as u16);
    }

    /// The value of a free figure, once all rows are satisfied.
    fn value(&self, figure: usize) -> i64 {
        (0..self.rows()).find(|row| self.basic[*row] == Some(figure as u16)).map_or(0, |row| self.rests[row])
    }

    /// The fixed figures of a row that cannot be satisfied one of which has to change; `values` is where they stand.
    pub fn suspects(&self, row: usize, values: &[i64], kept: &[bool]) -> Vec<u16> {
        let rises = self.rests[row] > 0;
        let mut suspects = Vec::new();
        for (figure, coefficient) in self.row(row).iter().enumerate() {
            if *coefficient != 0
                && !kept[figure]
                && ((*coefficient > 0) == rises || values[figure] > 0 || self.signed[figure])
                && !self.free.contains(&(figure as u16))
            {
                suspects.push(figure as u16);
            }
        }
        suspects
    }

    /// The least and the greatest value of a free figure, where all rows are satisfied; `None`: without bound.
    pub fn range(&mut self, figure: usize, budget: &mut Budget) -> Result<(Option<i64>, Option<i64>), OutOfTime> {
        self.seat();
        Ok((self.clone().extreme(figure, -1, budget)?, self.clone().extreme(figure, 1, budget)?))
    }

    /// Give every row that still has a free figure one to determine, so that no move can unsettle it.
    fn seat(&mut self) {
        for row in 0..self.rows() {
            let free = self.free.iter().copied().find(|figure| self.row(row)[usize::from(*figure)] != 0);
            if let (None, Some(figure)) = (self.basic[row], free) {
                self.pivot(row, usize::from(figure));
            }
        }
    }

    /// Primal simplex: push a figure up (1) or down (-1) until nothing gives way.
    fn extreme(&mut self, figure: usize, direction: i64, budget: &mut Budget) -> Result<Option<i64>, OutOfTime> {
        loop {
            budget.spend(self.rows())?;
            let at = (0..self.rows()).find(|row| self.basic[*row] == Some(figure as u16));
            // Which figure at its bound of 0 would move this one, and which way it itself would move.
            let entering = self.free.iter().find_map(|other| {
                if self.basic.contains(&Some(*other)) {
                    return None;
                }
                let other = usize::from(*other);
                let rate = match at {
                    None => i64::from(other == figure),
                    Some(row) => -i64::from(self.row(row)[other]),
                };
                match rate * direction {
                    0 => None,
                    1.. => Some((other, 1)),
                    _ => self.signed[other].then_some((other, -1)),
                }
            });
            let Some((other, way)) = entering else { return Ok(Some(self.value(figure))) };
            // The first bounded figure to reach 0 gives way; Bland's rule among equals.
            let limit = (0..self.rows())
                .filter(|row| i64::from(self.row(*row)[other]) * way > 0)
                .filter_map(|row| self.basic[row].filter(|basic| !self.signed[*basic as usize]).map(|basic| (self.rests[row], basic, row)))
                .min();
            match limit {
                None => return Ok(None),
                Some((_, _, row)) => self.pivot(row, other),
            }
        }
    }
}
