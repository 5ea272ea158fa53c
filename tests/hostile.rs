//! Whatever a report holds, there is an answer: never a panic, never a hang, and nothing overlooked in silence.

use gouji::answer::{Answer, Finding};
use gouji::check::{Blank, Options, Session, check};
use gouji::form::{CELLS, ORDER};
use gouji::report::{Node, Report};
use gouji::rules::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// Far more than is ever needed, also on a slow machine without optimisation; a hang takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Check it in every way there is, and see that the answer is one.
fn answers(report: &Report, previous: Option<&Report>) -> Answer {
    let start = Instant::now();
    let mut last = None;
    for blank in [Blank::Missing, Blank::Zero] {
        for language in [Language::English, Language::Chinese] {
            let answer = check(report, previous, &Options { language, blank, ..Options::default() });
            let keys: BTreeSet<String> = answer.findings.iter().map(Finding::key).collect();
            assert_eq!(keys.len(), answer.findings.len(), "rule@at is unique");
            assert!(answer.findings.iter().all(|finding| !finding.message.is_empty()));
            serde_json::to_string(&answer).unwrap();
            last = Some(answer);
        }
    }
    assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
    last.unwrap()
}

fn answers_json(report: &Value) -> Answer {
    answers(&Report::from_json(&report.to_string()).unwrap(), None)
}

fn keys(answer: &Answer) -> BTreeSet<String> {
    answer.findings.iter().map(Finding::key).collect()
}

/// Any JSON value, with keys that mean something now and then.
fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![any::<String>(), "[0-9０-９一二三万元件（）/.,+-]{0,12}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    let words = vec![
        "year",
        "cells",
        "level",
        "kind",
        "layouts",
        "sections",
        "explanations",
        "meta",
        "body",
        "requests",
        "received",
        "natural",
        "disclosure",
        "other",
    ];
    let ids = prop::sample::select(CELLS.iter().map(|cell| cell.id.to_string()).collect::<Vec<_>>());
    let key = prop_oneof![prop::sample::select(words).prop_map(str::to_string), ids, any::<String>()];
    leaf.prop_recursive(4, 60, 12, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            3 => prop::collection::vec((key.clone(), inner), 0..12).prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_in_any_cell(texts in prop::collection::btree_map(0..CELLS.len() as u8, any::<String>(), 1..40), year in 2019..2027i64) {
        let mut session = Session::open(Report::of_year(year), None, Options::default());
        let mut report = Report::of_year(year);
        for (cell, text) in &texts {
            session.set_text(*cell, text);
            report.set_text(*cell, text);
        }
        let answer = answers(&report, None);
        prop_assert_eq!(answer.year, Some(year));
    }

    #[test]
    fn any_json_is_a_report_of_some_kind(report in any_json(), previous in any_json(), year in prop::option::of(2018..2030i64)) {
        let mut report = report;
        if let (Value::Object(map), Some(year)) = (&mut report, year) {
            map.insert("year".to_string(), year.into());
        }
        let read = |value: &Value| Report::from_json(&value.to_string()).unwrap();
        answers(&read(&report), Some(&read(&previous)));
    }
}

#[test]
fn numbers_that_are_none() {
    for text in ["1e308", "-1e308", "1e-400", "-0", "-0.0", "0.1", "9007199254740993", "-9223372036854775808", "18446744073709551616"] {
        let cells: Vec<String> = CELLS.iter().map(|cell| format!("\"{}\": {text}", cell.id)).collect();
        for year in [2020, 2024] {
            let report = format!("{{\"year\": {year}, \"cells\": {{{}}}}}", cells.join(","));
            let answer = answers(&Report::from_json(&report).unwrap(), None);
            let about_text = |finding: &&Finding| finding.rule.starts_with("cell-") && finding.rule != "cell-of-other-layout";
            let rules: BTreeSet<&str> = answer.findings.iter().filter(about_text).map(|finding| finding.rule).collect();
            match text {
                "-0" => assert!(rules.is_empty(), "minus zero is zero: {rules:?}"),
                "-0.0" => assert_eq!(rules, BTreeSet::from(["cell-notation"]), "a zero written in an odd way"),
                _ => assert!(!rules.is_empty() && !answer.ok, "{text}"),
            }
        }
    }
    for text in ["NaN", "Infinity", "-Infinity", "1e309", "0x10", "١٢", "½", "₂", "\u{202e}21", "1\u{0}2"] {
        let answer = answers_json(&json!({"year": 2024, "cells": {"requests.received.natural": text}}));
        let about = answer.findings.iter().filter(|finding| finding.at == "requests.received.natural");
        assert!(about.count() > 0, "{text:?} goes unnoticed");
    }
}

#[test]
fn what_is_no_value_is_an_error_at_its_cell() {
    for value in [json!(true), json!([]), json!([1]), json!({}), json!({"value": 1}), json!("nonsense")] {
        let answer = answers_json(&json!({"year": 2024, "cells": {"requests.received.natural": value}}));
        assert!(keys(&answer).contains("cell-unreadable@requests.received.natural"), "{value}");
        assert!(!answer.ok);
    }
}

#[test]
fn texts_of_ten_megabytes() {
    const LENGTH: usize = 10 << 20;
    let mut report = Report::of_year(2024);
    let units = ["1", "x", "一", "（", " ", "/", "1,", "\u{301}", "{", "万"];
    for (cell, unit) in ORDER[1].iter().copied().zip(units) {
        report.set_text(cell, &unit.repeat(LENGTH / unit.len()));
    }
    let answer = answers(&report, None);
    assert!(answer.findings.iter().all(|finding| finding.message.len() < 1000), "a message quotes the beginning only");
    let long = "k".repeat(LENGTH);
    answers_json(&json!({"year": 2024, "body": long, "sections": {"overview": long, "problems": "", "other": "无"}}));
    let answer = answers_json(
        &json!({"year": long, "level": long, long.clone(): long, "cells": {long.clone(): 1}, "explanations": {long.clone(): long}}),
    );
    assert!(answer.findings.iter().all(|finding| finding.message.len() < 1000 && finding.at.len() < 1000));
}

#[test]
fn cells_nested_a_hundred_deep() {
    let mut nested = json!(1);
    for _ in 0..100 {
        nested = json!({ "requests": nested });
    }
    let answer = answers_json(&json!({"year": 2024, "cells": nested}));
    assert!(answer.findings.iter().any(|finding| finding.rule == "cell-unknown"));
    // JSON text nested without end is no report, and says so.
    assert!(Report::from_json(&"[".repeat(100_000)).is_err());
    assert!(Report::from_json(&format!("{{\"cells\":{}", "{\"a\":".repeat(100_000))).is_err());
    // As a tree of values it is one.
    let mut node = Node::Integer(1);
    for _ in 0..1000 {
        node = Node::Map(vec![("requests".to_string(), node)]);
    }
    answers(&Report::from_node(&Node::Map(vec![("year".to_string(), Node::Integer(2024)), ("cells".to_string(), node)])), None);
}

#[test]
fn thousands_of_unknown_keys_are_all_named() {
    const COUNT: usize = 5000;
    let of =
        |prefix: &str| -> serde_json::Map<String, Value> { (0..COUNT).map(|index| (format!("{prefix}{index}"), json!("x"))).collect() };
    let mut report = of("key");
    report.insert("year".to_string(), json!(2024));
    report.insert("cells".to_string(), of("requests.received.nobody").into());
    report.insert("explanations".to_string(), of("no-such-rule@").into());
    report.insert("sections".to_string(), of("section").into());
    let answer = answers_json(&report.into());
    let count = |rule: &str| answer.findings.iter().filter(|finding| finding.rule == rule).count();
    assert_eq!((count("key-unknown"), count("cell-unknown")), (3 * COUNT, COUNT));
}

#[test]
fn odd_sections_layouts_and_explanations_are_named() {
    for odd in [json!(5), json!(true), json!([]), json!({}), json!("x")] {
        let answer = answers_json(&json!({
            "year": 2024, "cells": {}, "level": odd, "kind": odd, "layouts": {"requests": odd, "disclosure": odd},
            "sections": {"overview": odd, "problems": odd, "other": odd}, "explanations": {"report-all-zero": odd, "@": odd, "": odd, "@@": "x"},
        }));
        for at in ["level", "kind", "layouts.requests", "layouts.disclosure"] {
            assert!(keys(&answer).contains(&format!("value-invalid@{at}")), "{at}: {odd}");
        }
        assert_eq!(keys(&answer).contains("value-invalid@sections.other"), !odd.is_string());
        assert_eq!(keys(&answer).contains("value-invalid@explanations.report-all-zero"), !odd.is_string());
    }
    for key in ["body", "cells", "sections", "layouts", "explanations"] {
        let answer = answers_json(&json!({"year": 2024, key: 5}));
        assert!(keys(&answer).contains(&format!("value-invalid@{key}")));
    }
}

#[test]
fn long_keys_that_begin_alike_are_told_once() {
    let long = |end: &str| format!("report-all-zero@{}{end}", "a".repeat(100));
    let answer = answers_json(&json!({"year": 2024, "cells": {}, "explanations": {long("1"): 5, long("2"): true, long("3"): []}}));
    assert_eq!(answer.findings.iter().filter(|finding| finding.rule == "value-invalid").count(), 1);
}

#[test]
fn years_out_of_this_world() {
    for year in [i64::MIN, -1, 0, 1, 2018, 2100, 65_535, 65_536, 67_560, i64::MAX] {
        let report = Report::of_year(year);
        let answer = answers(&report, Some(&Report::of_year(year.wrapping_sub(1))));
        assert!(keys(&answer).contains("year-without-form"), "{year}");
        assert!(!answer.ok);
    }
    for year in [json!(null), json!("二〇二四"), json!(2024.5), json!([2024]), json!(1e300)] {
        assert!(keys(&answers_json(&json!({"year": year, "cells": {}}))).contains("year-without-form"), "{year}");
    }
    assert_eq!(answers_json(&json!({"year": " 2024 ", "cells": {}})).year, Some(2024));
}

/// Figures as large as they can be, in every cell of every sum.
#[test]
fn sums_of_the_largest_figures_are_exact() {
    let largest = 1i64 << 53;
    for (year, sign) in [(2020, 1), (2024, 1), (2024, -1)] {
        let mut report = Report::of_year(year);
        for cell in 0..CELLS.len() as u8 {
            report.set_integer(cell, sign * largest);
        }
        let mut last = report.clone();
        last.year = Some(year - 1);
        let answer = answers(&report, Some(&last));
        let total = answer.findings.iter().find(|finding| finding.key() == "requests-applicants-total@received").unwrap();
        assert_eq!(total.difference, Some(gouji::answer::Figure::Count(sign * 5 * largest)), "six applicants against one total");
    }
}
