//! The printed tables: every cell with its spans, derived from rows, columns and headings.

use super::{BLOCKS, CELLS, COLUMNS, COLUMNS_TITLE, CellIndex, GROUPS, NONE, NOTE, ROWS, Table};
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum GridKind {
    /// A line over the whole width of the table.
    Caption,
    /// Above columns.
    Header,
    /// Before rows.
    Label,
    /// The printed note in the corner.
    Note,
    /// To be filled in.
    Value,
}

/// One printed cell.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GridCell {
    pub text: &'static str,
    pub english: &'static str,
    pub kind: GridKind,
    pub col_span: u8,
    pub row_span: u8,
    pub scope: Option<&'static str>,
    #[serde(serialize_with = "cell_id")]
    pub cell: Option<CellIndex>,
}

fn cell_id<S: serde::Serializer>(cell: &Option<CellIndex>, serializer: S) -> Result<S::Ok, S::Error> {
    cell.map(|cell| CELLS[cell as usize].id).serialize(serializer)
}

/// A table as printed: its physical columns, how many of its first rows are headers, and its rows.
pub struct Grid {
    pub columns: u8,
    pub head_rows: usize,
    pub rows: Vec<Vec<GridCell>>,
}

fn print(kind: GridKind, text: (&'static str, &'static str), col_span: u8, row_span: u8) -> GridCell {
    let scope = match kind {
        GridKind::Header if col_span > 1 => Some("colgroup"),
        GridKind::Header | GridKind::Caption => Some("col"),
        GridKind::Label if row_span > 1 => Some("rowgroup"),
        GridKind::Label => Some("row"),
        GridKind::Note | GridKind::Value => None,
    };
    GridCell { text: text.0, english: text.1, kind, col_span, row_span, scope, cell: None }
}

fn value(cell: CellIndex, col_span: u8) -> GridCell {
    GridCell { cell: Some(cell), ..print(GridKind::Value, ("", ""), col_span, 1) }
}

/// The printed table of a layout.
pub fn grid(table: Table, layout: usize) -> Grid {
    match table {
        Table::Disclosure => disclosure(layout),
        Table::Requests => requests(layout),
        Table::Disputes => disputes(layout),
    }
}

/// The numbers of the cells of one row.
fn cells_of_row(table: Table, row: u8, layout: usize) -> Vec<CellIndex> {
    super::cells_of(table, layout).filter(|cell| CELLS[*cell as usize].places[layout].0 == row).collect()
}

fn column_of(cell: CellIndex, layout: usize) -> &'static super::Column {
    &COLUMNS[CELLS[cell as usize].places[layout].1 as usize]
}

fn disclosure(layout: usize) -> Grid {
    let mut rows = Vec::new();
    let mut columns = 0;
    for block in BLOCKS.iter().filter(|block| block.layout == layout) {
        columns = block.header_spans.iter().sum();
        rows.push(vec![GridCell { scope: Some("colgroup"), ..print(GridKind::Caption, (block.caption, block.english), columns, 1) }]);
        let first = cells_of_row(Table::Disclosure, block.rows.0 as u8, layout);
        let mut header = vec![print(GridKind::Header, ("信息内容", "item"), block.header_spans[0], 1)];
        for (cell, span) in first.iter().zip(&block.header_spans[1..]) {
            let column = column_of(*cell, layout);
            header.push(GridCell { scope: Some("col"), ..print(GridKind::Header, (column.label, column.english), *span, 1) });
        }
        rows.push(header);
        for (row, of) in ROWS.iter().enumerate().skip(block.rows.0).take(block.rows.1) {
            let mut line = vec![print(GridKind::Label, (of.label, of.english), 1, 1)];
            let cells = cells_of_row(Table::Disclosure, row as u8, layout);
            line.extend(cells.iter().zip(block.value_spans).map(|(cell, span)| value(*cell, *span)));
            rows.push(line);
        }
    }
    Grid { columns, head_rows: 0, rows }
}

/// The rows of a table in a layout, each once, in the order of the form.
fn rows_of(table: Table, layout: usize) -> Vec<u8> {
    let mut rows: Vec<u8> = super::cells_of(table, layout).map(|cell| CELLS[cell as usize].places[layout].0).collect();
    rows.dedup();
    rows
}

/// The headings above a row, outermost first.
fn headings(row: u8) -> Vec<u8> {
    let mut list = Vec::new();
    let mut group = ROWS[row as usize].group;
    while group != NONE {
        list.insert(0, group);
        group = GROUPS[group as usize].parent;
    }
    list
}

fn requests(layout: usize) -> Grid {
    const LABEL_COLUMNS: u8 = 3;
    let rows = rows_of(Table::Requests, layout);
    let first = cells_of_row(Table::Requests, rows[0], layout);
    let width = first.len() as u8;

    let mut upper = Vec::new();
    let mut lower = Vec::new();
    let mut last_group = NONE;
    for cell in &first {
        let column = column_of(*cell, layout);
        let text = (column.label, column.english);
        if column.group == NONE {
            upper.push(print(GridKind::Header, text, 1, 2));
            continue;
        }
        if column.group != last_group {
            let members = first.iter().filter(|cell| column_of(**cell, layout).group == column.group).count() as u8;
            let group = &GROUPS[column.group as usize];
            upper.push(print(GridKind::Header, (group.label, group.english), members, 1));
            last_group = column.group;
        }
        lower.push(print(GridKind::Header, text, 1, 1));
    }
    let mut lines = vec![
        vec![
            print(GridKind::Note, (NOTE[0], NOTE[1]), LABEL_COLUMNS, 3),
            print(GridKind::Header, (COLUMNS_TITLE[0], COLUMNS_TITLE[1]), width, 1),
        ],
        upper,
        lower,
    ];

    let mut open: Vec<u8> = Vec::new();
    for row in &rows {
        let above = headings(*row);
        let mut line = Vec::new();
        for group in &above {
            if !open.contains(group) {
                let members = rows.iter().filter(|row| headings(**row).contains(group)).count() as u8;
                let heading = &GROUPS[*group as usize];
                line.push(print(GridKind::Label, (heading.label, heading.english), 1, members));
                open.push(*group);
            }
        }
        let label = &ROWS[*row as usize];
        line.push(print(GridKind::Label, (label.label, label.english), LABEL_COLUMNS - above.len() as u8, 1));
        line.extend(cells_of_row(Table::Requests, *row, layout).into_iter().map(|cell| value(cell, 1)));
        lines.push(line);
    }
    Grid { columns: LABEL_COLUMNS + width, head_rows: 3, rows: lines }
}

fn disputes(layout: usize) -> Grid {
    let (mut top, mut middle, mut bottom, mut values) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let rows = rows_of(Table::Disputes, layout);
    let mut last_group = NONE;
    for row in &rows {
        let cells = cells_of_row(Table::Disputes, *row, layout);
        let width = cells.len() as u8;
        let of = &ROWS[*row as usize];
        let text = (of.label, of.english);
        let names = cells.iter().map(|cell| column_of(*cell, layout));
        if of.group == NONE {
            top.push(print(GridKind::Header, text, width, 1));
            middle.extend(names.map(|column| print(GridKind::Header, (column.label, column.english), 1, 2)));
        } else {
            if of.group != last_group {
                let members = rows.iter().filter(|row| ROWS[**row as usize].group == of.group).count() as u8;
                let group = &GROUPS[of.group as usize];
                top.push(print(GridKind::Header, (group.label, group.english), width * members, 1));
                last_group = of.group;
            }
            middle.push(print(GridKind::Header, text, width, 1));
            bottom.extend(names.map(|column| print(GridKind::Header, (column.label, column.english), 1, 1)));
        }
        values.extend(cells.into_iter().map(|cell| value(cell, 1)));
    }
    Grid { columns: values.len() as u8, head_rows: 3, rows: vec![top, middle, bottom, values] }
}
