//! What the notices prescribe: tables, rows, columns, cells, by layout. The data stands in `src/form/data`;
//! the build script numbers and checks it (`src/build/form.rs`).

mod face;
mod grid;
#[cfg(not(target_arch = "wasm32"))]
mod html;

pub use crate::report::value::Kind;
use crate::rules::{Language, Text};
pub use face::{Face, face};
pub use grid::{GridCell, GridKind, grid};
#[cfg(not(target_arch = "wasm32"))]
pub use html::html;

include!(concat!(env!("OUT_DIR"), "/form.rs"));

/// No row, column or group.
const NONE: u8 = 255;
/// The last year a report can be of; a larger number is a slip of the pen.
const LAST_YEAR: u16 = 2099;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Disclosure,
    Requests,
    Disputes,
}

impl Table {
    pub const ALL: [Table; 3] = [Table::Disclosure, Table::Requests, Table::Disputes];

    pub fn id(self) -> &'static str {
        ["disclosure", "requests", "disputes"][self as usize]
    }

    pub fn section(self) -> Option<&'static Section> {
        SECTIONS.iter().find(|section| section.table == Some(self))
    }
}

/// A printed layout and the notice that prescribes it.
pub struct Layout {
    /// 2019 or 2021: the first report year of the layout.
    pub id: u16,
    pub first_year: u16,
    pub notice: &'static str,
}

pub struct Section {
    pub key: &'static str,
    pub ordinal: &'static str,
    pub title: &'static str,
    pub english: &'static str,
    pub table: Option<Table>,
}

/// A heading above rows or columns.
pub struct Group {
    pub label: &'static str,
    pub english: &'static str,
    parent: u8,
}

pub struct Row {
    pub id: &'static str,
    /// The ordinals down to the row: "三（三）1", "3(3)1".
    pub ordinal: Text,
    /// The label without numbering and printed remarks.
    pub name: Text,
    /// The label as printed.
    pub label: &'static str,
    pub english: &'static str,
    group: u8,
}

impl Row {
    /// "三（一）予以公开", "一、本年新收政府信息公开申请数量", "3(1) granted"
    pub fn titled(&self, language: Language) -> String {
        let ordinal = self.ordinal.in_language(language);
        let between = match ordinal.chars().next_back() {
            _ if language == Language::English => " ",
            Some('）') => "",
            Some(c) if c.is_ascii_digit() => ".",
            _ => "、",
        };
        [ordinal, between, self.name.in_language(language)].concat()
    }
}

pub struct Column {
    pub id: &'static str,
    pub label: &'static str,
    pub english: &'static str,
    group: u8,
}

/// One captioned block of the disclosure table.
pub struct Block {
    layout: usize,
    caption: &'static str,
    english: &'static str,
    header_spans: &'static [u8],
    value_spans: &'static [u8],
    /// First row and number of rows.
    rows: (usize, usize),
}

pub struct Cell {
    /// `table.row.column`
    pub id: &'static str,
    pub table: Table,
    pub kind: Kind,
    /// Row and column by layout.
    places: [(u8, u8); 2],
}

/// A cell by its number; all other modules speak of cells in this way.
pub type CellIndex = u8;

impl Cell {
    /// The row and the column in a layout, where the layout has the cell.
    pub fn place(&self, layout: usize) -> Option<(&'static Row, &'static Column)> {
        let (row, column) = *self.places.get(layout)?;
        Some((ROWS.get(row as usize)?, COLUMNS.get(column as usize)?))
    }

    /// Row and column by their numbers, where the layout has the cell.
    pub(crate) fn position(&self, layout: usize) -> Option<(u8, u8)> {
        self.places.get(layout).copied().filter(|_| self.is_in(layout))
    }

    pub fn is_in(&self, layout: usize) -> bool {
        self.place(layout).is_some()
    }

    /// The unit the form prints, where it prints one.
    pub fn unit(&self) -> Option<&'static str> {
        (self.kind == Kind::MoneyTenThousand).then_some("万元")
    }
}

pub(crate) fn row(index: u8) -> Option<&'static Row> {
    ROWS.get(index as usize)
}

pub(crate) fn column(index: u8) -> Option<&'static Column> {
    COLUMNS.get(index as usize)
}

/// The number of a cell by its id.
///
/// ```
/// assert!(gouji::form::cell("requests.received.natural").is_some());
/// assert!(gouji::form::cell("requests.received.nobody").is_none());
/// ```
pub fn cell(id: &str) -> Option<CellIndex> {
    CELLS.iter().position(|cell| cell.id == id).and_then(|index| u8::try_from(index).ok())
}

/// The layout (an index into [`LAYOUTS`]) of a report year; `None` where there is no form for it.
pub fn layout_of(year: i64) -> Option<usize> {
    let year = u16::try_from(year).ok().filter(|year| *year <= LAST_YEAR)?;
    LAYOUTS.iter().rposition(|layout| layout.first_year <= year)
}

/// The report years with a form, oldest first, up to the year after the last confirmed one.
pub fn years() -> std::ops::RangeInclusive<u16> {
    LAYOUTS[0].first_year..=CONFIRMED_UNTIL + 1
}

/// The cells of one table in a layout, in the order of the printed form.
pub fn cells_of(table: Table, layout: usize) -> impl Iterator<Item = CellIndex> {
    let order: &'static [u8] = ORDER.get(layout).copied().unwrap_or_default();
    order.iter().copied().filter(move |index| CELLS[*index as usize].table == table)
}
