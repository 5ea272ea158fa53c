//! The same report in the styles of different houses: as the form prints it, flattened to lines, in one sheet, over page
//! breaks, from text recognition.

use gouji::form::{GridCell, GridKind, Table, grid};
use gouji::read::block::{Block, Document, Grid, Origin, Place};
use std::collections::BTreeMap;

/// The text of each cell by its id.
pub type Cells = BTreeMap<String, String>;

/// The name of a style, and how it writes a report.
type Style = (&'static str, fn(&Sheet) -> Document);

pub const STYLES: [Style; 7] = [
    ("as printed", printed),
    ("a cell a line", cell_a_line),
    ("a row a line", row_a_line),
    ("one sheet", one_sheet),
    ("over page breaks", over_page_breaks),
    ("labels merged, figures moved", recognised),
    ("numbers by the word processor", without_numbers),
];

pub struct Sheet {
    pub year: i64,
    pub body: String,
    pub layouts: [usize; 2],
    pub cells: Cells,
}

const TITLES: [&str; 6] = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
];
pub const PROSE: [(usize, &str); 3] =
    [(0, "一年来，按要求推进各项工作。"), (4, "一是人手不足；二是将加强培训。"), (5, "本年度未收取信息处理费。")];

impl Sheet {
    /// The printed table: text, columns, rows.
    fn printed(&self, table: Table) -> Vec<Vec<(String, usize, usize, GridKind)>> {
        let layout = self.layouts.get(table as usize).copied().unwrap_or(0);
        let text = |cell: &GridCell| match cell.cell {
            Some(index) => self.cells.get(gouji::form::CELLS[index as usize].id).cloned().unwrap_or_default(),
            None => cell.text.to_string(),
        };
        let cells =
            |row: &Vec<GridCell>| row.iter().map(|cell| (text(cell), cell.col_span.into(), cell.row_span.into(), cell.kind)).collect();
        grid(table, layout).rows.iter().map(cells).collect()
    }

    fn title(&self) -> String {
        format!("{}{}年政府信息公开工作年度报告", self.body, self.year)
    }

    /// Title, headings and prose, with what `table` makes of each table.
    fn around(&self, mut table: impl FnMut(Table) -> Vec<Block>) -> Document {
        let mut blocks = vec![Block::Heading(self.title())];
        for (index, title) in TITLES.iter().enumerate() {
            blocks.push(Block::Paragraph(title.to_string()));
            blocks.extend(PROSE.iter().filter(|(section, _)| *section == index).map(|(_, text)| Block::Paragraph(text.to_string())));
            if let Some(of) = index.checked_sub(1).and_then(|place| Table::ALL.get(place)) {
                blocks.extend(table(*of));
            }
        }
        Document { blocks }
    }
}

/// A table with its spans resolved.
fn resolved(rows: &[Vec<(String, usize, usize, GridKind)>]) -> Grid {
    let mut places: BTreeMap<(usize, usize), Place> = BTreeMap::new();
    for (line, row) in rows.iter().enumerate() {
        let mut column = 0;
        for (text, columns, lines, _) in row {
            while places.contains_key(&(line, column)) {
                column += 1;
            }
            for (down, across) in (0..*lines).flat_map(|down| (0..*columns).map(move |across| (down, across))) {
                let origin = if (down, across) == (0, 0) { Origin::Own } else { Origin::Spanned };
                places.insert((line + down, column + across), Place { text: text.clone(), origin });
            }
            column += columns;
        }
    }
    let width = places.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let missing = || Place { origin: Origin::Missing, ..Place::default() };
    Grid {
        rows: (0..rows.len())
            .map(|line| (0..width).map(|column| places.remove(&(line, column)).unwrap_or_else(missing)).collect())
            .collect(),
    }
}

fn printed(sheet: &Sheet) -> Document {
    sheet.around(|table| vec![Block::Table(resolved(&sheet.printed(table)))])
}

/// Labels are broken over lines, and pages are numbered.
fn cell_a_line(sheet: &Sheet) -> Document {
    sheet.around(|table| {
        let mut lines = Vec::new();
        for (text, _, _, kind) in sheet.printed(table).into_iter().flatten() {
            let letters: Vec<char> = text.chars().collect();
            let pieces = letters.chunks(if kind == GridKind::Value { usize::MAX } else { 11 });
            lines.extend(pieces.map(|piece| piece.iter().collect::<String>()));
            if lines.len() % 50 == 0 {
                lines.push(format!("- {} -", lines.len() / 50));
            }
        }
        lines.into_iter().map(Block::Paragraph).collect()
    })
}

fn row_a_line(sheet: &Sheet) -> Document {
    sheet.around(|table| {
        let line = |row: Vec<(String, usize, usize, GridKind)>| row.into_iter().map(|(text, ..)| text).collect::<Vec<_>>().join(" ");
        sheet.printed(table).into_iter().map(line).map(Block::Paragraph).collect()
    })
}

/// Everything in the cells of one table, with an empty column on either side.
fn one_sheet(sheet: &Sheet) -> Document {
    let mut rows: Vec<Vec<Place>> = Vec::new();
    let own = |text: &str| Place { text: text.to_string(), origin: Origin::Own };
    const WIDTH: usize = 17;
    for block in printed(sheet).blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => rows.push(vec![own(""), own(&text)]),
            Block::Table(grid) => rows.extend(grid.rows.into_iter().map(|row| [vec![own("")], row].concat())),
        }
    }
    for row in &mut rows {
        row.resize_with(WIDTH, || own(""));
    }
    Document { blocks: vec![Block::Table(Grid { rows })] }
}

/// The requests table goes on without a header, and without the label of its group; the disputes table is part of its end.
fn over_page_breaks(sheet: &Sheet) -> Document {
    const BREAKS: [usize; 2] = [11, 19];
    let mut document = sheet.around(|table| {
        let Grid { rows } = resolved(&sheet.printed(table));
        if table != Table::Requests {
            return vec![Block::Table(Grid { rows })];
        }
        let (first, rest) = rows.split_at(BREAKS[0]);
        let (second, third) = rest.split_at(BREAKS[1] - BREAKS[0]);
        let parts = [first, second, third].map(|rows| Block::Table(Grid { rows: rows.to_vec() }));
        let [first, second, third] = parts;
        vec![first, Block::Paragraph("- 3 -".to_string()), second, third]
    });
    // The heading of a page that is repeated says nothing.
    document.blocks.insert(1, Block::Paragraph("信息公开年报".to_string()));
    document
}

/// What text recognition makes of the requests table: label cells merged, rows padded behind.
fn recognised(sheet: &Sheet) -> Document {
    let own = |text: &str| Place { text: text.to_string(), origin: Origin::Own };
    sheet.around(|table| {
        let mut grid = resolved(&sheet.printed(table));
        let width = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut grid.rows {
            let mut cells: Vec<Place> = row.iter().filter(|place| place.origin == Origin::Own).cloned().collect();
            cells.resize_with(width, || own(""));
            *row = cells;
        }
        vec![Block::Table(grid)]
    })
}

/// Word numbers headings and labels by itself; the numbers are no part of the text.
fn without_numbers(sheet: &Sheet) -> Document {
    let strip = |text: &str| -> String {
        let rest = text.trim_start_matches(|c: char| "（）一二三四五六七".contains(c) || c.is_ascii_digit());
        let is_numbered = text.starts_with('（') || rest.starts_with(['、', '.']);
        if is_numbered { rest.trim_start_matches(['、', '.']).to_string() } else { text.to_string() }
    };
    let mut document = printed(sheet);
    for block in &mut document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => *text = strip(text),
            Block::Table(grid) => {
                let places =
                    grid.rows.iter_mut().flatten().filter(|place| place.text.chars().any(|c| !c.is_ascii_digit() && !"+-,.".contains(c)));
                places.for_each(|place| place.text = strip(&place.text));
            }
        }
    }
    document
}
