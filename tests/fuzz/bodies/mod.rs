//! What each fuzz target does with its bytes. libFuzzer runs these with bytes it makes up, `cargo test` with the bytes
//! it kept; so they need nothing but the library.

pub mod check;
pub mod documents;
mod input;
mod reports;
pub mod session;
pub mod value;
