//! Text in which spaces keep the columns of a page, as `pdftotext -layout` gives it. What stands in one cell may be
//! broken over lines, above and below its figures; the numbering of the labels tells where one begins.

use super::limits;
use crate::read::block::{Origin, Place};
use crate::report::value::{self, Kind, Value};

/// Part of a line between wide gaps.
struct Piece {
    /// Characters in front of it.
    column: usize,
    text: String,
}

impl Piece {
    /// Twice the place of its middle.
    fn middle(&self) -> usize {
        2 * self.column + self.text.chars().count()
    }
}

/// One row that is being put together.
struct Row {
    column: usize,
    /// A numbered label goes on in later lines, any other is whole.
    numbered: bool,
    labels: Vec<Piece>,
    figures: Vec<Piece>,
}

/// How far apart the parts of one broken label may begin: a page is not indented as the one before it.
const SLACK: usize = 3;

/// The rows that begin here, and how many lines they take.
pub fn rows(lines: &[&str]) -> Option<(Vec<Vec<Place>>, usize)> {
    let first = pieces(lines.first()?);
    if (first.len() < 2 && !is_figure_row(&first)) || first.len() > limits::COLUMNS_OF_TEXT {
        return None;
    }
    let end = end(lines);
    let table: Vec<Vec<Piece>> = lines.iter().take(end).map(|line| pieces(line)).filter(|pieces| !pieces.is_empty()).collect();
    let columned = table.iter().filter(|pieces| pieces.len() >= 2).count();
    if columned < 2 && !table.iter().any(|pieces| is_figure_row(pieces)) {
        return None;
    }
    Some((placed(with_groups(assembled(table))), end))
}

/// How many lines belong to the table that begins with the first one.
fn end(lines: &[&str]) -> usize {
    /// Lines of text between two lines with columns: a label of a narrow cell, the head of a page.
    const MOST_BETWEEN: usize = 8;
    let mut end = 1;
    let mut between = 0;
    for (index, line) in lines.iter().enumerate() {
        let pieces = pieces(line);
        match pieces.as_slice() {
            [] => continue,
            [only] if is_prose(&only.text) => break,
            many if many.len() > limits::COLUMNS_OF_TEXT => break,
            [_] => between += 1,
            _ => {
                between = 0;
                end = index + 1;
            }
        }
        if between > MOST_BETWEEN {
            break;
        }
    }
    // The last label may have a line more.
    let next = lines.iter().enumerate().skip(end).find(|(_, line)| !line.trim().is_empty());
    match next {
        Some((index, line)) if is_rest_of_label(line, &lines[..end]) => index + 1,
        _ => end,
    }
}

/// A line of the text around tables: the heading of a section, or as long as lines of prose are.
fn is_prose(text: &str) -> bool {
    const LONG: usize = 26;
    let is_section = is_numbered(text) && text.contains('、') && (text.ends_with("情况") || text.ends_with("事项"));
    is_section || text.chars().count() >= LONG || text.ends_with('。')
}

/// Directly below a line, and indented as the label there.
fn is_rest_of_label(line: &str, above: &[&str]) -> bool {
    let [below] = pieces(line).try_into().unwrap_or_else(|_| [Piece { column: 0, text: String::new() }]);
    let label = above.last().map(|line| pieces(line)).and_then(|pieces| pieces.into_iter().next());
    let is_label = |label: &Piece| is_numbered(&label.text) && label.column.abs_diff(below.column) <= SLACK;
    !below.text.is_empty() && !is_numbered(&below.text) && !is_prose(&below.text) && label.is_some_and(|label| is_label(&label))
}

/// Runs of two and more blanks separate; so do single ones between figures.
fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = 2;
    for (column, character) in line.chars().enumerate() {
        if character.is_whitespace() {
            gap += if character == '\t' { 2 } else { 1 };
            continue;
        }
        match pieces.last_mut().filter(|_| gap < 2) {
            Some(piece) => {
                piece.text.extend((gap == 1).then_some(' '));
                piece.text.push(character);
            }
            None => pieces.push(Piece { column, text: character.to_string() }),
        }
        gap = 0;
    }
    pieces.into_iter().flat_map(split_figures).collect()
}

/// "规章 3 5 74": one blank before each figure.
fn split_figures(piece: Piece) -> Vec<Piece> {
    let words: Vec<&str> = piece.text.split(' ').collect();
    let figures = words.iter().rev().take_while(|word| is_figure(word)).count();
    if figures < 2 {
        return vec![piece];
    }
    let (label, figures) = words.split_at(words.len() - figures);
    let label = label.join(" ");
    let mut column = piece.column + label.chars().count();
    let mut parts: Vec<Piece> = Vec::new();
    if !label.is_empty() {
        parts.push(Piece { column: piece.column, text: label });
    }
    for figure in figures {
        parts.push(Piece { column, text: (*figure).to_string() });
        column += figure.chars().count() + 1;
    }
    parts
}

/// Figures and nothing else, and more than prose has in a row.
fn is_figure_row(pieces: &[Piece]) -> bool {
    pieces.iter().filter(|piece| is_figure(&piece.text)).count() >= 3
}

fn is_figure(text: &str) -> bool {
    const LONGEST: usize = 60;
    /// The longest mark for no figure, in bytes.
    const LONGEST_MARK: usize = 18;
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return !text.is_empty();
    }
    let has_digit = text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    text.len() <= if has_digit { LONGEST } else { LONGEST_MARK }
        && match value::read(Kind::MoneyWritten, text).value {
            Value::Count(_) | Value::Money(..) => has_digit && !text.ends_with(['.', '．', '、']),
            Value::Blank => !text.trim().is_empty(),
            Value::Unreadable => false,
        }
}

/// "一、", "（三）", "5.", "2、": the beginning of a label.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start_matches(['（', '(']);
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    number.len() < text.len() && number.trim_start().starts_with(['、', '.', '．', '）', ')', '，'])
}

/// A label that is set beside all rows of its group may be broken over as many.
const OPEN: usize = 40;

/// The last of the last `many` rows for which it is true.
fn last_of(rows: &[Row], many: usize, is: impl Fn(&Row) -> bool) -> Option<usize> {
    let from = rows.len().saturating_sub(many);
    rows.iter().skip(from).rposition(is).map(|index| from + index)
}

fn assembled(lines: Vec<Vec<Piece>>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for mut texts in lines {
        let count = texts.len() - texts.iter().rev().take_while(|piece| is_figure(&piece.text)).count();
        let figures = texts.split_off(count);
        // The last label of the line takes the figures.
        let mut target = None;
        let mut is_header = false;
        for piece in texts {
            let numbered = is_numbered(&piece.text);
            let open = |row: &Row| row.numbered && row.column.abs_diff(piece.column) <= SLACK;
            let open = last_of(&rows, OPEN, open).filter(|_| !numbered);
            match (open.and_then(|index| rows.get_mut(index)), is_header) {
                (Some(row), _) => {
                    row.labels.iter_mut().for_each(|label| label.text.push_str(&piece.text));
                    (target, is_header) = (open, false);
                    continue;
                }
                // Neighbours without numbers are a header: one row.
                (None, true) if !numbered => {
                    if let Some(row) = rows.last_mut() {
                        row.labels.push(piece);
                    }
                }
                (None, _) => rows.push(Row { column: piece.column, numbered, labels: vec![piece], figures: Vec::new() }),
            }
            is_header = !numbered;
            target = rows.len().checked_sub(1);
        }
        if figures.is_empty() {
            continue;
        }
        // A label without figures just above them, or a single text.
        let above =
            || last_of(&rows, 3, |row| row.numbered && row.figures.is_empty()).or_else(|| last_of(&rows, 1, |row| row.labels.len() == 1));
        let target = target.or_else(above);
        match target.and_then(|index| rows.get_mut(index)).filter(|row| row.figures.is_empty()) {
            Some(row) => row.figures = figures,
            None => rows.push(Row { column: usize::MAX, numbered: false, labels: Vec::new(), figures }),
        }
    }
    rows
}

/// A numbered label without figures, left of one with figures, is the head of a group: it stands in front of the next label.
fn with_groups(rows: Vec<Row>) -> Vec<Row> {
    let rightmost = rows.iter().filter(|row| row.numbered && !row.figures.is_empty()).map(|row| row.column).max().unwrap_or_default();
    let mut out: Vec<Row> = Vec::new();
    let mut heads: Vec<Piece> = Vec::new();
    for mut row in rows {
        if row.numbered && row.figures.is_empty() && row.column + SLACK < rightmost {
            heads.append(&mut row.labels);
            continue;
        }
        if row.numbered {
            row.labels.splice(0..0, std::mem::take(&mut heads));
        }
        out.push(row);
    }
    if !heads.is_empty() {
        out.push(Row { column: 0, numbered: true, labels: heads, figures: Vec::new() });
    }
    out
}

/// All figures begin in the same column, and headers stand above what they stand above on the page.
fn placed(rows: Vec<Row>) -> Vec<Vec<Place>> {
    let width = rows.iter().filter(|row| !row.figures.is_empty()).map(|row| row.labels.len()).max().unwrap_or_default();
    let mut out: Vec<Vec<Place>> = Vec::new();
    // From below, since a header belongs to the first figures under it. Twice their middles, and that of their label.
    let mut under: (Option<usize>, Vec<usize>) = (None, Vec::new());
    for row in rows.into_iter().rev() {
        let mut places: Vec<Place> = Vec::new();
        let is_header = row.figures.is_empty() && !row.numbered;
        if !row.figures.is_empty() {
            under = (row.labels.last().map(Piece::middle), row.figures.iter().map(Piece::middle).collect());
        }
        for label in row.labels {
            if is_header {
                let distance = |middle: &usize| middle.abs_diff(label.middle());
                let figure = under.1.iter().enumerate().min_by_key(|(_, middle)| distance(middle));
                let column = match figure {
                    Some((index, middle)) if under.0.is_none_or(|label| distance(&label) > distance(middle)) => width + index,
                    _ => 0,
                };
                let column = column.max(places.len());
                places.resize(column, empty(Origin::Missing));
            }
            places.push(Place { text: label.text, origin: Origin::Own });
        }
        if !row.figures.is_empty() {
            let spanned = places.last().map_or(empty(Origin::Missing), |label| Place { text: label.text.clone(), origin: Origin::Spanned });
            places.resize(width, spanned);
        }
        places.extend(row.figures.into_iter().map(|figure| Place { text: figure.text, origin: Origin::Own }));
        out.push(places);
    }
    out.reverse();
    out
}

fn empty(origin: Origin) -> Place {
    Place { text: String::new(), origin }
}
