//! What a file is, and what is refused with its remedy.

use crate::made::{packed, paragraph, word_with};
use crate::{reads, refused};

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
