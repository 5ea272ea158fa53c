//! The examples of the rule book behave as they say, and its words can be read.

use crate::blocks;
use gouji::answer::{Answer, Finding};
use gouji::check::{Blank, Options, check};
use gouji::report::Report;
use gouji::rules::{BOOK, Language, Rule, Text};
use serde_json::Value;
use std::collections::BTreeSet;

fn examples(rule: &Rule, key: &str) -> Vec<Value> {
    let examples: Value = serde_json::from_str(rule.examples).unwrap();
    examples[key].as_array().unwrap().clone()
}

fn run(example: &Value, language: Language) -> Answer {
    let read = |report: &Value| Report::from_json(&report.to_string()).unwrap();
    let blank = match example["blank"].as_str() {
        Some("missing") => Blank::Missing,
        None | Some("zero") => Blank::Zero,
        Some(other) => panic!("blank = {other}"),
    };
    let options = Options { language, blank, ..Options::default() };
    if let Some(document) = example.get("document") {
        return gouji::read::recognise(&blocks::document(document)).check(None, &options);
    }
    let previous = example.get("previous").map(read);
    check(&read(&example["report"]), previous.as_ref(), &options)
}

/// The findings of a rule, at the example's place where it names one.
fn spoken<'a>(answer: &'a Answer, rule: &'a Rule, example: &'a Value) -> impl Iterator<Item = &'a Finding> {
    let at = example["at"].as_str();
    answer.findings.iter().filter(move |finding| finding.rule == rule.id && at.is_none_or(|at| finding.at == at))
}

#[test]
fn what_holds_is_silent() {
    for rule in BOOK.rules {
        for example in examples(rule, "holds") {
            let answer = run(&example, Language::Chinese);
            let found: Vec<String> = spoken(&answer, rule, &example).map(Finding::key).collect();
            assert!(found.is_empty(), "{}: {found:?} speaks on {example}", rule.id);
        }
    }
}

#[test]
fn what_fails_speaks_where_it_says() {
    for rule in BOOK.rules {
        for example in examples(rule, "fails") {
            assert!(example["at"].is_string(), "{}: a failing example names its place: {example}", rule.id);
            let answer = run(&example, Language::Chinese);
            let found: Vec<&Finding> = spoken(&answer, rule, &example).collect();
            let [finding] = found.as_slice() else { panic!("{}: {} findings on {example}", rule.id, found.len()) };
            if let Some(severity) = example["severity"].as_str() {
                assert_eq!(finding.severity.name(), severity, "{} on {example}", rule.id);
            }
        }
    }
}

#[test]
fn a_rule_has_an_id_of_its_own_and_examples_of_both_kinds() {
    let ids: BTreeSet<&str> = BOOK.rules.iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), BOOK.rules.len());
    for rule in BOOK.rules {
        assert!(!examples(rule, "holds").is_empty() && !examples(rule, "fails").is_empty(), "{}", rule.id);
        assert!(rule.severity as usize <= 2 && rule.since <= rule.until, "{}", rule.id);
    }
}

/// What is only custom or deduction is no more than a warning, unless it follows from the definitions (DESIGN, decision 12).
#[test]
fn no_error_rests_on_deduction_alone() {
    // Without a level the rule on regulations is a warning; what blank means is for the caller to say.
    let excepted = ["cell-blank"];
    for rule in BOOK.rules.iter().filter(|rule| !excepted.contains(&rule.id)) {
        let deduced = ["C", "D"].contains(&rule.certainty);
        assert!(!deduced || rule.severity != gouji::rules::Severity::Error, "{} is an error of certainty {}", rule.id, rule.certainty);
    }
}

/// Every finding of every failing example, of whatever rule, in both languages.
#[test]
fn findings_are_plain_sentences() {
    for rule in BOOK.rules {
        for example in examples(rule, "fails") {
            for language in [Language::Chinese, Language::English] {
                let answer = run(&example, language);
                for finding in &answer.findings {
                    let texts = [finding.message.as_str(), finding.why, &finding.help, finding.basis.text];
                    for text in texts {
                        assert!(is_plain(text), "{} says \"{text}\"", finding.key());
                    }
                    if language == Language::Chinese {
                        let quoted = as_written(&example, finding);
                        let rest = quoted.iter().fold(finding.message.clone(), |rest, word| rest.replace(word, ""));
                        assert!(!rest.chars().any(|c| c.is_ascii_alphabetic()), "{} says \"{}\"", finding.key(), finding.message);
                    }
                }
                let keys: BTreeSet<String> = answer.findings.iter().map(Finding::key).collect();
                assert_eq!(keys.len(), answer.findings.len(), "rule@at is unique: {example}");
            }
        }
    }
}

#[test]
fn the_words_of_the_book_are_plain_in_both_languages() {
    for rule in BOOK.rules {
        for Text { zh, en } in [&rule.basis, &rule.title, &rule.why] {
            assert!(is_plain(zh) && is_plain(en), "{}: {zh} {en}", rule.id);
        }
        for Text { zh, en } in [&rule.message, &rule.help] {
            let placeholders = |text: &str| -> BTreeSet<String> {
                text.split('{').skip(1).map(|part| part.split('}').next().unwrap().to_string()).collect()
            };
            assert_eq!(placeholders(zh), placeholders(en), "{}: both languages say the same", rule.id);
        }
    }
}

/// Nothing left over from a template, nothing empty.
fn is_plain(text: &str) -> bool {
    !text.trim().is_empty()
        && text.trim() == text
        && !text.contains(['{', '}'])
        && !text.contains("  ")
        && !["“”", "\"\"", " ，", " ,"].iter().any(|hole| text.contains(hole))
}

/// What a Chinese message may quote: ids, and what the example itself holds.
fn as_written(example: &Value, finding: &Finding) -> Vec<String> {
    fn texts(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::String(text) => into.push(text.trim().to_string()),
            Value::Array(list) => list.iter().for_each(|value| texts(value, into)),
            Value::Object(map) => map.values().for_each(|value| texts(value, into)),
            _ => {}
        }
    }
    // What is neither a text nor a number is shown in this way.
    let mut words = vec![finding.at.clone(), "true/false".to_string()];
    words.extend(finding.cells.iter().map(|cell| cell.cell.to_string()));
    texts(&example["report"], &mut words);
    texts(&example["document"], &mut words);
    words.retain(|word| !word.is_empty());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}
