//! Totals that were never filled in.

use super::{Slip, Slips};

impl Slips<'_> {
    /// All totals of one rule that stand at 0 above items that do not: the whole row or column was overlooked.
    pub(super) fn totals(&mut self, short: &[(usize, i64)]) {
        let state = self.state;
        let mut rules: Vec<(u8, Vec<(u16, i64)>)> = Vec::new();
        for (equation, shortage) in short {
            let of = &state.problem.equations[*equation];
            let Some(total) = of.total.filter(|total| state.values[*total as usize] == 0) else { continue };
            let coefficient = of.terms.iter().find(|(figure, _)| *figure == total).map_or(0, |(_, coefficient)| *coefficient);
            let value = state.wanted(total, coefficient, *shortage);
            if state.may_be(total, value) {
                match rules.iter_mut().find(|(rule, _)| *rule == of.rule) {
                    Some((_, totals)) => totals.push((total, value)),
                    None => rules.push((of.rule, vec![(total, value)])),
                }
            }
        }
        for (_, changes) in rules {
            if let [(total, _)] = changes.as_slice() {
                self.consider(Slip::TotalUnfilled, *total, None, &changes, 1);
                continue;
            }
            // What else is wrong shows only once they are filled in, so that some relation may break that held as 0 = 0.
            let effect = state.effect(&changes);
            if effect.mended.len() > effect.broken {
                self.take(Slip::TotalUnfilled, changes[0].0, None, changes, effect.mended, 0);
            }
        }
    }
}
