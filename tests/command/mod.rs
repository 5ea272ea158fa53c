//! The command line as a script sees it: exit codes, order, shapes, pages.

mod batch;
mod check;
mod page;
mod printed;
mod sarif;
mod sheet;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const RIGHT: &str = "tests/reports/suqian-2024.json";
const RIGHT_BEFORE: &str = "tests/reports/suqian-2023.json";
const WRONG: &str = "tests/reports/pingtan-agriculture-2021.json";

fn gouji(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gouji")).current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

fn code(arguments: &[&str]) -> i32 {
    gouji(arguments).status.code().unwrap()
}

fn stdout(arguments: &[&str]) -> String {
    String::from_utf8(gouji(arguments).stdout).unwrap()
}

fn reports(arguments: &[&str]) -> Vec<Value> {
    let out: Value = serde_json::from_str(&stdout(&[&["check", "--format", "json"], arguments].concat())).unwrap();
    assert_eq!(out.as_object().unwrap().len(), 1, "nothing beside the reports");
    out["reports"].as_array().unwrap().clone()
}

/// A folder of its own for a test, gone when it is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("gouji-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_string()
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
