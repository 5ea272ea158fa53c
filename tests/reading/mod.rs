//! Documents read to reports: published figures in the styles of different houses, and every misprint that a reader of
//! such reports meets, case by case.

mod cases;
mod known;
mod programs;

use crate::{blocks, reports};
use blocks::draft::Draft;
use blocks::house::{Cells, PROSE, STYLES, Sheet};
use cases::{GRANTED, a_cell_a_line, as_printed, cases, suqian};
use gouji::check::Options;
use gouji::form::CELLS;
use gouji::read::{Certainty, Reading, recognise};
use reports::Known;
use serde_json::{Value, json};

/// The texts of the cells as they were found.
fn texts(reading: &Reading) -> Cells {
    reading.found.iter().map(|place| (CELLS[place.cell as usize].id.to_string(), place.text.clone())).collect()
}

fn keys(reading: &Reading) -> Vec<String> {
    reading.oddities.iter().map(|oddity| oddity.key()).collect()
}

/// A published report with the blanks that its source could not tell filled in.
pub fn sheet(known: &Known) -> Sheet {
    let year = known.report.year.unwrap();
    let [disclosure, requests] = known.report.layouts_in_force().unwrap();
    let written = |id: &str| known.json["cells"].get(id).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_string));
    let in_force = CELLS.iter().filter(|cell| cell.is_in([disclosure, requests, 0][cell.table as usize]));
    Sheet {
        year,
        body: "某县人民政府".to_string(),
        layouts: [disclosure, requests],
        cells: in_force.map(|cell| (cell.id.to_string(), written(cell.id).unwrap_or("0".to_string()))).collect(),
    }
}

#[test]
fn published_figures_in_every_style() {
    let mut read = 0;
    for known in reports::all() {
        let sheet = sheet(&known);
        let has_blanks = sheet.cells.values().any(String::is_empty);
        for (style, made) in STYLES {
            // In lines of text a blank cell is nothing at all.
            if has_blanks && ["a cell a line", "a row a line", "labels merged, figures moved", "one sheet"].contains(&style) {
                continue;
            }
            let reading = recognise(&made(&sheet));
            let found = texts(&reading);
            let differences: Vec<_> = sheet.cells.iter().filter(|(id, text)| found.get(*id) != Some(*text)).collect();
            assert!(differences.is_empty(), "{} {style}: {differences:?}", known.name);
            assert_eq!(found.len(), sheet.cells.len(), "{} {style}", known.name);
            assert_eq!(reading.report.layouts, sheet.layouts.map(Some), "{} {style}", known.name);
            assert_eq!(
                (reading.report.year, reading.report.body.as_deref()),
                (Some(sheet.year), Some("某县人民政府")),
                "{} {style}",
                known.name
            );
            let odd: Vec<String> = keys(&reading).into_iter().filter(|key| key != "columns-shifted@requests").collect();
            assert!(odd.is_empty(), "{} {style}: {odd:?}", known.name);
            let sections = reading.report.sections.as_ref().unwrap();
            for (section, prose) in PROSE {
                assert_eq!(sections[section], prose, "{} {style}", known.name);
            }
            read += 1;
        }
    }
    assert!(read > 100, "{read} documents");
}

#[test]
fn what_is_odd_is_told_and_nothing_else() {
    let known = suqian().cells;
    let mut wrong = Vec::new();
    for (what, draft, odd, changed) in cases().into_iter().chain(known::known()) {
        let reading = recognise(&draft.document);
        let (mut told, mut odd) = (keys(&reading), odd.to_vec());
        told.sort();
        odd.sort();
        if told != odd {
            wrong.push(format!("{what}: {told:?} was told, not {odd:?}"));
        }
        let mut expected = known.clone();
        for (id, text) in changed {
            assert!(expected.remove(*id).is_some(), "{what}: {id}");
            if let Some(text) = text {
                expected.insert(id.to_string(), text.to_string());
            }
        }
        let found = texts(&reading);
        let differences: Vec<_> = expected.iter().filter(|(id, text)| found.get(*id) != Some(*text)).collect();
        if !differences.is_empty() || found.len() != expected.len() {
            wrong.push(format!("{what}: {} cells, not read {differences:?}", found.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A guess is marked at every cell it concerns, and at no other.
#[test]
fn guesses_are_marked() {
    let guessed = |draft: Draft| -> Vec<&'static str> {
        let reading = recognise(&draft.document);
        reading.found.iter().filter(|place| place.certainty == Certainty::Guessed).map(|place| CELLS[place.cell as usize].id).collect()
    };
    assert!(guessed(as_printed()).is_empty());
    let of = |row: &str| GRANTED.map(|column| format!("requests.{row}.{column}")).to_vec();
    assert_eq!(guessed(as_printed().says("2.其他法律行政法规禁止公开", "2.其他法律行政止公开")), of("refused.law_forbids"));
    let split = ["11", "8", "3", "0", "0", "0", "0", "121"];
    assert_eq!(guessed(as_printed().behind("二、上年结转政府信息公开申请数量", &split)), of("carried_in"));
}

/// The columns of the requests table in another order: read by the header, and told.
#[test]
fn columns_in_another_order() {
    let document = blocks::document(&json!([
        "某县2024年政府信息公开工作年度报告",
        "三、收到和处理政府信息公开申请情况",
        [
            ["", "总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
            ["一、本年新收政府信息公开申请数量", "10", "4", "3", "0", "0", "2", "1"],
        ]
    ]));
    let reading = recognise(&document);
    assert!(keys(&reading).contains(&"columns-out-of-order@requests".to_string()));
    let found = texts(&reading);
    let figures = GRANTED.map(|column| found[&format!("requests.received.{column}")].clone());
    assert_eq!(figures, ["4", "3", "0", "0", "2", "1", "10"]);
}

/// Cells as pages have them: a blank that is a space, spans that say one thing in one row and another in the next.
#[test]
fn cells_of_pages() {
    let row = |label: &str, spans: [usize; 2], figures: [&str; 3]| {
        let figures: Vec<String> = figures.iter().map(|figure| format!("<td colspan={}><p>{figure}</p></td>", spans[1])).collect();
        format!("<tr><td colspan={}><p>{label}</p></td>{}</tr>", spans[0], figures.concat())
    };
    let page = format!(
        "<html><h1>某县2020年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table><tr><td colspan=5>第二十条第（一）项</td></tr>{}{}{}</table>",
        row("信息内容", [1, 2], ["本年新<br>制作数量", "本年新<br>公开数量", "对外公<br>开总数量"]),
        row("规章", [2, 1], ["&nbsp;", "3&nbsp;", "<span>74</span>"]),
        row("规范性文件", [1, 2], ["5", "&nbsp;&nbsp;", "0"]),
    );
    let found = texts(&gouji::read::read(page.as_bytes(), "page.html").unwrap());
    let of = |row: &str| ["made", "published", "public_total"].map(|column| found[&format!("disclosure.{row}.{column}")].clone());
    assert_eq!(of("regulations"), ["", "3", "74"]);
    assert_eq!(of("normative_documents"), ["5", "", "0"]);
}

/// An older layout, and two layouts in one report, are read as they are; the check of the report tells it.
#[test]
fn layouts_are_those_of_the_tables() {
    for (year, layouts, told) in [
        (2022, [0, 0], vec!["layout-of-other-year@disclosure", "layout-of-other-year@requests"]),
        (2023, [1, 0], vec!["layout-of-other-year@requests"]),
        (2020, [0, 0], vec![]),
    ] {
        let written = |cell: &gouji::form::Cell| {
            cell.is_in([layouts[0], layouts[1], 0][cell.table as usize]).then(|| (cell.id.to_string(), "0".to_string()))
        };
        let cells = CELLS.iter().filter_map(written).collect();
        let sheet = Sheet { year, body: "某县".to_string(), layouts, cells };
        for (style, made) in STYLES {
            let reading = recognise(&made(&sheet));
            assert_eq!(reading.report.layouts, layouts.map(Some), "{year} {style}");
            let answer = reading.check(None, &Options::default());
            let keys: Vec<String> =
                answer.findings.iter().map(gouji::answer::Finding::key).filter(|key| key.starts_with("layout")).collect();
            assert_eq!(keys, told, "{year} {style}");
        }
    }
}

/// Every cell says where it stood, and the JSON of a reading is a report like any other.
#[test]
fn the_json_of_a_reading() {
    let reading = recognise(&as_printed().document);
    let json = reading.to_json(&Options::default());
    assert_eq!(
        json["meta"]["found"]["disclosure.regulations.made"],
        json!({ "table": 1, "row": 3, "column": 2, "text": "2", "match": "exact" })
    );
    assert_eq!(json["meta"]["found"]["disputes.litigation_after.total"]["column"], 15);
    let report = gouji::report::Report::from_json(&json.to_string()).unwrap();
    assert_eq!(report, reading.report);
    let flat = recognise(&a_cell_a_line().document).to_json(&Options::default());
    assert!(flat["meta"]["found"]["disclosure.regulations.made"]["line"].is_u64());
}

/// Lines and cells out of reports and out of nowhere, in any order: a reading, and never a panic.
#[test]
fn any_document_is_read() {
    use proptest::prelude::*;
    let words = || {
        let pool = [
            "",
            " ",
            "0",
            "1 0 0",
            "270020130",
            "99999999999999999999",
            "-",
            "/",
            "无",
            "（七）总计",
            "总计",
            "其他",
            "3.其他",
            "规章",
            "一、",
            "十、",
            "一、总体情况",
            "三、收到和处理政府信息公开申请情况",
            "四、结转下年度继续办理",
            "六、其他：无",
            "自然人",
            "结果维持",
            "尚未审结",
            "复议后起诉",
            "二〇二四年政府信息公开工作年度报告",
            "2.其他法律行政止公开",
            "（六）其他处理",
            "\u{202e}1",
            "第1页",
            "^",
            "<",
            "-",
        ];
        prop_oneof![prop::sample::select(pool.to_vec()).prop_map(str::to_string), "\\PC{0,12}"]
    };
    let line = words().prop_map(Value::from);
    let table = prop::collection::vec(prop::collection::vec(words(), 0..18), 0..8).prop_map(|rows| json!(rows));
    let documents = prop::collection::vec(prop_oneof![2 => line, 1 => table], 0..30).prop_map(Value::from);
    proptest!(ProptestConfig::with_cases(200), |(blocks in documents)| {
        let reading = recognise(&blocks::document(&blocks));
        for language in [gouji::rules::Language::Chinese, gouji::rules::Language::English] {
            let options = Options { language, ..Options::default() };
            let answer = reading.check(None, &options);
            let keys: std::collections::BTreeSet<String> = answer.findings.iter().map(gouji::answer::Finding::key).collect();
            prop_assert_eq!(keys.len(), answer.findings.len(), "rule@at is unique");
        }
        reading.to_json(&Options::default());
    });
}
