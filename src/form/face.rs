//! The form of one year as others read it: a serialisable picture of the data.

use super::grid::{GridCell, grid};
use super::{CELLS, CONFIRMED_UNTIL, GROUPS, Kind, LAYOUTS, NONE, ORDER, SECTIONS, TITLE, TITLE_ENGLISH, Table, layout_of};
use serde::Serialize;

/// The official form of one report year: sections, printed tables, cells.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Face {
    pub year: u16,
    pub title: &'static str,
    pub english: &'static str,
    pub notice: &'static str,
    /// False for years later than the reports that were seen.
    pub confirmed: bool,
    pub layouts: FaceLayouts,
    pub sections: Vec<FaceSection>,
    pub tables: Vec<FaceTable>,
    pub cells: Vec<FaceCell>,
}

#[derive(Serialize)]
pub struct FaceLayouts {
    pub disclosure: u16,
    pub requests: u16,
    pub disputes: u16,
}

#[derive(Serialize)]
pub struct FaceSection {
    pub key: &'static str,
    pub ordinal: &'static str,
    pub title: &'static str,
    pub english: &'static str,
    pub table: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FaceTable {
    pub id: &'static str,
    pub section: &'static str,
    pub title: &'static str,
    pub english: &'static str,
    pub layout: u16,
    pub columns: u8,
    pub head_rows: usize,
    pub rows: Vec<Vec<GridCell>>,
}

#[derive(Serialize)]
pub struct FaceCell {
    pub id: &'static str,
    pub table: &'static str,
    pub row: &'static str,
    pub column: &'static str,
    pub kind: &'static str,
    pub unit: Option<&'static str>,
    pub ordinal: &'static str,
    pub label: String,
    pub english: String,
}

/// The form of a year; `None` where there is none (before 2019).
///
/// ```
/// let form = gouji::form::face(2024).unwrap();
/// assert_eq!(form.cells.len(), 200);
/// assert_eq!(form.notice, "国办公开办函〔2021〕30号");
/// assert!(gouji::form::face(2018).is_none());
/// ```
pub fn face(year: i64) -> Option<Face> {
    let layout = layout_of(year)?;
    let id = LAYOUTS[layout].id;
    let year = u16::try_from(year).ok()?;
    Some(Face {
        year,
        title: TITLE,
        english: TITLE_ENGLISH,
        notice: LAYOUTS[layout].notice,
        confirmed: year <= CONFIRMED_UNTIL,
        layouts: FaceLayouts { disclosure: id, requests: id, disputes: id },
        sections: SECTIONS
            .iter()
            .map(|section| FaceSection {
                key: section.key,
                ordinal: section.ordinal,
                title: section.title,
                english: section.english,
                table: section.table.map(Table::id),
            })
            .collect(),
        tables: Table::ALL.iter().filter_map(|table| face_table(*table, layout)).collect(),
        cells: ORDER[layout].iter().filter_map(|cell| face_cell(*cell, layout)).collect(),
    })
}

fn face_table(table: Table, layout: usize) -> Option<FaceTable> {
    let section = table.section()?;
    let grid = grid(table, layout);
    Some(FaceTable {
        id: table.id(),
        section: section.key,
        title: section.title,
        english: section.english,
        layout: LAYOUTS[layout].id,
        columns: grid.columns,
        head_rows: grid.head_rows,
        rows: grid.rows,
    })
}

fn face_cell(index: u8, layout: usize) -> Option<FaceCell> {
    let cell = &CELLS[index as usize];
    let (row, column) = cell.place(layout)?;
    let (mut label, mut english) = (String::new(), String::new());
    let mut add = |zh: &str, en: &str| {
        for (text, part) in [(&mut label, zh), (&mut english, en)] {
            if !text.is_empty() {
                text.push_str(" / ");
            }
            text.push_str(part);
        }
    };
    let mut above = Vec::new();
    for mut group in [column.group, row.group] {
        let at = above.len();
        while group != NONE {
            above.insert(at, group);
            group = GROUPS[group as usize].parent;
        }
    }
    let of_column = usize::from(column.group != NONE);
    for group in &above[of_column..] {
        add(GROUPS[*group as usize].label, GROUPS[*group as usize].english);
    }
    add(row.label, row.english);
    for group in &above[..of_column] {
        add(GROUPS[*group as usize].label, GROUPS[*group as usize].english);
    }
    add(column.label, column.english);
    Some(FaceCell {
        id: cell.id,
        table: cell.table.id(),
        row: row.id,
        column: column.id,
        kind: match cell.kind {
            Kind::Count => "count",
            Kind::SignedCount => "signed count",
            Kind::MoneyTenThousand | Kind::MoneyWritten => "money",
        },
        unit: cell.unit(),
        ordinal: row.ordinal.zh,
        label,
        english,
    })
}
