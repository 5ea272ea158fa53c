//! The face of the module that searches for repairs: numbers in, numbers out. The module that checks asks and tells
//! (`problems` and `repairs` in `core.rs`).

use crate::repair;
use wasm_bindgen::prelude::*;

/// What the search finds about the problems; nothing where the numbers are no problems.
#[wasm_bindgen]
pub fn solve(problems: &[i32]) -> Vec<i32> {
    repair::solve(problems).unwrap_or_default()
}
