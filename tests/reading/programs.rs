//! Documents that programs wrote (`tests/documents/make`): published figures in both layouts, through python-docx, openpyxl
//! and LibreOffice, in the manners of several houses, and as the clipboard brings them from Word and WPS, into TinyMCE and
//! Quill. All are read back to exactly the figures, and nothing is odd that is not so in the document.

use super::{keys, reports};
use gouji::form::CELLS;
use gouji::read::read;
use gouji::report::Report;
use gouji::report::value::Value;
use std::path::Path;

/// The prose that `tests/documents/make/forms.py` puts into the sections 一, 五 and 六.
const PROSE: [(usize, &str); 3] = [
    (0, "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息 1204 条，办理情况总体平稳。"),
    (4, "存在的主要问题：部分信息更新不够及时。改进情况：明确专人负责，按月检查。"),
    (5, "本年度收取信息处理费 0 元。"),
];

/// The figure of a cell, a blank as 0: some houses leave zeros out.
fn figure(report: &Report, cell: u8) -> Option<String> {
    match report.reading(cell).value {
        Value::Blank => Some("0".to_string()),
        Value::Count(count) => Some(count.to_string()),
        Value::Money(amount, _) => Some(amount.to_string()),
        Value::Unreadable => None,
    }
}

#[test]
fn documents_of_programs_are_read_to_their_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/programs");
    let mut kinds = std::collections::BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let (report, house) = name.split_once('.').unwrap();
        let known = reports::named(report);
        let reading = read(&std::fs::read(&file).unwrap(), &name).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));

        let layouts = known.report.layouts_in_force().unwrap();
        let in_force = |cell: &u8| CELLS[*cell as usize].is_in([layouts[0], layouts[1], 0][CELLS[*cell as usize].table as usize]);
        let cells: Vec<u8> = (0..CELLS.len() as u8).filter(in_force).collect();
        let differences: Vec<_> = cells
            .iter()
            .map(|cell| (CELLS[*cell as usize].id, figure(&known.report, *cell), figure(&reading.report, *cell)))
            .filter(|(_, published, read)| published != read || published.is_none())
            .collect();
        assert!(differences.is_empty(), "{name}: {differences:?}");
        assert_eq!(reading.found.len(), cells.len(), "{name}: every cell was found, and no other");
        // Quill's tables know no merged cells: rows under the heading of a group are shorter than the others.
        let odd: &[&str] = if house.starts_with("quill") { &["columns-shifted@requests"] } else { &[] };
        assert_eq!(keys(&reading), odd, "{name}");

        assert_eq!(reading.report.layouts, layouts.map(Some), "{name}");
        assert_eq!((reading.report.year, &reading.report.body), (known.report.year, &known.report.body), "{name}");
        let sections = reading.report.sections.as_ref().unwrap();
        for (section, prose) in PROSE {
            // Calc prints the name of each sheet above it, which then ends the section before.
            assert_eq!(sections[section].lines().next(), Some(prose), "{name}");
        }
        *kinds.entry(house.rsplit('.').next().unwrap().to_string()).or_insert(0) += 1;
    }
    assert_eq!(kinds.keys().collect::<Vec<_>>(), ["docx", "html", "txt", "xlsx"], "documents of every kind are there");
}
