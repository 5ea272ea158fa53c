//! Text as it stands in the page.

use crate::outcome::plain;

/// Text for an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

/// Where the findings of a report stand.
pub fn report_anchor(report: usize) -> String {
    format!("report-{}", report + 1)
}

/// Where the findings of a report and a rule stand.
pub fn rule_anchor(report: usize, rule: &str) -> String {
    format!("report-{}-{rule}", report + 1)
}
