//! The fixtures of this folder, and what is right about a report whose faults are known.

use gouji::answer::Answer;
use gouji::check::{Blank, Options, check};
use gouji::report::{BodyKind, Level, Report};
use gouji::rules::Severity;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The relations whose outcome on the published figures was worked out without this program.
pub const HARD: [&str; 4] = ["requests-balance", "requests-results-total", "requests-applicants-total", "disputes-total"];

/// A report as published, and what is known of it.
pub struct Known {
    pub name: String,
    pub json: Value,
    pub report: Report,
    /// Cells that could not be read from the source.
    pub unread: BTreeSet<String>,
    /// The hard relations that the figures break, blanks counting as 0.
    pub broken: BTreeSet<String>,
}

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports")
}

/// Every report of a folder, in the order of names; a file that is no report with known faults is an `Err` with its name.
pub fn all_in(folder: &Path) -> Vec<Result<Known, String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

pub fn all() -> Vec<Known> {
    all_in(&folder()).into_iter().map(Result::unwrap).collect()
}

pub fn named(name: &str) -> Known {
    read(&folder().join(name).with_extension("json")).unwrap()
}

/// 宿迁, a city: the figures as published, with what the regulation on rules needs to know.
pub fn suqian(year: i64) -> Report {
    let mut report = named(&format!("suqian-{year}")).report;
    report.level = Some(Level::City);
    report.kind = Some(BodyKind::Government);
    report
}

fn read(file: &Path) -> Result<Known, String> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
    let json: Value = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    let list = |key: &str| -> Option<BTreeSet<String>> {
        let list = json["meta"][key].as_array()?;
        Some(list.iter().filter_map(|entry| entry.as_str().map(str::to_string)).collect())
    };
    // That folder has the longer name.
    let broken = list("broken").or_else(|| list("broken_relations_blank_is_zero"));
    Ok(Known {
        report: Report::from_json(&text).map_err(|error| format!("{name}: {error}"))?,
        unread: list("unread").ok_or_else(|| format!("{name}: no meta.unread"))?,
        broken: broken.ok_or_else(|| format!("{name}: its broken relations are not listed"))?,
        name,
        json,
    })
}

pub fn answer(report: &Report, previous: Option<&Report>, blank: Blank) -> Answer {
    check(report, previous, &Options { blank, ..Options::default() })
}

/// The hard relations that an answer reports as broken.
pub fn broken_hard(answer: &Answer) -> BTreeSet<String> {
    answer.findings.iter().filter(|finding| HARD.contains(&finding.rule)).map(|finding| finding.key()).collect()
}

/// What an answer with blanks as 0 says that it should not, or does not say that it should.
pub fn faults(known: &Known, answer: &Answer) -> Vec<String> {
    let found = broken_hard(answer);
    let mut faults: Vec<String> = known.broken.difference(&found).map(|key| format!("{key} is broken and not found")).collect();
    faults.extend(found.difference(&known.broken).map(|key| format!("{key} is said to be broken and is not")));
    if known.broken.is_empty() {
        let errors = answer.findings.iter().filter(|finding| finding.severity == Severity::Error);
        faults
            .extend(errors.filter(|finding| !is_excused(known, finding)).map(|finding| format!("{}: {}", finding.key(), finding.message)));
    }
    faults
}

/// An error that says nothing against a report without broken relations: an old layout, or cells that nobody could read.
fn is_excused(known: &Known, finding: &gouji::answer::Finding) -> bool {
    let is_unread_table = || {
        let of_table = |id: &str| id.split('.').next() == Some(finding.at.as_str());
        !known.json["cells"].as_object().unwrap().keys().any(|id| of_table(id)) && known.unread.iter().any(|id| of_table(id))
    };
    match finding.rule {
        "layout-of-other-year" => true,
        "table-missing" => is_unread_table(),
        _ => finding.cells.iter().any(|cell| known.unread.contains(cell.cell)),
    }
}
