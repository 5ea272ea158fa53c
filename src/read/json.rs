//! A reading as JSON: the shape of a report, with what the reader knows beyond it under `meta`.

use super::{Place, Reading, Spot};
use crate::check::Options;
use crate::form::{CELLS, LAYOUTS};
use crate::report::SECTION_KEYS;
use serde_json::{Map, Value, json};

pub fn json(reading: &Reading, options: &Options) -> Value {
    let report = &reading.report;
    let mut out = Map::new();
    if let Some(body) = &report.body {
        out.insert("body".to_string(), body.as_str().into());
    }
    out.insert("year".to_string(), report.year.into());
    let layouts: Map<String, Value> = ["disclosure", "requests"]
        .iter()
        .zip(report.layouts)
        .filter_map(|(table, layout)| Some((table.to_string(), LAYOUTS.get(layout?)?.id.into())))
        .collect();
    if !layouts.is_empty() {
        out.insert("layouts".to_string(), layouts.into());
    }
    let id = |place: &Place| CELLS.get(place.cell as usize).map_or_else(String::new, |cell| cell.id.to_string());
    let cells: Map<String, Value> = reading.found.iter().map(|place| (id(place), place.text.as_str().into())).collect();
    out.insert("cells".to_string(), cells.into());
    if let Some(sections) = &report.sections {
        let texts = SECTION_KEYS.iter().zip(sections).filter(|(_, text)| !text.is_empty());
        out.insert(
            "sections".to_string(),
            texts.map(|(key, text)| (key.to_string(), Value::from(text.as_str()))).collect::<Map<_, _>>().into(),
        );
    }
    let found: Map<String, Value> = reading.found.iter().map(|place| (id(place), found(place))).collect();
    out.insert("meta".to_string(), json!({ "found": found, "findings": reading.findings(options) }));
    out.into()
}

/// `{"table": 2, "row": 4, "column": 4, "text": "821", "match": "exact"}`; in text `line` in place of the first three.
fn found(place: &Place) -> Value {
    match place.spot {
        Spot::Cell { table, row, column } => {
            json!({ "table": table, "row": row, "column": column, "text": place.text, "match": place.certainty.name() })
        }
        Spot::Line(line) => json!({ "line": line, "text": place.text, "match": place.certainty.name() }),
    }
}
