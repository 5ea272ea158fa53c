//! A live form under any sequence of edits: at each point it says what a fresh check says, and the changes it told add
//! up to what stands.

use super::input::Input;
use super::{check, reports};
use gouji::answer::{Finding, key};
use gouji::check::{Change, Options, Session, check as check_report};
use gouji::report::{Node, Report};
use gouji::rules::BOOK;
use std::collections::BTreeMap;

/// More would only make the inputs longer.
const EDITS: usize = 40;

pub fn run(bytes: &[u8]) {
    let mut input = Input::new(bytes);
    let options = Options::from_node(&reports::options(&mut input), &BOOK).unwrap_or_default();
    let mut report = Report::from_node(&reports::report(&mut input));
    let previous = (input.below(2) == 1).then(|| Report::from_node(&reports::report(&mut input)));
    let mut session = Session::open(report.clone(), previous.as_ref(), options.clone());
    let mut standing = by_key(session.findings(false));
    for _ in 0..EDITS {
        if input.is_empty() {
            break;
        }
        edit(&mut input, &mut session, &mut report, &mut standing);
        let fresh = check_report(&report, previous.as_ref(), &options);
        assert_eq!(session.answer(), fresh, "a live form says what a fresh check says");
        assert_eq!(standing, by_key(session.findings(false)), "the changes add up to what stands");
        check::makes_sense(&fresh);
    }
}

/// The same edit in the session and in the report that is checked afresh.
fn edit(input: &mut Input, session: &mut Session, report: &mut Report, standing: &mut BTreeMap<String, Finding>) {
    if input.below(8) == 1 {
        let finding = reports::finding_key(input);
        let text = (input.below(3) > 0).then(|| input.text());
        session.explain(&finding, text.as_deref());
        report.explain(&finding, text.as_deref());
        // An explanation changes findings that stand, and is not told: whoever gave it knows.
        *standing = by_key(session.findings(false));
        return;
    }
    let cell = reports::cell(input);
    let change = match reports::entry(input) {
        Node::Text(text) => {
            report.set_text(cell, &text);
            session.set_text(cell, &text)
        }
        Node::Integer(number) => {
            report.set_integer(cell, number);
            session.set_integer(cell, number)
        }
        node => {
            report.set_node(cell, &node);
            session.set_node(cell, &node)
        }
    };
    follow(standing, change, session);
}

fn follow(standing: &mut BTreeMap<String, Finding>, change: Change, session: &Session) {
    for resolved in &change.resolved {
        let key = key(resolved.rule, &resolved.at);
        assert!(standing.remove(&key).is_some(), "{key} is resolved and did not stand");
        assert!(!change.appeared.iter().any(|finding| finding.key() == key), "{key} is resolved and appears");
    }
    standing.extend(by_key(change.appeared));
    let states = session.relations();
    assert!(change.relations.iter().all(|state| states.contains(state)), "a relation is told with the state it has");
}

/// By `rule@at`. Echoes are told only with the whole list: one edit may tie findings that it does not touch.
fn by_key(findings: Vec<Finding>) -> BTreeMap<String, Finding> {
    findings.into_iter().map(|finding| (finding.key(), Finding { related: Vec::new(), ..finding })).collect()
}
