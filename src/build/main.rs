//! Build script: reads the data of the form, of the rule book and of the readers, refuses bad data with file and line,
//! and writes all as Rust source to `OUT_DIR`. The same modules serve the mutation tests
//! (`tests/mutation`), which expand changed data without writing anything.

mod emit;
mod equation;
mod expression;
mod form;
mod instances;
mod labels;
mod pack;
mod rules;
mod source;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=src/form/data");
    println!("cargo::rerun-if-changed=src/rules/data");
    println!("cargo::rerun-if-changed=src/read/data");
    println!("cargo::rerun-if-changed=src/build");
    let root = Path::new("src");
    match load(root) {
        Ok((form, book, labels)) => {
            // Without either there is nothing a build script could do but stop the build, which is what a panic does here.
            let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
            emit::write(Path::new(&out), &form, &book).expect("OUT_DIR is writable");
            std::fs::write(Path::new(&out).join("labels.rs"), labels).expect("OUT_DIR is writable");
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("error: {fault}");
                println!("cargo::error={fault}");
            }
            std::process::exit(1);
        }
    }
}

fn load(root: &Path) -> Result<(form::Form, rules::Book, String), Vec<source::Fault>> {
    let form = form::load(&source::read_folder(&root.join("form/data"))?)?;
    let book = rules::load(&source::read_folder(&root.join("rules/data"))?, &form)?;
    let mut labels = String::new();
    for source in source::read_folder(&root.join("read/data"))? {
        labels += &labels::source(&source, &form)?;
    }
    Ok((form, book, labels))
}
