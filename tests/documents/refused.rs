//! What a file is, and what is refused with its remedy.

use super::made::{packed, paragraph, word_with};
use super::{reads, refused};

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

#[test]
fn where_nothing_was_found_the_reason_is_told_damaged_empty_or_no_report() {
    let page = "<html><body><h1>404 Not Found</h1></body></html>";
    let word = word_with(&paragraph("今天天气很好。"), &[]);
    let cases: [(&[u8], &str, &str); 10] = [
        ("乱码".as_bytes(), "a.docx", "损坏"),
        (b"\x01\x02\0\x03", "a.DOCX", "损坏"),
        (page.as_bytes(), "年报.xlsx", "损坏"),
        (b"%!PS", "a.pdf", "损坏"),
        (&word[..word.len() / 2], "a.docx", "损坏"),
        (b"", "a.docx", "没有内容"),
        (b" \r\n", "a.txt", "没有内容"),
        (&word, "a.docx", "没有找到"),
        ("今天天气很好。".as_bytes(), "a.txt", "没有找到"),
        (page.as_bytes(), "a.html", "没有找到"),
    ];
    for (bytes, name, words) in cases {
        let refusal = gouji::read::read(bytes, name).expect_err(name);
        assert!(refusal.zh.contains(words), "{name}: {refusal}");
        assert!(!refusal.en.is_empty() && refusal.en.is_ascii(), "{name}: {refusal}");
    }
    // The content decides: a page that somebody named so is read all the same.
    let named_so = "某县2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n";
    assert_eq!(gouji::read::read(named_so.as_bytes(), "a.docx").map(|reading| reading.report.year), Ok(Some(2024)));
}
