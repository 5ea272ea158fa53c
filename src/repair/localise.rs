//! Error localisation: the cheapest sets of figures whose change lets every relation hold (Fellegi and Holt 1976).
//!
//! Depth-first search with a rising limit of cost. A row of the tableau that no free figure can satisfy names the
//! figures one of which must change; they are tried one after the other, each without those tried before it, so that
//! no set is met twice. What the unsatisfied rows cost at least is never overestimated, so the first cost at which a
//! set is found is the lowest there is, and all sets of that cost are found.

use super::problem::{Freedom, Problem};
use super::tableau::{Budget, OutOfTime, Tableau};

/// More sets of one cost than this tell nobody anything.
pub const MOST_SETS: usize = 24;

/// A figure that changes, and what it must become; undetermined where `least` and `most` differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub figure: u16,
    /// `None`: without bound.
    pub least: Option<i64>,
    pub most: Option<i64>,
}

impl Change {
    pub fn to(&self) -> Option<i64> {
        self.least.filter(|_| self.least == self.most)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localised {
    pub cost: u32,
    pub sets: Vec<Vec<Change>>,
    /// There are more sets of this cost.
    pub more: bool,
}

struct Search<'a> {
    problem: &'a Problem,
    values: &'a [i64],
    weights: Vec<u32>,
    /// Figures that are not to be changed: given so, or tried already.
    kept: Vec<bool>,
    freed: Vec<u16>,
    limit: u32,
    /// The lowest cost above the limit that was met.
    next: u32,
    found: Localised,
}

/// All cheapest sets of changes to `values` that leave the `kept` figures alone; `None` where there is none that
/// costs no more than `most`.
///
/// # Errors
/// The search took more work than the budget allows.
pub fn localise(problem: &Problem, values: &[i64], kept: &[bool], most: u32, budget: &mut Budget) -> Result<Option<Localised>, OutOfTime> {
    let mut tableau = problem.tableau(values);
    let mut cost = 0;
    let mut freed = Vec::new();
    for (index, figure) in problem.figures.iter().enumerate().filter(|(index, figure)| figure.freedom != Freedom::Kept && !kept[*index]) {
        tableau.free(index, values[index]);
        if figure.freedom == Freedom::Forced {
            cost += figure.weight;
            freed.push(index as u16);
        }
    }
    let stuck = tableau.solve(budget)?;
    let mut search = Search {
        problem,
        values,
        weights: problem.figures.iter().map(|figure| figure.weight).collect(),
        kept: kept.to_vec(),
        freed,
        limit: cost,
        next: u32::MAX,
        found: Localised { cost, ..Localised::default() },
    };
    loop {
        search.visit(&tableau, &stuck, cost, budget)?;
        if !search.found.sets.is_empty() {
            return Ok(Some(search.found));
        }
        if search.next == u32::MAX || search.next > most {
            return Ok(None);
        }
        (search.limit, search.next) = (search.next, u32::MAX);
        search.found.cost = search.limit;
    }
}

impl Search<'_> {
    fn visit(&mut self, tableau: &Tableau, stuck: &[usize], cost: u32, budget: &mut Budget) -> Result<(), OutOfTime> {
        if self.found.more {
            return Ok(());
        }
        if stuck.is_empty() {
            return if self.found.sets.len() < MOST_SETS {
                let set = self.determined(tableau, budget)?;
                self.found.sets.push(set);
                Ok(())
            } else {
                self.found.more = true;
                Ok(())
            };
        }
        let mut rows: Vec<Vec<u16>> = stuck.iter().map(|row| tableau.suspects(*row, self.values, &self.kept)).collect();
        budget.spend(rows.len())?;
        rows.sort_by_key(Vec::len);
        // Narrow rows first and wide rows first: either may see what the other does not.
        let Some(bound) = self.least_cost(rows.iter()).max(self.least_cost(rows.iter().rev())).map(|rest| cost + rest) else {
            return Ok(());
        };
        if bound > self.limit {
            self.next = self.next.min(bound);
            return Ok(());
        }
        let suspects = &mut rows[0];
        suspects.sort_by_key(|figure| self.problem.figures[usize::from(*figure)].weight);
        let mut tried = 0;
        let mut result = Ok(());
        for figure in suspects.iter().map(|figure| usize::from(*figure)) {
            result = self.try_freeing(tableau, figure, cost, budget);
            if result.is_err() {
                break;
            }
            self.kept[figure] = true;
            tried += 1;
        }
        suspects[..tried].iter().for_each(|figure| self.kept[usize::from(*figure)] = false);
        result
    }

    fn try_freeing(&mut self, tableau: &Tableau, figure: usize, cost: u32, budget: &mut Budget) -> Result<(), OutOfTime> {
        let cost = cost + self.problem.figures[figure].weight;
        if cost > self.limit {
            self.next = self.next.min(cost);
            return Ok(());
        }
        let mut tableau = tableau.clone();
        tableau.free(figure, self.values[figure]);
        let stuck = tableau.solve(budget)?;
        self.freed.push(figure as u16);
        let result = self.visit(&tableau, &stuck, cost, budget);
        self.freed.pop();
        result
    }

    /// At least what the rows cost together: each takes the weight of its cheapest suspect, as far as no row before
    /// it has taken it. `None`: a row has no suspect left, so there is no solution here.
    fn least_cost<'b>(&self, rows: impl Iterator<Item = &'b Vec<u16>>) -> Option<u32> {
        let mut left = self.weights.clone();
        let mut sum = 0;
        for row in rows {
            let share = row.iter().map(|figure| left[usize::from(*figure)]).min()?;
            row.iter().for_each(|figure| left[usize::from(*figure)] -= share);
            sum += share;
        }
        Some(sum)
    }

    fn determined(&self, tableau: &Tableau, budget: &mut Budget) -> Result<Vec<Change>, OutOfTime> {
        let mut freed = self.freed.clone();
        freed.sort_unstable();
        ranges(tableau, &freed, budget)
    }
}

/// What the figures must become, all rows being satisfied.
fn ranges(tableau: &Tableau, figures: &[u16], budget: &mut Budget) -> Result<Vec<Change>, OutOfTime> {
    let mut tableau = tableau.clone();
    let mut changes = Vec::new();
    for figure in figures.iter().copied() {
        let (least, most) = tableau.range(figure as usize, budget)?;
        changes.push(Change { figure, least, most });
    }
    Ok(changes)
}

/// Can every relation hold with these values, the open figures and `free` ones free? Then what the `free` must become.
///
/// # Errors
/// The search took more work than the budget allows.
pub fn completed(problem: &Problem, values: &[i64], free: &[u16], budget: &mut Budget) -> Result<Option<Vec<Change>>, OutOfTime> {
    let mut tableau = problem.tableau(values);
    for (index, figure) in problem.figures.iter().enumerate() {
        if figure.freedom == Freedom::Open || free.contains(&(index as u16)) {
            tableau.free(index, values[index]);
        }
    }
    if tableau.solve(budget)?.is_empty() { ranges(&tableau, free, budget).map(Some) } else { Ok(None) }
}
