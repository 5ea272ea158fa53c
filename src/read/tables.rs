//! The rows that were found, put into the cells of the form: the layout of each table, one row for each label, figures
//! in their places. What does not fit is told, and left blank.

use super::Place;
use super::fit::{AddsUp, Column, Fit, Spot, Written, fit};
use super::header::Header;
use super::label::{Certainty, Match};
use super::lines::Line;
use super::oddity::Oddity;
use super::outline::Outline;
use super::rows::{Found, Rows, What};
use crate::form::{self, CELLS, CellIndex, LAYOUTS, Table, cells_of, layout_of};
use crate::report::Report;
use crate::rules::{Language, id};

pub struct Tables<'a> {
    outline: &'a Outline<'a>,
    report: Report,
    places: Vec<Place>,
    oddities: Vec<Oddity>,
}

/// What the tables hold, written into the report.
pub fn fill(report: Report, rows: &Rows, outline: &Outline, lines: &[Line]) -> (Report, Vec<Place>, Vec<Oddity>) {
    let mut tables = Tables { outline, report, places: Vec::new(), oddities: Vec::new() };
    for table in [Table::Disclosure, Table::Requests] {
        tables.labelled(table, rows);
    }
    tables.disputes(rows);
    tables.unknown(rows, lines);
    (tables.report, tables.places, tables.oddities)
}

fn requests_add_up(row: &[i64]) -> bool {
    matches!(row, [parts @ .., total] if checked_sum(parts) == Some(*total))
}

fn disputes_add_up(row: &[i64]) -> bool {
    row.chunks(5).all(requests_add_up)
}

fn checked_sum(parts: &[i64]) -> Option<i64> {
    parts.iter().try_fold(0i64, |sum, part| sum.checked_add(*part))
}

/// The official name of the row of a cell, in both languages.
fn name(cell: Option<&CellIndex>, layout: usize) -> [String; 2] {
    let row = cell.and_then(|cell| CELLS[*cell as usize].place(layout)).map(|(row, _)| row);
    [Language::Chinese, Language::English].map(|language| row.map_or_else(String::new, |row| row.titled(language)))
}

/// The cells of a row, in the layout of the report or in the only one that has it.
fn cells(table: Table, row: &str, layout: usize) -> (Vec<CellIndex>, usize) {
    let prefix = [table.id(), ".", row].concat();
    let is_of = |cell: &CellIndex| CELLS[*cell as usize].id.rsplit_once('.').is_some_and(|(path, _)| path == prefix);
    let of = |layout: usize| cells_of(table, layout).filter(is_of).collect::<Vec<_>>();
    match of(layout) {
        none if none.is_empty() => (of(1 - layout), 1 - layout),
        some => (some, layout),
    }
}

impl Tables<'_> {
    fn labelled(&mut self, table: Table, rows: &Rows) {
        let all: Vec<(&Found, Match)> = rows
            .found
            .iter()
            .filter_map(|found| match found.what {
                What::Row(name) if name.row.table == table => Some((found, name)),
                _ => None,
            })
            .collect();
        let Some((first, _)) = all.first() else { return };
        let ids: Vec<&str> = all.iter().map(|(_, name)| name.row.id).collect();
        let of_year = self.report.year.and_then(layout_of);
        let votes = [0, 1].map(|layout| self.votes(table, layout, &all, &rows.header));
        let layout = match votes {
            [0, 0] => of_year.unwrap_or(LAYOUTS.len() - 1),
            [old, new] if old == new => of_year.unwrap_or(LAYOUTS.len() - 1),
            [old, new] => usize::from(new > old),
        };
        self.report.layouts[table as usize] = Some(layout);
        if votes.iter().all(|votes| *votes > 0) {
            self.oddities.push(Oddity::table(table).raised(id::LAYOUT_MIXED, &LAYOUTS[layout].id.to_string(), ""));
        }
        self.misplaced(table, first.line);

        let chosen = self.once(table, &all, layout);
        let mut shifted = 0;
        let mut is_reordered = false;
        for (found, name) in &chosen {
            let (cells, of) = cells(table, name.row.id, layout);
            let official = self::name(cells.first(), of);
            let row = || Oddity::row(table, name.row.id, &cells, official.clone());
            if name.certainty == Certainty::Guessed {
                self.oddities.push(row().raised(id::LABEL_GUESSED, &found.label, name.label));
            }
            let adds_up: Option<AddsUp> = (table == Table::Requests).then_some(requests_add_up);
            let fitted = fit(&found.written, cells.len(), found.column, adds_up);
            if let (Fit::Whole { figures, .. }, Some(Column::At(start))) = (&fitted, found.column) {
                let begins = figures.first().map(|first| first.spot);
                shifted += usize::from(matches!(begins, Some(Spot::Cell { column, .. }) if column != start));
            }
            is_reordered |= found.order.is_some();
            let certainty = if found.order.is_some() { Certainty::Guessed } else { name.certainty };
            self.fitted(fitted, &cells, found, certainty, row);
        }
        if shifted > 0 {
            self.oddities.push(Oddity::table(table).raised(id::COLUMNS_SHIFTED, &shifted.to_string(), ""));
        }
        if is_reordered {
            self.oddities.push(Oddity::table(table).raised(id::COLUMNS_OUT_OF_ORDER, "", ""));
        }
        self.missing(table, layout, &ids);
    }

    /// What speaks for a layout: rows that only it has, and headers that only it has.
    fn votes(&self, table: Table, layout: usize, all: &[(&Found, Match)], header: &Header) -> u32 {
        let has = |layout: usize, row: &str| {
            let prefix = [table.id(), ".", row, "."].concat();
            cells_of(table, layout).any(|cell| CELLS[cell as usize].id.strip_prefix(&prefix).is_some_and(|rest| !rest.contains('.')))
        };
        let own = all.iter().filter(|(_, name)| has(layout, name.row.id) && !has(1 - layout, name.row.id)).count() as u32;
        own + if table == Table::Disclosure { header.votes(layout) } else { 0 }
    }

    /// Each row once. Of a row that is there more often, the one in the table with the most rows of the form counts.
    fn once<'f>(&mut self, table: Table, all: &[(&'f Found, Match)], layout: usize) -> Vec<(&'f Found, Match)> {
        /// So many rows twice are a table that was printed twice.
        const MANY: usize = 4;
        let mut sources: Vec<usize> = all.iter().map(|(found, _)| found.source).collect();
        sources.sort_unstable();
        let weight = |source: usize| sources.partition_point(|other| *other <= source) - sources.partition_point(|other| *other < source);
        let mut chosen: Vec<(&Found, Match)> = Vec::new();
        let mut twice: Vec<&str> = Vec::new();
        for (found, name) in all {
            match chosen.iter_mut().find(|(_, other)| other.row == name.row) {
                None => chosen.push((found, *name)),
                Some(before) => {
                    if !twice.contains(&name.row.id) {
                        twice.push(name.row.id);
                    }
                    // An exact label goes before a guessed one, whatever stands where.
                    let is_better = (name.certainty != Certainty::Guessed, weight(found.source))
                        > (before.1.certainty != Certainty::Guessed, weight(before.0.source));
                    if is_better {
                        *before = (found, *name);
                    }
                }
            }
        }
        if twice.len() >= MANY {
            self.oddities.push(Oddity::table(table).raised(id::TABLE_REPEATED, &twice.len().to_string(), ""));
        } else {
            for row in twice {
                let (cells, of) = cells(table, row, layout);
                self.oddities.push(Oddity::row(table, row, &cells, name(cells.first(), of)).raised(id::ROW_DOUBLED, "", ""));
            }
        }
        chosen
    }

    fn missing(&mut self, table: Table, layout: usize, ids: &[&str]) {
        /// More than these are told together.
        const EACH: usize = 6;
        let mut missing: Vec<&'static str> = Vec::new();
        for cell in cells_of(table, layout) {
            let row = CELLS[cell as usize].id.rsplit_once('.').and_then(|(path, _)| path.split_once('.')).map_or("", |(_, row)| row);
            if !ids.contains(&row) && !missing.contains(&row) {
                missing.push(row);
            }
        }
        if missing.len() > EACH {
            self.oddities.push(Oddity::table(table).raised(id::ROWS_MISSING, &missing.len().to_string(), ""));
            return;
        }
        for row in missing {
            let (cells, of) = cells(table, row, layout);
            self.oddities.push(Oddity::row(table, row, &cells, name(cells.first(), of)).raised(id::ROW_MISSING, "", ""));
        }
    }

    fn disputes(&mut self, rows: &Rows) {
        let all: Vec<&Found> = rows.found.iter().filter(|found| found.what == What::Disputes).collect();
        let is_filled = |found: &&&Found| found.written.iter().any(|written| !written.text.is_empty());
        let Some(found) = all.iter().find(is_filled).or(all.first()) else { return };
        let cells: Vec<CellIndex> = cells_of(Table::Disputes, 0).collect();
        self.misplaced(Table::Disputes, found.line);
        if all.len() > 1 {
            self.oddities.push(Oddity::table(Table::Disputes).raised(id::TABLE_REPEATED, &(all.len() - 1).to_string(), ""));
        }
        let row = || Oddity::table(Table::Disputes).about(&cells);
        let fitted = fit(&found.written, cells.len(), Some(Column::Last), Some(disputes_add_up));
        self.fitted(fitted, &cells, found, Certainty::Exact, row);
    }

    fn fitted(&mut self, fitted: Fit, cells: &[CellIndex], found: &Found, certainty: Certainty, row: impl Fn() -> Oddity) {
        let as_written =
            || found.written.iter().map(|written| written.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        let (figures, certainty) = match fitted {
            Fit::Whole { figures, shift } => {
                if shift {
                    self.oddities.push(row().raised(id::FIGURES_SHIFTED, &as_written(), ""));
                }
                (figures, certainty)
            }
            Fit::Shifted(figures) => {
                self.oddities.push(row().raised(id::FIGURES_SHIFTED, &as_written(), ""));
                (figures, Certainty::Guessed)
            }
            Fit::Rejoined(figures) => {
                let read: Vec<&str> = figures.iter().map(|written| written.text.as_str()).collect();
                self.oddities.push(row().raised(id::FIGURES_REJOINED, &as_written(), &read.join(" ")));
                (figures, Certainty::Guessed)
            }
            Fit::Unfitting(count) => {
                let counts = format!("{count}/{}", cells.len());
                self.oddities.push(row().raised(id::FIGURES_MISCOUNTED, &as_written(), &counts));
                return;
            }
            Fit::Blank => (Vec::new(), certainty),
        };
        for (place, written) in figures.iter().enumerate() {
            let column = found.order.and_then(|order| order.get(place).copied()).unwrap_or(place);
            if let Some(cell) = cells.get(column) {
                self.write(*cell, written, certainty);
            }
        }
    }

    fn write(&mut self, cell: CellIndex, written: &Written, certainty: Certainty) {
        self.report.set_text(cell, &written.text);
        self.places.push(Place { cell, text: written.text.clone(), spot: written.spot, certainty });
    }

    fn misplaced(&mut self, table: Table, line: usize) {
        let of = table as usize + 1;
        let is_known = self.outline.sections.get(of).is_some_and(Option::is_some);
        if let Some(section) = self.outline.section_at(line).filter(|section| is_known && *section != of) {
            let title = form::SECTIONS.get(section).map_or_else(String::new, |section| [section.ordinal, "、", section.title].concat());
            self.oddities.push(Oddity::table(table).raised(id::TABLE_MISPLACED, &title, ""));
        }
    }

    fn unknown(&mut self, rows: &Rows, lines: &[Line]) {
        /// More of them say no more.
        const MOST: usize = 20;
        let unknown = rows.found.iter().filter(|found| matches!(found.what, What::Unknown(_)));
        for found in unknown.take(MOST) {
            let What::Unknown(table) = found.what else { continue };
            let at = match lines.get(found.line) {
                Some(Line::Row(row)) => format!("{}/{}/{}", table.id(), row.table, row.number),
                _ => format!("{}/{}", table.id(), found.line + 1),
            };
            let figures: Vec<&str> = found.written.iter().map(|written| written.text.as_str()).filter(|text| !text.is_empty()).collect();
            self.oddities.push(Oddity::table(table).at(&at).raised(id::ROW_UNKNOWN, &found.label, &figures.join(" ")));
        }
    }
}
