//! The rule book from its data files: one block a rule, expanded to every instance, checked on the way.
//!
//! What a block says:
//! - `id`: words in kebab-case that name the fault's subject; never reused or renamed once released.
//! - `each`: what the rule is repeated over: `{ column = "*" }`, `{ row = "result", column = "*" }`,
//!   `{ group = "*" }`, `{ row = ["regulations"] }`, `{ cell = ["…"] }`. The values make up `at`.
//! - `left`, `relation`, `right`: the relation; `when`: conditions, all of which must hold for it to apply
//!   (one that asks for last year's report counts only where that report is given).
//! - `raised_by`: instead of a relation, what raises the rule: an oddity of a cell's text, or "report".
//! - `severity`, `severity_where` (first match), `hard` (cannot be switched off), `follows_from` (a consequence,
//!   never reported beside these).
//! - `since`, `until`: first and last form year. `certainty`: A official text read, B several independent
//!   reports agree, C one source or deduced, D general knowledge.
//! - words: `title`, `message` (what), `why`, `help` (what to do), `basis`; Chinese and English.
//! - `holds`, `fails`: small reports, blanks count as 0 unless `blank = "missing"`; every rule has both.

use crate::expression::{self, Assumed, Summand, Term};
use crate::form::{Form, LAYOUTS, Table, Text};
use crate::source::{Fault, Source};
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
const FILE_ORDER: [&str; 5] = ["requests.toml", "disputes.toml", "disclosure.toml", "cells.toml", "report.toml"];

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
            expand(block.into_inner(), &ids, form)
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
        (None, None, None, Some(by)) if by == "report" || RAISED_BY.contains(&by.as_str()) => {}
        _ => return Err("a rule has either left, relation and right, or a known raised_by".to_string()),
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

/// Every value of `each`, as (variable, value) pairs, in the order of the form.
fn values(block: &Block, form: &Form) -> Result<Vec<Vec<(String, String)>>, String> {
    let main_table = block.left.as_deref().unwrap_or_default().trim_start_matches("previous.").split('.').next().unwrap_or_default();
    let mut all: Vec<Vec<(String, String)>> = vec![Vec::new()];
    // `row` before `column`: the order in which they make up `at`.
    for variable in ["cell", "group", "row", "column"] {
        let Some(each) = block.each.get(variable) else { continue };
        let list = match each {
            Each::List(list) => list.clone(),
            Each::Set(set) => {
                let table = Table::named(main_table).ok_or_else(|| format!("\"{main_table}\" is no table"))?;
                let set = if set == "*" { None } else { Some(set.as_str()) };
                let mut list = Vec::new();
                for row in form.rows_and_columns(table, variable != "column", set) {
                    if !list.contains(&row) {
                        list.push(row);
                    }
                }
                list
            }
        };
        if list.is_empty() {
            return Err(format!("each {variable} names nothing"));
        }
        all = all
            .into_iter()
            .flat_map(|pairs| {
                list.iter()
                    .map(|value| {
                        let mut pairs = pairs.clone();
                        pairs.push((variable.to_string(), value.clone()));
                        pairs
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    if let Some(unknown) = block.each.keys().find(|name| !["cell", "group", "row", "column"].contains(&name.as_str())) {
        return Err(format!("each {unknown} is not known"));
    }
    Ok(all)
}

impl Form {
    /// Rows or columns of a table over both layouts, in the order of the data.
    fn rows_and_columns(&self, table: Table, rows: bool, set: Option<&str>) -> Vec<String> {
        let lines: Vec<(Table, &crate::form::Line)> = if rows {
            self.rows.iter().map(|row| (row.table, &row.line)).collect()
        } else {
            self.columns.iter().map(|column| (column.table, &column.line)).collect()
        };
        lines
            .into_iter()
            .filter(|(of, line)| *of == table && set.is_none_or(|set| line.sets.iter().any(|name| name == set)))
            .map(|(_, line)| line.id.clone())
            .collect()
    }
}

struct Parsed {
    relation: Relation,
    constant: i32,
    left: Vec<Summand>,
    right: Vec<Summand>,
}

/// The relation and its conditions, with the variables of one instance filled in.
fn parsed(block: &Block, pairs: &[(String, String)]) -> Result<Vec<Parsed>, String> {
    let fill = |text: &str| pairs.iter().fold(text.to_string(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    let (left, relation, right) = (block.left.as_deref(), block.relation.as_deref(), block.right.as_deref());
    let mut all = vec![Parsed {
        relation: relation.and_then(Relation::named).ok_or("the relation is none of =, <=, >=")?,
        constant: 0,
        left: expression::parse(&fill(left.unwrap_or_default()))?,
        right: expression::parse(&fill(right.unwrap_or_default()))?,
    }];
    for condition in &block.when {
        let words: Vec<&str> = condition.split_whitespace().collect();
        let [sum @ .., relation, constant] = words.as_slice() else {
            return Err(format!("\"{condition}\" is no condition"));
        };
        all.push(Parsed {
            relation: Relation::named(relation).ok_or_else(|| format!("\"{condition}\" has no relation"))?,
            constant: constant.parse().map_err(|_| format!("\"{condition}\" does not end in a number"))?,
            left: expression::parse(&fill(&sum.join(" ")))?,
            right: Vec::new(),
        });
    }
    Ok(all)
}

fn instances(block: &Block, form: &Form) -> Result<Vec<Instance>, String> {
    let mut instances = Vec::new();
    for pairs in values(block, form)? {
        let parsed = parsed(block, &pairs)?;
        let mut found: Vec<(Vec<Linear>, Vec<Assumed>)> = Vec::new();
        for combination in 0..16usize {
            let assumed = Assumed {
                disclosure: combination & 1,
                requests: combination >> 1 & 1,
                previous_disclosure: combination >> 2 & 1,
                previous_requests: combination >> 3 & 1,
            };
            let Some(linears) = linears(&parsed, form, &assumed)? else { continue };
            match found.iter_mut().find(|(other, _)| *other == linears) {
                Some((_, list)) => list.push(assumed),
                None => found.push((linears, vec![assumed])),
            }
        }
        if found.is_empty() {
            return Err(format!("no layout has the cells of {pairs:?}"));
        }
        for (linears, list) in found {
            for linear in &linears {
                check_money(linear, form)?;
            }
            instances.push(instance(&pairs, linears, &list, form)?);
        }
    }
    Ok(instances)
}

fn linears(parsed: &[Parsed], form: &Form, assumed: &Assumed) -> Result<Option<Vec<Linear>>, String> {
    let mut linears = Vec::new();
    for part in parsed {
        let Some(mut terms) = expression::expand(&part.left, false, form, assumed)? else { return Ok(None) };
        let Some(right) = expression::expand(&part.right, true, form, assumed)? else { return Ok(None) };
        terms.extend(right);
        linears.push(Linear { relation: part.relation, constant: part.constant, terms });
    }
    Ok(Some(linears))
}

/// Money is only ever compared with zero here: its units may differ from cell to cell.
fn check_money(linear: &Linear, form: &Form) -> Result<(), String> {
    let money = linear.terms.iter().any(|term| form.cells[term.cell].kind.starts_with("money"));
    if money && (linear.terms.len() != 1 || linear.constant != 0) {
        return Err("a money cell can only be compared with 0".to_string());
    }
    Ok(())
}

fn instance(pairs: &[(String, String)], linears: Vec<Linear>, list: &[Assumed], form: &Form) -> Result<Instance, String> {
    let mut layouts = 0u8;
    for assumed in list {
        let chosen = [assumed.disclosure, assumed.requests, assumed.previous_disclosure, assumed.previous_requests];
        for (position, layout) in chosen.iter().enumerate() {
            layouts |= 1 << (position * 2 + layout);
        }
    }
    let combinations: u32 = (0..4).map(|position| (layouts >> (position * 2) & 3).count_ones()).product();
    if combinations as usize != list.len() {
        return Err(format!("the layouts of {pairs:?} depend on one another"));
    }
    let main = &linears[0].terms;
    let first = main.iter().find(|term| !term.previous).or(main.first()).ok_or("a relation needs at least one cell")?;
    let layout = form.cells[first.cell].places.iter().position(Option::is_some).unwrap_or(0);
    let layout = if layouts >> (if form.cells[first.cell].table == Table::Requests { 2 } else { 0 }) & 1 == 1 { layout } else { 1 };
    let place = form.cells[first.cell].places[layout];
    let has = |name: &str| pairs.iter().any(|(variable, _)| variable == name);
    let cell = pairs.iter().find(|(variable, _)| variable == "cell").and_then(|(_, value)| form.cell(value));
    Ok(Instance {
        at: pairs.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join("."),
        row: place.filter(|_| has("row") || has("group")).map(|(row, _)| row),
        column: place.filter(|_| has("column")).map(|(_, column)| column),
        cell,
        layouts,
        linears,
    })
}

/// Is some instance in force for this year, with the tables in the layouts of the year and of the year before?
fn cells_exist(rule: &Rule, year: u16) -> bool {
    let layout = |year: u16| LAYOUTS.iter().rposition(|first| *first <= year);
    let Some(this) = layout(year) else { return false };
    let needs_previous = |linear: &Linear| linear.terms.iter().any(|term| term.previous);
    rule.instances.iter().any(|instance| {
        let last = match layout(year - 1) {
            Some(last) => last,
            None if needs_previous(&instance.linears[0]) => return false,
            None => this,
        };
        [this, this, last, last].iter().enumerate().all(|(position, layout)| instance.layouts >> (position * 2 + layout) & 1 == 1)
    })
}

fn check_years(rule: &Rule, form: &Form) -> Result<(), String> {
    let last = form.whole.confirmed_until;
    let (since, until) = (rule.block.since, rule.block.until.unwrap_or(last));
    if since > until {
        return Err(format!("no year uses it: since {since}, until {until}"));
    }
    if !cells_exist(rule, since) {
        return Err(format!("its cells do not exist in its first year {since}"));
    }
    if !cells_exist(rule, until) {
        return Err(format!("its cells do not exist in its last year {until}; say until when it holds"));
    }
    Ok(())
}

/// The relation in words, with official row numbers.
fn equation(block: &Block, naming: Naming, form: &Form) -> Result<Text, String> {
    let mut text = Text::default();
    for chinese in [true, false] {
        let side = |text: &str| -> Result<String, String> {
            // Variables stay as they are and are named by what they leave out.
            let summands = expression::parse(&text.replace("{cell}", "disclosure.{row}.{column}"))?;
            let mut out = String::new();
            for (index, summand) in summands.iter().enumerate() {
                let sign = if summand.coefficient < 0 {
                    " - "
                } else if index > 0 {
                    " + "
                } else {
                    ""
                };
                let times = if summand.coefficient.abs() > 1 { format!("{} × ", summand.coefficient.abs()) } else { String::new() };
                out += &format!("{sign}{times}{}", name(summand, naming, form, chinese));
            }
            Ok(if out.is_empty() { "0".to_string() } else { out })
        };
        let (left, right) = (side(block.left.as_deref().unwrap_or_default())?, side(block.right.as_deref().unwrap_or_default())?);
        let sign = block.relation.as_deref().and_then(Relation::named).map_or("", Relation::sign);
        let mut whole = format!("{left} {sign} {right}");
        let mut conditions = Vec::new();
        for condition in &block.when {
            let words: Vec<&str> = condition.split_whitespace().collect();
            let sum = side(&words[..words.len() - 2].join(" "))?;
            let sign = Relation::named(words[words.len() - 2]).map_or("", Relation::sign);
            conditions.push(format!("{sum} {sign} {}", words[words.len() - 1]));
        }
        if !conditions.is_empty() {
            let list = conditions.join(if chinese { " 且 " } else { " and " });
            whole = if chinese { format!("当 {list} 时：{whole}") } else { format!("where {list}: {whole}") };
        }
        if chinese { text.zh = whole } else { text.en = whole }
    }
    Ok(text)
}

/// How a summand is called in the printed equation of its rule.
fn name(summand: &Summand, naming: Naming, form: &Form, chinese: bool) -> String {
    let choose = |zh: &str, en: &str| if chinese { zh.to_string() } else { en.to_string() };
    let set = |part: &str| {
        let id = part.strip_prefix('<')?.strip_suffix('>')?;
        let (_, name) = form.set_names.iter().find(|(table, name)| *table == summand.table && name.id == id)?;
        Some(if chinese { format!("{}之和", name.label) } else { format!("sum of {}", name.english) })
    };
    let row = || {
        let row = form.rows.iter().find(|row| row.table == summand.table && row.line.id == summand.row);
        match row {
            Some(row) if summand.table == Table::Requests => choose(&row.ordinal.zh, &format!("item {}", row.ordinal.en)),
            Some(row) => choose(&row.name.zh, &row.name.en),
            None if summand.row.starts_with('{') => choose("本行", "this row"),
            None => set(&summand.row).unwrap_or_else(|| summand.row.clone()),
        }
    };
    let column = || {
        let column = form.columns.iter().find(|column| column.table == summand.table && column.line.id == summand.column);
        match column {
            Some(column) => choose(&column.line.label, &column.line.english),
            None if summand.column.starts_with('{') => choose("本格", "this cell"),
            None => set(&summand.column).unwrap_or_else(|| summand.column.clone()),
        }
    };
    let name = match naming {
        Naming::Row => row(),
        Naming::Column => column(),
        Naming::Cell if summand.row.starts_with('{') => column(),
        Naming::Cell => format!("{}·{}", row(), column()),
    };
    if summand.previous { choose(&format!("上年报告的{name}"), &format!("last year's {name}")) } else { name }
}
