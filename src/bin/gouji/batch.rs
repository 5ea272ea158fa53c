//! All the outcomes of a run, and what is said of them together.

use crate::arguments::Language;
use crate::outcome::{Outcome, Verdict};
use std::collections::BTreeMap;

pub struct Batch {
    pub outcomes: Vec<Outcome>,
    /// Files in the folders that are no reports, by ending.
    pub others: BTreeMap<String, usize>,
    /// Blanks were read as zero.
    pub blank_is_zero: bool,
    pub language: Language,
}

impl Batch {
    pub fn count(&self, verdict: Verdict) -> usize {
        self.outcomes.iter().filter(|outcome| outcome.verdict() == verdict).count()
    }

    /// One sentence about all reports.
    pub fn summary(&self) -> String {
        let (all, wrong, unreadable) = (self.outcomes.len(), self.count(Verdict::Errors), self.count(Verdict::Unreadable));
        match self.language {
            Language::Zh => format!("共 {all} 份：{wrong} 份有必须修改的问题，{unreadable} 份无法读取"),
            Language::En => format!("{all} reports: {wrong} with errors, {unreadable} could not be read"),
        }
    }

    /// One sentence about what was passed over, where something was.
    pub fn passed_over(&self) -> Option<String> {
        let all: usize = self.others.values().sum();
        let separator = self.language.say("、", ", ");
        let none = self.language.say("无扩展名", "none");
        let name = |ending: &str| if ending.is_empty() { none.to_string() } else { crate::outcome::plain(ending) };
        let endings: Vec<String> = self.others.iter().map(|(ending, count)| format!("{} {count}", name(ending))).collect();
        (all > 0).then(|| match self.language {
            Language::Zh => format!("文件夹中另有 {all} 个其他文件未核对（{}）", endings.join(separator)),
            Language::En => format!("{all} other files in the folders were not checked ({})", endings.join(separator)),
        })
    }
}
