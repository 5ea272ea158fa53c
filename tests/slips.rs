//! Every slip of the data has an example from published figures: typed that way, the first repair brings them back.

use gouji::check::{Blank, Options};
use gouji::form::cell;
use gouji::repair::{check_and_repair, slips};
use gouji::report::Report;
use gouji::report::value::Value;
use serde_json::Value as Json;

fn published(name: &str) -> Report {
    Report::from_json(&std::fs::read_to_string(format!("tests/reports/{name}.json")).unwrap()).unwrap()
}

#[test]
fn the_first_repair_undoes_each_slip() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for slip in slips() {
        let example: Json = serde_json::from_str(slip.example).unwrap();
        let mut report = published(example["report"].as_str().unwrap());
        let previous = example["previous"].as_str().map(published);
        let mut expected = Vec::new();
        for change in example["cells"].as_array().unwrap() {
            let id = change["cell"].as_str().unwrap();
            let index = cell(id).unwrap_or_else(|| panic!("{}: there is no cell {id}", slip.id));
            let (was, typed) = (change["published"].as_i64().unwrap(), change["typed"].as_i64().unwrap());
            assert_eq!(report.reading(index).value, Value::Count(was), "{}: {id} as published", slip.id);
            report.set_integer(index, typed);
            expected.push((id.to_string(), Some(was)));
        }
        expected.sort();
        let options = Options { blank: Blank::Zero, ..Options::default() };
        let answer = check_and_repair(report, previous.as_ref(), options);
        assert!(!answer.ok, "{}: the slip breaks something", slip.id);
        let first = &answer.repairs.as_ref().unwrap().repairs[0];
        let mut changes: Vec<(String, Option<i64>)> = first.changes.iter().map(|change| (change.cell.to_string(), change.to)).collect();
        changes.sort();
        let told: Vec<Option<&str>> = first.parts.iter().map(|part| part.slip).collect();
        if changes != expected || told != [Some(slip.id)] || first.parts[0].reason != example["said"] {
            wrong.push(format!("{}: {told:?} {}", slip.id, first.parts[0].reason));
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 15, "the list of slips in the data is not empty");
}
