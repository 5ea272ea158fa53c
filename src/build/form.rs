//! The official form from its data files: every row, column and cell of both layouts, numbered.

use super::source::{Fault, Source};
use serde::Deserialize;

/// The layouts, oldest first; an index into this is what the program works with.
pub const LAYOUTS: [u16; 2] = [2019, 2021];

/// Two languages of one text.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub zh: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    pub title: String,
    pub english: String,
    pub confirmed_until: u16,
    pub layout: Vec<Layout>,
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    pub id: u16,
    pub first_year: u16,
    pub notice: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub key: String,
    pub ordinal: String,
    pub title: String,
    pub english: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisclosureFile {
    block: Vec<Block>,
}

/// One captioned block of the disclosure table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub layout: u16,
    pub caption: String,
    pub english: String,
    pub header_spans: Vec<u8>,
    pub value_spans: Vec<u8>,
    pub columns: Vec<Line>,
    pub rows: Vec<Line>,
}

/// A row, a column, or a heading above several of them, as printed.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    pub id: String,
    #[serde(default)]
    pub ordinal: String,
    pub label: String,
    pub english: String,
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default)]
    pub under: Option<String>,
    #[serde(default)]
    pub sets: Vec<String>,
    #[serde(default)]
    pub since: Option<u16>,
    #[serde(default)]
    pub until: Option<u16>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetName {
    pub id: String,
    pub label: String,
    pub english: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestsFile {
    note: String,
    note_english: String,
    columns_title: String,
    columns_title_english: String,
    columns: Vec<Line>,
    column_groups: Vec<Line>,
    row_groups: Vec<Line>,
    rows: Vec<Line>,
    set_names: Vec<SetName>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DisputesFile {
    groups: Vec<Line>,
    group_headers: Vec<Line>,
    columns: Vec<Line>,
    set_names: Vec<SetName>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Disclosure,
    Requests,
    Disputes,
}

impl Table {
    pub const ALL: [(&'static str, Table); 3] =
        [("disclosure", Table::Disclosure), ("requests", Table::Requests), ("disputes", Table::Disputes)];
    pub fn named(name: &str) -> Option<Table> {
        Table::ALL.iter().find(|(id, _)| *id == name).map(|(_, table)| *table)
    }
}

/// A heading above rows or columns.
pub struct Group {
    pub line: Line,
    pub parent: Option<usize>,
}

pub struct Row {
    pub line: Line,
    pub table: Table,
    pub group: Option<usize>,
    /// "三（三）1" and "3(3)1": the ordinals down to the row, together.
    pub ordinal: Text,
    /// The label without its numbering and without printed remarks.
    pub name: Text,
}

pub struct Column {
    pub line: Line,
    pub table: Table,
    pub group: Option<usize>,
}

pub struct Cell {
    pub id: String,
    pub table: Table,
    pub kind: String,
    /// Row and column, by layout.
    pub places: [Option<(usize, usize)>; 2],
}

pub struct Form {
    pub whole: Whole,
    pub blocks: Vec<Block>,
    /// Index of the first row of each block in `rows`.
    pub block_rows: Vec<usize>,
    pub note: Text,
    pub columns_title: Text,
    pub groups: Vec<Group>,
    pub rows: Vec<Row>,
    pub columns: Vec<Column>,
    pub cells: Vec<Cell>,
    /// The cells of each layout, in the order of the printed form.
    pub order: [Vec<usize>; 2],
    pub set_names: Vec<(Table, SetName)>,
}

impl Form {
    pub fn cell(&self, id: &str) -> Option<usize> {
        self.cells.iter().position(|cell| cell.id == id)
    }

    /// The ids of the rows (or columns) of a table in a layout, all of them or those of a set.
    pub fn members(&self, table: Table, rows: bool, set: Option<&str>, layout: usize) -> Vec<String> {
        let wanted = |line: &Line| set.is_none_or(|set| line.sets.iter().any(|name| name == set));
        let mut ids: Vec<String> = Vec::new();
        for &cell in &self.order[layout] {
            let cell = &self.cells[cell];
            let Some((row, column)) = cell.places[layout] else { continue };
            let line = if rows { &self.rows[row].line } else { &self.columns[column].line };
            if cell.table == table && wanted(line) && !ids.contains(&line.id) {
                ids.push(line.id.clone());
            }
        }
        ids
    }
}

pub fn load(sources: &[Source]) -> Result<Form, Vec<Fault>> {
    let file = |name: &str| -> Result<&Source, Vec<Fault>> {
        sources
            .iter()
            .find(|source| source.name.ends_with(name))
            .ok_or_else(|| vec![Fault { file: name.to_string(), line: 0, message: "this data file is missing".to_string() }])
    };
    let whole: Whole = file("form.toml")?.parse()?;
    let disclosure: DisclosureFile = file("disclosure.toml")?.parse()?;
    let requests: RequestsFile = file("requests.toml")?.parse()?;
    let disputes: DisputesFile = file("disputes.toml")?.parse()?;

    let mut form = Form {
        whole,
        blocks: Vec::new(),
        block_rows: Vec::new(),
        note: Text { zh: requests.note.clone(), en: requests.note_english.clone() },
        columns_title: Text { zh: requests.columns_title.clone(), en: requests.columns_title_english.clone() },
        groups: Vec::new(),
        rows: Vec::new(),
        columns: Vec::new(),
        cells: Vec::new(),
        order: [Vec::new(), Vec::new()],
        set_names: Vec::new(),
    };
    for (index, layout) in form.whole.layout.iter().enumerate() {
        assert_eq!(LAYOUTS.get(index), Some(&layout.id), "form.toml: layouts are {LAYOUTS:?}");
    }
    form.add_disclosure(disclosure.block).map_err(|message| fault(file("disclosure.toml"), message))?;
    form.add_requests(requests).map_err(|message| fault(file("requests.toml"), message))?;
    form.add_disputes(disputes).map_err(|message| fault(file("disputes.toml"), message))?;
    Ok(form)
}

/// A fault in a file of the form; the quoted word in the message leads to its line.
fn fault(source: Result<&Source, Vec<Fault>>, message: String) -> Vec<Fault> {
    match source {
        Ok(source) => {
            let start = message.split('"').nth(1).and_then(|word| source.text.find(&format!("\"{word}\""))).unwrap_or(0);
            vec![source.fault(&(start..start), message)]
        }
        Err(faults) => faults,
    }
}

/// A label without the remark printed behind it.
fn names(zh: &str, en: &str) -> Text {
    Text { zh: zh.split('（').next().unwrap_or(zh).to_string(), en: en.split(" (").next().unwrap_or(en).to_string() }
}

/// "三（七）" is "3(7)" in English.
fn ordinals(zh: &str) -> Text {
    let digits = "一二三四五六七八九";
    let english = |c: char| match c {
        '（' => '(',
        '）' => ')',
        other => digits.chars().zip('1'..='9').find(|(digit, _)| *digit == other).map_or(other, |(_, digit)| digit),
    };
    Text { zh: zh.to_string(), en: zh.chars().map(english).collect() }
}

impl Form {
    fn add_disclosure(&mut self, blocks: Vec<Block>) -> Result<(), String> {
        for block in blocks {
            let Some(layout) = LAYOUTS.iter().position(|id| *id == block.layout) else {
                return Err(format!("the block \"{}\" has the unknown layout {}", block.caption, block.layout));
            };
            if block.header_spans.len() != block.columns.len() + 1 || block.value_spans.len() != block.columns.len() {
                return Err(format!("the block \"{}\" has spans that do not match its columns", block.caption));
            }
            let ordinal = block.caption.replace("第二十条第", "").replace('项', "");
            self.block_rows.push(self.rows.len());
            let first_column = self.columns.len();
            for line in &block.columns {
                self.columns.push(Column { line: line.clone(), table: Table::Disclosure, group: None });
            }
            for line in &block.rows {
                let row = self.rows.len();
                self.rows.push(Row {
                    name: names(&line.label, &line.english),
                    ordinal: ordinals(&format!("二{ordinal}")),
                    line: line.clone(),
                    table: Table::Disclosure,
                    group: None,
                });
                for (offset, column) in block.columns.iter().enumerate() {
                    let id = format!("disclosure.{}.{}", line.id, column.id);
                    self.add_cell(id, Table::Disclosure, column.kind.as_deref(), layout, row, first_column + offset)?;
                }
            }
            self.blocks.push(block);
        }
        Ok(())
    }

    fn add_requests(&mut self, file: RequestsFile) -> Result<(), String> {
        self.add_groups(file.row_groups)?;
        self.add_groups(file.column_groups)?;
        let first_column = self.add_columns(Table::Requests, &file.columns)?;
        for line in &file.rows {
            let group = self.group(line)?;
            let mut ordinal = line.ordinal.clone();
            let mut above = group;
            while let Some(index) = above {
                ordinal = format!("{}{}", self.groups[index].line.ordinal, ordinal);
                above = self.groups[index].parent;
            }
            if !line.label.starts_with(&line.ordinal) {
                return Err(format!("the label \"{}\" does not begin with its ordinal {}", line.label, line.ordinal));
            }
            let name = line.label[line.ordinal.len()..].trim_start_matches(['、', '.']);
            let row = self.rows.len();
            self.rows.push(Row {
                name: names(name, line.english.split_once(' ').map_or("", |(_, name)| name)),
                ordinal: ordinals(&ordinal),
                line: line.clone(),
                table: Table::Requests,
                group,
            });
            for (layout, year) in LAYOUTS.iter().enumerate() {
                if line.since.is_none_or(|since| since <= *year) && line.until.is_none_or(|until| until >= *year) {
                    for (offset, column) in file.columns.iter().enumerate() {
                        let id = format!("requests.{}.{}", line.id, column.id);
                        self.add_cell(id, Table::Requests, None, layout, row, first_column + offset)?;
                    }
                }
            }
        }
        self.set_names.extend(file.set_names.into_iter().map(|name| (Table::Requests, name)));
        Ok(())
    }

    fn add_disputes(&mut self, file: DisputesFile) -> Result<(), String> {
        self.add_groups(file.group_headers)?;
        let first_column = self.add_columns(Table::Disputes, &file.columns)?;
        for line in &file.groups {
            let group = self.group(line)?;
            let row = self.rows.len();
            self.rows.push(Row {
                name: names(&line.label, &line.english),
                ordinal: ordinals("四"),
                line: line.clone(),
                table: Table::Disputes,
                group,
            });
            for (offset, column) in file.columns.iter().enumerate() {
                for layout in 0..LAYOUTS.len() {
                    let id = format!("disputes.{}.{}", line.id, column.id);
                    self.add_cell(id, Table::Disputes, None, layout, row, first_column + offset)?;
                }
            }
        }
        self.set_names.extend(file.set_names.into_iter().map(|name| (Table::Disputes, name)));
        Ok(())
    }

    fn add_groups(&mut self, lines: Vec<Line>) -> Result<(), String> {
        for line in lines {
            let parent = self.group(&line)?;
            self.groups.push(Group { line, parent });
        }
        Ok(())
    }

    fn add_columns(&mut self, table: Table, lines: &[Line]) -> Result<usize, String> {
        let first = self.columns.len();
        for line in lines {
            let group = self.group(line)?;
            self.columns.push(Column { line: line.clone(), table, group });
        }
        Ok(first)
    }

    fn group(&self, line: &Line) -> Result<Option<usize>, String> {
        let Some(name) = &line.under else { return Ok(None) };
        match self.groups.iter().rposition(|group| group.line.id == *name) {
            Some(index) => Ok(Some(index)),
            None => Err(format!("\"{}\" stands under \"{name}\", which is not declared before it", line.id)),
        }
    }

    fn add_cell(&mut self, id: String, table: Table, kind: Option<&str>, layout: usize, row: usize, column: usize) -> Result<(), String> {
        let kind = kind.unwrap_or("count");
        let known = ["count", "signed count", "money in 10,000 yuan", "money, unit written in the cell"];
        if !known.contains(&kind) {
            return Err(format!("\"{kind}\" is no kind of cell"));
        }
        let index = match self.cell(&id) {
            Some(index) if self.cells[index].places[layout].is_some() => {
                return Err(format!("the cell {id} is there twice; see \"{}\"", self.rows[row].line.label));
            }
            Some(index) if self.cells[index].kind != kind => {
                return Err(format!("the cell {id} changes its kind between layouts; see \"{}\"", self.rows[row].line.label));
            }
            Some(index) => index,
            None => {
                self.cells.push(Cell { id, table, kind: kind.to_string(), places: [None, None] });
                self.cells.len() - 1
            }
        };
        self.cells[index].places[layout] = Some((row, column));
        self.order[layout].push(index);
        Ok(())
    }
}
