//! The live form says the same as a check of the whole, and tells every change.

use super::generate::{Cells, Filed, any_cell, any_report, cell, consistent, edits, entry, options};
use gouji::answer::Finding;
use gouji::check::{Options, Session, check};
use gouji::form::CellIndex;
use gouji::report::{Node, Report};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn previous() -> impl Strategy<Value = Option<Filed>> {
    prop::option::of(any_report())
}

/// Last year's report, where there is one, of the year before.
fn before(this: &Filed, previous: Option<Filed>) -> Option<Report> {
    previous.filter(|_| this.year > 2019).map(|mut last| {
        last.year = this.year - 1;
        last.report()
    })
}

/// Findings by `rule@at`. Echoes are told only with the whole list: one edit may tie findings that it does not touch.
fn by_key(findings: Vec<Finding>) -> BTreeMap<String, Finding> {
    findings.into_iter().map(|finding| (finding.key(), Finding { related: Vec::new(), ..finding })).collect()
}

fn answer_of(filed: &Filed, previous: Option<&Report>, options: &Options) -> gouji::answer::Answer {
    check(&filed.report(), previous, options)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_session_says_what_a_fresh_check_says(filed in any_report(), last in previous(), edits in edits(1..25), options in options()) {
        let last = before(&filed, last);
        let mut session = Session::open(filed.report(), last.as_ref(), options.clone());
        let mut now = filed;
        for (cell, node) in edits {
            let tells = session.write(cell, &mut |report| report.set_node(cell, &node));
            let change = session.take_change();
            prop_assert_eq!(tells, !(change.appeared.is_empty() && change.resolved.is_empty()), "asked only where there is something to tell");
            now.cells.insert(cell, node);
            prop_assert_eq!(session.answer(), answer_of(&now, last.as_ref(), &options));
        }
        prop_assert_eq!(session.findings(true), answer_of(&now, last.as_ref(), &options).findings);
    }

    #[test]
    fn the_changes_told_add_up_to_the_findings(filed in prop_oneof![any_report(), consistent()], last in previous(), edits in edits(1..25), options in options()) {
        let last = before(&filed, last);
        let mut session = Session::open(filed.report(), last.as_ref(), options);
        let mut standing = by_key(session.findings(false));
        let mut before = session.relations();
        for (cell, node) in edits {
            let change = session.set_node(cell, &node);
            for resolved in &change.resolved {
                let key = gouji::answer::key(resolved.rule, &resolved.at);
                prop_assert!(standing.remove(&key).is_some(), "{} is resolved and did not stand", key);
                prop_assert!(!change.appeared.iter().any(|finding| finding.key() == key), "{} is resolved and appears", key);
            }
            standing.extend(by_key(change.appeared));
            prop_assert_eq!(&standing, &by_key(session.findings(false)));
            let states = session.relations();
            for state in &change.relations {
                prop_assert!(states.contains(state), "{}@{} is told with another state than it has", state.rule, state.at);
            }
            let touched: Vec<_> = session.touched().iter().map(|index| session.state(*index as usize)).collect();
            prop_assert_eq!(&touched, &change.relations);
            for state in states.iter().filter(|state| !before.contains(state)) {
                prop_assert!(touched.contains(state), "{}@{} has changed and is not told", state.rule, state.at);
            }
            before = states;
        }
    }

    #[test]
    fn the_order_of_edits_does_not_matter(
        filed in any_report(),
        (edits, shuffled) in edits(1..25).prop_flat_map(|edits| {
            // Of several edits of one cell the last one counts, so each cell is edited once.
            let edits: Vec<(CellIndex, Node)> = edits.into_iter().collect::<Cells>().into_iter().collect();
            (Just(edits.clone()), Just(edits).prop_shuffle())
        }),
        options in options(),
    ) {
        let after = |edits: &[(CellIndex, Node)]| {
            let mut session = Session::open(filed.report(), None, options.clone());
            edits.iter().for_each(|(cell, node)| {
                session.set_node(*cell, node);
            });
            (session.answer(), session.relations())
        };
        prop_assert_eq!(after(&edits), after(&shuffled));
    }

    /// Writing a cell and writing back what was there leaves no trace.
    #[test]
    fn an_edit_taken_back_is_forgotten(filed in any_report(), cell in any_cell(), node in entry(), options in options()) {
        let mut session = Session::open(filed.report(), None, options);
        let before = (session.answer(), session.relations());
        session.set_node(cell, &node);
        session.set_node(cell, filed.cells.get(&cell).unwrap_or(&Node::Null));
        prop_assert_eq!((session.answer(), session.relations()), before);
    }
}

/// After each edit the changes told so far add up to what stands.
fn follow(year: i64, edits: &[(&str, &str)]) -> Vec<gouji::check::Change> {
    let zero = Options { blank: gouji::check::Blank::Zero, ..Options::default() };
    let mut session = Session::open(Report::of_year(year), None, zero);
    let mut standing = by_key(session.findings(false));
    let mut changes = Vec::new();
    for (id, text) in edits {
        let change = session.set_text(cell(id), text);
        for resolved in &change.resolved {
            standing.remove(&gouji::answer::key(resolved.rule, &resolved.at));
        }
        standing.extend(by_key(change.appeared.clone()));
        assert_eq!(standing, by_key(session.findings(false)), "after {id} = {text}");
        changes.push(change);
    }
    changes
}

/// Rare paths that the properties above seldom come upon.
#[test]
fn a_consequence_goes_and_comes_with_what_it_follows_from() {
    let changes = follow(
        2024,
        &[
            ("requests.refused.third_party.natural", "-1"),
            ("requests.results_total.natural", "2"),
            ("requests.granted.natural", "3"),
            // The sum of results breaks in a cell that the consequence does not know, and is mended again.
            ("requests.refused.state_secret.natural", "1"),
            ("requests.refused.state_secret.natural", "0"),
        ],
    );
    let consequence = "requests-result-exceeds-total";
    assert!(changes[2].appeared.iter().any(|finding| finding.rule == consequence));
    assert!(changes[3].resolved.iter().any(|resolved| resolved.rule == consequence));
    assert!(changes[4].appeared.iter().any(|finding| finding.rule == consequence));
}

#[test]
fn a_finding_that_shows_an_amount_is_told_again_with_another_amount() {
    let changes = follow(
        2019,
        &[("disclosure.procurement.amount", "5元"), ("disclosure.procurement.amount", "6元"), ("disclosure.procurement.amount", "0元")],
    );
    assert!(changes[1].appeared[0].message.contains("6元"));
    assert_eq!(changes[2].resolved[0].rule, "procurement-amount-without-projects");
}

#[test]
fn a_count_written_in_another_way_changes_no_message_of_a_relation() {
    let changes =
        follow(2024, &[("requests.carried_out.total", "20"), ("requests.received.total", "30"), ("requests.received.total", "３０")]);
    assert!(changes[1].appeared.iter().any(|finding| finding.rule == "requests-carried-out-large"));
    assert!(changes[2].appeared.iter().all(|finding| finding.rule == "cell-notation"));
}
