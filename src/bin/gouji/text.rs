//! Answers as text for a terminal.

use crate::arguments::Language;
use crate::check::Outcome;
use gouji::answer::Answer;
use gouji::rules::Severity;

pub fn reports(outcomes: &[Outcome], language: Language) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        let body = outcome.body.as_deref().map(|body| format!("  {body}")).unwrap_or_default();
        out += &format!("{}{body}\n", outcome.file);
        match &outcome.result {
            Err(why) => out += &format!("  {}: {why}\n", say(language, "无法读取", "could not be read")),
            Ok(answer) => out += &findings(answer, language),
        }
        out.push('\n');
    }
    if outcomes.len() > 1 {
        out += &summary(outcomes, language);
    }
    out
}

fn say(language: Language, zh: &'static str, en: &'static str) -> &'static str {
    if language == Language::Zh { zh } else { en }
}

fn severity(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => say(language, "必须修改", "error"),
        Severity::Warning => say(language, "请核实", "warning"),
        Severity::Notice => say(language, "提示", "notice"),
    }
}

/// Blanks are counted, not listed one by one: a form half filled in would hide everything else.
fn findings(answer: &Answer, language: Language) -> String {
    const BLANK: &str = "cell-blank";
    let mut out = String::new();
    for finding in answer.findings.iter().filter(|finding| finding.rule != BLANK) {
        out += &format!("  {}  {}\n", severity(finding.severity, language), finding.message);
        match &finding.explained {
            Some(text) => out += &format!("      {}: {text}\n", say(language, "说明", "explained")),
            None => out += &format!("      {}  [{}]\n", finding.help, finding.key()),
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
    let verdict = if answer.ok {
        say(language, "没有必须修改的问题", "no errors")
    } else {
        say(language, "有必须修改的问题", "errors")
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

fn summary(outcomes: &[Outcome], language: Language) -> String {
    let count = |test: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| test(outcome)).count();
    let wrong = count(|outcome| matches!(&outcome.result, Ok(answer) if !answer.ok));
    let unreadable = count(|outcome| outcome.result.is_err());
    match language {
        Language::Zh => format!("共 {} 份：{wrong} 份有必须修改的问题，{unreadable} 份无法读取\n", outcomes.len()),
        Language::En => format!("{} reports: {wrong} with errors, {unreadable} could not be read\n", outcomes.len()),
    }
}
