//! Data files, and faults in them that name file and line.

use serde::de::DeserializeOwned;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// One data file as read.
pub struct Source {
    pub name: String,
    pub text: String,
}

/// What is wrong with the data, and where.
#[derive(Debug)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl Source {
    pub fn fault(&self, span: &Range<usize>, message: impl Into<String>) -> Fault {
        let before = &self.text.as_bytes()[..span.start.min(self.text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Fault { file: self.name.clone(), line, message: message.into() }
    }

    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Vec<Fault>> {
        toml::from_str(&self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            vec![self.fault(&span, error.message())]
        })
    }
}

/// Every `.toml` file of a folder, in the order of their names.
pub fn read_folder(folder: &Path) -> Result<Vec<Source>, Vec<Fault>> {
    let unreadable = |message: String| vec![Fault { file: folder.display().to_string(), line: 0, message }];
    let mut sources = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| unreadable(error.to_string()))? {
        let path = entry.map_err(|error| unreadable(error.to_string()))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            sources.push(Source {
                name: path.display().to_string(),
                text: std::fs::read_to_string(&path).map_err(|error| unreadable(error.to_string()))?,
            });
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(sources)
}
