//! Text, line breaks and cells as a document brings them, written down as blocks. Tables that only lay out a page are
//! taken apart: what stands in their cells is part of the text.

use super::Refusal;
use super::limits;
use super::table::{Begins, Budget, Cell, Table};
use crate::read::block::Block;

/// What is open: the document or a cell, and the tables around it.
enum Level {
    Flow(Flow),
    Table(OpenTable),
}

#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    line: String,
    span: Span,
}

/// What a cell covers.
#[derive(Clone, Copy)]
pub struct Span {
    pub columns: usize,
    pub rows: usize,
    pub begins: Begins,
}

impl Default for Span {
    fn default() -> Span {
        Span { columns: 1, rows: 1, begins: Begins::Here }
    }
}

#[derive(Default)]
struct OpenTable {
    /// What stands before the grid that is being built.
    before: Vec<Block>,
    table: Table,
    row: Option<Vec<Flow>>,
    /// The row that is being written was deleted.
    deleted: bool,
    /// The cells, while each is alone in its row: then this is no table but a frame.
    frame: Option<Vec<Flow>>,
}

impl OpenTable {
    fn add_row(&mut self, row: Vec<Flow>, budget: &mut Budget) -> Result<(), Refusal> {
        if row.iter().any(|cell| cell.blocks.iter().any(|block| matches!(block, Block::Table(_)))) {
            let table = std::mem::take(&mut self.table);
            self.before.extend(table.finish(budget)?.map(Block::Table));
            self.before.extend(row.into_iter().flat_map(|cell| cell.blocks));
            return Ok(());
        }
        let cells = row.into_iter().map(|cell| Cell {
            text: text_of(&cell.blocks),
            columns: cell.span.columns,
            rows: cell.span.rows,
            begins: cell.span.begins,
        });
        self.table.add_row(cells.collect(), budget)
    }
}

pub struct Writer<'a> {
    levels: Vec<Level>,
    tables: usize,
    pub budget: &'a mut Budget,
    /// Does what is being written belong to a heading?
    pub heading: bool,
}

impl<'a> Writer<'a> {
    pub fn new(budget: &'a mut Budget) -> Writer<'a> {
        Writer { levels: vec![Level::Flow(Flow::default())], tables: 0, budget, heading: false }
    }

    /// The document or the cell that is being written; text between cells stands before their table, as in browsers.
    fn flow(&mut self) -> Option<&mut Flow> {
        self.levels.iter_mut().rev().find_map(|level| match level {
            Level::Flow(flow) => Some(flow),
            Level::Table(_) => None,
        })
    }

    fn open_table_mut(&mut self) -> Option<&mut OpenTable> {
        match self.levels.last_mut() {
            Some(Level::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// Is there a table around what is being written?
    pub fn is_in_table(&self) -> bool {
        self.tables > 0
    }

    /// Is a table open, and no cell of it?
    pub fn is_between_cells(&self) -> bool {
        matches!(self.levels.last(), Some(Level::Table(_)))
    }

    /// Text with white space as it shall stay.
    pub fn text(&mut self, text: &str) {
        if let Some(flow) = self.flow() {
            flow.line.push_str(text);
        }
    }

    /// Text in which white space only separates words, as in HTML.
    pub fn words(&mut self, text: &str) {
        let Some(flow) = self.flow() else { return };
        let mut separated = text.starts_with(|c: char| c.is_ascii_whitespace());
        for word in text.split_ascii_whitespace() {
            if separated && !flow.line.is_empty() && !flow.line.ends_with([' ', '\n']) {
                flow.line.push(' ');
            }
            flow.line.push_str(word);
            separated = true;
        }
        if text.ends_with(|c: char| c.is_ascii_whitespace()) && !flow.line.is_empty() && !flow.line.ends_with([' ', '\n']) {
            flow.line.push(' ');
        }
    }

    pub fn end_line(&mut self) {
        let heading = self.heading;
        let Some(flow) = self.flow() else { return };
        for line in std::mem::take(&mut flow.line).lines().map(str::trim).filter(|line| !line.is_empty()) {
            flow.blocks.push(if heading { Block::Heading(line.to_string()) } else { Block::Paragraph(line.to_string()) });
        }
    }

    /// The row that is being written is left out.
    pub fn drop_row(&mut self) {
        if let Some(table) = self.open_table_mut() {
            table.deleted = true;
        }
    }

    /// Say what the open cell covers, after its beginning.
    pub fn span(&mut self) -> Option<&mut Span> {
        match self.levels.last_mut() {
            Some(Level::Flow(flow)) if self.tables > 0 => Some(&mut flow.span),
            _ => None,
        }
    }

    /// The line as far as it is written, to be gone on with after something that stands in its middle.
    pub fn hold_line(&mut self) -> String {
        self.flow().map(|flow| std::mem::take(&mut flow.line)).unwrap_or_default()
    }

    /// A block that was read by other means.
    pub fn block(&mut self, block: Block) {
        self.end_line();
        if let Some(flow) = self.flow() {
            flow.blocks.push(block);
        }
    }

    pub fn open_table(&mut self) -> Result<(), Refusal> {
        self.end_line();
        self.heading = false;
        self.tables += 1;
        if self.tables > limits::NESTED_TABLES {
            return Err(Refusal::too_much("表格嵌套的层数", "tables in tables", limits::NESTED_TABLES));
        }
        self.levels.push(Level::Table(OpenTable { frame: Some(Vec::new()), ..OpenTable::default() }));
        Ok(())
    }

    pub fn open_row(&mut self) -> Result<(), Refusal> {
        self.close_row()?;
        if let Some(table) = self.open_table_mut() {
            table.row = Some(Vec::new());
        }
        Ok(())
    }

    pub fn open_cell(&mut self, span: Span) -> Result<(), Refusal> {
        self.close_cell();
        if let Some(table) = self.open_table_mut() {
            // The grid would refuse the row, but only at its end.
            if table.row.get_or_insert_default().len() >= limits::COLUMNS {
                return Err(Refusal::too_much("表格的列", "columns of a table", limits::COLUMNS));
            }
            self.levels.push(Level::Flow(Flow { span, ..Flow::default() }));
        }
        Ok(())
    }

    pub fn close_cell(&mut self) {
        if !self.is_in_table() || self.is_between_cells() {
            return;
        }
        self.end_line();
        self.heading = false;
        let Some(Level::Flow(flow)) = self.levels.pop() else { return };
        if let Some(table) = self.open_table_mut() {
            table.row.get_or_insert_default().push(flow);
        }
    }

    pub fn close_row(&mut self) -> Result<(), Refusal> {
        self.close_cell();
        let Some(Level::Table(open)) = self.levels.last_mut() else { return Ok(()) };
        let deleted = std::mem::take(&mut open.deleted);
        let Some(row) = open.row.take().filter(|_| !deleted) else { return Ok(()) };
        let is_alone = |cell: &Flow| cell.span.rows == 1 && cell.span.begins == Begins::Here;
        if let Some(frame) = open.frame.as_mut().filter(|_| row.len() <= 1 && row.iter().all(is_alone)) {
            frame.extend(row);
            return Ok(());
        }
        for cell in open.frame.take().unwrap_or_default() {
            open.add_row(vec![cell], self.budget)?;
        }
        open.add_row(row, self.budget)
    }

    pub fn end_group(&mut self) -> Result<(), Refusal> {
        self.close_row()?;
        if let Some(table) = self.open_table_mut() {
            table.table.end_group();
        }
        Ok(())
    }

    pub fn close_table(&mut self) -> Result<(), Refusal> {
        self.close_row()?;
        if !self.is_between_cells() {
            return Ok(());
        }
        let Some(Level::Table(open)) = self.levels.pop() else { return Ok(()) };
        self.tables -= 1;
        // What stood between the cells comes before the table.
        self.end_line();
        let blocks = match open.frame {
            Some(frame) => frame.into_iter().flat_map(|cell| cell.blocks).collect(),
            None => {
                let mut blocks = open.before;
                blocks.extend(open.table.finish(self.budget)?.map(Block::Table));
                blocks
            }
        };
        if let Some(flow) = self.flow() {
            flow.blocks.extend(blocks);
        }
        Ok(())
    }

    pub fn finish(mut self) -> Result<Vec<Block>, Refusal> {
        while self.is_in_table() {
            self.close_table()?;
        }
        self.end_line();
        Ok(self.flow().map(|flow| std::mem::take(&mut flow.blocks)).unwrap_or_default())
    }
}

fn text_of(blocks: &[Block]) -> String {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Heading(text) | Block::Paragraph(text) => Some(text.as_str()),
        Block::Table(_) => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}
