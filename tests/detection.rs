//! One wrong figure in a consistent report is always found, unless its cell stands in no equality: then nothing
//! in the report itself can tell, and the cell is on a list here.

use crate::reports;
use gouji::check::Blank;
use gouji::form::{CELLS, CellIndex, ORDER};
use gouji::report::Report;
use gouji::report::value::Value;
use gouji::rules::Severity;

/// The cells of the disclosure table of the 2021 layout: stocks and flows that no equation ties together.
const UNTIED_SINCE_2021: [&str; 10] = [
    "disclosure.regulations.made",
    "disclosure.regulations.repealed",
    "disclosure.regulations.in_force",
    "disclosure.normative_documents.made",
    "disclosure.normative_documents.repealed",
    "disclosure.normative_documents.in_force",
    "disclosure.licensing.decisions",
    "disclosure.penalties.decisions",
    "disclosure.coercion.decisions",
    "disclosure.fees.amount",
];

const UNTIED_UNTIL_2020: [&str; 22] = [
    "disclosure.regulations.made",
    "disclosure.regulations.published",
    "disclosure.regulations.public_total",
    "disclosure.normative_documents.made",
    "disclosure.normative_documents.published",
    "disclosure.normative_documents.public_total",
    "disclosure.licensing.items_last_year",
    "disclosure.licensing.items_change",
    "disclosure.licensing.decisions",
    "disclosure.other_services.items_last_year",
    "disclosure.other_services.items_change",
    "disclosure.other_services.decisions",
    "disclosure.penalties.items_last_year",
    "disclosure.penalties.items_change",
    "disclosure.penalties.decisions",
    "disclosure.coercion.items_last_year",
    "disclosure.coercion.items_change",
    "disclosure.coercion.decisions",
    "disclosure.fees.items_last_year",
    "disclosure.fees.items_change",
    "disclosure.procurement.projects",
    "disclosure.procurement.amount",
];

#[test]
fn every_wrong_figure_of_a_report_of_2024_is_found_or_untied() {
    let report = reports::suqian(2024);
    assert_eq!(ORDER[1].len(), 200);
    assert_eq!(undetected(&report, 1, 1), UNTIED_SINCE_2021);
    // A figure below 0 is wrong by itself, so that the untied zeros go unnoticed in one direction only.
    let untied_and_above_zero: Vec<&str> = UNTIED_SINCE_2021.into_iter().filter(|id| figure(&report, id) > 0).collect();
    assert_eq!(undetected(&report, 1, -1), untied_and_above_zero);
}

#[test]
fn every_wrong_figure_of_a_report_of_2020_is_found_or_untied() {
    let report = reports::named("xigang-2020").report;
    assert_eq!(ORDER[0].len(), 198);
    assert_eq!(undetected(&report, 0, 1), UNTIED_UNTIL_2020);
    let items = |row: &str| {
        figure(&report, &format!("disclosure.{row}.items_last_year")) + figure(&report, &format!("disclosure.{row}.items_change"))
    };
    let goes_unnoticed = |id: &&str| match id.rsplit_once('.') {
        // Fewer items than none is an error, and so is a count or an amount below 0.
        Some((row, "items_change")) => items(row.trim_start_matches("disclosure.")) > 0,
        Some((row, "items_last_year")) => figure(&report, id) > 0 && items(row.trim_start_matches("disclosure.")) > 0,
        _ => figure(&report, id) > 0,
    };
    let untied: Vec<&str> = UNTIED_UNTIL_2020.into_iter().filter(goes_unnoticed).collect();
    assert_eq!(undetected(&report, 0, -1), untied);
}

/// What is found is found at the place: a relation that the cell stands in, or the cell itself.
#[test]
fn a_wrong_figure_is_found_where_it_stands() {
    let report = reports::suqian(2024);
    for cell in ORDER[1].iter().copied().filter(|cell| !UNTIED_SINCE_2021.contains(&CELLS[*cell as usize].id)) {
        for finding in changed(&report, cell, 1).findings {
            let id = CELLS[cell as usize].id;
            assert!(finding.cells.iter().any(|of| of.cell == id), "{id} + 1 raises {}, which says nothing of it", finding.key());
        }
    }
}

/// The cells of a layout that can be changed by one without any error, in the order of the form.
fn undetected(report: &Report, layout: usize, by: i64) -> Vec<&'static str> {
    assert!(reports::answer(report, None, Blank::Missing).ok, "the report is consistent to begin with");
    let is_silent = |cell: &CellIndex| !changed(report, *cell, by).findings.iter().any(|finding| finding.severity == Severity::Error);
    ORDER[layout].iter().copied().filter(is_silent).map(|cell| CELLS[cell as usize].id).collect()
}

fn changed(report: &Report, cell: CellIndex, by: i64) -> gouji::answer::Answer {
    let mut wrong = report.clone();
    match report.reading(cell).value {
        Value::Count(number) => wrong.set_integer(cell, number + by),
        Value::Money(amount, _) => {
            // One in the last decimal written, in the unit written.
            let next = gouji::report::decimal::Decimal { digits: amount.digits + by, ..amount };
            let unit = if CELLS[cell as usize].unit().is_none() { "元" } else { "" };
            wrong.set_text(cell, &format!("{next}{unit}"));
        }
        other => panic!("{} holds {other:?}", CELLS[cell as usize].id),
    }
    reports::answer(&wrong, None, Blank::Missing)
}

/// The figure of a count, the sign of an amount.
fn figure(report: &Report, id: &str) -> i64 {
    match report.reading(gouji::form::cell(id).unwrap()).value {
        Value::Count(number) => number,
        Value::Money(amount, _) => amount.signum(),
        other => panic!("{id} holds {other:?}"),
    }
}
