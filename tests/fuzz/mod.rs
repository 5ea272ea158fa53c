//! Every input that the fuzzers found worth keeping still behaves.

mod bodies;

use std::path::Path;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10, "only {} inputs in {}", files.len(), folder.display());
    for file in files {
        // A panic does not say by itself which input it was.
        println!("{}", file.display());
        run(&std::fs::read(&file).unwrap());
    }
}

#[test]
fn values() {
    replay("value", bodies::value::run);
}

#[test]
fn checks() {
    replay("check", bodies::check::run);
}

#[test]
fn sessions() {
    replay("session", bodies::session::run);
}

#[test]
fn files() {
    replay("file", bodies::documents::file);
}

#[test]
fn pages() {
    replay("page", bodies::documents::page);
}

#[test]
fn markdown() {
    replay("markup", bodies::documents::markup);
}

#[test]
fn plain_text() {
    replay("plain", bodies::documents::plain);
}

#[test]
fn word_files() {
    replay("word", bodies::documents::word);
}

#[test]
fn sheets() {
    replay("sheet", bodies::documents::sheet);
}
