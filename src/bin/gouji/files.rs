//! Which files are checked: those named, and of a folder every report in it, in the order of names.

use std::collections::BTreeMap;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// The endings of reports and of documents that may hold one; a file that is named explicitly is tried whatever it is called.
const ENDINGS: [&str; 9] = ["json", "html", "htm", "shtml", "docx", "xlsx", "md", "txt", "tsv"];

#[derive(Default)]
pub struct Files {
    /// Files to check; a folder that could not be listed stands in its place with the reason.
    pub found: Vec<(PathBuf, Result<(), String>)>,
    /// Other files in the folders, by ending.
    pub others: BTreeMap<String, usize>,
}

impl Files {
    /// The files under these paths. `out` is what this run writes, which is not a report although it may lie in the folder.
    pub fn under(paths: &[PathBuf], out: Option<&Path>) -> Files {
        let out = out.and_then(|out| out.canonicalize().ok());
        let mut files = Files::default();
        for path in paths {
            if path.is_dir() {
                files.folder(path, out.as_deref());
            } else {
                files.found.push((path.clone(), Ok(())));
            }
        }
        files
    }

    fn folder(&mut self, folder: &Path, out: Option<&Path>) {
        let mut entries: Vec<DirEntry> = match std::fs::read_dir(folder).and_then(Iterator::collect) {
            Ok(entries) => entries,
            Err(error) => return self.found.push((folder.to_path_buf(), Err(error.to_string()))),
        };
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_string_lossy();
            // Hidden files, and what Office keeps beside a document that is open.
            if name.starts_with('.') || name.starts_with("~$") {
                continue;
            }
            // A link to a folder is not followed: it may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                self.folder(&path, out);
                continue;
            }
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
            if !path.is_file() || !ENDINGS.contains(&ending.as_str()) {
                *self.others.entry(ending).or_default() += 1;
            } else if out.is_none() || path.canonicalize().ok().as_deref() != out {
                self.found.push((path, Ok(())));
            }
        }
    }
}
