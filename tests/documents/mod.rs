//! Documents of every kind, small enough to be read here: what each becomes before anything is recognised in it.
//! A table is written as one line for each row, cells between strokes: `<` is covered by a span, `_` has no cell.

mod characters;
mod hostile;
mod html;
mod made;
mod refused;
mod sheet;
mod text;
mod word;

use gouji::read::block::{Block, Document, Origin};
use gouji::read::kinds::{Refusal, document};

fn shown(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(text) => lines.push(format!("# {text}")),
            Block::Paragraph(text) => lines.push(text.clone()),
            Block::Table(grid) => lines.extend(grid.rows.iter().map(|row| {
                let places = row.iter().map(|place| match place.origin {
                    Origin::Own => place.text.replace('\n', "⏎"),
                    Origin::Spanned => "<".to_string(),
                    Origin::Missing => "_".to_string(),
                });
                format!("|{}|", places.collect::<Vec<_>>().join("|"))
            })),
        }
    }
    lines
}

#[track_caller]
fn reads(bytes: &[u8], name: &str, expected: &[&str]) {
    match document(bytes, name) {
        Ok(document) => assert_eq!(shown(&document), expected, "{name}"),
        Err(refusal) => panic!("{name}: {refusal}"),
    }
}

#[track_caller]
fn html(source: &str, expected: &[&str]) {
    reads(format!("<!doctype html><body>{source}").as_bytes(), "page.html", expected);
    // A fragment, as the clipboard or an editor gives it.
    if source.starts_with('<') {
        reads(source.as_bytes(), "fragment.html", expected);
    }
}

#[track_caller]
fn refused(bytes: &[u8], name: &str, remedy: &str) -> Refusal {
    match document(bytes, name) {
        Ok(document) => panic!("{name} was read: {:?}", shown(&document).iter().take(5).collect::<Vec<_>>()),
        Err(refusal) => {
            assert!(refusal.zh.contains(remedy), "{name}: {refusal}");
            assert!(!refusal.en.is_empty() && refusal.en.is_ascii(), "{name}: {refusal}");
            refusal
        }
    }
}
