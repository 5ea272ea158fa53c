//! The JSON shape of a report (`pkg/index.d.ts`, `Report`) read into a [`Report`].

use super::{BodyKind, KINDS, LEVELS, Level, Node, Problem, Report, SECTION_KEYS, layout_named, shortened};
use crate::form;
use crate::rules::{BOOK, OF_DOCUMENTS};

pub(super) fn read(node: &Node) -> Report {
    let mut report = Report::default();
    for (key, node) in node.entries() {
        match (key.as_str(), node) {
            ("meta", _) => {}
            ("cells", Node::Map(_)) => cells(&mut report, node, ""),
            (_, Node::Null) if is_key(key) => {}
            ("year", _) => year(&mut report, node),
            ("body", Node::Text(text)) => report.body = Some(text.clone()),
            ("level", Node::Text(text)) if LEVELS.contains(&text.as_str()) => report.level = Level::named(text),
            ("kind", Node::Text(text)) if KINDS.contains(&text.as_str()) => report.kind = BodyKind::named(text),
            ("layouts", Node::Map(_)) => layouts(&mut report, node),
            ("sections", Node::Map(_)) => sections(&mut report, node),
            ("explanations", Node::Map(_)) => explanations(&mut report, node),
            (key, _) if is_key(key) => invalid(&mut report, key.to_string(), node),
            (key, _) => report.problems.push(Problem::UnknownKey(shortened(key))),
        }
    }
    report
}

fn is_key(key: &str) -> bool {
    ["body", "year", "level", "kind", "layouts", "cells", "sections", "explanations"].contains(&key)
}

fn invalid(report: &mut Report, key: String, node: &Node) {
    let shown = shortened(&node.shown());
    report.problems.push(Problem::InvalidValue { key, shown });
}

/// Forms send the year as text, too.
fn year(report: &mut Report, node: &Node) {
    report.year_shown = shortened(&node.shown());
    report.year = match node {
        Node::Integer(year) => Some(*year),
        Node::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
}

/// Flat (`"requests.received.natural": 1`), nested, or partly nested.
fn cells(report: &mut Report, node: &Node, above: &str) {
    for (key, node) in node.entries() {
        let path = if above.is_empty() { key.clone() } else { [above, ".", key].concat() };
        if let Some(cell) = form::cell(&path) {
            if report.names(cell) {
                report.problems.push(Problem::CellGivenTwice(cell));
            }
            report.set_node(cell, node);
            continue;
        }
        match node {
            Node::Map(_) if leads_to_cells(&path) => cells(report, node, &path),
            Node::Null if leads_to_cells(&path) => {}
            _ => report.problems.push(Problem::UnknownCell(shortened(&path))),
        }
    }
}

fn leads_to_cells(path: &str) -> bool {
    form::CELLS.iter().any(|cell| cell.id.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
}

fn layouts(report: &mut Report, node: &Node) {
    for (key, node) in node.entries() {
        let place = match key.as_str() {
            "disclosure" => 0,
            "requests" => 1,
            // The disputes table is the same in both layouts; naming one does no harm.
            "disputes" => continue,
            _ => {
                report.problems.push(Problem::UnknownKey(["layouts.", &shortened(key)].concat()));
                continue;
            }
        };
        let id = match node {
            Node::Null => continue,
            Node::Integer(id) => Some(*id),
            Node::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        match id.and_then(layout_named) {
            Some(layout) => report.layouts[place] = Some(layout),
            None => invalid(report, ["layouts.", key].concat(), node),
        }
    }
}

fn sections(report: &mut Report, node: &Node) {
    let mut texts: [String; 6] = Default::default();
    for (key, node) in node.entries() {
        match (SECTION_KEYS.iter().position(|name| name == key), node) {
            (Some(_), Node::Null) => {}
            (Some(place), Node::Text(text)) => texts[place].clone_from(text),
            (Some(_), _) => invalid(report, ["sections.", key].concat(), node),
            (None, _) => report.problems.push(Problem::UnknownKey(["sections.", &shortened(key)].concat())),
        }
    }
    report.sections = Some(texts);
}

fn explanations(report: &mut Report, node: &Node) {
    for (key, node) in node.entries() {
        let rule = key.split('@').next().unwrap_or_default();
        match node {
            // What documents raise is explained like anything else, whichever module has the words.
            _ if BOOK.find(rule).is_none() && !OF_DOCUMENTS.contains(&rule) => {
                report.problems.push(Problem::UnknownKey(["explanations.", &shortened(key)].concat()))
            }
            Node::Null => {}
            Node::Text(text) if text.trim().is_empty() => {}
            // "report-all-zero@" is the same as "report-all-zero".
            Node::Text(text) => report.explain(key.trim_end_matches('@'), Some(text)),
            _ => invalid(report, ["explanations.", &shortened(key)].concat(), node),
        }
    }
}
