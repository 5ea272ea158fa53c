//! The figures of one row, put into the places of the form: their order is fixed, their number and position often not.
//!
//! What stands in too many or too few pieces is put together only in the one way in which the row adds up, and is then a
//! guess; where there is no such way, or more than one, nothing is read.

use crate::report::value::{self, Kind, Value};

/// Where a text stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Counted from 1: the table in the document, its row, its column.
    Cell { table: usize, row: usize, column: usize },
    /// A line of text, counted from 1.
    Line(usize),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub text: String,
    pub spot: Spot,
}

/// What the figures of a row must satisfy, where the form says so.
pub type AddsUp = fn(&[i64]) -> bool;

#[derive(Clone, Debug, PartialEq)]
pub enum Fit {
    /// As many as there are places. `shift`: they would add up one place further on, and do not as they stand.
    Whole { figures: Vec<Written>, shift: bool },
    /// Blank, with fewer places than the form has.
    Blank,
    /// In other places than expected: only so does the row add up.
    Shifted(Vec<Written>),
    /// Figures split or run together, in the only way in which the row adds up.
    Rejoined(Vec<Written>),
    /// So many figures, which cannot be put into the places.
    Unfitting(usize),
}

/// What is written after the label of a row, put into `wanted` places.
/// `column`: where the first figure stands according to the header, or `None` where rows are filled from the left.
pub fn fit(written: &[Written], wanted: usize, column: Option<Column>, adds_up: Option<AddsUp>) -> Fit {
    let starts_at =
        |start: &usize| matches!((column, written[*start].spot), (Some(Column::At(wanted)), Spot::Cell { column, .. }) if column == wanted);
    let filled: Vec<usize> = (0..written.len()).filter(|index| !is_blank(&written[*index].text)).collect();
    let (Some(&first), Some(&last)) = (filled.first(), filled.last()) else {
        let Some(spare) = written.len().checked_sub(wanted) else { return Fit::Blank };
        let start = column.map_or(0, |_| (0..=spare).find(starts_at).unwrap_or(spare));
        return Fit::Whole { figures: written[start..start + wanted].to_vec(), shift: false };
    };
    let lowest = (last + 1).saturating_sub(wanted);
    let highest = first.min(written.len().saturating_sub(wanted));
    if written.len() < wanted || lowest > highest {
        return rejoined(&filled.iter().map(|index| &written[*index]).collect::<Vec<_>>(), wanted, adds_up);
    }
    let start = match column {
        None => lowest,
        Some(_) => (lowest..=highest).find(starts_at).unwrap_or(highest),
    };
    let at = |start: usize| &written[start..start + wanted];
    let Some(adds_up) = adds_up.filter(|adds_up| !row_adds_up(at(start), *adds_up)) else {
        return Fit::Whole { figures: at(start).to_vec(), shift: false };
    };
    let others: Vec<usize> = (lowest..=highest).filter(|other| row_adds_up(at(*other), adds_up)).collect();
    if let [other] = others.as_slice() {
        return Fit::Shifted(at(*other).to_vec());
    }
    let figures = at(start).to_vec();
    Fit::Whole { shift: others.is_empty() && adds_up_shifted(&figures, adds_up), figures }
}

/// Where the first figure of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// As the header says.
    At(usize),
    /// There is no header: the last places of the row count.
    Last,
}

pub fn is_blank(text: &str) -> bool {
    // White space by Unicode, and what pages put into empty cells.
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}

/// A figure, an amount, or a mark that stands for none: what a label never is.
pub fn is_value(text: &str) -> bool {
    /// Longer than any figure with its unit.
    const ENOUGH: usize = 60;
    if text.len() > ENOUGH {
        return false;
    }
    let text = text.trim();
    let has_digit = text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if !has_digit {
        // Only a mark in place of a figure has none.
        return !is_blank(text) && value::read(Kind::Count, text).value == Value::Blank;
    }
    let reading = match value::read(Kind::SignedCount, text) {
        unreadable if unreadable.value == Value::Unreadable => value::read(Kind::MoneyWritten, text),
        count => count,
    };
    match reading.value {
        // "1." is the number of a label.
        Value::Count(_) | Value::Money(..) => has_digit && !text.ends_with(['.', '．', '、']),
        Value::Blank => !is_blank(text),
        Value::Unreadable => false,
    }
}

/// The row as numbers, blanks as 0; `None` where something is no count.
fn numbers(row: &[Written]) -> Option<Vec<i64>> {
    row.iter()
        .map(|written| match value::read(Kind::Count, &written.text).value {
            Value::Count(number) => Some(number),
            Value::Blank => Some(0),
            _ => None,
        })
        .collect()
}

fn row_adds_up(row: &[Written], adds_up: AddsUp) -> bool {
    numbers(row).is_some_and(|numbers| adds_up(&numbers))
}

fn adds_up_shifted(row: &[Written], adds_up: AddsUp) -> bool {
    let Some(mut numbers) = numbers(row) else { return false };
    let ends = [row.last(), row.first()].map(|end| end.is_some_and(|end| is_blank(&end.text)));
    numbers.rotate_right(1);
    let right = ends[0] && adds_up(&numbers);
    numbers.rotate_left(2);
    right || (ends[1] && adds_up(&numbers))
}

/// Pieces put together, taken apart or left out, where exactly one way gives a row that adds up.
fn rejoined(pieces: &[&Written], wanted: usize, adds_up: Option<AddsUp>) -> Fit {
    let unfitting = Fit::Unfitting(pieces.len());
    let Some(adds_up) = adds_up else { return unfitting };
    let mut digits: Vec<Written> = Vec::new();
    for piece in pieces {
        for part in piece.text.split_whitespace() {
            let part: String =
                part.chars().map(|c| if ('０'..='９').contains(&c) { (c as u32 - 0xFF10 + 0x30) as u8 as char } else { c }).collect();
            if !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return unfitting;
            }
            digits.push(Written { text: part, spot: piece.spot });
        }
    }
    let mut ways: Vec<Vec<Written>> = Vec::new();
    let mut keep = |way: Vec<Written>| {
        let same = |other: &Vec<Written>| other.iter().map(|written| &written.text).eq(way.iter().map(|written| &written.text));
        if row_adds_up(&way, adds_up) && !ways.iter().any(same) {
            ways.push(way);
        }
    };
    match digits.len() {
        count if count == wanted => keep(digits),
        count if count > wanted => join(&digits, wanted, &mut keep),
        _ => split(&digits, wanted, &mut keep),
    }
    match ways.pop() {
        Some(way) if ways.is_empty() => Fit::Rejoined(way),
        _ => unfitting,
    }
}

/// One or two pieces too many: neighbours are one figure, or one piece (the number of a page) is no figure of the row.
fn join(pieces: &[Written], wanted: usize, keep: &mut impl FnMut(Vec<Written>)) {
    const MOST: usize = 2;
    if pieces.len() > wanted + MOST {
        return;
    }
    if pieces.len() == wanted {
        return keep(pieces.to_vec());
    }
    for index in 0..pieces.len() {
        let mut fewer = pieces.to_vec();
        let piece = fewer.remove(index);
        // A page number stands between two lines; in a table every cell belongs to it.
        if matches!(piece.spot, Spot::Line(_)) && pieces.len() == wanted + 1 {
            keep(fewer.clone());
        }
        if let Some(next) = fewer.get_mut(index).filter(|_| piece.text != "0") {
            next.text.insert_str(0, &piece.text);
            next.spot = piece.spot;
            join(&fewer, wanted, keep);
        }
    }
}

/// Too few pieces: some are several figures run together.
fn split(pieces: &[Written], wanted: usize, keep: &mut impl FnMut(Vec<Written>)) {
    /// With more digits the ways are too many to try, and more than one adds up anyway.
    const MOST: usize = 20;
    let total: usize = pieces.iter().map(|piece| piece.text.len()).sum();
    if (wanted..=MOST).contains(&total) {
        cut(pieces, 0, wanted, &mut Vec::new(), keep);
    }
}

/// Every way to cut what begins at `from` in the first piece into `wanted` figures; only 0 itself begins with 0.
fn cut(pieces: &[Written], from: usize, wanted: usize, cuts: &mut Vec<Written>, keep: &mut impl FnMut(Vec<Written>)) {
    let Some((piece, rest)) = pieces.split_first() else {
        if wanted == 0 {
            keep(cuts.clone());
        }
        return;
    };
    if from == piece.text.len() {
        return cut(rest, 0, wanted, cuts, keep);
    }
    let left: usize = piece.text.len() - from + rest.iter().map(|piece| piece.text.len()).sum::<usize>();
    if wanted == 0 || left < wanted || wanted < rest.len() + 1 {
        return;
    }
    let longest = if piece.text[from..].starts_with('0') { 1 } else { piece.text.len() - from };
    for length in 1..=longest {
        cuts.push(Written { text: piece.text[from..from + length].to_string(), spot: piece.spot });
        cut(pieces, from + length, wanted - 1, cuts, keep);
        cuts.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adds_up(row: &[i64]) -> bool {
        matches!(row, [parts @ .., total] if parts.iter().sum::<i64>() == *total)
    }

    /// Cells from column 2 on; "·" is a blank one.
    fn cells(text: &str) -> Vec<Written> {
        let spot = |index| Spot::Cell { table: 1, row: 1, column: index + 2 };
        let cell = |(index, text): (usize, &str)| Written { text: text.replace('·', ""), spot: spot(index) };
        text.split(' ').enumerate().map(cell).collect()
    }

    fn shown(figures: &[Written]) -> String {
        figures.iter().map(|written| if written.text.is_empty() { "·" } else { &written.text }).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn figures_and_their_places() {
        for (written, column, read) in [
            ("1 0 0 0 0 0 1", Column::At(2), "whole 1 0 0 0 0 0 1"),
            // The total is left blank, as some publish it.
            ("14 · · · · · ·", Column::At(2), "whole 14 · · · · · ·"),
            // Padded behind, in front, and on both sides.
            ("1 0 0 0 0 0 1 · ·", Column::At(2), "whole 1 0 0 0 0 0 1"),
            ("· · 1 0 0 0 0 0 1", Column::At(2), "whole 1 0 0 0 0 0 1"),
            ("· 1 0 0 0 0 0 1 ·", Column::Last, "whole 1 0 0 0 0 0 1"),
            // Only where the header says, or else the last places: blanks alone do not tell.
            ("· 3 · · · · · 3 ·", Column::At(2), "whole 3 · · · · · 3"),
            ("· · 5 · · · · 5 ·", Column::Last, "shifted · 5 · · · · 5"),
            ("3 0 0 0 0 3 ·", Column::At(2), "would be shifted 3 0 0 0 0 3 ·"),
            // A figure in two cells.
            ("1 2 0 0 0 0 0 12", Column::At(2), "rejoined 12 0 0 0 0 0 12"),
            ("2 3 1 0 0 0 0 3 3", Column::At(2), "rejoined 2 31 0 0 0 0 33"),
            ("1 0 0 0 0 0 0 0 0 1", Column::At(2), "unfitting 10"),
            // Figures run together: one way, no way, two ways.
            ("1000001", Column::At(2), "rejoined 1 0 0 0 0 0 1"),
            ("20 0 0 0 0 20", Column::At(2), "unfitting 6"),
            ("1000002", Column::At(2), "unfitting 1"),
            ("270020130", Column::At(2), "unfitting 1"),
            ("1 2", Column::At(2), "unfitting 2"),
            ("1 约5", Column::At(2), "unfitting 2"),
            ("999999999999999999999999999999", Column::At(2), "unfitting 1"),
            ("· ·", Column::At(2), "blank"),
        ] {
            let found = match fit(&cells(written), 7, Some(column), Some(adds_up)) {
                Fit::Whole { figures, shift: false } => format!("whole {}", shown(&figures)),
                Fit::Whole { figures, shift: true } => format!("would be shifted {}", shown(&figures)),
                Fit::Shifted(figures) => format!("shifted {}", shown(&figures)),
                Fit::Rejoined(figures) => format!("rejoined {}", shown(&figures)),
                Fit::Unfitting(count) => format!("unfitting {count}"),
                Fit::Blank => "blank".to_string(),
            };
            assert_eq!(found, read, "{written}");
        }
    }

    #[test]
    fn what_is_a_figure() {
        for text in ["0", "1,204", "１２", "+1036", "-417", "178项", "20097080 元", "59237.2449", "/", "—", "无", " 3\n"] {
            assert!(is_value(text), "{text}");
        }
        for text in ["", " ", "1.", "一", "三、", "规章", "2.重复申请", "约55", "2020-01-31", "- 4 -", "其他"] {
            assert!(!is_value(text), "{text}");
        }
    }
}
