//! Word documents (.docx): what stands in them once all tracked changes are accepted.

use super::Refusal;
use super::archive::Archive;
use super::markup::{Language, Tag, Token, Tokens};
use super::numbering::Numbering;
use super::package;
use super::table::{Begins, Budget};
use super::writer::{Span, Writer};
use crate::read::block::Document;

/// Elements whose content a reader does not see: what was deleted or moved away, field codes, the copies of drawings
/// for old programs, positions of tabs, descriptions of form fields, the formatting before it was changed.
const SKIPPED: [&str; 12] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "Fallback",
    "tabs",
    "sdtPr",
    "pPrChange",
    "rPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
];

pub fn document(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let part = package::main_part(&mut archive)?.unwrap_or_else(|| "word/document.xml".to_string());
    let references = package::references(&mut archive, &part)?;
    let mut of_kind = |kind: &str| -> Result<Option<String>, Refusal> {
        let found = references.iter().find(|reference| reference.kind == kind);
        found.map_or(Ok(None), |reference| archive.text(&reference.part))
    };
    let styles = of_kind("styles")?.map(|text| headings(&text)).unwrap_or_default();
    let numbering = of_kind("numbering")?.map(|text| Numbering::read(&text)).unwrap_or_default();
    let Some(text) = archive.text(&part)? else {
        return Err(Refusal::new("Word 文件里没有正文，可能已损坏", "the Word file has no text part, it may be damaged"));
    };
    read(&text, styles, numbering)
}

/// The ids of the styles that headings have, sorted.
fn headings(styles: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    for token in Tokens::new(styles, Language::Xml) {
        let Token::Start(tag) = token else { continue };
        let value = tag.attribute("val").unwrap_or_default().to_ascii_lowercase();
        let is_heading = match &*tag.name {
            "style" => {
                current = tag.attribute("styleId").unwrap_or_default().into_owned();
                false
            }
            "name" => value.starts_with("heading ") || value.starts_with("标题 "),
            "outlineLvl" => value != "9",
            _ => false,
        };
        if is_heading {
            found.push(current.clone());
        }
    }
    found.sort_unstable();
    found
}

fn read(text: &str, headings: Vec<String>, numbering: Numbering) -> Result<Document, Refusal> {
    let mut budget = Budget::default();
    let mut story = Story {
        writer: Writer::new(&mut budget),
        headings,
        numbering,
        held: Vec::new(),
        hidden: false,
        in_run: false,
        in_row_properties: false,
    };
    let mut skipping: Option<(&str, usize)> = None;
    let mut in_text = false;
    for token in Tokens::new(text, Language::Xml) {
        if let Some((name, depth)) = skipping {
            skipping = match &token {
                Token::Start(tag) if tag.name == name && !tag.closed => Some((name, depth + 1)),
                Token::End(ended) if *ended == name => (depth > 1).then_some((name, depth - 1)),
                _ => skipping,
            };
            continue;
        }
        match token {
            Token::Text(text) if in_text && !story.hidden => story.writer.text(&text),
            Token::Text(_) => {}
            Token::Start(tag) => {
                if tag.name == "del" && story.in_row_properties {
                    story.writer.drop_row();
                }
                if let Some(name) = SKIPPED.into_iter().find(|name| *name == tag.name) {
                    skipping = (!tag.closed).then_some((name, 1));
                    continue;
                }
                in_text = tag.name == "t" && !tag.closed;
                story.start(&tag)?;
                if tag.closed {
                    story.end(&tag.name)?;
                }
            }
            Token::End(name) => {
                in_text = false;
                story.end(&name)?;
            }
        }
    }
    Ok(Document { blocks: story.writer.finish()? })
}

struct Story<'a> {
    writer: Writer<'a>,
    headings: Vec<String>,
    numbering: Numbering,
    /// Lines in whose middle a text box stands.
    held: Vec<String>,
    hidden: bool,
    in_run: bool,
    in_row_properties: bool,
}

impl Story<'_> {
    fn start(&mut self, tag: &Tag) -> Result<(), Refusal> {
        let value = || tag.attribute("val").unwrap_or_default();
        match &*tag.name {
            "p" => self.writer.heading = false,
            "r" => (self.in_run, self.hidden) = (true, false),
            "vanish" if self.in_run => self.hidden = !matches!(&*value(), "0" | "false"),
            "pStyle" => self.writer.heading |= self.headings.binary_search_by(|id| (**id).cmp(&*value())).is_ok(),
            "outlineLvl" => self.writer.heading |= value() != "9",
            "ilvl" => self.numbering.level = tag.number("val").unwrap_or_default(),
            "numId" => {
                let number = self.numbering.next(&value());
                self.writer.text(&number);
            }
            "tab" | "ptab" => self.writer.text("\t"),
            "br" | "cr" => self.writer.text("\n"),
            "noBreakHyphen" => self.writer.text("-"),
            "txbxContent" => {
                let line = self.writer.hold_line();
                self.held.push(line);
            }
            "tbl" => self.writer.open_table()?,
            "tr" => self.writer.open_row()?,
            "trPr" => self.in_row_properties = true,
            "gridBefore" => {
                self.writer.open_cell(Span { columns: tag.number("val").unwrap_or_default(), rows: 1, begins: Begins::Nowhere })?;
                self.writer.close_cell();
            }
            "tc" => self.writer.open_cell(Span::default())?,
            "gridSpan" => {
                if let Some(span) = self.writer.span() {
                    span.columns = tag.number("val").unwrap_or(1);
                }
            }
            "vMerge" => {
                if let Some(span) = self.writer.span().filter(|_| value() != "restart") {
                    span.begins = Begins::Above;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "p" => {
                self.writer.end_line();
                self.writer.heading = false;
            }
            "r" => (self.in_run, self.hidden) = (false, false),
            "txbxContent" => {
                self.writer.end_line();
                let line = self.held.pop().unwrap_or_default();
                self.writer.text(&line);
            }
            "trPr" => self.in_row_properties = false,
            "tc" => self.writer.close_cell(),
            "tr" => self.writer.close_row()?,
            "tbl" => self.writer.close_table()?,
            _ => {}
        }
        Ok(())
    }
}
