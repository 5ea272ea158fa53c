//! Excel: sheets as a reader sees them.

use super::made::{book, cell, text_cell};
use super::reads;

#[test]
fn sheets_as_a_reader_sees_them() {
    let first = format!(
        "<sheetData><row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"3\">{}{}{}</row><row r=\"4\">{}{}<c r=\"D4\" t=\"str\"><f>A1</f><v>计</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
        text_cell("B3", "规章"),
        cell("C3", "96171.600000000006"),
        cell("D3", "1.0E3"),
        cell("B4", ""),
        cell("C4", "447228"),
    );
    let hidden = format!("<sheetData><row r=\"1\">{}</row></sheetData>", cell("A1", "1"));
    let third = format!(
        "<sheetData><row>{}{}</row></sheetData>",
        "<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>", "<c><v>5</v></c>"
    );
    let bytes = book(&[("visible", &first), ("hidden", &hidden), ("visible", &third)], "<si><t>第二十条</t></si>");
    reads(&bytes, "report.xlsx", &["|第二十条|<|<|", "|规章|96171.6|1000|", "|<|447228|计|", "|甲乙|5|"]);
}

#[test]
fn numbers_of_a_sheet_have_the_digits_that_are_seen() {
    for (stored, seen) in [
        ("447228", "447228"),
        ("96171.600000000006", "96171.6"),
        ("547.96590000000003", "547.9659"),
        ("0.99999999999999989", "1"),
        ("7730.2799999999997", "7730.28"),
        ("-417.0", "-417"),
        ("1.0E3", "1000"),
        ("2.5e-3", "0.0025"),
        ("3.9857580000000001E6", "3985758"),
        ("0.0", "0"),
        ("1e999", "1e999"),
    ] {
        let sheet = format!("<sheetData><row r=\"1\">{}{}</row></sheetData>", text_cell("A1", "行"), cell("B1", stored));
        reads(&book(&[("visible", &sheet)], ""), "report.xlsx", &[&format!("|行|{seen}|")]);
    }
}
