//! The rule book from its data files: one block a rule, expanded to every instance, checked on the way.
//!
//! What a block says:
//! - `id`: words in kebab-case that name the fault's subject; never reused or renamed once released.
//! - `each`: what the rule is repeated over: `{ column = "*" }`, `{ row = "result", column = "*" }`,
//!   `{ group = "*" }`, `{ row = ["regulations"] }`, `{ cell = ["…"] }`. The values make up `at`.
//! - `left`, `relation`, `right`: the relation; `when`: conditions, all of which must hold for it to apply
//!   (one that asks for last year's report counts only where that report is given).
//! - `raised_by`: instead of a relation, what raises the rule: an oddity of a cell's text, "report", or "document"
//!   (told by the document readers; these come last: the module that checks does without them, and the one that reads
//!   holds nothing else).
//! - `severity`, `severity_where` (first match), `hard` (cannot be switched off), `follows_from` (a consequence,
//!   never reported beside these).
//! - `since`, `until`: first and last form year. `certainty`: A official text read, B several independent
//!   reports agree, C one source or deduced, D general knowledge.
//! - words: `title`, `message` (what), `why`, `help` (what to do), `basis`; Chinese and English.
//! - `holds`, `fails`: small reports (small documents for what a document raises), blanks count as 0 unless `blank = "missing"`; every rule has both.

use super::equation::equation;
use super::expression::Term;
use super::form::{Form, Text};
use super::instances::{check_years, instances};
use super::source::{Fault, Source};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Spanned<Block>>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub id: String,
    #[serde(default)]
    pub each: BTreeMap<String, Each>,
    #[serde(default)]
    pub when: Vec<String>,
    pub left: Option<String>,
    pub relation: Option<String>,
    pub right: Option<String>,
    pub raised_by: Option<String>,
    /// How a message names the figures of a side, where `each` does not say it.
    pub terms: Option<String>,
    pub severity: String,
    #[serde(default)]
    pub severity_where: Vec<SeverityWhere>,
    #[serde(default)]
    pub hard: bool,
    #[serde(default)]
    pub follows_from: Vec<String>,
    pub since: u16,
    pub until: Option<u16>,
    pub certainty: String,
    pub basis: Text,
    pub title: Text,
    pub message: Text,
    pub why: Text,
    pub help: Text,
    pub holds: Vec<toml::Value>,
    pub fails: Vec<toml::Value>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub enum Each {
    Set(String),
    List(Vec<String>),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeverityWhere {
    #[serde(default)]
    pub at: Vec<String>,
    #[serde(default)]
    pub level: Vec<String>,
    #[serde(default)]
    pub kind: Vec<String>,
    #[serde(default)]
    pub same_body: bool,
    pub severity: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    AtMost,
    AtLeast,
}

impl Relation {
    pub fn named(text: &str) -> Option<Relation> {
        match text {
            "=" => Some(Relation::Equal),
            "<=" => Some(Relation::AtMost),
            ">=" => Some(Relation::AtLeast),
            _ => None,
        }
    }
    pub fn sign(self) -> &'static str {
        match self {
            Relation::Equal => "=",
            Relation::AtMost => "≤",
            Relation::AtLeast => "≥",
        }
    }
}

/// left relation right, or a condition: sum relation constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linear {
    pub relation: Relation,
    pub constant: i32,
    pub terms: Vec<Term>,
}

/// How a figure is named in a message: by its row, by its column, or by both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Row,
    Column,
    Cell,
}

#[derive(Clone, Debug)]
pub struct Instance {
    pub at: String,
    /// Row and column that the instance is about.
    pub row: Option<usize>,
    pub column: Option<usize>,
    pub cell: Option<usize>,
    /// Two bits each: disclosure, requests, last year's disclosure, last year's requests.
    pub layouts: u8,
    /// The relation first, then the conditions.
    pub linears: Vec<Linear>,
}

pub struct Rule {
    pub block: Block,
    pub naming: Naming,
    pub follows_from: Vec<usize>,
    pub equation: Text,
    pub instances: Vec<Instance>,
}

pub struct Book {
    pub rules: Vec<Rule>,
}

pub const SEVERITIES: [&str; 3] = ["error", "warning", "notice"];
pub const LEVELS: [&str; 5] = ["nation", "province", "city", "county", "township"];
pub const KINDS: [&str; 2] = ["government", "department"];
/// What raises a rule that is no relation; the order is that of `report::value::Oddities` followed by `REPORT`.
pub const RAISED_BY: [&str; 12] = [
    "blank",
    "placeholder",
    "nonsense",
    "too-large",
    "fraction",
    "negative",
    "annotated",
    "notation",
    "split",
    "converted",
    "decimals",
    "unit-missing",
];
const PLACEHOLDERS: [&str; 14] =
    ["place", "left", "right", "difference", "gap", "sum:left", "sum:right", "cell", "text", "value", "at", "year", "what", "because"];
/// Rules are in the order a reader looks at a report: relations first.
const FILE_ORDER: [&str; 6] = ["requests.toml", "disputes.toml", "disclosure.toml", "cells.toml", "report.toml", "document.toml"];

pub fn load(sources: &[Source], form: &Form) -> Result<Book, Vec<Fault>> {
    let mut blocks: Vec<(&Source, Spanned<Block>)> = Vec::new();
    let mut faults = Vec::new();
    let rank = |source: &&Source| FILE_ORDER.iter().position(|name| source.name.ends_with(name)).unwrap_or(FILE_ORDER.len());
    let mut ordered: Vec<&Source> = sources.iter().collect();
    ordered.sort_by_key(rank);
    for source in ordered {
        match source.parse::<File>() {
            Ok(file) => blocks.extend(file.rule.into_iter().map(|block| (source, block))),
            Err(mut more) => faults.append(&mut more),
        }
    }
    let ids: Vec<String> = blocks.iter().map(|(_, block)| block.get_ref().id.clone()).collect();
    let mut rules = Vec::new();
    for (index, (source, block)) in blocks.into_iter().enumerate() {
        let span = block.span();
        let result = if ids[..index].contains(&ids[index]) {
            Err(format!("the id \"{}\" is used twice", ids[index]))
        } else {
            expand(block.into_inner(), &ids, form).and_then(repairable)
        };
        match result {
            Ok(rule) => rules.push(rule),
            Err(message) => faults.push(source.fault(&span, format!("{}: {message}", ids[index]))),
        }
    }
    if faults.is_empty() { Ok(Book { rules }) } else { Err(faults) }
}

/// One block to a rule with all its instances, or what is wrong with it.
pub fn expand(block: Block, ids: &[String], form: &Form) -> Result<Rule, String> {
    check_words(&block)?;
    if block.holds.is_empty() || block.fails.is_empty() {
        return Err("a rule needs examples that hold and examples that fail".to_string());
    }
    let mut follows_from = Vec::new();
    for id in &block.follows_from {
        follows_from.push(ids.iter().position(|other| other == id).ok_or_else(|| format!("it follows from \"{id}\", which is no rule"))?);
    }
    let naming = match block.terms.as_deref() {
        Some("row") => Naming::Row,
        Some("column") => Naming::Column,
        Some("cell") => Naming::Cell,
        Some(other) => return Err(format!("terms = \"{other}\" is none of row, column, cell")),
        None if block.each.contains_key("column") => Naming::Row,
        None if block.each.contains_key("row") || block.each.contains_key("group") => Naming::Column,
        None => Naming::Cell,
    };
    let mut rule = Rule { block, naming, follows_from, equation: Text::default(), instances: Vec::new() };
    match (&rule.block.left, &rule.block.relation, &rule.block.right, &rule.block.raised_by) {
        (Some(_), Some(_), Some(_), None) => {
            rule.instances = instances(&rule.block, form)?;
            rule.equation = equation(&rule.block, naming, form)?;
            check_years(&rule, form)?;
        }
        (None, None, None, Some(by)) if ["report", "document"].contains(&by.as_str()) || RAISED_BY.contains(&by.as_str()) => {}
        _ => return Err("a rule has either left, relation and right, or a known raised_by".to_string()),
    }
    Ok(rule)
}

/// Repair (`src/repair/problem.rs`) takes a rule at error level for an equation whose figures count once, or for the
/// consequence of such rules; with anything else what it calls mended could still be broken.
fn repairable(rule: Rule) -> Result<Rule, String> {
    let block = &rule.block;
    let is_error = std::iter::once(&block.severity).chain(block.severity_where.iter().map(|place| &place.severity)).any(|of| of == "error");
    if is_error && rule.follows_from.is_empty() && block.left.is_some() {
        if !block.when.is_empty() {
            return Err("an error with a condition has to follow from rules without one, or repair cannot mend it".to_string());
        }
        if rule.instances.iter().flat_map(|instance| &instance.linears[0].terms).any(|term| term.coefficient.abs() != 1) {
            return Err("the figures of an error count once, or repair cannot mend it".to_string());
        }
    }
    Ok(rule)
}

fn check_words(block: &Block) -> Result<(), String> {
    if block.id.is_empty() || !block.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err("an id is words in kebab-case".to_string());
    }
    if !["A", "B", "C", "D"].contains(&block.certainty.as_str()) {
        return Err("certainty is A, B, C or D".to_string());
    }
    let severities = std::iter::once(&block.severity).chain(block.severity_where.iter().map(|place| &place.severity));
    for severity in severities {
        if !SEVERITIES.contains(&severity.as_str()) && severity != "none" {
            return Err(format!("\"{severity}\" is no severity"));
        }
    }
    for place in &block.severity_where {
        if let Some(level) = place.level.iter().find(|level| !LEVELS.contains(&level.as_str())) {
            return Err(format!("\"{level}\" is no level"));
        }
        if let Some(kind) = place.kind.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
            return Err(format!("\"{kind}\" is no kind"));
        }
    }
    for text in [&block.basis, &block.title, &block.message, &block.why, &block.help] {
        for words in [&text.zh, &text.en] {
            if words.trim().is_empty() {
                return Err("every text is there in Chinese and in English".to_string());
            }
            for placeholder in words.split('{').skip(1) {
                let name = placeholder.split('}').next().unwrap_or_default();
                if !PLACEHOLDERS.contains(&name) && !name.starts_with("value:") {
                    return Err(format!("\"{{{name}}}\" is no placeholder"));
                }
            }
        }
    }
    Ok(())
}
