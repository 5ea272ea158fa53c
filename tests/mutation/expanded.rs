//! The book as expanded by the build, in the types of the library. It lives as long as the test, like the book that ships.

use super::form::Text;
use super::rules::{Book, KINDS, LEVELS, Linear, Naming, Relation, Rule, SeverityWhere};
use gouji::rules::{self as shipped, RuleKind, Severity};

fn leak_slice<T>(list: Vec<T>) -> &'static [T] {
    Box::leak(list.into_boxed_slice())
}

fn leak_text(text: &str) -> &'static str {
    Box::leak(text.to_string().into_boxed_str())
}

fn words(text: &Text) -> shipped::Text {
    shipped::Text { zh: leak_text(&text.zh), en: leak_text(&text.en) }
}

fn index(value: Option<usize>) -> u8 {
    value.map_or(u8::MAX, |value| u8::try_from(value).unwrap())
}

/// The book with one rule as changed.
pub fn leak(base: &Book, changed: &Rule) -> &'static shipped::Book {
    let (mut rules, mut instances, mut linears, mut terms) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (number, rule) in base.rules.iter().enumerate() {
        let rule = if rule.block.id == changed.block.id { changed } else { rule };
        rules.push(shipped_rule(rule));
        for instance in &rule.instances {
            let first = linears.len();
            for linear in &instance.linears {
                linears.push(shipped::Linear {
                    relation: relation(linear),
                    constant: linear.constant,
                    previous: linear.terms.iter().any(|term| term.previous),
                    instance: u16::try_from(instances.len()).unwrap(),
                    terms: (u16::try_from(terms.len()).unwrap(), u8::try_from(linear.terms.len()).unwrap()),
                });
                terms.extend(linear.terms.iter().map(|term| shipped::Term {
                    cell: u8::try_from(term.cell).unwrap(),
                    coefficient: term.coefficient,
                    right: term.right,
                    previous: term.previous,
                }));
            }
            instances.push(shipped::Instance {
                rule: u8::try_from(number).unwrap(),
                at: leak_text(&instance.at),
                row: index(instance.row),
                column: index(instance.column),
                cell: index(instance.cell),
                layouts: instance.layouts,
                linears: (u16::try_from(first).unwrap(), u8::try_from(instance.linears.len()).unwrap()),
            });
        }
    }
    Box::leak(Box::new(shipped::Book::new(leak_slice(rules), leak_slice(instances), leak_slice(linears), leak_slice(terms))))
}

fn relation(linear: &Linear) -> shipped::Relation {
    match linear.relation {
        Relation::Equal => shipped::Relation::Equal,
        Relation::AtMost => shipped::Relation::AtMost,
        Relation::AtLeast => shipped::Relation::AtLeast,
    }
}

fn shipped_rule(rule: &Rule) -> shipped::Rule {
    let block = &rule.block;
    shipped::Rule {
        id: leak_text(&block.id),
        kind: match block.raised_by.as_deref() {
            None => RuleKind::Relation,
            Some("report") => RuleKind::Report,
            Some("document") => RuleKind::Document,
            Some(_) => RuleKind::Cell,
        },
        naming: match rule.naming {
            Naming::Row => shipped::Naming::Row,
            Naming::Column => shipped::Naming::Column,
            Naming::Cell => shipped::Naming::Cell,
        },
        severity: Severity::named(&block.severity).unwrap(),
        severity_where: leak_slice(block.severity_where.iter().map(shipped_place).collect()),
        hard: block.hard,
        follows_from: leak_slice(rule.follows_from.iter().map(|cause| u8::try_from(*cause).unwrap()).collect()),
        since: block.since,
        until: block.until.unwrap_or(u16::MAX),
        certainty: leak_text(&block.certainty),
        basis: words(&block.basis),
        title: words(&block.title),
        message: words(&block.message),
        why: words(&block.why),
        help: words(&block.help),
        equation: words(&rule.equation),
        examples: "",
    }
}

fn shipped_place(place: &SeverityWhere) -> shipped::SeverityWhere {
    shipped::SeverityWhere {
        at: leak_slice(place.at.iter().map(|at| leak_text(at)).collect()),
        levels: bits(&place.level, &LEVELS),
        kinds: bits(&place.kind, &KINDS),
        same_body: place.same_body,
        severity: Severity::named(&place.severity),
    }
}

/// As the build does it: a bit for each name, all bits where none is named.
fn bits(names: &[String], all: &[&str]) -> u8 {
    if names.is_empty() {
        return u8::MAX;
    }
    names.iter().map(|name| 1 << all.iter().position(|other| other == name).unwrap()).sum()
}

/// Everything a book says, one line for each part of it.
pub fn fields(book: &shipped::Book) -> Vec<String> {
    let text = |text: &shipped::Text| format!("{} {}", text.zh, text.en);
    let rules = book.rules.iter().map(|rule| {
        let places: Vec<String> = rule
            .severity_where
            .iter()
            .map(|place| format!("{:?} {} {} {} {:?}", place.at, place.levels, place.kinds, place.same_body, place.severity))
            .collect();
        let words = [&rule.basis, &rule.title, &rule.message, &rule.why, &rule.help, &rule.equation].map(text);
        format!(
            "{} {:?} {:?} {:?} {places:?} {} {:?} {}-{} {} {words:?}",
            rule.id, rule.kind, rule.naming, rule.severity, rule.hard, rule.follows_from, rule.since, rule.until, rule.certainty
        )
    });
    let instances = book.instances.iter().map(|instance| {
        let place = (instance.row, instance.column, instance.cell);
        format!("{} {} {place:?} {:08b} {:?}", instance.rule, instance.at, instance.layouts, instance.linears)
    });
    let linears = book
        .linears
        .iter()
        .map(|linear| format!("{:?} {} {} {} {:?}", linear.relation, linear.constant, linear.instance, linear.previous, linear.terms));
    let terms = book.terms.iter().map(|term| format!("{} {} {} {}", term.cell, term.coefficient, term.right, term.previous));
    rules.chain(instances).chain(linears).chain(terms).collect()
}
