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
mod repair;
mod rules;
mod source;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=src/form/data");
    println!("cargo::rerun-if-changed=src/rules/data");
    println!("cargo::rerun-if-changed=src/repair/data");
    println!("cargo::rerun-if-changed=src/read/data");
    println!("cargo::rerun-if-changed=src/build");
    let root = Path::new("src");
    match load(root) {
        Ok(data) => {
            // Without either there is nothing a build script could do but stop the build, which is what a panic does here.
            let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
            data.write(Path::new(&out)).expect("OUT_DIR is writable");
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

/// All data of the project, read and found good.
struct Data {
    form: form::Form,
    book: rules::Book,
    repair: repair::Repair,
    /// Rust source already: the labels of documents.
    labels: String,
}

impl Data {
    fn write(&self, folder: &Path) -> std::io::Result<()> {
        emit::write(folder, &self.form, &self.book)?;
        std::fs::write(folder.join("labels.rs"), &self.labels)?;
        std::fs::write(folder.join("weights.rs"), self.repair.weights())?;
        std::fs::write(folder.join("slips.rs"), self.repair.slips())
    }
}

fn load(root: &Path) -> Result<Data, Vec<source::Fault>> {
    let form = form::load(&source::read_folder(&root.join("form/data"))?)?;
    let book = rules::load(&source::read_folder(&root.join("rules/data"))?, &form)?;
    let repair = repair::load(&source::read_folder(&root.join("repair/data"))?)?;
    let mut labels = String::new();
    for source in source::read_folder(&root.join("read/data"))? {
        labels += &labels::source(&source, &form)?;
    }
    Ok(Data { form, book, repair, labels })
}
