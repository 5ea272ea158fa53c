//! What clerks, programs and text recognition do to a report, one thing at a time.

use super::blocks::{self, draft::Draft, house::STYLES, house::Sheet};
use super::{reports, sheet};
use serde_json::{Value, json};

/// What was changed, the document, the keys of what is odd, and the cells that are read otherwise than they were.
pub type Case = (&'static str, Draft, &'static [&'static str], &'static [(&'static str, Option<&'static str>)]);

const NONE: &[(&str, Option<&str>)] = &[];
pub const GRANTED: [&str; 7] = ["natural", "business", "research", "charity", "legal_service", "other", "total"];

pub fn suqian() -> Sheet {
    sheet(&reports::named("suqian-2024"))
}

pub fn as_printed() -> Draft {
    Draft::new(STYLES[0].1(&suqian()))
}

pub fn a_cell_a_line() -> Draft {
    Draft::new(STYLES[1].1(&suqian()))
}

/// The tables as printed and figures of 宿迁 2024, with one thing changed.
pub fn cases() -> Vec<Case> {
    let links: Value = json!([["首页", "政务公开", "互动交流"], ["行政许可", "行政处罚", "行政强制"], ["一", "二", "三"], ["1", "2", "3"]]);
    let navigation = blocks::document(&json!([links])).blocks.remove(0);
    vec![
        // --- labels ---
        (
            "a label with letters left out",
            as_printed().says("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
            &["label-guessed@requests.refused.law_forbids"],
            NONE,
        ),
        (
            "a label with a wrong letter",
            as_printed().says("8.属于行政查询事项", "8.属于行政查旬事项"),
            &["label-guessed@requests.refused.administrative_inquiry"],
            NONE,
        ),
        ("a label in other words", as_printed().says("四、结转下年度继续办理", "四、结转下一年度继续办理"), &[], NONE),
        (
            "short labels of a screen",
            as_printed()
                .says("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "1.逾期不补正")
                .says("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"),
            &[],
            NONE,
        ),
        (
            "a comma for 、",
            as_printed().says(
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
            ),
            &[],
            NONE,
        ),
        ("其它 for 其他", as_printed().says("3.其他", "3.其它"), &[], NONE),
        (
            "width, spaces, quotes, list dots",
            as_printed()
                .says("1.属于国家秘密", "１．属于国家秘密")
                .says("3.危及“三安全一稳定”", "3、危及\"三安全\n一稳定\"")
                .says("（七）总计", "(七) 总 计")
                .says("商业企业", "商业\n企业"),
            &[],
            NONE,
        ),
        ("misprints in the header", as_printed().says("现行有效件数", "先行有效件数"), &[], NONE),
        (
            "the total under a name that nobody can know",
            as_printed().says("（七）总计", "（七）总汁"),
            &["row-unknown@requests/2/27", "row-missing@requests.results_total"],
            &[
                ("requests.results_total.natural", None),
                ("requests.results_total.business", None),
                ("requests.results_total.research", None),
                ("requests.results_total.charity", None),
                ("requests.results_total.legal_service", None),
                ("requests.results_total.other", None),
                ("requests.results_total.total", None),
            ],
        ),
        // --- rows ---
        (
            "no row for regulations",
            as_printed().without_row("规章"),
            &["row-missing@disclosure.regulations"],
            &[("disclosure.regulations.made", None), ("disclosure.regulations.repealed", None), ("disclosure.regulations.in_force", None)],
        ),
        ("a row twice", as_printed().row_twice("2.重复申请"), &["row-doubled@requests.not_processed.repeat"], NONE),
        (
            "a row of one's own",
            as_printed().extra_row("（一）予以公开", &["", "其中：网上申请", "", "9", "0", "0", "0", "0", "0", "9"]),
            &["row-unknown@requests/2/7"],
            NONE,
        ),
        ("a table twice", as_printed().twice("三、收到和处理政府信息公开申请情况"), &["table-repeated@requests"], NONE),
        // --- figures ---
        (
            "one figure in two cells",
            as_printed().behind("二、上年结转政府信息公开申请数量", &["11", "8", "3", "0", "0", "0", "0", "121"]),
            &["figures-rejoined@requests.carried_in"],
            NONE,
        ),
        (
            "figures run together, one way to part them",
            as_printed().behind("1.信访举报投诉类申请", &["8610000", "87"]),
            &["figures-rejoined@requests.not_processed.petition"],
            NONE,
        ),
        (
            "figures run together, two ways to part them",
            as_printed().behind("（一）予以公开", &["270020130"]),
            &["figures-miscounted@requests.granted"],
            &[
                ("requests.granted.natural", None),
                ("requests.granted.business", None),
                ("requests.granted.research", None),
                ("requests.granted.charity", None),
                ("requests.granted.legal_service", None),
                ("requests.granted.other", None),
                ("requests.granted.total", None),
            ],
        ),
        (
            "too few figures",
            as_printed().behind("行政规范性文件", &["50", "227"]),
            &["figures-miscounted@disclosure.normative_documents"],
            &[
                ("disclosure.normative_documents.made", None),
                ("disclosure.normative_documents.repealed", None),
                ("disclosure.normative_documents.in_force", None),
            ],
        ),
        (
            "figures one column to the left",
            as_printed().behind("3.要求提供公开出版物", &["3", "0", "0", "0", "0", "3", ""]),
            &["figures-shifted@requests.not_processed.publication"],
            &[
                ("requests.not_processed.publication.natural", Some("3")),
                ("requests.not_processed.publication.other", Some("3")),
                ("requests.not_processed.publication.total", Some("")),
            ],
        ),
        (
            "marks, units, widths and spaces stay as written",
            as_printed()
                .behind("规章", &["/", "/", "/"])
                .behind("行政许可", &["1573179 件"])
                .behind("行政强制", &["\u{3000}２９３５１ "])
                .behind("2.重复申请", &["26", "1\u{a0}", "\u{a0}", "—", "无", "0", "27"]),
            &[],
            &[
                ("disclosure.regulations.made", Some("/")),
                ("disclosure.regulations.repealed", Some("/")),
                ("disclosure.regulations.in_force", Some("/")),
                ("disclosure.licensing.decisions", Some("1573179 件")),
                ("disclosure.coercion.decisions", Some("２９３５１")),
                ("requests.not_processed.repeat.research", Some("")),
                ("requests.not_processed.repeat.charity", Some("—")),
                ("requests.not_processed.repeat.legal_service", Some("无")),
            ],
        ),
        (
            "the number of a page between the lines of a row",
            a_cell_a_line().line_before("26", &["5"]),
            &["figures-rejoined@requests.not_processed.repeat"],
            NONE,
        ),
        // --- tables ---
        ("columns of both layouts in one table", as_printed().says("现行有效件数", "对外公开总数量"), &["layout-mixed@disclosure"], NONE),
        (
            "a table in the section before",
            as_printed().moved("三、收到和处理政府信息公开申请情况", "三、收到和处理政府信息公开申请情况"),
            &["table-misplaced@requests"],
            NONE,
        ),
        ("tables of a page around the report", as_printed().block_first(navigation), &[], NONE),
        (
            "the outcomes of disputes told in prose, too",
            a_cell_a_line().line_before(
                "二、主动公开政府信息情况",
                &["行政复议 351 件，其中结果维持 72 件，结果纠正 64", "件，尚未审结 37", "件；行政诉讼 46 件，其中结果维持 25", "件。"],
            ),
            &[],
            NONE,
        ),
        // --- sections ---
        (
            "a table of contents",
            as_printed().line_before(
                "一、总体情况",
                &[
                    "一、总体情况",
                    "二、主动公开政府信息情况",
                    "三、收到和处理政府信息公开申请情况",
                    "五、存在的主要问题及改进情况",
                    "六、其他需要报告的事项",
                ],
            ),
            &[],
            NONE,
        ),
        (
            "titles in known variants",
            as_printed()
                .says("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")
                .says("五、存在的主要问题及改进情况", "五、存在问题及改进情况")
                .says("六、其他需要报告的事项", "六、其他事项"),
            &[],
            NONE,
        ),
        (
            "a title that is none",
            as_printed().says("五、存在的主要问题及改进情况", "五、不足之处与下步打算"),
            &["section-renamed@problems"],
            NONE,
        ),
        (
            "dirty characters before a number",
            as_printed().says("五、存在的主要问题及改进情况", "l六、存在的主要问题及改进情况"),
            &["section-misnumbered@problems"],
            NONE,
        ),
        (
            "no heading over a table",
            as_printed().without_line("四、政府信息公开行政复议、行政诉讼情况"),
            &["heading-missing@disputes_text"],
            NONE,
        ),
        (
            "seven sections",
            as_printed()
                .line_before("六、其他需要报告的事项", &["六、下一年工作思路"])
                .says("六、其他需要报告的事项", "七、其他需要报告的事项"),
            &["section-misnumbered@other", "section-extra@6"],
            NONE,
        ),
        (
            "template text",
            as_printed().line_before("三、收到和处理政府信息公开申请情况", &["该部分以表格形式报告。表格如下："]),
            &["template-text-left"],
            NONE,
        ),
    ]
}
