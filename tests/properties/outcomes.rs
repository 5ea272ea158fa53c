//! Holds, broken, open: what is said of a relation with unknown figures is true of every way to fill them in.

use super::evaluate::{Figures, filled, hard_relations, instance, is_satisfied, stated, sum};
use super::generate::{any_report, blank, cell, disturbed};
use gouji::answer::key;
use gouji::check::{Blank, Options, Outcome, Session, check};
use gouji::form::{CELLS, CellIndex};
use gouji::report::Node;
use gouji::report::value::Value;
use gouji::rules::{BOOK, Instance};
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_relation_that_holds_or_is_broken_stays_so_however_blanks_are_filled(
        filed in any_report(),
        fillings in prop::collection::vec(prop::collection::vec(-6..7i64, 1..40), 1..8),
    ) {
        let report = filed.report();
        let unknown = stated(&report);
        let all: Vec<Figures> = fillings.iter().map(|numbers| filled(&unknown, numbers)).chain([filled(&unknown, &[0])]).collect();
        for state in Session::open(report, None, Options::default()).relations() {
            if !matches!(state.state, Outcome::Holds | Outcome::Broken) {
                continue;
            }
            let instance = instance(state.rule, state.at, filed.layouts);
            for figures in &all {
                prop_assert_eq!(is_satisfied(instance, figures), state.state == Outcome::Holds, "{}@{}", state.rule, state.at);
            }
        }
    }

    /// For the four hard relations "open" is exact: one filling satisfies it, another does not.
    #[test]
    fn an_open_hard_relation_can_be_satisfied_and_broken(filed in any_report()) {
        let report = filed.report();
        let unknown = stated(&report);
        let states = Session::open(report, None, Options::default()).relations();
        for (name, left, right) in hard_relations(filed.layouts[1]) {
            let state = states.iter().find(|state| key(state.rule, state.at) == name).expect("hard relations are always in force");
            let found = fillings_of(&left, &right, &unknown);
            let expected = match (found.contains(&true), found.contains(&false)) {
                (true, true) => Outcome::Open,
                (true, false) => Outcome::Holds,
                _ => Outcome::Broken,
            };
            prop_assert_eq!(state.state, expected, "{}", name);
            prop_assert_eq!(state.difference.is_none(), found.len() > 1, "a difference is told where every figure is known: {}", name);
        }
    }

    /// Every blank counts as 0 where the caller says so: the same as writing the zeros.
    #[test]
    fn blanks_read_as_zero_are_zeros(filed in any_report()) {
        let mut written = filed.clone();
        let report = filed.report();
        for cell in (0..CELLS.len() as u8).filter(|cell| report.reading(*cell).value == Value::Blank) {
            written.cells.insert(cell, Node::Integer(0));
        }
        let zero = Options { blank: Blank::Zero, ..Options::default() };
        let outcomes = |report| -> Vec<_> { Session::open(report, None, zero.clone()).relations().into_iter().map(|state| (state.rule, state.at, state.state)).collect() };
        prop_assert_eq!(outcomes(report), outcomes(written.report()));
    }

    #[test]
    fn blanking_cells_never_makes_a_report_with_errors_one_without(
        filed in disturbed(),
        blanked in prop::collection::vec((any::<prop::sample::Index>(), blank()), 1..30),
        all in prop::bool::weighted(0.1),
    ) {
        prop_assume!(!check(&filed.report(), None, &Options::default()).ok);
        let mut emptier = filed.clone();
        let cells: Vec<CellIndex> = filed.cells.keys().copied().collect();
        for (index, node) in &blanked {
            emptier.cells.insert(*index.get(&cells), node.clone());
        }
        if all {
            emptier.cells.values_mut().for_each(|node| *node = blanked[0].1.clone());
        }
        prop_assert!(!check(&emptier.report(), None, &Options::default()).ok);
    }

    /// A consequence is told where nothing that it follows from is.
    #[test]
    fn a_consequence_stands_alone_or_not_at_all(filed in any_report()) {
        let report = filed.report();
        let findings = check(&report, None, &Options { blank: Blank::Zero, ..Options::default() }).findings;
        let figures: Figures = stated(&report).into_iter().map(Option::unwrap_or_default).collect();
        let is_readable = |cell: CellIndex| report.reading(cell).value != Value::Unreadable;
        let layouts = filed.layouts;
        let in_force = |instance: &&Instance| (0..2).all(|table| instance.layouts >> (table * 2 + layouts[table]) & 1 == 1);
        for instance in BOOK.instances.iter().filter(in_force).filter(|instance| BOOK.rule(instance).is_consequence()) {
            let rule = BOOK.rule(instance);
            let cells: BTreeSet<CellIndex> = BOOK.main_terms(instance).iter().map(|term| term.cell).collect();
            let causes = || findings.iter().filter(|finding| rule.follows_from.iter().any(|cause| BOOK.rules[*cause as usize].id == finding.rule));
            let cause = causes().find(|cause| cause.cells.iter().any(|of| cells.contains(&cell(of.cell))));
            let stands = findings.iter().any(|finding| finding.rule == rule.id && finding.at == instance.at);
            prop_assert!(!stands || cause.is_none(), "{}@{} beside {:?}", rule.id, instance.at, cause);
            let linears = BOOK.linears(instance).iter();
            if linears.flat_map(|linear| BOOK.terms(linear)).all(|term| is_readable(term.cell)) {
                prop_assert_eq!(stands, cause.is_none() && !is_satisfied(instance, &figures), "{}@{}", rule.id, instance.at);
            }
        }
    }
}

/// Which truth values the fillings of one equation reach, tried out: all unknown figures 0, one of them 1, and one
/// of them as large as the difference that is left.
fn fillings_of(left: &[CellIndex], right: &[CellIndex], unknown: &[Option<i64>]) -> Vec<bool> {
    let zeros: Figures = unknown.iter().map(|figure| figure.unwrap_or(0)).collect();
    let difference = sum(left, &zeros) - sum(right, &zeros);
    let mut found = vec![difference == 0];
    for cell in left.iter().chain(right).filter(|cell| unknown[**cell as usize].is_none()) {
        for figure in [1, difference.abs()] {
            let mut figures = zeros.clone();
            figures[*cell as usize] = figure;
            found.push(sum(left, &figures) == sum(right, &figures));
        }
    }
    found
}
