//! Which rows of the form stand where. This is for tables; text in which every cell became a line is `flat.rs`.

use super::fit::{Column, Written, is_blank, is_value};
use super::flat::Flat;
use super::header::{Disputes, Header};
use super::label::{self, Certainty, Match};
use super::lines::{Cell, Line, Row};
use super::outline::Outline;
use super::plain::letters;
use crate::form::Table;

/// What a row of figures is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    Row(Match),
    /// The one row of the disputes table.
    Disputes,
    /// In the middle of a table of the form, and none of its rows.
    Unknown(Table),
}

/// A row of figures as it was found.
#[derive(Clone, Debug)]
pub struct Found {
    pub what: What,
    pub label: String,
    /// What stands behind the label.
    pub written: Vec<Written>,
    /// The index of its line.
    pub line: usize,
    /// The number of its table; 0 in text.
    pub source: usize,
    /// Where its first figure stands according to the header.
    pub column: Option<Column>,
    /// The order of the columns according to the header, where it is not that of the form.
    pub order: Option<[usize; 7]>,
}

/// No report has so many rows; what comes behind them is not read.
const MOST_ROWS: usize = 2000;
/// Comparing with every label takes long. No report has so many misprints.
const MOST_GUESSES: usize = 300;

pub struct Rows {
    pub found: Vec<Found>,
    /// Lines that belong to a table.
    pub in_table: Vec<bool>,
    pub header: Header,
    guesses: usize,
}

impl Rows {
    pub fn add(&mut self, found: Found) {
        if self.found.len() < MOST_ROWS {
            self.in_table[found.line] = true;
            self.found.push(found);
        }
    }

    pub fn guess(&mut self, letters: &[char]) -> Option<Match> {
        self.guesses += 1;
        if self.guesses > MOST_GUESSES { None } else { label::guess(letters) }
    }
}

/// Of a long row only so many cells can be labels.
const LABEL_CELLS: usize = 6;

pub fn rows(lines: &[Line], outline: &Outline) -> Rows {
    let mut rows = Rows { found: Vec::new(), in_table: vec![false; lines.len()], header: Header::default(), guesses: 0 };
    let mut flat = Flat::default();
    // A table that goes on behind a page break has no header of its own.
    let mut disputes = Disputes::default();
    let mut index = 0;
    while index < lines.len() {
        if outline.is_heading(index) {
            flat.end(&mut rows);
            disputes = Disputes::default();
        }
        match &lines[index] {
            Line::Text { number, text, .. } => {
                if !outline.is_heading(index) {
                    flat.line(&mut rows, index, *number, text, outline.section_at(index));
                }
                index += 1;
            }
            Line::Row(first) => {
                flat.end(&mut rows);
                let is_same = |line: &&Line| matches!(line, Line::Row(row) if row.table == first.table);
                let length = lines[index..].iter().take_while(is_same).count();
                table(&mut rows, lines, index..index + length, outline, &mut disputes);
                index += length;
            }
        }
    }
    flat.end(&mut rows);
    rows
}

/// One table, or several in one.
fn table(rows: &mut Rows, lines: &[Line], range: std::ops::Range<usize>, outline: &Outline, disputes: &mut Disputes) {
    let of = |index: usize| match &lines[index] {
        Line::Row(row) => Some((index, row)),
        Line::Text { .. } => None,
    };
    let mut matches: Vec<Option<(Match, usize)>> = Vec::new();
    let mut before = None;
    for (_, row) in range.clone().filter_map(of) {
        let found = labelled(row, |letters| label::exact(letters, before));
        before = found.map(|(found, _)| found.row).or(before);
        matches.push(found);
    }
    let count = matches.iter().flatten().count();
    let is_telling = |(found, _): &(Match, usize)| found.label.chars().count() > 4;
    let is_form = count > 1 || matches.iter().flatten().any(is_telling);
    let (first, last) = (matches.iter().position(Option::is_some), matches.iter().rposition(Option::is_some));
    let mut header = Header::default();
    let mut column = None;
    let mut order = None;
    for (index, row) in range.clone().filter_map(of) {
        let offset = index - range.start;
        if outline.is_heading(index) {
            continue;
        }
        if is_form && matches[offset].is_none() {
            matches[offset] = labelled(row, |letters| rows.guess(letters));
        }
        let found = |what: What, label: String, written: Vec<Written>| Found {
            what,
            label,
            written,
            line: index,
            source: row.table,
            column: None,
            order: None,
        };
        match matches[offset].filter(|_| is_form) {
            Some((name, behind)) => {
                let mut found = found(What::Row(name), label_of(row, behind), written(row, behind));
                if name.row.table == Table::Requests {
                    (found.column, found.order) = (Some(column.unwrap_or(Column::Last)), order);
                }
                rows.add(found);
                disputes.forget();
            }
            None => {
                let values = row.cells.iter().filter(|cell| is_value(cell.text)).count();
                let in_section = outline.section_at(index) == Some(3);
                if let Some(from) = disputes.figures(row, in_section) {
                    rows.add(found(What::Disputes, label_of(row, from), written(row, from)));
                } else if values == 0 {
                    let words = header.words(row);
                    disputes.words(row);
                    // A sheet has prose in it, too, in the only cell of a row.
                    rows.in_table[index] = words || disputes.is_known() || (is_form && lines[index].text().is_none());
                    if let Some(start) = header.column() {
                        column = Some(Column::At(start));
                        order = header.order();
                    }
                } else if is_form && first.is_some_and(|first| first < offset) && last.is_some_and(|last| offset < last) {
                    let table = matches[..offset].iter().rev().flatten().next().map_or(Table::Requests, |(found, _)| found.row.table);
                    let from = row.cells.iter().position(|cell| is_value(cell.text)).unwrap_or(0);
                    rows.add(found(What::Unknown(table), label_of(row, from), written(row, from)));
                }
            }
        }
    }
    rows.header.add(&header);
}

/// The label of a row and where its figures begin. The last cell that names a row counts: the headings of groups and
/// the number of a label may stand in cells of their own before it.
fn labelled(row: &Row, mut by: impl FnMut(&[char]) -> Option<Match>) -> Option<(Match, usize)> {
    let filled: Vec<usize> = (0..row.cells.len()).filter(|index| !is_blank(row.cells[*index].text)).take(LABEL_CELLS).collect();
    for (position, &index) in filled.iter().enumerate().rev() {
        if is_value(row.cells[index].text) {
            continue;
        }
        let alone = letters(row.cells[index].text);
        let together: Vec<char> = filled[..=position].iter().flat_map(|cell| letters(row.cells[*cell].text)).collect();
        if let Some(found) = by(&together).or_else(|| by(&alone)) {
            return is_row(found, &row.cells[index + 1..]).then_some((found, index + 1));
        }
    }
    None
}

/// Behind a label stand figures, or as many blanks as there are figures in the form: elsewhere the same words are
/// headings or links.
fn is_row(found: Match, behind: &[Cell]) -> bool {
    let filled = behind.iter().filter(|cell| !is_blank(cell.text)).count();
    let values = behind.iter().filter(|cell| is_value(cell.text)).count();
    let fewest = if found.row.table == Table::Requests { 7 } else { 1 };
    // "总计" before blanks is the name of a column.
    let is_plain = found.certainty == Certainty::Exact || found.label.chars().count() > 4;
    if filled == 0 { is_plain && behind.len() >= fewest } else { values * 2 >= filled }
}

fn label_of(row: &Row, end: usize) -> String {
    let filled = row.cells[..end].iter().filter(|cell| !is_blank(cell.text));
    filled.map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().concat()).collect::<Vec<_>>().join(" ")
}

fn written(row: &Row, from: usize) -> Vec<Written> {
    row.cells[from..].iter().map(|cell| Written { text: trimmed(cell.text), spot: row.spot(cell) }).collect()
}

/// As written, without white space around it.
pub fn trimmed(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')).to_string()
}
