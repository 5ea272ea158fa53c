//! Reports and options out of bytes: trees whose keys and texts mean something most of the time, and any other now
//! and then.

use super::input::Input;
use gouji::form::{CELL_COUNT, CELLS};
use gouji::report::{KINDS, LEVELS, Node, SECTION_KEYS};
use gouji::rules::BOOK;
use std::sync::LazyLock;

/// Published reports, to begin from figures that nearly add up.
static PUBLISHED: LazyLock<[Node; 4]> = LazyLock::new(|| {
    let texts = [
        include_str!("../../reports/suqian-2024.json"),
        include_str!("../../reports/suqian-2023.json"),
        include_str!("../../reports/pingtan-transport-2020.json"),
        include_str!("../../reports/pingtan-transport-2019.json"),
    ];
    texts.map(|text| serde_json::from_str::<serde_json::Value>(text).unwrap().into())
});

/// Texts as clerks write them; the bytes of the input give any other.
const TEXTS: [&str; 24] = [
    "",
    " ",
    "/",
    "无",
    "—",
    "0",
    "1",
    "2",
    "１２",
    "1,204",
    "178项",
    "3（含自然失效1件）",
    "二",
    "三十",
    "1.0",
    "1.5",
    "-3",
    "约十件",
    "20000元",
    "2万元",
    "547.9659万元",
    "99999999999999999999",
    "9007199254740993",
    "2024",
];

/// Numbers that are no integers, or beyond them.
const NUMBERS: [&str; 5] = ["1.5", "-0.0", "1e308", "1e-400", "18446744073709551616"];

/// What may stand in a cell, or anywhere else.
pub fn entry(input: &mut Input) -> Node {
    match input.below(16) {
        0..=5 => Node::Integer(i64::from(input.byte() % 8)),
        6..=9 => Node::Text(input.of(&TEXTS).to_string()),
        10 => Node::Text(input.text()),
        11 => Node::Integer(input.integer()),
        12 => Node::Number(input.of(&NUMBERS).to_string()),
        13 => Node::Bool,
        14 => Node::List,
        _ => Node::Null,
    }
}

pub fn cell(input: &mut Input) -> u8 {
    input.below(CELL_COUNT) as u8
}

/// `rule`, `rule@` with a place of the book, or any text.
pub fn finding_key(input: &mut Input) -> String {
    match input.below(4) {
        0 => BOOK.rules[input.below(BOOK.rules.len())].id.to_string(),
        1 => input.text(),
        _ => {
            let instance = &BOOK.instances[input.below(BOOK.instances.len())];
            gouji::answer::key(BOOK.rule(instance).id, instance.at)
        }
    }
}

/// An object of any depth, so that nested cells lead somewhere.
fn tree(input: &mut Input, depth: usize) -> Node {
    if depth == 0 || input.below(3) == 0 {
        return entry(input);
    }
    let words: Vec<&str> = CELLS[cell(input) as usize].id.split('.').collect();
    Node::Map(
        (0..input.below(4))
            .map(|_| (if input.below(8) == 0 { input.text() } else { input.of(&words).to_string() }, tree(input, depth - 1)))
            .collect(),
    )
}

/// The path of a cell as objects in one another.
fn nested(id: &str, value: Node) -> (String, Node) {
    match id.split_once('.') {
        None => (id.to_string(), value),
        Some((first, rest)) => (first.to_string(), Node::Map(vec![nested(rest, value)])),
    }
}

fn cells(input: &mut Input) -> Vec<(String, Node)> {
    (0..input.below(32))
        .map(|_| {
            let id = CELLS[cell(input) as usize].id;
            match input.below(8) {
                0 => nested(id, entry(input)),
                1 => (input.text(), entry(input)),
                2 => (id.split('.').next().unwrap_or_default().to_string(), tree(input, 3)),
                _ => (id.to_string(), entry(input)),
            }
        })
        .collect()
}

fn year(input: &mut Input) -> Node {
    match input.below(4) {
        0 => entry(input),
        _ => Node::Integer(2018 + input.below(12) as i64),
    }
}

fn word(input: &mut Input, words: &[&str]) -> Node {
    if input.below(4) == 0 { entry(input) } else { Node::Text(input.of(words).to_string()) }
}

/// Key and value of something beside the cells.
fn around(input: &mut Input) -> (String, Node) {
    let entries = |input: &mut Input, key: &dyn Fn(&mut Input) -> String| {
        Node::Map((0..input.below(4)).map(|_| (key(input), entry(input))).collect())
    };
    match input.below(8) {
        0 => ("level".to_string(), word(input, &LEVELS)),
        1 => ("kind".to_string(), word(input, &KINDS)),
        2 => ("body".to_string(), word(input, &["甲县人民政府", "甲县 人民政府", "乙县人民政府"])),
        3 => {
            let layout = |input: &mut Input| word(input, &["2019", "2021"]);
            let tables = ["disclosure", "requests", "disputes"].map(|table| (table.to_string(), layout(input)));
            ("layouts".to_string(), Node::Map(tables.into_iter().take(input.below(4)).collect()))
        }
        4 => ("sections".to_string(), entries(input, &|input| input.of(&SECTION_KEYS).to_string())),
        5 => ("explanations".to_string(), entries(input, &finding_key)),
        6 => ("cells".to_string(), Node::Map(cells(input))),
        _ => (input.text(), entry(input)),
    }
}

/// A report of any shape, often one of the published ones with some entries changed.
pub fn report(input: &mut Input) -> Node {
    let which = input.below(8);
    let Some(Node::Map(published)) = PUBLISHED.get(which) else {
        let mut entries = vec![("year".to_string(), year(input)), ("cells".to_string(), Node::Map(cells(input)))];
        entries.extend((0..input.below(6)).map(|_| around(input)));
        return Node::Map(entries);
    };
    let mut entries = published.clone();
    if let Some((_, Node::Map(cells_now))) = entries.iter_mut().find(|(key, _)| key == "cells") {
        for (id, node) in cells(input) {
            match cells_now.iter_mut().find(|(key, _)| *key == id) {
                Some((_, place)) => *place = node,
                None => cells_now.push((id, node)),
            }
        }
    }
    entries.extend((0..input.below(6)).map(|_| around(input)));
    Node::Map(entries)
}

/// Options as a caller writes them, rightly most of the time.
pub fn options(input: &mut Input) -> Node {
    let severities = |input: &mut Input| {
        let words = ["off", "notice", "warning", "error"];
        (0..input.below(6))
            .map(|_| (BOOK.rules[input.below(BOOK.rules.len())].id.to_string(), Node::Text(input.of(&words).to_string())))
            .collect()
    };
    let mut entries = vec![
        ("language".to_string(), Node::Text(input.of(&["zh", "en"]).to_string())),
        ("blank".to_string(), Node::Text(input.of(&["missing", "zero"]).to_string())),
        ("severities".to_string(), Node::Map(severities(input))),
    ];
    if input.below(16) == 1 {
        entries.push((input.of(&["language", "blank", "severities", "colour"]).to_string(), entry(input)));
    }
    Node::Map(entries)
}
