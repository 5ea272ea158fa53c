//! What became of one file.

use crate::arguments::Language;
use gouji::answer::{Answer, Finding};
use gouji::rules::Severity;

/// Blanks are counted, not listed one by one: a form half filled in would hide everything else.
pub const BLANK: &str = "cell-blank";

pub struct Outcome {
    pub file: String,
    pub body: Option<String>,
    /// The answer, or why the file could not be read.
    pub result: Result<Answer, String>,
}

/// What one look at a report tells, the worst first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Unreadable,
    Errors,
    Warnings,
    Clean,
}

/// Findings by severity; a warning that the report explains is no longer asked about.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub errors: usize,
    pub warnings: usize,
    pub notices: usize,
}

impl Outcome {
    pub fn findings(&self) -> &[Finding] {
        self.result.as_ref().map(|answer| answer.findings.as_slice()).unwrap_or_default()
    }

    pub fn year(&self) -> String {
        self.result.as_ref().ok().and_then(|answer| answer.year).map_or_else(String::new, |year| year.to_string())
    }

    pub fn tally(&self) -> Tally {
        let count = |severity: Severity| {
            self.findings().iter().filter(|finding| finding.severity == severity && finding.explained.is_none()).count()
        };
        Tally { errors: count(Severity::Error), warnings: count(Severity::Warning), notices: count(Severity::Notice) }
    }

    pub fn verdict(&self) -> Verdict {
        match &self.result {
            Err(_) => Verdict::Unreadable,
            Ok(answer) if !answer.ok => Verdict::Errors,
            Ok(_) if self.tally().warnings > 0 => Verdict::Warnings,
            Ok(_) => Verdict::Clean,
        }
    }
}

impl Verdict {
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Verdict::Unreadable => language.say("无法读取", "unreadable"),
            Verdict::Errors => language.say("须修改", "errors"),
            Verdict::Warnings => language.say("待核实", "to verify"),
            Verdict::Clean => language.say("通过", "passed"),
        }
    }

    /// For the classes of the page.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Unreadable => "unreadable",
            Verdict::Errors => "error",
            Verdict::Warnings => "warning",
            Verdict::Clean => "clean",
        }
    }
}

pub fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => language.say("必须修改", "error"),
        Severity::Warning => language.say("请核实", "warning"),
        Severity::Notice => language.say("提示", "notice"),
    }
}

/// A text from outside without what would move the cursor or turn the direction of writing.
pub fn plain(text: &str) -> String {
    let odd = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
    text.chars().map(|c| if odd(c) { ' ' } else { c }).collect()
}
