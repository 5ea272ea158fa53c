//! The face of the module that searches for repairs: numbers in, numbers out, and sentences in the end. The module that
//! checks says what is broken and what it would be like (`problems` and `lookedUp` in `core.rs`).

use super::values::plain;
use crate::repair;
use crate::rules::Language;
use wasm_bindgen::prelude::*;

/// What the search finds about the problems; nothing where the numbers are no problems.
#[wasm_bindgen]
pub fn solve(problems: &[i32]) -> Vec<i32> {
    repair::solve(problems).unwrap_or_default()
}

/// The repairs, of what is broken, what was found and what was looked up.
///
/// # Panics
/// The three are not about each other.
#[wasm_bindgen(js_name = putIntoWords)]
pub fn put_into_words(problems: &[i32], solved: &[i32], looked_up: &[i32], english: bool) -> Result<JsValue, JsValue> {
    let language = if english { Language::English } else { Language::Chinese };
    plain(&repair::put_into_words(problems, solved, looked_up, language).expect("the three are about each other"))
}
