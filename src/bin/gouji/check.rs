//! `gouji check`: reports from files and folders, each checked by itself; one that cannot be read never stops the others.

use crate::arguments::{Blank, CheckArguments, Format};
use crate::batch::Batch;
use crate::files::Files;
use crate::outcome::{Outcome, Verdict, plain};
use crate::progress::Progress;
use crate::source::Source;
use crate::{csv, json, page, parallel, sarif, text};
use gouji::check::{self, Options};
use gouji::repair::repairs_of;
use gouji::report::{BodyKind, Level, Report};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A file could not be read, or the program was called wrongly.
const UNREADABLE: u8 = 2;
const ERRORS: u8 = 1;

pub fn run(arguments: &CheckArguments) -> ExitCode {
    match checked(arguments) {
        Ok(code) => ExitCode::from(code),
        Err(why) => {
            eprintln!("gouji: {why}");
            ExitCode::from(UNREADABLE)
        }
    }
}

fn checked(arguments: &CheckArguments) -> Result<u8, String> {
    let language = arguments.language;
    let single = matches!(arguments.paths.as_slice(), [path] if !path.is_dir());
    let previous = match &arguments.previous {
        Some(_) if !single => return Err("--previous 只能与一个报告文件同用 (--previous goes with a single file)".to_string()),
        Some(file) => Some(Source::open(file, language).map_err(|why| format!("--previous: {why}"))?),
        None => None,
    };
    let options = Options {
        language: language.into(),
        blank: match arguments.blank {
            Blank::Missing => check::Blank::Missing,
            Blank::Zero => check::Blank::Zero,
        },
        severities: Vec::new(),
    };
    let files = Files::under(&arguments.paths, arguments.html.as_deref());
    let mut progress = Progress::new(files.found.len(), language.say("核对", "checking"));
    let work = |(file, listed): &(PathBuf, Result<(), String>)| match listed {
        Ok(()) => outcome(file, previous.as_ref().map(Source::report), &options, arguments),
        Err(why) => Outcome { file: file.display().to_string(), body: None, result: Err(why.clone()) },
    };
    let outcomes = parallel::each(&files.found, work, |done| progress.reached(done));
    drop(progress);
    let batch = Batch { outcomes, others: files.others, blank_is_zero: arguments.blank == Blank::Zero, language };
    print(&batch, arguments);
    if let Some(out) = &arguments.html {
        std::fs::write(out, page::page(&batch)).map_err(|error| format!("--html {}: {error}", out.display()))?;
    }
    if batch.outcomes.is_empty() {
        return Err("文件夹中没有报告 (there is no report in the folder)".to_string());
    }
    Ok(match (batch.count(Verdict::Unreadable), batch.count(Verdict::Errors)) {
        (0, 0) => 0,
        (0, _) => ERRORS,
        _ => UNREADABLE,
    })
}

/// What was asked for to standard output; what could not be read to standard error, where the output is for programs.
fn print(batch: &Batch, arguments: &CheckArguments) {
    let format = match (arguments.format, &arguments.html) {
        (None, Some(_)) => None,
        (format, _) => Some(format.unwrap_or(Format::Text)),
    };
    if format != Some(Format::Text) {
        for outcome in &batch.outcomes {
            if let Err(why) = &outcome.result {
                eprintln!("gouji: {}: {}", plain(&outcome.file), plain(why));
            }
        }
    }
    crate::print(match format {
        None => text::summary(batch),
        Some(Format::Text) => text::reports(batch),
        Some(Format::Json) => crate::pretty(&json::reports(batch)),
        Some(Format::Csv) => csv::sheet(batch),
        Some(Format::Sarif) => crate::pretty(&sarif::log(batch)),
    });
}

fn outcome(file: &Path, previous: Option<&Report>, options: &Options, arguments: &CheckArguments) -> Outcome {
    // A defect of ours in one file must not take the answers about the others with it.
    let result = catch_unwind(AssertUnwindSafe(|| {
        let mut source = Source::open(file, arguments.language)?;
        complete(source.report_mut(), arguments);
        let mut answer = source.check(previous, options);
        if arguments.repairs {
            answer.repairs = Some(repairs_of(source.report(), previous, options));
        }
        Ok((source.report().body.clone(), answer))
    }));
    let language = arguments.language;
    let result = result.unwrap_or_else(|_| Err(language.say("程序内部错误", "internal error").to_string()));
    let (body, result) = match result {
        Ok((body, answer)) => (body, Ok(answer)),
        Err(why) => (None, Err(why)),
    };
    Outcome { file: file.display().to_string(), body, result }
}

/// What the command line says of a report goes before what the file says.
fn complete(report: &mut Report, arguments: &CheckArguments) {
    if let Some(year) = arguments.year {
        report.set_year(year);
    }
    report.level = arguments.level.as_deref().and_then(Level::named).or(report.level);
    report.kind = arguments.kind.as_deref().and_then(BodyKind::named).or(report.kind);
}
