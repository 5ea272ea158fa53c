//! All reports of a run on one page: a summary, a matrix of bodies and rules, then the findings of each report. The page
//! loads nothing and runs nothing; all that comes from reports is text in it.

mod findings;
mod markup;
mod matrix;

use crate::batch::Batch;
use crate::outcome::Verdict;
use gouji::rules::book_face;
use markup::escape;
use matrix::Column;

const STYLE: &str = include_str!("style.css");

/// The digest of `style.css`, so that the page may forbid itself everything else; a test keeps the two together.
const STYLE_DIGEST: &str = "d6zyAMNYzS4EbQUGI4jBYi/s0yR8Gtgu1Wz2eiPt6bY=";

/// The page.
pub fn page(batch: &Batch) -> String {
    let language = batch.language;
    let book = book_face(language.into());
    let columns = Column::of(batch, &book);
    let title =
        language.say("政府信息公开工作年度报告勾稽核对结果", "Annual reports on government information disclosure: what the check found");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; base-uri 'none'; form-action 'none'\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
        <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p class=\"soft\">{}</p>\n</header>\n<main>\n",
        language.say("zh-CN", "en"),
        basis(batch, book.version, book.hash),
    );
    out += &summary(batch);
    out += &unreadable(batch);
    out += &matrix::matrix(batch, &columns);
    out += &findings::findings(batch, &columns);
    out + "</main>\n</body>\n</html>\n"
}

/// What the answers rest on.
fn basis(batch: &Batch, version: &str, hash: &str) -> String {
    let blanks = match batch.blank_is_zero {
        true => batch.language.say("空白按 0 计", "blanks count as 0"),
        false => batch.language.say("空白视为未填", "blanks count as missing"),
    };
    [batch.language.say("规则 ", "Rules "), version, " (", hash, ") · ", blanks].concat()
}

fn summary(batch: &Batch) -> String {
    let language = batch.language;
    let mut out = format!("<section aria-label=\"{}\">\n<dl class=\"summary\">\n", language.say("汇总", "Summary"));
    let mut figure = |name: &str, class: &str, count: usize| {
        out += &format!("<div class=\"{class}\"><dt>{name}</dt><dd>{count}</dd></div>\n");
    };
    figure(language.say("报告", "reports"), "all", batch.outcomes.len());
    for (verdict, name) in [
        (Verdict::Errors, language.say("有必须修改的问题", "with errors")),
        (Verdict::Warnings, language.say("待核实并说明", "to verify and explain")),
        (Verdict::Clean, language.say("通过", "passed")),
        (Verdict::Unreadable, language.say("无法读取", "could not be read")),
    ] {
        figure(name, verdict.name(), batch.count(verdict));
    }
    out += "</dl>\n";
    if let Some(words) = batch.passed_over() {
        out += &format!("<p class=\"soft\">{}</p>\n", escape(&words));
    }
    out + "</section>\n"
}

fn unreadable(batch: &Batch) -> String {
    let lines: String = batch
        .outcomes
        .iter()
        .filter_map(|outcome| Some((&outcome.file, outcome.result.as_ref().err()?)))
        .map(|(file, why)| format!("<li><bdi class=\"file\">{}</bdi> {}</li>\n", escape(file), escape(why)))
        .collect();
    match lines.is_empty() {
        true => lines,
        false => format!(
            "<section>\n<h2>{}</h2>\n<ul class=\"files\">\n{lines}</ul>\n</section>\n",
            batch.language.say("无法读取的文件", "Files that could not be read")
        ),
    }
}
