//! Hostile files: refused, or read with work in proportion to their size. How long that takes is for benchmarks; here the
//! work is bounded by what comes out of it: how many places, how much text, and that what is too much is refused before
//! it is unpacked or spread out.
//!
//! | what may come | case |
//! |---|---|
//! | a zip bomb, many parts | `bombs_are_refused` |
//! | an XML entity bomb | `entities_are_never_expanded` |
//! | a truncated or altered archive | `damaged_archives_are_refused` |
//! | thousands of nested tables, colspan=99999, merged cells without end | `tables_beyond_all_measure_are_refused` |
//! | a file of 100 MB | `large_files_are_refused` |
//! | one piece of markup a hundred thousand times | `work_grows_with_the_size_alone` |
//! | a wrong extension | `the_content_decides_and_not_the_name` in `refused.rs` |
//! | a script in the text | `scripts_are_text_or_nothing` |
//! | any bytes at all | the fuzz targets in `tests/fuzz`, whose corpus `cargo test` replays |

use super::made::{book, cell, packed, paragraph, relations, word_with};
use super::{html, reads, refused, shown};
use gouji::read::block::{Block, Document};
use gouji::read::kinds::{document, limits};

/// Too much of something: refused with the limit.
#[track_caller]
fn too_much(what: &str, bytes: &[u8], name: &str, limit: usize) {
    match document(bytes, name) {
        Ok(_) => panic!("{what} was read"),
        Err(refusal) => assert!(refusal.zh.contains(&format!("上限 {limit}")), "{what}: {refusal}"),
    }
}

/// The bytes of text and the places of a document.
fn size(document: &Document) -> (usize, usize) {
    let mut size = (0, 0);
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) => size.0 += text.len(),
            Block::Table(grid) => {
                for place in grid.rows.iter().flatten() {
                    size = (size.0 + place.text.len(), size.1 + 1);
                }
            }
        }
    }
    size
}

#[test]
fn bombs_are_refused() {
    let zeros = "0".repeat(8 << 20);
    let bomb = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1 << 16, "it is small");
    // It is given up long before it is unpacked: at so many times what it is packed.
    let refusal = refused(&bomb, "a.docx", "上限");
    let most = bomb.len() * limits::UNPACKED_RATIO;
    let told: usize = refusal.en.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    assert!(told <= most.max(limits::RATIO_MATTERS_FROM) && told < zeros.len(), "{refusal}");
    let many: Vec<(String, &str)> = (0..=limits::PARTS).map(|number| (format!("word/{number}"), "")).collect();
    let many = packed(&many.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
    too_much("many parts", &many, "a.docx", limits::PARTS);
}

#[test]
fn entities_are_never_expanded() {
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
                    <w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", entities)]);
    reads(&bytes, "a.docx", &["&c;"]);
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
fn tables_beyond_all_measure_are_refused() {
    let nested = format!("<html>{}", "<table><tr><td>".repeat(100_000));
    too_much("nested tables", nested.as_bytes(), "a.html", limits::NESTED_TABLES);
    let nested = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    too_much("nested Word tables", &word_with(&nested, &[]), "a.docx", limits::NESTED_TABLES);
    let wide = format!("<table>{}</table>", "<tr><td colspan=99999 rowspan=99999>x</td></tr>".repeat(20_000));
    too_much("wide spans", wide.as_bytes(), "a.html", limits::COLUMNS);
    let high = format!("<table><tr><td rowspan=99999 colspan=999>x</td><td>y</td></tr>{}</table>", "<tr></tr>".repeat(20_000));
    too_much("high spans", high.as_bytes(), "a.html", limits::PLACES);
    let long = format!("<table><tr><td colspan=1000 rowspan=1000>{}</td></tr>{}</table>", "长".repeat(1 << 20), "<tr></tr>".repeat(1000));
    too_much("a long text in a wide span", long.as_bytes(), "a.html", limits::REPEATED_TEXT);
    let merges: String = (1..=2000).map(|row| format!("<mergeCell ref=\"A1:XFD{}\"/>", 1_000_000 + row)).collect();
    let sheet = format!("<sheetData><row r=\"1\">{}</row></sheetData><mergeCells>{merges}</mergeCells>", cell("A1", "1"));
    refused(&book(&[("visible", &sheet)], ""), "a.xlsx", "上限");
    let far = format!("<sheetData><row r=\"1048576\">{}</row></sheetData>", cell("XFD1048576", "1"));
    refused(&book(&[("visible", &far)], ""), "a.xlsx", "上限");
    // One such span in a report is what browsers make of it.
    html("<table><tr><td colspan=99999>总</td></tr><tr><td>1</td><td>2</td></tr></table>", &["|总|<|", "|1|2|"]);
}

#[test]
fn large_files_are_refused() {
    for name in ["a.txt", "a.html", "a.docx"] {
        too_much("100 MB", &vec![b'a'; 100 << 20], name, limits::FILE);
    }
}

/// Of twice as much comes no more than twice as much, with a little for what stands at the edges.
#[test]
fn work_grows_with_the_size_alone() {
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
        let text = |length: usize| piece.repeat(length / piece.len());
        for name in ["a.html", "a.md", "a.txt"] {
            for head in ["", "<html>"] {
                let [once, twice] = [1 << 12, 1 << 13].map(|length| document(format!("{head}{}", text(length)).as_bytes(), name));
                let (Ok(once), Ok(twice)) = (once, twice) else { continue };
                let (once, twice) = (size(&once), size(&twice));
                assert!(twice.0 <= 2 * once.0 + 1000 && twice.1 <= 2 * once.1 + 1000, "{head}{piece:?} as {name}: {once:?}, {twice:?}");
            }
        }
    }
}

/// Nothing is run: a script is left out where it is markup, and stays what it is where it is text.
#[test]
fn scripts_are_text_or_nothing() {
    html(
        "<p onclick='alert(1)'>文<script>document.write('<table><tr><td>1')</script></p><img src=x onerror=alert(1)><svg><script>x</script></svg>\
         <iframe src='javascript:alert(1)'>不支持</iframe><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        &["文", "<script>alert(1)</script>"],
    );
    reads(&word_with(&paragraph("&lt;img src=x onerror=alert(1)&gt;"), &[]), "a.docx", &["<img src=x onerror=alert(1)>"]);
    reads("规章\t<script>alert(1)</script>\t3".as_bytes(), "a.txt", &["|规章|<script>alert(1)</script>|3|"]);
}
