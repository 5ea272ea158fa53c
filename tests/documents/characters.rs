//! Characters: told by the bytes, whatever is declared.

use super::{reads, shown};
use gouji::read::kinds::{document, encoding};

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
    let refusal = encoding::decode(&gb, |_| None).unwrap_err();
    assert!(refusal.zh.contains("GBK"), "without a decoder: {refusal}");
}
