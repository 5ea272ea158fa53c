//! Reports as published: what is wrong with them is found, and nothing else.

use crate::reports;
use gouji::answer::Answer;
use gouji::check::Blank;
use gouji::report::Report;
use reports::{Known, answer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_report_breaks_exactly_the_relations_that_it_is_known_to_break() {
    let all = reports::all();
    assert_eq!(all.len(), 24);
    assert_eq!(all.iter().filter(|known| !known.broken.is_empty()).count(), 9, "nine of them break a relation as published");
    for known in &all {
        let faults = reports::faults(known, &answer(&known.report, None, Blank::Zero));
        assert!(faults.is_empty(), "{}: {faults:#?}", known.name);
    }
}

/// Whether a relation holds must not depend on how blanks are read where there are none.
#[test]
fn a_report_without_blanks_has_the_same_relations_under_both_readings_of_blanks() {
    for known in reports::all().iter().filter(|known| known.unread.is_empty() && known.name != "shanghai-office-2019") {
        let (zero, missing) = (answer(&known.report, None, Blank::Zero), answer(&known.report, None, Blank::Missing));
        assert_eq!(zero.findings, missing.findings, "{}", known.name);
        assert_eq!(zero.relations, missing.relations, "{}", known.name);
    }
}

/// Reading a blank as unknown can only make a finding disappear, never a new relation break.
#[test]
fn a_relation_broken_with_blanks_unknown_is_broken_with_blanks_as_zero() {
    for known in reports::all() {
        let zero = reports::broken_hard(&answer(&known.report, None, Blank::Zero));
        let missing = reports::broken_hard(&answer(&known.report, None, Blank::Missing));
        assert!(missing.is_subset(&zero), "{}: {missing:?} is not within {zero:?}", known.name);
    }
}

#[test]
fn a_consistent_report_is_silent() {
    let (last, this) = (reports::suqian(2023), reports::suqian(2024));
    for blank in [Blank::Missing, Blank::Zero] {
        for (report, previous) in [(&last, None), (&this, None), (&this, Some(&last))] {
            let answer = answer(report, previous, blank);
            assert_eq!(answer.findings, [], "{} {blank:?}", report.year_shown);
            assert!(answer.ok);
            assert_eq!((answer.relations.broken, answer.relations.open), (0, 0));
            assert!(answer.relations.held > 0);
            let assessed = answer.relations.not_assessed == 0;
            assert_eq!(assessed, previous.is_some(), "only last year's report is wanting");
        }
    }
}

/// The seven years of one body, across the change of form. The expected findings are worked out here from the
/// raw figures, rule by rule, without the rule book.
#[test]
fn seven_years_of_one_body_are_compared_year_with_year() {
    let years: BTreeMap<i64, Known> = (2019..=2025).map(|year| (year, reports::named(&format!("pingtan-transport-{year}")))).collect();
    for year in 2020..=2025 {
        let (last, this) = (&years[&(year - 1)], &years[&year]);
        for (blank, fill) in [(Blank::Missing, None), (Blank::Zero, Some(0))] {
            let expected = roll_forward_faults(&last.json, &this.json, fill);
            let answer = answer(&this.report, Some(&last.report), blank);
            assert_eq!(compared_with_last_year(&answer), expected, "{year} {blank:?}");
            assert!(answer.findings.iter().all(|finding| finding.rule != "previous-unsuitable"), "{year}");
        }
    }
}

/// What the figures say: carried in agrees in all years. The number of documents in force is unread in 2021 and
/// 2023, so nothing is known of it; who reads those blanks as 0 is told of 16 that come from nowhere and vanish.
#[test]
fn what_the_seven_years_hold_was_looked_up_by_hand() {
    let report = |year: i64| reports::named(&format!("pingtan-transport-{year}")).report;
    let compared = |year: i64, blank| compared_with_last_year(&answer(&report(year), Some(&report(year - 1)), blank));
    for year in 2020..=2025 {
        assert_eq!(compared(year, Blank::Missing), BTreeSet::new(), "{year}");
        let unread = ["disclosure-in-force-roll-forward@normative_documents".to_string()];
        let expected = if [2022, 2023].contains(&year) { BTreeSet::from(unread) } else { BTreeSet::new() };
        assert_eq!(compared(year, Blank::Zero), expected, "{year}");
    }
}

#[test]
fn one_request_more_carried_out_last_year_is_missed_this_year() {
    for (last_year, this_year) in [(2020, 2021), (2024, 2025)] {
        let mut last = reports::named(&format!("pingtan-transport-{last_year}")).report;
        let this = reports::named(&format!("pingtan-transport-{this_year}")).report;
        for column in ["natural", "total"] {
            last.set_integer(gouji::form::cell(&format!("requests.carried_out.{column}")).unwrap(), 1);
        }
        let expected = ["natural", "total"].map(|column| format!("requests-carried-in-roll-forward@{column}"));
        assert_eq!(compared_with_last_year(&answer(&this, Some(&last), Blank::Missing)), BTreeSet::from(expected), "{this_year}");
    }
}

/// The same total carried in is an error once it is certain that both reports are of one body and scope.
#[test]
fn a_broken_chain_of_one_body_and_scope_is_an_error() {
    let (mut last, this) = (reports::suqian(2023), reports::suqian(2024));
    last.set_integer(gouji::form::cell("requests.carried_out.total").unwrap(), 120);
    let severity = |this: &Report| {
        let answer = answer(this, Some(&last), Blank::Missing);
        answer.findings.iter().find(|finding| finding.key() == "requests-carried-in-roll-forward@total").map(|finding| finding.severity)
    };
    assert_eq!(severity(&this), Some(gouji::rules::Severity::Error));
    let mut of_unknown_scope = this.clone();
    of_unknown_scope.level = None;
    assert_eq!(severity(&of_unknown_scope), Some(gouji::rules::Severity::Warning));
}

fn compared_with_last_year(answer: &Answer) -> BTreeSet<String> {
    answer.findings.iter().filter(|finding| finding.cells.iter().any(|cell| cell.previous)).map(|finding| finding.key()).collect()
}

/// The equations and bounds between two consecutive reports, on the raw figures; `fill` is what a blank counts as,
/// and with `None` a comparison with a blank in it says nothing.
fn roll_forward_faults(last: &Value, this: &Value, fill: Option<i64>) -> BTreeSet<String> {
    let figure = |report: &Value, cell: String| -> Option<i64> {
        match report["cells"].get(&cell).and_then(Value::as_str).filter(|text| !text.is_empty()) {
            Some(text) => Some(text.parse().unwrap()),
            None => fill,
        }
    };
    let year = this["year"].as_i64().unwrap();
    let mut faults = BTreeSet::new();
    let mut note = |rule: &str, at: &str, is_right: Option<bool>| {
        if is_right == Some(false) {
            faults.insert(format!("{rule}@{at}").trim_end_matches('@').to_string());
        }
    };
    for column in ["natural", "business", "research", "charity", "legal_service", "other", "total"] {
        let carried_in = figure(this, format!("requests.carried_in.{column}"));
        let carried_out = figure(last, format!("requests.carried_out.{column}"));
        note("requests-carried-in-roll-forward", column, carried_in.zip(carried_out).map(|(now, before)| now == before));
    }
    let disputes = |report: &Value, group: &str| figure(report, format!("disputes.{group}.total"));
    let after = disputes(this, "litigation_after").zip(disputes(this, "reconsideration")).zip(disputes(last, "reconsideration"));
    note("disputes-litigation-after-exceeds-reconsideration", "", after.map(|((after, now), before)| after <= now + before));
    for row in ["regulations", "normative_documents"] {
        let now = |column: &str| figure(this, format!("disclosure.{row}.{column}"));
        let before = |column: &str| figure(last, format!("disclosure.{row}.{column}"));
        if year >= 2022 {
            let stock = before("in_force").zip(now("made")).zip(now("repealed")).map(|((before, made), repealed)| before + made - repealed);
            note("disclosure-in-force-roll-forward", row, now("in_force").zip(stock).map(|(now, stock)| now == stock));
        } else if year == 2020 {
            let most = before("public_total").zip(now("published")).map(|(before, published)| before + published);
            note("disclosure-public-total-roll-forward", row, now("public_total").zip(most).map(|(now, most)| now <= most));
        }
    }
    for row in ["licensing", "other_services", "penalties", "coercion", "fees"].iter().filter(|_| year == 2020) {
        let before = |column: &str| figure(last, format!("disclosure.{row}.{column}"));
        let items = before("items_last_year").zip(before("items_change")).map(|(items, change)| items + change);
        let now = figure(this, format!("disclosure.{row}.items_last_year"));
        note("disclosure-items-roll-forward", row, now.zip(items).map(|(now, before)| now == before));
    }
    faults
}
