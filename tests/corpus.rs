//! Folders beside the clone, which need not exist: `make corpus` names them and runs these tests.
//! They are ignored otherwise.

#![cfg(not(target_arch = "wasm32"))]

mod reports;

use gouji::check::Blank;
use gouji::form::{CELLS, Face, GridKind, Kind};
use reports::Known;
use std::path::PathBuf;

/// The folder or file that the environment names, where it is there.
fn given(variable: &str) -> Option<PathBuf> {
    let Some(path) = std::env::var_os(variable).map(PathBuf::from) else {
        println!("{variable} is not set: nothing to compare with");
        return None;
    };
    if !path.exists() {
        println!("{} is not there: nothing to compare with", path.display());
        return None;
    }
    Some(path)
}

/// GOUJI_REPORTS=<folder>: every report in it breaks exactly the relations that it lists.
#[test]
#[ignore = "needs a folder of reports: make corpus"]
fn reports_beside_the_clone() {
    let Some(folder) = given("GOUJI_REPORTS") else { return };
    let (mut right, mut wrong, mut skipped) = (0, 0, 0);
    println!("\n{:<28} {:>6}  {:>6}  verdict", "report", "listed", "broken");
    for known in reports::all_in(&folder) {
        match known {
            Err(why) => {
                skipped += 1;
                println!("{why}: skipped");
            }
            Ok(known) => {
                let is_right = judge(&known);
                right += usize::from(is_right);
                wrong += usize::from(!is_right);
            }
        }
    }
    println!("{} reports found, {right} right, {wrong} wrong, {skipped} skipped", right + wrong + skipped);
    assert!(right + wrong > 0, "no report in {}", folder.display());
    assert_eq!(wrong, 0, "see the table");
}

fn judge(known: &Known) -> bool {
    let answer = reports::answer(&known.report, None, Blank::Zero);
    let faults = reports::faults(known, &answer);
    let verdict = if faults.is_empty() { "right" } else { "WRONG" };
    println!("{:<28} {:>6}  {:>6}  {verdict}", known.name, known.broken.len(), reports::broken_hard(&answer).len());
    for fault in &faults {
        println!("    {fault}");
    }
    faults.is_empty()
}

/// GOUJI_CONTRACT=<folder>: `cells.csv` there and the form agree in every cell, its layout, labels and kind, in the same order.
#[test]
#[ignore = "needs the contract: make corpus"]
fn cells_of_the_contract() {
    let Some(folder) = given("GOUJI_CONTRACT") else { return };
    let text = std::fs::read_to_string(folder.join("cells.csv")).unwrap();
    let expected: Vec<[String; 4]> = text.lines().skip(1).map(line_of_the_contract).collect();
    let found: Vec<[String; 4]> =
        [(2020, "2019"), (2024, "2021")].into_iter().flat_map(|(year, layout)| lines_of_the_form(year, layout)).collect();
    let differences: Vec<_> = expected.iter().zip(&found).filter(|(expected, found)| expected != found).collect();
    println!("\n{} cells in the contract, {} in the form, {} differences", expected.len(), found.len(), differences.len());
    for (expected, found) in &differences {
        println!("    contract {expected:?}\n    form     {found:?}");
    }
    assert_eq!(expected.len(), found.len());
    assert!(differences.is_empty(), "see the list");
}

/// Cell, layout, labels from the outermost heading of the row to the column, kind. Only kinds hold commas, in quotes.
fn line_of_the_contract(line: &str) -> [String; 4] {
    let parts: Vec<&str> = line.splitn(5, ',').collect();
    let [cell, layout, row, column, kind] = parts.as_slice() else { panic!("\"{line}\" has too few columns") };
    [cell.to_string(), layout.to_string(), format!("{row}/{column}"), kind.trim_matches('"').to_string()]
}

fn lines_of_the_form(year: i64, layout: &str) -> Vec<[String; 4]> {
    let face = gouji::form::face(year).unwrap();
    let lines = face.cells.iter().map(|cell| {
        let label = cell.label.replace(" / ", "/");
        // The contract puts the caption of a block before the rows of the disclosure table; the form prints it above them.
        let label = caption(&face, cell.id).map_or(label.clone(), |caption| format!("{caption}/{label}"));
        let kind = match CELLS[gouji::form::cell(cell.id).unwrap() as usize].kind {
            Kind::Count => "count",
            Kind::SignedCount => "signed count",
            Kind::MoneyTenThousand => "money in 10,000 yuan",
            Kind::MoneyWritten => "money, unit written in the cell",
        };
        [cell.id.to_string(), layout.to_string(), label, kind.to_string()]
    });
    lines.collect()
}

/// The caption printed last above a cell, where its table has captions.
fn caption(face: &Face, id: &str) -> Option<&'static str> {
    let mut caption = None;
    for printed in face.tables.iter().flat_map(|table| table.rows.iter().flatten()) {
        if printed.kind == GridKind::Caption {
            caption = Some(printed.text);
        }
        if printed.cell.is_some_and(|cell| CELLS[cell as usize].id == id) {
            return caption.filter(|_| id.starts_with("disclosure."));
        }
    }
    None
}
