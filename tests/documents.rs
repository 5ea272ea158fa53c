//! Documents of every kind, small enough to be read here: what each becomes before anything is recognised in it.
//! A table is written as one line for each row, cells between strokes: `<` is covered by a span, `_` has no cell.

#![cfg(not(target_arch = "wasm32"))]

use gouji::read::block::{Block, Document, Origin};
use gouji::read::kinds::{Refusal, document, encoding, limits};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::{SimpleFileOptions, ZipWriter};

fn shown(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading(text) => lines.push(format!("# {text}")),
            Block::Paragraph(text) => lines.push(text.clone()),
            Block::Table(grid) => lines.extend(grid.rows.iter().map(|row| {
                let places = row.iter().map(|place| match place.origin {
                    Origin::Own => place.text.replace('\n', "⏎"),
                    Origin::Spanned => "<".to_string(),
                    Origin::Missing => "_".to_string(),
                });
                format!("|{}|", places.collect::<Vec<_>>().join("|"))
            })),
        }
    }
    lines
}

#[track_caller]
fn reads(bytes: &[u8], name: &str, expected: &[&str]) {
    match document(bytes, name) {
        Ok(document) => assert_eq!(shown(&document), expected, "{name}"),
        Err(refusal) => panic!("{name}: {refusal}"),
    }
}

#[track_caller]
fn html(source: &str, expected: &[&str]) {
    reads(format!("<!doctype html><body>{source}").as_bytes(), "page.html", expected);
    // A fragment, as the clipboard or an editor gives it.
    if source.starts_with('<') {
        reads(source.as_bytes(), "fragment.html", expected);
    }
}

#[track_caller]
fn refused(bytes: &[u8], name: &str, remedy: &str) -> Refusal {
    match document(bytes, name) {
        Ok(document) => panic!("{name} was read: {:?}", shown(&document).iter().take(5).collect::<Vec<_>>()),
        Err(refusal) => {
            assert!(refusal.zh.contains(remedy), "{name}: {refusal}");
            assert!(!refusal.en.is_empty() && refusal.en.is_ascii(), "{name}: {refusal}");
            refusal
        }
    }
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(list: &[(&str, &str, &str)]) -> String {
    let entries =
        list.iter().map(|(id, kind, target)| format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>"));
    format!("<?xml version=\"1.0\"?><Relationships>{}</Relationships>", entries.collect::<String>())
}

fn word_with(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let main = relations(&[("rId1", "officeDocument", "word/document.xml")]);
    let others = relations(&[("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")]);
    let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let mut all = vec![("_rels/.rels", main.as_str()), ("word/_rels/document.xml.rels", &others), ("word/document.xml", &text)];
    all.extend(parts);
    packed(&all)
}

#[track_caller]
fn word(body: &str, expected: &[&str]) {
    reads(&word_with(body, &[]), "report.docx", expected);
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn word_cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
}

fn book(sheets: &[(&str, &str)], strings: &str) -> Vec<u8> {
    let main = relations(&[("rId1", "officeDocument", "/xl/workbook.xml")]);
    let names: Vec<(String, String)> =
        (1..=sheets.len()).map(|number| (format!("rId{number}"), format!("worksheets/sheet{number}.xml"))).collect();
    let mut list: Vec<(&str, &str, &str)> = names.iter().map(|(id, target)| (id.as_str(), "worksheet", target.as_str())).collect();
    list.push(("rId99", "sharedStrings", "sharedStrings.xml"));
    let tags = sheets
        .iter()
        .zip(&names)
        .map(|((state, _), (id, _))| format!("<sheet name=\"表\" sheetId=\"7\" state=\"{state}\" r:id=\"{id}\"/>"));
    let workbook = format!("<workbook><sheets>{}</sheets></workbook>", tags.collect::<String>());
    let (others, strings) = (relations(&list), format!("<sst>{strings}</sst>"));
    let mut parts = vec![
        ("_rels/.rels".to_string(), main),
        ("xl/_rels/workbook.xml.rels".to_string(), others),
        ("xl/workbook.xml".to_string(), workbook),
        ("xl/sharedStrings.xml".to_string(), strings),
    ];
    parts.extend(
        sheets.iter().zip(&names).map(|((_, data), (_, target))| (format!("xl/{target}"), format!("<worksheet>{data}</worksheet>"))),
    );
    packed(&parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

fn cell(name: &str, value: &str) -> String {
    format!("<c r=\"{name}\"><v>{value}</v></c>")
}

fn text_cell(name: &str, text: &str) -> String {
    format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

// --- HTML ---

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

// --- characters ---

#[test]
fn characters_are_told_by_the_bytes_and_not_by_what_is_declared() {
    let page = |charset: &str| format!("<html><head><meta charset={charset}></head><body><p>政府信息公开工作年度报告</p></body></html>");
    let (gb, _, _) = encoding_rs::GB18030.encode("政府信息公开工作年度报告");
    for charset in ["gbk", "utf-8", "", "iso-8859-1"] {
        let page = page(charset);
        let (gbk, _, _) = encoding_rs::GB18030.encode(&page);
        reads(&gbk, "page.html", &["政府信息公开工作年度报告"]);
        reads(page.as_bytes(), "page.html", &["政府信息公开工作年度报告"]);
    }
    reads(&gb, "report.txt", &["政府信息公开工作年度报告"]);
    let utf16 = |bytes: fn(u16) -> [u8; 2]| "\u{feff}规章\r\n".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    reads(&utf16(u16::to_le_bytes), "report.txt", &["规章"]);
    reads(&utf16(u16::to_be_bytes), "report.txt", &["规章"]);
    // A character cut in two does not make a text GBK.
    let mut cut = "政府信息公开工作年度报告".repeat(5).into_bytes();
    cut.truncate(cut.len() - 1);
    let read = document(&cut, "report.txt").unwrap();
    assert!(shown(&read)[0].starts_with("政府信息公开"), "{read:?}");
    assert_eq!(encoding::decode(&gb, |_| None), None, "without a decoder it is no text");
}

// --- Word ---

#[test]
fn word_tables_with_spans() {
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr></w:tbl>",
        word_cell("<w:vMerge w:val=\"restart\"/>", "三"),
        word_cell("<w:gridSpan w:val=\"2\"/>", "申请人"),
        word_cell("<w:vMerge/>", "不见"),
        word_cell("", "1"),
        word_cell("", "2"),
        word_cell("", "3"),
        word_cell("", ""),
    );
    word(&format!("{}{table}{}", paragraph("前"), paragraph("后")), &["前", "|三|申请人|<|", "|<|1|2|", "|_|3||", "后"]);
}

#[test]
fn word_text_as_all_changes_are_accepted() {
    word(
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">共收到 </w:t></w:r>\
         <w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>件</w:t><w:br/><w:t>次行</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
        &["共收到 12件", "次行"],
    );
    let row = |properties: &str, text: &str| format!("<w:tr>{properties}{}{}</w:tr>", word_cell("", text), word_cell("", "1"));
    let rows = format!(
        "<w:tbl>{}{}</w:tbl>",
        row("<w:trPr><w:del w:id=\"1\"/></w:trPr>", "删"),
        row("<w:trPr><w:ins w:id=\"2\"/></w:trPr>", "留")
    );
    word(&rows, &["|留|1|"]);
}

#[test]
fn word_text_boxes_are_read_once() {
    let inside = paragraph("框内");
    word(
        &format!(
            "<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>{inside}</w:txbxContent></mc:Choice>\
             <mc:Fallback><w:txbxContent>{inside}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        ),
        &["框内", "前后"],
    );
}

#[test]
fn word_headings_and_numbers_that_word_adds() {
    let styles = "<w:styles><w:style w:styleId=\"2\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"4\"><w:lvl><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
                     <w:lvl><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum>\
                     <w:num w:numId=\"9\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>";
    let item = |style: &str, level: usize, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"9\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [item("2", 0, "总体情况"), item("a", 1, "甲"), item("a", 1, "乙"), item("2", 0, "主动公开"), item("a", 1, "丙")].concat();
    let bytes = word_with(&body, &[("word/styles.xml", styles), ("word/numbering.xml", numbering)]);
    reads(&bytes, "report.docx", &["# 一、总体情况", "（1）甲", "（2）乙", "# 二、主动公开", "（1）丙"]);
}

// --- Excel ---

#[test]
fn sheets_as_a_reader_sees_them() {
    let first = format!(
        "<sheetData><row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"3\">{}{}{}</row><row r=\"4\">{}{}<c r=\"D4\" t=\"str\"><f>A1</f><v>计</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
        text_cell("B3", "规章"),
        cell("C3", "96171.600000000006"),
        cell("D3", "1.0E3"),
        cell("B4", ""),
        cell("C4", "447228"),
    );
    let hidden = format!("<sheetData><row r=\"1\">{}</row></sheetData>", cell("A1", "1"));
    let third = format!(
        "<sheetData><row>{}{}</row></sheetData>",
        "<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>x</t></rPh></is></c>", "<c><v>5</v></c>"
    );
    let bytes = book(&[("visible", &first), ("hidden", &hidden), ("visible", &third)], "<si><t>第二十条</t></si>");
    reads(&bytes, "report.xlsx", &["|第二十条|<|<|", "|规章|96171.6|1000|", "|<|447228|计|", "|甲乙|5|"]);
}

#[test]
fn numbers_of_a_sheet_have_the_digits_that_are_seen() {
    for (stored, seen) in [
        ("447228", "447228"),
        ("96171.600000000006", "96171.6"),
        ("547.96590000000003", "547.9659"),
        ("0.99999999999999989", "1"),
        ("7730.2799999999997", "7730.28"),
        ("-417.0", "-417"),
        ("1.0E3", "1000"),
        ("2.5e-3", "0.0025"),
        ("3.9857580000000001E6", "3985758"),
        ("0.0", "0"),
        ("1e999", "1e999"),
    ] {
        let sheet = format!("<sheetData><row r=\"1\">{}{}</row></sheetData>", text_cell("A1", "行"), cell("B1", stored));
        reads(&book(&[("visible", &sheet)], ""), "report.xlsx", &[&format!("|行|{seen}|")]);
    }
}

// --- Markdown ---

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

// --- plain text ---

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

// --- what a file is ---

#[test]
fn the_content_decides_and_not_the_name() {
    let page = "<html><body><table><tr><td>规章</td><td>1</td></tr></table></body></html>";
    for name in ["a.html", "a.xls", "a.doc", "a.docx", "a.txt", "a.md", "a", ""] {
        reads(page.as_bytes(), name, &["|规章|1|"]);
    }
    for name in ["a.docx", "a.doc", "a.html", "a.zip"] {
        reads(&word_with(&paragraph("文"), &[]), name, &["文"]);
    }
    reads("只是文字".as_bytes(), "a.html", &["只是文字"]);
    reads(b"", "a.txt", &[]);
}

#[test]
fn what_is_not_read_is_refused_with_the_remedy() {
    let cases: [(&[u8], &str, &str); 12] = [
        (b"%PDF-1.7\n\x00\x01", "a.docx", "Word 文件"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "a.doc", ".docx"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "a.xls", ".xlsx"),
        (b"{\\rtf1\\ansi", "a.doc", ".docx"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "OCR"),
        (b"\xFF\xD8\xFF\xE0", "a.jpg", "OCR"),
        (b"Rar!\x1a\x07", "a.rar", "解压"),
        (b"\x1F\x8B\x08\0", "a.gz", "解压"),
        (b"MIME-Version: 1.0\r\n", "a.mht", ".docx"),
        (b"<?xml version=\"1.0\"?><w:wordDocument>", "a.doc", ".docx"),
        (b"\x01\x02\x00\x03", "a.bin", ".docx"),
        (b"\0\0\0\0", "a.txt", ".docx"),
    ];
    for (bytes, name, remedy) in cases {
        refused(bytes, name, remedy);
    }
    refused(&packed(&[("OFD.xml", "<x/>")]), "a.ofd", "Word 文件");
    refused(&packed(&[("content.xml", "<x/>")]), "a.odt", ".docx");
    refused(&packed(&[("甲.docx", "x"), ("乙.txt", "y")]), "a.zip", "解压");
}

// --- hostile files ---

/// So long may anything take that is no report; debug builds on a busy machine are slow.
const PATIENCE: Duration = Duration::from_secs(20);

#[track_caller]
fn in_time(what: &str, bytes: &[u8], name: &str) -> Result<Document, Refusal> {
    let started = Instant::now();
    let read = document(bytes, name);
    let took = started.elapsed();
    println!("{what}: {} bytes in {took:?}", bytes.len());
    assert!(took < PATIENCE, "{what} took {took:?}");
    read
}

#[test]
fn bombs_are_refused() {
    let zeros = "0".repeat(32 << 20);
    let bomb = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20, "it is small");
    let refusal = in_time("zip bomb", &bomb, "a.docx").unwrap_err();
    assert!(refusal.zh.contains("上限"), "{refusal}");
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>\
                    <w:document><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
    let bytes = packed(&[("_rels/.rels", &relations(&[("r", "officeDocument", "word/document.xml")])), ("word/document.xml", entities)]);
    reads(&bytes, "a.docx", &["&c;"]);
    let many: Vec<(String, &str)> = (0..=limits::PARTS).map(|number| (format!("word/{number}"), "")).collect();
    let many = packed(&many.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
    assert!(in_time("many parts", &many, "a.docx").unwrap_err().zh.contains("上限"));
}

#[test]
fn damaged_archives_are_refused() {
    let whole = word_with(&paragraph("文"), &[]);
    for end in [4, 10, whole.len() / 2, whole.len() - 30, whole.len() - 1] {
        refused(&whole[..end], "a.docx", "损坏");
    }
    // The directory says of two parts that they are the same bytes.
    let mut overlapping = whole.clone();
    let entries: Vec<usize> = overlapping.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02").map(|(at, _)| at).collect();
    let first: Vec<u8> = overlapping[entries[0] + 42..entries[0] + 46].to_vec();
    overlapping[entries[1] + 42..entries[1] + 46].copy_from_slice(&first);
    refused(&overlapping, "a.docx", "损坏");
    // One flipped bit in the data is noticed, wherever it is.
    let directory = entries[0];
    for at in (40..directory).step_by(17) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        if let Ok(read) = document(&flipped, "a.docx") {
            assert_eq!(shown(&read), ["文"], "byte {at}");
        }
    }
}

#[test]
fn tables_beyond_all_measure_are_refused_or_read_in_time() {
    let nested = format!("<html>{}", "<table><tr><td>".repeat(100_000));
    assert!(in_time("nested tables", nested.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let nested = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    assert!(in_time("nested Word tables", &word_with(&nested, &[]), "a.docx").unwrap_err().zh.contains("上限"));
    let wide = format!("<table>{}</table>", "<tr><td colspan=99999 rowspan=99999>x</td></tr>".repeat(20_000));
    assert!(in_time("wide spans", wide.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let long = format!("<table><tr><td colspan=1000 rowspan=1000>{}</td></tr>{}</table>", "长".repeat(1 << 20), "<tr></tr>".repeat(1000));
    assert!(in_time("a long text in a wide span", long.as_bytes(), "a.html").unwrap_err().zh.contains("上限"));
    let merges: String = (1..=2000).map(|row| format!("<mergeCell ref=\"A1:XFD{}\"/>", 1_000_000 + row)).collect();
    let sheet = format!("<sheetData><row r=\"1\">{}</row></sheetData><mergeCells>{merges}</mergeCells>", cell("A1", "1"));
    assert!(in_time("merged cells", &book(&[("visible", &sheet)], ""), "a.xlsx").unwrap_err().zh.contains("上限"));
    let far = format!("<sheetData><row r=\"1048576\">{}</row></sheetData>", cell("XFD1048576", "1"));
    assert!(in_time("a cell far away", &book(&[("visible", &far)], ""), "a.xlsx").unwrap_err().zh.contains("上限"));
}

#[test]
fn large_files_are_refused_or_read_in_time() {
    let refusal = in_time("100 MB", &vec![b'a'; 100 << 20], "a.txt").unwrap_err();
    assert!(refusal.zh.contains(&limits::FILE.to_string()), "{refusal}");
    for piece in [
        "<",
        "<p ",
        "<!--",
        "<script>",
        "</",
        "<td>",
        "&#",
        "<a b='",
        "<table>",
        "<nav>",
        "<pre>",
        "\t",
        "a\t\n",
        "\n",
        "1 2 3\n",
        "a  b\n\n",
        "|\n",
        "| a",
        "\"\t",
        "（一）  1\n",
        "<br>",
    ] {
        let text = piece.repeat((1 << 17) / piece.len());
        for name in ["a.html", "a.md", "a.txt"] {
            let _ = in_time(&format!("{piece:?} as {name}"), text.as_bytes(), name);
            let _ = in_time(&format!("{piece:?} as {name}, a page"), format!("<html>{text}").as_bytes(), name);
        }
    }
}
