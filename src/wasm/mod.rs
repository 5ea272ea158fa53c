//! The JavaScript faces: dull and thin, one for each module (a feature of Cargo.toml). The hand-written side is
//! `pkg/*.js`.

#[cfg(feature = "face-core")]
mod core;
#[cfg(feature = "face-read")]
mod read;
#[cfg(feature = "face-repair")]
mod repair;
mod values;

use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| {
        PANIC.with_borrow_mut(|text| *text = info.to_string());
        console_error_panic_hook::hook(info);
    }));
}

/// What the last panic said.
#[wasm_bindgen(js_name = panicText)]
pub fn panic_text() -> String {
    PANIC.with_borrow(Clone::clone)
}
