//! The kinds of documents: each is read to the same blocks. What a file is its content tells; the name only decides
//! where the content leaves it open.

pub mod encoding;
pub mod html;
pub mod limits;
pub mod markdown;
pub mod sheet;
pub mod text;
pub mod word;

mod archive;
mod layout;
mod markup;
mod numbering;
mod package;
mod paste;
mod refused;
mod table;
mod writer;

pub use refused::nothing_found;

use super::block::Document;
use archive::Archive;
use std::borrow::Cow;

/// Why a document was not read, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub zh: Cow<'static, str>,
    pub en: Cow<'static, str>,
}

impl Refusal {
    fn new(zh: &'static str, en: &'static str) -> Refusal {
        Refusal { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A limit is passed: no report comes near any of them.
    fn too_much(zh: &str, en: &str, most: usize) -> Refusal {
        Refusal {
            zh: format!("{zh}超过上限 {most}，不像一份年度报告，未读取。请只保留报告本身，另存为 .docx 再试").into(),
            en: format!("more than {most} {en}: this is hardly an annual report; keep only the report itself and save it as .docx").into(),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{} / {}", self.zh, self.en)
    }
}

impl std::error::Error for Refusal {}

/// Any document by its bytes and its name.
///
/// # Errors
/// Where the file is of no kind that is read, damaged, or larger than any report.
///
/// ```
/// let document = gouji::read::kinds::document("规章\t3\t5\t74".as_bytes(), "paste.txt")?;
/// assert_eq!(document.blocks.len(), 1);
/// # Ok::<(), gouji::read::kinds::Refusal>(())
/// ```
#[cfg(not(target_arch = "wasm32"))]
pub fn document(bytes: &[u8], name: &str) -> Result<Document, Refusal> {
    document_decoding(bytes, name, encoding::gb18030)
}

/// The same where another decoder of GB18030 is at hand.
///
/// # Errors
/// As [`document`].
pub fn document_decoding(bytes: &[u8], name: &str, gb18030: encoding::Decoder) -> Result<Document, Refusal> {
    if bytes.len() > limits::FILE {
        return Err(Refusal::too_much("文件的字节", "bytes of a file", limits::FILE));
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    if let Some(refusal) = refused::by_content(bytes) {
        return Err(refusal);
    }
    let text = encoding::decode(bytes, gb18030)
        .map_err(|refusal| if refused::promises_more_than_text(name) { refused::damaged() } else { refusal })?;
    document_of_text(&text, name)
}

/// A document that is text already: a page, Markdown, plain text, what was pasted.
///
/// # Errors
/// As [`document`].
pub fn document_of_text(text: &str, name: &str) -> Result<Document, Refusal> {
    if text.len() > limits::FILE {
        return Err(Refusal::too_much("文件的字节", "bytes of a file", limits::FILE));
    }
    if let Some(refusal) = refused::by_content(text.as_bytes()) {
        return Err(refusal);
    }
    let text = text.trim_start_matches('\u{feff}');
    match written_in(text, &extension(name))? {
        Written::Html => html::document(text),
        Written::Markdown => markdown::document(text),
        Written::Plain => text::document(text),
    }
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

fn packed(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let main = package::main_part(&mut archive)?.unwrap_or_default();
    let holds = |folder: &str| main.starts_with(folder) || (main.is_empty() && archive.names().any(|name| name.starts_with(folder)));
    if holds("word/") {
        return word::document(bytes);
    }
    if holds("xl/") {
        return sheet::document(bytes);
    }
    Err(refused::archive(archive.names()))
}

enum Written {
    Html,
    Markdown,
    Plain,
}

/// Elements that only HTML has: a text that holds their end tags is no plain text.
const OF_HTML: [&str; 6] = ["</td>", "</p>", "</div>", "</html>", "</span>", "</table>"];

fn written_in(text: &str, extension: &str) -> Result<Written, Refusal> {
    /// So much of a page may be scripts and styles before its first element that tells what it is.
    const HEAD: usize = 200_000;
    let begin = text.trim_start();
    let end = (HEAD..HEAD + 4).find(|end| begin.is_char_boundary(*end));
    let head = end.and_then(|end| begin.get(..end)).unwrap_or(begin);
    if begin.starts_with("<?xml")
        && ["<w:wordDocument", "<pkg:package", "urn:schemas-microsoft-com:office:spreadsheet"].iter().any(|mark| head.contains(mark))
    {
        return Err(refused::word_xml());
    }
    let lower = head.to_ascii_lowercase();
    let is_markup = begin.starts_with('<') || OF_HTML.iter().any(|end| lower.contains(end));
    let is_whole_page = lower.starts_with("<!doctype html") || lower.contains("<html");
    Ok(match extension {
        _ if is_whole_page => Written::Html,
        "html" | "htm" | "shtml" if is_markup => Written::Html,
        // OCR begins a page with a table, too, and goes on in Markdown.
        "md" | "markdown" => Written::Markdown,
        _ if begin.starts_with('<') => Written::Html,
        _ if markdown::is_markdown(head) => Written::Markdown,
        _ if is_markup => Written::Html,
        _ => Written::Plain,
    })
}
