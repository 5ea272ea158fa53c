//! A whole report of any shape, last year's report of any shape, any options: an answer, and one that makes sense.

use super::input::Input;
use super::reports;
use gouji::answer::{Answer, Finding};
use gouji::check::{Options, Session, check};
use gouji::report::Report;
use gouji::rules::{BOOK, Language, Severity};
use std::collections::BTreeSet;

pub fn run(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let options = reports::options(&mut input);
    let report = Report::from_node(&reports::report(&mut input));
    let previous = (input.below(2) == 1).then(|| Report::from_node(&reports::report(&mut input)));
    // Wrong options are an error that says which; everything after that is an answer.
    let options = match Options::from_node(&options, &BOOK) {
        Ok(options) => options,
        Err(message) => {
            assert!(!message.is_empty());
            Options::default()
        }
    };
    let answer = check(&report, previous.as_ref(), &options);
    makes_sense(&answer);
    assert_eq!(Session::open(report.clone(), previous.as_ref(), options.clone()).answer(), answer, "a live form says the same");
    let other = match options.language {
        Language::Chinese => Language::English,
        Language::English => Language::Chinese,
    };
    let translated = check(&report, previous.as_ref(), &Options { language: other, ..options });
    assert!(keys(&translated).eq(keys(&answer)), "the language changes nothing but words");
}

fn keys(answer: &Answer) -> impl Iterator<Item = String> {
    answer.findings.iter().map(Finding::key)
}

pub fn makes_sense(answer: &Answer) {
    let unique: BTreeSet<String> = keys(answer).collect();
    assert_eq!(unique.len(), answer.findings.len(), "rule@at is unique");
    assert_eq!(answer.ok, !answer.findings.iter().any(|finding| finding.severity == Severity::Error));
    assert!(answer.findings.is_sorted_by_key(|finding| finding.severity), "the gravest come first");
    for finding in &answer.findings {
        assert!(!finding.message.is_empty() && finding.message.len() < 2000, "{}: {}", finding.key(), finding.message);
        // Every placeholder of a message was filled in. Other messages than those of relations may quote braces.
        let is_of_relation = finding.left.is_some();
        assert!(!(is_of_relation && finding.message.contains(['{', '}'])), "{}", finding.message);
        assert!(finding.related.iter().all(|key| unique.contains(key)), "{}: what is related is a finding, too", finding.key());
        assert!(finding.explained.is_none() || finding.severity == Severity::Warning, "{}", finding.key());
    }
    serde_json::to_string(answer).unwrap();
}
