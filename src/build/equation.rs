//! The relation of a rule in words, with the official row numbers: "一 + 二 = 三（七） + 四".

use super::expression::{self, Summand};
use super::form::{Form, Table, Text};
use super::rules::{Block, Naming, Relation};

/// The relation in words, with official row numbers.
pub fn equation(block: &Block, naming: Naming, form: &Form) -> Result<Text, String> {
    let mut text = Text::default();
    for chinese in [true, false] {
        let side = |text: &str| -> Result<String, String> {
            // Variables stay as they are and are named by what they leave out.
            let summands = expression::parse(&text.replace("{cell}", "disclosure.{row}.{column}"))?;
            let mut out = String::new();
            for (index, summand) in summands.iter().enumerate() {
                let sign = if summand.coefficient < 0 {
                    " - "
                } else if index > 0 {
                    " + "
                } else {
                    ""
                };
                let times = if summand.coefficient.abs() > 1 { format!("{} × ", summand.coefficient.abs()) } else { String::new() };
                out += &format!("{sign}{times}{}", name(summand, naming, form, chinese));
            }
            Ok(if out.is_empty() { "0".to_string() } else { out })
        };
        let (left, right) = (side(block.left.as_deref().unwrap_or_default())?, side(block.right.as_deref().unwrap_or_default())?);
        let sign = block.relation.as_deref().and_then(Relation::named).map_or("", Relation::sign);
        let mut whole = format!("{left} {sign} {right}");
        let mut conditions = Vec::new();
        for condition in &block.when {
            let words: Vec<&str> = condition.split_whitespace().collect();
            let sum = side(&words[..words.len() - 2].join(" "))?;
            let sign = Relation::named(words[words.len() - 2]).map_or("", Relation::sign);
            conditions.push(format!("{sum} {sign} {}", words[words.len() - 1]));
        }
        if !conditions.is_empty() {
            let list = conditions.join(if chinese { " 且 " } else { " and " });
            whole = if chinese { format!("当 {list} 时：{whole}") } else { format!("where {list}: {whole}") };
        }
        if chinese { text.zh = whole } else { text.en = whole }
    }
    Ok(text)
}

/// How a summand is called in the printed equation of its rule.
fn name(summand: &Summand, naming: Naming, form: &Form, chinese: bool) -> String {
    let choose = |zh: &str, en: &str| if chinese { zh.to_string() } else { en.to_string() };
    let set = |part: &str| {
        let id = part.strip_prefix('<')?.strip_suffix('>')?;
        let (_, name) = form.set_names.iter().find(|(table, name)| *table == summand.table && name.id == id)?;
        Some(if chinese { format!("{}之和", name.label) } else { format!("sum of {}", name.english) })
    };
    let row = || {
        let row = form.rows.iter().find(|row| row.table == summand.table && row.line.id == summand.row);
        match row {
            Some(row) if summand.table == Table::Requests => choose(&row.ordinal.zh, &format!("item {}", row.ordinal.en)),
            Some(row) => choose(&row.name.zh, &row.name.en),
            None if summand.row.starts_with('{') => choose("本行", "this row"),
            None => set(&summand.row).unwrap_or_else(|| summand.row.clone()),
        }
    };
    let column = || {
        let column = form.columns.iter().find(|column| column.table == summand.table && column.line.id == summand.column);
        match column {
            Some(column) => choose(&column.line.label, &column.line.english),
            None if summand.column.starts_with('{') => choose("本格", "this cell"),
            None => set(&summand.column).unwrap_or_else(|| summand.column.clone()),
        }
    };
    let name = match naming {
        Naming::Row => row(),
        Naming::Column => column(),
        Naming::Cell if summand.row.starts_with('{') => column(),
        Naming::Cell => format!("{}·{}", row(), column()),
    };
    if summand.previous { choose(&format!("上年报告的{name}"), &format!("last year's {name}")) } else { name }
}
