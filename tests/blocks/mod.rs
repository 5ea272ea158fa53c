//! Documents written down as lists: a text is a line, a list of lists is a table, row by row. A text in a row is a cell;
//! `"^"` and `"<"` are covered by the cell above or to the left, `"-"` is where the source has no cell.

pub mod draft;
pub mod house;

use gouji::read::block::{Block, Document, Grid, Origin, Place};
use serde_json::Value;

pub fn document(blocks: &Value) -> Document {
    let list = blocks.as_array().unwrap_or_else(|| panic!("a document is a list: {blocks}"));
    Document { blocks: list.iter().map(block).collect() }
}

fn block(block: &Value) -> Block {
    match block {
        Value::String(text) => Block::Paragraph(text.clone()),
        Value::Array(rows) => Block::Table(Grid { rows: rows.iter().map(row).collect() }),
        other => panic!("{other} is no block"),
    }
}

fn row(row: &Value) -> Vec<Place> {
    let cells = row.as_array().unwrap_or_else(|| panic!("{row} is no row"));
    cells.iter().map(|cell| place(cell.as_str().unwrap())).collect()
}

fn place(text: &str) -> Place {
    match text {
        "^" | "<" => Place { origin: Origin::Spanned, ..Place::default() },
        "-" => Place { origin: Origin::Missing, ..Place::default() },
        _ => Place { text: text.to_string(), origin: Origin::Own },
    }
}
