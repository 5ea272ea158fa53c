//! Bytes to text. What a page declares about its characters is often wrong, the bytes are not: what is valid UTF-8 is
//! UTF-8, what is not is GB18030 (which holds GBK and GB2312).

use super::{Refusal, refused};
use std::borrow::Cow;

/// What decodes GB18030: a table of its own here, the browser's `TextDecoder` where there is one. The table weighs more
/// than all readers together.
pub type Decoder = fn(&[u8]) -> Option<String>;

#[cfg(not(target_arch = "wasm32"))]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned())
}

/// # Errors
/// Where the bytes are no text, or nothing can decode them.
pub fn decode(bytes: &[u8], gb18030: Decoder) -> Result<Cow<'_, str>, Refusal> {
    if let Some(bytes) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(utf16(bytes, u16::from_le_bytes).into());
    }
    if let Some(bytes) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(utf16(bytes, u16::from_be_bytes).into());
    }
    if let Some(bytes) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Ok(String::from_utf8_lossy(bytes));
    }
    // Text has no zero bytes in any of the encodings that are left.
    if bytes.contains(&0) {
        return Err(refused::no_text());
    }
    if is_utf8_with_few_faults(bytes) {
        return Ok(String::from_utf8_lossy(bytes));
    }
    gb18030(bytes).map(Cow::Owned).ok_or_else(refused::no_decoder)
}

/// A character cut in two by a program that counts bytes does not make a text GBK; in GBK nearly every character would be
/// a fault.
fn is_utf8_with_few_faults(bytes: &[u8]) -> bool {
    const FEW: usize = 20;
    let (mut faults, mut characters) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        faults += usize::from(!chunk.invalid().is_empty());
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    faults == 0 || characters > faults * FEW
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
