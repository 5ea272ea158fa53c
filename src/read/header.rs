//! What the headers of the tables say: the layout, where the figures begin, and in which order the columns stand.

use super::fit::{is_blank, is_value};
use super::lines::Row;
use super::plain::{Phrase, letters, plain, traces};
use crate::form::{CELLS, COLUMNS, COLUMNS_TITLE, LAYOUTS, NOTE, Table, cells_of};
use std::sync::LazyLock;

/// Column labels of the disclosure table that only one layout has, for each layout.
static TELLING: LazyLock<[Vec<Phrase>; 2]> = LazyLock::new(|| {
    let labels = |layout: usize| -> Vec<String> {
        cells_of(Table::Disclosure, layout).filter_map(|cell| Some(plain(CELLS[cell as usize].place(layout)?.1.label))).collect()
    };
    let all = [labels(0), labels(1)];
    [0, 1].map(|layout| {
        let mut own: Vec<String> = all[layout].clone();
        own.retain(|label| !all[1 - layout].iter().any(|other| other.contains(label.as_str())));
        own.dedup();
        own.iter().map(|label| Phrase::new(label)).collect()
    })
});

/// The corner of the disclosure table, and that of the requests table.
static CORNERS: LazyLock<[Phrase; 2]> = LazyLock::new(|| ["信息内容", NOTE[0]].map(Phrase::new));
static BLOCK: LazyLock<Vec<char>> = LazyLock::new(|| letters("第二十条第"));
static APPLICANTS_TITLE: LazyLock<Vec<char>> = LazyLock::new(|| letters(COLUMNS_TITLE[0]));

/// The labels of the requests columns in the order of the form.
static APPLICANTS: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let first = cells_of(Table::Requests, LAYOUTS.len() - 1).take(7);
    first.filter_map(|cell| Some(letters(CELLS[cell as usize].place(LAYOUTS.len() - 1)?.1.label))).collect()
});

#[derive(Default)]
pub struct Header {
    /// Which telling labels were seen, by layout: bits in the order of [`TELLING`].
    layouts: [u32; 2],
    /// Where the labels of the requests columns stand.
    applicants: [Option<usize>; 7],
}

impl Header {
    /// Take in a row without figures; true where it is part of a header.
    pub fn words(&mut self, row: &Row) -> bool {
        let mut known = false;
        // The labels of the applicants count from their first on: elsewhere "其他" and "总计" say nothing.
        let begins = self.column().is_some()
            || row.cells.iter().any(|cell| {
                let found = letters(cell.text);
                found == *APPLICANTS_TITLE || APPLICANTS.first() == Some(&found)
            });
        for cell in row.cells.iter().filter(|cell| !is_blank(cell.text)) {
            let found = letters(cell.text);
            known |= self.text(&found);
            if let Some(place) = APPLICANTS.iter().position(|label| begins && *label == found) {
                known = true;
                self.applicants[place] = self.applicants[place].or(Some(cell.column));
            }
        }
        known
    }

    /// Take in the text of a header in which cells became lines.
    pub fn text(&mut self, found: &[char]) -> bool {
        let traces = traces(found);
        let mut known = found.starts_with(&BLOCK) || CORNERS.iter().any(|corner| corner.is_in(found, traces));
        for (layout, labels) in TELLING.iter().enumerate() {
            for (bit, _) in labels.iter().enumerate().filter(|(_, label)| label.is_in(found, traces)) {
                self.layouts[layout] |= 1 << bit;
                known = true;
            }
        }
        known
    }

    pub fn add(&mut self, other: &Header) {
        for (own, more) in self.layouts.iter_mut().zip(other.layouts) {
            *own |= more;
        }
    }

    /// How many labels of the disclosure table were seen that only this layout has.
    pub fn votes(&self, layout: usize) -> u32 {
        self.layouts.get(layout).map_or(0, |bits| bits.count_ones())
    }

    /// The column of the first figure.
    pub fn column(&self) -> Option<usize> {
        self.applicants[0]?;
        self.applicants.iter().flatten().min().copied()
    }

    /// For each place from the left which column of the form it is, where the header is complete and in another order.
    pub fn order(&self) -> Option<[usize; 7]> {
        let mut order = [0, 1, 2, 3, 4, 5, 6];
        order.sort_by_key(|place| self.applicants[*place]);
        let columns: Option<Vec<usize>> = order.iter().map(|place| self.applicants[*place]).collect();
        // Where cells were lost the labels stand anywhere and say nothing.
        let is_whole = columns?.windows(2).all(|pair| pair[1] == pair[0] + 1);
        (is_whole && !order.is_sorted()).then_some(order)
    }
}

/// The header of the disputes table, which stands above one row of figures without a label.
#[derive(Default)]
pub struct Disputes {
    seen: u32,
}

impl Disputes {
    pub fn words(&mut self, row: &Row) {
        row.cells.iter().for_each(|cell| self.text(&letters(cell.text)));
    }

    pub fn text(&mut self, found: &[char]) {
        let traces = traces(found);
        for (bit, word) in words().iter().enumerate() {
            self.seen |= u32::from(word.is_in(found, traces)) << bit;
        }
    }

    /// Two words of its own are enough; one may be misprinted, and prose has one.
    pub fn is_known(&self) -> bool {
        self.seen.count_ones() >= 2
    }

    pub fn forget(&mut self) {
        self.seen = 0;
    }

    /// Where the figures of the row begin, if this is it.
    pub fn figures(&mut self, row: &Row, in_section: bool) -> Option<usize> {
        const PLACES: usize = 15;
        let values = row.cells.iter().filter(|cell| is_value(cell.text)).count();
        let filled = row.cells.iter().filter(|cell| !is_blank(cell.text)).count();
        // A label in front of the figures is not in the form, and harmless.
        let from = row.cells.iter().position(|cell| !is_blank(cell.text) && !is_value(cell.text)).map_or(0, |label| label + 1);
        let behind = row.cells.len() - from;
        let is_figures =
            values > 0 && filled - values <= usize::from(from > 0) && row.cells[..from].iter().all(|cell| !is_value(cell.text));
        let is_blank_row = filled == 0 && behind >= PLACES;
        let found = (self.is_known() && (is_figures || is_blank_row)) || (in_section && is_figures && from == 0 && behind == PLACES);
        if found {
            self.forget();
        }
        found.then_some(from)
    }
}

/// Words that stand in the header of the disputes table and nowhere else.
fn words() -> &'static [Phrase] {
    static WORDS: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
        let outcomes = COLUMNS.iter().filter(|column| ["upheld", "corrected", "pending"].contains(&column.id)).map(|column| column.label);
        outcomes.chain(["其他结果", "未经复议直接起诉", "复议后起诉"]).map(Phrase::new).collect()
    });
    &WORDS
}
