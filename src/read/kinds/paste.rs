//! Text with tabs between cells, as sheets and pages give it when a table is copied as text.

use super::text;
use crate::read::block::Place;

/// The rows that begin here, and how many lines they take.
pub fn rows(lines: &[&str]) -> Option<(Vec<Vec<Place>>, usize)> {
    let (rows, read) = stepped(lines).or_else(|| tabbed(lines))?;
    Some((rows.into_iter().map(text::row).collect(), read))
}

fn tabbed(lines: &[&str]) -> Option<(Vec<Vec<String>>, usize)> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut read = 0;
    while let Some((cells, taken)) = lines.get(read..).and_then(row) {
        rows.push(cells);
        read += taken;
    }
    (!rows.is_empty()).then_some((rows, read))
}

/// One row and its lines: a cell in quotes may go on in the next ones.
fn row(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    /// A label has few lines; a quote that nobody closed must not take the rest of the text.
    const MOST_LINES: usize = 12;
    let first = lines.first()?;
    let mut text = (*first).to_string();
    let mut taken = 1;
    while opens_quote(&text) {
        let Some(next) = lines.get(taken).filter(|_| taken < MOST_LINES) else {
            (text, taken) = ((*first).to_string(), 1);
            break;
        };
        text.push('\n');
        text.push_str(next);
        taken += 1;
    }
    // Indented prose begins with a tab, too.
    if !text.trim().contains('\t') {
        return None;
    }
    Some((text.split('\t').map(unquoted).collect(), taken))
}

/// Does the last cell begin with a quote that is still open?
fn opens_quote(text: &str) -> bool {
    let last = text.rsplit('\t').next().unwrap_or(text);
    last.strip_prefix('"').is_some_and(|inside| inside.matches('"').count() % 2 == 0)
}

fn unquoted(cell: &str) -> String {
    let inside = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).filter(|inside| inside.contains(['\n', '"']));
    inside.map_or_else(|| cell.trim().to_string(), |inside| inside.replace("\"\"", "\"").trim().to_string())
}

/// Browsers that copy cells with paragraphs in them write every cell on a line of its own, all but the first of a row
/// after a tab: "规章", "", "\t", "1", "", "\t", "2".
fn stepped(lines: &[&str]) -> Option<(Vec<Vec<String>>, usize)> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut read, mut steps) = (0, 0);
    let mut after_tab = false;
    if lines.first()?.trim().is_empty() {
        return None;
    }
    for (index, line) in lines.iter().enumerate() {
        let text = line.trim();
        if line.starts_with('\t') {
            if text.contains('\t') {
                break;
            }
            // Tabs in a row: the cell between them is empty.
            let row = rows.last_mut()?;
            row.push(text.to_string());
            after_tab = text.is_empty();
            steps += 1;
            read = index + 1;
        } else if text.is_empty() {
            continue;
        } else if line.contains('\t') {
            break;
        } else if after_tab {
            if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                cell.push_str(text);
            }
            after_tab = false;
            read = index + 1;
        } else {
            // A new row, if a tab follows.
            let next = lines.iter().skip(index + 1).find(|line| !line.is_empty());
            if !next.is_some_and(|next| next.starts_with('\t') && !next.trim().contains('\t')) {
                break;
            }
            rows.push(vec![text.to_string()]);
        }
    }
    (steps >= 2).then_some((rows, read))
}
