//! Writes the form and the rule book as Rust statics, and a hash over what was written.

use crate::form::{Form, Table, Text};
use crate::rules::{Book, KINDS, LEVELS, Linear, Naming, RAISED_BY, Relation, SeverityWhere};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io;
use std::path::Path;

pub fn write(folder: &Path, form: &Form, book: &Book) -> io::Result<()> {
    let form_text = form_source(form);
    let mut rules_text = rules_source(book, form);
    let mut hash = Sha256::new();
    hash.update(&form_text);
    hash.update(&rules_text);
    let hash: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let _ = writeln!(rules_text, "/// Over the form and the rule book as the program holds them.\npub const HASH: &str = {hash:?};");
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
        let _ = writeln!(
            w,
            "Group {{ label: {:?}, english: {:?}, parent: {} }},",
            group.line.label,
            group.line.english,
            index(group.parent)
        );
    }
    let _ = writeln!(w, "];\npub static ROWS: &[Row] = &[");
    for row in &form.rows {
        let _ = writeln!(
            w,
            "Row {{ id: {:?}, ordinal: {:?}, name: {:?}, label: {:?}, english: {:?}, group: {} }},",
            row.line.id,
            row.ordinal,
            row.name,
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
        let _ = writeln!(
            w,
            "Cell {{ id: {:?}, table: {}, kind: {kind}, places: [{}] }},",
            cell.id,
            table(cell.table),
            places.join(", ")
        );
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

fn severity(name: &str) -> &'static str {
    match name {
        "error" => "Some(Severity::Error)",
        "warning" => "Some(Severity::Warning)",
        "notice" => "Some(Severity::Notice)",
        _ => "None",
    }
}

/// The positions of `names` in `all` as bits; every bit where none is named.
pub fn mask(names: &[String], all: &[&str]) -> u8 {
    let bits = names.iter().filter_map(|name| all.iter().position(|other| other == name)).fold(0, |mask, bit| mask | 1 << bit);
    if names.is_empty() { u8::MAX } else { bits }
}

fn rules_source(book: &Book, form: &Form) -> String {
    let mut out = String::new();
    let w = &mut out;
    let _ = writeln!(w, "pub static RULES: &[Rule] = &[");
    for rule in &book.rules {
        let block = &rule.block;
        let kind = match block.raised_by.as_deref() {
            None => "Relation",
            Some("report") => "Report",
            Some(_) => "Cell",
        };
        let naming = match rule.naming {
            Naming::Row => "Row",
            Naming::Column => "Column",
            Naming::Cell => "Cell",
        };
        let examples = examples(block).to_string();
        let _ = writeln!(
            w,
            "Rule {{ id: {:?}, kind: RuleKind::{kind}, naming: Naming::{naming}, severity: {}, severity_where: &[{}], hard: {}, follows_from: &{:?}, since: {}, until: {}, certainty: {:?}, basis: {}, title: {}, message: {}, why: {}, help: {}, equation: {}, examples: {examples:?} }},",
            block.id,
            severity(&block.severity).trim_start_matches("Some(").trim_end_matches(')'),
            block.severity_where.iter().map(severity_where).collect::<Vec<_>>().join(", "),
            block.hard,
            rule.follows_from,
            block.since,
            block.until.unwrap_or(u16::MAX),
            block.certainty,
            text(&block.basis),
            text(&block.title),
            text(&block.message),
            text(&block.why),
            text(&block.help),
            text(&rule.equation),
        );
    }
    let _ = writeln!(w, "];\n/// The rules by name, as indices into [`RULES`].\npub mod id {{");
    for (index, rule) in book.rules.iter().enumerate() {
        let name = rule.block.id.to_uppercase().replace('-', "_");
        let _ = writeln!(w, "pub const {name}: u8 = {index};");
    }
    let _ = writeln!(w, "}}");
    let _ = writeln!(w, "/// Which rule an oddity of a cell's text raises, in the order of `rules::RAISED_BY`.");
    let raised: Vec<usize> = RAISED_BY
        .iter()
        .map(|by| book.rules.iter().position(|rule| rule.block.raised_by.as_deref() == Some(by)).unwrap_or(255))
        .collect();
    let _ = writeln!(w, "pub const RAISED: [u8; {}] = {raised:?};", raised.len());
    instances_source(w, book, form);
    out
}

fn severity_where(place: &SeverityWhere) -> String {
    format!(
        "SeverityWhere {{ at: &{:?}, levels: {}, kinds: {}, same_body: {}, severity: {} }}",
        place.at,
        mask(&place.level, &LEVELS),
        mask(&place.kind, &KINDS),
        place.same_body,
        severity(&place.severity)
    )
}

/// The examples as the JSON that `rules()` shows: camelCase is not needed, the keys are single words.
fn examples(block: &crate::rules::Block) -> serde_json::Value {
    let list = |list: &[toml::Value]| -> Vec<serde_json::Value> {
        list.iter()
            .map(|example| {
                let mut example = serde_json::to_value(example).unwrap_or_default();
                let mut out = serde_json::Map::new();
                if let Some(report) = example.as_object_mut() {
                    for key in ["at", "blank", "previous", "severity"] {
                        if let Some(value) = report.remove(key) {
                            out.insert(key.to_string(), value);
                        }
                    }
                }
                out.insert("report".to_string(), example);
                serde_json::Value::Object(out)
            })
            .collect()
    };
    serde_json::json!({ "holds": list(&block.holds), "fails": list(&block.fails) })
}

fn instances_source(w: &mut String, book: &Book, form: &Form) {
    let (mut instances, mut linears, mut terms) = (String::new(), String::new(), String::new());
    let (mut instance_count, mut linear_count, mut term_count) = (0, 0, 0);
    for (rule, of) in book.rules.iter().enumerate() {
        for instance in &of.instances {
            let _ = writeln!(
                instances,
                "Instance {{ rule: {rule}, at: {:?}, row: {}, column: {}, cell: {}, layouts: {}, linears: ({linear_count}, {}) }},",
                instance.at,
                index(instance.row),
                index(instance.column),
                index(instance.cell),
                instance.layouts,
                instance.linears.len()
            );
            for linear in &instance.linears {
                linear_source(&mut linears, linear, instance_count, term_count);
                linear_count += 1;
                for term in &linear.terms {
                    let _ = writeln!(
                        terms,
                        "Term {{ cell: {}, coefficient: {}, right: {}, previous: {} }},",
                        term.cell, term.coefficient, term.right, term.previous
                    );
                    term_count += 1;
                }
            }
            instance_count += 1;
        }
    }
    let _ = writeln!(w, "pub static INSTANCES: &[Instance] = &[\n{instances}];");
    let _ = writeln!(w, "pub static LINEARS: &[Linear] = &[\n{linears}];");
    let _ = writeln!(w, "pub static TERMS: &[Term] = &[\n{terms}];");
    let _ = form;
}

fn linear_source(out: &mut String, linear: &Linear, instance: usize, first_term: usize) {
    let relation = match linear.relation {
        Relation::Equal => "Equal",
        Relation::AtMost => "AtMost",
        Relation::AtLeast => "AtLeast",
    };
    let _ = writeln!(
        out,
        "Linear {{ relation: Relation::{relation}, constant: {}, instance: {instance}, terms: ({first_term}, {}) }},",
        linear.constant,
        linear.terms.len()
    );
}
