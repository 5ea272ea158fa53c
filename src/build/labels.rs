//! What reports print in place of the official words, from the readers' data file: rows and sections must exist.

use super::form::{Form, Table};
use super::source::{Fault, Source};
use serde::Deserialize;
use std::fmt::Write as _;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    row: Vec<Spanned<Row>>,
    section: Vec<Spanned<Section>>,
    template: Template,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    table: String,
    id: String,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default)]
    whole: Vec<String>,
    after: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    key: String,
    titles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Template {
    phrases: Vec<String>,
}

/// The file as Rust source, or what is wrong with it.
pub fn source(source: &Source, form: &Form) -> Result<String, Vec<Fault>> {
    let file: File = source.parse()?;
    let mut faults = Vec::new();
    let mut out = "pub static ROW_VARIANTS: &[RowVariants] = &[\n".to_string();
    for row in &file.row {
        let (span, row) = (row.span(), row.get_ref());
        for id in [&row.id].into_iter().chain(&row.after) {
            let known = Table::named(&row.table).is_some_and(|table| form.rows.iter().any(|of| of.table == table && of.line.id == *id));
            if !known {
                faults.push(source.fault(&span, format!("the table \"{}\" has no row \"{id}\"", row.table)));
            }
        }
        let _ = writeln!(
            out,
            "RowVariants {{ table: {:?}, id: {:?}, labels: &{:?}, whole: &{:?}, after: {:?} }},",
            row.table, row.id, row.labels, row.whole, row.after
        );
    }
    let _ = writeln!(out, "];\npub static SECTION_VARIANTS: &[(&str, &[&str])] = &[");
    for section in &file.section {
        let (span, section) = (section.span(), section.get_ref());
        if !form.whole.section.iter().any(|of| of.key == section.key) {
            faults.push(source.fault(&span, format!("there is no section \"{}\"", section.key)));
        }
        let _ = writeln!(out, "({:?}, &{:?}),", section.key, section.titles);
    }
    let _ = writeln!(out, "];\npub static TEMPLATE_PHRASES: &[&str] = &{:?};", file.template.phrases);
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}
