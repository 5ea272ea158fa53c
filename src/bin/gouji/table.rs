//! One line a report, in columns that stay aligned when Chinese and Latin letters are mixed.

use crate::batch::Batch;
use crate::outcome::{Outcome, plain};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Widest that file and body may become; the findings below name both in full.
const WIDEST: [usize; 2] = [40, 36];
const COLUMNS: usize = 7;

pub fn table(batch: &Batch) -> String {
    let language = batch.language;
    let head = [
        ("文件", "file"),
        ("单位", "body"),
        ("年度", "year"),
        ("必须修改", "errors"),
        ("请核实", "warnings"),
        ("提示", "notices"),
        ("结论", "verdict"),
    ]
    .map(|(zh, en)| language.say(zh, en).to_string());
    let mut rows = vec![head];
    rows.extend(batch.outcomes.iter().map(|outcome| row(outcome, batch)));
    let widths: [usize; COLUMNS] =
        std::array::from_fn(|column| rows.iter().filter_map(|row| row.get(column)).map(|text| text.width()).max().unwrap_or(0));
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn row(outcome: &Outcome, batch: &Batch) -> [String; COLUMNS] {
    let tally = outcome.tally();
    let count = |count: usize| if outcome.result.is_ok() { count.to_string() } else { String::new() };
    [
        ending_of(&plain(&outcome.file), WIDEST[0]),
        beginning_of(&plain(outcome.body.as_deref().unwrap_or_default()), WIDEST[1]),
        outcome.year(),
        count(tally.errors),
        count(tally.warnings),
        count(tally.notices),
        outcome.verdict().words(batch.language).to_string(),
    ]
}

/// Words to the left, figures to the right.
fn line(row: &[String; COLUMNS], widths: &[usize; COLUMNS]) -> String {
    let cells: Vec<String> = row
        .iter()
        .zip(widths)
        .enumerate()
        .map(|(column, (text, width))| {
            let space = " ".repeat(width.saturating_sub(text.width()));
            if (2..6).contains(&column) { space + text } else { text.clone() + &space }
        })
        .collect();
    cells.join("  ").trim_end().to_string() + "\n"
}

fn beginning_of(text: &str, widest: usize) -> String {
    if text.width() <= widest { text.to_string() } else { fitting(text.chars(), widest).into_iter().chain(['…']).collect() }
}

/// Of a path the end tells more.
fn ending_of(text: &str, widest: usize) -> String {
    if text.width() <= widest {
        text.to_string()
    } else {
        ['…'].into_iter().chain(fitting(text.chars().rev(), widest).into_iter().rev()).collect()
    }
}

/// As many characters as leave room for an ellipsis.
fn fitting(characters: impl Iterator<Item = char>, widest: usize) -> Vec<char> {
    let mut room = widest.saturating_sub(1);
    characters
        .take_while(|c| {
            let width = c.width().unwrap_or(0);
            let fits = width <= room;
            room = room.saturating_sub(width);
            fits
        })
        .collect()
}
