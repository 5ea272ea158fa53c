//! Documents of every kind out of bytes: blocks that make sense, or a refusal that says what to do.

use gouji::read::block::{Block, Document, Origin};
use gouji::read::kinds::{Refusal, document, html, limits, markdown, text};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// A file as it comes, whatever it is.
pub fn file(bytes: &[u8]) {
    let names = ["a.html", "a.md", "a.txt", "a.docx", ""];
    for name in names {
        judge(document(bytes, name));
    }
}

pub fn page(bytes: &[u8]) {
    judge(html::document(&String::from_utf8_lossy(bytes)));
}

pub fn markup(bytes: &[u8]) {
    judge(markdown::document(&String::from_utf8_lossy(bytes)));
}

pub fn plain(bytes: &[u8]) {
    judge(text::document(&String::from_utf8_lossy(bytes)));
}

/// The text part of a Word file.
pub fn word(bytes: &[u8]) {
    judge(document(&packed("word/document.xml", &[("word/document.xml", bytes)]), "a.docx"));
}

/// The only sheet of an Excel file.
pub fn sheet(bytes: &[u8]) {
    let book: &[u8] = b"<workbook><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>";
    let list: &[u8] = b"<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"sheet1.xml\"/></Relationships>";
    let parts = [("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", list), ("xl/sheet1.xml", bytes)];
    judge(document(&packed("xl/workbook.xml", &parts), "a.xlsx"));
}

fn packed(main: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let list = format!("<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"{main}\"/></Relationships>");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in [("_rels/.rels", list.as_bytes())].iter().chain(parts) {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn judge(read: Result<Document, Refusal>) {
    let document = match read {
        Ok(document) => document,
        Err(refusal) => return assert!(!refusal.zh.is_empty() && refusal.en.is_ascii() && refusal.en.len() > 20, "{refusal}"),
    };
    let mut places = 0;
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => {
                assert!(!text.trim().is_empty() && !text.contains('\n'), "one line of text: {text:?}");
            }
            Block::Table(grid) => {
                let width = grid.rows.first().map_or(0, Vec::len);
                assert!(width > 0 && grid.rows.iter().all(|row| row.len() == width), "a table is a rectangle");
                places += width * grid.rows.len();
                let is_filled = |origin| grid.rows.iter().flatten().all(|place| place.origin != origin || place.text.is_empty());
                assert!(is_filled(Origin::Missing), "where there is no cell there is no text");
                assert!(grid.rows.iter().flatten().any(|place| place.origin == Origin::Own), "a table has a cell");
            }
        }
    }
    assert!(places <= limits::PLACES, "{places} places");
}
