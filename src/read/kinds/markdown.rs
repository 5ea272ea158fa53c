//! Markdown, most of it from OCR: tables of pipes (split, restarted, ragged), tables of HTML, headings.

use super::table::Budget;
use super::{Refusal, html, text};
use crate::read::block::{Block, Document};

pub fn document(source: &str) -> Result<Document, Refusal> {
    let mut document = Document::default();
    let mut budget = Budget::default();
    // Lines that are no markup are plain text, with its own tables.
    let mut plain = String::new();
    let mut lines = source.lines().peekable();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if is_piped(trimmed) {
            end_plain(&mut plain, &mut document, &mut budget)?;
            let mut rows = Vec::new();
            let mut next = Some(trimmed);
            while let Some(line) = next {
                if !is_rule(line) {
                    rows.push(text::row(cells(line)?));
                }
                next = lines.next_if(|line| is_piped(line.trim())).map(str::trim);
            }
            document.blocks.extend(text::grid(rows, &mut budget)?.map(Block::Table));
        } else if let Some(heading) = heading(trimmed) {
            end_plain(&mut plain, &mut document, &mut budget)?;
            let heading = inline(heading)?;
            if !heading.is_empty() {
                document.blocks.push(Block::Heading(heading.replace('\n', " ")));
            }
        } else if holds_table(trimmed) {
            end_plain(&mut plain, &mut document, &mut budget)?;
            let mut source = trimmed.to_string();
            let mut open = balance(trimmed);
            while open > 0 {
                let Some(line) = lines.next() else { break };
                open += balance(line);
                source.push('\n');
                source.push_str(line);
            }
            document.blocks.extend(html::blocks(&source, &mut budget)?);
        } else if !is_rule(trimmed) && !trimmed.starts_with("```") {
            let indent = line.len() - line.trim_start().len();
            plain.push_str(line.get(..indent).unwrap_or_default());
            plain.push_str(&inline(trimmed)?);
            plain.push('\n');
        }
    }
    end_plain(&mut plain, &mut document, &mut budget)?;
    Ok(document)
}

/// Is it written in Markdown, and not only plain text?
pub fn is_markdown(source: &str) -> bool {
    source.lines().map(str::trim).any(|line| heading(line).is_some() || (is_piped(line) && is_rule(line)) || holds_table(line))
}

fn end_plain(plain: &mut String, document: &mut Document, budget: &mut Budget) -> Result<(), Refusal> {
    document.blocks.extend(text::blocks(&std::mem::take(plain), budget)?);
    Ok(())
}

fn is_piped(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|')
}

/// "|---|:-:|", "---", "***", "===": a line of a drawing, not of text.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && (line.contains("--") || line.contains("**") || line.contains("==") || line.contains("__") || line.contains(":-"))
        && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b'=' | b'*' | b'_' | b' '))
}

fn heading(line: &str) -> Option<&str> {
    let text = line.trim_start_matches('#');
    let marks = line.len() - text.len();
    // OCR sometimes leaves out the blank; a number sign before a digit is no heading.
    let begins = text.chars().next()?;
    ((1..=6).contains(&marks) && !begins.is_ascii_alphanumeric()).then(|| text.trim().trim_end_matches('#').trim_end())
}

fn holds_table(line: &str) -> bool {
    line.as_bytes().windows(6).any(|window| window.eq_ignore_ascii_case(b"<table"))
}

/// Tables opened less tables closed.
fn balance(line: &str) -> isize {
    let count = |tag: &[u8]| line.as_bytes().windows(tag.len()).filter(|window| window.eq_ignore_ascii_case(tag)).count() as isize;
    count(b"<table") - count(b"</table")
}

fn cells(line: &str) -> Result<Vec<String>, Refusal> {
    let inside = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for character in inside.chars() {
        match (character, cells.last_mut()) {
            ('|', _) if !escaped => cells.push(String::new()),
            (_, Some(cell)) => cell.push(character),
            (_, None) => {}
        }
        escaped = character == '\\' && !escaped;
    }
    // What follows the last stroke is no cell.
    if cells.last().is_some_and(|last| last.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| inline(cell.trim())).collect()
}

/// The text of a line or a cell without its marks.
fn inline(source: &str) -> Result<String, Refusal> {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut holds_pictures = true;
    while let Some(character) = rest.chars().next() {
        let after = &rest[character.len_utf8()..];
        rest = match character {
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str(&after[..1]);
                &after[1..]
            }
            '*' | '_' if after.starts_with(character) => &after[1..],
            // A picture has no text.
            '!' if holds_pictures && after.starts_with('[') => {
                let rest = after.split_once("](").and_then(|(_, target)| target.split_once(')')).map(|(_, rest)| rest);
                holds_pictures = rest.is_some();
                rest.unwrap_or(after)
            }
            _ => {
                out.push(character);
                after
            }
        };
    }
    let has_markup =
        out.contains('&') || out.as_bytes().windows(2).any(|pair| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || pair[1] == b'/'));
    if !has_markup {
        return Ok(out);
    }
    let lines: Vec<String> = html::document(&out)?
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Heading(text) | Block::Paragraph(text) => Some(text),
            Block::Table(_) => None,
        })
        .collect();
    Ok(lines.join("\n"))
}
