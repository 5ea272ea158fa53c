//! Totals that were never filled in.

use super::{Slip, Slips};
use std::collections::BTreeMap;

impl Slips<'_> {
    /// All totals of one rule that stand at 0 above items that do not: the whole row or column was overlooked.
    pub(super) fn totals(&mut self, short: &[(usize, i64)]) {
        let state = self.state;
        let mut rules: BTreeMap<u8, Vec<(u16, i64, usize)>> = BTreeMap::new();
        for (equation, shortage) in short {
            let of = &state.problem.equations[*equation];
            let Some(total) = of.total.filter(|total| state.values[*total as usize] == 0) else { continue };
            let coefficient = of.terms.iter().find(|(figure, _)| *figure == total).map_or(0, |(_, coefficient)| *coefficient);
            let value = state.wanted(total, coefficient, *shortage);
            if state.may_be(total, value) {
                rules.entry(of.rule).or_default().push((total, value, *equation));
            }
        }
        for totals in rules.values() {
            if let [(total, value, _)] = totals.as_slice() {
                self.consider(Slip::TotalUnfilled, *total, None, &[(*total, *value)], 1);
                continue;
            }
            // What else is wrong shows only once they are filled in, so that some relation may break that held as 0 = 0.
            let changes: Vec<(u16, i64)> = totals.iter().map(|(total, value, _)| (*total, *value)).collect();
            let (mended, broken) = state.effect(&changes);
            if mended.len() > broken {
                self.take(Slip::TotalUnfilled, changes[0].0, None, changes, mended, 0);
            }
        }
    }
}
