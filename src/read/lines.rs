//! A document as what stands under one another: lines of text and rows of tables.

use super::block::{Block, Document, Origin};
use super::fit::{Spot, is_blank};

pub enum Line<'a> {
    Text { number: usize, text: &'a str },
    Row(Row<'a>),
}

pub struct Row<'a> {
    /// Counted from 1.
    pub table: usize,
    pub number: usize,
    /// The cells that begin in this row.
    pub cells: Vec<Cell<'a>>,
}

pub struct Cell<'a> {
    /// Counted from 1.
    pub column: usize,
    pub text: &'a str,
}

impl Row<'_> {
    pub fn spot(&self, cell: &Cell) -> Spot {
        Spot::Cell { table: self.table, row: self.number, column: cell.column }
    }
}

impl<'a> Line<'a> {
    /// The text of a line, or of the only cell of a row that holds any: sheets have their headings in cells.
    pub fn text(&self) -> Option<&'a str> {
        match self {
            Line::Text { text, .. } => Some(text),
            Line::Row(row) => {
                let mut filled = row.cells.iter().filter(|cell| !is_blank(cell.text));
                let only = filled.next()?;
                filled.next().is_none().then_some(only.text)
            }
        }
    }
}

pub fn lines(document: &Document) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut tables, mut texts) = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => {
                texts += 1;
                lines.push(Line::Text { number: texts, text });
            }
            Block::Table(grid) => {
                tables += 1;
                for (index, row) in grid.rows.iter().enumerate() {
                    let own = row.iter().enumerate().filter(|(_, place)| place.origin == Origin::Own);
                    let cells = own.map(|(column, place)| Cell { column: column + 1, text: &place.text }).collect();
                    lines.push(Line::Row(Row { table: tables, number: index + 1, cells }));
                }
            }
        }
    }
    lines
}
