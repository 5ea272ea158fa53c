//! Writes the form and the rule book as Rust source, and a hash over what was written.

use super::form::{Form, Table, Text};
use super::pack::{self, Part};
use super::rules::{Book, RAISED_BY};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io;
use std::path::Path;

pub fn write(folder: &Path, form: &Form, book: &Book) -> io::Result<()> {
    let form_text = form_source(form);
    let mut rules_text = rules_source(book);
    let mut hash = Sha256::new();
    hash.update(&form_text);
    hash.update(&rules_text);
    let hash: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let _ = writeln!(rules_text, "/// Over the form and the rule book as the program holds them.\npub const HASH: &str = {hash:?};");
    let documents = book.rules.iter().filter(|rule| rule.block.raised_by.as_deref() == Some("document")).map(|rule| &rule.block.id);
    let documents: Vec<&String> = documents.collect();
    let _ = writeln!(
        rules_text,
        "/// The rules that documents raise, by id: not every module holds them.\npub const OF_DOCUMENTS: &[&str] = &{documents:?};"
    );
    std::fs::write(folder.join("form.rs"), form_text)?;
    std::fs::write(folder.join("rules.rs"), rules_text)
}

fn index(value: Option<usize>) -> usize {
    value.unwrap_or(255)
}

fn table(table: Table) -> &'static str {
    ["Table::Disclosure", "Table::Requests", "Table::Disputes"][table as usize]
}

fn form_source(form: &Form) -> String {
    let mut out = String::new();
    let w = &mut out;
    let whole = &form.whole;
    let _ = writeln!(w, "pub const TITLE: &str = {:?};\npub const TITLE_ENGLISH: &str = {:?};", whole.title, whole.english);
    let _ = writeln!(w, "pub const CONFIRMED_UNTIL: u16 = {};", whole.confirmed_until);
    let _ = writeln!(w, "pub const CELL_COUNT: usize = {};", form.cells.len());
    let _ = writeln!(w, "pub const NOTE: [&str; 2] = [{:?}, {:?}];", form.note.zh, form.note.en);
    let _ = writeln!(w, "pub const COLUMNS_TITLE: [&str; 2] = [{:?}, {:?}];", form.columns_title.zh, form.columns_title.en);
    let _ = writeln!(w, "pub static LAYOUTS: [Layout; {}] = [", whole.layout.len());
    for layout in &whole.layout {
        let _ = writeln!(w, "Layout {{ id: {}, first_year: {}, notice: {:?} }},", layout.id, layout.first_year, layout.notice);
    }
    let _ = writeln!(w, "];\npub static SECTIONS: [Section; {}] = [", whole.section.len());
    for section in &whole.section {
        let table = Table::named(&section.key).map_or("None".to_string(), |of| format!("Some({})", table(of)));
        let _ = writeln!(
            w,
            "Section {{ key: {:?}, ordinal: {:?}, title: {:?}, english: {:?}, table: {table} }},",
            section.key, section.ordinal, section.title, section.english
        );
    }
    let _ = writeln!(w, "];\npub static GROUPS: &[Group] = &[");
    for group in &form.groups {
        let _ =
            writeln!(w, "Group {{ label: {:?}, english: {:?}, parent: {} }},", group.line.label, group.line.english, index(group.parent));
    }
    let _ = writeln!(w, "];\npub static ROWS: &[Row] = &[");
    for row in &form.rows {
        let _ = writeln!(
            w,
            "Row {{ id: {:?}, ordinal: {}, name: {}, label: {:?}, english: {:?}, group: {} }},",
            row.line.id,
            text(&row.ordinal),
            text(&row.name),
            row.line.label,
            row.line.english,
            index(row.group)
        );
    }
    let _ = writeln!(w, "];\npub static COLUMNS: &[Column] = &[");
    for column in &form.columns {
        let _ = writeln!(
            w,
            "Column {{ id: {:?}, label: {:?}, english: {:?}, group: {} }},",
            column.line.id,
            column.line.label,
            column.line.english,
            index(column.group)
        );
    }
    let _ = writeln!(w, "];\npub static BLOCKS: &[Block] = &[");
    for (block, first_row) in form.blocks.iter().zip(&form.block_rows) {
        let layout = whole.layout.iter().position(|layout| layout.id == block.layout).unwrap_or(0);
        let _ = writeln!(
            w,
            "Block {{ layout: {layout}, caption: {:?}, english: {:?}, header_spans: &{:?}, value_spans: &{:?}, rows: ({first_row}, {}) }},",
            block.caption,
            block.english,
            block.header_spans,
            block.value_spans,
            block.rows.len()
        );
    }
    let _ = writeln!(w, "];\npub static CELLS: [Cell; CELL_COUNT] = [");
    for cell in &form.cells {
        let kind = match cell.kind.as_str() {
            "signed count" => "Kind::SignedCount",
            "money in 10,000 yuan" => "Kind::MoneyTenThousand",
            "money, unit written in the cell" => "Kind::MoneyWritten",
            _ => "Kind::Count",
        };
        let places: Vec<String> = cell
            .places
            .iter()
            .map(|place| format!("({}, {})", index(place.map(|place| place.0)), index(place.map(|place| place.1))))
            .collect();
        let _ = writeln!(w, "Cell {{ id: {:?}, table: {}, kind: {kind}, places: [{}] }},", cell.id, table(cell.table), places.join(", "));
    }
    let _ = writeln!(w, "];\npub static ORDER: [&[u8]; 2] = [");
    for order in &form.order {
        let _ = writeln!(w, "&{order:?},");
    }
    let _ = writeln!(w, "];");
    out
}

fn text(text: &Text) -> String {
    format!("Text {{ zh: {:?}, en: {:?} }}", text.zh, text.en)
}

fn rules_source(book: &Book) -> String {
    let mut out = String::new();
    let w = &mut out;
    const WHOLE: &str = "any(not(target_arch = \"wasm32\"), all(feature = \"face-core\", feature = \"face-read\"))";
    const CHECK: &str = "all(target_arch = \"wasm32\", not(feature = \"face-read\"))";
    const DOCUMENTS: &str = "all(target_arch = \"wasm32\", feature = \"face-read\", not(feature = \"face-core\"))";
    for (target, part) in [(WHOLE, Part::Whole), (CHECK, Part::Check), (DOCUMENTS, Part::Documents)] {
        let (packed, texts, first) = pack::book(book, part);
        let texts = texts.join("\u{1}");
        let _ = writeln!(w, "#[cfg({target})]\nconst PACKED: &[u8] = &{packed:?};\n#[cfg({target})]\nconst TEXTS: &str = {texts:?};");
        if part != Part::Check {
            let _ = writeln!(w, "#[cfg({target})]\nconst FIRST_RULE: u8 = {first};");
        }
    }
    let _ = writeln!(w, "/// Of each rule, as JSON. They document and test a rule; the wasm does without their weight.");
    let _ = writeln!(w, "#[cfg(not(target_arch = \"wasm32\"))]\nconst EXAMPLES: &[&str] = &[");
    for rule in &book.rules {
        let _ = writeln!(w, "{:?},", examples(&rule.block).to_string());
    }
    let _ = writeln!(w, "];\n/// The rules by name, as indices into [`Book::rules`].\npub mod id {{");
    for (index, rule) in book.rules.iter().enumerate() {
        let name = rule.block.id.to_uppercase().replace('-', "_");
        let _ = writeln!(w, "pub const {name}: u8 = {index};");
    }
    let _ = writeln!(w, "}}");
    let _ = writeln!(w, "/// Which rule an oddity of a cell's text raises, in the order of `rules::RAISED_BY`.");
    let raised: Vec<usize> =
        RAISED_BY.iter().map(|by| book.rules.iter().position(|rule| rule.block.raised_by.as_deref() == Some(by)).unwrap_or(255)).collect();
    let _ = writeln!(w, "pub const RAISED: [u8; {}] = {raised:?};", raised.len());
    out
}

/// The examples as the JSON that `rules()` shows: camelCase is not needed, the keys are single words.
fn examples(block: &super::rules::Block) -> serde_json::Value {
    let list = |list: &[toml::Value]| -> Vec<serde_json::Value> {
        list.iter()
            .map(|example| {
                let mut example = serde_json::to_value(example).unwrap_or_default();
                let mut out = serde_json::Map::new();
                if let Some(report) = example.as_object_mut() {
                    for key in ["at", "blank", "previous", "severity", "document"] {
                        if let Some(value) = report.remove(key) {
                            out.insert(key.to_string(), value);
                        }
                    }
                }
                if !out.contains_key("document") {
                    out.insert("report".to_string(), example);
                }
                serde_json::Value::Object(out)
            })
            .collect()
    };
    serde_json::json!({ "holds": list(&block.holds), "fails": list(&block.fails) })
}
