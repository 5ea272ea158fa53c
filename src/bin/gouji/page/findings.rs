//! The findings of each report, by rule: what, how much, why, what to do, on what basis.

use super::markup::{escape, report_anchor, rule_anchor};
use super::matrix::{Column, name, of_rule};
use crate::arguments::Language;
use crate::batch::Batch;
use crate::outcome::{Outcome, severity};
use gouji::answer::{Figure, Finding};

/// Of one rule in one report this many findings are shown at once, the rest on request: a report with two hundred blanks
/// would hide all others.
const SHOWN: usize = 8;

pub fn findings(batch: &Batch, columns: &[Column]) -> String {
    let reports: String = batch
        .outcomes
        .iter()
        .enumerate()
        .filter(|(_, outcome)| !outcome.findings().is_empty())
        .map(|(index, outcome)| report(index, outcome, columns, batch.language))
        .collect();
    match reports.is_empty() {
        true => reports,
        false => format!("<section>\n<h2>{}</h2>\n{reports}</section>\n", batch.language.say("各报告的问题", "Findings by report")),
    }
}

fn report(index: usize, outcome: &Outcome, columns: &[Column], language: Language) -> String {
    let verdict = outcome.verdict();
    let mut out = format!(
        "<article id=\"{}\">\n<h3><bdi>{}</bdi> {} <span class=\"badge {}\">{}</span></h3>\n<p class=\"soft\"><bdi class=\"file\">{}</bdi></p>\n",
        report_anchor(index),
        escape(name(outcome)),
        outcome.year(),
        verdict.name(),
        verdict.words(language),
        escape(&outcome.file)
    );
    for column in columns {
        let findings: Vec<&Finding> = of_rule(outcome, column.rule.id).collect();
        if let Some(first) = findings.first() {
            out += &rule(index, column, first, &findings, language);
        }
    }
    out + "</article>\n"
}

/// What the findings of one rule have in common is said once.
fn rule(report: usize, column: &Column, first: &Finding, findings: &[&Finding], language: Language) -> String {
    let id = column.rule.id;
    let gravest = findings.iter().map(|finding| finding.severity).min().unwrap_or(first.severity);
    let common_help = findings.iter().all(|finding| finding.help == first.help);
    let mut out = format!(
        "<div class=\"rule {}\" id=\"{}\">\n<h4><span class=\"badge {0}\">{}</span> {} <code>{id}</code></h4>\n",
        gravest.name(),
        rule_anchor(report, id),
        severity(gravest, language),
        escape(column.rule.title),
    );
    let items: Vec<String> = findings.iter().map(|finding| item(finding, common_help, language)).collect();
    let (shown, more) = items.split_at(items.len().min(SHOWN));
    out += &format!("<ul>\n{}</ul>\n", shown.concat());
    if !more.is_empty() {
        let words = match language {
            Language::Zh => format!("其余 {} 处", more.len()),
            Language::En => format!("{} more", more.len()),
        };
        out += &format!("<details><summary>{words}</summary>\n<ul>\n{}</ul>\n</details>\n", more.concat());
    }
    out += "<dl>\n";
    let mut say = |name: &str, text: &str| out += &format!("<dt>{name}</dt><dd>{}</dd>\n", escape(text));
    if let Some(equation) = column.rule.equation {
        say(language.say("关系", "Relation"), equation);
    }
    say(language.say("为什么", "Why"), first.why);
    if common_help {
        say(language.say("怎么办", "What to do"), &first.help);
    }
    say(
        language.say("依据", "Basis"),
        &[first.basis.text, language.say("（可信程度 ", " (certainty "), first.basis.certainty, language.say("）", ")")].concat(),
    );
    out + "</dl>\n</div>\n"
}

fn item(finding: &Finding, common_help: bool, language: Language) -> String {
    let mut out = format!("<li>{}", escape(&finding.message));
    let figures: Vec<String> = [
        (language.say("左边", "left"), &finding.left),
        (language.say("右边", "right"), &finding.right),
        (language.say("差", "difference"), &finding.difference),
    ]
    .into_iter()
    .filter_map(|(name, figure)| Some(format!("{name} <b>{}</b>", escape(&written(figure.as_ref()?)))))
    .collect();
    if !figures.is_empty() {
        out += &format!("<p class=\"figures\">{}</p>", figures.join(language.say("，", ", ")));
    }
    if !common_help {
        out += &format!("<p>{}</p>", escape(&finding.help));
    }
    if let Some(text) = &finding.explained {
        out += &format!("<p class=\"explained\">{}{}</p>", language.say("说明：", "Explained: "), escape(text));
    }
    out + "</li>\n"
}

fn written(figure: &Figure) -> String {
    match figure {
        Figure::Count(count) => count.to_string(),
        Figure::Money(amount) => amount.clone(),
    }
}
