//! The slips as a page to print and to cite, below the rule book.

use super::slips::slips;
use crate::rules::{Language, Text};
use serde_json::Value;

/// The slips that repairs know as Markdown, each with an example from published figures.
pub fn markdown(language: Language) -> String {
    let say = |zh: &'static str, en: &'static str| Text { zh, en }.in_language(language);
    let mut out = format!("\n# {}\n\n", say("修改建议认得的笔误", "The slips that repairs know"));
    out += say(
        "有必须修改的问题时，先找改动最少的改法，再看是否像下面某种笔误；像笔误的排在前面。例子取自公开的报告：按例中填错，第一条建议就改回原数。\n",
        "Where something is wrong, the smallest changes that mend it are found first; those that look like one of these slips rank before them. The examples are figures of published reports: mistyped so, the first repair brings them back.\n",
    );
    for slip in slips() {
        let example: Value = serde_json::from_str(slip.example).unwrap_or_default();
        let text = |key: &str| example[key].as_str().unwrap_or_default().to_string();
        let cells = example["cells"].as_array().cloned().unwrap_or_default();
        let typed: Vec<String> = cells
            .iter()
            .map(|cell| {
                let id = cell["cell"].as_str().unwrap_or_default();
                format!("`{id}` {} → {}", cell["published"], cell["typed"])
            })
            .collect();
        let report = match text("previous").as_str() {
            "" => text("report"),
            previous => format!("{} ({}{previous})", text("report"), say("上年 ", "last year ")),
        };
        out += &format!(
            "\n## `{}`\n\n- {}\n- {} {report}: {}\n",
            slip.id,
            slip.words.in_language(language),
            say("例", "Example"),
            typed.join(", ")
        );
    }
    out
}
