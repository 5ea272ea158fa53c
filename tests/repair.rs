//! What the first repair says: one worked example for each kind of slip, on figures of published reports, and the
//! reports that were published broken. The sentences were written down from the figures and from
//! `src/repair/data/slips.toml`, the repairs of real reports from what the reports say themselves.

use crate::reports;
use gouji::answer::{Repair, Repairs};
use gouji::check::{Blank, Options};
use gouji::repair::check_and_repair;
use gouji::report::Report;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A slip put into a published report that is consistent, and how the first repair must begin.
struct Example {
    report: &'static str,
    /// Last year's report, where it is at hand.
    previous: Option<&'static str>,
    wrong: &'static [(&'static str, i64)],
    begins: &'static str,
}

const EXAMPLES: &[Example] = &[
    // transposed: 859 became 895.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.unable.not_held.natural", 895)],
        begins: "三（四）1.本机关不掌握相关政府信息·自然人的数字颠倒了：895 应为 859",
    },
    // doubled: 1408 became 14408.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.granted.natural", 14408)],
        begins: "三（一）予以公开·自然人重复输入了一位数字：14408 应为 1408",
    },
    // dropped: 354 became 35.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.other.remaining.total", 35)],
        begins: "三（六）3.其他·总计漏了一位数字：35 应为 354",
    },
    // added: 309 became 3079.
    Example {
        report: "suqian-2023",
        previous: None,
        wrong: &[("disputes.reconsideration.upheld", 3079)],
        begins: "四、行政复议·结果维持多了一位数字：3079 应为 309",
    },
    // zero-too-many: 9 became 90.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.granted_in_part.business", 90)],
        begins: "三（二）部分公开·商业企业多了一个 0：90 应为 9",
    },
    // sign.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.granted.natural", -1408)],
        begins: "三（一）予以公开·自然人多了负号：“-1408”应为 1408",
    },
    // last-year: 1175 is the figure of 2023.
    Example {
        report: "suqian-2024",
        previous: Some("suqian-2023"),
        wrong: &[("requests.granted.natural", 1175)],
        begins: "三（一）予以公开·自然人可能仍是上年的数：1175 应为 1408",
    },
    // misplaced: the 3 of 法律服务机构 one cell to the left.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.unable.not_held.charity", 3), ("requests.unable.not_held.legal_service", 0)],
        begins: "3 填错了格：应填在三（四）1·法律服务机构，不在三（四）1.本机关不掌握相关政府信息·社会公益组织",
    },
    // exchanged: 859 and 33.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.unable.not_held.natural", 33), ("requests.unable.not_held.business", 859)],
        begins: "三（四）1.本机关不掌握相关政府信息·自然人与三（四）1·商业企业的数填反了：33 与 859 应互换",
    },
    // run-together: 859 and 33.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.unable.not_held.natural", 85933), ("requests.unable.not_held.business", 0)],
        begins: "三（四）1.本机关不掌握相关政府信息·自然人与三（四）1·商业企业的数连在了一起：85933 应分为 859、33",
    },
    // run-together where both figures stand in one sum only: 18 and 28.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("disputes.reconsideration.corrected", 1828), ("disputes.reconsideration.other", 0)],
        begins: "四、行政复议·结果纠正与行政复议·其他结果的数连在了一起：1828 应分为 18、28",
    },
    // split: 305 became 30 and 5.
    Example {
        report: "suqian-2023",
        previous: None,
        wrong: &[("requests.not_processed.petition.natural", 30), ("requests.not_processed.petition.business", 5)],
        begins: "三（五）1.信访举报投诉类申请·自然人的数被拆到三（五）1·商业企业：30、5 应合为 305",
    },
    // shifted: 35, 1, 0, 0, 0, 0 one cell to the right.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[
            ("requests.unable.needs_creation.natural", 0),
            ("requests.unable.needs_creation.business", 35),
            ("requests.unable.needs_creation.research", 1),
        ],
        begins: "三（四）2.没有现成信息需要另行制作一行的数错了一格，移回后为 35、1、0、0、0、0",
    },
    // wrong-applicant, in the one row that two relations of a column hold.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.results_total.natural", 3439), ("requests.results_total.business", 74)],
        begins: "有 1 件填错了位置：应计入三（七）·自然人，不计入三（七）总计·商业企业",
    },
    // carried-and-handled: the one request of 其他 carried over is counted under 不掌握 as well, in all sums.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[
            ("requests.unable.not_held.other", 3),
            ("requests.unable.not_held.total", 898),
            ("requests.results_total.other", 3),
            ("requests.results_total.total", 3522),
        ],
        begins: "有 1 件已结转下年度，又在三（四）1.本机关不掌握相关政府信息·其他计了一次",
    },
    // handled-and-carried: one of the 118 carried over was handled, and no row of results has it once too often.
    Example {
        report: "suqian-2024",
        previous: None,
        wrong: &[("requests.carried_out.natural", 119), ("requests.carried_out.total", 126)],
        begins: "有 1 件已有办理结果，又在四、结转下年度继续办理·自然人结转了一次",
    },
    // total-unfilled: a row.
    Example {
        report: "pingtan-transport-2023",
        previous: None,
        wrong: &[("requests.results_total.natural", 0), ("requests.results_total.total", 0)],
        begins: "三（七）总计一行没有填写，按各项应为 14、0、0、0、0、0、14",
    },
];

#[test]
fn each_slip_is_undone_and_told() {
    let mut faults = Vec::new();
    for example in EXAMPLES {
        let right = reports::named(example.report).json;
        let mut wrong = right.clone();
        for (cell, figure) in example.wrong {
            wrong["cells"][cell] = json!(figure);
        }
        let previous = example.previous.map(|name| reports::named(name).report);
        let first = repairs_of(&wrong, previous.as_ref()).repairs.into_iter().next();
        let Some(first) = first else {
            faults.push(format!("{}\n    no repair", example.begins));
            continue;
        };
        if !first.reason.starts_with(example.begins) {
            faults.push(format!("{}\n    {}", example.begins, first.reason));
        }
        let should: BTreeMap<&str, Option<i64>> =
            example.wrong.iter().map(|(cell, _)| (*cell, right["cells"][cell].to_string().replace('"', "").parse().ok())).collect();
        if changes(&first) != should {
            faults.push(format!("{}\n    restores {:?}, not {should:?}", example.begins, changes(&first)));
        }
    }
    assert!(faults.is_empty(), "expected, then found:\n{}", faults.join("\n"));
}

/// A report that was published broken; what the figures say was wrong, judged by hand; whether nothing else is as
/// likely, where that can be judged.
struct Published {
    report: &'static str,
    begins: &'static str,
    unique: Option<bool>,
}

const PUBLISHED: &[Published] = &[
    // 10 + 1 and 5 stand in groups whose totals are 0; every other total of the report is filled in.
    Published {
        report: "hongze-2023",
        begins: "四、行政复议·总计没有填写，按各项应为 11；四、复议后起诉·总计没有填写，按各项应为 5",
        unique: Some(true),
    },
    // Row （七）is 0 throughout, received is 4, and so many results stand above it.
    Published {
        report: "pingtan-haitan-2022", begins: "三（七）总计一行没有填写，按各项应为 4、0、0、0、0、0、4", unique: Some(true)
    },
    Published {
        report: "pingtan-junshan-2020", begins: "三（七）总计一行没有填写，按各项应为 1、0、0、0、0、1、2", unique: Some(true)
    },
    // Eleven rows of results have no total, while row （七）says 805.
    Published { report: "shanghai-office-2019", begins: "总计一列没有填写，按各项应为", unique: Some(true) },
    // Received 2 and 1, results 2 and 1, but row （七）3 and 0.
    Published {
        report: "pingtan-agriculture-2021",
        begins: "有 1 件填错了位置：应计入三（七）·其他，不计入三（七）总计·自然人",
        unique: Some(true),
    },
    // Nobody of this kind applied, and the nine of 自然人 have nine results.
    Published {
        report: "pingtan-natural-resources-2020",
        begins: "三（四）1.本机关不掌握相关政府信息·法律服务机构应为 0（现为 1），三（四）1·总计(2→1)随之改正",
        unique: Some(true),
    },
    // 20 received, 26 results; 予以公开 and 部分公开 both say 6, but 部分公开 is nothing but these 6.
    Published { report: "pingtan-2020", begins: "三（二）部分公开一行的数与其他行重复计算", unique: None },
    // No total is filled in, and besides 自然人 has 6 results for 5 requests.
    Published {
        report: "pingtan-haitan-2024", begins: "总计一列没有填写，按各项应为 一·总计 6、三（七）·总计 6", unique: Some(false)
    },
    // The one request is both handled and carried over; the figures do not say which is true.
    Published { report: "pingtan-public-security-2021", begins: "有 1 件已", unique: Some(false) },
];

#[test]
fn reports_published_broken_are_explained() {
    let mut faults = Vec::new();
    for published in PUBLISHED {
        let answer = repairs_of(&reports::named(published.report).json, None);
        let Some(first) = answer.repairs.first() else {
            faults.push(format!("{}: {}\n    no repair", published.report, published.begins));
            continue;
        };
        if !first.reason.starts_with(published.begins) || published.unique.is_some_and(|unique| first.unique != unique) {
            let Published { report, begins, unique } = published;
            faults.push(format!("{report}: {begins} (unique: {unique:?})\n    {} (unique: {})", first.reason, first.unique));
        }
    }
    assert!(faults.is_empty(), "expected, then found:\n{}", faults.join("\n"));
}

/// 平潭农业农村局 2021: 自然人 received 2 and none carried over, 三（七）printed as 3, none carried out; one of the three is
/// 其他's, who asked once.
#[test]
fn what_holds_after_a_repair_is_written_out() {
    let first = repairs_of(&reports::named("pingtan-agriculture-2021").json, None).repairs.remove(0);
    for equation in ["自然人列：一(2)+二(0)=三（七）(2)+四(0)=2", "其他列：一(1)+二(0)=三（七）(1)+四(0)=1"] {
        assert!(first.reason.contains(equation), "{} should say {equation}", first.reason);
    }
}

#[test]
fn every_broken_report_among_the_fixtures_is_explained_here() {
    let told: Vec<&str> = PUBLISHED.iter().map(|published| published.report).collect();
    let untold: Vec<String> = reports::all()
        .into_iter()
        .filter(|known| !known.broken.is_empty() && !told.contains(&known.name.as_str()))
        .map(|known| known.name)
        .collect();
    assert!(untold.is_empty(), "{untold:?}");
}

/// Four places are as cheap as one another here, and a list full of likelier stories must not hide one in silence.
#[test]
fn the_cheapest_are_told_or_said_to_be_more() {
    let mut report = reports::named("suqian-2024").json;
    report["cells"]["requests.carried_out.natural"] = json!(119);
    report["cells"]["requests.carried_out.total"] = json!(126);
    let answer = repairs_of(&report, None);
    let back = BTreeMap::from([("requests.carried_out.natural", Some(118)), ("requests.carried_out.total", Some(125))]);
    assert!(answer.more_repairs || answer.repairs.iter().any(|repair| changes(repair) == back));
}

/// A total that was left at 0 and that another slip touches as well is one change.
#[test]
fn no_cell_changes_twice() {
    let mut report = reports::named("pingtan-committee-office-2021").json;
    for (cell, figure) in [("requests.granted.total", 22), ("requests.results_total.natural", 0), ("requests.results_total.total", 0)] {
        report["cells"][cell] = json!(figure);
    }
    let answer = repairs_of(&report, None);
    assert!(!answer.repairs.is_empty());
    for repair in &answer.repairs {
        assert_eq!(repair.changes.len(), changes(repair).len(), "{}", repair.reason);
    }
}

fn repairs_of(report: &Value, previous: Option<&Report>) -> Repairs {
    let report = Report::from_json(&report.to_string()).unwrap();
    check_and_repair(report, previous, Options { blank: Blank::Zero, ..Options::default() }).repairs.unwrap()
}

fn changes(repair: &Repair) -> BTreeMap<&str, Option<i64>> {
    repair.changes.iter().map(|change| (change.cell.as_str(), change.to)).collect()
}

/// What last year's report leaves blank is unknown, and says nothing of this year's figures.
#[test]
fn a_blank_of_last_year_makes_no_figure_wrong() {
    let mut this = reports::named("suqian-2024").json;
    this["body"] = json!("宿迁市人民政府");
    this["level"] = json!("city");
    this["kind"] = json!("government");
    this["cells"]["requests.granted.natural"] = json!(1048);
    let last = json!({"year": 2023, "body": "宿迁市人民政府", "level": "city", "kind": "government", "cells": {}});
    let [this, last] = [this, last].map(|report| Report::from_json(&report.to_string()).unwrap());
    let answer = check_and_repair(this, Some(&last), Options::default());
    let repairs = answer.repairs.unwrap().repairs;
    assert_eq!(changes(&repairs[0]), BTreeMap::from([("requests.granted.natural", Some(1408))]));
}
