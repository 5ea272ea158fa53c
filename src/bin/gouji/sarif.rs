//! The findings as SARIF 2.1.0, the exchange format of checking tools, for systems that collect such results.

use crate::arguments::Language;
use crate::batch::Batch;
use crate::outcome::Outcome;
use gouji::answer::Finding;
use gouji::form::{CELLS, cell};
use gouji::rules::{BookFace, RuleFace, Severity, book_face};
use serde_json::{Value, json};
use std::path::{Component, Path};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub fn log(batch: &Batch) -> Value {
    let book = book_face(batch.language.into());
    let unreadable: Vec<Value> = batch.outcomes.iter().filter_map(unreadable).collect();
    let results: Vec<Value> = batch
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.findings().iter().map(|finding| result(outcome, finding, &book, batch.language)))
        .collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "gouji",
                "version": book.version,
                "language": batch.language.say("zh-CN", "en"),
                "rules": book.rules.iter().map(rule).collect::<Vec<_>>(),
                "properties": { "rulesetHash": book.hash },
            } },
            "language": batch.language.say("zh-CN", "en"),
            "invocations": [{ "executionSuccessful": unreadable.is_empty(), "toolExecutionNotifications": unreadable }],
            "results": results,
        }],
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "note",
    }
}

fn rule(rule: &RuleFace) -> Value {
    let mut properties = json!({ "basis": rule.basis.text, "certainty": rule.basis.certainty, "since": rule.since });
    if let Some(equation) = rule.equation {
        properties["equation"] = equation.into();
    }
    json!({
        "id": rule.id,
        "shortDescription": { "text": rule.title },
        "fullDescription": { "text": rule.why },
        "help": { "text": rule.help },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": properties,
    })
}

fn result(outcome: &Outcome, finding: &Finding, book: &BookFace, language: Language) -> Value {
    let mut location = location(&outcome.file);
    let mut cells: Vec<&str> = Vec::new();
    // Last year's figures stand in another file.
    for cell in finding.cells.iter().filter(|cell| !cell.previous) {
        if !cells.contains(&cell.cell) {
            cells.push(cell.cell);
        }
    }
    if !cells.is_empty() {
        location["logicalLocations"] = cells
            .iter()
            .map(|id| {
                let mut place = json!({ "fullyQualifiedName": id });
                if let Some(name) = name(id, language) {
                    place["name"] = name.into();
                }
                place
            })
            .collect();
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location],
        // The same finding in a later run, whatever its figures have become.
        "partialFingerprints": { "finding/v1": format!("{}:{}", outcome.file, finding.key()) },
        "properties": { "at": finding.at, "help": finding.help },
    });
    if let Some(index) = book.rules.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    for (key, figure) in [("left", &finding.left), ("right", &finding.right), ("difference", &finding.difference)] {
        if let Some(figure) = figure.as_ref().and_then(|figure| serde_json::to_value(figure).ok()) {
            result["properties"][key] = figure;
        }
    }
    if let Some(body) = &outcome.body {
        result["properties"]["body"] = body.as_str().into();
    }
    if let Some(text) = &finding.explained {
        result["suppressions"] = json!([{ "kind": "inSource", "status": "accepted", "justification": text }]);
    }
    result
}

fn unreadable(outcome: &Outcome) -> Option<Value> {
    let why = outcome.result.as_ref().err()?;
    Some(json!({ "level": "error", "message": { "text": why }, "locations": [location(&outcome.file)] }))
}

fn location(file: &str) -> Value {
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } })
}

/// What people call a cell, in the newest layout that has it.
fn name(id: &str, language: Language) -> Option<String> {
    let of = CELLS.get(usize::from(cell(id)?))?;
    let (row, column) = [1, 0].into_iter().find_map(|layout| of.place(layout))?;
    let column = language.say(column.label, column.english);
    Some([&row.titled(language.into()), language.say("·", ", "), column].concat())
}

/// A path as a URI reference: absolute where the path is, else relative to where the program ran.
fn uri(file: &str) -> String {
    let mut out = String::new();
    for component in Path::new(file).components() {
        match component {
            Component::RootDir => out = "file://".to_string() + &out.replace('\\', "/"),
            Component::Prefix(prefix) => out = ["/", &prefix.as_os_str().to_string_lossy()].concat(),
            Component::CurDir => {}
            Component::ParentDir | Component::Normal(_) => {
                if !out.is_empty() {
                    out.push('/');
                }
                out += &encoded(&component.as_os_str().to_string_lossy());
            }
        }
    }
    out
}

/// One part of a path with everything but unreserved characters as percent signs and hexadecimal digits.
fn encoded(part: &str) -> String {
    let mut out = String::new();
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
