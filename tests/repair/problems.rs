//! Reads reports, one JSON line each (`{"report": …, "previous": …, "blank": "zero" | "missing"}`), and prints for
//! each a line with the problems to solve, the answer with its repairs, and the microseconds the repairs
//! took at best.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use gouji::check::{Blank, Options, Session};
    use gouji::repair::{check_and_repair, problems, repairs};
    use gouji::report::Report;
    use std::io::{BufRead, Write};
    use std::time::Instant;

    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let case: serde_json::Value = serde_json::from_str(&line?)?;
        let report = Report::from_json(&case["report"].to_string())?;
        let previous = match &case["previous"] {
            serde_json::Value::Null => None,
            previous => Some(Report::from_json(&previous.to_string())?),
        };
        let blank = if case["blank"] == "missing" { Blank::Missing } else { Blank::Zero };
        let options = Options { blank, ..Options::default() };
        let session = Session::open(report.clone(), previous.as_ref(), options.clone());
        // The quickest of three: the machine has other work to do.
        let microseconds = (0..3).map(|_| {
            let start = Instant::now();
            let _ = repairs(&session);
            start.elapsed().as_micros() as u64
        });
        let microseconds = microseconds.min();
        let problems = problems(report.clone(), previous.as_ref(), options.clone());
        let answer = check_and_repair(report, previous.as_ref(), options);
        let line = serde_json::json!({ "problems": problems, "answer": answer, "microseconds": microseconds });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

#[cfg(target_arch = "wasm32")]
fn main() {}
