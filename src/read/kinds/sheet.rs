//! Sheets (.xlsx): every visible one is a table, with figures as a reader sees them.

use super::archive::Archive;
use super::markup::{Language, Token, Tokens};
use super::package;
use super::table::{Begins, Budget, Cell, Table};
use super::{Refusal, limits};
use crate::read::block::{Block, Document};

pub fn document(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let book = package::main_part(&mut archive)?.unwrap_or_else(|| "xl/workbook.xml".to_string());
    let references = package::references(&mut archive, &book)?;
    let Some(text) = archive.text(&book)? else {
        return Err(Refusal::new("Excel 文件里没有工作簿，可能已损坏", "the Excel file has no workbook part, it may be damaged"));
    };
    let strings = match references.iter().find(|reference| reference.kind == "sharedStrings") {
        Some(reference) => archive.text(&reference.part)?.map(|text| shared_strings(&text)).unwrap_or_default(),
        None => Vec::new(),
    };
    let mut document = Document::default();
    let mut budget = Budget::default();
    let mut sheets = 0;
    for token in Tokens::new(&text, Language::Xml) {
        let Token::Start(tag) = token else { continue };
        let is_shown = tag.name == "sheet" && tag.attribute("state").is_none_or(|state| state == "visible");
        // "sheetId" is another attribute, "r:id" loses its prefix.
        let Some(id) = tag.attribute("id").filter(|_| is_shown) else { continue };
        sheets += 1;
        if sheets > limits::SHEETS {
            return Err(Refusal::too_much("工作表", "sheets", limits::SHEETS));
        }
        let Some(reference) = references.iter().find(|reference| reference.id == id) else { continue };
        if let Some(sheet) = archive.text(&reference.part)? {
            document.blocks.extend(table(&sheet, &strings, &mut budget)?);
        }
    }
    Ok(document)
}

fn shared_strings(text: &str) -> Vec<String> {
    let mut strings: Vec<String> = Vec::new();
    let mut part = Part::default();
    for token in Tokens::new(text, Language::Xml) {
        if matches!(&token, Token::Start(tag) if tag.name == "si") {
            strings.push(String::new());
        }
        if let (Some(text), Some(string)) = (part.text(&token), strings.last_mut()) {
            string.push_str(text);
        }
    }
    strings
}

/// Where in a string one is: how Chinese characters are read is written beside them, and not part of it.
#[derive(Default)]
struct Part {
    in_text: bool,
    in_reading: bool,
}

impl Part {
    fn text<'t>(&mut self, token: &'t Token) -> Option<&'t str> {
        match token {
            Token::Start(tag) if tag.name == "t" => self.in_text = !tag.closed,
            Token::Start(tag) if tag.name == "rPh" => self.in_reading = !tag.closed,
            Token::End(name) if *name == "t" => self.in_text = false,
            Token::End(name) if *name == "rPh" => self.in_reading = false,
            Token::Text(text) if self.in_text && !self.in_reading => return Some(text),
            _ => {}
        }
        None
    }
}

/// Row and column, counted from 1.
type Position = (usize, usize);

struct Merged {
    from: Position,
    to: Position,
}

#[derive(Default)]
struct Sheet {
    cells: Vec<(Position, String)>,
    merged: Vec<Merged>,
}

fn table(text: &str, strings: &[String], budget: &mut Budget) -> Result<Option<Block>, Refusal> {
    let mut sheet = sheet(text, strings)?;
    let columns = || sheet.cells.iter().map(|((_, column), _)| *column);
    let (Some(first), Some(last)) = (columns().min(), columns().max()) else { return Ok(None) };
    sheet.merged.sort_by_key(|merged| merged.from);
    // Of a cell that is written twice the last counts.
    sheet.cells.reverse();
    sheet.cells.sort_by_key(|(position, _)| *position);
    sheet.cells.dedup_by_key(|(position, _)| *position);
    let rows = || sheet.cells.chunk_by(|((row, _), _), ((next, _), _)| row == next);
    let number_of = |row: &[(Position, String)]| row.first().map_or(0, |((number, _), _)| *number);
    let numbers: Vec<usize> = rows().map(number_of).collect();
    let mut waiting = sheet.merged.iter().peekable();
    let mut active: Vec<&Merged> = Vec::new();
    let mut table = Table::default();
    for (number, row) in numbers.iter().zip(rows()) {
        let text_in = |wanted: usize| {
            let place = row.binary_search_by_key(&wanted, |((_, column), _)| *column).ok();
            place.and_then(|place| row.get(place)).map_or_else(String::new, |(_, text)| text.clone())
        };
        active.retain(|merged| merged.to.0 >= *number);
        while let Some(merged) = waiting.next_if(|merged| merged.from.0 <= *number) {
            // One whose first row holds nothing covers nothing that matters.
            if merged.from.0 == *number {
                active.push(merged);
            }
        }
        // Where none overlap there is at most one for each column.
        if active.len() > limits::COLUMNS {
            return Err(Refusal::too_much("一行中的合并单元格", "merged cells in one row", limits::COLUMNS));
        }
        let mut cells = Vec::new();
        let mut column = first;
        while column <= last {
            let merged = active.iter().find(|merged| (merged.from.1..=merged.to.1).contains(&column));
            let cell = match merged {
                // From above: the grid knows.
                Some(merged) if merged.from.0 < *number => {
                    column = merged.to.1 + 1;
                    continue;
                }
                Some(merged) => {
                    let rows = numbers.partition_point(|row| *row <= merged.to.0) - numbers.partition_point(|row| row < number);
                    let columns = merged.to.1.min(last) + 1 - column;
                    let text = text_in(merged.from.1);
                    column += columns;
                    Cell { text, columns, rows: rows.max(1), begins: Begins::Here }
                }
                None => {
                    let text = text_in(column);
                    column += 1;
                    Cell { text, columns: 1, rows: 1, begins: Begins::Here }
                }
            };
            cells.push(cell);
        }
        table.add_row(cells, budget)?;
    }
    Ok(table.finish(budget)?.map(Block::Table))
}

/// The cells that hold anything, and what is merged.
fn sheet(text: &str, strings: &[String]) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::default();
    let (mut row, mut position, mut kind) = (0, (0, 0), String::new());
    let mut value = String::new();
    let mut in_value = false;
    let mut part = Part::default();
    for token in Tokens::new(text, Language::Xml) {
        if let Some(text) = part.text(&token) {
            value.push_str(text);
        }
        match &token {
            Token::Start(tag) => match &*tag.name {
                "row" => {
                    row = tag.number("r").unwrap_or(row + 1);
                    position = (row, 0);
                }
                "c" => {
                    position = tag.attribute("r").and_then(|name| named(&name)).unwrap_or((row, position.1 + 1));
                    kind = tag.attribute("t").unwrap_or_default().into_owned();
                    value.clear();
                }
                "v" => in_value = !tag.closed,
                "mergeCell" => {
                    let reference = tag.attribute("ref").unwrap_or_default();
                    let corners = reference.split_once(':').and_then(|(from, to)| Some((named(from)?, named(to)?)));
                    if let Some((from, to)) = corners.filter(|(from, to)| from.0 <= to.0 && from.1 <= to.1) {
                        sheet.merged.push(Merged { from, to });
                    }
                }
                _ => {}
            },
            Token::Text(text) if in_value => value.push_str(text),
            Token::Text(_) => {}
            Token::End(name) if *name == "v" => in_value = false,
            Token::End(name) if *name == "c" => {
                let text = shown(&value, &kind, strings);
                if text.is_empty() {
                    continue;
                }
                if position.1 > limits::COLUMNS {
                    return Err(Refusal::too_much("表格的列", "columns of a sheet", limits::COLUMNS));
                }
                sheet.cells.push((position, text));
            }
            Token::End(_) => {}
        }
    }
    Ok(sheet)
}

/// "AB12"
fn named(name: &str) -> Option<Position> {
    let name = name.trim_matches('$');
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    // Excel ends at XFD1048576.
    let (column, row) = name.split_at_checked(letters).filter(|(column, row)| (1..=3).contains(&column.len()) && row.len() <= 7)?;
    let column = column.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((row.parse().ok()?, column))
}

fn shown(value: &str, kind: &str, strings: &[String]) -> String {
    let value = value.trim();
    match kind {
        "s" => value.parse().ok().and_then(|index: usize| strings.get(index)).map(|text| text.trim().to_string()).unwrap_or_default(),
        "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_string(),
        "" | "n" if value.contains(['.', 'e', 'E']) => decimal(value).unwrap_or_else(|| value.to_string()),
        _ => value.to_string(),
    }
}

/// A number is stored with 17 digits, of which a reader sees at most 15: "96171.600000000006" is 96171.6. By hand, since
/// the binary arithmetic of the standard library would weigh a tenth of all readers.
fn decimal(value: &str) -> Option<String> {
    const SEEN: usize = 15;
    let (mantissa, exponent) = value.split_once(['e', 'E']).unwrap_or((value, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let written = format!("{whole}{fraction}");
    let exponent: isize = exponent.parse().ok()?;
    // Beyond that it is no figure of a report.
    if written.len() > 2 * SEEN || exponent.unsigned_abs() > 2 * SEEN || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = written.trim_start_matches('0');
    let mut point = exponent.checked_add_unsigned(whole.len())?.checked_sub_unsigned(written.len() - digits.len())?;
    let mut digits = digits.to_string();
    if let Some((seen, rest)) = digits.split_at_checked(SEEN).filter(|(_, rest)| !rest.is_empty()) {
        let rounded = seen.parse::<u64>().ok()? + u64::from(rest >= "5");
        digits = rounded.to_string();
        point += isize::from(digits.len() > SEEN);
    }
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return Some("0".to_string());
    }
    let zeros = |count: usize| "0".repeat(count);
    Some(match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{sign}{digits}{}", zeros(point - digits.len())),
        Ok(point) if point > 0 => format!("{sign}{}.{}", digits.get(..point)?, digits.get(point..)?),
        _ => format!("{sign}0.{}{digits}", zeros(point.unsigned_abs())),
    })
}
