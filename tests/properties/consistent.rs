//! A report whose figures add up has no error.

use super::evaluate::{hard_relations, stated, sum};
use super::generate::{consistent, options};
use gouji::answer::key;
use gouji::check::{Outcome, Session, check};
use gouji::rules::Severity;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_consistent_report_has_no_error(filed in consistent(), options in options()) {
        let answer = check(&filed.report(), None, &options);
        for finding in answer.findings.iter().filter(|finding| finding.severity == Severity::Error) {
            prop_assert!(finding.rule == "layout-of-other-year" && filed.has_mixed_layouts(), "{}: {}", finding.key(), finding.message);
        }
        prop_assert_eq!(answer.ok, !filed.has_mixed_layouts());
        prop_assert_eq!(answer.relations.open, 0);
    }

    /// The same for the body's own last year: with what it carried out carried in, nothing is broken across the years.
    #[test]
    fn a_report_that_follows_from_last_years_breaks_no_equation_across_years(last in consistent(), this in consistent(), options in options()) {
        let mut last = last;
        last.year = this.year - 1;
        prop_assume!(last.year >= 2019);
        for column in ["natural", "business", "research", "charity", "legal_service", "other", "total"] {
            let carried_in = this.cells[&super::generate::cell(&format!("requests.carried_in.{column}"))].clone();
            last.cells.insert(super::generate::cell(&format!("requests.carried_out.{column}")), carried_in);
        }
        let answer = check(&this.report(), Some(&last.report()), &options);
        for finding in &answer.findings {
            prop_assert!(finding.rule != "requests-carried-in-roll-forward", "{}", finding.message);
            prop_assert!(finding.severity != Severity::Error || finding.rule == "layout-of-other-year", "{}: {}", finding.key(), finding.message);
        }
    }

    /// Each hard relation, written out apart from the rule book, holds exactly where the program says so.
    #[test]
    fn the_hard_relations_are_those_of_the_notices(filed in consistent(), change in prop::option::of((any::<prop::sample::Index>(), 0..5i64)), options in options()) {
        let mut filed = filed;
        if let Some((index, count)) = change {
            let counts: Vec<u8> = filed.cells.keys().copied().filter(|cell| gouji::form::CELLS[*cell as usize].kind == gouji::form::Kind::Count).collect();
            filed.cells.insert(*index.get(&counts), gouji::report::Node::Integer(count));
        }
        let report = filed.report();
        let figures: Vec<i64> = stated(&report).into_iter().map(Option::unwrap_or_default).collect();
        let states = Session::open(report, None, options).relations();
        let hard = hard_relations(filed.layouts[1]);
        for (name, left, right) in &hard {
            let state = states.iter().find(|state| key(state.rule, state.at) == *name);
            let holds = sum(left, &figures) == sum(right, &figures);
            prop_assert_eq!(state.map(|state| state.state), Some(if holds { Outcome::Holds } else { Outcome::Broken }), "{}", name);
        }
        let is_hard = |rule: &str| gouji::rules::BOOK.rules.iter().any(|other| other.id == rule && other.hard);
        prop_assert_eq!(states.iter().filter(|state| is_hard(state.rule)).count(), hard.len(), "and there are no others");
    }
}
