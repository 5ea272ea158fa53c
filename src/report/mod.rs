//! What one body filed: values as written, sections, level, year. Reading never fails; whatever is odd about
//! the shape of a report is kept as a [`Problem`] and becomes a finding.

pub mod decimal;
mod node;
mod shape;
pub mod value;

pub use node::Node;

use crate::form::{CELL_COUNT, CELLS, CellIndex, LAYOUTS, layout_of};
use value::{Reading, Value};

/// 层级, the widest first; bits of `SeverityWhere::levels` are in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Nation,
    Province,
    City,
    County,
    Township,
}

/// Words a report may use, in the order of the enums.
pub const LEVELS: [&str; 5] = ["nation", "province", "city", "county", "township"];
pub const KINDS: [&str; 2] = ["government", "department"];
/// The keys of the six sections; those that hold a table keep the prose around it under `…_text`.
pub const SECTION_KEYS: [&str; 6] = ["overview", "disclosure_text", "requests_text", "disputes_text", "problems", "other"];
/// The sections that are prose only, as positions in [`SECTION_KEYS`].
pub const PROSE_SECTIONS: [usize; 3] = [0, 4, 5];

impl Level {
    pub fn named(name: &str) -> Option<Level> {
        const ALL: [Level; 5] = [Level::Nation, Level::Province, Level::City, Level::County, Level::Township];
        LEVELS.iter().position(|level| *level == name).map(|index| ALL[index])
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    Government,
    Department,
}

impl BodyKind {
    pub fn named(name: &str) -> Option<BodyKind> {
        const ALL: [BodyKind; 2] = [BodyKind::Government, BodyKind::Department];
        KINDS.iter().position(|kind| *kind == name).map(|index| ALL[index])
    }
}

/// Something odd about the shape of a report; each kind is a rule of `src/rules/data/report.toml`.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    UnknownKey(String),
    UnknownCell(String),
    CellGivenTwice(CellIndex),
    InvalidValue { key: String, shown: String },
}

/// A report as filed.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub body: Option<String>,
    /// The year where it is a whole number.
    pub year: Option<i64>,
    /// What stood for the year, for the message where it is none.
    pub year_shown: String,
    pub level: Option<Level>,
    pub kind: Option<BodyKind>,
    /// Declared layouts of the disclosure and the requests table, as indices into [`LAYOUTS`].
    pub layouts: [Option<usize>; 2],
    readings: Vec<Reading>,
    /// The text of the cells that hold more than a plain number.
    texts: Vec<(CellIndex, String)>,
    /// Cells for which the report has a key, blank or not.
    present: Vec<bool>,
    /// `None`: the report does not speak of sections.
    pub sections: Option<[String; 6]>,
    pub explanations: Vec<(String, String)>,
    pub problems: Vec<Problem>,
}

/// Up to this an integer is exact in JavaScript, too.
const LARGEST: i64 = 1 << 53;

const BLANK: Reading = Reading { value: Value::Blank, oddities: value::Oddities::NONE };

impl Default for Report {
    fn default() -> Report {
        Report {
            body: None,
            year: None,
            year_shown: String::new(),
            level: None,
            kind: None,
            layouts: [None; 2],
            readings: vec![BLANK; CELL_COUNT],
            texts: Vec::new(),
            present: vec![false; CELL_COUNT],
            sections: None,
            explanations: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl Report {
    /// An empty report of a year.
    pub fn of_year(year: i64) -> Report {
        Report { year: Some(year), year_shown: year.to_string(), ..Report::default() }
    }

    pub fn set_year(&mut self, year: i64) {
        self.year = Some(year);
        self.year_shown = year.to_string();
    }

    /// A report from a tree of plain values. Whatever the tree holds, this yields a report.
    pub fn from_node(node: &Node) -> Report {
        shape::read(node)
    }

    /// A report from JSON text.
    ///
    /// # Errors
    /// Only where the text is no JSON at all; anything odd in it becomes a finding.
    ///
    /// ```
    /// let report = gouji::report::Report::from_json(r#"{"year": 2024, "cells": {"requests.received.natural": "１２"}}"#)?;
    /// let cell = gouji::form::cell("requests.received.natural").unwrap();
    /// assert_eq!(report.reading(cell).value, gouji::report::value::Value::Count(12));
    /// # Ok::<(), String>(())
    /// ```
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_json(text: &str) -> Result<Report, String> {
        let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        Ok(Report::from_node(&value.into()))
    }

    pub fn reading(&self, cell: CellIndex) -> Reading {
        self.readings.get(cell as usize).copied().unwrap_or(BLANK)
    }

    /// What was written, where it was more than a plain number.
    pub fn text(&self, cell: CellIndex) -> Option<&str> {
        self.texts.iter().find(|(index, _)| *index == cell).map(|(_, text)| text.as_str())
    }

    /// Does the report name the cell, blank or not?
    pub fn names(&self, cell: CellIndex) -> bool {
        self.present.get(cell as usize).copied().unwrap_or(false)
    }

    /// Write a cell; the text is kept for messages.
    pub fn set_text(&mut self, cell: CellIndex, text: &str) {
        let Some(of) = CELLS.get(cell as usize) else { return };
        let reading = value::read(of.kind, text);
        let keep = !reading.oddities.is_empty() || matches!(reading.value, Value::Money(..));
        self.set(cell, reading, keep.then(|| shortened(text)));
    }

    /// Write a whole number into a cell.
    pub fn set_integer(&mut self, cell: CellIndex, number: i64) {
        let Some(of) = CELLS.get(cell as usize) else { return };
        if of.kind == value::Kind::Count && (0..=LARGEST).contains(&number) {
            let value = Value::Count(number);
            return self.set(cell, Reading { value, ..BLANK }, None);
        }
        let reading = value::read_integer(of.kind, number);
        let keep = !reading.oddities.is_empty() || matches!(reading.value, Value::Money(..));
        self.set(cell, reading, keep.then(|| number.to_string()));
    }

    /// Write a whole number into a cell that should not have been written before.
    pub fn add_integer(&mut self, cell: CellIndex, number: i64) {
        if self.names(cell) {
            self.problems.push(Problem::CellGivenTwice(cell));
        }
        self.set_integer(cell, number);
    }

    /// Write the figures of all cells, NaN where there is none: plain integers, as JavaScript hands them over.
    #[cfg(target_arch = "wasm32")]
    pub fn add_figures(&mut self, figures: &[f64]) {
        for (cell, figure) in (0..).zip(figures.iter().take(CELL_COUNT)).filter(|(_, figure)| !figure.is_nan()) {
            self.add_integer(cell, *figure as i64);
        }
    }

    /// Write a plain value into a cell: what is no text and no number is an error there.
    pub fn set_node(&mut self, cell: CellIndex, node: &Node) {
        match node {
            Node::Null => self.set(cell, BLANK, None),
            Node::Integer(number) => self.set_integer(cell, *number),
            Node::Number(text) | Node::Text(text) => self.set_text(cell, text),
            Node::Bool | Node::List | Node::Map(_) => self.set(cell, value::not_a_value(), Some(node.shown())),
        }
    }

    fn set(&mut self, cell: CellIndex, reading: Reading, text: Option<String>) {
        if let Some(place) = self.readings.get_mut(cell as usize) {
            *place = reading;
        }
        if let Some(place) = self.present.get_mut(cell as usize) {
            *place = true;
        }
        if !self.texts.is_empty() {
            self.texts.retain(|(index, _)| *index != cell);
        }
        if let Some(text) = text {
            self.texts.push((cell, text));
        }
    }

    /// The layout in force for each table (disclosure, requests): as declared, else that of the year.
    pub fn layouts_in_force(&self) -> Option<[usize; 2]> {
        let of_year = layout_of(self.year?)?;
        Some(self.layouts.map(|declared| declared.unwrap_or(of_year)))
    }

    /// Give or take back the explanation of a finding (`rule@at`).
    pub fn explain(&mut self, finding: &str, text: Option<&str>) {
        self.explanations.retain(|(key, _)| key != finding);
        if let Some(text) = text {
            self.explanations.push((finding.to_string(), text.to_string()));
        }
    }
}

/// The index of a layout by its id.
pub fn layout_named(id: i64) -> Option<usize> {
    LAYOUTS.iter().position(|layout| i64::from(layout.id) == id)
}

/// Enough of a text to recognise it in a message, on one line.
pub fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    let mut out = String::new();
    for (count, c) in text.trim().chars().enumerate() {
        if count == ENOUGH {
            out.push('…');
            break;
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
