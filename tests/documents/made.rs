//! Word and Excel files made of their parts.

use super::reads;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub fn relations(list: &[(&str, &str, &str)]) -> String {
    let entries =
        list.iter().map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"));
    format!("<?xml version=\"1.0\"?><Relationships>{}</Relationships>", entries.collect::<String>())
}

pub fn word_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = relations(&[("rId1", "officeDocument", "word/document.xml")]);
    let others = relations(&[("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")]);
    let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let mut all = vec![("_rels/.rels", main.as_str()), ("word/_rels/document.xml.rels", &others), ("word/document.xml", &text)];
    all.extend(parts);
    packed(&all)
}

#[track_caller]
pub fn word(body: &str, expected: &[&str]) {
    reads(&word_with(body, &[]), "report.docx", expected);
}

pub fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

pub fn word_cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
}

pub fn book(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let main = relations(&[("rId1", "officeDocument", "/xl/workbook.xml")]);
    let names: Vec<(String, String)> =
        (1..=sheets.len()).map(|number| (format!("rId{number}"), format!("worksheets/sheet{number}.xml"))).collect();
    let mut list: Vec<(&str, &str, &str)> = names.iter().map(|(id, target)| (id.as_str(), "worksheet", target.as_str())).collect();
    list.push(("rId99", "sharedStrings", "sharedStrings.xml"));
    let tags = sheets
        .iter()
        .zip(&names)
        .map(|((state, _), (id, _))| format!("<sheet name=\"表\" sheetId=\"7\" state=\"{state}\" r:id=\"{id}\"/>"));
    let workbook = format!("<workbook><sheets>{}</sheets></workbook>", tags.collect::<String>());
    let (others, strings) = (relations(&list), format!("<sst>{strings}</sst>"));
    let mut parts = vec![
        ("_rels/.rels".to_string(), main),
        ("xl/_rels/workbook.xml.rels".to_string(), others),
        ("xl/workbook.xml".to_string(), workbook),
        ("xl/sharedStrings.xml".to_string(), strings),
    ];
    parts.extend(
        sheets.iter().zip(&names).map(|((_, data), (_, target))| (format!("xl/{target}"), format!("<worksheet>{data}</worksheet>"))),
    );
    packed(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

pub fn cell(name: &str, value: &str) -> String {
    format!("<c r=\"{name}\"><v>{value}</v></c>")
}

pub fn text_cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}
