//! Plain text: pasted from a sheet or a page (tabs), extracted from a PDF with its columns kept (spaces), or one line for
//! each cell, which stays as lines.

use super::Refusal;
use super::layout;
use super::paste;
use super::table::Budget;
use crate::read::block::{Block, Document, Grid, Origin, Place};

pub fn document(text: &str) -> Result<Document, Refusal> {
    Ok(Document { blocks: blocks(text, &mut Budget::default())? })
}

pub fn blocks(text: &str, budget: &mut Budget) -> Result<Vec<Block>, Refusal> {
    let lines = lines(text);
    let mut blocks = Vec::new();
    let mut rest = lines.as_slice();
    while let Some((line, others)) = rest.split_first() {
        if let Some((rows, read)) = paste::rows(rest).or_else(|| layout::rows(rest)) {
            blocks.extend(grid(rows, budget)?.map(Block::Table));
            rest = rest.get(read.max(1)..).unwrap_or_default();
            continue;
        }
        let text = line.trim();
        if !text.is_empty() {
            blocks.push(Block::Paragraph(text.to_string()));
        }
        rest = others;
    }
    Ok(blocks)
}

/// Rows of any length, filled up at their right; `None` where there is no cell.
pub fn grid(mut rows: Vec<Vec<Place>>, budget: &mut Budget) -> Result<Option<Grid>, Refusal> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    budget.places(width.saturating_mul(rows.len()))?;
    rows.iter_mut().for_each(|row| row.resize(width, Place { text: String::new(), origin: Origin::Missing }));
    Ok((width > 0).then_some(Grid { rows }))
}

pub fn row(cells: Vec<String>) -> Vec<Place> {
    cells.into_iter().map(|text| Place { text, origin: Origin::Own }).collect()
}

/// The lines without what pages add to them.
fn lines(text: &str) -> Vec<&str> {
    let mut pages: Vec<Vec<&str>> = text.split('\u{c}').map(page_lines).collect();
    for place in [last_line, first_line] {
        remove_numbers(&mut pages, place);
    }
    pages.into_iter().flatten().filter(|line| !is_page_number(line.trim())).collect()
}

fn page_lines(page: &str) -> Vec<&str> {
    page.split(['\n', '\u{b}', '\u{2028}', '\u{85}']).flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

/// "- 3 -", "— 3 —", "第 3 页", "第3页 共9页": never a figure of a table.
fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 40;
    const DASHES: [char; 7] = ['-', '—', '–', '－', '─', '―', '‐'];
    if line.len() > LONGEST {
        return false;
    }
    let tight: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let between = tight.strip_prefix(DASHES).and_then(|rest| rest.strip_suffix(DASHES));
    if between.is_some_and(|rest| is_number(rest.trim_matches(DASHES))) {
        return true;
    }
    let Some((number, rest)) = tight.strip_prefix('第').and_then(|rest| rest.split_once('页')) else { return false };
    let total = rest.trim_start_matches(['/', '，', ',']).strip_prefix('共').and_then(|rest| rest.strip_suffix('页'));
    is_number(number) && (rest.is_empty() || total.is_some_and(is_number))
}

fn bare_number(line: &str) -> Option<usize> {
    let line = line.trim();
    (line.len() <= 4).then(|| line.parse().ok()).flatten()
}

fn first_line(page: &[&str]) -> Option<usize> {
    page.iter().position(|line| !line.trim().is_empty())
}

fn last_line(page: &[&str]) -> Option<usize> {
    page.iter().rposition(|line| !line.trim().is_empty())
}

/// A bare number at the edge of a page is its number only where these count the pages; it could be a figure otherwise.
fn remove_numbers(pages: &mut [Vec<&str>], place: fn(&[&str]) -> Option<usize>) {
    let number_of = |page: &Vec<&str>| place(page).and_then(|index| bare_number(page.get(index)?));
    let counted: Vec<(usize, usize)> = pages.iter().enumerate().filter_map(|(index, page)| Some((index, number_of(page)?))).collect();
    let written = pages.iter().filter(|page| place(page).is_some()).count();
    let is_counting = counted.windows(2).all(|pair| pair[1].1.checked_sub(pair[0].1) == Some(pair[1].0 - pair[0].0));
    // One page, the first or the last, may have none.
    if counted.len() >= 2 && counted.len() + 1 >= written && is_counting {
        for (index, _) in counted {
            if let Some((page, line)) = pages.get_mut(index).and_then(|page| place(page).map(|line| (page, line))) {
                page.remove(line);
            }
        }
    }
}
