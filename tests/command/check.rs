//! `gouji check`: exit codes, order, the shape of JSON.

use super::{Folder, RIGHT, RIGHT_BEFORE, WRONG, code, gouji, reports, stdout};
use serde_json::Value;
use std::fs;
use std::path::Path;

#[test]
fn exit_codes() {
    let folder = Folder::new("exit-codes");
    let nonsense = folder.write("nonsense.json", "{");
    assert_eq!(code(&["check", RIGHT]), 0);
    assert_eq!(code(&["check", RIGHT, RIGHT_BEFORE]), 0);
    assert_eq!(code(&["check", WRONG]), 1);
    assert_eq!(code(&["check", RIGHT, WRONG]), 1);
    assert_eq!(code(&["check", "no-such-file.json"]), 2);
    assert_eq!(code(&["check", &nonsense]), 2);
    assert_eq!(code(&["check", WRONG, "no-such-file.json"]), 2, "2 wins over 1");
    assert_eq!(code(&["check", "no-such-file.json", WRONG]), 2);
    assert_eq!(code(&["check"]), 2);
    assert_eq!(code(&["check", RIGHT, "--blank", "perhaps"]), 2);
    assert_eq!(code(&["check", RIGHT, "--level", "village"]), 2);
    assert_eq!(code(&["no-such-command"]), 2);
    assert_eq!(code(&[]), 2);
    assert_eq!(code(&["--help"]), 0);
    assert_eq!(code(&["--version"]), 0);
}

#[test]
fn last_years_report_goes_with_a_single_file() {
    assert_eq!(code(&["check", RIGHT, "--previous", RIGHT_BEFORE]), 0);
    for paths in [&[RIGHT, WRONG][..], &["tests/reports"]] {
        let out = gouji(&[&["check"], paths, &["--previous", RIGHT_BEFORE]].concat());
        assert_eq!(out.status.code(), Some(2));
        assert!(String::from_utf8(out.stderr).unwrap().contains("--previous"));
        assert!(out.stdout.is_empty());
    }
    assert_eq!(code(&["check", RIGHT, "--previous", "no-such-file.json"]), 2);
    let compared_with_2021 = &reports(&[RIGHT, "--previous", WRONG])[0];
    assert!(compared_with_2021["findings"].as_array().unwrap().iter().any(|finding| finding["rule"] == "previous-unsuitable"));
}

#[test]
fn json_lists_the_files_in_the_order_given() {
    let given = [WRONG, "no-such-file.json", RIGHT, RIGHT_BEFORE];
    let reports = reports(&[&given[..], &["--level", "city", "--kind", "government"]].concat());
    assert_eq!(reports.iter().map(|report| report["file"].as_str().unwrap()).collect::<Vec<_>>(), given);
    assert!(reports[1]["unreadable"].is_string());
    assert_eq!(reports[1].as_object().unwrap().len(), 2, "a file that could not be read has no answer");
    for (index, ok) in [(0, false), (2, true), (3, true)] {
        let keys: Vec<&String> = reports[index].as_object().unwrap().keys().collect();
        assert_eq!(keys, ["file", "year", "ok", "findings", "relations", "overrides", "ruleset"]);
        assert_eq!(reports[index]["ok"], ok);
    }
    assert_eq!(reports[2]["findings"], Value::Array(Vec::new()));
}

/// A finding has the keys of the contract, and numbers where it has figures.
#[test]
fn a_finding_has_the_shape_of_the_contract() {
    let report = &reports(&[WRONG, "--blank", "zero"])[0];
    let finding = report["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "requests-results-total").unwrap();
    let keys: Vec<&String> = finding.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["rule", "at", "severity", "cells", "left", "right", "difference", "message", "why", "help", "basis", "related", "explained"]
    );
    assert_eq!(finding["left"].as_i64().unwrap() - finding["right"].as_i64().unwrap(), finding["difference"].as_i64().unwrap());
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["cells"][0]["role"], "left");
    assert!(finding["basis"]["text"].is_string() && finding["basis"]["certainty"].is_string());
    for key in ["held", "broken", "open", "notAssessed"] {
        assert!(report["relations"][key].is_u64(), "{key}");
    }
    assert_eq!(report["ruleset"]["hash"].as_str().unwrap().len(), 16);
}

#[test]
fn of_a_folder_every_report_in_the_order_of_names() {
    let folder = Folder::new("folder");
    let right = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(RIGHT)).unwrap();
    for name in ["b.json", "a.json", "c/d.json", "c/ignored.pdf"] {
        folder.write(name, &right);
    }
    let files: Vec<String> = reports(&[folder.path()]).iter().map(|report| report["file"].as_str().unwrap().to_string()).collect();
    assert_eq!(files, ["a.json", "b.json", "c/d.json"].map(|name| format!("{}/{name}", folder.path())));
    assert_eq!(code(&["check", folder.path()]), 0);
    let empty = Folder::new("empty");
    assert_eq!(code(&["check", empty.path()]), 2, "a folder without reports is a mistake");
}

#[test]
fn what_the_command_line_says_goes_before_what_the_file_says() {
    let folder = Folder::new("completed");
    let file =
        folder.write("report.json", r#"{"year": 2018, "cells": {"disclosure.regulations.made": 1, "disclosure.regulations.in_force": 1}}"#);
    let severity = |arguments: &[&str]| {
        let report = &reports(&[&[file.as_str(), "--blank", "zero"], arguments].concat())[0];
        let of = |finding: &&Value| finding["rule"] == "disclosure-regulations-without-power";
        report["findings"].as_array().unwrap().iter().find(of).map(|finding| finding["severity"].as_str().unwrap().to_string())
    };
    assert_eq!(severity(&[]), None, "2018 has no form");
    assert_eq!(severity(&["--year", "2024"]).as_deref(), Some("warning"));
    assert_eq!(severity(&["--year", "2024", "--level", "township"]).as_deref(), Some("error"));
    assert_eq!(severity(&["--year", "2024", "--level", "city", "--kind", "government"]), None);
}

#[test]
fn a_byte_order_mark_does_no_harm_and_other_bytes_are_reported() {
    let folder = Folder::new("bytes");
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(RIGHT)).unwrap();
    assert_eq!(code(&["check", &folder.write("marked.json", format!("\u{feff}{text}"))]), 0);
    assert_eq!(code(&["check", &folder.write("bytes.json", [0xff, 0xfe, 0x00])]), 2);
}

#[test]
fn text_says_what_is_wrong_in_both_languages() {
    let chinese = stdout(&["check", WRONG, "--blank", "zero"]);
    assert!(chinese.contains("必须修改") && chinese.contains("[requests-results-total@"));
    let english = stdout(&["check", WRONG, "--blank", "zero", "--language", "en"]);
    assert!(english.contains("error") && !english.contains("必须修改"));
    assert!(stdout(&["check", RIGHT, WRONG]).contains("共 2 份：1 份有必须修改的问题"));
}
