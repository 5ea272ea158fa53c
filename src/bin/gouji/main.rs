//! The command line: `gouji check`, `gouji read`, `gouji rules`, `gouji form`. What it says of a report comes from the
//! library; here stands how files are found and answers are shown.

// The wasm build has no command line.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod arguments;
mod batch;
mod check;
mod csv;
mod files;
mod json;
mod outcome;
mod page;
mod parallel;
mod progress;
mod repairs;
mod sarif;
mod source;
mod table;
mod text;

use arguments::{Arguments, BookFormat, Command, FormFormat, Language};
use clap::Parser;
use gouji::check::Options;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Rules { format, language } => {
            let book = gouji::rules::book_face(language.into());
            print(match format {
                BookFormat::Md => gouji::rules::markdown(&book, language.into()) + &gouji::repair::markdown(language.into()),
                BookFormat::Json => pretty(&json::with_examples(&book)),
            })
        }
        Command::Form { year, format } => match gouji::form::face(year) {
            None => refuse(&format!("没有 {year} 年度的表格 (there is no form for {year})")),
            Some(form) => print(match format {
                FormFormat::Json => pretty(&form),
                FormFormat::Html => gouji::form::html(&form),
            }),
        },
        Command::Read { file, language } => read(&file, language),
    }
}

/// What a document says, and where.
fn read(file: &Path, language: Language) -> ExitCode {
    let options = Options { language: language.into(), ..Options::default() };
    match source::bytes(file, language).and_then(|bytes| source::document(file, &bytes, language)) {
        Err(why) => refuse(&format!("{}: {why}", file.display())),
        Ok(reading) => print(pretty(&reading.to_json(&options))),
    }
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("gouji: {why}");
    ExitCode::from(2)
}

fn pretty(value: &impl serde::Serialize) -> String {
    // Our own shapes have string keys only, so this cannot fail.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// To standard output; a reader that closes the pipe early is no failure.
fn print(text: String) -> ExitCode {
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}
