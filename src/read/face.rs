//! A reading as others see it: the shape of a report, with what the reader knows beyond it under `meta`.

use super::{Place, Reading, Spot};
use crate::answer::Finding;
use crate::form::{CELLS, LAYOUTS};
use crate::report::SECTION_KEYS;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
pub struct Face<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<&'a str>,
    year: Option<i64>,
    #[serde(skip_serializing_if = "Pairs::is_empty")]
    layouts: Pairs<u16>,
    cells: Pairs<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Pairs<&'a str>>,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Meta<'a> {
    found: Pairs<Found<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<Finding>>,
}

/// `{"table": 2, "row": 4, "column": 4, "text": "821", "match": "exact"}`; in text `line` in place of the first three.
#[derive(Serialize)]
struct Found<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    text: &'a str,
    r#match: &'static str,
}

/// An object, its keys in this order.
struct Pairs<Value>(Vec<(&'static str, Value)>);

impl<Value> Pairs<Value> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<Value: Serialize> Serialize for Pairs<Value> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// `findings`: where they are to stand under `meta`.
pub fn face(reading: &Reading, findings: Option<Vec<Finding>>) -> Face<'_> {
    let report = &reading.report;
    let layouts = ["disclosure", "requests"].into_iter().zip(report.layouts);
    let id = |place: &Place| CELLS.get(place.cell as usize).map_or("", |cell| cell.id);
    let sections = report.sections.as_ref().map(|sections| {
        let texts = SECTION_KEYS.into_iter().zip(sections.iter().map(String::as_str));
        Pairs(texts.filter(|(_, text)| !text.is_empty()).collect())
    });
    Face {
        body: report.body.as_deref(),
        year: report.year,
        layouts: Pairs(layouts.filter_map(|(table, layout)| Some((table, LAYOUTS.get(layout?)?.id))).collect()),
        cells: Pairs(reading.found.iter().map(|place| (id(place), place.text.as_str())).collect()),
        sections,
        meta: Meta { found: Pairs(reading.found.iter().map(|place| (id(place), found(place))).collect()), findings },
    }
}

fn found(place: &Place) -> Found<'_> {
    let (text, r#match) = (place.text.as_str(), place.certainty.name());
    match place.spot {
        Spot::Cell { table, row, column } => Found { table: Some(table), row: Some(row), column: Some(column), line: None, text, r#match },
        Spot::Line(line) => Found { table: None, row: None, column: None, line: Some(line), text, r#match },
    }
}
