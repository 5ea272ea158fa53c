//! Word: tables, changes, text boxes, headings and numbering.

use super::made::{paragraph, word, word_cell, word_with};
use super::reads;

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
