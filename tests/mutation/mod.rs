//! Each rule is shown to be needed as it stands: change its data a little, and the build refuses it or some example
//! of the book no longer behaves as it says.

#[path = "../../src/build/equation.rs"]
mod equation;
#[allow(dead_code, reason = "the build writes what it read; this only expands it")]
#[path = "../../src/build/expression.rs"]
mod expression;
#[allow(dead_code, reason = "as above")]
#[path = "../../src/build/form.rs"]
mod form;
#[path = "../../src/build/instances.rs"]
mod instances;
#[allow(dead_code, reason = "as above")]
#[path = "../../src/build/rules.rs"]
mod rules;
#[allow(dead_code, reason = "as above")]
#[path = "../../src/build/source.rs"]
mod source;

mod equivalent;
mod expanded;
mod mutants;

use equivalent::EQUIVALENT;
use gouji::check::{Blank, Options, check_with};
use gouji::report::Report;
use gouji::rules::BOOK;
use mutants::{Mutant, mutants};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// One example of the book, read once.
struct Example {
    rule: &'static str,
    holds: bool,
    at: Option<String>,
    severity: Option<String>,
    report: Report,
    previous: Option<Report>,
    blank: Blank,
}

fn examples() -> Vec<Example> {
    let mut all = Vec::new();
    for rule in BOOK.rules {
        let book: Value = serde_json::from_str(rule.examples).unwrap();
        for (key, holds) in [("holds", true), ("fails", false)] {
            // What documents raise is told by the readers, which know the shipped book only.
            for example in book[key].as_array().unwrap().iter().filter(|example| example.get("document").is_none()) {
                let read = |report: &Value| Report::from_json(&report.to_string()).unwrap();
                let word = |key: &str| example[key].as_str().map(str::to_string);
                all.push(Example {
                    rule: rule.id,
                    holds,
                    at: word("at"),
                    severity: word("severity"),
                    report: read(&example["report"]),
                    previous: example.get("previous").map(read),
                    blank: if example["blank"] == "missing" { Blank::Missing } else { Blank::Zero },
                });
            }
        }
    }
    all
}

/// Does the book behave on this example as the example says?
fn behaves(book: &'static gouji::rules::Book, example: &Example) -> bool {
    let options = Options { blank: example.blank, ..Options::default() };
    let answer = check_with(book, &example.report, example.previous.as_ref(), &options);
    let mut found =
        answer.findings.iter().filter(|finding| finding.rule == example.rule && example.at.as_ref().is_none_or(|at| finding.at == *at));
    match (example.holds, found.next()) {
        (holds, None) => holds,
        (true, Some(_)) => false,
        (false, Some(finding)) => example.severity.as_ref().is_none_or(|severity| finding.severity.name() == severity),
    }
}

/// Is the mutant refused by the build, or noticed by an example? Its own rule's examples first: they notice most.
fn is_caught(mutant: &Mutant, base: &rules::Book, form: &form::Form, examples: &[Example]) -> bool {
    let ids: Vec<String> = base.rules.iter().map(|rule| rule.block.id.clone()).collect();
    let Ok(changed) = rules::expand(mutant.block.clone(), &ids, form) else { return true };
    let book = expanded::leak(base, &changed);
    let (own, others): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|example| example.rule == mutant.block.id);
    own.iter().chain(&others).any(|example| !behaves(book, example))
}

fn load() -> (form::Form, rules::Book) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let form = form::load(&source::read_folder(&root.join("form/data")).unwrap()).unwrap();
    let book = rules::load(&source::read_folder(&root.join("rules/data")).unwrap(), &form).unwrap();
    (form, book)
}

/// The book expanded here from the data is, field by field, the one that ships, and every example behaves on it.
#[test]
fn the_book_as_it_stands_is_the_one_that_ships() {
    let (_, base) = load();
    let book = expanded::leak(&base, &base.rules[0]);
    assert_eq!(expanded::fields(book), expanded::fields(&BOOK));
    for example in examples() {
        assert!(behaves(book, &example), "{}", example.rule);
    }
}

#[test]
fn every_mutant_is_caught() {
    let (form, base) = load();
    let examples = examples();
    let (mut count, mut survivors, mut equivalent) = (0, Vec::new(), BTreeSet::new());
    let of_reports = base.rules.iter().filter(|rule| rule.block.raised_by.as_deref() != Some("document"));
    for mutant in of_reports.flat_map(|rule| mutants(&rule.block)) {
        count += 1;
        if is_caught(&mutant, &base, &form, &examples) {
            continue;
        }
        match EQUIVALENT.iter().find(|(rule, change, _)| mutant.is(rule, change)) {
            Some(listed) => {
                equivalent.insert((listed.0, listed.1));
            }
            None => survivors.push(format!("{}: {}", mutant.block.id, mutant.change)),
        }
    }
    println!("{count} mutants, {} of them equivalent", EQUIVALENT.len());
    assert!(survivors.is_empty(), "no example notices these {} of {count}:\n{}", survivors.len(), survivors.join("\n"));
    let stale: Vec<_> = EQUIVALENT.iter().filter(|(rule, change, _)| !equivalent.contains(&(*rule, *change))).collect();
    assert!(stale.is_empty(), "listed as equivalent and caught, or no longer made: {stale:#?}");
}
