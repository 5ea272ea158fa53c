//! The caller may make a rule weigh less, never more, and never silence a hard one.

use super::generate::{any_report, options};
use gouji::check::{Options, check};
use gouji::rules::{BOOK, Severity};
use proptest::prelude::*;

fn chosen() -> impl Strategy<Value = Vec<(usize, &'static str)>> {
    prop::collection::vec((0..BOOK.rules.len(), prop::sample::select(vec!["error", "warning", "notice", "off"])), 0..40)
}

fn with(options: &Options, chosen: &[(usize, &str)]) -> Options {
    let mut options = options.clone();
    for (rule, severity) in chosen {
        options.lower(&BOOK, BOOK.rules[*rule].id, severity).unwrap();
    }
    options
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn severities_only_fall_and_every_fall_is_listed(filed in any_report(), options in options(), chosen in chosen()) {
        let report = filed.report();
        let usual = check(&report, None, &options);
        let lowered = check(&report, None, &with(&options, &chosen));
        for finding in &lowered.findings {
            let before = usual.findings.iter().find(|usual| usual.key() == finding.key());
            prop_assert!(before.is_some_and(|before| before.severity <= finding.severity), "{} was not there or weighed less", finding.key());
        }
        for finding in &usual.findings {
            let now = lowered.findings.iter().find(|now| now.key() == finding.key()).map(|now| now.severity);
            let is_listed = lowered.overrides.iter().any(|(rule, _)| *rule == finding.rule);
            prop_assert!(now == Some(finding.severity) || is_listed, "{} fell and is not listed", finding.key());
            if BOOK.rules[BOOK.find(finding.rule).unwrap()].hard {
                prop_assert!(matches!(now, Some(Severity::Error | Severity::Warning)), "{} is hard", finding.key());
            }
        }
        prop_assert!(usual.overrides.is_empty());
        prop_assert!(lowered.overrides.iter().all(|(rule, _)| chosen.iter().any(|(index, _)| BOOK.rules[*index].id == *rule)));
        prop_assert!(lowered.ok || !usual.ok, "a report without errors gains none");
    }
}

/// A rule that weighs more for some bodies is listed as lowered where only those notice it.
#[test]
fn lowering_what_is_graver_for_some_bodies_is_listed() {
    let filed = r#"{"year": 2024, "level": "township", "cells": {"disclosure.regulations.made": 1, "disclosure.regulations.in_force": 1}}"#;
    let report = gouji::report::Report::from_json(filed).unwrap();
    let options = with(&Options::default(), &[(BOOK.find("disclosure-regulations-without-power").unwrap(), "warning")]);
    let answer = check(&report, None, &options);
    let severity =
        answer.findings.iter().find(|finding| finding.rule == "disclosure-regulations-without-power").map(|finding| finding.severity);
    assert_eq!(severity, Some(Severity::Warning));
    assert_eq!(answer.overrides, [("disclosure-regulations-without-power", "warning")]);
}

#[test]
fn unknown_rules_and_severities_are_refused_by_name() {
    let mut options = Options::default();
    assert!(options.lower(&BOOK, "requests-balanse", "off").unwrap_err().contains("requests-balanse"));
    assert!(options.lower(&BOOK, "requests-balance", "loud").unwrap_err().contains("loud"));
}

/// Findings that point at a cell, switched off beside others that do not.
#[test]
fn a_rule_switched_off_leaves_nothing_behind() {
    let filed = r#"{"year": 2024, "levle": "city", "cells": {"disclosure.fees.amount": "5.5", "disclosure": {"fees": {"amount": "5.5"}}}, "sections": {"other": "无"}}"#;
    let report = gouji::report::Report::from_json(filed).unwrap();
    let off = ["cell-given-twice", "charges-without-statement"];
    let usual = check(&report, None, &Options::default());
    let less = check(&report, None, &with(&Options::default(), &off.map(|rule| (BOOK.find(rule).unwrap(), "off"))));
    let rest: Vec<_> = usual.findings.into_iter().filter(|finding| !off.contains(&finding.rule)).collect();
    assert_eq!(less.findings, rest);
}
