//! Rows of cells with spans to a grid: the way browsers place them, whatever the spans say.

use super::Refusal;
use super::limits;
use crate::read::block::{Grid, Origin, Place};
use std::rc::Rc;

pub struct Cell {
    pub text: String,
    pub columns: usize,
    /// 0: all rows down to the end of the row group, as in HTML.
    pub rows: usize,
    pub begins: Begins,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    Here,
    /// It goes on from the row above (Word writes it so).
    Above,
    /// There is no cell, only room for one.
    Nowhere,
}

/// What all tables of a document have used up.
#[derive(Default)]
pub struct Budget {
    places: usize,
    repeated: usize,
}

impl Budget {
    pub fn places(&mut self, count: usize) -> Result<(), Refusal> {
        self.places += count;
        match self.places > limits::PLACES {
            true => Err(Refusal::too_much("表格的格子", "places in tables", limits::PLACES)),
            false => Ok(()),
        }
    }

    fn repeat(&mut self, text: &str) -> Result<String, Refusal> {
        self.places(1)?;
        self.repeated += text.len();
        match self.repeated > limits::REPEATED_TEXT {
            true => Err(Refusal::too_much("合并单元格内文字的字节", "bytes of text in merged cells", limits::REPEATED_TEXT)),
            false => Ok(text.to_string()),
        }
    }
}

#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<Place>>,
    /// Cells from above that reach into the next row, by column.
    reaching: Vec<Option<(usize, Rc<str>)>>,
}

impl Table {
    pub fn add_row(&mut self, cells: Vec<Cell>, budget: &mut Budget) -> Result<(), Refusal> {
        let mut row = Vec::new();
        for cell in cells {
            self.cover_reached(&mut row, budget)?;
            let start = row.len();
            if start >= limits::COLUMNS {
                return Err(Refusal::too_much("表格的列", "columns of a table", limits::COLUMNS));
            }
            let columns = cell.columns.clamp(1, limits::COLUMNS - start);
            match cell.begins {
                Begins::Nowhere => {
                    budget.places(columns)?;
                    row.resize(start + columns, Place { text: String::new(), origin: Origin::Missing });
                }
                Begins::Above => {
                    for column in start..start + columns {
                        let above = self.rows.last().and_then(|above| above.get(column));
                        let text = budget.repeat(above.map_or("", |place| &place.text))?;
                        row.push(Place { text, origin: if above.is_some() { Origin::Spanned } else { Origin::Own } });
                    }
                }
                Begins::Here => {
                    let text: Rc<str> = Rc::from(cell.text.as_str());
                    for index in 0..columns {
                        let origin = if index == 0 { Origin::Own } else { Origin::Spanned };
                        row.push(Place { text: budget.repeat(&text)?, origin });
                    }
                    let more = if cell.rows == 0 { usize::MAX } else { cell.rows - 1 };
                    if more > 0 {
                        if self.reaching.len() < start + columns {
                            self.reaching.resize(start + columns, None);
                        }
                        // One more, since the end of this row takes one off.
                        let left = more.saturating_add(1);
                        self.reaching.iter_mut().skip(start).take(columns).for_each(|reach| *reach = Some((left, text.clone())));
                    }
                }
            }
        }
        while row.len() < self.reaching.len() {
            let before = row.len();
            self.cover_reached(&mut row, budget)?;
            // Uncovered here, covered further right.
            if row.len() == before {
                let is_covered_later = self.reaching.iter().skip(before).any(Option::is_some);
                if !is_covered_later {
                    break;
                }
                budget.places(1)?;
                row.push(Place { text: String::new(), origin: Origin::Missing });
            }
        }
        for reach in &mut self.reaching {
            *reach = reach.take().filter(|(left, _)| *left > 1).map(|(left, text)| (left - 1, text));
        }
        self.rows.push(row);
        Ok(())
    }

    /// Fill the places that cells from above cover, up to the first free one.
    fn cover_reached(&mut self, row: &mut Vec<Place>, budget: &mut Budget) -> Result<(), Refusal> {
        while let Some(Some((_, text))) = self.reaching.get(row.len()) {
            row.push(Place { text: budget.repeat(text)?, origin: Origin::Spanned });
        }
        Ok(())
    }

    /// No cell reaches from one row group into the next.
    pub fn end_group(&mut self) {
        self.reaching.clear();
    }

    /// `None` where nothing stands in it.
    pub fn finish(self, budget: &mut Budget) -> Result<Option<Grid>, Refusal> {
        let mut rows = self.rows;
        // Columns at the right in which no cell begins are of spans that say too much.
        let width =
            rows.iter().filter_map(|row| row.iter().rposition(|place| place.origin == Origin::Own)).max().map_or(0, |last| last + 1);
        for row in &mut rows {
            row.truncate(width);
            budget.places(width - row.len())?;
            row.resize(width, Place { text: String::new(), origin: Origin::Missing });
        }
        Ok((width > 0).then_some(Grid { rows }))
    }
}
