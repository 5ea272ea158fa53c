//! The core compiled to WebAssembly says in a browser what it says natively. What stands above it, the JavaScript
//! face, is tested through the package (tests/node, tests/browser).
#![cfg(target_arch = "wasm32")]

use gouji::check::{Blank, Options, Session, check};
use gouji::form::CELLS;
use gouji::report::Report;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FIGURES: [(&str, &str); 3] =
    [("requests.received.natural", "1"), ("requests.results_total.natural", "１"), ("requests.carried_out.natural", "1项")];

fn cell(id: &str) -> u8 {
    u8::try_from(CELLS.iter().position(|cell| cell.id == id).unwrap()).unwrap()
}

fn zero() -> Options {
    Options { blank: Blank::Zero, ..Options::default() }
}

#[wasm_bindgen_test]
fn finds_and_phrases() {
    let mut report = Report::of_year(2024);
    for (id, text) in FIGURES {
        report.set_text(cell(id), text);
    }
    let answer = check(&report, None, &zero());
    let finding = answer.findings.iter().find(|finding| finding.rule == "requests-balance").unwrap();
    assert_eq!(finding.message, "自然人列：一(1)+二(0)=1，三（七）(1)+四(1)=2，差 -1");
    assert!(!answer.ok);
}

#[wasm_bindgen_test]
fn a_session_ends_where_a_check_does() {
    let mut session = Session::open(Report::of_year(2024), None, zero());
    let mut report = Report::of_year(2024);
    for (id, text) in FIGURES {
        session.set_text(cell(id), text);
        report.set_text(cell(id), text);
    }
    assert_eq!(session.answer().findings, check(&report, None, &zero()).findings);
}
