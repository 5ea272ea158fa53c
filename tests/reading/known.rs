//! Every misprint and oddity of published reports that concerns reading, item by item. Those about what a report says
//! (a wrong sum, a wrong year in the text, copied prose, section 六 without 信息处理费) concern the rules and are not here.
//!
//! The items are those of the survey of published reports that the project began with: E1 to E38 are its typical errors,
//! P its pitfalls of reading, T its variants of titles, Q the quirks that another checker of these reports had to handle.
//!
//! | item | covered by |
//! |---|---|
//! | E1, E2, E3, E16, E17, E18, E19, E20, E29, E30, E31, E37, T, Q | the cases below whose names begin with it |
//! | E4 the layout of an older year | `layouts_are_those_of_the_tables` in `mod.rs` |
//! | E15 irregular titles | `titles_as_published` in `src/read/title.rs` |
//! | E31 digits in two cells, figures run together, columns shifted | also `cases.rs`, and `figures_and_their_places` in `src/read/fit.rs` |
//! | P labels: width, white space, line breaks, quotes, list dots | `the_same_label_in_other_hands` in `src/read/plain.rs`, and below |
//! | P OCR: no header behind a page break, lost group cells, rows of other widths, labels in the first column | the styles "over page breaks" and "labels merged, figures moved" of `tests/blocks/house.rs` |
//! | P the disputes table as one line of fifteen figures | the style "a row a line" |
//! | P tables as text, a cell a line | the style "a cell a line" |
//! | P `&nbsp;`, spans that differ from row to row | `cells_of_pages` in `mod.rs` |
//! | P thousands, full width, signs, units | `what_is_a_figure` in `src/read/fit.rs`, `tests/documents/programs`, and below |
//! | Q marks and units in cells | below, and `cases.rs` |
//! | Q encodings | `tests/documents/characters.rs` |
//! | Q 未经复议直接起诉 and the other heads of the tables as anchors | every style; `no heading over a table` in `cases.rs` |
//!
//! Not of reading, and why: E5 to E14, E21 to E28, E33 to E36, E38 are judged by rules on the report that was read or
//! cannot be told from one report; E32 (no borders) leaves no trace in what is read.

use super::cases::{Case, as_printed};

const NUMERALS: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
const NONE: &[(&str, Option<&str>)] = &[];

/// The tables as printed and figures of 宿迁 2024, as others would have published them.
pub fn known() -> Vec<Case> {
    let headings = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ];
    let title = |index: usize| headings[index].split_once('、').map_or("", |(_, title)| title);
    let numbered = |number: fn(usize) -> String| {
        (0..6).fold(as_printed(), |draft, index| draft.says(headings[index], &[number(index).as_str(), title(index)].concat()))
    };
    vec![
        // --- cells ---
        ("E1 a row left blank", as_printed().behind("2.重复申请", &["", "", "", "", "", "", ""]), &[], REPEAT_BLANK),
        (
            "E2 only the total is filled in",
            as_printed().behind("2.重复申请", &["", "", "", "", "", "", "27"]),
            &[],
            &[
                ("requests.not_processed.repeat.natural", Some("")),
                ("requests.not_processed.repeat.business", Some("")),
                ("requests.not_processed.repeat.research", Some("")),
                ("requests.not_processed.repeat.charity", Some("")),
                ("requests.not_processed.repeat.legal_service", Some("")),
                ("requests.not_processed.repeat.other", Some("")),
            ],
        ),
        (
            "E2 the total is left blank",
            as_printed().behind("2.重复申请", &["26", "1", "0", "0", "0", "0", ""]),
            &[],
            &[("requests.not_processed.repeat.total", Some(""))],
        ),
        (
            "E3 Q marks in place of figures",
            as_printed().behind("2.重复申请", &["-", "--", "－－", "／", "空", "不适用", "N/A"]),
            &[],
            &[
                ("requests.not_processed.repeat.natural", Some("-")),
                ("requests.not_processed.repeat.business", Some("--")),
                ("requests.not_processed.repeat.research", Some("－－")),
                ("requests.not_processed.repeat.charity", Some("／")),
                ("requests.not_processed.repeat.legal_service", Some("空")),
                ("requests.not_processed.repeat.other", Some("不适用")),
                ("requests.not_processed.repeat.total", Some("N/A")),
            ],
        ),
        (
            "E29 a negative, a broken and an uncertain figure",
            as_printed().behind("2.重复申请", &["-3", "1.5", "约5", "0", "0", "0", "27"]),
            &[],
            &[
                ("requests.not_processed.repeat.natural", Some("-3")),
                ("requests.not_processed.repeat.business", Some("1.5")),
                ("requests.not_processed.repeat.research", Some("约5")),
            ],
        ),
        (
            "E37 P thousands, units, signs, invisible characters",
            as_printed()
                .behind("行政许可", &["1,573,179件"])
                .behind("行政处罚", &["2，676，474 次"])
                .behind("行政强制", &["+29351"])
                .behind("行政事业性收费", &["727012578 元"])
                .behind("规章", &["\u{200b}2", "1\u{a0}", "\u{3000}12\u{3000}"]),
            &[],
            &[
                ("disclosure.licensing.decisions", Some("1,573,179件")),
                ("disclosure.penalties.decisions", Some("2，676，474 次")),
                ("disclosure.coercion.decisions", Some("+29351")),
                ("disclosure.fees.amount", Some("727012578 元")),
            ],
        ),
        // --- labels ---
        (
            "E30 a word left out that is often left out",
            as_printed().says("2.其他法律行政法规禁止公开", "2.法律行政法规禁止公开"),
            &[],
            NONE,
        ),
        (
            "E30 a letter too many",
            as_printed().says("4.无正当理由大量反复申请", "4.无正当理由的大量反复申请"),
            &["label-guessed@requests.not_processed.excessive"],
            NONE,
        ),
        ("E30 规范性文件, as the older layout has it", as_printed().says("行政规范性文件", "规范性文件"), &[], NONE),
        (
            "P white space and brackets of a block",
            as_printed()
                .says("第二十条第（一）项", "第二十条  第(一)项")
                .says("行政许可", "行政\n许可")
                .says("（六）其他处理", "(六)\u{3000}其他处理"),
            &[],
            NONE,
        ),
        ("P quotes in other shapes", as_printed().says("3.危及“三安全一稳定”", "3.危及「三安全一稳定」"), &[], NONE),
        ("P list numbers in circles", as_printed().says("1.属于国家秘密", "①属于国家秘密").says("2.重复申请", "⒉重复申请"), &[], NONE),
        ("Q 其他 without its number", as_printed().says("3.其他", "其他"), &[], NONE),
        ("Q 总计 without its number", as_printed().says("（七）总计", "总计"), &[], NONE),
        // --- tables ---
        (
            "Q captions of the tables",
            headings[1..4]
                .iter()
                .enumerate()
                .fold(as_printed(), |draft, (index, heading)| draft.line_behind(heading, &[["表一", "表2", "## 表三"][index]])),
            &[],
            NONE,
        ),
        (
            "E31 a row one column to the right",
            as_printed().behind("3.要求提供公开出版物", &["", "3", "0", "0", "0", "0", "0", "3"]),
            &["columns-shifted@requests"],
            &[("requests.not_processed.publication.natural", Some("3")), ("requests.not_processed.publication.total", Some("3"))],
        ),
        (
            "E31 a figure of a whole row in one cell",
            as_printed().behind("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", &["462 9 0 0 0 0 471"]),
            &["figures-rejoined@requests.granted_in_part"],
            NONE,
        ),
        // --- sections ---
        ("E16 the last section is missing", as_printed().without_line("六、其他需要报告的事项"), &[], NONE),
        ("Q no heading over the first section", as_printed().without_line("一、总体情况"), &[], NONE),
        (
            "E17 Q a section of one's own at the end",
            as_printed().line_behind("本年度未收取信息处理费。", &["七、附件", "见附表。"]),
            &["section-extra@7"],
            NONE,
        ),
        (
            "E18 a preface that lists the parts of the form of before 2019",
            as_printed()
                .line_before("一、总体情况", &["本报告由概述、主动公开情况、依申请公开情况、收费及减免情况、咨询投诉情况和附表组成。"]),
            &[],
            NONE,
        ),
        (
            "E19 blocks numbered one too low",
            (1..6).fold(as_printed().without_line("一、总体情况"), |draft, index| {
                draft.says(headings[index], &format!("{}{}", &headings[index - 1][..6], title(index)))
            }),
            &[
                "section-misnumbered@disclosure_text",
                "section-misnumbered@requests_text",
                "section-misnumbered@disputes_text",
                "section-misnumbered@problems",
                "section-misnumbered@other",
            ],
            NONE,
        ),
        (
            "E19 parts of the first section numbered like sections",
            as_printed().line_before("二、主动公开政府信息情况", &["一、主动公开工作", "二、依申请公开工作", "三、监督保障工作"]),
            &[],
            NONE,
        ),
        ("E19 Q stray letters before a number", as_printed().says(headings[5], "l六、其他需要报告的事项"), &[], NONE),
        ("Q numbers with a dot", numbered(|index| format!("{}．", NUMERALS[index])), &[], NONE),
        ("Q numbers in brackets", numbered(|index| format!("（{}）", NUMERALS[index])), &[], NONE),
        ("Q 第一部分", numbered(|index| format!("第{}部分 ", NUMERALS[index])), &[], NONE),
        (
            "Q a part of a section with the title of the section",
            as_printed().line_behind(headings[4], &["（一）存在的主要问题", "更新不够及时。", "（二）改进情况", "专人负责。"]),
            &[],
            NONE,
        ),
        (
            "E20 template text in a table",
            as_printed().extra_row("3.其他", &["", "", "", "填写说明", "", "", "", "", "", ""]),
            &["template-text-left"],
            NONE,
        ),
        (
            "T titles in use",
            as_printed()
                .says(headings[3], "四、因政府信息公开工作被申请行政复议和提起行政诉讼情况")
                .says(headings[4], "五、政府信息公开工作存在的主要问题及改进情况")
                .says(headings[5], "六、其他需要报告事项"),
            &[],
            NONE,
        ),
        ("T 存在问题和改进情况", as_printed().says(headings[4], "五、存在问题和改进情况"), &[], NONE),
        (
            "Q what a page puts around an article",
            as_printed().line_before(headings[0], &["来源：某县人民政府办公室 浏览次数：1024 字号：[大 中 小]", "发布日期：2025-01-20"]),
            &[],
            NONE,
        ),
    ]
}

const REPEAT_BLANK: &[(&str, Option<&str>)] = &[
    ("requests.not_processed.repeat.natural", Some("")),
    ("requests.not_processed.repeat.business", Some("")),
    ("requests.not_processed.repeat.research", Some("")),
    ("requests.not_processed.repeat.charity", Some("")),
    ("requests.not_processed.repeat.legal_service", Some("")),
    ("requests.not_processed.repeat.other", Some("")),
    ("requests.not_processed.repeat.total", Some("")),
];
