//! Markdown, text copied from a sheet, and plain text.

use super::reads;

#[test]
fn markdown_as_ocr_writes_it() {
    let source = "# **某县** 报告\n\n总体\\*情况 &amp; <b>粗</b>\n\n| 规章 | 1 |\n|:---|---:|\n| a\\|b | 二<br>三 |\n\n|  | 2 |\n\n## 二、\n<table><tr><td>规章</td>\n<td>3</td></tr></table>\n规章\t5\n![](x.png)\n---\n";
    reads(
        source.as_bytes(),
        "report.md",
        &["# 某县 报告", "总体*情况 & 粗", "|规章|1|", "|a|b|二⏎三|", "||2|", "# 二、", "|规章|3|", "|规章|5|"],
    );
    // A line drawn for a table that does not follow is no table.
    reads(b"|---|---|\n\n||\n", "report.md", &["||"]);
}

#[test]
fn text_copied_from_a_sheet_has_tabs() {
    reads("标题\n\"本年新\n制作数量\"\t1\t\n规章\t\t“2”\n".as_bytes(), "paste.txt", &["标题", "|本年新⏎制作数量|1||", "|规章||“2”|"]);
    // A quote that nobody closed does not swallow what follows.
    reads("\"规章\t1\n许可\t2\n\t缩进的文字".as_bytes(), "paste.txt", &["|\"规章|1|", "|许可|2|", "缩进的文字"]);
    // Cells with paragraphs, as browsers copy them.
    reads("规章\n\n\t\n1\n\n\t\n2\n\n许可\n\n\t\n3\n\n\t\n4\n".as_bytes(), "paste.txt", &["|规章|1|2|", "|许可|3|4|"]);
}

#[test]
fn columns_kept_by_spaces() {
    let page = "
        三、收到和处理政府信息公开申请情况
                              自然人    商业企业    总计
一、本年新收政府信息公开申请数量                3001      53      3054

三、本     （一）予以公开                    1288      21      1309

年度办     （二）部分公开（区分处理的，只计
                                   447       7       454
理结果     这一情形，不计其他情形）

              1.要求行政机关确认或重
      （五）不    新出具已获取信息              1       0         1
                                                     - 4 -
      予处理     2.重复申请                  25      0        25
        五、存在的主要问题及改进情况
    两个问题
";
    reads(
        page.as_bytes(),
        "report.txt",
        &[
            "三、收到和处理政府信息公开申请情况",
            "|_|_|自然人|商业企业|总计|",
            "|一、本年新收政府信息公开申请数量|<|3001|53|3054|",
            "|三、本年度办理结果|（一）予以公开|1288|21|1309|",
            "|（二）部分公开（区分处理的，只计这一情形，不计其他情形）|<|447|7|454|",
            "|1.要求行政机关确认或重新出具已获取信息|<|1|0|1|",
            "|（五）不予处理|2.重复申请|25|0|25|",
            "五、存在的主要问题及改进情况",
            "两个问题",
        ],
    );
    reads("以下为数据\n规章 0 2 0\n0 1 0 0 1\n".as_bytes(), "report.txt", &["以下为数据", "|规章|0|2|0|_|_|", "|_|0|1|0|0|1|"]);
}

#[test]
fn prose_is_no_table() {
    let prose = "2024 年  市政府\n联系电话：0517  83605210，地址\n共受理申请 21 件\n一、总体情况";
    for line in prose.lines() {
        reads(line.as_bytes(), "report.txt", &[line]);
    }
}

#[test]
fn page_numbers_are_left_out_and_figures_are_not() {
    reads("甲\n- 1 -\n\u{c}乙\n— 2 —\n第 3 页 共 9 页\n丙\n3\n".as_bytes(), "report.txt", &["甲", "乙", "丙", "3"]);
    reads("甲\n7\n\u{c}乙\n8\n\u{c}丙\n9\n".as_bytes(), "report.txt", &["甲", "乙", "丙"]);
    reads("甲\n7\n\u{c}乙\n0\n\u{c}丙\n9\n".as_bytes(), "report.txt", &["甲", "7", "乙", "0", "丙", "9"]);
}

#[test]
fn one_cell_for_each_line_stays_as_lines() {
    reads("规章\r\n1\r\n0\r\n11\r\n".as_bytes(), "web.txt", &["规章", "1", "0", "11"]);
}
