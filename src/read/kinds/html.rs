//! HTML: pages as served, what a rich-text editor holds, what Word, WPS and spreadsheets put on the clipboard.
//!
//! Of the rules by which browsers mend broken markup those about tables are followed; nothing is run or loaded.

use super::markup::{Language, Tag, Token, Tokens};
use super::table::{Begins, Budget};
use super::writer::{Span, Writer};
use super::{Refusal, text};
use crate::read::block::{Block, Document};

/// Elements that are no part of what a report says. Text that was deleted with tracked changes is not, either.
fn skipped(name: &str) -> Option<&'static str> {
    Some(match name {
        "script" => "script",
        "style" => "style",
        "nav" => "nav",
        "template" => "template",
        "noscript" => "noscript",
        "title" => "title",
        "textarea" => "textarea",
        "select" => "select",
        "button" => "button",
        "iframe" => "iframe",
        "svg" => "svg",
        "math" => "math",
        "del" => "del",
        // Editors keep hidden text in spans.
        "span" => "span",
        _ => return None,
    })
}

/// Elements that begin and end a line.
fn is_block(name: &str) -> bool {
    match name.len() {
        1 => name == "p",
        2 => matches!(name, "br" | "li" | "ul" | "ol" | "dl" | "dt" | "dd" | "hr"),
        3 => name == "div",
        4 => matches!(name, "main" | "form" | "body" | "html" | "head"),
        5 => name == "aside",
        6 => matches!(name, "header" | "footer" | "figure" | "center" | "legend"),
        7 => matches!(name, "section" | "article" | "address" | "details" | "summary" | "caption"),
        8 => name == "fieldset",
        _ => matches!(name, "blockquote" | "figcaption"),
    }
}

pub fn document(text: &str) -> Result<Document, Refusal> {
    Ok(Document { blocks: blocks(text, &mut Budget::default())? })
}

pub fn blocks(text: &str, budget: &mut Budget) -> Result<Vec<Block>, Refusal> {
    let text = clipboard_content(text);
    // A skipped element that never ends would swallow the page; then it is not skipped.
    let mut unclosed: Vec<&'static str> = Vec::new();
    loop {
        let mut page = Page { writer: Writer::new(budget), skipping: None, unclosed: &unclosed, implicit: false, preformatted: None };
        for token in Tokens::new(text, Language::Html) {
            page.token(token)?;
        }
        match page.skipping {
            Some((name, _)) => unclosed.push(name),
            None => {
                page.end_preformatted()?;
                return page.writer.finish();
            }
        }
    }
}

/// Windows puts a header before the markup on the clipboard.
fn clipboard_content(text: &str) -> &str {
    match text.starts_with("Version:") {
        true => text.find('<').and_then(|start| text.get(start..)).unwrap_or(text),
        false => text,
    }
}

struct Page<'a> {
    writer: Writer<'a>,
    /// The element that is being skipped, and how many of its name are open.
    skipping: Option<(&'static str, usize)>,
    unclosed: &'a [&'static str],
    /// Rows came without a table around them: an editor was given a part of one.
    implicit: bool,
    preformatted: Option<String>,
}

impl Page<'_> {
    fn token(&mut self, token: Token) -> Result<(), Refusal> {
        if let Some((name, depth)) = self.skipping {
            self.skipping = match &token {
                Token::Start(tag) if tag.name == name => Some((name, depth + 1)),
                Token::End(ended) if *ended == name => (depth > 1).then_some((name, depth - 1)),
                _ => Some((name, depth)),
            };
            return Ok(());
        }
        match token {
            Token::Text(text) => {
                if let Some(preformatted) = &mut self.preformatted {
                    preformatted.push_str(&text);
                    return Ok(());
                }
                if !text.trim().is_empty() {
                    self.leave_implicit_table()?;
                }
                self.writer.words(&text);
                Ok(())
            }
            Token::Start(tag) => self.start(&tag),
            Token::End(name) => self.end(&name),
        }
    }

    fn start(&mut self, tag: &Tag) -> Result<(), Refusal> {
        let name: &str = &tag.name;
        if is_of_table(name) {
            self.end_preformatted()?;
        }
        if let Some(skipped) = skipped(name).filter(|skipped| !self.unclosed.contains(skipped)) {
            // A void form in SVG and MathML; HTML itself knows none.
            let is_empty = tag.closed && matches!(name, "svg" | "math");
            if !is_empty && (name != "span" || is_hidden(tag)) {
                self.skipping = Some((skipped, 1));
            }
            return Ok(());
        }
        match name {
            "table" => {
                // A table between the cells of another one ends that one.
                if self.writer.is_between_cells() {
                    self.writer.close_table()?;
                }
                self.writer.open_table()
            }
            "tr" | "td" | "th" => {
                if !self.writer.is_in_table() {
                    self.implicit = true;
                    self.writer.open_table()?;
                }
                if name == "tr" {
                    return self.writer.open_row();
                }
                let span =
                    Span { columns: tag.number("colspan").unwrap_or(1), rows: tag.number("rowspan").unwrap_or(1), begins: Begins::Here };
                self.writer.open_cell(span)
            }
            "thead" | "tbody" | "tfoot" => self.writer.end_group(),
            "pre" => {
                self.leave_implicit_table()?;
                self.writer.end_line();
                self.preformatted.get_or_insert_default();
                Ok(())
            }
            "br" if self.preformatted.is_some() => {
                self.preformatted.get_or_insert_default().push('\n');
                Ok(())
            }
            _ if is_heading(name) => {
                self.leave_implicit_table()?;
                self.writer.end_line();
                self.writer.heading = true;
                Ok(())
            }
            _ if is_block(name) => {
                self.leave_implicit_table()?;
                self.writer.end_line();
                if matches!(name, "p" | "div" | "section" | "article") {
                    self.writer.heading = false;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        if is_of_table(name) {
            self.end_preformatted()?;
        }
        match name {
            "table" => {
                self.implicit &= !self.writer.is_between_cells();
                self.writer.close_table()
            }
            "tr" => self.writer.close_row(),
            "td" | "th" => {
                self.writer.close_cell();
                Ok(())
            }
            "thead" | "tbody" | "tfoot" => self.writer.end_group(),
            "pre" => self.end_preformatted(),
            _ if is_heading(name) => {
                self.writer.end_line();
                self.writer.heading = false;
                Ok(())
            }
            _ if is_block(name) => {
                self.writer.end_line();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What is neither row nor cell ends a table that nobody opened.
    fn leave_implicit_table(&mut self) -> Result<(), Refusal> {
        if self.implicit && self.writer.is_between_cells() {
            self.implicit = false;
            return self.writer.close_table();
        }
        Ok(())
    }

    /// Lines and columns of preformatted text are those of plain text.
    fn end_preformatted(&mut self) -> Result<(), Refusal> {
        let Some(text) = self.preformatted.take() else { return Ok(()) };
        for block in text::blocks(&text, self.writer.budget)? {
            self.writer.block(block);
        }
        Ok(())
    }
}

fn is_of_table(name: &str) -> bool {
    matches!(name, "table" | "tr" | "td" | "th" | "thead" | "tbody" | "tfoot")
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

/// Of larger parts than spans this is not judged: a page may show them later.
fn is_hidden(tag: &Tag) -> bool {
    let Some(style) = tag.attribute("style") else { return false };
    style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
        let (property, value) = (property.trim(), value.trim_start());
        let is = |wanted: &str| value.get(..wanted.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(wanted));
        (property.eq_ignore_ascii_case("display") && is("none")) || (property.eq_ignore_ascii_case("mso-hide") && is("all"))
    })
}
