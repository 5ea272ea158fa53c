//! What is recognised and not read, with what to do instead.

use super::Refusal;

/// How a file begins, what it is, what to do.
struct Unread {
    begins: &'static [u8],
    zh: &'static str,
    en: &'static str,
}

const UNREAD: [Unread; 14] = [
    Unread {
        begins: b"%PDF-",
        zh: "PDF 文件不能直接读取。请使用原来的 Word 文件，或复制其中的文字另存为 .txt 再试",
        en: "PDF files are not read: use the Word file it was made from, or copy the text and save it as .txt",
    },
    Unread {
        begins: b"\xD0\xCF\x11\xE0",
        zh: "旧格式的 Office 文件（.doc、.wps、.xls、.et）或加了密码的文件不能读取。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx（不加密码）再试",
        en: "old Office files (.doc, .wps, .xls, .et) and files with a password are not read: open it in Word or WPS and save it as .docx or .xlsx without a password",
    },
    Unread {
        begins: b"{\\rtf",
        zh: "RTF 文件不能读取。请用 Word 或 WPS 打开，另存为 .docx 再试",
        en: "RTF files are not read: open it in Word or WPS and save it as .docx",
    },
    Unread { begins: b"\x89PNG", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"\xFF\xD8\xFF", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"GIF8", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"II*\0", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"MM\0*", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"RIFF", zh: PICTURE.0, en: PICTURE.1 },
    Unread { begins: b"Rar!", zh: PACKED.0, en: PACKED.1 },
    Unread { begins: b"7z\xBC\xAF\x27\x1C", zh: PACKED.0, en: PACKED.1 },
    Unread { begins: b"\x1F\x8B", zh: PACKED.0, en: PACKED.1 },
    Unread { begins: b"MIME-Version:", zh: ARCHIVED_PAGE.0, en: ARCHIVED_PAGE.1 },
    Unread { begins: b"From: <Saved by", zh: ARCHIVED_PAGE.0, en: ARCHIVED_PAGE.1 },
];

const PICTURE: (&str, &str) = (
    "图片不能读取。请使用原来的 Word 文件，或先作文字识别（OCR），把文字另存为 .txt 或 .md 再试",
    "pictures are not read: use the Word file, or recognise the text first (OCR) and save it as .txt or .md",
);
const PACKED: (&str, &str) = ("压缩包不能直接读取。请解压后再试", "archives are not read: unpack it and give the files inside");
const ARCHIVED_PAGE: (&str, &str) = (
    "单文件网页（.mht、.mhtml）不能读取。请用 Word 或 WPS 打开，另存为 .docx，或在浏览器中另存为 .html 再试",
    "web archives (.mht, .mhtml) are not read: save it as .docx from Word or WPS, or as .html from a browser",
);

/// The refusal that is due to what a file is, by its first bytes.
pub fn by_content(bytes: &[u8]) -> Option<Refusal> {
    /// Some programs put a few bytes in front of a PDF.
    const PDF_WITHIN: usize = 1024;
    let begins = |begins: &[u8]| bytes.starts_with(begins);
    if let Some(unread) = UNREAD.iter().find(|unread| begins(unread.begins)) {
        return Some(Refusal::new(unread.zh, unread.en));
    }
    let head = bytes.get(..PDF_WITHIN).unwrap_or(bytes);
    let is_late_pdf = !head.is_ascii() && head.windows(5).any(|window| window == b"%PDF-");
    is_late_pdf.then(|| Refusal::new(UNREAD[0].zh, UNREAD[0].en))
}

/// A packed file that is neither Word nor Excel.
pub fn archive<'a>(names: impl Iterator<Item = &'a str>) -> Refusal {
    for name in names {
        if name == "OFD.xml" {
            return Refusal::new(
                "OFD 文件不能读取。请使用原来的 Word 文件，或复制其中的文字另存为 .txt 再试",
                "OFD files are not read: use the Word file it was made from, or copy the text and save it as .txt",
            );
        }
        if name.starts_with("ppt/") || name == "content.xml" {
            return Refusal::new(
                "演示文稿和 OpenDocument 文件不能读取。请用 Word 或 WPS 打开，另存为 .docx 或 .xlsx 再试",
                "presentations and OpenDocument files are not read: save it as .docx or .xlsx",
            );
        }
    }
    Refusal::new(PACKED.0, PACKED.1)
}

pub fn damaged() -> Refusal {
    Refusal::new(
        "文件不完整或已损坏，无法打开。请重新下载，或用 Word、WPS 打开后另存为 .docx 再试",
        "the file is cut off or damaged and cannot be opened: download it again, or open it in Word or WPS and save it as .docx",
    )
}

/// Whether a name promises what is no text: where the content is text all the same, or nothing that is known, it is not
/// what was saved under that name.
pub fn promises_more_than_text(name: &str) -> bool {
    matches!(super::extension(name).as_str(), "docx" | "xlsx" | "doc" | "xls" | "pdf")
}

/// A document in which nothing of a report was found: why that may be, by its bytes and its name.
pub fn nothing_found(bytes: &[u8], name: &str) -> Refusal {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Refusal::new("没有内容，请核对是否下载或复制完整", "it is empty");
    }
    if !bytes.starts_with(b"PK") && promises_more_than_text(name) {
        return damaged();
    }
    Refusal::new(
        "没有找到年度报告的表格和标题，请核对是不是政府信息公开工作年度报告",
        "no table and no heading of an annual report was found; check whether this is one",
    )
}

/// Word as one XML file.
pub fn word_xml() -> Refusal {
    Refusal::new(
        "XML 格式的 Word 文件不能读取。请用 Word 或 WPS 打开，另存为 .docx 再试",
        "Word files in the form of XML are not read: open it in Word or WPS and save it as .docx",
    )
}

pub fn no_text() -> Refusal {
    Refusal::new(
        "认不出这是什么文件：既不是文字，也不是 Word、Excel 文件。请另存为 .docx、.xlsx、.html 或 .txt 再试",
        "this is neither text nor a Word or Excel file: save it as .docx, .xlsx, .html or .txt",
    )
}

/// Some builds of Node have no Chinese encodings.
pub fn no_decoder() -> Refusal {
    Refusal::new(
        "这个文件是 GBK 编码，而当前环境没有 GBK 解码功能。请另存为 UTF-8 编码再试",
        "the file is in GBK, which this environment cannot decode: save it in UTF-8",
    )
}
