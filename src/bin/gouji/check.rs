//! `gouji check`: reports from files and folders, each checked by itself; one that cannot be read never stops the others.

use crate::arguments::{Blank, CheckArguments, Format};
use crate::text;
use gouji::answer::Answer;
use gouji::check::{self, Options, check};
use gouji::repair::check_and_repair;
use gouji::report::{BodyKind, Level, Report};
use gouji::rules::BookFace;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// One file and what became of it.
pub struct Outcome {
    pub file: String,
    pub body: Option<String>,
    pub result: Result<Answer, String>,
}

pub fn run(arguments: &CheckArguments) -> ExitCode {
    let single = matches!(arguments.paths.as_slice(), [path] if !path.is_dir());
    if arguments.previous.is_some() && !single {
        eprintln!("gouji: --previous 只能与一个报告文件同用 (--previous goes with a single file)");
        return ExitCode::from(2);
    }
    let mut failed = false;
    let previous = match arguments.previous.as_deref().map(read) {
        None => None,
        Some(Ok(report)) => Some(report),
        Some(Err(why)) => {
            eprintln!("gouji: --previous: {why}");
            return ExitCode::from(2);
        }
    };
    let options = Options {
        language: arguments.language.into(),
        blank: match arguments.blank {
            Blank::Missing => check::Blank::Missing,
            Blank::Zero => check::Blank::Zero,
        },
        severities: Vec::new(),
    };
    let mut outcomes = Vec::new();
    for path in &arguments.paths {
        for file in files(path) {
            let result = file.map(|file| {
                let report = read(&file).map(|report| completed(report, arguments));
                (file, report)
            });
            let (file, report) = result.unwrap_or_else(|why| (path.clone(), Err(why)));
            outcomes.push(Outcome {
                file: file.display().to_string(),
                body: report.as_ref().ok().and_then(|report| report.body.clone()),
                result: report.map(|report| {
                    if arguments.repairs {
                        check_and_repair(report, previous.as_ref(), options.clone())
                    } else {
                        check(&report, previous.as_ref(), &options)
                    }
                }),
            });
        }
    }
    for outcome in &outcomes {
        if let Err(why) = &outcome.result {
            failed = true;
            eprintln!("gouji: {}: {why}", outcome.file);
        }
    }
    crate::print(match arguments.format {
        Format::Text => text::reports(&outcomes, arguments.language),
        Format::Json => crate::json(&json(&outcomes)),
    });
    match outcomes.iter().any(|outcome| matches!(&outcome.result, Ok(answer) if !answer.ok)) {
        _ if failed || outcomes.is_empty() => ExitCode::from(2),
        true => ExitCode::from(1),
        false => ExitCode::SUCCESS,
    }
}

/// A file itself; of a folder every report in it, in the order of names.
fn files(path: &Path) -> Vec<Result<PathBuf, String>> {
    if !path.is_dir() {
        return vec![Ok(path.to_path_buf())];
    }
    let mut entries: Vec<PathBuf> = match std::fs::read_dir(path) {
        Ok(entries) => entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect(),
        Err(error) => return vec![Err(error.to_string())],
    };
    entries.sort();
    entries
        .into_iter()
        .filter(|entry| entry.is_dir() || entry.extension().is_some_and(|extension| extension == "json"))
        .flat_map(|entry| files(&entry))
        .collect()
}

fn read(file: &Path) -> Result<Report, String> {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    Report::from_json(text.trim_start_matches('\u{feff}'))
}

/// What the command line says of a report goes before what the file says.
fn completed(mut report: Report, arguments: &CheckArguments) -> Report {
    if let Some(year) = arguments.year {
        report.year = Some(year);
        report.year_shown = year.to_string();
    }
    report.level = arguments.level.as_deref().and_then(Level::named).or(report.level);
    report.kind = arguments.kind.as_deref().and_then(BodyKind::named).or(report.kind);
    report
}

fn json(outcomes: &[Outcome]) -> serde_json::Value {
    let reports: Vec<serde_json::Value> = outcomes
        .iter()
        .map(|outcome| {
            let mut out = serde_json::Map::new();
            out.insert("file".to_string(), outcome.file.clone().into());
            match &outcome.result {
                Err(why) => {
                    out.insert("unreadable".to_string(), why.clone().into());
                }
                Ok(answer) => {
                    if let Ok(serde_json::Value::Object(answer)) = serde_json::to_value(answer) {
                        out.extend(answer);
                    }
                }
            }
            serde_json::Value::Object(out)
        })
        .collect();
    serde_json::json!({ "reports": reports })
}

/// The rule book as JSON, its examples as JSON too rather than as text, and the slips that repairs know.
pub fn with_examples(book: &BookFace) -> serde_json::Value {
    let mut value = serde_json::to_value(book).unwrap_or_default();
    for rule in value["rules"].as_array_mut().into_iter().flatten() {
        let examples = rule["examples"].as_str().and_then(|text| serde_json::from_str(text).ok());
        rule["examples"] = examples.unwrap_or_default();
    }
    let slips = gouji::repair::slips().map(|slip| {
        let example: serde_json::Value = serde_json::from_str(slip.example).unwrap_or_default();
        serde_json::json!({ "id": slip.id, "zh": slip.words.zh, "en": slip.words.en, "example": example })
    });
    value["slips"] = slips.collect();
    value
}
