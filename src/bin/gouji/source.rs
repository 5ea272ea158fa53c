//! One file read to a report: `.json` in the shape of a report, anything else as a document.

use crate::arguments::Language;
use gouji::answer::Answer;
use gouji::check::{Options, check};
use gouji::read::{Reading, kinds::limits, read};
use gouji::report::Report;
use std::fs::File;
use std::io::Read;
use std::path::Path;

pub enum Source {
    Report(Box<Report>),
    /// A document also tells where each figure stood and what is odd about it.
    Document(Box<Reading>),
}

impl Source {
    /// # Errors
    /// Why the file could not be read, in words.
    pub fn open(file: &Path, language: Language) -> Result<Source, String> {
        let bytes = bytes(file, language)?;
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        // What a pipe delivers has no ending.
        let is_json = match ending.as_deref() {
            Some(ending) => ending == "json",
            None => bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{'),
        };
        if is_json {
            report(&bytes, language).map(|report| Source::Report(Box::new(report)))
        } else {
            document(file, &bytes, language).map(|reading| Source::Document(Box::new(reading)))
        }
    }

    pub fn report(&self) -> &Report {
        match self {
            Source::Report(report) => report,
            Source::Document(reading) => &reading.report,
        }
    }

    pub fn report_mut(&mut self) -> &mut Report {
        match self {
            Source::Report(report) => report,
            Source::Document(reading) => &mut reading.report,
        }
    }

    pub fn check(&self, previous: Option<&Report>, options: &Options) -> Answer {
        match self {
            Source::Report(report) => check(report, previous, options),
            Source::Document(reading) => reading.check(previous, options),
        }
    }
}

/// What a document says; `gouji read` prints it.
pub fn document(file: &Path, bytes: &[u8], language: Language) -> Result<Reading, String> {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    read(bytes, &name).map_err(|refusal| if language == Language::Zh { refusal.zh } else { refusal.en }.into_owned())
}

fn report(bytes: &[u8], language: Language) -> Result<Report, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| language.say("不是 UTF-8 编码的 JSON", "this is no JSON in UTF-8").to_string())?;
    let invalid = |why: String| [language.say("不是有效的 JSON：", "this is no valid JSON: "), &why].concat();
    Report::from_json(text.trim_start_matches('\u{feff}')).map_err(invalid)
}

/// The file, up to the largest that is read: a pipe may never end.
pub fn bytes(file: &Path, language: Language) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = limits::FILE as u64;
    let opened = File::open(file).map_err(|error| unreadable(&error, language))?;
    opened.take(most + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error, language))?;
    match bytes.len() > limits::FILE {
        true => Err(match language {
            Language::Zh => format!("文件超过 {} MB，未读取", most >> 20),
            Language::En => format!("the file is larger than {} MB and was not read", most >> 20),
        }),
        false => Ok(bytes),
    }
}

fn unreadable(error: &std::io::Error, language: Language) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => language.say("没有这个文件", "there is no such file").to_string(),
        ErrorKind::PermissionDenied => language.say("没有读取权限", "permission to read it is missing").to_string(),
        _ => error.to_string(),
    }
}
