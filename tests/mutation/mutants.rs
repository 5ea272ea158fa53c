//! Small changes to one rule of the book.

use super::form::LAYOUTS;
use super::rules::{Block, SeverityWhere};

/// A rule with one thing changed.
pub struct Mutant {
    pub block: Block,
    pub change: String,
}

impl Mutant {
    /// Is it the one of this rule with this change? `*` stands for every rule.
    pub fn is(&self, rule: &str, change: &str) -> bool {
        (rule == "*" || self.block.id == rule) && self.change == change
    }
}

pub fn mutants(block: &Block) -> Vec<Mutant> {
    let mut all = Vec::new();
    let mut add = |change: String, write: &dyn Fn(&mut Block)| {
        let mut block = block.clone();
        write(&mut block);
        all.push(Mutant { block, change });
    };
    for (side, text) in [("left", &block.left), ("right", &block.right)] {
        for (change, text) in text.iter().flat_map(|text| sums(text)) {
            add(format!("{side}: {change}"), &|block| {
                let place = if side == "left" { &mut block.left } else { &mut block.right };
                *place = Some(text.clone());
            });
        }
    }
    for turned in block.relation.iter().flat_map(|relation| turned(relation)) {
        add(format!("relation turned to {turned}"), &|block| block.relation = Some(turned.to_string()));
    }
    for (index, condition) in block.when.iter().enumerate() {
        add(format!("when {condition}: dropped"), &|block| {
            block.when.remove(index);
        });
        for (change, text) in conditions(condition) {
            add(format!("when {condition}: {change}"), &|block| block.when[index] = text.clone());
        }
    }
    for since in years(block.since) {
        add(format!("since {since}"), &|block| block.since = since);
    }
    for until in block.until.into_iter().flat_map(years) {
        add(format!("until {until}"), &|block| block.until = Some(until));
    }
    if block.until.is_some() {
        add("until dropped".to_string(), &|block| block.until = None);
    }
    for (index, place) in block.severity_where.iter().enumerate() {
        add(format!("severity_where {}: dropped", index + 1), &|block| {
            block.severity_where.remove(index);
        });
        for (change, place) in places(place) {
            add(format!("severity_where {}: {change}", index + 1), &|block| block.severity_where[index] = place.clone());
        }
    }
    for (index, id) in block.follows_from.iter().enumerate() {
        add(format!("follows_from {id}: dropped"), &|block| {
            block.follows_from.remove(index);
        });
    }
    all
}

/// One summand as written: a coefficient, negative where it is subtracted, and a path.
type Summand = (i8, String);

fn parse(text: &str) -> Vec<Summand> {
    let (mut sign, mut coefficient, mut summands) = (1, 1, Vec::new());
    for word in text.split_whitespace() {
        match word {
            "+" | "-" => sign = if word == "-" { -1 } else { 1 },
            "*" => {}
            _ => match word.parse::<i8>() {
                Ok(number) => coefficient = number,
                Err(_) => {
                    summands.push((sign * coefficient, word.to_string()));
                    (sign, coefficient) = (1, 1);
                }
            },
        }
    }
    summands
}

fn written(summands: &[Summand]) -> String {
    if summands.is_empty() {
        return "0".to_string();
    }
    summands.iter().map(|(coefficient, path)| format!("{coefficient} * {path}")).collect::<Vec<_>>().join(" + ")
}

/// A sum with one summand dropped, subtracted instead of added, or counted once more.
fn sums(text: &str) -> Vec<(String, String)> {
    let summands = parse(text);
    let mut all = Vec::new();
    for (index, (coefficient, path)) in summands.iter().enumerate() {
        let mut dropped = summands.clone();
        dropped.remove(index);
        all.push((format!("{path} dropped"), written(&dropped)));
        let more = coefficient + coefficient.signum();
        for other in [-coefficient, more, coefficient - coefficient.signum()] {
            if other != 0 {
                let mut changed = summands.clone();
                changed[index].0 = other;
                all.push((format!("{other} * {path} for {coefficient}"), written(&changed)));
            }
        }
    }
    all
}

fn turned(relation: &str) -> Vec<&'static str> {
    ["=", "<=", ">="].into_iter().filter(|other| *other != relation).collect()
}

/// A condition turned, with another number, or with a change in its sum.
fn conditions(condition: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = condition.split_whitespace().collect();
    let [sum @ .., relation, constant] = words.as_slice() else { panic!("\"{condition}\" is no condition") };
    let sum = sum.join(" ");
    let number: i32 = constant.parse().unwrap();
    let mut all: Vec<(String, String)> = Vec::new();
    all.extend(turned(relation).into_iter().map(|turned| (format!("turned to {turned}"), format!("{sum} {turned} {constant}"))));
    all.extend([number - 1, number + 1].map(|other| (format!("{other} for {number}"), format!("{sum} {relation} {other}"))));
    all.extend(sums(&sum).into_iter().map(|(change, sum)| (change, format!("{sum} {relation} {constant}"))));
    all
}

/// The years next to one, and the first years of the layouts.
fn years(year: u16) -> Vec<u16> {
    let mut years = vec![year - 1, year + 1];
    years.extend(LAYOUTS.into_iter().filter(|first| *first != year));
    years.sort_unstable();
    years.dedup();
    years
}

/// A place with another severity for less than, or more than, it says.
fn places(place: &SeverityWhere) -> Vec<(String, SeverityWhere)> {
    let mut all = Vec::new();
    let mut add = |change: String, write: &dyn Fn(&mut SeverityWhere)| {
        let mut place = place.clone();
        write(&mut place);
        all.push((change, place));
    };
    if !place.at.is_empty() {
        add("everywhere".to_string(), &|place| place.at.clear());
    }
    if !place.kind.is_empty() {
        add("any kind".to_string(), &|place| place.kind.clear());
    }
    for (index, level) in place.level.iter().enumerate() {
        // Without any level it would count for all.
        if place.level.len() > 1 {
            add(format!("not for {level}"), &|place| {
                place.level.remove(index);
            });
        }
    }
    if !place.level.is_empty() {
        add("any level".to_string(), &|place| place.level.clear());
    }
    if place.same_body {
        add("any body".to_string(), &|place| place.same_body = false);
    }
    for severity in ["error", "warning", "notice", "none"] {
        if severity != place.severity {
            add(format!("{severity} for {}", place.severity), &|place| place.severity = severity.to_string());
        }
    }
    all
}
