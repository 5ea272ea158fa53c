//! Which findings are tied together because they may have one cause.

use super::answer;
use gouji::check::Blank;
use gouji::rules::Language;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// The broken relations, each with those it is tied to.
fn related(cells: &Json, blank: Blank) -> BTreeMap<String, Vec<String>> {
    let answer = answer(&json!({"year": 2024, "cells": cells}), &json!(null), blank, Language::Chinese);
    answer.findings.iter().filter(|finding| finding.left.is_some()).map(|finding| (finding.key(), finding.related.clone())).collect()
}

/// Why findings are tied or not, the blanks, the cells, and every broken relation with those it is tied to.
type Ties<'a> = (&'a str, Blank, Json, &'a [(&'a str, &'a [&'a str])]);

#[test]
fn findings_that_may_have_one_cause_are_tied_together() {
    let handled = json!({"requests.granted.natural": 2, "requests.granted.total": 2,
        "requests.results_total.natural": 2, "requests.results_total.total": 2});
    let with = |more: Json| {
        let mut cells = handled.clone();
        cells.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        cells
    };
    let cases: &[Ties] = &[
        (
            "one request under the wrong applicant: the row that holds links both columns",
            Blank::Zero,
            json!({"requests.received.natural": 2, "requests.received.total": 2,
                "requests.granted.natural": 1, "requests.granted.business": 1, "requests.granted.total": 2,
                "requests.results_total.natural": 1, "requests.results_total.business": 1, "requests.results_total.total": 2}),
            &[("requests-balance@natural", &["requests-balance@business"]), ("requests-balance@business", &["requests-balance@natural"])],
        ),
        (
            "one wrong figure breaks its row and its column; the disputes, off by as much, have no part in it",
            Blank::Zero,
            with(json!({"requests.received.natural": 3, "requests.received.total": 2,
                "disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 2})),
            &[
                ("requests-balance@natural", &["requests-applicants-total@received"]),
                ("requests-applicants-total@received", &["requests-balance@natural"]),
                ("disputes-total@reconsideration", &[]),
            ],
        ),
        (
            "two wrong figures: the row is off by 2, which neither column is, although it shares a cell with each",
            Blank::Zero,
            with(json!({"requests.received.natural": 3, "requests.received.total": 1})),
            &[
                ("requests-balance@natural", &["requests-balance@total"]),
                ("requests-applicants-total@received", &[]),
                ("requests-balance@total", &["requests-balance@natural"]),
            ],
        ),
        (
            "a comparison is no equation, even where it shares a cell and is off by as much",
            Blank::Zero,
            json!({"requests.received.natural": 1, "requests.received.total": 1, "requests.granted.natural": 1, "requests.granted.total": 1,
                "requests.results_total.natural": 1, "requests.results_total.total": 1,
                "disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 2}),
            &[("disputes-total@reconsideration", &[]), ("disputes-reconsideration-exceeds-requests", &[])],
        ),
        (
            "rows that are still open link no columns",
            Blank::Missing,
            json!({"requests.received.natural": 2, "requests.carried_in.natural": 0,
                "requests.results_total.natural": 1, "requests.carried_out.natural": 0,
                "requests.received.business": 2, "requests.carried_in.business": 0,
                "requests.results_total.business": 1, "requests.carried_out.business": 0}),
            &[("requests-balance@natural", &[]), ("requests-balance@business", &[])],
        ),
    ];
    for (why, blank, cells, expected) in cases {
        let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_string()).collect::<Vec<String>>();
        let expected: BTreeMap<String, Vec<String>> = expected.iter().map(|(key, tied)| ((*key).to_string(), owned(tied))).collect();
        assert_eq!(related(cells, *blank), expected, "{why}");
    }
}
