//! What is said of a broken report, word for word: the templates of the rule book filled with the names of the form
//! and the figures of the report. Every expected sentence was put together by hand from the two.

mod related;
mod said;
mod written;

use gouji::answer::{Answer, Finding};
use gouji::check::{Blank, Options, check};
use gouji::report::Report;
use gouji::rules::Language;
use serde_json::Value as Json;

fn report(report: &Json) -> Report {
    Report::from_json(&report.to_string()).unwrap()
}

fn answer(this: &Json, previous: &Json, blank: Blank, language: Language) -> Answer {
    let previous = previous.is_object().then(|| report(previous));
    check(&report(this), previous.as_ref(), &Options { language, blank, ..Options::default() })
}

fn finding<'a>(answer: &'a Answer, key: &str) -> &'a Finding {
    let keys: Vec<String> = answer.findings.iter().map(Finding::key).collect();
    answer.findings.iter().find(|finding| finding.key() == key).unwrap_or_else(|| panic!("no {key} among {keys:?}"))
}
