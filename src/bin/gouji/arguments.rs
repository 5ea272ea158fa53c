//! What can be written on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// 勾稽：核对政府信息公开工作年度报告
///
/// Checks annual reports on government information disclosure: every figure against every relation.
#[derive(Parser)]
#[command(name = "gouji", version, max_term_width = 100)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// 核对报告 Check reports (exit 0: no error; 1: some report has errors; 2: a file could not be read)
    Check(CheckArguments),
    /// 打印规则 Print the rule book
    Rules {
        #[arg(long, value_enum, default_value = "md")]
        format: BookFormat,
        #[arg(long, value_enum, default_value = "zh")]
        language: Language,
    },
    /// 打印空白表格 Print the blank official form of a year
    Form {
        year: i64,
        #[arg(long, value_enum, default_value = "json")]
        format: FormFormat,
    },
    /// 读取文件中的报告，打印为 JSON Print the report read from a document as JSON, with where each figure stood
    Read {
        file: PathBuf,
        #[arg(long, value_enum, default_value = "zh")]
        language: Language,
    },
}

#[derive(Args)]
pub struct CheckArguments {
    /// 报告文件或文件夹 Report files, or folders of them
    #[arg(required = true, value_name = "FILE|FOLDER")]
    pub paths: Vec<PathBuf>,
    /// 空白的含义 What a blank means: missing (an error) or zero
    #[arg(long, value_enum, default_value = "missing")]
    pub blank: Blank,
    /// 上年报告 Last year's report of the same body; with a single FILE
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// 报告年度 The report year, where the file does not say it or says it wrongly
    #[arg(long)]
    pub year: Option<i64>,
    /// 层级 nation, province, city, county, township
    #[arg(long, value_parser = gouji::report::LEVELS)]
    pub level: Option<String>,
    /// 单位性质 government or department
    #[arg(long, value_parser = gouji::report::KINDS)]
    pub kind: Option<String>,
    /// 提出修改建议 Say what would mend a report
    #[arg(long)]
    pub repairs: bool,
    /// 输出格式 What is printed: text (unless --html is given), json, csv or sarif
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// 汇总网页 Write one page with all reports and findings
    #[arg(long, value_name = "OUT")]
    pub html: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "zh")]
    pub language: Language,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Blank {
    Missing,
    Zero,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Csv,
    Sarif,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum BookFormat {
    Json,
    Md,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum FormFormat {
    Json,
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Zh,
    En,
}

impl Language {
    pub fn say(self, zh: &'static str, en: &'static str) -> &'static str {
        if self == Language::Zh { zh } else { en }
    }
}

impl From<Language> for gouji::rules::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => gouji::rules::Language::Chinese,
            Language::En => gouji::rules::Language::English,
        }
    }
}
