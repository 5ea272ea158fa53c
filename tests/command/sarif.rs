//! `--format sarif` against what SARIF 2.1.0 (OASIS standard) asks of a log file; sections in the messages.

use super::{Folder, RIGHT, WRONG, reports, stdout};
use serde_json::Value;
use std::collections::HashSet;

fn log(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[&["check", "--format", "sarif"], arguments].concat())).unwrap()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}"))
}

fn text(value: &Value) -> &str {
    value.as_str().filter(|text| !text.is_empty()).unwrap_or_else(|| panic!("no text: {value}"))
}

/// RFC 3986: a URI reference holds unreserved characters, these delimiters, and percent signs before two digits.
fn is_uri_reference(uri: &str) -> bool {
    let whole = uri.split('%').skip(1).all(|after| after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()));
    whole && !uri.is_empty() && uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%:".contains(&byte))
}

fn check_log(log: &Value) {
    assert_eq!(log["version"], "2.1.0", "3.13.2");
    assert!(text(&log["$schema"]).ends_with("sarif-schema-2.1.0.json"), "3.13.3");
    assert_eq!(list(&log["runs"]).len(), 1, "3.13.4");
    let run = &log["runs"][0];
    text(&run["tool"]["driver"]["name"]);
    let rules = list(&run["tool"]["driver"]["rules"]);
    let ids: HashSet<&str> = rules.iter().map(|rule| text(&rule["id"])).collect();
    assert_eq!(ids.len(), rules.len(), "3.49.3: ids are unique");
    for rule in rules {
        for key in ["shortDescription", "fullDescription", "help"] {
            text(&rule[key]["text"]);
        }
        assert!(["error", "warning", "note"].contains(&text(&rule["defaultConfiguration"]["level"])), "3.50.3");
    }
    for result in list(&run["results"]) {
        let id = text(&result["ruleId"]);
        let index = result["ruleIndex"].as_u64().expect("3.27.6") as usize;
        assert_eq!(rules[index]["id"], id, "3.27.6: the index names the same rule");
        assert!(["error", "warning", "note"].contains(&text(&result["level"])), "3.27.10");
        text(&result["message"]["text"]);
        assert_eq!(list(&result["locations"]).len(), 1, "3.27.12: one place");
        let location = &result["locations"][0];
        assert!(is_uri_reference(text(&location["physicalLocation"]["artifactLocation"]["uri"])), "3.4.3: {location}");
        if let Some(places) = location.get("logicalLocations") {
            let names: Vec<&str> = list(places).iter().map(|place| text(&place["fullyQualifiedName"])).collect();
            assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "3.28.4: unique");
            assert!(!names.is_empty() && names.iter().all(|name| gouji::form::cell(name).is_some()), "{names:?}");
        }
        for suppression in result.get("suppressions").map(list).into_iter().flatten() {
            assert_eq!(suppression["kind"], "inSource", "3.35.2");
        }
    }
    let invocation = &run["invocations"][0];
    let told = list(&invocation["toolExecutionNotifications"]);
    assert_eq!(invocation["executionSuccessful"], told.is_empty(), "3.20.14");
    for notification in told {
        text(&notification["message"]["text"]);
        assert!(is_uri_reference(text(&notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])));
    }
}

#[test]
fn every_finding_is_a_result() {
    for language in ["zh", "en"] {
        let given = [RIGHT, WRONG, "--blank", "zero", "--language", language];
        let log = log(&given);
        check_log(&log);
        let findings: Vec<Value> = reports(&given).iter().flat_map(|report| list(&report["findings"]).clone()).collect();
        let results = list(&log["runs"][0]["results"]);
        assert_eq!(results.len(), findings.len());
        for (result, finding) in results.iter().zip(&findings) {
            assert_eq!((&result["ruleId"], &result["message"]["text"]), (&finding["rule"], &finding["message"]));
            let level = if finding["severity"] == "notice" { "note" } else { text(&finding["severity"]) };
            assert_eq!(result["level"], level);
        }
        assert!(results.iter().any(|result| result["locations"][0]["logicalLocations"].is_array()));
        assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().len(), gouji::rules::BOOK.rules.len());
    }
}

#[test]
fn odd_names_explanations_and_unreadable_files() {
    let folder = Folder::new("sarif");
    folder.write(
        "甲 乙#?%:.json",
        r#"{"body": "甲", "year": 2024, "cells": {"requests.received.natural": 0}, "explanations": {"report-all-zero": "零报告"}}"#,
    );
    folder.write("broken.json", "{");
    let log = log(&[folder.path(), "--blank", "zero"]);
    check_log(&log);
    let run = &log["runs"][0];
    let uri = text(&run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]);
    assert!(uri.starts_with("file:///") && uri.ends_with("/%E7%94%B2%20%E4%B9%99%23%3F%25%3A.json"), "{uri}");
    assert_eq!(list(&run["invocations"][0]["toolExecutionNotifications"]).len(), 1);
    let all_zero = list(&run["results"]).iter().find(|result| result["ruleId"] == "report-all-zero").unwrap();
    assert_eq!(all_zero["suppressions"][0]["justification"], "零报告");
}
