//! Reports out of numbers.

use gouji::check::{Blank, Options};
use gouji::form::{CELL_COUNT, CELLS, CellIndex, Kind, LAYOUTS, Table, cells_of};
use gouji::report::{BodyKind, Level, Node, Report};
use gouji::rules::{BOOK, Instance};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What one cell holds, as it arrives.
pub type Cells = BTreeMap<CellIndex, Node>;

/// A report before it is read.
#[derive(Clone, Debug)]
pub struct Filed {
    pub year: i64,
    /// Of the disclosure and the requests table.
    pub layouts: [usize; 2],
    pub level: Option<Level>,
    pub kind: Option<BodyKind>,
    pub cells: Cells,
}

impl Filed {
    pub fn report(&self) -> Report {
        let mut report = Report::of_year(self.year);
        report.body = Some("甲县人民政府".to_string());
        (report.level, report.kind) = (self.level, self.kind);
        report.layouts = self.layouts.map(Some);
        for (cell, node) in &self.cells {
            report.set_node(*cell, node);
        }
        report
    }

    pub fn has_mixed_layouts(&self) -> bool {
        let of_year = gouji::form::layout_of(self.year).unwrap();
        self.layouts != [of_year, of_year]
    }
}

pub fn cell(id: &str) -> CellIndex {
    gouji::form::cell(id).unwrap_or_else(|| panic!("there is no cell {id}"))
}

/// The rows of the requests table, from the printed form.
pub fn request_rows(layout: usize) -> Vec<&'static str> {
    let mut rows: Vec<&str> = cells_of(Table::Requests, layout).map(|cell| CELLS[cell as usize].place(layout).unwrap().0.id).collect();
    rows.dedup();
    rows
}

/// All rows under 三 but （七）.
pub fn result_rows(layout: usize) -> Vec<&'static str> {
    let rows = request_rows(layout);
    rows.into_iter().filter(|row| !["received", "carried_in", "results_total", "carried_out"].contains(row)).collect()
}

pub const APPLICANTS: [&str; 6] = ["natural", "business", "research", "charity", "legal_service", "other"];
pub const GROUPS: [&str; 3] = ["reconsideration", "litigation_direct", "litigation_after"];
pub const DETAILS: [&str; 4] = ["upheld", "corrected", "other", "pending"];

/// A report in which every relation holds that is an error otherwise. Taken for granted: details are not negative,
/// totals are computed, what is carried in is chosen so that each column balances (so nothing carried out is
/// negative), no regulations where the level has no power to make them, items of the 2019 layout never fall below 0.
pub fn consistent() -> impl Strategy<Value = Filed> {
    let level = prop::option::of(prop::sample::select(vec![Level::Nation, Level::Province, Level::City, Level::County, Level::Township]));
    let kind = prop::option::of(prop::sample::select(vec![BodyKind::Government, BodyKind::Department]));
    let layouts = prop_oneof![
        3 => Just([None, None]),
        1 => [prop::option::of(0..2usize), prop::option::of(0..2usize)],
    ];
    (2019..=2026i64, layouts, level, kind, numbers()).prop_map(|(year, layouts, level, kind, numbers)| {
        let of_year = gouji::form::layout_of(year).unwrap();
        let mut filed = Filed { year, layouts: layouts.map(|layout| layout.unwrap_or(of_year)), level, kind, cells: Cells::new() };
        fill(&mut filed, &mut numbers.into_iter());
        filed
    })
}

/// Enough numbers for every detail of a form: many zeros, as in real reports, some small counts, a few large ones.
fn numbers() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![6 => Just(0), 4 => 0..30i64, 1 => 0..100_000i64], 300)
}

fn fill(filed: &mut Filed, numbers: &mut impl Iterator<Item = i64>) {
    let mut counts: BTreeMap<String, i64> = BTreeMap::new();
    let mut next = || numbers.next().expect("there are enough numbers");
    for column in APPLICANTS {
        let mut results = 0;
        for row in result_rows(filed.layouts[1]) {
            results += *counts.entry(format!("requests.{row}.{column}")).or_insert_with(&mut next);
        }
        let carried_out = next();
        let carried_in = next() % (results + carried_out + 1);
        for (row, count) in [
            ("results_total", results),
            ("carried_out", carried_out),
            ("carried_in", carried_in),
            ("received", results + carried_out - carried_in),
        ] {
            counts.insert(format!("requests.{row}.{column}"), count);
        }
    }
    for row in request_rows(filed.layouts[1]) {
        let total = APPLICANTS.iter().map(|column| counts[&format!("requests.{row}.{column}")]).sum();
        counts.insert(format!("requests.{row}.total"), total);
    }
    for group in GROUPS {
        let total = DETAILS.iter().map(|detail| *counts.entry(format!("disputes.{group}.{detail}")).or_insert_with(&mut next)).sum();
        counts.insert(format!("disputes.{group}.total"), total);
    }
    let makes_regulations = !matches!(filed.level, Some(Level::County | Level::Township));
    for cell in cells_of(Table::Disclosure, filed.layouts[0]) {
        let of = &CELLS[cell as usize];
        match of.kind {
            Kind::Count if of.id.starts_with("disclosure.regulations.") && !makes_regulations => counts.insert(of.id.to_string(), 0),
            Kind::Count => counts.insert(of.id.to_string(), next()),
            Kind::SignedCount => {
                // The count it changes stands before it.
                let items = counts[&of.id.replace("items_change", "items_last_year")];
                counts.insert(of.id.to_string(), next() - next() % (items + 1))
            }
            Kind::MoneyTenThousand => filed.cells.insert(cell, Node::Text(format!("{}.{:04}", next(), next() % 10_000))).and(None),
            Kind::MoneyWritten => filed.cells.insert(cell, Node::Text(format!("{} 元", next()))).and(None),
        };
    }
    filed.cells.extend(counts.into_iter().map(|(id, count)| (cell(&id), Node::Integer(count))));
}

/// A blank as a clerk leaves it.
pub fn blank() -> impl Strategy<Value = Node> {
    prop_oneof![Just(Node::Null), prop::sample::select(vec!["", " ", "　", "/", "无", "—"]).prop_map(|text| Node::Text(text.to_string())),]
}

/// What may be typed into a cell: small counts in several notations, so that relations meet by chance; blanks; odd
/// texts; what is no value at all.
pub fn entry() -> impl Strategy<Value = Node> {
    const ODD: [&str; 15] = [
        "１２",
        "1,204",
        "178项",
        "3（含自然失效1件）",
        "二",
        "三十",
        "1 2",
        "1.0",
        "1.5",
        "-3",
        "约十件",
        "20000元",
        "2万元",
        "99999999999999999999",
        "nonsense",
    ];
    let full_width = |count: i64| {
        count.to_string().chars().map(|digit| char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap()).collect::<String>()
    };
    prop_oneof![
        8 => (0..5i64).prop_map(Node::Integer),
        2 => (0..5i64).prop_map(|count| Node::Text(count.to_string())),
        2 => prop::sample::select(vec![0, 1, 2, 20, 30]).prop_map(move |count| Node::Text(full_width(count))),
        2 => prop::sample::select(vec![20, 30]).prop_map(Node::Integer),
        1 => (-3..0i64).prop_map(Node::Integer),
        3 => blank(),
        3 => prop::sample::select(ODD.to_vec()).prop_map(|text| Node::Text(text.to_string())),
        1 => prop::sample::select(vec![Node::Bool, Node::List, Node::Map(Vec::new()), Node::Integer(1 << 53), Node::Number("1e400".to_string())]),
    ]
}

/// Any cell of either layout, also of the one that is not in force.
pub fn any_cell() -> impl Strategy<Value = CellIndex> {
    0..CELL_COUNT as u8
}

/// Edits most of which meet in the cells of one rule at one place and of what it follows from.
pub fn edits(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(CellIndex, Node)>> {
    let relations: Vec<u8> =
        (0..BOOK.rules.len() as u8).filter(|rule| BOOK.instances.iter().any(|instance| instance.rule == *rule)).collect();
    (prop::sample::select(relations), any::<prop::sample::Index>()).prop_flat_map(move |(rule, which)| {
        let places: Vec<&Instance> = BOOK.instances.iter().filter(|instance| instance.rule == rule).collect();
        let linears = BOOK.linears(places[which.index(places.len())]).iter();
        let cells: Vec<CellIndex> = linears.flat_map(|linear| BOOK.terms(linear)).map(|term| term.cell).collect();
        let column = CELLS[cells[0] as usize].id.rsplit('.').next().unwrap_or_default();
        let beside: Vec<CellIndex> = (0..CELL_COUNT as u8).filter(|cell| CELLS[*cell as usize].id.ends_with(column)).collect();
        let cell = prop_oneof![6 => prop::sample::select(cells), 1 => prop::sample::select(beside), 1 => any_cell()];
        prop::collection::vec((cell, entry()), count.clone())
    })
}

/// A consistent report after some edits.
pub fn disturbed() -> impl Strategy<Value = Filed> {
    (consistent(), edits(1..12)).prop_map(|(mut filed, edits)| {
        filed.cells.extend(edits);
        filed
    })
}

/// A report with few figures, most cells blank.
pub fn sparse() -> impl Strategy<Value = Filed> {
    (2019..=2025i64, prop::option::of(0..LAYOUTS.len()), edits(0..60)).prop_map(|(year, layout, edits)| {
        let layout = layout.unwrap_or_else(|| gouji::form::layout_of(year).unwrap());
        Filed { year, layouts: [layout; 2], level: None, kind: None, cells: edits.into_iter().collect() }
    })
}

pub fn any_report() -> impl Strategy<Value = Filed> {
    prop_oneof![disturbed(), sparse()]
}

pub fn options() -> impl Strategy<Value = Options> {
    prop_oneof![Just(Blank::Missing), Just(Blank::Zero)].prop_map(|blank| Options { blank, ..Options::default() })
}
