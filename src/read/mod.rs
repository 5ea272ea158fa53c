//! A document (a Word file, a page, a sheet, plain text) read to a report.
//!
//! Every kind of document becomes the same blocks (`block.rs`) and then lines: of text, or rows of tables (`lines.rs`).
//! The headings part them into sections (`outline.rs`, `title.rs`). A row of the form is found by its label, never by its
//! position (`label.rs`, `rows.rs`; `flat.rs` where a table became lines of text); its figures are put into their
//! places (`fit.rs`), and the rows into the tables of a layout (`tables.rs`). Whatever is odd on the way is an [`Oddity`]
//! and becomes a finding; nothing is guessed in silence.

pub mod block;
mod face;
mod fit;
mod flat;
mod header;
pub mod kinds;
mod label;
mod lines;
mod oddity;
mod outline;
mod plain;
mod rows;
mod tables;
mod title;

pub use face::face;
pub use fit::Spot;
pub use label::Certainty;
pub use oddity::Oddity;

use crate::answer::Finding;
use crate::form::CellIndex;
use crate::report::Report;
use crate::rules::{Language, id};
#[cfg(not(target_arch = "wasm32"))]
use crate::{
    answer::Answer,
    check::{Options, check},
    rules::{BOOK, Severity},
};
use block::Document;
use kinds::Refusal;
use label::RowVariants;

include!(concat!(env!("OUT_DIR"), "/labels.rs"));

/// What was read from a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    pub report: Report,
    /// Where each cell stood, table by table; a cell that is not here was not found.
    pub found: Vec<Place>,
    pub oddities: Vec<Oddity>,
}

/// One cell in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub cell: CellIndex,
    /// As written, without white space around it.
    pub text: String,
    pub spot: Spot,
    pub certainty: Certainty,
}

/// A file of any kind, by its bytes and its name, read to a report.
///
/// # Errors
/// Where the file cannot be read as a document, or nothing in it is of an annual report.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(bytes: &[u8], name: &str) -> Result<Reading, Refusal> {
    reading(kinds::document(bytes, name), || kinds::nothing_found(bytes, name))
}

/// What was read of a document, if it is one and something in it is of an annual report. `nothing_found` says why nothing may be.
///
/// # Errors
/// As [`kinds::document`], or where nothing is.
pub fn reading(document: Result<Document, Refusal>, nothing_found: impl FnOnce() -> Refusal) -> Result<Reading, Refusal> {
    let reading = recognise(&document?);
    if reading.found.is_empty() && reading.report.sections.is_none() {
        return Err(nothing_found());
    }
    Ok(reading)
}

/// The report in a document. Whatever the document holds, this yields a reading; it may be empty.
///
/// ```
/// use gouji::read::{block::{Block, Document}, recognise};
///
/// let line = |text: &str| Block::Paragraph(text.to_string());
/// let document = Document { blocks: ["某县2024年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况",
///     "四、结转下年度继续办理", "1 0 0 0 0 0 1"].map(line).into() };
/// let reading = recognise(&document);
/// assert_eq!((reading.report.year, reading.found.len()), (Some(2024), 7));
/// ```
pub fn recognise(document: &Document) -> Reading {
    let lines = lines::lines(document);
    let outline = outline::Outline::of(&lines);
    let rows = rows::rows(&lines, &outline);
    let first_row = rows.found.iter().map(|found| found.line).min();
    let title = title::title(&lines, outline.begins().or(first_row));
    let mut report = title.year.map_or_else(Report::default, Report::of_year);
    report.body = title.body;
    report.sections = outline.texts(&lines, &rows.in_table);
    let (report, found, mut oddities) = tables::fill(report, &rows, &outline, &lines);
    oddities.extend(outline.oddities());
    oddities.extend(template_text(&lines));
    Reading { report, found, oddities }
}

/// Instructions and placeholders of the form that nobody took out.
fn template_text(lines: &[lines::Line]) -> Option<Oddity> {
    let mut left: Vec<&str> = Vec::new();
    let begins = |c: char| TEMPLATE_PHRASES.iter().any(|phrase| phrase.starts_with(c.to_ascii_uppercase()));
    let mut look = |text: &str| {
        // Few texts have even the first letter of one.
        if !text.contains(begins) {
            return;
        }
        let text = text.to_ascii_uppercase();
        for phrase in TEMPLATE_PHRASES.iter().filter(|phrase| text.contains(**phrase)) {
            if !left.contains(phrase) {
                left.push(phrase);
            }
        }
    };
    for line in lines {
        match line {
            lines::Line::Text { text, .. } => look(text),
            lines::Line::Row(row) => row.cells.iter().for_each(|cell| look(cell.text)),
        }
    }
    (!left.is_empty()).then(|| Oddity::new(id::TEMPLATE_TEXT_LEFT, "").with(&left.join("、"), ""))
}

impl Reading {
    /// What is odd about the document, in words.
    pub fn told(&self, language: Language) -> impl Iterator<Item = Finding> {
        self.oddities.iter().filter_map(move |oddity| oddity.finding(language))
    }
}

// Checking is not for the module that reads.
#[cfg(not(target_arch = "wasm32"))]
impl Reading {
    /// What is odd about the document, with the severities that were chosen.
    pub fn findings(&self, options: &Options) -> Vec<Finding> {
        let told = |oddity: &Oddity| {
            let finding = oddity.finding(options.language)?;
            let severity = options.apply(&BOOK, oddity.rule(), finding.severity)?;
            Some(Finding { severity, ..finding })
        };
        self.oddities.iter().filter_map(told).collect()
    }

    /// The report checked, with what is odd about the document among the findings.
    pub fn check(&self, previous: Option<&Report>, options: &Options) -> Answer {
        let mut answer = check(&self.report, previous, options);
        answer.findings.extend(self.findings(options));
        answer.findings.sort_by_key(|finding| (finding.severity, BOOK.find(finding.rule)));
        answer.ok = !answer.findings.iter().any(|finding| finding.severity == Severity::Error);
        answer
    }

    /// The report as JSON, with where each cell was found in `meta.found` and what is odd in `meta.findings`.
    pub fn to_json(&self, options: &Options) -> serde_json::Value {
        // Our own shapes have string keys only, so this cannot fail.
        serde_json::to_value(face::face(self, Some(self.findings(options)))).unwrap_or_default()
    }
}
