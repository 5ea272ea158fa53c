//! Hostile files: refused or read within bounded time.

use crate::made::{book, cell, packed, paragraph, relations, word_with};
use crate::{reads, refused, shown};
use gouji::read::block::Document;
use gouji::read::kinds::{Refusal, document, limits};
use std::time::{Duration, Instant};

/// So long may anything take that is no report; debug builds on a busy machine are slow.
const PATIENCE: Duration = Duration::from_secs(20);

#[track_caller]
fn in_time(what: &str, bytes: &[u8], name: &str) -> Result<Document, Refusal> {
    let started = Instant::now();
    let read = document(bytes, name);
    let took = started.elapsed();
    println!("{what}: {} bytes in {took:?}", bytes.len());
    assert!(took < PATIENCE, "{what} took {took:?}");
    read
}

#[test]
fn bombs_are_refused() {
    let zeros = "0".repeat(32 << 20);
    let bomb = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "it is small");
    let refusal = in_time("zip bomb", &bomb, "a.docx").unwrap_err();
    assert!(refusal.zh.contains("上限"), "{refusal}");
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
                    <w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", entities)]);
    reads(&bytes, "a.docx", &["&c;"]);
    let many: Vec<(String, &str)> = (0..=limits::PARTS).map(|number| (format!("word/{number}"), "")).collect();
    let many = packed(&many.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
    assert!(in_time("many parts", &many, "a.docx").unwrap_err().zh.contains("上限"));
}

#[test]
fn damaged_archives_are_refused() {
    let whole = word_with(&paragraph("文"), &[]);
    for end in [4, 10, whole.len() / 2, whole.len() - 30, whole.len() - 1] {
        refused(&whole[..end], "a.docx", "损坏");
    }
    // The directory says of two parts that they are the same bytes.
    let mut overlapping = whole.clone();
    let entries: Vec<usize> = overlapping.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02").map(|(at, _)| at).collect();
    let first: Vec<u8> = overlapping[entries[0] + 42..entries[0] + 46].to_vec();
    overlapping[entries[1] + 42..entries[1] + 46].copy_from_slice(&first);
    refused(&overlapping, "a.docx", "损坏");
    // One flipped bit in the data is noticed, wherever it is.
    let directory = entries[0];
    for at in (40..directory).step_by(17) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        if let Ok(read) = document(&flipped, "a.docx") {
            assert_eq!(shown(&read), ["文"], "byte {at}");
        }
    }
}

#[test]
fn tables_beyond_all_measure_are_refused_or_read_in_time() {
    let nested = format!("<html>{}", "<table><tr><td>".repeat(100_000));
    assert!(in_time("nested tables", nested.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let nested = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    assert!(in_time("nested Word tables", &word_with(&nested, &[]), "a.docx").unwrap_err().zh.contains("上限"));
    let wide = format!("<table>{}</table>", "<tr><td colspan=99999 rowspan=99999>x</td></tr>".repeat(20_000));
    assert!(in_time("wide spans", wide.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let long = format!("<table><tr><td colspan=1000 rowspan=1000>{}</td></tr>{}</table>", "长".repeat(1 << 20), "<tr></tr>".repeat(1000));
    assert!(in_time("a long text in a wide span", long.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let merges: String = (1..=2000).map(|row| format!("<mergeCell ref=\"A1:XFD{}\"/>", 1_000_000 + row)).collect();
    let sheet = format!("<sheetData><row r=\"1\">{}</row></sheetData><mergeCells>{merges}</mergeCells>", cell("A1", "1"));
    assert!(in_time("merged cells", &book(&[("visible", &sheet)], ""), "a.xlsx").unwrap_err().zh.contains("上限"));
    let far = format!("<sheetData><row r=\"1048576\">{}</row></sheetData>", cell("XFD1048576", "1"));
    assert!(in_time("a cell far away", &book(&[("visible", &far)], ""), "a.xlsx").unwrap_err().zh.contains("上限"));
}

#[test]
fn large_files_are_refused_or_read_in_time() {
    let refusal = in_time("100 MB", &vec![b'a'; 100 << 20], "a.txt").unwrap_err();
    assert!(refusal.zh.contains(&limits::FILE.to_string()), "{refusal}");
    for piece in [
        "<",
        "<p ",
        "<!--",
        "<script>",
        "</",
        "<td>",
        "&#",
        "<a b='",
        "<table>",
        "<nav>",
        "<pre>",
        "\t",
        "a\t\n",
        "\n",
        "1 2 3\n",
        "a  b\n\n",
        "|\n",
        "| a",
        "\"\t",
        "（一）  1\n",
        "<br>",
    ] {
        let text = piece.repeat((1 << 17) / piece.len());
        for name in ["a.html", "a.md", "a.txt"] {
            let _ = in_time(&format!("{piece:?} as {name}"), text.as_bytes(), name);
            let _ = in_time(&format!("{piece:?} as {name}, a page"), format!("<html>{text}").as_bytes(), name);
        }
    }
}
