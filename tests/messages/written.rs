//! What becomes of figures and explanations that are written one at a time.

use super::{finding, report};
use gouji::check::{Blank, Options, Session, check};
use gouji::form::cell;
use gouji::report::Report;
use gouji::report::value::Value;
use gouji::rules::Language;
use serde_json::json;

#[test]
fn an_empty_report_has_the_year_it_was_asked_for() {
    for (language, expected) in [
        (Language::Chinese, "报告年度“2018”没有对应的表格，无法核对"),
        (Language::English, "There is no form for the year \"2018\"; nothing can be checked"),
    ] {
        let answer = check(&Report::of_year(2018), None, &Options { language, ..Options::default() });
        assert_eq!(finding(&answer, "year-without-form").message, expected);
    }
}

#[test]
fn a_whole_number_is_read_as_its_cell_demands() {
    let mut session = Session::open(Report::of_year(2019), None, Options::default());
    let mut raised = |id: &str, number: i64| -> Vec<String> {
        let change = session.set_integer(cell(id).unwrap(), number);
        change.appeared.iter().map(|finding| finding.message.clone()).collect()
    };
    assert_eq!(raised("disclosure.licensing.items_change", -417), [""; 0], "a decrease");
    assert_eq!(raised("requests.received.natural", -3), ["一、本年新收政府信息公开申请数量·自然人填的是“-3”，不应小于 0"]);
    assert_eq!(raised("disclosure.procurement.amount", 251000), ["二（九）政府集中采购·采购总金额填的是“251000”，没有写元或万元"]);
}

#[test]
fn of_a_cell_given_twice_the_later_figure_counts() {
    let received = cell("requests.received.natural").unwrap();
    let mut report = Report::of_year(2024);
    let twice = |report: &Report| {
        let answer = check(report, None, &Options::default());
        answer.findings.iter().find(|finding| finding.rule == "cell-given-twice").map(|finding| finding.message.clone())
    };
    report.add_integer(received, 1);
    assert_eq!((report.reading(received).value, twice(&report)), (Value::Count(1), None));
    report.add_integer(received, 2);
    let message = "一、本年新收政府信息公开申请数量·自然人给了两个值，后一个作数";
    assert_eq!((report.reading(received).value, twice(&report).as_deref()), (Value::Count(2), Some(message)));
}

#[test]
fn an_explanation_answers_one_warning_until_it_is_taken_back() {
    let this = json!({"year": 2024, "cells": {"requests.carried_in.natural": 1, "requests.carried_in.business": 1}});
    let last = json!({"year": 2023, "cells": {}});
    let options = Options { blank: Blank::Zero, ..Options::default() };
    let mut session = Session::open(report(&this), Some(&report(&last)), options);
    let natural = "requests-carried-in-roll-forward@natural";
    let business = "requests-carried-in-roll-forward@business";
    let error = "requests-balance@natural";
    // What is explained, and then how natural persons, businesses and the error stand.
    let steps = [
        (natural, Some("口径调整"), [Some("口径调整"), None, None]),
        (business, Some("上年漏报"), [Some("口径调整"), Some("上年漏报"), None]),
        (natural, Some("机构合并"), [Some("机构合并"), Some("上年漏报"), None]),
        (error, Some("系统问题"), [Some("机构合并"), Some("上年漏报"), None]),
        (natural, None, [None, Some("上年漏报"), None]),
    ];
    for (key, text, expected) in steps {
        assert!(session.explain(key, text), "{key}");
        let answer = session.answer();
        assert_eq!([natural, business, error].map(|key| finding(&answer, key).explained.as_deref()), expected, "{key} {text:?}");
    }
    assert!(!session.explain("no-such-rule@natural", Some("说明")));
}
