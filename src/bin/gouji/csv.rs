//! Findings as a sheet, one line each, that spreadsheet programs open rightly and without running anything.

use crate::batch::Batch;
use crate::outcome::Outcome;
use gouji::answer::{Figure, Finding};

const COLUMNS: [&str; 13] =
    ["file", "body", "year", "severity", "rule", "at", "left", "right", "difference", "message", "help", "basis", "explained"];

/// Tells spreadsheet programs that the text is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The sheet. A file that could not be read has a line, too, with the severity `unreadable`.
pub fn sheet(batch: &Batch) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    // Writing to memory cannot fail, and every line has as many fields as the first.
    let _ = writer.write_record(COLUMNS);
    for outcome in &batch.outcomes {
        if let Err(why) = &outcome.result {
            let _ = writer.write_record(line(outcome, "unreadable", why));
        }
        for finding in outcome.findings() {
            let _ = writer.write_record(finding_line(outcome, finding));
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn line(outcome: &Outcome, severity: &str, message: &str) -> [String; COLUMNS.len()] {
    let mut line: [String; COLUMNS.len()] = Default::default();
    line[0] = harmless(&outcome.file);
    line[1] = harmless(outcome.body.as_deref().unwrap_or_default());
    line[2] = outcome.year();
    line[3] = severity.to_string();
    line[9] = harmless(message);
    line
}

fn finding_line(outcome: &Outcome, finding: &Finding) -> [String; COLUMNS.len()] {
    let figure = |figure: &Option<Figure>| match figure {
        None => String::new(),
        Some(Figure::Count(count)) => count.to_string(),
        Some(Figure::Money(amount)) => amount.clone(),
    };
    let mut line = line(outcome, finding.severity.name(), &finding.message);
    line[4] = finding.rule.to_string();
    line[5] = harmless(&finding.at);
    (line[6], line[7], line[8]) = (figure(&finding.left), figure(&finding.right), figure(&finding.difference));
    line[10] = harmless(&finding.help);
    line[11] = format!("{} ({})", finding.basis.text, finding.basis.certainty);
    line[12] = harmless(finding.explained.as_deref().unwrap_or_default());
    line
}

/// Spreadsheet programs take a text that begins like a formula for one; an apostrophe in front makes it text. The wide
/// forms count in Chinese and Japanese editions.
fn harmless(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_string(),
    }
}
