//! Folders beside the clone, which need not exist: `make corpus` names them and runs these tests.
//! They are ignored otherwise.

use crate::reports;
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

/// Of these only one table is as published.
const PARTIAL: [(&str, &str); 1] = [("13-", "requests.")];
/// What is odd about the documents, by the beginning of their names.
const ODD: [(&str, &[&str]); 5] = [
    ("00-", &["columns-shifted@requests"]),
    ("01-", &[]),
    ("04-", &[]),
    ("05-", &["label-guessed@requests.refused.law_forbids"]),
    ("13-", &["heading-missing@disclosure_text"]),
];

/// GOUJI_REPORTS=<folder>: the documents in its folder `raw` are read to exactly the figures of the reports, and say what is odd.
#[test]
#[ignore = "needs a folder of reports: make corpus"]
fn documents_beside_the_clone() {
    let Some(folder) = given("GOUJI_REPORTS") else { return };
    let raw = folder.join("raw");
    if !raw.exists() {
        println!("no documents in it: skipped");
        return;
    }
    let mut files: Vec<PathBuf> = std::fs::read_dir(&raw).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut right, mut skipped, mut wrong) = (0, 0, Vec::new());
    println!("\n{:<36} {:>5}  {:>5}  odd", "document", "cells", "wrong");
    for file in &files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let Some(known) = known(&folder, &name) else {
            skipped += 1;
            println!("{name:<36} no figures to compare with: skipped");
            continue;
        };
        let reading = match gouji::read::read(&std::fs::read(file).unwrap(), &name) {
            Ok(reading) => reading,
            Err(refusal) => {
                skipped += 1;
                println!("{name:<36} {refusal}: skipped");
                continue;
            }
        };
        let differences = differences(&known, &reading, &name);
        let odd: Vec<String> = reading.oddities.iter().map(|oddity| oddity.key()).collect();
        println!("{name:<36} {:>5}  {:>5}  {}", reading.found.len(), differences.len(), odd.join(" "));
        differences.iter().for_each(|difference| println!("    {difference}"));
        let is_told = ODD.iter().find(|(begin, _)| name.starts_with(begin)).is_none_or(|(_, expected)| odd == *expected);
        match differences.is_empty() && is_told {
            true => right += 1,
            false => wrong.push(name),
        }
    }
    println!("{} documents found, {right} right, {} wrong, {skipped} skipped", files.len(), wrong.len());
    assert!(right + wrong.len() > 0, "no document in {}", raw.display());
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The report with the number of a document.
fn known(folder: &std::path::Path, document: &str) -> Option<Known> {
    let number = document.split('-').next()?;
    reports::all_in(folder).into_iter().filter_map(Result::ok).find(|known| known.name.split('-').next() == Some(number))
}

fn differences(known: &Known, reading: &gouji::read::Reading, document: &str) -> Vec<String> {
    let part = PARTIAL.iter().find(|(begin, _)| document.starts_with(begin)).map_or("", |(_, part)| part);
    let found: std::collections::BTreeMap<&str, &str> =
        reading.found.iter().map(|place| (CELLS[place.cell as usize].id, place.text.as_str())).collect();
    let published = known.json["cells"].as_object().unwrap();
    let mut differences = Vec::new();
    for (id, text) in published.iter().filter(|(id, _)| id.starts_with(part)) {
        if found.get(id.as_str()) != Some(&text.as_str().unwrap_or_default()) {
            differences.push(format!("{id}: {text} was read as {:?}", found.get(id.as_str())));
        }
    }
    differences.extend(found.keys().filter(|id| !published.contains_key(**id)).map(|id| format!("{id} is not in the report")));
    if part.is_empty() {
        let layouts = known.report.layouts_in_force();
        if reading.report.layouts != layouts.map_or([None; 2], |layouts| layouts.map(Some)) || reading.report.year != known.report.year {
            differences.push(format!("year and layouts: {:?} {:?}", reading.report.year, reading.report.layouts));
        }
    }
    differences
}
