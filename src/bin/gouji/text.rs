//! Answers as text for a terminal.

use crate::arguments::Language;
use crate::batch::Batch;
use crate::outcome::{BLANK, Outcome, plain, severity};
use crate::table;
use gouji::answer::Answer;

/// Of one report all there is to say; of several a table first, then what was found in each.
pub fn reports(batch: &Batch) -> String {
    let several = batch.outcomes.len() > 1;
    let mut out = if several { table::table(batch) + "\n" } else { String::new() };
    for outcome in batch.outcomes.iter().filter(|outcome| !several || outcome.result.is_err() || !outcome.findings().is_empty()) {
        out += &report(outcome, batch.language);
    }
    if several {
        out += &summary(batch);
    }
    out
}

/// What is said of all reports together.
pub fn summary(batch: &Batch) -> String {
    let passed_over = batch.passed_over().map(|words| words + "\n").unwrap_or_default();
    batch.summary() + "\n" + &passed_over
}

fn report(outcome: &Outcome, language: Language) -> String {
    let body = outcome.body.as_deref().map(|body| ["  ", &plain(body)].concat()).unwrap_or_default();
    let about = match &outcome.result {
        Err(why) => format!("  {}: {}\n", language.say("无法读取", "could not be read"), plain(why)),
        Ok(answer) => findings(answer, language),
    };
    format!("{}{body}\n{about}\n", plain(&outcome.file))
}

fn findings(answer: &Answer, language: Language) -> String {
    let mut out = String::new();
    for finding in answer.findings.iter().filter(|finding| finding.rule != BLANK) {
        out += &format!("  {}  {}\n", severity(finding.severity, language), plain(&finding.message));
        match &finding.explained {
            Some(text) => out += &format!("      {}: {}\n", language.say("说明", "explained"), plain(text)),
            None => out += &format!("      {}  [{}]\n", plain(&finding.help), plain(&finding.key())),
        }
    }
    let blanks: Vec<_> = answer.findings.iter().filter(|finding| finding.rule == BLANK).collect();
    if let Some(first) = blanks.first() {
        let kind = severity(first.severity, language);
        out += &match language {
            Language::Zh => format!("  {kind}  {} 格空白，第一处：{}\n", blanks.len(), first.message),
            Language::En => format!("  {kind}  {} blank cells, the first: {}\n", blanks.len(), first.message),
        };
    }
    if let Some(repairs) = &answer.repairs {
        out += &crate::repairs::text(repairs, language);
    }
    let relations = &answer.relations;
    let verdict = match answer.ok {
        true => language.say("没有必须修改的问题", "no errors"),
        false => language.say("有必须修改的问题", "errors"),
    };
    out + &match language {
        Language::Zh => format!(
            "  {verdict}；关系成立 {}、不成立 {}、待填 {}、未核对 {}\n",
            relations.held, relations.broken, relations.open, relations.not_assessed
        ),
        Language::En => format!(
            "  {verdict}; relations held {}, broken {}, open {}, not assessed {}\n",
            relations.held, relations.broken, relations.open, relations.not_assessed
        ),
    }
}
