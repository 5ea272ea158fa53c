//! The command line: `gouji check`, `gouji rules`, `gouji form`. Dull and thin: what it prints comes from the library.

#[cfg(not(target_arch = "wasm32"))]
mod arguments;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod repairs;
#[cfg(not(target_arch = "wasm32"))]
mod text;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use arguments::{Arguments, Command};
    use clap::Parser;

    match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Rules { format, language } => {
            let book = gouji::rules::book_face(language.into());
            print(match format {
                arguments::BookFormat::Md => gouji::rules::markdown(&book, language.into()) + &gouji::repair::markdown(language.into()),
                arguments::BookFormat::Json => json(&check::with_examples(&book)),
            })
        }
        Command::Form { year, format } => match gouji::form::face(year) {
            None => {
                eprintln!("gouji: 没有 {year} 年度的表格 (there is no form for {year})");
                std::process::ExitCode::from(2)
            }
            Some(form) => print(match format {
                arguments::FormFormat::Json => json(&form),
                arguments::FormFormat::Html => gouji::form::html(&form),
            }),
        },
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn json(value: &impl serde::Serialize) -> String {
    // Our own shapes have string keys only, so this cannot fail.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// To standard output; a reader that closes the pipe early is no failure.
#[cfg(not(target_arch = "wasm32"))]
fn print(text: String) -> std::process::ExitCode {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
    std::process::ExitCode::SUCCESS
}

/// The wasm build has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
