//! HTML: a page, its tables, and what editors paste.

use super::{html, reads};

#[test]
fn a_page_is_its_text_and_its_tables() {
    html(
        "<nav><a>首页</a></nav><script>document.write('<table><tr><td>1')</script><style>p{}</style><h1>某县 2024 年\n 报告</h1>\
         <!-- <p>no</p> --><p>一、<b>总体</b>情况</p><noscript>请启用脚本</noscript><template><p>x</p></template>\
         <table><tr><td>规章</td><td>3</td></tr></table>后文",
        &["# 某县 2024 年 报告", "一、总体情况", "|规章|3|", "后文"],
    );
}

#[test]
fn paragraphs_and_breaks_in_cells_are_lines() {
    html(
        "<table><tr><td><p>本年新<br/>制作数量</p><p>&nbsp;</p></td><td><div><span> 1 </span></div></td><td>&nbsp;</td></tr></table>",
        &["|本年新⏎制作数量|1||"],
    );
}

#[test]
fn spans_are_resolved_as_browsers_do() {
    html(
        "<table><tr><td colspan=2 rowspan='2'>a</td><td>b<td>c<tr><td>d<td>e<tr><td>f</td></tr></table>",
        &["|a|<|b|c|", "|<|<|d|e|", "|f|_|_|_|"],
    );
    // Spans beyond the table, of nothing, or that are no numbers.
    html(
        "<table><tr><td colspan=99999>总</td></tr><tr><td>1</td><td rowspan=99999>2</td></tr><tr><td colspan=x>3</table>",
        &["|总|<|", "|1|2|", "|3|<|"],
    );
    html("<table><thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td>d</table>", &["|a|b|", "|c|d|"]);
    html("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>", &["|a|b|", "|<|c|", "|<|d|"]);
}

#[test]
fn a_table_that_only_lays_out_the_page_is_taken_apart() {
    html("<table><tr><td><p>标题</p><table><tr><td>规章<td>1</table><p>尾</p></td></tr></table>", &["标题", "|规章|1|", "尾"]);
    html(
        "<table><tr><td>左</td><td>右<table><tr><td>规章<td>1</table></td></tr><tr><td>a<td>b</table>",
        &["左", "右", "|规章|1|", "|a|b|"],
    );
    // One cell in a cell is only a frame.
    html("<table><tr><td>规章<td><table><tr><td>5</table></table>", &["|规章|5|"]);
}

#[test]
fn markup_that_browsers_mend() {
    html("<table>文<tr><td>a<table><tr><td>b<td>c</table></table>", &["文", "a", "|b|c|"]);
    html("<tr><td>规章</td><td>1</td></tr><p>后</p>", &["|规章|1|", "后"]);
    html("<p title='a>b' class=x>3<5 &amp; &lt;td&gt; &#20108;&#x4E09; &copy</p>", &["3<5 & <td> 二三 &copy"]);
    html("<p>一<nav>二<p>三", &["一二", "三"]);
    html("<P>大写</P><TABLE><TR><TD COLSPAN=\"2\">a</TD></TR><TR><TD>b</TD><TD>c</TD></TR></TABLE>", &["大写", "|a|<|", "|b|c|"]);
}

#[test]
fn word_and_wps_paste() {
    html(
        "<!--[if gte mso 9]><xml><w:WordDocument></xml><![endif]--><p class=MsoNormal style='mso-list:l0'><![if !supportLists]><span>一、</span><![endif]>\
         总体情况<o:p></o:p></p><table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal><span lang=EN-US>1<o:p></o:p></span></p></td>\
         <td><p><del>8</del><ins>9</ins><span style='display: none'>隐</span></p></td></tr></table>",
        &["一、总体情况", "|1|9|"],
    );
    let clipboard = "Version:0.9\r\nStartHTML:00000097\r\n<html><body><!--StartFragment--><table><tr><td>a</td><td>b</td></tr></table><!--EndFragment--></body></html>";
    reads(clipboard.as_bytes(), "clipboard", &["|a|b|"]);
}

#[test]
fn preformatted_text_is_plain_text() {
    html("<pre>规章\t3\t5\n行政许可\t7\t8\n</pre>", &["|规章|3|5|", "|行政许可|7|8|"]);
}
