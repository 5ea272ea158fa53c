//! The face of the module that reads documents. What may be called from outside and what it means stands in
//! `pkg/read.d.ts`.

use super::values::plain;
use crate::read::kinds::{Refusal, document_decoding, document_of_text, limits, nothing_found};
use crate::read::{Reading, face, reading};
use crate::rules::{Language, book_face};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

fn gb18030(bytes: &[u8]) -> Option<String> {
    TextDecoder::new("gb18030").and_then(|decoder| decoder.decode(bytes)).ok()
}

/// The largest file that is read; of a larger one it is enough to hand over that it is larger.
#[wasm_bindgen(js_name = mostBytes)]
pub fn most_bytes() -> usize {
    limits::FILE
}

/// The rules that documents raise, as the core tells its own.
#[wasm_bindgen]
pub fn rules(english: bool) -> Result<JsValue, JsValue> {
    plain(&book_face(language(english)))
}

#[wasm_bindgen(js_name = readBytes)]
pub fn read_bytes(bytes: &[u8], name: &str, year: Option<f64>, english: bool) -> Result<JsValue, JsValue> {
    told(reading(document_decoding(bytes, name, gb18030), || nothing_found(bytes, name)), year, english)
}

#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str, name: &str, year: Option<f64>, english: bool) -> Result<JsValue, JsValue> {
    told(reading(document_of_text(text, name), || nothing_found(text.as_bytes(), name)), year, english)
}

fn language(english: bool) -> Language {
    if english { Language::English } else { Language::Chinese }
}

/// Report, findings, and why nothing was read; JavaScript gives them their names.
fn told(read: Result<Reading, Refusal>, year: Option<f64>, english: bool) -> Result<JsValue, JsValue> {
    match read {
        Ok(mut reading) => {
            if let Some(year) = year {
                reading.report.set_year(year as i64);
            }
            let findings: Vec<_> = reading.told(language(english)).collect();
            plain(&(face(&reading, None), findings, ()))
        }
        Err(refusal) => plain(&((), [(); 0], if english { refusal.en } else { refusal.zh })),
    }
}
