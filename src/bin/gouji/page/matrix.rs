//! Bodies × rules: how often each rule speaks in each report. Only rules that speak have a column.

use super::markup::{escape, report_anchor, rule_anchor};
use crate::batch::Batch;
use crate::outcome::{Outcome, severity};
use gouji::answer::Finding;
use gouji::rules::{BookFace, RuleFace, Severity};

pub struct Column<'a> {
    pub rule: &'a RuleFace,
    reports: usize,
    gravest: Severity,
}

impl Column<'_> {
    /// The rules that speak, the gravest first, then in the order of the book.
    pub fn of<'a>(batch: &Batch, book: &'a BookFace) -> Vec<Column<'a>> {
        let column = |rule: &'a RuleFace| {
            let gravest = |outcome: &Outcome| of_rule(outcome, rule.id).map(|finding| finding.severity).min();
            let spoken: Vec<Severity> = batch.outcomes.iter().filter_map(gravest).collect();
            Some(Column { rule, reports: spoken.len(), gravest: spoken.into_iter().min()? })
        };
        let mut columns: Vec<Column> = book.rules.iter().filter_map(column).collect();
        columns.sort_by_key(|column| column.gravest);
        columns
    }
}

pub fn of_rule<'a>(outcome: &'a Outcome, rule: &str) -> impl Iterator<Item = &'a Finding> {
    outcome.findings().iter().filter(move |finding| finding.rule == rule)
}

/// The table; none where no rule speaks.
pub fn matrix(batch: &Batch, columns: &[Column]) -> String {
    let language = batch.language;
    if columns.is_empty() {
        return String::new();
    }
    let title = language.say("单位与规则", "Bodies and rules");
    let mut out = format!(
        "<section>\n<h2>{title}</h2>\n<p class=\"soft\">{}</p>\n\
        <div class=\"scroll\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\n<table class=\"matrix\">\n<thead>\n<tr><th scope=\"col\" class=\"body\">{}</th><th scope=\"col\">{}</th>",
        language.say(
            "格中为该规则在该报告中的问题数，点击可到具体问题。",
            "Each cell counts the findings of a rule in a report and leads to them."
        ),
        language.say("单位、年度", "Body and year"),
        language.say("结论", "Verdict"),
    );
    for column in columns {
        out += &format!("<th scope=\"col\" class=\"rule {}\"><span>{}</span></th>", column.gravest.name(), escape(column.rule.title));
    }
    out += &format!(
        "</tr>\n</thead>\n<tbody>\n<tr class=\"total\"><th scope=\"row\" class=\"body\">{}</th><td></td>",
        language.say("涉及报告数", "Reports concerned")
    );
    for column in columns {
        out += &format!("<td>{}</td>", column.reports);
    }
    out += "</tr>\n";
    for (index, outcome) in batch.outcomes.iter().enumerate().filter(|(_, outcome)| outcome.result.is_ok()) {
        out += &row(batch, columns, index, outcome);
    }
    out + "</tbody>\n</table>\n</div>\n</section>\n"
}

fn row(batch: &Batch, columns: &[Column], index: usize, outcome: &Outcome) -> String {
    let name = format!("<bdi>{}</bdi> {}", escape(name(outcome)), outcome.year());
    let name = match outcome.findings().is_empty() {
        true => name,
        false => format!("<a href=\"#{}\">{name}</a>", report_anchor(index)),
    };
    let verdict = outcome.verdict();
    let mut out = format!(
        "<tr><th scope=\"row\" class=\"body\">{name}</th><td class=\"verdict {}\">{}</td>",
        verdict.name(),
        verdict.words(batch.language)
    );
    for column in columns {
        let gravest = of_rule(outcome, column.rule.id).map(|finding| finding.severity).min();
        out += &match gravest {
            None => "<td></td>".to_string(),
            Some(gravest) => format!(
                "<td><a class=\"{}\" href=\"#{}\" title=\"{}\">{}</a></td>",
                gravest.name(),
                rule_anchor(index, column.rule.id),
                escape(&[severity(gravest, batch.language), batch.language.say("：", ": "), column.rule.title].concat()),
                of_rule(outcome, column.rule.id).count()
            ),
        };
    }
    out + "</tr>\n"
}

/// The body, or the file of a report that does not name one.
pub fn name(outcome: &Outcome) -> &str {
    outcome.body.as_deref().filter(|body| !body.trim().is_empty()).unwrap_or(&outcome.file)
}
