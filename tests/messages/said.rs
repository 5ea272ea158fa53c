//! The sentences of findings, in both languages.

use super::{answer, finding, report};
use gouji::answer::Role;
use gouji::check::{Blank, Options, check_with};
use gouji::rules::{BOOK, Book, Language, Rule, Text};
use serde_json::{Value as Json, json};

/// One report and all that one finding says of it.
struct Case {
    key: &'static str,
    year: i64,
    cells: Json,
    /// The cells of last year's report.
    previous: Json,
    zh: &'static str,
    en: &'static str,
}

/// Every case in both languages.
fn says(blank: Blank, cases: &[Case]) {
    for Case { key, year, cells, previous, zh, en } in cases {
        let this = json!({"year": year, "level": "township", "cells": cells});
        let previous = if previous.is_null() { json!(null) } else { json!({"year": year - 1, "cells": previous}) };
        for (language, expected) in [(Language::Chinese, zh), (Language::English, en)] {
            assert_eq!(finding(&answer(&this, &previous, blank, language), key).message, *expected, "{key} on {cells}");
        }
    }
}

#[test]
fn a_relation_names_its_place_and_its_figures() {
    let none = Json::Null;
    says(
        Blank::Zero,
        &[
            Case {
                key: "requests-balance@natural",
                year: 2024,
                cells: json!({"requests.received.natural": 3, "requests.carried_in.natural": 1,
                    "requests.results_total.natural": 2, "requests.carried_out.natural": 1}),
                previous: none.clone(),
                zh: "自然人列：一(3)+二(1)=4，三（七）(2)+四(1)=3，差 1",
                en: "Column natural persons: item 1 (3) + item 2 (1) = 4; item 3(7) (2) + item 4 (1) = 3; difference 1",
            },
            // An ordinal that ends in a digit is kept apart from its figure; of a long sum zeros are left out.
            Case {
                key: "requests-results-total@natural",
                year: 2019,
                cells: json!({"requests.granted.natural": 1, "requests.refused.process_information.natural": 2,
                    "requests.other.natural": 4, "requests.results_total.natural": 9}),
                previous: none.clone(),
                zh: "自然人列：三（一）(1)+三（三）6.(2)+三（六）(4)=7，三（七）(9)，差 -2",
                en: "Column natural persons: item 3(1) (1) + item 3(3)6 (2) + item 3(6) (4) = 7; item 3(7) (9); difference -2",
            },
            // A row by its ordinal and its name, whichever way the ordinal ends.
            Case {
                key: "requests-applicants-total@received",
                year: 2024,
                cells: json!({"requests.received.natural": 1, "requests.received.business": 2, "requests.received.total": 4}),
                previous: none.clone(),
                zh: "一、本年新收政府信息公开申请数量行：自然人(1)+商业企业(2)=3，总计(4)，差 -1",
                en: "Row 1 received this year: natural persons (1) + businesses (2) = 3; total (4); difference -1",
            },
            Case {
                key: "requests-applicants-total@granted",
                year: 2024,
                cells: json!({"requests.granted.charity": 5, "requests.granted.total": 4}),
                previous: none.clone(),
                zh: "三（一）予以公开行：社会公益组织(5)=5，总计(4)，差 1",
                en: "Row 3(1) granted: charities (5) = 5; total (4); difference 1",
            },
            Case {
                key: "requests-applicants-total@refused.third_party",
                year: 2024,
                cells: json!({"requests.refused.third_party.total": 5}),
                previous: none.clone(),
                zh: "三（三）4.保护第三方合法权益行：各项合计=0，总计(5)，差 -5",
                en: "Row 3(3)4 third-party rights: all items = 0; total (5); difference -5",
            },
            // A sum of four is not long: its zeros and its blanks, which are 0 here, are listed.
            Case {
                key: "disputes-total@litigation_direct",
                year: 2024,
                cells: json!({"disputes.litigation_direct.upheld": 0, "disputes.litigation_direct.corrected": 2,
                    "disputes.litigation_direct.total": 3}),
                previous: none.clone(),
                zh: "未经复议直接起诉：结果维持(0)+结果纠正(2)+其他结果(0)+尚未审结(0)=2，总计(3)，差 -1",
                en: "Litigation without reconsideration: upheld (0) + corrected (2) + other outcome (0) + pending (0) = 2; \
                     total (3); difference -1",
            },
            Case {
                key: "requests-result-exceeds-total@granted.natural",
                year: 2024,
                cells: json!({"requests.granted.natural": 3, "requests.refused.third_party.natural": -1,
                    "requests.results_total.natural": 2}),
                previous: none.clone(),
                zh: "自然人列三（一）予以公开行：三（一）(3) 大于 三（七）(2)",
                en: "Column natural persons, row 3(1) granted: item 3(1) (3) exceeds item 3(7) (2)",
            },
            Case {
                key: "disclosure-in-force-below-net-made@normative_documents",
                year: 2024,
                cells: json!({"disclosure.normative_documents.made": 5, "disclosure.normative_documents.repealed": 2,
                    "disclosure.normative_documents.in_force": 2}),
                previous: none.clone(),
                zh: "二（一）行政规范性文件行：现行有效件数(2)，小于 本年制发件数(5)-本年废止件数(2)=3",
                en: "Row 2(1) normative documents: in force (2), less than issued this year (5) - repealed this year (2) = 3",
            },
            Case {
                key: "disclosure-regulations-without-power@disclosure.regulations.made",
                year: 2024,
                cells: json!({"disclosure.regulations.made": 2}),
                previous: none.clone(),
                zh: "二（一）规章·本年制发件数填了 2，没有规章制定权的单位应为 0",
                en: "2(1) regulations, issued this year says 2; a body without the power to make regulations has 0",
            },
            Case {
                key: "procurement-projects-without-amount",
                year: 2019,
                cells: json!({"disclosure.procurement.projects": 178}),
                previous: none.clone(),
                zh: "政府集中采购：采购总金额为 0，但二（九）政府集中采购·采购项目数量(178)",
                en: "Central procurement: the amount is 0, but 2(9) central procurement, procurement projects (178)",
            },
            Case {
                key: "disputes-reconsideration-exceeds-requests",
                year: 2024,
                cells: json!({"requests.received.natural": 1, "requests.carried_in.other": 2, "disputes.reconsideration.total": 4}),
                previous: none,
                zh: "四、行政复议·总计(4) 大于 新收与结转的申请之和 3",
                en: "4 administrative reconsideration, total (4) exceeds the 3 requests received and carried in",
            },
        ],
    );
}

#[test]
fn last_years_figures_come_from_last_years_report() {
    says(
        Blank::Zero,
        &[
            Case {
                key: "requests-carried-in-roll-forward@natural",
                year: 2024,
                cells: json!({"requests.carried_in.natural": 2, "requests.carried_out.natural": 7}),
                previous: json!({"requests.carried_in.natural": 8, "requests.carried_out.natural": 3}),
                zh: "自然人列：二(2)，上年报告四(3)，差 -1",
                en: "Column natural persons: item 2 (2); last year's report item 4 (3); difference -1",
            },
            Case {
                key: "disclosure-items-roll-forward@licensing",
                year: 2020,
                cells: json!({"disclosure.licensing.items_last_year": 300, "disclosure.licensing.items_change": 5}),
                previous: json!({"disclosure.licensing.items_last_year": 716, "disclosure.licensing.items_change": -417}),
                zh: "二（五）行政许可行：上一年项目数量(300)，上年报告：上一年项目数量(716)+本年增/减(-417)=299，差 1",
                en: "Row 2(5) licensing: items last year (300); last year's report: items last year (716) + change this year (-417) = 299; \
                     difference 1",
            },
            Case {
                key: "disputes-litigation-after-exceeds-reconsideration",
                year: 2024,
                cells: json!({"disputes.litigation_after.total": 4, "disputes.reconsideration.total": 1}),
                previous: json!({"disputes.litigation_after.total": 9, "disputes.reconsideration.total": 2}),
                zh: "四、复议后起诉·总计(4) 大于 本年与上年行政复议合计：四、行政复议·总计(1)+四、行政复议·总计(2)=3",
                en: "4 litigation after reconsideration, total (4) exceeds reconsideration this year and last: \
                     4 administrative reconsideration, total (1) + 4 administrative reconsideration, total (2) = 3",
            },
        ],
    );
}

#[test]
fn what_is_blank_is_counted_and_makes_a_bound_of_the_sum() {
    let none = Json::Null;
    says(
        Blank::Missing,
        &[
            Case {
                key: "requests-applicants-total@received",
                year: 2024,
                cells: json!({"requests.received.natural": 5, "requests.received.business": 0, "requests.received.research": 0,
                    "requests.received.total": 4}),
                previous: none.clone(),
                zh: "一、本年新收政府信息公开申请数量行：自然人(5)+3格空白=至少 5，总计(4)，差 至少 1",
                en: "Row 1 received this year: natural persons (5) + 3 blanks = at least 5; total (4); difference at least 1",
            },
            // Nothing but blanks, and even so too many.
            Case {
                key: "requests-applicants-total@granted",
                year: 2024,
                cells: json!({"requests.granted.total": -1}),
                previous: none.clone(),
                zh: "三（一）予以公开行：6格空白=至少 0，总计(-1)，差 至少 1",
                en: "Row 3(1) granted: 6 blanks = at least 0; total (-1); difference at least 1",
            },
            Case {
                key: "requests-balance@natural",
                year: 2024,
                cells: json!({"requests.received.natural": 1, "requests.carried_in.natural": 0, "requests.results_total.natural": 5}),
                previous: none.clone(),
                zh: "自然人列：一(1)+二(0)=1，三（七）(5)+四(空)=至少 5，差 不大于 -4",
                en: "Column natural persons: item 1 (1) + item 2 (0) = 1; item 3(7) (5) + item 4 (blank) = at least 5; \
                     difference at most -4",
            },
            // A blank that is subtracted can only make the sum smaller.
            Case {
                key: "disclosure-in-force-roll-forward@regulations",
                year: 2024,
                cells: json!({"disclosure.regulations.made": 1, "disclosure.regulations.in_force": 9}),
                previous: json!({"disclosure.regulations.in_force": 5}),
                zh: "二（一）规章行：现行有效件数(9)，上年现行有效加制发减废止：\
                     现行有效件数(5)+本年制发件数(1)-本年废止件数(空)=至多 6，差 至少 3",
                en: "Row 2(1) regulations: in force (9); last year's stock plus issued minus repealed: \
                     in force (5) + issued this year (1) - repealed this year (blank) = at most 6; difference at least 3",
            },
            // 21 results, their total and what is carried out: 23 rows, of which one is filled in. Another column that
            // does not balance is no cause of it.
            Case {
                key: "requests-column-without-requests@charity",
                year: 2024,
                cells: json!({"requests.received.charity": 0, "requests.carried_in.charity": 0, "requests.granted.charity": 3,
                    "requests.received.natural": 1, "requests.carried_in.natural": 0,
                    "requests.results_total.natural": 2, "requests.carried_out.natural": 0}),
                previous: none,
                zh: "社会公益组织列：一、二均为 0，但三、四各行三（一）(3)+22格空白=至少 3",
                en: "Column charities: items 1 and 2 are 0, but items 3 and 4 have item 3(1) (3) + 22 blanks = at least 3",
            },
        ],
    );
}

/// A book in which one rule says something else.
fn book_saying(rule: &str, message: &'static str) -> &'static Book {
    let said = |of: &'static Rule| Rule { message: if of.id == rule { Text { zh: message, en: message } } else { of.message }, ..*of };
    let rules: Vec<Rule> = BOOK.rules.iter().map(said).collect();
    Box::leak(Box::new(Book::new(Vec::leak(rules), BOOK.instances, BOOK.linears, BOOK.terms)))
}

#[test]
fn a_template_may_ask_for_more_than_those_that_ship() {
    let large =
        json!({"year": 2024, "cells": {"requests.received.total": 20, "requests.carried_in.total": 3, "requests.carried_out.total": 7}});
    let amount = json!({"year": 2019, "cells": {"disclosure.procurement.amount": "251000元"}});
    for (rule, message, this, zh, en) in [
        (
            "requests-carried-out-large",
            "{left} > {right}",
            &large,
            "10×四(7) > 3×一(20)+3×二(3)=69",
            "10×item 4 (7) > 3×item 1 (20) + 3×item 2 (3) = 69",
        ),
        ("requests-carried-out-large", "{sum:left} - {sum:right} = {gap} ({year})", &large, "70 - 69 = 1 (2024)", "70 - 69 = 1 (2024)"),
        ("procurement-amount-without-projects", "{sum:left}", &amount, "251000 元", "251000 yuan"),
        (
            "procurement-amount-without-projects",
            "{left}",
            &amount,
            "二（九）政府集中采购·采购总金额(251000 元)",
            "2(9) central procurement, total amount (251000 yuan)",
        ),
    ] {
        let book = book_saying(rule, message);
        for (language, expected) in [(Language::Chinese, zh), (Language::English, en)] {
            let options = Options { language, blank: Blank::Zero, ..Options::default() };
            let answer = check_with(book, &report(this), None, &options);
            assert_eq!(finding(&answer, rule).message, expected, "{rule}: {message}");
        }
    }
}

#[test]
fn the_cells_of_a_finding_have_their_roles() {
    let roles = |this: Json, previous: Json, key: &str| -> Vec<(&'static str, Role, bool)> {
        let answer = answer(&this, &previous, Blank::Zero, Language::Chinese);
        finding(&answer, key).cells.iter().map(|cell| (cell.cell, cell.role, cell.previous)).collect()
    };
    let balance = roles(json!({"year": 2024, "cells": {"requests.received.total": 1}}), json!(null), "requests-balance@total");
    assert_eq!(
        balance,
        [
            ("requests.received.total", Role::Left, false),
            ("requests.carried_in.total", Role::Left, false),
            ("requests.results_total.total", Role::Right, false),
            ("requests.carried_out.total", Role::Right, false),
        ]
    );
    let projects = json!({"year": 2019, "cells": {"disclosure.procurement.projects": 178}});
    assert_eq!(
        roles(projects, json!(null), "procurement-projects-without-amount"),
        [("disclosure.procurement.projects", Role::Left, false), ("disclosure.procurement.amount", Role::When, false)]
    );
    let (this, last) = (json!({"year": 2024, "cells": {"requests.carried_in.other": 1}}), json!({"year": 2023, "cells": {}}));
    assert_eq!(
        roles(this, last, "requests-carried-in-roll-forward@other"),
        [("requests.carried_in.other", Role::Left, false), ("requests.carried_out.other", Role::Right, true)]
    );
}

#[test]
fn one_finding_says_what_is_odd_about_a_cell() {
    let cases: &[(&str, &str, &str, &str)] = &[
        // A figure broken apart is written unusually, too.
        ("1 2", "cell-split", "填的是“1 2”，中间断开，读作 12", " says \"1 2\", broken apart; read as 12"),
        ("1,204", "cell-notation", "填的是“1,204”，读作 1204", " says \"1,204\"; read as 1204"),
        // A remark beside a placeholder changes nothing; beside a figure it does.
        (
            "无（本年度没有收到申请）",
            "cell-placeholder",
            "填的是“无（本年度没有收到申请）”，按空白处理",
            " says \"无（本年度没有收到申请）\"; read as blank",
        ),
        ("55（含自然失效29件）", "cell-annotated", "填的是“55（含自然失效29件）”，读作 55", " says \"55（含自然失效29件）\"; read as 55"),
        ("约十余件", "cell-unreadable", "填的“约十余件”读不出数字", " says \"约十余件\", which is no figure"),
    ];
    let id = "requests.unable.not_held.legal_service";
    for (text, rule, zh, en) in cases {
        let this = json!({"year": 2024, "cells": {id: text}});
        for (language, name, expected) in [
            (Language::Chinese, "三（四）1.本机关不掌握相关政府信息·法律服务机构", zh),
            (Language::English, "3(4)1 not held, legal services", en),
        ] {
            let answer = answer(&this, &json!(null), Blank::Zero, language);
            let about: Vec<(&str, &str)> =
                answer.findings.iter().filter(|finding| finding.at == id).map(|finding| (finding.rule, finding.message.as_str())).collect();
            assert_eq!(about, [(*rule, [name, expected].concat().as_str())], "{text}");
        }
    }
}
