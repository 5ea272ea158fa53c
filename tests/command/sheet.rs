//! `--format csv`, read back with a reader of its own.

use super::{Folder, RIGHT, WRONG, gouji, reports};
use serde_json::Value;

fn sheet(arguments: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = gouji(&[&["check", "--format", "csv"], arguments].concat()).stdout;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark, for spreadsheet programs");
    let mut reader = csv::Reader::from_reader(text);
    let head = reader.headers().unwrap().iter().map(str::to_string).collect();
    (head, reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect())
}

#[test]
fn one_line_for_each_finding_with_its_figures() {
    let (head, lines) = sheet(&[RIGHT, WRONG, "--blank", "zero"]);
    assert_eq!(head.join(","), "file,body,year,severity,rule,at,left,right,difference,message,help,basis,explained");
    let reports = reports(&[RIGHT, WRONG, "--blank", "zero"]);
    let findings: Vec<(&Value, &Value)> =
        reports.iter().flat_map(|report| report["findings"].as_array().unwrap().iter().map(move |finding| (report, finding))).collect();
    assert_eq!(lines.len(), findings.len());
    let written =
        |value: &Value| value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_string);
    for (line, (report, finding)) in lines.iter().zip(findings) {
        assert_eq!([&line[0], &line[2]], [&written(&report["file"]), &written(&report["year"])]);
        for (place, key) in [
            (3, "severity"),
            (4, "rule"),
            (5, "at"),
            (6, "left"),
            (7, "right"),
            (8, "difference"),
            (9, "message"),
            (10, "help"),
            (12, "explained"),
        ] {
            assert_eq!(line[place], written(&finding[key]), "{key}");
        }
        assert!(line[11].contains(finding["basis"]["text"].as_str().unwrap()));
    }
    assert!(lines.iter().any(|line| line[8].starts_with('-')), "a negative difference stays a number");
}

#[test]
fn nothing_from_outside_is_taken_for_a_formula() {
    let folder = Folder::new("formula");
    for (index, body) in ["=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "\\r=1", "＝1", "甲,\\\"乙\\\"\\n丙"].iter().enumerate() {
        folder.write(
            &format!("{index}.json"),
            format!(
                r#"{{"body": "{body}", "year": 2024, "cells": {{"=cmd|x": 1, "-2": 1}}, "explanations": {{"report-all-zero": "=1"}}}}"#
            ),
        );
    }
    let (_, lines) = sheet(&[folder.path(), "--blank", "zero"]);
    assert!(lines.len() >= 16, "two unknown cells in each");
    for line in &lines {
        assert_eq!(line.len(), 13);
        for (place, cell) in line.iter().enumerate().filter(|(place, _)| !(6..=8).contains(place)) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{place}: {cell:?}");
        }
    }
    assert!(lines.iter().any(|line| line[1] == "'=1+1") && lines.iter().any(|line| line[1] == "甲,\"乙\"\n丙"));
    assert!(lines.iter().any(|line| line[5] == "'=cmd|x"));
}

#[test]
fn a_file_that_could_not_be_read_has_a_line() {
    let (_, lines) = sheet(&["no-such-file.json"]);
    assert_eq!(lines.len(), 1);
    assert_eq!([lines[0][0].as_str(), lines[0][3].as_str()], ["no-such-file.json", "unreadable"]);
    assert!(!lines[0][9].is_empty());
}
